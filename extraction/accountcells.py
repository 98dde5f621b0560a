"""Tables of final accounts and budgets with a cell a line, below their title.

Belongs here: dividing such cells into rows of a label and its amounts, where sums show that the division is right.
Does not belong here: rows on one line (``blankrows``), ladders of row numbers and rows of one width (``looselayouts``);
whose the amounts are (``lostcolumns``).

A PDF may give the cells of a table in any order. Rows are read only where their amounts add up: a first column to the others
in most rows, the two sides of income and expenditure to their totals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extraction import celllines
from extraction.blankcells import names_of_classes
from extraction.headings import read_heading
from extraction.headtree import columns_of_bodies
from extraction.lines import Line
from extraction.model import Cell, Span, Table
from extraction.normalise import folded
from extraction.numbers import parse_cell
from extraction.titlelines import rows_above

_TITLE = re.compile(
    r"[^。；，,]{0,40}(?:收入支出|收支|收入|支出)(?:预算|决算)?(?:功能分类|经济分类)?(?:预算|决算)?(?:总|明细)?表"
)
_END = re.compile(r"注[:：]|备注|说明[:：]|.*。|第[一二三四五六七八]部分.*")
_AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d{1,6})?|[-—–]+|0")
_DECIMAL = re.compile(r"-?\d[\d,]*\.\d{1,6}")
_CODE = re.compile(r"[1235]\d{2}(?:\d{2}){0,2}")
_PART_OF_CODE = re.compile(r"\d{2}")
_NUMBERING = re.compile(r"\d{1,2}")
_WHOLE = re.compile(r"合计|本年(?:收入|支出)合计|总计")
_INCOME = {
    "general_public_budget_appropriation", "government_fund_appropriation", "state_capital_appropriation",
    "fiscal_appropriation_revenue", "superior_subsidy_revenue", "undertaking_revenue", "business_operation_revenue",
    "affiliated_unit_remittance", "special_account_revenue", "other_revenue",
}  # fmt: skip
_BEFORE = ("opening_carryover", "use_of_nonfiscal_surplus")
_AFTER = ("closing_carryover", "surplus_distribution")
_SIDES = re.compile(r"收入支出|收支")
_CLASS = 3
_LONGEST = 40
_MOST_CELLS = 700
_FEWEST_CELLS = 8
_MOST_ABOVE = 6


@dataclass(slots=True)
class _Row:
    label: Span
    name: str
    values: list[Span] = field(default_factory=list)
    amounts: list[Decimal] = field(default_factory=list)
    #: whether it is an item of a class, by its code
    item: bool = False


_Cells = list[tuple[Span, str | None]]


def may_head(words: str) -> bool:
    """Whether the words of a line are the title of such a table."""
    return words.endswith("表") and len(words) <= _LONGEST and _TITLE.fullmatch(words) is not None


def read_table(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The table whose title is the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    region = _region(lines)
    spans, line_of = celllines.tokens(region, celllines.shows_empty_cells(region))
    words = [folded(text[span.start : span.end]) for span in spans]
    if len(words) < _FEWEST_CELLS or any("\t" in word or "|" in word for word in words):
        return None, 0
    first = _first_row(words)
    if first is None:
        return None, 0
    rows, taken = _rows(spans, words, first)
    read = _two_sided if _SIDES.search(folded(lines[0].words)) else _columns
    table_rows = read(spans[:first], words[:first], rows)
    if not table_rows:
        return None, 0
    above = rows_above(text, lines, line_of[min(first, _MOST_ABOVE)])
    numbered = (
        tuple(
            Cell(text[span.start : span.end] if name is None else name, span, number, column)
            for column, (span, name) in enumerate(row, start=1)
        )
        for number, row in enumerate(table_rows, start=1 + len(above))
    )
    return Table(0, (*above, *numbered), columns_lost=True), line_of[taken - 1] + 1


def _region(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below the title up to a note, a sentence, another title."""
    cells = 0
    for at, line in enumerate(lines):
        cells += bool(line.words)
        if (
            at
            and line.words
            and (len(line.words) > _LONGEST or _END.match(line.words) or may_head(line.words))
        ):
            return lines[:at]
        if cells > _MOST_CELLS:
            return lines[:at]
    return lines


def _first_row(words: Sequence[str]) -> int | None:
    """Where the rows begin: at the label of the first amount, behind numbers of columns."""
    at = 1
    while at < len(words):
        if words[at] in {"栏次", "行次"} or not _is_amount(words[at]):
            at += 1
            continue
        end = at
        while end < len(words) and words[end] == str(end - at + 1):
            end += 1
        if end > at and (end - at > 1 or words[at - 1] == "栏次"):
            at = end
            if end < len(words) and not _is_amount(words[end]):
                return end
            continue
        if _CODE.fullmatch(words[at]) and at + 1 < len(words) and not _DECIMAL.fullmatch(words[at + 1]):
            return at
        return at - 1 if at > 1 else None
    return None


def _rows(spans: Sequence[Span], words: Sequence[str], first: int) -> tuple[list[_Row], int]:
    """Labels with the amounts that follow them, codes left out; and the token behind the last amount."""
    found: list[_Row] = []
    decimals = 2 * sum(map(bool, map(_DECIMAL.fullmatch, words))) > sum(map(bool, map(parse_cell, words)))
    at, taken, code, parts = first, first, "", 0
    while at < len(words):
        word = words[at]
        if _CODE.fullmatch(word) and _leads_label(words, at):
            code, parts = word, 0
        elif decimals and _CODE.fullmatch(word):  # its name stands on the lines around it
            name = names_of_classes().get(word, "")
            found.append(_Row(spans[at], name, item=not name))
        elif code and _PART_OF_CODE.fullmatch(word) and _leads_label(words, at):
            parts += 1
        elif word and not _is_amount(word):
            found.append(_Row(spans[at], word, item=bool(code) and (parts > 0 or len(code) > _CLASS)))
            code, parts = "", 0
        elif found:
            number = parse_cell(word)
            found[-1].values.append(spans[at])
            found[-1].amounts.append(number.value if number else Decimal(0))
            taken = at + 1
        at += 1
    return found, taken


def _leads_label(words: Sequence[str], at: int) -> bool:
    """Whether a label stands behind a code and its parts."""
    end = at + 1
    while end < len(words) and end - at < _CLASS and _PART_OF_CODE.fullmatch(words[end]):
        end += 1
    return end < len(words) and bool(words[end]) and not _is_amount(words[end])


def _is_amount(word: str) -> bool:
    return not word or _AMOUNT.fullmatch(word) is not None


# -- columns -------------------------------------------------------------------------------------------


def _columns(spans: Sequence[Span], words: Sequence[str], rows: Sequence[_Row]) -> list[_Cells]:
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
    head: _Cells = [(place, "项目"), *((span, name) for span, name in heads)]
    return [head, *map(_as_printed, kept)]


def _mostly_add_up(rows: Sequence[_Row]) -> bool:
    """Whether the first amount is the sum of the others in at least two rows, and in two of three."""
    summed = [row for row in rows if len(row.values) > 1]
    right = sum(map(_adds_up, summed))
    return right >= 2 and 3 * right >= 2 * len(summed)


def _of_two_levels(heads: list[tuple[Span, str]], rows: Sequence[_Row]) -> list[tuple[Span, str]]:
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


def _as_printed(row: _Row) -> _Cells:
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


def _adds_up(row: _Row) -> bool:
    return row.amounts[0] == sum(row.amounts[1:], Decimal(0))


# -- two sides -----------------------------------------------------------------------------------------


def _two_sided(spans: Sequence[Span], words: Sequence[str], rows: Sequence[_Row]) -> list[_Cells]:
    """Labels of income and of spending, each with its amount; empty where too few of their totals come out."""
    numbered = "行次" in words
    kept: list[tuple[_Row, Decimal]] = []
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
    head: _Cells = [(place, "项目"), (place, "金额")]
    names = iter(("收入总计", "支出总计"))
    return [
        head,
        *(
            [(row.label, next(names) if row.name == "总计" else row.name), (row.values[-1], None)]
            for row, _ in kept
        ),
    ]


def _balanced(rows: Sequence[tuple[_Row, Decimal]]) -> bool:
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
