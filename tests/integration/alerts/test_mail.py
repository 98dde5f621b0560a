"""Mail against a real server on loopback, and its faults. Robots and hooks: test_robots_and_hooks."""

import socket
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from orchestration.alerts.settings import Settings
from orchestration.paths import Home
from tests.integration.alerts.postbox import mailbox, smtp
from tests.integration.alerts.servers import closed_port
from tests.integration.alerts.telling import FINDINGS, impatient, status, tell

pytestmark = pytest.mark.usefixtures("quick")


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
