"""Money that a report on one project says was handed out, without saying that it is all of the project."""

from __future__ import annotations

import pytest

TITLE = "石门县民政局2022年度临时救助项目支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    "text", ["2022年符合条件53人次，发放助学金49万元。", "全年共发放临时救助金49万元，惠及120户。"]
)
def test_it_is_shown_and_used_by_no_rule(read, text):
    (figure,) = read(text + "\n", TITLE).figures
    assert (figure.concept, figure.stage, figure.value) == ("project_expenditure", "final_account", "49")
    assert figure.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "截至2022年底，累计发放救助金49万元。",
        "每户发放补贴49万元。",
        "全年支出80万元，其中发放慰问金49万元。",
        "发放工资及补贴49万元。",
        "发放救助金49万元用于三个镇。",
    ],
)
def test_of_other_times_or_of_a_part_it_is_not(states, text):
    assert "49" not in [state[3] for state in states(text + "\n", TITLE)]


def test_in_a_report_on_a_department_it_is_nothing(states):
    assert states("2022年发放临时救助金49万元。\n") == []
