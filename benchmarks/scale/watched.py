"""A program run apart, with what it takes: time, processor time and memory, in all and by stage.

Belongs here: starting ``jihe run``, looking at its processes, asking Dagster when each step began and ended.
Does not belong here: which corpora, and tables (``__main__``).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

_EVERY_SECONDS = 0.25
#: Steps of the job by what they do; what is in none is "the rest".
STAGES = {
    "inbox": "read, extract, lake",
    "lake": "read, extract, lake",
    "lake_integrity": "expectations",
    "warehouse_integrity": "expectations",
    "consistency": "expectations",
    "findings_integrity": "expectations",
    "data_docs": "expectations",
    "warehouse": "dbt",
    "findings": "findings",
    "published__jihe": "publish",
    "published__alerts": "publish",
    "products": "products",
}
ORDER = ("read, extract, lake", "dbt", "expectations", "findings", "publish", "products", "the rest")


@dataclass(slots=True)
class Run:
    """What one run took."""

    seconds: float
    processor_seconds: float
    peak_bytes: int  # proportional memory of the program and its workers
    stages: dict[str, float] = field(default_factory=dict)  # seconds
    stage_peaks: dict[str, int] = field(default_factory=dict)  # bytes
    events: int = 0  # that Dagster recorded
    output: str = ""

    @property
    def to_publication(self) -> float:
        """Seconds from the start until the data are published; what is made of them comes after."""
        return self.seconds - self.stages.get("products", 0.0)


def run_jihe(home: Path, inbox: Path, *options: str) -> Run:
    """``jihe run`` on an inbox.

    Raises:
        RuntimeError: it did not publish.
    """
    command = [sys.executable, "-m", "orchestration.cli", "run", "--quiet"]
    command += ["--home", str(home), "--reports", str(inbox), *options]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.time()
    process = subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    samples: list[tuple[float, int]] = []
    looking = threading.Thread(target=_look, args=(process, samples), daemon=True)
    looking.start()
    output, _ = process.communicate()
    seconds = time.time() - began
    looking.join()
    if process.returncode != 0:
        raise RuntimeError(output)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = Run(
        seconds=seconds,
        processor_seconds=after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime,
        peak_bytes=max((size for _, size in samples), default=0),
        output=output,
    )
    _ask_dagster(run, home, began, samples)
    return run


def _look(process: subprocess.Popen[str], samples: list[tuple[float, int]]) -> None:
    while process.poll() is None:
        samples.append((time.time(), sum(_memory(pid) for pid in _family(process.pid))))
        time.sleep(_EVERY_SECONDS)


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        children: list[str] = []
        for thread in Path(f"/proc/{pid}/task").iterdir():
            children += (thread / "children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(other for child in dict.fromkeys(map(int, children)) for other in _family(child))]


def _memory(pid: int) -> int:
    """Proportional set size in bytes: pages that processes share count once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _ask_dagster(run: Run, home: Path, began: float, samples: list[tuple[float, int]]) -> None:
    """Fill in the stages from the records of the home's last run, if this run left any."""
    os.environ["DAGSTER_HOME"] = str(home / "dagster")
    import dagster as dg

    with dg.DagsterInstance.get() as instance:
        last = instance.get_run_records(limit=1)
        if not last or (last[0].start_time or 0.0) < began:
            return
        run_id = last[0].dagster_run.run_id
        run.events = len(instance.all_logs(run_id))
        for step in instance.get_run_step_stats(run_id):
            if step.start_time is None or step.end_time is None:
                continue
            stage = STAGES.get(step.step_key, "the rest")
            run.stages[stage] = run.stages.get(stage, 0.0) + step.end_time - step.start_time
            peak = max((size for at, size in samples if step.start_time <= at <= step.end_time), default=0)
            run.stage_peaks[stage] = max(run.stage_peaks.get(stage, 0), peak)
    known = sum(seconds for stage, seconds in run.stages.items() if stage != "the rest")
    run.stages["the rest"] = run.seconds - known
