"""Label, number of the row (行次), amount: cells whose numbers rise through the table tell which amount each label has.

Belongs here: following such numbers, of one side or of two or three that take turns, and what makes them unsafe.
Does not belong here: where the cells come from (``ladders``: lines; ``barlines``: cells closed by bars; ``numberedlines``: words of one line).

A copy may give all amounts of a side behind all its labels. So a side with one amount alone, behind its last label,
is not read, and nothing at all where two amounts follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.text.numbers import parse_cell

AMOUNT = re.compile(r"-?\d[\d,]*\.\d{1,6}|-?\d{1,3}(?:,\d{3})+|0")
ROW_NUMBER = re.compile(r"[1-9]\d{0,2}")
_LONGEST_LABEL = 40
_MOST_SIDES = 3
_MOST_PARTS = 4
_FEWEST_BLANK = 3


@dataclass(slots=True)
class Rung:
    """Positions of a label, of its row's number and of its amount, if that is not blank."""

    label: int
    number: int
    amount: int | None
    side: int


@dataclass(slots=True)
class _Sides:
    """The last number of each side."""

    last: list[int] = field(default_factory=list)
    rows: int = 0

    def of(self, number: int, printed: bool) -> int | None:
        """The side that goes on with a number; None where none does and no other one can begin.

        A copy without its blank rows leaves numbers out: of a row with an amount (``printed``) the number may be any later one.
        """
        for side, last in enumerate(self.last):
            if number == last + 1:
                return side
        before = [last for last in self.last if last < number]
        begins = before == self.last and self.rows == len(self.last)  # beside the first row of the others
        if printed and before and not begins:
            return self.last.index(max(before))
        if self.last and number <= max(self.last):
            return None
        if len(self.last) < _MOST_SIDES:
            self.last.append(number - 1)
            return len(self.last) - 1
        return self.last.index(max(self.last))


def follow(word: Callable[[int], str | None], at: int) -> tuple[list[Rung], int]:
    """The rungs from cell ``at`` on, and the cell behind them; no rungs where an amount cannot be told from its neighbour.

    Args:
        word: the folded words of a cell, empty of an empty one, None behind the last.
        at: the first label.
    """
    sides = _Sides()
    found: list[Rung] = []
    while (label := word(at)) is not None:
        blank = not label or (bool(found) and _goes_on(sides, label))
        number = at if label and blank else at + 1
        digits = word(number) or ""
        if not (blank or _is_label(label)) or not ROW_NUMBER.fullmatch(digits):
            break
        amount = word(number + 1)
        printed = amount is not None and AMOUNT.fullmatch(amount) is not None
        side = sides.of(int(digits), printed)
        if side is None:
            break
        sides.last[side] = int(digits)
        sides.rows += 1
        skipped = printed or amount == ""
        if not blank:
            found.append(Rung(at, number, number + 1 if printed else None, side))
        elif printed:
            return [], at  # an amount of nothing
        at = number + 1 + skipped
        at += _parts(word, at, amount) if printed else 0
    following = word(at)
    if following and AMOUNT.fullmatch(following) and found:
        return [], at
    return _safe(found), at


def _parts(word: Callable[[int], str | None], at: int, whole: str | None) -> int:
    """How many amounts behind one are its parts: 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款, which add up to the first."""
    parts: list[Decimal] = []
    while len(parts) < _MOST_PARTS and AMOUNT.fullmatch(word(at + len(parts)) or ""):
        parts.append(Decimal((word(at + len(parts)) or "0").replace(",", "")))
    adds_up = parts and whole and sum(parts) == Decimal(whole.replace(",", ""))
    return len(parts) if adds_up else 0


def _goes_on(sides: _Sides, digits: str) -> bool:
    """Whether a number stands alone where the next label of a side would stand: the label is blank."""
    return ROW_NUMBER.fullmatch(digits) is not None and int(digits) - 1 in sides.last


def _safe(rungs: list[Rung]) -> list[Rung]:
    """The rungs of those sides whose amounts were not put behind all labels."""
    kept: list[Rung] = []
    for side in {rung.side for rung in rungs}:
        here = [rung for rung in rungs if rung.side == side]
        filled = [rung for rung in here if rung.amount is not None]
        if not (filled == here[-1:] and len(here) > _FEWEST_BLANK):
            kept += here
    return sorted(kept, key=lambda rung: rung.label)


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and not parse_cell(words) and "。" not in words
