"""The lists of the ledger of who has sent what, and how its lists begin.

Belongs here: the sheets of submissions, headings of lists. Does not belong here: findings (ledger), figures (ledger_figures),
counts and charts (ledger_summary).
"""

from __future__ import annotations

from decimal import Decimal

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from orchestration.products.source import Published, Row
from orchestration.products.words import pick, trimmed, word
from orchestration.products.words import unit as unit_in_words
from orchestration.publishing.rows import Rows
from orchestration.publishing.workbook import ROW_LIMIT, Book

HEAD = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1}
_NOT_READ = {"bg_color": "#FFE699"}
Columns = tuple[tuple[str, str, int], ...]

_RECEIVED = """
select department_name, region_name, fiscal_year, report_kind, file_name, relative_path, received_at, status, presence,
    message_zh, message_en
from marts.fct_documents
order by status = 'extracted', status, department_name nulls first, fiscal_year, relative_path
"""
_RECEIVED_COLUMNS: Columns = (
    ("部门", "Department", 24),
    ("区划", "Region", 24),
    ("年度", "Year", 7),
    ("材料种类", "Kind", 24),
    ("文件", "File", 46),
    ("修改时间", "Changed", 12),
    ("读取结果", "Result", 14),
    ("文件位置", "Where it is", 14),
    ("说明", "Explanation", 60),
)


_DUE = """
select department_name, region_code, fiscal_year, status, deadline, days_late, contact_role, first_received_at, versions,
    findings_error, findings_warning, possible_files, withdrawn_files
from marts.mart_submission_status where is_expected or status = 'withdrawn'
order by list_position(['late', 'not_sent', 'withdrawn', 'returned', 'received', 'clean'], status), department_name, fiscal_year, status_id
"""
_DUE_COLUMNS: Columns = (
    ("部门", "Department", 26),
    ("区划代码", "Region", 10),
    ("年度", "Year", 7),
    ("状态", "State", 13),
    ("截止日期", "Deadline", 12),
    ("逾期天数", "Days late", 9),
    ("联系岗位", "Post to ask", 14),
    ("首次收到", "First received", 12),
    ("版本数", "Versions", 8),
    ("错误", "Errors", 8),
    ("警告", "Warnings", 8),
    ("可能的文件；已移出收件箱的文件", "Files that may be it; files removed", 50),
)


def too_long(lang: str, table: str) -> str:
    """The sentence where a sheet is full."""
    return pick(
        lang,
        f"工作表最多 {ROW_LIMIT} 行，其余未列出；全部数据：jihe export --format parquet {table}",
        f"A sheet holds {ROW_LIMIT} rows; the rest is left out. All of it: jihe export --format parquet {table}",
    )


def with_unit(value: Decimal | None, unit: str | None, lang: str) -> str | None:
    """A difference in words with its unit, without its sign."""
    if value is None:
        return None
    number = trimmed(abs(value))
    names = {"percent": ("个百分点", " percentage points"), "count": ("个", "")}
    return number + pick(
        lang, *names.get(unit or "", (unit_in_words(unit, "zh"), f" {unit_in_words(unit, 'en')}"))
    )


def start(book: Book, name: str, columns: Columns, lang: str, row: int = 0) -> Worksheet:
    """A sheet with its headings fixed."""
    sheet = book.sheet(name)
    for number, (_, _, width) in enumerate(columns):
        sheet.set_column(number, number, width)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(row)
    sheet.set_footer("&C&P / &N")
    if row == 0:
        book.headings(sheet, 0, [pick(lang, zh, en) for zh, en, _ in columns], **HEAD)
        sheet.freeze_panes(1, 1)
    return sheet


def submissions(book: Book, published: Published, lang: str) -> None:
    """Who has not sent, as far as it is known, and what became of every file."""
    name = pick(lang, "报送情况", "Submissions")
    due = _due(published)
    if due:
        _status(book, name, due, lang)
        name = pick(lang, "收到文件", "Files received")
        sheet = start(book, name, _RECEIVED_COLUMNS, lang, row=1)
        sentence = pick(lang, "收到的全部文件：", "Every file received:")
    else:
        sheet = start(book, name, _RECEIVED_COLUMNS, lang, row=1)
        sentence = pick(
            lang,
            "没有应报送部门名单，无法列出谁还没有报送。以下是收到的全部文件，未能读取的在前。",
            "There is no list of departments that should send, so who has not sent is unknown."
            " Below is every file received, those that could not be read first.",
        )
    book.write(sheet, 0, 0, sentence, bold=True)
    book.headings(sheet, 1, [pick(lang, zh, en) for zh, en, _ in _RECEIVED_COLUMNS], **HEAD)
    sheet.freeze_panes(2, 1)
    rows = Rows(book, sheet, [{}] * len(_RECEIVED_COLUMNS))
    row = 1
    for document in published.stream(_RECEIVED):
        row += 1
        if row == ROW_LIMIT - 1:
            book.write(sheet, row, 0, too_long(lang, "fct_documents"), bold=True)
            break
        read = document["status"] == "extracted"
        more = None if read else dict.fromkeys(range(len(_RECEIVED_COLUMNS)), _NOT_READ)
        values = (
            document["department_name"], document["region_name"], document["fiscal_year"],
            _kind(document["report_kind"], lang), document["relative_path"], document["received_at"],
            word(document["status"], lang), word(document["presence"], lang), document["message_zh" if lang == "zh" else "message_en"],
        )  # fmt: skip
        rows.write(row, values, more)
    sheet.autofilter(1, 0, max(row, 2), len(_RECEIVED_COLUMNS) - 1)


def _kind(code: str | None, lang: str) -> str:
    """The kind of a received file; among kinds of money ``other`` is another word."""
    return pick(lang, "其他材料", "other") if code == "other" else word(code, lang)


def _due(published: Published) -> list[Row]:
    """Reports that the list of this season expects, those to be asked for first; none without such a list."""
    return published.rows(_DUE) if published.has("mart_submission_status") else []


def _status(book: Book, name: str, due: list[Row], lang: str) -> None:
    """Who has sent and who has not."""
    sheet = start(book, name, _DUE_COLUMNS, lang)
    for number, row in enumerate(due, start=1):
        ask = row["status"] in ("late", "not_sent", "withdrawn")
        values = (
            row["department_name"], row["region_code"], row["fiscal_year"], word(row["status"], lang), row["deadline"],
            row["days_late"], row["contact_role"], row["first_received_at"], row["versions"], row["findings_error"],
            row["findings_warning"],
            pick(lang, "、", "; ").join(row["withdrawn_files"] or row["possible_files"] or []),
        )  # fmt: skip
        for column, value in enumerate(values):
            book.write(sheet, number, column, value, **({"bg_color": "#FFE699"} if ask else {}))
    sheet.autofilter(0, 0, max(len(due), 1), len(_DUE_COLUMNS) - 1)
