"""Suites judged on the tables of a home, and the pages that show what was found.

Belongs here: what Great Expectations is asked for, as work that another process may do (orchestration.beside).
Does not belong here: what is expected and how it is judged (expectations), Dagster's checks (defs.judgement).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from expectations.model import Outcome, Suite
from orchestration.paths import Home
from orchestration.publishing import outcomes
from orchestration.warehouse.query import lake_and_build

#: What takes seconds to import.
HEAVY = ("expectations.judge", "great_expectations.expectations")


def judge_tables(suite: Suite, home: Home, root: str, database: Path | None, store: Path) -> list[Outcome]:
    """Judge every batch of a suite.

    Args:
        suite: what is expected.
        home: the working home, with its lake.
        root: the inbox.
        database: the build, for suites that judge it.
        store: folder of the Great Expectations project of this build.
    """
    from expectations.judge import judge

    with lake_and_build(home, root, database) as connection:
        return judge(suite, connection, store)


def show_outcomes(store: Path, target: Path, suites: Sequence[Suite], build_id: str) -> Path:
    """Build the pages of a build, whose outcomes lie beside its store; the path of the index."""
    from expectations.data_docs import build_data_docs

    results = [(suite, outcomes.load(store.parent, suite.name) or []) for suite in suites]
    return build_data_docs(store, target, results, build_id)
