"""Tells the files of one submission from several reports that were packed together.

Belongs here: which files of an archive contradict each other about whose report they are.
Does not belong here: opening archives (``archive``), reading an identity (``identity``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from extraction.identity.identity import identify
from extraction.model import Document, Identity
from extraction.text.normalise import folded

#: Kinds whose files each are a report of their own; where the first is there, the second are its annexes.
_REPORTS = ("department_self_evaluation", "project_self_evaluation")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def several_reports(files: Iterable[tuple[str, Document]]) -> tuple[str, ...]:
    """Names of the files that are reports of different departments or years; none for one submission.

    A file that does not say whose it is, a scoring table say, belongs to the others.
    """
    read = [(name, identify(document)) for name, document in files]
    for kind in _REPORTS:
        reports = [(name, who) for name, who in read if who.report_kind == kind]
        if any(_differ(one, other) for (_, one), (_, other) in combinations(reports, 2)):
            return tuple(name for name, _ in reports)
        if reports:
            return ()
    return ()


def _differ(one: Identity, other: Identity) -> bool:
    """Whether both say whose they are, or for which year, and say it differently."""
    years = _titled_years(one), _titled_years(other)
    if all(years) and years[0].isdisjoint(years[1]):
        return True
    names = folded(one.department_name or ""), folded(other.department_name or "")
    if not all(names):
        return False
    if names[0] not in names[1] and names[1] not in names[0]:
        return True
    regions = {one.region_code, other.region_code} - {None}
    return names[0] == names[1] and len(regions) > 1


def _titled_years(who: Identity) -> set[str]:
    """Years in the title; one that only the text speaks of may be a year it compares with."""
    return set(_YEAR.findall(folded(who.title or "")))
