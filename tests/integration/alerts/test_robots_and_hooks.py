"""Robots and hooks against servers on loopback that judge as the services do, and their faults. Mail: test_mail."""

from pathlib import Path
from typing import Any

import pytest

from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.settings import Settings, load_settings
from orchestration.paths import Home
from tests.integration.alerts.servers import closed_port, web
from tests.integration.alerts.telling import ROBOTS, impatient, robot, status, tell
from tests.unit.alert_builders import CHANNELS, publish, write_settings

pytestmark = pytest.mark.usefixtures("quick")


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
