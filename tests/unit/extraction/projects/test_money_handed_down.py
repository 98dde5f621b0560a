"""Reports on one project: what was handed down to the one who reports, whose money it is, what it was spent on. Own words."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from extraction.witnesses.witness_of_levels import own_level

_TITLE = "云安县2022年农村公路养护补助资金绩效自评报告"


def _read(text: str, title: str = _TITLE) -> dict[tuple[str, str | None, str], float]:
    figures = extract(f"{title}\n\n{text}\n".encode(), "project.txt").figures
    return {(one.concept, one.stage, one.value): float(one.confidence) for one in figures}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("根据县财建〔2022〕10号文件，下达我局353.6万元，用于自然村通硬化路。", "353.6"),
        ("《关于下达2022年养护资金的通知》（县财教2号）共下达我县养护专项经费873万元，具体为桥梁545万元。", "873"),
        ("市财政局《关于下达预算的通知》，下达云安县2022年中央养护资金2263万元。其中：县道1435万元。", "2263"),
        ("我局收到2022年公路养护资金353.6万元，完成了硬化路35公里。", "353.6"),
        ("2022年度财政批复专项经费240万元，较2021年（260万元）压减20万元。", "240"),
    ],
)  # fmt: skip
def test_money_given_to_the_one_who_reports_is_of_the_project(text, amount):
    assert _read(text)[("project_expenditure", "initial_budget", amount)] >= 0.9


def test_several_such_amounts_are_of_parts():
    read = _read("下达我局353.6万元，用于硬化路。\n下达我局120万元，用于桥梁。\n")
    assert not any(concept == "project_expenditure" for concept, _, _ in read)


def test_money_put_in_may_be_planned_or_spent():
    text = "2022年共投入资金406.5万元，其中中央投入资金279万元，省级投入资金85万元，市县两级42.5万元。实际发放资金为406.5万元。"
    assert _read(text)[("project_expenditure", "initial_budget", "406.5")] < 0.9


def test_what_levels_gave_has_the_stage_of_the_list():
    read = _read(
        "2022年预算下达409.40万元，到位409.40万元；其中中央资金327.52万元、省级资金49.13万元、市级资金16.38万元、县级资金16.37万元。"
    )
    assert {key for key in read if key[0].endswith("level_funds")} == {
        ("upper_level_funds", "initial_budget", "327.52"),
        ("upper_level_funds", "initial_budget", "49.13"),
        ("upper_level_funds", "initial_budget", "16.38"),
        ("local_level_funds", "initial_budget", "16.37"),
    }


def test_what_levels_gave_and_was_spent():
    read = _read("中央补助飞行经费执行717.37万元，县级配套资金实际支出208.9万元。")
    assert ("upper_level_funds", "final_account", "717.37") in read
    assert ("local_level_funds", "final_account", "208.9") in read


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("云山省2022年度公路养护补助资金绩效自评报告", "provincial"),
        ("云山自治区2022年社区建设资金绩效自评报告", "provincial"),
        ("云山省白河市2022年养护资金绩效自评报告", "municipal"),
        ("云山省白河市青石区2022年养护资金绩效自评报告", None),
        ("云安县2022年养护资金绩效自评报告", None),
        ("养护资金绩效自评报告", None),
        (None, None),
    ],
)
def test_which_level_reports(title, level):
    assert own_level(title) == level


def test_the_level_that_reports_gives_its_own_money():
    text = "2022年省级配套资金实际支出208.9万元。"
    assert ("upper_level_funds", "final_account", "208.9") in _read(text)
    assert ("local_level_funds", "final_account", "208.9") in _read(text, _TITLE.replace("云安县", "云山省"))


def test_what_a_project_costs_is_not_what_the_department_spent():
    read = _read("项目支出68.94万元，其中：材料费41.20万元；培训费5.00万元；会议费0.60万元。")
    assert read[("training_expenditure", "final_account", "5.00")] < 0.9
    assert read[("meeting_expenditure", "final_account", "0.60")] < 0.9
    of_department = "单位年末在职人员32人。全年培训费支出5.00万元。"
    assert _read(of_department)[("training_expenditure", "final_account", "5.00")] == 1


def test_what_was_added_is_no_change_against_the_year_before():
    text = "该项目年初预算60万元，8月追加12.5万元，全年预算72.5万元。"
    figures = extract(f"{_TITLE}\n\n{text}\n".encode(), "project.txt").figures
    assert {(one.concept, one.measure, one.value) for one in figures} == {
        ("project_expenditure", "level", "60"),
        ("budget_adjustment", "level", "12.5"),
        ("project_expenditure", "level", "72.5"),
    }


def test_funds_by_their_name_are_of_a_project():
    read = extract("云山省2022年度中央救灾资金绩效自评报告\n\n实际执行9265.35万元。".encode(), "a.txt")
    assert read.identity.report_kind == "project_self_evaluation"
    read = extract("云安县民政局2022年度财政资金绩效自评报告\n\n实际执行9265.35万元。".encode(), "a.txt")
    assert read.identity.report_kind == "department_self_evaluation"


def test_what_levels_paid_behind_an_amount_that_nothing_names():
    read = _read(
        "项目累计完成支付1,782.36万元，支付进度67.51%。其中省级财政资金支付1,500万元，县级补助资金支付282.36万元。"
    )
    assert ("local_level_funds", "final_account", "282.36") in read


def test_the_speed_of_payment_and_what_share_of_the_money_was_paid_are_its_rate():
    read = _read("共下达480万元。2022年实际支付工程款等合计455.28万元，为下达指标的94.85%。")
    assert ("project_expenditure", "final_account", "455.28") in read
    read = _read("2022年下达我县补助资金264万元。\n累计完成支付178.24万元，支付进度67.52%。")
    assert ("budget_execution_rate", None, "67.52") in read
    assert ("project_expenditure", "final_account", "178.24") in read


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ("到位409.40万元。", "initial_budget"),
        ("资金已到位，全年支出409.40万元。", "final_account"),
    ],
)
def test_what_levels_gave_of_the_amount_that_ends_the_sentence_before(before, stage):
    read = _read(f"{before}其中：中央资金393.03万元、县级资金16.37万元。")
    assert ("upper_level_funds", stage, "393.03") in read
    assert ("local_level_funds", stage, "16.37") in read


def test_a_rate_on_the_line_below_proves_the_payment():
    read = _read("我局收到2022年养护补助资金118.92万元，全年发放108.61万元。\n本项目预算执行率91.33%。")
    assert read[("project_expenditure", "final_account", "108.61")] >= 0.9
    read = _read("我局收到2022年养护补助资金118.92万元，全年发放108.61万元。\n上年项目执行率88.50%。")
    assert read.get(("project_expenditure", "final_account", "108.61"), 0) < 0.9


def test_the_year_of_a_form_may_stand_alone_below_its_title():
    form = "部门预算项目支出绩效自评表\n\n（2022年）\n项目名称：两癌筛查宣传\n"
    assert extract(form.encode(), "form.txt").identity.fiscal_year == 2022
