"""Extraction gives back the truth of generated texts, layout by layout.

Every layout is read completely. Not tested: speed
(``python -m benchmarks.extraction``), and that real texts look like these.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus.layouts import LAYOUTS, draw_page
from benchmarks.extraction import measure

_IDENTITY = {"department_name", "region_code", "fiscal_year", "report_kind", "status"}
_DOCUMENTS = 20


@pytest.mark.parametrize("layout", LAYOUTS)
def test_recall_and_scoring_rows(layout: str) -> None:
    report = measure(draw_page(layout, seed) for seed in range(_DOCUMENTS))
    misses = [f"{item.file}: {item.concept} {item.stage} {item.value}" for item in report.misses[:5]]
    assert misses == []
    assert report.rubric.missed == 0


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=15, derandomize=True, database=None)
@given(seed=st.integers(1_000, 1_000_000))
def test_nothing_wrong_is_ever_read(layout: str, seed: int) -> None:
    """A confident wrong value accuses a department: there is no floor for it but none."""
    page = draw_page(layout, seed)
    report = measure([page])
    lost = {difference.what for difference in report.differences} & _IDENTITY
    assert lost == set(), page.text[:200]
    wrong = [
        f"{item.concept} {item.measure} {item.stage} {item.value}" for item in report.wrong + report.unasked
    ]
    assert wrong == [], page.name
