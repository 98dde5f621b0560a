"""Who reports, for which year, in which kind of document - from the text alone."""

from __future__ import annotations

import pytest

from extraction.extract import extract


def _identity(text, name="无关文件名2015.txt"):
    return extract(text.encode(), name).identity


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("石门县林业局2022年度部门整体支出绩效自评报告\n", "石门县林业局"),
        ("2022年度石门县发展和改革局整体支出绩效自评报告\n", "石门县发展和改革局"),
        ("2022年度部门整体支出绩效自评报告\n\n单位名称：石门县应急管理局\n", "石门县应急管理局"),
        ("芦泉县妇女联合会关于2021年度部门整体支出绩效自评的报告\n", "芦泉县妇女联合会"),
        ("石门县农业技术推广站2023年整体支出绩效自评\n\n支出5万元。\n", "石门县农业技术推广站"),
        ("部门整体支出绩效自评报告\n\n我单位按要求开展自评，支出平稳。\n", None),
    ],
)
def test_the_department(text, department):
    assert _identity(text).department_name == department


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("石门县档案馆"),
        "石门县科学技术协会",
        "石门县公安局交警大队",
    ],
)
def test_departments_that_are_no_bureaus(name):
    assert _identity(f"{name}2022年度部门整体支出绩效自评报告\n").department_name == name


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("石门县林业局2022年度部门整体支出绩效自评报告\n2021年度支出5万元。2021年末在职3人。", 2022),
        ("部门整体支出绩效自评报告\n2021年度支出5万元。2021年末在职3人。2022年报送。", 2021),
        ("部门整体支出绩效自评报告\n支出5万元。", None),
        ("部门整体支出绩效自评报告\n支出5万元，同比增加5万元，2020年无此项预算。", None),
        ("部门整体支出绩效自评报告\n支出5万元，2021年未安排此项，2022年新增。", 2022),
    ],
)
def test_the_year_evaluated_and_not_the_year_of_filing(text, year):
    assert _identity(text).fiscal_year == year


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("石门县林业局2022年度部门整体支出绩效自评报告", "department_self_evaluation"),
        ("石门县林业局2022年度油茶项目支出绩效自评报告", "project_self_evaluation"),
        ("石门县林业局2022年度整体支出绩效核查报告", "review_report"),
        ("石门县林业局2022年度部门决算公开说明", "final_account_explanation"),
        ("石门县林业局2023年部门预算公开说明", "budget_explanation"),
    ],
)
def test_the_kind_of_document(title, kind):
    assert _identity(title + "\n\n支出5万元。\n").report_kind == kind


def test_the_file_name_is_not_trusted():
    text = "石门县林业局2022年度部门整体支出绩效自评报告\n\n支出5万元。\n"
    assert _identity(text, "桃源县2019年.txt") == _identity(text, "甲.md")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某县民政局2023年部门预算绩效自评报告", "department_self_evaluation"),
        ("某县水务局2022年度绩效自评报告", "department_self_evaluation"),
        ("某县水务局2022年度项目绩效自评报告", "project_self_evaluation"),
        ("某县水务局2023年部门预算公开", "budget_explanation"),
    ],
)
def test_the_kind_that_a_title_names(title, kind):
    assert extract(f"{title}\n\n一、基本情况\n编制10人。\n".encode(), "x.txt").identity.report_kind == kind


def test_the_title_below_a_trail_of_the_site():
    text = "首页 > 信息公开 > 财政预决算 > 部门决算\n东河县文体旅游局2022年度部门决算公开说明\n发布时间：2023-10-12\n一、编制10人。\n"
    assert extract(text.encode(), "x.txt").identity.department_name == "东河县文体旅游局"


def test_the_full_name_of_the_title_before_its_short_form():
    text = "2022年度沙洲区城市管理和综合执法局部门整体支出绩效评价报告\n\n一、机构设置\n区城管局为区政府工作部门。\n"
    assert _identity(text).department_name == "沙洲区城市管理和综合执法局"


@pytest.mark.parametrize("name", ["和平县林业局", "全州县林业局", "本溪市林业局"])
def test_names_that_begin_like_words_for_a_body(read, name):
    assert read("收入1万元。\n", f"{name}2023年度部门决算公开\n\n").identity.department_name == name


@pytest.mark.parametrize(
    ("head", "department"),
    [
        ("主管部门及代码\t[107]清河县审计局\t实施单位\t清河县审计局", "清河县审计局"),
        ("主管部门及代码 |\n402 五华县水务局 |\n实施单位 |\n五华县水利管理所 |", "五华县水务局"),
        (
            "项目名称：校舍维修 项目主管部门：（109）文成县教育局 预算单位：109012-文成县第二小学",
            "文成县教育局",
        ),
        ("填报单位：桂东县供销合作联社 单位：万元 财政供养人员情况 编制数", "桂东县供销合作联社"),
        ("部门（单位）名称：沙河川县民政局      金额单位：万元", "沙河川县民政局"),
        ("主管部门 | 澜马县委宣传部 |\n实施单位 | 澜马县广播电视台 |", "澜马县委宣传部"),
        ("填表日期：2023年4月12日 填报单位（盖章）：肥西县红十字会 联系人：", "肥西县红十字会"),
    ],
)
def test_the_department_of_a_form(head, department):
    assert _identity(f"项目支出绩效自评表\n（2022年度）\n{head}\n").department_name == department


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ("填报单位：永福县林业局\n预算年度：2023\n", 2023),
        ("项目名称：校舍维修 项目主管部门：文成县教育局 评价年度：2022年\n", 2022),
        ("项目起止时间 |\n2022年1月至12月 |\n填报日期 | 2023年4月2日 |\n", 2022),
        ("建设年度：2019\n项目起止时间：2019年3月至2023年12月\n2022年度支出5万元。\n", 2022),
    ],
)
def test_the_year_of_a_form(lines, year):
    assert _identity(f"项目支出绩效自评表\n{lines}").fiscal_year == year


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2023年度财政支出绩效自评表（项目支出）", "project_self_evaluation"),
        ("2023年度财政支出绩效自评表（部门整体支出）", "department_self_evaluation"),
    ],
)
def test_the_kind_in_brackets(title, kind):
    assert _identity(f"{title}\n单位：西吉县人民医院\n").report_kind == kind


def test_the_party_organ_of_the_text_before_the_short_name_of_the_title():
    text = "2022年度区委组织部部门整体支出绩效自评报告\n中共长沙市雨花区委组织部主管组织工作。\n"
    assert _identity(text).department_name == "中共长沙市雨花区委组织部"


def test_the_part_of_a_document_is_no_part_of_the_name() -> None:
    text = "第三部分 清河区人民政府柳林街道办事处 2022 年度\n部门决算情况说明\n一、收入支出决算总体情况说明\n2022年度收入总计3万元。"
    assert extract(text.encode(), "t.txt").identity.department_name == "清河区人民政府柳林街道办事处"


def test_a_sentence_on_what_the_body_is_names_nobody():
    text = "云岭市特殊教育学校 2022 年度部门整体支出绩效自评报告 一、部门概况 我校是一所寄宿制特殊教育学校,在编 29 人。"
    name = extract(text.encode(), "报告.txt").identity.department_name
    assert name is None or "我校" not in name
