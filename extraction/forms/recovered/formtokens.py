"""The funds block of a form whose rows kept their lines but lost their cells: 年度资金总额: 760 760 720 10 94.74% 9.47.

Belongs here: finding such lines below their headings, and the total of points at the end of such a form.
Does not belong here: counting the cells of a row (``streamtables``), forms on one line or with a cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns.projectfunds import begins
from extraction.forms.recovered import formpieces
from extraction.forms.recovered.statedscore import figure_at
from extraction.forms.recovered.streamtables import read_at
from extraction.forms.streams.rubricheads import heads_of, may_head_names
from extraction.forms.streams.stream import stream_of
from extraction.forms.streams.streamfunds import heads_funds, titles_of_heads
from extraction.forms.streams.streamlevels import column_of
from extraction.forms.streams.streampairs import may_begin
from extraction.forms.streams.streamyears import STAFF
from extraction.model import Figure, Table
from extraction.records import replace
from extraction.text.headnames import common_name, printed_as
from extraction.text.lines import Line
from extraction.text.normalise import folded

_FEWEST_HEADS = 3
_LONGEST_STAFF = 60
_MOST_LINES = 9
_MOST_INDICATORS = 120
_TOTAL_LINE = re.compile(
    r"^[ \t\u3000]*(?P<label>总分|合计|总计|得分合计|自评总分)[:：]?[ \t\u3000]+100(?:\.0+)?分?[ \t\u3000]+(?P<score>\d{1,3}(?:\.\d{1,4})?)分?[ \t\u3000]*$",
    re.MULTILINE,
)
#: 总分 over 100 over 98.47 where each cell has a line, and 总分10098.47 where cells run on.
_TOTAL_CELLS = re.compile(
    r"(?P<label>总分)(?:[\s|]{1,8}100(?:\.0+)?[\s|]{1,8}|100)(?P<score>100|[4-9]\d(?:\.\d{1,2})?)(?![\d.,%分])"
)
_POINTS = re.compile(
    rf"(?:{printed_as('分值')})[\s|]{{0,8}}(?:(?:预算执行率|{printed_as('执行率')}|{printed_as('指标值')}|{printed_as('完成值')})(?:[(（][^()（）]{{1,8}}[)）])?[\s|]{{0,8}}){{0,2}}(?:{printed_as('得分')})"
)
_MOST_POINTS = Decimal(120)


def may_head(words: str) -> bool:
    """Whether the words of a line are nothing but headings of the funds block, or of indicators, parted by blanks."""
    if "编制" in words and len(words) <= _LONGEST_STAFF:
        return any(STAFF.fullmatch(folded(word)) for word in words.split()[:2])
    if "预算" in words and "数" in words:
        tokens = list(map(folded, words.split()))
        first = titles_of_heads(tokens)
        heads = tokens[first:]
        return (len(heads) >= _FEWEST_HEADS and all(map(heads_funds, heads))) or (
            first < len(tokens) and may_begin(tokens[first]) and begins(heads)
        )
    named = "指标" in words or "得分" in words or "自评分" in words
    return named and len(words.split()) >= _FEWEST_HEADS and _heads_indicators(words.split())


def _heads_indicators(tokens: Sequence[str]) -> bool:
    """Whether tokens are the headings of indicator rows with their points, behind the beginning of a title or none."""
    enough = len(tokens) > _FEWEST_HEADS
    if formpieces.begins_title(tokens[0]):
        tokens = tokens[1:]
    words = list(map(folded, tokens))
    kinds = [column_of(word) for word in words]
    if (heads := heads_of(words)) and heads.count == len(words):
        return True
    return (
        enough
        and len(kinds) >= _FEWEST_HEADS
        and None not in kinds
        and kinds[0] in {"level", "name"}
        and "points" in kinds
    )


def read_rows(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The block whose headings are the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    most = _MOST_LINES if "预算" in lines[0].words else _MOST_INDICATORS
    tokens = formpieces.tokens(text, lines[:most])
    stream = stream_of(text, [token.span for token in tokens], frozenset(formpieces.beginnings(tokens)))
    for at, token in enumerate(tokens):
        stream.words[at] = common_name(folded(token.text))
    heads = column_of(stream.words[0]) or may_head_names(stream.words[0]) or STAFF.fullmatch(stream.words[0])
    first = titles_of_heads(stream.words) or int(not heads and not heads_funds(stream.words[0]))
    table, taken = read_at(stream, first)
    if table is None:
        return None, 0
    return formpieces.with_whole_names(table, tokens), tokens[taken - 1].line + 1


def total_points(text: str, start: int, end: int) -> Figure | None:
    """总分 100 98.47: the points reached, below headings 分值 得分, where a form has lost its cells."""
    match = _TOTAL_LINE.search(text, start, end) or _TOTAL_CELLS.search(text, start, end)
    if match is None or not _POINTS.search(text, 0, match.start()):
        return None
    if Decimal(match["score"]) > _MOST_POINTS:
        return None
    return replace(
        figure_at(match, "score", None),
        quote=match.group().strip(),
        confidence=Decimal("0.95"),
        note="the second of the two numbers behind the total stands below the points reached",
    )
