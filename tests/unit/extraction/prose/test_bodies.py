"""Whose amounts are: of the department that reports, of its own office, or of one of its units."""

from __future__ import annotations

import pytest

TITLE = "乌溪县文化和旅游局2022年度部门整体支出绩效自评报告\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a body holds to the end of its clause
        (
            "局机关基本支出410.2万元，项目支出96万元；县图书馆基本支出75万元，项目支出31万元。部门基本支出合计485.2万元。",
            ["headquarters", "headquarters", "subordinate", "subordinate", "department"],
        ),
        ("县文化馆年末在职人员14人，局机关在职人员22人，全局在职人员36人。", ["subordinate", "headquarters", "department"]),
        # one that opens an item of a list, to the end of the paragraph
        (
            "（一）县文化和旅游局（本级）：编制24人；总支出506万元，其中基本支出410万元。",
            ["headquarters", "headquarters", "headquarters"],
        ),
        ("2、县图书馆：编制9人；总支出106万元。其中基本支出75万元。", ["subordinate"] * 3),
        ("县图书馆：总支出106万元；本部门合计总支出612万元。", ["subordinate", "department"]),
        # the department by its own name, and words that only end like the name of a body
        ("乌溪县文化和旅游局：总支出612万元，项目支出127万元。", ["department", "department"]),
        ("我局总支出612万元，项目支出127万元。", ["department", "department"]),
        # what its office has in all is the department's; what a unit has in all is the unit's
        ("局机关共有编制24人，在职22人。", ["department", "department"]),
        ("县图书馆共有编制9人，在职8人。", ["subordinate", "subordinate"]),
    ],
)  # fmt: skip
def test_amounts_are_of_the_body_named_before_them(read, text, expected):
    assert [figure.org_scope for figure in read(text, TITLE).figures] == expected


@pytest.mark.parametrize(
    "text", ["乌溪县人民医院总支出612万元，项目支出127万元。", "我院总支出612万元，项目支出127万元。"]
)
def test_an_institution_that_reports_itself_is_the_department(read, text):
    title = "乌溪县人民医院2022年度部门整体支出绩效自评报告\n\n"
    assert [figure.org_scope for figure in read(text, title).figures] == ["department", "department"]


@pytest.mark.parametrize(
    ("whose", "scope"),
    [
        ("下属林场", "subordinate"),
        ("直属苗木基地", "subordinate"),
        ("局机关及下属林场", "department"),
        ("局机关及下属单位", "department"),
        ("本部门（含下属林场）", "department"),
        ("所属年度", "department"),
    ],
)
def test_whatever_belongs_to_the_department_is_not_all_of_it(read, whose, scope):
    title = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
    (assets,) = read(f"{whose}资产总额500万元。", title).figures
    assert (assets.concept, assets.org_scope) == ("total_assets", scope)
