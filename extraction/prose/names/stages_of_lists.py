"""Lists of names and amounts of which the first alone says its stage: 年初预算安排会议费15万元，培训费20万元.

Belongs here: whether a stage leads a list, and whether a bare name behind it goes on with that list, past members that nobody knows.
Does not belong here: other stages beside labels (``labels_of_stage``), halves told by their sum (``witness_of_stages``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.concepts import TWO_SIDES, WHOLES
from extraction.prose.sentence.doubts import STAGE_BESIDE_ANOTHER, STAGE_GUESSED
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import words_of_stage

#: Between a member of a list and the next; a clause of its own has words there.
_JOINTS = re.compile(r"\)?[，,、；;]?(?:以及|及|和|与|(?:另|再|又)?安排)?")
#: 项目支出20万元, with nothing between name and amount that could say what was done with it.
_BARE = re.compile(r"(?:为|是|:)?(?=\d)")
#: ，某资金: a member without words that say what was done with it.
_UNKNOWN_MEMBER = re.compile(
    r"[，,、；;](?:(?!实际|支付|使用|追加|完成|执行|到位|收到|其中|分别|[结调增减])[\u4e00-\u9fff]){2,20}"
)
_CLAUSE_END = re.compile("[，,。;；]")
#: Doubts of a stage that hold for what is joined to an amount as well.
_GUESSED = {STAGE_GUESSED, STAGE_BESIDE_ANOTHER}
#: 预算安排会议费, 批复我局基本支出: a verb of budgets before the first name.
_BUDGETED = re.compile(r"(?:安排|批复|下达|核定)[^，,。;；\d]{0,8}$")


def leads(now: State, label: Match, gap_start: int) -> bool:
    """Whether the stage of a label stands before it in its own clause, and so before all of a list that it begins."""
    words = now.text[gap_start : label.start]
    begins = gap_start + max((end.end() for end in _CLAUSE_END.finditer(words)), default=0)
    staged = any(
        one.term.stage and one.end <= label.start for one in now.sentence.terms_in(begins, label.start)
    )
    return staged or _BUDGETED.search(now.text, begins, label.start) is not None


def leader(now: State, label: Match, gap_start: int) -> Subject | None:
    """The member of a list, led by a printed stage, that a bare name stands right behind; None where it goes on with no list."""
    last = now.flow.leader if now.flow.unknown_member == gap_start else now.flow.subject
    if last is None or not last.led or (*last.concepts, *label.term.concepts) in TWO_SIDES:
        return None  # 预算收入15万元，支出20万元: sides balance or they do not (``sides``)
    whole = label.term.concepts[0] in WHOLES or _is_whole_of(label, last)
    return last if not whole and is_next_of_list(now, label, gap_start) else None


def ends_before_spent(now: State, label: Match, gap_start: int) -> bool:
    """接待费8万元，运行费12万元，实际支出15万元: whether a bare name goes on with a list of no printed stage, behind which stands what was spent."""
    last = now.flow.subject
    if last is None or last.stage != "final_account" or last.stage_printed:
        return False
    if words_of_stage.BEFORE_SPENT.match(now.text, label.end) is None:
        return False
    return last.concepts != label.term.concepts and is_next_of_list(now, label, gap_start)


def may_go_on(now: State, label: Match, gap_start: int, stage: str | None) -> bool:
    """会议费年初预算15万元，培训费20万元: whether the name before it is of another stage, which may hold for both."""
    last = now.flow.subject or now.flow.leader
    guessed = last is not None and last.note in _GUESSED
    if (
        last is None
        or stage is None
        or (not guessed and (not last.stage_printed or last.stage in {None, stage}))
    ):
        return False  # 核定“三公”经费15万元，公用经费20万元: as doubtful as the first
    if last.concepts == label.term.concepts and not guessed:
        return False  # 全年预算1200万元，支出1180万元: of the same, which no list names twice
    if label.term.concepts[0] == "procurement_actual":
        return False  # 采购预算15万元，采购支出12万元: what was spent, by its name
    return is_next_of_list(now, label, gap_start)


def note_unknown(now: State, number: Number, gap: str) -> None:
    """年初预算安排人员经费15万元，某资金3万元: remember that the list goes on behind a member that nobody knows."""
    if now.flow.leader and _UNKNOWN_MEMBER.fullmatch(gap):
        now.flow.unknown_member = number.end


def is_next_of_list(now: State, label: Match, gap_start: int) -> bool:
    """Whether nothing but a comma or the like parts a name from the amount before it, and nothing the name from its own."""
    bare = gap_start < label.start and _BARE.match(now.text, label.end) is not None
    return bare and _JOINTS.fullmatch(now.text, gap_start, label.start) is not None


def _is_whole_of(label: Match, last: Subject) -> bool:
    """…，总支出35万元: what the members are parts of stands in no list with them, and may be what was spent."""
    return label.term.concepts[0] in reference.ancestors(last.concepts[0])
