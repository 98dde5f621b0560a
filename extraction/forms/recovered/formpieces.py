"""Words of a form whose rows kept their lines, with what a PDF puts between and beside them.

Belongs here: leaving out page numbers and the letters of a title that runs down the left side, and putting names of levels
together that were broken over two lines.
Does not belong here: rows and their columns (``streamfunds``, ``streamindicators``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.forms.streams.streamlevels import is_level
from extraction.model import Span, Table
from extraction.records import record, replace
from extraction.text.lines import Line
from extraction.text.normalise import folded

#: 合 计 is one word.
_TOKEN = re.compile(r"(?:合[ \u3000]{1,8}计|总[ \u3000]{1,8}[分计])(?!\S)|\S+")
_PAGE = re.compile(r"[-—－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—－\s]*")
#: 绩 | 效 | 指 | 标: the title of the indicator rows, a character or two a line.
_TITLE = "年度绩效指标"
_LONGEST_PIECE = 2
_LEVELS = 2


@record(frozen=True, slots=True)
class Token:
    """A word, or two pieces of one; where it stands, in which line, and whether it is the first there."""

    text: str
    span: Span
    line: int
    first: bool


def begins_title(word: str) -> bool:
    """Whether a word is the whole title of the indicator rows or its first piece."""
    return word in {"绩效指标", _TITLE} or (
        len(word) <= _LONGEST_PIECE and word in {"绩", "绩效", "年", "年度"}
    )


def tokens(text: str, lines: Sequence[Line]) -> list[Token]:
    """The words of the lines from a row of headings on."""
    found: list[Token] = []
    titled = bool(lines) and begins_title(lines[0].words.split()[0])
    for at, line in enumerate(lines):
        if _PAGE.fullmatch(line.words):
            continue
        spans = [Span(*match.span()) for match in _TOKEN.finditer(text, line.start, line.end)]
        words = ["".join(text[span.start : span.end].split()) for span in spans]
        joined = _with_pieces(found, words)
        if not joined and at and titled and words and len(words[0]) <= _LONGEST_PIECE and words[0] in _TITLE:
            spans, words = spans[1:], words[1:]
            joined = _with_pieces(found, words)
        if joined:
            found = joined
            continue
        found.extend(
            Token(word, span, at, first=index == 0)
            for index, (word, span) in enumerate(zip(words, spans, strict=True))
        )
    return found


def beginnings(words: Sequence[Token]) -> Iterator[int]:
    """Where lines begin."""
    return (token.span.start for token in words if token.first)


def with_whole_names(table: Table, words: Sequence[Token]) -> Table:
    """The table with the names that were put together in place of their first pieces."""
    whole = {token.span: token.text for token in words if len(token.text) > token.span.end - token.span.start}
    if not whole:
        return table
    rows = (tuple(replace(cell, text=whole.get(cell.span, cell.text)) for cell in row) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _with_pieces(found: list[Token], words: Sequence[str]) -> list[Token]:
    """The tokens with the words of a line put to names of levels in the line before it; empty where the line is no such rest."""
    if not found or not 0 < len(words) <= _LEVELS:
        return []
    begin = next(at for at in range(len(found) - 1, -1, -1) if found[at].first)
    at = begin
    whole: dict[int, Token] = {}
    for word in words:
        while at < min(begin + _LEVELS, len(found)) and not is_level(folded(found[at].text + word)):
            at += 1
        if at >= min(begin + _LEVELS, len(found)):
            return []
        whole[at] = replace(found[at], text=found[at].text + word)
        at += 1
    return [*found[:begin], *(whole.get(index, found[index]) for index in range(begin, len(found)))]
