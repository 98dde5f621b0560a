"""``python -m benchmarks.detection``: which planted faults the rules find, and what they say of consistent reports.

Belongs here: detection rates by kind of fault and by rule, false findings, as tables.
Does not belong here: the faults (``benchmarks.corpus.mutations``), running the rules (``judging``).
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.corpus.accounts import draw_accounts
from benchmarks.corpus.layouts import REPORTS, draw_page
from benchmarks.corpus.mutations import KINDS, Fault, plant
from benchmarks.corpus.page import Rendering
from benchmarks.judging import Finding, findings_of
from benchmarks.markdown import rate, write_table
from extraction.evaluation.evaluation import evaluate
from extraction.extract import extract


@dataclass(frozen=True, slots=True)
class Trial:
    """A planted fault, and the rules that found something which the consistent page did not show."""

    fault: Fault
    seen_by: frozenset[str]

    @property
    def found(self) -> bool:
        """Whether a rule that can see the fault saw it."""
        return bool(self.fault.rules & self.seen_by)


def is_read(page: Rendering) -> bool:
    """Whether extraction gives back everything that the page prints."""
    report = evaluate(extract(page.text.encode(), page.name), page.truth())
    lost = [
        difference.what for difference in report.differences if difference.what in ("status", "fiscal_year")
    ]
    return not (report.total.missed or report.total.wrong or report.rubric.missed or lost)


def consistent_pages(count: int) -> list[Rendering]:
    """Reports of all layouts in turn, each of another department: accounts of two years are not drawn to fit together."""
    layouts = list(REPORTS)
    pages: list[Rendering] = []
    seen: set[str] = set()
    for seed in itertools.count():
        if len(pages) == count:
            break
        department = draw_accounts(seed).department.name
        if department not in seen:
            seen.add(department)
            pages.append(draw_page(layouts[len(pages) % len(layouts)], seed))
    return pages


def plant_faults(pages: Sequence[Rendering]) -> list[tuple[int, Fault]]:
    """One visible fault a page: of the kinds that fit the page, the one planted least so far."""
    planted: list[tuple[int, Fault]] = []
    counts: Counter[str] = Counter()
    for number, page in enumerate(pages):
        for kind in sorted(KINDS, key=counts.__getitem__):
            fault = plant(kind, page, Random(f"{kind} {number}"))  # noqa: S311 - a corpus, no secret
            if fault:
                counts[kind] += 1
                planted.append((number, fault))
                break
    return planted


def try_faults(planted: Sequence[tuple[int, Fault]], before: Sequence[set[Finding]]) -> list[Trial]:
    """Judge the faulty pages; ``before`` holds the findings on the consistent ones."""
    after = findings_of([fault.page for _, fault in planted])
    return [
        Trial(fault, frozenset(finding.rule_id for finding in found - before[number]))
        for (number, fault), found in zip(planted, after, strict=True)
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000, help="reports without and with a fault")
    parser.add_argument("--list", action="store_true", help="also list the faults that were not found")
    options = parser.parse_args(arguments)
    pages = consistent_pages(options.documents)
    before = findings_of(pages)
    trials = try_faults(plant_faults(pages), before)
    _write_kinds(trials)
    _write_rules(trials)
    _write_layouts(trials)
    _write_false(pages, before)
    if options.list:
        _write_missed(trials)


def _write_kinds(trials: list[Trial]) -> None:
    planted = Counter(trial.fault.kind for trial in trials)
    found = Counter(trial.fault.kind for trial in trials if trial.found)
    rows = [[kind, planted[kind], found[kind], rate(found[kind], planted[kind])] for kind in KINDS]
    total, seen = planted.total(), found.total()
    rows.append(["**all**", total, seen, rate(seen, total)])
    read = [trial for trial in trials if is_read(trial.fault.page)]
    of_read = sum(trial.found for trial in read)
    rows.append(["**in reports read completely**", len(read), of_read, rate(of_read, len(read))])
    write_table("Planted faults by kind", ("fault", "planted", "found", "rate"), rows)


def _write_rules(trials: list[Trial]) -> None:
    broken = Counter(rule for trial in trials for rule in trial.fault.rules)
    direct = Counter(rule for trial in trials for rule in trial.fault.rules & trial.seen_by)
    other = Counter(rule for trial in trials if trial.found for rule in trial.fault.rules - trial.seen_by)
    rows = [
        [rule, count, direct[rule], other[rule], count - direct[rule] - other[rule]]
        for rule, count in sorted(broken.items())
    ]
    head = ("rule", "identity broken", "found by it", "found by another rule", "not found")
    write_table("Planted faults by rule", head, rows)


def _write_layouts(trials: list[Trial]) -> None:
    planted = Counter(trial.fault.page.layout for trial in trials)
    found = Counter(trial.fault.page.layout for trial in trials if trial.found)
    rows = [[layout, count, found[layout], rate(found[layout], count)] for layout, count in planted.items()]
    write_table("Planted faults by layout", ("layout", "planted", "found", "rate"), rows)


def _write_false(pages: list[Rendering], before: list[set[Finding]]) -> None:
    findings = [
        (finding.rule_id, finding.severity, page.layout)
        for page, found in zip(pages, before, strict=True)
        for finding in found
    ]
    counted = Counter(findings)
    rows = [[rule, severity, layout, count] for (rule, severity, layout), count in sorted(counted.items())]
    wrong = sum(any(finding.severity == "error" for finding in found) for found in before)
    title = f"Findings on {len(pages)} consistent reports ({wrong} reports with one of severity error)"
    write_table(title, ("rule", "severity", "layout", "findings"), rows)


def _write_missed(trials: list[Trial]) -> None:
    rows = []
    for trial in trials:
        if not trial.found:
            page = trial.fault.page
            report = evaluate(extract(page.text.encode(), page.name), page.truth())
            unread = ", ".join(f"{item.concept} {item.value}" for item in report.misses[:3]) or "—"
            rows.append(
                [
                    page.name,
                    page.layout,
                    trial.fault.kind,
                    " ".join(sorted(trial.fault.rules)),
                    " ".join(sorted(trial.seen_by)),
                    unread,
                ]
            )
    write_table(
        "Faults that were not found",
        ("report", "layout", "fault", "rules", "seen by", "figures not read"),
        rows,
    )


if __name__ == "__main__":
    main()
