"""Finds paragraphs and tables in plain text, whatever way the tables were flattened into it.

Belongs here: where blocks begin and end.
Does not belong here: the ways of writing tables (``ways``, ``gridlines``, ``celltables`` and others); decoding bytes (``readers``), what cells mean (``grids``, ``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from extraction.flattened.bars import barlines, gridlines, paddedcells
from extraction.flattened.bars.closedcells import ends_cell
from extraction.flattened.blanks import blankrows, classlines, gluedrows, pairlines
from extraction.flattened.cells import headtree
from extraction.flattened.cells.celltables import prose_of, read_cell_lines
from extraction.forms import runontables
from extraction.forms.recovered import formtokens
from extraction.forms.recovered.streamtables import may_hold_form, read_line
from extraction.forms.ways import Ways
from extraction.model import Cell, Paragraph, Span, Table
from extraction.records import replace
from extraction.runs.sections import Runs, is_title
from extraction.runs.sections import may_begin as may_run_on
from extraction.text.lines import Line, lines_of
from extraction.text.terselines import is_terse

_TERMINAL = frozenset("。；：:!！?？;.…」”）)")
#: Ends of lines that say nothing about the end of a sentence where lines break at a margin.
_CLOSERS = frozenset("”）)")
_STARTS_ITEM = re.compile(
    r"^\s*(?:#|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+|[-*•]\s|附件|表[一二三四五六七八九十\d])"
)
#: A line that begins with an amount goes on from the label above it.
_AMOUNT_LINE = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%)")
#: 三、会议费安排情况说明: what the sentence below it is on, and no label cut off from its amount.
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．][^，。；：:]{2,30}(?:情况|说明)")
#: （一）自评得分 over 98.5分: the score of the report in a line of its own.
_SCORE_LABEL = re.compile(r"(?:自评|综合|评价|最终)(?:总)?得分[:：]?$")
_SCORE_LINE = re.compile(r"\s*(?:100|[6-9]\d)(?:\.\d{1,4})?\s*分\s*[。.]?\s*$")
#: Amounts parted by blanks end a row of a table; 单位：万元 and 支出决算总表 stand above one.
_AMOUNTS = re.compile(r"(?<![\d,.])\d[\d,]*\.\d{1,4}(?:\s+-?\d[\d,]*(?:\.\d{1,4})?)+\s*$")
#: 公务用车购置及运行维护费    5.20: a name and its amount in columns of their own, where no unit follows on the next line.
_NAME_AND_AMOUNT = re.compile(
    r"[^\s，。；：:][^，。；]{0,40}[^\s，。；](?: {2,}|\u3000+)-?\d[\d,]{0,17}\.\d{1,2}"
)
_UNIT_FIRST = ("万", "元", "亿", "%", "％")
_OF_TABLE = re.compile(
    _AMOUNTS.pattern
    + r"|^[^，。；,]{0,120}单\s*位\s*[:：]\s*(?:亿|万|千)?元$|^[^，。；,]{0,40}(?:决算|预算|收支)[^，。；,]{0,6}表$"
)
_TITLE_ENDS = ("报告", "报告书", "自评表", "评分表", "评价表", "情况", "说明", "公开", "总结", "方案")
#: 2021年某某局部门决算: a title among the first lines.
_YEAR_TITLE = re.compile(
    r"[^，。；：,:;]*20\d\d\s*年?度?[^，。；：,:;]{0,40}(?:决\s*算|预\s*算)(?:公开)?(?:\s*目\s*录)?(?:\.\w{3,4})?"
)
#: 首页 > 财政预决算 > 部门决算: where a page stands on its site; the title follows it.
_TRAIL = re.compile(r"[>＞»›].*[>＞»›]|^(?:您)?(?:的)?当前(?:的)?位置")
#: 时间:2023-05-16 10:21 来源: 本站: when and by whom a page was put up; the title may follow it.
_PUT_UP = re.compile(
    r"(?:发布|发文|填报|报告)?(?:时间|日期)[:：].*\d$|.*(?:来源|作者|浏览(?:量|次数)?)[:：].{0,20}$"
)
_TITLE_LINES = 12
_LONG_ENOUGH_TO_WRAP = 20
#: 2.支出情况。2023年支出合计88万元，较上年决算: no heading, for it tells how much.
_TELLS = re.compile(r"[\d.]\s*(?:万元|元|%|％)\s*[，,].")
#: Share of the margin from which on a line is full.
_FULL_LINE = 0.85
_SHORT_LINE = 12
#: （二）简要概述部门支出情况 | 2018年支出合计…: a row of a form that asks for words on the department.
_ASKS = re.compile(
    r"^(?!.*(?:项目|专项|工程))[^，。；]{0,12}(?:(?:概述|简述|简要|描述)[^，。；]{0,10}(?:部门|单位|支出|收支|预算|资金)|(?:部门|单位|整体)[^，。；]{0,8}(?:收支|支出|预算|资金)[^，。；]{0,8}(?:情况|概况|说明))"
)
_ASKED_AND_SAID = 2
#: Ends of longer lines are looked at, not the lines.
_LONGEST_ROW = 200
_ENOUGH_LINES = 12


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    """Paragraphs and tables of ``text`` in reading order, with offsets into it."""
    lines = lines_of(text)
    margin = _margin(lines)
    tables, runs = Ways(text, lines), Runs(text, lines)
    numbers = count(1)
    found: list[Paragraph | Table] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        pieces: list[Paragraph | Table] = []
        if not line.words and not line.starts_cell:
            at += 1
            continue
        if line.starts_cell and not gridlines.is_pasted(lines, at):
            whole, paragraphs, at = read_cell_lines(text, lines, at, numbers)
            found.extend(sorted([*whole, *paragraphs], key=_start))
            continue
        if paddedcells.begins_cell(lines, at) and (pieces := tables.padded(at)):
            end = tables.padded_end
        elif ends_cell(line.text) and (pieces := tables.cells(at)):
            end = tables.cells_end
        elif barlines.may_begin(lines, at) and (pieces := tables.bars(at)):
            end = tables.bars_end
        elif (
            "表" not in line.words
            or not may_run_on(line.words)
            or not (found_run := runontables.read(text, lines, at, runs))
        ):
            pieces, end = _of_lines(text, lines, at, tables)
        else:
            pieces, end = found_run
        if not pieces:
            paragraph, end = _read_paragraph(text, lines, at, margin)
            pieces = [paragraph]
        found.extend(_numbered(text, pieces, numbers))
        at = end
    return tuple(found)


def _of_lines(text: str, lines: list[Line], at: int, tables: Ways) -> tuple[list[Paragraph | Table], int]:
    """The table that begins at a line, or those of a form on it; nothing where there is none."""
    table, end = tables.at(at)
    if table is not None:
        return [table], end
    return (read_line(text, lines[at]) if may_hold_form(lines[at].text) else []), at + 1


def _numbered(
    text: str, pieces: list[Paragraph | Table], numbers: Iterator[int]
) -> Iterator[Paragraph | Table]:
    """Pieces with their tables numbered; a note that fills a row alone stands as paragraphs behind its table.

    Beside other cells a sentence is of what the row names: 灌区管理处 | …本年支出480万元.
    """
    for piece in pieces:
        if isinstance(piece, Table):
            yield replace(piece, number=next(numbers))
            for row in piece.rows:
                yield from _prose_of_row(text, [cell for cell in row if cell.text])
        else:
            yield piece


def _prose_of_row(text: str, filled: list[Cell]) -> Iterator[Paragraph]:
    """The sentences of a row: of one that they fill alone, or that is to be filled with words on the whole department."""
    if len(filled) == 1:
        yield from prose_of(text, filled)
    elif len(filled) == _ASKED_AND_SAID and _ASKS.search(filled[0].text) and "，" in filled[1].text:
        said = filled[1].span
        if len(filled[1].text) >= _LONG_ENOUGH_TO_WRAP:
            yield Paragraph(said, in_table=True, asked=True)


def _width(line: str) -> int:
    """How wide a line is printed: Chinese characters are twice as wide as digits."""
    return len(line.encode("gbk", "replace"))


def _margin(lines: list[Line]) -> int:
    """The width at which lines end, where they end at a margin instead of with their sentences, as in a PDF; else 0."""
    filled = [line.words for line in lines if len(line.words) >= _SHORT_LINE]
    open_ended = sum(1 for line in filled if line[-1] not in _TERMINAL)
    if len(filled) < _ENOUGH_LINES or 2 * open_ended <= len(filled):
        return 0
    return sorted(map(_width, filled))[3 * len(filled) // 4]


def _start(block: Paragraph | Table) -> int:
    return block.span.start if isinstance(block, Paragraph) else block.rows[0][0].span.start


def _read_paragraph(text: str, lines: list[Line], at: int, margin: int) -> tuple[Paragraph, int]:
    """One paragraph from line ``at``: lines broken inside a sentence are taken together, up to one that holds a form."""
    end = at + 1
    while end < len(lines) and lines[end].words and _goes_on(lines, end, margin):
        if may_hold_form(lines[end].text) and read_line(text, lines[end]):
            break
        if lines[end].words[-1] == "表" and is_title(lines[end].words):
            break
        end += 1
    paragraph = Paragraph(Span(lines[at].start, lines[end - 1].end))
    tab_alone = end + 1 < len(lines) and lines[end].starts_cell and not lines[end].words
    if tab_alone and lines[end + 1].words and _runs_on(lines[end - 1], lines, end + 1, margin):
        end += 1  # a tab inside a sentence begins no table
    return paragraph, end


def _goes_on(lines: list[Line], at: int, margin: int) -> bool:
    """Whether the line ``at`` belongs to the paragraph of the line before it."""
    previous = lines[at - 1]
    if is_terse(lines[at].text) or is_terse(previous.text):
        return False
    if _AMOUNT_LINE.match(lines[at].text) and previous.words[-1] not in _TERMINAL:
        return not (_SECTION.fullmatch(previous.words) and "，" in lines[at].text)
    if _SCORE_LINE.match(lines[at].text) and _SCORE_LABEL.search(previous.words):
        return True
    return _runs_on(previous, lines, at, margin)


def _runs_on(line: Line, lines: list[Line], at: int, margin: int) -> bool:
    """Whether the sentence of ``line`` runs on in the line ``at``: a page or a line ended inside it."""
    previous, following = line.text.rstrip(), lines[at].text
    ended = previous[-1] in _TERMINAL
    if ended and not (margin and previous[-1] in _CLOSERS):
        return False  # asked first: most lines end so
    may_end_table = previous[-1].isdecimal() or previous[-1] in "元表"
    if may_end_table and _OF_TABLE.search(previous[-_LONGEST_ROW:]):
        return False
    if (
        previous[-1].isdecimal()
        and not following.lstrip().startswith(_UNIT_FIRST)
        and _NAME_AND_AMOUNT.fullmatch(line.words)
    ):
        return False
    if following.rstrip()[-1].isdecimal() and _AMOUNTS.search(following[-_LONGEST_ROW:]):
        return False
    if len(following) <= _LONGEST_ROW and (
        headtree.may_be_row(lines[at].words)
        or pairlines.may_be_pair(lines[at].words)
        or classlines.may_begin(lines[at].words)
    ):
        return False
    if previous.endswith(_TITLE_ENDS) or len(line.words) < (_SHORT_LINE if margin else _LONG_ENOUGH_TO_WRAP):
        return False
    if at <= _TITLE_LINES and any(
        (_YEAR_TITLE.fullmatch(line.words), _TRAIL.search(line.words), _PUT_UP.fullmatch(line.words))
    ):
        return False
    item = _STARTS_ITEM.match(following) is not None
    if not ended and not item and _STARTS_ITEM.match(previous):
        # A heading or list item that is itself cut by a page end ends in a comma or a word.
        return (
            len(previous) > 2 * _LONG_ENOUGH_TO_WRAP
            or (margin > 0 and _width(line.words) >= _FULL_LINE * margin)
            or _TELLS.search(previous) is not None
        )
    table = lines[at].starts_cell or gridlines.begins(lines, at) or blankrows.may_head(following)
    table = table or formtokens.may_head(lines[at].words) or paddedcells.begins_cell(lines, at)
    table = table or gluedrows.may_begin(lines, at)
    return not item and not table
