"""Binds each number of a sentence to what it measures.

Belongs here: level, change, share, completion, two stages of one subject, amounts named in turn.
Does not belong here: the patterns (``grammar``), finding labels (``labels``), headings (``running_text``),
tables (``grids``).

A number is bound only through words that stand between it and its label; what the grammar does
not recognise is left out, because a wrong figure is worse than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction import grammar, rates, reference
from extraction.labels import TWO_SIDES, Labels, concept_in, kind_of
from extraction.model import Figure, Locator
from extraction.normalise import Folded
from extraction.numbers import Number
from extraction.ownership import counted_bodies, is_of_another
from extraction.records import replace
from extraction.sentences import Sentence
from extraction.subjects import Flow, Subject, Surroundings
from extraction.terms import Match
from extraction.witness import CONFIRMED, ONE_PROJECT

#: A concept that is a budget by its name, and what is spent of it.
_SPENT = {"procurement_budget": "procurement_actual"}
_SCOPED = {"function_class_amount", "economic_class_amount", "local_level_funds", "upper_level_funds"}
#: 接待批次为520个: what is counted, whatever the classifier.
_COUNTED_IN = {"reception_batches": "批次"}
_YEAR_AT_START = 6
#: Money that came in is not money that was spent.
_RECEIVED = {"实际到位"}
_APPROPRIATED = {
    "一般公共预算": "general_public_budget_appropriation",
    "政府性基金预算": "government_fund_appropriation",
    "国有资本经营预算": "state_capital_appropriation",
}
_NET = {"净值": "fixed_assets_net", "净额": "fixed_assets_net"}
_VEHICLE_PARTS = {"购置": "official_vehicle_purchase", "运行": "official_vehicle_operation"}
_LONGEST_TOPIC = 40
#: Kinds of spending on which a heading stands alone, so that 预算为… below it is of them.
_TOPICS = {
    "three_public_total",
    "overseas_travel",
    "official_vehicle",
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "official_reception",
    "meeting_expenditure",
    "training_expenditure",
    "agency_operating_cost",
}
_COUNTED_GUESTS = {"reception_batches", "reception_persons"}
#: Base units that suit each kind of concept.
_UNITS_OF_KIND = {
    "money": {"yuan"},
    "persons": {"persons", "count"},
    "count": {"count", "persons"},
    "percent": {"percent"},
    "points": {"points"},
}
_CLAUSE_ENDS = {"", "，", "。", "；", ";", ",", ")", "、"}
_TOTALS = {"total_revenue", "total_resources", "fiscal_appropriation_revenue"}


class Clauses:
    """One sentence, read from left to right, number by number."""

    def __init__(
        self,
        source: str,
        folded: Folded,
        sentence: Sentence,
        flow: Flow,
        around: Surroundings,
        sentence_no: int,
    ) -> None:
        self._source = source
        self._folded = folded
        self._text = folded.text
        self._sentence = sentence
        self._flow = flow
        self._around = around
        self._sentence_no = sentence_no
        self._labels = Labels(folded.text, sentence, flow, around)
        #: budget stage of an amount in 完成预算27万元的63.2%, for the rate that follows
        self._completed: str | None = None
        #: words of a comparison whose number came before its verb: 较上年15.03减少0.83万元
        self._compared = ""
        #: whether the amount is known and passed over
        self._passed = False
        #: whether an amount stood behind words that say whose it is and that nobody knows
        self._unknown = False
        #: what the last change was measured against
        self._base_stage: str | None = None
        #: where the second of two amounts with one unit begins
        self._second = -1
        #: the second of two changes named together: 收、支总计各减少3.86,5.97万元
        self._second_change: tuple[Subject, bool, str | None] | None = None
        #: subjects whose amounts follow in turn (甲和乙分别为…)
        self._turns: list[Subject] = []
        #: subjects before the brackets that are open
        self._open: list[Subject | None] = []

    def figures(self) -> Iterator[Figure]:
        """Figures of the sentence in reading order, then its grade."""
        self._enter_year()
        if not any(number.unit for number in self._sentence.numbers):
            self._flow.topic = self._topic()
        gap_start = self._sentence.start
        previous: Number | None = None
        for number in self._paired():
            gap = self._text[gap_start : number.start]
            self._brackets(gap)
            self._note_reason(gap_start, gap, number)
            if compared := grammar.COMPARED_NUMBER.search(gap):
                self._compared = compared.group()
            number = self._with_points(number)
            stated = number.unit is not None and not number.limit and not self._is_operand_or_cell(number)
            if stated and not self._flow.reason:
                bound = self._passed = False
                for figure in self._bind(number, gap_start, gap, previous):
                    bound = True
                    yield figure
                if not bound and not self._passed and number.base_unit == "yuan":
                    self._flow.unbound_end = number.end
                    self._unknown = self._unknown or grammar.OPENING.match(gap) is None
                    if self._flow.of_another < 0 and grammar.OWN_ITEM.search(gap):
                        self._flow.of_another = number.end
                    if grammar.OWN_NAME.search(gap):  # a rate that follows is of this amount, whatever it is
                        self._flow.subject = self._flow.money = None
            gap_start, previous = number.end, number
        yield from self._grades()

    def _topic(self) -> tuple[str, ...]:
        """What a sentence without amounts announces: 1.因公出国（境）支出情况说明."""
        words = self._text[self._sentence.start : self._sentence.end]
        last = self._sentence.terms[-1].end - self._sentence.start if self._sentence.terms else 0
        alone = last > 0 and not words[last:].strip("。:)")  # 1.因公出国（境）费用.
        if len(words) > _LONGEST_TOPIC or not ("情况" in words or alone):
            return ()
        return tuple(
            dict.fromkeys(
                match.term.concepts[0] for match in self._sentence.terms if match.term.names_concept
            )
        )

    def _note_reason(self, gap_start: int, gap: str, number: Number) -> None:
        """A reason holds its own amounts until the sentence or the reason ends."""
        reason = 0
        for found in grammar.REASON.finditer(gap):
            reason, self._flow.reason = found.end(), True
        if self._flow.changed and (match := grammar.REASON_OF_CHANGE.search(gap)):
            reason, self._flow.reason = max(reason, match.end()), True
        if not self._flow.reason:
            return
        said = gap[reason:]
        if grammar.AFTER_REASON.search(said) and number.base_unit in {"yuan", "percent"}:
            self._flow.reason = False
            return
        end = max(said.rfind("；"), said.rfind(";"))
        begins = gap_start + reason + end + 1
        if end < 0 or grammar.NEXT_REASON.match(self._text, begins):
            return
        label = self._labels.nearest(number, begins, number.start)
        if label and grammar.CLAUSE_START.fullmatch(self._text, begins, label.start):
            self._flow.reason = False

    def _is_operand_or_cell(self, number: Number) -> bool:
        """服务对象满意度 90% 100% 10 10: a number of a formula, or of cells that lost their lines."""
        after = self._text[number.end : number.end + 2].lstrip(" ")
        return (number.base_unit == "percent" and after[:1].isdigit()) or rates.is_operand(self._text, number)

    def _enter_year(self) -> None:
        """A sentence that begins with a year speaks of it, and so do those that follow it without one."""
        first = self._sentence.years[0] if self._sentence.years else None
        if first is None or first.dated or first.start - self._sentence.start > _YEAR_AT_START:
            return
        if not grammar.COMPARED_NUMBER.search(self._text[self._sentence.start : first.end]):
            self._flow.year = first.year

    def _paired(self) -> Iterator[Number]:
        """The numbers; 316.40,301.62万元 are two amounts with one unit, the first takes it from the second."""
        numbers = self._sentence.numbers
        for at, number in enumerate(numbers):
            following = numbers[at + 1] if at + 1 < len(numbers) else None
            between = self._text[number.end : following.start] if following else ""
            if number.unit is None and following and following.unit and between in {",", "，", "、"}:
                self._second = following.start
                yield number.with_unit(following.unit)
            else:
                yield number

    def _with_points(self, number: Number) -> Number:
        """自评得分：95 - a bare number behind the label of a score and before the end of its clause."""
        if number.unit is not None or self._text[number.end : number.end + 1] not in _CLAUSE_ENDS:
            return number
        scored = number.with_unit("分")
        label = self._labels.nearest(scored, max(self._sentence.start, number.start - 12), number.start)
        return scored if label and kind_of(label.term.concepts[0]) == "points" else number

    def _brackets(self, gap: str) -> None:
        """Parts in brackets (其中…) do not outlive them: what follows speaks of the whole again."""
        if "(" not in gap and ")" not in gap:
            return
        for character in gap:
            if character == "(":
                self._open.append(self._flow.subject)
            elif character == ")" and self._open:
                self._flow.subject = self._open.pop()

    # -- one number ---------------------------------------------------------------------------

    def _bind(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        second, self._second_change = self._second_change, None
        if second and gap in {",", "，", "、", "和"}:
            yield from self._changed(number, *second, gap_start)
        elif number.base_unit == "percent":
            yield from self._percent(number, gap_start, gap, previous)
        elif grammar.CHANGE.search(gap) and not self._is_adjustment(number, gap_start):
            yield from self._change(number, gap_start, gap)
        elif (match := grammar.COMPLETION_BASE_AMOUNT.search(gap)) and self._flow.subject:
            stage = "adjusted_budget" if match["base"] in {"全年", "调整"} else "initial_budget"
            self._completed = stage
            yield from self._emit(number, replace(self._flow.subject, stage=stage), gap_start + match.start())
        elif not grammar.COMPARED_NUMBER.search(gap):
            yield from self._level(number, gap_start)
        else:
            compared = gap_start + grammar.compared_at(gap)
            label = self._labels.nearest(number, gap_start, compared, True)
            if label:
                self._flow.subject = self._labels.subject(label, gap_start)
            yield from self._labelled_prior(number, compared) or self._prior_level(number, gap_start, gap)

    def _is_adjustment(self, number: Number, gap_start: int) -> bool:
        """年中追加20万元: the words for a change are themselves the name of an amount."""
        label = self._labels.nearest(number, gap_start, number.start)
        return label is not None and grammar.CHANGE.search(self._text, label.start, label.end) is not None

    def _percent(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        if rate := rates.computed(self._text, self._sentence, number):
            yield from self._emit(number, self._labels.subject(rate, gap_start), rate.start)
        elif previous and previous.base_unit in {"persons", "count"} and grammar.COUNTED_SHARE.match(gap):
            yield from self._counted_share(previous, number, gap_start)
        elif match := grammar.SHARE.search(gap):
            subject = self._subject_of(number, gap_start, gap_start + match.start())
            if subject:
                base = concept_in(match["base"]) or self._labels.whole_in_sentence(subject)
                if (
                    subject.stage != "final_account"
                ):  # a share is taken of what was spent, where that is known
                    subject = replace(subject, stage=subject.first_stage or subject.stage)
                yield from self._emit(
                    number, subject, gap_start + match.start(), measure="share", base_concept=base
                )
        elif gap == "的" and self._completed and self._flow.subject:
            done = replace(self._flow.subject, stage="final_account")
            start = gap_start
            yield from self._emit(number, done, start, measure="completion_rate", base_stage=self._completed)
        elif (match := grammar.COMPLETION.search(gap)) and "预算" in match["base"]:
            subject = self._subject_of(number, gap_start, gap_start + match.start())
            if subject and kind_of(subject.concepts[0]) != "money":
                subject = self._flow.money  # past the guests and vehicles counted meanwhile
            if subject:
                base_stage = "adjusted_budget" if re.search("全年|调整", match["base"]) else "initial_budget"
                done = replace(subject, stage="final_account" if subject.stage else None)
                start = gap_start + match.start()
                yield from self._emit(number, done, start, measure="completion_rate", base_stage=base_stage)
        else:
            yield from self._rate(number, gap_start, gap)

    def _rate(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """A rate by itself, of a change or of the last subject (控制率为72.94%)."""
        if grammar.CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        elif self._flow.subject and (concept := rates.short(self._flow.subject.concepts[0], gap)):
            yield from self._emit(number, Subject((concept,), None, gap, gap_start), gap_start)
        else:
            yield from self._level(number, gap_start)

    def _change(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """较预算增加278.46万元: a change of the subject, never its level."""
        change = grammar.CHANGE.search(gap)
        if change is None or number.base_unit == "percentage_points":
            return
        compare = grammar.COMPARISON.search(gap)
        start = gap_start + (compare.start() if compare else change.start())
        last = self._flow.subject
        subject = self._subject_of(number, gap_start, start)
        if subject is None or (subject.is_part and subject is last):
            return  # 其中甲、乙，较上年减少: of the last part or of the whole, the words do not say
        if number.base_unit == "yuan" and kind_of(subject.concepts[0]) != "money":
            return
        if subject is last and subject.first_stage == "final_account":
            subject = replace(subject, stage=subject.first_stage)  # 支出5万元，年初预算6万元，较上年减少
        if grammar.EACH_OF_BOTH.search(gap):
            subject = self._both_sides(subject)
        self._flow.subject = subject
        falls = change["down"] is not None
        base = (compare["base"] or compare.group()[:2]) if compare else self._compared
        if not base and (announced := grammar.COMPARED_BEFORE.search(gap)):
            base = announced.group()
        self._compared = ""
        base_stage = grammar.compared_with(base, self._year_of(start))
        if not base and grammar.SAME_COMPARISON.fullmatch(gap):
            base_stage = self._base_stage  # 较上年减少1.43万元，下降7.10%
        self._base_stage = base_stage
        if len(subject.concepts) > 1 and grammar.ANOTHER_FOLLOWS.match(self._text, number.end):
            self._second_change = (replace(subject, concepts=subject.concepts[1:]), falls, base_stage)
            subject = replace(subject, concepts=subject.concepts[:1])
        yield from self._changed(number, subject, falls, base_stage, start)

    def _both_sides(self, subject: Subject) -> Subject:
        """收入总计3256万元，支出总计3256万元，与2021年度相比，各增加256万元: of income and of spending."""
        first = self._flow.first
        pair = (*first.concepts, *subject.concepts) if first else ()
        return replace(subject, concepts=pair) if pair in TWO_SIDES else subject

    def _changed(
        self, number: Number, subject: Subject, falls: bool, base_stage: str | None, start: int
    ) -> Iterator[Figure]:
        self._flow.changed = True
        signed = replace(number, digits=f"-{number.digits}") if falls and number.value > 0 else number
        measure = "change_rate" if number.base_unit == "percent" else "change"
        yield from self._emit(signed, subject, start, measure=measure, base_stage=base_stage)

    def _subject_of(self, number: Number, gap_start: int, upto: int) -> Subject | None:
        """What a share, rate or change is of: the label named just before it, else the last subject."""
        label = self._labels.nearest(number, gap_start, upto, of_any_kind=True) or self._labels.clause_of(
            gap_start, upto
        )
        if label:
            return self._labels.subject(label, gap_start)
        words = self._text[gap_start:upto]
        if "其中" in words and not grammar.SAME_SUBJECT.fullmatch(words):
            return None  # 其中固定资产增加: of a part that the vocabulary does not know
        return self._last_subject(number)

    def _last_subject(self, number: Number) -> Subject | None:
        """The last subject; of money for an amount of money, past the vehicles or guests counted meanwhile."""
        subject = self._flow.subject
        if number.base_unit == "yuan" and subject and kind_of(subject.concepts[0]) != "money":
            return self._flow.money
        return subject

    def _level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        label = self._labels.nearest(number, gap_start, number.start)
        subject = self._flow.subject
        if label:
            yield from self._labelled(number, gap_start, label)
        elif self._turns and self._text[gap_start : number.start] in {"、", "，", "和", ",", "与"}:
            yield from self._next_in_turn(number)
        elif number.start == self._second and subject and len(subject.concepts) > 1:
            yield from self._emit(number, replace(subject, concepts=subject.concepts[1:]), subject.start)
        elif part := self._part_by_short_name(number, gap_start):
            yield from self._emit(number, part, gap_start)
        elif subject and (prior := grammar.OF_PRIOR_YEAR.fullmatch(self._text[gap_start : number.start])):
            yield from self._of_prior_year(number, gap_start, prior)
        elif number.unit == "分" and self._sum_of_points(number, gap_start):
            yield from self._emit(
                number, Subject(("self_evaluation_score",), None, "合计", gap_start), gap_start
            )
        elif number.base_unit == "yuan":
            yield from self._stage_alone(number, gap_start)
        elif number.canonical_unit in {"批次", "人次"} or number.base_unit == "persons":
            yield from self._reception(number, gap_start)
        elif number.canonical_unit in {"个", "家"} and (bodies := counted_bodies(self._text, number)):
            yield from self._emit(number, Subject((bodies,), None, bodies, number.start), number.start)

    def _part_by_short_name(self, number: Number, gap_start: int) -> Subject | None:
        """A part named shortly behind its whole.

        财政拨款收入3150万元(其中一般公共预算3100万元…), 公务用车购置及运行费9万元，其中购置费0万元.
        """
        whole = self._flow.subject
        if whole is None or number.base_unit != "yuan":
            return None
        if whole.concepts == ("fiscal_appropriation_revenue",):
            pattern, concepts = grammar.SOURCE_OF_APPROPRIATION, _APPROPRIATED
        elif whole.concepts[0] in {"official_vehicle", "official_vehicle_purchase"}:
            pattern, concepts = grammar.PART_OF_VEHICLES, _VEHICLE_PARTS
        elif whole.concepts[0] == "fixed_assets_gross":
            pattern, concepts = grammar.NET_OF_ASSETS, _NET
        else:
            return None
        match = pattern.fullmatch(self._text, gap_start, number.start)
        return (
            replace(whole, concepts=(concepts[match[1]],), label=match[1], start=gap_start) if match else None
        )

    def _sum_of_points(self, number: Number, gap_start: int) -> bool:
        """合计98.3分, where the points named before in the sentence add up to it."""
        if not grammar.SUM_OF_POINTS.fullmatch(self._text, gap_start, number.start):
            return False
        parts = [
            other.value
            for other in self._sentence.numbers
            if other.unit == "分" and other.end <= number.start
        ]
        return len(parts) > 1 and sum(parts) == number.value

    def _labelled(self, number: Number, gap_start: int, label: Match) -> Iterator[Figure]:
        """A level, or what the words before its label make of it."""
        another = is_of_another(self._text, self._sentence, self._flow, label, gap_start, number.start)
        if another or self._executes_part(label) or self._is_fund_of_spending(label, gap_start):
            return
        subject = self._labels.subject(label, gap_start)
        if verb := grammar.VERB_BEFORE.search(self._labels.before(label.start)):
            signed = replace(number, digits=f"-{number.digits}") if verb["down"] and number.value else number
            yield from self._emit(signed, subject, label.start, measure="change")
            return
        if turns := self._labels.in_turn(gap_start, label, number.start):
            self._turns = [self._labels.subject(turn, gap_start) for turn in turns]
            yield from self._next_in_turn(number)
            return
        if self._labels.of_several_years(gap_start, label, number.start):
            return
        counted = self._flow.subject.concepts[0] if self._flow.subject else ""
        if label.term.text == "支出" and counted in _COUNTED_GUESTS:
            subject = replace(subject, concepts=("official_reception",))  # 接待34批次、260人次，支出3万元
        if self._flow.subject and self._spends_subject(label):
            subject = replace(self._flow.subject, stage="final_account", stage_printed=True)
        if grammar.OF_WHICH.search(self._text, gap_start, label.start):
            self._flow.list_whole = self._flow.subject
        if label.term.function_code:
            self._flow.function_code = label.term.function_code
        paired = self._second > number.start and len(subject.concepts) > 1
        stated = replace(subject, concepts=subject.concepts[:1]) if paired else subject
        yield from self._emit(number, stated, label.start)
        if subject.concepts != ("budget_adjustment",):  # what follows it is of what was adjusted
            self._flow.remember(subject, number.end)

    def _is_fund_of_spending(self, label: Match, gap_start: int) -> bool:
        """“三公”经费支出6万元(其中:一般公共预算支出6万元): by whose money that spending was paid."""
        whole = self._flow.subject
        by_fund = label.term.fund_scope or label.term.text == "国有资本经营预算支出"
        if not by_fund or whole is None or whole.concepts[0] not in _TOPICS:
            return False
        listed = grammar.OF_WHICH.search(self._text, gap_start, label.start) is not None
        self._passed = bool(self._open) or listed
        return self._passed

    def _executes_part(self, label: Match) -> bool:
        """公用经费预算160万元，执行150万元，执行率93.75%: the rate of what the sentence began with, not of all spending."""
        if label.term.text != "执行率":
            return False
        first, whole = self._flow.first, self._around.whole
        if first is not None:
            return not set(first.concepts) & {
                *_TOTALS,
                "total_expenditure",
                "total_uses",
                whole,
                "procurement_budget",
            }
        return self._unknown and whole == "total_expenditure"

    def _next_in_turn(self, number: Number) -> Iterator[Figure]:
        """The next of several labels whose amounts follow in the same order."""
        subject, *self._turns = self._turns
        yield from self._emit(number, subject, subject.start)
        self._flow.remember(subject, number.end)

    def _spends_subject(self, label: Match) -> bool:
        """公务接待费预算2万元，支出1万元: a bare 支出 after a budget is spent of that budget."""
        subject = self._flow.subject
        return (
            label.term.text == "支出"
            and subject is not None
            and subject.stage in {"initial_budget", "adjusted_budget"}
            and not set(subject.concepts) & (_TOTALS | {"total_expenditure"})
        )

    def _stage_alone(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """决算数为0.25万元: another stage of the subject; opening a paragraph, of the department."""
        stages = [match for match in self._sentence.terms_in(gap_start, number.start) if match.term.stage]
        if not stages or stages[-1].term.names_concept or number.value < 0:
            return  # 调整预算-15万元 is an adjustment
        last = stages[-1]
        if not grammar.LEADS.fullmatch(self._text, last.end, number.start):
            return
        before = self._text[gap_start : last.start]
        subject = self._of_money(last.start)
        if self._is_other_side(last, before, gap_start):
            again = Subject(
                ("total_expenditure",), last.term.stage, last.term.text, last.start, stage_printed=True
            )
        elif subject and grammar.SAME_SUBJECT.fullmatch(before):
            subject = self._past_parts(subject, last.start)
            concepts = tuple(_SPENT.get(concept, concept) for concept in subject.concepts)
            if last.term.stage != "final_account":
                concepts = subject.concepts
            again = replace(
                subject,
                concepts=concepts,
                stage=last.term.stage,
                start=last.start,
                stage_printed=True,
                first_stage=subject.first_stage or subject.stage,
            )
        elif gap_start == self._sentence.start and self._opens_or_goes_on(before):
            named = self._around.heading_concepts
            concepts = tuple(c for c in named if kind_of(c) == "money") or (self._around.whole,)
            if len(concepts) > 1 or reference.concepts()[concepts[0]].nature != "flow":
                return
            again = Subject(concepts, last.term.stage, last.term.text, last.start, stage_printed=True)
        elif self._is_of_project(last, before):
            again = Subject(
                ("project_expenditure",),
                last.term.stage,
                last.term.text,
                last.start,
                stage_printed=True,
                note=ONE_PROJECT,
            )
        else:
            return
        yield from self._emit(number, again, self._labels.with_year(last.start))
        self._flow.remember(again, number.end)

    def _past_parts(self, subject: Subject, stage_start: int) -> Subject:
        """年初预算3985万元，其中：…项目支出1600万元；调整后预算数5200万元: of the whole, once its parts have ended."""
        whole = self._flow.list_whole
        ended = (
            "；" in self._text[subject.start : stage_start] or ";" in self._text[subject.start : stage_start]
        )
        if whole is None or not ended or whole.concepts == subject.concepts:
            return subject
        return whole if kind_of(whole.concepts[0]) == "money" else subject

    def _of_money(self, stage_start: int) -> Subject | None:
        """What an amount with a stage alone is of: the last subject that is money, else what the heading names.

        2020年公务接待45批次，386人次，预算为5.00万元: what the guests cost.
        """
        subject = self._flow.subject
        if subject and subject.concepts[0] in _COUNTED_GUESTS:
            return Subject(("official_reception",), None, subject.label, subject.start)
        if subject and kind_of(subject.concepts[0]) == "money":
            return subject
        if subject and self._flow.money:
            return self._flow.money
        reach = max(self._sentence.start, stage_start - 2 * grammar.REACH)
        before = self._sentence.terms_in(reach, stage_start)
        own = tuple(dict.fromkeys(term.term.concepts[0] for term in before if term.term.names_concept))
        named = own or self._flow.topic or self._around.heading_concepts
        if len(named) != 1 or named[0] not in _TOPICS:
            return None
        return Subject(named, None, "", self._sentence.start)

    def _is_of_project(self, stage: Match, before: str) -> bool:
        """该项目2023年预算安排资金1500万元, 实际支出1425万元: of the one project that the report is on."""
        return (
            self._around.whole == "project_expenditure"
            and stage.term.text not in _RECEIVED
            and self._flow.of_another < 0
            and grammar.OF_PROJECT.fullmatch(before) is not None
        )

    def _is_other_side(self, stage: Match, before: str, gap_start: int) -> bool:
        """2021年收入决算26435.78万元。支出决算26398.46万元: spending, after a sentence on income."""
        return (
            self._flow.income
            and gap_start == self._sentence.start
            and stage.term.text in {"支出决算", "支出决算数"}
            and grammar.OPENING.match(before) is not None
        )

    def _opens_or_goes_on(self, before: str) -> bool:
        """2022年年初预算4856万元，其中：…。全年预算调整为5632万元: the sentence of a paragraph that began with all spending."""
        if self._opens_report(before) and self._nothing_before():
            self._flow.opened = True
            return True
        return self._flow.opened and grammar.OPENING.match(before) is not None

    def _nothing_before(self) -> bool:
        """Whether the paragraph has spoken of no concept and no other amount yet."""
        return not self._flow.named and self._flow.unbound_end < 0

    def _opens_report(self, before: str) -> bool:
        """Whether the words before a stage open a paragraph on the whole department: 2022年, 本部门."""
        return bool(grammar.OPENING.match(before)) and bool(grammar.WHOLE_DEPARTMENT.search(before))

    def _labelled_prior(self, number: Number, compared: int) -> list[Figure]:
        """较2015年度“三公”经费合计31.20万元减少: the amount of that year, behind its own label."""
        years = [year for year in self._sentence.years_until(number.start) if year.start >= compared]
        label = self._labels.nearest(number, compared, number.start)
        if label is None or label.term.strength == "weak" or len(years) != 1 or years[0].start > label.start:
            return []
        subject = self._labels.subject(label, compared)
        if self._flow.subject is None or self._flow.subject.concepts != subject.concepts:
            self._flow.subject = subject
        return [replace(f, fiscal_year=years[0].year) for f in self._emit(number, subject, label.start)]

    def _prior_level(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """比2020年度决算数9.12万元减少: the amount of that year, of the same subject."""
        if match := grammar.PRIOR_LEVEL.search(gap):
            yield from self._of_prior_year(number, gap_start, match)

    def _of_prior_year(self, number: Number, gap_start: int, match: re.Match[str]) -> Iterator[Figure]:
        """The same subject a year earlier: 比2020年度决算数9.12万元, 上年为5.12万元."""
        subject, this_year = self._last_subject(number), self._around.fiscal_year
        if subject is None or not (match["year"] or this_year):
            return
        year = int(match["year"]) if match["year"] else int(this_year or 0) - 1
        if subject.first_stage == "final_account":
            subject = replace(subject, stage=subject.first_stage)
        stage = subject.stage
        if match["stage"]:
            stage = "final_account" if match["stage"] == "决算" else "initial_budget"
        prior = replace(subject, stage=stage if subject.stage else None)
        for figure in self._emit(number, prior, gap_start + match.start()):
            yield replace(figure, fiscal_year=year)

    def _reception(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """接待46批次、512人次: the unit says what is counted."""
        subject = self._flow.subject
        received = "接待" in self._labels.before(gap_start) + self._text[gap_start : number.start]
        left = self._text[max(self._sentence.start, number.start - 2 * grammar.REACH) : number.start]
        abroad = grammar.ABROAD.search(grammar.IN_BRACKETS.sub("", left))
        if abroad or grammar.FOREIGN.search(self._text, gap_start, number.start):
            if subject and subject.concepts[0] in _COUNTED_GUESTS:
                self._flow.subject = None  # guests from abroad are some of those counted before
            return
        if number.canonical_unit == "批次" and received:
            self._flow.subject = Subject(("reception_batches",), None, number.unit or "", number.start)
            yield from self._emit(number, self._flow.subject, number.start)
        elif (
            subject
            and subject.concepts == ("reception_batches",)
            and grammar.GUESTS.fullmatch(self._text, gap_start, number.start)
        ):
            yield from self._emit(number, replace(subject, concepts=("reception_persons",)), number.start)

    def _counted_share(self, count: Number, share: Number, gap_start: int) -> Iterator[Figure]:
        """111人，相当于总数的74%: a count and what share of a whole it is."""
        if self._labels.nearest(count, self._sentence.start, count.start):
            return
        subject = Subject(("activity_count",), None, count.unit or "", count.start)
        yield from self._emit(count, subject, count.start)
        yield from self._emit(share, subject, gap_start, measure="share")

    def _grades(self) -> Iterator[Figure]:
        for before in grammar.GRADE_BEFORE.finditer(self._text, self._sentence.start, self._sentence.end):
            yield self._grade(
                "等次", before.start(), reference.grades()[before["word"]], *before.span("word")
            )
        for match in self._sentence.terms:
            if "grade" not in match.term.concepts:
                continue
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(
                self._labels.before(match.start)
            ):
                continue
            word = grammar.GRADE.match(self._text[match.end : match.end + 12])
            if word:
                start, end = match.end + word.start("word"), match.end + word.end("word")
                yield self._grade(match.term.text, match.start, reference.grades()[word["word"]], start, end)

    def _emit(
        self,
        number: Number,
        subject: Subject,
        start: int,
        measure: str = "level",
        base_concept: str | None = None,
        base_stage: str | None = None,
    ) -> Iterator[Figure]:
        start = min(start, number.start)
        if not _suits(subject.concepts[0], measure, number):
            return
        scoped = subject.concepts[0] in _SCOPED
        function_code = subject.function_code or (self._flow.function_code if scoped else None)
        for concept in subject.concepts:
            persons = reference.concepts()[concept].kind == "persons" and measure == "level"
            yield Figure(
                concept=concept,
                measure=measure,
                stage=subject.stage,
                fiscal_year=subject.year or self._year_of(start),
                label=subject.label,
                value=number.digits,
                unit="人" if persons else _COUNTED_IN.get(concept, number.canonical_unit or ""),
                decimals=number.decimals,
                value_base=number.in_base_units(),
                base_unit="persons" if persons else number.base_unit,
                printed=self._quote(number.start, number.end),
                quote=self._quote(start, number.end),
                source_kind="text",
                locator=self._locator(number.start, number.end),
                org_scope=subject.org_scope,
                fund_scope=subject.fund_scope,
                function_code=function_code,
                economic_code=subject.economic_code,
                expenditure_scope=subject.expenditure_scope
                or (self._flow.expenditure_scope if scoped else None),
                base_concept=base_concept,
                base_stage=base_stage,
                approximate=number.approximate,
                sentence_no=self._sentence_no,
                note=subject.note,
                confidence=CONFIRMED if subject.note else Decimal(1),
            )

    def _grade(self, label: str, label_start: int, grade: str, start: int, end: int) -> Figure:
        return Figure(
            concept="grade",
            measure="level",
            stage=None,
            fiscal_year=self._around.fiscal_year,
            label=label,
            value=grade,
            unit="",
            decimals=None,
            value_base=None,
            base_unit=None,
            printed=self._quote(start, end),
            quote=self._quote(label_start, end),
            source_kind="text",
            locator=self._locator(start, end),
            sentence_no=self._sentence_no,
        )

    def _year_of(self, position: int) -> int | None:
        """The year printed last before ``position`` in the sentence, else the year evaluated.

        上年支出 is the year before the one evaluated; 上年结转 is money of this year.
        """
        if self._around.fiscal_year and grammar.LAST_YEAR_OWN.search(self._labels.before(position)):
            return self._around.fiscal_year - 1
        for year in reversed(self._sentence.years_until(position)):
            compared = self._text[year.start - 1 : year.start] in {"较", "比", "与"}
            if year.dated and year.year > (self._around.fiscal_year or year.year):
                continue  # the day of filing: heads and assets counted then stand for the year evaluated
            if not compared and not self._text.startswith("相比", year.end):
                return year.year
        return self._flow.year or self._around.fiscal_year

    def _quote(self, start: int, end: int) -> str:
        first, last = self._folded.origin(start, end)
        return self._source[first:last]

    def _locator(self, start: int, end: int) -> Locator:
        first, last = self._folded.origin(start, end)
        return Locator(first, last, page=self._around.page)


def _suits(concept: str, measure: str, number: Number) -> bool:
    """Whether the number's unit is one in which the concept is counted; shares and rates are percentages."""
    if measure not in {"level", "change"}:
        return number.base_unit == "percent"
    units = _UNITS_OF_KIND.get(kind_of(concept))
    return units is None or number.base_unit in units
