"""Forms that lost their lines or their empty cells: rows that can be counted are read, others are left out."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"
FUNDS = written_out("项目资金（万元） {{funds}} ")
HEADS = "一级指标 二级指标 三级指标 指标值 完成值 分值 得分 "


def test_the_funds_block_on_one_line(states):
    found = states(
        "项目名称 河堤 " + FUNDS + "年度资金总额 215.00 236.50 229.41 10 97.00% 9.7 年度目标 如期完工"
    )
    assert [
        state for state in found if state[0] in {"total_expenditure", "project_expenditure", "project_item"}
    ] == [
        ("project_item", "level", BUDGET, "215.00", "万元"),
        ("project_item", "level", ADJUSTED, "236.50", "万元"),
        ("project_item", "level", FINAL, "229.41", "万元"),
    ]


def test_a_row_with_more_amounts_than_headings_is_left_out(states):
    assert (
        states(
            "填表说明见附件一，单位盖章后报送 " + FUNDS + "年度资金总额 215 236 229 10 97% 9.7 12 上年结转 0"
        )
        == []
    )


def test_indicator_rows_on_one_line_with_a_reason_here_and_there(read):
    rows = read(
        "说明 " + HEADS + "偏差原因 产出指标 数量指标 栽树 80株 80株 20 20 成活率 ≥90% 92% 20 20"
        " 效益指标 社会效益指标 惠及居民 ≥400人 380人 30 28.5 拆迁未完 总分 70 68.5"
    ).indicators  # fmt: skip
    assert [(r.level_1, r.level_2, r.level_3, r.score, r.reason) for r in rows if r.row_kind == "item"] == [
        ("产出指标", "数量指标", "栽树", "20", None),
        ("产出指标", "数量指标", "成活率", "20", None),
        ("效益指标", "社会效益指标", "惠及居民", "28.5", "拆迁未完"),
    ]
    assert [(r.full_marks, r.score) for r in rows if r.row_kind == "total"] == [("70", "68.5")]


def test_cells_closed_by_strokes_below_a_title_that_is_not_printed_again(states):
    cells = [
        "预算执行情况",
        "年度预算数（万元）",
        "年初预算",
        "调整后预算数",
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
        "原因",
        "总额",
        "238.93",
        "251.89",
        "251.89",
        "100.00%",
        "10",
    ]
    text = (
        "\n".join(f"{cell} |" for cell in cells)
        + "\n|\n其中:财政资金 |\n238.93 |\n251.89 |\n251.89 |\n100.00% |\n/ |\n/ |\n"
    )
    assert [s for s in states(text) if s[0] == "total_expenditure"] == [
        ("total_expenditure", "level", BUDGET, "238.93", "万元"),
        ("total_expenditure", "level", ADJUSTED, "251.89", "万元"),
        ("total_expenditure", "level", FINAL, "251.89", "万元"),
    ]


def _lines(*cells):
    return "\n\n".join(cells) + "\n\n"


def test_a_total_is_known_where_the_other_amounts_add_up_to_it(read):
    heads = (
        "年度收入情况(万元)",
        "机构名称",
        "收入合计",
        "其中:",
        "上年结转",
        "公共财政拨款",
        "政府基金拨款",
        "其他收入",
    )
    (figure,) = read(_lines(*heads, "局机关及二级机构汇总", "412.6", "30.4", "382.2")).figures
    assert (figure.concept, figure.value, figure.note is not None) == ("total_revenue", "412.6", True)
    assert read(_lines(*heads, "局机关及二级机构汇总", "412.6", "30.4", "382.1")).figures == ()


def test_labels_of_staff_and_their_counts_in_turn(states):
    counts = [("staff_quota", "level", None, "21", "人"), ("staff_actual", "level", None, "20", "人")]
    assert states(_lines("人员编制", "21", "实有人数", "20", "职能职责概述")) == counts
    two_columns = _lines("人员编制", "实有人数", "21", "20")
    assert states(two_columns) == counts, "in turn, whether columns or rows lost their lines"
    assert states(_lines("人员编制", "实有人数", "离退休人数", "21", "20")) == [], (
        "whose count is lost is not said"
    )


def test_columns_of_changes_are_changes(read):
    text = "单位：万元\n|项目|2021年决算数|2022年决算数|比上年增减额|增减%|\n|公务接待费|1.44|0.98|-0.46|-31.94|\n"
    level, now, change, rate = read(text).figures
    assert (level.fiscal_year, now.fiscal_year) == (2021, 2022)
    assert (change.measure, change.value, change.base_stage) == ("change", "-0.46", "prior_year")
    assert (rate.measure, rate.value, rate.unit) == ("change_rate", "-31.94", "%")


def test_a_note_below_the_table_says_what_its_budget_is(states):
    table = "单位：万元\n|项目|预算数|决算数|\n|公务接待费|2.2|1.0|\n"
    assert states(table)[0][2] == BUDGET
    assert states(table + "注：预算数为全年预算数，反映调整后的预算。\n")[0][2] == ADJUSTED


def test_lines_of_a_list_item_that_end_at_the_margin_go_on(states):
    text = (
        "(一)教育支出类科目58061.16元,占支出总预算的百\n分之八十二,同比增加3520.45元,增长6.46%。\n"
        + "单位按照规定的开支标准安排办公经费和差旅经费\n" * 12
    )
    assert ("function_class_amount", "change", FINAL, "3520.45", "元") in states(text)


BASIC_DATA = (
    "部门整体支出绩效评价基础数据表 填报单位：县林业局 单位：万元 财政供养人员情况 编制数 2022年实际在职人数 控制率 40 38 95.00%"
    " 经费控制情况 2021年决算数 2022年预算数 2022年决算数 三公经费 7.25 9.00 6.48 1、公务用车购置和维护经费 5.10 6.00 4.88"
    " 其中：公车购置 公车运行维护 5.10 6.00 4.88 2、出国经费 3、公务接待 2.15 3.00 1.60 公用经费 44.00 41.20 其中：办公经费 9.10 9.50 9.62"
    " 政府采购金额 —— 12.00 11.36"
)


def test_rows_below_headings_of_years_on_one_line(read):
    found = {(f.concept, f.stage, f.fiscal_year, f.value) for f in read(BASIC_DATA).figures}
    assert found >= {
        ("staff_quota", None, 2022, "40"),
        ("staff_in_service", None, 2022, "38"),
        ("staff_control_rate", None, 2022, "95.00"),
        ("three_public_total", FINAL, 2021, "7.25"),
        ("three_public_total", BUDGET, 2022, "9.00"),
        ("three_public_total", FINAL, 2022, "6.48"),
        ("official_vehicle_operation", FINAL, 2022, "4.88"),
        ("official_reception", FINAL, 2022, "1.60"),
        ("procurement_actual", FINAL, 2022, "11.36"),
    }
    assert {f.unit for f in read(BASIC_DATA).figures if f.concept == "three_public_total"} == {"万元"}
    assert {f.confidence for f in read(BASIC_DATA).figures} == {1}


def test_a_row_with_fewer_values_than_years_is_left_out(read):
    assert not [f for f in read(BASIC_DATA).figures if f.concept in {"public_expenditure", "overseas_travel"}]


PDF_FORM = written_out("""项目名称 桥梁维修
项目资金 {{funds}}
（万元）
年度资金总额 215.00 236.50 229.41 10 97.00% 9.7
其中：当年财政拨款 215.00 236.50 229.41 — 97.00% —
上年结转资金 — —
年度总体目标 预期目标 实际完成情况
维修桥梁三座 已完成
{{rows}} {{reasons}}
产出指标 数量指标 维修桥梁 3座 3座 30 30
质量指标 一次验收合格率 ≥95% 93% 20 19.6 返工一处
效益指标 社会效益指标 通行能力 提升 提升 40 40
总分 100 99.3
""")


def test_the_form_as_lines_of_a_pdf(read):
    found = read(PDF_FORM)
    assert [(f.stage, f.value, f.unit) for f in found.figures if f.concept == "project_item"] == [
        (BUDGET, "215.00", "万元"),
        (ADJUSTED, "236.50", "万元"),
        (FINAL, "229.41", "万元"),
    ]
    assert [(r.level_2, r.level_3, r.score, r.reason) for r in found.indicators if r.row_kind == "item"] == [
        ("数量指标", "维修桥梁", "30", None),
        ("质量指标", "一次验收合格率", "19.6", "返工一处"),
        ("社会效益指标", "通行能力", "40", None),
    ]


def test_parts_by_nature_behind_the_rows(states):
    cells = written_out(
        "{{funds}} 年度资金总额 215.00 236.50 229.41 10 97.00% 9.7 按收入性质分: 按支出性质分:"
        " 其中：一般公共预算：200.00 其中：基本支出：120.41 政府性基金拨款：36.50 项目支出：109.00"
    )
    found = states("\n".join(f"{cell} |" for cell in ["年度预算申请", "(万元)", *cells.split()]))
    assert {(concept, stage, value) for concept, _, stage, value, _ in found} >= {
        ("general_public_budget_appropriation", ADJUSTED, "200.00"),
        ("government_fund_appropriation", ADJUSTED, "36.50"),
        ("basic_expenditure", FINAL, "120.41"),
        ("project_expenditure", FINAL, "109.00"),
    }


def test_shorter_rows_below_the_total_of_a_block_with_its_title(states):
    found = states(
        "项目名称\t河堤\n项目资金（万元）\t\t全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分\n"
        "\t年度资金总额\t412.00\t401.70\t10\t97.5%\t9.75\n\t其中：中央财政资金\t300.00\t295.20\n\t地方资金\t112.00\t106.50\n"
    )
    assert ("upper_level_funds", "level", FINAL, "295.20", "万元") in found
    assert ("local_level_funds", "level", ADJUSTED, "112.00", "万元") in found
