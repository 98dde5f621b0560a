"""Binds each number of a sentence to what it measures.

Belongs here: level, change, share, completion, two stages of one subject, 其中 chains.
Does not belong here: the patterns (``grammar``), headings (``running_text``), tables (``grids``).

A number is bound only through words that stand between it and its label; what the grammar does
not recognise is left out, because a wrong figure is worse than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extraction import grammar, reference
from extraction.model import Figure, Locator
from extraction.normalise import Folded
from extraction.numbers import Number
from extraction.sentences import Sentence
from extraction.terms import Match, vocabulary

#: A concept that is a budget by its name, and what is spent of it.
_SPENT = {"procurement_budget": "procurement_actual"}
#: Expenditure that reports give both for all funds and for 财政拨款 alone.
_NARROWED = {
    "total_expenditure",
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
}
_SCOPED = {"function_class_amount", "economic_class_amount", "local_level_funds", "upper_level_funds"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What headings and document say about a paragraph."""

    fiscal_year: int | None
    default_stage: str
    heading_concepts: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class Subject:
    """The concept a sentence speaks of, as last bound."""

    concepts: tuple[str, ...]
    stage: str | None
    label: str
    start: int
    function_code: str | None = None
    economic_code: str | None = None
    fund_scope: str | None = None
    stage_printed: bool = False
    is_part: bool = False
    #: stage of the first of several amounts of one subject: a share is taken of that
    first_stage: str | None = None


@dataclass(slots=True)
class Flow:
    """What carries on from one number to the next inside a paragraph."""

    expenditure_scope: str | None
    subject: Subject | None = None
    #: the subject with a printed stage, which the parts listed after it share, and where it ends
    whole: Subject | None = None
    whole_end: int = 0
    #: the subject before 其中 in this sentence
    list_whole: Subject | None = None
    #: end of the last amount that no label was found for; a 其中 after it lists parts of that amount
    unbound_end: int = -1
    function_code: str | None = None
    reason: bool = False
    #: whether the paragraph has named a concept at all
    named: bool = False

    def enter_sentence(self, goes_on: bool) -> None:
        """Forget what ends with a sentence; one that begins with 其中 goes on with the last subject."""
        self.reason, self.function_code, self.list_whole = False, None, None
        if not goes_on:
            self.subject = None
            if self.whole and self.whole.stage != "final_account":
                self.whole = None


class Clauses:
    """One sentence, read from left to right, number by number."""

    def __init__(
        self, source: str, folded: Folded, sentence: Sentence, flow: Flow, around: Surroundings
    ) -> None:
        self._source = source
        self._folded = folded
        self._text = folded.text
        self._sentence = sentence
        self._flow = flow
        self._around = around
        #: budget stage of an amount in 完成预算27万元的63.2%, for the rate that follows
        self._completed: str | None = None
        #: words of a comparison whose number came before its verb: 较上年15.03减少0.83万元
        self._compared = ""
        #: where the second of two amounts with one unit begins
        self._second = -1
        #: subjects before the brackets that are open
        self._open: list[Subject | None] = []

    def figures(self) -> Iterator[Figure]:
        """Figures of the sentence in reading order, then its grade."""
        gap_start = self._sentence.start
        previous: Number | None = None
        for number in self._paired():
            gap = self._text[gap_start : number.start]
            self._brackets(gap)
            if grammar.REASON.search(gap):
                self._flow.reason = True
            if compared := grammar.COMPARED_NUMBER.search(gap):
                self._compared = compared.group()
            if not self._flow.reason and not number.limit and number.unit is not None:
                bound = False
                for figure in self._bind(number, gap_start, gap, previous):
                    bound = True
                    yield figure
                if not bound and number.base_unit == "yuan":
                    self._flow.unbound_end = number.end
            gap_start, previous = number.end, number
        yield from self._grades()

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

    def _brackets(self, gap: str) -> None:
        """Parts in brackets (其中…) do not outlive them: what follows speaks of the whole again."""
        for character in gap:
            if character == "(":
                self._open.append(self._flow.subject)
            elif character == ")" and self._open:
                self._flow.subject = self._open.pop()

    # -- one number ---------------------------------------------------------------------------

    def _bind(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        if number.base_unit == "percent":
            yield from self._percent(number, gap_start, gap, previous)
        elif grammar.CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        elif (match := grammar.COMPLETION_BASE_AMOUNT.search(gap)) and self._flow.subject:
            stage = "adjusted_budget" if match["base"] in {"全年", "调整"} else "initial_budget"
            self._completed = stage
            yield from self._emit(number, replace(self._flow.subject, stage=stage), gap_start + match.start())
        elif not grammar.COMPARED_NUMBER.search(gap):
            yield from self._level(number, gap_start)
        else:
            label = self._label_before(number, gap_start, gap_start + grammar.compared_at(gap), True)
            if label:
                self._flow.subject = self._as_subject(label, gap_start)
            yield from self._prior_level(number, gap_start, gap)

    def _percent(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        if previous and previous.base_unit in {"persons", "count"} and grammar.COUNTED_SHARE.match(gap):
            yield from self._counted_share(previous, number, gap_start)
        elif match := grammar.SHARE.search(gap):
            subject = self._subject_of(number, gap_start, gap_start + match.start())
            if subject:
                base = _concept_in(match["base"]) or self._whole_in_sentence(subject)
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
            if subject:
                base_stage = "adjusted_budget" if re.search("全年|调整", match["base"]) else "initial_budget"
                done = replace(subject, stage="final_account" if subject.stage else None)
                start = gap_start + match.start()
                yield from self._emit(number, done, start, measure="completion_rate", base_stage=base_stage)
        elif grammar.CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        else:
            yield from self._level(number, gap_start)

    def _change(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """较预算增加278.46万元: a change of the subject, never its level."""
        change = grammar.CHANGE.search(gap)
        if change is None:
            return
        compare = grammar.COMPARISON.search(gap)
        start = gap_start + (compare.start() if compare else change.start())
        subject = self._subject_of(number, gap_start, start)
        if subject is None or (subject.is_part and subject is self._flow.subject):
            return  # 其中甲、乙，较上年减少: of the last part or of the whole, the words do not say
        falls = change["down"] is not None and number.value > 0
        signed = replace(number, digits=f"-{number.digits}") if falls else number
        measure = "change_rate" if number.base_unit == "percent" else "change"
        base = compare["base"] if compare else self._compared
        self._compared = ""
        base_stage = grammar.compared_with(base, self._around.fiscal_year)
        yield from self._emit(signed, subject, start, measure=measure, base_stage=base_stage)

    def _subject_of(self, number: Number, gap_start: int, upto: int) -> Subject | None:
        """What a share, rate or change is of: the label named just before it, else the last subject."""
        label = self._label_before(number, gap_start, upto, of_any_kind=True)
        return self._as_subject(label, gap_start) if label else self._flow.subject

    def _level(self, number: Number, gap_start: int) -> Iterator[Figure]:
        label = self._label_before(number, gap_start, number.start)
        if label:
            subject = self._as_subject(label, gap_start)
            if grammar.OF_WHICH.search(self._text, gap_start, label.start):
                self._flow.list_whole = self._flow.subject
            if label.term.function_code:
                self._flow.function_code = label.term.function_code
            first = replace(subject, concepts=subject.concepts[:1])
            paired = self._second > number.start and len(subject.concepts) > 1
            yield from self._emit(number, first if paired else subject, label.start)
            self._remember(subject, number)
        elif number.start == self._second and self._flow.subject and len(self._flow.subject.concepts) > 1:
            second = replace(self._flow.subject, concepts=self._flow.subject.concepts[1:])
            yield from self._emit(number, second, second.start)
        elif number.base_unit == "yuan":
            yield from self._stage_alone(number, gap_start)
        elif number.canonical_unit in {"批次", "人次"}:
            yield from self._reception(number, gap_start)

    def _stage_alone(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """决算数为0.25万元: another stage of the subject; opening a paragraph, of the department."""
        stages = [match for match in self._sentence.terms_in(gap_start, number.start) if match.term.stage]
        if not stages or stages[-1].term.names_concept:
            return
        last = stages[-1]
        if not grammar.LEADS.fullmatch(self._text, last.end, number.start):
            return
        before = self._text[gap_start : last.start]
        subject = self._flow.subject
        if subject and grammar.SAME_SUBJECT.fullmatch(before):
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
        elif gap_start == self._sentence.start and self._opens_report(before) and not self._flow.named:
            concepts = self._around.heading_concepts or ("total_expenditure",)
            if len(concepts) > 1 or reference.concepts()[concepts[0]].nature != "flow":
                return
            again = Subject(concepts, last.term.stage, last.term.text, last.start, stage_printed=True)
        else:
            return
        yield from self._emit(number, again, self._with_year(last.start))
        self._remember(again, number)

    def _opens_report(self, before: str) -> bool:
        """Whether the words before a stage open a paragraph on the whole department: 2022年, 本部门."""
        return bool(grammar.OPENING.match(before)) and bool(grammar.WHOLE_DEPARTMENT.search(before))

    def _prior_level(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """比2020年度决算数9.12万元减少: the amount of that year, of the same subject."""
        subject, match = self._flow.subject, grammar.PRIOR_LEVEL.search(gap)
        this_year = self._around.fiscal_year
        if subject is None or match is None or not (match["year"] or this_year):
            return
        year = int(match["year"]) if match["year"] else int(this_year or 0) - 1
        stage = subject.stage
        if match["stage"]:
            stage = "final_account" if match["stage"] == "决算" else "initial_budget"
        prior = replace(subject, stage=stage if subject.stage else None)
        for figure in self._emit(number, prior, gap_start + match.start()):
            yield replace(figure, fiscal_year=year)

    def _reception(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """接待46批次、512人次: the unit says what is counted."""
        subject = self._flow.subject
        received = "接待" in self._before(gap_start) + self._text[gap_start : number.start]
        if number.canonical_unit == "批次" and received:
            self._flow.subject = Subject(("reception_batches",), None, number.unit or "", number.start)
            yield from self._emit(number, self._flow.subject, number.start)
        elif number.canonical_unit == "人次" and subject and subject.concepts == ("reception_batches",):
            yield from self._emit(number, replace(subject, concepts=("reception_persons",)), number.start)

    def _counted_share(self, count: Number, share: Number, gap_start: int) -> Iterator[Figure]:
        """111人，相当于总数的74%: a count and what share of a whole it is."""
        if self._label_before(count, self._sentence.start, count.start):
            return
        subject = Subject(("activity_count",), None, count.unit or "", count.start)
        yield from self._emit(count, subject, count.start)
        yield from self._emit(share, subject, gap_start, measure="share")

    def _remember(self, subject: Subject, number: Number) -> None:
        self._flow.subject, self._flow.named = subject, True
        whole = self._flow.whole
        if subject.stage_printed or (whole and subject.stage not in {None, whole.stage}):
            self._flow.whole, self._flow.whole_end = subject, number.end

    def _grades(self) -> Iterator[Figure]:
        for match in self._sentence.terms:
            if "grade" not in match.term.concepts:
                continue
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(self._before(match.start)):
                continue
            word = grammar.GRADE.match(self._text[match.end : match.end + 12])
            if word:
                yield self._grade(match, reference.grades()[word["word"]], match.end + word.end())

    # -- labels ---------------------------------------------------------------------------------

    def _label_before(
        self, number: Number, gap_start: int, upto: int, of_any_kind: bool = False
    ) -> Match | None:
        """The nearest label of the number's kind between ``gap_start`` and ``upto`` whose words lead on."""
        for match in reversed(self._sentence.terms_in(gap_start, upto)):
            if match.end > upto or not match.term.names_concept:
                continue
            left = self._before(match.start)
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(left):
                continue  # part of a longer word that the vocabulary does not know
            if not of_any_kind and not _fits(match, number):
                continue  # a label of persons before an amount of money
            leads = grammar.LEADS_LOOSELY if match.term.strength == "loose" else grammar.LEADS
            return (
                match
                if leads.fullmatch(self._text, match.end, upto) and not _of_somebody_else(left)
                else None
            )
        return None

    def _as_subject(self, match: Match, gap_start: int) -> Subject:
        term = match.term
        stage, printed = self._stage_for(match, gap_start)
        return Subject(
            term.concepts,
            stage,
            term.text,
            match.start,
            function_code=term.function_code,
            economic_code=term.economic_code,
            fund_scope=term.fund_scope or self._fund_scope(match),
            stage_printed=printed,
            is_part=self._text[match.start - 1 : match.start] == "、",
        )

    def _stage_for(self, match: Match, gap_start: int) -> tuple[str | None, bool]:
        """Stage printed in or beside the label (then True), else that of its whole, else of the heading."""
        if reference.concepts()[match.term.concepts[0]].nature != "flow":
            return None, False
        if match.term.stage:
            return match.term.stage, True
        nearby = self._sentence.terms_in(gap_start, match.end + grammar.REACH)
        beside = [other.term.stage for other in nearby if other.term.stage and self._near(other, match)]
        if beside:
            return beside[-1], True
        if self._flow.whole and self._is_part(match, self._flow.whole):
            return self._flow.whole.stage, False
        return self._around.default_stage, False

    def _near(self, stage: Match, label: Match) -> bool:
        """Whether a stage word belongs to the label: in its own clause, not inside a comparison."""
        if stage.start >= label.end:
            return grammar.LEADS.fullmatch(self._text, label.end, stage.start) is not None
        if stage.term.strength == "weak":
            return grammar.LEADS.fullmatch(self._text, stage.end, label.start) is not None
        between = self._text[stage.end : label.start]
        return not re.search(r"[，。;；]", between) and not grammar.COMPARED_NUMBER.search(
            self._before(stage.start)
        )

    def _is_part(self, match: Match, whole: Subject) -> bool:
        """Whether the label is listed as part of the whole before it, in words or by what it means."""
        if match.start < self._flow.whole_end:
            return False
        if self._flow.whole_end < self._flow.unbound_end <= match.start:
            return False
        between = self._text[self._flow.whole_end : match.start]
        parts = {ancestor for concept in match.term.concepts for ancestor in reference.ancestors(concept)}
        return grammar.OF_WHICH.search(between[: 3 * grammar.REACH]) is not None or bool(
            parts & set(whole.concepts)
        )

    def _fund_scope(self, match: Match) -> str | None:
        """The budget whose money an expenditure is narrowed to, in words beside its label or of its whole."""
        if match.term.concepts[0] not in _NARROWED:
            return None
        left = self._before(match.start)[-12:]
        right = self._text[match.end : match.end + 12]
        for side in (left, right):
            found = list(grammar.FUND_SCOPE.finditer(side))
            touches = found and (found[-1].end() == len(side) if side is left else found[0].start() == 0)
            if touches:
                return found[-1 if side is left else 0].lastgroup
        whole = self._flow.whole or self._flow.subject
        return whole.fund_scope if whole and self._is_part(match, whole) else None

    def _whole_in_sentence(self, subject: Subject) -> str | None:
        """The whole that 其中：甲…，占… means when it does not say of what."""
        whole = self._flow.list_whole
        if whole is None or whole.concepts[0] not in reference.ancestors(subject.concepts[0]):
            return None
        return whole.concepts[0]

    def _before(self, position: int) -> str:
        """The words of the sentence just before a position."""
        return self._text[max(self._sentence.start, position - grammar.REACH) : position]

    def _with_year(self, start: int) -> int:
        years = self._sentence.years_until(start)
        return years[-1].start if years and years[-1].end == start else start

    # -- output ---------------------------------------------------------------------------------

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
        scoped = subject.concepts[0] in _SCOPED
        function_code = subject.function_code or (self._flow.function_code if scoped else None)
        for concept in subject.concepts:
            persons = reference.concepts()[concept].kind == "persons" and measure == "level"
            yield Figure(
                concept=concept,
                measure=measure,
                stage=subject.stage,
                fiscal_year=self._year_of(start),
                label=subject.label,
                value=number.digits,
                unit="人" if persons else number.canonical_unit or "",
                decimals=number.decimals,
                value_base=number.in_base_units(),
                base_unit="persons" if persons else number.base_unit,
                printed=self._text[number.start : number.end],
                quote=self._quote(start, number.end),
                source_kind="text",
                locator=self._locator(number.start, number.end),
                fund_scope=subject.fund_scope,
                function_code=function_code,
                economic_code=subject.economic_code,
                expenditure_scope=self._flow.expenditure_scope if scoped else None,
                base_concept=base_concept,
                base_stage=base_stage,
                approximate=number.approximate,
            )

    def _grade(self, match: Match, grade: str, end: int) -> Figure:
        return Figure(
            concept="grade",
            measure="level",
            stage=None,
            fiscal_year=self._around.fiscal_year,
            label=match.term.text,
            value=grade,
            unit="",
            decimals=None,
            value_base=None,
            base_unit=None,
            printed=self._text[match.end : end],
            quote=self._quote(match.start, end),
            source_kind="text",
            locator=self._locator(match.start, end),
        )

    def _year_of(self, position: int) -> int | None:
        """The year printed last before ``position`` in the sentence, else the year evaluated."""
        for year in reversed(self._sentence.years_until(position)):
            compared = self._text[year.start - 1 : year.start] in {"较", "比", "与"}
            if not compared and not self._text.startswith("相比", year.end):
                return year.year
        return self._around.fiscal_year

    def _quote(self, start: int, end: int) -> str:
        first, last = self._folded.origin(start, end)
        return self._source[first:last]

    def _locator(self, start: int, end: int) -> Locator:
        first, last = self._folded.origin(start, end)
        return Locator(first, last, page=self._around.page)


def _of_somebody_else(left: str) -> bool:
    """Whether the words before a label say that it is not the department's: people hired, a whole county."""
    return bool(grammar.HIRING.search(left) or grammar.OF_OTHERS.search(left))


def _fits(match: Match, number: Number) -> bool:
    """Whether the unit of a level suits the label."""
    kind = reference.concepts()[match.term.concepts[0]].kind
    if kind == "persons":
        return number.base_unit == "persons" or number.unit == "个"
    base = {"money": "yuan", "percent": "percent", "points": "points", "count": "count"}.get(kind)
    return base == number.base_unit


def _concept_in(words: str) -> str | None:
    for match in vocabulary().find(words):
        if match.term.names_concept:
            return match.term.concepts[0]
    return None
