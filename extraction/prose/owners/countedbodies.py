"""How many divisions or units a number counts: 内设6个科室, 下属2家事业单位.

Belongs here: what is counted by words on either side of the number.
Does not belong here: whose an amount is (``bodies``, ``ownership``), the patterns (``words_of_bodies``).
"""

from __future__ import annotations

from extraction.prose.owners.bodies import is_own
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_bodies

_ENDS = grammar.CLAUSE_MARKS | {":", "("}
#: How far before a number the list of what it counts may begin.
_FAR = 8 * grammar.REACH


def counted_bodies(now: State, number: Number) -> str | None:
    """内设综合科、财务科等6个科室, 下属2家事业单位: what is counted by words around the number."""
    text = now.text
    before = text[max(now.sentence.start, number.start - _FAR) : number.start]
    if _are_divisions(text, number, before):
        return None if _of_another(before, now.around.department) else "internal_division_count"
    more = words_of_bodies.MORE_KINDS.search(text, number.end, min(now.sentence.end, number.end + _FAR))
    if more and not grammar.OF_WHICH.search(text, number.end, more.start() + 1):
        return None
    return "subordinate_unit_count" if _are_units(text, number, before) else None


def _are_divisions(text: str, number: Number, before: str) -> bool:
    named = text.startswith("内设", number.end) or words_of_bodies.HAS_DIVISIONS.search(before)
    if words_of_bodies.DIVISIONS.match(text, number.end) and named:
        return True
    if words_of_bodies.OUR_DIVISIONS.search(before) and words_of_bodies.DIVISIONS_BEHIND.match(
        text, number.end
    ):
        return True
    ends = text[number.end : number.end + 1] in _ENDS
    by_name = words_of_bodies.DIVISIONS_LISTED, words_of_bodies.DIVISIONS_NUMBER
    return ends and any(words.search(before) for words in by_name)


def _are_units(text: str, number: Number, before: str) -> bool:
    if words_of_bodies.MORE_BODIES.match(text, number.end):
        return False  # 下属参公单位2个、事业单位4个: some of them
    near = before[-3 * grammar.REACH :]
    named = words_of_bodies.IS_SUBORDINATE.match(text, number.end)
    if words_of_bodies.SUBORDINATES.match(text, number.end) and (
        named
        or words_of_bodies.HAS_SUBORDINATES.search(near)
        or words_of_bodies.BESIDE_DIVISIONS.search(near)
    ):
        return True
    if words_of_bodies.UNITS_MADE_OF.search(near):
        return True
    behind = text[number.end : number.end + 1]
    if behind in _ENDS | {"、"} and words_of_bodies.SUBORDINATES_NUMBER.search(near):
        return True
    if behind not in _ENDS:
        return False
    set_up = words_of_bodies.UNITS_SET_UP.search(near)
    if set_up and words_of_bodies.IN_A_PLACE.search(near[: set_up.start()]) is None:
        return True
    return words_of_bodies.SUBORDINATES_LISTED.search(near) is not None


def _of_another(before: str, department: str | None) -> bool:
    """省人民政府研究室设4个内设机构, in the report of the office beside it: of a body that is not the department."""
    named = list(words_of_bodies.BODY_THAT_SETS.finditer(before))
    if not named or department is None:
        return False
    body, rest = named[-1]["body"], iter(department)
    return not (is_own(body, department) or all(character in rest for character in body))
