"""Completion of a budget: 完成预算84万元的63%, 支出为年初预算的92%.

Belongs here: the budget that an amount is measured by, and the rate.
Does not belong here: shares of a whole (``clauses_of_shares``), rates with a name (``rates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.concepts import SPENDING, TOPICS, WHOLES, kind_of
from extraction.model import Figure
from extraction.prose.names.antecedents import Antecedents
from extraction.prose.sentence.dating import Dating
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import words_of_change, words_of_parts

#: Amounts of a paragraph that are looked back at, so that a long one costs no more than its length.
_AT_MOST = 24
_BUDGETS = {"initial_budget", "adjusted_budget"}


class Completions:
    """Clauses that measure an amount by its budget."""

    def __init__(self, now: State, dating: Dating, antecedents: Antecedents, stating: Stating) -> None:
        self._now = now
        self._dating = dating
        self._antecedents = antecedents
        self._stating = stating

    def budget(self, number: Number, gap_start: int, gap: str) -> list[Figure] | None:
        """完成预算84万元: the budget by which the subject is measured, or what was spent of it; None where the words are of no such budget."""
        match = self._budget_in(number, gap)
        if match is None:
            return self._done(number, gap_start, gap)
        start = gap_start + match.start()
        if self._antecedents.is_unbound(number, gap_start, start):
            self._now.said.completed = None
            return []  # 其中工会经费8万元，为年初预算9万元的88%: of what nothing was found for
        subject = self._now.flow.subject
        if subject is None or (match.group().startswith("占") and not self._has_own_budget(subject)):
            return None  # 占年初预算: of the whole's, it may be
        self._now.said.completed = stage = self._stage_of(match["base"])
        return list(self._stating.emit(number, replace(subject, stage=stage), start))

    def _done(self, number: Number, gap_start: int, gap: str) -> list[Figure] | None:
        """全年预算84万元，完成53万元: what was spent of the amount right before, which is a budget and no less."""
        flow = self._now.flow
        budget = flow.subject
        if budget is None or budget.stage not in _BUDGETS or words_of_parts.DONE.fullmatch(gap) is None:
            return None
        last, figure = flow.amounts[-1] if flow.amounts else (Decimal(0), None)
        of_it = figure is not None and figure.concept == budget.concepts[0] and figure.stage == budget.stage
        if budget.listed or not of_it or number.in_base_units() > last:
            return None
        spent = replace(
            budget, stage="final_account", stage_printed=True, led=False, first_stage=budget.stage
        )
        done = list(self._stating.emit(number, spent, gap_start))
        flow.remember(spent, number.end)
        return done

    def _budget_in(self, number: Number, gap: str) -> re.Match[str] | None:
        """完成预算84万元(的63%), 为年初预算数84万元的63%: words before the budget that an amount is measured by."""
        if "预算" not in gap:
            return None
        if match := words_of_parts.COMPLETION_BASE_AMOUNT.search(gap):
            return match
        shared = words_of_parts.SHARE_BEHIND.match(self._now.text, number.end)
        return words_of_parts.OF_BUDGET_AMOUNT.search(gap) if shared else None

    def _stage_of(self, base: str | None) -> str:
        """The stage of the budget in 完成全年预算84万元; 完成预算12万元 is of that named before in the paragraph."""
        flow = self._now.flow
        if base:
            flow.completed = "adjusted_budget" if base in {"全年", "调整"} else "initial_budget"
        return flow.completed or "initial_budget"

    def behind_budget(
        self, number: Number, subject: Subject, base_stage: str, start: int
    ) -> Iterator[Figure]:
        """完成预算84万元的63%: the rate right behind the budget."""
        done = replace(subject, stage="final_account")
        yield from self._stating.emit(number, done, start, measure="completion_rate", base_stage=base_stage)

    def rate(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """支出为年初预算的92%: how much of the budget was spent that the words name."""
        start = gap_start + match.start()
        unknown = self._antecedents.is_unbound(number, gap_start, start)
        subject = None if unknown else self._antecedents.of(number, gap_start, start)
        carried = subject is not None and subject is self._now.flow.subject
        if (
            subject
            and carried
            and words_of_change.names_another(self._now.text[gap_start:start], subject.label)
        ):
            return  # 基本支出500万元，完成预算的95%，护林防火完成预算的80%
        if subject and kind_of(subject.concepts[0]) != "money":
            subject = self._now.flow.money  # past the guests and vehicles counted meanwhile
        subject = subject and self._or_whole(subject, number)
        if subject is None:
            return
        base_stage = "adjusted_budget" if re.search("全年|调整", match["base"]) else "initial_budget"
        done = replace(subject, stage="final_account" if subject.stage else None)
        if gap_start <= subject.start < start:  # 上年支出为年初预算的92%: of the year of its own label
            done = replace(done, year=self._dating.year_of(subject.start))
        yield from self._stating.emit(number, done, start, measure="completion_rate", base_stage=base_stage)

    def of_own_budget(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure] | None:
        """培训费预算15万元，支出12.66万元，完成84.40%: right behind what was spent and its budget, in any order; None elsewhere."""
        subject, said = self._now.flow.subject, words_of_parts.DONE_OF_BUDGET.fullmatch(gap)
        if subject is None or said is None:
            return None
        if said["executed"] and not self._is_executed(subject, number):
            return None  # 年初预算8万元，支出7万元，执行率87.5%: a rate with a name of its own
        of_no_budget = subject.stage == "final_account" and subject.first_stage is None
        if of_no_budget and said["executed"] and "预算" in gap:
            # “三公”经费支出12万元，预算执行率为88%: of its budget, which the sentence does not give
            return self._stating.emit(
                number, subject, gap_start, measure="completion_rate", base_stage="initial_budget"
            )
        if {subject.stage, subject.first_stage} - _BUDGETS != {"final_account"}:
            return None
        if kind_of(subject.concepts[0]) != "money":
            return None
        if self._now.flow.topic == ("budget_completion_rate",) and "率" in gap:
            return None  # 预算完成率。预算完成数95万元，预算数98万元，完成率97%: the rate that the lead names
        base_stage = subject.first_stage if subject.stage == "final_account" else subject.stage
        if base_stage not in _BUDGETS:
            return None
        done = replace(subject, stage="final_account")
        return self._stating.emit(number, done, gap_start, measure="completion_rate", base_stage=base_stage)

    def _or_whole(self, subject: Subject, rate: Number) -> Subject:
        """预算11万元，支出7万元，其中接待费1万元，完成预算的64%: of the whole of the list, where its amounts have that rate."""
        flow = self._now.flow
        whole = flow.list_whole
        if whole and "%" in self._now.text[whole.start : max(whole.start, subject.start)]:
            return subject  # …完成预算的100%，其中接待费7万元，完成预算的100%: the whole, or a part before, has a rate of its own
        if whole is None or subject.first_stage in _BUDGETS or whole.first_stage not in _BUDGETS:
            return subject
        if not self._comes_out(whole, rate):
            return subject
        return whole if whole.concepts[0] in reference.ancestors(subject.concepts[0]) else subject

    def _is_executed(self, subject: Subject, rate: Number) -> bool:
        """项目支出预算200万元，支出180万元，执行率90%: of a kind of spending, where its amounts have that rate; of those explained one by one."""
        concept = subject.concepts[0]
        return concept in TOPICS or (concept in SPENDING and self._comes_out(subject, rate))

    def _comes_out(self, subject: Subject, rate: Number) -> bool:
        """Whether what was spent and the budget, as the paragraph gave them last, have the rate to its last digit."""
        amounts = self._now.flow.amounts[-_AT_MOST:]
        given = {
            one.stage: one.value_base for _, one in amounts if one and one.concept == subject.concepts[0]
        }
        spent, budget = given.get("final_account"), given.get(subject.first_stage)
        if not spent or not budget:
            return False
        half_a_step = Decimal(5).scaleb(-1 - rate.decimals)
        return abs(100 * spent / budget - rate.value) <= half_a_step

    def are_meant(self, match: re.Match[str]) -> bool:
        """占调整预算的97.6%, said of what was spent; a share of a budget, said of a budget."""
        subject = self._now.flow.subject
        if subject is None or subject.stage != "final_account" or not self._has_own_budget(subject):
            return False
        return words_of_parts.SHARE_OF_BUDGET.fullmatch(match["base"]) is not None

    def _has_own_budget(self, subject: Subject) -> bool:
        """基本支出60万元，占预算的30%: part of the budget of the whole, where none of its own was named."""
        own = subject.first_stage in {"initial_budget", "adjusted_budget"}
        return own or subject.concepts[0] in {*WHOLES, "three_public_total", self._now.around.whole}
