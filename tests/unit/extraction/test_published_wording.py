"""Sentences as published texts build them: what is read of them and, above all, what is not."""

from __future__ import annotations

import pytest

BUDGET, FINAL, ADJUSTED = "initial_budget", "final_account", "adjusted_budget"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初预算120万元，年中追加30万元。", ("budget_adjustment", "level", ADJUSTED, "30", "万元")),
        ("公务接待费3万元，上年为4.5万元。", ("official_reception", "level", FINAL, "4.5", "万元")),
        ("公务接待费2.3万元，比去年2.51万元少0.21万元。", ("official_reception", "change", FINAL, "-0.21", "万元")),
        ("国内公务接待批次为52个。", ("reception_batches", "level", None, "52", "批次")),
        ("接待11批（次）92人。", ("reception_persons", "level", None, "92", "人")),
        ("公务接待费3万元，接待11批次、92人次，比上年减少2万元。", ("official_reception", "change", FINAL, "-2", "万元")),
        ("文化旅游体育与传媒支出85万元。", ("function_class_amount", "level", FINAL, "85", "万元")),
        ("社会保障和就业（类）支出15.2万元。", ("function_class_amount", "level", FINAL, "15.2", "万元")),
        ("总支出125.08万元，其中本年支出116.12万元。", ("total_uses", "level", FINAL, "125.08", "万元")),
        ("财政拨款收支总预算70.5万元。", ("total_uses", "level", BUDGET, "70.5", "万元")),
        ("采购预算6万元。按类型:货物类采购4万元。", ("procurement_goods", "level", FINAL, "4", "万元")),
    ],
)  # fmt: skip
def test_read(states, text, expected):
    assert expected in states(text)


@pytest.mark.parametrize(
    ("text", "silent_on"),
    [
        # one item of a class is not the class, and its budget is not the department's
        ("一般公共服务支出（类）统计事务（款）普查（项）30.12万元。", "function_class_amount"),
        ("1、教育支出（类）职业教育（款）中职（项）18万元。2022年年初预算为17万元，支出决算为18万元。", "total_expenditure"),
        ("高中教育支出86.9万元。", "function_class_amount"),
        ("高中教育支出86.9万元，其中：基本支出86.9万元。", "basic_expenditure"),
        ("科普展品维护支出8万元，其中：基本支出0万元，项目支出8万元。", "project_expenditure"),
        # services of the whole public are not procurement of services
        ("一般公共服务（类）支出1234.56万元。", "procurement_services"),
        ("按政府采购资金类型划分，一般公共预算拨款4.6万元。", "general_public_budget_appropriation"),
        ("社会保险基金收入11.36亿元、支出9.87亿元。", "total_expenditure"),
    ],
)  # fmt: skip
def test_not_read(states, text, silent_on):
    assert silent_on not in [state[0] for state in states(text)]


def test_two_amounts_with_one_unit_change_two_concepts(states):
    found = states("收、支总计各减少1267.86,2570.97万元，各下降23.51%、38.28%。")
    assert found == [
        ("total_resources", "change", FINAL, "-1267.86", "万元"),
        ("total_uses", "change", FINAL, "-2570.97", "万元"),
        ("total_resources", "change_rate", FINAL, "-23.51", "%"),
        ("total_uses", "change_rate", FINAL, "-38.28", "%"),
    ]


def test_a_rate_is_measured_against_what_the_amount_before_it_was(read):
    _, change, rate = read("公用经费45.6万元，比上年减少2万元，下降4.2%。").figures
    assert (change.base_stage, rate.base_stage) == ("prior_year", "prior_year")


def test_a_comparison_that_opens_a_sentence_is_of_the_one_subject_before(states):
    assert ("other_revenue", "change", FINAL, "0.78", "万元") in states(
        "其他收入8.02万元，为利息。较2021年度决算数增加0.78万元。"
    )
    two = "其他收入8.02万元，事业收入3万元。较2021年度决算数增加0.78万元。"
    assert "change" not in [state[1] for state in states(two)], "of which of the two, the words do not say"


def test_guests_from_abroad_are_some_of_those_counted(states):
    found = states("国内公务接待共30批次（其中外事接待26批次），579人次（其中外事接待50人次）。")
    assert [(state[0], state[3]) for state in found] == [
        ("reception_batches", "30"),
        ("reception_persons", "579"),
    ]


def test_a_rate_behind_an_amount_of_unknown_name_is_of_nothing_else(states):
    text = "公务接待费2.5万元，同比下降20%；租车通勤费10万元，同比下降7.4%。"
    assert [state[3] for state in states(text)] == ["2.5", "-20"]


def test_both_sides_of_one_budget_are_of_that_budget(states):
    found = states("2022年我局部门预算总收入为1200万元，总支出为1200万元。")
    assert {state[2] for state in found} == {BUDGET}


def test_vehicles_have_no_change_in_money(states):
    assert "change" not in [s[1] for s in states("公务用车保有量2辆，比上年减少0.28万元。")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("上年度支出合计90万元。", 2021),
        ("截至2020年12月31日，公务用车保有量2辆。", 2020),
        ("截至2023年4月20日，编制20人。", 2022),  # counted on the day of filing, for the year evaluated
        ("2021年“三公”经费支出8万元。其中：公务接待费3万元。", 2021),
    ],
)
def test_the_year_of_a_figure(read, text, year):
    assert {figure.fiscal_year for figure in read(text).figures} == {year}


def test_the_heading_gives_its_year_and_its_budget(read):
    text = "一、2021年一般公共预算财政拨款支出决算情况\n本年支出合计80万元。"
    (figure,) = read(text).figures
    assert (figure.fiscal_year, figure.fund_scope) == (2021, "general_public_budget")


def test_classes_of_the_basic_expenditure_carry_its_scope(read):
    figures = read("基本支出20万元，包括工资福利支出12万元、商品和服务支出8万元。").figures
    assert [figure.expenditure_scope for figure in figures] == [None, "basic", "basic"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三公”经费财政拨款支出合计38.8万元。", [("three_public_total", "38.8")]),
        ("“三公”经费决算支出数为11.7万元。", [("three_public_total", "11.7")]),
        ("公务接待34批次，260人次，支出3.15万元。", [("reception_batches", "34"), ("reception_persons", "260"), ("official_reception", "3.15")]),
        ("国（境）外公务接待批次21个，接待人次140人。", []),
        ("离退休人员33名，其中离休1名、退休32名。", [("staff_retired", "33")]),
        ("参公事业编制12名，全额事业编制28名。", []),
        ("机构运行110.5万元，其中：基本支出110.5万元，项目支出0元。", []),
        ("上缴上级支出、经营支出、对附属单位补助支出共3万元。", []),
        ("自评综合得分97.5分，其中预算执行率指标分值10分，得分9.5分。", [("self_evaluation_score", "97.5")]),
        ("政府采购预算300万元，实际采购金额280万元，执行率93.33%。", [("procurement_budget", "300"), ("procurement_actual", "280"), ("procurement_execution_rate", "93.33")]),
        ("资产总额90万元，较上年增加15万元，其中固定资产增加12万元。", [("total_assets", "90"), ("total_assets", "15")]),
    ],
)  # fmt: skip
def test_what_shares_a_name_is_not_taken_for_the_whole(states, text, expected):
    assert [(state[0], state[3]) for state in states(text)] == expected


def test_a_clause_that_says_nothing_changed_is_what_the_change_behind_it_is_of(states):
    found = states("“三公”经费支出5.68万元，其中，公务接待费支出决算比预算无增减变化，比去年增加0.5万元。")
    assert found[1][:2] == ("official_reception", "change")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议费预算5万元，全年支出4万元。", {("meeting_expenditure", 2022, "5"), ("meeting_expenditure", 2022, "4")}),
        ("公用经费年初预算60万元，全年实际支出48.6万元。", {("public_expenditure", 2022, "60"), ("public_expenditure", 2022, "48.6")}),
        ("水库维修项目预算200万元，全年支出190万元。", set()),
        ("食堂全年支出20万元，工会全年支出5万元。", set()),
        ("教育专项总支出190万元。", set()),
        (
            "基本支出475万元（2021年450万元），项目支出198万元（2021年180万元）。",
            {
                ("basic_expenditure", 2022, "475"),
                ("basic_expenditure", 2021, "450"),
                ("project_expenditure", 2022, "198"),
                ("project_expenditure", 2021, "180"),
            },
        ),
        (
            "上年基本支出450万元、项目支出180万元，今年基本支出475万元。",
            {("basic_expenditure", 2021, "450"), ("project_expenditure", 2021, "180"), ("basic_expenditure", 2022, "475")},
        ),
        (
            "与2021年决算数（基本支出450万元、项目支出180万元）相比，2022年基本支出475万元。",
            {("basic_expenditure", 2021, "450"), ("project_expenditure", 2021, "180"), ("basic_expenditure", 2022, "475")},
        ),
        (
            "2022年总支出1,200万元，2021年总支出1,100万元，比上年增加100万元；较年初预算900万元增加300万元。",
            {
                ("total_expenditure", 2022, "1200"),
                ("total_expenditure", 2021, "1100"),
                ("total_expenditure", 2022, "100"),
                ("total_expenditure", 2022, "900"),
                ("total_expenditure", 2022, "300"),
            },
        ),
        ("项目支出中：就业补助项目支出800万元，社保业务项目支出500万元。", set()),
        ("其中本级安排项目支出300万元，上级专项资金项目支出800万元。", set()),
        ("参公编制32人、全额事业编制60人。", set()),
        ("核定全额事业编制10名。", {("institution_quota", 2022, "10")}),
        ("上半年总支出300万元。", set()),
        ("1-6月基本支出300万元，项目支出200万元。", set()),
        ("1-12月基本支出300万元。", {("basic_expenditure", 2022, "300")}),
        ("截至2022年6月底，基本支出300万元。", set()),
        ("2022年初在职人员45人，年末在职人员43人。", {("staff_in_service", 2022, "43")}),
        ("县财政拨付我局基本支出480万元，项目支出200万元，实际使用基本支出475万元。", {("basic_expenditure", 2022, "475")}),
        ("工资福利支出420万元，其中基本支出400万元，项目支出20万元。", {("economic_class_amount", 2022, "420")}),
        (
            "收入总额为9,876.54万元，其中年初结转结余345.6万元，本年收入9,530.94万元。",
            {("total_resources", 2022, "9876.54"), ("opening_carryover", 2022, "345.6"), ("total_revenue", 2022, "9530.94")},
        ),
        (
            "公务用车购置及运行费14万元，其中：公务用车购置费0万元，运行维护费14万元，比预算数17万元节约3万元。",
            {
                ("official_vehicle", 2022, "14"),
                ("official_vehicle_purchase", 2022, "0"),
                ("official_vehicle_operation", 2022, "14"),
                ("official_vehicle_operation", 2022, "17"),
                ("official_vehicle_operation", 2022, "-3"),
            },
        ),
    ],
)  # fmt: skip
def test_whose_amount_of_which_year(read, text, expected):
    assert {(f.concept, f.fiscal_year, f.value) for f in read(text).figures} == expected


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
