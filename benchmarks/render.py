"""The text of a report as files of other formats, its tables with their cells.

Belongs here: writing .docx, .html and .xlsx for tests and measurements; LibreOffice makes the older formats of them.
Does not belong here: what is read back (``extraction``), or the generated corpus (``benchmarks.corpus``).
"""

from __future__ import annotations

import re
import subprocess
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import xlsxwriter

from extraction.model import Cell, Document, Paragraph, Table
from extraction.readers.text import read_text

_PAGE = '<!DOCTYPE html><html><head><meta charset="{charset}"><title>网页</title></head><body>{body}</body></html>'
_SOFFICE_SECONDS = 180
#: What Markdown writes and nobody prints: signs before headings and around bold words.
_HEADING = re.compile(r"(?m)^#{1,6} ")
_MARKS = re.compile(r"(?m)^#{1,6} +|\*\*")


def blocks_of(data: bytes) -> list[str | list[tuple[Cell, ...]]]:
    """Lines and tables of a text, without the marks of Markdown; prose cells are in their tables."""
    document: Document = read_text(data)
    marked = _HEADING.search(document.text) is not None
    found: list[str | list[tuple[Cell, ...]]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.append(list(block.rows))
        elif isinstance(block, Paragraph) and not block.in_table:
            text = document.text[block.span.start : block.span.end]
            found.append(_MARKS.sub("", text) if marked else text)
    return found


def without_marks(text: str) -> str:
    """Markdown as it is printed, but for its tables; other text as it is."""
    return _MARKS.sub("", text) if _HEADING.search(text) else text


def as_docx(data: bytes) -> bytes:
    """A Word document; a row with fewer cells than the widest has its last cell merged sideways."""
    word = docx.Document()
    for block in blocks_of(data):
        if isinstance(block, str):
            for line in block.split("\n"):
                word.add_paragraph(line)
            continue
        width = max(len(row) for row in block)
        table = word.add_table(rows=len(block), cols=width)
        table.style = "Table Grid"
        for number, row in enumerate(block):
            for column, cell in enumerate(row):
                table.cell(number, column).text = cell.text
            if len(row) < width:
                table.cell(number, len(row) - 1).merge(table.cell(number, width - 1)).text = row[-1].text
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def as_html(data: bytes, charset: str = "utf-8") -> bytes:
    """A page of the kind government sites publish: paragraphs and tables."""
    parts: list[str] = []
    for block in blocks_of(data):
        if isinstance(block, str):
            parts.extend(f"<p>{escape(line)}" for line in block.split("\n"))
            continue
        width = max(len(row) for row in block)
        rows = []
        for row in block:
            spans = [1] * (len(row) - 1) + [width - len(row) + 1]
            rows.append(
                "<tr>"
                + "".join(
                    f"<td colspan={span}>{escape(cell.text).replace(chr(10), '<br>')}</td>"
                    for cell, span in zip(row, spans, strict=True)
                )
                + "</tr>"
            )
        parts.append("<table border=1>" + "".join(rows) + "</table>")
    return _PAGE.format(charset=charset, body="\n".join(parts)).encode(
        "gb18030" if charset == "gb2312" else charset
    )


def as_xlsx(data: bytes) -> bytes:
    """A workbook with everything on one sheet, as departments send filled forms."""
    target = BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = workbook.add_worksheet("报告")
    at = 0
    for block in blocks_of(data):
        if isinstance(block, str):
            for line in block.split("\n"):
                sheet.write_string(at, 0, line)
                at += 1
            continue
        width = max(len(row) for row in block)
        for row in block:
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell.text)
            if len(row) < width:
                sheet.merge_range(at, len(row) - 1, at, width - 1, row[-1].text)
            at += 1
    workbook.close()
    return target.getvalue()


def converted(source: Path, form: str, folder: Path) -> Path:
    """The file in another format by LibreOffice, in ``folder``.

    Raises:
        FileNotFoundError: LibreOffice is not installed.
        RuntimeError: it made nothing of the file.
    """
    profile = folder / "profile"
    subprocess.run(  # noqa: S603 - a fixed program on files made here
        [  # noqa: S607
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            str(source),
        ],
        check=False,
        capture_output=True,
        timeout=_SOFFICE_SECONDS,
    )
    made = folder / f"{source.stem}.{form}"
    if not made.exists():
        raise RuntimeError(f"LibreOffice made no {form} of {source.name}")
    return made
