"""Why the stage of a labelled amount is doubtful.

Belongs here: words that deny the stage a label was given, and stages that no word prints.
Does not belong here: the stage itself (``labels_of_stage``), how certain a doubt leaves an amount (``doubts``).
"""

from __future__ import annotations

from extraction.concepts import FUNDS_OF_LEVELS, TOPICS, TWO_SIDES, WHOLES, kind_of
from extraction.prose.names import sides, stages_of_lists
from extraction.prose.names.labels_of_parts import Lists
from extraction.prose.names.labels_of_stage import LabelStages
from extraction.prose.sentence.doubts import (
    STAGE_BESIDE_ANOTHER,
    STAGE_BY_COMPARISON,
    STAGE_DENIED,
    STAGE_GUESSED,
    STAGE_IN_BUDGET,
    STAGE_OF_KIND,
)
from extraction.prose.sentence.state import State
from extraction.text.terms import Match
from extraction.words import grammar, words_of_stage

#: Amounts of a sentence that are looked back at.
_AT_MOST = 12
_BUDGETS = {"initial_budget", "adjusted_budget"}


class StageDoubts:
    """Doubts of the stages that words give to labels."""

    def __init__(self, now: State, lists: Lists, stages: LabelStages) -> None:
        self._now, self._lists, self._stages = now, lists, stages

    def note(self, match: Match, gap_start: int, stage: str | None, printed: bool) -> str | None:
        """Why the stage is doubtful: words that deny it, or none that print it."""
        if printed:
            if self._of_accounts() and self._is_only_measured(match, gap_start):
                return STAGE_BY_COMPARISON
            if self._is_account_in_budget(match, stage):
                return STAGE_IN_BUDGET
            return STAGE_DENIED if self._stages.is_slip(match, gap_start) else None
        now = self._now
        if now.around.kind_unknown and match.term.concepts[0] in FUNDS_OF_LEVELS:
            return STAGE_GUESSED  # 省级资金9万元、中央资金5万元: given or spent, below a heading on both
        if stage is None:
            return None
        if (
            self._is_spent_below_budget(match)
            or self._turns_from_budget(match)
            or self._is_only_arranged(match)
            or self._is_arranged_by_somebody(match)
            or self._is_spent_before_budget(match)
            or words_of_stage.PARTS_OF_GRANT.search(now.before(match.start))
        ):
            return STAGE_GUESSED
        if stages_of_lists.may_go_on(now, match, gap_start, stage) or self._is_behind_budget(match, stage):
            return STAGE_BESIDE_ANOTHER
        if words_of_stage.LIST_BEFORE_SPENT.match(now.text, match.end) or stages_of_lists.ends_before_spent(
            now, match, gap_start
        ):
            return STAGE_GUESSED
        return self._note_by_kind(match, stage) if self._is_stage_open(match) else None

    def _note_by_kind(self, match: Match, stage: str) -> str | None:
        """Why the stage that documents of the kind usually report is doubtful; None where a comparison with an account tells it."""
        now = self._now
        if stage == "final_account" and words_of_stage.AGAINST_PRIOR_ACCOUNT.match(now.text, match.end):
            return None
        if stage == "final_account" and (now.flow.year or 0) > (now.around.fiscal_year or 9999):
            return STAGE_GUESSED  # 2024年项目支出30万元, in a report on 2023: nothing that was spent yet
        return STAGE_GUESSED if now.around.kind_unknown else STAGE_OF_KIND

    def _is_arranged_by_somebody(self, match: Match) -> bool:
        """县财政安排我局公用经费20万元: planned or spent, but where all that stands there are budgets."""
        before = self._now.before(match.start)
        return self._now.around.default_stage != "initial_budget" and (
            words_of_stage.ARRANGED_FOR_US.search(before) is not None
            or words_of_stage.ARRANGED_BY_SOMEBODY.search(before) is not None
        )

    def _is_stage_open(self, match: Match) -> bool:
        """Whether the stage is only what documents of this kind usually report."""
        now = self._now
        of_later_year = (now.flow.year or 0) > (now.around.fiscal_year or 9999)
        if not (now.around.stage_open or of_later_year) or kind_of(match.term.concepts[0]) != "money":
            return False
        return now.flow.whole is None or not self._lists.is_part(match, now.flow.whole)

    def _is_spent_below_budget(self, match: Match) -> bool:
        """（一）预算安排。2022年共支出1180万元: the budget by the lead of the paragraph, what was spent by the verb."""
        now = self._now
        spent = match.term.text.endswith("支出") and words_of_stage.SPENT_IN_ALL.search(
            now.before(match.start) + match.term.text
        )
        return bool(spent) and now.flow.lead_stage == "initial_budget"

    def _is_behind_budget(self, match: Match, stage: str) -> bool:
        """年初预算612万元，其中：设备费420万元；会议费192万元, in a document that gives accounts: the only stage of the sentence is that of the budget."""
        now = self._now
        if stage != "final_account" or match.term.concepts[0] in {*WHOLES, "procurement_actual"}:
            return (
                False  # 预算612万元，支出590万元; 采购预算15万元，采购支出12万元: what was spent, by its name
            )
        begins = now.sentence.start
        first = now.sentence_no - now.text.startswith("其中", begins)
        given = [one for _, one in now.flow.amounts[-_AT_MOST:] if one and (one.sentence_no or 0) >= first]
        if any(one.stage == "final_account" and one.note is None for one in given):
            return False  # 支出590万元，为年初预算612万元的96%，其中基本支出420万元: what the account is measured by
        staged = [one for one in now.sentence.terms_in(begins, match.start) if one.term.stage]
        budget = any(one.stage in _BUDGETS for one in given)
        if staged and staged[-1].term.stage in _BUDGETS:  # 年初预算612万元：…: of what nobody knows
            budget |= grammar.LEADS_TO_NUMBER.match(now.text, staged[-1].end) is not None
        since = staged[-1].end if staged else match.start
        return budget and words_of_stage.SPENT_WORD.search(now.text, since, match.start) is None

    def _is_only_arranged(self, match: Match) -> bool:
        """“三公”经费财政拨款安排18万元, in a statement that gives accounts by its kind alone: planned, it may be."""
        now = self._now
        accounts = now.around.default_stage == "final_account" and match.term.concepts[0] in TOPICS
        return accounts and words_of_stage.ARRANGED_BEHIND.match(now.text, match.end) is not None

    def _turns_from_budget(self, match: Match) -> bool:
        """部门预算总收入12万元，总支出11万元: spent, it may be, for it is not what came in."""
        other = self._now.flow.subject
        both = other is not None and (*other.concepts, *match.term.concepts) in TWO_SIDES
        budget = other is not None and other.stage_printed and other.stage == "initial_budget"
        strong = match.term.strength != "weak"
        return both and budget and strong and sides.out_of_balance(self._now, match)

    def _is_account_in_budget(self, match: Match, stage: str | None) -> bool:
        """“三公”经费预算54万元，其中：公务接待费支出决算42万元: a part of the budget called an account."""
        whole = self._now.flow.list_whole or self._now.flow.whole
        if stage != "final_account" or whole is None or not whole.stage_printed:
            return False
        budget = whole.stage == "initial_budget" and whole.concepts[0] in TOPICS
        return budget and match.term.concepts[0] in TOPICS and self._lists.is_part(match, whole)

    def _is_spent_before_budget(self, match: Match) -> bool:
        """2022年公务接待费支出2万元, in the budget of 2023: spent by then, or the budget of that year."""
        now = self._now
        earlier = 0 < (now.flow.year or 0) < (now.around.fiscal_year or 0)
        if not earlier or now.around.default_stage != "initial_budget":
            return False
        if now.flow.whole is not None and self._lists.is_part(match, now.flow.whole):
            return False
        expense = match.term.concepts[0] in TOPICS and match.term.text.endswith("支出")
        return expense or now.text.startswith("支出", match.end)

    def _of_accounts(self) -> bool:
        """Whether the document says that it gives what was spent."""
        now = self._now
        return now.around.default_stage == "final_account" and not now.around.kind_unknown

    def _is_only_measured(self, match: Match, gap_start: int) -> bool:
        """Whether no word but the comparison with the budget of the year before says that an amount is a budget."""
        nearby = self._now.sentence.terms_in(gap_start, match.end + grammar.REACH)
        staged = any(other.term.stage for other in nearby if self._stages.near(other, match))
        return not staged and not match.term.stage and self._stages.is_measured_by_prior_budget(match)
