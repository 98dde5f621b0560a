"""How many divisions or units a number counts: 内设6个科室, 下属2家事业单位.

Belongs here: what is counted by words on either side of the number.
Does not belong here: whose an amount is (``bodies``, ``ownership``), the patterns (``words_of_bodies``).
"""

from __future__ import annotations

from extraction.text.numbers import Number
from extraction.words import grammar, words_of_bodies


def counted_bodies(text: str, number: Number) -> str | None:
    """内设综合科、财务科等6个科室, 下属2家事业单位: what is counted by words around the number."""
    before = text[max(0, number.start - 3 * grammar.REACH) : number.start]
    if words_of_bodies.MORE_BODIES.match(text, number.end):
        return None  # 下属参公单位2个、事业单位4个: some of them
    named = text.startswith("内设", number.end) or words_of_bodies.HAS_DIVISIONS.search(before)
    if words_of_bodies.DIVISIONS.match(text, number.end) and named:
        return "internal_division_count"
    named = words_of_bodies.IS_SUBORDINATE.match(text, number.end) or words_of_bodies.HAS_SUBORDINATES.search(
        before
    )
    if words_of_bodies.SUBORDINATES.match(text, number.end) and named:
        return "subordinate_unit_count"
    ends = text[number.end : number.end + 1] in grammar.CLAUSE_MARKS
    if ends and words_of_bodies.DIVISIONS_LISTED.search(before):
        return "internal_division_count"
    if words_of_bodies.UNITS_MADE_OF.search(before):
        return "subordinate_unit_count"
    listed = words_of_bodies.SUBORDINATES_LISTED.search(before) and ends
    ends = ends or text[number.end : number.end + 1] in "、(（:"
    counted = ends and words_of_bodies.SUBORDINATES_NUMBER.search(before)
    return "subordinate_unit_count" if listed or counted else None
