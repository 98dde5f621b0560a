"""Reads the paragraphs of a document in order, each below its headings.

Belongs here: what headings and earlier sentences say about the next one.
Does not belong here: the grammar inside a sentence (``clauses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extraction.model import Document, Figure, Paragraph
from extraction.prose.clauses import Clauses
from extraction.prose.going_on import enter, go_on
from extraction.prose.lines import Lines
from extraction.prose.names.names_of_headings import name_of, named_alone
from extraction.prose.names.stages_of_headings import stage_in, stage_of
from extraction.prose.owners.ownership_of_scores import marks_of_headings, marks_of_paragraph
from extraction.prose.sentence.declared import LINE, are_sentences, unit_carried_on, unit_said_in
from extraction.prose.sentence.subjects import Flow, Subject, Surroundings
from extraction.prose.sentence.topics import LONGEST_LEAD, NO_LEAD, concepts_of, lead_of
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.text.sentences import Headings, Sentence, heading_level, sentences
from extraction.text.terms import Term
from extraction.words import words_of_funds, words_of_items, words_of_project, words_of_stage

#: Without a digit, a word for a grade or a number of offices a paragraph states no figure; most prose has none of them.
_MAY_STATE = re.compile(
    r"[0-9等结级评个家零](?:(?<=[0-9])|(?<=为零)|(?<=等)[级次]|(?<=结)[果论]|(?<=级)别|(?<=评)[级定]|(?<=[一二三四五六七八九十两][个家])(?:[\u4e00-\u9fff]{0,4}[科股处室机单部]|[，。；;、:：（(]|$))"
)
#: 2021年“三公”经费决算情况, and not 2019年机构改革后情况, 落实2021年《管理办法》情况, 2023年绩效自评情况: of that year is all that stands below it.
_SECTION_OF_YEAR = re.compile(
    r"(?<![\d(])(?:19|20)\d\d年度?(?![^《》]{0,12}(?:结转|以来|改革|成立|自评|评价|绩效))[^，。《》]{0,20}(?:决算|预算|收支|收入|支出|经费|工作|资金)"
)
#: Not the year in 财政拨款收支与2021年度决算对比情况.
_YEAR_IN_HEADING = re.compile(r"(?<![\d(与较比同])((?:19|20)\d\d)年(?!\d)")
#: A paragraph that begins with the path of an item speaks of that item, not of the department.
_ITEM_HEAD = 120


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a document's figures are read."""

    fiscal_year: int | None
    default_stage: str
    #: what the report as a whole is on: all spending, or one project
    whole: str = "total_expenditure"
    #: name of the department that reports
    department: str | None = None
    #: whether the document speaks of budgets and of accounts, and its kind does not say which it gives
    stage_open: bool = False
    #: whether the document does not say of what kind it is
    kind_unknown: bool = False
    #: the one unit that is declared for amounts printed without any
    unit: str | None = None
    #: the one unit that a sentence says all its amounts are in
    unit_of_all: str | None = None
    #: the one unit that lines of names and numbers leave out
    unit_of_lines: str | None = None


class TextReader:
    """Reads the paragraphs of one document in order and yields their figures."""

    def __init__(self, document: Document, context: Context) -> None:
        self._document = document
        self._context = context
        self._clauses = Clauses(document.text)
        self._lines = Lines(document.reading, context.unit_of_lines)
        self._headings = Headings()
        self._sentence_no = 0
        #: what went on to the end of the paragraph before, where that is running text
        self._before: Flow | None = None
        #: what a line that is no heading announced for the next paragraph, and whether that is some item
        self._lead = NO_LEAD
        #: all income or all spending, as last named below the last heading that gave no amount
        self._income_above: Subject | None = None
        #: the name that the last heading or line of its own consists of, as long as no amount stood below it
        self._name_above: Term | None = None
        #: the unit that a line of its own declared below the last heading
        self._unit_above: str | None = None
        #: the headings as of the last paragraph, and what they say
        self._path: tuple[str, ...] | None = None
        self._around: tuple[Surroundings, str | None]

    def read(self, paragraph: Paragraph) -> Iterator[Figure]:
        """Figures of the next paragraph, in reading order."""
        folded = self._lines.fold(paragraph)
        level = None if paragraph.in_table else _level_of(folded.text)
        self._enter_heading(folded.text, level, paragraph)
        (lead, narrowed), self._lead = self._lead, NO_LEAD
        if not _MAY_STATE.search(folded.text):
            self._sentence_no += 1
            self._before = None
            self._enter_line(folded.text, level, paragraph)
            return
        around, scope = self._surroundings(paragraph)
        flow = Flow(expenditure_scope=scope, topic=lead, narrowed=narrowed)
        flow.unit = None if paragraph.in_table else self._unit_of(folded.text)
        flow.headed = None if paragraph.in_table else self._name_above
        flow.income_above = self._income_above
        flow.bare_amounts = not paragraph.in_table and self._context.unit_of_all is not None
        if self._before:
            go_on(flow, self._before, folded.text, level)
        flow.lists = flow.lists or folded.text.endswith(("其中:", "其中", "包括:"))
        flow.unfinished = folded.text.endswith(("；", ";", "、", "，"))
        self._before = None if (level and not flow.lists) or paragraph.in_table else flow
        flow.marks = marks_of_paragraph(folded.text, around.marks, self._context.whole)
        flow.named = words_of_items.ITEM.search(folded.text, 0, _ITEM_HEAD) is not None
        for sentence in sentences(folded):
            self._sentence_no += 1
            of_which = folded.text.startswith("其中", sentence.start)
            flow.carried = flow.latest if of_which else None
            enter(flow, folded.text, sentence)
            if sentence.start == 0 and not sentence.terms:
                flow.item = _is_item(folded.text[: sentence.end])
            if (
                sentence.start == 0
                and sentence.end <= LONGEST_LEAD
                and not any(one.unit and one.unit != "分" for one in sentence.numbers)
            ):
                flow.on_whole = words_of_stage.ON_WHOLE.search(folded.text[: sentence.end]) is not None
                flow.on_part = words_of_stage.ON_PART.search(folded.text[: sentence.end]) is not None
                flow.lead_stage = stage_in(folded.text[: sentence.end].rstrip("。:")) or flow.lead_stage
            if sentence.says_nothing:
                flow.topic = ()
                continue
            yield from self._clauses.figures(
                folded, sentence, flow, _around(folded.text, sentence, around), self._sentence_no
            )
        if flow.amounts:
            self._name_above = None
        if flow.total:
            self._income_above = flow.total

    def _unit_of(self, text: str) -> str | None:
        """The unit of numbers that print none: the document's, the paragraph's own, or that of a line above it."""
        above = self._unit_above if self._unit_above and are_sentences(text) else None
        said = self._context.unit or unit_said_in(text) or above
        return said or unit_carried_on(text) or self._context.unit_of_all

    def _enter_heading(self, text: str, level: int | None, paragraph: Paragraph) -> None:
        """A heading opens its section; a paragraph that has the next number ends the one before it."""
        if level is not None:
            self._headings.enter(level, text)
            self._unit_above, self._name_above = None, name_of(self._headings.path)
            if not _MAY_STATE.search(text[2:]):
                self._income_above = None
        elif not paragraph.in_table:
            self._headings.close_before(text)

    def _enter_line(self, text: str, level: int | None, paragraph: Paragraph) -> None:
        """Take note of what a line without amounts announces for the one below it."""
        if line := LINE.fullmatch(text):
            self._unit_above = line["unit"]
        elif level is None and not paragraph.in_table:
            self._name_above = named_alone(text)
            stops = self._name_above is not None and text.endswith("。")
            self._lead = (self._name_above.concepts, False) if self._name_above and stops else lead_of(text)

    def _surroundings(self, paragraph: Paragraph) -> tuple[Surroundings, str | None]:
        """What the headings say about a paragraph, and the scope of amounts below them."""
        path = self._headings.path
        if path is self._path and self._around[0].page == paragraph.page:
            return self._around
        usual = self._context.default_stage
        stage = stage_of(path, usual)
        around = Surroundings(
            _year_of(path) or self._context.fiscal_year,
            stage or usual,
            concepts_of(path[-1]) if path else (),
            paragraph.page,
            _funds_of(path),
            self._context.whole,
            bool(path) and _is_item(path[-1]),
            folded(self._context.department) if self._context.department else None,
            bool(path) and words_of_stage.ON_WHOLE.search(path[-1]) is not None,
            bool(path) and "支出" in path[-1] and "收" not in path[-1],
            marks_of_headings(path),
            self._context.stage_open and stage is None,
            self._context.kind_unknown,
            not path or words_of_stage.GENERAL_HEADING.fullmatch(path[-1]) is not None,
        )
        self._path, self._around = path, (around, _scope_of(path))
        return self._around


def _around(text: str, sentence: Sentence, around: Surroundings) -> Surroundings:
    """What surrounds a sentence: one on the budget of the department is not on the project that the rest is on."""
    of_department = words_of_project.OF_DEPARTMENT
    if around.whole == "project_expenditure" and of_department.search(text, sentence.start, sentence.end):
        return replace(around, whole="total_expenditure")
    return around


def _level_of(text: str) -> int | None:
    """The level of a heading; one that is nothing but a name (2.公务接待费。, 3.…（款）行政运行（项）。) may end with a full stop."""
    if not text.endswith("。"):
        return heading_level(text)
    alone = named_alone(text) is not None or words_of_items.ENDS_WITH_ITEM.search(text) is not None
    return heading_level(text[:-1] if alone else text)


@lru_cache(maxsize=64)
def _is_item(words: str) -> bool:
    """Whether a heading or the first sentence of a paragraph is a name that the vocabulary does not know."""
    named = words_of_items.ITEM_NAME.fullmatch(words) or words_of_items.ONE_PROJECT_HEADING.fullmatch(words)
    return named is not None and not concepts_of(words)


@lru_cache(maxsize=64)
def _year_of(headings: tuple[str, ...]) -> int | None:
    """The one year that the nearest heading with a year names: 二、2021年“三公”经费决算情况, and below it （一）公务接待费."""
    for heading in reversed(headings):
        if years := {int(year) for year in _YEAR_IN_HEADING.findall(heading)}:
            over_more = heading is headings[-1] or _SECTION_OF_YEAR.search(heading)
            return years.pop() if len(years) == 1 and over_more else None
    return None


@lru_cache(maxsize=64)
def _funds_of(headings: tuple[str, ...]) -> str | None:
    """The budget that the nearest heading speaks of: 二、一般公共预算支出情况, and below it （二）项目支出情况."""
    for heading in reversed(headings):
        if funds := words_of_funds.FUND_SCOPE.search(heading):
            return funds.lastgroup
    return None


def _scope_of(headings: tuple[str, ...]) -> str | None:
    """Class amounts below a heading on project spending cover project spending only."""
    for heading in reversed(headings):
        if "项目支出" in heading or "项目资金" in heading:
            return "project"
        if "基本支出" in heading:
            return "basic"
    return None
