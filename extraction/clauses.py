"""Binds each number of running text to what it measures.

Belongs here: the grammar of clauses - level, change, share, completion, two stages of one
subject, 其中 chains.
Does not belong here: tables (``grids``, ``scoring``) or the vocabulary (``terms``).

A number is bound only through words that stand between it and its label; what the grammar does
not recognise is left out, because a wrong figure is worse than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extraction import reference
from extraction.model import Figure, Locator, Paragraph
from extraction.normalise import Folded
from extraction.numbers import Number
from extraction.sentences import Headings, Sentence, fold_paragraph, heading_level, sentences
from extraction.terms import Match, Term, vocabulary

_STAGE_WORD = "|".join(sorted(map(re.escape, reference.stage_terms()), key=len, reverse=True))
_CONNECTOR = (
    rf"(?:{_STAGE_WORD}|\([^()0-9]{{0,30}}\)|(?:19|20)\d\d年?(?:度|末|初|底)?|本年度?|全年|共有|共计|合计|总计|总额|总数|人数"
    r"|金额|余额|价值|人民币|经费|支出|费用|收入|使用|安排|实有|现有|分别|均|各|数|共|为|是|达到|达|约|有|:|\"|、|,)"
)
_LEADS = re.compile(rf"{_CONNECTOR}{{0,8}}")
_LOOSE = re.compile(r"[^，。;:；\d]{0,30}(?:\d*[^，。;:；\d]{0,10})?$")
_PREFIX = re.compile(rf"^(?:{_CONNECTOR}|本部门|本单位|我部门|我单位|我部|我局|部门|单位|其中|财政|批复|当年|市|区|县)*$")
_WEAK_LEFT = re.compile(
    rf"(?:^|[，、;；:。(\"]|其中|共有|共|现有|核定|核定的|本部门|本单位|我单位|我部|我局|年度?|末|{_STAGE_WORD})$"
)
_CHANGE = re.compile(r"(?:(?P<up>增加|增长|上升|上涨|追加|调增|提高|超支)|(?P<down>减少|下降|降低|节约|压减|调减|压缩))(?:了|为|额)?:?$")
_COMPARISON = re.compile(r"(?:较|比|同比|对比|相比|与)(?P<base>[^，。;]{0,20}?)(?:相比|年)?，?(?:总?体?|共|同比|实际)?(?:增|减|下|上|降|提|节|压|追|调|超)")
_COMPARED_NUMBER = re.compile(r"(?:较|比|与)[^，。;]{0,24}$")
_SHARE = re.compile(r"占(?P<base>[^，。;占]{0,24}?)(?:的|比重?|为|比例|:)*$")
_COMPLETION = re.compile(r"完成(?P<base>[^，。;]{0,12}?)(?:的|为|比例)?$")
_COMPLETION_BASE_AMOUNT = re.compile(r"完成(?P<base>年初|全年|调整|当年)?(?:支出|收入)?预算数?(?:的|为)?$")
_COUNTED_SHARE = re.compile(r"^[^，。;]{0,6}[，,]?(?:相当于|占)[^，。;]{1,24}的$")
_REASON = re.compile(r"(?:主要)?原因(?:是|为|:|在于)|主要(?:是因为|由于)|是由于|系因")
_HIRING = re.compile(r"(?:招聘|招录|招考|选调|选派|引进|考录|遴选|新增|核增|划转|提拔|调出|调入)[^，。;]{0,8}$")
_GRADE = re.compile(r"^(?:均|定|评|确)?(?:为|是|:|评定为|定为|达到)?\"?(?P<word>" + "|".join(reference.grades()) + r")(?![级化先])")
_SIGNED = {"up": 1, "down": -1}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a paragraph is read."""

    fiscal_year: int | None
    default_stage: str


@dataclass(frozen=True, slots=True)
class _Subject:
    """The concept a sentence speaks of, as last bound."""

    concepts: tuple[str, ...]
    stage: str | None
    label: str
    start: int
    function_code: str | None = None
    fund_scope: str | None = None


@dataclass(slots=True)
class _Flow:
    """What carries on from one number to the next inside a paragraph."""

    stage: str | None
    expenditure_scope: str | None
    subject: _Subject | None = None
    function_code: str | None = None
    reason: bool = False


class TextReader:
    """Reads the paragraphs of one document in order and yields their figures."""

    def __init__(self, text: str, context: Context) -> None:
        self._text = text
        self._context = context
        self._headings = Headings()
        self._sentence_no = 0

    def read(self, paragraph: Paragraph) -> Iterator[Figure]:
        """Figures of the next paragraph, in reading order."""
        folded = fold_paragraph(self._text, paragraph.span.start, paragraph.span.end)
        level = None if paragraph.in_table else heading_level(folded.text)
        if level is not None:
            self._headings.enter(level, folded.text)
        flow = _Flow(stage=None, expenditure_scope=_scope_of(self._headings.path))
        for sentence in sentences(folded):
            self._sentence_no += 1
            if not folded.text.startswith("其中", sentence.start):
                flow.subject = None
                flow.stage = None if flow.stage != "final_account" else flow.stage
            flow.reason, flow.function_code = False, None
            clause = _Clauses(
                self._text, folded, sentence, flow, self._default_stage(), self._context, paragraph.page
            )
            for figure in clause.figures():
                yield replace(figure, sentence_no=self._sentence_no)

    def _default_stage(self) -> str:
        for heading in reversed(self._headings.path):
            stages = {match.term.stage for match in vocabulary().find(heading) if match.term.stage}
            if len(stages) == 1:
                return str(stages.pop())
            if "预算" in heading and "决算" not in heading and "执行" not in heading and heading.endswith("预算情况"):
                return "initial_budget"
        return self._context.default_stage


class _Clauses:
    """One sentence, read from left to right, number by number."""

    def __init__(
        self,
        source: str,
        folded: Folded,
        sentence: Sentence,
        flow: _Flow,
        default_stage: str,
        context: Context,
        page: int | None,
    ) -> None:
        self._source = source
        self._folded = folded
        self._text = folded.text
        self._sentence = sentence
        self._flow = flow
        self._default_stage = default_stage
        self._context = context
        self._page = page

    def figures(self) -> Iterator[Figure]:
        gap_start = self._sentence.start
        previous: Number | None = None
        for number in self._sentence.numbers:
            gap = self._text[gap_start : number.start]
            if _REASON.search(gap):
                self._flow.reason = True
            if not self._flow.reason:
                yield from self._bind(number, gap_start, gap, previous)
            gap_start, previous = number.end, number
        yield from self._grades()

    # -- one number ---------------------------------------------------------------------------

    def _bind(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        if number.limit or number.unit is None:
            return
        if number.base_unit == "percent":
            yield from self._percent(number, gap_start, gap, previous)
        elif _CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        elif number.base_unit == "yuan" and (match := _COMPLETION_BASE_AMOUNT.search(gap)) and self._flow.subject:
            stage = "adjusted_budget" if match["base"] in {"全年", "调整"} else "initial_budget"
            yield from self._emit(number, replace(self._flow.subject, stage=stage), gap_start + match.start())
        elif not _COMPARED_NUMBER.search(gap):
            yield from self._level(number, gap_start, gap)

    def _percent(self, number: Number, gap_start: int, gap: str, previous: Number | None) -> Iterator[Figure]:
        subject = self._flow.subject
        if previous and previous.base_unit in {"persons", "count"} and _COUNTED_SHARE.match(gap):
            yield from self._counted_share(previous, number, gap_start)
        elif subject and (match := _SHARE.search(gap)):
            base = self._concept_in(match["base"])
            yield from self._emit(number, subject, gap_start + match.start(), measure="share", base_concept=base)
        elif subject and (match := _COMPLETION.search(gap)) and "预算" in match["base"]:
            base_stage = "adjusted_budget" if re.search("全年|调整", match["base"]) else "initial_budget"
            start = gap_start + match.start()
            yield from self._emit(number, subject, start, measure="completion_rate", base_stage=base_stage)
        elif subject and _CHANGE.search(gap):
            yield from self._change(number, gap_start, gap)
        elif not _CHANGE.search(gap) and not match_any(gap, _SHARE, _COMPLETION):
            yield from self._level(number, gap_start, gap)

    def _change(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """较预算增加278.46万元: a change of the subject, never its level."""
        change = _CHANGE.search(gap)
        compare = _COMPARISON.search(gap)
        label = self._label_before(number, gap_start, gap_start + (compare.start() if compare else change.start() if change else 0))
        subject = self._as_subject(label, gap_start) if label else self._flow.subject
        if subject is None or change is None:
            return
        sign = _SIGNED[change.lastgroup or "up"]
        signed = replace(number, digits=f"-{number.digits}") if sign < 0 and number.value > 0 else number
        measure = "change_rate" if number.base_unit == "percent" else "change"
        start = gap_start + (compare.start() if compare else change.start())
        base_stage = _compared_with(compare["base"] if compare else "", self._context.fiscal_year)
        yield from self._emit(signed, subject, start, measure=measure, base_stage=base_stage)

    def _level(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        label = self._label_before(number, gap_start, number.start)
        if label and self._fits(label, number):
            self._note_stages(gap_start, number.start)
            subject = self._as_subject(label, gap_start)
            if label.term.function_code:
                self._flow.function_code = label.term.function_code
            yield from self._emit(number, subject, label.start)
            if not label.term.stage or label.term.stage != "final_account" or self._flow.stage is None:
                self._flow.stage = subject.stage or self._flow.stage
            self._flow.subject = subject
        elif number.base_unit == "yuan":
            yield from self._stage_alone(number, gap_start, gap)

    def _stage_alone(self, number: Number, gap_start: int, gap: str) -> Iterator[Figure]:
        """决算数为0.25万元: another stage of the subject; at the start of a sentence, of the department."""
        stages = [m for m in self._sentence.terms if gap_start <= m.start < number.start and m.term.stage]
        if not stages or stages[-1].term.names_concept or not _LEADS.fullmatch(self._text, stages[-1].end, number.start):
            return
        stage_match = stages[-1]
        before = self._text[gap_start : stage_match.start]
        subject = self._flow.subject
        if subject and re.fullmatch(rf"[，、;；]?(?:{_CONNECTOR}|其中|，)*", before):
            again = replace(subject, stage=stage_match.term.stage, start=stage_match.start)
        elif gap_start == self._sentence.start and _PREFIX.match(before):
            again = _Subject(("total_expenditure",), stage_match.term.stage, stage_match.term.text, stage_match.start)
        else:
            return
        self._flow.stage = again.stage
        self._flow.subject = again
        yield from self._emit(number, again, self._with_year(stage_match.start))

    def _counted_share(self, count: Number, share: Number, gap_start: int) -> Iterator[Figure]:
        """111人，相当于总数的74%: a count and what share of a whole it is."""
        subject = _Subject(("activity_count",), None, count.unit or "", count.start)
        yield from self._emit(count, subject, count.start)
        yield from self._emit(share, subject, gap_start, measure="share")

    def _grades(self) -> Iterator[Figure]:
        for match in self._sentence.terms:
            if "grade" not in match.term.concepts:
                continue
            if match.term.strength == "weak" and not _WEAK_LEFT.search(self._text[: match.start]):
                continue
            word = _GRADE.match(self._text[match.end : match.end + 12])
            if word:
                end = match.end + word.end()
                yield self._grade(match, reference.grades()[word["word"]], end)

    # -- labels ---------------------------------------------------------------------------------

    def _label_before(self, number: Number, gap_start: int, upto: int) -> Match | None:
        """The nearest label between the last number and this one from which words lead on to it."""
        for match in reversed(self._sentence.terms):
            if match.end > upto or match.start < gap_start or not match.term.names_concept:
                continue
            left = self._text[max(self._sentence.start, match.start - 16) : match.start]
            if match.term.strength == "weak" and not _WEAK_LEFT.search(left):
                continue  # part of a longer word that the vocabulary does not know
            if number.base_unit != "percent" and not self._fits(match, number):
                continue  # a label of persons before an amount of money
            leads = _LOOSE if match.term.strength == "loose" else _LEADS
            return match if leads.fullmatch(self._text, match.end, upto) and not _HIRING.search(left) else None
        return None

    def _fits(self, match: Match, number: Number) -> bool:
        kind = reference.concepts()[match.term.concepts[0]].kind
        if kind == "persons":
            return number.base_unit == "persons" or number.unit == "个"
        if kind == "money":
            return number.base_unit == "yuan"
        return {"percent": "percent", "points": "points", "count": "count"}.get(kind) == number.base_unit

    def _as_subject(self, match: Match, gap_start: int) -> _Subject:
        term = match.term
        return _Subject(
            term.concepts,
            self._stage_for(match, gap_start),
            term.text,
            match.start,
            function_code=term.function_code,
            fund_scope=term.fund_scope,
        )

    def _stage_for(self, match: Match, gap_start: int) -> str | None:
        """Stage printed in the label, then beside it, then flowing from before, then of the heading."""
        if reference.concepts()[match.term.concepts[0]].nature != "flow":
            return None
        if match.term.stage:
            return match.term.stage
        beside = [m.term.stage for m in self._sentence.terms if gap_start <= m.start and m.term.stage and self._near(m, match)]
        return beside[-1] if beside else self._flow.stage or self._default_stage

    def _near(self, stage: Match, label: Match) -> bool:
        """Whether a stage word belongs to the label: in its own clause, not inside a comparison."""
        if stage.start >= label.end:
            return _LEADS.fullmatch(self._text, label.end, stage.start) is not None
        between = self._text[stage.end : label.start]
        return not re.search(r"[，。;；]", between) and not _COMPARED_NUMBER.search(self._text[: stage.start])

    def _note_stages(self, start: int, end: int) -> None:
        """A stage word that opens a list (其中…) holds for what follows."""
        for match in self._sentence.terms:
            if start <= match.start < end and match.term.stage and not _COMPARED_NUMBER.search(self._text[start : match.start]):
                self._flow.stage = match.term.stage

    def _concept_in(self, words: str) -> str | None:
        for match in vocabulary().find(words):
            if match.term.names_concept:
                return match.term.concepts[0]
        return None

    def _with_year(self, start: int) -> int:
        for year in self._sentence.years:
            if year.end <= start and not self._text[year.end : start].strip("，"):
                return year.start
        return start

    # -- output ---------------------------------------------------------------------------------

    def _emit(
        self,
        number: Number,
        subject: _Subject,
        start: int,
        measure: str = "level",
        base_concept: str | None = None,
        base_stage: str | None = None,
    ) -> Iterator[Figure]:
        year = self._year_of(min(start, number.start))
        scoped = subject.concepts[0] in {"function_class_amount", "local_level_funds", "upper_level_funds"}
        function_code = subject.function_code or (self._flow.function_code if scoped else None)
        for concept in subject.concepts:
            yield Figure(
                concept=concept,
                measure=measure,
                stage=subject.stage,
                fiscal_year=year,
                label=subject.label,
                value=number.digits,
                unit="人" if reference.concepts()[concept].kind == "persons" else number.canonical_unit or "",
                decimals=number.decimals,
                value_base=number.in_base_units(),
                base_unit="persons" if reference.concepts()[concept].kind == "persons" else number.base_unit,
                printed=self._text[number.start : number.end],
                quote=self._quote(min(start, number.start), number.end),
                source_kind="text",
                locator=self._locator(number.start, number.end),
                fund_scope=subject.fund_scope,
                function_code=function_code,
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
            fiscal_year=self._context.fiscal_year,
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
        before = [
            year.year
            for year in self._sentence.years
            if year.start <= position and not re.search(r"(?:较|比)$", self._text[: year.start])
        ]
        return before[-1] if before else self._context.fiscal_year

    def _quote(self, start: int, end: int) -> str:
        first, last = self._folded.origin(start, end)
        return self._source[first:last]

    def _locator(self, start: int, end: int) -> Locator:
        first, last = self._folded.origin(start, end)
        return Locator(first, last, page=self._page)


def match_any(text: str, *patterns: re.Pattern[str]) -> bool:
    """Whether one of the patterns occurs in the text."""
    return any(pattern.search(text) for pattern in patterns)


def _scope_of(headings: tuple[str, ...]) -> str | None:
    """Class amounts below a heading on project spending cover project spending only."""
    for heading in reversed(headings):
        if "项目支出" in heading or "项目资金" in heading:
            return "project"
        if "基本支出" in heading:
            return "basic"
    return None


def _compared_with(words: str, fiscal_year: int | None) -> str | None:
    if "上年" in words or "去年" in words or (fiscal_year and str(fiscal_year - 1) in words):
        return "prior_year"
    if "调整" in words or "全年预算" in words:
        return "adjusted_budget"
    return "initial_budget" if "预算" in words or "年初" in words else None
