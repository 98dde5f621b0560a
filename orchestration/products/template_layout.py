"""How the templates that come with jihe look: paper, fonts, tables with merged headings, page numbers.

Belongs here: layout. Does not belong here: wording (templates), filling templates in (template).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_FIXED = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's properties hold no zone
_BODY, _HEAD, _TITLE = ("仿宋", "Times New Roman"), ("黑体", "Arial"), ("宋体", "Times New Roman")


def new(*, landscape: bool) -> DocumentType:
    """A page as GB/T 9704 lays out official documents; wide tables lie across."""
    document = Document()
    section = document.sections[0]
    width, height = Mm(210), Mm(297)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = width, height
    margins = (Mm(20), Mm(18), Mm(18), Mm(18)) if landscape else (Mm(37), Mm(35), Mm(28), Mm(26))
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = margins
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "jihe", "", ""
    properties.created = properties.modified = _FIXED
    for style, fonts, size in (("Normal", _BODY, 16), ("Title", _TITLE, 22), ("Heading 1", _HEAD, 16)):
        _style(document, style, fonts, size)
    _page_number(section.footer.paragraphs[0])
    return document


def _style(document: DocumentType, name: str, fonts: tuple[str, str], size: int) -> None:
    """Black, without the spacing and lines that Word's own styles bring."""
    style: Any = document.styles[name]
    style.font.size, style.font.color.rgb, style.font.bold = Pt(size), RGBColor(0, 0, 0), False
    style.font.name = fonts[1]
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), fonts[0])
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        properties.rFonts.attrib.pop(qn(theme), None)
    for language in [*properties.findall(qn("w:lang")), *document.styles.element.iter(qn("w:lang"))]:
        language.set(qn("w:eastAsia"), "zh-CN")  # so that programs choose Chinese shapes of characters
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(max(28, size + 10))
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _page_number(paragraph: Paragraph) -> None:
    """— 1 — in the middle of the foot."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (
        ("t", "— "),
        ("begin", ""),
        ("code", " PAGE "),
        ("separate", ""),
        ("t", "1"),
        ("end", ""),
        ("t", " —"),
    ):
        run = paragraph.add_run(text if kind == "t" else "")
        run.font.size = Pt(14)
        element: Any = run._r
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = text
            element.append(code)
        elif kind != "t":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            element.append(mark)


def title(document: DocumentType, text: str) -> None:
    """The title, centred."""
    paragraph = document.add_paragraph(text, style="Title")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.runs[0].font.bold = True


def text(document: DocumentType, text: str, *, indent: bool = True, right: bool = False) -> Paragraph:
    """A paragraph of the body."""
    paragraph = document.add_paragraph(text)
    if indent and not text.startswith(("{{if", "{{end")):
        paragraph.paragraph_format.first_line_indent = Pt(32)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def table(
    document: DocumentType,
    widths: Sequence[float],
    heads: Sequence[Sequence[str]],
    row: Sequence[str],
    size: int,
) -> Table:
    """A grid: heading rows that repeat on every page, equal neighbours merged, and the row that is repeated."""
    table: Table = document.add_table(rows=len(heads) + 1, cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for line, texts in zip(table.rows, (*heads, row), strict=True):
        for cell, text, width in zip(line.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            _cell(cell, text, size, bold=line is not table.rows[-1] and texts is not row)
        _cannot_split(line._tr)
    for line in table.rows[: len(heads)]:
        properties: Any = line._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
    _merge_equal(table, heads, size)
    return table


def _cannot_split(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _cell(cell: _Cell, text: str, size: int, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.text = ""
    layout = paragraph.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    layout.space_before = layout.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.bold = bold
    if bold:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if bold or any(name in text for name in _CENTRED):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif any(name in text for name in _NUMBERS):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


_CENTRED = (".no}}", ".severity}}", ".full_marks}}", ".stated}}", ".recomputed}}", ".gap}}")
_NUMBERS = ("_budget}}", ".final_account}}", ".rate}}", ".amount}}")


def _merge_equal(table: Table, heads: Sequence[Sequence[str]], size: int) -> None:
    """Merge headings that say the same beside or below each other."""
    done: set[tuple[int, int]] = set()
    for line, texts in enumerate(heads):
        for column, text in enumerate(texts):
            if (line, column) in done:
                continue
            right, below = column, line
            while right + 1 < len(texts) and texts[right + 1] == text:
                right += 1
            while (
                below + 1 < len(heads) and heads[below + 1][column : right + 1] == texts[column : right + 1]
            ):
                below += 1
            done |= {(r, c) for r in range(line, below + 1) for c in range(column, right + 1)}
            if (right, below) != (column, line):
                merged = table.cell(line, column).merge(table.cell(below, right))
                for extra in merged.paragraphs[1:]:
                    extra._p.getparent().remove(extra._p)
                _cell(merged, text, size, bold=True)


def saved(document: DocumentType) -> bytes:
    """The document with fixed dates in its archive, without what it does not need."""
    first, second = io.BytesIO(), io.BytesIO()
    _slim(document)
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return second.getvalue()


_STYLES = {
    "Normal",
    "Title",
    "Heading 1",
    "Header",
    "Footer",
    "Table Grid",
    "Normal Table",
    "Default Paragraph Font",
}
_UNNEEDED = ("thumbnail", "stylesWithEffects", "customXml", "numbering")


def _slim(document: DocumentType) -> None:
    """Leave out the hundred styles and the picture that Word's empty document brings: each letter carries them."""
    used = {style.style_id for style in document.styles if style.name in _STYLES}
    element: Any = document.styles.element
    for style in element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in used and style.get(qn("w:default")) != "1":
            element.remove(style)
        else:
            for link in style.findall(qn("w:link")):
                style.remove(link)  # to a style that is gone
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_UNNEEDED):
                del owner.rels[key]
