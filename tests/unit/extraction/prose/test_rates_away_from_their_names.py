"""Rates whose name stands further before: across remarks, targets, brackets and formulas. Own wording and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

TITLE = "青石县水务局2021年度部门整体支出绩效自评报告\n三、绩效分析\n"


def rates(text: str) -> list[tuple[str, str | None, int | None]]:
    return [
        (f.concept, f.value, f.fiscal_year)
        for f in extract((TITLE + text).encode(), "报告.txt").figures
        if f.unit == "%" and f.measure == "level"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是预算执行率偏低，仅为84.2%，比全县平均水平90%低。", ("budget_execution_rate", "84.2")),
        ("用水户满意度：目标值≥90%，实际值92.5%。", ("satisfaction_rate", "92.5")),
        ("用水户满意度要求达到90%以上，经第三方测评为88.4%，扣0.2分。", ("satisfaction_rate", "88.4")),
        ("沿河群众满意度平均为91.3%。", ("satisfaction_rate", "91.3")),
        ("“财政供养人员控制率”：编制40人，年末在职38人，控制率＝38/40＝95%。", ("staff_control_rate", "95")),
        (
            "预算控制率（5分）预算控制率=0，计5分；0-10%（含），计4分。控制率8.6%，得4分。",
            ("budget_control_rate", "8.6"),
        ),
        ("本部门预算控制率为17.2%。", ("budget_control_rate", "17.2")),
        ("“三公”经费预算控制率为71.5%。", ("three_public_control_rate", "71.5")),
        ("重点支出安排率：重点项目支出占项目总支出的93.5%。", ("key_expenditure_rate", "93.5")),
        ("预算完成率＝（612.5÷640.0）×100%＝95.70%。", ("budget_completion_rate", "95.70")),
        ("无调整，预算调整率为0，得3分。", ("budget_adjustment_rate", "0")),
        ("6月底预算执行率为45%，9月底为72%，全年预算执行率97.1%。", ("budget_execution_rate", "97.1")),
        ("在职人员控制率为（38/40）×100%=95%，得5分。", ("staff_control_rate", "95")),
        ("扣分因素为预算调整率过高（42.7%）等。", ("budget_adjustment_rate", "42.7")),
        ("家长满意度略低，为86.9%。", ("satisfaction_rate", "86.9")),
        ("采购金额占采购预算的比例（政府采购执行率）为88.2%。", ("procurement_execution_rate", "88.2")),
        ("年末在职人员38人，占核定编制数40人的比率为95%。", ("staff_control_rate", "95")),
        ("全年预算执行进度94.8%。", ("budget_execution_rate", "94.8")),
        ("公用经费控制率控制在98%。", ("public_expenditure_control_rate", "98")),
        ("指标值为“≥95%”的预算执行率指标，实际完成96.8%，得满分。", ("budget_execution_rate", "96.8")),
        ("部门资金支付率为93.4%。", ("budget_execution_rate", "93.4")),
        ("群众对用水服务的满意程度为92%，不满意3%。", ("satisfaction_rate", "92")),
        ("“三公”经费控制率为0（未发生）。", ("three_public_control_rate", "0")),
        ("对扣分较多的预算调整率（33.6%）进行了整改。", ("budget_adjustment_rate", "33.6")),
    ],
)
def test_the_value_is_of_the_rate_named_before_it(text: str, expected: tuple[str, str]) -> None:
    assert rates(text) == [(*expected, 2021)]


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率目标值95%，实际未达到。",
        "县图书馆预算执行率偏低，仅为61%。",
        "该县某局预算执行率仅为62.4%，已责令整改。",
        "部分项目预算执行率偏低，仅为45%。",
        "满意度指标权重10%，95%以上得满分，90%-95%得8分。",
        "三公经费变动率0，计3分；“三公经费”>0，每超过一个百分点扣0.3分。",
        "预算调整率为0的，得3分。",
        "公用经费控制率：公用经费占基本支出的12%。",
        "群众不满意率1.35%。",
        "工程建设资金结余率10.55%。",
        "专项资金到位率及使用率\n实际使用351万元，使用率98.7%。",
        "预算执行率较高，比上年高3.2%。",
        "如剔除上级专款因素，预算调整率为6.1%。",
        "县级配套资金到位率60%。",
        "县直部门平均预算执行率94.2%。",
        "年末在职人员38人，其中党员20人，占52.6%。",
    ],
)
def test_rules_goals_and_rates_of_others_are_none(text: str) -> None:
    assert rates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率97.1%，较2020年的95.4%提升1.7个百分点。",
        "预算执行率从2020年的95.4%提高到2021年的97.1%。",
        "预算执行率逐年提高，2020年、2021年分别为95.4%、97.1%。",
        "预算执行率97.1%，比上年的95.4%提高1.7个百分点。",
    ],
)
def test_the_rate_of_the_year_before_is_of_that_year(text: str) -> None:
    assert sorted(rates(text)) == [
        ("budget_execution_rate", "95.4", 2020),
        ("budget_execution_rate", "97.1", 2021),
    ]


def test_a_lead_on_a_rate_says_of_what_the_amounts_below_it_are() -> None:
    text = "2、“三公经费”变动率：2021年预算12万元，2020年预算12万元，变动率0，计8分；"
    found = extract((TITLE + text).encode(), "报告.txt").figures
    assert [(f.concept, f.value, f.fiscal_year) for f in found] == [
        ("three_public_total", "12", 2021),
        ("three_public_total", "12", 2020),
        ("three_public_change_rate", "0", 2021),
    ]


def test_the_satisfaction_of_several_groups_in_turn() -> None:
    text = "学生、家长、教师满意度分别为95.2%、93.8%、91.6%，综合满意度93.5%。"
    assert [value for _, value, _ in rates(text)] == ["95.2", "93.8", "91.6", "93.5"]


@pytest.mark.parametrize(
    ("said", "concept"),
    [
        ("基本支出预算30万元，决算28.5万元，执行率95%", "basic_expenditure"),
        ("公用经费全年预算30万元，支出28.5万元，预算完成率95%", "public_expenditure"),
        ("人员经费预算40万元，决算36万元，执行率90%；项目支出预算30万元，决算28.5万元，支付率95%", "project_expenditure"),
    ],
)  # fmt: skip
def test_a_rate_of_execution_behind_the_amounts_of_a_kind_of_spending_is_of_it(states, said, concept):
    rates = [(state[0], state[3]) for state in states(f"2022年{said}。") if state[1] == "completion_rate"]
    assert rates[-1] == (concept, "95")


@pytest.mark.parametrize(
    "said",
    [
        "年初预算60万元，其中项目支出预算30万元，决算28.5万元，执行率96%",
        "部门预算30万元，决算28.5万元，执行率95%",
        "项目支出预算30万元，执行率95%",
    ],
)
def test_a_rate_of_execution_that_does_not_come_out_is_not_of_the_kind_before(states, said):
    assert not [state for state in states(f"2022年{said}。") if state[1] == "completion_rate"]


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("全年预算50万元，完成47万元", [("total_expenditure", "47")]),
        ("公务接待费预算5万元，已完成4万元", [("official_reception", "4")]),
        ("全年预算50万元，完成470万元", []),
        ("全年预算50万元，完成投资47万元", []),
        ("护林专项预算50万元，完成47万元", []),
    ],
)
def test_what_was_done_of_a_budget_is_what_was_spent_of_it(states, said, done):
    found = [(state[0], state[3]) for state in states(f"2022年{said}。") if state[2] == "final_account"]
    assert found == done


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        ("预算执行率96%，预算数50万元，执行数48万元", [("total_expenditure", "50"), ("total_expenditure", "48")]),
        ("预算完成率96%（全年预算50万元，实际支出48万元）", [("total_expenditure", "50"), ("total_expenditure", "48")]),
        ("政府采购执行率96%，预算数50万元，实际采购48万元", [("procurement_budget", "50"), ("procurement_actual", "48")]),
        ("公用经费控制率96%，预算数50万元，实际支出48万元", [("public_expenditure", "50"), ("public_expenditure", "48")]),
        ("预算执行率97%，预算数50万元，执行数48万元", []),
        ("水库项目预算执行率96%，预算数50万元，执行数48万元", []),
        ("下属单位预算执行率96%，预算数50万元，执行数48万元", []),
        ("全县预算执行率96%，预算数50万元，执行数48万元", []),
    ],
)  # fmt: skip
def test_amounts_behind_a_rate_that_they_have_are_what_it_is_reckoned_of(states, said, amounts):
    assert [(state[0], state[3]) for state in states(f"2022年{said}。") if state[4] == "万元"] == amounts
