"""What alerts read, without a pipeline: a published file with findings, and the three tables of settings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from orchestration.paths import Home

RULES = {
    "A01": ("支出合计", "total of spending"),
    "B03": ("预算完成率", "completion of the budget"),
    "I05": ("指标得分", "scores"),
}


@dataclass(frozen=True)
class Finding:
    """One finding of one report; the words of its message must never be told."""

    department: str | None
    rule: str = "A01"
    severity: str = "error"
    instance: str = ""
    year: int = 2023
    region: str = "430100"
    status: str = "open"
    version: int = 1
    cause: str = ""  # the verdict that tells it, where another rule saw the same cause

    @property
    def verdict_id(self) -> str:
        return f"{self.report_id}/{self.rule}/{self.instance}"

    @property
    def row(self) -> list[str]:
        return [self.verdict_id, self.report_id, self.rule, self.instance]

    @property
    def report_key(self) -> str:
        return f"{self.department}-{self.year}"

    @property
    def report_id(self) -> str:
        return hashlib.sha256(f"{self.report_key}-{self.version}".encode()).hexdigest()[:16]

    @property
    def fingerprint(self) -> str:
        return hashlib.md5(f"{self.rule}|{self.report_key}|{self.instance}".encode()).hexdigest()[:16]


SECRET_WORDS = "基本支出1234.56万元"


def publish(
    home: Home,
    findings: Sequence[Finding],
    *,
    passed: Sequence[Finding] = (),
    reports: Sequence[Finding] = (),
    unreadable: Sequence[str] = (),
    read: Sequence[str] = (),
    replaced: Sequence[str] = (),
    removed: Sequence[str] = (),
    due: Mapping[str, str] | None = None,
    build_id: str = "20260301T010203000001-abcdef01",
    root: Path | None = None,
) -> None:
    """Write a published file.

    Args:
        findings: what is in fct_findings.
        passed: verdicts that passed; their reports are there.
        reports: reports that are there without any verdict.
        unreadable: names of files that could not be read.
        read: names of files that could.
        replaced: names of files that could not, and whose place another file has taken since.
        removed: names of files that could not, and that were taken out of the inbox.
        due: what the expected list names: departments and whether they are late; None: a build without such a list.
    """
    home.published.parent.mkdir(parents=True, exist_ok=True)
    home.published.unlink(missing_ok=True)
    with duckdb.connect(str(home.published)) as connection:
        connection.execute(_TABLES)
        connection.execute(
            "insert into meta.build values (?, ?, '1', '2026-03-01 01:02:03+00')",
            [build_id, str(root or home.inbox)],
        )
        for rule, labels in RULES.items():
            connection.execute("insert into marts.dim_rule values (?, ?, ?)", [rule, *labels])
        _write_reports(connection, (*findings, *passed, *reports))
        _write_findings(connection, findings, passed)
        _write_documents(connection, unreadable, read, replaced, removed)
        if due is not None:
            _write_due(connection, due)


def _write_reports(connection: duckdb.DuckDBPyConnection, of: Sequence[Finding]) -> None:
    known = {}
    for one in of:
        known[one.report_id] = one
    newest = {
        one.report_key: max(o.version for o in known.values() if o.report_key == one.report_key)
        for one in known.values()
    }
    for report_id, one in known.items():
        connection.execute(
            "insert into marts.dim_report values (?, ?, ?, ?, ?, ?, ?)",
            [report_id, one.report_key, one.department, one.region, one.year, f"{one.department}报告.docx",
             one.version == newest[one.report_key]],
        )  # fmt: skip


def _write_documents(
    connection: duckdb.DuckDBPyConnection,
    unreadable: Sequence[str],
    read: Sequence[str],
    replaced: Sequence[str],
    removed: Sequence[str],
) -> None:
    here = dict.fromkeys((*unreadable, *read), "here")
    elsewhere = dict.fromkeys(replaced, "replaced") | dict.fromkeys(removed, "removed")
    for name, presence in (here | elsewhere).items():
        status = "extracted" if name in read else "quarantined"
        key = hashlib.md5(name.encode()).hexdigest()
        connection.execute(
            "insert into marts.fct_documents values (?, ?, ?, ?, ?, ?, ?, null, null, null)",
            [key, key[:16], name, name, status, presence, status == "quarantined" and presence == "here"],
        )
    for name in replaced:  # the file that took its place
        key = hashlib.md5(f"new {name}".encode()).hexdigest()
        row = [key, key[:16], name, name, "extracted", "here", False]
        connection.execute(
            "insert into marts.fct_documents values (?, ?, ?, ?, ?, ?, ?, null, null, null)", row
        )


def _write_due(connection: duckdb.DuckDBPyConnection, due: Mapping[str, str]) -> None:
    connection.execute(_DUE)
    for department, status in due.items():
        connection.execute(
            "insert into marts.mart_submission_status values (true, ?, '430100', 2023, 'self', ?, ?)",
            [department, status.removesuffix(" and late"), "late" in status],
        )


_DUE = """
create table marts.mart_submission_status (is_expected boolean, department_name varchar, region_code varchar,
    fiscal_year integer, report_kind varchar, status varchar, is_late boolean);
"""


def _write_findings(
    connection: duckdb.DuckDBPyConnection, findings: Sequence[Finding], passed: Sequence[Finding]
) -> None:
    """Verdicts, and a finding for each cause."""
    for outcome, ones in (("contradiction", findings), ("pass", passed)):
        for one in ones:
            row = [*one.row, outcome, one.cause or None]
            connection.execute("insert into marts.fct_verdicts values (?, ?, ?, ?, ?, ?)", row)
    for one in findings:
        if not one.cause:
            connection.execute(
                "insert into marts.fct_findings values (?, ?, ?, ?, ?, ?, ?, ?)",
                [one.fingerprint, *one.row, one.severity, one.status, SECRET_WORDS],
            )


_TABLES = """
create schema meta; create schema marts;
create table meta.build (build_id varchar, root varchar, extractor_version varchar, created_at timestamptz);
create table marts.dim_rule (rule_id varchar, label_zh varchar, label_en varchar);
create table marts.dim_report (report_id varchar, report_key varchar, department_name varchar, region_code varchar,
    fiscal_year integer, file_name varchar, is_current boolean);
create table marts.fct_verdicts (verdict_id varchar, report_id varchar, rule_id varchar, instance varchar, outcome varchar,
    same_cause_as varchar);
create table marts.fct_findings (fingerprint varchar, verdict_id varchar, report_id varchar, rule_id varchar, instance varchar,
    severity varchar, status varchar, message_zh varchar);
create table marts.fct_documents (receipt_id varchar, report_id varchar, file_name varchar, relative_path varchar, status varchar,
    presence varchar, is_unresolved boolean, department_name varchar, region_code varchar, fiscal_year integer);
"""

OFFICES = """office,name_zh,name_en,lang,roles
performance,绩效科,performance office,zh,default
education,教科文科,education office,en,
operations,运维,operations,zh,operator
"""
CHANNELS = """channel,kind,network,address_env,secret_env,per_minute
mail,email,inside,TEST_MAIL,,
hook,json,inside,TEST_HOOK,,
wecom,wecom,outside,TEST_WECOM,,
dingtalk,dingtalk,outside,TEST_DINGTALK,TEST_DINGTALK_SECRET,
feishu,feishu,outside,TEST_FEISHU,TEST_FEISHU_SECRET,
slack,slack,outside,TEST_SLACK,,
operator,email,inside,TEST_OPERATOR,,
"""
ROUTES = """office,topic,departments,regions,severity,channel
performance,findings,,,info,mail
performance,findings,,,info,hook
performance,findings,,,error,wecom
performance,findings,,,error,dingtalk
performance,findings,,,error,feishu
performance,findings,,,error,slack
education,findings,*教育*|*文化*,,warning,
operations,runs,,,error,operator
"""


def write_settings(
    folder: Path, *, offices: str = OFFICES, channels: str = CHANNELS, routes: str = ROUTES
) -> Path:
    """Write the three tables; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("offices", offices), ("alert_channels", channels), ("alert_routes", routes)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
