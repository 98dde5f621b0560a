"""What words without an amount announce: a heading, the lead of a paragraph, a line of its own above it.

Belongs here: the concepts that such words name for the amounts below them.
Does not belong here: headings and their order (``sentences``), what an amount then is of (``clauses_of_stage``, ``clauses_of_opening``).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extraction.concepts import SPENDING, TOPICS, kind_of
from extraction.text.sentences import Sentence
from extraction.text.terms import Match, vocabulary
from extraction.words import words_of_stage

#: Characters of words that stand in place of a heading: （三）预算执行。
LONGEST_LEAD = 40
#: 预算执行率（10分）：
_MARKS = re.compile(r"\((?:满分|分值|权重)?:?\d{1,2}(?:\.\d+)?分\)(?=[:。]$)")
#: “三公”经费控制：
_SAYS_NO_MORE = {"", "控制", "变动", "变化"}
#: Numbers of a sentence that are tried against its rate.
_ASKED = 8
NO_LEAD: tuple[tuple[str, ...], bool] = ((), False)
#: What a lead or a heading names, of which stages alone follow.
_KINDS = {
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
    "total_revenue",
    "total_expenditure",
}
#: “三公”经费变动率：2021年预算9万元: what a rate that a lead names is reckoned of.
OF_RATE = {
    "three_public_change_rate": "three_public_total",
    "three_public_control_rate": "three_public_total",
    "public_expenditure_control_rate": "public_expenditure",
    "budget_completion_rate": "total_expenditure",
    "budget_execution_rate": "total_expenditure",
    "budget_control_rate": "total_expenditure",
    "budget_adjustment_rate": "total_expenditure",
    "procurement_execution_rate": "procurement_budget",
}


@lru_cache(maxsize=64)
def concepts_of(heading: str) -> tuple[str, ...]:
    """The concepts that a heading names, each kind of spending once: 会议费支出情况."""
    named: list[Match] = []
    for match in vocabulary().find(heading):
        if not match.term.names_concept:
            continue
        if match.term.text == "支出" and named and named[-1].term.concepts[0] in SPENDING:
            continue  # 会议费支出情况
        named.append(match)
    sides = len(named) == 1 and len(named[0].term.concepts) > 1  # 部门预算收支情况
    return named[0].term.concepts if sides else tuple(match.term.concepts[0] for match in named)


@lru_cache(maxsize=64)
def lead_of(words: str) -> tuple[tuple[str, ...], bool]:
    """基本支出执行情况：, 护林补助使用情况：, on a line of its own: what the paragraph below is of, and whether that is some item."""
    line = words if words.endswith((":", "。")) else words + ":"
    if len(line) > LONGEST_LEAD or not line.endswith(":"):
        return NO_LEAD
    if words_of_stage.LEAD_ON_KIND.fullmatch(line):
        return concepts_of(words), False
    return (), not words_of_stage.GENERAL_HEADING.fullmatch(words) and "报告" not in words


def topic_of(text: str, sentence: Sentence) -> tuple[str, ...]:
    """What a sentence without amounts announces: 1.因公出国（境）支出情况说明."""
    if sentence.end - sentence.start > LONGEST_LEAD:
        return ()
    words = _MARKS.sub("", text[sentence.start : sentence.end])
    last = sentence.terms[-1].end - sentence.start if sentence.terms else 0
    alone = last > 0 and words[last:].strip("。:)") in _SAYS_NO_MORE  # 1.因公出国（境）费用.
    alone = alone or words_of_stage.LEAD_ON_KIND.fullmatch(words) is not None
    if not ("情况" in words or alone):
        return ()
    named: list[str] = []
    for match in sentence.terms:
        if named and kind_of((match.term.concepts or ("grade",))[0]) == "percent":
            continue  # 基本支出执行率
        if match.term.text == "支出" and named and named[-1] in SPENDING:
            continue  # 公务用车运行维护费支出情况
        named += match.term.concepts[:1]
    return tuple(dict.fromkeys(named))


def comes_out(sentence: Sentence) -> bool:
    """预算执行率95%，预算数20万元，执行数19万元: whether two amounts have the rate that the sentence states, to its last digit."""
    numbers = sentence.numbers[:_ASKED]
    rate = next((one for one in numbers if one.base_unit == "percent"), None)
    amounts = [one.in_base_units() for one in numbers if one.base_unit == "yuan"]
    if rate is None:
        return False
    half_a_step = Decimal(5).scaleb(-1 - rate.decimals)
    pairs = ((part, whole) for part in amounts for whole in amounts if whole > 0 and part != whole)
    return any(abs(100 * part / whole - rate.value) <= half_a_step for part, whole in pairs)


def of_stages(
    own: tuple[str, ...], topic: tuple[str, ...], heading: tuple[str, ...], lead_on_kind: bool
) -> tuple[str, ...]:
    """What amounts are of that name stages alone: what their sentence named, else its lead, else the heading.

    Empty where none of them names one thing of which amounts are given in that way.
    """
    said = own or topic or heading
    named = tuple(OF_RATE.get(one, one) for one in said)
    on_kind = not own and (lead_on_kind or said == topic != named)
    told = TOPICS | _KINDS if on_kind else TOPICS
    return named if len(named) == 1 and named[0] in told else ()
