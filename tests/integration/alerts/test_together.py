"""Several channels at once, a failed run, a process killed in between. One channel: test_mail, test_robots_and_hooks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.alerts.deliver import deliver
from orchestration.alerts.incidents import run_failed
from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.settings import Settings, load_settings
from orchestration.paths import Home
from tests.integration.alerts.postbox import mailbox, smtp
from tests.integration.alerts.servers import closed_port, web
from tests.integration.alerts.telling import robot, tell
from tests.unit.alert_builders import ROUTES, write_settings

pytestmark = pytest.mark.usefixtures("quick")


def test_one_dead_channel_stops_no_other_and_every_office_has_its_files(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEST_MAIL", mailbox(closed_port()))
    with robot("feishu", monkeypatch), robot("wecom", monkeypatch):
        done = tell(home, settings)
    assert (done.sent, done.waiting) == (4, 1)  # two robots, two outboxes
    assert {path.parent.name for path in outbox_folder(home).rglob("feed.atom")} == {
        "performance",
        "education",
    }


def test_a_failed_run_is_told_once_with_its_reason_and_a_link(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("JIHE_UI_URL", "http://dagster.bureau.example/")
    with smtp() as (postbox, port):
        monkeypatch.setenv("TEST_OPERATOR", mailbox(port))
        for _ in range(2):
            run_failed(home, settings, "run-1", ["lake: 收件箱文件夹不存在", "联系人 13800138000"])
            deliver(home, settings)
    assert len(postbox.mails) == 2  # one mail for each of two people
    body = postbox.mails[0][1].get_body(["plain"])
    assert body is not None
    text = body.get_content()
    assert "收件箱文件夹不存在" in text
    assert "13800138000" not in text
    html = postbox.mails[0][1].get_body(["html"])
    assert html is not None
    assert "http://dagster.bureau.example/runs/run-1" in html.get_content()


_KILLED = """
import os, sys
from orchestration.alerts.announce import announce
from orchestration.alerts.deliver import deliver
from orchestration.alerts.memory import Memory
from orchestration.alerts.settings import load_settings
from orchestration.paths import Home
from pathlib import Path
mark = Memory.mark
Memory.mark = lambda self, one, *more: os._exit(9) if one.channel == "hook" else mark(self, one, *more)
settings = load_settings(Path(sys.argv[2]))
announce(Home.at(sys.argv[1]), settings)
deliver(Home.at(sys.argv[1]), settings)
"""


def test_a_process_killed_between_sending_and_marking_sends_once_more(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    routes = ROUTES.splitlines()[0] + "\nperformance,findings,,,info,hook\n"
    folder = write_settings(tmp_path / "r", routes=routes)
    with web(lambda _: 200) as server:
        monkeypatch.setenv("TEST_HOOK", server.address)
        command = [sys.executable, "-c", _KILLED, home.path, folder]
        assert subprocess.run(command, env=dict(os.environ), check=False).returncode == 9
        assert len(server.got) == 1
        done = tell(home, load_settings(folder))
    assert (done.sent, done.waiting) == (1, 0)
    keys = [request.headers["Idempotency-Key"] for request in server.got]
    assert len(keys) == 2  # at least once
    assert len(set(keys)) == 1  # and the receiver can tell
