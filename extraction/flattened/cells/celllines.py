"""Lines of one cell each, as copies of web pages give them: which blank lines are empty cells, which lines one heading.

Belongs here: making tokens of such lines.
Does not belong here: finding rows in tokens (``streamfunds``, ``streamindicators``).

Where paragraphs are parted by empty lines, a line that holds nothing but blanks is the paragraph of an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extraction.model import Span
from extraction.text.lines import Line
from extraction.text.normalise import folded

#: Beginnings of headings and of names of levels that are printed over two or three lines.
_HALF = re.compile(
    r"年初|全年|年度|调整后|当年|预算|执行|实际|[一二三]级|指标|度量|(?:经济|社会|生态)(?:效益?)?|可持续(?:影响?)?|服务对象"
    r"|服务对象满意度?|社会公众(?:满意)?|满意度|数量|质量|时效|成本|产出|效益|偏差原因|未完成原因|偏差原因分析"
)
#: 指标2, ……: rows of the blank form that nobody filled in.
PLACEHOLDER = re.compile(r"指标[一二三四五六七八九十\d]{1,2}:?[/无—-]*|(?:指标)?(?:…+|\.{3,}|\.)")
#: What stands below the heading of reasons, which is the last one.
_BEGINS_LEVELS = re.compile(r"(?:产出|成本|投入|履职|决策)[\u4e00-\u9fff]*(?:\(\d+分?\))?")
#: 偏差原因分析 | 及改进措施, 产出指标 | (50分): the second line of what is whole without it.
_REST = re.compile(r"及(?:改进|整改|下一步)[\u4e00-\u9fff]{0,8}|\(?\d{1,2}分?\)")
_MOST_HALVES = 3
_FEWEST_EMPTY = 3


def shows_empty_cells(lines: Sequence[Line]) -> bool:
    """Whether blank lines between empty lines stand for empty cells."""
    found = 0
    for at, line in enumerate(lines):
        found += is_empty_cell(lines, at, line)
        if found == _FEWEST_EMPTY:
            return True
    return False


def is_empty_cell(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Whether a line holds nothing but blanks and stands alone between lines that hold nothing at all."""
    if line.words or not line.text or at == 0 or at + 1 >= len(lines):
        return False
    return not lines[at - 1].text and not lines[at + 1].text


def tokens(lines: Sequence[Line], whole: bool) -> tuple[list[Span], list[int]]:
    """The cells, and the line in which each ends; empty ones too where they are shown (``whole``)."""
    spans: list[Span] = []
    last: list[int] = []
    for at, line in enumerate(lines):
        if line.words:
            spans.append(line.bare)
        elif whole and is_empty_cell(lines, at, line):
            spans.append(Span(line.end, line.end))
        else:
            continue
        last.append(at)
    return spans, last


def without_placeholders(text: str, spans: Sequence[Span]) -> list[int]:
    """Which tokens are more than the names of rows that nobody filled in; for lines that lost their empty cells."""
    return [
        at for at, span in enumerate(spans) if not PLACEHOLDER.fullmatch(folded(text[span.start : span.end]))
    ]


def with_whole_headings(
    text: str, spans: Sequence[Span], is_heading: Callable[[str], bool]
) -> tuple[list[Span], list[int]]:
    """The tokens with headings that were printed over several lines put together, and the last token of each."""
    found: list[Span] = []
    last: list[int] = []
    at = 0
    while at < len(spans):
        end = at + 1
        if _HALF.fullmatch(folded(text[spans[at].start : spans[at].end])):
            for count in range(min(_MOST_HALVES, len(spans) - at), 1, -1):
                if _is_whole(text, spans[at : at + count], is_heading):
                    end = at + count
                    break
        upto = end
        rest = folded(text[spans[end].start : spans[end].end]) if end < len(spans) else ""
        if _REST.fullmatch(rest) and is_heading(folded(text[spans[at].start : spans[end - 1].end])):
            end, upto = (
                end + 1,
                end + (rest[0] in "(及"),
            )  # 30分): of a bracket that is broken nothing is kept
        found.append(Span(spans[at].start, spans[upto - 1].end))
        last.append(end - 1)
        at = end
    return found, last


def _is_whole(text: str, pieces: Sequence[Span], is_heading: Callable[[str], bool]) -> bool:
    """Whether pieces are one heading; that of reasons is the last one, below which the first level begins."""
    if not is_heading(folded(text[pieces[0].start : pieces[-1].end])):
        return False
    first, *rest = (folded(text[piece.start : piece.end]) for piece in pieces)
    return "原因" not in first or not any(map(_BEGINS_LEVELS.match, rest))
