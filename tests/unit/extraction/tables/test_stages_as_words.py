"""Tables of stages and years that lost their cells, and sums in them that name nothing."""

from __future__ import annotations

import pytest

_TITLE = "涧石县供销社2022年度部门整体支出绩效自评表\n\n"
_HEADS = ["经费情况(万元)", "年初预算", "追加(减)预算", "调整后预算数", "实际支出数", "执行率"]
_ROWS = [
    ["合计", "50.00", "10.00", "60.00", "57.00", "95%"],
    ["基本支出", "30.00", "4.00", "34.00", "34.00", "100%"],
    ["项目支出", "20.00", "6.00", "26.00", "23.00", "88.46%"],
]
_READ = {
    (concept, stage, value)
    for concept, values in {
        "total_expenditure": ("50.00", "60.00", "57.00"),
        "basic_expenditure": ("30.00", "34.00", "34.00"),
        "project_expenditure": ("20.00", "26.00", "23.00"),
    }.items()
    for stage, value in zip(("initial_budget", "adjusted_budget", "final_account"), values, strict=True)
}


def _read(states, text):
    return {state[0:1] + state[2:4] for state in states(text, _TITLE) if state[2]}


@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_each_row_has_as_many_values_as_there_are_headings(states, between):
    rows = [between.join(row) for row in (_HEADS, *_ROWS)]
    assert _read(states, ("\n" if between == " " else between).join(rows)) == _READ


def test_all_on_one_line(states):
    assert _read(states, " ".join(cell for row in (_HEADS, *_ROWS) for cell in row)) >= {
        row for row in _READ if row[0] != "total_expenditure"
    }


def test_a_sum_above_parts_that_are_less_is_not_named(states):
    text = "\n".join(" ".join(row) for row in (_HEADS, *_ROWS)).replace("合计 50.00", "合计 51.00")
    assert ("total_expenditure", "initial_budget", "51.00") not in _read(states, text)


def test_headings_of_a_second_level_are_no_labels(states):
    text = "2021年决算数 2022年决算数 其中： 财政拨款 上年结转 公务接待费 3.00 2.00 1.50 0.50 培训费 4.00 5.00 4.00 1.00"
    assert not _read(states, text.replace(" ", "\n"))


def test_staff_beside_their_headings(states):
    text = "财政供养人员情况（人）{0}编制数{0}2022年实际在职人数{0}控制率{1}24{0}21{0}87.50%"
    for cell, row in (("\n", "\n"), (" ", "\n")):
        found = states(text.format(cell, row), _TITLE)
        assert {(state[0], state[3]) for state in found} >= {
            ("staff_quota", "24"),
            ("staff_in_service", "21"),
        }


def test_tasks_below_stages_each_with_its_sources(states):
    rows = [
        ["任务名称", "主要内容", "预算数（万元）", "执行数（万元）"],
        ["总额", "财政拨款", "其他资金", "总额", "财政拨款", "其他资金"],
        ["运转", "人员", "40", "40", "0", "39", "39", "0"],
        ["金额合计", "40", "40", "0", "39", "39", "0"],
    ]
    found = _read(states, "\n".join("\t".join(row) for row in rows))
    assert ("total_expenditure", "final_account", "39") in found


def test_rows_left_blank_are_passed_over_by_their_numbers(states):
    words = "收入支出决算总表 单位：万元 项目 行次 金额 项目 行次 金额 一、一般公共预算财政拨款收入 1 40.50 五、教育支出 36 35.50 八、其他收入 8 2.00 本年收入合计 27 42.50 本年支出合计 58 35.50 年初结转和结余 29 1.00 年末结转和结余 60 8.00 总计 31 43.50 总计 62 43.50"
    found = {(state[0], state[3]) for state in states(words, "涧石县供销社2022年度部门决算\n\n")}
    assert {("other_revenue", "2.00"), ("closing_carryover", "8.00"), ("total_uses", "43.50")} <= found


def test_of_three_amounts_in_the_row_of_the_sum_two_are_the_natures(states):
    text = "支出决算表\n金额单位：万元\n项目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出\n合计 60.00 35.00 25.00\n教育支出 50.00 35.00 15.00\n农林水支出 10.00 10.00"
    found = _read(states, text)
    assert {
        ("basic_expenditure", "final_account", "35.00"),
        ("project_expenditure", "final_account", "25.00"),
    } <= found
    assert ("function_class_amount", "final_account", "15.00") not in found


def test_a_code_is_no_amount_below_the_first_heading_of_amounts(states):
    text = "支出总表\n单位：万元\n功能科目\t支出合计\t基本支出\t项目支出\n总计\t60\t35\t25\n205\t教育支出\t50\t35\t15\n221\t住房保障支出\t10\t10"
    assert "221" not in {state[3] for state in states(text)} and "10" not in {
        state[3] for state in states(text) if state[0] == "basic_expenditure"
    }


def test_a_budget_that_its_title_names_is_that_of_columns_without_a_stage(states):
    text = "涧石县2022年财政拨款收支预算表\n单位：元\n项目 预算数 项目 合计 一般公共预算财政拨款 政府性基金预算财政拨款\n一、本年收入 50.00 一、本年支出 50.00 40.00 10.00\n收入总计 50.00 支出总计 50.00 40.00 10.00"
    assert ("total_uses", "initial_budget", "50.00") in _read(states, text)


def test_both_halves_of_accounts_below_headings_that_say_amount(states):
    text = "涧石县2022年度收支决算表\n收入项目    金额（元）    支出项目    金额（元）\n事业收入    30.00    基本支出    45.00\n其他收入    20.00    项目支出    5.00\n本年收入合计    50.00    本年支出合计    50.00"
    assert {
        ("undertaking_revenue", "final_account", "30.00"),
        ("project_expenditure", "final_account", "5.00"),
    } <= _read(states, text)


def test_other_assets_stand_behind_the_parts_that_are_named(states):
    text = "单位名称 固定资产总额 其中： 其他 在用固定资产 出租固定资产 各站所汇总 90.00 70.00 15.00 5.00"
    found = {(state[0], state[3]) for state in states("单位：万元\n" + text.replace(" ", "\n"))}
    assert ("fixed_assets_in_use", "70.00") in found


def test_amounts_alone_below_the_headings_of_a_block(states):
    text = "部门预算执行情况(万元) 年初预算数 全年预算数 全年执行数 执行率 40.00 50.00 45.00 90%"
    found = _read(states, text.replace(" ", "\n"))
    assert {
        ("total_expenditure", "initial_budget", "40.00"),
        ("total_expenditure", "final_account", "45.00"),
    } <= found


def test_the_sum_of_the_funds_of_a_year_by_any_name(states):
    rows = [
        "资金情况（万元）\t年初预算\t预算调整数\t调整后预算数\t实际支出\t执行率",
        "合计\t30\t5\t35\t28\t80%",
        "中央\t30\t5\t35\t28\t80%",
    ]
    found = _read(states, "\n".join(rows))
    assert ("total_expenditure", "adjusted_budget", "35") in found
    assert "5" not in {value for *_, value in found}


def test_amounts_of_a_row_that_add_up_to_its_first_are_its_parts(states):
    words = "公开04表 单位：元 收入 支出 项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款 一、一般公共预算财政拨款 1 45.50 五、教育支出 36 43.50 40.50 3.00 二、政府性基金预算财政拨款 2 0.00 八、社会保障和就业支出 39 2.00 2.00 0.00 本年收入合计 27 45.50 本年支出合计 58 45.50 42.50 3.00"
    found = {
        (state[0], state[3])
        for state in states(words.replace(" ", "\n"), "涧石县供销社2022年度财政拨款收入支出决算总表\n\n")
    }
    assert {("function_class_amount", "43.50"), ("total_expenditure", "45.50")} <= found
    assert ("function_class_amount", "40.50") not in found


def test_a_row_left_blank_between_two_halves_is_no_title(states):
    rows = [
        "项目 | 决算数 | 项目 | 决算数 |",
        "一、财政拨款收入 | 9.00 | 一、教育支出 | 9.00 |",
        "三、事业收入 | | | |",
        "总计 | 9.00 | 总计 | 9.00 |",
    ]
    found = states("收入支出决算总表（万元）\n" + "\n".join(rows), "涧石县供销社2022年度部门决算\n\n")
    assert {state[0] for state in found} >= {"total_resources", "total_uses"}
    assert "undertaking_revenue" not in {state[0] for state in found}


def test_a_row_with_the_score_is_over_what_the_headings_stand(states):
    rows = ["项目\t年初预算数\t全年执行数", "基本支出\t30\t28", "项目支出\t20\t18", "自评总分\t96.5"]
    assert ("self_evaluation_score", None, "96.5") in {
        state[0:1] + state[2:4] for state in states("单位：万元\n" + "\n".join(rows), _TITLE)
    }


def test_numbers_of_staff_below_as_many_headings(states):
    found = {
        (state[0], state[3]) for state in states("人员情况\n编制数 实有人数 离退休人数\n46 41 19", _TITLE)
    }
    assert found == {("staff_quota", "46"), ("staff_actual", "41"), ("staff_retired", "19")}


def test_a_table_of_accounts_on_one_line_below_its_title(states):
    text = (
        "涧石县2021年度支出决算表\n\n公开03表 单位：万元 项目 本年支出合计 基本支出 项目支出 上缴上级支出 功能分类科目编码 科目名称 栏次 1 2 3 4 "
        "合计 86.40 60.15 26.25 0.00 204 公共安全支出 60.40 34.15 26.25 0.00 208 社会保障和就业支出 26.00 26.00 0.00 0.00"
    )
    assert {
        ("project_expenditure", "final_account", "26.25"),
        ("total_expenditure", "final_account", "86.40"),
    } <= _read(states, text)


def test_headings_of_stages_are_whole_whatever_line_stands_above(states):
    text = "部门名称 涧石县供销社\n年度预算执行情况 预算数（万元） 实际支出（万元） 执行率\n一、基本支出 30.5 28.5 93.44%\n二、项目支出 10 8 80%\n合计 40.5 36.5 90.12%"
    assert ("total_expenditure", "final_account", "36.5") in _read(states, text)


def test_three_groups_of_classes_on_a_line_and_all_of_them_on_one(states):
    rows = [
        "301 工资福利支出 50.10 302 商品和服务支出 12.20 310 资本性支出 1.70",
        "30101 基本工资 20.00 30201 办公费 2.00",
        "303 对个人和家庭的补助 4.00 30202 印刷费 1.00",
        "人员经费合计 54.10 公用经费合计 13.90",
    ]
    title = "涧石县供销社2022年度一般公共预算财政拨款基本支出决算表\n单位：万元\n科目编码 科目名称 决算数 科目编码 科目名称 决算数\n"
    for text in (title + "\n".join(rows), title.replace("\n", " ") + " ".join(rows)):
        found = {(state[0], state[3]) for state in states(text)}
        assert {
            ("economic_class_amount", "12.20"),
            ("economic_class_amount", "1.70"),
            ("personnel_expenditure", "54.10"),
            ("public_expenditure", "13.90"),
        } <= found


def test_the_parts_of_a_block_by_source_and_by_nature(states):
    text = "年初预算数 全年预算数 全年执行数 分值 执行率 得分 资金总额 40.00 50.00 45.00 10 90% 9 按资金来源:(1)政府预算资金 40.00 50.00 45.00 按资金结构:(1)基本支出 30.00 30.00 30.00 (2)项目支出 10.00 20.00 15.00"
    found = _read(states, "单位：万元\n" + text.replace(" ", "\n"))
    assert {
        ("basic_expenditure", "initial_budget", "30.00"),
        ("project_expenditure", "final_account", "15.00"),
    } <= found


def test_what_was_spent_behind_its_name_in_the_form_of_a_project(states):
    text = "项目名称 渠道清淤\n项目资金（万元）\n预算数：24.50 执行数：20.00\n其中：财政拨款 24.50 其中：财政拨款 20.00"
    found = {
        (state[0], state[2], state[3]) for state in states(text, "涧石县2021年度渠道清淤项目支出绩效自评表\n")
    }
    assert ("project_expenditure", "final_account", "20.00") in found
    assert ("project_expenditure", "final_account", "24.50") not in found


def test_rows_left_blank_keep_the_headings_of_rows_of_tabs(states):
    rows = [
        "经费控制情况（万元）\t2021年决算数\t2022年预算数\t2022年决算数",
        "三公经费\t6.50\t8.00\t3.20",
        "其中：公车购置",
        "公车运行维护\t3.00\t4.00\t1.00",
        "2、出国经费",
        "3、公务接待\t3.50\t4.00\t2.20",
    ]
    found = _read(states, "\n".join(rows))
    assert {
        ("official_reception", "final_account", "2.20"),
        ("official_vehicle_operation", "initial_budget", "4.00"),
    } <= found


def test_the_points_reached_behind_those_that_can_be_whatever_parts_them(states):
    heads = "一级指标 三级指标 指标值 实际完成值 分值 得分 产出 甲 1 1 90 88.5"
    for text in (
        heads.replace(" ", "") + "总分10088.5",
        heads.replace(" ", "\n") + "\n预算执行率（10分）\n9\n总分\n100\n88.5\n",
    ):
        assert "88.5" in {state[3] for state in states(text, _TITLE) if state[0] == "self_evaluation_score"}
    assert not [
        state
        for state in states(heads + " 总分100 90分以上为优", _TITLE)
        if state[0] == "self_evaluation_score"
    ]


def test_rows_that_run_together_below_their_headings(states):
    text = "部门整体支出预算执行情况（万元）年初预算数全年预算数全年执行数分值执行率得分\n年度资金总额85.60120.3598.701082.01%8.2\n其中：基本支出60.60101.3580.35-79.28%-\n项目支出25.0019.0018.35-96.58%-"
    assert _read(states, text) >= {
        ("total_expenditure", "adjusted_budget", "120.35"),
        ("basic_expenditure", "final_account", "80.35"),
        ("project_expenditure", "initial_budget", "25.00"),
    }


def test_a_list_of_tasks_whose_amounts_have_headings_of_stages(states):
    cells = "任务内容 预算金额（万元） 执行金额（万元） 窗口运行 保障运行 21.00 20.50 人员经费 发放工资 82.00 82.00 金额合计 103.00 102.50"
    assert ("total_expenditure", "final_account", "102.50") in _read(states, cells.replace(" ", "\n"))


def test_kinds_of_spending_below_both_natures(states):
    rows = [
        "功能科目\t支出合计\t基本支出\t项目支出",
        "人员类项目支出\t公用经费项目支出\t特定目标类\t其他运转类",
        "总计\t68.20\t42.10\t4.10\t18.00\t4.00",
    ]
    found = states("支出总表\n单位：万元\n" + "\n".join(rows), "涧石县2024年部门预算\n\n")
    assert {("personnel_expenditure", "42.10"), ("public_expenditure", "4.10")} <= {
        (state[0], state[3]) for state in found
    }
    assert "18.00" not in {state[3] for state in found}
