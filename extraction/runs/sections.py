"""Where tables of the national forms that run on begin and end: at their titles, whatever stands on a line with them.

Belongs here: finding title, unit and headings, and choosing the way in which a table is proved.
Does not belong here: cutting it (``cutting``), proving it (``twosided``, ``onesided``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extraction.columns.headings import Heading, read_heading
from extraction.model import Span, Table
from extraction.runs import expenses, onesided, twosided
from extraction.runs.cutting import Entry, entries_of, with_codes, without_row_numbers
from extraction.runs.made import Made, Rows, table_of
from extraction.runs.rowlabels import part_of
from extraction.text.lines import Line
from extraction.text.normalise import Folded, fold_span, folded

_TITLE = re.compile(
    r'(?:(?:19|20)\d\d年度?)?[\u4e00-\u9fff"]{0,24}?(?:收入支出|收支|收入|支出|经费)[\u4e00-\u9fff"]{0,14}?表(?:\([^()]{1,12}\))?'
)
_MAY_BEGIN = re.compile(r"(?:收|支|经费)[^。；，\n]{0,20}表")
_NO_TITLE = re.compile(r"本表|目录|见表|附表")
_UNIT = re.compile(r"单位:(?:人民币)?(亿元|万元|千元|元)")
_STAGE = re.compile(r"(?:(?:19|20)\d\d年度?|上年|本年|年初|全年|调整)*(?:预算|决算|执行)数")
_CHANGE = re.compile(r"增减|比上年|比例")
_END = re.compile(r"注:|注[1１]|备注:|说明:|。|\|")
_BOTH_SIDES = re.compile(r"收入支出|收支")
_BASIC = re.compile(r"基本支出")
_CODED = re.compile(r"编码|代码|类款|科目")
_NUMBERED = "行次"
_BREAKS_TABLE = re.compile(r"[|\t]")
_MOST_LINES = 1500
_MOST_CHARACTERS = 40_000
_FEWEST_AMOUNTS = 3
_UNIT_BEFORE = 40
_LONGEST_TITLE = 60
_LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class Section:
    """A title, and folded characters ``start`` to ``end`` behind it."""

    folded: Folded
    title: tuple[int, int]
    start: int
    end: int

    @property
    def begin(self) -> int:
        """Where the title begins in the document."""
        return self.folded.origin(*self.title)[0]


def may_begin(words: str) -> bool:
    """Whether a line may hold the title of such a table."""
    return "表" in words and _MAY_BEGIN.search(words) is not None


def is_title(words: str) -> bool:
    """Whether the words of a line are the title of such a table alone."""
    return words.endswith("表") and _TITLE.fullmatch(words) is not None


def sections_of(reading: str, start: int, end: int) -> list[Section]:
    """The titles in these characters, each with what stands behind it up to the next one."""
    folded = fold_span(reading, start, end)
    titles = [
        match.span()
        for match in _TITLE.finditer(folded.text)
        if not _NO_TITLE.search(match.group()) and match.end() - match.start() <= _LONGEST_TITLE
    ]
    found = []
    for at, title in enumerate(titles):
        limit = titles[at + 1][0] if at + 1 < len(titles) else len(folded.text)
        stop = _END.search(folded.text, title[1], limit)
        found.append(Section(folded, title, title[1], stop.start() if stop else limit))
    return found


def read(text: str, section: Section) -> tuple[list[Table], int]:
    """The tables of a section, and the offset behind its last amount; none where nothing proves them."""
    folded = section.folded
    entries = entries_of(folded, section.start, section.end)
    if sum(len(entry.amounts) for entry in entries) < _FEWEST_AMOUNTS:
        return [], 0
    above = _above(section)
    title = folded.text[section.title[0] : section.title[1]]
    body = folded.text[section.start : section.end]
    if _NUMBERED in body:
        entries = without_row_numbers(entries)
    if "三公" in title:
        made = [table_of(text, above, rows) for rows in expenses.tables_of(text, body, entries)]
    elif (stage := _stage_in("".join(entry.label for entry in _heads(entries)))) is None:
        made = []  # which of the amounts is whose, their sums do not tell
    elif _BOTH_SIDES.search(title):
        rows = twosided.rows_of(entries)
        made = [_table(text, above, rows, stage)] if rows else []
    else:
        made = _one_side(text, above, title, with_codes(entries), stage)
    last = max((entry.amounts[-1].span.end for entry in entries if entry.amounts), default=0)
    return made, last


def _one_side(text: str, above: list[Made], title: str, entries: list[Entry], stage: str) -> list[Table]:
    whole = "合计" if _BASIC.search(title) else "本年收入合计" if "收入" in title else "本年支出合计"
    classes = onesided.Classes(entries)
    head = "".join(entry.label for entry in _heads(entries))
    columns = onesided.columns_of(head, classes, whole)
    if classes.total is None or not classes.proved(columns):
        rows = onesided.with_sums_of_kinds(entries)
        return [_table(text, above, rows, stage)] if rows else []
    if "收入" in title:
        classes.rows.clear()
    return [table_of(text, above, rows) for rows in onesided.tables_of(classes, columns)]


def _stage_in(head: str) -> str | None:
    """The heading of the amounts; None where those of several years or stages stand beside each other, or changes."""
    stages = {match.group() for match in _STAGE.finditer(head)}
    if len(stages) > 1 or _CHANGE.search(head):
        return None
    return stages.pop() if stages else "金额"


def _heads(entries: list[Entry]) -> list[Entry]:
    """What stands before the first row, and the label of that row, for headings run on into it."""
    first = next((at for at, entry in enumerate(entries) if entry.amounts), len(entries) - 1)
    while first + 1 < len(entries) and not part_of(entries[first].label).kind and not entries[first].code:
        first += 1
    return entries[: first + 1]


def _above(section: Section) -> list[Made]:
    folded = section.folded
    found: list[Made] = [(Span(*folded.origin(*section.title)), folded.text[slice(*section.title)])]
    unit = _UNIT.search(folded.text, section.start, section.end) or _UNIT.search(
        folded.text, max(0, section.title[0] - _UNIT_BEFORE), section.title[0]
    )
    if unit:
        found.append((Span(*folded.origin(*unit.span())), f"单位:{unit[1]}"))
    return found


def _table(text: str, above: list[Made], rows: Rows, stage: str) -> Table:
    place = Span(rows[0][0].start, rows[0][0].start)
    heads: list[Made] = [(place, "项目"), (place, stage)]
    return table_of(text, above, [heads, *([(label, name), (amount, None)] for label, name, amount in rows)])


class Runs:
    """The lines of one document, asked for the tables that run on from a title in each; each region of titles is looked through once."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._lines = lines
        self._end = -1
        self._sections: list[Section] = []

    def at(self, at: int) -> tuple[list[Table], Span]:
        """The tables below the first title in line ``at`` that are proved, and from the title to the last amount."""
        line = self._lines[at]
        if line.start >= self._end:
            self._end = self._region(at)
            self._sections = sections_of(self._text, line.start, self._end)
        while self._sections and self._sections[0].begin < line.end:
            section = self._sections.pop(0)
            if section.begin >= line.start:
                tables, behind = read(self._text, section)
                if tables:
                    return tables, Span(section.begin, self._with_rows_left_blank(at, behind))
        return [], Span(line.start, line.start)

    def _with_rows_left_blank(self, at: int, end: int) -> int:
        """The offset behind the last rows too, of which nothing but labels is left on lines of their own."""
        for line in self._lines[at : at + _MOST_LINES]:
            if line.start >= end and line.words:
                read = read_heading(folded(line.words)) if len(line.words) <= _LONGEST_LABEL else Heading()
                if not (read.concepts or read.function_code):
                    break
                end = line.end
        return end

    def _region(self, at: int) -> int:
        """The end of the lines that may be of tables that run on: rows between bars or tabs, and sentences, end them."""
        end = self._lines[at].end
        for line in self._lines[at : at + _MOST_LINES]:
            if _BREAKS_TABLE.search(line.words) or line.end - self._lines[at].start > _MOST_CHARACTERS:
                break
            end = line.end
            if line.words.endswith("。"):
                break
        return end
