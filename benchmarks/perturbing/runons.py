"""Whole tables run on, as copies of pages have them: all cells on one line, or on lines that break anywhere.

Belongs here: writing a table with its caption and unit so; empty cells are lost, numbers of rows may be.
Does not belong here: changes that leave rows or cells to be seen (``layouts``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.perturbing.lines import cells, is_rule, tables

_SENTENCE = re.compile(r"[。；]|，.*，")
#: A break may stand within a name, but not within a number.
_PIECE = re.compile(r"-?[\d.,]+%?|.", re.S)
_MOST_ABOVE = 4
_LONGEST_ABOVE = 60
_FEWEST_NUMBERS = 6
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d.,])")
_ROW_NUMBER = "行次"


def run_on(width: int = 0, *, numbered: bool = True) -> Callable[[str], str | None]:
    """Each table between bars, or a text that is a table alone, on one line or on lines of ``width`` characters.

    Args:
        width: of the lines; 0 for one line.
        numbered: whether numbers of rows (行次) are kept.
    """

    def write(text: str) -> str | None:
        lines = text.split("\n")
        found = [
            (_above(lines, start), end, _filled(lines[start:end], numbered=numbered))
            for start, end in tables(text)
        ]
        if not found and numbered and _is_table(lines):
            found = [(1, len(lines), [word for line in lines[1:] for word in line.split()])]
        if not found:
            return None
        written: list[str] = []
        done = 0
        for start, end, words in found:
            first = next((at for at in range(start, end) if lines[at].strip().startswith("|")), end)
            above = (
                [line.strip() for line in lines[max(start, done) : first] if line.strip()]
                if first < end
                else []
            )
            written += [*lines[done : max(start, done)], *_broken(" ".join([*above, *words]), width)]
            done = end
        return "\n".join(written + lines[done:])

    return write


def _above(lines: list[str], start: int) -> int:
    """The first of the short lines over a table: its caption and its unit, but not the title of the text."""
    at = start
    while (
        at > max(1, start - _MOST_ABOVE)
        and len(lines[at - 1]) <= _LONGEST_ABOVE
        and not _SENTENCE.search(lines[at - 1])
    ):
        at -= 1
    return at


def _filled(rows: list[str], *, numbered: bool) -> list[str]:
    """The cells of rows between bars that are not empty, without numbers of rows where these are lost."""
    split = [cells(row) for row in rows if not is_rule(row)]
    numbers = {} if numbered else {at for row in split for at, cell in enumerate(row) if cell == _ROW_NUMBER}
    return [cell for row in split for at, cell in enumerate(row) if cell and at not in numbers]


def _is_table(lines: list[str]) -> bool:
    body = "\n".join(lines[1:])
    return (
        not _SENTENCE.search(body)
        and len(_NUMBER.findall(body)) >= _FEWEST_NUMBERS
        and not re.search(r"[|\t\"]", body)
    )


def _broken(words: str, width: int) -> list[str]:
    if not width:
        return [words]
    lines = [""]
    for piece in _PIECE.findall(words):
        if len(lines[-1]) + len(piece) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]
