"""支出 by itself, whose words leave out what was spent: on what was announced, or of the budget just named.

Belongs here: what such a label is of.
Does not belong here: finding the label (``labels``), spending of something else than the department's (``clauses_of_others``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.concepts import ALL_INCOME, FUND_OF_REVENUE, SPENDING, TOPICS, WHOLE_INCOME, WHOLE_SPENDING
from extraction.prose.levels.clauses_below_headings import BelowHeadings
from extraction.prose.names.closed_lists import is_open_behind, whole_again
from extraction.prose.names.set_off import set_off
from extraction.prose.owners.clauses_of_others import ALL_SPENDING
from extraction.prose.sentence.doubts import LAST_OR_WHOLE, ON_WORK
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.terms import Match
from extraction.words import grammar, words_of_bodies, words_of_items, words_of_parts

_BUDGETS = {"initial_budget", "adjusted_budget"}
_BARE_SPENDING = {"支出", "全年支出", "全年实际支出"}
#: Behind the same of the year before.
_THIS_YEARS = {"本年支出", "全年支出", "当年支出"}
_SUMS = {"支出合计", "支出总额", "本年支出", "本年支出合计"}
#: ，实际: between the budget of a source and what came in of it.
_RECEIVED = re.compile(r"[，,；;](?:全年|当年|本年度?|(?:19|20)\d\d年度?)?实际")
#: Kinds of spending that a department explains one by one, each below a heading of its own.
_EXPLAINED = TOPICS - {"agency_operating_cost"} | {"basic_expenditure"}


class Spending:
    """Clauses on spending that leave out what it is of."""

    def __init__(self, now: State, below: BelowHeadings) -> None:
        self._now, self._below = now, below

    def on_topic(self, label: Match, subject: Subject) -> Subject | None:
        """（二）公务接待费。2022年支出4万元: spent on what was announced, or on what the heading names; None if unknown."""
        now = self._now
        if label.term.text == "支出预算":
            return self._budget_on_topic(label, subject)
        if not self._is_bare(label) or subject.concepts != ("total_expenditure",):
            return self._below.paid(label, subject) or subject
        if before := set_off(now, label.start):
            return self._set_off(before[0], label, subject)
        if counted := self._counted_before(label):
            return replace(subject, concepts=counted)
        if now.flow.first or now.flow.subject or now.flow.list_whole:
            return self._in_clause(label, subject)
        announced = {
            term.term.concepts[0]
            for term in now.sentence.terms_in(now.sentence.start, label.start)
            if term.term.names_concept and term.term.concepts[0] in SPENDING - {"total_expenditure"}
        }
        if announced:  # 三公经费控制较好，全年共支出5万元
            return replace(subject, concepts=tuple(announced)) if len(announced) == 1 else None
        said = now.text[now.sentence.start : label.start]
        head = said[: said.rfind(":") + 1]
        if now.flow.item or now.around.item or words_of_items.ITEM_NAME.fullmatch(head):
            return None
        if (name := self._name_before(label)) and not words_of_bodies.ORGAN_AT_END.search(name):
            return None  # 医疗救助金2022年支出236万元
        named = set(now.flow.topic or now.around.heading_concepts)
        if "total_expenditure" in named or not named & SPENDING or self._is_part_below(label, named):
            on_work = words_of_items.WORK_COUNTED.search(now.before(label.start))
            return replace(subject, note=ON_WORK) if on_work else subject
        return replace(subject, concepts=tuple(named)) if len(named) == 1 else None

    def _in_clause(self, label: Match, subject: Subject) -> Subject | None:
        """…；二是压减会议费，全年支出3万元: spent on what the clauses behind a semicolon name, where they give no amount before."""
        now = self._now
        since = max(now.text.rfind(mark, now.sentence.start, label.start) for mark in "；;")
        if since < 0 or any(since < one.start < label.start and one.unit for one in now.sentence.numbers):
            return subject
        named = {
            term.term.concepts[0]
            for term in now.sentence.terms_in(since, label.start)
            if term.term.names_concept and term.term.concepts[0] in TOPICS
        }
        if not named:
            return subject
        return replace(subject, concepts=tuple(named)) if len(named) == 1 else None

    def _is_part_below(self, label: Match, named: set[str]) -> bool:
        """（一）基本支出情况。2022年支出76万元，其中基本支出50万元: what the heading names is a part of what was spent."""
        now = self._now
        return any(
            term.term.names_concept
            and term.term.concepts[0] in named
            and grammar.OF_WHICH.search(now.text, label.end, term.start)
            for term in now.sentence.terms_in(label.end, now.sentence.end)
        )

    def _name_before(self, label: Match) -> str:
        """What the clause names before a label, beside words that any clause may begin with."""
        said = self._now.text[self._now.sentence.start : label.start]
        clause = said[max(said.rfind(mark) for mark in "，；:") + 1 :][-grammar.REACH :]
        return grammar.NAMES_NOTHING.sub("", clause)

    def _set_off(self, concept: str, label: Match, subject: Subject) -> Subject | None:
        """在公务接待方面，严格执行标准，全年支出4万元: spent on what the clauses before set off; None on something else."""
        return None if self._name_before(label) else replace(subject, concepts=(concept,))

    def _counted_before(self, label: Match) -> tuple[str, ...]:
        """运行维护费9万元；因公出国(境)0个团组，支出0万元: the kind of spending of which only its journeys were counted."""
        now = self._now
        since = max(now.sentence.start, label.start - 2 * grammar.REACH)
        for term in reversed(now.sentence.terms_in(since, label.start)):
            if term.term.names_concept and term.term.concepts[0] in TOPICS:
                counted = words_of_items.ONLY_COUNTED.fullmatch(now.text, term.end, label.start)
                return term.term.concepts[:1] if counted else ()
        return ()

    def _is_bare(self, label: Match) -> bool:
        """Whether a name of all spending may be of one kind of it: 支出, and below 三、“三公”经费 also 支出合计."""
        if label.term.text in _BARE_SPENDING:
            return True
        now = self._now
        named = set(now.flow.topic or now.around.heading_concepts)
        if label.term.text not in _SUMS or not named or not named <= TOPICS:
            return False
        later = now.sentence.terms_in(label.end, now.sentence.end)  # 支出合计800万元，其中“三公”经费5万元
        return not any(term.term.names_concept and term.term.concepts[0] in named for term in later)

    def _budget_on_topic(self, label: Match, subject: Subject) -> Subject:
        """（二）公务接待费。支出预算1.9万元: of what the heading names, where nothing else stands before it in its sentence."""
        now = self._now
        named = set(now.flow.topic or now.around.heading_concepts)
        said = now.text[now.sentence.start : label.start]
        if len(named) != 1 or not named <= _EXPLAINED or not grammar.THIS_YEAR.fullmatch(said):
            return subject
        later = now.sentence.terms_in(label.end, now.sentence.end)
        if any(
            term.term.names_concept
            and term.term.concepts[0] in named
            and grammar.LEADS_TO_NUMBER.match(now.text, term.end)
            for term in later
        ):
            return subject  # （二）公务接待费预算。支出预算500万元，其中公务接待费1.9万元
        return replace(subject, concepts=tuple(named))

    def of_body(self, label: Match, subject: Subject, gap_start: int) -> Subject | None:
        """“三公”经费支出12万元，其中局机关支出8万元: of that kind of spending, by one body; None if nothing tells by whom or of what."""
        now = self._now
        last = now.flow.subject
        if label.term.text in _THIS_YEARS and now.flow.last_year[0] == gap_start:
            whole = now.flow.list_whole or last
            if whole is None or whole.concepts[0] not in SPENDING:
                return subject  # 会议费上年支出6万元，本年支出5万元
            return replace(whole, stage="final_account", start=subject.start, year=now.around.fiscal_year)
        if label.term.text != "支出" or subject.concepts != ("total_expenditure",) or last is None:
            return subject
        if last.concepts[0] not in SPENDING or self.budget_spent(label):
            return subject
        listed = grammar.OF_WHICH.search(now.text, gap_start, label.start)
        ended = grammar.CLAUSES_END.search(now.text, last.start, label.start)
        whole = last if listed else None if ended else now.flow.list_whole
        if whole is None or whole.concepts[0] not in SPENDING or subject.org_scope == "department":
            return None if last.concepts[0] in TOPICS else subject
        return replace(whole, start=subject.start, org_scope=subject.org_scope, is_part=True)

    def budget_spent(self, label: Match) -> Subject | None:
        """公务接待费预算2万元，支出1万元: the budget that 支出 or 全年支出 behind it is spent of; None where it is of no such."""
        now = self._now
        subject = now.flow.subject
        if label.term.text in ALL_SPENDING and (now.flow.count > 1 or now.flow.list_whole):
            return None  # after several amounts it is the spending of them all
        if label.term.text not in {"支出", *ALL_SPENDING} or subject is None:
            return None
        if now.flow.list_whole and words_of_parts.AMOUNT_WITH_BASIC.match(now.text, label.end):
            return None  # 预算2418万元，其中…项目支出512万元，2023年决算支出6327万元，其中基本支出
        if whole := whole_again(now, subject, label.start):
            return whole if whole.stage in _BUDGETS and not set(whole.concepts) & ALL_INCOME else None
        if subject.stage not in _BUDGETS or set(subject.concepts) & (
            ALL_INCOME | WHOLE_SPENDING | set(FUND_OF_REVENUE)
        ):
            return None
        return replace(subject, note=LAST_OR_WHOLE) if is_open_behind(now, subject, label.start) else subject

    def budget_received(self, label: Match, gap_start: int) -> Subject | None:
        """财政拨款收入预算100万元，实际收入105万元: the source of which 收入 behind its budget came in; None where it is of no such."""
        now = self._now
        subject = now.flow.subject
        if (
            label.term.text != "收入"
            or subject is None
            or len(subject.concepts) > 1
            or subject.stage not in _BUDGETS
        ):
            return None
        if now.flow.count > 1:
            return None  # after several sources it is all that came in
        in_all = WHOLE_INCOME & {*reference.ancestors(subject.concepts[0])}
        return subject if in_all and _RECEIVED.fullmatch(now.text, gap_start, label.start) else None
