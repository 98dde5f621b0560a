"""The numbers of a build that a person asks for first.

Belongs here: counting in a finished build.
Does not belong here: saying it in words (commands.summary).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

_TOTALS = {
    "reports": "select count(*) from marts.dim_report where is_current",
    "figures": "select count(*) from marts.fct_figures",
    "indicators": "select count(*) from marts.fct_indicators",
    "verdicts": "select count(*) from marts.fct_verdicts",
    "rules": "select count(distinct rule_id) from marts.fct_verdicts",
    "findings": "select count(*) from marts.fct_findings where status = 'open'",
}
_GROUPS = {
    "documents_by_status": (
        "select case when presence = 'here' or is_unresolved then status else 'gone' end as status, count(*)"
        " from marts.fct_documents group by 1 order by 1"
    ),
    "verdicts_by_outcome": "select outcome, count(*) from marts.fct_verdicts group by all order by all",
    "findings_by_severity": (
        "select severity, count(*) from marts.fct_findings where status = 'open' group by all order by all"
    ),
}


def count(database: Path) -> dict[str, Any]:
    """The counts of a build, by name."""
    with duckdb.connect(str(database), read_only=True) as connection:
        counts: dict[str, Any] = {}
        for name, query in _TOTALS.items():
            row = connection.execute(query).fetchone()
            counts[name] = int(row[0]) if row else 0
        for name, query in _GROUPS.items():
            counts[name] = dict(connection.execute(query).fetchall())
    return counts
