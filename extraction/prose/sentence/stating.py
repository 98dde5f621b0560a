"""States a number as a figure: what it is of, its year, its unit and where it stands.

Belongs here: the figure that comes of a number and a subject, and quoting it.
Does not belong here: deciding what a number is of (``clauses_of_*``), its year (``dating``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.concepts import kind_of
from extraction.model import Figure, Locator
from extraction.prose.sentence.dating import Dating
from extraction.prose.sentence.doubts import EITHER_YEAR, ONE_TRADE, SEVERAL_YEARS, confidence_of
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import words_of_heads, words_of_stage

_SCOPED = {"function_class_amount", "economic_class_amount", "local_level_funds", "upper_level_funds"}
#: 接待批次为520个: what is counted, whatever the classifier.
_COUNTED_IN = {"reception_batches": "批次"}
#: Base units that suit each kind of concept.
_UNITS_OF_KIND = {
    "money": {"yuan"},
    "persons": {"persons", "count"},
    "count": {"count", "persons"},
    "percent": {"percent"},
    "points": {"points"},
}

#: What of an amount is told behind it.
_RATES = {"share", "completion_rate"}


class Stating:
    """The figures that a sentence states."""

    def __init__(self, now: State, dating: Dating) -> None:
        self._now, self._dating = now, dating

    def emit(
        self,
        number: Number,
        subject: Subject,
        start: int,
        measure: str = "level",
        base_concept: str | None = None,
        base_stage: str | None = None,
    ) -> Iterator[Figure]:
        """A figure of each concept of the subject, if the number has a unit in which that is counted.

        What is quoted begins at ``start``, or with the number where that stands before it.
        """
        now = self._now
        start = min(start, number.start)
        if not _suits(subject.concepts[0], measure, number):
            return
        function_code, expenditure_scope = self._narrowed_to(subject)
        first, last = now.folded.origin(number.start, number.end)
        printed, where = now.source[first:last], Locator(first, last, page=now.around.page)
        quote = printed if start == number.start else self.quote(start, number.end)
        year, note = self._dated(number, subject, start, measure)
        for concept in subject.concepts:
            unit, base_unit = _units_of(concept, measure, number)
            yield Figure(
                concept=concept,
                measure=measure,
                stage=subject.stage,
                fiscal_year=year,
                label=subject.label,
                value=number.digits,
                unit=unit,
                decimals=number.decimals,
                value_base=number.in_base_units(),
                base_unit=base_unit,
                printed=printed,
                quote=quote,
                source_kind="text",
                locator=where,
                org_scope=subject.org_scope,
                fund_scope=subject.fund_scope,
                function_code=function_code,
                economic_code=subject.economic_code,
                expenditure_scope=expenditure_scope,
                base_concept=base_concept,
                base_stage=base_stage,
                approximate=number.approximate,
                sentence_no=now.sentence_no,
                note=note,
                confidence=confidence_of(note),
            )

    def year_before(self, position: int) -> int:
        """The year that 上年 means at ``position``: before the one that the words before it speak of."""
        return (self._dating.year_spoken_of(position) or self._now.around.fiscal_year or 0) - 1

    def _dated(
        self, number: Number, subject: Subject, start: int, measure: str
    ) -> tuple[int | None, str | None]:
        """The year of a figure whose words begin at ``start``, and what is doubtful of it, taking note of amounts of the year before."""
        now, of_rate = self._now, kind_of(subject.concepts[0]) == "percent"
        year = subject.year or self._dating.year_of(start, of_rate)
        note = subject.note or (None if subject.year else self._dating.doubt_of_year(start, of_rate))
        if note is None and measure == "level" and self._is_of_several_years(number, subject):
            note = SEVERAL_YEARS
        if note is None and subject.concepts == ("staff_contract",) and self._is_of_one_trade(number):
            note = ONE_TRADE
        if note is None and measure in _RATES and self._is_of_either_year(subject, year, start):
            note = EITHER_YEAR
        if measure == "level" and year is not None and year + 1 == now.around.fiscal_year:
            self._dating.enter_last_year(start, number.end, subject.year is not None)
        return year, note

    def _is_of_either_year(self, subject: Subject, year: int | None, start: int) -> bool:
        """2023年支出30万元，2022年为27万元，占5%: a rate behind an aside on the year before, where no year stands beside it."""
        now = self._now
        if year is None or year + 1 != now.around.fiscal_year:
            return False
        if now.said.levels.get(subject.concepts[0]) != now.around.fiscal_year:
            return False
        behind = max(
            (one.end for one in now.sentence.numbers if one.unit and one.end <= start), default=start
        )
        return not now.sentence.years_until(start, behind)

    def _is_of_several_years(self, number: Number, subject: Subject) -> bool:
        """累计支付1180万元，其中2023年支付380万元; 项目总投资1200万元，2023年计划投资400万元: all years, of which one is a part."""
        now = self._now
        if number.base_unit != "yuan" or not words_of_stage.ONE_YEAR_OF_IT.match(now.text, number.end):
            return False
        return words_of_stage.OF_ALL_YEARS.search(now.before(subject.start) + subject.label) is not None

    def _is_of_one_trade(self, number: Number) -> bool:
        """临聘教师3人、保安4人: people of one trade, with another's behind them."""
        found = words_of_heads.ONE_TRADE.search(self._now.text, max(0, number.start - 4), number.end + 14)
        return found is not None and found.start("heads") == number.start

    def _narrowed_to(self, subject: Subject) -> tuple[str | None, str | None]:
        """The class and the kind of spending that an amount is of, for some concepts as the paragraph goes on with them."""
        if subject.concepts[0] not in _SCOPED:
            return subject.function_code, subject.expenditure_scope
        flow = self._now.flow
        return (
            subject.function_code or flow.function_code,
            subject.expenditure_scope or flow.expenditure_scope,
        )

    def of_latest_year(self, figure: Figure) -> Figure:
        """2022年…，2021年…，比上年增加: what is compared is of the later year."""
        latest = self._now.said.levels.get(figure.concept)
        if latest and figure.fiscal_year and latest > figure.fiscal_year:
            return replace(figure, fiscal_year=latest)
        return figure

    def quote(self, start: int, end: int) -> str:
        """The words of the document itself, as they stand there."""
        now = self._now
        first, last = now.folded.origin(start, end)
        return now.source[first:last]

    def locator(self, start: int, end: int) -> Locator:
        """Where those words stand."""
        now = self._now
        first, last = now.folded.origin(start, end)
        return Locator(first, last, page=now.around.page)


def _units_of(concept: str, measure: str, number: Number) -> tuple[str, str | None]:
    """The unit of a figure and its base unit: as printed, but heads are persons whatever their classifier."""
    if measure == "level" and kind_of(concept) == "persons":
        return "人", "persons"
    return _COUNTED_IN.get(concept, number.canonical_unit or ""), number.base_unit


def _suits(concept: str, measure: str, number: Number) -> bool:
    """Whether the number's unit is one in which the concept is counted; shares and rates are percentages."""
    if measure not in {"level", "change"}:
        return number.base_unit == "percent"
    if concept == "reception_batches" and (number.base_unit == "persons" or number.unit == "人次"):
        return False  # 接待批次减少5批，人次减少31人: of the guests
    units = _UNITS_OF_KIND.get(kind_of(concept))
    return units is None or number.base_unit in units
