"""Tables whose label, row number and amount stand on lines of their own: ladders of row numbers (行次).

Belongs here: following numbers that rise through the table.
Does not belong here: cells without row numbers (``plaincells``, ``accountcells``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.loosecells import next_filled, table_of
from extraction.model import Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_AMOUNT = re.compile(r"^-?\d[\d,]*\.\d{1,6}$|^-?\d{1,3}(?:,\d{3})+$|^0$")
_ROW_NUMBER = re.compile(r"^\d{1,3}$")
_FEWEST_RUNGS = 3
_LONGEST_LABEL = 40


def read_ladder(text: str, lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Label, row number, amount, each on a line of its own (行次), as rows of three cells.

    A label without an amount is followed by its row number alone; that number is never an amount.
    Row numbers must rise through the table, which no run of amounts does by chance.

    Returns:
        the table or None, and the line up to which the ladder was followed.
    """
    if not _may_begin_ladder(lines, at):
        return None, at + 1
    rungs: list[tuple[Span, Span, Span | None]] = []
    last = 0
    end = at
    while (label_at := next_filled(lines, end)) is not None:
        ordinal_at = next_filled(lines, label_at + 1)
        if ordinal_at is None:
            break
        label, ordinal = lines[label_at].bare, lines[ordinal_at].bare
        words, digits = folded(text[label.start : label.end]), text[ordinal.start : ordinal.end]
        if not (_is_label(words) and _ROW_NUMBER.match(digits) and int(digits) > last):
            break
        last = int(digits)
        amount_at = next_filled(lines, ordinal_at + 1)
        amount = lines[amount_at].bare if amount_at is not None else None
        if amount is not None and not _AMOUNT.match(text[amount.start : amount.end]):
            amount = None
        rungs.append((label, ordinal, amount))
        end = (amount_at if amount is not None and amount_at is not None else ordinal_at) + 1
    if len(rungs) < _FEWEST_RUNGS or not any(amount for _, _, amount in rungs):
        return None, end
    spans = [
        span or Span(ordinal.end, ordinal.end)
        for label, ordinal, amount in rungs
        for span in (label, ordinal, amount)
    ]
    return table_of(text, spans, 3, headings=("项目", "行次", "金额")), end


def _may_begin_ladder(lines: Sequence[Line], at: int) -> bool:
    """Whether the next filled line is a number of a row: asked of every line, so it is asked cheaply."""
    for line in lines[at + 1 : at + 5]:
        if line.words:
            return len(line.words) <= 3 and line.words.isdigit()
    return False


def _is_label(words: str) -> bool:
    return bool(words) and len(words) <= _LONGEST_LABEL and not parse_cell(words) and "。" not in words
