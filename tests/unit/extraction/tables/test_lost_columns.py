"""Copies of web pages whose empty and merged cells became bars at the ends of rows."""

from __future__ import annotations

import pytest

from extraction.columns.headings import read_heading
from extraction.columns.valuecolumns import by_values

FINAL, INITIAL, ADJUSTED = "final_account", "initial_budget", "adjusted_budget"


def found(read, text: str) -> set[tuple[str, str | None, str]]:
    return {(figure.concept, figure.stage, figure.value) for figure in read(text).figures}


def test_amounts_are_never_taken_for_those_of_the_next_column(read):
    got = found(
        read,
        "| 科目 | 本年支出合计 | 基本支出 | 项目支出 ||\n| 栏次 | 1 | 2 | 3 ||\n| 合计 | 90.00 | 70.00 | 20.00 ||\n"
        "| 机关服务 | 20.00 | 20.00 |||\n",
    )
    assert got == {
        ("total_expenditure", FINAL, "90.00"),
        ("basic_expenditure", FINAL, "70.00"),
        ("project_expenditure", FINAL, "20.00"),
    }


def test_a_form_keeps_its_columns_although_its_labels_were_merged(read):
    got = found(
        read,
        "| 部门名称 | 石门县林业局 ||||||||\n"
        "| 年度预算申请（万元） | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 ||\n"
        "| 年度资金总额 | 40 | 50 | 45 | 10 | 90% | 9 |||\n"
        "| 其中： | 当年财政拨款 | 40 | 45 | 40 | 88.89% ||||\n",
    )
    assert ("total_expenditure", FINAL, "45") in got
    assert ("budget_execution_score_line", ADJUSTED, "45") in got
    assert ("budget_execution_score_line", FINAL, "40") in got
    assert ("budget_execution_score_line", INITIAL, "88.89") not in got


def test_a_reason_is_no_row_and_a_level_holds_until_the_next_one(read):
    rows = [
        (row.level_1, row.level_2, row.level_3, row.full_marks, row.score, row.reason)
        for row in read(
            "| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |\n"
            "|\n产出指标 （50分） |\n数量指标 | 造林 | ≥60亩 | 63亩 | 10 | 10 |||\n"
            "| 抚育 | ≥50亩 | 46亩 | 10 | 9.2 | 雨季延后 ||||\n"
            "| 质量指标 | 成活率 | 90% | 91% | 10 | 10 ||||\n"
            "| 总分 | 100 | 97.00 |||||||\n"
        ).indicators
        if row.row_kind == "item"
    ]
    assert rows == [
        ("产出指标", "数量指标", "造林", "10", "10", None),
        ("产出指标", "数量指标", "抚育", "10", "9.2", "雨季延后"),
        ("产出指标", "质量指标", "成活率", "10", "10", None),
    ]


def test_income_and_expenditure_side_by_side_with_one_half_blank(read):
    got = found(
        read,
        "| 收入 | 支出 |||||\n| 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |\n"
        "| 五、事业收入 | 5 | 三、国防支出 | 14 |||\n| 八、其他收入 | 8 | 14.60 ||||\n"
        "| 本年收入合计 | 27 | 130.00 | 本年支出合计 | 57 | 120.00 |\n",
    )
    assert got == {
        ("other_revenue", FINAL, "14.60"),
        ("total_revenue", FINAL, "130.00"),
        ("total_expenditure", FINAL, "120.00"),
    }


def test_changes_below_a_heading_that_was_merged_over_them(read):
    text = (
        "县2022年“三公”经费决算情况统计表\n\n单位:万元\n\n"
        "| 项目 | 上年决算数 | 本年决算数 | 比上年增、减情况 ||\n| 增、减金额 | 增、减幅度 ||||\n"
        "| 合计 | 20.00 | 18.00 | -2.00 | -10.00% |\n| 公务接待费 | 8.00 | 7.00 | -1.00 | -12.50% |\n"
    )
    got = {(f.concept, f.measure, f.fiscal_year, f.value) for f in read(text).figures}
    assert ("three_public_total", "change", 2022, "-2.00") in got
    assert ("official_reception", "level", 2021, "8.00") in got
    assert ("official_reception", "change_rate", 2022, "-12.50") in got


def items(read, text: str) -> list[tuple[str | None, ...]]:
    return [
        (row.level_1, row.level_2, row.level_3, row.full_marks, row.score)
        for row in read(text).indicators
        if row.row_kind == "item"
    ]


RUBRIC = (
    "一级指标{0}分值{0}二级指标{0}分值{0}三级指标{0}分值{0}评分标准{0}自评得分{1}\n"
    "投入{0}25{0}目标设定{0}10{0}绩效目标合理性{0}5{0}符合实际得满分{0}5{1}\n"
    "绩效指标明确性{0}5{0}细化量化得满分{0}4{2}\n"
    "预算配置{0}15{0}在职人员控制率{0}8{0}控制率≤100%得满分{0}8{3}\n"
)
ROWS = [
    ("投入", "目标设定", "绩效目标合理性", "5", "5"),
    ("投入", "目标设定", "绩效指标明确性", "5", "4"),
    ("投入", "预算配置", "在职人员控制率", "8", "8"),
]


def test_a_rubric_whose_merged_levels_were_not_copied(read):
    assert items(read, RUBRIC.format("\t", "", "", "")) == ROWS
    assert items(read, RUBRIC.format(" | ", " |", " |||||", " |||")) == ROWS


def test_points_of_a_rubric_are_no_rates(read):
    text = "\n".join(line.replace("\t", "\n") for line in RUBRIC.format("\t", "", "", "").splitlines())
    assert not [figure for figure in read(text).figures if figure.concept == "staff_control_rate"]


def test_a_row_copied_without_the_merged_title_beside_it(read):
    text = "资产情况（万元）\t资产总额\t流动资产\t固定资产净值\n5,218.46\t1,406.32\t1,962.30\n"
    got = {(concept, value) for concept, _, value in found(read, text)}
    assert got == {
        ("total_assets", "5218.46"),
        ("current_assets", "1406.32"),
        ("fixed_assets_net", "1962.30"),
    }


def test_a_value_below_a_heading_of_labels_is_left_out(read):
    assert not found(read, "资产情况（万元）\t资产总额\t流动资产\t固定资产净值\n5,218.46\t1,406.32\n")


def test_headings_of_two_levels_with_a_cell_a_line_are_not_guessed(read):
    cells = """科目名称 合计 基本支出 项目支出 小计 人员经费 公用经费 合计 9.00 7.00 6.00 1.00 2.00 201 一般公共服务支出 8.00 6.00 5.00 1.00 2.00 20105"""
    assert not read("单位：万元\n" + cells.replace(" ", "\n") + "\n").figures


def test_the_unit_below_a_title_leaves_the_title_what_it_says(read):
    text = "| 县2022年“三公”经费决算表 |||\n| 单位:万元 |||\n| 项目 | 年初预算数 | 决算数 |\n| 合计 | 3.00 | 2.00 |\n"
    assert ("three_public_total", FINAL, "2.00") in found(read, text)


def test_one_amount_alone_below_a_whole_and_its_funds_is_the_whole(states):
    table = "单位：万元\n项目 2022年预算数合计 公共财政预算拨款 政府性基金预算拨款\n一、“三公”经费合计 4.9 4.9 0\n公务接待费 1.8\n公务用车购置及运行费 3.1 3.1 0\n"
    assert ("official_reception", "level", "initial_budget", "1.8", "万元") in states(table)


@pytest.mark.parametrize(
    ("cells", "half"),
    [
        (("事业收入", "5"), "收入"),
        (("公共安全支出", "5"), "支出"),
        (("预备费", "5"), "支出"),
        (("年末结转和结余", "5"), "支出"),
    ],
)
def test_the_half_of_a_row_whose_other_half_is_blank_is_told_by_its_label(cells, half):
    over = by_values(cells, [read_heading(text) for text in ("收入", "金额", "支出", "金额")])
    assert [heading.text for heading in over or ()] == [half, "金额"]


def test_a_row_with_more_parts_than_its_headings_is_left_out():
    headings = [read_heading(text) for text in ("收入", "金额", "支出", "金额")]
    assert by_values(("甲", "5", "乙", "6", "丙", "7"), headings) is None
