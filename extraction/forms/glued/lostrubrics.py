"""Text behind the headings of indicator rows of which no reader could make a table: its numbers stand in cells, not in sentences.

Belongs here: how far such text reaches, and that nothing said in it is sure: a target and what was reached, points and amounts run on.
Does not belong here: making tables of such rows (``runonindicators``, ``streamindicators``); what sentences say (``prose``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extraction.doubt import UNCERTAIN
from extraction.model import Figure
from extraction.notes import joined
from extraction.records import replace

NOTE = "among the cells of indicators that lost their rows"
_HEAD = re.compile(
    r"[二三]\s*级\s*指\s*标[^。；，]{0,60}?(?:(?:指\s*标|目\s*标|完\s*成)\s*值|分\s*值|权\s*重|得\s*分)"
)
#: 总分10096, 三、存在的问题: where such rows end.
_END = re.compile(
    r"(?:总\s*分|合\s*计)\s*100|[。;；\s][一二三四五六七八九]、|^\s*(?:[一二三四五六七八九]、|[（(][一二三四五六七八九][)）])"
)
#: What shows that a page goes on with the rows of the one before it.
_ROWS = re.compile(r"(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|满意度)\s*指\s*标")


class LostRubrics:
    """The paragraphs of one document in order."""

    def __init__(self) -> None:
        self._open = False

    def close(self) -> None:
        """A table: the rows of the form were recovered, or another one begins."""
        self._open = False

    def doubted(self, text: str, start: int, end: int, figures: Iterable[Figure]) -> Iterator[Figure]:
        """The figures of the paragraph from ``start`` to ``end``, those among such cells as doubtful."""
        first = start if self._open and _ROWS.search(text, start, end) else end
        head = _HEAD.search(text, start, end) if first > start and "级" in text[start:end] else None
        first = head.end() if head else first
        over = _END.search(text, first, end)
        last = over.start() if over else end
        self._open = first < end and over is None
        for figure in figures:
            if first <= figure.locator.char_start < last:
                figure = replace(
                    figure, confidence=min(figure.confidence, UNCERTAIN), note=joined(figure.note, NOTE)
                )
            yield figure
