"""How long a season takes: ``python -m benchmarks.scale`` prints the tables of docs/performance.md.

Belongs here: which corpora are run, and the tables. Does not belong here: running (``watched``), files (``inbox``),
peers (``pandas_checks``, ``benchmarks.readers_measured``). Run it alone on the machine; ratios hold, absolute times do not.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import readers_measured
from benchmarks.markdown import write_table
from benchmarks.scale.full_length import full_length
from benchmarks.scale.inbox import as_word, write_inbox
from benchmarks.scale.pandas_checks import check
from benchmarks.scale.watched import ORDER, Run, run_jihe

_MB = 1 << 20
_READ = 100  # files that the converters read


def main(arguments: Sequence[str] | None = None) -> None:
    """Run every size in a home of its own, then once more with nothing new and with one report more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--word-share", type=float, default=0.2, help="share of Word files")
    parser.add_argument("--folder", type=Path, default=None, help="where corpora and homes are kept")
    parser.add_argument("--others", type=Path, default=Path("/tmp/venv_bench/bin/python"))  # noqa: S108
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="jihe-scale-"))
    sys.stdout.write(
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}\n\n"
    )
    runs = {size: _run_once(folder, size, options.word_share) for size in options.sizes}
    _write_stages(runs)
    _write_growth(runs)
    largest = max(size for size in runs if size <= 10_000) if min(runs) <= 10_000 else min(runs)
    _write_again(folder, largest, runs[largest])
    _write_checks(folder / f"home-{largest}" / "published" / "jihe.duckdb", runs[largest])
    _write_readers(folder, options.others)


def _run_once(folder: Path, size: int, word_share: float) -> Run:
    """A run in an empty home; one that was measured in this folder before, of the same commit, is taken from there."""
    home, inbox, kept = (folder / f"{name}-{size}" for name in ("home", "inbox", "run"))
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False).stdout  # noqa: S607
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if known.get("commit") == commit:
        return Run(**known["run"])
    shutil.rmtree(home, ignore_errors=True)
    write_inbox(inbox, size, word_share)
    run = run_jihe(home, inbox)
    sys.stderr.write(f"{size}: {run.seconds:.0f} s\n{run.output}\n")
    kept.write_text(json.dumps({"commit": commit, "run": asdict(run)}), encoding="utf-8")
    return run


def _write_stages(runs: dict[int, Run]) -> None:
    rows = []
    for stage in ORDER:
        row: list[object] = [stage]
        for run in runs.values():
            peak = run.stage_peaks.get(stage)  # none where every step was over before anybody looked
            row += [f"{run.stages.get(stage, 0.0):.1f}", f"{peak / _MB:.0f}" if peak else "—"]
        rows.append(row)
    head = ["stage"]
    for size in runs:
        head += [f"{size:,} reports, s", "peak MB"]
    write_table("Time and peak memory of each stage", head, rows)


def _write_growth(runs: dict[int, Run]) -> None:
    smallest = min(runs)
    base = runs[smallest].to_publication / smallest
    rows = [
        (
            f"{size:,}",
            f"{run.to_publication:.1f}",
            f"{run.seconds:.1f}",
            f"{run.processor_seconds:.1f}",
            f"{size / run.to_publication:.1f}",
            f"{run.to_publication / size / base:.2f}",
            f"{run.peak_bytes / _MB:.0f}",
            run.events,
        )
        for size, run in runs.items()
    ]
    write_table(
        "From the inbox to the published warehouse",
        ["reports", "s to publication", "s with all products", "processor s", "reports/s", "s per report beside the smallest", "peak MB", "Dagster events"],
        rows,
    )  # fmt: skip


def _write_again(folder: Path, size: int, full: Run) -> None:
    home, inbox = folder / f"home-{size}", folder / f"inbox-{size}"
    nothing = run_jihe(home, inbox)
    more = inbox / "one-more.txt"
    more.write_text(full_length(10_000_000).text, encoding="utf-8")
    one = run_jihe(home, inbox)
    more.unlink()
    rows = [
        (name, f"{run.to_publication:.1f}", f"{run.seconds:.1f}", f"{100 * run.seconds / full.seconds:.1f}")
        for name, run in (("all new", full), ("one report more", one), ("nothing new", nothing))
    ]
    head = ["run", "s to publication", "s with all products", "% of the full time"]
    write_table(f"Again, in the home with {size:,} reports", head, rows)


def _write_checks(published: Path, run: Run) -> None:
    """Verdicts per second of all models together, beside two kinds of rules in pandas."""
    import duckdb

    with duckdb.connect(str(published), read_only=True) as connection:
        row = connection.execute(
            "select count(*), count(distinct rule_id) from marts.fct_verdicts"
        ).fetchone()
    verdicts, rules = row or (0, 0)
    given, _, seconds = check(published)
    ours = verdicts / run.stages["dbt"]
    rows = [
        ("jihe: dbt, with figures, texts, tests", rules, f"{verdicts:,}", f"{run.stages['dbt']:.1f}", f"{ours:,.0f}", f"{ours * seconds / given:.2f}"),
        ("pandas, report by report", "kinds sum and bound", f"{given:,}", f"{seconds:.1f}", f"{given / seconds:,.0f}", "1.00"),
    ]  # fmt: skip
    write_table("Checks", ["by", "rules", "verdicts", "s", "verdicts/s", "beside pandas"], rows)


def _write_readers(folder: Path, others: Path) -> None:
    files = []
    for number in range(_READ):
        path = folder / f"read-{number}.docx"
        path.write_bytes(as_word(full_length(number).text.encode()))
        files.append(str(path))
    measured = {}
    for name in ("jihe", "markitdown", "mammoth"):
        python = Path(sys.executable) if name == "jihe" else others
        if not python.exists():
            sys.stderr.write(f"{name} ABSENT, NOT MEASURED: see benchmarks/readers.py\n")
            continue
        run = subprocess.run(  # noqa: S603 - our own script on files made here
            [str(python), "-P", readers_measured.__file__, name, "1", *files],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]) if name == "jihe" else ""},
        )
        measured[name] = json.loads(run.stdout)
    slowest = max(found["seconds"] for found in measured.values())
    rows = [
        (name, f"{1 / found['seconds']:.1f}", f"{slowest / found['seconds']:.1f}", f"{found['peak_mb']:.0f}")
        for name, found in measured.items()
    ]
    head = ["reading of .docx", "files/s, one process", "beside the slowest", "peak MB"]
    write_table(f"Reading {_READ} Word files", head, rows)


if __name__ == "__main__":
    main()
