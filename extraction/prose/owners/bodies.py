"""Whose money or staff a label in running text speaks of: the department's, its headquarters' or one of its units'.

Belongs here: names of bodies beside a label, before its clause and at the beginning of a list item.
Does not belong here: bodies that tables list (``gridrows``), the department's own name (``identity``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.text.terms import Match
from extraction.words.grammar import GLOSS_AT_END, REACH
from extraction.words.words_of_bodies import BODIES

DEPARTMENT, HEADQUARTERS, SUBORDINATE = "department", "headquarters", "subordinate"
#: What stands between the name of a body and its label.
_WHEN = re.compile(r"(?:(?:19|20)\d\d年?(?:度|末)?|本年度?|当年|全年|年末|现有|的|共有|共)$")
#: 局机关, 市文化旅游局(本级): in 市本级资金 the money is of a level of government, so that does not carry on.
_OWN_OFFICE = re.compile(r"(?:局|部|委|厅|办|会|院|县|市|区)(?:机关(?:\(?本级\)?)?|\(?本级\)?)$")
#: 部机关共有编制38人: what an office has in all is the department's.
_IN_ALL = ("共有", "共")
_INSTITUTION = r"(?:[馆院站园](?<![我本全该各]\w)|中心(?<![我本全该各复]中心)|[大支总]队|学校|小学|中学|(?:管理|监督|研究|服务|事务|技术|派出|卫生|检疫)所)"
_NAMED = re.compile(rf"[\u4e00-\u9fff]{{2,16}}{_INSTITUTION}$")
#: Each of these patterns needs one of these; most words before a label have none.
_MAY_NAME = re.compile(r"[机级属馆院站园心队校学所]")
_ITEM = re.compile(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.]|[-*•·])?"
    rf"(?P<name>[\u4e00-\u9fff]{{1,20}}(?:局|{_INSTITUTION}|所|公司))(?P<office>\(?(?:本级|机关)\)?)?:"
)
#: After these words a clause speaks of the whole department again.
WHOLE_AGAIN = re.compile(r"部门|本单位|我单位|[全我本]局|全系统|合计|总计|共计|汇总|以上")
#: What a sentence on the office itself goes on to.
WITH_UNITS = re.compile(r"(?:下属|所属|下辖|直属|二级)[\u4e00-\u9fff]{0,12}(?:单位|机构)")
#: 宣传部实有14人；下属融媒体中心(编制52名: a unit whose own people are counted behind those of the office.
_UNITS_WITH_PEOPLE = re.compile(
    r"[；;，](?:下属|所属|下辖)[^。；;，(\d]{2,16}(?:编制|实有|在职|在编)[^。；;\d]{0,6}\d{1,4}[人名][^。]{0,60}[；;，。](?:合计|总计|共计|全系统|全局)[^。；;\d]{0,4}(?:编制|实有|在职|在编)"
    r"|[；;，](?:下属|所属|下辖)[^。；;\d]{2,30}[(，][^。；;\d]{0,12}(?:编制|实有|在职|在编)[^。；;\d]{0,6}\d{1,4}[人名]"
)
_UNITS_COUNTED = re.compile(
    r"(?:\d[.、]|\([一二三四五六七八九十\d]\))?(?:[^。；;，]{0,8}(?:机关|本级)[^。；;]{0,40}?\d[人名][^。；;]{0,30}?，)?"
    r"(?:[局委部厅办院会]?(?:下属|所属|下辖|直属)|(?:全额|差额|自收自支|参公|公益[一二]类))[\u4e00-\u9fff]{0,10}(?:单位|机构)"
    r"(?:\([^()]{1,20}\))?(?:共|合计|共有|有)?\d{1,3}[个家](?:\([^()]{1,30}\))?，"
)
#: 县妇联 for 石桥县妇女联合会: at the end of the words before a stage.
_SHORT_NAME = re.compile(
    r"(?<![\u4e00-\u9fff]{4})[省市县区州旗][\u4e00-\u9fff]{2,5}(?=(?:(?:19|20)\d\d年度?)?$)"
)
#: 下属水文站支出80万元，其中人员经费60万元；|会议费: a list of parts whose members semicolons part.
_LISTED_ON = re.compile(r"(?:其中|包括|包含|[元万]:)[^。]{4,100}[；;]$")
#: 下属水文站2023年支出80万元。, 县灌区管理中心支出决算: a sentence that begins with a body and what it spent.
_OPENS_WITH = re.compile(
    rf"(?:\d{{1,2}}[.、]|\([一二三四五六七八九十\d]{{1,2}}\))?(?P<body>(?:(?:下属|所属|局属|直属|二级|下辖)[\u4e00-\u9fff]{{0,12}}?)?(?:[\u4e00-\u9fff]{{2,16}}?{_INSTITUTION}|(?<=下属)[\u4e00-\u9fff]{{0,4}}单位|(?<=所属)[\u4e00-\u9fff]{{0,4}}单位|二级(?:预算)?单位))(?:(?:19|20)\d\d年度?|本年度?|当年|全年)?(?=[\u4e00-\u9fff]{{0,10}}(?:支出|收入|预算|决算))"
)
#: Characters of a name without its place that name a department, not a kind of body.
_SHORTEST_NAME = 3
_PLACE = re.compile(r"^.{0,6}?[省市县区州旗]")


def scope_of(
    text: str, sentence_start: int, terms: Sequence[Match], position: int, department: str | None
) -> str:
    """The body that a label at ``position`` belongs to.

    Args:
        text: folded text of the paragraph.
        sentence_start: where the sentence of the label begins.
        terms: terms of the sentence in a bounded stretch before the label.
        position: where the label begins.
        department: name of the department that reports; without it names of institutions say nothing.

    Returns:
        One of department, headquarters, subordinate. A body holds for the labels behind it up to the end of its
        clause, or of the list of its parts, one that opens a list item up to the end of the paragraph.
    """
    if scope := _just_before(text, sentence_start, position, department):
        return scope
    begins = max(sentence_start, position - 3 * REACH)
    if not _LISTED_ON.search(text, begins, position):
        begins = max(begins, text.rfind("；", begins, position) + 1, text.rfind(";", begins, position) + 1)
    for term in reversed(terms):
        if not begins <= term.start < position:
            continue
        scope = _just_before(text, begins, term.start, department, carried=True)
        if scope:
            return DEPARTMENT if WHOLE_AGAIN.search(text, term.end, position) else scope
    item = _ITEM.match(text) if ":" in text[:REACH] else None
    if item is None or item.end() > position or WHOLE_AGAIN.search(text, item.end(), position):
        return DEPARTMENT
    if item["office"]:
        return HEADQUARTERS
    return SUBORDINATE if department and not is_own(item["name"], department) else DEPARTMENT


def _just_before(
    text: str, start: int, position: int, department: str | None, carried: bool = False
) -> str | None:
    """The body named directly before a label; of those that carry on, where the label is not the next one."""
    before = text[max(start, position - REACH) : position]
    if not _MAY_NAME.search(before):
        return None
    left = GLOSS_AT_END.sub("", _WHEN.sub("", before))  # 部门预算(含下属单位)收入: of all of them
    if before.endswith(_IN_ALL) and _OWN_OFFICE.search(left):
        return None
    if carried and _OWN_OFFICE.search(left):
        return HEADQUARTERS
    for scope, pattern in BODIES:
        if (scope == SUBORDINATE or not carried) and pattern.search(left):
            return scope
    named = _NAMED.search(left)
    if named and department and not is_own(named.group(), department):
        return SUBORDINATE
    return None


def opens_sentence(text: str, start: int, end: int, department: str | None) -> str:
    """The body that a sentence begins with and gives an amount of: 下属水文站支出80万元."""
    opens = _OPENS_WITH.match(text, start, end)
    if opens is None or department is None or is_own(opens["body"], department):
        return DEPARTMENT
    return SUBORDINATE


def of_units(text: str, sentence_start: int, position: int) -> bool:
    """Whether people counted at ``position`` are those of units: 下属事业单位2个，编制数20人，实有18人.

    Only where that begins a sentence or stands behind a semicolon; 内设3个股室，下属单位2个，编制32人 is of all.
    """
    begins = max(sentence_start, text.rfind("；", sentence_start, position) + 1)
    begins = max(begins, text.rfind(";", sentence_start, position) + 1)
    counted = _UNITS_COUNTED.match(text, begins, position)
    return counted is not None and WHOLE_AGAIN.search(text, counted.end(), position) is None


def units_have_people(text: str, sentence_start: int, start: int, end: int, sentence_end: int) -> bool:
    """Whether people named from ``start`` to ``end`` are the office's alone, as the sentence goes on with those of its units.

    全系统编制62名，在职57人；下属水文站(编制8名) is of all, and so is what 其中 divides.
    """
    units = _UNITS_WITH_PEOPLE.search(text, end, sentence_end)
    return units is not None and WHOLE_AGAIN.search(text, sentence_start, start) is None


def without_own_name(words: str, department: str | None) -> str:
    """2022年县民政局 said in the report of 石桥县民政局: 2022年本部门."""
    if not department:
        return words
    short = _PLACE.sub("", department)
    if len(short) < _SHORTEST_NAME or short not in words:
        named = _SHORT_NAME.search(words)
        rest = iter(department)
        own = named is not None and all(character in rest for character in named.group())
        return words[: named.start()] + "本部门" + words[named.end() :] if named and own else words
    own_name = re.compile(rf"(?:{re.escape(department)}|[省市县区州旗]?{re.escape(short)})(?:机关)?")
    return own_name.sub("本部门", words, count=1)


def is_own(name: str, department: str) -> bool:
    """Whether a name is that of the department: 县人民医院 in the report of 云岭县人民医院."""
    short = _PLACE.sub("", name) or name
    bare = _PLACE.sub("", department) or department
    return name.endswith((department, bare)) or department.endswith(short)
