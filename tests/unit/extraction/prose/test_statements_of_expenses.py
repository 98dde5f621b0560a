"""Wordings of statements on budgets and accounts: rates in brackets, amounts in turn, nothing as a bare 0; invented names and figures."""

from __future__ import annotations

import pytest

from extraction.extract import extract
from tests.unit.extraction.conftest import Stated, stated

PLAN, DONE = "initial_budget", "final_account"
TP, OT, OV, ORC = "three_public_total", "overseas_travel", "official_vehicle", "official_reception"
OVP, OVO = "official_vehicle_purchase", "official_vehicle_operation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费3万元，较上年减少1万元（25%）。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "-1"), (ORC, "change_rate", DONE, "-25")]),
        ("公务接待费3万元，较上年增加1万元（60%为外宾）。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "1")]),
        ("公务接待费较上年（减）1万元，（减）幅25%。", [(ORC, "change", DONE, "-1"), (ORC, "change_rate", DONE, "-25")]),
        ("公务接待费：3万元，降25%。", [(ORC, "level", DONE, "3"), (ORC, "change_rate", DONE, "-25")]),
        ("因公出国费减少2万元，原因为出访推迟；公务接待费增加1万元，为新增单位的支出。", [(OT, "change", DONE, "-2"), (ORC, "change", DONE, "1")]),
        ("因公出国费减少2万元，原因为机票减少；住宿费增加1万元。", [(OT, "change", DONE, "-2")]),
        ("公务接待费支出3万元，年初预算6万元，完成50%。", [(ORC, "level", DONE, "3"), (ORC, "level", PLAN, "6"), (ORC, "completion_rate", DONE, "50")]),
        ("“三公经费”支出总计9万元。", [(TP, "level", DONE, "9")]),
        ("公务接待费方面，2022年决算数为3万元。", [(ORC, "level", DONE, "3")]),
        ("工资福利支出（301）250万元。", [("economic_class_amount", "level", DONE, "250")]),
        ("（1）、公务接待费3万元，较上年减少1万元。", [(ORC, "level", DONE, "3"), (ORC, "change", DONE, "-1")]),
        ("接待费3万元，共接待21批，计186人次。", [(ORC, "level", DONE, "3"), ("reception_batches", "level", None, "21"), ("reception_persons", "level", None, "186")]),
        ("国内公务接待8个批次，55人。", [("reception_batches", "level", None, "8"), ("reception_persons", "level", None, "55")]),
        ("因公出国（境）费：0，同上年；公务接待费：3万元。", [(OT, "level", DONE, "0"), (ORC, "level", DONE, "3")]),
        ("公车购置费0 ", []),
        ("人员经费、公用经费年初预算分别为8万元、3万元，决算分别为7万元、2万元。", [("personnel_expenditure", "level", PLAN, "8"), ("public_expenditure", "level", PLAN, "3"), ("personnel_expenditure", "level", DONE, "7"), ("public_expenditure", "level", DONE, "2")]),
        ("公务接待费、公车运行费支出决算分别为1万元和9万元，分别完成年初预算的50%、97%。", [(ORC, "level", DONE, "1"), (OVO, "level", DONE, "9"), (ORC, "completion_rate", DONE, "50"), (OVO, "completion_rate", DONE, "97")]),
        ("会议费、培训费分别完成年初预算的50%、97%。", [("meeting_expenditure", "completion_rate", DONE, "50"), ("training_expenditure", "completion_rate", DONE, "97")]),
        ("会议费支出2万元，培训费支出3万元，比上年分别减少1万元和增加2万元。", [("meeting_expenditure", "level", DONE, "2"), ("training_expenditure", "level", DONE, "3"), ("meeting_expenditure", "change", DONE, "-1"), ("training_expenditure", "change", DONE, "2")]),
        ("会议费支出2万元，培训费支出3万元，比上年分别下降5%。", [("meeting_expenditure", "level", DONE, "2"), ("training_expenditure", "level", DONE, "3")]),
        ("公务用车费2021年预算56万元，执行54万元；2022年预算50万元，其中：购置费18万元，运行费32万元。", [(OV, "level", PLAN, "56"), (OV, "level", DONE, "54"), (OV, "level", PLAN, "50"), (OVP, "level", PLAN, "18"), (OVO, "level", PLAN, "32")]),
        ("收入决算98万元，比上年增加9万元；2022年度支出决算88万元，比2021年度支出决算80万元增加8万元。", [("total_revenue", "level", DONE, "98"), ("total_revenue", "change", DONE, "9"), ("total_expenditure", "level", DONE, "88"), ("total_expenditure", "level", DONE, "80"), ("total_expenditure", "change", DONE, "8")]),
        ("“三公”经费支出26万元，其中一般公共预算拨款安排6万元，政府性基金预算支出20万元。", [(TP, "level", DONE, "26")]),
        ("公务用车费2万元，与上年持平（运行2万元）。", [(OV, "level", DONE, "2"), (OVO, "level", DONE, "2")]),
        ("固定资产总额312万元，其中在用固定资产305万元，闲置7万元。", [("fixed_assets_gross", "level", None, "312"), ("fixed_assets_in_use", "level", None, "305"), ("fixed_assets_idle", "level", None, "7")]),
        ("2022年度总收入126万元，同比增加12万元，增长10%，其中本年收入116万元、年初结转和结余10万元。", [("total_resources", "level", DONE, "126"), ("total_resources", "change", DONE, "12"), ("total_resources", "change_rate", DONE, "10"), ("total_revenue", "level", DONE, "116"), ("opening_carryover", "level", None, "10")]),
    ],
)  # fmt: skip
def test_what_a_statement_says(text: str, expected: list[Stated]) -> None:
    """Each figure of the wording, and no other."""
    assert stated(text) == expected


def test_spending_of_last_year_beside_a_budget() -> None:
    """其中上年决算支出为: of the year before, at the stage that the words print."""
    figures = extract(
        "平川县林业局2022年部门预算说明\n\n支出预算98万元，其中上年决算支出为89万元。".encode(), "说明.txt"
    ).figures
    assert [(one.fiscal_year, one.stage, one.value) for one in figures] == [
        (2022, PLAN, "98"),
        (2021, DONE, "89"),
    ]
