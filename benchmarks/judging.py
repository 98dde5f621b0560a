"""Findings of the rules on generated pages, many pages at once.

Belongs here: from pages to findings, the way ``jihe check`` goes.
Does not belong here: what is expected of them (``detection``, tests).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.corpus.page import Rendering
from extraction.extract import extract
from extraction.model import Extraction
from orchestration.checking.engine import check_extractions

_BATCH = 100
_FAULTS = ("contradiction", "weakness")


class Finding(NamedTuple):
    """What tells one finding from another in the same report."""

    rule_id: str
    instance: str
    severity: str
    difference: str
    message: str


def findings_of(pages: Sequence[Rendering]) -> list[set[Finding]]:
    """The findings on every page, in the order of the pages; notes of severity info are none."""
    extractions = [extract(page.text.encode(), page.name) for page in pages]
    found: dict[str, set[Finding]] = {extraction.document_id[:16]: set() for extraction in extractions}
    distinct = list({extraction.document_id: extraction for extraction in extractions}.values())
    for batch in _batches(distinct):
        for verdict in check_extractions(batch):
            if verdict["outcome"] in _FAULTS and verdict["severity"] != "info":
                names = ("rule_id", "instance", "severity", "difference", "message_zh")
                found[verdict["report_id"]].add(Finding(*(str(verdict[name]) for name in names)))
    return [found[extraction.document_id[:16]] for extraction in extractions]


def _batches(extractions: list[Extraction]) -> Iterable[list[Extraction]]:
    return (extractions[start : start + _BATCH] for start in range(0, len(extractions), _BATCH))
