"""Reasons given for a change: where one begins and where the statement goes on behind it.

Belongs here: amounts that belong to a reason and are no figures of the department.
Does not belong here: the change itself (``clauses_of_change``).
"""

from __future__ import annotations

from extraction.prose.changes.clauses_of_change import Changes
from extraction.prose.changes.clauses_of_reasoned_parts import ReasonedParts
from extraction.prose.levels.clauses_of_counts import is_kept
from extraction.prose.names.labels import Labels
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_counts


class Reasons:
    """Clauses that say why."""

    def __init__(self, now: State, labels: Labels, changes: Changes) -> None:
        self._now, self._labels = now, labels
        self.parts = ReasonedParts(now, labels, changes)

    def note(self, gap_start: int, gap: str, number: Number) -> None:
        """A reason holds its own amounts until the sentence or the reason ends."""
        now = self._now
        reason = self._begun(gap)
        now.flow.reason = now.flow.reason or reason > 0
        if not now.flow.reason:
            return
        if number.canonical_unit == "辆" and self._is_stock(number):
            now.flow.reason = False
            return
        said = gap[reason:]
        if said.startswith(":") and self._begins_anew(number, gap_start + reason + 1):
            now.flow.reason = False
            return
        if words_of_change.AFTER_REASON.search(said) and number.base_unit in {"yuan", "percent"}:
            now.flow.reason = False
            return
        if words_of_change.NUMBERED_ITEM.search(said) and self._labels.nearest(
            number, gap_start + reason, number.start
        ):
            now.flow.reason = False
            return
        if self.parts.are_stated(number, gap_start) or (reason and self._turns_to_parts(said, number)):
            now.flow.reason = False
            return
        end = max(said.rfind("；"), said.rfind(";"))
        begins = gap_start + reason + end + 1
        if end < 0 or words_of_change.NEXT_REASON.match(now.text, begins):
            return
        label = self._labels.nearest(number, begins, number.start) or self._changing(begins, number)
        if label and grammar.CLAUSE_START.fullmatch(now.text, begins, label.start):
            now.flow.reason = False

    def _turns_to_parts(self, said: str, number: Number) -> bool:
        """增加22万元，主要原因是人员增加，其中：财政拨款收入560万元: parts of what changed, for the reason holds no amount."""
        parts = words_of_change.PARTS_AFTER_REASON.search(said)
        if parts is None or number.base_unit != "yuan":
            return False
        begins = number.start - len(said) + parts.end()
        label = self._labels.nearest(number, begins, number.start)
        return label is not None and label.start == begins

    def _begun(self, gap: str) -> int:
        """Where the words end by which a reason begins among those before a number; 0 where none does."""
        ends = [0]
        if "因" in gap or "由于" in gap:
            ends += [found.end() for found in words_of_change.REASON.finditer(gap)]
        if self._now.flow.changed and (match := words_of_change.REASON_OF_CHANGE.search(gap)):
            ends.append(match.end())
        return max(ends)

    def _changing(self, begins: int, number: Number) -> Match | None:
        """…，主要原因是新增1辆车；公务接待费减少2万元: what changes next, behind the reason for the change before."""
        change = words_of_change.CHANGE.search(self._now.text[begins : number.start])
        if change is None:
            return None
        compared = words_of_change.last_comparison(self._now.text[begins : number.start])
        upto = begins + (compared or change).start()
        return self._labels.nearest(number, begins, upto, of_any_kind=True)

    def _begins_anew(self, number: Number, start: int) -> bool:
        """…变化的主要原因是：2018年“三公”经费支出预算24万元: the statement itself with its year and stage, and no reason."""
        now = self._now
        years = now.sentence.years_until(number.start)
        label = self._labels.nearest(number, start, number.start)
        staged = label and any(term.term.stage for term in now.sentence.terms_in(start, number.start))
        return bool(staged and years and years[-1].start == start)

    def _is_stock(self, number: Number) -> bool:
        """原因是实行公车改革，我委共有车辆2辆: stated of the year, whatever the clause before gave as a reason."""
        now = self._now
        start = max(now.sentence.start, number.start - grammar.REACH)
        label = self._labels.nearest(number, start, number.start)
        named = label is not None and "保有" in label.term.text  # 原因是新增5辆车，单位车辆保有量17辆
        kept = named or words_of_counts.HAS_VEHICLES.search(now.text, start, number.start) is not None
        return kept or is_kept(now.text, now.sentence, number)
