"""Robots of 企业微信, 钉钉 and 飞书, and what is compatible with Slack.

Belongs here: their requests, signatures, limits of length, and what their answers mean.
Does not belong here: e-mail and JSON, which Apprise carries (channels); limits per minute (deliver). Apprise's own robots
are not used: they take status 200 for success, quote the signature of 钉钉 twice, know none of 飞书, and no address of a
private installation.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import requests

from orchestration.alerts import render
from orchestration.alerts.blocks import Message

TIMEOUT = (5.0, 10.0)  # seconds to connect, and between two pieces of an answer
logging.getLogger("urllib3").setLevel(logging.INFO)  # its debug lines hold addresses, and with them keys
_ANSWER = 8192  # bytes of an answer that are read


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one attempt ended."""

    sent: bool
    error: str = ""  # in words, without addresses or secrets
    final: bool = False  # trying again cannot help
    wait_seconds: float = 0.0  # what the service asks for before the next attempt


def dingtalk_signature(secret: str, milliseconds: int) -> str:
    """钉钉: keyed with the secret; goes into the query, where it is quoted once."""
    text = f"{milliseconds}\n{secret}"
    return base64.b64encode(hmac.digest(secret.encode(), text.encode(), hashlib.sha256)).decode()


def feishu_signature(secret: str, seconds: int) -> str:
    """飞书: keyed with time and secret together, over an empty text; goes into the body."""
    return base64.b64encode(hmac.digest(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256)).decode()


@dataclass(frozen=True, slots=True)
class Robot:
    """What the robots share: one request, and an answer that is read."""

    address: str  # as the service shows it, with its key or token
    secret: str = ""  # of the signature

    code_field: ClassVar[str] = "errcode"
    busy_codes: ClassVar[Mapping[int, float]] = {}  # too fast: seconds to wait
    final_codes: ClassVar[frozenset[int]] = (
        frozenset()
    )  # wrong signature, key or body: no use in trying again

    def payload(self, message: Message) -> dict[str, Any]:
        """The body of the request."""
        raise NotImplementedError

    def query(self) -> dict[str, str]:
        """What is added to the address."""
        return {}

    def deliver(self, message: Message) -> Outcome:
        """Send one message."""
        body = json.dumps(self.payload(message), ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "jihe"}
        try:
            with requests.post(
                self.address,
                params=self.query(),
                data=body,
                headers=headers,
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=True,
            ) as answer:
                return self.judged(answer.status_code, answer.headers, _read(answer))
        except requests.RequestException as error:
            # Its text holds the address, and with it the key.
            return Outcome(False, type(error).__name__)

    def judged(self, status: int, headers: Mapping[str, str], answer: bytes) -> Outcome:
        """What an answer means. Status 200 says nothing: the body does."""
        if status != requests.codes.ok:
            return refused_by_status(status, headers)
        try:
            values = json.loads(answer)
            code = int(values[self.code_field])
        except (ValueError, TypeError, KeyError):
            return Outcome(False, f"{self.code_field}?")
        if code == 0:
            return Outcome(True)
        wait = self.busy_codes.get(code, 0.0)
        words = str(values.get("errmsg") or values.get("msg") or "")[:80]
        return Outcome(False, f"{self.code_field} {code} {words}".strip(), code in self.final_codes, wait)


def _read(answer: requests.Response) -> bytes:
    """The beginning of an answer within a time; a server that drips must not hold up a run."""
    deadline = time.monotonic() + sum(TIMEOUT)
    found = bytearray()
    for piece in answer.iter_content(1):  # more at once would wait until they are all there
        found += piece
        if len(found) >= _ANSWER:
            break
        if time.monotonic() > deadline:
            raise requests.ReadTimeout
    return bytes(found)


def refused_by_status(status: int, headers: Mapping[str, str]) -> Outcome:
    """What a status other than success means: 4xx is for good, but for 408 and 429."""
    after = headers.get("Retry-After", "")
    wait = float(after) if after.isdecimal() else 60.0 if status == requests.codes.too_many else 0.0
    final = 300 <= status < 500 and status not in (requests.codes.timeout, requests.codes.too_many)
    return Outcome(False, f"HTTP {status}", final, min(wait, 3600.0))


class WeCom(Robot):
    """企业微信群机器人: no signature, the key is the secret."""

    busy_codes: ClassVar[Mapping[int, float]] = {45009: 60.0}
    final_codes: ClassVar[frozenset[int]] = frozenset({93000, 40058, 44004})

    def payload(self, message: Message) -> dict[str, Any]:
        """Markdown of at most 4096 bytes, the title included."""
        head = f"**{render.plain(message.title)}**\n"
        text = head + render.fitted(message, render.markdown, 4096 - len(head.encode()))
        return {"msgtype": "markdown", "markdown": {"content": text}}


class DingTalk(Robot):
    """钉钉自定义机器人; what it is sent is signed where it has a secret."""

    busy_codes: ClassVar[Mapping[int, float]] = {130101: 600.0, 410100: 600.0}
    final_codes: ClassVar[frozenset[int]] = frozenset({310000, 300001, 300005, 400101, 40035})

    def query(self) -> dict[str, str]:
        """Time and signature."""
        if not self.secret:
            return {}
        now = round(time.time() * 1000)
        return {"timestamp": str(now), "sign": dingtalk_signature(self.secret, now)}

    def payload(self, message: Message) -> dict[str, Any]:
        """Markdown within the 20000 bytes of a request; JSON may double them."""
        head = f"#### {render.plain(message.title)}\n\n"
        text = head + render.fitted(message, render.markdown, 9000)
        return {"msgtype": "markdown", "markdown": {"title": message.title, "text": text}}


class Feishu(Robot):
    """飞书自定义机器人; what it is sent is signed where it has a secret."""

    code_field: ClassVar[str] = "code"
    busy_codes: ClassVar[Mapping[int, float]] = {11232: 60.0, 11233: 60.0, 99991400: 60.0}
    final_codes: ClassVar[frozenset[int]] = frozenset({19001, 19021, 19022, 19024, 9499})

    def payload(self, message: Message) -> dict[str, Any]:
        """A card within the 20 KB of a request; JSON may double the text."""
        card = {
            "header": {"title": {"tag": "plain_text", "content": message.title}},
            "elements": [{"tag": "markdown", "content": render.fitted(message, render.markdown, 9000)}],
        }
        values: dict[str, Any] = {"msg_type": "interactive", "card": card}
        if self.secret:
            now = round(time.time())
            values |= {"timestamp": str(now), "sign": feishu_signature(self.secret, now)}
        return values


class Slack(Robot):
    """Incoming webhooks as Slack, Mattermost and others take them."""

    def payload(self, message: Message) -> dict[str, Any]:
        """Plain text; only these three signs mean something in it."""
        text = message.title + "\n" + render.fitted(message, render.text, 8000)
        for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
            text = text.replace(sign, name)
        return {"text": text}

    def judged(self, status: int, headers: Mapping[str, str], answer: bytes) -> Outcome:
        """A text that is not ``ok`` is an error, and so is an object that says so."""
        if status != requests.codes.ok:
            return refused_by_status(status, headers)
        words = answer.decode(errors="replace").strip()
        if words in ("", "ok") or words.replace(" ", "").startswith('{"ok":true'):
            return Outcome(True)
        return Outcome(False, words[:80])
