"""What tables and columns mean, from the descriptions of the dbt models: for the database itself and for documents.

Belongs here: reading the descriptions and writing them into a build as comments. Does not belong here: the
descriptions (``dbt_project/models``), pages made of them (site, docs).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import yaml  # type: ignore[import-untyped]

from orchestration.paths import DBT_PROJECT
from orchestration.publishing.builds import LEAVE_DELETED

#: As safe as the other one, and ten times as fast where it was compiled.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Described:
    """One table: its grain, and its columns in order with type and meaning."""

    name: str
    grain: str
    columns: tuple[tuple[str, str, str], ...]


def described_tables(project: Path = DBT_PROJECT) -> dict[str, Described]:
    """Every model that has a description, by name."""
    found = {}
    for path in sorted((project / "models").rglob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader) or {}  # noqa: S506 - a safe one
        for model in content.get("models") or []:
            columns = tuple(
                (column["name"], str(column.get("data_type") or ""), str(column.get("description") or ""))
                for column in model.get("columns") or []
            )
            found[model["name"]] = Described(model["name"], str(model.get("description") or ""), columns)
    return dict(sorted(found.items()))


def comment_on_tables(database: Path) -> int:
    """Write the descriptions of all marts into a build, so that whoever opens it can read them; how many were."""
    known = described_tables()
    statements = []
    with duckdb.connect(str(database)) as connection:
        connection.execute(LEAVE_DELETED)
        rows = connection.execute(
            "select table_name, list(column_name) from duckdb_columns() where schema_name = 'marts' group by all order by 1"
        ).fetchall()
        for table, columns in rows:
            if table not in known:
                continue
            statements.append(f'comment on table marts."{table}" is {_quoted(known[table].grain)}')
            statements += [
                f'comment on column marts."{table}"."{name}" is {_quoted(meaning)}'
                for name, _, meaning in known[table].columns
                if name in columns
            ]
        connection.execute("begin; " + "; ".join(statements) + "; commit")
    return len(statements)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
