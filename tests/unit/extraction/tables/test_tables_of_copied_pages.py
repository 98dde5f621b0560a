"""Tables as copies of web pages print them: a row a line with bars, empty and merged cells gone. Their recovery: test_bar_rows, test_padded_cells."""

from __future__ import annotations

INITIAL, FINAL = "initial_budget", "final_account"

BY_FUND = """2021年度“三公”经费支出决算表
单位：万元
项目 | 预算数 | 决算数 | ||||
合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金 | |
因公出国（境）费 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 |
公务接待费 | 1.95 | 1.95 | 0.00 | 0.82 | 0.82 | 0.00 |
公务用车购置及运行费 | 3.10 | 3.10 | 0.00 | 2.37 | 2.37 | 0.00 |
总计 | 5.05 | 5.05 | 0.00 | 3.19 | 3.19 | 0.00 |
"""

TWO_BUDGETS = """2024年“三公”经费预算财政拨款情况统计表
单位：万元
项目 | 2023年预算数 | 2024年预算数 | 比上年增、减情况 | |
增、减金额 | 增、减幅度 | |||
合计 | 20.20 | 26.20 | 6 | 30% |
1.因公出国（境）费 | ||||
2.公务接待费 | 4 | 10 | 6 | 150% |
3.公务用车购置及运行费 | 16.20 | 16.20 | ||
其中：（1）公务用车购置费 | ||||
（2）公务用车运行费 | 16.20 | 16.20 | 0 | 0 |
"""

WITH_REMARKS = """石门县2021年“三公”经费预算情况统计表 | ||
单位：万 | ||
项目 | 本年预算数 | 备注 |
合计 | 3190 | 注：“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费，其中公务用车指用于履行公务的机动车辆。 |
1、因公出国（境）费用 | 0 ||
2、公务接待费 | 2040 ||
3、公务用车费 | 1150 ||
增减情况说明：2021年度“三公”经费预算数为3190万元，较2020年3540万元减少350万元，同比下降9.9%，主要是从严控制接待。 |
"""


def _levels(read, text, title=""):
    return {
        (f.concept, f.stage, f.fiscal_year, f.value)
        for f in read(text, title).figures
        if f.measure == "level" and f.fund_scope is None
    }


def test_the_same_columns_printed_again_stand_below_the_next_stage(read):
    found = _levels(read, BY_FUND)
    assert found >= {
        ("official_reception", INITIAL, 2021, "1.95"),
        ("official_reception", FINAL, 2021, "0.82"),
        ("three_public_total", INITIAL, 2021, "5.05"),
        ("three_public_total", FINAL, 2021, "3.19"),
    }
    assert ("official_reception", FINAL, 2021, "1.95") not in found


def test_years_over_budgets_and_accounts_printed_again(read):
    text = """“三公”经费情况表
单位：万元
项目 | 2020年 | 2021年 | ||
预算数 | 决算数 | 预算数 | 决算数 | |
公务接待费 | 4.10 | 3.20 | 2.80 | 1.90 |
"""
    assert _levels(read, text) == {
        ("official_reception", INITIAL, 2020, "4.10"),
        ("official_reception", FINAL, 2020, "3.20"),
        ("official_reception", INITIAL, 2021, "2.80"),
        ("official_reception", FINAL, 2021, "1.90"),
    }


def test_what_changed_between_two_budgets_is_of_a_budget(read):
    changes = {
        (f.concept, f.measure, f.stage, f.value)
        for f in read(TWO_BUDGETS, "").figures
        if f.measure != "level" and f.value != "0"
    }
    assert changes == {
        ("three_public_total", "change", INITIAL, "6"),
        ("three_public_total", "change_rate", INITIAL, "30"),
        ("official_reception", "change", INITIAL, "6"),
        ("official_reception", "change_rate", INITIAL, "150"),
    }


def test_what_changed_from_the_accounts_of_last_year_is_of_the_budget(read):
    text = """项目 | 2022年决算数 | 2023年预算数 | 增减额 |
公务接待费 | 4.10 | 5.20 | 1.10 |
"""
    stages = {f.value: f.stage for f in read(text, "单位：万元\n").figures}
    assert stages == {"4.10": FINAL, "5.20": INITIAL, "1.10": INITIAL}


def test_values_of_a_short_row_stand_where_the_sums_of_all_rows_hold(read):
    found = {f for f in read(TWO_BUDGETS, "").figures if f.concept == "official_vehicle"}
    assert {(f.stage, f.fiscal_year, f.value) for f in found} == {
        (INITIAL, 2023, "16.20"),
        (INITIAL, 2024, "16.20"),
    }
    assert {f.note for f in found} == {"column chosen because the amounts of the column add up"}


def test_single_values_are_left_out_where_the_sums_hold_in_two_ways(read):
    text = """单位：万元
项目 | 预算数 | 决算数 |
合计 | 5.00 | 5.00 |
因公出国（境）费 | 2.00 |
公务接待费 | {} |
公务用车购置及运行费 | 3.00 | 3.00 |
"""
    told = {concept for concept, *_ in _levels(read, text.format("2.00"))}
    assert not told & {"overseas_travel", "official_reception"}
    assert ("overseas_travel", FINAL, None, "2.00") in _levels(read, text.format("2.00 | 0.00"))


def test_a_column_of_remarks_asks_for_no_value(read):
    found = _levels(read, WITH_REMARKS)
    assert found >= {
        ("official_reception", INITIAL, 2021, "2040"),
        ("official_vehicle", INITIAL, 2021, "1150"),
        ("overseas_travel", INITIAL, 2021, "0"),
    }


def test_sentences_in_the_cells_of_a_row_are_read(read):
    changed = [(f.concept, f.value, f.unit) for f in read(WITH_REMARKS, "").figures if f.measure == "change"]
    assert changed == [("three_public_total", "-350", "万元")]


def test_a_title_below_the_lines_of_a_site_dates_the_page(read):
    head = "索引号 | 2025-00012 | 发布机构 | 石门县花溪镇 |\n公开目录 | 三公经费 | 发布日期 | 2025-06-06 |\n文号 | 浏览量 |\n"
    title, rest = TWO_BUDGETS.split("\n", 1)
    assert read(f"{head}{title} | ||||\n{rest}", "").identity.fiscal_year == 2024


def test_sentences_beside_the_name_of_a_project_or_a_unit_are_not_the_departments(read):
    long = "完成年度河道保洁和堤防巡查任务，保障全县河道行洪安全，群众满意，全年没有发生事故。"
    row = "| {} | {} |\n| --- | --- |\n| {} | {}年初预算300万元，全年支出280万元。 |\n"
    title = "石门县水利局2022年度部门整体支出绩效自评报告\n"
    assert read(row.format("项目名称", "河道保洁", "实施情况", long), title).figures == ()
    assert read(row.format("单位", "情况", "灌区管理处", long), title).figures == ()
    assert read(row.format("单位", "情况", "", long), title).figures != ()


def test_an_item_without_amounts_is_no_title_and_a_body_is_one(read):
    text = """单位：万元
项目 | 预算数 | 决算数 |
合计 | 12.00 | 10.00 |
公务接待费 | 5.00 | 4.00 |
其中：{} |
公务用车购置及运行费 | 7.00 | 6.00 |
"""
    below_item = _levels(read, text.format("外事接待费"))
    assert ("official_vehicle", FINAL, None, "6.00") in below_item
    below_body = _levels(read, text.format("石门县公路中心"))
    assert not {value for concept, _, _, value in below_body if concept == "official_vehicle"}


def test_a_column_of_differences_gives_no_amount_of_its_stage(read):
    table = "石门县2022年度部门决算说明\n单位：万元\n| 项目 | 2022年预算数 | 2022年决算数 | {} |\n| --- | --- | --- | --- |\n| 公务接待费 | 5 | 3 | 2 |\n"
    for name in ("决算增减额", "预决算差异额", "决算变动额", "支出增减额"):
        levels = [(f.stage, f.value) for f in read(table.format(name), "").figures if f.measure == "level"]
        assert levels == [(INITIAL, "5"), (FINAL, "3")]


def test_a_change_in_a_short_row_is_not_what_was_spent(read):
    table = "石门县2022年度部门决算说明\n单位：万元\n项目 | 2022年预算数 | 2022年决算数 | 增减\n会议费 | 5 | {}\n培训费 | 5 | 5 | 0\n"
    assert {
        f.value for f in read(table.format("-3"), "").figures if f.concept == "meeting_expenditure"
    } == set()
    assert {f.value for f in read(table.format("3"), "").figures if f.concept == "meeting_expenditure"} == {
        "5",
        "3",
    }


def test_the_same_columns_stand_below_changes_too_and_before_remarks(read):
    text = """单位：万元
项目 | 2020年预算数 | 2021年预算数 | 比上年增减 | 备注 | ||
合计 | 一般公共预算 | 合计 | 一般公共预算 | 合计 | 一般公共预算 |
公务接待费 | 4.10 | 3.90 | 3.20 | 3.10 | -0.90 | -0.80 |
"""
    found = {
        (f.measure, f.stage, f.fiscal_year, f.value)
        for f in read(text, "2021年“三公”经费预算表\n").figures
        if not f.fund_scope
    }
    assert found == {
        ("level", INITIAL, 2020, "4.10"),
        ("level", INITIAL, 2021, "3.20"),
        ("change", INITIAL, 2021, "-0.90"),
    }


def test_budgets_and_accounts_below_years_that_are_not_the_last_headings(read):
    text = """“三公”经费情况表
单位：万元
项目 | 2020年 | 2021年 | 备注 | ||
预算数 | 决算数 | 预算数 | 决算数 |
公务接待费 | 4.10 | 3.20 | 2.80 | 1.90 |
"""
    assert _levels(read, text) >= {
        ("official_reception", INITIAL, 2021, "2.80"),
        ("official_reception", FINAL, 2021, "1.90"),
    }
