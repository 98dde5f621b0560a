"""Headings that are nothing but the name of one thing: 五、机关运行经费安排情况说明, 三公经费, （一）农林水支出.

Belongs here: what such a heading, lead or line names, so that the first amount below it needs no name of its own.
Does not belong here: headings that name several things or say more (``topics``), what the amount is (``clauses_below_headings``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.concepts import TWO_SIDES, kind_of
from extraction.text.terms import Term, vocabulary

#: Characters of a heading that is a name and little more.
_LONGEST = 40
_NUMBERING = r"#*\s*(?:第[一二三四五六七八九十]{1,2}部分|\(?[一二三四五六七八九十\d]{1,2}[)、.．]+|[①-⑨])*"
_BEFORE = re.compile(
    rf"{_NUMBERING}(?:关于|(?:19|20)\d\d年度?|本年度?|当年|本?部门|本?单位|我[局部委院校]|年度|财政拨款|安排的?|使用|预算|年初)*+"
)
_BEHIND = re.compile(
    r"(?:总表(?=的?说明|情况)|支出|经费|费用|资金|预算|决算|年初|安排|执行|使用|完成|编制|收支|构成|规模|总体|总量|总额|增减|变化|变动|分析|具体|基本|有关|情况|说明|及其|及|和|与|的|、|\"|\([^()\d]{0,8}\))*+[:。]?"
)

_SAYS_NOTHING = re.compile(rf"{_NUMBERING}(?:规模|总体|总量|变化|增减|变动|情况|说明|的|及)+")


@lru_cache(maxsize=256)
def named_alone(heading: str) -> Term | None:
    """The one thing of money that a heading names and says no more of; None for any other heading."""
    if len(heading) > _LONGEST:
        return None
    named = [match for match in vocabulary().find(heading) if match.term.names_concept]
    if not named:
        return None
    first, begins = named[0], _BEFORE.match(heading)
    alone = begins is not None and begins.end() >= first.start and begins.start() <= first.start
    if not alone or not _BEHIND.fullmatch(heading, first.end):
        return None
    concepts = first.term.concepts
    one = len(concepts) == 1 or concepts in TWO_SIDES
    return first.term if one and kind_of(concepts[0]) == "money" else None


def name_of(path: tuple[str, ...]) -> Term | None:
    """What the last heading names, or the one above it: 四、一般公共预算当年拨款情况 and below it （一）规模变化情况."""
    named = named_alone(path[-1])
    says_nothing = len(path) > 1 and _SAYS_NOTHING.fullmatch(path[-1])
    return named_alone(path[-2]) if named is None and says_nothing else named
