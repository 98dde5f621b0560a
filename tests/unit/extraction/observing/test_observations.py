"""What is seen in texts: goals and results, projects listed, claims, names of bodies, units. Own words throughout."""

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"


def observed(text, kind):
    found = extract((TITLE + text).encode(), "报告.txt").observations
    return [(o.code, o.number, o.second_number) for o in found if o.kind == kind]


def claims(text):
    return {code for code, _, _ in observed(text, "claim")}


def test_a_goal_finds_its_result_elsewhere():
    goal = "绩效指标：护林员参训覆盖率达到95%以上，补植树苗800株。"
    assert observed(goal, "goal_target") == [("≥%", 9500, None)]
    told = goal + "\n\n全年护林员参训覆盖率为96.5%，比上年提高。"
    assert observed(told, "goal_target") == [("≥%", 9500, 9650)]
    two = goal + "\n\n两个片区护林员参训覆盖率分别达98%、94.2%。"
    assert observed(two, "goal_target") == [("≥%", 9500, 9420)]


def test_a_goal_said_twice_is_no_result():
    goal = "绩效指标：护林员参训覆盖率达到95%以上。\n\n要求护林员参训覆盖率95%以上，各片区落实。"
    assert observed(goal, "goal_target") == [("≥%", 9500, None)]


def test_a_goal_may_be_a_ceiling():
    goal = "绩效目标：森林病虫害成灾率不超过3.5%。\n\n全年森林病虫害成灾率为2.1%。"
    assert observed(goal, "goal_target") == [("≤%", 350, 210)]


def test_numbers_outside_goals_are_no_goals():
    assert observed("全年护林员参训覆盖率达到95%以上。", "goal_target") == []


def test_projects_behind_the_amount_are_added():
    text = "项目支出280万元，其中：退耕还林补助150万元，护林防火工程80.5万元，苗圃建设项目49.5万元。"
    assert observed(text, "project_list") == [("", 2_800_000, 6_000)]


def test_people_of_no_concept_are_seen_with_their_number():
    text = "年末实有64人，其中在职41人、退休19人、遗属补助人员3人，另借调1名，遗属生活补助2万元。"
    assert observed(text, "other_people") == [("遗属", 3, None), ("借调", 1, None)]


@pytest.mark.parametrize(
    "items",
    [
        "中央资金150万元，本级资金130万元",
        "上年结转项目20万元，当年项目260万元",
        "退耕还林补助280万元",
        "退耕还林补助150万元，其中苗圃建设50万元，护林防火工程130万元",
        "人员经费150万元，公用经费130万元",
    ],
)
def test_other_lists_are_left_alone(items):
    assert observed(f"项目支出280万元，其中：{items}。", "project_list") == []


def test_claims_that_must_not_fire():
    assert claims("政府采购执行率不高，主要是采购计划未能执行。") == {"procurement_low"}
    assert claims("预算执行率不高。") == {"execution_to_improve"}
    assert claims("对偏差较大的，对原因进行分析。") == set()
    assert claims("下一步：早做项目前期。") == claims("今后将早做项目前期。") == {"names_measures"}
    assert claims("今后五年的规划已经编制。") == set()
    assert "deviation_reason" in claims("差异的主要原因是年中追加。")


def test_money_for_enterprises_under_an_item_of_institutions_is_a_question():
    assert claims("事业单位离退休支出12.5万元。用于国有企业离休人员补助。") == {"use_differs_from_item"}
    assert claims("事业单位离退休支出12.5万元，用于本单位离退休人员补助。") == set()


def test_score_and_grade_of_two_kinds():
    assert claims("核查得分为88分，自评等级为良。") == {"score_kind_unclear"}
    assert claims("自评得分为88分，自评等级为良。") == set()


def test_one_body_as_committee_and_office():
    text = "另设“两山”工委一个机构，两山办负责日常工作。"
    assert [code for code, _, _ in observed(text, "body_variant")] == ["两山", "两山"]
    assert observed("另设“两山”工委，“两山”工委负责日常工作。", "body_variant") == []


def test_a_caption_above_a_table_declares_its_unit():
    table = "\n| 收入合计 | 财政拨款 |\n|---|---|\n| 120.5 | 120.5 |\n"
    assert observed("收入情况（万元）\n" + table, "unit_missing") == []
    assert len(observed("收入情况\n" + table, "unit_missing")) == 1


def test_asterisks_are_a_trace_in_text_and_not_in_markdown():
    assert observed("**内控**制度健全。", "residue") == [("emphasis", 1, None)]
    assert observed("# 一、概况\n\n**内控**制度健全。", "residue") == []


def test_numbered_rows_that_skip():
    def table(*numbers):
        return "| 序号 | 单位 | 支出合计（万元） |\n|---|---|---|\n" + "".join(
            f"| {number} | 林场{number}队 | {number}0.5 |\n" for number in numbers
        )

    assert observed(table(1, 2, 4), "row_gap") == [("", 3, None)]
    assert observed(table(1, 2, 3), "row_gap") == []


def test_numbers_of_headings_that_markdown_marks():
    text = "# 某局报告\n\n## 一、概况\n\n编制10人。\n\n### （一）职责\n\n## 三、支出\n"
    assert observed(text, "heading")[-3:] == [("1", 1, None), ("2", 1, None), ("1", 3, None)]


def test_each_form_in_a_list_of_annexes_needs_a_table_of_its_own():
    listed = "附件：1.部门整体支出绩效评价评分表\n\n2.2022年度项目支出绩效自评表\n\n| 一级指标 | 分值 | 得分 |\n|---|---|---|\n| 产出 | 10 | 10 |\n"
    assert [(number, second) for _, number, second in observed(listed, "annex")] == [(1, None), (0, None)]


def test_the_whole_department_in_a_form_for_projects():
    form = "| 项目名称 | {} | | |\n|---|---|---|---|\n| 主管部门 | 石门县林业局 | 实施单位 | 石门县林业局 |\n| 年度资金总额 | 300 | 300 | 280 |\n"
    assert len(observed(form.format("部门整体支出"), "project_form")) == 1
    assert observed(form.format("造林补助"), "project_form") == []


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("“三公”经费决算较年初预算有所增加", "three_public_up"),
        ("三公经费支出比预算数减少2万元", "three_public_down"),
        ("“三公”经费支出较上年减少2万元", None),
        ("“三公”经费严格执行预算，较好地控制在预算以内", None),
    ],
)
def test_claims_on_the_three_public_expenses_and_their_budget(words, claim):
    assert {code for code in claims(words + "。") if code.startswith("three_public")} == (
        {claim} if claim else set()
    )
