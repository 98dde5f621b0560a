"""Texts whose truth is known, written otherwise without saying anything else: no figure of them may be lost, none may appear.

The changes are those of ``benchmarks.perturbing``; ``python -m benchmarks.perturbations`` measures them on all texts of the
repository. Not here: single wordings, and what a change loses by name (``--losses`` of that command lists it).
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from benchmarks.perturbations import differences
from benchmarks.perturbing.changes import CHANGES, Change
from benchmarks.perturbing.comparing import Baseline, baseline_of
from benchmarks.perturbing.places import names_in_places
from benchmarks.perturbing.texts import Text, texts

#: One in so many labelled texts and entries of a bank, and all samples: all of them take minutes.
LABELLED, BANKS = 4, 60
#: By change: figures lost at most, figures that are new at most, rows of scoring tables lost at most; nothing where none is told.
ALLOWED: dict[str, tuple[int, int, int]] = {
    "1234.50 → 1,234.50": (0, 0, 4),
    "12.50万元 → 12.5万元": (0, 0, 1),
    "digits of full width": (1, 0, 0),
    "digits and points of full width": (1, 0, 0),
    "no blanks around numbers": (6, 0, 0),
    "，其中： → 。其中：": (4, 4, 0),
    "，其中： → ；其中：": (0, 2, 0),
    "； → 。": (1, 0, 0),
    "； → ，": (1, 1, 0),
    "比上年 → 比上年度": (6, 0, 0),
    "主要原因是 → 主要是": (0, 1, 0),
    "支出3万元 → 支出为3万元": (3, 0, 0),
    "2022年度 → 2022年": (4, 5, 0),
    "2022年 → 本年": (5, 7, 0),
    "every year three less": (0, 0, 1),
    "called 柳河镇人民政府": (0, 3, 0),
    "names of figures, 1 on": (21, 4, 0),
    "names of figures, 2 on": (25, 5, 0),
    "names of figures, 3 on": (10, 1, 0),
    "headings of cells, 1 on": (4, 0, 3),
    "headings of cells, 2 on": (2, 0, 3),
    "headings of cells, 3 on": (2, 0, 3),
    "headings of cells, 4 on": (2, 0, 3),
    "a table on one line": (34, 0, 0),
    "a table on lines of 36 characters": (49, 0, 0),
    "a table on lines of 60 characters": (37, 0, 0),
    "a table on one line, no numbers of rows": (34, 0, 0),
    "lines of 36 characters": (3, 0, 0),
    "lines of 24 characters": (5, 0, 0),
    "a sentence a line": (5, 4, 0),
    "a clause a line": (3, 0, 0),
    "rows with gaps": (13, 0, 0),
    "a column of numbers": (0, 1, 1),
    "cut by a page": (6, 0, 0),
}
#: Names that say something else where they stand: of one project, of an item, of a plan, over a column.
WITH_A_MEANING = {
    *(
        "项目总投资",
        "计划总投资",
        "项目计划投资",
        "项目资金总预算",
        "项目总预算",
        "经费执行率",
        "实有在职人数",
        "全年支出",
        "全年实际支出",
        "采购预算资金",
    ),
    *("项目得分", "项目总得分", "项目综合得分", "项目自评得分", "项目绩效自评得分"),
}
#: What is planned of procurement is its budget.
PLANNED = {"after a comma", "arranged"}


@lru_cache(maxsize=1)
def _read() -> list[tuple[Text, Baseline]]:
    return [(text, baseline_of(text)) for text in texts(BANKS, LABELLED)]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_nothing_is_lost_of_a_text_written_otherwise(change: Change):
    lost, new, rows = [], [], []
    for text, found in differences(change, _read()):
        lost += [(text.name, *key) for key in found.lost]
        new += [(text.name, *key) for key in found.new]
        rows += [(text.name, *row) for row in found.rows_lost]
    most_lost, most_new, most_rows = ALLOWED.get(change.name, (0, 0, 0))
    assert len(lost) <= most_lost, lost
    assert len(new) <= most_new, new
    assert len(rows) <= most_rows, rows


def test_every_allowance_is_of_a_change():
    assert ALLOWED.keys() <= {change.name for change in CHANGES}


def test_a_name_is_read_in_every_place():
    unread = [
        (read.name, read.place)
        for read in names_in_places(step=5)
        if not read.found and read.name not in WITH_A_MEANING
        if not (read.concept == "procurement_actual" and read.place in PLANNED)
    ]
    assert unread == []
