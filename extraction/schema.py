"""The columns of every lake table: name, type, nullability and meaning, once for all readers.

Belongs here: the shape of rows that extraction produces and the lake keeps.
Does not belong here: how rows are made (``extract``) or written (``orchestration.lake``).
The Parquet schemas, the DuckDB tables of ``jihe check`` and a test of the dbt sources
are all derived from these lists.
"""

from __future__ import annotations

from extraction.schema_types import Column, Table

_ORIGIN = (
    Column("document_id", "text", "SHA-256 of the document's bytes, hexadecimal", nullable=False),
    Column("extractor_version", "text", "version of the extractor that read it", nullable=False),
)

_LOCATOR = (
    Column("page", "int", "page, counted from 1; null where the format has no pages"),
    Column("char_start", "int", "first character in the document's text, from 0", nullable=False),
    Column("char_end", "int", "character after the last one", nullable=False),
    Column("table_no", "int", "table in the document, from 1; null outside tables"),
    Column("row_no", "int", "row in the table, from 1; null outside tables"),
    Column("column_no", "int", "column in the table, from 1; null outside tables"),
    Column("paragraph_no", "int", "paragraph outside tables, from 1; null in tables"),
    Column(
        "paragraph_words", "text", "first words of the paragraph, without its number, personal data masked"
    ),
)

SUBMISSIONS = Table(
    "submissions",
    "one submission: what one department handed in at one time",
    (
        Column("submission_id", "text", "key of the submission", nullable=False),
        Column("document_id", "text", "SHA-256 of its first document", nullable=False),
        Column("collection", "text", "first folder below the inbox, empty at its top", nullable=False),
        Column("received_at", "timestamp", "when its first file was received", nullable=False),
        Column("file_count", "int", "how many files it has", nullable=False),
    ),
)

DOCUMENTS = Table(
    "documents",
    "one received file: a path below the inbox and the bytes seen there",
    (
        Column("receipt_id", "text", "key: path and bytes as received", nullable=False),
        *_ORIGIN,
        Column("submission_id", "text", "submission it belongs to; null for a duplicate"),
        Column("root", "text", "inbox folder it was found in", nullable=False),
        Column("relative_path", "text", "path below the inbox", nullable=False),
        Column("file_name", "text", "name of the file", nullable=False),
        Column("size_bytes", "int", "size of the file in bytes", nullable=False),
        Column("received_at", "timestamp", "when the file was last changed", nullable=False),
        Column(
            "arrival_no",
            "int",
            "run that saw these bytes first, counted from 1: clocks may jump, this does not",
        ),
        Column(
            "presence",
            "text",
            "here: the file is in the inbox; replaced: its path holds other bytes now; removed: nothing is there",
        ),
        Column(
            "status",
            "text",
            "extracted, duplicate, template_only, not_a_report or quarantined",
            nullable=False,
        ),
        Column("error_code", "text", "why it was quarantined or set aside"),
        Column("message_zh", "text", "the same in words, in Chinese"),
        Column("message_en", "text", "the same in words, in English"),
        Column("duplicate_of", "text", "receipt_id of the first file with the same bytes"),
        Column("reader", "text", "reader that opened it"),
        Column("encoding", "text", "character encoding of a text file"),
        Column("pages", "int", "number of pages where the format has pages"),
        Column("characters", "int", "length of its text in characters"),
        Column("title", "text", "title of the report"),
        Column("department_name", "text", "department that reports"),
        Column(
            "region_code",
            "text",
            "division code, six digits of GB/T 2260; of the folder where the text names none",
        ),
        Column("region_name", "text", "name of the division with its parents, or as the folder is called"),
        Column("fiscal_year", "int", "year that is evaluated"),
        Column(
            "report_kind", "text", "department_self_evaluation, review_report, project_self_evaluation, ..."
        ),
        Column("form_family", "text", "family of forms the document follows"),
    ),
)

FIGURES = Table(
    "figures",
    "one number stated at one place of one document",
    (
        Column("figure_id", "text", "key of the figure", nullable=False),
        *_ORIGIN,
        Column("concept", "text", "what is measured, id of concepts.csv", nullable=False),
        Column("measure", "text", "level, change, change_rate, share or completion_rate", nullable=False),
        Column(
            "stage",
            "text",
            "initial_budget, adjusted_budget, final_account or unknown; null for stocks and heads",
        ),
        Column("fiscal_year", "int", "year the number speaks of"),
        Column("org_scope", "text", "department, headquarters or subordinate", nullable=False),
        Column("fund_scope", "text", "funds covered, where the label narrows them"),
        Column("function_code", "text", "functional class of the expenditure"),
        Column("economic_code", "text", "economic class of the expenditure"),
        Column("expenditure_scope", "text", "basic or project, where a class amount covers only that part"),
        Column("label", "text", "the label as printed", nullable=False),
        Column("base_concept", "text", "concept a share is taken of"),
        Column(
            "base_stage",
            "text",
            "stage a change or completion rate is measured against; prior_year for last year",
        ),
        Column("value", "text", "number in the printed unit, decimal digits", nullable=False),
        Column("unit", "text", "unit as printed or inherited from a caption", nullable=False),
        Column("decimals", "int", "decimals printed"),
        Column("value_base", "money", "number in base units: yuan, persons, percent, points"),
        Column("base_unit", "text", "yuan, persons, percent, points or count; null for a grade"),
        Column("approximate", "bool", "printed as about, nearly, more than", nullable=False),
        Column("confidence", "fraction", "1 when the reading is certain on the text alone", nullable=False),
        Column(
            "note_zh",
            "text",
            "why this reading was chosen where others were possible, or why it is uncertain",
        ),
        Column("note_en", "text", "the same in English"),
        Column("printed", "text", "number and unit as printed", nullable=False),
        Column("quote", "text", "label and number as printed", nullable=False),
        Column("source_kind", "text", "text, table or form", nullable=False),
        Column("sentence_no", "int", "sentence or table row it stands in, numbered through the document"),
        *_LOCATOR,
    ),
)

INDICATORS = Table(
    "indicators",
    "one row of a scoring table as printed",
    (
        Column("indicator_id", "text", "key of the row", nullable=False),
        *_ORIGIN,
        Column(
            "row_kind",
            "text",
            "item, total (sum of the table) or execution (budget execution row)",
            nullable=False,
        ),
        Column("level_1", "text", "first level of the path"),
        Column("level_2", "text", "second level"),
        Column("level_3", "text", "third level: the indicator"),
        Column("level_1_full_marks", "text", "points printed beside the name of level 1"),
        Column("level_2_full_marks", "text", "points printed beside the name of level 2"),
        Column("criterion", "text", "scoring rule as printed"),
        Column("target_text", "text", "target as printed"),
        Column("target_operator", "text", "one of >= <= > < =, where the target has one"),
        Column("target_value", "text", "number of the target"),
        Column("target_unit", "text", "unit of the target"),
        Column("actual_text", "text", "actual value as printed"),
        Column("actual_value", "text", "number of the actual value"),
        Column("full_marks", "text", "points of this row alone"),
        Column("shared_full_marks", "text", "points of a merged cell that covers several rows"),
        Column("shared_group", "int", "rows with the same number share one merged cell"),
        Column("score", "text", "points given"),
        Column("shifted_points", "text", "number that stands in a column of words while points are blank"),
        Column("reason", "text", "reason for a deduction as printed"),
        *_LOCATOR,
    ),
)

STATEMENTS = Table(
    "statements",
    "one stated problem, measure or goal",
    (
        Column("statement_id", "text", "key of the statement", nullable=False),
        *_ORIGIN,
        Column("kind", "text", "problem, measure or goal", nullable=False),
        Column("text", "text", "the statement, personal data masked", nullable=False),
        Column("topic", "text", "topic of statement_topics.csv"),
        *_LOCATOR,
    ),
)

OBSERVATIONS = Table(
    "observations",
    "one thing seen in the text of a document that a rule needs and that is neither figure nor statement",
    (
        Column("observation_id", "text", "key of the observation", nullable=False),
        *_ORIGIN,
        Column("kind", "text", "kind of observation, see extraction.observations", nullable=False),
        Column("code", "text", "what it is within its kind, may be empty", nullable=False),
        Column("text", "text", "the words, personal data masked", nullable=False),
        Column("number", "int", "number of its kind: ordinal, stated count, year"),
        Column("second_number", "int", "second number of its kind: items listed, month"),
        *_LOCATOR,
    ),
)

TEXTS = Table(
    "texts",
    "the text of one report as one extractor version read it; private, for showing where a figure stands",
    (
        *_ORIGIN,
        Column(
            "text",
            "text",
            "the whole text, personal data masked, each character in its place",
            nullable=False,
        ),
        Column("blocks", "text", "JSON list of paragraphs and tables, see extraction.texts", nullable=False),
    ),
)

#: What is read from the bytes of a document, row by row; beside them stands one row of ``documents``.
CONTENT_TABLES: tuple[Table, ...] = (FIGURES, INDICATORS, STATEMENTS, OBSERVATIONS)
TABLES: tuple[Table, ...] = (SUBMISSIONS, DOCUMENTS, *CONTENT_TABLES)
