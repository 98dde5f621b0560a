"""Money of all years of a project beside that of one year: 项目总投资 | 2022年计划投资.

Belongs here: whether a table says what is of one year, and which of its words are then of all years.
Does not belong here: 资金总额 beside 年度资金总额 in the funds block (``gridlabels``).
"""

from __future__ import annotations

import re

from extraction.model import Table
from extraction.text.normalise import folded

_LONGEST = 24
_OF_ONE_YEAR = re.compile(
    r"(?:其中:)?(?:本年度?|当年度?|全年|年度|(?:19|20)\d\d年度?)(?:项目)?(?:已|计划|完成|实际|安排|到位|下达|财政|使用){0,3}(?:投资|资金|预算|支出|拨款)(?:[额数]|金额)?(?:\([^()]*\))?:?"
)
_OF_ALL_YEARS = re.compile(
    r"(?:项目|工程|计划|概算|批复|估算){0,2}总(?:投资|预算|概算|金额)(?:[额数]|金额)?(?:\([^()]*\))?:?"
    r"|累计(?:已|计划|完成|实际|安排|到位|下达|使用){0,2}(?:投资|资金|支出|拨付)(?:[额数]|金额|资金)?(?:\([^()]*\))?:?"
)


def tells_years_apart(table: Table) -> bool:
    """Whether a table says both what is of one year and what is of all of them."""
    words = {folded(cell.text) for row in table.rows for cell in row if 2 < len(cell.text) <= _LONGEST}
    return any(map(is_of_all_years, words)) and any(map(_OF_ONE_YEAR.fullmatch, words))


def is_of_all_years(words: str) -> bool:
    """Whether a heading or a label is of all years of a project: 项目总投资, 累计完成投资."""
    return _OF_ALL_YEARS.fullmatch(words) is not None
