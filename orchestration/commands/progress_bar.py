"""Progress of a run on a terminal, or as plain lines where nobody sees a bar move.

Belongs here: showing what orchestration.progress reports.
Does not belong here: knowing what the stages do.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from orchestration.progress import STAGES, Listener

_WORDS: dict[str, tuple[str, str]] = {
    "wait": ("等待另一个运行结束", "waiting for another run to end"),
    "scan": ("查看收件箱", "looking at the inbox"),
    "extract": ("读取报告", "reading reports"),
    "lake": ("写入数据湖", "writing the lake"),
    "dbt": ("计算核对结论", "computing verdicts"),
    "expectations": ("检查数据与结论", "judging data and verdicts"),
    "findings": ("整理问题清单", "making the list of findings"),
    "publish": ("发布", "publishing"),
}


def words(stage: str, lang: str) -> str:
    """A stage in the reader's language."""
    return _WORDS.get(stage, (stage, stage))[0 if lang == "zh" else 1]


@contextmanager
def shown(lang: str, *, quiet: bool = False) -> Iterator[Listener]:
    """A listener that shows progress on the error channel."""
    if quiet:
        yield lambda stage, done, total: None  # noqa: ARG005 - names of the protocol
    elif sys.stderr.isatty():
        with _bar(lang) as listener:
            yield listener
    else:
        yield _lines(lang)


def _lines(lang: str) -> Listener:
    last: list[str] = []
    started = time.monotonic()

    def listen(stage: str, done: int, total: int) -> None:
        del done, total
        if last != [stage]:
            last[:] = [stage]
            number = STAGES.index(stage) + 1 if stage in STAGES else 0
            line = (
                f"[{number}/{len(STAGES)}] {stage}: {words(stage, lang)} ({time.monotonic() - started:.1f} s)"
            )
            print(line, file=sys.stderr, flush=True)

    return listen


@contextmanager
def _bar(lang: str) -> Iterator[Listener]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[detail]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words(STAGES[0], lang), total=len(STAGES), detail="")

        def listen(stage: str, done: int, total: int) -> None:
            bar.update(
                task,
                description=words(stage, lang),
                completed=STAGES.index(stage) if stage in STAGES else None,
                detail=f"{done}/{total}" if total else "",
            )

        yield listen
