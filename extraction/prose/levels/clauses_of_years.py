"""Amounts of another year in a clause: 比2020年度决算数9.12万元减少, 上年为5.12万元.

Belongs here: the same subject, or one with a label of its own, in a year that is only compared with.
Does not belong here: the change against that year (``clauses_of_change``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.concepts import ASSETS, BALANCES, kind_of
from extraction.model import Figure
from extraction.prose.levels.levels_by_difference import difference_behind, of_difference
from extraction.prose.names.antecedents import Antecedents
from extraction.prose.names.labels import Labels
from extraction.prose.names.naming import Naming
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import words_of_change, words_of_parts, words_of_stage


class PriorYears:
    """Clauses that name the amount of an earlier year."""

    def __init__(
        self, now: State, labels: Labels, naming: Naming, antecedents: Antecedents, stating: Stating
    ) -> None:
        self._now = now
        self._labels = labels
        self._naming = naming
        self._antecedents = antecedents
        self._stating = stating

    def figures(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """接待费3万元，比2020年决算数9万元减少: the amount compared with, and what was named before the comparison."""
        now = self._now
        compared = gap_start + words_of_change.compared_at(gap)
        if label := self._labels.nearest(number, gap_start, compared, True):
            now.flow.subject = self._naming.subject(label, gap_start)
        elif difference := difference_behind(now, number):
            self._enter_changed(of_difference(now, number, difference), gap_start)
        yield from self._labelled(number, compared) or self._compared(number, gap_start, gap)

    def _enter_changed(self, changed: Sequence[Subject], gap_start: int) -> None:
        """Go on with what both years and their difference are of; with nothing where a sentence begins so, and the one before named several."""
        flow, opened = self._now.flow, self._now.said.open
        own = flow.subject.concepts if flow.subject else ()
        if len(changed) == 1 and changed[0].concepts[0] not in own:
            flow.subject = flow.money = changed[0]
            if opened:
                opened[-1] = (changed[0], *opened[-1][1:])  # 同2021年（9万元）相比，减少2万元
        elif not changed and gap_start == self._now.sentence.start and flow.before > 1:
            flow.subject = flow.money = None

    def _labelled(self, number: Number, compared: int) -> list[Figure]:
        """较2015年度“三公”经费合计31.20万元减少, 与上年基本支出140万元相比: the amount of that year, behind its own label."""
        now = self._now
        label = self._labels.nearest(number, compared, number.start)
        if label is None or label.term.strength == "weak":
            return []
        years = now.sentence.years_until(number.start, compared)
        last_year = words_of_change.LAST_YEAR_COMPARED.fullmatch(now.text, compared, label.start)
        if last_year and not years:
            year = self._stating.year_before(compared)
        elif len(years) == 1 and years[0].start <= label.start:
            year = years[0].year
        else:
            return []
        subject = self._naming.subject(label, compared)
        if now.flow.subject is None or now.flow.subject.concepts != subject.concepts:
            now.flow.subject = subject
        return [replace(f, fiscal_year=year) for f in self._stating.emit(number, subject, label.start)]

    def enter_bare(self, gap_start: int, number: Number) -> None:
        """相比2021年的总收入687.2减少24.3万元: no amount, for it has no unit, but what the change behind it is of."""
        now = self._now
        compared = gap_start + words_of_change.compared_at(now.text[gap_start : number.start])
        if any(term.term.names_concept for term in now.sentence.terms_in(gap_start, compared)):
            return  # 会议费比2021年接待费3.5减少1.5万元
        label = self._labels.nearest(number, gap_start, number.start, of_any_kind=True)
        if label and kind_of(label.term.concepts[0]) == "money":
            now.flow.subject = now.flow.money = self._naming.subject(label, gap_start)

    def _compared(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """比2020年度决算数9.12万元减少: the amount of that year, of the same subject."""
        summed = words_of_stage.SUM_AT_END.search(self._now.before(gap_start))
        if summed and gap.startswith("，") and self._antecedents.is_unbound(number, gap_start, number.start):
            return  # 共计2170万元，比上年2056万元: of what nobody knows as well
        if match := words_of_stage.PRIOR_LEVEL.search(gap):
            yield from self.of_prior_year(number, gap_start, match)
        elif match := words_of_stage.BUDGET_LEVEL.search(gap):
            yield from self._of_budget(number, gap_start, match)
        elif match := words_of_stage.BEGINNING_LEVEL.search(gap):
            yield from self._of_beginning(number, gap_start + match.start())

    def _of_beginning(self, number: Number, start: int) -> Iterator[Figure]:
        """年末结转和结余23万元，比年初的31万元减少8万元: the balance that the year began with."""
        last = self._antecedents.last(number)
        # 年末资产230万元，较年初218万元增加12万元: of the year before, or as adjusted since
        self._now.said.passed = last is not None and last.concepts[0] in ASSETS
        if last and last.concepts == ("closing_carryover",):
            yield from self._stating.emit(number, replace(last, concepts=("opening_carryover",)), start)

    def _of_budget(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """The budget that the last subject is compared with: 支出42万元，比年初预算60万元减少."""
        subject = self._antecedents.last(number)
        if subject is None or subject.stage != "final_account" or subject.is_part:
            return
        stage = "adjusted_budget" if (match["base"] or "")[:2] in {"全年", "调整"} else "initial_budget"
        budget = replace(subject, stage=stage)
        for figure in self._stating.emit(number, budget, gap_start + match.start()):
            yield self._stating.of_latest_year(figure)

    def of_prior_year(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """The same subject a year earlier: 比2020年度决算数9.12万元, 上年为5.12万元."""
        now = self._now
        subject, this_year = self._antecedents.last(number), now.around.fiscal_year
        if subject is None or not (match["year"] or this_year) or _spends_balance(subject, match):
            return
        whole = now.flow.list_whole
        if subject.is_part and whole and now.text.startswith(("；", ";"), gap_start):
            now.flow.subject = subject = (
                whole  # 其中甲3万元、乙5万元；较上年9万元下降: behind its parts, of the whole
            )
        if subject.is_part and match.re is words_of_stage.PRIOR_LEVEL:
            return  # 其中甲3万元、乙5万元，比上年9万元减少: of the last part or of the whole, the words do not say
        year = int(match["year"]) if match["year"] else self._stating.year_before(gap_start)
        if subject.first_stage == "final_account":
            subject = replace(subject, stage=subject.first_stage)
        stage = subject.stage
        if match["stage"]:
            stage = "final_account" if match["stage"] in {"决算", "执行"} else "initial_budget"
        elif match.re is words_of_stage.OF_PRIOR_YEAR and match["spent"]:
            stage = "final_account"  # 2022年预算数16万元，2022年支出数9万元
        note = None if match["stage"] else subject.note
        prior = replace(subject, stage=stage if subject.stage else None, note=note)
        if year == this_year and match.re is words_of_stage.OF_PRIOR_YEAR:
            now.flow.subject = (
                prior  # 2021年决算8万元；2022年预算5万元，下降9%: of the year reported from here on
            )
        if words_of_parts.PARTS_FOLLOW.match(now.text, number.end):
            # 2021年决算5万元，2022年预算6万元，其中购置费0万元: the parts are of that year
            now.flow.subject = now.flow.list_whole = replace(prior, year=year, stage_printed=True)
            now.flow.whole, now.flow.whole_end = now.flow.subject, number.end
        for figure in self._stating.emit(number, prior, gap_start + match.start()):
            yield replace(figure, fiscal_year=year)
        self._enter_bracket(number, year)

    def _enter_bracket(self, number: Number, year: int) -> None:
        """比2022年800万元(其中基本支出500万元)增加: the parts in the bracket are of that year."""
        now = self._now
        if year + 1 == now.around.fiscal_year and now.text.startswith("(", number.end):
            now.flow.last_year = number.end, False


def _spends_balance(subject: Subject, match: re.Match[str]) -> bool:
    """年末结转9万元，上年支出85万元: nobody spends a balance, so the amount is of something else."""
    spent = match.re is words_of_stage.OF_PRIOR_YEAR and match["spent"]
    return bool(spent) and subject.concepts[0] in BALANCES
