"""Rows of which nothing but labels is left, because all their amounts are blank: no title, and no row of headings.

Belongs here: telling them from the rows that begin another table.
Does not belong here: which amounts of other rows stand below which heading (``valuecolumns``), rows that kept their empty cells (``gridcolumns``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headingrows import has_halves
from extraction.columns.headings import Heading, read_heading
from extraction.text.numbers import parse_cell

#: 其中：外事接待费: an item below the one above it; 其中：某某中心 is a title.
_PART = re.compile(r"其中:?[^:]{2,20}(?:费用?|支出)$")
_HALVES = 2
#: What the rows above the amounts of another table say.
_BEGINS = re.compile(r"表$|表\(|单位[:：]|^项目|[预决]算数|金额|^(?:收入|支出)$|情况|20\d\d年度?$|^第")


def is_blank_row(text: str, lost: bool) -> bool:
    """Whether the only cell of a row is the label of an item whose amounts are blank, and no title.

    The name of a concept may be a title, except where empty cells left nothing (``lost``).
    """
    if not lost or text.endswith("表"):
        return _PART.match(text) is not None
    named = read_heading(text)
    return bool(_PART.match(text) or named.concepts or named.function_code or named.economic_code)


def is_blank_in_halves(texts: Sequence[str], headings: Sequence[Heading]) -> bool:
    """Whether all that a row of a table of income beside spending still has are its labels: 二、上年结转 | 二、结转下年, 预备费.

    A new table begins with its title, its unit or its headings.
    """
    begins = any(_BEGINS.search(text) or parse_cell(text) for text in texts)
    return len(texts) <= _HALVES and has_halves(headings) and not begins
