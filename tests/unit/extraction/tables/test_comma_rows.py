"""Comma separated values as a program writes them, with quotation marks only where a cell holds a comma."""

from __future__ import annotations

FORM = """附件3,,,,,,,
项目支出绩效自评表,,,,,,,
（2022年度）,,,,,,,
项目名称,辅具适配,,,,,,
主管部门,石门县残疾人联合会,,,实施单位,石门县残疾人联合会,,
项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
,年度资金总额,85.00,85.00,83.30,10,98%,9.8
一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
产出指标,数量指标,适配人数,≥600人,612人,60,60,
,时效指标,适配及时率,≥95%,93%,30,29.8,"缺货, 次年补配"
总分,,,,,100,99.6,
"""


def test_rows_of_comma_separated_values_are_read_as_tables(read):
    found = read(FORM, "")
    assert found.identity.department_name == "石门县残疾人联合会"
    amounts = {(f.stage, f.value) for f in found.figures if f.concept == "project_expenditure"}
    assert amounts == {("initial_budget", "85.00"), ("adjusted_budget", "85.00"), ("final_account", "83.30")}
    items = [row for row in found.indicators if row.row_kind == "item"]
    assert [(r.level_1, r.level_3, r.score) for r in items] == [
        ("产出指标", "适配人数", "60"),
        ("产出指标", "适配及时率", "29.8"),
    ]
    assert items[1].reason == "缺货, 次年补配"


def test_sentences_with_as_many_commas_are_no_rows(states):
    line = "全年支出{}万元,其中基本支出2万元,项目支出1万元,完成预算的90%\n"
    assert states("".join(line.format(3) for _ in range(4)))[0] == (
        "total_expenditure",
        "level",
        "final_account",
        "3",
        "万元",
    )


def test_commas_that_part_thousands_part_no_cells(states):
    rows = (
        "支出决算表\n单位：元\n项目 本年支出合计 基本支出 项目支出\n合计 1,326,540.18 1,026,540.18 300,000.00\n"
        "卫生健康支出 1,326,540.18 1,026,540.18 300,000.00\n教育支出 1,326,540.18 1,026,540.18 300,000.00\n"
    )
    assert ("basic_expenditure", "level", "final_account", "1026540.18", "元") in states(rows)


def test_groups_and_items_have_headings_of_their_own(read):
    rows = "|评价内容|评价指标|分值|得分|\n|预算编制|编制完整性|10|9|\n||目标合理性|5|5|\n"
    found = [(r.level_1, r.level_3, r.score) for r in read(rows).indicators]
    assert found == [("预算编制", "编制完整性", "9"), ("预算编制", "目标合理性", "5")]
