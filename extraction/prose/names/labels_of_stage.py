"""The stage of the budget that a labelled amount is of.

Belongs here: stage words in and beside a label, that of its whole, that of the heading.
Does not belong here: amounts without a label (``clauses_of_stage``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction import reference
from extraction.concepts import SPENDING, TOPICS, TWO_SIDES
from extraction.prose.names import sides, stages_of_lists
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.owners import levels_of_funds
from extraction.prose.sentence.state import State
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_change,
    words_of_funds,
    words_of_parts,
    words_of_project,
    words_of_stage,
)

_CLAUSE_END = re.compile("[，。;；]")
_MONEY_OF_PROJECT = {"项目资金", "项目经费"}
_PLAIN_BUDGET = {"预算数", "预算", "支出预算数", "支出预算"}


class LabelStages:
    """Stages that words give to labels."""

    def __init__(self, now: State, lists: Lists) -> None:
        self._now, self._lists = now, lists

    def of(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        """Stage printed in or beside the label (then True), else that of its whole, else of the heading."""
        stage, printed = self._stage_named(match, gap_start)
        if stage != "initial_budget" or not words_of_stage.AGAINST_INITIAL.match(self._now.text, match.end):
            return stage, printed
        return (stage, printed) if self.is_slip(match, gap_start) else ("final_account", True)

    def listed(self, match: Match, gap_start: int) -> bool:
        """Whether a label goes on with the list of the one before it, at the stage of that."""
        now = self._now
        led = stages_of_lists.leader(now, match, gap_start) is not None
        return led or stages_of_lists.ends_before_spent(now, match, gap_start)

    def leads(self, match: Match, gap_start: int) -> bool:
        """Whether the stage of a label holds for the bare names listed behind it."""
        return stages_of_lists.leads(self._now, match, gap_start)

    def is_measured_by_prior_budget(self, match: Match) -> bool:
        """公务接待费6万元，比上年预算减少1万元, where no stage is printed."""
        now = self._now
        against = words_of_stage.AGAINST_PRIOR_BUDGET.match(now.text, match.end)
        year, reported = against and against["year"], now.flow.year or now.around.fiscal_year
        return against is not None and (not year or (reported is not None and int(year) < reported))

    def is_slip(self, match: Match, gap_start: int) -> bool:
        """年初预算6万元，比年初预算减少1万元: one of the two is written for another stage, the words do not say which."""
        now = self._now
        against = words_of_stage.AGAINST_INITIAL.match(now.text, match.end)
        before = now.text[max(gap_start, match.start - grammar.REACH // 4) : match.end]
        own = before[max(before.rfind(mark) for mark in "，；;") + 1 :]  # …与年初预算持平；公务接待费6万元
        return (
            against is not None and words_of_stage.AT_THE_BEGINNING.search(own + against["said"]) is not None
        )

    def _stage_named(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        now = self._now
        if reference.concepts()[match.term.concepts[0]].nature != "flow":
            return None, False
        if match.term.text == "预算收入" and not words_of_parts.OF_WHICH_INITIAL.match(now.text, match.end):
            return "initial_budget", True
        if match.term.stage:
            return words_of_stage.as_adjusted(match.term.stage, now.before(match.start)), True
        nearby = now.sentence.terms_in(gap_start, match.end + grammar.REACH)
        beside = [other.term.stage for other in nearby if other.term.stage and self.near(other, match)]
        if beside:
            return self._as_whole(beside[-1], nearby, match), True
        if words_of_stage.ARRANGED_AND_SPENT.match(now.text, match.end):
            return "initial_budget", True
        if stage := self._stage_by_verb(match, gap_start):
            return stage, True
        if self.is_measured_by_prior_budget(match):
            return "initial_budget", True
        if words_of_stage.AGAINST_OWN_BUDGET.match(now.text, match.end):
            return "final_account", True
        if words_of_stage.BEFORE_ACCOUNT.match(now.text, match.end):
            return "initial_budget", True
        return self._stage_unsaid(match, gap_start)

    def _stage_unsaid(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        """The stage of the whole or the heading; of spending, the budget where what was spent of it stands right behind."""
        stage = self._stage_of_whole(match)
        if stages_of_lists.ends_before_spent(self._now, match, gap_start):
            return stage, False
        spends = stage == "final_account" and match.term.concepts[0] in SPENDING
        if spends and (
            words_of_stage.BEFORE_SPENT.match(self._now.text, match.end) or self._is_spent_of(match)
        ):
            return "initial_budget", True
        return stage, False

    def _is_spent_of(self, match: Match) -> bool:
        """公用经费20万元，支出18万元: of one kind of spending, of which no more was spent."""
        spent = words_of_stage.GIVEN_AND_SPENT.match(self._now.text, match.end)
        return spent is not None and 0 < Decimal(spent["spent"].replace(",", "")) <= Decimal(
            spent["given"].replace(",", "")
        )

    def _stage_by_verb(self, match: Match, gap_start: int) -> str | None:
        """The stage that words before a label give it: …；实际总收入, 安排会议费3万元、培训费6万元."""
        now = self._now
        last = now.flow.subject
        joined = now.text[gap_start : match.start]
        leader = stages_of_lists.leader(now, match, gap_start)
        if leader and not words_of_stage.BEFORE_SPENT.match(now.text, match.end):
            return leader.stage
        if last and last.stage_printed and last.stage and joined == "、":
            return last.stage
        before = now.before(match.start)
        if before.endswith("安排") and words_of_stage.ARRANGED_FOR.search(before):
            return "initial_budget"
        if match.term.concepts[0] in TOPICS and words_of_stage.ARRANGED_BY_OFFICE.search(before):
            return "initial_budget"
        if before.endswith(("；实际", ";实际", "，实际", "。实际")):
            return "final_account"  # 预算收入9862万元，其中…；实际总收入9516万元
        return None

    def _stage_of_whole(self, match: Match) -> str:
        """The stage of the whole, of the other side of the account, of money that was planned, else of the heading."""
        now = self._now
        if now.flow.whole and now.flow.whole.stage and self._lists.is_part(match, now.flow.whole):
            return now.flow.whole.stage
        other = now.flow.subject
        spent = now.around.default_stage == "final_account" and words_of_stage.OF_WHOLE_YEAR.search(
            now.before(match.start)
        )
        if (
            other
            and other.stage
            and not spent
            and (match.term.strength != "weak" or sides.as_large_as_before(now, match))
            and other.stage_printed
            and (*other.concepts, *match.term.concepts) in TWO_SIDES
            and not sides.out_of_balance(self._now, match)
        ):
            return other.stage  # 部门预算总收入12万元，总支出12万元
        before = now.before(match.start)
        if match.term.text in _MONEY_OF_PROJECT and now.around.whole == "project_expenditure":
            clause = before[max(before.rfind(mark) for mark in "，；。") + 1 :]
            if not words_of_project.SPENT_BESIDE.search(clause + now.text[match.end : match.end + 4]):
                return "initial_budget"  # 项目资金217万元，已拨付211万元: what there is to spend
        if (stage := levels_of_funds.stage_of_label(now, match, before)) is not None:
            return stage
        if self._is_budgeted_above(match, before) or words_of_stage.ARRANGED_FOR_US.search(before):
            return "initial_budget"
        if (now.flow.year or 0) > (now.around.fiscal_year or 9999):
            # 2022年预算数16万元；公务接待费较上年减少: below a heading on 2021, of what the paragraph speaks of
            return now.flow.printed.get(now.flow.year) or now.around.default_stage
        return now.flow.lead_stage or now.around.default_stage

    def _is_budgeted_above(self, match: Match, before: str) -> bool:
        """根据预算批复，基本支出48万元; 本部门预算支出安排如下：项目类支出36万元."""
        if words_of_stage.BY_BUDGET.search(before) and not words_of_stage.SPENT_WORD.search(before):
            return True
        now = self._now
        return (
            words_of_stage.ARRANGED_AS_FOLLOWS.search(now.text, now.sentence.start, match.start) is not None
        )

    def _as_whole(self, stage: str, nearby: Sequence[Match], match: Match) -> str:
        """全年预算数4856万元，其中基本支出预算数1956万元: the plain 预算数 of a part is of the stage of its whole."""
        whole = self._now.flow.whole
        named = [other.term.text for other in nearby if other.term.stage and self.near(other, match)]
        plain = bool(named) and named[-1] in _PLAIN_BUDGET
        other = self._now.flow.subject
        both = (*other.concepts, *match.term.concepts) if other and other.stage_printed else ()
        if plain and other and other.stage == "adjusted_budget" and both in TWO_SIDES:
            return other.stage  # 调整后预算收入1655万元，预算支出1655万元
        if not plain or whole is None or whole.stage != "adjusted_budget":
            return stage
        concepts = reference.concepts()
        beside = concepts[whole.concepts[0]].parent == concepts[match.term.concepts[0]].parent
        return whole.stage if beside or self._lists.is_part(match, whole) else stage

    def near(self, stage: Match, label: Match) -> bool:
        """Whether a stage word belongs to the label: in its own clause, not inside a comparison."""
        now = self._now
        if stage.start >= label.end:
            return words_of_stage.LEADS_TO_STAGE.fullmatch(now.text, label.end, stage.start) is not None
        if stage.term.text == "预算" and words_of_funds.NAME_OF_BUDGET.search(now.before(stage.start)):
            return False  # 一般公共预算本年支出: whose money, and no stage
        if stage.term.strength == "weak":
            return grammar.LEADS.fullmatch(now.text, stage.end, label.start) is not None
        between = now.text[stage.end : label.start]
        return not _CLAUSE_END.search(between) and not words_of_change.COMPARED_NUMBER.search(
            now.before(stage.start)
        )
