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
        sheet: one of its sheets; none where every row may stand anywhere.
        styles: the properties of each column's cells.
    """

    def __init__(self, book: Book, sheet: Any, styles: Sequence[Properties]) -> None:
        self._book = book
        self._sheet = sheet
        self._styles = [tuple(sorted(style.items())) for style in styles]
        self._names = [xl_col_to_name(number) for number in range(len(styles))]
        self._nowhere = ["<c"] * len(styles)
        self._is_reserved = False
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
        cells = self._cells([f'<c r="{name}{number}"' for name in self._names], values, more)
        high = f' ht="{int(height * 4 / 3 + 0.5) * 0.75:.16g}" customHeight="1"' if height is not None else ""
        sheet.row_data_fh.write(f'<row r="{number}"{high}>{cells}</row>')

    def anywhere(self, values: Sequence[Any], more: Mapping[int, Properties] | None = None) -> str:
        """A row that does not say where it stands: below the one before it, and its cells beside each other."""
        return f"<row>{self._cells(self._nowhere, values, more)}</row>"

    def _cells(
        self, begun: Sequence[str], values: Sequence[Any], more: Mapping[int, Properties] | None
    ) -> str:
        cells = []
        # This is run for every cell of a ledger, millions of times: what is usual is decided here.
        for column, value in enumerate(values):
            usual = self._usual[column]
            if usual >= 0 and value.__class__ is str and not (more and column in more):
                rest = self._texts.get(value)
                if rest is None and len(value) < _LONGEST_USUAL and _ODD.search(value) is None:
                    rest = self._remembered(value)
                if rest is not None:
                    cells.append(f'{begun[column]} s="{usual}"{rest}')
                    continue
            cells.append(begun[column] + self._cell(column, value, more.get(column) if more else None))
        return "".join(cells)

    def _remembered(self, text: str) -> str:
        """The rest of the cell of a text that needs no closer look."""
        if len(self._texts) >= _TEXTS:
            self._texts.clear()
        rest = self._texts[text] = f' t="inlineStr"><is><t>{text}</t></is></c>'
        return rest

    def _cell(self, column: int, value: Any, more: Properties | None) -> str:
        """A cell behind its place."""
        if value is None:
            return f' s="{self._index(column, "plain", more)}"/>'
        if isinstance(value, str):
            return self._text(column, value, more)
        if isinstance(value, bool):
            return self._text(column, str(value), more)
        if isinstance(value, (int, Decimal)):
            if not ((isinstance(value, int) and -_EXACT < value < _EXACT) or is_exact(value)):
                return self._text(column, format(Decimal(value), "f"), more)
            return f' s="{self._index(column, "plain", more)}"><v>{value:.16G}</v></c>'
        if isinstance(value, (datetime, date)):
            index = self._index(column, "date", more)
            return f' s="{index}"><v>{self._sheet._convert_date_time(plain(value)):.16G}</v></c>'
        return self._text(column, str(value), more)

    def _text(self, column: int, value: str, more: Properties | None) -> str:
        text = safe_text(value)
        index = self._index(column, "text" if looks_like_formula(text) else "plain", more)
        return f' s="{index}" t="inlineStr"><is>{_inline(text)}</is></c>'

    def reserve(self, *more: Properties) -> None:
        """Give the formats of rows that may stand anywhere their numbers now, and only those: in each workbook the same.

        Args:
            more: properties of single cells; the columns of such rows all look alike.
        """
        for properties in (None, *more):
            for kind in ("plain", "text"):
                self._index(0, kind, properties)
        self._is_reserved = True

    def _index(self, column: int, kind: str, more: Properties | None) -> int:
        """The number of a format within the workbook; made when it is first needed."""
        key = (self._styles[column], kind, tuple(more.items()) if more else None)
        index = self._indices.get(key)
        if index is None:
            if self._is_reserved:
                raise ValueError(f"no format was reserved for {key}")
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
