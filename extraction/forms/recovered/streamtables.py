"""Forms that lost their lines: the funds block and the indicator rows as one stream of cells.

Belongs here: finding rows in a run of tokens - words of one line, or lines of one cell each - by the headings
and labels that the self-evaluation form prescribes.
Does not belong here: layouts whose rows or cells can still be seen (``layout``, ``plaincells``, ``celltables``).

A row is taken only where its cells can be counted: as many amounts as headings, points where points belong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.flattened.blanks import classlines
from extraction.flattened.blanks.spanrows import table_at
from extraction.flattened.cells import celllines, headtree, numberedlines
from extraction.flattened.cells.plaincells import may_head, plain_rows
from extraction.forms.glued import runon, runonrubrics
from extraction.forms.streams.rubricheads import heads_of, may_head_names
from extraction.forms.streams.stream import Stream, stream_of
from extraction.forms.streams.streamfunds import read_funds, titles_of_heads
from extraction.forms.streams.streamindicators import read_indicators
from extraction.forms.streams.streamlevels import column_of, is_level
from extraction.forms.streams.streampairs import may_begin, read_pairs
from extraction.forms.streams.streampoints import read_points
from extraction.forms.streams.streamrubrics import read_rubric
from extraction.forms.streams.streamyears import HEAD, STAFF, is_head, read_staff, read_years
from extraction.model import Paragraph, Span, Table
from extraction.scoring.scorecolumns import kind_of
from extraction.text.headnames import common_name
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.words import words_of_fund_block

_TOKEN = re.compile(r"\S+")
#: What makes it worth looking for a form in a line.
_MAY_HOLD = re.compile(
    r"全年\s*(?:预算|执行)数|三级指标|年(?<=20\d\d年)度?(?:决算|预算)数\s|项目(?<!\S项目)\s|行次\s|科目名称(?<!\S科目名称)\s|机构名称(?<!\S机构名称)\s|单位名称(?<!\S单位名称)\s|得分\s|执行(?:数|率)[:：]?\s|在职人数\s"
)
_FIRST_CELL = re.compile(
    r"(?:年初|全年|上年|本年)?(?:预算|决算)(?:数|金额)?(?:[(（][^()（）]{1,6}[)）])?:?|预算(?:申报|申请)数?|[一三]级指标|年初|全年|一级"
)
_MOST_PLAIN = 300
_LONGEST_HEAD = 12
_MOST_HEAD_LINES = 32
_MOST_TREE = 160


def may_hold_form(line: str) -> bool:
    """Whether a line is long enough, and has the headings, to be a form that lost its line breaks."""
    return len(line) > 60 and _MAY_HOLD.search(line) is not None


def starts_form(words: str) -> bool:
    """Whether the words of a line are alone the first heading of the funds block or of the indicator rows."""
    return _FIRST_CELL.fullmatch(common_name(folded(words))) is not None or (
        words[:2] in {"19", "20"} and _is_year(words)
    )


def starts_staff(words: str) -> bool:
    """Whether the words of a line are the first of the headings of numbers of staff."""
    return "编制" in words[:4] and STAFF.fullmatch(folded(words)) is not None


def starts_rubric(lines: Sequence[Line], at: int) -> bool:
    """Whether the headings of a rubric with a cell a line begin in line ``at``."""
    words = lines[at].words
    if len(words) > _LONGEST_HEAD or not may_head_names(folded(words)):
        return False
    heads = [folded(line.words) for line in lines[at : at + _MOST_HEAD_LINES] if line.words]
    return heads_of(heads) is not None


def _is_year(words: str) -> bool:
    return HEAD.fullmatch(folded(words)) is not None


def read_line(text: str, line: Line) -> list[Paragraph | Table]:
    """The tables of a form on one line, and the words around them as paragraphs; empty where it holds none."""
    spans = [Span(line.start + m.start(), line.start + m.end()) for m in _TOKEN.finditer(line.text)]
    found = _pieces(stream_of(text, spans), whole_words=False)
    if found and "行次" in line.text:
        numbered = numberedlines.read_words(text, spans)
        return numbered if _rows_in(numbered) >= _rows_in(found) else found
    found = found or runonrubrics.read_line(text, line.start, line.end)
    found = found or runon.read_line(text, line.start, line.end) or numberedlines.read_words(text, spans)
    return found or classlines.read_line(text, line)


def _rows_in(pieces: Sequence[Paragraph | Table]) -> int:
    return sum(len(piece.rows) for piece in pieces if isinstance(piece, Table))


def read_cells(text: str, spans: Sequence[Span]) -> list[Paragraph | Table]:
    """The same for cells that are known one by one, empty ones among them; each other cell is a paragraph."""
    return _pieces(stream_of(text, spans), whole_words=True)


def _pieces(stream: Stream, whole_words: bool) -> list[Paragraph | Table]:
    found: list[Paragraph | Table] = []
    at = done = 0
    while at < len(stream.spans):
        table, end = read_at(stream, at)
        if table is None and whole_words and kind_of(stream.words[at]):
            table, end = read_rubric(stream, at)
        if table is None:
            at += 1
            continue
        first = table.rows[0][0].span.start
        found.extend(_between([span for span in stream.spans[done:at] if span.end <= first], whole_words))
        found.append(table)
        at = done = end
    return [*found, *_between(stream.spans[done:], whole_words)] if found else []


def _between(spans: Sequence[Span], whole_words: bool) -> list[Paragraph]:
    """Tokens outside the tables: one paragraph for a line, one for each cell."""
    filled = [span for span in spans if span.end > span.start]
    if whole_words or not filled:
        return [Paragraph(span) for span in filled]
    return [Paragraph(Span(filled[0].start, filled[-1].end))]


def read_lines(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """A form with a cell a line that begins at the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    whole = celllines.shows_empty_cells(lines)
    spans, line_of = celllines.tokens(lines, whole)
    if not whole:
        kept = celllines.without_placeholders(text, spans)
        spans, line_of = [spans[at] for at in kept], [line_of[at] for at in kept]
    spans, token_of = celllines.with_whole_headings(text, spans, _is_heading)
    stream = stream_of(text, spans, whole=whole)
    table, end = read_at(stream, titles_of_heads(stream.words))
    if table is None and whole:
        table, end = read_rubric(stream, 0)
    return table, line_of[token_of[end - 1]] + 1 if table else 0


def _is_heading(words: str) -> bool:
    """Whether words are a heading of the form or the name of a level of its indicators."""
    return (
        words_of_fund_block.HEAD.fullmatch(common_name(words)) is not None
        or column_of(words) is not None
        or is_level(words)
    )


def read_at(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The funds block or the indicator rows whose headings begin at a token, and the token after them."""
    found: tuple[Table | None, int] = (None, at)
    if may_begin(stream.words[at]):
        found = read_pairs(stream, at)
    elif words_of_fund_block.HEAD.fullmatch(stream.words[at]):
        found = read_funds(stream, at)
    elif column_of(stream.words[at]) in {"level", "name"}:
        found = read_indicators(stream, at)
    if found[0] is None and is_head(stream.words[at]):
        found = read_years(stream, at)
    elif found[0] is None and STAFF.fullmatch(stream.words[at]):
        found = read_staff(stream, at)
    if found[0] is None and may_head_names(stream.words[at]):
        found = read_points(stream, at)
    if found[0] is not None:
        return found
    if may_head(stream.words[at]):
        width, count = plain_rows(stream.words[at : at + _MOST_PLAIN])
        rows = [list(stream.spans[first : first + width]) for first in range(at, at + count, width or 1)]
        return (table_at(stream.text, rows), at + count) if rows else (None, at)
    if headtree.may_head(stream.words[at]):
        table, taken = headtree.three_public(stream.text, stream.spans[at : at + _MOST_TREE])
        return table, at + taken
    return None, at
