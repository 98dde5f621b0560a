"""A small published warehouse with what a hostile document could bring; no dbt is needed."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb

from orchestration.paths import Home
from orchestration.products.source import Published

HOSTILE = '=HYPERLINK("http://x","点我")'
BRACES = "{{department}} {{nothing}}"
_BASE = """
create schema marts; create schema meta; create schema reference;
create table meta.build as select 'b1' as build_id, '/inbox' as root, '2' as extractor_version, timestamptz '2026-03-01 02:00:00+00' as created_at;
create table reference.rubrics as select 'yueyang' as rubric_id, '评分表' as label_zh, 'form' as label_en;
create table marts.dim_rule as select 'A01' as rule_id, '合计＝各项' as label_zh, 'Sum' as label_en, 'structure' as category;
create table marts.dim_concept as select 'total_expenditure' as concept, '本年支出合计' as label_zh, 'Total expenditure' as label_en;
create table marts.dim_report (report_id varchar, report_key varchar, department_id varchar, department_name varchar,
    region_name varchar, fiscal_year bigint, title varchar, file_name varchar, report_kind varchar, form_family varchar,
    version bigint, is_current boolean, received_at timestamptz, project_name varchar);
create table marts.fct_documents (department_name varchar, region_name varchar, fiscal_year bigint, report_kind varchar,
    file_name varchar, relative_path varchar, received_at timestamptz, status varchar, presence varchar default 'here', message_zh varchar, message_en varchar);
create table marts.fct_figures (report_id varchar, figure_id varchar, concept varchar, label varchar, measure varchar,
    stage varchar, fiscal_year bigint, org_scope varchar, fund_scope varchar, function_code varchar, economic_code varchar,
    expenditure_scope varchar, printed varchar, value_base decimal(20,6), base_unit varchar, quote varchar,
    source_kind varchar, page bigint, char_start bigint, table_no bigint, row_no bigint, column_no bigint,
    paragraph_no bigint, paragraph_words varchar,
    confidence decimal(4,3), note_zh varchar, note_en varchar, approximate boolean);
create table marts.fct_findings (fingerprint varchar, report_id varchar, rule_id varchar, instance varchar, outcome varchar,
    severity varchar, difference decimal(20,6), base_unit varchar, status varchar, message_zh varchar, message_en varchar,
    quotes varchar[], locators json, first_seen timestamptz);
create table marts.fct_verdicts (report_id varchar, outcome varchar);
create table marts.fct_scores (report_id varchar, score_kind varchar, level varchar, full_marks_points decimal(20,6),
    stated_points decimal(20,6), recomputed_points decimal(20,6), grade varchar, band varchar);
create table marts.fct_spending (report_id varchar, concept varchar, stage varchar, fiscal_year bigint, org_scope varchar,
    fund_scope varchar, function_code varchar, economic_code varchar, expenditure_scope varchar,
    value_yuan decimal(20,6), lowest_yuan decimal(20,6), highest_yuan decimal(20,6));
create table marts.fct_indicators (indicator_id varchar, report_id varchar, row_kind varchar, score_table int, level_1 varchar,
    level_2 varchar, level_3 varchar, level_1_full_marks_points decimal(20,6), level_2_full_marks_points decimal(20,6),
    criterion varchar, target_text varchar, actual_text varchar, full_marks_points decimal(20,6),
    shared_full_marks_points decimal(20,6), shared_group bigint, score_points decimal(20,6), shifted_points decimal(20,6),
    reason varchar, page bigint, char_start bigint, table_no bigint, row_no bigint, column_no bigint,
    paragraph_no bigint, paragraph_words varchar);
create table marts.mart_rescoring (rescoring_id varchar, report_id varchar, level varchar, item varchar, rubric_id varchar,
    ratio_pct decimal(18,2), full_marks_points decimal(18,2), stated_low_points decimal(18,2), stated_high_points decimal(18,2),
    items_points decimal(18,2), recomputed_low_points decimal(18,2), recomputed_high_points decimal(18,2),
    gap_points decimal(18,2), fits boolean);
"""
Insert = Callable[..., None]


@contextmanager
def warehouse(path: Path) -> Iterator[Insert]:
    """An empty published file; call what is given with a table and the columns that matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute(_BASE)

        def insert(table: str, **values: Any) -> None:
            marks = ", ".join("?" * len(values))
            connection.execute(
                f"insert into marts.{table} ({', '.join(values)}) values ({marks})", list(values.values())
            )

        yield insert


def report(insert: Insert, report_id: str = "r1", name: str | None = "甲市民政局", **more: Any) -> None:
    values = {
        "report_id": report_id, "report_key": report_id, "department_id": name and f"d-{name}-{report_id}",
        "department_name": name, "region_name": "某省甲市", "fiscal_year": 2023, "title": "自评报告",
        "file_name": f"{report_id}.txt", "report_kind": "department_self_evaluation", "version": 1,
        "is_current": True, **more,
    }  # fmt: skip
    insert("dim_report", **values)
    insert(
        "fct_documents",
        department_name=name,
        fiscal_year=2023,
        relative_path=values["file_name"],
        status="extracted",
    )


def finding(insert: Insert, fingerprint: str = "f1", report_id: str = "r1", **more: Any) -> None:
    place = {"page": None, "char_start": 9, "char_end": 12, "table": None, "row": None, "column": None}
    values = {
        "fingerprint": fingerprint, "report_id": report_id, "rule_id": "A01", "instance": fingerprint,
        "outcome": "contradiction", "severity": "error", "difference": -600000, "base_unit": "yuan", "status": "open",
        "message_zh": "合计＝各项：相差60万元。位置：第10段“支出合计…”。", "message_en": "Sum: difference 60 ×10⁴ yuan. Places: paragraph 10 “支出合计…”.",
        "quotes": [HOSTILE, "支出1308.4万元"], "locators": json.dumps([place]), "first_seen": "2026-02-01 00:00:00+00", **more,
    }  # fmt: skip
    insert("fct_findings", **values)


def figure(insert: Insert, number: int = 1, report_id: str = "r1", **more: Any) -> None:
    values = {
        "report_id": report_id, "figure_id": f"{report_id}/F{number}", "concept": "total_expenditure", "label": HOSTILE,
        "measure": "level", "stage": "final_account", "fiscal_year": 2023, "org_scope": "department",
        "printed": "1308.44万元", "value_base": 13084400, "base_unit": "yuan", "quote": HOSTILE, "source_kind": "text",
        "char_start": number, "confidence": 1, **more,
    }  # fmt: skip
    insert("fct_figures", **values)


def home_with(path: Path) -> Home:
    """A home whose published file holds one hostile report."""
    home = Home.at(path)
    with warehouse(home.published) as insert:
        report(insert)
        finding(insert)
        figure(insert)
        insert("fct_verdicts", report_id="r1", outcome="contradiction")
    return home


@contextmanager
def published(path: Path) -> Iterator[Published]:
    with duckdb.connect(str(path), read_only=True) as connection:
        yield Published(connection)


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """The text of every cell, by sheet; fails where a cell is a formula or a part is no XML."""
    result = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        for number, name in enumerate(names, start=1):
            root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            assert not [cell for cell in root.iter() if cell.tag.endswith("}f")]
            rows = [row for row in root.iter() if row.tag.endswith("}row")]
            result[name] = [
                ["".join(cell.itertext()) for cell in row if cell.tag.endswith("}c")] for row in rows
            ]
    return result


def words(document: bytes | Path) -> str:
    """The text of a .docx file, a line for each paragraph and cell."""
    import io

    from docx import Document

    opened = Document(io.BytesIO(document) if isinstance(document, bytes) else str(document))
    lines = [paragraph.text for paragraph in opened.paragraphs]
    lines += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)
