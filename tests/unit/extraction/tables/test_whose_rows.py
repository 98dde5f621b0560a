"""Rows and columns of tables that are of somebody or something else, or that their neighbours alone explain."""

from __future__ import annotations

import pytest

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
TITLE = "杨柳县财政局2023年度部门决算\n\n"


def _table(*rows):
    return "\n".join("|" + "|".join(row) + "|" for row in rows) + "\n"


def _sure(read, text, title=TITLE):
    return {
        (f.concept, f.stage, f.fiscal_year, f.value) for f in read(text, title).figures if f.confidence >= 1
    }


def test_a_table_on_all_bodies_of_a_place_is_none_of_the_department(read):
    rows = (("单位名称", "合计", "公务接待费"), ("县档案馆", "6.10", "2.10"), ("全县合计", "46.10", "12.10"))
    assert not _sure(read, "2023年全县“三公”经费决算汇总表\n单位：万元\n" + _table(*rows))
    assert not _sure(read, "“三公”经费决算表\n单位：万元\n" + _table(rows[0], rows[2]))
    assert _sure(read, "“三公”经费决算表\n单位：万元\n" + _table(rows[0], rows[1]))


def test_headings_that_name_nothing_leave_their_columns_unread(read):
    rows = (("学校", "学生数（人）", "补助金额（万元）"), ("一小", "860", "61.20"), ("合计", "860", "61.20"))
    assert not _sure(read, "中央直达资金分配表\n" + _table(*rows))


def test_people_by_years(read):
    rows = (
        ("项目", "2022年", "2023年"),
        ("编制人数", "40", "42"),
        ("退休人数", "11", "13"),
        ("公务用车保有量", "2", "3"),
    )
    assert _sure(read, _table(*rows)) == {
        ("staff_quota", None, 2022, "40"),
        ("staff_quota", None, 2023, "42"),
        ("staff_retired", None, 2022, "11"),
        ("staff_retired", None, 2023, "13"),
        ("vehicle_stock", None, 2022, "2"),
        ("vehicle_stock", None, 2023, "3"),
    }


def test_what_was_planned_or_spent_in_another_year_is_not_told_by_the_year(read):
    rows = (("项目", "2023年", "2024年"), ("公务接待费", "4.00", "3.50"))
    budget = "杨柳县档案馆2024年部门预算公开\n\n"
    assert _sure(read, "单位：万元\n" + _table(*rows), budget) == {
        ("official_reception", BUDGET, 2024, "3.50")
    }
    assert len(_sure(read, "单位：万元\n" + _table(("项目", "2022年", "2023年"), rows[1]))) == 2


def test_rows_below_names_of_projects(read):
    rows = (
        ("序号", "项目名称", "全年预算数", "全年执行数"),
        ("1", "渠道维修", "60", "57"),
        ("合计", "", "60", "57"),
    )
    found = _sure(read, "单位：万元\n" + _table(*rows))
    assert {("project_item", ADJUSTED, 2023, "60"), ("project_item", FINAL, 2023, "57")} <= found


def test_what_vehicles_cost_and_how_many_there_are(read):
    heads = (
        ("单位名称", "三公经费合计", "因公出国", "公务接待", "公务用车", ""),
        ("", "", "", "", "购置", "运行维护"),
    )
    found = _sure(read, "单位：万元\n" + _table(*heads, ("杨柳县财政局", "8.20", "0", "2.20", "0", "6.00")))
    assert ("official_vehicle_operation", FINAL, 2023, "6.00") in found
    assert not any(concept == "vehicle_stock" for concept, *_ in found)
    assert ("vehicle_stock", None, 2023, "4") in _sure(read, _table(("在职人数", "36"), ("公务用车", "4")))


def test_posts_of_each_kind_beside_all_posts(read):
    rows = (("编制数（人）", "其中：行政", "事业", "工勤", "在职人数"), ("50", "20", "28", "2", "47"))
    assert {("institution_quota", None, 2023, "28"), ("worker_quota", None, 2023, "2")} <= _sure(
        read, _table(*rows)
    )


@pytest.mark.parametrize("label", ["2、二级机构2", "二级单位1"])
def test_one_of_several_bodies_is_no_number_of_them(read, label):
    assert not _sure(read, _table(("单位", "数"), (label, "30")))


def test_one_amount_below_none_of_several_stages(read):
    text = "预算执行情况（万元）\n年初预算数\n全年预算数\n全年执行数\n分值\n执行率\n得分\n年度资金总额\n860\n10\n其中：财政拨款\n860\n其他资金\n"
    assert not _sure(read, text, "杨柳县林场2023年度部门整体支出绩效自评表\n\n")


def test_an_asset_less_its_depreciation_interrupts_no_table(read):
    cells = ["项目", "年初数", "年末数", "资产总额", "800.10", "860.20", "固定资产原值", "900.00", "980.00"]
    cells += ["减：累计折旧", "200.00", "230.00", "固定资产净值", "700.00", "750.00"]
    found = _sure(read, "资产情况表（单位：万元）\n" + "\n\n".join(cells) + "\n")
    assert ("fixed_assets_net", None, 2023, "750.00") in found


def test_a_unit_for_each_row(read):
    cells = [
        "项目",
        "单位",
        "2023年决算",
        "公务接待费",
        "万元",
        "1.86",
        "国内公务接待批次",
        "批",
        "22",
        "公务用车保有量",
        "辆",
        "3",
    ]
    found = _sure(read, "“三公”经费及实物量统计\n" + "\n".join(cells) + "\n")
    assert {("official_reception", FINAL, 2023, "1.86"), ("reception_batches", None, 2023, "22")} <= found


@pytest.mark.parametrize(
    "heads", [("项目", "全年预算数", "1—6月支出数"), ("项目", "全年预算数", "全年预计执行数")]
)
def test_what_was_spent_in_half_a_year_is_not_what_the_year_spent(read, heads):
    text = "单位：万元\n" + _table(heads, ("基本支出", "80.00", "38.10"), ("项目支出", "20.00", "9.20"))
    assert _sure(read, text) == {
        ("basic_expenditure", ADJUSTED, 2023, "80.00"),
        ("project_expenditure", ADJUSTED, 2023, "20.00"),
    }


def test_a_table_on_half_a_year(read):
    text = "2023年上半年预算执行情况表\n单位：万元\n" + _table(
        ("项目", "年初预算数", "支出数"), ("基本支出", "80.00", "38.10")
    )
    assert {(stage, value) for _, stage, _, value in _sure(read, text)} == {(BUDGET, "80.00")}


def test_three_parts_beside_each_other_of_which_the_last_is_shorter(read):
    rows = [
        "收入支出决算总表", "单位：万元", "项 目 决算数 项目(按功能分类) 决算数 项目(按支出性质和经济分类) 决算数",
        "一、财政拨款收入 620.00 一、交通运输支出 600.00 一、基本支出 145.00",
        "二、其他收入 4.00 二、住房保障支出 12.00 二、项目支出 467.00",
        "本年收入合计 624.00 本年支出合计 612.00", "年初结转和结余 3.00 年末结转和结余 15.00", "总计 627.00 总计 627.00",
    ]  # fmt: skip
    found = _sure(read, "\n".join(rows) + "\n")
    assert {("total_revenue", FINAL, 2023, "624.00"), ("total_expenditure", FINAL, 2023, "612.00")} <= found
    assert {("total_resources", FINAL, 2023, "627.00"), ("total_uses", FINAL, 2023, "627.00")} <= found


def test_no_posts_are_meant(read):
    assert not _sure(
        read,
        _table(("车辆类别", "编制数（辆）", "实有数（辆）"), ("执法用车", "20", "18"), ("合计", "20", "18")),
    )
    assert not _sure(read, "指标名称 权重 预算编制 10 预算执行 15 三公经费 10 公用经费 5 资产管理 10\n")


def test_what_vehicles_cost_below_the_sum_of_expenses(read):
    text = "“三公”经费支出决算表\n单位：万元\n" + _table(
        ("项目", "决算数"), ("合计", "4.10"), ("公务用车", "2.60"), ("公务接待", "1.50")
    )
    assert ("official_vehicle", FINAL, 2023, "2.60") in _sure(read, text)


def test_a_sentence_on_a_place_is_no_title_of_the_table_below_it(read):
    text = "全县一般公共预算支出386,520.00万元。\n单位：万元\n" + _table(
        ("项目", "年初预算数"), ("基本支出", "80.00")
    )
    assert ("basic_expenditure", BUDGET, 2023, "80.00") in _sure(read, text)


def test_kinds_of_purchases_below_each_other(read):
    text = "单位：万元\n采购类别 采购预算 实际采购\n货物 16.00 15.20\n服务 4.00 4.00\n合计 20.00 19.20\n"
    found = _sure(read, text)
    assert {
        ("procurement_budget", BUDGET, 2023, "20.00"),
        ("procurement_goods", FINAL, 2023, "15.20"),
    } <= found


def test_people_below_none_of_several_stages(read):
    text = (
        "年初预算数\n全年预算数\n全年执行数\n分值\n执行率\n得分\n年度资金总额\n860\n860\n860\n10\n100%\n10\n"
    )
    found = _sure(
        read,
        "预算执行情况（万元）\n" + text + "|编制人数|30|\n|在职人数|28|\n",
        "杨柳县林场2023年度部门整体支出绩效自评表\n\n",
    )
    assert ("staff_quota", None, 2023, "30") in found
