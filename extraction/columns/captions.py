"""What the caption of a table says: its one concept, stage, year and unit, and whose money all its amounts are.

Belongs here: reading a title, whatever other words stand around its concept.
Does not belong here: headings of columns and labels of rows (``headings``); which paragraphs are captions (``tables``).
"""

from __future__ import annotations

import re

from extraction.columns.headings import Heading, read_heading, without_funds
from extraction.records import replace
from extraction.text.terms import vocabulary
from extraction.words.words_of_funds import FUND_SCOPE

#: A table of income and expenditure is on neither of both.
_BOTH_SIDES = re.compile(r"收入支出|收支")
#: 编制部门：某某局 单位：元: whose table it is; no posts are meant.
_BY_WHOM = re.compile(r"(?:编制|填报|预算|公开|主管)(?:部门|单位):[^:]{0,30}?(?=(?:金额)?单位:|$)")
_IS_TABLE = re.compile(r"(?:决算|预算|支出|收支)(?:总|明细)?表(?:\([^()]*\))?$")
_IS_PART = re.compile(r"其中:?[^,。:]{0,8}财政拨款(?:部分|情况|支出|收支)?:?")
#: 项目支出绩效目标申报表: amounts asked for; what came of them stands in forms of self-evaluation.
_OF_GOALS = re.compile(r"绩效目标(?:申报|审批|批复|审核|公开)?表(?:\d|\([^()]*\))*$")
#: 发布时间:2023-05-22: the day of a page or a form, not the year that its amounts are of.
_DAY = re.compile(r"(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)")


def read_caption(text: str) -> Heading:
    """Read the title of a table: its one concept counts whatever other words stand around it."""
    text = _DAY.sub("", _BY_WHOM.sub("", text))
    caption = read_heading(text)
    if not caption.stage and _OF_GOALS.search(text):
        caption = replace(caption, stage="initial_budget")
    if caption.concepts or _BOTH_SIDES.search(text):
        return replace(caption, concepts=()) if _BOTH_SIDES.search(text) else caption
    named = without_funds([match for match in vocabulary().find(text) if match.term.names_concept])
    certain = [match for match in named if match.term.strength != "weak"] or named
    only = {match.term.concepts for match in certain if not match.term.function_code}
    return replace(caption, concepts=only.pop()) if len(only) == 1 else caption


def fund_of_table(title: str) -> str | None:
    """Whose money all amounts of a table are: 一般公共预算财政拨款支出决算表; 其中：财政拨款 above it."""
    fund = FUND_SCOPE.search(title)
    return fund.lastgroup if fund and (_IS_TABLE.search(title) or _IS_PART.fullmatch(title)) else None
