"""Which headings the cells of a table row have, told by their number, their order, their sums and their rate.

Belongs here: decisions about one row from its cells and the headings above it, without any state.
Does not belong here: what a heading and a label say together (``gridrows``), reading tables in order (``grids``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.columns import funds
from extraction.columns.headings import Heading
from extraction.columns.witness_of_columns import align
from extraction.model import Cell
from extraction.records import replace
from extraction.text.numbers import UNITS, parse_cell

NOTHING = re.compile(r"[-—–/\\]*|无|持平|不适用|空")
TOTAL_CHOSEN = "taken for the total because the other amounts of the row add up to it"
COLUMN_CHOSEN = "column chosen because the execution rate follows from it"
_SHARES = re.compile(r"率|比|幅|%|度|增|减")


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row only numbers the columns: 栏次 | 1 | 2 | 3."""
    numbers = [text for text in texts if text and text not in {"栏次", "行次", "列次", "项目", "科目", "次"}]
    return len(numbers) >= 2 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def aligned(texts: list[str], amounts: list[int], headings: list[Heading]) -> list[Heading]:
    """Headings of a funds row that lost its empty cells, where its execution rate tells the columns."""
    numbers = [number for column in amounts if (number := parse_cell(texts[column]))]
    chosen = align(numbers, [heading for heading in headings if heading.stage or heading.ignored])
    placed = dict(zip(amounts, chosen, strict=True))
    unknown = Heading(text="?", ignored=True)
    return [
        replace(heading, note=COLUMN_CHOSEN) if (heading := placed.get(column)) else unknown
        for column in range(len(texts))
    ]


def offset_of(texts: list[str], amounts: list[int], headings: list[Heading]) -> int:
    """How many cells later than its headings a funds row begins, told by its execution rate.

    预算执行情况 | 年度预算数 | 年初预算 | … | 执行率 above 总额 | 238.93 | … | 100%: a title merged down at the left
    is not printed again. Without a printed percentage: by as many values as headings stand behind the one left empty for labels.
    """
    if _fills_columns(texts, headings):
        return 1
    rate = next((at for at, heading in enumerate(headings) if "执行率" in heading.text), None)
    printed = [at for at in amounts if (number := parse_cell(texts[at])) and number.base_unit == "percent"]
    offset = rate - printed[0] if rate is not None and len(printed) == 1 else 0
    return offset if offset > 0 and funds.is_over_labels([h.text for h in headings], offset) else 0


def _fills_columns(texts: list[str], headings: list[Heading]) -> bool:
    """Whether a row is a label and a value below each heading but the first two: the title of the block, and nothing over the labels."""
    if (
        len(texts) != len(headings) - 1
        or headings[1].text
        or not funds.is_over_labels([h.text for h in headings], 0)
    ):
        return False
    behind = all(heading.text for heading in headings[2:])
    return (
        behind and not parse_cell(texts[0]) and all(parse_cell(t) or NOTHING.fullmatch(t) for t in texts[1:])
    )


def misplaced(texts: list[str], headings: list[Heading]) -> bool:
    """Whether a printed percentage stands below a heading of no share or rate although another heading is one of rates."""
    rates = [at for at, heading in enumerate(headings) if "率" in heading.text]
    if not rates:
        return False
    printed = [at for at, text in enumerate(texts) if text.endswith("%") and parse_cell(text)]
    return any(not _SHARES.search(headings[at].text) and headings[at].measure == "level" for at in printed)


def moved(headings: list[Heading], offset: int, width: int) -> list[Heading]:
    """The headings of a row of ``width`` cells that begins ``offset`` cells late."""
    unknown = [Heading(text="?", ignored=True)] * width
    return [*headings[offset:], *unknown][:width]


def total_by_sum(
    texts: list[str], amounts: list[int], headings: list[Heading] | None
) -> list[Heading] | None:
    """Headings of a row that lost its empty cells, where its first amount is the sum of the others.

    The first column of amounts is then the total, and nothing is said of the other amounts.
    """
    if not headings or len(headings) < 3 or len(texts) >= len(headings) or len(amounts) < 2:
        return None
    whole = headings[1]
    parts = [heading.concepts[0] for heading in headings[2:] if heading.concepts]
    if not whole.concepts or not any(whole.concepts[0] in reference.ancestors(part) for part in parts):
        return None
    first, *others = (number.value for column in amounts if (number := parse_cell(texts[column])))
    if amounts[0] != 1 or first != sum(others, Decimal(0)):
        return None
    unknown = Heading(text="?", ignored=True)
    return [headings[0], replace(whole, note=TOTAL_CHOSEN), *[unknown] * (len(texts) - 2)]


def is_blank_row(texts: list[str], headings: list[Heading] | None) -> bool:
    """A row below headings that has a label and no amounts: nothing is stated, and no new table begins."""
    if headings is None or not 1 < len(texts) <= len(headings):
        return False
    said = [text for text in texts if not NOTHING.fullmatch(text)]
    amounts = [
        text
        for text, heading in zip(texts, headings, strict=False)
        if (heading.stage or heading.concepts or (heading.neutral and heading.text)) and not heading.ignored
    ]
    if len(said) <= 1:
        return len(texts) == len(headings)  # a title may be followed by a few empty cells
    return bool(texts[0] and amounts and all(NOTHING.fullmatch(text) for text in amounts))


def stages_apart(headings: Sequence[Heading]) -> bool:
    """Whether columns are of several stages: of which an amount is that stands below none of them, nothing tells."""
    return len({heading.stage for heading in headings if heading.stage}) > 1


def headings_for(row: tuple[Cell, ...], headings: list[Heading] | None, ragged: bool) -> list[Heading] | None:
    """The headings of a row: as many as it has cells; None where the columns cannot be known."""
    if headings is None or len(row) == len(headings):
        return headings
    return headings[: len(row)] if ragged and len(row) < len(headings) else None


def told_apart(texts: list[str], headings: list[Heading] | None, amounts: list[int]) -> list[int]:
    """Columns of the amounts that can be read: alone behind their label, or each below a heading of its own."""
    numbered = set(amounts)
    if headings is None:
        return [column for column in amounts if numbered.isdisjoint((column - 1, column + 1))]
    unknown = _alike(texts, headings, numbered) if len(amounts) > 1 else set()
    return [column for column in amounts if column not in unknown]


def _alike(texts: list[str], headings: list[Heading], amounts: set[int]) -> set[int]:
    """Columns of different amounts behind one label whose headings say the same: 预算 | 决算 | 预算 | 决算 where the years above were lost."""
    found: set[int] = set()
    seen: dict[tuple[object, ...], int] = {}
    for column, text in enumerate(texts):
        if column not in amounts:
            if text and not NOTHING.fullmatch(text) and text not in UNITS:
                seen.clear()  # another label: the other half of the table
            continue
        heading = headings[column]
        if not (heading.says_something or (heading.neutral and heading.text)) or heading.ignored:
            continue
        says = (heading.text, heading.stage, heading.year, heading.years_back, heading.fund_scope)
        first = seen.setdefault((*says, heading.concepts, heading.measure), column)
        if texts[first] != text:
            found |= {first, column}
    return found
