"""Whose a change is that stands behind a list of parts: of the last part or of the whole, the words do not say.

Belongs here: 其中甲3万元，乙5万元，比上年减少1万元 - the amounts of the report decide, and where they do not, the change stays
uncertain (confidence below 0.9).
Does not belong here: finding changes (``clauses_of_change``), other readings that words leave open (``witness``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.concepts import wholes_of
from extraction.doubt import CONFIRMED, UNCERTAIN
from extraction.model import Figure
from extraction.records import replace

#: Noted on a change behind a list of parts.
AFTER_LIST = "behind a list: of its last part or of the whole"
#: Noted on a change behind a single part, of which it is unless the amounts say otherwise.
AFTER_PART = "behind a part: of it or of the whole"
_BEHIND = {AFTER_LIST, AFTER_PART}
_OF_WHOLE = "behind a list; taken for that of the whole because its amounts differ by it"
_HUNDRED = Decimal(100)
#: Pairs of amounts of one concept, beyond which some pair fits any change by chance.
_PAIRS = 50
#: Concept, stage and fiscal year.
_What = tuple[str, str | None, int | None]
_Levels = dict[_What, set[Decimal]]
_Change = tuple[int | None, str, str | None]


def settle_changes(figures: Sequence[Figure]) -> list[Figure]:
    """Give a change behind a list to the part or to the whole whose amounts differ by it."""
    if not any(figure.note in _BEHIND for figure in figures):
        return list(figures)
    levels = _levels_of(figures)
    said: dict[_Change, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.note in _BEHIND:
            said[_change_of(figure)].append(figure)
    told = {
        _of_what(figure) for figure in figures if figure.measure == "change" and figure.note not in _BEHIND
    }
    settled = [
        _settled(figure, said[_change_of(figure)], levels, told) if figure.note in _BEHIND else figure
        for figure in figures
    ]
    return _with_rest_of_whole(figures, settled)


def _with_rest_of_whole(figures: Sequence[Figure], settled: list[Figure]) -> list[Figure]:
    """…接待费2万元，较上年16万元减少2万元，预算为18万元: where the change is of the whole, so is all that stands behind the part."""
    moved: dict[tuple[int | None, str], Figure] = {}
    for before, after in zip(figures, settled, strict=True):
        if before.concept != after.concept:
            moved.setdefault((before.sentence_no, before.concept), after)
    for at, figure in enumerate(settled):
        change = moved.get((figure.sentence_no, figure.concept))
        if change and figure.measure == "level" and figure.source_kind == "text":
            behind = figure.locator.char_start > change.locator.char_start
            if behind or figure.fiscal_year != change.fiscal_year:
                settled[at] = replace(figure, concept=change.concept, note=_OF_WHOLE, confidence=CONFIRMED)
    return settled


def _change_of(figure: Figure) -> _Change:
    """What the amount and the rate of one change have in common."""
    return figure.sentence_no, figure.concept, figure.base_stage


def _levels_of(figures: Sequence[Figure]) -> _Levels:
    levels: _Levels = defaultdict(set)
    for figure in figures:
        if figure.measure == "level" and figure.base_unit == "yuan" and figure.value_base is not None:
            levels[_of_what(figure)].add(figure.value_base)
    return levels


def _of_what(figure: Figure) -> _What:
    return figure.concept, figure.stage, figure.fiscal_year


def _settled(figure: Figure, said: list[Figure], levels: _Levels, told: set[_What]) -> Figure:
    if not figure.value_base or _is_all_of_whole(figure, levels) or _fits(said, levels):
        return replace(figure, note=None, confidence=Decimal(1))
    before = _levels_before(said[0], levels)  # 其中接待费2万元，较上年16万元减少3万元: the whole's
    wholes = [
        whole
        for whole in _wholes_of(said[0], levels)
        if _fits([replace(one, concept=whole[0], stage=whole[1]) for one in said], levels, before)
    ]
    if (
        figure.note == AFTER_PART
    ):  # “三公”经费较上年少2万元。其中接待费3万元，较上年少2万元: that of the whole is told already
        wholes = [whole for whole in wholes if (*whole, figure.fiscal_year) not in told]
    if len(wholes) == 1:
        concept, stage = wholes[0]
        return replace(figure, concept=concept, stage=stage, note=_OF_WHOLE, confidence=CONFIRMED)
    if figure.note == AFTER_PART and not _leaves_less_than_nothing(said, levels):
        return replace(figure, note=None, confidence=Decimal(1))
    return replace(figure, note=AFTER_LIST, confidence=UNCERTAIN)


def _wholes_of(one: Figure, levels: _Levels) -> list[tuple[str, str | None]]:
    """Concept and stage of what may have changed instead: balances have no stage, their wholes do."""
    stages = (one.stage,) if one.stage else tuple(sorted({stage for _, stage, _ in levels if stage}))
    return [(concept, stage) for concept in wholes_of(one.concept) for stage in stages]


def _leaves_less_than_nothing(said: list[Figure], levels: _Levels) -> bool:
    """其中年初结转3万元，较上年增加9万元: the part would have been less than nothing before."""
    one = said[0]
    change = next((figure.value_base for figure in said if figure.measure == "change"), None)
    now = levels.get((one.concept, one.stage, one.fiscal_year), set())
    return change is not None and bool(now) and change > max(now)


def _is_all_of_whole(figure: Figure, levels: _Levels) -> bool:
    """购置费0万元，运行维护费10万元，较上年减少: the part is as large as its whole, and either reading is right."""
    mine = levels.get((figure.concept, figure.stage, figure.fiscal_year), set())
    whole = reference.concepts()[figure.concept].parent
    return bool(mine & levels.get((whole or "", figure.stage, figure.fiscal_year), set()))


def _levels_before(one: Figure, levels: _Levels) -> set[Decimal]:
    """The amounts that a change is measured against."""
    if one.base_stage != "prior_year":
        return levels.get((one.concept, one.base_stage, one.fiscal_year), set())
    year = None if one.fiscal_year is None else one.fiscal_year - 1
    return levels.get((one.concept, one.stage, year), set())


def _fits(said: list[Figure], levels: _Levels, named: set[Decimal] | None = None) -> bool:
    """Whether the amounts of a concept changed as is said; ``named`` are amounts named beside the change."""
    one = said[0]
    now = levels.get((one.concept, one.stage, one.fiscal_year), set())
    before = _levels_before(one, levels) | (named or set())
    if len(now) * len(before) > _PAIRS:
        return False
    change = next((figure.value_base for figure in said if figure.measure == "change"), None)
    rate = next((figure for figure in said if figure.measure == "change_rate"), None)
    if change is not None:
        if any(after - base == change for after in now for base in before):
            return True
        return rate is not None and any(is_rate(rate, change, after - change) for after in now)
    return rate is not None and any(is_rate(rate, after - base, base) for after in now for base in before)


def is_rate(rate: Figure, change: Decimal, base: Decimal) -> bool:
    """Whether a change of a base by this much is the rate as printed."""
    if not base or rate.value_base is None:
        return False
    half_of_last_digit = Decimal("0.51").scaleb(-(rate.decimals or 0))
    return abs(change / base * _HUNDRED - rate.value_base) <= half_of_last_digit
