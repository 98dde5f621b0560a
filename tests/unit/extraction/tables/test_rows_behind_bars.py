"""Tables of bars whose lines begin with a bar where an empty cell was, and rows of them that copies cut off."""

from __future__ import annotations

TITLE = "桦川县民政局2021年度敬老院修缮项目支出绩效自评表\n"
FORM = """项目名称 | 敬老院修缮 |
主管部门 | 桦川县民政局 | 实施单位 | 桦川县敬老院 |
项目资金 (万元) |
| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
年度资金总额 |
| 48.6 | 41.31 | 10 | 85.00% | 8.5 |
其中:当年财政拨款 |
| 48.6 | 41.31 | 10 | 85.00% | 8.5 |
年度 总体 目标 | 预期目标 | 实际完成情况 |
修缮宿舍 | 已修缮 |
|
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
|
产出指标 | 数量指标 | 修缮房间 | ≥20间 | 22间 | 20 | 20 | 无 |
更换门窗 | ≥30樘 | 30樘 | 10 | 10 | 无 |
质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | 无 |
效益指标 | 社会效益指标 | 安全事故 | 0起 | 0起 | 30 | 30 | 无 |
满意度指标 | 服务对象满意度指标 | 老人满意度 """


def _rows(found):
    return [(r.row_kind, r.level_1, r.level_2, r.level_3, r.full_marks, r.score) for r in found.indicators]


def test_an_empty_cell_is_a_bar_at_the_beginning_of_a_line(read, states):
    found = states(FORM, TITLE)
    assert ("project_expenditure", "level", "adjusted_budget", "48.6", "万元") in found
    assert ("project_expenditure", "level", "final_account", "41.31", "万元") in found
    assert ("budget_execution_rate", "level", None, "85.00", "%") in found
    assert not [state for state in found if state[2] == "initial_budget"]
    assert _rows(read(FORM, TITLE)) == [
        ("execution", "预算执行率", None, "预算执行率", "10", "8.5"),
        ("item", "产出指标", "数量指标", "修缮房间", "20", "20"),
        ("item", "产出指标", "数量指标", "更换门窗", "10", "10"),
        ("item", "产出指标", "质量指标", "验收合格率", "20", "20"),
        ("item", "效益指标", "社会效益指标", "安全事故", "30", "30"),
    ]


def test_bars_before_every_line_are_the_frame_of_a_table(states):
    framed = "单位:万元\n| 项目 | 预算数 | 决算数 |\n| 公务接待费 | 3.2 | 2.1 |\n会议室 | 1 | 2 |\n| 会议费 | 4.5 | 4.4 |\n"
    found = states(framed)
    assert ("official_reception", "level", "final_account", "2.1", "万元") in found
    assert ("meeting_expenditure", "level", "final_account", "4.4", "万元") in found


def test_one_hundred_alone_in_a_total_is_the_full_marks(read):
    head = "一级指标\t二级指标\t三级指标\t指标值\t完成值\t权重\t得分\t原因\n"
    rows = (
        "产出指标\t数量指标\t成本控制数\t30\t完成\t90\t81\t\n效益指标\t社会效益指标\t安全\t无\t无\t10\t10\t\n"
    )
    merged = "合计\t100\t\t\n"
    assert not [f for f in read(head + rows + merged).figures if f.concept == "self_evaluation_score"]
    beside = read(head + rows + "合计\t\t\t\t\t100\t91\t\n")
    assert [f.value for f in beside.figures if f.concept == "self_evaluation_score"] == ["91"]


def test_a_row_whose_label_was_merged_is_no_rest_of_the_row_above(states):
    merged = "单位:万元\n项目 | 预算数 | 决算数 |\n公务接待费 | 3.2 | 2.1 |\n| 5.5 | 5.4 |\n会议费 | 4.5 | 4.4 |\n培训费 | 1.5 | 1.4 |\n"
    found = states(merged)
    assert ("official_reception", "level", "final_account", "2.1", "万元") in found
    assert ("meeting_expenditure", "level", "final_account", "4.4", "万元") in found
    assert "5.4" not in [state[3] for state in found]


def test_an_empty_corner_stays_above_the_labels(states):
    table = "单位:万元\n| 预算数 | 决算数 |\n公务接待费 | 3.2 | 2.1 |\n| 5.5 | 5.4 |\n会议费 | 4.5 | 4.4 |\n培训费 | 1.5 | 1.4 |\n"
    found = states(table)
    assert ("official_reception", "level", "final_account", "2.1", "万元") in found
    assert ("official_reception", "level", "initial_budget", "3.2", "万元") in found
