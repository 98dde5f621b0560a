"""What dbt is told about one run: absolute paths in environment variables.

Belongs here: the variables that dbt_project reads, and setting them for the time of one call.
Does not belong here: calling dbt (runner).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from orchestration.paths import Home
from orchestration.publishing.builds import working_database
from orchestration.season.columns import TABLES
from orchestration.season.prepare import run_file

# The same paths in every run: dbt parses the whole project again when a path in its profile changes.
EXPECTATIONS_FILE = "expectations.parquet"


def expectations_file(home: Home) -> Path:
    """Keys of the verdicts that expectations flagged in the build of this run."""
    return home.dbt / EXPECTATIONS_FILE


def dbt_environment(home: Home, root: str) -> dict[str, str]:
    """The variables of a run on one inbox."""
    return {
        "JIHE_BUILD_DB": str(working_database(home)),
        "JIHE_LAKE": str(home.lake),
        "JIHE_ROOT": root,
        "JIHE_EXPECTATIONS": str(expectations_file(home)),
        "JIHE_FINDINGS_SEEN": str(home.findings_seen),
        **{f"JIHE_{table.name.upper()}": str(run_file(home, table)) for table in TABLES},
        "DO_NOT_TRACK": "1",
    }


@contextmanager
def environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables while the block runs."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
