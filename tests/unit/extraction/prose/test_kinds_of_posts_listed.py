"""Posts of each kind by their short names, behind all posts: the kinds add up to the whole."""

from __future__ import annotations

import pytest

ADMINISTRATION, INSTITUTIONS = "administrative_quota", "institution_quota"


@pytest.mark.parametrize(
    "posts",
    [
        "人员编制合计93人，其中行政15人、事业78人",
        "编制93人，其中：行政15人（含工勤2人）、事业78人",
        "编制总数93人（行政15人，事业78人）",
        "编制93名。其中行政15名、事业78名",
    ],
)
def test_the_kinds_of_all_posts(states, posts):
    found = {state[0]: state[3] for state in states(f"{posts}。")}
    assert found == {"staff_quota": "93", ADMINISTRATION: "15", INSTITUTIONS: "78"}


@pytest.mark.parametrize(
    "posts",
    [
        "人员编制合计95人，其中行政15人、事业78人",  # they miss the whole
        "编制93人，其中行政15人（含参公78人）",
        "实有人员合计93人，其中行政15人、事业78人",
        "编制93名。我局其中行政15名、事业78名",
        "编制93名，其中行政15名；下属单位事业78名",
    ],
)
def test_numbers_that_do_not_add_up_are_no_kinds_of_posts(states, posts):
    assert not {ADMINISTRATION, INSTITUTIONS} & {state[0] for state in states(f"{posts}。")}
