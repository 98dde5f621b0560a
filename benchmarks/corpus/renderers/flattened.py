"""Reports whose tables lost their grid: one cell a line, strokes at line ends, everything on one line.

Belongs here: small tables without empty cells, so that rows and columns can still be told.
Does not belong here: tables that kept their grid (``forms``).
"""

from __future__ import annotations

from random import Random

from benchmarks.corpus.accounts import ADJUSTED, FINAL, INITIAL, Accounts
from benchmarks.corpus.page import Rendering
from benchmarks.corpus.renderers import sections
from benchmarks.corpus.renderers.reports import KIND
from benchmarks.corpus.renderers.tables import Maker, piped_lines, single_line, spaced_lines
from benchmarks.corpus.writer import Style, Writer


def spaced(accounts: Accounts, rng: Random) -> Rendering:
    """One cell a line with empty lines between."""
    return _report("cell_lines", accounts, rng, spaced_lines)


def piped(accounts: Accounts, rng: Random) -> Rendering:
    """One cell a line ended by a stroke."""
    return _report("cell_lines_piped", accounts, rng, piped_lines)


def one_line(accounts: Accounts, rng: Random) -> Rendering:
    """The whole table on one line."""
    return _report("single_line_table", accounts, rng, single_line)


def _report(layout: str, accounts: Accounts, rng: Random, make: Maker) -> Rendering:
    w = Writer(accounts, rng, Style(trimmed=rng.random() < 0.2))
    name = accounts.department.name
    chapters = [
        f"一、部门概况\n\n{name}承担本辖区相关管理与服务职责。{sections.staff(w)}",
        f"二、部门预算执行情况（万元）\n\n{make(_rows(w)).strip()}",
        f"三、资金使用情况\n\n{sections.three_public(w)}",
        f"四、自评结论\n\n{sections.score(w)}",
        f"五、存在的问题\n\n{sections.problems(w)[0]}",
    ]
    return w.page(layout, KIND, f"{name}{accounts.year}年度部门整体支出绩效自评报告", "\n\n".join(chapters))


def _rows(w: Writer) -> list[list[str]]:
    labels = {
        "基本支出": "basic_expenditure",
        "项目支出": "project_expenditure",
        "本年支出合计": "total_expenditure",
    }
    stages = (INITIAL, ADJUSTED, FINAL)
    body = [
        [label, *(w.money(concept, stage, cell="flat") for stage in stages)]
        for label, concept in labels.items()
    ]
    return [["项目", "年初预算数", "调整预算数", "决算数"], *body]
