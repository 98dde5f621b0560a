"""People of one trade beside those of others are not all who are employed: the number is marked."""

import pytest

from extraction.extract import extract

REPORT = "临溪县水务局2022年度部门整体支出绩效自评报告\n"


def _employed(words: str) -> set[tuple[str, str]]:
    figures = extract((REPORT + words).encode(), "r.txt").figures
    return {(f.value, str(f.confidence)) for f in figures if f.concept == "staff_contract"}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("截至年末，我局有临聘教师3人、保安4人。", {("3", "0.5")}),
        ("单位聘用驾驶员2人，保洁员5人。", {("2", "0.5")}),
        ("现有编外聘用人员12人，其中临聘教师3人、保安4人。", {("12", "1"), ("3", "0.5")}),
        ("单位聘用驾驶员2人。", {("2", "1")}),
        ("我局有临聘人员3人、保安4人。", {("3", "1")}),
        ("我局有临聘教师3人、退休教师4人。", {("3", "1")}),
        ("政府雇员3人、行政人员4人。", {("3", "1")}),
    ],
)
def test_people_of_one_trade(words: str, read: set[tuple[str, str]]) -> None:
    assert _employed(words) == read


@pytest.mark.parametrize("name", ["本部门编制", "部门编制", "我部门编制"])
def test_posts_of_the_department(name: str) -> None:
    figures = extract(f"{REPORT}{name}62名，在职58人；下属水文站编制8名。".encode(), "r.txt").figures
    assert {f.value for f in figures if f.concept == "staff_quota"} == {"62"}
