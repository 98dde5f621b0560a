"""Rows of a table on the “三公” expenses that lost empty cells: in which columns their values stand, told by the sums of all rows.

Belongs here: the tables with a row for each expense, below headings of two or more columns.
Does not belong here: the form with one row (``threepublic``); rows with all their values (``valuecolumns``).

In every column total = travel abroad + vehicles + reception, and vehicles = purchase + operation; what changed is the difference of
two levels. Of all places that keep the order of the values, a row gets those in which the sums hold, where these are one way alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product
from math import prod

from extraction.columns.gridcolumns import NOTHING
from extraction.columns.headings import Heading, read_heading
from extraction.columns.valuecolumns import UNKNOWN, heads_amounts
from extraction.records import replace
from extraction.text.numbers import parse_cell
from extraction.words.words_of_vehicles import part_of_vehicles

PLACED = "column chosen because the amounts of the column add up"
TOTAL = "three_public_total"
_VEHICLES = "official_vehicle"
PARTS = ("overseas_travel", _VEHICLES, "official_reception")
_OF_VEHICLES = ("official_vehicle_purchase", "official_vehicle_operation")
_KNOWN = frozenset({TOTAL, *PARTS, *_OF_VEHICLES})
_WHOLE = re.compile(r"(?:[一二1][、.])?(?:[\"“]?三公[\"”]?经费)?(?:支出)?(?:合|总|小)计")
_FEWEST_COLUMNS = 2
_MOST_COLUMNS = 8
#: Ways to place the values of all short rows; of more none is tried, and nothing is said.
_MOST_WAYS = 2000
_ROUNDED = Decimal("0.011")

#: The amounts of one row in its columns; None where a cell is blank.
_Amounts = tuple[Decimal | None, ...]


def told_by_sums(rows: Mapping[int, Sequence[str]], headings: Sequence[Heading]) -> dict[int, list[Heading]]:
    """The headings of each row with fewer values than columns; ones that say nothing where several places fit.

    Empty where no places of the values fit the sums, so that nothing is known of them.

    Args:
        rows: the folded cells of a table, by the number of the row.
        headings: those of all columns, of which the first may stand over labels.
    """
    columns = [heading for heading in headings if heads_amounts(heading)]
    if not _FEWEST_COLUMNS <= len(columns) <= _MOST_COLUMNS or not any(h.stage for h in columns):
        return {}
    named = _named(rows, len(columns))
    if named is None:
        return {}
    kinds = list(named)
    ways = [_ways(named[kind][1], len(columns)) for kind in kinds]
    few = prod(map(len, ways)) <= _MOST_WAYS
    every = product(*ways) if few else ()
    fitting = [way for way in every if _holds(dict(zip(kinds, way, strict=True)), columns)]
    if few and not fitting:
        return {}
    told: dict[int, list[Heading]] = {}
    for at, kind in enumerate(kinds):
        row, values = named[kind]
        places = {tuple(n for n, amount in enumerate(way[at]) if amount is not None) for way in fitting}
        if len(values) < len(columns):
            known = [replace(columns[n], note=PLACED) for n in places.pop()] if len(places) == 1 else None
            told[row] = [Heading(text=headings[0].text), *(known or [UNKNOWN] * len(values))]
    return told


def _named(rows: Mapping[int, Sequence[str]], width: int) -> dict[str, tuple[int, list[Decimal]]] | None:
    """Row number and values of each expense; None where the total or a part is missing, or one stands twice."""
    found: dict[str, tuple[int, list[Decimal]]] = {}
    for number, texts in rows.items():
        kind = kind_of(texts[0])
        numbers = [parse_cell(text) for text in texts[1:]]
        if kind is None or len(texts) == 1:
            continue
        if kind in found or None in numbers or len(numbers) > width or any(map(NOTHING.fullmatch, texts[1:])):
            return None
        found[kind] = number, [amount.value for amount in numbers if amount]
    return found if TOTAL in found and any(part in found for part in PARTS) else None


def kind_of(label: str) -> str | None:
    """The expense that a row is of."""
    if _WHOLE.fullmatch(label):
        return TOTAL
    concepts = read_heading(label).concepts or part_of_vehicles(label, (_VEHICLES,))
    return concepts[0] if concepts and concepts[0] in _KNOWN else None


def _ways(values: Sequence[Decimal], width: int) -> list[_Amounts]:
    """All ways to place values in columns without changing their order."""
    return [
        tuple(values[chosen.index(n)] if n in chosen else None for n in range(width))
        for chosen in combinations(range(width), len(values))
    ]


def _holds(rows: Mapping[str, _Amounts], columns: Sequence[Heading]) -> bool:
    """Whether the sums hold in every column of levels, and the differences in those of changes."""
    levels = [n for n, heading in enumerate(columns) if heading.measure == "level"]
    for n in levels:
        of_column = {kind: amounts[n] for kind, amounts in rows.items()}
        if not all(abs(whole - sum(parts)) <= _ROUNDED for whole, parts in _sums(of_column)):
            return False
    changes = [n for n, heading in enumerate(columns) if heading.measure == "change"]
    if len(levels) != _FEWEST_COLUMNS or len(changes) != 1:
        return True
    return all(_differs(amounts, levels, changes[0]) for amounts in rows.values())


def _sums(column: Mapping[str, Decimal | None]) -> Iterator[tuple[Decimal, list[Decimal]]]:
    """Each whole with its parts; a blank cell is nothing."""
    yield column[TOTAL] or Decimal(0), [column.get(part) or Decimal(0) for part in PARTS]
    if any(part in column for part in _OF_VEHICLES):
        yield (
            column.get(_VEHICLES) or Decimal(0),
            [column.get(part) or Decimal(0) for part in _OF_VEHICLES],
        )


def _differs(amounts: _Amounts, levels: Sequence[int], change: int) -> bool:
    """Whether what changed is the difference of both levels, whichever stands first; a blank cell says nothing."""
    changed = amounts[change]
    first, second = (amounts[n] or Decimal(0) for n in levels)
    return changed is None or abs(abs(second - first) - abs(changed)) <= _ROUNDED
