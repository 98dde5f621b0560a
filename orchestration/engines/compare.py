"""Whether two builds hold the same: every table, row by row, both ways.

Belongs here: the comparison that the parity test and ``python -m orchestration.engines.compare A B`` make.
Does not belong here: how the builds came to be.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.warehouse.query import quoted

#: When the run was: differs between two runs of one engine too.
RUN_TIMES = frozenset({"first_seen", "last_seen"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One table that is not the same in both."""

    table: str
    rows: tuple[int, int]
    only_first: int
    only_second: int
    columns: tuple[str, ...]  # that are in one alone, of another type, or differ in some row
    example: str

    def __str__(self) -> str:
        """For people: what differs, and one row of it."""
        return (
            f"{self.table}: {self.rows[0]} / {self.rows[1]} rows, only in the first {self.only_first}, "
            f"only in the second {self.only_second}; columns {', '.join(self.columns)}; e.g. {self.example}"
        )


def differences(
    first: Path, second: Path, schema: str = "marts", left_out: Collection[str] = RUN_TIMES
) -> list[Difference]:
    """Tables of a schema that are not the same; none when the two builds say the same."""
    with duckdb.connect() as connection:
        for name, path in (("a", first), ("b", second)):
            connection.execute(f"attach '{quoted(path)}' as {name} (read_only)")
        tables = sorted({table for name in "ab" for table in _tables(connection, name, schema)})
        found = (_difference(connection, schema, table, left_out) for table in tables)
        return [difference for difference in found if difference is not None]


def _tables(connection: duckdb.DuckDBPyConnection, name: str, schema: str) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_tables() where database_name = ? and schema_name = ?", [name, schema]
    ).fetchall()
    return [row[0] for row in rows]


def _difference(
    connection: duckdb.DuckDBPyConnection, schema: str, table: str, left_out: Collection[str]
) -> Difference | None:
    kinds = [_columns(connection, f'{name}."{schema}"."{table}"') for name in "ab"]
    if not all(kinds):
        return Difference(table, (0, 0), 0, 0, (), "the table is in one of them only")
    unlike = [name for name in {**kinds[0], **kinds[1]} if kinds[0].get(name) != kinds[1].get(name)]
    shared = [name for name in kinds[0] if name in kinds[1] and name not in left_out]
    sides = _sides(schema, table, shared)
    counts = [_count(connection, side) for side in sides]
    ways = [f"({sides[0]} except all {sides[1]})", f"({sides[1]} except all {sides[0]})"]
    only = [_count(connection, way) for way in ways]
    if not (any(only) or unlike):
        return None
    differing = [name for name in shared if _differs(connection, schema, table, name)]
    example = " | ".join(_example(connection, way, differing) for way in ways)
    return Difference(table, (counts[0], counts[1]), only[0], only[1], (*unlike, *differing), example)


def _columns(connection: duckdb.DuckDBPyConnection, relation: str) -> dict[str, str]:
    try:
        return {row[0]: row[1] for row in connection.execute(f"describe {relation}").fetchall()}
    except duckdb.CatalogException:
        return {}


def _sides(schema: str, table: str, columns: Collection[str]) -> list[str]:
    listed = ", ".join(f'"{name}"' for name in columns)
    return [f'(select {listed} from {name}."{schema}"."{table}")' for name in "ab"]  # noqa: S608


def _count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    row = connection.execute(f"select count(*) from {relation}").fetchone()  # noqa: S608
    return int(row[0]) if row else 0


def _differs(connection: duckdb.DuckDBPyConnection, schema: str, table: str, column: str) -> bool:
    one, other = _sides(schema, table, [column])
    return any(_count(connection, f"({a} except all {b})") for a, b in ((one, other), (other, one)))


def _example(connection: duckdb.DuckDBPyConnection, way: str, differing: Collection[str]) -> str:
    columns = ", ".join(f'"{name}"' for name in differing) or "*"
    row = connection.execute(f"select {columns} from {way} limit 1").fetchone()  # noqa: S608
    return str(row)[:600]


def main() -> int:
    """Compare two build files; 1 when they differ."""
    found = differences(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
    for difference in found:
        sys.stdout.write(f"{difference}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
