"""What extraction passes around: documents as paragraphs and tables, and what was read from them.

Belongs here: plain data with the place where each piece stands.
Does not belong here: how it is found, or the columns it is stored in (``schema``).
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from extraction.records import record


@record(frozen=True, slots=True)
class Span:
    """Characters ``start`` (included) to ``end`` (excluded) of the document's text."""

    start: int
    end: int


@record(frozen=True, slots=True)
class Paragraph:
    """Running text: one line or several that belong together."""

    span: Span
    page: int | None = None
    #: True for the text of a table cell that holds prose; its figures count as text.
    in_table: bool = False
    #: whether a row of a form asks for these words on the whole department
    asked: bool = False


@record(frozen=True, slots=True)
class Cell:
    """One cell; ``text`` is its content without outer blanks, ``span`` covers exactly that content."""

    text: str
    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@record(frozen=True, slots=True)
class Table:
    """Rows of cells as printed.

    Rows may differ in length where cells were merged sideways, or, in a ``ragged`` table, where empty
    cells at the end of a row were left out; where ``columns_lost``, they were left out anywhere.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None
    ragged: bool = False
    columns_lost: bool = False


@record(frozen=True, slots=True)
class PageRegion:
    """Where on a page a stretch of the document's text stands.

    ``box`` is left, top, right and bottom in points from the upper left corner of the upright page. ``certainty``,
    from 0 to 1, is that of the least certain sign of recognised text; None where a program wrote it.
    """

    text: str
    span: Span
    page: int
    box: tuple[float, float, float, float]
    certainty: float | None = None


@record(frozen=True, slots=True)
class Document:
    """A file as text, with its blocks in reading order.

    ``reading`` has a character for each of ``text``, Traditional ones simplified: it is what is
    read, while quotations are taken from ``text``.
    """

    text: str
    reading: str
    blocks: tuple[Paragraph | Table, ...]
    reader: str
    encoding: str | None = None
    pages: int | None = None
    #: in reading order; empty for formats without pages
    regions: tuple[PageRegion, ...] = ()
    #: files of an archive that could not be read: name and error code
    unread: tuple[tuple[str, str], ...] = ()


@record(frozen=True, slots=True)
class Locator:
    """Where something stands. Rows, columns and tables count from 1."""

    char_start: int
    char_end: int
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@record(frozen=True, slots=True)
class Landmark:
    """A paragraph or a row of a table, as a reader looks it up; both are counted from 1."""

    start: int
    end: int
    page: int | None = None
    #: among the paragraphs outside tables; None for a row and for prose in a cell
    paragraph: int | None = None
    #: its first words, personal data masked
    words: str | None = None
    table: int | None = None
    row: int | None = None


@record(frozen=True, slots=True)
class Figure:
    """One number stated at one place. ``value`` keeps the printed digits without separators."""

    concept: str
    measure: str
    stage: str | None
    fiscal_year: int | None
    label: str
    value: str
    unit: str
    decimals: int | None
    value_base: Decimal | None
    base_unit: str | None
    printed: str
    quote: str
    source_kind: str
    locator: Locator
    org_scope: str = "department"
    fund_scope: str | None = None
    function_code: str | None = None
    economic_code: str | None = None
    expenditure_scope: str | None = None
    base_concept: str | None = None
    base_stage: str | None = None
    approximate: bool = False
    confidence: Decimal = Decimal(1)
    note: str | None = None
    sentence_no: int | None = None


@record(frozen=True, slots=True)
class Indicator:
    """One row of a scoring table as printed; numbers are kept as printed text."""

    row_kind: str
    locator: Locator
    level_1: str | None = None
    level_2: str | None = None
    level_3: str | None = None
    level_1_full_marks: str | None = None
    level_2_full_marks: str | None = None
    criterion: str | None = None
    target_text: str | None = None
    target_operator: str | None = None
    target_value: str | None = None
    target_unit: str | None = None
    actual_text: str | None = None
    actual_value: str | None = None
    full_marks: str | None = None
    shared_full_marks: str | None = None
    shared_group: int | None = None
    score: str | None = None
    shifted_points: str | None = None
    reason: str | None = None


@record(frozen=True, slots=True)
class Statement:
    """One stated problem, measure or goal."""

    kind: str
    text: str
    topic: str | None
    locator: Locator


@record(frozen=True, slots=True)
class Observation:
    """Something seen in the text that a rule needs; ``observations.observe`` lists the kinds."""

    kind: str
    code: str
    text: str
    locator: Locator
    number: int | None = None
    second_number: int | None = None


@record(frozen=True, slots=True)
class Identity:
    """What the document says it is."""

    title: str | None = None
    department_name: str | None = None
    region_code: str | None = None
    region_name: str | None = None
    fiscal_year: int | None = None
    report_kind: str = "other"
    form_family: str | None = None


@record(frozen=True, slots=True)
class Outcome:
    """Whether the document could be read, and why not, in words."""

    status: str
    error_code: str | None = None
    message_zh: str | None = None
    message_en: str | None = None


@record(frozen=True, slots=True)
class Extraction:
    """Everything read from one file."""

    file_name: str
    document_id: str
    outcome: Outcome
    identity: Identity = field(default_factory=Identity)
    reader: str | None = None
    encoding: str | None = None
    pages: int | None = None
    characters: int | None = None
    figures: tuple[Figure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    #: in reading order; empty for a file that is no report
    landmarks: tuple[Landmark, ...] = ()
