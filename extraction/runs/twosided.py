"""Income and spending side by side, proved by their sums: 收入支出决算总表, 部门收支总表, 财政拨款收支总表.

Belongs here: which amounts of such a table are taken; the two halves balance, and the parts of a half add up to its sum.
Does not belong here: cutting labels and amounts (``cutting``), tables of one side (``onesided``).

A half is left out where its parts do not add up, or where one amount stands behind the last of many labels: a copy may
give all amounts behind all labels, and sums cannot tell whose they are.
"""

from __future__ import annotations

from decimal import Decimal

from extraction.model import Span
from extraction.runs.cutting import Entry
from extraction.runs.made import Rows, near
from extraction.runs.rowlabels import NAMES, OF_HEAD, Part, parts_of

#: The last rows of both halves.
_LAST = frozenset({"其他收入", "其他支出"})
_OF_SUMS = ("income", "spending", "before", "after", "used", "distributed", "all_income", "all_spending")


class _Halves:
    """The amounts of a table by the part that they play."""

    def __init__(self, entries: list[Entry]) -> None:
        self.incomes: list[tuple[Part, Entry]] = []
        self.classes: list[tuple[Part, Entry]] = []
        self.sums: dict[str, Entry] = {}
        self.left_over = Decimal(0)
        self.sure_income = self.sure_spending = True
        self.repeated = False
        self.unnamed: set[str] = set()
        begun = False
        for part, entry in parts_of(entries):
            begun = begun or part.kind not in ("", "sum")
            if begun:
                self._take(part, entry)

    def _take(self, part: Part, entry: Entry) -> None:
        if part.kind == "part_of_income":
            if not {"income", "before", "all_income", "total"} & self.sums.keys():
                self.incomes.append((part, entry))
                self.sure_income = self.sure_income and len(entry.amounts) == 1
        elif part.kind == "class":
            self.classes.append((part, entry))
            self.sure_spending = self.sure_spending and _adds_up(entry.values)
        elif part.kind == "total":
            self.sums["all_spending" if "all_income" in self.sums else "all_income"] = entry
        elif part.kind in NAMES:
            self.repeated = self.repeated or part.kind in self.sums
            self.sums[part.kind] = entry
            self.unnamed |= set() if part.name else {part.kind}
        elif OF_HEAD.search(entry.label):
            self.left_over += sum(entry.values, Decimal(0))

    def amount(self, kind: str) -> Decimal | None:
        return self.sums[kind].values[0] if kind in self.sums else None

    def whole(self, kind: str, *others: str) -> Decimal | None:
        """The sum of a half, or what its total leaves of it."""
        printed = self.amount(kind)
        if printed is not None:
            return printed
        total = self.amount(f"all_{kind}")
        return None if total is None else total - sum(self.amount(name) or Decimal(0) for name in others)

    def balance(self) -> bool:
        """Whether both totals are one amount, and come out of the sums and what was left over."""
        first, second = self.amount("all_income"), self.amount("all_spending")
        if first is None and second is None:
            first, second = self.amount("income"), self.amount("spending")
            return first is not None and first == second
        if first is None or first != second:
            return False
        return all(
            near(total, self.whole(kind, *others), self._sum(others))
            for total, kind, others in (
                (first, "income", ("before", "used")),
                (second, "spending", ("after", "distributed")),
            )
        )

    def _sum(self, kinds: tuple[str, ...]) -> Decimal:
        return sum((self.amount(kind) or Decimal(0) for kind in kinds), Decimal(0))


def rows_of(entries: list[Entry]) -> Rows:
    """Label and amount of each row of a table with two sides; none where it does not balance."""
    halves = _Halves(entries)
    if halves.repeated or not halves.balance():
        return []
    incomes, spent = _incomes(halves), _spending(halves)
    if not incomes and not spent:
        return []
    sums = [
        (kind, entry) for kind in _OF_SUMS if (entry := halves.sums.get(kind)) and kind not in halves.unnamed
    ]
    return [*incomes, *spent, *((entry.span, NAMES[kind], entry.amounts[0].span) for kind, entry in sums)]


def _incomes(halves: _Halves) -> Rows:
    """The parts of income where they add up; appropriations of each budget below all of them."""
    upper = [(part, entry) for part, entry in halves.incomes if part.level == 1] or halves.incomes
    whole = halves.whole("income", "before", "used")
    if not halves.sure_income or not upper or not near(whole, sum(entry.values[0] for _, entry in upper)):
        return []
    if len(upper) == 1 and upper[0][0].name in _LAST:
        return []
    kept = list(upper)
    appropriated = next((entry.values[0] for part, entry in upper if part.name == "财政拨款收入"), None)
    below = [
        (part, entry)
        for part, entry in halves.incomes
        if part.level == 2 and len(part.name) > len("财政拨款收入")
    ]
    if kept is not halves.incomes and near(
        appropriated, sum((entry.values[0] for _, entry in below), Decimal(0))
    ):
        kept += [pair for pair in below if pair not in kept]
    return [_row(part, entry) for part, entry in kept]


def _spending(halves: _Halves) -> Rows:
    whole = halves.whole("spending", "after", "distributed")
    spent = sum((entry.values[0] for _, entry in halves.classes), Decimal(0))
    names = [part.code for part, _ in halves.classes]
    if not halves.sure_spending or not names or len(set(names)) < len(names):
        return []
    if not near(whole, spent) and not near(whole, spent, halves.left_over):
        return []
    if len(names) == 1 and halves.classes[0][0].name in _LAST:
        return []
    return [_row(part, entry) for part, entry in halves.classes]


def _row(part: Part, entry: Entry) -> tuple[Span, str, Span]:
    return entry.span, part.name, entry.amounts[0].span


def _adds_up(values: list[Decimal]) -> bool:
    """Whether the first amount is all of the others: of each budget, or of what is spent and what that is divided into."""
    if len(values) == 1:
        return True
    return near(values[0], *values[1:]) or near(values[0], values[1], values[-1])
