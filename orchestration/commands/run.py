"""``jihe run``: the Dagster job in this process, with progress and a summary in words.

Belongs here: starting the job and telling a person how it ended.
Does not belong here: any step of the pipeline.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import re
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from orchestration import interrupts
from orchestration.beside import COLLECT_AFTER, second_process
from orchestration.commands import products, progress_bar
from orchestration.commands.common import add_home, complain, home_of
from orchestration.dagster_home import PROCESS_TAG, opened_records, prepare_dagster, settle_dead_runs
from orchestration.paths import SAMPLES, Home
from orchestration.progress import listening
from orchestration.publishing import unchanged
from orchestration.warehouse.invocation import DbtError
from orchestration.warehouse.judging import HEAVY

#: What operating system, DuckDB and SQLite say when nothing more can be written.
_DISK_FULL = re.compile(
    r"No space left|disk is full|File too large|quota exceeded|Errno (?:27|28|122)\b", re.I
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument(
        "--reports",
        type=Path,
        default=SAMPLES,
        help="报告所在文件夹 / folder of reports (default: the samples)",
    )
    parser.add_argument("--workers", type=int, default=None, help="读取进程数 / reading processes")
    parser.add_argument(
        "--engine",
        default=os.environ.get("JIHE_ENGINE") or "local",
        help="计算引擎：local，或 Spark 集群 sc://…、spark://… / where the work is done (default: this machine)",
    )
    parser.add_argument(
        "--no-wait", action="store_true", help="被占用时不等待 / fail at once when the home is in use"
    )
    parser.add_argument("--quiet", action="store_true", help="不显示进度 / no progress")
    parser.add_argument(
        "--rebuild",
        action="store_true",
        help="全部重新构建，没有新内容时也是 / build everything anew, even when nothing is new",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the pipeline: 0 published, 1 not published, 2 the request cannot be served."""
    from orchestration.engines.engine import engine_named

    home, reports = home_of(arguments), arguments.reports.expanduser().resolve()
    if not reports.is_dir():
        complain(arguments, f"文件夹不存在：{reports}", f"No such folder: {reports}")
        return 2
    if _is_inside(reports, home.lake) or _is_inside(reports, home.builds):
        complain(
            arguments,
            "收件箱不能在数据湖或构建目录中",
            "The inbox must not lie in the lake or among the builds",
        )
        return 2
    try:
        engine_named(arguments.engine)
    except ValueError as error:
        complain(arguments, *str(error).split(" / ", 1))
        return 2
    prepare_dagster(home)
    os.environ["JIHE_HOME"], os.environ["JIHE_REPORTS"] = str(home.path), str(reports)
    os.environ["JIHE_LANG"] = arguments.lang  # of the products
    started = time.monotonic()
    inputs = unchanged.inputs_checksum(home, reports, arguments.lang)
    if not arguments.rebuild and unchanged.is_published(home, inputs):
        return _tell_nothing_new(home, arguments)
    bar = progress_bar.shown(arguments.lang, quiet=arguments.quiet)
    with bar as listener, listening(listener), second_process(HEAVY):
        try:
            listener("scan", 0, 0)
            result = _execute(home, reports, arguments)
        except KeyboardInterrupt:
            return _tell_interrupted(home, arguments)
        except Exception as error:
            # of dbt, or Dagster's own records
            if _DISK_FULL.search(str(error)):
                _say_disk_is_full(home, arguments)
            elif isinstance(error, DbtError | FileNotFoundError):
                complain(arguments, f"没有发布：{error}", f"Not published: {error}")
            else:
                raise
            return 1
    code = _tell(home, result, arguments, time.monotonic() - started)
    if code == 0:
        unchanged.remember(home, inputs)
    return code


def _is_inside(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder)


def _execute(home: Home, reports: Path, arguments: argparse.Namespace) -> Any:
    warnings.simplefilter("ignore")
    logging.getLogger("alembic").setLevel(logging.ERROR)

    with _sparing_the_collector(), ExitStack() as opened:
        with interrupts.held():
            from orchestration.definitions import build_definitions
            from orchestration.defs.jobs import WHOLE_TAG

            definitions = build_definitions(
                home,
                str(reports),
                arguments.workers,
                wait_seconds=0.0 if arguments.no_wait else 3600.0,
                engine=arguments.engine,
            )
            job = definitions.resolve_job_def("pipeline")
            instance = opened.enter_context(opened_records(home))
            settle_dead_runs(instance)
        with _interruptible():
            result = job.execute_in_process(
                instance=instance,
                raise_on_error=False,
                tags={PROCESS_TAG: str(os.getpid()), **({WHOLE_TAG: "rebuild"} if arguments.rebuild else {})},
                run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            )
        if not result.success and _is_interrupted(result):
            raise KeyboardInterrupt
        return result


@contextmanager
def _sparing_the_collector() -> Iterator[None]:
    """Modules and definitions stay until the end: looking through them for garbage again and again takes seconds."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()  # or DuckDB complains at the end of the process that nothing of it was freed


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl+C ends the run as it ends any command; Dagster turns it into an error of its own."""
    import dagster as dg

    try:
        yield
    except dg.DagsterExecutionInterruptedError:
        raise KeyboardInterrupt from None


def _is_interrupted(result: Any) -> bool:
    """Whether a step was stopped by Ctrl+C: Dagster notes it as a failure of the step and ends the run itself."""
    return any(
        event.is_step_failure
        and "DagsterExecutionInterruptedError" in event.event_specific_data.error.cls_name
        for event in result.all_events
    )


def _tell_interrupted(home: Home, arguments: argparse.Namespace) -> int:
    kept = home.published.exists()
    complain(
        arguments,
        ("已中断：上一次发布的数据保持不变" if kept else "已中断：还没有任何发布")
        + "，收到的报告都在。再运行一次同样的命令即可继续。",
        "Interrupted: "
        + ("what was published is unchanged" if kept else "nothing is published yet")
        + ", no report is lost. Run the same command again to go on.",
    )
    return 130


def _tell_nothing_new(home: Home, arguments: argparse.Namespace) -> int:
    print(
        f"没有新内容：收件箱、设置、参考数据和程序都与上次发布时相同，已发布的数据仍然有效：{home.published}"
        if arguments.lang == "zh"
        else f"Nothing is new since the last publication, which still holds: {home.published}"
    )
    for line in products.lines(home, arguments.lang):
        print(line)
    print("要重新构建：jihe run --rebuild" if arguments.lang == "zh" else "To build anew: jihe run --rebuild")
    return 0


def _tell(home: Home, result: Any, arguments: argparse.Namespace, seconds: float) -> int:
    from orchestration.commands.summary import summary
    from orchestration.publishing.builds import build_of_run

    build = build_of_run(home, result.run_id)
    if result.success and build is not None and build.status == "published":
        print(summary(home, build, arguments.lang))
        for line in products.lines(home, arguments.lang):
            print(line)
        took = f"用时 {seconds:.1f} 秒" if arguments.lang == "zh" else f"took {seconds:.1f} s"
        print(took)
        return 0
    if build is not None and build.status == "published":
        complain(
            arguments,
            f"已发布 {build.build_id}，但此后的步骤没有完成；修正后运行 jihe products。",
            f"Published {build.build_id}, but what comes after did not finish; put it right, then jihe products.",
        )
        for problem in dict.fromkeys(_failures(result)):
            complain(arguments, f"  · {problem}", f"  - {problem}")
        _tell_operators(home, result.run_id, _failures(result), arguments)
        return 1
    problems = list(build.problems) if build is not None else []
    problems = problems or _failures(result)
    kept = home.published.exists()
    complain(
        arguments,
        "没有发布：" + ("上一次发布的数据保持不变。" if kept else "还没有任何发布。"),
        "Not published: "
        + ("what was published before is unchanged." if kept else "nothing is published yet."),
    )
    for problem in dict.fromkeys(problems):
        complain(arguments, f"  · {problem}", f"  - {problem}")
    if any(_DISK_FULL.search(problem) for problem in problems):
        _say_disk_is_full(home, arguments)
    complain(arguments, "详情：jihe ui", "Details: jihe ui")
    _tell_operators(home, result.run_id, problems, arguments)
    return 1


def _say_disk_is_full(home: Home, arguments: argparse.Namespace) -> None:
    complain(
        arguments,
        f"磁盘空间不足：请在 {home.path} 所在的磁盘上腾出空间，再运行一次；已收到的报告不会丢失。",
        f"The disk is full: make room on the disk of {home.path} and run again; no report is lost.",
    )


def _tell_operators(home: Home, run_id: str, problems: list[str], arguments: argparse.Namespace) -> None:
    """Nobody may be looking: a run that was started by a timer fails in the night."""
    from orchestration.alerts.incidents import tell_operators

    untold = tell_operators(home, run_id, problems)
    if untold:
        complain(arguments, f"未能通知运行维护人员：{untold}", f"The operators were not told: {untold}")


def _failures(result: Any) -> list[str]:
    """The messages of failed steps, innermost cause first."""
    messages = []
    for event in result.all_events:
        if event.is_step_failure or event.is_resource_init_failure or event.is_run_failure:
            data = event.event_specific_data
            described = getattr(getattr(data, "user_failure_data", None), "description", None)
            error = getattr(data, "error", None)
            while error is not None and error.cause is not None:
                error = error.cause
            message = described or (error.message if error is not None else event.message)
            messages.append(re.sub(r"^[\w.]+(?:Error|Exception|Failure): ", "", str(message).strip()))
    return messages
