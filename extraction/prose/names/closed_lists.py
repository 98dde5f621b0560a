"""Lists of parts that are complete: what a clause behind one says without a name is of the whole, not of the last part.

Belongs here: whether the parts named since a whole add up to it.
Does not belong here: lists that a semicolon ends or 其中 begins (``clauses_of_stage``, ``clauses_of_spending``), sums by their name (``clauses_of_sums``).

年初预算800万元，基本支出600万元，项目支出200万元，实际支出780万元: nothing is left of the budget for another part, so 780 is spent of the whole.
"""

from __future__ import annotations

from extraction import reference
from extraction.model import Figure
from extraction.prose.sentence.subjects import Flow, Subject


def closed_whole(flow: Flow, part: Subject) -> Subject | None:
    """The whole of the list that ``part`` ends, where two parts or more of its stage, and nothing else, stand behind it and add up to it."""
    for whole in filter(None, (flow.list_whole, flow.first)):
        if whole.concepts[0] in reference.ancestors(part.concepts[0]) and _is_made_up(flow, whole):
            return whole
    return None


def _is_made_up(flow: Flow, whole: Subject) -> bool:
    parts: list[Figure] = []
    for value, figure in reversed(flow.amounts):
        if figure is None or figure.measure != "level" or figure.stage != whole.stage:
            return False
        if figure.concept == whole.concepts[0]:
            return len(parts) > 1 and sum(part.value_base or 0 for part in parts) == value
        # 基本支出600万元（人员经费500万元、公用经费100万元）: parts of a part are in it
        within = [one for one in parts if figure.concept in reference.ancestors(one.concept)]
        parts = [figure, *(one for one in parts if one not in within)]
    return False
