"""Servers on loopback that judge a robot's request as the real services do, and can be told to misbehave."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

SECRET = "SECofThisTest0123456789"
Judge = Callable[["Request"], dict[str, Any] | str | int]


@dataclass(frozen=True)
class Request:
    """What arrived."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Web:
    """A running server."""

    address: str
    got: list[Request] = field(default_factory=list)
    judge: Judge = lambda _: 200
    seconds: float = 0.0  # before it answers
    drip: float = 0.0  # between two bytes of the answer
    answer_headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def web(judge: Judge) -> Iterator[Web]:
    """A server that answers what ``judge`` says: an object or a text with status 200, or a status."""
    state = Web("", judge=judge)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            address = urlsplit(self.path)
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            request = Request(address.path, query, dict(self.headers), body)
            state.got.append(request)
            time.sleep(state.seconds)
            said = state.judge(request)
            text = "" if isinstance(said, int) else said if isinstance(said, str) else json.dumps(said)
            self.send_response(said if isinstance(said, int) else 200)
            for name, value in state.answer_headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for byte in text.encode() if state.drip else [text.encode()]:
                    self.wfile.write(bytes([byte]) if isinstance(byte, int) else byte)
                    self.wfile.flush()
                    time.sleep(state.drip)
            except OSError:
                pass  # the other side has had enough

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


_held: list[socket.socket] = []


def closed_port() -> int:
    """A port at which nobody listens and nobody can: it is bound until the tests end."""
    probe = socket.socket()
    probe.bind(("127.0.0.1", 0))
    _held.append(probe)
    return int(probe.getsockname()[1])


def wecom(request: Request) -> dict[str, Any]:
    """As 企业微信 judges: a key, Markdown of at most 4096 bytes."""
    if request.query.get("key") != "the-key":
        return {"errcode": 93000, "errmsg": "invalid webhook url"}
    if len(request.body["markdown"]["content"].encode()) > 4096:
        return {"errcode": 40058, "errmsg": "markdown.content exceed max length 4096"}
    return {"errcode": 0, "errmsg": "ok"}


def dingtalk(request: Request) -> dict[str, Any]:
    """As 钉钉 judges: keyed with the secret, in the query, in milliseconds, not older than an hour."""
    moment = request.query.get("timestamp", "0")
    text = f"{moment}\n{SECRET}".encode()
    expected = base64.b64encode(hmac.new(SECRET.encode(), text, hashlib.sha256).digest()).decode()
    fresh = abs(time.time() * 1000 - int(moment)) < 3_600_000
    if request.query.get("sign") != expected or not fresh:
        return {"errcode": 310000, "errmsg": "sign not match"}
    return {"errcode": 0, "errmsg": "ok"}


def feishu(request: Request) -> dict[str, Any]:
    """As 飞书 judges: keyed with time and secret, in the body, in seconds, not older than an hour."""
    moment = request.body.get("timestamp", "0")
    expected = base64.b64encode(
        hmac.new(f"{moment}\n{SECRET}".encode(), b"", hashlib.sha256).digest()
    ).decode()
    fresh = abs(time.time() - int(moment)) < 3600
    if request.body.get("sign") != expected or not fresh:
        return {"code": 19021, "msg": "sign match fail or timestamp is not within one hour from current time"}
    return {"code": 0, "msg": "success", "data": {}}


def slack(request: Request) -> str | int:
    """As Slack judges: a word."""
    return "ok" if request.body.get("text") else 400
