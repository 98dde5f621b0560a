"""Amounts that are called a sum and nothing else, behind the parts that they are the sum of: …，共计757万元.

Belongs here: finding that the amounts just before add up to it, and of what they are parts.
Does not belong here: sums of points (``clauses_by_unit``), sums with a name of their own (``labels``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.concepts import are_parts_of_expenses, is_expense
from extraction.model import Figure
from extraction.prose.sentence.doubts import SUM_OF_PARTS
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number

#: ，共计757万元, 。合计1638万元, 以上合计
_IS_SUM = re.compile(
    r"[，；。、;,]?(?:以上|上述|各项|[二两三四五六]项)?(?:收入|支出|经费|费用|资金|实支|实际支出|开支)?(?:合计|共计|总计|总额|共)(?:(?:19|20)\d\d年度?)?(?:年初预算|预算|决算|收入|支出|资金|经费|费用|金额)?(?:为|是|:)?"
)
#: Parts that a sum is reckoned from at most.
_AT_MOST = 12
_WHOLES = {"total_revenue", "total_expenditure"}
_CAME_TO_BUDGET = {"budget_adjustment", "opening_carryover"}
_PROCURED = {"procurement_goods", "procurement_works", "procurement_services"}


class Sums:
    """Clauses that give the sum of the amounts before them."""

    def __init__(self, now: State) -> None:
        self._now = now

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """All income, all spending or the “三公” expenses, where the last amounts are parts of it and add up to this one; None elsewhere."""
        now = self._now
        if _IS_SUM.fullmatch(now.text, gap_start, number.start) is None:
            return None
        if leads := self._below_lead(gap_start, number.end):
            return leads
        parts = now.flow.amounts
        if expenses := _of_expenses(number.in_base_units(), parts[-2 * _AT_MOST :], gap_start):
            return expenses
        total, last = number.in_base_units(), parts[-_AT_MOST:]
        named = [
            (value, part) for value, part in last if part is not None
        ]  # 事业95万元(医疗90万元、公卫5万元)
        added = _last_that_add_up(last, total) or _last_that_add_up(named, total)
        return self._whole_of(added, gap_start) if added else None

    def _below_lead(self, gap_start: int, ends: int) -> Subject | None:
        """1.收入。合计96万元，其中…: all of what the lead of the paragraph names."""
        now = self._now
        if gap_start != now.sentence.start or len(now.flow.topic) != 1 or now.flow.named:
            return None
        if now.text.startswith("的", ends):
            return None  # 合计96万元的项目
        topic = now.flow.topic[0]
        return Subject((topic,), now.around.default_stage, "合计", gap_start) if topic in _WHOLES else None

    def _whole_of(self, parts: list[Figure | None], gap_start: int) -> Subject | None:
        known = [part for part in parts if part is not None]
        if _are_of_all_funds(known):
            return Subject((known[0].concept,), known[0].stage, "合计", gap_start, note=SUM_OF_PARTS)
        if any(
            part.fund_scope or part.org_scope != "department" or part.measure != "level" for part in known
        ):
            return None
        if len(known) == len(parts) and _is_budget_with_more(known):
            return Subject((known[0].concept,), "adjusted_budget", "合计", gap_start, note=SUM_OF_PARTS)
        wholes = {reference.concepts()[part.concept].parent for part in known}
        stages = {part.stage for part in known}
        if len(known) == len(parts) and {part.concept for part in known} <= _PROCURED and len(stages) == 1:
            concept = "procurement_actual" if stages == {"final_account"} else "procurement_budget"
            return Subject((concept,), stages.pop(), "合计", gap_start, note=SUM_OF_PARTS)
        if len(wholes) != 1 or not wholes <= _WHOLES or len(stages) != 1:
            return None
        return Subject((wholes.pop() or "",), stages.pop(), "合计", gap_start, note=SUM_OF_PARTS)


def _last_that_add_up(parts: Sequence[tuple[Decimal, Figure | None]], total: Decimal) -> list[Figure | None]:
    """The last two or more amounts whose sum this is; none where no such amounts are."""
    left = Decimal(0)
    for count, (value, _) in enumerate(reversed(parts), start=1):
        left += value
        if left == total and count > 1:
            return [part for _, part in parts[-count:]]
    return []


def _are_of_all_funds(parts: list[Figure]) -> bool:
    """一般公共预算支出23万元，政府性基金支出4万元，自有资金支出1万元，三项合计28万元: what was spent, by whose money it was."""
    funds = {part.fund_scope for part in parts}
    return (
        1 < len(funds) == len(parts)
        and None not in funds
        and {part.concept for part in parts} == {"total_expenditure"}
        and len({(part.stage, part.measure, part.org_scope) for part in parts}) == 1
    )


def _is_budget_with_more(parts: list[Figure]) -> bool:
    """年初预算58万元，追加12万元，共70万元: what the budget was at first, and what came to it."""
    first, *added = parts
    budget = first.concept in _WHOLES and first.stage == "initial_budget"
    return budget and all(part.concept in _CAME_TO_BUDGET for part in added)


def is_budget_as_adjusted(now: State, number: Number) -> bool:
    """年初预算148万元，追加20万元，加上上年结转64万元，调整后预算(232万元): what the budget and all that came to it add up to."""
    made = [(value, part) for value, part in now.flow.amounts[-_AT_MOST:] if not part or _makes_budget(part)]
    first, *added = _last_that_add_up(made, number.in_base_units()) or [None]
    if first is None or first.concept != "total_expenditure":
        return False
    return _is_budget_with_more(
        [first, *filter(None, added)]
    )  # what nobody knows may have come to it as well


def _makes_budget(part: Figure) -> bool:
    """The first budget of the whole, and what came to it; 其中基本支出追加3万元 is in that already."""
    return part.measure == "level" and part.concept in {"total_expenditure", *_CAME_TO_BUDGET}


def _of_expenses(
    total: Decimal, parts: list[tuple[Decimal, Figure | None]], gap_start: int
) -> Subject | None:
    """车辆2万元，接待1万元，两项合计3万元: the “三公” expenses, where those of one stage and year add up to it."""
    groups: dict[tuple[str | None, int | None], dict[str, Decimal]] = {}
    for value, part in parts:
        if part is not None and part.measure == "level" and part.org_scope == "department":
            groups.setdefault((part.stage, part.fiscal_year), {})[part.concept] = value
    for (stage, year), named in groups.items():
        kinds = {concept: value for concept, value in named.items() if is_expense(concept, named)}
        if total and sum(kinds.values()) == total and are_parts_of_expenses(list(kinds)):
            return Subject(("three_public_total",), stage, "合计", gap_start, year=year, note=SUM_OF_PARTS)
    return None
