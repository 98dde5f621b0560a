"""The generated corpus itself: a fault of the generator must not look like one of the extractor or of a rule."""

from random import Random

import pytest

from benchmarks.corpus.accounts import FINAL, draw_accounts
from benchmarks.corpus.identities import broken_rules
from benchmarks.corpus.layouts import LAYOUTS, REPORTS, draw_page
from benchmarks.corpus.mutations import KINDS, plant

_SEEDS = range(5)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_break_no_identity_and_are_always_the_same(layout: str) -> None:
    for seed in _SEEDS:
        page = draw_page(layout, seed)
        assert broken_rules(page) == frozenset()
        assert page.text == draw_page(layout, seed).text
        assert "\x02" not in page.text
        assert "\x05" not in page.text


@pytest.mark.parametrize("layout", ["narrative", "pipe_tables", "word_form", "funds_form"])
def test_every_fact_of_the_truth_is_printed(layout: str) -> None:
    for seed in _SEEDS:
        page = draw_page(layout, seed)
        assert page.truth()["facts"]
        for fact in page.truth()["facts"]:
            assert fact["quote"] in page.text


def test_units_add_up_to_the_department() -> None:
    for seed in range(300):
        accounts = draw_accounts(seed)
        for concept in accounts.units[0]:
            stage = None if concept.endswith("carryover") else FINAL
            assert sum(unit[concept] for unit in accounts.units) == accounts[concept, stage]
            assert all(unit[concept] >= 0 for unit in accounts.units)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_breaks_what_it_says_and_keeps_the_truth(kind: str) -> None:
    planted = 0
    for seed in _SEEDS:
        for layout in REPORTS:
            page = draw_page(layout, seed)
            fault = plant(kind, page, Random(seed))
            if fault is None:
                continue
            planted += 1
            assert fault.page.text != page.text
            assert fault.rules - broken_rules(fault.page) <= {"K02"}
            assert all(fact["quote"] for fact in fault.page.truth()["facts"])
    assert planted > 0
