"""What a sentence takes from the one before it, and a paragraph from the one before that.

Belongs here: sentences and paragraphs that only compare, give a reason or list parts, and so go on with a subject.
Does not belong here: what headings say (``running_text``), the grammar inside a sentence (``clauses``).
"""

from __future__ import annotations

import re

from extraction.prose.sentence.subjects import Flow
from extraction.text.sentences import Sentence
from extraction.text.sieve import at_beginnings

_COMPARES = re.compile(
    r"(?:(?:19|20)\d\d年(?:度|预算|决算)?数?(?=[较比与]))?(?:费用支出|该项支出|决算数)?(?:按?(?:同|可比)口径(?:计算)?，?)?(?:较|比|同比|与)(?:上年|去年|(?:19|20)\d\d年|年初|预算)"
    r"|(?:同比|较同期|与同期相比)[，,]?(?:增|减|下降|上升|降低|略)|(?:共|均)?(?:增加|减少|增长|下降)了?(?=[\d.,]+(?:亿元|万元|元|[%％])[，,；;。])"
)
#: 年初预算40万元。主要包括：人员经费30万元
_LISTS_PARTS = at_beginnings("其中|(?:主要|具体|分别)?(?:包括|包含)|具体(?:为|是|构成)")
#: 收入总计40万元，支出总计40万元。收支较上年决算数减少1万元: the changes of both totals.
_BOTH_COMPARE = at_beginnings(
    r"(?:收支|收、支)(?:总额|总量|总计)?(?:均|各)?(?:较|比|与)"
    r"|(?:较|比|与)(?:上年度?|去年|(?:19|20)\d\d年度?)(?:决算数?)?(?:相比|比较|对比)?，?(?:(?:收支|收、支)(?:总额|总量|总计)?(?:均|各)?|均|各)(?:增|减|下降|上升)"
)
_BEGINS_ITEM = re.compile(
    r"\(?\d{1,2}[)、.]|[一二三四五六七八九十]{1,2}是|(?:19|20)\d\d年|本年|年初|全年|决算|预算"
)
#: A sentence that only says why: what the one before it spoke of goes on behind it.
_GIVES_REASON = at_beginnings(
    r"(?:增加|减少|增长|下降|变动|变化)?(?:的)?(?:主要)?原因(?:是|为|:|在于|系)|主要(?:是因为|由于)"
)
#: 主要用于干部培训。, 结余分配事项：提取专用基金。: what an amount is for, and no amount of its own.
_EXPLAINS = re.compile(
    r"(?:(?:该|此)?(?:项|部分)?(?:资金|经费|支出|费用)?主要(?:是|为)?(?:用于|由|为|包括|反映|来源于|来自)|结余分配事项:|结转和?结余事项:)[^\d]*"
)
_GIVES_REASON_OF_CHANGE = re.compile(r"主要(?:是|系|因)(?!用于)")


def go_on(flow: Flow, before: Flow, text: str, level: int | None) -> None:
    """What a paragraph takes from the one before it: its subject, the whole of its list, the stage of that."""
    if _COMPARES.match(text):
        flow.go_on_from(before)
    elif level is not None:
        return
    elif before.lists and before.money:
        flow.subject = flow.money = flow.list_whole = before.money
        flow.lead_stage, flow.continues = before.money.stage, True
        flow.lists = text.endswith(("；", ";"))
    elif before.unfinished and before.whole and not _BEGINS_ITEM.match(text):
        flow.lead_stage = before.whole.stage  # 支出预算90万元：人员经费60万元；| 公用经费8万元


def enter(flow: Flow, text: str, sentence: Sentence) -> None:
    """Begin a sentence: forget what ended with the one before, keep what goes on."""
    start = sentence.start
    explains = _EXPLAINS.fullmatch(text, start, sentence.end) is not None
    if explains or _GIVES_REASON.match(text, start) or (flow.changed and _says_why(text, sentence)):
        flow.enter_reason()
    elif _BOTH_COMPARE.match(text, start) and (both := flow.both_sides()):
        flow.enter_sentence(goes_on=True)
        flow.subject = both
    elif flow.list_whole and _COMPARES.match(text, start):
        flow.return_to_whole()
    else:
        unknown = flow.parts_of_unknown(text, start)
        flow.enter_sentence(_goes_on(text, start, flow))
        flow.of_another = start if unknown else -1


def _says_why(text: str, sentence: Sentence) -> bool:
    """比上年减少2万元。主要是上年购置了设备: why, behind a change; not 主要是基本支出80万元."""
    why = _GIVES_REASON_OF_CHANGE.match(text, sentence.start)
    return why is not None and not sentence.terms_in(why.end(), why.end() + 1)


def _goes_on(text: str, start: int, flow: Flow) -> bool:
    """Whether a sentence speaks of the last subject: 其中…; 较上年增加… where only one was named before."""
    if _LISTS_PARTS.match(text, start) or (start == 0 and flow.continues):
        return True
    return flow.count == 1 and _COMPARES.match(text, start) is not None
