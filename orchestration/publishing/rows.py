"""Whole rows of a sheet at once: xlsxwriter asks a dozen functions for each cell, which took a minute for a ledger.

Belongs here: rows as the XML that xlsxwriter writes itself, into the file in which it collects them.
Does not belong here: opening workbooks and single cells (workbook), what is in a row. A row is written either here or there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from orchestration.publishing.workbook import Book, Properties, is_exact, looks_like_formula, plain, safe_text

_DATE = {"num_format": "yyyy-mm-dd"}
_TEXTS = 50_000  # texts remembered; names and words come again and again
_EXACT = 10**15  # whole numbers below this have at most fifteen digits
#: What makes a text need a closer look; most have none of it.
_ODD = re.compile(r"^[\s=+\-@]|[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]|_x|\s$")
_LONGEST_USUAL = 1000
_ESCAPED_LITERALLY = re.compile(r"_x[0-9a-fA-F]{4}_")


class Rows:
    """Writes the rows of one sheet, in order.

    Args:
        book: the workbook.
        sheet: one of its sheets.
        styles: the properties of each column's cells.
    """

    def __init__(self, book: Book, sheet: Worksheet, styles: Sequence[Properties]) -> None:
        self._book = book
        self._sheet = sheet
        self._styles = [tuple(sorted(style.items())) for style in styles]
        self._names = [xl_col_to_name(number) for number in range(len(styles))]
        self._indices: dict[Any, int] = {}
        self._usual = [-1] * len(styles)  # of each column's cells that have no properties of their own
        self._texts: dict[str, str] = {}  # the rest of a cell, of texts that need no closer look

    def write(
        self,
        row: int,
        values: Sequence[Any],
        more: Mapping[int, Properties] | None = None,
        height: float | None = None,
    ) -> None:
        """One row below all that were written before.

        Args:
            row: counted from 0.
            values: one for each column; dates, numbers and texts are cells of their kinds, None is an empty cell.
            more: properties of single cells beside those of their columns.
            height: in points; the usual one when there is none.
        """
        sheet = self._sheet
        if row > sheet.previous_row:
            sheet._write_single_row(row)
        sheet.table.clear()
        sheet._check_dimensions(row, 0)
        sheet._check_dimensions(row, len(values) - 1)
        number = row + 1
        cells = []
        # This is run for every cell of a ledger, millions of times: what is usual is decided here.
        for column, value in enumerate(values):
            usual = self._usual[column]
            if usual >= 0 and value.__class__ is str and not (more and column in more):
                rest = self._texts.get(value)
                if rest is None and len(value) < _LONGEST_USUAL and _ODD.search(value) is None:
                    rest = self._remembered(value)
                if rest is not None:
                    cells.append(f'<c r="{self._names[column]}{number}" s="{usual}"{rest}')
                    continue
            place = f"{self._names[column]}{number}"
            cells.append(self._cell(place, column, value, more.get(column) if more else None))
        high = f' ht="{int(height * 4 / 3 + 0.5) * 0.75:.16g}" customHeight="1"' if height is not None else ""
        sheet.row_data_fh.write(f'<row r="{number}"{high}>{"".join(cells)}</row>')

    def _remembered(self, text: str) -> str:
        """The rest of the cell of a text that needs no closer look."""
        if len(self._texts) >= _TEXTS:
            self._texts.clear()
        rest = self._texts[text] = f' t="inlineStr"><is><t>{text}</t></is></c>'
        return rest

    def _cell(self, place: str, column: int, value: Any, more: Properties | None) -> str:
        if value is None:
            return f'<c r="{place}" s="{self._index(column, "plain", more)}"/>'
        if isinstance(value, str):
            return self._text(place, column, value, more)
        if isinstance(value, bool):
            return self._text(place, column, str(value), more)
        if isinstance(value, (int, Decimal)):
            if not ((isinstance(value, int) and -_EXACT < value < _EXACT) or is_exact(value)):
                return self._text(place, column, format(Decimal(value), "f"), more)
            return f'<c r="{place}" s="{self._index(column, "plain", more)}"><v>{value:.16G}</v></c>'
        if isinstance(value, (datetime, date)):
            stored = self._sheet._convert_date_time(plain(value))
            return f'<c r="{place}" s="{self._index(column, "date", more)}"><v>{stored:.16G}</v></c>'
        return self._text(place, column, str(value), more)

    def _text(self, place: str, column: int, value: str, more: Properties | None) -> str:
        text = safe_text(value)
        index = self._index(column, "text" if looks_like_formula(text) else "plain", more)
        return f'<c r="{place}" s="{index}" t="inlineStr"><is>{_inline(text)}</is></c>'

    def _index(self, column: int, kind: str, more: Properties | None) -> int:
        """The number of a format within the workbook; made when it is first needed."""
        key = (self._styles[column], kind, tuple(more.items()) if more else None)
        index = self._indices.get(key)
        if index is None:
            properties = {**(_DATE if kind == "date" else {}), **dict(self._styles[column]), **(more or {})}
            if kind == "text":
                properties["quote_prefix"] = True
            index = self._indices[key] = self._book.format(**properties)._get_xf_index()
        if kind == "plain" and not more:
            self._usual[column] = index
        return index


def _inline(text: str) -> str:
    """A text as the content of a cell."""
    if "_x" in text:
        text = _ESCAPED_LITERALLY.sub(lambda found: f"_x005F{found[0]}", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "_x000D_")
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<t{kept}>{text}</t>"
