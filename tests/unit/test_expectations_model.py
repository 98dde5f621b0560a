"""Suites as data, and pages without outward references. Judging is tested in tests/integration."""

import re
from dataclasses import replace

import pytest

from expectations.catalogue import implemented_rules
from expectations.consistency import consistency_suite
from expectations.data_docs import self_contained
from expectations.lake_integrity import lake_suite
from expectations.model import Outcome
from expectations.warehouse_integrity import findings_suite, warehouse_suite
from orchestration.paths import reference_folder
from orchestration.publishing import outcomes

SUITES = [
    lake_suite(),
    warehouse_suite(reference_folder()),
    findings_suite(),
    consistency_suite(reference_folder()),
]


def test_one_consistency_expectation_per_implemented_rule() -> None:
    rules = implemented_rules(reference_folder())
    checks = consistency_suite(reference_folder()).checks()
    assert [item.only for _, item in checks] == [rule.rule_id for rule in rules]
    assert len(rules) >= 36
    assert not consistency_suite(reference_folder()).is_gate


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_names_are_unique_and_texts_in_both_languages(suite: object) -> None:
    checks = suite.checks()  # type: ignore[attr-defined]
    names = [(batch.judges, item.name) for batch, item in checks]
    assert len(set(names)) == len(names)
    assert all(item.description_zh and item.description_en for _, item in checks)


def test_a_suite_that_was_not_judged_in_full_closes_the_gate(tmp_path) -> None:  # type: ignore[no-untyped-def]
    suite = lake_suite()
    assert outcomes.gate_problems(tmp_path, [suite])
    passed = [
        Outcome(suite.name, item.name, batch.judges, True, item.severity, item.description, 1)
        for batch, item in suite.checks()
    ]
    outcomes.save(tmp_path, suite.name, passed)
    assert outcomes.gate_problems(tmp_path, [suite]) == []
    outcomes.save(tmp_path, suite.name, passed[1:])
    assert len(outcomes.gate_problems(tmp_path, [suite])) == 1
    outcomes.save(tmp_path, suite.name, [replace(passed[0], passed=False), *passed[1:]])
    assert len(outcomes.gate_problems(tmp_path, [suite])) == 1
    outcomes.save(tmp_path, suite.name, [replace(passed[0], error="broken"), *passed[1:]])
    assert len(outcomes.gate_problems(tmp_path, [suite])) == 1


def test_pages_load_nothing_from_elsewhere() -> None:
    page = (
        '<html><head><link href="https://cdn.example/x.css"><style>@import url(https://x.example)</style>'
        '<script src="https://cdn.example/x.js"></script></head><body onload="go()">'
        '<img src="https://cdn.example/p.png"><a href="https://x.example">out</a><a href="a.html">in</a>'
        "</body></html>"
    )
    clean = self_contained(page)
    assert not re.search(r"https?://", clean)
    assert "<script" not in clean
    assert "onload" not in clean
    assert '<a href="a.html">in</a>' in clean
    assert "Content-Security-Policy" in clean
