"""The same lines and cells in another place: wrapped, doubled, between tabs, a cell a line, in another column, in another format.

Belongs here: changes that move lines and cells and add empty ones.
Does not belong here: changes of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.perturbing.lines import are_even, is_all_prose, is_prose, rewritten
from benchmarks.render import as_docx, as_html, as_xlsx

_TOKEN = re.compile(r"[\d.,]+\s*(?:万元|元|%|％|人|个)?|[A-Za-z]+|.", re.S)
_NUMBER = re.compile(r"^-?[\d,]+(?:\.\d+)?[%％]?$")
_VALUE = re.compile(r"^(?:-?[\d,]+(?:\.\d+)?[%％]?|[—/-]|)$")
_POINTS = re.compile(r"指标|分值|得分|权重")
_PAGE = 12
_GLOSSARY = """

名词解释
财政拨款收入：指单位从同级财政部门取得的财政预算资金。
年初结转和结余：指单位以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金，或项目已完成等产生的结余资金。
基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员经费和公用经费。
“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。
机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。
"""


def wrapped(width: int) -> Callable[[str], str]:
    """Lines of prose broken after ``width`` characters, numbers kept whole."""

    def written(line: str) -> list[str]:
        if not is_prose(line) or len(line) <= width + 4 or line.startswith(("#", "-")):
            return [line]
        lines = [""]
        for piece in _TOKEN.findall(line):
            if len(lines[-1]) + len(piece) > width and piece not in "，。；、：）,;":
                lines.append("")
            lines[-1] += piece
        return lines

    return lambda text: "\n".join(part for line in text.split("\n") for part in written(line))


def sentence_a_line(text: str) -> str:
    """A line break behind every sentence of prose."""
    return "\n".join(
        re.sub(r"。(?!$|[”\"）])", "。\n", line) if is_prose(line) else line for line in text.split("\n")
    )


def clause_a_line(text: str) -> str:
    """A line break behind every semicolon of prose."""
    return "\n".join(
        re.sub(r"；(?!$)", "；\n", line) if is_prose(line) else line for line in text.split("\n")
    )


def doubled_blanks(text: str) -> str | None:
    """A blank line behind every line of a text without tables."""
    return re.sub(r"\n+", "\n\n", text) if is_all_prose(text) else None


def no_blanks(text: str) -> str | None:
    """No blank lines in a text without tables a cell a line."""
    return re.sub(r"\n{2,}", "\n", text) if is_all_prose(text) else None


def indented(text: str) -> str:
    """Two wide blanks before every line of prose, and blanks behind it."""
    return "\n".join(f"　　{line}  " if is_prose(line) else line for line in text.split("\n"))


def windows(text: str) -> str:
    """Lines that end as Windows ends them, with a mark of byte order before the first."""
    return "\ufeff" + text.replace("\n", "\r\n")


def with_page_numbers(text: str) -> str | None:
    """— 1 — on a line of its own behind every twelfth line of a text without tables."""
    if not is_all_prose(text):
        return None
    lines = text.split("\n")
    parts = ["\n".join(lines[at : at + _PAGE]) for at in range(0, len(lines), _PAGE)]
    return "".join(f"{part}\n— {page} —\n" for page, part in enumerate(parts, start=1))


def with_plain_words(text: str) -> str | None:
    """A paragraph that states nothing behind every line of prose of a text without tables."""
    if not is_all_prose(text):
        return None
    said = "各股室要高度重视预算绩效管理工作，切实提高财政资金使用效益。"
    return "\n".join(f"{line}\n{said}" if is_prose(line) else line for line in text.split("\n"))


def with_glossary(text: str) -> str:
    """The explanations of terms at the end that explanations of accounts print."""
    return text.rstrip("\n") + _GLOSSARY


def in_tabs(text: str) -> str | None:
    """Rows between bars with tabs."""
    return rewritten(text, lambda rows: ["\t".join(row) for row in rows])


def in_gaps(text: str) -> str | None:
    """Rows between bars with gaps of blanks, where no cell is empty."""

    def write(rows: list[list[str]]) -> list[str] | None:
        if not all(all(row) for row in rows) or any(" " in cell for row in rows for cell in row):
            return None
        return ["    ".join(row) for row in rows]

    return rewritten(text, write)


def plain_bars(text: str) -> str | None:
    """Rows between bars without the outer bars and without the rule of Markdown."""

    def write(rows: list[list[str]]) -> list[str] | None:
        return [" | ".join(row) for row in rows] if all(row[0] for row in rows) else None

    return rewritten(text, write)


def tight_bars(text: str) -> str | None:
    """Rows between bars without blanks and without the rule of Markdown."""
    return rewritten(text, lambda rows: ["|" + "|".join(row) + "|" for row in rows])


def a_cell_a_line(text: str) -> str | None:
    """Rows between bars a cell a line, where no cell is empty and all rows are as long."""

    def write(rows: list[list[str]]) -> list[str] | None:
        if not all(all(row) and len(row) == len(rows[0]) for row in rows):
            return None
        return [cell for row in rows for cell in row]

    return rewritten(text, write)


def a_cell_a_line_with_blanks(text: str) -> str | None:
    """As a cell a line, with a blank line between cells."""

    def write(rows: list[list[str]]) -> list[str] | None:
        if not all(all(row) and len(row) == len(rows[0]) for row in rows):
            return None
        return ["", *(part for row in rows for cell in row for part in (cell, ""))]

    return rewritten(text, write)


def a_cell_a_line_in_tabs(text: str) -> str | None:
    """Every cell a line behind a tab, an empty line between rows: as Word's forms are copied."""

    def write(rows: list[list[str]]) -> list[str]:
        return [line for row in rows for line in (*(f"\t{cell}" for cell in row), "")]

    return rewritten(text, write)


def values_turned(text: str) -> str | None:
    """The columns of values in the opposite order, in tables of amounts whose rows are all as long."""

    def write(rows: list[list[str]]) -> list[str] | None:
        head = rows[0]
        if len(head) < 3 or any(len(row) != len(head) for row in rows) or not all(head):
            return None
        if any(_POINTS.search(cell) for cell in head) or any(map(_NUMBER.match, head)):
            return None
        if not all(_VALUE.match(cell) for row in rows[1:] for cell in row[1:]):
            return None  # a second column of names, or of words
        return ["| " + " | ".join([row[0], *reversed(row[1:])]) + " |" for row in rows]

    return rewritten(text, write)


def _with_column(name: str, *, first: bool) -> Callable[[str], str | None]:
    def write(rows: list[list[str]]) -> list[str] | None:
        if any(len(row) != len(rows[0]) for row in rows) or not all(rows[0]):
            return None
        added = [name, *(str(number) if first else "" for number in range(1, len(rows)))]
        both = (
            [[new, *row] for new, row in zip(added, rows, strict=True)]
            if first
            else [[*row, new] for new, row in zip(added, rows, strict=True)]
        )
        return ["| " + " | ".join(row) + " |" for row in both]

    return lambda text: rewritten(text, write)


with_remarks = _with_column("备注", first=False)
with_numbers = _with_column("序号", first=True)


def heads_repeated(text: str) -> str | None:
    """The headings again before the last row, as at the top of a page."""

    def write(rows: list[list[str]]) -> list[str] | None:
        if len(rows) < 4 or not all(rows[0]) or any(_NUMBER.match(cell) for cell in rows[0]):
            return None
        return ["| " + " | ".join(row) + " |" for row in [*rows[:-1], rows[0], rows[-1]]]

    return rewritten(text, write)


def cut_by_page(text: str) -> str | None:
    """A page number between the rows in the middle, and the headings again."""

    def write(rows: list[list[str]]) -> list[str] | None:
        if len(rows) < 4 or not all(rows[0]) or any(_NUMBER.match(cell) for cell in rows[0]):
            return None
        middle = len(rows) // 2
        written = ["| " + " | ".join(row) + " |" for row in rows]
        return [*written[:middle], "", "— 3 —", "", written[0], *written[middle:]]

    return rewritten(text, write)


def empty_as(sign: str) -> Callable[[str], str | None]:
    """Zeros of tables between bars written as ``sign``."""
    return lambda text: rewritten(
        text, lambda rows: ["| " + " | ".join(cell or sign for cell in row) + " |" for row in rows]
    )


def word(text: str) -> bytes | None:
    """A Word document."""
    return as_docx(text.encode()) if are_even(text) else None


def page(text: str) -> bytes | None:
    """A page of the web."""
    return as_html(text.encode()) if are_even(text) else None


def sheet(text: str) -> bytes | None:
    """A workbook."""
    return as_xlsx(text.encode()) if are_even(text) else None
