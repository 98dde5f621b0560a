"""Rules on what the text says, claims, holds and leaves out. Not tested here: reading it (test_observations)."""

from dataclasses import replace

import pytest
from verdict_builders import (
    assert_judged,
    cell,
    figure,
    grade,
    item,
    report,
    said,
    seen,
    total,
    verdicts,
    verdicts_of_each,
)

from extraction.model import Locator
from orchestration.checking.engine import check_extractions

SPENT, BUDGET = (
    figure("total_expenditure", "30.00万元"),
    figure("total_expenditure", "100.00万元", stage="initial_budget"),
)
PROJECT, PROJECT_BUDGET = (
    figure("project_expenditure", "280.02万元"),
    figure("project_expenditure", "24.00万元", stage="initial_budget"),
)
THREE_PUBLIC = [
    figure("three_public_total", "14.60万元"),
    figure("three_public_total", "18.00万元", stage="initial_budget"),
]
WITHIN = seen("claim", "within_initial_budget", "项目资金严格控制在年初预算内")
HEADINGS = [
    seen("heading", "1", text, number)
    for number, text in enumerate(("一、概况", "二、执行情况", "三、存在的问题和改进措施"), 1)
]
LONG = "年初预算编制不够细致，个别项目的支出进度偏慢，需要加强统筹和调度。"

CASES = [
    ("C05", [seen("claim", "adjustment_high", "预算调整率偏高"), BUDGET], "not_run"),
    ("C07", [SPENT, BUDGET], "weakness"),
    ("C07", [SPENT, BUDGET, seen("claim", "deviation_reason", "差异的主要原因")], "pass"),
    ("C07", [figure("total_expenditure", "95.00万元"), BUDGET], "pass"),
    ("C07", [SPENT], "not_run"),
    ("C08", [WITHIN, figure("project_expenditure", "20.00万元"), PROJECT_BUDGET], "pass"),
    ("C08", [WITHIN, PROJECT, PROJECT_BUDGET], "not_run"),
    ("C08", [PROJECT, PROJECT_BUDGET], "not_applicable"),
    ("E02", [seen("claim", "procurement_low", "政府采购执行率不高")], "weakness"),
    ("E04", [seen("mixed_units", number=0)], "weakness"),
    ("E04", [seen("mixed_units", number=1)], "weakness"),
    ("E04", [SPENT], "pass"),
    ("G06", [seen("counted_list", "内设机构", "9个内设机构", 9, 8)], "weakness"),
    ("G06", [seen("counted_list", "内设机构", "9个内设机构", 9, 9)], "pass"),
    ("G06", [seen("counted_list", "评价组", "共5人", 5, 3)], "not_applicable"),
    ("G07", [seen("date", "as_of", "截至2023年4月", 2023, 4), figure("staff_quota", "70人")], "weakness"),
    ("G07", [seen("date", "as_of", "截至2022年12月", 2022, 12), figure("staff_quota", "70人")], "pass"),
    ("G08", [seen("counted_list", "评价组", "共5人", 5, 3)], "weakness"),
    ("G08", [seen("counted_list", "评价组", "共5人", 5, 5)], "pass"),
    ("G08", [seen("counted_list", "评价组", "共5人", 5)], "not_applicable"),
    ("H04", [seen("percent_sign_missing", text="占总支出的51.84")], "weakness"),
    ("H04", [SPENT], "pass"),
    ("I16", [seen("award_year", "bonus", "评为2021年度先进", 2021)], "weakness"),
    ("I16", [seen("award_year", "bonus", "评为2022年度先进", 2022)], "pass"),
    ("I16", [seen("award_year", "", "评为2021年度先进", 2021)], "not_applicable"),
    ("J01", [seen("goal_target", "≥%", "参训率达到95%以上", 9500)], "weakness"),
    ("J01", [seen("goal_target", "≥%", "参训率达到95%以上", 9500, 9610)], "pass"),
    ("J03", [item("产出", "5", "5", level_2="时效指标", level_3="社会满意度")], "weakness"),
    ("J03", [item("效益", "5", "5", level_2="服务对象满意度指标", level_3="社会满意度")], "pass"),
    ("J04", [seen("goal_target", "≥%", "覆盖率80%以上", 8000, 8874)], "pass"),
    ("J04", [seen("goal_target", "≥%", "覆盖率80%以上", 8000, 7900)], "weakness"),
    ("J04", [seen("goal_target", "≤%", "变动率5%以内", 500, 600)], "weakness"),
    ("J04", [seen("goal_target", "≥%", "覆盖率80%以上", 8000)], "not_applicable"),
    ("J05", [seen("goal_copied", number=100)], "weakness"),
    ("J05", [seen("goal_copied", number=60)], "pass"),
    ("J06", [seen("target", "质量指标", "指标1：不断加强学习")], "weakness"),
    ("J06", [seen("target", "数量指标", "指标1：举办培训55期")], "pass"),
    ("J06", [seen("claim", "vague_indicators", "指标设置较为笼统")], "weakness"),
    ("J08", [item("效益", "5", "5", level_3="群众满意度", target_text="≥95%", actual_text="≥95%")], "weakness"),
    ("J08", [item("效益", "5", "5", level_3="群众满意度", target_text="≥95%", actual_text="96.2%")], "pass"),
    ("J08", [seen("claim", "satisfaction_in_words", "比较满意")], "weakness"),
    ("J09", [seen("goal_count", "", "分项绩效目标", 4, 3)], "weakness"),
    ("J09", [seen("goal_count", "", "分项绩效目标", 4, 4)], "pass"),
    ("K02", [seen("claim", "score_kind_unclear", "核查得分为91.74分，自评等级")], "weakness"),
    ("K03", [seen("unit_missing", text="公务接待费")], "weakness"),
    ("K03", [SPENT], "pass"),
    ("K04", [seen("basis_year", "", "2018年度实施方案", 2018)], "weakness"),
    ("K04", [seen("claim", "basis_special_funds", "专项资金自评的通知")], "weakness"),
    ("K04", [SPENT], "pass"),
    ("K05", [seen("department_variant", "中共桥西区委组织部"), seen("department_variant", "中共石门市桥西区组织部")], "weakness"),
    ("K05", [seen("department_variant", "中共桥西区委组织部"), seen("department_variant", "中共石门市桥西区委组织部")], "pass"),
    ("K05", [seen("body_variant", "两新", "“两新”工委"), seen("body_variant", "两新", "两新办")], "weakness"),
    ("K06", [WITHIN, PROJECT, PROJECT_BUDGET], "contradiction"),
    ("K06", [WITHIN, PROJECT], "not_run"),
    ("K06", [seen("claim", "no_large_project", "无50万元以上的项目"), PROJECT], "weakness"),
    ("K06", [seen("claim", "three_public_up", "“三公”经费决算较年初预算增加"), *THREE_PUBLIC], "contradiction"),
    ("K06", [seen("claim", "three_public_down", "“三公”经费决算较年初预算减少"), *THREE_PUBLIC], "pass"),
    ("K06", [seen("claim", "no_large_project", "无50万元以上的项目"), figure("project_expenditure", "240.00万元")], "pass"),
    ("K06", [seen("claim", "funds_in_place", "资金落实到位"), figure("total_revenue", "27.00万元"), figure("total_revenue", "100.00万元", stage="initial_budget")], "weakness"),
    ("K06", [PROJECT], "not_applicable"),
    ("K07", HEADINGS, "pass"),
    ("K07", [HEADINGS[0], HEADINGS[2]], "weakness"),
    ("K07", [*HEADINGS, seen("heading", "1", "一、附表", 1), seen("heading", "1", "二、附表", 2)], "pass"),
    ("K08", [seen("residue", "bookmark", "[bookmark:", 2)], "weakness"),
    ("K08", [seen("claim", "use_differs_from_item", "事业单位离退休支出…用于企业")], "weakness"),
    ("K08", [SPENT], "pass"),
    ("L01", [HEADINGS[0], HEADINGS[2]], "weakness"),
    ("L02", [figure("self_evaluation_score", "95分"), grade("优")], "pass"),
    ("L02", [figure("self_evaluation_score", "95分")], "weakness"),
    ("L02", [seen("blank_field", "body_name", "主管部门"), figure("self_evaluation_score", "95分"), grade("优")], "weakness"),
    ("L03", [seen("annex", "1", "附件1：评分表", 0)], "weakness"),
    ("L03", [seen("annex", "1", "附件1：评分表", 1)], "pass"),
    ("L03", [figure("self_evaluation_score", "95分")], "weakness"),
    ("L03", [figure("self_evaluation_score", "95分"), item("产出", "5", "5")], "pass"),
    ("L03", [SPENT], "not_applicable"),
    ("L04", [seen("blank_field", "signature", "签字")], "weakness"),
    ("L04", [seen("date", "signature", "2023年4月19日", 2023, 4)], "pass"),
    ("L05", [SPENT], "weakness"),
    ("L06", HEADINGS, "pass"),
    ("L06", HEADINGS[:2], "weakness"),
    ("L06", [*HEADINGS[:2], said("problem", LONG), said("measure", LONG)], "pass"),
    ("L06", [*HEADINGS[:2], said("problem", LONG), seen("claim", "names_measures", "下一步")], "pass"),
    ("L06", [*HEADINGS[:2], said("problem", LONG), seen("claim", "names_measures", "今后将")], "pass"),
    ("L07", [seen("claim", "accounts_not_approved", "决算尚未批复")], "weakness"),
    ("L07", [seen("date", "signature", "2022年6月1日", 2022, 6)], "weakness"),
    ("L07", [seen("date", "signature", "2023年4月19日", 2023, 4)], "pass"),
    ("L08", [seen("personal_data", "mobile", "***********", 1)], "weakness"),
    ("L08", [SPENT], "pass"),
    ("L09", [seen("claim", "admitted_irregularity", "难以保证专款专用")], "weakness"),
    ("L09", [SPENT], "pass"),
    ("L10", [seen("blank_field", "project_name", "项目名称")], "weakness"),
    ("L10", [SPENT], "pass"),
]  # fmt: skip


@pytest.fixture(scope="module")
def judged():
    return verdicts_of_each([parts for _, parts, _ in CASES])


@pytest.mark.parametrize(
    ("number", "rule", "expected"), [(n, rule, expected) for n, (rule, _, expected) in enumerate(CASES)]
)
def test_rule(judged, number, rule, expected):
    assert_judged(judged[number], rule, expected)


def test_projects_listed_in_a_sentence_against_the_amount_in_it():
    def outcome(total):
        amount = figure("project_expenditure", "280.00万元")
        listed = replace(
            seen("project_list", "", "项目支出280.00万元，其中…", total, 100), locator=Locator(0, 10**9)
        )
        return {row["outcome"] for row in verdicts(amount, listed) if row["rule_id"] == "A15"}

    assert outcome(2_800_000) == {"pass"}
    assert outcome(2_900_000) == {"contradiction"}
    assert outcome(1_900_000) == {"not_run"}


def test_a_claim_against_the_budget_is_one_finding():
    rows = verdicts(WITHIN, PROJECT, PROJECT_BUDGET)
    assert [row["rule_id"] for row in rows if row["outcome"] == "contradiction"] == ["K06"]
    (moved,) = (row for row in rows if row["rule_id"] == "C08")
    assert moved["reason"] == "reported_elsewhere"


def test_a_disputed_number_and_the_sum_it_breaks_have_one_cause():
    rows = verdicts(
        figure("basic_expenditure", "654.74万元"),
        figure("personnel_expenditure", "334.41万元"),
        figure("public_expenditure", "334.41万元"),
        figure("public_expenditure", "320.33万元", source_kind="table"),
    )
    found = {row["rule_id"]: row for row in rows if row["outcome"] == "contradiction"}
    assert set(found) == {"A02", "K01"}
    assert found["A02"]["same_cause_as"] == found["K01"]["verdict_id"]
    assert found["K01"]["same_cause_as"] is None


def test_what_is_missing_is_named_in_both_languages():
    (row,) = (row for row in verdicts(SPENT) if row["rule_id"] == "L05")
    assert "年初预算" in row["message_zh"] and "initial budget" in row["message_en"]
    assert "支出合计（决算）" not in row["message_zh"]


def test_forms_of_projects_need_no_sections():
    made = report(figure("project_expenditure", "1.00万元"), *HEADINGS[:2])
    project = replace(made, identity=replace(made.identity, report_kind="project_self_evaluation"))
    found = {row["rule_id"]: row["outcome"] for row in check_extractions([project])}
    assert {found[rule] for rule in ("L01", "L05", "L06")} == {"not_run"}


def test_the_same_words_in_two_departments():
    def of(name, digit, *texts):
        made = report(*(said("problem", text) for text in texts), digit=digit)
        return replace(made, identity=replace(made.identity, department_name=name))

    other = "资产管理制度还不健全，部分固定资产没有及时登记入账，需要逐项清理。"
    copied = [of("甲县水利局", "a", LONG), of("乙县水利局", "b", LONG)]
    own = [of("甲县水利局", "a", LONG), of("乙县水利局", "b", other)]
    assert {r["outcome"] for r in check_extractions(copied) if r["rule_id"] == "M04"} == {"weakness"}
    assert {r["outcome"] for r in check_extractions(own) if r["rule_id"] == "M04"} == {"pass"}
    assert {r["outcome"] for r in check_extractions(own[:1]) if r["rule_id"] == "M04"} == {"not_run"}


def test_a_table_with_a_row_left_out_leaves_its_sum_open():
    rows = [
        cell("total_expenditure", "10.00万元", row=2),
        cell("total_expenditure", "4.00万元", row=3, org_scope="headquarters"),
        cell("total_expenditure", "5.00万元", row=4, org_scope="subordinate"),
    ]
    gap = replace(seen("row_gap", "", "4", 3), locator=Locator(0, 1, table=1))
    assert {r["outcome"] for r in verdicts(*rows) if r["rule_id"] == "A11"} == {"contradiction"}
    assert {r["reason"] for r in verdicts(*rows, gap) if r["rule_id"] == "A11"} == {"row_missing"}


def test_a_scoring_table_that_breaks_off_accuses_nobody():
    rows = [
        item("产出（30分）", "10", "10", level_1_full_marks="30"),
        item("产出（30分）", "10", "9", level_1_full_marks="30"),
    ]
    assert {r["reason"] for r in verdicts(*rows) if r["rule_id"] == "I03"} == {"cut_off"}
    assert {r["outcome"] for r in verdicts(*rows, total("30", "19")) if r["rule_id"] == "I03"} == {
        "contradiction"
    }


def test_numbers_of_two_years_are_told_with_their_years():
    now, before = (
        figure("total_expenditure", "173.86万元"),
        figure("total_expenditure", "110.24万元", fiscal_year=2021),
    )
    (row,) = (row for row in verdicts(now, before) if row["rule_id"] == "M02")
    assert "2022年本年支出合计173.86万元" in row["message_zh"]
    assert "2021年本年支出合计110.24万元" in row["message_zh"]
    assert (
        "2022 total expenditure 173.86" in row["message_en"] and "2021 total expenditure" in row["message_en"]
    )


def test_a_class_of_expenditure_goes_by_its_printed_name():
    rows = verdicts(
        figure("total_expenditure", "100.00万元"),
        figure("economic_class_amount", "70.00万元", economic_code="301", label="工资福利支出"),
        figure("economic_class_amount", "80.00万元", economic_code="302", label="商品和服务支出"),
    )
    (row,) = (row for row in rows if row["rule_id"] == "A10")
    assert row["outcome"] == "contradiction"
    assert "工资福利支出70.00万元 ＋ 商品和服务支出80.00万元" in row["message_zh"]


def test_amounts_of_two_stages_are_each_named_with_their_own():
    parts = (
        figure("total_expenditure", "150.00万元"),
        figure("total_expenditure", "100.00万元", stage="initial_budget"),
    )
    said = next(row["message_zh"] for row in verdicts(*parts) if row["rule_id"] == "C02")
    assert "决算本年支出合计150.00万元" in said
    assert "年初预算本年支出合计100.00万元" in said
