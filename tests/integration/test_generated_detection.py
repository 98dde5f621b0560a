"""What the rules say of generated reports: nothing of consistent ones, something of every planted fault.

Not tested: each rule alone (``tests/unit``) and large numbers (``python -m benchmarks.detection``).
"""

import pytest

from benchmarks.corpus.layouts import REPORTS
from benchmarks.corpus.page import Rendering
from benchmarks.detection import Trial, consistent_pages, is_read, plant_faults, try_faults
from benchmarks.judging import Finding, findings_of

#: Floors below what is measured (docs/accuracy.md): the share of pages read completely, and of faults found over all layouts.
READ_COMPLETELY = 0.9
FOUND = 0.95
_DOCUMENTS = 5 * len(REPORTS)


@pytest.fixture(scope="module")
def pages() -> list[Rendering]:
    return consistent_pages(_DOCUMENTS)


@pytest.fixture(scope="module")
def before(pages: list[Rendering]) -> list[set[Finding]]:
    return findings_of(pages)


@pytest.fixture(scope="module")
def trials(pages: list[Rendering], before: list[set[Finding]]) -> list[Trial]:
    return try_faults(plant_faults(pages), before)


def test_consistent_reports_have_no_finding_of_severity_error(
    pages: list[Rendering], before: list[set[Finding]]
) -> None:
    false = {
        (finding.rule_id, page.layout): finding.message
        for page, findings in zip(pages, before, strict=True)
        for finding in findings
        if finding.severity == "error"
    }
    assert false == {}


def test_faults_in_reports_read_completely_are_found(trials: list[Trial]) -> None:
    """What the rules miss by themselves."""
    read = [trial for trial in trials if is_read(trial.fault.page)]
    missed = [_described(trial) for trial in read if not trial.found]
    assert len(read) >= len(trials) * READ_COMPLETELY
    assert len(missed) <= len(read) * 0.05, missed


def test_faults_that_the_figures_make_visible_are_found(trials: list[Trial]) -> None:
    """What extraction and rules miss together."""
    missed = [_described(trial) for trial in trials if not trial.found]
    assert len(missed) <= len(trials) * (1 - FOUND), missed


def _described(trial: Trial) -> tuple[str, str, str, list[str]]:
    page = trial.fault.page
    return page.name, page.layout, trial.fault.kind, sorted(trial.fault.rules)


def test_most_kinds_of_faults_are_tried(trials: list[Trial]) -> None:
    assert len({trial.fault.kind for trial in trials}) >= 11
