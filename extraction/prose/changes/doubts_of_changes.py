"""Why a change is doubtful: behind a list of parts it is of the last or of their whole, behind 调增 of what was budgeted.

Belongs here: when such a doubt is noted.
Does not belong here: what a change is of (``clauses_of_change``), settling the doubt (``witness_of_changes``).
"""

from __future__ import annotations

from extraction.prose.names.closed_lists import closed_whole, parts_before
from extraction.prose.sentence.doubts import STAGE_GUESSED
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.witnesses.witness_of_changes import AFTER_LIST, AFTER_PART
from extraction.words import words_of_change


def noted(now: State, subject: Subject, gap: str, gap_start: int, goes_on: bool) -> Subject:
    """The subject of a change, with a note where it may be the whole of the list just before it, or of another stage."""
    same = now.said.after_list and words_of_change.SAME_COMPARISON.fullmatch(gap) is not None
    if not same:
        now.said.after_list = _note_behind(now, subject, gap_start) if goes_on else None
    if now.said.after_list:
        return replace(subject, note=now.said.after_list)
    budgeted = words_of_change.OF_BUDGETS_ALONE.search(gap) and not words_of_change.last_comparison(gap)
    if subject.stage_printed or not budgeted:
        return subject
    return replace(
        subject, note=STAGE_GUESSED
    )  # 人员经费调增2万元: of the budget, which nothing else speaks of


def _note_behind(now: State, subject: Subject, gap_start: int) -> str | None:
    """其中甲3万元，乙5万元，比上年减少1万元: behind parts none of which has a change of its own, or behind a single one."""
    if closed_whole(now.flow, subject):
        changed = words_of_change.SOME_CHANGE.search(now.text, now.sentence.start, gap_start)
        return None if changed else AFTER_LIST
    if subject.listed and now.flow.list_whole is None:
        return AFTER_LIST  # 年初预算安排会议费15万元，培训费20万元，比上年增加1万元
    parts = parts_before(now, subject, gap_start)
    if parts is None or words_of_change.SOME_CHANGE.search(parts.words):
        return None
    return AFTER_LIST if parts.several and not parts.apart else AFTER_PART
