"""``python -m benchmarks.extraction``: what extraction gives back, and how fast, on generated and written texts.

Belongs here: precision, recall and speed of extraction as tables.
Does not belong here: the corpus (``benchmarks.corpus``), comparing with a truth (``extraction.evaluation.evaluation``).
"""

from __future__ import annotations

import argparse
import cProfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.corpus.layouts import LAYOUTS, draw_page
from benchmarks.corpus.page import Rendering
from benchmarks.markdown import rate, write_table
from benchmarks.phases import time_phases
from extraction.evaluation.evaluation import evaluate, evaluate_folder
from extraction.evaluation.evaluation_report import Report
from extraction.evaluation.evaluation_truth import load_truth
from extraction.extract import extract

_DATA = Path(__file__).parents[1] / "tests" / "data"
_SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_HEAD = (
    "texts",
    "documents",
    "figures",
    "missed",
    "wrong",
    "precision",
    "recall",
    "scoring rows",
    "rows missed or wrong",
)
_PHASE_TEXTS = 100
#: The least busy run counts: other programs of the machine only ever add time.
_RUNS = 5
_IDENTITY = ("department_name", "region_code", "fiscal_year", "report_kind", "status")


def measure(pages: Iterable[Rendering]) -> Report:
    """Extraction of generated pages against their truth.

    A generated truth is complete: a figure that it does not ask for is wrong.
    """
    report = Report()
    for page in pages:
        report.add(evaluate(extract(page.text.encode(), page.name), page.truth()))
    return report


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100, help="generated documents of each layout")
    parser.add_argument(
        "--gold", type=Path, action="append", default=[], help="another folder of truths, texts one folder up"
    )
    options = parser.parse_args(arguments)
    pages = {layout: [draw_page(layout, seed) for seed in range(options.documents)] for layout in LAYOUTS}
    measured = {layout: measure(drawn) for layout, drawn in pages.items()}
    write_table("Generated texts by layout", _HEAD, [_line(*item, strict=True) for item in measured.items()])
    folders = [
        (_DATA / "samples", _SAMPLES),
        (_DATA / "labelled", None),
        *((path, None) for path in options.gold),
    ]
    written = [(_name(path), evaluate_folder(path, texts)) for path, texts in folders if path.is_dir()]
    write_table("Texts written or annotated by hand", _HEAD, [_line(*item, strict=False) for item in written])
    _write_identity(measured)
    _write_speed(pages, options.gold)


def _line(name: str, report: Report, *, strict: bool) -> list[object]:
    tally, rows = report.total, report.rubric
    wrong = tally.wrong + (len(report.unasked) if strict else 0)
    asked = tally.matched + tally.missed
    read = tally.matched + wrong
    precision, recall = rate(tally.matched, read), rate(tally.matched, asked)
    expected = rows.matched + rows.missed
    return [
        name,
        report.files,
        asked,
        tally.missed,
        wrong,
        precision,
        recall,
        expected,
        max(rows.missed, rows.wrong),
    ]


def _write_identity(measured: dict[str, Report]) -> None:
    rows = []
    for layout, report in measured.items():
        wrong = [sum(difference.what == name for difference in report.differences) for name in _IDENTITY]
        if any(wrong):
            rows.append([layout, report.files, *wrong])
    write_table("Generated texts whose identity was read wrongly", ("layout", "documents", *_IDENTITY), rows)


def _write_speed(pages: dict[str, list[Rendering]], gold: list[Path]) -> None:
    groups = {"generated texts": [page.text.encode() for drawn in pages.values() for page in drawn]}
    for folder in gold:
        truths = [load_truth(path) for path in sorted(folder.glob("*.json"))]
        texts = [(folder.parent / truth["file"]).read_bytes() for truth in truths if "facts" in truth]
        groups[_name(folder)] = texts * 5
    rows = [[name, *_speed(texts)] for name, texts in groups.items()]
    head = (
        "texts",
        "documents",
        "documents per second",
        "characters per second",
        "ms for 6,000 characters",
        "calls for 6,000 characters",
    )
    write_table("Speed of one core (processor time)", head, rows)
    _write_phases(groups)


def _write_phases(groups: dict[str, list[bytes]]) -> None:
    """Where the time goes; of the generated texts as many as say it well enough."""
    for name, texts in groups.items():
        phases = time_phases(texts[:: max(1, len(texts) // _PHASE_TEXTS)])
        whole = phases.pop("all")
        rows = [[step, f"{spent:.2f}", f"{spent / whole:.0%}"] for step, spent in phases.items()]
        write_table(f"Where the time goes: {name}", ("step", "ms a document", "share"), rows)


def _speed(texts: list[bytes]) -> list[object]:
    characters = sum(len(text.decode("utf-8", "replace")) for text in texts)
    extract(texts[0], "")  # vocabulary and divisions are loaded once
    seconds = min(_seconds(texts) for _ in range(_RUNS))
    return [
        len(texts),
        f"{len(texts) / seconds:.0f}",
        f"{characters / seconds:,.0f}",
        f"{6_000_000 * seconds / characters:.1f}",
        f"{6_000 * _calls(texts) / characters:,.0f}",
    ]


def _calls(texts: list[bytes]) -> int:
    """Functions called, which no other program of the machine adds to: what a change costs shows here first."""
    profile = cProfile.Profile()
    profile.runcall(_seconds, texts)
    return sum(entry.callcount for entry in profile.getstats())


def _seconds(texts: list[bytes]) -> float:
    start = time.process_time()
    for text in texts:
        extract(text, "")
    return time.process_time() - start


def _name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


if __name__ == "__main__":
    main()
