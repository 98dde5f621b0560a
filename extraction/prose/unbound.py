"""Amounts that nothing was found for: what they say of the amounts behind them.

Belongs here: what a sentence remembers of an amount that nobody knows.
Does not belong here: what is asked of it later (``antecedents``, ``ownership``).
"""

from __future__ import annotations

from extraction.prose.names.stages_of_lists import note_unknown
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_items, words_of_parts


def leave_unbound(now: State, number: Number, gap_start: int, gap: str) -> None:
    """Remember an amount that nothing was found for: what follows it may be of it."""
    note_unknown(now, number, gap)
    now.flow.unbound_end, now.flow.unbound_value = number.end, number.in_base_units()
    before = now.sentence.terms_in(gap_start, number.start)
    now.flow.unbound_stage = any(term.term.stage for term in before)
    if now.flow.unbound_stage and words_of_parts.PARTS_FOLLOW.match(now.text, number.end):
        # 某预算98万元（其中人员经费68万元: of a budget that nobody knows
        now.flow.of_another = number.end
    if now.flow.subject and now.flow.subject is now.flow.first and words_of_parts.UNKNOWN_PART.match(gap):
        now.flow.list_whole = (
            now.flow.subject
        )  # 机关运行经费88万元，其中：办公费12万元、会议费5万元。比上年减少
    named = grammar.OPENING.match(gap) is None
    now.said.unknown |= named
    if now.flow.of_another < 0 and words_of_items.OWN_ITEM.search(gap):
        now.flow.of_another = number.end
    if (now.flow.continues and named) or words_of_items.NAMES_ANOTHER.search(gap):
        # a rate that follows is of this amount, whatever it is
        now.flow.subject = now.flow.money = None


def leave_unknown_people(now: State, number: Number, gap: str) -> None:
    """退休20人，社区工作者120人，较上年增加5人: people whom no concept counts, beside others; what follows is not of those before."""
    subject = now.flow.subject
    listed = subject and grammar.OF_WHICH.search(now.text, subject.start, number.start)
    if not listed and not now.said.open and gap.startswith(("，", "、", "；", ";")):
        now.flow.unknown_people = number.end


def forget_ended(now: State, gap_start: int) -> None:
    """基本工资96万元；公用经费34万元，其中…: an item that nobody knows ends where another clause states something."""
    if grammar.CLAUSES_END.search(now.text, now.flow.of_another, gap_start + 1):
        now.flow.of_another = -1
