"""Cells of accounts in the order printed, as rows of a label and its amounts.

Belongs here: where the rows begin, what is a label, a code or an amount.
Does not belong here: which cells belong to the table (``accountcells``), whether its rows are right (``accountsums``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.flattened.blankcells import names_of_classes
from extraction.model import Span
from extraction.text.numbers import parse_cell
from extraction.words.words_of_classes import CELLS_OF_CODE, CODE, DIGITS_OF_CLASS, PART_OF_CODE

_AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d{1,6})?|[-—–]+|0")
_DECIMAL = re.compile(r"-?\d[\d,]*\.\d{1,6}")


@dataclass(slots=True)
class Row:
    """A label with the amounts behind it, and where each stands."""

    label: Span
    name: str
    values: list[Span] = field(default_factory=list)
    amounts: list[Decimal] = field(default_factory=list)
    #: whether it is an item of a class, by its code
    item: bool = False


def first_row(words: Sequence[str]) -> int | None:
    """Where the rows begin: at the label of the first amount, behind numbers of columns."""
    at = 1
    while at < len(words):
        if words[at] in {"栏次", "行次"} or not is_amount(words[at]):
            at += 1
            continue
        end = at
        while end < len(words) and words[end] == str(end - at + 1):
            end += 1
        if end > at and (end - at > 1 or words[at - 1] == "栏次"):
            at = end
            if end < len(words) and not is_amount(words[end]):
                return end
            continue
        if CODE.fullmatch(words[at]) and at + 1 < len(words) and not _DECIMAL.fullmatch(words[at + 1]):
            return at
        return at - 1 if at > 1 else None
    return None


def read_rows(spans: Sequence[Span], words: Sequence[str], first: int) -> tuple[list[Row], int]:
    """Labels with the amounts that follow them, codes left out; and the token behind the last amount."""
    found: list[Row] = []
    decimals = 2 * sum(map(bool, map(_DECIMAL.fullmatch, words))) > sum(map(bool, map(parse_cell, words)))
    at, taken, code, parts = first, first, "", 0
    while at < len(words):
        word = words[at]
        if CODE.fullmatch(word) and _leads_label(words, at):
            code, parts = word, 0
        elif decimals and CODE.fullmatch(word):  # its name stands on the lines around it
            name = names_of_classes().get(word, "")
            found.append(Row(spans[at], name, item=not name))
        elif code and PART_OF_CODE.fullmatch(word) and _leads_label(words, at):
            parts += 1
        elif word and not is_amount(word):
            found.append(Row(spans[at], word, item=bool(code) and (parts > 0 or len(code) > DIGITS_OF_CLASS)))
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
    while end < len(words) and end - at < CELLS_OF_CODE and PART_OF_CODE.fullmatch(words[end]):
        end += 1
    return end < len(words) and bool(words[end]) and not is_amount(words[end])


def is_amount(word: str) -> bool:
    """Whether a cell holds a number, a dash or nothing."""
    return not word or _AMOUNT.fullmatch(word) is not None
