"""The text of a report as HTML in which every figure and every place of a finding is marked.

Belongs here: cutting the text where marks begin and end, paragraphs and tables. Does not belong here: what is marked
(evidence). Marks overlap, so the text is cut at all their ends and each piece stands once: a piece of a figure leads
to the figure, any other marked piece to its finding. Nothing of the text is markup.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from orchestration.site.words import Two, shown

_GRAVITY = {"error": 3, "warning": 2, "info": 1, "": 0}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the text: ``anchor`` is its id in the page, ``target`` the id of what it leads to."""

    place: tuple[int, int]
    anchor: str
    target: str
    is_figure: bool
    severity: str = ""  # of the gravest finding that it belongs to
    is_unsure: bool = False  # a figure that no rule uses


class MarkedText:
    """The text with its marks, given out piece by piece."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = shown(text)
        length = len(text)
        kept = [mark for mark in marks if 0 <= mark.place[0] < mark.place[1] <= length]
        self._marks = sorted(kept, key=lambda mark: (mark.place, mark.anchor))
        self._cuts = sorted({end for mark in kept for end in mark.place})
        self._covering = _covering(self._marks, self._cuts)
        self._met: set[str] = set()
        self.anchors = {mark.anchor for mark in kept}

    def html(self, start: int, end: int) -> Markup:
        """A stretch of the text with its marks."""
        first, last = bisect_left(self._cuts, start + 1), bisect_left(self._cuts, end)
        borders = [start, *self._cuts[first:last], end]
        pieces = [self._piece(low, high) for low, high in pairwise(borders) if low < high]
        return Markup("".join(pieces))  # noqa: S704 - every piece is escaped

    def _piece(self, start: int, end: int) -> str:
        text = str(escape(self._text[start:end]))
        # the last cut at or before the piece says what covers it
        number = bisect_left(self._cuts, start + 1) - 1
        marks = self._covering[number] if number >= 0 else ()
        if not marks:
            return text
        chosen = min(marks, key=lambda mark: (not mark.is_figure, mark.place[1] - mark.place[0], mark.anchor))
        gravest = max((mark.severity for mark in marks), key=_GRAVITY.__getitem__)
        fresh = [mark.anchor for mark in marks if mark.anchor not in self._met]
        self._met.update(fresh)
        # One piece can begin several marks; each needs an id to be found by, and an element has one.
        own = f' id="{fresh[0]}"' if fresh else ""
        inner = "".join(f'<span id="{anchor}"></span>' for anchor in fresh[1:])
        classes = (
            ("f" if chosen.is_figure else "q")
            + (f" {gravest}" if gravest else "")
            + (" unsure" if chosen.is_unsure else "")
        )
        names = " ".join(mark.anchor for mark in marks)
        return f'<a{own} class="{classes}" href="#{chosen.target}" data-a="{names}">{inner}{text}</a>'


def _covering(marks: Sequence[Mark], cuts: Sequence[int]) -> list[tuple[Mark, ...]]:
    """For each cut, the marks that cover what follows it."""
    covering: list[list[Mark]] = [[] for _ in cuts]
    for mark in marks:
        for number in range(bisect_left(cuts, mark.place[0]), bisect_left(cuts, mark.place[1])):
            covering[number].append(mark)
    return [tuple(found) for found in covering]


def document_html(text: MarkedText, blocks: str) -> Markup:
    """All blocks of a document."""
    return Markup("").join(_blocks(text, json.loads(blocks)))


def _blocks(text: MarkedText, blocks: list[list[Any]]) -> Iterator[Markup]:
    page = None
    for block in blocks:
        new = block[3] if block[0] == "p" else block[2]
        if new is not None and new != page:
            page = new
            yield Markup('<p class="page">{}</p>').format(Two(f"第{page}页", f"Page {page}"))
        if block[0] == "p":
            yield Markup('<p class="line">{}</p>').format(text.html(block[1], block[2]))
        else:
            yield _table(text, block[1], block[3])


def _table(text: MarkedText, number: int, rows: list[list[list[int]]]) -> Markup:
    """A table; where a row has fewer cells than the widest, its last one takes the room that is left."""
    width = max((sum(cell[3] for cell in row) for row in rows), default=0)
    lines = []
    spanned = any(cell[2] > 1 for row in rows for cell in row)
    for row in rows:
        missing = 0 if spanned else width - sum(cell[3] for cell in row)
        cells = []
        for place, (start, end, row_span, column_span) in enumerate(row):
            columns = column_span + (missing if place == len(row) - 1 else 0)
            spans = (f' rowspan="{row_span}"' if row_span > 1 else "") + (
                f' colspan="{columns}"' if columns > 1 else ""
            )
            cells.append(f"<td{spans}>{text.html(start, end)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    caption = Markup("<caption>{}</caption>").format(Two(f"表{number}", f"Table {number}"))
    body = Markup("".join(lines))  # noqa: S704 - cells are escaped pieces
    return Markup(
        '<div class="scroll" tabindex="0"><table class="paper">{}<tbody>{}</tbody></table></div>'
    ).format(caption, body)
