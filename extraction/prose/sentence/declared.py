"""The unit of amounts that print none: 单位：万元, （万元，下同）.

Belongs here: whether a document declares one unit for its running text, and which bare numbers are in it.
Does not belong here: units of tables (``columns``, ``tables``).
"""

from __future__ import annotations

import re

from extraction.concepts import kind_of
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.words import grammar

_DECLARED = re.compile(
    r"[单（(](?:(?<=单)位[:：]\s*(?P<unit>万元|元)(?![/／、])|(?<=[（(])(?P<below>万元|元)[,，]?下同[）)])"
)
#: （单位：万元）, 以上均为万元: said of the paragraph that it stands in.
_SAID = re.compile(
    r"单位(?::|均?为)(?P<unit>万元|元)(?![/、])|(?:以上|上述)(?:金额|数据|数字)?(?:单位)?均为(?P<all>万元|元)"
)
#: 财政拨款2894.18，: an amount that prints no unit, by its decimals and the end of its clause behind a name.
_BARE = re.compile(r"\d(?<=[\u4e00-\u9fff)]\d)(?<![率比例度分得为到]\d)[\d,]*\.\d{1,2}[，,；;。)]")
_WITH_UNIT = re.compile(r"\d(?P<unit>亿元|万元|元|万)(?!/|每)")
_SENTENCES = re.compile(r"\d[，；;。]|[\u4e00-\u9fff]:\d")
#: 单位：万元, on a line of its own.
LINE = re.compile(r"\(?(?:金额)?单位:(?P<unit>万元|元)\)?")
#: Tables give several stages: which of them a lone number of a row is of, the line does not say.
_SEVERAL_COLUMNS = re.compile(
    r"预算数[^。]{0,40}决算数|决算数[^。]{0,40}预算数|上年[^。，]{0,8}本年|增减|全年预算数"
)
#: 基本支出 3865421.50 - what stands between a name and its bare number.
_LEADS = re.compile(rf"{grammar.LEADS.pattern}:?")
_PARTED = {"；", ";", "，", ",", "。", "%", "("}
#: A small whole number behind a name may be that of its row in a table: 节能环保支出 40.
_ROWS = 1000
#: Behind a number: the end of its clause, or another name with a colon: 收入：586 支出：579.
_ENDS = re.compile(r"$|[；;。，,)](?!下同)|\((?:单位:)?(?:万元|元)|[\u4e00-\u9fff]{2,6}:\d")
_NEXT_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}:\d")
_CENTS = 2
#: 现报告如下（金额单位：元）。: said in a sentence, of all that follows, and not over a table.
_IN_WORDS = re.compile(
    r"[（(](?<=[\u4e00-\u9fff，、]{6}[（(])(?:本报告|以下|文中|除[^（()）]{2,12}外)?[，,]?(?:均以)?(?:金额|货币)?单位(?:均)?[:：为]\s{0,3}(?P<unit>万元|元)(?:[，,]下同)?[）)]"
)
_NEXT = frozenset("，,；;:。、（）() 减增下上比较占，") | {""}


def unit_in_words(text: str) -> str | None:
    """The unit that a sentence says all amounts are in; None where none does, or two differ."""
    units = {found["unit"] for found in _IN_WORDS.finditer(text)} if "单位" in text else set()
    return units.pop() if len(units) == 1 else None


def is_bare_amount(now: State, number: Number) -> bool:
    """总收入13,205,814.36，其中: an amount by its two decimals, where a sentence gave the unit of all amounts."""
    alone = number.unit is None and number.decimals == _CENTS
    return alone and now.text[number.end : number.end + 1] in _NEXT


def declared_unit(text: str) -> str | None:
    """The one unit that a text declares; None where it declares several, or its rows have several columns."""
    units = {found["unit"] or found["below"] for found in _DECLARED.finditer(text)}
    if len(units) != 1 or _SEVERAL_COLUMNS.search(text):
        return None
    return units.pop()


def unit_said_in(text: str) -> str | None:
    """The unit that a folded paragraph of sentences gives for its own amounts: （单位：万元）, 以上均为万元."""
    if "单位" not in text and "均为" not in text:
        return None
    said = _SAID.search(text)
    return (said["unit"] or said["all"]) if said and are_sentences(text) else None


def unit_carried_on(text: str) -> str | None:
    """全年收入3027.68万元，财政拨款2894.18，…: the unit of all amounts of a folded paragraph of sentences that print one."""
    if _BARE.search(text) is None:
        return None
    units = {found["unit"] for found in _WITH_UNIT.finditer(text)}
    return units.pop() if len(units) == 1 and are_sentences(text) else None


def are_sentences(text: str) -> bool:
    """Whether marks end clauses behind numbers of a folded paragraph: the rows of a table that lost its cells have none."""
    return _SENTENCES.search(text) is not None


def in_declared_unit(now: State, number: Number) -> Number:
    """The number in the unit of the document, where it is alone behind its name or stage."""
    unit = now.flow.unit
    if unit is None or _ENDS.match(now.text, number.end) is None:
        return number
    before = [one for one in now.sentence.numbers if one.end <= number.start]
    if (
        before
        and now.text[before[-1].end : before[-1].end + 1] not in _PARTED
        and not _NEXT_NAME.match(now.text, before[-1].end)
    ):
        return number  # “三公”经费合计 28.70 公务接待费 3.20: a row of a table on one line
    begins = max(now.sentence.start, number.start - grammar.REACH)
    named = now.sentence.terms_in(begins, number.start)
    if not named or not _LEADS.fullmatch(now.text, named[-1].end, number.start):
        return number
    if any(kind_of(concept) != "money" for concept in named[-1].term.concepts):
        return number
    staged = named[-1].term.stage is not None or now.text[number.start - 1 : number.start] == ":"
    may_number_a_row = not number.decimals and number.value < _ROWS
    return number if may_number_a_row and not staged else number.with_unit(unit)
