"""Signatures by vectors that others published or OpenSSL computed; requests within the limits; answers read."""

import json
from collections.abc import Mapping

import pytest

from orchestration.alerts.blocks import Heading, Link, Message, Paragraph, Table
from orchestration.alerts.robots import (
    DingTalk,
    Feishu,
    Robot,
    Slack,
    WeCom,
    dingtalk_signature,
    feishu_signature,
)


def message(rows: int = 1, title: str = "jihe 稽核：新增 3") -> Message:
    table = Table(("变化", "程度"), tuple(("新增", f"第{number}项说明") for number in range(rows)))
    blocks = (
        Heading("江城县教育局"),
        table,
        Paragraph("说明。"),
        Link("查看", "http://jihe.bureau.example/"),
    )
    return Message("k1", "digest", "inside", title, "zh", "2026-03-01T00:00:00+00:00", blocks)


def test_feishu_signs_an_empty_text_with_time_and_secret():
    # The same in two public projects that test against the service's documentation.
    assert feishu_signature("demo", 1599360473) == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8="


def test_dingtalk_signs_time_and_secret_with_the_secret():
    # printf '1599360473000\n%s' SEC… | openssl dgst -sha256 -hmac SEC… -binary | base64
    signature = dingtalk_signature("SECjihe0123456789abcdef", 1599360473000)
    assert signature == "2X2NxFP6cjUUEzvUM30cMmQvy8XPRWpWPtkeAzBf4+0="


def test_the_two_signatures_are_not_the_same():
    assert dingtalk_signature("demo", 1599360473) != feishu_signature("demo", 1599360473)


def test_dingtalk_signs_the_query_in_milliseconds_and_not_without_a_secret(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("time.time", lambda: 1599360473.0)
    query = DingTalk("http://x/robot/send?access_token=t", "SECjihe0123456789abcdef").query()
    assert query == {
        "timestamp": "1599360473000",
        "sign": "2X2NxFP6cjUUEzvUM30cMmQvy8XPRWpWPtkeAzBf4+0=",
    }
    assert DingTalk("http://x/robot/send?access_token=t").query() == {}


def test_feishu_signs_the_body_in_seconds_and_not_without_a_secret(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("time.time", lambda: 1599360473.4)
    signed = Feishu("http://x/hook/t", "demo").payload(message())
    assert signed["timestamp"] == "1599360473"
    assert signed["sign"] == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8="
    assert "sign" not in Feishu("http://x/hook/t").payload(message())


def test_the_requests_have_the_form_that_each_service_documents():
    wecom = WeCom("http://x").payload(message())
    assert wecom["msgtype"] == "markdown"
    assert wecom["markdown"]["content"].startswith("**jihe 稽核：新增 3**\n")
    dingtalk = DingTalk("http://x").payload(message())
    assert dingtalk["msgtype"] == "markdown"
    assert dingtalk["markdown"]["title"] == "jihe 稽核：新增 3"
    feishu = Feishu("http://x").payload(message())
    assert feishu["msg_type"] == "interactive"
    assert feishu["card"]["header"]["title"] == {"tag": "plain_text", "content": "jihe 稽核：新增 3"}
    assert Slack("http://x").payload(message(title="a < b & c"))["text"].startswith("a &lt; b &amp; c\n")


@pytest.mark.parametrize(
    ("robot", "limit"), [(WeCom, 4096), (DingTalk, 20_000), (Feishu, 20_000), (Slack, 40_000)]
)
def test_a_long_message_is_cut_to_what_the_service_takes_and_says_so(robot: type[Robot], limit: int):
    payload = robot("http://x").payload(message(rows=5000))
    body = json.dumps(payload, ensure_ascii=False)
    assert len(body.encode()) <= limit
    if robot is WeCom:
        assert len(payload["markdown"]["content"].encode()) <= 4096
    assert "内容过长" in body
    assert "http://jihe.bureau.example/" in body


ANSWERS: list[tuple[type[Robot], Mapping[str, object], bool, bool]] = [
    (WeCom, {"errcode": 0, "errmsg": "ok"}, True, False),
    (WeCom, {"errcode": 93000, "errmsg": "invalid webhook url"}, False, True),
    (WeCom, {"errcode": 45009, "errmsg": "api freq out of limit"}, False, False),
    (DingTalk, {"errcode": 0, "errmsg": "ok"}, True, False),
    (DingTalk, {"errcode": 310000, "errmsg": "sign not match"}, False, True),
    (DingTalk, {"errcode": 130101, "errmsg": "send too fast"}, False, False),
    (Feishu, {"code": 0, "msg": "success"}, True, False),
    (Feishu, {"code": 19021, "msg": "sign match fail"}, False, True),
    (Feishu, {"code": 11232, "msg": "frequency limited"}, False, False),
    (Feishu, {"code": 9499, "msg": "Bad Request"}, False, True),
    (Feishu, {"StatusCode": 0}, False, False),  # no code is no success
]


@pytest.mark.parametrize(("robot", "answer", "sent", "final"), ANSWERS)
def test_status_200_is_no_success_the_body_says(
    robot: type[Robot], answer: Mapping[str, object], sent: bool, final: bool
):
    outcome = robot("http://x").judged(200, {}, json.dumps(answer).encode())
    assert (outcome.sent, outcome.final) == (sent, final)


@pytest.mark.parametrize("answer", [b"", b"<html>proxy</html>", b"[]", b'{"errcode": null}', b"\xff"])
def test_an_answer_that_says_nothing_is_no_success(answer: bytes):
    assert not WeCom("http://x").judged(200, {}, answer).sent


def test_who_is_too_fast_waits_as_long_as_the_service_blocks():
    outcome = DingTalk("http://x").judged(200, {}, b'{"errcode": 130101}')
    assert outcome.wait_seconds == 600
    assert Slack("http://x").judged(429, {"Retry-After": "30"}, b"").wait_seconds == 30
    assert Slack("http://x").judged(429, {}, b"").wait_seconds == 60


@pytest.mark.parametrize(
    ("status", "final"), [(302, True), (403, True), (404, True), (408, False), (429, False), (500, False), (503, False)]
)  # fmt: skip
def test_a_status_says_whether_trying_again_can_help(status: int, final: bool):
    outcome = Feishu("http://x").judged(status, {}, b"")
    assert (outcome.sent, outcome.final) == (False, final)


@pytest.mark.parametrize(
    ("answer", "sent"), [(b"ok", True), (b"", True), (b'{"ok":true}', True), (b"invalid_payload", False)]
)
def test_slack_answers_with_a_word(answer: bytes, sent: bool):
    assert Slack("http://x").judged(200, {}, answer).sent is sent
