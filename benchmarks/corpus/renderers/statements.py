"""Statement tables: income beside expenditure with row numbers, 三公 under two-level headings, the funds block.

Belongs here: tables of final accounts and of project self-evaluations.
Does not belong here: running text (``explanations``).
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.corpus.accounts import ADJUSTED, FINAL, INITIAL, Accounts
from benchmarks.corpus.numbers import percent
from benchmarks.corpus.page import Mention, Rendering
from benchmarks.corpus.renderers.explanations import class_name
from benchmarks.corpus.renderers.scoring import scoring_table
from benchmarks.corpus.renderers.tables import cells, pipes, tabs
from benchmarks.corpus.writer import Style, Writer


def income_and_expenditure(accounts: Accounts, rng: Random) -> Rendering:
    """公开01表: income half and expenditure half side by side, 行次 beside every label, amounts in 元."""
    style = Style("元", "元", True) if rng.random() < 0.7 else Style(separators=True)
    w = Writer(accounts, rng, style)
    make = rng.choice((tabs, pipes))
    name, year = accounts.department.name, accounts.year
    income = [
        ("一、一般公共预算财政拨款收入", "1", w.money("general_public_budget_appropriation", cell="01")),
        ("二、政府性基金预算财政拨款收入", "2", w.money("government_fund_appropriation", cell="01")),
        ("三、上级补助收入", "3", ""),
        ("四、其他收入", "8", w.money("other_revenue", cell="01")),
    ]
    outlay = [
        (f"{numeral}、{class_name(code, year)}", str(30 + int(code) % 30), w.amount("function_class_amount", FINAL, value, cell="01", function_code=code))
        for numeral, (code, value) in zip("一二三四五", sorted(accounts.functions.items()), strict=False)
    ]  # fmt: skip
    while len(outlay) < len(income):
        outlay.append(("二十三、其他支出", "53", ""))
    sums = [
        ("本年收入合计", "27", w.money("total_revenue", cell="01"), "本年支出合计", "57", w.money("total_expenditure", cell="01")),
        ("年初结转和结余", "29", w.money("opening_carryover", None, cell="01"), "年末结转和结余", "59", w.money("closing_carryover", None, cell="01")),
        ("总计", "31", w.money("total_resources", cell="01"), "总计", "62", w.money("total_uses", cell="01")),
    ]  # fmt: skip
    head = ("项目", "行次", "决算数", "项目", "行次", "决算数")
    rows = [head, *((*left, *right) for left, right in zip(income, outlay, strict=False)), *sums]
    body = f"公开01表\n部门：{name}\t{year}年度\t金额单位：{style.unit}\n\n{make(rows)}\n\n注：本表反映部门本年度的总收支和年末结转结余情况。"
    return w.page(
        "income_expenditure_table", "final_account_explanation", f"{name}{year}年度部门决算公开", body
    )


def three_public_table(accounts: Accounts, rng: Random) -> Rendering:
    """Budget and final side by side under two-level headings; the value row has no labels."""
    w = Writer(accounts, rng, Style("元", "元", True) if rng.random() < 0.3 else Style())
    name, year = accounts.department.name, accounts.year
    make = rng.choice((cells, cells, pipes))
    vehicle = ["公务用车购置及运行维护费", "", ""]
    head = ["合计", "因公出国（境）费", *vehicle, "公务接待费"]
    below = ["", "", "小计", "公务用车购置费", "公务用车运行维护费", ""]
    concepts = ("three_public_total", "overseas_travel", "official_vehicle", "official_vehicle_purchase", "official_vehicle_operation", "official_reception")  # fmt: skip
    rows = [
        [f"{year}年度预算数", *[""] * 5, f"{year}年度决算数", *[""] * 5],
        head * 2,
        below * 2,
        [str(number) for number in range(1, 13)],
        [w.money(concept, stage, cell="cars") for stage in (INITIAL, FINAL) for concept in concepts],
    ]
    body = f"公开07表\n\n部门：{name}　　{year}年度\n\n单位：{w.style.unit}\n\n{make(rows)}\n\n注：本表反映部门本年度“三公”经费支出预决算情况。"
    return w.page(
        "three_public_table", "three_public_statement", f"{name}{year}年度“三公”经费支出决算表", body
    )


def funds_form(accounts: Accounts, rng: Random) -> Rendering:
    """The self-evaluation form with the block of funds: budget, full-year, executed, weight, rate, points."""
    w = Writer(accounts, rng)
    name, year = accounts.department.name, accounts.year
    make = rng.choice((cells, pipes))
    concept = "project_expenditure"
    line = {"also_right": ("project_expenditure", "project_item", "total_expenditure")}
    amounts = [
        w.amount("budget_execution_score_line", stage, accounts[concept, stage], cell="funds", **line)
        for stage in (INITIAL, ADJUSTED, FINAL)
    ]
    rate = percent(accounts[concept, FINAL], accounts[concept, ADJUSTED])
    stated = w.slot(
        Mention(
            "budget_execution_rate",
            None,
            rate,
            "%",
            2,
            printed_unit="%",
            place="funds",
            also_right=("budget_execution_score_line",),
        )
    )
    points = w.slot(Mention("indicator_score", None, Decimal(10), "分", 0, place="funds"))
    whole = [
        w.amount("budget_execution_score_line", stage, accounts[concept, stage], cell="funds", optional=True)
        for stage in (INITIAL, ADJUSTED, FINAL)
    ]
    rows = [
        ["项目名称", "公共服务能力提升", "", "", "", "", ""],
        ["主管部门", name, "", "实施单位", name, "", ""],
        [
            "项目资金\n（万元）" if make is cells else "项目资金（万元）",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
        ],
        ["", "年度资金总额", *amounts, points, stated],
        ["", "其中：本年财政拨款", *whole, "—", "—"],
        ["", "上年结转资金", "", "", "", "—", "—"],
    ]
    body = f"（{year}年度）\n\n{make(rows)}\n\n{scoring_table(w, make)}\n\n自评等级：{w.grade()}"
    return w.page("funds_form", "project_self_evaluation", f"{year}年度项目支出绩效自评表", body)
