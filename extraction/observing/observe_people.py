"""People who are neither in service nor retired, told by kind and number.

Belongs here: kinds that a headcount may hold and no concept counts (dependants, people on long leave, seconded people).
Does not belong here: people of concepts (``prose``), whether a headcount adds up (SQL decides).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.model import Document, Locator, Observation
from extraction.privacy.masking import masked
from extraction.text.normalise import Folded

PATTERN = re.compile(
    r"(?P<kind>遗属|遗孀|抚恤对象|优抚对象|长期?休假?人员|长赡人员|精[减简]退职|公益性?岗位|见习|三支一扶|西部计划|借调|抽调|挂职|跟班学习)"
    r"[^，。,；;、:\d]{0,10}:?(?P<number>\d{1,5})[人名]"
)


def other_people(document: Document, folded: Folded) -> Iterator[Observation]:
    """One observation for each kind with its number of persons (``number``, ``code`` the kind as printed)."""
    for match in PATTERN.finditer(folded.text):
        first, last = folded.origin(*match.span())
        words = masked(document.text, first, last)
        yield Observation("other_people", match["kind"], words, Locator(first, last), int(match["number"]))
