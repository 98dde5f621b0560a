"""Self-evaluation reports made of tables: Word forms, Markdown, tabs.

Belongs here: the rows of the money tables and the order of the tables.
Does not belong here: scoring rows (``scoring``), running text (``sections``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from types import MappingProxyType

from benchmarks.corpus.accounts import ADJUSTED, FINAL, INITIAL, Accounts
from benchmarks.corpus.page import Rendering
from benchmarks.corpus.renderers import sections
from benchmarks.corpus.renderers.reports import KIND
from benchmarks.corpus.renderers.scoring import scoring_table
from benchmarks.corpus.renderers.tables import Maker, cells, pipes, tabs
from benchmarks.corpus.writer import Style, Writer

_SPENDING = (
    "total_expenditure",
    "basic_expenditure",
    "personnel_expenditure",
    "public_expenditure",
    "project_expenditure",
)
_EARNING = (
    "total_revenue",
    "general_public_budget_appropriation",
    "government_fund_appropriation",
    "other_revenue",
)
_MadeOf = Mapping[str, tuple[str, ...]]
_Table = Callable[[Writer, str], str]
#: Income that holds what was carried over leaves, after spending, exactly what is carried on.
_WITH_CARRIED: _MadeOf = {
    "total_revenue": ("total_revenue", "opening_carryover"),
    "current_year_surplus": ("closing_carryover",),
    "cumulative_surplus": ("closing_carryover",),
}
_CARS = ("three_public_total", "official_reception", "official_vehicle_operation", "official_vehicle_purchase", "overseas_travel")  # fmt: skip


_UNIT_NAMES = (("局机关", "二级机构1", "二级机构2"), ("局机关", "公共服务中心", "综合行政执法大队"))


def word_form(accounts: Accounts, rng: Random) -> Rendering:
    """The form of a province as Word gives it: one cell a line, merged headings, summary and unit rows."""
    return _word_form("word_form", accounts, rng, _income_form, _expenditure_form)


def carried_form(accounts: Accounts, rng: Random) -> Rendering:
    """The form of another province: income holds what was carried over, and so do both surpluses."""
    return _word_form("carried_form", accounts, rng, _income_with_carried, _expenditure_and_surplus)


def _word_form(
    layout: str, accounts: Accounts, rng: Random, income: _Table, expenditure: _Table
) -> Rendering:
    w = Writer(accounts, rng)
    who, summary = accounts.department.name, rng.choice(("局机关及二级机构汇总", "汇总", "合计"))
    head = [
        ["一、部门基本情况"],
        ["填报单位", who],
        [
            "人员编制",
            w.heads("staff_quota", printed=""),
            "实有在职人数",
            w.heads("staff_in_service", printed=""),
        ],
        ["部门职能", "承担本辖区相关管理与服务职责。"],
    ]
    parts = [
        cells(head),
        "二、收支情况\n\n年度收入情况（万元）\n" + income(w, summary),
        "年度支出情况（万元）\n" + expenditure(w, summary),
        "“三公”经费情况（万元）\n" + _cars_form(w, summary),
        "三、自评得分\n\n" + cells([["自评得分", w.score("")], ["评价等级", w.grade()]]),
        "四、自评说明\n\n" + sections.work(w) + "\n\n" + sections.problems(w)[0],
        "五、评分表\n\n" + scoring_table(w, cells, page_break=True),
    ]
    return w.page(layout, KIND, f"{who}{accounts.year}年度部门整体支出绩效自评表", "\n\n".join(parts))


def _income_form(w: Writer, summary: str) -> str:
    head = [
        ["机构名称", "本年收入", "其中：", "", "", "上年结转"],
        ["", "", "一般公共预算\n拨款", "政府性基金\n拨款", "其他收入", ""],
    ]
    rows = _unit_rows(w, summary, (*_EARNING, "opening_carryover"), "income")
    return _form(w, [*head, *rows])


def _expenditure_form(w: Writer, summary: str) -> str:
    head = [
        ["机构名称", "本年支出", "基本支出", "其中：", "", "项目支出", "年末结余"],
        ["", "", "", "人员经费", "公用经费", "", ""],
    ]
    rows = _unit_rows(w, summary, (*_SPENDING, "closing_carryover"), "expenditure")
    return _form(w, [*head, *rows])


def _income_with_carried(w: Writer, summary: str) -> str:
    head = [
        ["机构名称", "收入合计", "其中：", "", "", ""],
        ["", "", "上年结转", "一般公共预算\n拨款", "政府性基金\n拨款", "其他\n收入"],
    ]
    concepts = ("total_revenue", "opening_carryover", *_EARNING[1:])
    return _form(w, [*head, *_unit_rows(w, summary, concepts, "income", _WITH_CARRIED)])


def _expenditure_and_surplus(w: Writer, summary: str) -> str:
    head = [
        ["机构名称", "支出合计", "其中：", "", "", "", "结余", ""],
        ["", "", "基本支出", "其中：", "", "项目支出", "当年结余", "累计结余"],
        ["", "", "", "人员支出", "公用支出", "", "", ""],
    ]
    concepts = (*_SPENDING, "current_year_surplus", "cumulative_surplus")
    return _form(w, [*head, *_unit_rows(w, summary, concepts, "expenditure", _WITH_CARRIED)])


def _cars_form(w: Writer, summary: str) -> str:
    head = [["机构名称", "合计", "公务接待费", "公务用车运行维护费", "公务用车购置费", "因公出国（境）费"]]
    return _form(w, [*head, *_unit_rows(w, summary, _CARS, "cars")])


def _form(w: Writer, rows: list[list[str]]) -> str:
    return cells(rows, [len(rows) - 1], w.part)


def _unit_rows(
    w: Writer, summary: str, concepts: tuple[str, ...], cell: str, made_of: _MadeOf = MappingProxyType({})
) -> list[list[str]]:
    """A summary row, headquarters, and subordinate units; some amounts are made of others."""

    def amount(concept: str, known: Callable[[str], Decimal], **more: str) -> str:
        value = sum((known(name) for name in made_of.get(concept, (concept,))), Decimal(0))
        return w.amount(concept, _stage(concept), value, cell=cell, **more)

    rows = [[summary, *(amount(c, lambda name: w.accounts[name, _stage(name)]) for c in concepts)]]
    # The page names its units the same way in every table.
    names = _UNIT_NAMES[w.accounts.rubric.rows[0].score % 2 == 0]
    for number, unit in enumerate(w.accounts.units):
        scope = "subordinate" if number else "headquarters"
        amounts = [amount(c, unit.__getitem__, org_scope=scope) for c in concepts]
        rows.append([f"{number + 1}、{names[number]}", *amounts])
    return rows


def _stage(concept: str) -> str | None:
    return None if concept.endswith("carryover") or concept == "cumulative_surplus" else FINAL


def pipe_report(accounts: Accounts, rng: Random) -> Rendering:
    """Markdown tables with three stages, captions with the unit; zero as 0.00."""
    return _table_report("pipe_tables", accounts, rng, pipes, Style(separators=rng.random() < 0.4))


def tab_report(accounts: Accounts, rng: Random) -> Rendering:
    """The same in tab-parted lines."""
    return _table_report("tab_tables", accounts, rng, tabs, Style())


def mixed_units(accounts: Accounts, rng: Random) -> Rendering:
    """Tables in 元 under their own captions, text in 万元."""
    return _table_report("tables_in_yuan", accounts, rng, rng.choice((pipes, tabs)), Style("元", "元", True))


def _table_report(layout: str, accounts: Accounts, rng: Random, make: Maker, style: Style) -> Rendering:
    w, text = Writer(accounts, rng, style), Style()
    who = accounts.department.name
    caption = w.pick("单位：{}", "金额单位：{}").format(style.unit)
    tables = [
        f"{caption}\n\n" + make(_stages(w)),
        f"“三公”经费情况\n\n{caption}\n\n" + make(_cars(w)),
    ]
    w.style = text
    chapters = [
        f"一、部门概况\n\n{who}承担本辖区相关管理与服务职责。{sections.staff(w)}",
        "二、预算与决算\n\n" + tables[0],
        "三、" + tables[1],
        "四、采购与资产\n\n" + w.rng.choice((sections.procurement, sections.assets))(w),
        "五、绩效指标评分\n\n" + scoring_table(w, make),
        "六、自评结论\n\n" + sections.score(w),
        "七、问题与建议\n\n" + sections.problems(w)[0],
    ]
    return w.page(layout, KIND, f"{who}{accounts.year}年度部门整体支出绩效自评报告", "\n\n".join(chapters))


def _stages(w: Writer) -> list[list[str]]:
    def row(label: str, concept: str) -> list[str]:
        return [label, *(w.money(concept, stage, cell="stages") for stage in (INITIAL, ADJUSTED, FINAL))]

    def stock(label: str, concept: str) -> list[str]:
        return [label, "", "", w.money(concept, None, cell="stages")]

    return [
        ["项目", "年初预算数", "调整预算数", "决算数"],
        row("本年收入合计", "total_revenue"),
        row("其中：财政拨款收入", "fiscal_appropriation_revenue"),
        row("其他收入", "other_revenue"),
        row("本年支出合计", "total_expenditure"),
        row("其中：基本支出", "basic_expenditure"),
        row("人员经费", "personnel_expenditure"),
        row("公用经费", "public_expenditure"),
        row("项目支出", "project_expenditure"),
        stock("年初结转和结余", "opening_carryover"),
        stock("年末结转和结余", "closing_carryover"),
    ]


def _cars(w: Writer) -> list[list[str]]:
    labels = {
        "overseas_travel": "因公出国（境）费",
        "official_vehicle": "公务用车购置及运行维护费",
        "official_vehicle_purchase": "其中：公务用车购置费",
        "official_vehicle_operation": "公务用车运行维护费",
        "official_reception": "公务接待费",
        "three_public_total": "合计",
    }
    rows = [
        [label, *(w.money(concept, stage, cell="cars") for stage in (INITIAL, FINAL))]
        for concept, label in labels.items()
    ]
    return [["项目", "年初预算数", "决算数"], *rows]
