"""Amounts that name a stage and no label: 决算数为0.25万元, 调整后预算数5200万元.

Belongs here: whose such an amount is - the last subject, the whole of a list, a heading, the project.
Does not belong here: amounts of the department that open a paragraph (``clauses_of_opening``), those with a label (``clauses_of_level``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import reference
from extraction.concepts import ALL_INCOME, FUNDS_OF_LEVELS, SPENT_OF, kind_of
from extraction.model import Figure
from extraction.prose.levels.clauses_of_opening import Openings
from extraction.prose.levels.clauses_of_sums import is_budget_as_adjusted
from extraction.prose.levels.stages_of_projects import is_of_part, is_of_project
from extraction.prose.names import stagewords
from extraction.prose.names.closed_lists import is_beside, is_open_behind, whole_again
from extraction.prose.names.labels_of_scope import body_before, fund_named
from extraction.prose.names.members import member_named
from extraction.prose.names.set_off import set_off_with_stage
from extraction.prose.sentence.dating import this_year_is_known
from extraction.prose.sentence.doubts import LAST_OR_WHOLE
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.prose.sentence.topics import of_stages
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.witnesses.witness_of_projects import ONE_PROJECT
from extraction.words import grammar, words_of_items, words_of_parts, words_of_stage

#: What is done with money that came in, where no word says 收入 again.
_EXECUTED = {"全年执行", "全年执行数", "实际执行", "实际支出", "执行", "执行数"}


class Stages:
    """Clauses in which a stage stands alone."""

    def __init__(self, now: State, stating: Stating, openings: Openings) -> None:
        self._now, self._stating, self._openings = now, stating, openings

    def alone(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """决算数为0.25万元: another stage of the subject; opening a paragraph, of the department."""
        now = self._now
        stages = [match for match in now.sentence.terms_in(gap_start, number.start) if match.term.stage]
        if not stages or stages[-1].term.names_concept or number.value < 0:
            return  # 调整预算-15万元 is an adjustment
        last = stagewords.before_gloss(now.text, stages)
        if last.term.text.endswith("支付") and words_of_stage.TO_SOMEBODY.match(now.text, number.end):
            return  # 支付20万元给中标单位: one of several payments
        if is_of_part(now, number) or not grammar.LEADS.fullmatch(now.text, last.end, number.start):
            return
        if stagewords.is_plain(last.term) and words_of_parts.OF_WHICH_INITIAL.match(now.text, last.end):
            # 预算数16万元（年初预算14万元
            last = replace(last, term=replace(last.term, stage="adjusted_budget"))
        if words_of_stage.SEVERAL_IN_TURN.match(now.text, last.end):
            return  # 决算分别为18万元和15万元: of several years or names, which the clause before joins
        given_in_all = words_of_stage.GIVEN_IN_ALL.search(now.before(last.start))
        if stagewords.is_plain(last.term) and (given_in_all or stagewords.budgets_as_adjusted(now.flow)):
            last = replace(last, term=replace(last.term, stage="adjusted_budget"))
        gap_start, before = stagewords.words_before(now, gap_start, last.start)
        if words_of_stage.AFTER_ADDING.match(before) or stagewords.is_second_budget(now, last, before):
            # 年中追加862万元后，年度预算总额为2298万元; 年初预算500万元，年度预算520万元
            last = replace(last, term=replace(last.term, stage="adjusted_budget"))
            before = words_of_stage.AFTER_ADDING.sub("，", before)
        again = self._what(number, gap_start, last, before)
        if again is None:
            return
        again, is_prior = stagewords.in_own_year(now, again, gap_start, last.start)
        yield from self._stating.emit(number, again, now.with_year(last.start))
        kept = words_of_stage.KEPT_WITHIN.search(now.text[gap_start : number.start])
        if not is_prior and (not kept or now.flow.subject is None):
            # 支出13万元，控制在预算16万元以内: what follows is of the spending
            now.flow.remember(again, number.end)

    def _what(self, number: Number, gap_start: int, stage: Match, before: str) -> Subject | None:
        """What an amount is of that stands behind a stage alone, and of this year where it says 今年."""
        now = self._now
        unknown = now.flow.unbound_stage and gap_start == now.flow.unbound_end
        if unknown and words_of_stage.PAIRED_YEAR.fullmatch(before):
            return None  # 下属果树站2021年决算数2万元，2022年预算数3万元: of the same, whatever it is
        again = (
            member_named(now, gap_start, stage)
            or set_off_with_stage(now, gap_start, stage, before)
            or self._subject_with_stage(number, gap_start, stage, before)
        )
        if again is None or "今年" not in before:
            return again
        this_year = replace(again, year=now.around.fiscal_year, first_stage=None)
        return this_year if this_year_is_known(now) else None

    def _subject_with_stage(
        self, number: Number, gap_start: int, stage: Match, before: str
    ) -> Subject | None:
        """What an amount is of that stands behind a stage alone; None where nothing tells."""
        now = self._now
        subject = self._of_money(stage.start)
        if subject and (
            self._is_within_unknown(subject, number, gap_start) or self._came_in(subject, stage, before)
        ):
            return None
        plain = Subject(
            ("total_expenditure",), stage.term.stage, stage.term.text, stage.start, stage_printed=True
        )
        if (
            self._openings.turn_to_spending(stage, before, gap_start)
            or self._openings.spend_later(number, gap_start, before)
            or self._openings.with_people(number, gap_start, before)
            or self._openings.have_parts(stage, before, gap_start)
            or (stage.term.stage == "adjusted_budget" and is_budget_as_adjusted(now, number))
        ):
            return plain
        if subject and self._goes_on(subject, gap_start, before):
            return self._at_other_stage(subject, stage)
        if self._openings.are_after_adjustment(gap_start, before):
            return replace(plain, concepts=(now.around.whole,))
        if gap_start == now.sentence.start and self._openings.open_or_go_on(
            before, stage.term.text, number.start
        ):
            if now.around.whole == "project_expenditure" and before.endswith("部门"):
                return plain  # 部门支出决算3216万元，该项目占14%
            concepts = self._openings.concepts(number, stage.term.text)
            if len(concepts) > 1 or reference.concepts()[concepts[0]].nature != "flow":
                return None
            return replace(
                plain,
                concepts=concepts,
                org_scope=body_before(now, stage.start),
                fund_scope=fund_named(before) or now.around.fund_scope,
            )
        if first := stagewords.after_unknown(now, stage, before):
            return self._at_other_stage(first, stage)
        if is_of_project(now, stage, before):
            return replace(plain, concepts=("project_expenditure",), note=ONE_PROJECT)
        return None

    def _came_in(self, subject: Subject, stage: Match, before: str) -> bool:
        """预算9万元，实际到位8万元，实际支出7万元: money that came in hides nothing that follows, unless some part got it."""
        received = stagewords.came_in(self._now, subject, stage)
        self._now.said.passed |= received and grammar.SAME_SUBJECT.fullmatch(before) is not None
        if received and subject.concepts[0] in FUNDS_OF_LEVELS:
            self._now.flow.subject = self._now.flow.list_whole  # what follows is of no one level either
        return received

    def _goes_on(self, subject: Subject, gap_start: int, before: str) -> bool:
        """Whether no words name anything else before a stage.

        基本支出2310万元（…）；水利专项1000万元（…）；调整预算数…: behind brackets that end another member of a list it is of what nobody knows.
        """
        now = self._now
        if not grammar.SAME_SUBJECT.fullmatch(before):
            return False
        of_member = (
            before.startswith(")")
            and grammar.CLAUSES_END.search(now.text, subject.start, gap_start) is not None
        )
        return not of_member or now.flow.list_whole is not None

    def _is_within_unknown(self, subject: Subject, number: Number, gap_start: int) -> bool:
        """预算资金100万元，其中东村20万元，支付18万元: no more than the part just named, which nobody knows."""
        now = self._now
        end = now.flow.unbound_end
        if end == gap_start and is_beside(now, subject, end):
            return True
        if now.flow.subject is None or end < subject.start or number.in_base_units() > now.flow.unbound_value:
            return False
        if grammar.CLAUSES_END.search(now.text, end, number.start):
            return False
        of_part = grammar.OF_WHICH.search(now.text, subject.start, end) is not None
        return end == gap_start and (of_part or now.flow.unbound_stage)

    def _at_other_stage(self, last: Subject, stage: Match) -> Subject | None:
        """The last subject, or the whole of its list, at the stage named now."""
        now = self._now
        subject = self._past_parts(last, stage.start)
        if subject is None or reference.concepts()[subject.concepts[0]].nature != "flow":
            return None
        spent = stage.term.stage == "final_account"
        concepts = tuple(SPENT_OF.get(one, one) for one in subject.concepts) if spent else subject.concepts
        fund = subject.fund_scope
        if spent and concepts == ("total_revenue",) and stage.term.text in _EXECUTED:
            # 预算收入8万元，全年执行7万元: a report on a project says what became of the money
            concepts = (now.around.whole,) if now.around.whole == "project_expenditure" else concepts
        spends = spent and words_of_stage.SPENDS.search(stage.term.text)
        if set(concepts) <= ALL_INCOME and (spends or stage.term.text.startswith("支出")):
            # 预算收入8万元，实际支出7万元; 收入年初预算8万元，支出年初预算8万元: not received, but spent
            fund = "fiscal_appropriation" if "fiscal_appropriation_revenue" in concepts else fund
            concepts = (now.around.whole,)
        return replace(
            subject,
            note=LAST_OR_WHOLE if is_open_behind(now, subject, stage.start) else subject.note,
            concepts=concepts,
            fund_scope=fund,
            stage=stage.term.stage,
            start=stage.start,
            stage_printed=True,
            led=False,
            first_stage=subject.first_stage or subject.stage,
        )

    def _past_parts(self, subject: Subject, stage_start: int) -> Subject | None:
        """年初预算3985万元，其中：…项目支出1600万元；调整后预算数5200万元: of the whole, once its parts have ended."""
        now = self._now
        if whole := whole_again(now, subject, stage_start):
            is_other = kind_of(whole.concepts[0]) == "money" and whole.concepts != subject.concepts
            return whole if is_other else subject
        if subject.listed:
            return None  # 年初预算安排会议费15万元，培训费20万元，实际支出31万元: of the last or of both
        if now.flow.list_whole is None and grammar.CLAUSES_END.search(now.text, subject.start, stage_start):
            before = now.text[max(now.sentence.start, subject.start - 2 * grammar.REACH) : subject.start]
            return (
                None if grammar.OF_WHICH.search(before) else subject
            )  # parts of an amount that nobody knows
        return subject

    def _of_money(self, stage_start: int) -> Subject | None:
        """What an amount with a stage alone is of: the last subject that is money, else what the heading names."""
        now = self._now
        subject = now.flow.subject
        if subject and kind_of(subject.concepts[0]) == "money":
            return subject
        if subject and now.flow.money:
            return now.flow.money
        reach = max(now.sentence.start, stage_start - 2 * grammar.REACH)
        if member := words_of_items.last_member(now.text, reach, stage_start):
            reach = member.start()
        before = now.sentence.terms_in(reach, stage_start)
        own = tuple(dict.fromkeys(term.term.concepts[0] for term in before if term.term.names_concept))
        own = own if own != ("budget_adjustment",) else ()  # 预算控制率。本年追加预算63万元，年初预算…
        lead = words_of_stage.LEAD_ON_KIND.match(now.text) is not None
        topic = now.flow.topic
        if (
            own
            and now.text.startswith("=", before[0].end)
            and grammar.WEAK_LEFT.search(now.before(before[0].start))
        ):
            own, topic = (), own  # 公用经费控制率=实际支出25万元/预算26万元: what the rate is reckoned of
        named = of_stages(own, topic, now.around.heading_concepts, lead)
        named = named or stagewords.behind_rate(now, own)
        if not named:
            return None
        if named == ("total_expenditure",) and now.around.whole == "project_expenditure":
            named = (now.around.whole,)  # 预算执行率。实际支出160万元÷到位资金171万元: the project's
        return Subject(named, None, "", now.sentence.start)
