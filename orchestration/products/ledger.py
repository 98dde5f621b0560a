"""The problem ledger (问题台账): one row per finding, in the columns that offices keep by hand.

Belongs here: the workbook and its first sheet. Does not belong here: its other sheets (ledger_summary,
ledger_figures, ledger_lists), what people write into it (notes).
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from orchestration.products import ledger_lists, ledger_summary
from orchestration.products.ledger_figures import FigureSheet
from orchestration.products.notes import NOTES, Notes
from orchestration.products.source import Published, Row
from orchestration.products.words import pick, places, severity, told, wan_yuan, word
from orchestration.publishing.rows import Rows
from orchestration.publishing.workbook import LINK_LIMIT, ROW_LIMIT, Book, opened, safe_text

FONT = {"font_name": "宋体", "font_size": 10, "valign": "top"}
HEADING = {
    "bold": True,
    "bg_color": "#1F3864",
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
}
# Dark text on a light ground keeps its contrast in print and for the colour-blind; the word says it too.
COLOURS: dict[str, dict[str, Any]] = {
    "error": {"bg_color": "#F8CBAD", "font_color": "#7B1E00", "bold": True},
    "warning": {"bg_color": "#FFE699", "font_color": "#5F4700"},
    "info": {"bg_color": "#DDEBF7", "font_color": "#1F3864"},
}
_QUOTES = 8
_PLACES = 1
_FIRST_ROW = 3  # below the title, the sentence and the headings

# name, heading in Chinese, heading in English, width in characters
COLUMNS: tuple[tuple[str, str, str, int], ...] = (
    ("no", "序号", "No.", 6),
    ("department", "部门", "Department", 22),
    ("year", "年度", "Year", 7),
    ("severity", "严重程度", "Severity", 9),
    ("category", "问题类型", "Kind of problem", 14),
    ("message", "问题描述", "Problem", 48),
    ("basis", "依据", "Basis", 24),
    ("amount", "金额（万元）", "Amount (10,000 yuan)", 13),
    ("difference", "其他差异", "Other difference", 11),
    ("evidence", "证据位置", "Evidence", 32),
    ("quotes", "原文", "As printed", 28),
    ("responsible", "责任人", "Responsible", 11),
    ("deadline", "整改时限", "Deadline", 12),
    ("done", "整改情况", "What was done", 24),
    ("closed", "销号", "Closed", 9),
    ("status", "状态", "State", 10),
    ("first_seen", "首次发现", "First seen", 12),
    ("file", "报告文件", "File", 30),
    ("fingerprint", "问题编号", "Problem number", 19),
)
_AT = {name: number for number, (name, _, _, _) in enumerate(COLUMNS)}
_LINK = {"font_color": "#0563C1", "underline": 1}
_CENTRED = {"no", "year", "severity"}
_NUMBERS = {"amount": "0.00"}


def sheet_name(lang: str) -> str:
    """Name of the ledger's first sheet."""
    return pick(lang, "问题台账", "Problem ledger")


def heading(name: str, lang: str) -> str:
    """Heading of a column."""
    _, zh, en, _ = COLUMNS[_AT[name]]
    return pick(lang, zh, en)


def note_headings(lang: str) -> dict[str, str]:
    """Headings of the columns that people fill in."""
    return {name: heading(name, lang) for name in NOTES}


def write_ledger(
    path: Path,
    final: Path,
    site: Path,
    published: Published,
    notes: Notes,
    lang: str,
    kept: Path | None = None,
    pages: Iterable[str] | None = None,
) -> None:
    """Write the ledger.

    Args:
        path: where to write it now.
        final: where people will open it; links are relative to it.
        site: folder of the review site.
        published: the published warehouse.
        notes: what people wrote into earlier ledgers, by fingerprint.
        lang: zh or en.
        kept: where rows of figures are kept from one ledger to the next.
        pages: reports that have a page in the site, or will have one; those whose page lies there by itself.
    """
    with opened(path, published.created, FONT) as book:
        figures = FigureSheet(book, published, lang)
        _findings(book, published, notes, _linker(final, site, pages), lang)
        ledger_summary.write(book, published, lang)
        figures.begin(book)
        ledger_lists.submissions(book, published, lang)
    figures.fill(path, kept)


def _linker(final: Path, site: Path, pages: Iterable[str] | None) -> Callable[[Row], str | None]:
    """Gives the evidence page of a finding relative to the ledger; nothing where there is none."""
    known = set(pages) if pages is not None else {page.stem for page in (site / "reports").glob("*.html")}
    folder = Path(os.path.relpath(site / "reports", final.parent)).as_posix()

    def link(finding: Row) -> str | None:
        if finding["report_id"] not in known:
            return None
        return f"external:{folder}/{finding['report_id']}.html#finding-{finding['fingerprint']}"

    return link


def _findings(
    book: Book, published: Published, notes: Notes, link: Callable[[Row], str | None], lang: str
) -> None:
    sheet = book.sheet(sheet_name(lang))
    for column, (_, _, _, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    book.write(
        sheet,
        0,
        0,
        pick(lang, "部门整体支出绩效自评问题台账", "Problems in performance self-evaluations"),
        bold=True,
        font_size=16,
    )
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    book.write(sheet, 1, 0, _explanation(lang), font_color="#595959")
    book.headings(
        sheet, _FIRST_ROW - 1, [pick(lang, zh, en) for _, zh, en, _ in COLUMNS], border=1, **HEADING
    )
    rows = Rows(book, sheet, [_style(name) for name in _AT])
    row, links = _FIRST_ROW - 1, 0
    for finding in published.findings():
        row += 1
        if row == ROW_LIMIT - 1:
            book.write(sheet, row, 0, ledger_lists.too_long(lang, "fct_findings"), bold=True)
            break
        address = link(finding) if links < LINK_LIMIT else None
        links += address is not None
        values = _finding(row, finding, notes.get(finding["fingerprint"], {}), lang)
        more = {_AT["severity"]: COLOURS.get(finding["severity"], {})}
        if address:
            more[_AT["evidence"]] = _LINK
            style = book.format(**_style("evidence"), **_LINK)
            sheet.write_url(row, _AT["evidence"], address, style, safe_text(values["evidence"]))
        rows.write(row, list(values.values()), more, _height(values))
    if row < _FIRST_ROW:
        row = _FIRST_ROW
        book.write(sheet, row, 0, pick(lang, "没有发现问题。", "No problems were found."))
    _tools(book, sheet, row, lang)


def _explanation(lang: str) -> str:
    return pick(
        lang,
        "责任人、整改时限、整改情况、销号四列由您填写；下次生成台账时按问题编号保留。"
        "金额为两处数字之差。系统只指出不一致，不判断哪一处正确。",
        "Responsible, deadline, what was done and closed are yours to fill in; the next ledger keeps them by problem"
        " number. The amount is the difference of two statements; which one is right is not decided here.",
    )


def _style(name: str) -> dict[str, Any]:
    """How the cells of a column look."""
    style: dict[str, Any] = {"text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
    if name in _CENTRED:
        style["align"] = "center"
    if name in _NUMBERS:
        style["num_format"] = _NUMBERS[name]
    return style


def _finding(row: int, finding: Row, notes: Mapping[str, str], lang: str) -> dict[str, Any]:
    """The values of one finding in the order of the columns."""
    is_money = finding["base_unit"] == "yuan"
    difference = finding["difference"]
    values = {
        "no": row - _FIRST_ROW + 1,
        "department": _whose(finding, lang),
        "year": finding["fiscal_year"],
        "severity": severity(finding["severity"], lang),
        "category": word(finding["category"], lang),
        "message": told(finding, lang),
        "basis": f"{finding['rule_id']} {finding[f'label_{lang}']}",
        "amount": wan_yuan(abs(difference)) if is_money and difference is not None else None,
        "difference": ledger_lists.with_unit(difference, finding["base_unit"], lang)
        if not is_money
        else None,
        # a link is one line: spreadsheets cut it off
        "evidence": places(finding["locators"], lang, _PLACES),
        "quotes": _quotes(finding["quotes"] or [], lang),
        "status": word(finding["status"], lang),
        "first_seen": finding["first_seen"],
        "file": finding["file_name"],
        "fingerprint": finding["fingerprint"],
        **{name: notes.get(name) or None for name in NOTES},
    }
    return {name: values[name] for name in _AT}


def _whose(finding: Row, lang: str) -> str:
    """The department, with the project that its report is about: it may have sent several."""
    name = finding["department_name"] or pick(lang, "（部门不明）", "(unknown)")
    project = finding["project_name"]
    return f"{name}{pick(lang, f'（{project}）', f' ({project})')}" if project else str(name)


def _quotes(quotes: list[str], lang: str) -> str:
    """The words as printed, each once and on its own line."""
    found = list(dict.fromkeys(quotes))
    more = (
        [pick(lang, f"等{len(found)}处", f"and {len(found) - _QUOTES} more")] if len(found) > _QUOTES else []
    )
    return "\n".join(found[:_QUOTES] + more)


def _height(values: Mapping[str, Any]) -> float:
    """Height of a row in points so that wrapped text can be read; spreadsheets do not all work it out."""
    lines = 1
    for name, _, _, width in COLUMNS:
        text = values[name]
        if isinstance(text, str):
            columns = (sum(map(_columns, part)) for part in text.split("\n"))
            lines = max(lines, sum(-(-number // (width - 2)) or 1 for number in columns))
    return min(13.5 * lines + 3, 400.0)


def _columns(letter: str) -> int:
    """Columns that a letter takes; quotation marks and the like are as wide as Chinese ones beside them."""
    return 2 if unicodedata.east_asian_width(letter) in "WFA" else 1


def _tools(book: Book, sheet: Worksheet, last_row: int, lang: str) -> None:
    """What helps to work through the rows: filters, fixed headings, a choice of answers, printing."""
    sheet.autofilter(_FIRST_ROW - 1, 0, last_row, len(COLUMNS) - 1)
    sheet.freeze_panes(_FIRST_ROW, _AT["department"] + 1)
    closed = pick(lang, "已销号", "closed")
    choices = [pick(lang, "未销号", "not closed"), closed]
    sheet.data_validation(
        _FIRST_ROW, _AT["closed"], last_row, _AT["closed"],
        {"validate": "list", "source": choices, "error_type": "warning"},
    )  # fmt: skip
    column = chr(ord("A") + _AT["closed"])
    sheet.conditional_format(
        _FIRST_ROW, 0, last_row, len(COLUMNS) - 1,
        {"type": "formula", "criteria": f'=${column}{_FIRST_ROW + 1}="{closed}"',
         "format": book.workbook.add_format({"font_color": "#808080", "font_strikeout": True})},
    )  # fmt: skip
    sheet.set_landscape()
    sheet.set_paper(8)  # A3: the columns stay readable
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last_row, _AT["closed"])
    sheet.repeat_rows(_FIRST_ROW - 1)
    sheet.set_footer("&C&P / &N")
