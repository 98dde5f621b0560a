"""Paragraphs folded for reading; lines of names and numbers as the sentences that they are short for, in the one unit that is declared.

Belongs here: which unit such a line leaves out; a comma that stands for a colon; that rows below the headings of a table are no such lines.
Does not belong here: what such a line looks like (``terselines``), units of sentences (``declared``).
"""

from __future__ import annotations

import re

from extraction.model import Paragraph
from extraction.records import replace
from extraction.text.normalise import Folded, fold_span
from extraction.text.terselines import as_sentence, is_terse

#: 上年数, 收支预算表, 项目 分值 得分: above rows, of which it says what no row does.
_HEADS_ROWS = re.compile(
    r"[^，。；;:|]{0,40}(?:[数表]|得分|分值|金额|增减|比重|[\u4e00-\u9fff]{2}栏)(?:\([^()]{1,12}\))?"
)
#: How such a line ends; few others do.
_ENDS_HEADS = tuple("数表分值额减重栏)")
_NAMED_FIRST = re.compile(
    r"\(?[一二三四五六七八九十\d]{1,2}[)、.]+(?:部门)?(?:收入|支出)(?:预算|决算)?(?=，(?:(?:19|20)\d\d年度?)?(?:年初|全年|本年|预算|决算))"
)


class Lines:
    """The paragraphs of one document, one after the other."""

    def __init__(self, reading: str, unit: str | None) -> None:
        self._reading, self._unit = reading, unit
        #: whether the last line that was no such line is the title or the headings of a table
        self._heads_above = False

    def fold(self, paragraph: Paragraph) -> Folded:
        """The paragraph, folded."""
        text, start, end = self._reading, paragraph.span.start, paragraph.span.end
        terse = not paragraph.in_table and is_terse(text[start:end])
        if terse and not self._heads_above:
            return as_sentence(text, start, end, self._unit)
        folded = fold_span(text, start, end)
        self._heads_above = terse or _heads_rows(folded.text)
        return _with_colon(folded)


def _heads_rows(text: str) -> bool:
    """Whether a folded line is the title or the headings of a table."""
    return text.endswith(_ENDS_HEADS) and _HEADS_ROWS.fullmatch(text) is not None


def _with_colon(folded: Folded) -> Folded:
    """(一)收入预算，2019年年初预算数385万元: a name in place of a heading, with a comma where others have a colon."""
    named = _NAMED_FIRST.match(folded.text)
    if named is None:
        return folded
    return replace(folded, text=f"{named.group()}:{folded.text[named.end() + 1 :]}")
