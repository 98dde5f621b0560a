"""Rules on rows of scoring tables, the funds row, and points recomputed by a rubric."""

import pytest
from verdict_builders import (
    assert_judged,
    cell,
    figure,
    item,
    outcome,
    outcomes,
    total,
    verdicts,
    verdicts_of_each,
)

DEDUCTION = "不高于100%，计5分；每超过1个百分点扣0.5分"
IDLE = "比100%每低于一个百分点扣0.1分，扣至0分。"


def answered(target, actual, score="10", **more):
    operator = ">=" if target.startswith("≥") else None
    value = target.strip("≥%")
    unit = "%" if target.endswith("%") else None
    number = actual.strip("%") if actual and actual[0].isdigit() else None
    return item("产出", "10", score, target_text=target, target_operator=operator, target_value=value, target_unit=unit,
                actual_text=actual, actual_value=number, **more)  # fmt: skip


def named(name, marks, score, criterion=None, **more):
    return item("过程", marks, score, level_3=name, criterion=criterion, **more)


def block(group, *names):
    return [item(group, "5", "5", level_3=name) for name in names]


STAFF = [figure("staff_quota", "100人"), figure("staff_in_service", "103人")]
ASSETS = [figure("fixed_assets_in_use", "35.94万元"), figure("fixed_assets_gross", "35.94万元")]
FULL = [item("产出", "5", "5") for _ in range(10)]
MIXED = [item("产出", "5", "5") for _ in range(8)] + [item("产出", "5", "4") for _ in range(2)]


def funds(*cells, marks="10", score="9.27", table=5, row=4):
    from extraction.model import Locator

    made = item("预算执行率", marks, score, row_kind="execution", level_3="预算执行率")
    from dataclasses import replace

    made = replace(made, locator=Locator(900, 905, table=table, row=row, column=8))
    return [
        made,
        *(cell("project_expenditure", amount, table=table, row=row, stage=stage) for stage, amount in cells),
    ]


WHOLE = [("initial_budget", "480万元"), ("adjusted_budget", "500万元"), ("final_account", "463.5万元")]
RATE = cell("budget_execution_rate", "92.7%", table=5, row=4, stage=None)
CASES = [
    ("I08", [item("产出", "5", "4", reason="工期延后")], "pass"),
    ("I08", [item("产出", "5", "4")], "weakness"),
    ("I08", [item("产出", None, None)], "not_applicable"),
    ("I14", [answered("≥3", "5")], "pass"),
    ("I14", [answered("≥3", "5"), answered("≥3", None)], "contradiction"),
    ("I14", [item("产出", "5", "4")], "not_applicable"),
    ("J01", [answered("≥3", "5")], "pass"),
    ("J01", [answered("≥3", "5"), answered("≥3", "良好")], "weakness"),
    ("J01", [item("产出", "5", "4")], "not_applicable"),
    ("J02", [answered("≥3", "5")], "pass"),
    ("J02", [answered("≥3", "≥3")], "weakness"),
    ("J02", [item("产出", "5", "4")], "not_applicable"),
    ("J04", [answered("≥80%", "88.74%")], "pass"),
    ("J04", [answered("≥80%", "70%", score="7")], "pass"),
    ("J04", [answered("≥80%", "70%")], "contradiction"),
    ("J04", [answered("≥80%", "达标")], "not_applicable"),
    ("J07", [answered("≥10", "12")], "pass"),
    ("J07", [answered("≥10", "20")], "weakness"),
    ("J07", [answered("10", "20")], "not_applicable"),
    ("I13", [*block("产出", "甲", "乙", "丙"), *block("效益", "丁", "戊", "己")], "pass"),
    ("I13", [*block("产出", "甲", "乙", "丙"), *block("效益", "甲", "乙", "丙")], "contradiction"),
    ("I13", block("产出", "甲"), "not_applicable"),
    ("I15", [named("公开", "3", "3", "①内容，1分；②时限，2分。")], "pass"),
    ("I15", [named("公开", "3", "3", "①内容，1分；②时限，1分。")], "contradiction"),
    ("I15", [named("公开", "3", "3", "①内容；②时限；每例扣1分。")], "not_applicable"),
    ("I17", [item(n, m, m, level_1_full_marks=m) for n, m in (("预算执行率", "10"), ("产出指标", "50"), ("效益指标", "30"), ("满意度指标", "10"))], "pass"),
    ("I17", [item(n, m, m, level_1_full_marks=m) for n, m in (("预算执行率", "20"), ("产出指标", "40"), ("效益指标", "30"), ("满意度指标", "10"))], "weakness"),
    ("I17", [item("投入", "15", "15", level_1_full_marks="15")], "not_applicable"),
    ("M05", MIXED, "pass"),
    ("M05", FULL, "weakness"),
    ("M05", [], "not_applicable"),
    ("C11", [*funds(*WHOLE), RATE], "pass"),
    ("C11", funds(WHOLE[0], WHOLE[2]), "weakness"),
    ("C11", [], "not_applicable"),
    ("I11", [*funds(*WHOLE), RATE], "pass"),
    ("I11", funds(*WHOLE, score="10"), "contradiction"),
    ("I11", funds(WHOLE[0], WHOLE[1], ("final_account", "480万元"), score="10"), "weakness"),
    ("I11", funds(WHOLE[0], WHOLE[2]), "not_run"),
    ("G04", [*STAFF, named("在职人员控制率", "5", "3.5", DEDUCTION)], "pass"),
    ("G04", [*STAFF, named("在职人员控制率", "5", "5", DEDUCTION)], "contradiction"),
    ("G04", [named("在职人员控制率", "5", "5", DEDUCTION)], "not_run"),
    ("B08", [figure("closing_carryover", "0万元"), named("资金结余", "3", "3", "无结余，3分；不超过上年结转，2分")], "pass"),
    ("B08", [figure("closing_carryover", "5.00万元"), named("资金结余", "3", "3", "无结余，3分；不超过上年结转，2分")], "contradiction"),
    ("B08", [named("资金结余", "3", "3", "无结余，3分；不超过上年结转，2分")], "not_run"),
    ("B08", [figure("closing_carryover", "5.00万元"), named("结余情况", "4", "4", "无结余得满分，有结余酌情扣分")], "weakness"),
    ("B08", [figure("closing_carryover", "5.00万元"), named("资金结余", "4", "4", "没有结余的得4分，否则不得分")], "weakness"),
    ("B08", [figure("closing_carryover", "0万元"), named("资金结余", "4", "4", "没有结余的得4分，否则不得分")], "pass"),
    ("B08", [figure("closing_carryover", "5.00万元"), named("资金结余", "4", "3", "没有结余的得4分，否则不得分")], "not_applicable"),
    ("B08", [figure("closing_carryover", "5.00万元"), named("资金结余", "4", "4", "结余不超过上年得4分")], "not_applicable"),
    ("I07", [*ASSETS, named("固定资产利用率", "3", "3", IDLE)], "pass"),
    ("I07", [*ASSETS, named("固定资产利用率", "3", "2", IDLE)], "contradiction"),
    ("I07", [named("固定资产利用率", "3", "2", IDLE)], "not_run"),
    ("I09", [figure("fixed_assets_in_use", "30.00万元"), figure("fixed_assets_gross", "35.94万元"), named("固定资产利用率", "3", "2", IDLE, reason="存在闲置资产")], "pass"),
    ("I09", [*ASSETS, named("固定资产利用率", "3", "2", IDLE, reason="存在闲置资产")], "contradiction"),
    ("I09", [named("固定资产利用率", "3", "2", IDLE, reason="存在闲置资产")], "not_run"),
    ("I09", [*ASSETS, named("固定资产利用率", "3", "2", IDLE, reason="固定资产利用率为93%，扣1分")], "contradiction"),
    ("I09", [*ASSETS, named("固定资产利用率", "3", "2", IDLE, reason="利用率100%，扣1分")], "pass"),
    ("I09", [*ASSETS, named("固定资产利用率", "3", "2", IDLE, reason="设备完好率为93%，扣1分")], "not_applicable"),
    ("I10", [*ASSETS, named("固定资产利用率", "3", "3", IDLE)], "pass"),
    ("I10", [named("固定资产利用率", "3", "3", IDLE)], "weakness"),
    ("I10", [named("固定资产利用率", "3", "2", IDLE)], "not_applicable"),
]  # fmt: skip


@pytest.fixture(scope="module")
def judged():
    return verdicts_of_each([parts for _, parts, _ in CASES])


@pytest.mark.parametrize(
    ("number", "rule", "expected"), [(n, rule, expected) for n, (rule, _, expected) in enumerate(CASES)]
)
def test_rule(judged, number, rule, expected):
    assert_judged(judged[number], rule, expected)


@pytest.mark.parametrize("score", ["3.5", "3.75", "4.0"])
def test_every_reading_of_a_per_point_deduction_counts(score):
    """2.5 points above: three begun, two completed, or pro rata."""
    people = [figure("staff_quota", "200人"), figure("staff_in_service", "205人")]
    assert outcome("G04", *people, named("在职人员控制率", "5", score, DEDUCTION))[0] == "pass"
    assert outcome("G04", *people, named("在职人员控制率", "5", "4.5", DEDUCTION))[0] == "contradiction"


def test_bands_are_half_open():
    criterion = "不低于95%得5分；85%至95%（不含）得3分；75%至85%（不含）得1分"
    for rate, points in (("95%", "5"), ("94.9%", "3"), ("85%", "3"), ("84.9%", "1")):
        row = named("服务对象满意度", "5", points, criterion)
        assert outcome("I07", figure("satisfaction_rate", rate, stage=None), row)[0] != "contradiction", rate
    row = named("服务对象满意度", "5", "5", criterion)
    assert outcome("I07", figure("satisfaction_rate", "90%", stage=None), row)[0] == "contradiction"


def test_points_that_deductions_cannot_give_are_asked_about():
    row = named("资金使用合规性", "3", "2.3", "每发现一处不合规扣1分，扣至0分。")
    assert outcomes("I07", row) == {"资金使用合规性": ("weakness", "not_a_step")}


def test_one_cause_is_reported_once():
    row = named("固定资产利用率", "3", "2", IDLE, reason="存在闲置资产")
    rows = verdicts(*ASSETS, row, total("3", "2"))
    assert [r["rule_id"] for r in rows if r["outcome"] == "contradiction"] == ["I09"]


def test_an_undefined_ratio_is_a_question():
    parts = [figure("total_expenditure", "654.74万元"), figure("basic_expenditure", "654.74万元")]
    row = named("重点支出安排率", "5", "5", "达90%得5分；80%至90%得4分；70%至80%得3分；60%至70%得2分")
    assert outcome("I07", *parts, row) == ("weakness", "undefined")
