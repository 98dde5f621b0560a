"""The first amount below a heading that names it: 五、机关运行经费 and 2022年，18.6万元，较上年减少1.4万元.

Belongs here: such an amount where its sentence names nothing, and its stage.
Does not belong here: which headings name one thing (``names_of_headings``), amounts that name a stage of one kind of spending
(``clauses_of_stage``), those with a label (``clauses_of_labels``).
"""

from __future__ import annotations

from extraction import reference
from extraction.concepts import APPROPRIATIONS, TOPICS
from extraction.prose.names.names_of_headings import named_alone
from extraction.prose.owners import bodies
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match, Term
from extraction.words import grammar, words_of_funds, words_of_sections

_ENDS = grammar.CLAUSE_MARKS | {"(", ":"}
_PROCURED = "procurement_actual"
_AGENCY, _PUBLIC = "agency_operating_cost", "public_expenditure"
#: By whom what a heading names is paid, and as what.
_PAYING = APPROPRIATIONS | {_PUBLIC}


class BelowHeadings:
    """Clauses whose name is their heading."""

    def __init__(self, now: State) -> None:
        self._now = now

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """What the first amount below a heading is of that names it; None where its own words or others say more."""
        now = self._now
        if number.base_unit != "yuan" or number.value < 0 or gap_start != now.sentence.start:
            return None
        term = None if now.around.stage_open or now.around.kind_unknown else self.named()
        if term is None or now.text[number.end : number.end + 1] not in _ENDS:
            return None
        before = bodies.without_own_name(now.text[gap_start : number.start], now.around.department)
        if not words_of_sections.SAYS_ONLY_WHEN.fullmatch(before) or self._is_one_of_several(term, number):
            return None
        return self._subject(term, before, gap_start)

    def paid(self, label: Match, subject: Subject) -> Subject | None:
        """1.机关运行经费。当年一般公共预算拨款7万元: what was appropriated for it, and not all that was."""
        now, concept = self._now, subject.concepts[0]
        if concept not in _PAYING or "收入" in label.term.text:
            return None
        term = self.named()
        if term is None or term.concepts[0] not in TOPICS or now.flow.first:
            return None
        if concept == _PUBLIC and term.concepts[0] != _AGENCY:
            return None
        before = bodies.without_own_name(now.text[now.sentence.start : label.start], now.around.department)
        if not words_of_sections.SAYS_ONLY_WHEN.fullmatch(before):
            return None
        if words_of_sections.OTHER_FUNDS.search(now.text, label.end, now.sentence.end):
            return None
        funds = words_of_funds.FUND_SCOPE.search(before + label.term.text)
        scope = funds.lastgroup if funds else subject.fund_scope
        return replace(subject, concepts=term.concepts, label=term.text, fund_scope=scope)

    def named(self) -> Term | None:
        """What the lead of the paragraph names, else the line above it, else the heading; None once an amount was given."""
        now, flow = self._now, self._now.flow
        if flow.amounts or flow.named or flow.item or now.around.whole == "project_expenditure":
            return None
        lead = now.text[: now.sentence.start]
        return named_alone(lead) if lead else flow.headed

    def _subject(self, term: Term, before: str, start: int) -> Subject | None:
        """The subject that a heading names, at the stage that the words before the amount print."""
        concept, default = term.concepts[0], self._now.around.default_stage
        if reference.concepts()[concept].nature != "flow":
            return Subject(term.concepts, None, term.text, start)
        budget = words_of_sections.BUDGETED.search(before) is not None
        stage = (
            default if default == "initial_budget" else "initial_budget" if budget else term.stage or default
        )
        if words_of_sections.ARRANGED.search(before) and default != "initial_budget":
            return None  # 安排12万元: in a report on what was spent it may be either
        if concept == _PROCURED and stage == "initial_budget":
            concept = "procurement_budget"
        return Subject(
            (concept, *term.concepts[1:]),
            stage,
            term.text,
            start,
            function_code=term.function_code,
            economic_code=term.economic_code,
            fund_scope=term.fund_scope,
            stage_printed=budget,
        )

    def _is_one_of_several(self, term: Term, number: Number) -> bool:
        """（二）项目支出。安排20万元；安排30万元: of one project after the other."""
        if term.concepts[0] in TOPICS:
            return False
        return words_of_sections.ANOTHER.match(self._now.text, number.end) is not None
