"""Runs one converter on files in a process of its own and tells, as JSON, what it gave, how long it took, what it held.

Belongs here: ours and others' converters behind one call. Imports nothing but what it measures.
Does not belong here: which files, and how right the results are (``readers``).

Run as ``python readers_measured.py NAME REPEATS FILE...``.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Convert = Callable[[str], Any]


def ours() -> Convert:
    """Tables as lists of [row, column, text] with the columns that cells cover counted."""
    from extraction.model import Table
    from extraction.readers.documents.limits import Limits
    from extraction.readers.read import read

    def convert(path: str) -> Any:
        document = read(Path(path).read_bytes(), Limits())
        return [block for block in document.blocks if isinstance(block, Table)]

    def tables(found: Any) -> list[list[list[Any]]]:
        result = []
        for table in found:
            cells = []
            for number, row in enumerate(table.rows):
                column = 0
                for cell in row:
                    cells.append([number, column, cell.text])
                    column += cell.column_span
            result.append(cells)
        return result

    convert.tables = tables  # type: ignore[attr-defined]
    return convert


def markitdown() -> Convert:
    """Markdown."""
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda path: converter.convert(path).markdown


def mammoth() -> Convert:
    """HTML of a .docx."""
    import mammoth as library

    def convert(path: str) -> str:
        with Path(path).open("rb") as file:
            return str(library.convert_to_html(file).value)

    return convert


def python_docx() -> Convert:
    """Tables of a .docx."""
    import docx

    def convert(path: str) -> Any:
        tables = []
        for table in docx.Document(path).tables:
            seen: set[Any] = set()
            cells = []
            for r, row in enumerate(table.rows):
                for c, cell in enumerate(row.cells):
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        cells.append([r, c, cell.text])
            tables.append(cells)
        return tables

    return convert


def pdfplumber() -> Convert:
    """Text and tables of a PDF."""
    import pdfplumber as library

    def convert(path: str) -> Any:
        tables = []
        with library.open(path) as file:
            for page in file.pages:
                page.extract_text()
                tables += [
                    [[r, c, t] for r, row in enumerate(table) for c, t in enumerate(row) if t]
                    for table in page.extract_tables()
                ]
        return tables

    return convert


def openpyxl() -> Convert:
    """Cells of an .xlsx, by sheet."""
    import openpyxl as library

    def convert(path: str) -> Any:
        book = library.load_workbook(path)
        return [
            [[r, c, str(v)] for r, row in enumerate(sheet.values) for c, v in enumerate(row) if v is not None]
            for sheet in book
        ]

    return convert


CONVERTERS: dict[str, Callable[[], Convert]] = {
    "jihe": ours,
    "markitdown": markitdown,
    "mammoth": mammoth,
    "python-docx": python_docx,
    "pdfplumber": pdfplumber,
    "openpyxl": openpyxl,
}


def _peak_megabytes() -> float:
    """Of this process alone; what ``getrusage`` says begins with the parent's."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        / 1024
    )


def main() -> None:
    """Convert each file once unmeasured, then all of them ``REPEATS`` times."""
    name, repeats, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    convert = CONVERTERS[name]()
    results = [convert(file) for file in files]
    rounds = []
    for _ in range(repeats):
        start = time.process_time()
        for file in files:
            convert(file)
        rounds.append(time.process_time() - start)
    tables = getattr(convert, "tables", lambda found: found)
    json.dump(
        {
            "seconds": sorted(rounds)[repeats // 2] / len(files),
            "peak_mb": _peak_megabytes(),
            "results": [tables(r) for r in results],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
