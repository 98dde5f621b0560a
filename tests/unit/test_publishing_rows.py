"""Whole rows: the same bytes as cell by cell, whatever stands in them."""

import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from orchestration.publishing.rows import Rows
from orchestration.publishing.workbook import opened

DAY = datetime(2026, 3, 1, tzinfo=UTC)
ROWS: list[list[Any]] = [
    [None, 1, Decimal("2163.050000"), "支出", datetime(2026, 2, 1, 20, 1, 2, 3, tzinfo=UTC), True],
    ["", -5, Decimal("12345678901234567.89"), "=1+1", date(2026, 2, 1), False],
    [" lead", 10**18, Decimal("0.1"), "a<b>&\"c\"]]>", None, "trail\u3000"],
    ["_x0041_", 0, Decimal("-0.00"), "line\nline\r\n\tend", None, "\x00\x0b\ud800\ufffe\uffff-"],
    ["长" * 40_000, 3, Decimal("1E+3"), "@x", None, "_x12_ _x12345_"],
]  # fmt: skip
STYLES: list[dict[str, Any]] = [
    {}, {"align": "center"}, {"num_format": "0.00"}, {"text_wrap": True, "border": 1}, {}, {"bold": True},
]  # fmt: skip


def test_rows_are_what_single_cells_would_be(tmp_path: Path) -> None:
    for path, by_rows in ((tmp_path / "cells.xlsx", False), (tmp_path / "rows.xlsx", True)):
        with opened(path, DAY, {"font_size": 10}) as book:
            sheet = book.sheet("一")
            book.headings(sheet, 0, ["a", "b"], bold=True)
            rows = Rows(book, sheet, STYLES)
            for number, values in enumerate(ROWS, start=1):
                more = {3: {"bg_color": "#FFE699"}, 0: {"underline": 1}} if number == 2 else {}
                height = 13.5 * number + 3
                if by_rows:
                    rows.write(number, values, more, height)
                    continue
                sheet.set_row(number, height)
                for column, value in enumerate(values):
                    book.write(sheet, number, column, value, **STYLES[column], **more.get(column, {}))
            book.write(sheet, len(ROWS) + 1, 0, "end")
            book.sheet("二")
    assert (tmp_path / "cells.xlsx").read_bytes() == (tmp_path / "rows.xlsx").read_bytes()


def test_text_that_xlsxwriter_would_take_for_its_own_breaks_no_file(tmp_path: Path) -> None:
    text = "<r><a></r>"
    with opened(tmp_path / "x.xlsx", DAY) as book:
        sheet = book.sheet("一")
        book.write(sheet, 0, 0, text)
        Rows(book, sheet, [{}]).write(1, [text])
    root = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "x.xlsx").read("xl/worksheets/sheet1.xml"))
    assert [found.text for found in root.iter() if found.tag.endswith("}t")] == [f"{text} ", text]
