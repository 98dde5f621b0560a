"""Every channel against a real server on loopback, which judges as the service does; and its faults."""

import email
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from orchestration.alerts import channels, robots
from orchestration.alerts import deliver as delivering
from orchestration.alerts.announce import announce
from orchestration.alerts.deliver import Delivered, deliver
from orchestration.alerts.incidents import run_failed
from orchestration.alerts.memory import Delivery, remembered
from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.settings import Settings, load_settings
from orchestration.paths import Home
from tests.integration import alert_servers
from tests.integration.alert_servers import SECRET, Web, closed_port, web
from tests.unit.alert_builders import Finding, publish, write_settings

pytestmark = pytest.mark.usefixtures("quick")
FINDINGS = [Finding("江城县教育局"), Finding("江城县水利局", rule="B03")]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting, and no proxy between us and loopback."""
    monkeypatch.setattr(delivering, "_GAP", 0)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home")
    publish(home, FINDINGS)
    return home


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(write_settings(tmp_path / "reference"))


@contextmanager
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who is slow shows soon."""
    with monkeypatch.context() as patch:
        patch.setattr(robots, "TIMEOUT", (0.3, 0.3))
        patch.setattr(channels, "_SECONDS", 0.3)
        yield


def tell(home: Home, settings: Settings, *, pauses: tuple[float, ...] = ()) -> Delivered:
    announce(home, settings)
    return deliver(home, settings, pauses=pauses, only_due=False)


def status(home: Home, channel: str) -> Delivery:
    with remembered(home) as memory:
        return next(one for one in memory.deliveries() if one.channel == channel)


# Robots

ROBOTS = {
    "wecom": (alert_servers.wecom, "/cgi-bin/webhook/send?key=the-key"),
    "dingtalk": (alert_servers.dingtalk, "/robot/send?access_token=abc"),
    "feishu": (alert_servers.feishu, "/open-apis/bot/v2/hook/abc-def"),
    "slack": (alert_servers.slack, "/services/T/B/C"),
}


@contextmanager
def robot(name: str, monkeypatch: pytest.MonkeyPatch, secret: str = SECRET) -> Iterator[Web]:
    judge, path = ROBOTS[name]
    with web(judge) as server:
        monkeypatch.setenv(f"TEST_{name.upper()}", server.address + path)
        monkeypatch.setenv(f"TEST_{name.upper()}_SECRET", secret)
        yield server


@pytest.mark.parametrize("name", ROBOTS)
def test_a_robot_takes_the_digest(name: str, home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch):
    with robot(name, monkeypatch) as server:
        done = tell(home, settings)
        assert tell(home, settings).sent == 0
    assert done.errors == {}
    assert len(server.got) == 1
    assert status(home, name).status == "sent"
    said = str(server.got[0].body)
    assert "新增 2" in said
    assert not [word for word in ("教育", "水利", "预算完成率", "绩效科") if word in said]


@pytest.mark.parametrize(("name", "code"), [("dingtalk", "310000"), ("feishu", "19021")])
def test_a_wrong_signature_ends_in_the_outbox(
    name: str, code: str, home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    with robot(name, monkeypatch, secret="SECsomethingElse") as server:
        assert tell(home, settings, pauses=(0.01,)).failed == 1
    assert len(server.got) == 1  # no use in trying again
    (file,) = (outbox_folder(home) / "undelivered").iterdir()
    text = file.read_text(encoding="utf-8")
    assert code in text
    assert "新增 2" in text
    assert "SEC" not in text


def test_a_wrong_key_ends_in_the_outbox_and_is_not_repeated_anywhere(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    with robot("wecom", monkeypatch) as server:
        monkeypatch.setenv("TEST_WECOM", server.address + "/cgi-bin/webhook/send?key=stolen-key")
        assert tell(home, settings).failed == 1
    assert "93000" in status(home, "wecom").error
    kept = [path.read_bytes() for path in home.path.rglob("*") if path.is_file()]
    assert not [content for content in kept if b"stolen-key" in content]
    assert "stolen-key" not in caplog.text


@pytest.mark.parametrize(("name", "answer"), [
    ("wecom", {"errcode": 45009, "errmsg": "api freq out of limit"}),
    ("dingtalk", {"errcode": 130101, "errmsg": "send too fast"}),
    ("feishu", {"code": 11232, "msg": "frequency limited"}),
    ("slack", 429),
])  # fmt: skip
def test_too_fast_waits_and_is_sent_later(
    name: str, answer: Any, home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    with robot(name, monkeypatch) as server:
        good, server.judge = server.judge, lambda _: answer
        assert tell(home, settings, pauses=(0.01, 0.01)).waiting == 1
        assert len(server.got) == 1  # it was left alone
        server.judge = good
        assert tell(home, settings).sent == 1
    assert status(home, name).attempts == 2


@pytest.mark.parametrize("name", ROBOTS)
def test_refused_slow_dripping_and_broken_services_are_tried_again(
    name: str, home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    with robot(name, monkeypatch) as server:
        _, path = ROBOTS[name]
        monkeypatch.setenv(f"TEST_{name.upper()}", f"http://127.0.0.1:{closed_port()}{path}")
        assert "ConnectionError" in tell(home, settings).errors[name]
        monkeypatch.setenv(f"TEST_{name.upper()}", server.address + path)
        with impatient(monkeypatch):
            server.seconds = 0.6
            assert "Timeout" in tell(home, settings).errors[name]
            server.seconds, server.drip = 0.0, 0.1
            if name != "slack":  # whose answer is two bytes long
                assert "Timeout" in tell(home, settings).errors[name]
            server.drip = 0.0
        good, server.judge = server.judge, lambda _: 503
        assert tell(home, settings).errors[name] == "HTTP 503"
        server.judge = good
        assert tell(home, settings).sent == 1
    assert status(home, name).status == "sent"


def test_a_robot_that_sends_us_elsewhere_is_not_followed(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    with web(lambda _: "ok") as elsewhere, robot("wecom", monkeypatch) as server:
        server.judge, server.answer_headers = lambda _: 307, {"Location": elsewhere.address}
        assert tell(home, settings).failed == 1
    assert not elsewhere.got


# JSON


def test_the_webhook_gets_numbers_and_blocks_with_its_token(
    home: Home, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from tests.unit.alert_builders import CHANNELS

    table = CHANNELS.replace("TEST_HOOK,", "TEST_HOOK,TEST_HOOK_SECRET")
    settings = load_settings(write_settings(tmp_path / "r", channels=table))
    with web(lambda _: 204) as server:
        monkeypatch.setenv("TEST_HOOK", server.address + "/in/box?from=jihe")
        monkeypatch.setenv("TEST_HOOK_SECRET", "bearer-of-this-test")
        assert tell(home, settings).errors == {}
    (request,) = server.got
    assert (request.path, request.query["from"]) == ("/in/box", "jihe")
    assert request.headers["Authorization"] == "Bearer bearer-of-this-test"
    digest = request.body["digest"]
    assert request.headers["Idempotency-Key"] == digest["key"]
    assert (digest["kind"], digest["counts"]["new"]) == ("digest", 2)
    assert "江城县教育局" in request.body["message"]


@pytest.mark.parametrize("answer", [401, 500])
def test_a_webhook_that_refuses_is_tried_again_without_telling_its_token(
    answer: int,
    home: Home,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level("DEBUG")
    with web(lambda _: answer) as server:
        monkeypatch.setenv("TEST_HOOK", server.address.replace("//", "//user:pass-word@") + "/path-of-token")
        done = tell(home, settings)
        assert done.waiting == 1
        assert str(answer) in done.errors["hook"]
        server.judge = lambda _: 200
        assert tell(home, settings).sent == 1
    monkeypatch.setenv("TEST_HOOK", f"http://user:pass-word@127.0.0.1:{closed_port()}/path-of-token")
    publish(home, [])
    error = tell(home, settings).errors["hook"]
    assert "refused" in error
    for said in (error, "".join(one.getMessage() for one in caplog.records if one.name == "apprise")):
        assert "token" not in said
        assert "pass-word" not in said


# E-mail


class Postbox:
    """Takes mail, or answers what it is told to."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            mail = email.message_from_bytes(envelope.content, policy=default)
            assert isinstance(mail, EmailMessage)
            self.mails.append((envelope.rcpt_tos, mail))
        return self.answer


class Anywhere(Controller):
    """A server at a port that the system chooses."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def smtp(**options: Any) -> Iterator[tuple[Postbox, int]]:
    postbox = Postbox()
    controller = Anywhere(postbox, hostname="127.0.0.1", port=0, ready_timeout=30, **options)
    controller.start()
    try:
        yield postbox, controller.port
    finally:
        controller.stop()


def mailbox(port: int, user: str = "") -> str:
    return (
        f"mailto://{user}127.0.0.1:{port}?from=jihe@bureau.example&to=one@bureau.example,two@bureau.example"
    )


def test_a_mail_has_html_and_text_and_a_subject_in_chinese(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("JIHE_SITE_URL", "http://jihe.bureau.example")
    with smtp() as (postbox, port):
        monkeypatch.setenv("TEST_MAIL", mailbox(port))
        assert tell(home, settings).errors == {}
    assert sorted(to for tos, _ in postbox.mails for to in tos) == [
        "one@bureau.example",
        "two@bureau.example",
    ]
    _, mail = postbox.mails[0]
    assert mail["Subject"] == "jihe 稽核：新增 2"
    assert mail["Message-ID"] == f"<{status(home, 'mail').message.key}@jihe.invalid>"
    assert mail["Auto-Submitted"] == "auto-generated"  # holiday notices do not answer it
    plain, html = (mail.get_body([form]) for form in ("plain", "html"))
    assert plain is not None and html is not None
    for part in (plain.get_content(), html.get_content()):
        assert "江城县教育局" in part
        assert "A01 支出合计" in part
    assert "新增，错误，A01 支出合计，年度 2023" in plain.get_content()
    assert "查看全部：http://jihe.bureau.example/index.html" in plain.get_content()
    finding = FINDINGS[0]
    page = f"http://jihe.bureau.example/reports/{finding.report_id}.html#finding-{finding.fingerprint}"
    assert f'href="{page}"' in html.get_content()
    assert "src=" not in html.get_content()


def test_a_mail_server_that_refuses_or_is_slow_gets_the_mail_later(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEST_MAIL", mailbox(closed_port()))
    assert "refused" in tell(home, settings).errors["mail"]
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        impatient(monkeypatch),
    ):  # takes the connection and says nothing
        monkeypatch.setenv("TEST_MAIL", mailbox(silent.getsockname()[1]))
        assert "timed out" in tell(home, settings).errors["mail"]
    with smtp() as (postbox, port):
        monkeypatch.setenv("TEST_MAIL", mailbox(port))
        postbox.answer = "451 try again later"
        assert "mail" in tell(home, settings).errors
        postbox.answer = "250 OK"
        assert tell(home, settings).sent == 1
        assert len(postbox.mails) == 2
    assert status(home, "mail").attempts == 4


def test_a_wrong_password_is_said_and_not_repeated(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    def judged(_s: object, _e: object, _x: object, _m: str, data: Any) -> AuthResult:
        right = isinstance(data, LoginPassword) and data.password == b"right-password"
        return AuthResult(success=right, handled=False)

    with smtp(authenticator=judged, auth_required=True, auth_require_tls=False) as (postbox, port):
        monkeypatch.setenv("TEST_MAIL", mailbox(port, "office:wrong-password@"))
        error = tell(home, settings).errors["mail"]
        assert "535" in error
        assert "wrong-password" not in error
        monkeypatch.setenv("TEST_MAIL", mailbox(port, "office:right-password@"))
        assert tell(home, settings).errors == {}
    assert len(postbox.mails) == 2


# All together


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
    from tests.unit.alert_builders import ROUTES

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
