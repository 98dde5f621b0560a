"""Which reports a build must make anew when little has changed since the one that is published.

Belongs here: what the inbox says differently now, and which other reports a difference touches. Does not belong here:
building them (warehouse.part). What cannot be told makes the whole build new.

A report touches those of its department (earlier versions, values of the year before), those of its peers (departments of
one kind and year, whose median it moves) and those that say the same words. To judge these rightly dbt must also see
the departments and peers of them; what it makes of these further ones is thrown away.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import duckdb
import jinja2

from extraction.version import EXTRACTOR_VERSION
from orchestration.paths import DBT_PROJECT, Home
from orchestration.publishing.builds import Build, find_build
from orchestration.publishing.publish import published_build
from orchestration.publishing.unchanged import code_and_reference, settings
from orchestration.season.columns import TABLES
from orchestration.season.prepare import run_file
from orchestration.warehouse.query import lake_and_build

_LOG = logging.getLogger(__name__)
#: What is read of a document, beside its own row.
_READ = ("figures", "indicators", "statements", "observations")
#: What is taken over for longer is made anew: a fault in what is taken over ends by itself.
_LONGEST = timedelta(hours=24)
#: Beyond this share of all reports a whole build is as quick.
LARGEST_SHARE = 0.3

_REPORTS = """
create temp table reports as
select {columns} from build.staging.stg_reports
union all
select {columns} from (select *, left(document_id, 16) as report_id from lake.documents where status = 'extracted');

create temp table differing as
select document_id from (select {stored} from lake.documents except all select {stored} from build.staging.stg_documents)
union
select document_id from (select {stored} from build.staging.stg_documents except all select {stored} from lake.documents)
{read_otherwise};

-- words that are shared, or whose department is alone in its year, in one of the two but not in the other
create temp table shared as
with said as (
    select {speakers} 'new' as side, s.text
    from lake.statements as s
    inner join lake.documents as d on s.document_id = d.document_id and s.extractor_version = d.extractor_version and d.status = 'extracted'
    where {own_words}
    union
    select {speakers} 'old' as side, s.text
    from build.staging.stg_statements as s
    inner join build.staging.stg_reports as d on s.report_id = d.report_id
    where {own_words}
),
years as (select fiscal_year, side, count(distinct department) > 1 as has_peers from said group by all),
texts as (
    select s.fiscal_year, s.text, s.side, count(*) > 1 as is_shared, any_value(y.has_peers) as has_peers
    from said as s inner join years as y on s.fiscal_year is not distinct from y.fiscal_year and s.side = y.side
    group by all
)
select fiscal_year, text from texts group by all
having count(distinct (is_shared, has_peers)) > 1;
"""
# Those of the same department, and those of its peers, of the documents in a table.
_TOUCHED = """
with touching as (select * from reports where document_id in (select document_id from {of}))
select document_id from {of}
union
select r.document_id from reports as r inner join touching as t on r.department_id = t.department_id
union
select r.document_id from reports as r
inner join touching as t on r.peer_group = t.peer_group and r.fiscal_year is not distinct from t.fiscal_year
"""
# Documents of which something else was read than before: again by another program, after a batch of the lake was damaged.
_READ_OTHERWISE = """
    union
    select coalesce(o.document_id, n.document_id)
    from (select document_id, count(*) as rows, sum(hash({columns})) as sum from build.staging.stg_{table} as t group by all) as o
    full join (
        select t.document_id, count(*) as rows, sum(hash({columns_of_lake})) as sum
        from lake.{table} as t
        inner join lake.documents as d on t.document_id = d.document_id and t.extractor_version = d.extractor_version and d.status = 'extracted'
        group by all
    ) as n on o.document_id = n.document_id
    where o.rows is distinct from n.rows or o.sum is distinct from n.sum
"""
_SAY_SHARED = """
select d.document_id
from lake.statements as s
inner join lake.documents as d on s.document_id = d.document_id and s.extractor_version = d.extractor_version and d.status = 'extracted'
inner join shared as t on s.text = t.text and d.fiscal_year is not distinct from t.fiscal_year
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """What is to be made anew, and on what it is put.

    Attributes:
        base: the published build, whose other reports stay as they are.
        anew: keys of the reports whose rows are replaced; also of those that are gone.
        read: documents that dbt must see to make them.
        reports: how many reports there are.
    """

    base: Build
    anew: frozenset[str]
    read: frozenset[str]
    reports: int


def made_of(home: Home, engine: str) -> str:
    """One checksum over everything but the inbox that a warehouse is made of: code, libraries, reference data, settings, corrections.

    Args:
        home: the working home.
        engine: where models are built.
    """
    digest = hashlib.sha256()
    # products have a language, the warehouse holds both
    told = [line for line in settings() if not line.startswith("JIHE_LANG=")]
    libraries = sorted(f"{found.name} {found.version}" for found in distributions())
    for line in (EXTRACTOR_VERSION, engine, sys.version, *libraries, *told, *code_and_reference()):
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    for table in TABLES:
        path = run_file(home, table)
        digest.update(path.read_bytes() if path.exists() else b"missing")
    return digest.hexdigest()


def changed(home: Home, build: Build) -> Changed | None:
    """What a build may leave as it is; none when it must be made whole.

    Args:
        home: the working home, after the inbox was read.
        build: the build that begins.
    """
    published = published_build(home)
    base = find_build(home, published["build_id"]) if published else None
    if base is None or base.root != build.root or base.made_of is None or base.made_of != build.made_of:
        return None
    if base.whole_at is None or datetime.now(UTC) - datetime.fromisoformat(base.whole_at) > _LONGEST:
        return None
    try:
        with lake_and_build(home, build.root, home.published.resolve()) as connection:
            return _compared(connection, base)
    except duckdb.Error as error:  # an older layout of the published file or of the lake
        _LOG.warning("cannot be compared with what is published, everything is built: %s", error)
        return None


def _compared(connection: duckdb.DuckDBPyConnection, base: Build) -> Changed | None:
    for statement in _statements(connection):
        connection.execute(statement)
    connection.execute(f"create temp table touched as {_TOUCHED.format(of='differing')} union {_SAY_SHARED}")
    connection.execute(f"create temp table needed as {_TOUCHED.format(of='touched')}")
    anew = {
        row[0] for row in connection.execute("select distinct left(document_id, 16) from touched").fetchall()
    }
    read = {row[0] for row in connection.execute("select document_id from needed").fetchall()}
    total = connection.execute("select count(*) from lake.documents where status = 'extracted'").fetchone()
    reports = total[0] if total else 0
    if len(read) > LARGEST_SHARE * reports:
        return None
    return Changed(base, frozenset(anew), frozenset(read), reports)


def _statements(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    keys = _keys()
    department = keys.department_key("department_name", "coalesce(region_code, region_name)")
    group = keys.peer_group("department_name", "report_id")
    speaker = keys.speaker("d.department_name", "left(d.document_id, 16)")
    script = _REPORTS.format(
        columns=f"document_id, report_id, fiscal_year, {department} as department_id, {group} as peer_group",
        stored=", ".join(_columns(connection, "documents")),
        read_otherwise="".join(_read_otherwise(connection, table) for table in _READ),
        speakers=f"d.fiscal_year, {speaker} as department,",
        own_words=keys.is_own_words("s.text"),
    )
    yield from (part for part in script.split(";") if part.strip())


def _read_otherwise(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = _columns(connection, table)
    year = "coalesce(t.fiscal_year, d.fiscal_year)"  # as stg_figures completes it
    return _READ_OTHERWISE.format(
        table=table,
        columns=", ".join(f"t.{name}" for name in columns),
        columns_of_lake=", ".join(
            year if (table, name) == ("figures", "fiscal_year") else f"t.{name}" for name in columns
        ),
    )


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [row[0] for row in connection.execute(f"describe lake.{table}").fetchall()]


@cache
def _keys() -> Any:
    """The keys as dbt writes them, so that both mean the same."""
    path: Path = DBT_PROJECT / "macros" / "keys.sql"
    return jinja2.Environment(autoescape=False).from_string(path.read_text(encoding="utf-8")).module  # noqa: S701 - SQL
