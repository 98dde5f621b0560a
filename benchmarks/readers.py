"""How fast and how rightly files are read, beside other converters: same files, same run, each in its own process.

Belongs here: the files, the runs, the share of table cells that stand where they were put.
Does not belong here: the converters (``readers_measured``), the files themselves (``merged``, ``pages``).

Run ``python -m benchmarks.readers``; it prints the table of docs/formats.md. The others live in an environment apart:
``python -m venv /tmp/venv_bench && /tmp/venv_bench/bin/pip install "markitdown[docx,xlsx,pdf]" mammoth pdfplumber``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from benchmarks import merged
from benchmarks.markdown import write_table
from benchmarks.merged import Blocks, Slot
from benchmarks.page_layout import sheets_of
from benchmarks.pages import ofd
from benchmarks.render import converted

REPOSITORY = Path(__file__).resolve().parents[1]
SCRIPT = Path(__file__).with_name("readers_measured.py")
#: Formats -> converters beside ours.
OTHERS = {
    "docx": ("markitdown", "mammoth", "python-docx"),
    "docx of LibreOffice": ("markitdown", "mammoth", "python-docx"),
    "pdf": ("markitdown", "pdfplumber"),
    "html": ("markitdown",),
    "xlsx": ("markitdown", "openpyxl"),
    "doc": (),
    "xls": (),
    "rtf": (),
    "ofd": (),
}
#: Formats that LibreOffice writes -> from which.
_BY_OFFICE = {"docx of LibreOffice": "docx", "pdf": "docx", "doc": "docx", "rtf": "docx", "xls": "xlsx"}
_WRITERS: dict[str, Callable[[Blocks], bytes]] = {
    "docx": merged.as_docx,
    "html": merged.as_html,
    "xlsx": merged.as_xlsx,
}
Tables = list[dict[tuple[int, int], str]]


def main() -> None:
    """Print one row for each format and converter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=REPOSITORY / "data" / "samples")
    parser.add_argument("--others", type=Path, default=Path("/tmp/venv_bench/bin/python"))  # noqa: S108
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--formats", nargs="*", default=list(OTHERS), choices=list(OTHERS))
    options = parser.parse_args()
    texts = sorted(path for path in options.reports.iterdir() if path.suffix in {".txt", ".md"})
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_rows(texts, Path(folder), options))
    head = ("format", "reader", "documents/s a core", "to markitdown", "peak MB", "cells in place", "of")
    write_table(f"Reading {len(texts)} reports", head, rows)


def _rows(texts: list[Path], folder: Path, options: argparse.Namespace) -> Iterator[tuple[object, ...]]:
    forms = [merged.form_of(path.read_bytes()) for path in texts]
    for form in options.formats:
        files = _files(form, texts, forms, folder)
        if not files:
            sys.stderr.write(
                f"{form}: LIBREOFFICE ABSENT, NOT MEASURED: apt-get install libreoffice-writer-nogui\n"
            )
            continue
        truths = [_truth(path, blocks, form) for path, blocks in zip(texts, forms, strict=True)]
        measured = {}
        for name in ("jihe", *OTHERS[form]):
            found = _measured(name, files, options)
            if found is None:
                sys.stderr.write(
                    f"{form}: {name} ABSENT, NOT MEASURED; the docstring says how to install it\n"
                )
            else:
                measured[name] = found
        base = measured.get("markitdown", {}).get("seconds")
        for name, found in measured.items():
            results = [_tables(result) for result in found["results"]]
            right = sum(_in_place(t, r) for t, r in zip(truths, results, strict=True))
            whole = sum(len(table) for truth in truths for table in truth)
            ratio = f"{base / found['seconds']:.1f}" if base else "—"
            yield form, name, f"{1 / found['seconds']:.1f}", ratio, f"{found['peak_mb']:.0f}", right, whole


def _files(form: str, texts: list[Path], forms: list[Blocks], folder: Path) -> list[str]:
    """The reports in one format; none where the program that writes it is absent."""
    if form in _BY_OFFICE and shutil.which("soffice") is None:
        return []
    (folder / "office").mkdir(exist_ok=True)
    made = []
    for number, (path, blocks) in enumerate(zip(texts, forms, strict=True)):
        target = folder / f"{number}.{form}"
        if form == "ofd":
            target.write_bytes(ofd(sheets_of(path.read_bytes())))
        elif form in _WRITERS:
            target.write_bytes(_WRITERS[form](blocks))
        else:
            source = folder / f"{number}.{_BY_OFFICE[form]}"
            source.write_bytes(_WRITERS[_BY_OFFICE[form]](blocks))
            target = converted(source, form.partition(" ")[0], folder / "office")
        made.append(str(target))
    return made


def _measured(name: str, files: list[str], options: argparse.Namespace) -> dict[str, Any] | None:
    python = Path(sys.executable) if name == "jihe" else options.others
    if not python.exists():
        return None
    run = subprocess.run(  # noqa: S603 - our own script on files made here
        [str(python), "-P", str(SCRIPT), name, str(options.repeats), *files],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY) if name == "jihe" else "", "OMP_NUM_THREADS": "1"},
    )
    if run.returncode:
        sys.stderr.write(run.stderr[-400:])
        return None
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


# -- right or wrong -----------------------------------------------------------------------------------


def _truth(path: Path, blocks: Blocks, form: str) -> Tables:
    """What stands at which row and column of which table; empty cells say nothing. OFD pages have none merged."""
    if form == "ofd":
        from benchmarks.render import blocks_of

        blocks = [
            b
            if isinstance(b, str)
            else [Slot(c.row - 1, c.column - 1, 1, 1, c.text) for row in b for c in row]
            for b in blocks_of(path.read_bytes())
        ]
    return [
        {(slot.row, slot.column): _plain(slot.text) for slot in block if slot.text}
        for block in blocks
        if not isinstance(block, str)
    ]


def _plain(text: str) -> str:
    return "".join(text.replace("\\", "").split())


def _tables(result: Any) -> Tables:
    if isinstance(result, str):
        return _in_html(result) if "<p>" in result or "<table>" in result else _in_markdown(result)
    return [{(row, column): _plain(text) for row, column, text in table} for table in result]


def _in_html(text: str) -> Tables:
    tables: Tables = []
    for table in lxml_html.fromstring(f"<div>{text}</div>").iter("table"):
        cells: dict[tuple[int, int], str] = {}
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(table.iter("tr")):
            c = 0
            for cell in (child for child in row if child.tag in {"td", "th"}):
                while (r, c) in taken:
                    c += 1
                rows, columns = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
                taken |= {(r + down, c + right) for down in range(rows) for right in range(columns)}
                cells[r, c] = _plain(cell.text_content())
        tables.append(cells)
    return tables


def _in_markdown(text: str) -> Tables:
    tables: Tables = []
    number = -1
    for line in text.split("\n"):
        if not line.startswith("|"):
            number = -1
            continue
        parts = [part.strip() for part in line.strip().strip("|").split("|")]
        if all(part and not part.strip("-: ") for part in parts):
            continue
        if number < 0:
            tables.append({})
        number += 1
        tables[-1] |= {(number, column): _plain(part) for column, part in enumerate(parts) if part}
    return tables


def _in_place(truth: Tables, found: Tables) -> int:
    """Cells that stand in their row and column; of the tables found, the most similar one is taken for each."""
    return sum(
        max((sum(other.get(place) == text for place, text in table.items()) for other in found), default=0)
        for table in truth
    )


if __name__ == "__main__":
    main()
