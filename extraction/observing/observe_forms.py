"""Observations in forms and tables: fields left empty, tables without a unit, goals and their results.

Belongs here: what the cells of a form say or leave out.
Does not belong here: running text (``observe_text``), amounts (``grids``), points (``scoring``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.columns.headings import read_heading, unit_in
from extraction.model import Cell, Document, Locator, Observation, Paragraph, Table
from extraction.privacy.masking import mask, masked
from extraction.text.normalise import fold_span, folded
from extraction.text.numbers import parse_cell
from extraction.text.sentences import heading_level

#: label of a form -> code, where the cell beside it must not be empty
_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("grade", re.compile(r"^(?:评价|自评|绩效)?(?:等次|等级)$")),
    ("score", re.compile(r"^(?:绩效)?自评(?:综合)?得分$|^自评总分$")),
    ("project_name", re.compile(r"^项目(?:支出)?名称$")),
    ("body_name", re.compile(r"^(?:主管部门|实施单位|填报单位|单位名称)$")),
)
_SIGNATURE_COLUMN = re.compile(r"^签字$|^签名$|^签章$")
#: Who signs; names of persons stand behind these and are no part of them.
_SIGNER = (
    r"(?:(?:单位|部门|财务|项目|机构|股室|科室|分管|主管)?(?:负责人|领导)|填[报表]人|经办人|审核人|复核人|制表人|联系人"
    r"|(?:填报|编制|申报|主管|实施)?(?:单位|部门))"
)
#: A place to sign with nothing behind it but the line's end, a rule, a date or the next place to sign.
_SIGNATURE_LINE = re.compile(
    rf"{_SIGNER}?\((?:签字|签章|盖章|公章)\):?_*$"
    rf"|{_SIGNER}\(签[字章]\):?_*(?=\d{{4}}年|年月日|日期|(?:联系)?电话|{_SIGNER}(?:\(|:))"
)
_BLANK_DATE = "年月日"
_NAMES_TABLE = "姓名"
_CLASS = re.compile(
    r"(?:数量|质量|时效|成本)指标|(?:经济|社会|生态)(?:环境)?效益(?:指标)?|可持续影响(?:指标)?|[^，。]{0,12}满意度(?:指标)?"
)
_CLASS_ENDS = ("指标", "效益", "影响", "满意度")
_TARGET = re.compile(r"指标(?P<ordinal>\d{0,2})[:.、]")
_EXPECTED = frozenset({"预期目标", "年度目标", "年初设定目标"})
_REACHED = frozenset({"实际完成", "实际完成情况", "完成情况"})
_CAPTION = 60
_ORDINAL_CELL = re.compile(r"[1-9]\d?")
_WIDEST_GAP = 3
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、")
_CLAUSE = re.compile(r"[^，。；;、：:\n]{6,}")
#: The folded cells of a table, row by row.
_Texts = list[list[str]]


def observe(document: Document) -> Iterator[Observation]:
    """Observations of tables in reading order, then those that compare parts of the document."""
    caption = parts = False
    for block in document.blocks:
        if isinstance(block, Table):
            texts = [[folded(cell.text) for cell in row] for row in block.rows]
            yield from _blank_fields(block, texts)
            yield from _names(block, texts)
            yield from _row_gap(block, texts)
            yield from _sections(block)
            yield from _targets(block, texts)
            yield from _unit(block, texts, caption)
            yield from _copied_goals(document, block, texts)
            caption = False
        else:
            text = fold_span(document.reading, block.span.start, block.span.end).text
            caption = caption or _declares_unit(text, block)
            yield from _blank_lines(text, block)
            parts = parts or "分项" in text
    if parts:
        yield from _goals_and_results(document)


def _at(kind: str, code: str, cell: Cell, table: Table, number: int | None = None) -> Observation:
    place = Locator(cell.span.start, cell.span.end, table.page, table.number, cell.row, cell.column)
    return Observation(kind, code, mask(cell.text), place, number)


def _blank_fields(table: Table, texts: _Texts) -> Iterator[Observation]:
    for row, words in zip(table.rows, texts, strict=True):
        for column, value in enumerate(row[1:]):
            if value.text or not words[column]:
                continue
            for code, pattern in _FIELDS:
                if pattern.match(words[column]):
                    yield _at("blank_field", code, row[column], table)


def _sections(table: Table) -> Iterator[Observation]:
    """Rows of a form that hold nothing but the name of a section: 二、收支情况."""
    for row in table.rows:
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and len(filled[0].text) <= _CAPTION and _SECTION.match(folded(filled[0].text)):
            yield _at("form_section", "", filled[0], table)


def _row_gap(table: Table, texts: _Texts) -> Iterator[Observation]:
    """Rows numbered in their first column where a number is left out: a row that is not in the file."""
    before: int | None = None
    for row, words in zip(table.rows, texts, strict=True):
        text = words[0] if words else ""
        if not _ORDINAL_CELL.fullmatch(text):
            continue
        number = int(text)
        if before is not None and before + 1 < number <= before + _WIDEST_GAP:
            yield _at("row_gap", "", row[0], table, before + 1)
            return
        before = number if before is None or number == before + 1 else None


def _targets(table: Table, texts: _Texts) -> Iterator[Observation]:
    """Indicators of a goals form without points: 质量指标 | 指标1：…, the class holding for the rows below."""
    indicator_class = ""
    for row, words in zip(table.rows, texts, strict=True):
        for cell, text in zip(row, words, strict=True):
            if text.endswith(_CLASS_ENDS) and _CLASS.fullmatch(text):
                indicator_class = text
            elif indicator_class and (match := _TARGET.match(text)):
                yield _at("target", indicator_class, cell, table, int(match["ordinal"] or 1))


def _names(table: Table, texts: _Texts) -> Iterator[Observation]:
    """A table of people: how many, and whether their signatures are there. Names stay in the document."""
    for index, (row, headings) in enumerate(zip(table.rows, texts, strict=True)):
        if _NAMES_TABLE not in headings:
            continue
        column = headings.index(_NAMES_TABLE)
        people = [r for r in table.rows[index + 1 :] if len(r) == len(row) and r[column].text]
        if people:
            place = Locator(row[0].span.start, row[-1].span.end, table.page, table.number, row[0].row)
            yield Observation("personal_data", "names", mask(row[column].text), place, len(people))
        signature = next((c for c, text in enumerate(headings) if _SIGNATURE_COLUMN.match(text)), None)
        if signature is not None and people and not any(r[signature].text for r in people):
            yield _at("blank_field", "signature", row[signature], table)


def _blank_lines(text: str, paragraph: Paragraph) -> Iterator[Observation]:
    """Lines to sign or date that nobody filled in; what else stands in the line may be a person and is left out."""
    if ("章)" in text or "字)" in text) and (signed := _SIGNATURE_LINE.search(text)):
        code, words = "signature", mask(signed.group())
    elif text == _BLANK_DATE:
        code, words = "date", text
    else:
        return
    yield Observation("blank_field", code, words, Locator(paragraph.span.start, paragraph.span.end))


def _declares_unit(text: str, paragraph: Paragraph) -> bool:
    """A short line between two tables that prints a unit: 收入情况（万元）."""
    if paragraph.span.end - paragraph.span.start > _CAPTION:
        return False
    return "元" in text and unit_in(text) is not None


def _unit(table: Table, texts: _Texts, declared: bool) -> Iterator[Observation]:
    """Rows of bare amounts below headings that name money, where neither heading nor title prints a unit."""
    below_data = False
    heading: Cell | None = None
    for row, words in zip(table.rows, texts, strict=True):
        filled = [text for text in words if text]
        numbers = [number for text in filled if (number := parse_cell(text))]
        if numbers:
            below_data = True
            if heading is not None and not declared and not any(number.unit for number in numbers):
                yield _at("unit_missing", "", heading, table)
            heading = None
        elif len(filled) > 1 or len(row) == 1:
            declared = (declared and not below_data) or any(unit_in(text) for text in filled)
            below_data = False
            named = [cell for cell, text in zip(row, words, strict=True) if _names_money(text)]
            heading = named[0] if named else heading


def _names_money(text: str) -> bool:
    concepts = read_heading(text).concepts
    return bool(concepts) and reference.concepts()[concepts[0]].kind == "money"


def _copied_goals(document: Document, table: Table, texts: _Texts) -> Iterator[Observation]:
    """How much of the goals of a form stands word for word elsewhere in the document."""
    for index, (row, words) in enumerate(zip(table.rows, texts, strict=True)):
        column = next((c for c, text in enumerate(words) if text in _EXPECTED), None)
        if column is None or _REACHED.isdisjoint(words):
            continue
        below = [r for r in table.rows[index + 1 : index + 2] if len(r) > column and r[column].text]
        for goals in below:
            cell = goals[column]
            outside = document.reading[: cell.span.start] + document.reading[cell.span.end :]
            clauses = _CLAUSE.findall(cell.text)
            length = sum(map(len, clauses))
            copied = sum(len(clause) for clause in clauses if clause in outside)
            if length:
                yield _at("goal_copied", "", row[column], table, round(100 * copied / length))


def _goals_and_results(document: Document) -> Iterator[Observation]:
    """Sub-goals and sections of results that carry the same numbering: 分项绩效目标 (1)…(4)."""
    counts: dict[str, list[int]] = {"goal": [], "result": []}
    places: dict[str, Paragraph] = {}
    section: str | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.in_table:
            continue
        text = fold_span(document.reading, block.span.start, block.span.end).text
        level = heading_level(text)
        if level is None:
            continue
        if "分项" in text and "目标" in text:
            section = "result" if ("实现" in text or "完成" in text) else "goal"
            places[section] = block
            counts[section].append(0)
        elif level == 4 and section:
            counts[section][-1] += 1
        elif level is not None and level < 4:
            section = None
    if counts["goal"] and counts["result"] and counts["goal"][0] and counts["result"][0]:
        span = places["goal"].span
        yield Observation(
            "goal_count",
            "",
            masked(document.text, span.start, span.end),
            Locator(span.start, span.end),
            counts["goal"][0],
            counts["result"][0],
        )
