"""The stage of the budget that a labelled amount is of.

Belongs here: stage words in and beside a label, that of its whole, that of the heading.
Does not belong here: amounts without a label (``clauses_of_stage``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction import reference
from extraction.concepts import FUNDS_OF_LEVELS, TWO_SIDES
from extraction.prose.labels_of_parts import PartLabels
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_change,
    words_of_funds,
    words_of_parts,
    words_of_project,
    words_of_stage,
)

_MONEY_OF_PROJECT = {"项目资金", "项目经费"}
_PLAIN_BUDGET = {"预算数", "预算", "支出预算数", "支出预算"}


class StageLabels(PartLabels):
    """The labels of one sentence, with the stages that words give them."""

    def _stage_for(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        """Stage printed in or beside the label (then True), else that of its whole, else of the heading."""
        stage, printed = self._stage_named(match, gap_start)
        if stage != "initial_budget" or not words_of_stage.AGAINST_INITIAL.match(self._text, match.end):
            return stage, printed
        return (stage, printed) if self.is_slip(match, gap_start) else ("final_account", True)

    def is_measured_by_prior_budget(self, match: Match) -> bool:
        """公务接待费6万元，比上年预算减少1万元, where no stage is printed."""
        against = words_of_stage.AGAINST_PRIOR_BUDGET.match(self._text, match.end)
        year, reported = against and against["year"], self._flow.year or self._around.fiscal_year
        return against is not None and (not year or (reported is not None and int(year) < reported))

    def is_slip(self, match: Match, gap_start: int) -> bool:
        """年初预算6万元，比年初预算减少1万元: one of the two is written for another stage, the words do not say which."""
        against = words_of_stage.AGAINST_INITIAL.match(self._text, match.end)
        before = self._text[max(gap_start, match.start - grammar.REACH // 4) : match.end]
        return (
            against is not None
            and words_of_stage.AT_THE_BEGINNING.search(before + against["said"]) is not None
        )

    def _stage_named(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        if reference.concepts()[match.term.concepts[0]].nature != "flow":
            return None, False
        if match.term.text == "预算收入" and not words_of_parts.OF_WHICH_INITIAL.match(self._text, match.end):
            return "initial_budget", True
        if match.term.stage:
            return match.term.stage, True
        nearby = self._sentence.terms_in(gap_start, match.end + grammar.REACH)
        beside = [other.term.stage for other in nearby if other.term.stage and self._near(other, match)]
        if beside:
            return self._as_whole(beside[-1], nearby, match), True
        if stage := self._stage_by_verb(match, gap_start):
            return stage, True
        if self.is_measured_by_prior_budget(match):
            return "initial_budget", True
        if words_of_stage.AGAINST_OWN_BUDGET.match(self._text, match.end):
            return "final_account", True
        return self._stage_of_whole(match), False

    def _stage_by_verb(self, match: Match, gap_start: int) -> str | None:
        """The stage that words before a label give it: …；实际总收入, 安排会议费3万元、培训费6万元."""
        last = self._flow.subject
        if last and last.stage_printed and last.stage and self._text[gap_start : match.start] == "、":
            return last.stage
        before = self.before(match.start)
        if words_of_stage.ARRANGED_FOR.search(before):
            return "initial_budget"
        if before.endswith(("；实际", ";实际", "，实际", "。实际")):
            return "final_account"  # 预算收入9862万元，其中…；实际总收入9516万元
        return None

    def _stage_of_whole(self, match: Match) -> str:
        """The stage of the whole, of the other side of the account, of money that was planned, else of the heading."""
        if self._flow.whole and self._flow.whole.stage and self._is_part(match, self._flow.whole):
            return self._flow.whole.stage
        other = self._flow.subject
        if (
            other
            and other.stage
            and match.term.strength != "weak"
            and other.stage_printed
            and (*other.concepts, *match.term.concepts) in TWO_SIDES
        ):
            return other.stage  # 部门预算总收入12万元，总支出12万元
        before = self.before(match.start)
        if match.term.text in _MONEY_OF_PROJECT and self._around.whole == "project_expenditure":
            clause = before[max(before.rfind(mark) for mark in "，；。") + 1 :]
            if not words_of_project.SPENT_BESIDE.search(clause + self._text[match.end : match.end + 4]):
                return "initial_budget"  # 项目资金217万元，已拨付211万元: what there is to spend
        first = self._flow.first
        if match.term.concepts[0] in FUNDS_OF_LEVELS and first and first.concepts == (self._around.whole,):
            return first.stage or self._around.default_stage  # 项目资金100万元，其中中央资金60万元
        if match.term.concepts[0] in FUNDS_OF_LEVELS and self._around.whole == "project_expenditure":
            said = before + match.term.text
            if words_of_funds.PLANNED_FUNDS.search(said) and not words_of_stage.SPENT_WORD.search(said):
                return "initial_budget"  # 省级下达资金136万元，县级配套64万元
        if words_of_stage.BY_BUDGET.search(before) and not words_of_stage.SPENT_WORD.search(before):
            return "initial_budget"
        return self._flow.lead_stage or self._around.default_stage

    def _as_whole(self, stage: str, nearby: Sequence[Match], match: Match) -> str:
        """全年预算数4856万元，其中基本支出预算数1956万元: the plain 预算数 of a part is of the stage of its whole."""
        whole = self._flow.whole
        named = [other.term.text for other in nearby if other.term.stage and self._near(other, match)]
        plain = bool(named) and named[-1] in _PLAIN_BUDGET
        if not plain or whole is None or whole.stage != "adjusted_budget":
            return stage
        concepts = reference.concepts()
        beside = concepts[whole.concepts[0]].parent == concepts[match.term.concepts[0]].parent
        return whole.stage if beside or self._is_part(match, whole) else stage

    def _near(self, stage: Match, label: Match) -> bool:
        """Whether a stage word belongs to the label: in its own clause, not inside a comparison."""
        if stage.start >= label.end:
            return grammar.LEADS.fullmatch(self._text, label.end, stage.start) is not None
        if stage.term.text == "预算" and words_of_funds.NAME_OF_BUDGET.search(self.before(stage.start)):
            return False  # 一般公共预算本年支出: whose money, and no stage
        if stage.term.strength == "weak":
            return grammar.LEADS.fullmatch(self._text, stage.end, label.start) is not None
        between = self._text[stage.end : label.start]
        return not re.search(r"[，。;；]", between) and not words_of_change.COMPARED_NUMBER.search(
            self.before(stage.start)
        )
