"""The funds block of a form whose rows kept their lines but lost their cells: 年度资金总额: 760 760 720 10 94.74% 9.47.

Belongs here: finding such lines below their headings, and the total of points at the end of such a form.
Does not belong here: counting the cells of a row (``streamtables``), forms on one line or with a cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.lines import Line
from extraction.model import Figure, Locator, Span, Table
from extraction.normalise import folded
from extraction.stream import stream_of
from extraction.streamfunds import FUND_HEAD
from extraction.streamindicators import column_of
from extraction.streamtables import read_at

_TOKEN = re.compile(r"\S+")
_FEWEST_HEADS = 3
_MOST_LINES = 9
_MOST_INDICATORS = 120
#: The title beside the headings of the funds block.
_BLOCK = re.compile(
    r"(?:项目|预算|部门)?资金(?:情况)?(?:\((?:万元|元)\))?|(?:年度)?预算(?:执行情况|申请)(?:\((?:万元|元)\))?"
)
_TOTAL_LINE = re.compile(
    r"^[ \t\u3000]*(?P<label>总分|合计|总计|得分合计|自评总分)[:：]?[ \t\u3000]+100(?:\.0+)?分?[ \t\u3000]+(?P<score>\d{1,3}(?:\.\d{1,4})?)分?[ \t\u3000]*$",
    re.MULTILINE,
)
_POINTS = re.compile(r"(?:分值|权重)\s+(?:自评)?得分")
_MOST_POINTS = Decimal(120)


def may_head(words: str) -> bool:
    """Whether the words of a line are nothing but headings of the funds block, or of indicators, parted by blanks."""
    if "预算" in words and "数" in words:
        tokens = words.split()
        tokens = tokens[1:] if _BLOCK.fullmatch(folded(tokens[0])) else tokens
        return len(tokens) >= _FEWEST_HEADS and all(FUND_HEAD.fullmatch(folded(token)) for token in tokens)
    return "指标" in words and len(words.split()) > _FEWEST_HEADS and _heads_indicators(words.split())


def _heads_indicators(tokens: Sequence[str]) -> bool:
    """Whether tokens are the headings of indicator rows with their points."""
    kinds = [column_of(folded(token)) for token in tokens]
    return None not in kinds and kinds[0] in {"level", "name"} and "points" in kinds


def read_rows(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """The block whose headings are the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    spans: list[Span] = []
    last: list[int] = []
    begins: set[int] = set()
    most = _MOST_LINES if "预算" in lines[0].words else _MOST_INDICATORS
    for at, line in enumerate(lines[:most]):
        for match in _TOKEN.finditer(text, line.start, line.end):
            begins.update([] if last[-1:] == [at] else [match.start()])
            spans.append(Span(match.start(), match.end()))
            last.append(at)
    first = int(_BLOCK.fullmatch(folded(text[spans[0].start : spans[0].end])) is not None)
    table, taken = read_at(stream_of(text, spans, frozenset(begins)), first)
    return table, last[taken - 1] + 1 if table else 0


def total_points(text: str, start: int, end: int) -> Figure | None:
    """总分 100 98.47: the points reached, below headings 分值 得分, where a form has lost its cells."""
    match = _TOTAL_LINE.search(text, start, end)
    if match is None or not _POINTS.search(text, 0, match.start()):
        return None
    score = match["score"]
    if Decimal(score) > _MOST_POINTS:
        return None
    return Figure(
        concept="self_evaluation_score",
        measure="level",
        stage=None,
        fiscal_year=None,
        label=match["label"],
        value=score,
        unit="分",
        decimals=len(score.partition(".")[2]),
        value_base=Decimal(score),
        base_unit="points",
        printed=score,
        quote=match.group().strip(),
        source_kind="table",
        locator=Locator(*match.span("score")),
        confidence=Decimal("0.95"),
        note="the second of the two numbers behind the total stands below the points reached",
    )
