"""Single wordings of pages that nobody mended for: quoted classes, control figures, steps and weights, people of no office. Own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extraction.readers.office.cell_numbers import Styles, shown
from tests.unit.extraction.conftest import people

States = Callable[..., list[tuple[str, str, str | None, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三公”经费财政拨款预算控制数为35万元，其中公务接待费20万元。", [("three_public_total", "initial_budget", "35"), ("official_reception", "initial_budget", "20")]),
        ("1.“一般公共服务”306.9万元，占1.61%。", [("function_class_amount", "final_account", "306.9"), ("function_class_amount", "final_account", "1.61")]),
        ("“一般公共服务”专项306.9万元。", []),
        ("各乡镇和部门共支出水利资金216万元，支出进度87%，其中:部门支出102万元，乡镇支出114万元。", []),
        ("收入合计80万元，财政拨款收入79.2万元，占99%基金补助收入0.8万元，占1%。", [("total_revenue", "final_account", "80"), ("fiscal_appropriation_revenue", "final_account", "79.2"), ("fiscal_appropriation_revenue", "final_account", "99"), ("government_fund_appropriation", "final_account", "0.8"), ("government_fund_appropriation", "final_account", "1")]),
        ("公务接待费3万元。用于接待上级检查。全年累计48批次，410人。", [("official_reception", "final_account", "3"), ("reception_batches", None, "48"), ("reception_persons", None, "410")]),
        ("公务接待费3万元。卫生监督检查累计48批次，410人。", [("official_reception", "final_account", "3")]),
        ("“三公经费”变动率≤0的计满分，“三公经费” 0，每超过一个百分点扣0.3分。", []),
        ("指标权重设置为：产出指标50%、效益指标30%、服务对象满意度指标10%。", []),
        ("（一）因公出国（境）费\n支出预算0万元，与上年持平，原因是未安排因公出国（境）计划。", [("overseas_travel", "initial_budget", "0")]),
        ("（二）公务接待费预算\n支出预算500万元，其中公务接待费1.9万元。", [("total_expenditure", "initial_budget", "500"), ("official_reception", "initial_budget", "1.9")]),
    ],
)  # fmt: skip
def test_money_and_guests(text, expected, states: States):
    found = states(text, "云岭县信访局2022年度部门决算情况说明\n\n")
    assert [(concept, stage, value) for concept, _, stage, value, _ in found] == expected


SERVING, POSTS = "staff_in_service", "institution_quota"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在职教师58人，退休7人，事业编制61人。", [(SERVING, "58"), ("staff_retired", "7"), (POSTS, "61")]),
        ("在职20名，事业编制30名，共计50名。", [(SERVING, "20"), (POSTS, "30")]),
        ("在职30名，行政编制12名，事业编制18名。", [(SERVING, "30")]),
        ("在职20名，退休11名，共计31名。", [(SERVING, "20"), ("staff_retired", "11")]),
        ("实有：行政21人，工勤4人，事业26人，共计51人。", [("staff_actual", "51")]),
        ("退休及退职人员41人，遗属补助8人。", [("staff_retired", "41")]),
        ("总编制96名，其中行政编制16名，事业工勤编制80名。", [("staff_quota", "96"), ("administrative_quota", "16")]),
        ("创新平台现有驾驶员98人（其中在编22人）。", []),
        ("项目组现有在职人员12人。我局现有在职人员32人。", [(SERVING, "32")]),
    ],
)  # fmt: skip
def test_people(text, expected):
    assert people(text) == expected


def test_a_stored_fraction_keeps_its_cents():
    assert shown("3182716265.16", None, Styles()) == "3182716265.16"
    assert shown("0.1000000000000000055", None, Styles()) == "0.1"
    assert shown("1234.5600000000001", None, Styles()) == "1234.56"
