"""The longest sheet of the ledger: every figure with its source.

Belongs here: its columns, its rows, and which reports' rows are packed anew. Does not belong here: packing and putting together
(publishing.splice), where packed rows are kept (kept_rows). The rows of a report say neither where they stand nor what build they
are of: as long as nothing of them has changed they are the same bytes in every ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from orchestration.commands.check_output import place_in_words
from orchestration.products.kept_rows import KeptRows, keeping, kept_rows
from orchestration.products.ledger_lists import Columns, start, too_long
from orchestration.products.reuse import code_digest, digest, row_digests
from orchestration.products.source import FIGURES_OF_REPORTS, Published, Row
from orchestration.products.words import WAN, pick, word
from orchestration.products.words import unit as unit_in_words
from orchestration.publishing.rows import Rows
from orchestration.publishing.splice import SIZE_LIMIT, Packed, fill_sheet, leave_room, packed
from orchestration.publishing.workbook import ROW_LIMIT, Book

_COLUMNS: Columns = (
    ("部门", "Department", 22),
    ("报告年度", "Report's year", 9),
    ("项目", "Concept", 22),
    ("原文名称", "Label as printed", 18),
    ("计量", "Measure", 9),
    ("阶段", "Stage", 11),
    ("数字年度", "Figure's year", 9),
    ("范围", "Scope", 18),
    ("原文数字", "As printed", 15),
    ("数值", "Value", 15),
    ("单位", "Unit", 9),
    ("原文", "Quotation", 36),
    ("来源", "Source", 8),
    ("位置", "Place", 18),
    ("把握", "Confidence", 8),
    ("说明", "Note", 24),
    ("报告文件", "File", 30),
)
_VALUE = next(number for number, (zh, _, _) in enumerate(_COLUMNS) if zh == "数值")
_NUMBER = {"num_format": "0.00####"}
_DECIMAL = {_VALUE: _NUMBER}
_BOLD = {"bold": True}
_OF_REPORT = ("department_name", "fiscal_year", "file_name")
_FIGURES = "select count(*) as number from marts.fct_figures where report_id in (select report_id from marts.dim_report)"


class FigureSheet:
    """The sheet, from before the first cell of its book is written until the book is closed.

    Args:
        book: a workbook in which nothing has been written, so that formats have the same numbers in every ledger.
        published: the published warehouse.
        lang: zh or en.
    """

    def __init__(self, book: Book, published: Published, lang: str) -> None:
        self._published = published
        self._lang = lang
        self._number = 0  # of the sheet
        self._is_full = False
        self._rows = Rows(book, None, [{}] * len(_COLUMNS))
        self._rows.reserve(_NUMBER, _BOLD)

    def begin(self, book: Book) -> None:
        """Everything but the rows."""
        sheet = start(book, pick(self._lang, "全部数字", "All figures"), _COLUMNS, self._lang)
        number = self._published.rows(_FIGURES)[0]["number"]
        last = min(max(number, 1), ROW_LIMIT - 1)
        sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
        leave_room(sheet, 1, last, len(_COLUMNS))
        self._number = sheet.index + 1

    def fill(self, path: Path, kept: Path | None) -> None:
        """Put the rows into the closed book.

        Args:
            path: the book.
            kept: where rows are kept from one ledger to the next; all are made where there is no such place.
        """
        reports = self._published.reports()
        made_of = _digests(self._published, reports, self._lang)
        before = kept_rows(kept) if kept is not None else {}
        same = {name: rows for name, rows in before.items() if rows.made_of == made_of.get(name)}
        rows = self._limited(self._every(reports, made_of, same))
        if kept is not None:
            rows = keeping(kept, rows)
        fill_sheet(path, self._number, chain((found.packed for found in rows), self._end()))

    def _every(
        self, reports: Sequence[Row], made_of: Mapping[str, str], same: Mapping[str, KeptRows]
    ) -> Iterator[KeptRows]:
        """The rows of every report, in order; those that are not the same are made."""
        made = self._published.figures([row for row in reports if row["report_id"] not in same])
        for report in reports:
            name = report["report_id"]
            if name in same:
                yield same[name]
                continue
            _, figures = next(made)
            text = "".join(self._row(report, figure) for figure in figures)
            yield KeptRows(name, made_of[name], len(figures), packed(text))

    def _row(self, report: Row, figure: Row) -> str:
        values = _values(report, figure, self._lang)
        return self._rows.anywhere(values, _DECIMAL if isinstance(values[_VALUE], Decimal) else None)

    def _limited(self, every: Iterator[KeptRows]) -> Iterator[KeptRows]:
        """The rows of as many reports as the sheet holds."""
        number, size = 2, 0  # headings, and the last sentence
        for rows in every:
            number, size = number + rows.number, size + rows.packed.size
            self._is_full = number > ROW_LIMIT or size > SIZE_LIMIT
            if self._is_full:
                return
            yield rows

    def _end(self) -> Iterator[Packed]:
        """A sheet that is full says so."""
        if self._is_full:
            yield packed(self._rows.anywhere([too_long(self._lang, "fct_figures")], {0: _BOLD}))


def _digests(published: Published, reports: Sequence[Row], lang: str) -> dict[str, str]:
    """What the rows of each report are made of."""
    shared = digest(code_digest(), lang)
    of_figures = row_digests(published, [FIGURES_OF_REPORTS], [report["report_id"] for report in reports])
    return {
        report["report_id"]: digest(
            shared, *(report[name] for name in _OF_REPORT), of_figures.get(report["report_id"])
        )
        for report in reports
    }


def _values(report: Row, figure: Row, lang: str) -> tuple[Any, ...]:
    value, unit = figure["value_base"], figure["base_unit"]
    if unit == "yuan" and value is not None:
        value, unit = Decimal(value) / WAN, "wan"
    number: Decimal | int | None = value
    if value is not None and value == value.to_integral_value() and unit in ("persons", "count"):
        number = int(value)
    scope = (
        *(word(figure[name], lang) for name in ("org_scope", "fund_scope", "expenditure_scope")
          if figure[name] != "department"),
        figure["function_code"] or "", figure["economic_code"] or "",
    )  # fmt: skip
    return (
        report["department_name"], report["fiscal_year"],
        figure["label_zh" if lang == "zh" else "label_en"] or figure["concept"], figure["label"],
        word(figure["measure"], lang), word(figure["stage"], lang), figure["figure_year"],
        pick(lang, "、", ", ").join(part for part in scope if part), figure["printed"], number,
        unit_in_words(unit, lang), figure["quote"], word(figure["source_kind"], lang), place_in_words(figure, lang),
        f"{figure['confidence'] * 100:.0f}%" if figure["confidence"] is not None else None,
        figure["note_zh" if lang == "zh" else "note_en"], report["file_name"],
    )  # fmt: skip
