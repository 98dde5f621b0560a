"""Who reports, on what and where, in wordings of published self-evaluations whose titles do not say it."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from extraction.identity.regions import locate


def identity(text):
    return extract(text.encode(), "报告.txt").identity


def test_whoever_reports_in_the_first_sentence():
    text = "为做好2022年度资金绩效管理工作，现将2022年石门县交通运输局通村公路项目绩效自评报告如下：\n一、资金情况\n项目资金共200万元。\n"
    assert identity(text).department_name == "石门县交通运输局"


def test_whoever_signs():
    text = "2023年排水沟项目绩效目标自评报告\n安排项目资金56万元。\n石门县蒙泉镇人民政府\n2023年12月30日\n"
    assert identity(text).department_name == "石门县蒙泉镇人民政府"


def test_the_subject_of_the_first_line():
    text = "项目绩效自评报告\n一、项目基本情况\n绵阳市地震监测中心主要有两类项目支出，2021年预算20万元。\n"
    assert identity(text).department_name == "绵阳市地震监测中心"


def test_a_title_that_runs_on():
    text = "石门县第九中学专项资金绩效自评价报告一、基本情况我校2022年项目为一个：生均公用经费项目\n"
    assert identity(text).department_name == "石门县第九中学"


@pytest.mark.parametrize(
    "said",
    [
        "根据中共柳川市委 柳川市人民政府印发《全面实施绩效管理方案》的通知开展抽查。",
        "在中共柳川市委的坚强领导下，全年工作平稳。",
    ],
)
def test_a_party_body_that_leads_or_issues_is_not_who_reports(said):
    assert identity(f"2021年水利项目绩效自评报告\n{said}\n").department_name is None


def test_duties_by_order_of_the_government_are_no_commissioned_evaluation():
    text = "石门县财政局2020年度机关整体支出绩效评价报告\n受县人民政府委托，向县人大常委会报告预算执行情况。\n在职人员40人。\n"
    assert identity(text).report_kind == "department_self_evaluation"


def test_a_firm_that_evaluates_by_order_is():
    text = "石门县文化局2020年度整体支出绩效评价报告\n受石门县财政局委托，我公司对该单位进行了绩效评价。\n在职人员40人。\n"
    assert identity(text).report_kind == "other"


def test_a_plain_title_above_an_overview_of_a_project():
    text = "绩效自评报告\n一、项目概况\n（一）项目基本性质、用途\n专项资金预算1110万元。\n"
    assert identity(text).report_kind == "project_self_evaluation"


def test_good_performance_as_a_whole_is_no_report_on_the_whole():
    text = "为总结专项资金使用情况，开展绩效自评。各专项资金项目支出进度达到预期，整体绩效良好。\n2021年度专项资金绩效自评结果如下。\n"
    assert identity(text).report_kind == "project_self_evaluation"


def test_short_names_of_autonomous_divisions():
    assert locate("红河州数据发展中心", "位于蒙自市").code == "532500"
    assert locate("沧源县文化馆", "").code == "530927"
    assert locate("", "提升沿河县道路况") is None
    assert locate("", "争取河南县级资金") is None


def test_together_with_is_no_county():
    assert locate("", "县财政局会同县扶贫局抽查") is None
    assert locate("会同县水利局", "").code == "431225"


def test_the_place_that_a_title_begins_with_comes_before_those_of_the_text():
    assert locate("", "根据宿州市人民政府的方案", "2019泗县扶贫项目绩效自评报告").code == "341324"


def test_special_spending_is_a_project():
    text = "石门县林业局2021年度专项支出绩效自评报告\n编制数23人。\n"
    assert identity(text).report_kind == "project_self_evaluation"


def test_without_a_title_the_overview_tells_what_is_evaluated():
    body = "部门整体支出和项目支出绩效自评工作是绩效管理的重要部分。\n2022年安排260万元。\n"
    assert identity("一、项目基本情况\n站房扩建。\n" + body).report_kind == "project_self_evaluation"
    assert identity("一、部门基本情况\n本局设6个科室。\n" + body).report_kind == "department_self_evaluation"


@pytest.mark.parametrize(
    "line", ["[ 成文日期 ] | 2024-10-17 |", "【生成日期】2024-10-17", "（公开时间）2024-10-17"]
)
def test_days_of_the_page_above_the_title_are_no_part_of_it(line):
    found = identity(f"{line}\n北山镇卫生院2023年度决算公开说明\n一、基本情况\n人员编制73人。\n")
    assert (found.title, found.fiscal_year) == ("北山镇卫生院2023年度决算公开说明", 2023)
