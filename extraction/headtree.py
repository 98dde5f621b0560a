"""Headings of several levels printed one a line: which order the columns below them have.

Belongs here: the form of the “三公” expenses, and tables of bodies, whose heading cells and empty cells lost their places.
Does not belong here: tables whose rows can still be seen (``layout``, ``looselayouts``).

Parts stand behind their whole, wholes in the order in which they are printed. An order is taken only where the amounts
add up in it: otherwise whose they are cannot be known, and nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.headings import Heading, read_heading
from extraction.lines import Line
from extraction.model import Cell, Span, Table
from extraction.normalise import DROPPED, folded
from extraction.numbers import parse_cell

_TOTAL, _VEHICLES, _PARTS = (
    "three_public_total",
    "official_vehicle",
    ("official_vehicle_purchase", "official_vehicle_operation"),
)
_FIRST_LEVEL = {"overseas_travel", _VEHICLES, "official_reception"}
_SUBTOTAL = {"小计"}
_TOTALS = {"合计", "总计"}
_NO_COLUMN = {"栏次", "行次", "列次", "项目", "次"}
_COLUMNS = 6
_MOST_HEADS = 36
_LONGEST = 24


def may_head(line: str) -> bool:
    """Whether a line can be the first heading of the “三公” form: a stage or its total, alone."""
    if not line.rstrip(DROPPED).endswith(("计", "数")):
        return False  # asked of every line, so it is asked cheaply
    words = folded(line)
    if not 2 <= len(words) <= _LONGEST:
        return False
    if words in _TOTALS or words.endswith(("预算数", "决算数", "执行数")):
        return True
    return "三公" in words and words.endswith("合计")


def read_three_public(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The form whose first heading is the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    filled = [(at, line.bare) for at, line in enumerate(lines) if line.words]
    table, taken = three_public(text, [span for _, span in filled])
    return table, filled[taken - 1][0] + 1 if taken else 0


def three_public(text: str, spans: Sequence[Span]) -> tuple[Table | None, int]:
    """The same for cells: the table or None, and how many of the cells it takes."""
    words = [folded(text[span.start : span.end]) for span in spans]
    first = next((at for at, word in enumerate(words[:_MOST_HEADS]) if parse_cell(word)), 0)
    if not first or any(len(word) > _LONGEST for word in words[:first]):
        return None, 0
    heads = [read_heading(_named(word)) for word in words[:first]]
    order = _order(heads, words[:first])
    if not order:
        return None, 0
    at = first + _numbering(words[first:], len(order))
    values = words[at : at + len(order)]
    if len(values) < len(order) or not _adds_up([heads[index] for _, index in order], values):
        return None, 0
    place = Span(spans[0].start, spans[0].start)
    rows = [
        [spans[stage] if stage is not None else place for stage, _ in order],
        [spans[index] for _, index in order],
        spans[at : at + len(order)],
    ]
    kept = rows if any(stage is not None for stage, _ in order) else rows[1:]
    return _table(text, kept), at + len(order)


def _named(word: str) -> str:
    return "三公经费合计" if word in _TOTALS else word


def _order(heads: Sequence[Heading], words: Sequence[str]) -> list[tuple[int | None, int]]:
    """For each column the heading of its stage, where there is one, and that of what it holds."""
    stages = [at for at, head in enumerate(heads) if head.stage and not head.concepts]
    groups = max(1, len(stages))
    places: dict[str, list[int]] = {}
    for at, head in enumerate(heads):
        if head.concepts:
            places.setdefault(head.concepts[0], []).append(at)
        elif at not in stages and words[at] not in _SUBTOTAL | _NO_COLUMN:
            return []
    wanted = {_TOTAL, *_FIRST_LEVEL, *_PARTS}
    if set(places) != wanted or any(len(found) != groups for found in places.values()):
        return []
    siblings = sorted(_FIRST_LEVEL, key=lambda concept: places[concept][0])
    parts = sorted(_PARTS, key=lambda concept: places[concept][0])
    columns: list[tuple[int | None, int]] = []
    for group in range(groups):
        stage = stages[group] if stages else None
        for concept in (_TOTAL, *siblings):
            columns.append((stage, places[concept][group]))
            if concept == _VEHICLES:
                columns.extend((stage, places[part][group]) for part in parts)
    return columns


def _numbering(words: Sequence[str], width: int) -> int:
    """How many cells only number the columns: 1, 2, 3 and so on."""
    numbers = [str(number) for number in range(1, width + 1)]
    return width if list(words[:width]) == numbers else 0


def _adds_up(heads: Sequence[Heading], values: Sequence[str]) -> bool:
    """Whether in each group the total is the sum of its parts and the vehicles the sum of theirs."""
    for start in range(0, len(heads), _COLUMNS):
        amounts: dict[str, Decimal] = {}
        for head, value in zip(
            heads[start : start + _COLUMNS], values[start : start + _COLUMNS], strict=True
        ):
            number = parse_cell(value)
            if number is None:
                return False
            amounts[head.concepts[0]] = number.value
        if amounts[_TOTAL] != sum(amounts[part] for part in _FIRST_LEVEL):
            return False
        if amounts[_VEHICLES] != sum(amounts[part] for part in _PARTS):
            return False
    return True


def columns_of_bodies(words: Sequence[str], amounts: Sequence[str]) -> list[int]:
    """The headings of a table of bodies in the order of its columns; empty where the amounts do not add up in any.

    机构名称, 支出合计, 结余, 基本支出, 项目支出, 当年结余, 累计结余, 人员支出, 公用支出: printed level by level, while the
    columns are 支出合计, 基本支出, 人员支出, 公用支出, 项目支出, 当年结余, 累计结余.
    """
    heads = [read_heading(word) for word in words]
    named = {head.concepts[0]: at for at, head in enumerate(heads) if at and head.concepts}
    if len(named) != len(amounts):
        return []
    children: dict[str | None, list[str]] = {}
    for concept in named:
        parent = next((other for other in reference.ancestors(concept) if other in named), None)
        children.setdefault(parent, []).append(concept)
    order: list[str] = []
    _collect(None, children, order)
    values = {
        concept: number.value
        for concept, word in zip(order, amounts, strict=True)
        if (number := parse_cell(word))
    }
    sums = [
        (values[parent], sum((values[part] for part in parts), Decimal(0)))
        for parent, parts in children.items()
        if parent is not None and len(parts) > 1 and all(part in values for part in (parent, *parts))
    ]
    return [0, *(named[concept] for concept in order)] if sums and all(a == b for a, b in sums) else []


def _collect(parent: str | None, children: dict[str | None, list[str]], order: list[str]) -> None:
    for concept in children.get(parent, []):
        order.append(concept)
        _collect(concept, children, order)


def _table(text: str, rows: Sequence[Sequence[Span]]) -> Table:
    return Table(
        0,  # numbered by whoever keeps it
        tuple(
            tuple(
                Cell(text[span.start : span.end], span, number, column)
                for column, span in enumerate(row, start=1)
            )
            for number, row in enumerate(rows, start=1)
        ),
    )
