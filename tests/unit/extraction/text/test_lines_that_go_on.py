"""Lines, paragraphs and members of lists that go on with what stands before them; invented names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import Stated, stated

PLAN, DONE, YEAR = "initial_budget", "final_account", "adjusted_budget"
TP, OT, OV, ORC = "three_public_total", "overseas_travel", "official_vehicle", "official_reception"
OVP, OVO = "official_vehicle_purchase", "official_vehicle_operation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（二）公务用车购置及运行维护费6万元，其中：\n公务用车购置0万元；\n运行维护6万元。", [(OV, "level", DONE, "6"), (OVP, "level", DONE, "0"), (OVO, "level", DONE, "6")]),
        ("基本支出8万元，其中：\n人员经费6万元；\n宿舍维修2万元，执行1万元。", [("basic_expenditure", "level", DONE, "8"), ("personnel_expenditure", "level", DONE, "6")]),
        ("其他支出3万元，决算4万元。", [("function_class_amount", "level", PLAN, "3"), ("function_class_amount", "level", DONE, "4")]),
        ("收入8万元，支出决算4万元。", [("total_revenue", "level", DONE, "8"), ("total_expenditure", "level", DONE, "4")]),
        ("“三公”经费全年预算22万元，决算14万元。出国费：全年预算10万元，决算0万元；车辆：全年预算4万元，决算3万元。", [(TP, "level", YEAR, "22"), (TP, "level", DONE, "14"), (OT, "level", YEAR, "10"), (OT, "level", DONE, "0"), (OV, "level", YEAR, "4"), (OV, "level", DONE, "3")]),
        ("“三公”经费全年预算22万元。出国费：全年预算10万元，决算9万元；食堂：全年预算4万元，决算3万元。", [(TP, "level", YEAR, "22"), (OT, "level", YEAR, "10"), (OT, "level", DONE, "9")]),
        ("公务用车购置费减少6万元，运行费减少2万元。", [(OVP, "change", DONE, "-6"), (OVO, "change", DONE, "-2")]),
        ("公车1辆，运行维护支出5万元，较年初预算6万元节约1万元。", [("vehicle_stock", "level", None, "1"), (OVO, "level", DONE, "5"), (OVO, "level", PLAN, "6"), (OVO, "change", DONE, "-1")]),
        ("国内公务接待18批次（其中：省级2批次、市级9批次），接待人数121人。", [("reception_batches", "level", None, "18"), ("reception_persons", "level", None, "121")]),
        ("公务接待费全局4万元。", [(ORC, "level", DONE, "4")]),
        ("因公出国费15万元，主要用于赴境外招商，2021年为20万元，减少5万元。", [(OT, "level", DONE, "15"), (OT, "level", DONE, "20"), (OT, "change", DONE, "-5")]),
    ],
)  # fmt: skip
def test_what_goes_on(text: str, expected: list[Stated]) -> None:
    """Each figure of the lines, and none of what they do not name."""
    assert stated(text) == expected


def test_a_line_that_compares_the_whole() -> None:
    """2022年预算数比…减少 is of what the paragraph before began with; 其中 takes the one stage that it has."""
    title = "平川县林业局2022年“三公”经费情况说明\n\n"
    of_whole = stated(
        "2022年“三公”经费预算数9万元，其中公务接待费4万元。\n2022年预算数比2021年执行数减少1万元。", title
    )
    assert of_whole[-1] == (TP, "change", PLAN, "-1")
    parts = stated(
        "2022年“三公”经费支出9万元，比预算数减少1万元。\n其中：公务接待费4万元，减少1万元。", title
    )
    assert parts[2:] == [(ORC, "level", DONE, "4"), (ORC, "change", DONE, "-1")]


@pytest.mark.parametrize(
    ("lines", "spent"),
    [
        ("收入合计806.1万元，其中：一般公共预算拨款806.1万元\n支出：798.35万元", "798.35"),
        (
            "收入合计806.1万元，其中：一般公共预算拨款806.1万元\n支出798.35万元，其中基本支出366.2万元",
            "798.35",
        ),
        # a sentence that goes on: with a comparison, with a purpose, with what the line before named
        ("本年支出合计798.35万元，其中基本支出366.2万元\n较上年支出增加40万元。", "798.35"),
        ("财政拨款安排的项目资金806.1万元，全年共使用项目\n支出798.35万元。", None),
    ],
)
def test_an_amount_with_its_name_below_an_amount_begins_anew(lines: str, spent: str | None) -> None:
    levels = [one[3] for one in stated(lines) if one[0] == "total_expenditure" and one[1] == "level"]
    assert levels == ([spent] if spent else [])
