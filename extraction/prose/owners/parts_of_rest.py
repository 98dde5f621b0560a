"""Parts of money that was not spent in the year: left over, taken back, not paid, or only added to a budget.

Belongs here: noting such an amount, and whether a name behind it is listed as a part of it.
Does not belong here: parts of wholes that nobody knows (``ownership``), of changes (``clauses_of_labels``).

年末结转20万元，其中：基本支出8万元，项目支出12万元: neither is what was spent of its kind.
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.concepts import BALANCES
from extraction.model import Figure
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match

_RESTS = BALANCES | {"budget_adjustment", "current_year_surplus", "cumulative_surplus"}
#: Words before an amount without a label that say that it was not spent.
_NOT_SPENT = re.compile(
    r"(?:收回|上缴|存量|结余|结转|未(?:执行|支付|使用|完成|支出)|欠|缺口|沉淀|盘活|压减|核减|追减|调减|调增|追加|争取)"
    r"[^，。；;:]{0,10}$"
)
_FIRST = re.compile(r"[。，,；;]?(?:\(|\(?(?:其中|(?:主要|具体)?(?:包括|包含)|具体为)[:，,]?)")
_NEXT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)[，,、；;和]")
_JOINED = re.compile(r"[，,；;]")
_MEMBER = re.compile(r"[，,、；;和](?:(?!支出|实际|完成|执行)[\u4e00-\u9fff\"()]){2,20}(?:支出)?(?:为|是|:)?")
_BARE = re.compile(r"(?:为|是|:)?\d")


def note_rest(now: State, number: Number, figure: Figure | None, gap: str) -> None:
    """Remember where an amount ends that was not spent."""
    rest = figure.concept in _RESTS if figure else _NOT_SPENT.search(gap) is not None
    if rest:
        now.flow.rest, now.flow.rest_value, now.flow.rest_part = number.end, number.in_base_units(), -1


def is_part_of_rest(now: State, number: Number, label: Match) -> bool:
    """Whether a bare name of a flow stands in the list of parts right behind such an amount, and is no larger."""
    text, flow = now.text, now.flow
    if flow.rest < 0 or number.base_unit != "yuan" or number.in_base_units() > flow.rest_value:
        return False
    first = _FIRST.fullmatch(text, flow.rest, label.start)
    following = flow.rest_part >= 0 and _NEXT.fullmatch(text, flow.rest_part, label.start)
    concept = label.term.concepts[0]
    flows = reference.concepts()[concept].nature == "flow" and concept != "surplus_distribution"
    if not flows or _BARE.match(text, label.end) is None:
        return False
    if not (first or following or (_JOINED.fullmatch(text, flow.rest, label.start) and _add_up(now))):
        return False
    flow.rest_part = number.start
    return True


def _add_up(now: State) -> bool:
    """年中追加预算50万元，人员经费20万元，公用经费30万元: whether bare names listed right behind the amount make up all of it."""
    end, left, members = now.flow.rest, now.flow.rest_value, 0
    for number in now.sentence.numbers:
        if number.start < end:
            continue
        if number.base_unit != "yuan" or _MEMBER.fullmatch(now.text, end, number.start) is None:
            break
        end, left, members = number.end, left - number.in_base_units(), members + 1
        if left <= 0:
            break
    return left == 0 and members > 1
