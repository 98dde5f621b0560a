"""Classes of spending or of income below each other, their columns proved by their sums: 支出决算表, 支出预算总表, 基本支出表.

Belongs here: which amounts of such a table are taken: all of a row where there are as many as headings, else the first.
Does not belong here: cutting labels and amounts (``cutting``), income beside spending (``twosided``).

A table is read where its classes add up to their sum, or where the first amount is the whole of the others in most rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.flattened.cells.bodytree import columns_of_bodies
from extraction.model import Span
from extraction.runs.cutting import Entry, is_class
from extraction.runs.made import Made, Rows, near
from extraction.runs.rowlabels import Part, part_of, parts_of

_COLUMN = re.compile(
    r"(?:本年)?(?:收入|支出)?合计|总计|小计|基本支出|项目支出|上缴上级支出|(?<!单位)经营支出|对附属单位补助(?:支出)?|人员经费|(?:日常)?公用经费"
    r"|财政拨款(?:收入)?|上级补助收入|事业(?:单位)?(?:经营)?收入|(?<!单位)经营收入|附属单位上缴收入|其他收入"
)
_WHOLE = re.compile(r"(?:本年)?(?:收入|支出)?合计|总计|小计")
_WHOLE_LAST = re.compile(r"(?:合计|总计)$")
_MOST_PLAIN = 3
#: The first columns of the national table of spending; the others are hardly ever filled.
_FIRST = ["基本支出", "项目支出"]
_OF_SUM = {"sum", "total", "spending", "income", "all_spending", "all_income"}
_OF_KINDS = {"personnel", "public"}
#: Which economic classes the first of the two sums below them is of.
_OF_PERSONNEL = ("301", "303")
_FEWEST_ADDED = 2


class Classes:
    """The rows of a table of classes, and their sum."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        coded = any(entry.code for entry in entries)
        self.rows: list[tuple[Part, Entry]] = []
        self.total: Entry | None = None
        self.told_otherwise = False
        for part, entry in parts_of(entries):
            of_heads = part.kind in _OF_KINDS and len(entry.amounts) > 1  # … 人员经费 公用经费 over 合计
            if (part.kind in _OF_SUM or of_heads) and not entry.code:
                self.told_otherwise |= self.total is not None and self.total.values != entry.values
                self.total = entry
            elif part.code and (not coded or (is_class(entry.code) and part.code == entry.code)):
                self.rows.append((part, entry))
            elif entry.code and is_class(entry.code):
                self.told_otherwise = True  # a class by another name: its amounts are not known

    def proved(self, columns: Sequence[str]) -> bool:
        """Whether sums show that the first amount of each row is its whole; headings of two levels are none without them."""
        if self.total is None or not self.rows or self.told_otherwise:
            return False
        if len(columns) > _MOST_PLAIN:
            return True
        if near(self.total.values[0], *(entry.values[0] for _, entry in self.rows)):
            return True
        summed = [
            entry for entry in (self.total, *(entry for _, entry in self.rows)) if len(entry.amounts) > 1
        ]
        right = sum(near(entry.values[0], *entry.values[1:]) for entry in summed)
        return right >= _FEWEST_ADDED and 3 * right >= 2 * len(summed)


def columns_of(head: str, classes: Classes, whole: str) -> list[str]:
    """The headings of the amounts in the row of the sum, where they are as many and come out; else the first alone."""
    if classes.total is None:
        return [whole]
    if head.endswith(classes.total.label):
        head = _WHOLE_LAST.sub("", head)
    names = [match.group() for match in _COLUMN.finditer(head)]
    first = next((at for at, name in enumerate(names) if _WHOLE.fullmatch(name)), len(names))
    names = names[first + 1 :]
    values = classes.total.values
    if "小计" in names:
        named = [whole, *(name for name in names if name != "小计")]
        if len(named) != len(values):
            return [whole]
        order = columns_of_bodies(["项目", *named], [str(value) for value in values])
        return [named[at - 1] for at in order[1:]] or [whole]
    if len(values) == len(_FIRST) + 1 and names[: len(_FIRST)] == _FIRST:
        names = names[: len(_FIRST)]
    if len(names) + 1 != len(values) or len(values) == 1 or not near(values[0], *values[1:]):
        return [whole]
    return [whole, *names]


def tables_of(classes: Classes, columns: list[str]) -> list[list[list[Made]]]:
    """Rows with an amount in each column, and rows of which the first amount alone is known, each below headings of their own."""
    total = classes.total
    if total is None:
        return []
    rows = [*((part.name, entry) for part, entry in classes.rows), ("合计", total)]
    made: list[list[list[Made]]] = []
    for names in dict.fromkeys((tuple(columns), (columns[0],))):
        place = Span(total.span.start, total.span.start)
        kept = [
            (name, entry)
            for name, entry in rows
            if len(names) == (len(columns) if len(entry.amounts) == len(columns) else 1)
        ]
        heads: list[Made] = [(place, "项目"), *((place, name) for name in names)]
        cells: list[list[Made]] = [
            [(entry.span, name), *((amount.span, None) for amount in entry.amounts[: len(names)])]
            for name, entry in kept
        ]
        made += [[heads, *cells]] if cells else []
    return made


def with_sums_of_kinds(entries: list[Entry]) -> Rows:
    """Economic classes, one amount each, that add up to 人员经费合计 and to 公用经费合计; empty where they do not."""
    sums: dict[str, Entry] = {}
    classes: list[tuple[Part, Entry]] = []
    for part, entry in parts_of(entries):
        if part.kind in _OF_KINDS:
            sums[part.kind] = entry
        elif part.kind == "economic" and (part.code == entry.code or not entry.code):
            classes.append((part, entry))
    if len(sums) != 2 or any(len(entry.amounts) != 1 for _, entry in classes):
        return []
    for kind, entry in sums.items():
        own = [each for part, each in classes if (part.code in _OF_PERSONNEL) == (kind == "personnel")]
        if not near(entry.values[0], sum((each.values[0] for each in own), Decimal(0))):
            return []
    return [
        *((entry.span, part.name, entry.amounts[0].span) for part, entry in classes),
        *((entry.span, part_of(entry.label).name, entry.amounts[0].span) for entry in sums.values()),
    ]
