"""A mail server on loopback that keeps what it takes, or refuses it. Not here: servers of robots and hooks (servers)."""

import email
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller


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
