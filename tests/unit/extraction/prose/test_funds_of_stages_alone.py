"""一般公共预算年初预算为80万元: an amount behind a stage alone is of the budget that stands before the stage."""

from __future__ import annotations

import pytest

GENERAL = "general_public_budget"


@pytest.mark.parametrize(
    ("words", "fund"),
    [
        ("2023年一般公共预算年初预算为80万元，支出决算为79万元。", GENERAL),
        ("2023年一般公共预算年初预算数为80万元，决算数为79万元。", GENERAL),
        ("一般公共预算：年初预算80万元，决算79万元。", GENERAL),
        ("一般公共预算拨款基本支出80万元，其中：人员经费79万元。", GENERAL),
        ("政府性基金预算拨款项目支出80万元，基本支出79万元。", "government_fund"),
        ("2023年年初预算为80万元，支出决算为79万元。", None),
        ("2023年年初预算80万元，决算79万元。", None),
        ("2023年基本支出80万元，人员经费79万元。", None),
    ],
)
def test_the_budget_before_a_stage(read, words, fund):
    figures = [f for f in read(words).figures if f.measure == "level"]
    assert figures[0].value == "80"
    assert figures[0].fund_scope == fund
    if "决算" in words:
        assert [f.fund_scope for f in figures[1:]] == [fund]


def test_a_budget_of_finance_goes_on_with_its_other_stages(read):
    figures = read("年初财政预算80万元，调整后财政预算数90万元，实际支出79万元。").figures
    assert [(f.stage, f.value) for f in figures] == [
        ("initial_budget", "80"),
        ("adjusted_budget", "90"),
        ("final_account", "79"),
    ]
