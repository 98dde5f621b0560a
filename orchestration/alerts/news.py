"""What is open in the published warehouse, and how it differs from what an office was told before.

Belongs here: reading open findings, unreadable files and what is overdue; comparing by fingerprint.
Does not belong here: remembering (memory), who is told (routing). A finding is new, worse, ended or known;
an ended one says how it ended, because a figure that was left out is not a figure that was put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from orchestration.alerts.settings import SEVERITIES

GRAVITY = {severity: number for number, severity in enumerate(SEVERITIES)}

#: How something ends; ``unchecked``: the rule can no longer be applied.
ENDINGS = ("resolved", "accepted", "unchecked", "withdrawn")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is open. Holds no report text and no amounts."""

    kind: (
        str  # finding; file: one that could not be read; late: a report not sent though its deadline is over
    )
    fingerprint: str
    severity: str
    rule_id: str  # of findings
    report_key: str  # of a file: its receipt
    instance: str
    report_id: str
    label_zh: str  # the rule's name in the catalogue, or what is wrong
    label_en: str
    department_name: str
    region_code: str
    fiscal_year: int | None
    file_name: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something an office must be told."""

    what: str  # new, worse, or one of ENDINGS
    item: Item
    before: str = ""  # the severity told before


@dataclass(slots=True)
class Published:
    """What is published now."""

    build_id: str
    root: str
    created_at: str
    items: dict[str, Item] = field(default_factory=dict)


_FINDINGS = """
select distinct on (f.fingerprint)
    'finding' as kind, f.fingerprint, f.severity, f.rule_id, p.report_key, f.instance, f.report_id, r.label_zh, r.label_en,
    coalesce(p.department_name, '') as department_name, coalesce(p.region_code, '') as region_code,
    p.fiscal_year, p.file_name
from marts.fct_findings as f
join marts.dim_report as p using (report_id)
join marts.dim_rule as r using (rule_id)
where f.status = 'open'
order by f.fingerprint, list_position(['error', 'warning', 'info'], f.severity)
"""
_FILES = """
select
    'file' as kind, 'file-' || receipt_id as fingerprint, 'error' as severity, '' as rule_id, receipt_id as report_key, '' as instance,
    coalesce(report_id, '') as report_id, '文件无法读取' as label_zh, 'the file could not be read' as label_en,
    coalesce(department_name, '') as department_name, coalesce(region_code, '') as region_code,
    fiscal_year, file_name
from marts.fct_documents where is_unresolved order by receipt_id
"""
_LATE = """
select
    'late' as kind, 'late-' || md5(concat_ws('|', department_name, fiscal_year, report_kind)) as fingerprint,
    'warning' as severity, '' as rule_id, '' as report_key, '' as instance, '' as report_id,
    '逾期未报送' as label_zh, 'not sent, the deadline is over' as label_en, coalesce(department_name, '') as department_name,
    coalesce(region_code, '') as region_code, fiscal_year, '' as file_name
from marts.mart_submission_status where is_expected {condition} order by all
"""
# Of what was told before and is not open now: what became of it.
_BECAME = """
select g.fingerprint,
    case
        when g.kind = 'file' then if(d.receipt_id is null or d.status = 'quarantined' and not coalesce(r.is_resolved, false), 'withdrawn', 'resolved')
        when p.report_key is null then 'withdrawn'
        when f.status not in ('open', 'superseded') then 'accepted'
        when v.outcome = 'pass' then 'resolved'
        else 'unchecked'
    end as became
from gone as g
left join marts.fct_documents as d on g.kind = 'file' and d.receipt_id = g.report_key
left join (
    -- whether the path of a file that could not be read holds one now that can
    select relative_path, bool_or(status <> 'quarantined') as is_resolved from marts.fct_documents where presence = 'here' group by relative_path
) as r on d.relative_path = r.relative_path
left join marts.dim_report as p on p.report_key = g.report_key and p.is_current
left join marts.fct_verdicts as v on v.report_id = p.report_id and v.rule_id = g.rule_id and v.instance = g.instance
-- the finding may be told under another rule now that saw the same cause
left join marts.fct_findings as f on f.verdict_id = coalesce(v.same_cause_as, v.verdict_id)
-- what is still open has only left the office's routes, or become too mild for them
where coalesce(f.status, '') <> 'open' and not coalesce(d.is_unresolved, false)
"""


def read_published(database: Path) -> Published:
    """What is open in a published file."""
    with duckdb.connect(str(database), read_only=True) as connection:
        row = connection.execute("select build_id, root, created_at::varchar from meta.build").fetchone()
        if row is None:  # seal() always writes it
            raise ValueError(f"{database}: meta.build is empty")
        published = Published(*row)
        for sql in (
            _FINDINGS,
            _FILES,
            _late(connection, "and (status = 'late' or status = 'withdrawn' and is_late)"),
        ):
            for item in _items(connection, sql):
                published.items[item.fingerprint] = item
    return published


def _items(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[Item]:
    cursor = connection.execute(sql)
    for values in iter(cursor.fetchone, None):
        yield Item(*values)


def _late(connection: duckdb.DuckDBPyConnection, condition: str = "") -> str:
    """The query for what is due; for nothing where the build knows of nothing due."""
    known = connection.execute(
        "select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'mart_submission_status'"
    ).fetchone()
    return _LATE.format(condition=condition) if known else f"select * from ({_FILES}) where false"  # noqa: S608


def became(database: Path, gone: Sequence[Item]) -> dict[str, str]:
    """How each of these ended, by fingerprint."""
    if not gone:
        return {}
    names = ("kind", "fingerprint", "rule_id", "report_key", "instance")
    columns = [[getattr(item, name) for item in gone if item.kind != "late"] for name in names]
    with duckdb.connect() as connection:
        connection.execute(f"attach '{str(database).replace(chr(39), chr(39) * 2)}' as published (read_only)")
        connection.execute("use published")
        unnested = ", ".join(f"unnest(?::varchar[]) as {name}" for name in names)
        connection.execute(f"create temp table gone as select {unnested}", columns)
        found: dict[str, str] = dict(connection.execute(_BECAME).fetchall())
        due = {item.fingerprint for item in _items(connection, _late(connection))}
    late = {item.fingerprint for item in gone if item.kind == "late"}
    return found | {one: "resolved" if one in due else "withdrawn" for one in late}


def changes(now: Mapping[str, Item], known: Mapping[str, Item], endings: Mapping[str, str]) -> list[Change]:
    """What differs from what was told before, gravest first.

    Args:
        now: what is open.
        known: what the office was told, with the severity it was told of last.
        endings: how things ended that are known and not open; others are left out in silence.
    """
    found = []
    for fingerprint, item in now.items():
        before = known.get(fingerprint)
        if before is None:
            found.append(Change("new", item))
        elif GRAVITY[item.severity] > GRAVITY[before.severity]:
            found.append(Change("worse", item, before.severity))
    found += [
        Change(endings[fingerprint], item)
        for fingerprint, item in known.items()
        if fingerprint not in now and fingerprint in endings
    ]
    return sorted(found, key=_order)


def _order(change: Change) -> tuple[object, ...]:
    order = ("worse", "new", *ENDINGS)
    item = change.item
    return (
        -GRAVITY[item.severity],
        order.index(change.what),
        item.department_name,
        item.fiscal_year or 0,
        item.report_key,
        item.rule_id,
        item.instance,
    )
