"""Rubrics in a stream of tokens whose rows are told by their points: 投入 10 预算配置 10 在职人员控制率 5 …每超过一个百分点扣0.5分 5.

Belongs here: headings with points for every level or for the last one alone, with criteria in free words or without; the table below them.
Does not belong here: one row and its points (``pointrows``), headings of targets and results (``streamindicators``), rows that say what
they are without headings.

How many names a row begins with is told by sums where every level has points: a level goes on until its parts make it up. Where only the
last level has them, its names are the words between the points of the row above and its own. Rows are taken where the points of all of
them make up their total.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.streams.pointrows import TOTAL, Place, PointRows
from extraction.forms.streams.rubricheads import heads_of
from extraction.forms.streams.stream import Stream, empty, joined
from extraction.model import Span, Table
from extraction.records import replace
from extraction.scoring.scorerows import LEVEL_ABOVE

_FEWEST_ROWS = 3


def read_points(stream: Stream, at: int, runs_on: bool = False) -> tuple[Table | None, int]:
    """The rubric whose headings begin at a token, or None, and the token after it.

    Args:
        stream: the tokens.
        at: the first heading.
        runs_on: whether cells run on and tokens are mere pieces of them, divided at their numbers.
    """
    heads = heads_of(stream.words, at)
    if heads is None:
        return None, at
    reader = PointRows(stream, heads, runs_on)
    rows, end = reader.rows(at + heads.count)
    if len(rows) < _FEWEST_ROWS - (heads.nested and not reader.open) or not reader.adds_up(rows, end):
        return None, at
    most = max(len(row.names) for row in rows)
    cells = [list(stream.spans[at : at + heads.count]), *(reader.cells(row, most) for row in rows)]
    total, end = reader.total(end)
    first = heads.levels[0][0]
    found = [row[first:] for row in [*cells, *total]]
    return _with_sections(stream, found, [row.section for row in rows]), end


def _with_sections(stream: Stream, rows: list[list[Span]], sections: Sequence[Place | None]) -> Table:
    """The table with a first column of the titles of sections, where there are any."""
    if not any(sections):
        return table_at(stream.text, rows)
    titles = [
        empty(rows[0][0].start),
        *(joined(stream.spans[slice(*at)], 0) if at else None for at in sections),
    ]
    filled = [[title or empty(row[0].start), *row] for title, row in zip_longest(titles, rows)]
    if TOTAL.fullmatch(stream.text[rows[-1][0].start : rows[-1][0].end]):
        filled[-1] = [rows[-1][0], empty(rows[-1][0].end), *rows[-1][1:]]
    table = table_at(stream.text, filled)
    head = tuple(
        replace(cell, text=LEVEL_ABOVE if not at else cell.text) for at, cell in enumerate(table.rows[0])
    )
    return replace(table, rows=(head, *table.rows[1:]))
