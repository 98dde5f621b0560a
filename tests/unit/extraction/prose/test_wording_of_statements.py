"""Wordings of published statements and short reports: what is compared, kept within, arranged, summed; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract

REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


def read(text: str) -> list[tuple[str, str, str | None, int | None, str]]:
    """Concept, measure, stage, year and value of each figure that a text states."""
    figures = extract(text.encode(), "说明.txt").figures
    return [(one.concept, one.measure, one.stage, one.fiscal_year, one.value) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政法专项编制62名。", ("administrative_quota", "level", None, 2022, "62")),
        ("行政编制20名，事业编制30名，工勤编制2名，共计52名。", ("staff_quota", "level", None, 2022, "52")),
        ("“三公”经费支出16万元，控制在年初预算21万元以内。", ("three_public_total", "level", "initial_budget", 2022, "21")),
        ("“三公”经费支出16万元，控制在2021年决算数17万元以内。", ("three_public_total", "level", "final_account", 2021, "17")),
        ("2022年部门预算1986万元，上级追加313万元。", ("budget_adjustment", "level", "adjusted_budget", 2022, "313")),
        ("2022年公务用车购置数及保有量分别为2辆和141辆。", ("vehicle_stock", "level", None, 2022, "141")),
        ("收入决算326万元，支出决算326万元。", ("total_expenditure", "level", "final_account", 2022, "326")),
        ("学校预算收入308万元，其中年初预算300万元，追加8万元。", ("total_revenue", "level", "adjusted_budget", 2022, "308")),
        ("2022年度用于保障机构正常运转的日常支出220万元。", ("basic_expenditure", "level", "final_account", 2022, "220")),
        ("年初部门预算86万元，全年可用预算指标98万元。", ("total_expenditure", "level", "adjusted_budget", 2022, "98")),
        ("今年我局收到财政拨款共计412万元。", ("fiscal_appropriation_revenue", "level", "final_account", 2022, "412")),
        ("2022年年初财政拨款预算收入82万元。", ("fiscal_appropriation_revenue", "level", "initial_budget", 2022, "82")),
        ("核定编制56名，年末在岗52人。", ("staff_in_service", "level", None, 2022, "52")),
        ("部门预算批复总额36万元，省、市追加专项资金11万元，收回4万元，调整后预算总额43万元。", ("total_expenditure", "level", "adjusted_budget", 2022, "43")),
        ("（一）部门预算管理\n“三公”经费财政拨款支出3万元，较预算数4万元节约1万元。", ("three_public_total", "level", "final_account", 2022, "3")),
        ("全年实际支出92万元，为年初预算的109.01%。", ("total_expenditure", "completion_rate", "final_account", 2022, "109.01")),
        ("“三公”经费支出9万元，比上年实际支出12万元下降25%。", ("three_public_total", "level", "final_account", 2021, "12")),
        ("编外长聘人员16人。", ("staff_contract", "level", None, 2022, "16")),
        ("政府采购预算98万元，实际完成采购96万元。", ("procurement_actual", "level", "final_account", 2022, "96")),
        ("政府性基金拨款支出预算7万元。", ("total_expenditure", "level", "initial_budget", 2022, "7")),
        ("“三公”经费预算3万元，决算2万元，全部为公务接待费。", ("official_reception", "level", "final_account", 2022, "2")),
        ("2022年，我局部门预算支出安排86万元，其中：人员经费62万元，项目支出24万元。年度预算调整后为92万元，当年实际支出91万元。", ("total_expenditure", "level", "adjusted_budget", 2022, "92")),
        ("2022年部门预算96万元，当年实际支出92万元，支出率95.83%。", ("total_expenditure", "level", "final_account", 2022, "92")),
        ("2022年全年支出92万元，支出率96.33%。", ("budget_execution_rate", "level", None, 2022, "96.33")),
        ("事业编制13人（含参公管理事业编制0人）。", ("institution_quota", "level", None, 2022, "13")),
        ("总分98.6分，其中预算执行率指标9.92分。", ("self_evaluation_score", "level", None, 2022, "98.6")),
        ("财政拨款收入128万元，较2021年增加10万元。其中年初预算98万元，追加30万元。", ("budget_adjustment", "level", "adjusted_budget", 2022, "30")),
        ("实有民警61人，辅警21人。", ("staff_contract", "level", None, 2022, "21")),
        ("核定编制25人，实有在编职工24人。", ("staff_in_service", "level", None, 2022, "24")),
        ("纳入专户管理的非税收入5万元。", ("special_account_revenue", "level", "final_account", 2022, "5")),
        ("2022年县林业局部门整体支出年初预算安排86万元。", ("total_expenditure", "level", "initial_budget", 2022, "86")),
        ("2022年部门预算86万元，年中调整后预算92万元。", ("total_expenditure", "level", "adjusted_budget", 2022, "92")),
        ("“三公”经费支出6万元，较上年增加1万元，主要是接待增加；比年初预算8万元节约2万元。", ("three_public_total", "level", "initial_budget", 2022, "8")),
        ("现有在编干警55人，退休干警29人。", ("staff_retired", "level", None, 2022, "29")),
        ("项目实际支出652万元，资金支出率95.94%。", ("budget_execution_rate", "level", None, 2022, "95.94")),
    ],
)  # fmt: skip
def test_a_wording_states(text, expected):
    assert expected in read(REPORT + text)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("“三公”经费支出16万元，控制在上年17万元以内。", "17"),
        ("单次接待控制在500元以内。", "500"),
        ("2022年县水务局部门整体支出年初预算安排86万元。", "86"),
        ("行政编制18人，参公事业编制10人，事业编制35人。", "35"),
        ("评价指标体系总分100分。", "100"),
        ("投入，总分20分。", "20"),
        (
            "“三公”经费支出8万元，其中公务接待费5万元、公务用车运行维护费3万元，比2021年10万元下降17.8%。",
            "10",
        ),
        ("行政编制实际在岗61人，事业编制实际在岗38人。", "61"),
        ("行政编制20名，事业编制30名，聘用5名，共计55名。", "55"),
        ("2022年部门预算86万元。其中基本支出60万元，县财政追加13万元。", "13"),
    ],
)
def test_a_wording_that_leaves_open_what_is_stated(text, unread):
    assert unread not in [value for _, measure, _, _, value in read(REPORT + text) if measure == "level"]


def test_the_year_compared_with_ends_with_the_words_that_say_nothing_changed():
    text = "石门县林业局2022年“三公”经费预算说明\n\n公务用车购置费预算安排0万元,与2021年预算持平\n公务用车运行维护费预算安排9万元。"
    assert ("official_vehicle_operation", "level", "initial_budget", 2022, "9") in read(text)


def test_a_change_on_a_like_basis_in_a_sentence_of_its_own():
    text = "石门县2022年“三公”经费决算说明\n\n“三公”经费支出95万元。其中:公务接待费60万元，因公出国(境)费35万元。同口径比2021年减少5万元，下降5%。"
    assert ("three_public_total", "change", "final_account", 2022, "-5") in read(text)
    assert ("three_public_total", "change_rate", "final_account", 2022, "-5") in read(text)


def test_parts_of_a_change_are_of_its_stage():
    text = "一、2021年“三公”经费决算情况\n2022年度“三公”经费预算较2021年度增加2万元，其中公务接待费较上年同期减少1万元。"
    assert ("official_reception", "change", "initial_budget", 2022, "-1") in read(text)


def test_the_sum_of_what_a_bracket_has_called_by_a_short_name():
    text = "2022年用财政拨款开支的出国（境）经费、公务接待费（简称“三公”经费）支出合计26.4万元。"
    concepts = [figure[0] for figure in read(text)]
    assert "total_expenditure" not in concepts
    assert "three_public_total" in concepts


@pytest.mark.parametrize(
    "text",
    [
        "一、“三公”经费安排情况\n2022年本部门财政拨款安排“三公”经费43万元，比上年减少2万元。",
        "2022年市本级“三公”經(jīng)費預(yù)算為43萬元。其中，公務(wù)接待費比2021年減少2萬元。預(yù)算下降的原因是壓縮開支。",
    ],
)
def test_what_was_arranged_is_of_the_budget(text):
    assert {figure[2] for figure in read(text)} == {"initial_budget"}


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("关于石门县林业局2022年度部门决算的说明", "石门县林业局", "final_account_explanation"),
        ("石门县林业局2022年度部门绩效自评情况", "石门县林业局", "department_self_evaluation"),
        ("石门县2022年水利发展资金绩效自评报告", None, "project_self_evaluation"),
    ],
)
def test_titles(title, name, kind):
    found = extract(f"{title}\n\n2022年收入决算26万元。".encode(), "说明.txt").identity
    assert (found.department_name, found.report_kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("本单位编制数12人。下属事业单位2个，编制数20人。", ["department", "subordinate"]),
        ("内设3个股室，下属事业单位2个，编制数20人。", ["department"]),
        ("下属事业单位2个，全局编制数20人。", ["department"]),
    ],
)
def test_whose_posts_are_counted_behind_the_units(text, bodies):
    figures = extract((REPORT + text).encode(), "说明.txt").figures
    assert [one.org_scope for one in figures if one.concept == "staff_quota"] == bodies


def test_a_change_is_of_the_clause_it_stands_in_and_not_of_one_that_says_there_is_none():
    text = "“三公”经费支出6万元，其中，因公出国支出决算比预算无增减变化,比去年无增减变化;公务用车运行维护费支出决算比预算无增减变化,比去年增加1万元,增长38%。"
    changes = [(figure[0], figure[1], figure[4]) for figure in read(REPORT + text) if figure[1] != "level"]
    assert changes == [
        ("official_vehicle_operation", "change", "1"),
        ("official_vehicle_operation", "change_rate", "38"),
    ]


@pytest.mark.parametrize("said", ["占总支出的67%", "较上年增长67%", "完成预算的67%"])
def test_what_is_said_of_an_amount_that_nobody_knows_is_of_no_other(said):
    text = f"2022年基本支出90万元，占总支出的60%；对各乡镇的税收返还和转移支付46万元，{said}。"
    assert "67" not in [value for *_, value in read(REPORT + text)]


def test_rates_and_scores_of_several_projects_are_none_of_the_report():
    text = """石门县林业局2022年度项目支出绩效自评报告

（一）天然林保护补助资金。年初预算128万元，全年执行126万元，执行率98.44%，自评得分98.5分。
（二）护林员补贴。年初预算32万元，全年执行31万元，执行率96.88%，自评得分97分。
三、总体结论
6个项目自评平均得分96.8分。"""
    concepts = {concept for concept, *_ in read(text)}
    assert not concepts & {"budget_execution_rate", "project_expenditure"}
    assert [value for concept, *_, value in read(text) if concept == "self_evaluation_score"] in (
        [],
        ["96.8"],
    )


def test_rates_of_one_project_are_those_of_the_report():
    text = """石门县护林员补贴项目2022年度绩效自评报告

（一）项目资金。年初预算32万元，全年执行31万元，执行率96.88%，自评得分97分。"""
    assert ("budget_execution_rate", "level", None, 2022, "96.88") in read(text)
    assert ("self_evaluation_score", "level", None, 2022, "97") in read(text)


def test_a_whole_county_is_of_the_statement_that_no_department_gives():
    county = "石门县2022年“三公”经费决算情况的说明\n\n全县“三公”经费支出预算128万元。"
    bureau = "石门县林业局2022年“三公”经费决算情况的说明\n\n全县“三公”经费支出预算128万元。"
    assert ("three_public_total", "level", "initial_budget", 2022, "128") in read(county)
    assert read(bureau) == []


def test_what_a_project_received_is_not_what_it_spent():
    text = "石门县护林员补贴项目2022年度绩效自评报告\n\n该项目2022年预算安排资金50万元，当年实际到位49万元，全年支出48万元。"
    levels = [
        (stage, value) for concept, _, stage, _, value in read(text) if concept == "project_expenditure"
    ]
    assert levels == [("initial_budget", "50"), ("final_account", "48")]


def test_the_grade_of_some_projects_is_none_of_the_report():
    text = "自评等级为“优”的项目7个，“良”的项目1个。部门整体自评等级为“良”。"
    assert [value for concept, *_, value in read(REPORT + text) if concept == "grade"] == ["良"]


def test_a_share_is_of_the_spending_and_not_of_who_pays_for_it():
    text = "“三公”经费支出8万元。公务接待费5万元，占财政拨款“三公”经费支出决算的62.5%。"
    figures = extract((REPORT + text).encode(), "说明.txt").figures
    assert [one.base_concept for one in figures if one.measure == "share"] == ["three_public_total"]


def test_a_budget_of_spending_below_the_name_of_one_expense_is_of_that(read):
    text = """（一）公务接待费。支出预算1.90万元，与2021年相比持平。
（二）公务用车购置及运行费。支出预算2.40万元，比2021年预算减少6.80万元。
五、机关运行经费
2022年本部门支出预算90万元，其中机关运行经费5万元。
"""
    found = {(f.concept, f.measure, f.value) for f in read(text).figures}
    assert found >= {
        ("official_reception", "level", "1.90"),
        ("official_vehicle", "level", "2.40"),
        ("official_vehicle", "change", "-6.80"),
        ("total_expenditure", "level", "90"),
        ("agency_operating_cost", "level", "5"),
    }
