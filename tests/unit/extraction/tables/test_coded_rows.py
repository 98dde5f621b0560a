"""Tables whose rows begin with codes, in shapes of copied pages; several tables on one line, each with a unit of its own."""

from __future__ import annotations

BUDGET = "initial_budget"
TITLE = "澜河县交通运输局2022年部门预算\n\n"


def _levels(read, text):
    return {
        (f.concept, f.value, f.unit, f.function_code)
        for f in read(text, TITLE).figures
        if f.measure == "level"
    }


HEADS = [
    "项目",
    "支出预算",
    "功能分类科目编码",
    "功能分类科目名称",
    "合计",
    "基本支出",
    "项目支出",
    "类",
    "款",
    "项",
]
ROWS = [
    "214",
    "",
    "",
    "交通运输支出",
    "80.00",
    "60.00",
    "20.00",
    "214",
    "01",
    "",
    "公路水路运输",
    "80.00",
    "60.00",
    "20.00",
]
ROWS += ["221", "", "", "住房保障支出", "4.50", "4.50", "0.00", "合计", "84.50", "64.50", "20.00"]


def test_codes_stand_first_below_the_merged_heading_of_codes(read):
    cells = "".join(f"{cell}\n|\n" if cell else "|\n" for cell in HEADS + ROWS)
    assert _levels(read, f"部门支出预算总表\n单位：万元\n{cells}") == {
        ("function_class_amount", "80.00", "万元", "214"),
        ("function_class_amount", "60.00", "万元", "214"),
        ("function_class_amount", "20.00", "万元", "214"),
        ("function_class_amount", "4.50", "万元", "221"),
        ("function_class_amount", "0.00", "万元", "221"),
        ("total_expenditure", "84.50", "万元", None),
        ("basic_expenditure", "64.50", "万元", None),
        ("project_expenditure", "20.00", "万元", None),
    }


def test_a_code_in_front_of_a_label_has_no_heading_of_its_own(read):
    rows = ["经济分类科目名称 \t合计 \t人员经费 \t公用经费", "301 \t工资福利支出 \t60,200 \t60,200 \t0"]
    rows += [
        "301 \t01 \t基本工资 \t20,100 \t20,100 \t0",
        "302 \t商品和服务支出 \t4,300 \t0 \t4,300",
        "合计 \t64,500 \t60,200 \t4,300",
    ]
    found = _levels(read, "一般公共预算基本支出预算表\n单位：元\n" + "\n".join(rows) + "\n")
    assert {
        ("economic_class_amount", "60200", "元", None),
        ("economic_class_amount", "4300", "元", None),
    } <= found
    assert ("personnel_expenditure", "60200", "元", None) in found


def test_money_of_each_budget_in_the_half_of_income(read):
    rows = [
        "项目 | 预算数 | 项目 | 合计 | 一般公共预算",
        "一、一般公共预算资金 | 84.50 | 一、交通运输支出 | 84.50 | 84.50",
        "收入总计 | 84.50 | 支出总计 | 84.50 | 84.50",
    ]
    found = _levels(read, "财政拨款收支预算总表\n单位：万元\n" + "\n".join(f"{row} |" for row in rows) + "\n")
    assert ("general_public_budget_appropriation", "84.50", "万元", None) in found


FORM = "合计 因公出国(境)费 公务接待费 公务用车购置及运行费 小计 购置费 运行费 5.30 0.00 1.10 4.20 0.00 4.20"


def test_the_last_unit_before_a_table_on_one_line_is_its_own(read):
    before = "2022年部门收支预算总表 单位：元 项目 预算数 一、财政拨款收入 845,000.00 一、交通运输支出 845,000.00 收入总计 845,000.00"
    found = _levels(read, f"{before} 2022年“三公”经费预算表 单位：万元 “三公”经费预算数 {FORM}\n")
    assert {unit for concept, _, unit, _ in found if concept.startswith(("three", "official"))} <= {"万元"}


def test_the_form_of_the_three_expenses_with_tabs(read):
    rows = [
        "“三公”经费预算数",
        "机关运行经费预算数",
        "合计 \t因公出国(境)费 \t公务接待费",
        "公务用车购置及运行费",
        "小计 \t购置费 \t运行费",
        "5.30 \t0 \t1.10 \t4.20 \t0 \t4.20 \t31.86",
    ]
    found = _levels(read, "“三公”经费和机关运行经费预算表\n单位：万元\n" + "\n".join(rows) + "\n")
    assert {
        ("three_public_total", "5.30", "万元", None),
        ("official_vehicle_operation", "4.20", "万元", None),
    } <= found
    assert {
        ("official_reception", "1.10", "万元", None),
        ("agency_operating_cost", "31.86", "万元", None),
    } <= found


def test_people_by_the_kind_of_their_body(read):
    rows = [
        "项 目 | 合 计 | 行政单位 | 财政拨款事业单位 | 财政补助 事业单位 | ||||",
        "参(依)公管理 | 其他 | |||||||",
        "编制数 | 21 | 21 | ||||||",
    ]
    rows += [
        "在职人数 | 19 | 19 | ||||||",
        "离退休人数 | 7 | 7 | ||||||",
        "其中:离休人数 | ||||||||",
        "退休人数 | 7 | 7 | ||||||",
    ]
    assert _levels(read, "单位:人\n" + "\n".join(rows) + "\n") == {
        ("staff_quota", "21", "人", None),
        ("staff_in_service", "19", "人", None),
        ("staff_retired", "7", "人", None),
    }


def test_rows_without_anything_above_the_total_of_cells_with_bars_below_them(read):
    rows = [
        ["本年收入", "本年支出"],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款收入", "7458", "一、教育支出", "6096"],
        ["1. 一般公共预算", "7458", "二、卫生健康支出", "1362"],
        ["二、事业收入", "", "", ""],
        ["", "", "", ""],
        ["", "", "", ""],
        ["收入总计", "7458", "支出总计", "7458"],
    ]
    cells = [cell for row in rows for cell in row]
    text = "2026年部门财务收支预算总表\n编制部门：某局 单位：元\n" + "".join(
        f"{cell}\n|\n" if cell else "|\n" for cell in cells
    )
    got = {(f.concept, f.value) for f in read(text, "某局2026年部门预算\n").figures}
    assert {
        ("total_resources", "7458"),
        ("total_uses", "7458"),
        ("fiscal_appropriation_revenue", "7458"),
    } <= got


def test_levels_of_codes_below_headings_of_a_table_without_empty_cells(read):
    text = (
        "2026年部门支出预算总表\n编制部门：某局 单位：元\n项目 | 支出预算\n"
        "功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出\n类 | 款 | 项\n"
        "208 | 社会保障和就业支出 | 6,397,096 | 6,103,096 | 294,000\n"
        "208 | 05 | 行政事业单位养老支出 | 6,103,096 | 6,103,096\n"
        "221 | 住房保障支出 | 5,871,730 | 5,871,730\n合计 | 12,268,826 | 11,974,826 | 294,000\n"
    )
    got = {(f.concept, f.value) for f in read(text, "某局2026年部门预算\n").figures}
    assert got >= {
        ("total_expenditure", "12268826"),
        ("basic_expenditure", "11974826"),
        ("project_expenditure", "294000"),
        ("function_class_amount", "6397096"),
    }


def test_a_longer_row_begins_with_the_code_of_a_class_or_is_not_read(states):
    table = "单位：万元\n|科目|预算数|决算数|\n|301|工资福利支出|6|5|\n|{}|{}|5|4|\n"
    for code, label in (("其他类", "会议费"), ("2050803", "培训费")):
        assert {state[0] for state in states(table.format(code, label))} == {"economic_class_amount"}
