"""The current state of the lake: every receipt ever seen, with what is known of its bytes.

Belongs here: merging new receipts and contents into documents.parquet and submissions.parquet.
Does not belong here: scanning (inbox) and reading (pool). No row is ever lost: a file that has left
the inbox keeps its receipt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extraction.schema import DOCUMENTS, SUBMISSIONS
from orchestration.lake.arrow import CONTENTS, replace_rows
from orchestration.lake.damage import keep_previous, read_state
from orchestration.lake.inbox import Receipt, Scan
from orchestration.lake.places import HERE, Presence, with_division
from orchestration.lake.quarantine import quarantined

Document = dict[str, Any]


def documents_path(lake: Path) -> Path:
    """One row for every received file."""
    return lake / "documents.parquet"


def submissions_path(lake: Path) -> Path:
    """One row for every submission."""
    return lake / "submissions.parquet"


def save_state(
    lake: Path,
    found: Scan,
    contents: Mapping[str, Document],
    extractor_version: str,
    *,
    still_read: Collection[tuple[str, str]] | None = None,
) -> list[Document]:
    """Merge what was received and read into the state and replace it; all documents.

    Args:
        lake: the lake.
        found: files of the inbox now.
        contents: what the current extractor has read, by document.
        extractor_version: the current one.
        still_read: after damage, what is still there of all readings, by document and version.
    """
    known = {row["receipt_id"]: row for row in read_state(documents_path(lake))}
    _add_new(known, found.receipts, extractor_version)
    presence = Presence(found)
    documents = [
        with_division(_described(row, contents)) | {"presence": presence.of(row)} for row in known.values()
    ]
    if still_read is not None:
        documents = [_lost(row) if _is_lost(row, still_read) else row for row in documents]
    _mark_duplicates(documents)
    documents.sort(key=lambda row: (row["root"], row["relative_path"], row["receipt_id"]))
    keep_previous(documents_path(lake))
    replace_rows(documents_path(lake), DOCUMENTS, documents)
    replace_rows(submissions_path(lake), SUBMISSIONS, _submissions(documents))
    return documents


def _add_new(known: dict[str, Document], receipts: Sequence[Receipt], extractor_version: str) -> None:
    """Add receipts that no run has seen.

    In a home that was moved each keeps the number it had; so do bytes that lie elsewhere in the inbox now,
    or an old version that somebody files away would become the newest.
    """
    arrival = 1 + max((row.get("arrival_no") or 0 for row in known.values()), default=0)
    elsewhere: dict[tuple[str, str], int | None] = {}
    for row in sorted(known.values(), key=lambda row: -(row.get("arrival_no") or 0)):
        elsewhere[row["relative_path"], row["document_id"]] = row.get("arrival_no")
        elsewhere[row["root"], row["document_id"]] = row.get("arrival_no")
    for receipt in receipts:
        if receipt.receipt_id not in known:
            number = (
                elsewhere.get((receipt.root, receipt.document_id))
                or elsewhere.get((receipt.relative_path, receipt.document_id))
                or arrival
            )
            known[receipt.receipt_id] = _received(receipt, extractor_version) | {"arrival_no": number}


def _is_lost(row: Document, still_read: Collection[tuple[str, str]]) -> bool:
    """Whether what was read of a file was damaged, and could not be read again: it has left the inbox."""
    return row["status"] != "quarantined" and (row["document_id"], row["extractor_version"]) not in still_read


def _lost(row: Document) -> Document:
    gone = quarantined(row["document_id"], row["extractor_version"], "lake_damaged")
    return {**row, **dict.fromkeys(CONTENTS.column_names), **gone}


def _received(receipt: Receipt, extractor_version: str) -> Document:
    row: Document = dict.fromkeys(DOCUMENTS.column_names)
    if receipt.problem:
        row |= quarantined(receipt.document_id, extractor_version, receipt.problem)
    row |= {
        "receipt_id": receipt.receipt_id,
        "document_id": receipt.document_id,
        "root": receipt.root,
        "relative_path": receipt.relative_path,
        "file_name": receipt.file_name,
        "size_bytes": receipt.size_bytes,
        "received_at": receipt.received_at,
    }
    return row


def _described(row: Document, contents: Mapping[str, Document]) -> Document:
    """The row with what the newest reading of its bytes says; its receipt is never changed."""
    content = contents.get(row["document_id"])
    if content is None:
        return dict(row)
    return row | {name: content.get(name) for name in CONTENTS.column_names}


def _mark_duplicates(documents: Sequence[Document]) -> None:
    """The first file with some bytes, within one inbox, is the document; the others point to it.

    A file once taken as the document stays it, even when a copy with an earlier name arrives, but not when
    it has left the inbox and a copy is still there.
    """
    first: dict[tuple[str, str], Document] = {}
    ordered = sorted(
        documents,
        key=lambda row: (
            row["presence"] != HERE,
            row["submission_id"] is None,
            row["relative_path"],
            row["receipt_id"],
        ),
    )
    for row in ordered:
        original = first.setdefault((row["root"], row["document_id"]), row)
        if original is row:
            row["duplicate_of"] = None
            row["submission_id"] = row["document_id"][:16]
        else:
            row |= {
                "status": "duplicate",
                "duplicate_of": original["receipt_id"],
                "submission_id": None,
                "error_code": None,
                "message_zh": f"与“{original['relative_path']}”内容完全相同，只计一次。",
                "message_en": f"The same bytes as '{original['relative_path']}'; counted once.",
            }


def _submissions(documents: Iterable[Document]) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for row in documents:
        if row["submission_id"] is None:
            continue
        collection = row["relative_path"].split("/", 1)[0] if "/" in row["relative_path"] else ""
        known = rows.setdefault(
            row["submission_id"],
            {
                "submission_id": row["submission_id"],
                "document_id": row["document_id"],
                "collection": collection,
                "received_at": row["received_at"],
                "file_count": 1,
            },
        )
        known["received_at"] = min(known["received_at"], row["received_at"])
    return sorted(rows.values(), key=lambda row: row["submission_id"])
