"""Names that leave open what they are: 结余 by itself, 固定资产 without 原值 or 净值.

Belongs here: what the words around such a name decide, and how little is certain where they decide nothing.
Does not belong here: money of one project (``clauses_of_projects``), what the report's arithmetic decides of it (``witness``).
"""

from __future__ import annotations

import re

from extraction.concepts import SPENT_OF, WHOLE_INCOME, WHOLE_SPENDING
from extraction.prose.levels.clauses_of_sums import Sums
from extraction.prose.names.names_of_sections import named_by_section
from extraction.prose.owners.clauses_of_projects import OneProject
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.witnesses.witness import GROSS_OR_NET, OPEN_BALANCE
from extraction.words import grammar, words_of_parts, words_of_stage

_LEADS = r"(?:合计|总计|共计|总额|共|为|是|达|:)*"
_BALANCE = re.compile(rf"[，、；;,。]?(?:年末|当年|本年|收支|其中|资金|的|，)*(?:收支)?结余{_LEADS}")
_FIXED = re.compile(
    rf"(?:^|[，、；;。:(])(?:(?:19|20)\d\d年(?:度|末|底)?|其中|包括|年末|期末|现有|我?[局部委院校]|本?单位|共有|拥有|[:，])*固定资产(?:账面(?:价值|余额|数)?|总值)?{_LEADS}$"
)
#: 固定资产38万元(原值): what it is itself.
_IS_ITSELF = re.compile(r"\((?:账面)?(?P<what>原值|净值|净额)[)，,；;]")
_ITSELF = {"原值": "fixed_assets_gross", "净值": "fixed_assets_net", "净额": "fixed_assets_net"}


#: 年末结转和结余39万元，年初为26万元: what stands at both ends of a year.
_AT_BOTH_ENDS = {"opening_carryover", "closing_carryover"}


class OpenNames:
    """Clauses whose name leaves something open."""

    def __init__(self, now: State, project: OneProject) -> None:
        self._now, self._project, self._sums = now, project, Sums(now)

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """What an amount is whose label the vocabulary does not know for certain; None for any other."""
        if number.base_unit != "yuan":
            return None
        proved = self._project.proved_paid(number, gap_start) or self._project.spent_of_level(
            number, gap_start
        )
        return proved or self._open(number, gap_start)

    def _open(self, number: Number, gap_start: int) -> Subject | None:
        """An amount of money whose name leaves open what it is."""
        now = self._now
        if now.flow.of_another >= 0:
            ended = grammar.CLAUSES_END.search(now.text, gap_start, number.start)
            return self._balance(number, gap_start) if ended else None
        if self._is_adjusted_by(number, gap_start):
            return Subject(("budget_adjustment",), "adjusted_budget", "年中调整", gap_start)
        shared = now.said.last_share
        if (
            shared
            and shared[0] == gap_start
            and words_of_parts.AS_AMOUNT.fullmatch(now.text, gap_start, number.start)
        ):
            return replace(shared[1], start=gap_start)  # 公务接待费占71%，达93万元
        if named := (
            self._named_by_section(number)
            or self._spent_of_budget(number, gap_start)
            or self._sums.subject(number, gap_start)
            or self._by_words(number, gap_start)
        ):
            return named
        if of_project := self._project.subject(number, gap_start):
            return of_project
        if balance := self._balance(number, gap_start):
            return balance
        return self._fixed_assets(number, gap_start)

    def _fixed_assets(self, number: Number, gap_start: int) -> Subject | None:
        """固定资产1862万元: gross or net, as a bracket or what is listed with it says; else open."""
        now = self._now
        start = max(now.sentence.start, number.start - grammar.REACH)
        fixed = _FIXED.search(now.text[start : number.start])
        if fixed is None or start + fixed.end() <= gap_start:
            return None
        begins = start + fixed.group().index("固定") + fixed.start()
        if itself := _IS_ITSELF.match(now.text, number.end):
            return Subject((_ITSELF[itself["what"]],), None, "固定资产", begins)
        wholes = (now.flow.subject, now.flow.list_whole)
        listed = any(whole is not None and "total_assets" in whole.concepts for whole in wholes)
        concept = "fixed_assets_net" if listed else "fixed_assets_gross"
        return Subject((concept,), None, "固定资产", begins, note=GROSS_OR_NET)

    def are_project_paid(self, number: Number, gap_start: int, label: str) -> bool:
        """资金下达600万元；支出540万元，支出率90%: where 支出 is the verb, in a report on one project."""
        return label == "支出" and self._project.proved_paid(number, gap_start) is not None

    def _spent_of_budget(self, number: Number, gap_start: int) -> Subject | None:
        """会议费预算3万元，实际0.86万元: what was spent of the budget just named."""
        now = self._now
        budget = now.flow.subject
        if (
            budget is None
            or not budget.stage_printed
            or budget.stage not in {"initial_budget", "adjusted_budget"}
        ):
            return None
        if not words_of_parts.IN_FACT.fullmatch(now.text, gap_start, number.start):
            return None
        concepts = tuple(SPENT_OF.get(one, one) for one in budget.concepts)
        return replace(budget, concepts=concepts, stage="final_account", start=gap_start)

    def _named_by_section(self, number: Number) -> Subject | None:
        """What the heading or a number of pieces says of an amount: 我单位运行经费支出3万元."""
        now = self._now
        around = now.around
        found = named_by_section(
            now.text,
            now.sentence.start,
            number.start,
            now.flow.topic or around.heading_concepts,
            around.default_stage,
        )
        return found and Subject((found[0],), found[1], now.text[found[2] : number.start], found[2])

    def _is_adjusted_by(self, number: Number, gap_start: int) -> bool:
        """全年预算数31万元，其中年初预算29万元，年中调整2万元: what the budget of the department was changed by."""
        now = self._now
        first = now.flow.first
        return (
            first is not None
            and first.concepts == ("total_expenditure",)
            and first.stage in {"initial_budget", "adjusted_budget"}
            and number.value > 0
            and words_of_stage.ADJUSTED_BY.fullmatch(now.text, gap_start, number.start) is not None
        )

    def _by_words(self, number: Number, gap_start: int) -> Subject | None:
        """结转结余。年初5万元；年末7万元: of the lead; 追加232万元后为890万元: the budget after it was added to."""
        now = self._now
        last = now.flow.subject
        lead = (
            last is not None and last.concepts[0] in _AT_BOTH_ENDS
        ) or words_of_parts.LEAD_ON_BALANCE.search(now.text, 0, now.sentence.start)
        if lead and (at := words_of_parts.BALANCE_AT.fullmatch(now.text, gap_start, number.start)):
            concept = "opening_carryover" if at["first"] else "closing_carryover"
            return Subject((concept,), None, at.group(), gap_start)
        first = now.flow.first
        if first is None or first.concepts != ("total_expenditure",) or first.stage != "initial_budget":
            return None
        grown = words_of_stage.GROWN_TO.fullmatch(now.text, gap_start, number.start)
        return (
            replace(first, stage="adjusted_budget", start=gap_start)
            if grown and not first.fund_scope
            else None
        )

    def _balance(self, number: Number, gap_start: int) -> Subject | None:
        """收入76万元，支出74万元，结余2万元: what is left of both."""
        now = self._now
        if not (self._states_both_sides(number) and _BALANCE.fullmatch(now.text, gap_start, number.start)):
            return None
        begins = now.text.rindex("结余", gap_start, number.start)
        return Subject(("closing_carryover",), None, "结余", begins, note=OPEN_BALANCE)

    def _states_both_sides(self, number: Number) -> bool:
        """Whether the sentence has named all income and all spending."""
        named = {
            concept
            for term in self._now.sentence.terms_in(number.start - 4 * grammar.REACH, number.start)
            for concept in term.term.concepts
        }
        return bool(named & WHOLE_INCOME) and bool(named & WHOLE_SPENDING)
