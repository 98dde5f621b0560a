"""What the projects cost that had goals or were evaluated: of those alone, which may be all or some."""

from __future__ import annotations

import pytest

BUDGETS = "石门县林业局2022年度部门预算公开说明\n\n"
ACCOUNTS = "石门县林业局2022年度部门决算公开说明\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "填报绩效目标的项目支出预算633万元，占本部门项目支出预算的96.57%。",
        "2022年纳入绩效目标管理的项目支出633万元。",
        "开展绩效自评的2022年度预算项目支出633万元。",
        "我局对12个项目开展绩效自评，涉及一般公共预算支出633万元，政府性基金预算支出21万元。",
    ],
)
def test_they_are_not_all_projects(states, text):
    assert states(text, ACCOUNTS) == states(text, BUDGETS) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("项目支出预算633万元，全部填报绩效目标。", "633"),
        ("按照绩效目标，项目支出预算633万元。", "633"),
        ("根据年初批复的绩效目标，2022年项目支出预算633万元。", "633"),
        ("绩效自评范围涉及3个单位。项目支出633万元，一般公共预算支出800万元。", "633"),
    ],
)
def test_goals_spoken_of_beside_them_change_nothing(states, text, value):
    assert [state[3] for state in states(text, BUDGETS) if state[0] == "project_expenditure"] == [value]
