"""Wordings of published texts that were read wrongly when they were first met; each with invented names and figures."""

from __future__ import annotations

import pytest

from tests.unit.extraction.conftest import state_of

PROJECT = "石门县农村公路养护项目支出绩效自评报告\n（2022年度）\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公务接待费支出预算为10万元，支出决算为5万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少1万元，减少20%。",
            {("official_reception", "level", "10"), ("official_reception", "level", "5"), ("official_reception", "change", "-1"), ("official_reception", "change_rate", "-20")},
        ),
        (
            "本年支出合计379万元，较上年增加31万元，主要原因是：项目增加；年末结转和结余7万元，较上年减少4万元。",
            {
                ("total_expenditure", "level", "379"),
                ("total_expenditure", "change", "31"),
                ("closing_carryover", "level", "7"),
                ("closing_carryover", "change", "-4"),
            },
        ),
        ("其他支出（对附属单位补助支出、上缴上级支出）3万元。", set()),
        ("财政供养人员控制率=（82/86）×100%=95.35%。", {("staff_control_rate", "level", "95.35")}),
        ("结转结余率=年末结转和结余37万元÷收入决算数26万元×100%=0.14%。", {("carryover_rate", "level", "0.14"), ("closing_carryover", "level", "37"), ("total_revenue", "level", "26")}),
        (
            "“三公”经费预算8万元，实际支出6万元，控制率为75%。",
            {("three_public_total", "level", "8"), ("three_public_total", "level", "6"), ("three_public_control_rate", "level", "75")},
        ),
        (
            "2022年公务接待45批次，386人次，预算为5万元，支出决算为3万元。",
            {
                ("reception_batches", "level", "45"),
                ("reception_persons", "level", "386"),
                ("official_reception", "level", "5"),
                ("official_reception", "level", "3"),
            },
        ),
        ("项目决策类指标权重20分，得分20分。", set()),
        ("履职目标实现情况良好，得分28.5分。", set()),
        (
            "预算执行得9.8分，产出得49分，效益得29.5分，满意度得10分，合计98.3分。",
            {("self_evaluation_score", "level", "98.3")},
        ),
        (
            "2022年年初预算安排398万元，其中：基本支出238万元，项目支出160万元；调整后预算数520万元。",
            {
                ("total_expenditure", "level", "398"),
                ("basic_expenditure", "level", "238"),
                ("project_expenditure", "level", "160"),
                ("total_expenditure", "level", "520"),
            },
        ),
        (
            "“三公”经费支出决算6万元（其中：一般公共预算支出6万元；政府性基金预算支出0万元）。与上年相比，减少1万元。",
            {("three_public_total", "level", "6"), ("three_public_total", "change", "-1")},
        ),
        (
            "2022年度收入总计32万元，支出总计32万元，与2021年度相比，各增加2万元。",
            {
                ("total_resources", "level", "32"),
                ("total_uses", "level", "32"),
                ("total_resources", "change", "2"),
                ("total_uses", "change", "2"),
            },
        ),
        (
            "国内公务接待支出1万元，接待16批次，132人次；国（境）外公务接待支出2万元，接待3批次，20人次。",
            {
                ("official_reception", "level", "1"),
                ("reception_batches", "level", "16"),
                ("reception_persons", "level", "132"),
            },
        ),
        (
            "1.公务接待费。2022年决算数2万元，比2022年年初预算数3万元减少1万元。",
            {("official_reception", "level", "2"), ("official_reception", "level", "3"), ("official_reception", "change", "-1")},
        ),
        (
            "机关运行经费当年一般公共预算拨款186万元，比上年预算减少12万元。",
            {("agency_operating_cost", "level", "186"), ("agency_operating_cost", "change", "-12")},
        ),
        (
            "人员类项目预算数128万元，全年执行数120万元，执行率93.75%。",
            {("personnel_expenditure", "level", "128"), ("personnel_expenditure", "level", "120"), ("personnel_expenditure", "completion_rate", "93.75")},
        ),
        ("服务对象满意度 90% 100% 10 10", set()),
        ("内设综合科、财务科等6个科室，下属2家事业单位。", {("internal_division_count", "level", "6"), ("subordinate_unit_count", "level", "2")}),
        ("我局评为“优秀”等次。", {("grade", "level", "优")}),
    ],
)  # fmt: skip
def test_amounts_go_to_what_the_words_say(read, text, expected):
    found = {(f.concept, f.measure, f.value) for f in read(text).figures}
    assert found == expected


def test_a_part_of_the_year_s_budget_is_of_its_stage(states):
    found = states("2022年全年预算数48万元，其中，基本支出预算数19万元，项目支出预算数29万元。")
    assert {stage for _, _, stage, _, _ in found} == {"adjusted_budget"}


def test_a_heading_that_compares_gives_no_stage(read):
    text = "（二）财政拨款收支与年初预算数对比情况\n2022年度本年支出375万元，完成年初预算的107%。"
    found = [state_of(f) for f in read(text).figures]
    assert ("total_expenditure", "level", "final_account", "375", "万元") in found


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "该项目年初预算860万元，调整后预算数850万元，实际执行数817万元。",
            {"initial_budget": "860", "adjusted_budget": "850", "final_account": "817"},
        ),
        ("甲项目年初预算30万元，乙项目年初预算20万元。", {}),
        ("实际到位资金860万元。", {}),
    ],
)
def test_money_of_a_report_on_one_project(read, text, stages):
    figures = [f for f in read(text, PROJECT).figures if f.concept == "project_expenditure"]
    assert {f.stage: f.value for f in figures} == stages
    assert all(f.confidence < 1 for f in figures)


def test_columns_of_the_three_public_form_in_lines(read):
    heads = ["预算数", "决算数", *["合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"] * 2]
    heads += ["小计", "公务用车购置费", "公务用车运行费"] * 2
    numbers = [str(n) for n in range(1, 13)]
    values = ["5.2", "0", "4", "0", "4", "1.2", "3.9", "0", "3.2", "0", "3.2", "0.7"]
    caption = "财政拨款“三公”经费支出决算表\n单位：万元\n"
    found = {
        (f.concept, f.stage, f.value) for f in read(caption + "\n".join(heads + numbers + values)).figures
    }
    assert ("official_reception", "initial_budget", "1.2") in found
    assert ("official_vehicle", "final_account", "3.2") in found
    wrong = ["5.3", *values[1:]]  # the total is not the sum: whose the amounts are cannot be known
    assert not read(caption + "\n".join(heads + numbers + wrong)).figures


def test_rows_cut_by_line_breaks_inside_cells(read):
    text = (
        "单位 | 林业局 | | | | | |\n序号 | 一级 指标 |\n二级 指标 |\n三级 指标 |\n指标分值 | 评分标准 | 自评得分 |\n"
        "1 | 规划 |\n目标 | 完整性 | 3 | 完整（3分） |\n2.5 |\n"
        "2 | 明确性 | 4 | 明确（4分） | 4 | | |\n"
        "合计 | 7 | 6.5 | | | | |\n"
    )
    rows = [(r.level_1, r.level_2, r.level_3, r.full_marks, r.score) for r in read(text).indicators]
    assert rows[:2] == [("规划", "目标", "完整性", "3", "2.5"), ("规划", "目标", "明确性", "4", "4")]
    assert rows[2][3:] == ("7", "6.5")


def test_rows_that_kept_their_lines_and_lost_their_cells(read):
    text = (
        "年初预算数 全年预算数(A) 全年执行数(B) 分值 执行率(B/A) 得分\n年度资金总额: 76 75 72 10 96% 9.6\n"
        "其中:本年财政拨款 76 75 72 - -\n分值 得分\n总分 100 98.4\n"
    )
    found = {(f.concept, f.stage, f.value) for f in read(text, PROJECT).figures}
    assert ("project_expenditure", "adjusted_budget", "75") in found
    assert ("self_evaluation_score", None, "98.4") in found


def test_a_stage_behind_parts_of_an_unknown_amount_is_of_none_of_them(read):
    text = "拨付资金231万元，其中基本支出61万元、项目支出170万元；执行中调增51万元，调整后预算282万元。"
    assert "282" not in {f.value for f in read(text).figures}


def test_a_decision_on_the_budget_opens_a_paragraph(states):
    text = "2022年，市财政批复部门预算231万元，其中基本支出61万元、项目支出170万元；执行中调增51万元，调整后预算282万元。"
    assert [(c, s, v) for c, m, s, v, u in states(text) if c == "total_expenditure"] == [
        ("total_expenditure", "initial_budget", "231"),
        ("total_expenditure", "adjusted_budget", "282"),
    ]
