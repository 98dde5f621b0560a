"""What was sent in the season that the tests of this folder ask about, and what was due.

Not here: building it (``conftest``, ``season_warehouse``).
"""

from extraction.model import Figure
from tests.integration.season_warehouse import Sent, report_id
from tests.unit.verdict_builders import cell, figure, item, seen

PROJECT = "project_self_evaluation"
SIGNED = {"reason": "与财政国库对账", "author": "李某"}
LIST = """部门名称,评价年度,行政区划代码,截止日期,其他名称
林业局,2022,431081,2023-04-15,
水务局,2022,431081,2023-04-15,水利局；水利和湖泊局
资兴市财政局,2022,,2023-04-15,
民政局,2022,431081,2023-04-15,
教育局,2022,431081,2999-01-01,
林业局,2022,430626,2023-04-15,
档案局,2022,431081,2023-04-15,
"""


def spent(total: str, basic: str, project: str) -> list[Figure]:
    return [
        figure("total_expenditure", total),
        figure("basic_expenditure", basic),
        figure("project_expenditure", project),
    ]


SENT = [
    # the second came later, from a computer whose clock is a month behind
    Sent("资兴市林业局", "2023-03-01", 1, [*spent("500万元", "300万元", "190万元"), item("产出", "10", "10", level_3="完成率")]),
    Sent("资兴市林业局", "2023-02-01", 2, [*spent("500万元", "300万元", "200万元"), item("产出", "10", "8", level_3="完成率")]),
    Sent("资兴市水利局", "2023-05-01", 1, spent("400万元", "300万元", "90万元")),
    Sent("资兴市财政局", "2023-04-15", 1, spent("700万元", "300万元", "300万元")),
    Sent("资兴市财政局", "2023-04-20", 2, spent("700万元", "300万元", "350万元")),
    Sent(None, "2023-04-01", 1, [], path="2022/资兴市民政局自评.pdf", status="quarantined"),
    Sent("资兴市卫健局", "2023-04-01", 1, spent("90万元", "60万元", "20万元")),
    # the table came apart from its text: the amount is missing
    Sent("资兴市卫健局", "2023-04-02", 2, spent("90万元", "60万元", "20万元")[:2]),
    # sent again with the scoring table that was missing: another form, the same report
    Sent("资兴市交通局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市交通局", "2023-05-02", 2, [*spent("90万元", "60万元", "30万元"), item("产出", "10", "8")], family="rubric"),
    # text and table sent one after the other: two parts
    Sent("资兴市体育局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市体育局", "2023-05-02", 2, [*spent("90万元", "60万元", "30万元")[:1], item("产出", "10", "8")], family="table"),
    # three reports on two projects: one was sent again
    Sent("资兴市应急局", "2023-04-01", 1, [figure("project_expenditure", "9万元"), seen("project_name", text="防汛")], kind=PROJECT),
    Sent("资兴市应急局", "2023-04-01", 1, [figure("project_expenditure", "8万元"), seen("project_name", text="森林防火")], kind=PROJECT),
    Sent("资兴市应急局", "2023-05-01", 2, [figure("project_expenditure", "7万元"), seen("project_name", text="防汛")], kind=PROJECT),
    # offices of one name, told apart by their folders alone
    Sent("统计局", "2023-04-01", 1, spent("90万元", "60万元", "20万元"), region=(None, "甲县"), path="甲县/a.txt"),
    Sent("统计局", "2023-05-01", 2, spent("80万元", "60万元", "20万元"), region=(None, "乙县"), path="乙县/a.txt"),
    # taken out of the inbox: the newer of two, the only one of what is due, one that could not be read and was replaced
    Sent("资兴市司法局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市司法局", "2023-04-02", 2, spent("90万元", "60万元", "20万元"), presence="removed"),
    Sent("资兴市档案局", "2023-04-01", 1, spent("90万元", "60万元", "20万元"), path="档案局.txt", presence="removed"),
    Sent(None, "2023-04-01", 1, [], path="2022/资兴市教育局自评.pdf", status="quarantined", presence="replaced"),
    # the sum is wrong in both, in the second because one of its parts is stated with two values
    Sent("资兴市气象局", "2023-04-01", 1, spent("90万元", "60万元", "20万元")),
    Sent("资兴市气象局", "2023-04-02", 2, [*spent("90万元", "60万元", "20万元"), cell("project_expenditure", "35万元")]),
]  # fmt: skip
FORESTRY, WATER, FINANCE, HEALTH = report_id(1), report_id(2), report_id(3), report_id(6)
