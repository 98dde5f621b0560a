"""Finding in the published warehouse what a person names: a report, a figure, a finding.

Belongs here: SQL on the marts for the commands of the season.
Does not belong here: printing, and writing records (tables).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import duckdb

from orchestration.paths import Home

Row = dict[str, Any]

#: What narrows a correction down to figures, each a column of fct_figures.
SELECTORS = (
    "concept", "measure", "stage", "fiscal_year", "org_scope", "fund_scope", "function_code", "economic_code",
    "expenditure_scope", "printed", "char_start",
)  # fmt: skip


class NothingPublishedError(Exception):
    """There is no published warehouse to look into."""


class Published:
    """The published warehouse, open for reading."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, *parameters: Any) -> list[Row]:
        """Rows of a query by the names of its columns."""
        cursor = self._connection.execute(sql, list(parameters))
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def reports(self, name: str, year: int | None = None) -> list[Row]:
        """Versions of reports whose id begins so, or whose department is called so; current ones last."""
        return self.rows(
            "select report_id, report_key, department_name, fiscal_year, report_kind, file_name, version, is_current, received_at"
            " from marts.dim_report where (starts_with(report_id, ?) or contains(department_name, ?))"
            " and coalesce(fiscal_year = ?, ? is null) order by department_name, fiscal_year, report_key, version",
            name, name, year, year,
        )  # fmt: skip

    def figure(self, figure_id: str) -> Row | None:
        """One figure by its key."""
        found = self.rows("select * from marts.fct_figures where figure_id = ?", figure_id)
        return found[0] if found else None

    def is_scoring_row(self, key: str) -> bool:
        """Whether this is the key of a row of a scoring table."""
        return bool(self.rows("select 1 from marts.fct_indicators where indicator_id = ?", key))

    def is_concept(self, concept: str) -> bool:
        """Whether the dictionary knows a concept."""
        return bool(self.rows("select 1 from marts.dim_concept where concept = ?", concept))

    def figures(self, report_id: str, selectors: Mapping[str, Any]) -> list[Row]:
        """Figures of a report that fit all that was given."""
        given = {name: value for name, value in selectors.items() if value is not None}
        conditions = "".join(f" and {name} = ?" for name in given if name in SELECTORS)
        return self.rows(
            f"select * from marts.fct_figures where report_id = ?{conditions} order by char_start",  # noqa: S608
            report_id,
            *given.values(),
        )

    def findings(self, fingerprint: str) -> list[Row]:
        """Findings whose number begins so; those of current reports first."""
        return self.rows(
            "select f.*, p.department_name, p.fiscal_year, p.version from marts.fct_findings as f"
            " join marts.dim_report as p using (report_id) where starts_with(f.fingerprint, ?)"
            " order by f.status in ('superseded', 'withdrawn'), p.version desc, f.fingerprint",
            fingerprint,
        )


@contextmanager
def published(home: Home) -> Iterator[Published]:
    """Open what is published.

    Raises:
        NothingPublishedError: when nothing is, or what is was made before these tables existed.
    """
    if not home.published.is_file():
        raise NothingPublishedError
    with duckdb.connect(str(home.published), read_only=True) as connection:
        known = connection.execute(
            "select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'mart_submission_status'"
        ).fetchone()
        if not known:
            raise NothingPublishedError
        yield Published(connection)
