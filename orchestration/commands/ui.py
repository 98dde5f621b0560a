"""``jihe ui``: Dagster's UI on this machine only.

Belongs here: starting it with the right home. Does not belong here: anything it shows.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from orchestration.commands.common import add_home, home_of, say
from orchestration.dagster_home import opened_records, prepare_dagster, settle_dead_runs
from orchestration.paths import Home
from orchestration.publishing.lock import HomeBusyError, locked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_home(parser)
    parser.add_argument("--port", type=int, default=3000, help="端口 / port")
    parser.add_argument(
        "--reports", type=Path, default=None, help="报告所在文件夹 / folder of reports (default: the inbox)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Become Dagster's development server; it ends with Ctrl+C."""
    home = home_of(arguments)
    home.inbox.mkdir(parents=True, exist_ok=True)
    prepare_dagster(home)
    _settle(home)
    reports = arguments.reports.resolve() if arguments.reports else home.inbox
    os.environ["JIHE_HOME"] = str(home.path)
    # Runs look the folder up: the first report may arrive while the server is up.
    os.environ["JIHE_REPORTS"] = str(reports) if arguments.reports else "inbox-or-samples"
    # Alerts of failed runs link to this server.
    os.environ.setdefault("JIHE_UI_URL", f"http://127.0.0.1:{arguments.port}")
    # Dagster finds its helpers (and dbt) next to the interpreter, activated or not.
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    say(
        arguments,
        f"http://127.0.0.1:{arguments.port} （运行记录 /runs，数据表与检查 /asset-groups；"
        f"收件箱 {reports}；按 Ctrl+C 结束）",
        f"http://127.0.0.1:{arguments.port} (runs at /runs, tables and checks at /asset-groups; "
        f"inbox {reports}; Ctrl+C ends it)",
    )
    sys.stdout.flush()
    command = [sys.executable, "-m", "dagster", "dev", "-m", "orchestration.definitions"]
    os.execv(sys.executable, [*command, "-h", "127.0.0.1", "-p", str(arguments.port)])  # noqa: S606


def _settle(home: Home) -> None:
    """End what a killed server left behind as running: nothing can be, while nobody holds the home."""
    try:
        with locked(home), opened_records(home) as instance:
            settle_dead_runs(instance, everyone=True)
    except HomeBusyError:
        return
