"""Banks of wordings: one to six sentences each, or a table or a whole report, with all figures they state; none that is read may be lost.

``tests/data/wordings/*.txt`` hold entries of this form, every name and figure invented:

    ## title of the document | its fiscal year
    text, any number of lines
    = concept stage value unit [measure] [@year] [+f=code] [or=concept,…] [?]

``-`` stands for no stage or no unit, the measure is ``level`` and the year the document's where nothing is said; with ``?`` the figure
may be read and is not asked for. What stands in an entry beside these is of somebody or something else and must not be read.
"""

from __future__ import annotations

import pytest

from benchmarks.perturbing.texts import BANKS, entries
from extraction.evaluation.evaluation import evaluate
from extraction.extract import extract

SURE = 0.9
#: Bank: figures read rightly at least; wrong ones, or of nobody, at most; those of them that rules would use.
FLOORS = {
    "accounts": (891, 1, 0),
    "budgets": (569, 0, 0),
    "departments": (618, 0, 0),
    "people": (531, 0, 0),
    "projects": (143, 1, 0),
    "rates": (440, 0, 0),
    "sections": (353, 0, 0),
    "spending": (554, 1, 0),
    "statements": (959, 1, 0),
    "tables": (594, 1, 1),
    "whole": (944, 2, 1),
}


@pytest.mark.parametrize("bank", FLOORS)
def test_no_wording_is_lost(bank: str):
    right, wrong, sure = 0, [], []
    for text, truth in entries(BANKS / f"{bank}.txt"):
        read = extract(text.encode(), "text.txt")
        result = evaluate(read, truth)
        right += result.total.matched
        for one in (*result.wrong, *result.unasked):
            wrong.append((text.split("\n")[0], one.concept, one.stage, one.quote))
            if any(
                f.quote == one.quote and f.concept == one.concept and f.confidence >= SURE
                for f in read.figures
            ):
                sure.append(wrong[-1])
    least, most, most_sure = FLOORS[bank]
    assert len(sure) <= most_sure, sure
    assert len(wrong) <= most, wrong
    assert right >= least


def test_every_bank_has_its_floor():
    assert {path.stem for path in BANKS.glob("*.txt")} == set(FLOORS)
