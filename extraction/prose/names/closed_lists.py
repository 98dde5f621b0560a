"""Lists of parts that are complete: what a clause behind one says without a name is of the whole, not of the last part.

Belongs here: whether the parts named since a whole add up to it, and whether another member stands behind the last that is known.
Does not belong here: lists that a semicolon ends or 其中 begins (``clauses_of_stage``, ``clauses_of_spending``), sums by their name (``clauses_of_sums``).

年初预算800万元，基本支出600万元，项目支出200万元，实际支出780万元: nothing is left of the budget for another part, so 780 is spent of the whole.
"""

from __future__ import annotations

from decimal import Decimal

from extraction import reference
from extraction.concepts import kind_of, wholes_of
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Flow, Subject
from extraction.records import record
from extraction.words import grammar

#: Members of a list and its whole are no more than these, so that a long paragraph costs no more than its length.
_AT_MOST = 24
#: Classes of spending, and what is divided by them.
_CLASSES = {"economic_class_amount", "function_class_amount"}
_DIVIDED = {"total_expenditure", "basic_expenditure", "project_expenditure"}


def closed_whole(flow: Flow, part: Subject) -> Subject | None:
    """The whole of the list that ``part`` ends, where two parts or more of its stage, and nothing else, stand behind it and add up to it."""
    for whole in filter(None, (flow.list_whole, flow.first)):
        if _is_within(part.concepts[0], whole.concepts[0]) and _is_made_up(flow, whole):
            return whole
    return None


def whole_again(now: State, part: Subject, upto: int) -> Subject | None:
    """预算236万元，(其中)…项目支出50万元；(支出298万元): the whole of the list that ``part`` ends, where that is closed or a semicolon ends it."""
    flow = now.flow
    whole = flow.list_whole or (flow.first if flow.is_part_of_first(part) else None)
    ended = grammar.CLAUSES_END.search(now.text, part.start, upto) is not None
    return closed_whole(flow, part) or (whole if ended else None)


@record(frozen=True, slots=True)
class Parts:
    """The parts that 其中 leads to, up to the last one spoken of."""

    words: str
    #: whether more than one is named
    several: bool
    #: whether semicolons part them: 其中：甲3万元；乙5万元，比上年减少1万元
    apart: bool


def parts_before(now: State, part: Subject, upto: int) -> Parts | None:
    """The parts of a whole that ``part`` is the last of before ``upto``; None where it is in no list, or a bracket ended that."""
    whole = now.flow.list_whole
    if whole is None or whole.concepts[0] not in wholes_of(part.concepts[0]):
        return None
    listed = [match.end() for match in grammar.OF_WHICH.finditer(now.text, now.sentence.start, upto)]
    if not listed or part.start < listed[-1]:
        return None
    words = now.text[listed[-1] : upto]
    if words.count(")") > words.count("("):
        return None
    named = {
        (term.term.concepts[0], term.term.function_code)
        for term in now.sentence.terms_in(listed[-1], upto)
        if term.term.names_concept and kind_of(term.term.concepts[0]) == "money"
    }
    return Parts(words, len(named) > 1, "；" in words or ";" in words)


def is_open_behind(now: State, part: Subject, upto: int) -> bool:
    """其中接待费4万元、运行维护费3万元，控制在预算9万元以内: whether a stage alone may be of the last part or of the whole.

    Not where the parts add up, where semicolons part them, or where a part before had another stage as well. Behind a
    single part it may be of the whole where it is more than that part: 预算58万元，其中基本支出50万元，支出56万元.
    """
    parts = parts_before(now, part, upto)
    whole = now.flow.list_whole
    if parts is None or whole is None or parts.apart or closed_whole(now.flow, part):
        return False
    if not parts.several:
        return _is_less(now, part, upto)
    for _, figure in reversed(now.flow.amounts[-_AT_MOST:]):
        if figure and figure.measure == "level" and figure.stage != whole.stage:
            return False
        if figure and figure.concept == whole.concepts[0]:
            break
    return True


def _is_less(now: State, part: Subject, upto: int) -> bool:
    """Whether the amount of the part just read is less than the one behind ``upto``."""
    behind = next((n for n in now.sentence.numbers if n.start >= upto and n.base_unit == "yuan"), None)
    value, figure = now.flow.amounts[-1] if now.flow.amounts else (Decimal(0), None)
    known = figure is not None and figure.concept == part.concepts[0]
    return behind is not None and known and value < behind.in_base_units()


def _is_made_up(flow: Flow, whole: Subject) -> bool:
    parts: list[tuple[str | None, Decimal]] = []
    for value, figure in reversed(flow.amounts[-_AT_MOST:]):
        if figure and (figure.measure != "level" or figure.stage != whole.stage):
            return False
        concept = figure.concept if figure else None
        if concept == whole.concepts[0]:
            return len(parts) > 1 and sum(amount for _, amount in parts) == value
        # 基本支出600万元（人员经费500万元、公用经费100万元）: parts of a part are in it
        parts = [(concept, value), *(one for one in parts if not _is_within(one[0], concept))]
    return False


def _is_within(part: str | None, concept: str | None) -> bool:
    if part is None or concept is None:
        return False
    return concept in reference.ancestors(part) or (part in _CLASSES and concept in _DIVIDED)


def is_beside(now: State, part: Subject, end: int) -> bool:
    """公务接待4万元，差旅5万元，实际支出8万元: whether an amount that nobody knows and that ends here is the next member of the list."""
    between = now.text[part.start : end]
    parted = "(" in between or grammar.OF_WHICH.search(between) or grammar.CLAUSES_END.search(between)
    return now.flow.is_part_of_first(part) and not parted and closed_whole(now.flow, part) is None
