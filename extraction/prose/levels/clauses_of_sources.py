"""Sources of income by their short names: 收入预算96万元，其中一般公共预算80万元、专户拨款16万元; below it 1.一般公共预算80万元.

Belongs here: which whole such a name divides, in its sentence, in the sentence or the line before.
Does not belong here: the names (``words_of_sources``), parts of other wholes (``clauses_of_parts``), full names (``labels``).
"""

from __future__ import annotations

from extraction.concepts import ALL_INCOME, WHOLE_INCOME
from extraction.prose.names.classes_by_name import may_be_part
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_sources
from extraction.words.words_of_sources import BUDGETS, SOURCES

_APPROPRIATED = {*BUDGETS.values(), "fiscal_appropriation_revenue"}
_MEMBERS = {*SOURCES.values(), "fiscal_appropriation_revenue"}


class Sources:
    """Clauses that name a source of income shortly."""

    def __init__(self, now: State) -> None:
        self._now = now

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """The source that the words before an amount name; None where they name none, or divide no income."""
        now = self._now
        if listed := self._listed(number, gap_start):
            return listed
        whole = now.flow.subject
        if (
            whole
            and whole.concepts[0] in ALL_INCOME
            and grammar.OF_WHICH.search(now.text, gap_start, number.start)
        ):
            now.flow.list_whole = whole  # 预算收入12亿元，其中一般公共预算11亿元，政府性基金预算1亿元
        if whole is None:
            return None
        named = words_of_sources.MEMBER.fullmatch(now.text, gap_start, number.start)
        names = self._names_below(whole)
        if named is None or named["source"] not in names:
            return None
        beside = named["source"] in BUDGETS or named.group().startswith(
            ")"
        )  # 事业95万元(医疗90万元)，其他2万元
        if not beside and not may_be_part(now.flow, number):
            return None
        return self._of(whole, names[named["source"]], gap_start, named["source"])

    def _of(self, whole: Subject, concept: str, start: int, label: str) -> Subject:
        return replace(whole, concepts=(concept,), label=label, start=start, is_part=False)

    def _names_below(self, whole: Subject) -> dict[str, str]:
        """The names by which the money of a whole, or what stands beside its last part, goes."""
        listed = self._now.flow.list_whole
        total = self._now.flow.total
        divides = any(one is not None and one.concepts[0] in WHOLE_INCOME for one in (listed, whole))
        of_total = total is not None and total.concepts[0] in WHOLE_INCOME and whole.concepts[0] in _MEMBERS
        opened = words_of_sources.OPENS.match(self._now.text, self._now.sentence.start) is not None
        divides = divides or opened
        if (divides and whole.concepts[0] in _MEMBERS | WHOLE_INCOME) or of_total:
            return SOURCES
        return BUDGETS if whole.concepts[0] in _APPROPRIATED else {}

    def _listed(self, number: Number, gap_start: int) -> Subject | None:
        """A source at the beginning of a line or a sentence below all income, or behind 收入包括."""
        now = self._now
        if gap_start != now.sentence.start:
            return None
        if named := words_of_sources.LISTED.fullmatch(now.text, gap_start, number.start):
            whole = Subject(("total_revenue",), now.around.default_stage, "收入", gap_start)
            now.flow.list_whole = whole
            return self._of(whole, SOURCES[named["source"]], gap_start, named["source"])
        above = now.flow.total if gap_start else now.flow.income_above
        if gap_start and words_of_sources.DIVIDED.match(now.text, gap_start):
            named = words_of_sources.MEMBER.search(now.text, gap_start, number.start)
            named = named if named and named.end() == number.start else None
        else:
            named = words_of_sources.ITEM.fullmatch(now.text, gap_start, number.start)
        if named is None or above is None or above.concepts[0] not in WHOLE_INCOME:
            return None
        now.flow.list_whole = above
        return self._of(above, SOURCES[named["source"]], gap_start, named["source"])
