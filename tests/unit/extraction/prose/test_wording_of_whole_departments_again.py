"""Self-evaluations and explanations of accounts in still other words: comparisons, two stages at once, kinds, what is left."""

from __future__ import annotations

import pytest

BUDGET, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
ACCOUNTS = "石门县林业局2022年度部门决算情况说明\n\n"
REPORT = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
BUDGETS = "石门县林业局2022年部门预算说明\n\n"
STATEMENT = "石门县林业局2022年“三公”经费情况说明\n\n"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("本年支出合计936.4万元，与上年的921.2万元相比多支15.2万元，上升1.65%。", ["15.2", "1.65"]),
        ("本年支出合计936.4万元，同2021年（921.2万元）相比，增长1.65%，增加15.2万元。", ["1.65", "15.2"]),
        ("本年支出合计936.4万元，较上年的951.6万元节省15.2万元，下降1.6%。", ["-15.2", "-1.6"]),
        ("本年支出合计936.4万元，比2021年921.2万元增15.2万元。", ["15.2"]),
    ],
)
def test_changes_behind_the_amount_compared_with(states, text, change):
    found = states(text, ACCOUNTS)
    assert [f[3] for f in found if f[1] != "level"] == change
    assert len([f for f in found if f[1] == "level"]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费预算、决算均为0。", {(BUDGET, "0"), (FINAL, "0")}),
        ("公务接待费年初预算与决算均为3万元。", {(BUDGET, "3"), (FINAL, "3")}),
        (
            "公务接待费年初预算和调整预算均为3万元，决算2万元。",
            {(BUDGET, "3"), (ADJUSTED, "3"), (FINAL, "2")},
        ),
        ("公务接待费预算数和决算数都是3万元。", {(BUDGET, "3"), (FINAL, "3")}),
    ],
)
def test_one_amount_at_two_stages(states, text, expected):
    assert {(f[2], f[3]) for f in states(text, ACCOUNTS)} == expected


def test_one_amount_of_two_labels_is_of_one_stage_unless_two_are_named(states):
    assert {(f[0], f[2]) for f in states("会议费、培训费决算均为0。", ACCOUNTS)} == {
        ("meeting_expenditure", FINAL),
        ("training_expenditure", FINAL),
    }


def test_kinds_of_procurement_by_the_verb(states):
    text = "当年实际采购58.4万元。其中：采购货物38.4万元，采购服务20万元。"
    assert [(f[0], f[3]) for f in states(text, REPORT)][1:] == [
        ("procurement_goods", "38.4"),
        ("procurement_services", "20"),
    ]
    text = "政府采购预算62万元，内含货物18万元、服务44万元。政府购买服务9万元。"
    assert [(f[0], f[3]) for f in states(text, BUDGETS)] == [
        ("procurement_budget", "62"),
        ("procurement_goods", "18"),
        ("procurement_services", "44"),
    ]


def test_what_is_left_by_its_parts(states):
    text = "年末结转和结余23.1万元，其中结转19.6万元、结余3.5万元，全部结转下年。"
    assert [(f[0], f[3]) for f in states(text, REPORT)] == [
        ("closing_carryover", "23.1"),
        ("carryover_funds", "19.6"),
        ("surplus_funds", "3.5"),
    ]


def test_a_lead_on_adjustment_says_what_was_added_to(states):
    text = "2.预算调整：追加208.3万元，调整后预算753.2万元。"
    assert [(f[0], f[2], f[3]) for f in states(text, REPORT)] == [
        ("budget_adjustment", ADJUSTED, "208.3"),
        ("total_expenditure", ADJUSTED, "753.2"),
    ]
    assert not states("3.河道整治项目：追加208.3万元，调整后预算753.2万元。", REPORT)


def test_budgets_in_turn_in_brackets(states):
    text = "会议费3.1万元、培训费5.4万元，均未超预算（预算分别为4万元、6万元）。"
    assert {(f[0], f[2], f[3]) for f in states(text, REPORT)} >= {
        ("meeting_expenditure", BUDGET, "4"),
        ("training_expenditure", BUDGET, "6"),
    }


def test_nothing_of_a_source_that_is_named_shortly(states):
    text = "财政拨款收入985.2万元（一般公共预算985.2万元，政府性基金0，国有资本经营预算0）。"
    assert [(f[0], f[3]) for f in states(text, BUDGETS)][1:] == [
        ("general_public_budget_appropriation", "985.2"),
        ("government_fund_appropriation", "0"),
        ("state_capital_appropriation", "0"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("街道设7个科室。", ("internal_division_count", "7")),
        ("年末实际在职编制人员13名。", ("staff_in_service", "13")),
        ("保有执法执勤和公务用车14辆。", ("vehicle_stock", "14")),
        ("当年共取得收入841万元。", ("total_revenue", "841")),
        ("服务对象满意度抽样结果93.5%。", ("satisfaction_rate", "93.5")),
        ("以上各项合计自评得分91.5分。", ("self_evaluation_score", "91.5")),
    ],
)
def test_short_clauses(states, text, expected):
    assert [(f[0], f[3]) for f in states(text, REPORT)] == [expected]


def test_kinds_of_posts_counted_without_a_classifier(states):
    found = states("镇机关核定编制71个，分别是行政29、工勤2、事业40。", REPORT)
    assert [f[3] for f in found] == ["71", "29", "2", "40"]


def test_a_total_that_explains_other_money_is_no_budget(read):
    (figure,) = read("全年可用资金（收入总计）479.2万元。", REPORT).figures
    assert (figure.concept, figure.stage) == ("total_resources", FINAL)
    assert figure.confidence < 0.9


def test_the_year_that_a_heading_compares_with_is_not_that_of_its_section(read):
    text = "（一）财政拨款收支与2021年度决算对比情况\n本部门财政拨款收支均为一般公共预算，其中本年收入380万元，比2021年度增加24万元。"
    found = read(f"石门县林业局2022年度部门决算\n\n四、财政拨款收入支出决算情况\n{text}").figures
    assert {figure.fiscal_year for figure in found} == {2022}


def test_this_year_ends_the_year_of_the_sentence_before(read):
    text = "2021年“三公”经费预算执行数为1205万元。本年“三公”经费预算1270万元，较2021年预算减少40万元。"
    found = read(text, BUDGETS).figures
    assert [(figure.value, figure.fiscal_year) for figure in found] == [
        ("1205", 2021),
        ("1270", 2022),
        ("-40", 2022),
    ]


@pytest.mark.parametrize("words", ["，其中：", "，包括：", "，包括"])
def test_one_word_opens_a_list_as_well_as_another(states, words):
    text = f"预算收入902.1万元{words}年初预算721万元，年中追加181.1万元。"
    assert [(f[0], f[2]) for f in states(text, REPORT)] == [
        ("total_revenue", ADJUSTED),
        ("total_revenue", BUDGET),
        ("budget_adjustment", ADJUSTED),
    ]


def test_a_body_that_keeps_its_own_accounts_spends_nothing_of_ours(states):
    text = "本年支出合计700.3万元。县果树站单独核算，全年支出310.8万元，不在本报告口径内。"
    assert [f[3] for f in states(text, REPORT)] == ["700.3"]
    assert not states("果树站独立核算，编制12名，在职10人。", REPORT)
    assert not states("县苗圃公司当年共取得收入50万元。", REPORT)
    assert [f[3] for f in states("我局为独立核算单位，本年支出合计310.8万元。", REPORT)] == ["310.8"]


def test_a_rate_behind_both_counts_of_guests_is_of_neither(states):
    assert len(states("国内接待402批3,377人次，同比减少17.6%。", STATEMENT)) == 2


def test_a_name_before_a_comma_and_the_budget_of_the_year(states):
    text = "（一）收入预算，2022年年初预算数418.6万元，其中，一般公共预算拨款402.6万元；政府性基金预算拨款16万元。"
    assert [(f[0], f[3]) for f in states(text, BUDGETS)] == [
        ("total_revenue", "418.6"),
        ("general_public_budget_appropriation", "402.6"),
        ("government_fund_appropriation", "16"),
    ]


def test_what_follows_the_parts_of_expenses_is_of_their_whole(states):
    text = "“三公”经费决算14.1万元：出国0；公车运维9.9万元；接待4.2万元。与上年度16.2万元相比减支2.1万元，降13%。"
    assert [(f[0], f[1], f[3]) for f in states(text, REPORT)][-3:] == [
        ("three_public_total", "level", "16.2"),
        ("three_public_total", "change", "-2.1"),
        ("three_public_total", "change_rate", "-13"),
    ]


def test_assets_compared_with_the_beginning_of_the_year(states):
    text = "年末单位资产总额316.8万元，较年初288.1万元增加28.7万元。"
    assert [(f[1], f[3]) for f in states(text, REPORT)] == [("level", "316.8"), ("change", "28.7")]


def test_kinds_of_procurement_behind_what_was_bought(states):
    text = "实际采购金额983.4万元。按采购对象看：保洁、绿化等服务702.6万元，垃圾车等货物280.8万元。"
    assert [f[0] for f in states(text, REPORT)] == [
        "procurement_actual",
        "procurement_services",
        "procurement_goods",
    ]


def test_all_spending_divided_before_it_is_named(states):
    text = "本年支出按性质：基本702.5万元，项目100.7万元。"
    assert [f[0] for f in states(text, ACCOUNTS)] == ["basic_expenditure", "project_expenditure"]


@pytest.mark.parametrize("heading", ["2.公务接待费。", "（二）公务接待费。", "公务接待费。", "2.公务接待费"])
def test_a_heading_that_is_a_name_may_end_with_a_full_stop(states, heading):
    text = f"三、“三公”经费情况\n{heading}\n2022年决算数0.3万元，比2022年年初预算数0.2万元增加0.1万元。"
    assert {f[0] for f in states(text, ACCOUNTS)} == {"official_reception"}


def test_an_item_that_tells_how_much_goes_on_in_the_next_line(states):
    text = "2.支出情况。2022年度支出合计188.2万元，较上年决算\n数增加26.5万元，增长16.4%，主要是人员增加。"
    assert [f[1] for f in states(text, ACCOUNTS)] == ["level", "change", "change_rate"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("收支平衡，收入支出均为42万元。", True),
        ("我局收入支出决算数均为42万元。", True),
        ("收入、支出均为42万元。", True),
        ("收支均为42万元。", True),
        ("财政拨款收入、支出均为42万元。", False),
        ("收入42万元，支出均为财政拨款。", False),
        ("收入支出总计均为42万元。", False),
    ],
)
def test_both_sides_in_one_amount(states, text, both):
    found = {state[0] for state in states(text) if state[3] == "42"}
    assert ({"total_revenue", "total_expenditure"} <= found) is both
