"""Names so short that only what stands behind them makes them one: 年初数3万元，调整后…, 收支均为3万元.

Belongs here: terms that running text alone prints so, with the words that must follow them.
Does not belong here: the vocabulary (``terms``), which tables and headings are read with as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import reference
from extraction.text.normalise import folded
from extraction.text.sieve import needed_words
from extraction.text.terms import Match, Term

_AMOUNT = r"(?:为|是|:)?[\d.,]+(?:亿元|万元|元|万)?"
#: 年初数3215万元，调整后为4108万元; in a table of balances it is what a body had.
_INITIAL = re.compile(rf"年初数(?={_AMOUNT}[，、；;,](?:年中|经)?(?:调整|全年|追加|执行|决算))")
#: 收支均为42万元, 收支平衡，均为42万元, 收入支出决算数均为42万元
_BOTH = re.compile(
    rf"收入?、?支出?(?:总额|平衡|相抵|相等)?，?(?=(?:预算|决算)?(?:数|总额)?(?:均|各|都){_AMOUNT})"
)
#: 人员类项目年初986万元、全年1018万元、执行1017万元
_BEGUN = re.compile(rf"年初(?={_AMOUNT}[、，,；;](?:全年|调整后?|执行|决算){_AMOUNT})")
_ALL_YEAR = re.compile(rf"(?<=[元万][、，,；;])全年(?={_AMOUNT}[、，,；;](?:执行|决算|支出){_AMOUNT})")
_PAID = r"[\d.,]+(?:亿元|万元|元|万)"
#: 支出741万元(人员589万元、公用152万元)
_PEOPLE = re.compile(rf"(?<=[(，、:中])人员(?={_PAID}[、，,；;和](?:日常公用|公用|运转){_PAID})")
_PUBLIC = re.compile(rf"(?:公用|运转)(?<=[元万][、，,；;和]..)(?={_PAID})")
#: 日常公用96万元，项目317万元; 公用96万元；专项317万元
_PROJECTS = re.compile(rf"(?:公用|人员|基本)(?:经费|支出)?{_PAID}[、，,；;和](?P<name>项目|专项)(?={_PAID})")
#: 预算由年初的42万元增加到97万元
_GROWN = r"(?:增加|调整|调增|调减|减少|增|减)(?:到|至|为)"
_FROM = re.compile(rf"(?P<name>由年初(?:预算)?(?:的|数)?){_PAID}(?={_GROWN}{_PAID})")
_TO = re.compile(rf"由年初(?:预算)?(?:的|数)?{_PAID}(?P<name>{_GROWN})(?={_PAID})")
_TERMS = (
    (_BEGUN, Term("年初", stage="initial_budget", strength="weak")),
    (_ALL_YEAR, Term("全年", stage="adjusted_budget", strength="weak")),
    (_PEOPLE, Term("人员", ("personnel_expenditure",), strength="weak")),
    (_PUBLIC, Term("公用", ("public_expenditure",), strength="weak")),
    (_PROJECTS, Term("项目", ("project_expenditure",), strength="weak")),
    (_FROM, Term("由年初", stage="initial_budget", strength="weak")),
    (_TO, Term("增加到", stage="adjusted_budget", strength="weak")),
    (_INITIAL, Term("年初数", stage="initial_budget", strength="weak")),
    (_BOTH, Term("收支", ("total_revenue", "total_expenditure"), strength="weak")),
)
#: Each with the words of which a text must hold one for it to match at all.
_LOOKED_FOR = tuple((needed_words(pattern.pattern), pattern, term) for pattern, term in _TERMS)

#: “一般公共服务”98万元: the name of a class between quotation marks, right before its amount.
_QUOTED = re.compile(rf"\"(?P<name>[\u4e00-\u9fff]{{4,12}})(?=\"{_PAID})")
#: Characters of a name that stands for nothing else than a class.
_LONG_ENOUGH = 4
_NAMES = re.compile("年初|收入?、?支|人员|公用")


def with_short(text: str, found: list[Match]) -> list[Match]:
    """The terms of a paragraph with those that only running text prints so short, in text order."""
    if '"' in text and (classes := _classes_quoted(text)):
        inside = [(one.start, one.end) for one in classes]
        rest = (match for match in found if not any(a <= match.start < b for a, b in inside))
        found = sorted([*rest, *classes], key=_start)
    if not _NAMES.search(text):
        return found
    spelled = [
        (term, _span(match))
        for words, pattern, term in _LOOKED_FOR
        if any(map(text.__contains__, words))
        for match in pattern.finditer(text)
    ]
    if not spelled:
        return found
    both = [span for term, span in spelled if len(term.concepts) > 1]
    found = [match for match in found if not any(a <= match.start < b for a, b in both)]
    taken = {position for match in found for position in range(match.start, match.end)}
    short = [
        Match(term, start, end)
        for term, (start, end) in spelled
        if start not in taken and end - 1 not in taken
    ]
    return sorted([*found, *short], key=_start)


@lru_cache(maxsize=1)
def _classes() -> dict[str, Term]:
    """Functional classes by their names without 支出."""
    return {
        name: Term(name, ("function_class_amount",), function_code=code)
        for whole, code in reference.function_classes().items()
        if len(name := folded(whole).removesuffix("支出")) >= _LONG_ENOUGH
    }


def _classes_quoted(text: str) -> list[Match]:
    """“一般公共服务”98万元: classes by a quoted name without 支出, of which another name may be a part."""
    quoted = [(_classes().get(match["name"]), match.span("name")) for match in _QUOTED.finditer(text)]
    return [Match(term, *span) for term, span in quoted if term]


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the name stands in a match that holds more than it."""
    return match.span("name" if "name" in match.re.groupindex else 0)


def _start(match: Match) -> int:
    return match.start
