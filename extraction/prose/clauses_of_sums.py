"""Amounts that are called a sum and nothing else, behind the parts that they are the sum of: …，共计757万元.

Belongs here: finding that the amounts just before add up to it, and of what they are parts.
Does not belong here: sums of points (``clauses_by_unit``), sums with a name of their own (``labels``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction import reference
from extraction.concepts import are_parts_of_expenses
from extraction.model import Figure
from extraction.prose.doubts import SUM_OF_PARTS
from extraction.prose.state import State
from extraction.prose.subjects import Subject
from extraction.text.numbers import Number

#: ，共计757万元, 。合计1638万元, 以上合计
_IS_SUM = re.compile(
    r"[，；。、;,]?(?:以上|上述|各项|[二两三四五六]项)?(?:收入|支出|经费|费用|资金|实支|实际支出|开支)?(?:合计|共计|总计|总额|共)(?:收入|支出|资金|经费|费用|金额)?(?:为|是|:)?"
)
#: Parts that a sum is reckoned from at most.
_AT_MOST = 12
_WHOLES = {"total_revenue", "total_expenditure"}


class Sums:
    """Clauses that give the sum of the amounts before them."""

    def __init__(self, now: State) -> None:
        self._now = now

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """All income, all spending or the “三公” expenses, where the last amounts are parts of it and add up to this one; None elsewhere."""
        now = self._now
        if _IS_SUM.fullmatch(now.text, gap_start, number.start) is None:
            return None
        parts = now.flow.amounts
        total, left = number.in_base_units(), Decimal(0)
        for count, (value, _) in enumerate(reversed(parts[-_AT_MOST:]), start=1):
            left += value
            if left == total and count > 1:
                return self._whole_of([part for _, part in parts[-count:]], gap_start)
        return None

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
        named = [part.concept for part in known]
        if len(named) == len(parts) and len(stages) == 1 and are_parts_of_expenses(named):
            return Subject(("three_public_total",), stages.pop(), "合计", gap_start, note=SUM_OF_PARTS)
        if len(wholes) != 1 or not wholes <= _WHOLES or len(stages) != 1:
            return None
        return Subject((wholes.pop() or "",), stages.pop(), "合计", gap_start, note=SUM_OF_PARTS)


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
    return budget and all(part.concept in {"budget_adjustment", "opening_carryover"} for part in added)
