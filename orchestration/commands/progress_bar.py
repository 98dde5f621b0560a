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

#: How often lines say how far a stage is.
_EVERY_SECONDS = 15.0
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


class Pace:
    """How fast a stage goes, and how long it still takes, from what it has told so far."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._stage = ""
        self._since = 0.0

    def told(self, stage: str, done: int, total: int, now: float) -> str:
        """``120/1,000, 60/s, 15 s left``; only how many before the first is done.

        Args:
            stage: the stage; another one begins anew.
            done: how many of its things are done.
            total: how many it has.
            now: seconds of a clock that goes on.
        """
        if stage != self._stage:
            self._stage, self._since = stage, now
        seconds = now - self._since
        if not done or seconds <= 0:
            return f"{done:,}/{total:,}"
        rate = done / seconds
        left = _span((total - done) / rate)
        if self._lang == "zh":
            return f"{done:,}/{total:,}，每秒 {rate:.3g} 份，约剩 {left}"
        return f"{done:,}/{total:,}, {rate:.3g}/s, {left} left"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"


def _lines(lang: str) -> Listener:
    last: list[str] = []
    started = told = time.monotonic()
    pace = Pace(lang)

    def listen(stage: str, done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        words_of_pace = pace.told(stage, done, total, now) if total else ""
        if last == [stage] and total and now - told >= _EVERY_SECONDS:
            told = now
            print(f"      {words_of_pace}", file=sys.stderr, flush=True)
        if last != [stage]:
            told = now
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
        pace = Pace(lang)
        task = bar.add_task(words(STAGES[0], lang), total=len(STAGES), detail="")

        def listen(stage: str, done: int, total: int) -> None:
            bar.update(
                task,
                description=words(stage, lang),
                completed=STAGES.index(stage) if stage in STAGES else None,
                detail=pace.told(stage, done, total, time.monotonic()) if total else "",
            )

        yield listen
