"""When each finding was first published: the only thing that one build remembers of the one before.

Belongs here: the Parquet file (fingerprint, first_seen) that dbt reads.
Does not belong here: what a finding is. The file is brought up to date at the beginning of a run from
what is published, so that a crash after publishing loses nothing.
"""

from __future__ import annotations

import duckdb

from orchestration.files import replaced
from orchestration.paths import Home


def remember_findings(home: Home) -> int:
    """Add the published findings to the memory; the number of findings remembered."""
    sources = ["select null::varchar as fingerprint, null::timestamptz as first_seen where false"]
    with duckdb.connect() as connection:
        sources += [source for source in (_remembered(home), _published(connection, home)) if source]
        query = f"""select fingerprint, min(first_seen) as first_seen
                    from ({" union all ".join(sources)}) group by all order by all"""  # noqa: S608
        with replaced(home.findings_seen) as temporary:
            connection.execute(f"copy ({query}) to '{_quoted(temporary)}' (format parquet)")
            counted = connection.execute("select count(*) from read_parquet(?)", [str(temporary)]).fetchone()
    return int(counted[0]) if counted else 0


def _remembered(home: Home) -> str | None:
    """The memory so far; one that cannot be read is put aside, and what is published fills it again."""
    if not home.findings_seen.exists():
        return None
    relation = f"read_parquet('{_quoted(home.findings_seen)}')"
    try:
        duckdb.execute(f"select count(fingerprint), min(first_seen) from {relation}").fetchall()  # noqa: S608
    except duckdb.Error:
        home.findings_seen.rename(home.findings_seen.with_suffix(".damaged"))
        return None
    return _seen_in(relation)


def _published(connection: duckdb.DuckDBPyConnection, home: Home) -> str | None:
    """The published findings; nothing where the published file is gone or damaged.

    They are read at once: of a database that opens well, single pages may be damaged, and no run may stop at that.
    """
    if not home.published.exists():
        return None
    try:
        connection.execute(f"attach '{_quoted(home.published)}' as published (read_only)")
        known = connection.execute(
            "select 1 from duckdb_tables() where database_name = 'published'"
            " and schema_name = 'marts' and table_name = 'fct_findings'"
        ).fetchone()
        if known:
            connection.execute(f"create temp table seen as {_seen_in('published.marts.fct_findings')}")
    except duckdb.Error:
        return None
    return _seen_in("seen") if known else None


def _quoted(path: object) -> str:
    return str(path).replace("'", "''")


def _seen_in(relation: str) -> str:
    return f"select fingerprint, first_seen::timestamptz as first_seen from {relation}"  # noqa: S608
