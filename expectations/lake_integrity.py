"""The gate before dbt: what must be true of the lake.

Belongs here: expectations about keys, places and words of the lake's tables. A failure is our fault.
Does not belong here: the warehouse (warehouse_integrity), whether the departments' figures agree (consistency).
"""

from __future__ import annotations

from expectations.building_blocks import matches, one_of, present, unique, unique_keys, zero
from expectations.model import Batch, Suite

STATUSES = ("extracted", "duplicate", "template_only", "not_a_report", "quarantined")
MEASURES = ("level", "change", "change_rate", "share", "completion_rate")
STAGES = ("initial_budget", "adjusted_budget", "final_account", "unknown")

# Tables of which a report has many rows are counted by DuckDB in groups, with the key of one row as an example:
# a province's verdicts would not fit into a data frame.

# The rows that a build must show: those of documents that are reports, read by the current extractor.
CURRENT = "join lake.documents as d using (document_id, extractor_version) where d.status = 'extracted'"


def lake_suite() -> Suite:
    """The lake before dbt reads it."""
    documents = Batch(
        "documents",
        ("lake", "documents"),
        """select receipt_id, document_id, status, duplicate_of, submission_id,
                  (status in ('template_only', 'not_a_report', 'quarantined')
                   and (message_zh is null or message_en is null))::int as without_message,
                  ((status = 'duplicate') != (duplicate_of is not null))::int as wrong_duplicate
           from lake.documents""",
        ("receipt_id",),
        (
            unique("documents", "receipt_id"),
            matches("documents", "document_id", "^[0-9a-f]{64}$"),
            present("documents", "status"),
            one_of("documents", "status", STATUSES),
            zero(
                "documents_explained",
                "without_message",
                "未能采用的文件都有中英文说明",
                "every file that was set aside says why, in both languages",
            ),
            zero(
                "documents_duplicates_point_to_original",
                "wrong_duplicate",
                "重复文件都指向原件",
                "every duplicate points to its original",
            ),
        ),
    )
    return Suite(
        "lake_integrity",
        "数据湖完整性",
        "Integrity of the lake",
        is_gate=True,
        batches=(documents, _submissions(), _figures(), *(_lake_keys(*names) for names in _ROW_TABLES)),
    )


_ROW_TABLES = (("figures", "figure_id"), ("indicators", "indicator_id"), ("statements", "statement_id"))


def _lake_keys(table: str, key: str) -> Batch:
    source = f"(select r.{key} from lake.{table} as r {CURRENT})"  # noqa: S608 - constant names
    return unique_keys(table, ("lake", table), source, key)


def _submissions() -> Batch:
    return Batch(
        "submissions",
        ("lake", "submissions"),
        "select submission_id, file_count from lake.submissions",
        ("submission_id",),
        (unique("submissions", "submission_id"),),
    )


def _figures() -> Batch:
    return Batch(
        "figures",
        ("lake", "figures"),
        f"""select f.measure, f.stage, (coalesce(trim(f.quote), '') = '')::int as without_quote,
                   (f.char_start < 0 or f.char_end <= f.char_start
                    or f.char_end > coalesce(d.characters, f.char_end))::int as outside_document,
                   min(f.figure_id) as example, count(*) as figures
            from lake.figures as f {CURRENT} group by all order by all""",  # noqa: S608 - constant text
        ("example",),
        (
            one_of("figures", "measure", MEASURES),
            one_of("figures", "stage", STAGES),
            zero("figures_have_quote", "without_quote", "每个数字都有原文", "every figure has its quote"),
            zero(
                "figures_have_place",
                "outside_document",
                "每个数字在文中都有位置",
                "every figure has its place in the document",
            ),
        ),
        stands_for="figures",
    )
