"""Parts, shares, people and labels as published texts put them together. Amounts, changes and years: test_published_wording."""

from __future__ import annotations

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"


def test_parts_behind_parts_by_fund_are_of_the_whole(read):
    text = "本年支出95万元，其中一般公共预算支出92万元、政府性基金支出3万元；按支出性质分：基本支出25万元，项目支出70万元。"
    funds = {f.value: f.fund_scope for f in read(text).figures}
    assert funds == {
        "95": None,
        "92": "general_public_budget",
        "3": "government_fund",
        "25": None,
        "70": None,
    }


def test_what_a_budget_decision_gives_is_no_final_account(read):
    text = "根据预算批复，基本支出480万元，项目支出200万元。2022年实际完成基本支出475万元，项目支出190万元。"
    stages = {f.value: f.stage for f in read(text).figures}
    assert stages == dict.fromkeys(("480", "200"), "initial_budget") | dict.fromkeys(
        ("475", "190"), "final_account"
    )


def test_parts_paid_by_other_money_are_not_those_of_the_department(read):
    text = (
        "2022年总支出100万元，其中基本支出56万元，项目支出44万元。财政拨款支出90万元，其中基本支出50万元、"
        "项目支出40万元；非财政拨款支出10万元，其中基本支出6万元、项目支出4万元。"
        "其他资金安排的基本支出3万元，其他资金项目支出1万元，其他资金支出“三公”经费2万元。"
    )
    other = [f.value for f in read(text).figures if f.fund_scope == "other"]
    assert other == ["10", "6", "4", "3", "1", "2"]


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("占总支出的62.5%", "total_expenditure"),
        ("占比62.5%", "total_expenditure"),
        ("占本年支出总额的62.5%", "total_expenditure"),
        ("占财政拨款支出的65.22%", None),
        ("占全县支出的2%", None),
    ],
)
def test_what_a_share_is_taken_of(read, words, base):
    figures = read(f"2022年总支出2400万元，其中基本支出1500万元，{words}。").figures
    assert [f.base_concept for f in figures if f.measure == "share"] == [base]


def test_a_budget_with_a_basic_part_is_of_the_department_whatever_the_heading(states):
    found = states("三、项目资金\n2022年部门预算安排26万元，其中基本支出12万元，项目支出14万元。")
    assert [(state[0], state[3]) for state in found] == [
        ("total_expenditure", "26"),
        ("basic_expenditure", "12"),
        ("project_expenditure", "14"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年末实有人数85人，其中：政法专项编制人员79人，事业编制人员6人。", [("staff_actual", "85")]),
        ("现有编制人员118人。其中，局机关在职52人、退休43人。", [("staff_quota", "118"), ("staff_in_service", "52"), ("staff_retired", "43")]),
        ("直属事业单位4个，即执法大队、图书馆等。", [("subordinate_unit_count", "4")]),
    ],
)  # fmt: skip
def test_people_are_no_posts(states, text, expected):
    assert [(state[0], state[3]) for state in states(text)] == expected


def test_spending_behind_the_parts_of_a_budget_is_of_the_whole(states):
    text = (
        "年初部门预算支出236万元，其中基本支出186万元，项目支出50万元；决算支出298万元，其中基本支出213万元。"
    )
    assert [(state[0], state[2], state[3]) for state in states(text)][-2:] == [
        ("total_expenditure", FINAL, "298"),
        ("basic_expenditure", FINAL, "213"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“三公”经费支出决算42.17万元，比年初预算60万元减少17.83万元。",
            [("three_public_total", FINAL, "42.17"), ("three_public_total", BUDGET, "60"), ("three_public_total", FINAL, "-17.83")],
        ),
        (
            "“三公”经费2022年预算数16万元，2022年支出数9.38万元，2021年支出数12.06万元。",
            [("three_public_total", BUDGET, "16"), ("three_public_total", FINAL, "9.38"), ("three_public_total", FINAL, "12.06")],
        ),
        (
            "2022年年初收入预算298万元，均为财政拨款。",
            [("total_revenue", BUDGET, "298"), ("fiscal_appropriation_revenue", BUDGET, "298")],
        ),
        (
            "2022年预算调整数为386万元（年初预算213万元+追加173万元）。",
            [("total_expenditure", ADJUSTED, "386"), ("total_expenditure", BUDGET, "213")],
        ),
        ("年初预算安排支出452万元。全年预算数472万元。", [("total_expenditure", BUDGET, "452"), ("total_expenditure", ADJUSTED, "472")]),
        ("完成“两新”党组织书记培训1期80人，支出8.6万元；慰问党员，发放23万元。", []),
        ("年中因防汛需要追加后，支出全年预算数为410万元。", [("total_expenditure", ADJUSTED, "410")]),
        (
            "2022年，市财政下达我部预算指标248万元，其中：基本支出128万元，项目支出120万元。实际支出241万元。",
            [
                ("total_expenditure", BUDGET, "248"),
                ("basic_expenditure", BUDGET, "128"),
                ("project_expenditure", BUDGET, "120"),
                ("total_expenditure", FINAL, "241"),
            ],
        ),
        (
            "2022年年初预算批复资金112万元，年中追加41万元，全年可用资金153万元，实际支出152万元。",
            [
                ("total_expenditure", BUDGET, "112"),
                ("budget_adjustment", ADJUSTED, "41"),
                ("total_expenditure", ADJUSTED, "153"),
                ("total_expenditure", FINAL, "152"),
            ],
        ),
        ("特定目标类项目21个，年初预算总额652.4万元，全年执行838.85万元，预算执行率98.69%。", []),
        ("下属全额拨款事业单位3个。", [("subordinate_unit_count", None, "3")]),
        ("绩效自评得97.9分，自评等级为一等（优秀）。", [("self_evaluation_score", None, "97.9"), ("grade", None, "优")]),
    ],
)  # fmt: skip
def test_budgets_compared_with_and_spending_of_clauses(states, text, expected):
    assert [(state[0], state[2], state[3]) for state in states(text)] == expected


def test_an_unknown_part_of_a_list_does_not_end_it(states):
    text = "2022年初预算收入1020万元，其中：公共财政预算拨款1020万元，政府性基金预算0万元，调剂款0万元，其他收入0万元。"
    assert [(state[0], state[2]) for state in states(text)] == [
        ("total_revenue", BUDGET),
        ("general_public_budget_appropriation", BUDGET),
        ("government_fund_appropriation", BUDGET),
        ("other_revenue", BUDGET),
    ]


@pytest.mark.parametrize(
    ("words", "concept", "stage"),
    [
        ("调整后总支出", "total_expenditure", ADJUSTED),
        ("调整后基本支出", "basic_expenditure", ADJUSTED),
        ("调整后全年预算", "total_expenditure", ADJUSTED),
        ("项目支出年初安排", "project_expenditure", BUDGET),
        ("部门整体支出可执行预算", "total_expenditure", ADJUSTED),
        ("人员经费实际使用", "personnel_expenditure", FINAL),
        ("政府采购年初预算", "procurement_budget", BUDGET),
        ("政府采购决算数", "procurement_actual", FINAL),
        ("上年末结转", "opening_carryover", None),
        ("结转下年支出", "closing_carryover", None),
        ("固定资产总计", "fixed_assets_gross", None),
        ("公务用车购置与运行维护费", "official_vehicle", FINAL),
    ],
)
def test_labels_and_stages_that_published_texts_put_together(states, words, concept, stage):
    assert [(state[0], state[2]) for state in states(f"2022年我局{words}为98.5万元。")] == [(concept, stage)]


@pytest.mark.parametrize(
    ("words", "concepts"),
    [
        ("全年预算完成率为98.78%", ["budget_completion_rate"]),
        ("实有在岗人员43人", ["staff_in_service"]),
        ("行政人员编制12名", ["administrative_quota"]),
        ("走访慰问离退休干部230人", []),
        ("购置公务用车1辆", []),
        ("外宾接待费1.2万元", []),
    ],
)
def test_labels_of_persons_rates_and_cars(states, words, concepts):
    assert [state[0] for state in states(f"2022年我局{words}。")] == concepts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年全系统收入486万元。", [("total_revenue", FINAL, "486")]),
        (
            "2023年年初部门预算批复326万元，预算调整增加84万元，全年预算数410万元。",
            [("total_expenditure", BUDGET, "326"), ("budget_adjustment", ADJUSTED, "84"), ("total_expenditure", ADJUSTED, "410")],
        ),
        (
            "公务用车购置及运行费6.1万元（含运行维护费6.1万元）。",
            [("official_vehicle", FINAL, "6.1"), ("official_vehicle_operation", FINAL, "6.1")],
        ),
        ("2022年全县养老保险基金收入326万元，支出213万元，年末滚存结余589万元。", []),
        ("2021年预算收入总额263万元，年中调整增加41万元。", [("total_revenue", BUDGET, "263"), ("budget_adjustment", ADJUSTED, "41")]),
        ("2021年预算收入30万元，其中年初预算20万元，调整追加10万元。", [("total_revenue", ADJUSTED, "30"), ("total_revenue", BUDGET, "20"), ("budget_adjustment", ADJUSTED, "10")]),
        ("自评综合评分93.5分；其中投入管理：分值20分，自评18.5分；产出：分值80分，自评得分75分。", [("self_evaluation_score", None, "93.5")]),
    ],
)  # fmt: skip
def test_systems_funds_of_others_and_items_of_scores(states, text, expected):
    assert [(state[0], state[2], state[3]) for state in states(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（二）公务接待费：2022年支出4.36万元。", [("official_reception", "4.36")]),
        ("（一）基本支出情况。2022年支出486万元。", [("basic_expenditure", "486")]),
        ("会议费方面，全年支出3万元。", [("meeting_expenditure", "3")]),
        ("（一）项目支出情况\n2022年全年支出300万元。", [("project_expenditure", "300")]),
        ("五、会议费支出情况\n全年支出8万元。", [("meeting_expenditure", "8")]),
        ("三、“三公”经费及会议费支出情况\n全年支出8万元。", []),
        ("党建经费：2022年支出12万元。", []),
        ("（3）义务兵优待金。2022年支出186万元。", []),
        ("（3）义务兵优待金\n2022年支出186万元。", []),
        ("二、支出情况\n2022年支出186万元。", [("total_expenditure", "186")]),
        ("医疗救助金2022年支出236万元。", []),
        ("县水利局2022年支出236万元。", [("total_expenditure", "236")]),
        ("截至2022年12月31日，支出236万元。", [("total_expenditure", "236")]),
        ("（二）信访救助项目\n2022年年初预算80万元，实际支出74万元，预算执行率93%。", []),
        ("一、部门整体支出及“三公”经费情况\n2022年支出800万元。", [("total_expenditure", "800")]),
        ("部门整体自评得分95分。“渠道清淤”项目绩效自评得分92分。", [("self_evaluation_score", "95")]),
    ],
)
def test_spending_is_of_what_was_announced(states, text, expected):
    assert [(state[0], state[3]) for state in states(text)] == expected
