"""Rubrics whose cells run on without anything between them: 投入10预算配置10在职人员控制率5…扣完为止。5“三公经费”变动率5….

Belongs here: dividing such a line into words and numbers.
Does not belong here: which of them are names, points and criteria (``streampoints``, told by the sums of the levels); forms with
targets and results (``runon``).
"""

from __future__ import annotations

import re

from extraction.forms.streams.rubricheads import heads_of
from extraction.forms.streams.stream import stream_of
from extraction.forms.streams.streampoints import read_points
from extraction.model import Paragraph, Span, Table
from extraction.text.headnames import printed_as

_HEAD = "|".join(
    map(printed_as, ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标说明", "指标解释", "得分"))
)
_HEADS = re.compile(rf"(?:{_HEAD}){{6,12}}")
_ONE_HEAD = re.compile(_HEAD)
#: 总分10095: all that can be reached, and what was.
_PIECE = re.compile(r"(?<=总分)100(?=\d)|(?<=合计)100(?=\d)|\d+(?:\.\d+)?|[^\d]+")


def read_line(text: str, start: int, end: int) -> list[Paragraph | Table]:
    """The rubric in a line with the words around it as paragraphs; empty where it holds none."""
    found = _HEADS.search(text, start, end)
    if found is None:
        return []
    spans = [Span(*match.span()) for match in _ONE_HEAD.finditer(text, *found.span())]
    heads = heads_of([text[span.start : span.end] for span in spans])
    if heads is None or not heads.nested:
        return []
    spans += [Span(*match.span()) for match in _PIECE.finditer(text, found.end(), end)]
    table, taken = read_points(stream_of(text, spans), 0, runs_on=True)
    if table is None:
        return []
    before, behind = Span(start, found.start()), Span(spans[taken - 1].end, end)
    return [
        *(Paragraph(span) for span in [before] if text[span.start : span.end].strip()),
        table,
        *(Paragraph(span) for span in [behind] if text[span.start : span.end].strip()),
    ]
