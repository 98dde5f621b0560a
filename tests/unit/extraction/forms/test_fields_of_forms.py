"""Fields of forms of self-evaluation and of goals in copies that broke them: score, money, points, sections of a rubric."""

from __future__ import annotations

import pytest

from benchmarks.perturbing.nationalforms import written_out

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
TITLE = "杨柳县民政局2022年度部门整体支出绩效自评表\n\n"
PROJECT = "杨柳县民政局2022年度养老服务项目支出绩效自评表\n\n"
GOALS = "杨柳县民政局2022年部门整体绩效目标申报表\n填报单位：杨柳县民政局\n"
TASKS = "任务名称\n预算金额（万元）\n总额\n财政拨款\n其他资金\n任务1\n30\n30\n0\n"


def _sure(read, text, title=TITLE):
    return {(f.concept, f.stage, f.value) for f in read(text, title).figures if f.confidence >= 0.9}


@pytest.mark.parametrize(
    "text",
    [
        "部门名称：杨柳县民政局 自评总分：93.6 等级：优\n",
        "自评得分\n93.6\n",
        "自评总分 93.6 等级 优\n",
        "自评综合得分：93.6 | 优\n",
    ],
)
def test_a_score_in_a_field(read, text):
    assert ("self_evaluation_score", None, "93.6") in _sure(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "分值\n自评得分\n100\n",
        "自评得分\n50\n48\n",
        "自评总分：93.6 等级：优\n自评总分：91 等级：优\n",
        "分值 自评得分 93.6 优\n",
        "综合得分 93.6 位列全市第三\n",
    ],
)
def test_what_is_no_score_in_a_field(read, text):
    assert not _sure(read, text)


def test_a_row_of_all_spending_on_the_line_of_its_form(read):
    text = written_out(
        "预算执行情况（万元） {{funds}} 部门整体支出 168.30 190.00 186.20 10 98% 9.8 "
        "其中：基本支出 98.30 100.00 100.00 - 100% - 项目支出 70.00 90.00 86.20 - 95.78% -\n"
    )
    found = _sure(read, text)
    assert {("total_expenditure", FINAL, "186.20"), ("budget_execution_rate", None, "98")} <= found
    assert ("project_expenditure", ADJUSTED, "90.00") in found


def test_the_row_of_funds_below_headings_in_pieces(read):
    text = "年初预 全年预 全年执 分 执行 得\n算数 算数 行数 值 率 分\n执行情况 年度资金总额 168.30 190.00 186.20 10 {} 9.8\n（万元）\n"
    assert ("total_expenditure", ADJUSTED, "190.00") in _sure(read, text.format("98%"))
    assert not _sure(read, text.format("88%"))  # what no rate confirms may be of other columns


def test_each_column_with_its_heading(read):
    text = (
        "项目资金（万元）：\n年初预算数：150 全年预算数：160 全年执行数：152 分值：10 执行率：95% 得分：9.5\n"
    )
    found = _sure(read, text, PROJECT)
    assert {("project_expenditure", BUDGET, "150"), ("project_expenditure", ADJUSTED, "160")} <= found
    assert ("project_expenditure", FINAL, "152") in found


def test_money_asked_for_all_tasks(read):
    assert ("total_expenditure", BUDGET, "42") in _sure(
        read, TASKS + "任务2\n12\n10\n2\n金额合计\n42\n40\n2\n", GOALS
    )
    assert not _sure(read, TASKS + "任务2\n12\n10\n2\n金额合计\n42\n40\n12\n", GOALS)


def test_money_asked_for_a_project(read):
    text = "单位：元\n项目名称\n塘坝治理\n年度资金申请总额\n1,260,000.00\n其中：财政拨款\n1,260,000.00\n一级指标\n"
    assert ("project_expenditure", BUDGET, "1260000.00") in _sure(
        read, text, "2022年部门预算项目绩效目标表\n"
    )


def test_indicators_at_once_behind_the_funds(read):
    text = (
        "项目资金（万元）\n年初预算数\n全年预算数\n全年执行数\n分值\n执行率\n得分\n年度资金总额\n80\n80\n80\n10\n100%\n10\n"
        "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n产出指标\n数量指标\n新建站点\n≥2个\n2个\n30\n30\n"
        "质量指标\n验收合格率\n100%\n100%\n30\n30\n满意度指标\n服务对象满意度指标\n老人满意度\n≥90%\n95%\n10\n10\n总分\n80\n80\n"
    )
    names = [row.level_3 for row in read(text, PROJECT).indicators if row.row_kind == "item"]
    assert names == ["新建站点", "验收合格率", "老人满意度"]


@pytest.mark.parametrize("bars", [True, False])
def test_sections_of_a_rubric_are_its_first_level(read, bars):
    rows = [
        ["评价内容", "分值", "自评得分"], ["一、预算编制（20分）"], ["1.编制完整性", "20", "18"], ["二、履职成效（80分）"],
        ["2.重点工作完成率", "50", "49"], ["3.群众满意度", "30", "29"], ["合计", "100", "96"],
    ]  # fmt: skip
    lines = ["|" + "|".join(row) + "|" for row in rows] if bars else [cell for row in rows for cell in row]
    items = [row for row in read("\n".join(lines) + "\n", TITLE).indicators if row.row_kind == "item"]
    assert [(row.level_1, row.level_3, row.score) for row in items] == [
        ("一、预算编制", "1.编制完整性", "18"),
        ("二、履职成效", "2.重点工作完成率", "49"),
        ("二、履职成效", "3.群众满意度", "29"),
    ]


@pytest.mark.parametrize(
    ("cell", "score", "points"), [("2090%", "18", "20"), ("15100%", "15", "15"), ("2090%", "15", None)]
)
def test_points_and_rate_in_one_cell(read, cell, score, points):
    rows = [
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        f"产出指标|数量指标|走访户数|200户|180户|{cell}|{score}",
    ]
    rows += ["产出指标|质量指标|走访合格率|95%|96%|10100%|10"]
    text = "\n".join(f"|{row}|" for row in rows) + "\n"
    assert [row.full_marks for row in read(text, PROJECT).indicators] == [points, "10"]


def test_a_grade_in_a_field(read):
    assert ("grade", None, "优") in _sure(read, "部门名称：杨柳县民政局 自评总分：93.6 等级：优\n")
    assert ("grade", None, "良") in _sure(read, "自评等级\n良好\n")
    assert not _sure(read, "项目一 等级：优\n项目二 等级：良\n")


def test_items_below_a_heading_that_only_points_explain(read):
    rows = [
        ["序号", "项目", "分值", "自评得分"],
        ["1", "目标设定", "20", "19"],
        ["2", "预算执行", "30", "28.5"],
        ["3", "履职效益", "50", "48"],
    ]
    text = "\n".join(cell for row in [*rows, ["总分", "100", "95.5"]] for cell in row) + "\n"
    found = read(text, TITLE)
    assert [(row.level_3, row.score) for row in found.indicators if row.row_kind == "item"] == [
        ("目标设定", "19"),
        ("预算执行", "28.5"),
        ("履职效益", "48"),
    ]
    assert ("self_evaluation_score", None, "95.5") in _sure(read, text)
