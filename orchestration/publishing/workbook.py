"""Workbooks in which every cell is what it says: text is never a formula, a number never loses a digit.

Belongs here: opening a workbook with fixed dates, cells of each type, the limits of the xlsx format.
Does not belong here: what is in a workbook (export, products). Rows are written once and in order, so
that memory does not grow with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Properties = Mapping[str, Any]  # of a cell's format, by xlsxwriter's names
ROW_LIMIT = 1_048_576  # rows of one sheet, its heading included
LINK_LIMIT = 65_530  # links of one sheet; Excel repairs files with more
_CELL_LIMIT = 32_767  # characters of one cell
_SAFE_DIGITS = 15  # a spreadsheet's numbers are floats: longer ones would change
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RUNS = re.compile(r"^\s*[=+\-@]|^[\t\r]")
# Dates are shown as they are in China, whatever the machine says.
CHINA = timezone(timedelta(hours=8))


def safe_text(value: Any) -> str:
    """Text without characters that XML cannot hold, cut to what a cell can hold."""
    text = _UNWRITABLE.sub("", str(value))
    return text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"


def is_exact(value: int | Decimal) -> bool:
    """Whether a spreadsheet can hold the number without changing a digit."""
    return len(format(Decimal(value), "f").strip("-").replace(".", "").strip("0")) <= _SAFE_DIGITS


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text if somebody edited its cell."""
    return _RUNS.search(text) is not None


def plain(value: date | datetime) -> date | datetime:
    """A moment as it is shown in China, to the second; a day as it is."""
    if not isinstance(value, datetime):
        return value
    local = value.astimezone(CHINA).replace(tzinfo=None) if value.tzinfo else value
    return local.replace(microsecond=0)


class Book:
    """A workbook being written; formats are made once for each set of properties."""

    def __init__(self, path: Path, created: datetime, base: Mapping[str, Any] | None = None) -> None:
        options = {
            "constant_memory": True,
            "use_zip64": True,
            "tmpdir": str(path.parent),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.workbook = xlsxwriter.Workbook(str(path), options)
        # The build's time, not the clock's: the same build gives the same bytes.
        plain = created.astimezone(CHINA).replace(tzinfo=None, microsecond=0)
        self.workbook.set_properties({"author": "jihe", "created": plain})
        self._base = dict(base or {})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet."""
        return self.workbook.add_worksheet(name[:31])

    def format(self, **properties: Any) -> Format:
        """The format with these properties."""
        chosen = self._base | properties
        key = tuple(sorted(chosen.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(chosen)
        return self._formats[key]

    def write(self, sheet: Worksheet, row: int, column: int, value: Any, **properties: Any) -> None:
        """One cell, typed by its value: a number, a date, or text that nothing will ever run."""
        if value is None:
            sheet.write_blank(row, column, None, self.format(**properties))
        elif isinstance(value, bool):
            sheet.write_string(row, column, str(value), self.format(**properties))
        elif isinstance(value, (int, Decimal)):
            if is_exact(value):
                sheet.write_number(row, column, value, self.format(**properties))
            else:
                self._text(sheet, row, column, format(Decimal(value), "f"), properties)
        elif isinstance(value, (datetime, date)):
            style = self.format(**{"num_format": "yyyy-mm-dd"} | properties)
            sheet.write_datetime(row, column, plain(value), style)
        else:
            self._text(sheet, row, column, safe_text(value), properties)

    def _text(
        self, sheet: Worksheet, row: int, column: int, text: str, properties: Mapping[str, Any]
    ) -> None:
        # The cell's type is text already; the mark keeps it text when somebody edits the cell.
        mark = {"quote_prefix": True} if looks_like_formula(text) else {}
        if text.startswith("<r>") and text.endswith("</r>"):
            text += " "  # xlsxwriter would take it for XML of its own and break the file
        sheet.write_string(row, column, text, self.format(**properties, **mark))

    def headings(self, sheet: Worksheet, row: int, names: Sequence[str], **properties: Any) -> None:
        """A heading row."""
        for column, name in enumerate(names):
            self.write(sheet, row, column, name, **properties)


@contextmanager
def opened(path: Path, created: datetime, base: Mapping[str, Any] | None = None) -> Iterator[Book]:
    """A workbook that is complete when the block ends."""
    book = Book(path, created, base)
    try:
        yield book
    except BaseException:
        book.workbook.fileclosed = True  # half a workbook is of no use; leave nothing behind
        for sheet in book.workbook.worksheets():
            sheet.row_data_fh.close()
            Path(sheet.row_data_filename).unlink(missing_ok=True)
        raise
    book.workbook.close()
