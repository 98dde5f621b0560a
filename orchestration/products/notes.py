"""What people write into the ledger by hand, kept from one ledger to the next.

Belongs here: reading the four hand-filled columns of a ledger, and the file that remembers them.
Does not belong here: the ledger's layout (ledger). A finding keeps its number (fingerprint) over all
versions of a report, so an entry follows its problem.
"""

from __future__ import annotations

import csv
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree

from extraction.errors import UnreadableError
from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.packages.package import part, root_of
from orchestration.files import replaced

NOTES = ("responsible", "deadline", "done", "closed")
Notes = dict[str, dict[str, str]]  # by fingerprint
#: A ledger may be larger than any report.
_LIMITS = Limits(characters=50_000_000, cells=5_000_000, decompressed_bytes=512 * 1024 * 1024)
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


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
        sheet: name of the ledger's sheet, for messages.
        number: heading of the column that holds the fingerprint.
        headings: heading of each column of NOTES.

    Raises:
        NotesError: when it is no workbook, or no sheet has all the columns.
    """
    # brings half of the extractor, and most runs meet no ledger that somebody has filled in
    from extraction.readers.office.xlsx import read_xlsx

    try:
        document = read_xlsx(_one_sheet(path, sheet), _LIMITS)
    except (UnreadableError, OSError) as error:
        raise NotesError(f"{path.name} 不是问题台账，读不到“{sheet}”表 / is not a ledger: {error}") from error
    wanted = {number, *headings.values()}
    for table in (block for block in document.blocks if isinstance(block, Table)):
        rows = [[document.text[cell.span.start : cell.span.end] for cell in row] for row in table.rows]
        for position, names in enumerate(rows):
            if wanted <= set(names):
                key = names.index(number)
                columns = {name: names.index(heading) for name, heading in headings.items()}
                return _entries(rows[position + 1 :], key, columns)
    missing = "、".join(sorted(wanted))
    raise NotesError(f"{path.name} 缺少列：{missing} / columns are missing")


def _one_sheet(path: Path, sheet: str) -> bytes:
    """A workbook without its other sheets: the list of all figures is larger than a workbook may be. As it is where it has no such sheet."""
    try:
        with zipfile.ZipFile(path) as package:
            workbook = root_of(part(package, _WORKBOOK, _LIMITS))
            listed = workbook.find("{*}sheets")
            entries = [] if listed is None else list(listed)
            kept = {entry.get(_ID) for entry in entries if entry.get("name") == sheet}
            for entry in entries:
                if listed is not None and kept and entry.get(_ID) not in kept:
                    listed.remove(entry)
            relations = root_of(part(package, _RELATIONS, _LIMITS))
            others = {
                posixpath.normpath(posixpath.join("/xl", relation.get("Target", "")))[1:]
                for relation in relations
                if kept and relation.get("Type", "").endswith("/worksheet") and relation.get("Id") not in kept
            }
            slim = BytesIO()
            with zipfile.ZipFile(slim, "w") as copy:
                copy.writestr(_WORKBOOK, etree.tostring(workbook))
                for name in set(package.namelist()) - others - {_WORKBOOK}:
                    copy.writestr(name, part(package, name, _LIMITS))
            return slim.getvalue()
    except (zipfile.BadZipFile, KeyError):
        return path.read_bytes()  # whoever reads it says what is wrong


def _entries(rows: Sequence[Sequence[str]], key: int, columns: Mapping[str, int]) -> Notes:
    entries = {}
    for row in rows:
        if len(row) <= max(key, *columns.values()) or not row[key].strip():
            continue
        entries[row[key].strip()] = {name: row[column].strip() for name, column in columns.items()}
    return entries
