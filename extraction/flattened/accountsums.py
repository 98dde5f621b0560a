"""Rows of accounts that their own sums show to be right: several columns, or two sides.

Belongs here: headings of amounts in their order, a first column that the others add up to, income and spending that balance.
Does not belong here: how cells became rows (``accountrows``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns.headings import read_heading
from extraction.flattened.accountrows import Row
from extraction.flattened.bodytree import columns_of_bodies
from extraction.model import Span

_NUMBERING = re.compile(r"\d{1,2}")
_WHOLE = re.compile(r"合计|本年(?:收入|支出)合计|总计")
_INCOME = {
    "general_public_budget_appropriation", "government_fund_appropriation", "state_capital_appropriation",
    "fiscal_appropriation_revenue", "superior_subsidy_revenue", "undertaking_revenue", "business_operation_revenue",
    "affiliated_unit_remittance", "special_account_revenue", "other_revenue",
}  # fmt: skip
_BEFORE = ("opening_carryover", "use_of_nonfiscal_surplus")
_AFTER = ("closing_carryover", "surplus_distribution")
#: What the classes of each side add up to.
_SUMS_OF_CLASSES = {
    "人员经费合计": ("301", "303"),
    "公用经费合计": ("302", "307", "309", "310", "312", "399"),
}
_FUND = re.compile(r"(?:\d[.、]|其中:|\([一二三]\))?(一般公共预算|政府性基金预算|国有资本经营预算)(?:资金)?")
_LEFT_OVER = re.compile(r"结转|结余")
#: A row of the table made: where each cell stands, and its words where they are not those printed there.
Cells = list[tuple[Span, str | None]]


def classes_with_sums(spans: Sequence[Span], rows: Sequence[Row]) -> list[Cells]:
    """Economic classes with one amount each, where those of one side add up to 人员经费合计 or 公用经费合计; else none."""
    kept = [row for row in rows if len(row.amounts) == 1 and not row.item]
    classes = {code: row.amounts[0] for row in kept if (code := read_heading(row.name).economic_code)}
    sums = {row.name: row.amounts[0] for row in kept if row.name in _SUMS_OF_CLASSES}
    right = [
        name
        for name, amount in sums.items()
        if amount == sum((classes.get(code, Decimal(0)) for code in _SUMS_OF_CLASSES[name]), Decimal(0))
    ]
    if not right or len(classes) != sum(
        bool(read_heading(row.name).economic_code) for row in rows if not row.item
    ):
        return []
    place = Span(spans[0].start, spans[0].start)
    return [[(place, "项目"), (place, "金额")], *map(_as_printed, kept)]


def columns(spans: Sequence[Span], words: Sequence[str], rows: Sequence[Row]) -> list[Cells]:
    """Rows of several amounts, the first of which is their sum; empty where the headings or the sums are not those of such a table."""
    heads = _amount_heads(spans, words)
    whole = next((at for at, (_, name) in enumerate(heads) if _WHOLE.fullmatch(name)), len(heads))
    heads = heads[whole:]  # what stands before the whole is over all amounts
    if len(heads) < 2:
        return []
    kept = [row for row in rows if row.values and not row.item]
    if "小计" in words:
        heads = _of_two_levels(heads, kept)
    elif not _mostly_add_up(kept):
        return []
    if not heads:
        return []
    place = Span(spans[0].start, spans[0].start)
    head: Cells = [(place, "项目"), *((span, name) for span, name in heads)]
    return [head, *map(_as_printed, kept)]


def _mostly_add_up(rows: Sequence[Row]) -> bool:
    """Whether the first amount is the sum of the others in at least two rows, and in two of three."""
    summed = [row for row in rows if len(row.values) > 1]
    right = sum(map(_adds_up, summed))
    return right >= 2 and 3 * right >= 2 * len(summed)


def _of_two_levels(heads: list[tuple[Span, str]], rows: Sequence[Row]) -> list[tuple[Span, str]]:
    """合计 | 基本支出 | 项目支出 over 小计 | 人员经费 | 公用经费 in the order of the columns: parts stand behind their whole.

    Empty where the amounts of the row of the sum do not add up so.
    """
    named = [(span, name) for span, name in heads if name != "小计"]
    named[0] = (named[0][0], "本年支出合计" if _WHOLE.fullmatch(named[0][1]) else named[0][1])
    total = next((row for row in rows if _WHOLE.fullmatch(row.name)), None)
    if total is None or len(total.values) != len(named):
        return []
    order = columns_of_bodies(
        ["项目", *(name for _, name in named)], [str(amount) for amount in total.amounts]
    )
    return [named[at - 1] for at in order[1:]]


def _as_printed(row: Row) -> Cells:
    return [(row.label, row.name), *((span, None) for span in row.values)]


def _amount_heads(spans: Sequence[Span], words: Sequence[str]) -> list[tuple[Span, str]]:
    """The headings of amounts in the order printed; those printed over two lines are put together."""
    found: list[tuple[Span, str]] = []
    at = 1
    while at < len(words):
        joined = words[at] + words[at + 1] if at + 1 < len(words) else ""
        if _heads_amounts(words[at]):
            found.append((spans[at], words[at]))
        elif joined and _heads_amounts(joined) and not _heads_amounts(words[at + 1]):
            found.append((spans[at], joined))
            at += 1
        at += 1
    return found


def _heads_amounts(word: str) -> bool:
    read = read_heading(word)
    return _WHOLE.fullmatch(word) is not None or bool(read.concepts or read.fund_scope)


def _adds_up(row: Row) -> bool:
    return row.amounts[0] == sum(row.amounts[1:], Decimal(0))


def two_sided(spans: Sequence[Span], words: Sequence[str], rows: Sequence[Row]) -> list[Cells]:
    """Labels of income and of spending, each with its amount; empty where too few of their totals come out."""
    numbered = "行次" in words
    kept: list[tuple[Row, Decimal]] = []
    for row in rows:
        values = row.amounts[numbered:]
        filled = [at for at, value in enumerate(row.values) if value.end > value.start][numbered:]
        if len(filled) > 1 or (numbered and not _NUMBERING.fullmatch(str(row.amounts[0]) if values else "1")):
            return []
        if filled:
            kept.append((row, row.amounts[filled[0]]))
    if not _balanced(kept):
        return []
    place = Span(spans[0].start, spans[0].start)
    head: Cells = [(place, "项目"), (place, "金额")]
    names = iter(("收入总计", "支出总计"))
    funds = _funds_received(kept)
    return [
        head,
        *(
            [
                (row.label, next(names) if row.name == "总计" else funds.get(at, row.name)),
                (row.values[-1], None),
            ]
            for at, (row, _) in enumerate(kept)
        ),
    ]


def _funds_received(rows: Sequence[tuple[Row, Decimal]]) -> dict[int, str]:
    """1.一般公共预算, 2.政府性基金预算 below 财政拨款收入, to which they add up: what was received from each budget, by their rows."""
    found: dict[int, str] = {}
    received = total = Decimal(0)
    for at, (row, amount) in enumerate(rows):
        if _LEFT_OVER.search(row.name):
            break
        if read_heading(row.name).concepts == ("fiscal_appropriation_revenue",):
            total = amount
        elif match := _FUND.fullmatch(row.name):
            found[at] = f"{match[1]}财政拨款收入"
            received += amount
    return found if total and received == total else {}


def _balanced(rows: Sequence[tuple[Row, Decimal]]) -> bool:
    """Whether the parts of one side add up to its total, and one grand total comes out of that and what was left."""
    amounts: dict[str, Decimal] = {}
    incomes = classes = Decimal(0)
    totals = [amount for row, amount in rows if row.name == "总计"]
    for row, amount in rows:
        read = read_heading(row.name)
        concept = (*read.concepts, "")[0]
        if read.function_code:
            classes += amount
        elif concept and concept in amounts:
            return False  # said twice: the table is none of a single side each
        elif concept:
            amounts[concept] = amount
            incomes += amount if concept in _INCOME else 0
    zero = Decimal(0)
    income, spent = amounts.get("total_revenue"), amounts.get("total_expenditure")
    resources, uses = amounts.get("total_resources"), amounts.get("total_uses")
    if resources is not None and resources == uses and income is spent is None:
        return incomes == resources or classes == uses
    if not totals and resources is not None and uses is not None:
        totals = [resources, uses]
    if income is None or spent is None or len(totals) != 2:
        return False
    inwards = income + sum((amounts.get(name, zero) for name in _BEFORE), zero)
    outwards = spent + sum((amounts.get(name, zero) for name in _AFTER), zero)
    return (incomes == income or classes == spent) and (totals[0] == inwards or totals[1] == outwards)
