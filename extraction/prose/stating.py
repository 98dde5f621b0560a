"""States a number as a figure: what it is of, its year, its unit and where it stands.

Belongs here: what every kind of clause needs - the state of reading one sentence, and the figure that comes of it.
Does not belong here: deciding what a number is of (the modules above this one, up to ``clauses``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction import reference
from extraction.concepts import APPROPRIATIONS, kind_of
from extraction.model import Figure, Locator
from extraction.prose.dating import Dating
from extraction.prose.doubts import confidence_of
from extraction.prose.labels import Labels
from extraction.prose.subjects import Flow, Subject, Surroundings
from extraction.records import replace
from extraction.text.normalise import Folded
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.words import grammar, words_of_funds, words_of_parts

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


class Stating(Dating):
    """What is known while one sentence is read, and the figures it states."""

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
        #: how much the last change was that stood before any level of the sentence
        self._change_of: Decimal | None = None
        #: whether amounts are the parts of that change
        self._parts_of_change = False
        #: whether the last change stood behind a list of parts, so that it may be of the whole
        self._after_list = False
        #: the latest year for which the sentence gives a level of each concept
        self._levels: dict[str, int] = {}
        self._latest: int | None = None
        self._doubts: list[tuple[int, str]] | None = None
        #: where the second of two amounts with one unit begins
        self._second = -1
        #: the second of two changes named together: 收、支总计各减少3.86,5.97万元
        self._second_change: tuple[Subject, bool, str | None] | None = None
        #: subjects whose amounts follow in turn (甲和乙分别为…)
        self._turns: list[Subject] = []
        #: what the amounts of money of the sentence were of; None where nobody knows
        self._amounts: list[Subject | None] = []
        #: subjects whose shares follow in turn (分别占…), with the words for their whole
        self._share_turns: list[tuple[Subject, str]] = []
        #: subjects before the brackets that are open
        self._open: list[Subject | None] = []

    def _last_subject(self, number: Number) -> Subject | None:
        """The last subject; of money for an amount of money, past the vehicles or guests counted meanwhile."""
        subject = self._flow.subject
        if number.base_unit == "yuan" and subject and kind_of(subject.concepts[0]) != "money":
            return self._flow.money
        return subject

    def _subject_of(self, number: Number, gap_start: int, upto: int) -> Subject | None:
        """What a share, rate or change is of: the label named just before it, else the last subject."""
        label = self._labels.nearest(number, gap_start, upto, of_any_kind=True) or self._labels.clause_of(
            gap_start, upto
        )
        same = words_of_parts.ALL_OF.match(self._text, gap_start)
        if same and label and same.end() == label.start and self._flow.subject:
            return self._last_subject(number)  # 收入120万元，全部为财政拨款，较上年增加: of the income
        if label:
            return self._as_spent(self._labels.subject(label, gap_start))
        words = self._text[gap_start:upto]
        if "其中" in words and not grammar.SAME_SUBJECT.fullmatch(words):
            return None  # 其中固定资产增加: of a part that the vocabulary does not know
        return self._last_subject(number)

    def _as_spent(self, named: Subject) -> Subject:
        """一般公共预算支出126万元。与上年相比，一般公共预算财政拨款增加2万元: below a heading on spending, of what was spent."""
        funds = named.concepts[0] in APPROPRIATIONS and "收入" not in named.label
        if not (funds and self._around.on_spending and self._flow.total):
            return named
        paid = words_of_funds.FUND_SCOPE.search(named.label)
        total = self._flow.total
        if paid is None or total.concepts != ("total_expenditure",) or total.fund_scope != paid.lastgroup:
            return named
        return replace(total, label=named.label, start=named.start)

    def _is_of_unbound(self, number: Number, gap_start: int, upto: int) -> bool:
        """税收返还46亿元，占总支出的6%: of the amount just before, whatever that is; behind a bracket, of that before it."""
        return (
            gap_start == self._flow.unbound_end
            and not (self._text.startswith(")", gap_start) and self._is_bound_before_bracket(gap_start))
            and self._labels.nearest(number, gap_start, upto, of_any_kind=True) is None
        )

    def _is_bound_before_bracket(self, closed: int) -> bool:
        """总支出95万元(含上年结转2万元)，占预算的95%: whether the amount before the bracket that closes here is a subject's."""
        opened = self._text.rfind("(", max(self._sentence.start, closed - 4 * grammar.REACH), closed)
        before = len(self._amounts) - self._text.count("元", opened, closed)
        if opened < 0:
            return False
        return before > 0 and self._amounts[before - 1] is not None

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
        note = subject.note or (None if subject.year else self._doubt_of_year(start))
        for concept in subject.concepts:
            persons = reference.concepts()[concept].kind == "persons" and measure == "level"
            yield Figure(
                concept=concept,
                measure=measure,
                stage=subject.stage,
                fiscal_year=subject.year or self._year_of(start, kind_of(concept) == "percent"),
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
                note=note,
                confidence=confidence_of(note),
            )

    def _of_latest_year(self, figure: Figure) -> Figure:
        """2022年…，2021年…，比上年增加: what is compared is of the later year."""
        latest = self._levels.get(figure.concept)
        if latest and figure.fiscal_year and latest > figure.fiscal_year:
            return replace(figure, fiscal_year=latest)
        return figure

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
