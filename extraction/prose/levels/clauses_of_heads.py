"""Heads that no name of the vocabulary stands before: employed beside the posts, the sum of a list.

Belongs here: what a number of people counts by the noun before it, where its own arithmetic or wording leaves no other reading.
Does not belong here: people behind a name of the vocabulary (``labels``, ``heads``), posts by their short names (``clauses_of_counts``).
"""

from __future__ import annotations

from extraction.concepts import QUOTAS_OF_KIND, kind_of
from extraction.prose.names.labels import Labels
from extraction.prose.names.labels_of_scope import body_before
from extraction.prose.owners import heads
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_heads

_CONTRACT = "staff_contract"
_OF_LIST = {
    "编制": "staff_quota",
    "实有": "staff_actual",
    "现有": "staff_actual",
    "人员": "staff_actual",
    "在职": "staff_in_service",
    "在编": "staff_in_service",
    "在岗": "staff_in_service",
}
_BEGINS = "，。；;:("


class Heads:
    """Numbers of people by the noun before them."""

    def __init__(self, now: State, labels: Labels) -> None:
        self._now, self._labels = now, labels

    def without_name(self, number: Number, gap_start: int) -> Subject | None:
        """What a number of heads or vehicles counts; None where that is not plain."""
        now = self._now
        if now.around.whole == "project_expenditure" or number.base_unit not in {"persons", "count"}:
            return None
        if number.unit in {"辆", "台"} and self._sum_of_vehicles(number, gap_start):
            return self._subject("vehicle_stock", "合计", number, gap_start)
        others = heads.are_of_others(now.text, now.sentence.start, number.start, now.around.department)
        if others or number.base_unit != "persons":
            return None
        if self._are_employed(number, gap_start):
            return self._subject(_CONTRACT, "编外", number, gap_start)
        if listed := self._sum_of_list(number, gap_start):
            return self._subject(listed, "合计", number, gap_start)
        if self._are_on_all_posts(number, gap_start):
            return self._subject("staff_actual", "现有", number, gap_start)
        return None

    def _subject(self, concept: str, label: str, number: Number, gap_start: int) -> Subject:
        return Subject((concept,), None, label, gap_start, org_scope=body_before(self._now, number.start))

    def _are_employed(self, number: Number, gap_start: int) -> bool:
        """另聘用网格员41人, 队员30人为劳务外包; not 其中编外记者14人, who are some of those before."""
        now = self._now
        words = grammar.IN_BRACKETS.sub("", now.text[gap_start : number.start])
        noun = words[max(words.rfind(mark) for mark in _BEGINS) + 1 :]
        if _CONTRACT in now.said.levels:
            return False  # 聘用人员45人；公益性岗位6人: some more, or some of them
        if words_of_heads.NOT_EMPLOYED.search(noun) or self._is_some_of_employed(gap_start):
            return False
        said = grammar.IN_BRACKETS.sub("", now.before(number.start))
        said = said[max((own.start() for own in words_of_heads.OUR_OWN.finditer(said)), default=0) :]
        if words_of_heads.EMPLOYED.fullmatch(noun):
            return words_of_heads.FOR_OTHERS.search(said) is None
        return bool(noun) and words_of_heads.EMPLOYED_BEHIND.match(now.text, number.end) is not None

    def _is_some_of_employed(self, gap_start: int) -> bool:
        now = self._now
        opened = [subject for subject, _, _ in now.said.open]
        if any(subject and subject.concepts == (_CONTRACT,) for subject in opened):
            return True
        last = now.flow.subject
        among = last is not None and grammar.OF_WHICH.search(now.text, last.start, gap_start + 4)
        return bool(among) and last is not None and last.concepts == (_CONTRACT,)

    def _sum_of_list(self, number: Number, gap_start: int) -> str | None:
        """实有：行政21人，工勤4人，事业26人，共计51人, where those listed add up to it."""
        now = self._now
        begins = max(now.sentence.start, number.start - 4 * grammar.REACH)
        if kinds := words_of_heads.PEOPLE_LISTED.search(now.text, begins, number.start):
            parts = [other for other in now.sentence.numbers if kinds.start() <= other.start < gap_start]
            return "staff_actual" if sum(part.value for part in parts) == number.value else None
        if not words_of_heads.IN_ALL.fullmatch(now.text, gap_start, number.start):
            return None
        for listed in words_of_heads.LISTED.finditer(now.text, begins, gap_start):
            parts = [other for other in now.sentence.numbers if listed.end() <= other.start < gap_start]
            whole = sum(part.value for part in parts)
            if len(parts) > 1 and whole == number.value and all(p.unit == number.unit for p in parts):
                return _OF_LIST[listed["what"]]
        return None

    def _sum_of_vehicles(self, number: Number, gap_start: int) -> bool:
        """现有车辆：轿车1辆、越野车1辆，共2辆, where those listed add up to it."""
        now = self._now
        if not words_of_heads.IN_ALL.fullmatch(now.text, gap_start, number.start):
            return False
        begins = max(now.sentence.start, number.start - 4 * grammar.REACH)
        if (listed := words_of_heads.VEHICLES_LISTED.search(now.text, begins, gap_start)) is None:
            return False
        parts = [other for other in now.sentence.numbers if listed.end() <= other.start < gap_start]
        return len(parts) > 1 and sum(part.value for part in parts) == number.value

    def _are_on_all_posts(self, number: Number, gap_start: int) -> bool:
        """行政编制18名，事业编制22名，现有37人: behind several kinds of posts and none of the people on one kind."""
        now = self._now
        last = now.flow.subject
        if last is None or last.concepts[0] not in {"staff_quota", *QUOTAS_OF_KIND}:
            return False
        if not words_of_heads.ARE_THERE.fullmatch(now.text, gap_start, number.start):
            return False
        begins = max(now.sentence.start, gap_start - 3 * grammar.REACH)
        if words_of_heads.THERE_OF_KIND.search(now.text, begins, gap_start):
            return False
        named = {
            term.term.concepts[0]
            for term in now.sentence.terms_in(begins, gap_start)
            if term.term.names_concept and kind_of(term.term.concepts[0]) == "persons"
        }
        several = last.concepts == ("staff_quota",) or len(named & QUOTAS_OF_KIND) > 1
        return several and not named & {"staff_actual", "staff_in_service"}
