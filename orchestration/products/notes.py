"""What people write into the ledger by hand, kept from one ledger to the next.

Belongs here: reading the four hand-filled columns of a ledger, and the file that remembers them.
Does not belong here: the ledger's layout (ledger). A finding keeps its number (fingerprint) over all
versions of a report, so an entry follows its problem.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from orchestration.files import replaced

NOTES = ("responsible", "deadline", "done", "closed")
Notes = dict[str, dict[str, str]]  # by fingerprint


class NotesError(Exception):
    """A workbook is not a ledger; the message says so in both languages."""


def load(path: Path) -> Notes:
    """The entries remembered in a home."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            row["fingerprint"]: {name: row.get(name) or "" for name in NOTES} for row in csv.DictReader(file)
        }


def save(path: Path, notes: Notes) -> None:
    """Remember entries; spreadsheets open the file as UTF-8."""
    with replaced(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, ("fingerprint", *NOTES))
        writer.writeheader()
        writer.writerows({"fingerprint": key, **notes[key]} for key in sorted(notes))


def read_ledger(path: Path, sheet: str, number: str, headings: Mapping[str, str]) -> Notes:
    """The entries of a ledger that somebody has filled in.

    Args:
        path: the workbook.
        sheet: name of the ledger's sheet.
        number: heading of the column that holds the fingerprint.
        headings: heading of each column of NOTES.

    Raises:
        NotesError: when it is no workbook, or the sheet or a column is missing.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()
    except (CalamineError, OSError, ValueError) as error:
        raise NotesError(f"{path.name} 不是问题台账，读不到“{sheet}”表 / is not a ledger: {error}") from error
    wanted = {number, *headings.values()}
    for position, row in enumerate(rows):
        names = [str(value) for value in row]
        if wanted <= set(names):
            key = names.index(number)
            columns = {name: names.index(heading) for name, heading in headings.items()}
            return _entries(rows[position + 1 :], key, columns)
    missing = "、".join(sorted(wanted))
    raise NotesError(f"{path.name} 缺少列：{missing} / columns are missing")


def _entries(rows: Sequence[Sequence[object]], key: int, columns: Mapping[str, int]) -> Notes:
    entries = {}
    for row in rows:
        values = {name: _text(row[column]) for name, column in columns.items()}
        fingerprint = _text(row[key])
        if fingerprint:
            entries[fingerprint] = values
    return entries


def _text(value: object) -> str:
    """A cell as text; a whole number without a point, a date without midnight."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
