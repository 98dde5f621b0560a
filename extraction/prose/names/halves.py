"""Halves of spending side by side, the first of which alone says its stage: 年初预算(：)基本支出15万元，项目支出20万元.

Belongs here: whether a label is the other half of the last subject, whose stage is that of both.
Does not belong here: other stages beside labels (``labels_of_stage``), halves told by their sum (``witness_of_stages``).
"""

from __future__ import annotations

from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar

_HALVES = (
    {"basic_expenditure", "project_expenditure"},
    {"personnel_expenditure", "public_expenditure"},
)


def is_other_half(now: State, last: Subject, label: Match, joined: str) -> bool:
    """Whether a label stands behind the first half by a comma alone, and the stage of that stands right before it."""
    halves = {*last.concepts, *label.term.concepts} in _HALVES
    if not halves or joined not in {"，", ","} or last.stage == "final_account":
        return False
    before = now.sentence.terms_in(last.start - grammar.REACH // 4, last.start)
    return any(one.term.stage == last.stage and now.text[one.end : last.start] in {"", ":"} for one in before)
