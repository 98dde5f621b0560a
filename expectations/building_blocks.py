"""Short names for the expectations that the suites use most.

Belongs here: functions that make one Expectation each, and the batch for keys of tables with many rows.
Does not belong here: which tables they are applied to (lake_integrity, warehouse_integrity, consistency).
"""

from __future__ import annotations

from collections.abc import Sequence

from expectations.model import Batch, Expectation, TableKey


def unique(table: str, *columns: str) -> Expectation:
    """No two rows share the key."""
    named = ", ".join(columns)
    arguments: dict[str, object]
    if len(columns) == 1:
        kind, arguments = "ExpectColumnValuesToBeUnique", {"column": columns[0]}
    else:
        kind, arguments = "ExpectCompoundColumnsToBeUnique", {"column_list": list(columns)}
    return Expectation(
        f"{table}_unique", kind, arguments, f"{table} 的键（{named}）不重复", f"{table}: {named} is unique"
    )


def present(table: str, column: str) -> Expectation:
    """The column is never empty."""
    return Expectation(
        f"{table}_{column}_present",
        "ExpectColumnValuesToNotBeNull",
        {"column": column},
        f"{table}.{column} 不为空",
        f"{table}.{column} is never empty",
    )


def one_of(table: str, column: str, values: Sequence[str]) -> Expectation:
    """The column holds only known words (or nothing)."""
    return Expectation(
        f"{table}_{column}_known",
        "ExpectColumnValuesToBeInSet",
        {"column": column, "value_set": list(values)},
        f"{table}.{column} 只取规定的值",
        f"{table}.{column} is one of the known values",
    )


def matches(table: str, column: str, regex: str) -> Expectation:
    """The column has the form of a regular expression."""
    return Expectation(
        f"{table}_{column}_form",
        "ExpectColumnValuesToMatchRegex",
        {"column": column, "regex": regex},
        f"{table}.{column} 符合规定的格式",
        f"{table}.{column} has the required form",
    )


def zero(name: str, column: str, description_zh: str, description_en: str) -> Expectation:
    """A count of faults, computed by the query, is zero in every row."""
    return Expectation(
        name,
        "ExpectColumnValuesToBeBetween",
        {"column": column, "min_value": 0, "max_value": 0},
        description_zh,
        description_en,
    )


def unique_keys(table: str, judges: TableKey, source: str, *columns: str) -> Batch:
    """No two rows of a table with many rows share the key: DuckDB counts, those that do are the rows judged.

    Args:
        table: its name.
        judges: where the check shows.
        source: the table or a query in brackets.
        columns: the key.
    """
    named = ", ".join(columns)
    nothing = ", ".join(["null"] * len(columns))
    return Batch(
        f"{table}_keys",
        judges,
        f"""with counted as (select {named}, count(*) as copies from {source} group by all)
            select {named}, copies - 1 as repeated, copies as judged from counted where copies > 1
            union all
            select {nothing}, 0, coalesce(sum(copies), 0)::bigint from counted where copies = 1
            order by all""",  # noqa: S608 - names of our own tables
        columns,
        (
            zero(
                f"{table}_unique", "repeated", f"{table} 的键（{named}）不重复", f"{table}: {named} is unique"
            ),
        ),
        stands_for="judged",
    )
