"""What the rows of a rubric say of the department's own figures: 在职人员控制率 | 5 | 5 | 在职80人，编制86人，控制率93.02%.

Belongs here: which words of a row are to be read as running text.
Does not belong here: reading rows (``scoring``) or sentences (``prose``), rates that fill a cell alone (``scorerates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extraction.model import Indicator, Paragraph, Span
from extraction.text.normalise import folded
from extraction.words.words_of_rates import named

#: The name of a rate and its value, or two statements at least; less may be a target, or how points are taken off.
_STATES = re.compile(
    r"率(?:为|是|达到?|:)?-?\d|[\u4e00-\u9fff][^，。；;]{0,30}\d[^，。；;]{0,12}[，。；;][^，。；;]{0,40}\d(?:[\d.,]*)(?:%|亿元|万元|元|人)"
)
_TAKES_OFF = re.compile(r"[扣加计得]\d|每.{0,12}[扣加]|满分|≤|≥")


def paragraphs_of(indicators: Iterable[Indicator], text: str) -> Iterator[Paragraph]:
    """The reasons and results of rows on a rate of the department, as paragraphs in the order of the text."""
    for row in indicators:
        if named(folded(row.level_3 or "")) is None:
            continue
        since = row.locator.char_start
        for words in (row.actual_text, row.reason):
            if not words or not _STATES.search(folded(words)) or _TAKES_OFF.search(words):
                continue
            at = text.find(words, since, row.locator.char_end)
            if at >= 0:  # not where a name in it was masked
                yield Paragraph(Span(at, at + len(words)), in_table=True)
                since = at + len(words)
