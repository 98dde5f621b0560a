"""A small home with a published warehouse and the texts of its reports, as a site is made from; no dbt is needed.

Tables have the columns that the models describe; figures are those that the extractor reads.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from extraction.version import EXTRACTOR_VERSION
from orchestration.lake.batches import write_batch
from orchestration.lake.worker import read_document
from orchestration.paths import Home
from orchestration.warehouse.descriptions import described_tables

GOOD = """星河县水务局2022年度部门整体支出绩效自评报告
联系人：钱多多 13912345678
一、基本情况
2022年年初预算收入500.00万元，决算总支出480.50万元，其中：基本支出300.50万元，项目支出181.00万元。
“三公”经费支出3.20万元，比上年减少0.30万元。
| 项目 | 年初预算数（万元） | 决算数（万元） |
|---|---|---|
| 支出合计 | 500.00 | 480.50 |
| 基本支出 | 310.00 | 300.50 |
自评得分95分。
单位负责人（签字）：孙大明 填报人（签字）：周小红 联系电话：0716-7288123
"""
#: What a hostile sender could write; ``pwned`` is what a page would do if any of it ran.
ATTACKS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=2>",
    '"><svg onload=window.pwned=3>',
    "</article></main><style>body{display:none}</style>",
    '<a href="javascript:window.pwned=4">点我</a>',
    '<iframe src="http://192.0.2.1/x"></iframe>',
    "{{ config }} {% include 'x' %}",
    "\u202e\u2066倒写",
)
HOSTILE = (
    GOOD.replace("星河县", "恶意县").replace("一、基本情况", "一、基本情况\n" + "\n".join(ATTACKS))
    + "\n| 名称<script>window.pwned=5</script> | <b>粗</b> | 1 |\n|---|---|---|\n| 支出 <img src=y onerror=window.pwned=6> | 3.00 | 4.00 |\n"
)


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """The published file, open for writing."""
    return duckdb.connect(str(home.published))


def insert(connection: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", list(values.values()))


def site_home(path: Path, texts: Mapping[str, str]) -> Home:
    """A home in which each text was received under its name, read and published, with one finding each."""
    home = Home.at(path)
    home.published.parent.mkdir(parents=True)
    batch = []
    with connect(home) as connection:
        _tables(connection)
        for name, text in texts.items():
            rows = read_document(text.encode(), name)
            batch.append(rows)
            _report(connection, name, text, rows)
    write_batch(home.lake, batch)
    return home


def empty_marts(connection: duckdb.DuckDBPyConnection) -> None:
    """All marts with the columns that the models describe."""
    connection.execute("create schema marts")
    for table in described_tables().values():
        # Other models are described as well, without types.
        if table.name.startswith(("dim_", "fct_", "mart_")):
            columns = ", ".join(f'"{name}" {kind}' for name, kind, _ in table.columns)
            connection.execute(f"create table marts.{table.name} ({columns})")


def _tables(connection: duckdb.DuckDBPyConnection) -> None:
    empty_marts(connection)
    connection.execute("create schema meta; create schema reference")
    connection.execute(
        "create table meta.build as select 'b1' as build_id, '/inbox' as root, ? as extractor_version,"
        " timestamptz '2026-03-01 02:00:00+00' as created_at",
        [EXTRACTOR_VERSION],
    )
    connection.execute(
        "create table reference.rubrics (rubric_id varchar, label_zh varchar, label_en varchar)"
    )
    insert(connection, "marts.dim_rule", rule_id="A01", label_zh="合计＝各项", label_en="Sum", category="structure",
           is_implemented=True, severity="error", meaning_zh="对不上。", meaning_en="They differ.")  # fmt: skip
    insert(connection, "marts.dim_concept", concept="total_expenditure", label_zh="本年支出合计",
           label_en="Total expenditure")  # fmt: skip


def _report(connection: duckdb.DuckDBPyConnection, name: str, text: str, rows: Mapping[str, Any]) -> None:
    content = rows["contents"][0]
    report_id = hashlib.sha256(text.encode()).hexdigest()[:16]
    insert(
        connection, "marts.dim_report", report_id=report_id, report_key=report_id,
        document_id=content["document_id"], file_name=name, title=content["title"],
        department_id=report_id, department_name=content["department_name"], region_name=content["region_name"],
        fiscal_year=content["fiscal_year"], report_kind=content["report_kind"], version=1, is_current=True,
    )  # fmt: skip
    insert(connection, "marts.fct_documents", receipt_id=report_id, report_id=report_id, document_id=content["document_id"],
           file_name=name, relative_path=name, status="extracted", presence="here", is_unresolved=False)  # fmt: skip
    for figure in rows["figures"]:
        known = {key: value for key, value in figure.items() if key != "base_stage"}
        insert(connection, "marts.fct_figures", report_id=report_id, **known)
    parts = [figure for figure in rows["figures"] if figure["concept"].endswith("expenditure")][:3]
    places = [
        {"page": None, "char_start": part["char_start"], "char_end": part["char_end"], "table": part["table_no"],
         "row": part["row_no"], "column": part["column_no"]}
        for part in parts
    ]  # fmt: skip
    shared = {
        "verdict_id": f"{report_id}/A01/1", "report_id": report_id, "rule_id": "A01", "instance": "1",
        "outcome": "contradiction", "severity": "error", "difference": -10000, "base_unit": "yuan",
        "message_zh": f"{name}：合计与各项相差1万元。位置：第3段“支出”。同一原因还见于：B01 收支不平衡。",
        "message_en": f"{name}: sum and parts differ by 10,000 yuan. The same cause is seen by: B01 unbalanced.",
        "quotes": [part["quote"] for part in parts], "locators": json.dumps(places),
    }  # fmt: skip
    operands = json.dumps([{"figure_id": part["figure_id"]} for part in parts])
    insert(
        connection,
        "marts.fct_verdicts",
        expected=4815000,
        actual=4805000,
        tolerance=50,
        operands=operands,
        **shared,
    )
    insert(connection, "marts.fct_findings", finding_id=shared["verdict_id"], fingerprint=f"fp{report_id}",
           status="open", seen_by=["A01", "B01"], figure_ids=[part["figure_id"] for part in parts], first_seen="2026-02-01 00:00:00+00", **shared)  # fmt: skip
