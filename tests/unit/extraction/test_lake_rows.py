"""Rows for the lake: exactly the columns of the schema, of the types it names, null where it allows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction import reference, schema
from extraction.extract import extract
from extraction.rows import content_row, figure_rows, indicator_rows, statement_rows
from extraction.version import EXTRACTOR_VERSION

TEXT = """石门县林业局2022年度部门整体支出绩效自评报告

基本支出301.4万元，等级为优，全年接待12批次。

|一级指标|二级指标|三级指标|分值|得分|
|-|-|-|-|-|
|投入|配置|控制率|5|4.5|
|总分|||100|95|

一、存在的问题
一是年初预算编制偏粗，年中追加的次数较多，影响资金支付的进度。
"""
PYTHON = {"text": str, "int": int, "bool": bool, "money": Decimal, "fraction": Decimal}
#: What a receipt adds to the content of a document.
RECEIPT = {
    "arrival_no",
    "receipt_id",
    "submission_id",
    "root",
    "relative_path",
    "file_name",
    "size_bytes",
    "received_at",
    "duplicate_of",
    "presence",
}


@pytest.fixture(scope="module")
def found():
    return extract(TEXT.encode(), "a.txt")


@pytest.mark.parametrize(
    ("table", "rows"),
    [(schema.FIGURES, figure_rows), (schema.INDICATORS, indicator_rows), (schema.STATEMENTS, statement_rows)],
)
def test_rows_have_the_columns_of_the_schema_and_their_types(found, table, rows):
    made = rows(found)
    assert made
    for row in made:
        assert set(row) == set(table.column_names)
        for column in table.columns:
            value = row[column.name]
            assert isinstance(value, PYTHON[column.type]) or (value is None and column.nullable), column.name


def test_keys_are_unique_and_begin_with_the_report(found):
    for rows, key in (
        (figure_rows, "figure_id"),
        (indicator_rows, "indicator_id"),
        (statement_rows, "statement_id"),
    ):
        keys = [row[key] for row in rows(found)]
        assert len(set(keys)) == len(keys)
        assert all(value.startswith(found.document_id[:16] + "/") for value in keys)


def test_the_content_row_is_the_document_without_its_receipt(found):
    row = content_row(found)
    assert set(row) == set(schema.DOCUMENTS.column_names) - RECEIPT
    assert (row["status"], row["extractor_version"]) == ("extracted", EXTRACTOR_VERSION)
    assert row["characters"] == len(TEXT)


def test_quarantined_documents_have_a_content_row_too():
    row = content_row(extract(b"", "leer.txt"))
    assert set(row) == set(schema.DOCUMENTS.column_names) - RECEIPT
    assert row["status"] == "quarantined"
    assert row["message_zh"]
    assert row["message_en"]


def test_money_fits_its_column(found):
    for row in figure_rows(found):
        value = row["value_base"]
        assert value is None or -value.as_tuple().exponent <= 6
        assert value is None or abs(value) < Decimal(10) ** 14


def test_an_amount_too_large_or_too_fine_for_its_column_is_no_row_that_breaks_the_lake(read):
    for digits in ("9" * 30, "1." + "3" * 20):
        for row in figure_rows(read(f"基本支出{digits}万元。")):
            value = row["value_base"]
            assert value is None or (abs(value) < Decimal(10) ** 14 and -value.as_tuple().exponent <= 6)


def test_concepts_measures_and_stages_are_those_of_the_dictionary(found):
    for row in figure_rows(found):
        assert row["concept"] in reference.concepts()
        assert row["measure"] in {"level", "change", "change_rate", "share", "completion_rate"}
        assert row["stage"] in {None, "initial_budget", "adjusted_budget", "final_account", "unknown"}
