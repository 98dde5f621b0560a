"""Tables of final accounts and budgets as the text of a PDF gives them: a row a line, headings broken, empty cells gone."""

from __future__ import annotations

FINAL, BUDGET = "final_account", "initial_budget"
TITLE = "石门县林业局2023年度部门决算\n\n"
INCOME_AND_SPENDING = """收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 1,850.20 一、一般公共服务支出
二、政府性基金预算财政拨款收入 300.00 二、外交支出
三、国有资本经营预算财政拨款收入 三、国防支出
四、上级补助收入 八、社会保障和就业支出 160.40
五、事业收入 九、卫生健康支出 61.15
六、经营收入
十、节能环保支出
十一、城乡社区支出 300.00
二十二、灾害防治及应急管理支
出
十二、农林水支出 1,628.65
本年收入合计 2,150.20 本年支出合计 2,150.20
使用非财政拨款结余 结余分配
年初结转和结余 12.35 年末结转和结余 12.35
总计 2,162.55 总计 2,162.55
注：本表反映部门本年度的总收支和年末结转结余情况。
"""
SPENDING = """支出决算表
单位：万元
项目
对附属单位
本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
功能分类
补助支出
科目名称
科目编码
合计 2,150.20 900.70 1,249.50
208 社会保障和就业支出 160.40 160.40
20805 行政事业单位养老支出 160.40 160.40
机关事业单位基本养老保险缴费
2080505 98.20 98.20
支出
资源勘探工业信息等
215 20.00 20.00
支出
213 农林水支出 1,628.65 679.15 949.50
注：本表反映部门本年度各项支出情况。
"""
BY_CLASS = """2024年部门支出预算总表
编制部门：石门县林业局 单位：元
项目 支出预算
功能分类科目编码
功能分类科目名称 合计 基本支出 项目支出
类 款 项
208 社会保障和就业支出 1,604,000.00 1,504,000.00 100,000.00
208 05 行政事业单位养老支出 1,604,000.00 1,504,000.00 100,000.00
208 05 01 行政单位离退休 604,000.00 504,000.00 100,000.00
213 农林水支出 16,286,500.00 6,791,500.00 9,495,000.00
合计 17,890,500.00 8,295,500.00 9,595,000.00
2024年部门收入预算总表
编制部门：石门县林业局 单位：元
项目 收入预算
功能分类科目编码
功能分类科目名称 合计 财政拨款收入 事业收入 其他收入
类 款 项
208 社会保障和就业支出 1,604,000.00 1,604,000.00 0.00 0.00
合计 17,890,500.00 17,790,500.00 0.00 100,000.00
"""
BY_ITEM = """一般公共预算财政拨款基本支出决算表
单位：万元
经济分类 经济分类
科目名称 决算数 科目名称 决算数
科目编码 科目编码
301 工资福利支出 702.15 302 商品和服务支出 148.55
30101 基本工资 260.40 30217 公务接待费 0.60
30103 奖金 30231 公务用车运行维护费
303 对个人和家庭的补助 50.00 310 资本性支出
人员经费合计 752.15 公用经费合计 148.55
"""


def amounts(states, text, title=TITLE):
    return {(concept, stage, value) for concept, _, stage, value, _ in states(text, title)}


def test_amounts_behind_their_labels_on_both_sides(states):
    found = amounts(states, INCOME_AND_SPENDING)
    assert {value for concept, _, value in found if concept == "function_class_amount"} == {
        "160.40",
        "61.15",
        "300.00",
        "1628.65",
    }
    assert found >= {
        ("general_public_budget_appropriation", FINAL, "1850.20"),
        ("government_fund_appropriation", FINAL, "300.00"),
        ("total_revenue", FINAL, "2150.20"),
        ("total_expenditure", FINAL, "2150.20"),
        ("total_resources", FINAL, "2162.55"),
        ("total_uses", FINAL, "2162.55"),
    }


def test_only_the_whole_is_known_below_broken_headings(states):
    """Which of six headings have the two amounts behind the total cannot be seen; a code is never an amount."""
    assert amounts(states, SPENDING) == {
        ("total_expenditure", FINAL, "2150.20"),
        ("function_class_amount", FINAL, "160.40"),
        ("function_class_amount", FINAL, "20.00"),
        ("function_class_amount", FINAL, "1628.65"),
    }


def test_rows_that_fill_all_columns(states):
    found = amounts(states, BY_CLASS, "石门县林业局2024年部门预算\n\n")
    assert found == {
        ("function_class_amount", BUDGET, value)
        for value in ("1604000.00", "1504000.00", "100000.00", "16286500.00", "6791500.00", "9495000.00")
    } | {
        ("total_expenditure", BUDGET, "17890500.00"),
        ("basic_expenditure", BUDGET, "8295500.00"),
        ("project_expenditure", BUDGET, "9595000.00"),
        ("total_revenue", BUDGET, "17890500.00"),
        ("fiscal_appropriation_revenue", BUDGET, "17790500.00"),
        ("undertaking_revenue", BUDGET, "0.00"),
        ("other_revenue", BUDGET, "100000.00"),
    }
    assert {unit for *_, unit in states(BY_CLASS, "石门县林业局2024年部门预算\n\n")} == {"元"}


def test_classes_of_basic_spending_without_their_items(states):
    """公务接待费 among the items of basic spending is not all that was spent on guests."""
    assert amounts(states, BY_ITEM) == {
        ("economic_class_amount", FINAL, "702.15"),
        ("economic_class_amount", FINAL, "148.55"),
        ("economic_class_amount", FINAL, "50.00"),
        ("personnel_expenditure", FINAL, "752.15"),
        ("public_expenditure", FINAL, "148.55"),
    }


def test_one_heading_over_the_amounts_and_a_second_row_of_headings(states):
    text = (
        "林业局“三公”经费预算表\n金额单位:万元\n项目 2024年预算数\n小计 其中:一般公共预算安排数\n"
        "一、“三公”经费合计 12.60 11.20\n(一)因公出国(境)费 单位不需填列 单位不需填列\n(二)公务接待费 5.40 4.00\n"
        "(三)公务用车费 7.20 7.20\n"
    )
    assert ("official_reception", BUDGET, "5.40") in amounts(states, text)


def test_headings_all_in_pieces_leave_the_sum_of_the_title(states):
    text = (
        "支出决算表\n公开03表\n金额单位：万元\n项目\n本年支出 上缴上级 对附属单位\n基本支出 项目支出 经营支出\n合计 支出 补助支出\n"
        "科目编码 科目名称\n栏次 1 2 3 4 5 6\n合计 96.40 70.10 26.30\n208 社会保障和就业支出 9.10 9.10\n213 农林水支出 87.30 61.00 26.30\n"
    )
    assert amounts(states, text) == {
        ("total_expenditure", FINAL, "96.40"),
        ("function_class_amount", FINAL, "9.10"),
        ("function_class_amount", FINAL, "87.30"),
    }


def test_a_row_whose_left_half_is_only_its_number(states):
    text = (
        "收入支出决算总表\n金额单位：万元\n收入 支出\n项目 行次 金额 项目 行次 金额\n栏次 1 栏次 2\n"
        "一、一般公共预算财政拨款收入 1 96.40 一、一般公共服务支出 32\n9 九、卫生健康支出 40 70.10\n"
        "本年收入合计 27 96.40 本年支出合计 58 70.10\n"
    )
    assert ("function_class_amount", FINAL, "70.10") in amounts(states, text)
    assert not any(value in {"40", "9"} for *_, value in amounts(states, text))


def test_the_heading_of_codes_in_front_of_that_of_names(states):
    text = (
        "一般公共预算财政拨款支出决算表\n单位：万元\n项目 本年支出\n科目编码 科目名称 小计 基本支出 项目支出\n栏次 1 2 3\n"
        "合计 96.40 70.10 26.30\n213 农林水支出 96.40 70.10 26.30\n"
    )
    assert ("basic_expenditure", FINAL, "70.10") in amounts(states, text)
    assert ("project_expenditure", FINAL, "26.30") in amounts(states, text)
