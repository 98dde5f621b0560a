"""What is left of a project's money where the subtraction proves it, and money of several levels that is reckoned together."""

from __future__ import annotations

from extraction.extract import extract
from extraction.model import Extraction

TITLE = "云溪县山塘整治补助资金绩效自评报告（2023年度）\n\n"


def _read(body: str) -> Extraction:
    return extract((TITLE + body).encode(), "a.txt")


def _values(found: Extraction, concept: str) -> set[tuple[str, str | None]]:
    return {
        (one.value, one.stage) for one in found.figures if one.concept == concept and one.measure == "level"
    }


def test_a_remainder_sentences_later_is_read_where_budget_less_payment_is_it() -> None:
    found = _read(
        "2023年下达项目资金318.60万元，到位率100%。\n\n全年支付资金301.25万元，支付率94.55%。按标段兑付。验收合格。资料齐全。\n\n结余17.35万元。\n"
    )
    assert _values(found, "surplus_funds") == {("17.35", None)}


def test_the_words_behind_a_remainder_say_what_becomes_of_it() -> None:
    carried = _read(
        "2023年下达项目资金318.60万元。全年支付资金301.25万元，尚未支付的17.35万元结转2024年使用。\n"
    )
    taken = _read("2023年下达项目资金318.60万元。全年支付资金301.25万元，剩余17.35万元已由镇财政统筹收回。\n")
    assert _values(carried, "carryover_funds") == {("17.35", None)}
    assert _values(taken, "surplus_funds") == {("17.35", None)}


def test_a_remainder_that_no_subtraction_gives_is_left_out() -> None:
    found = _read(
        "2023年下达项目资金318.60万元，全年支付资金301.25万元，支付率94.55%。\n\n另有护栏工程结余4.10万元。\n"
    )
    assert not _values(found, "surplus_funds")


def test_what_came_from_two_levels_is_what_the_rate_is_of() -> None:
    found = _read(
        "上级资金到位520.00万元，县级资金到位80.00万元。全年发放补助591.60万元，占到位资金的98.60%，资金结余8.40万元，滚存使用。\n"
    )
    assert _values(found, "surplus_funds") == {("8.40", None)}


def test_money_of_the_levels_above_is_not_all_where_the_county_gives_some() -> None:
    found = _read(
        "2023年上级下达我县山塘整治资金586万元（其中中央资金540万元，省级资金46万元），县级财政预算安排90万元，共计676万元。\n"
    )
    assert _values(found, "project_expenditure") == {("676", "initial_budget")}
    assert ("586", "initial_budget") in _values(found, "upper_level_funds")
    alone = _read("2023年上级下达我县山塘整治资金586万元，用于整治山塘31座。\n")
    assert not _values(alone, "upper_level_funds")


def test_levels_behind_a_sum_after_an_addition_are_of_the_adjusted_budget() -> None:
    found = _read(
        "2023年预算批复430万元，年中追加35万元，共465万元，其中省级补助325万元、县级配套140万元。\n"
    )
    assert _values(found, "upper_level_funds") == {("325", "adjusted_budget")}
    assert _values(found, "local_level_funds") == {("140", "adjusted_budget")}


def test_levels_behind_a_payment_with_its_rate_say_what_was_spent_of_each() -> None:
    found = _read(
        "2023年我县共整合使用山塘整治资金650万元，按级次分：中央400万元、省级150万元、县级100万元。"
        "截至12月底，已拨付600.5万元，支付进度92.38%，其中中央资金支出390万元（97.5%），省级支出130.5万元，县级支出80万元。\n"
    )
    assert _values(found, "project_expenditure") == {("650", "initial_budget"), ("600.5", "final_account")}
    assert ("130.5", "final_account") in _values(found, "upper_level_funds")
    assert ("80", "final_account") in _values(found, "local_level_funds")


def test_what_a_level_added_within_the_year_is_no_change_against_the_last() -> None:
    found = _read(
        "2023年项目年初预算860万元，其中省级补助520万元、县级340万元；年中省级追加10万元，加上上年结转32.5万元，全年可用资金902.5万元，全年支出889.4万元。\n"
    )
    assert not [one for one in found.figures if one.measure == "change"]


def test_terse_words_for_paying_and_what_is_left() -> None:
    found = _read(
        "2023年整治专款共52万（中央30万、省12万，县本级配10万）。至年末付42.6万，执行81.92%，余9.4万结转2024年。\n"
    )
    assert ("42.6", "final_account") in _values(found, "project_expenditure")
    assert _values(found, "budget_execution_rate") == {("81.92", None)}
    assert _values(found, "carryover_funds") == {("9.4", None)}


def test_money_said_to_have_come_behind_its_amount_is_what_was_paid_of() -> None:
    found = _read(
        "753.20万元资金全部到位。累计支出698.75万元，执行率92.77%。未执行完毕的54.45万元主要为设备尾款，已按规定结转下年。\n"
    )
    assert ("698.75", "final_account") in _values(found, "project_expenditure")
    assert _values(found, "carryover_funds") == {("54.45", None)}


def test_levels_by_source_are_given_and_not_spent() -> None:
    found = _read(
        "2023年省财政厅分次下达我县资金共412万元，其中：山塘整治290万元，渠道清淤122万元。按资金来源分，中央补助286万元，省级补助126万元。\n"
    )
    assert {stage for _, stage in _values(found, "upper_level_funds")} == {"initial_budget"}


def test_a_budget_cut_in_a_month_becomes_what_stands_behind_it() -> None:
    found = _read(
        "项目预算年初安排650万元，9月调减82万元，调整后568万元。全年支付549.25万元，执行率96.70%。\n"
    )
    assert _values(found, "project_expenditure") == {
        ("650", "initial_budget"),
        ("568", "adjusted_budget"),
        ("549.25", "final_account"),
    }


def test_a_report_on_several_years_is_on_the_last_and_scored_in_its_own_words() -> None:
    text = "云溪县2021—2023年山塘整治项目绩效自评报告\n\n2023年支付率97.20%。自我评定92分，良好。\n"
    found = extract(text.encode(), "a.txt")
    assert found.identity.fiscal_year == 2023
    assert _values(found, "self_evaluation_score") == {("92", None)}


def test_a_sentence_on_the_budget_of_the_department_is_not_on_the_project() -> None:
    found = _read("2023年部门年初预算1022.89万元，全年执行数1767.21万元，执行率偏低。\n")
    assert not _values(found, "project_expenditure")
    assert ("1022.89", "initial_budget") in _values(found, "total_expenditure")


def test_a_year_that_stands_alone_in_the_title_is_the_one_reported_on() -> None:
    text = "云溪县2021-2025年农村公路建设项目2023年度绩效自评报告\n\n项目自评得分92分。\n"
    assert extract(text.encode(), "a.txt").identity.fiscal_year == 2023


def test_what_is_still_to_be_paid_is_not_paid() -> None:
    found = _read("2023年项目专款共52万（中央30万、省12万，县本级10万）。合同应付42.6万，尚未付9.4万。\n")
    assert not [one for one in found.figures if one.stage == "final_account"]
