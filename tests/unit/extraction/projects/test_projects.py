"""Which project a report on one project is about. Own words throughout."""

import pytest

from extraction.extract import extract

BODY = "\n\n项目预算资金300万元，实际支出280万元，预算执行率93.33%。自评得分95分，等级优。\n"


def projects(text: str) -> list[tuple[str, str]]:
    found = extract(text.encode(), "报告.txt")
    assert found.identity.report_kind == "project_self_evaluation"
    return [(o.code, o.text) for o in found.observations if o.kind == "project_name"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("资兴市林业局2022年度造林项目支出绩效自评报告", "造林"),
        ("资兴市林业局2022年度森林防火项目支出绩效自评报告（修订稿）", "森林防火"),
        ("2022年度项目支出绩效自评报告（森林防火）", "森林防火"),
        ("资兴市林业局关于2022年油茶产业发展专项资金绩效自评报告", "油茶产业发展"),
        ("资兴市教育局2022年义务教育薄弱环节改善项目绩效评价报告", "义务教育薄弱环节改善"),
    ],
)
def test_the_title_names_the_project(title: str, name: str) -> None:
    assert projects(title + BODY) == [("title", name)]


@pytest.mark.parametrize(
    "title", ["2022年度项目支出绩效自评报告", "资兴市林业局2022年度项目支出绩效自评报告（送审稿）"]
)
def test_a_title_of_all_projects_names_none(title: str) -> None:
    assert projects(title + BODY) == []


def test_the_form_names_it_before_the_title() -> None:
    form = (
        "2022年度项目支出绩效自评表\n\n| 项目名称 | 退耕还林补助 | | |\n|---|---|---|---|\n"
        "| 主管部门 | 资兴市林业局 | 实施单位 | 资兴市林业局 |\n| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 |\n"
        "| 年度资金总额 | 300 | 300 | 280 |\n"
    )
    assert projects(form) == [("form", "退耕还林补助")]
    lines = "2022年度项目支出绩效自评表\n\n项目名称：退耕还林补助\n\n主管部门：资兴市林业局\n"
    assert projects(lines + BODY) == [("line", "退耕还林补助")]


def test_the_heading_of_a_list_of_projects_names_none() -> None:
    listed = "\n| 项目名称 | 预算数（万元） | 支出数（万元） |\n|---|---|---|\n| 造林补助 | 200 | 190 |\n| 管护 | 100 | 90 |\n"
    assert projects("资兴市林业局2022年度造林项目支出绩效自评报告" + BODY + listed) == [("title", "造林")]


def test_a_report_of_the_whole_department_is_about_no_project() -> None:
    text = "资兴市林业局2022年度部门整体支出绩效自评报告\n\n项目名称：造林\n\n总支出300万元，其中基本支出100万元，项目支出200万元。\n"
    assert not [o for o in extract(text.encode(), "a.txt").observations if o.kind == "project_name"]
