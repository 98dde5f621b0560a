"""From a channel of the reference data to something that sends.

Belongs here: reading addresses and secrets from the environment, e-mail and JSON through Apprise, what may leave the network.
Does not belong here: the robots' requests (robots), trying again (deliver). An error never repeats an address or a
secret.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit

from orchestration.alerts import render
from orchestration.alerts.blocks import Message, to_json
from orchestration.alerts.mail import send_mail
from orchestration.alerts.robots import DingTalk, Feishu, Outcome, Robot, Slack, WeCom
from orchestration.alerts.settings import Channel

_ROBOTS: dict[str, type[Robot]] = {"wecom": WeCom, "dingtalk": DingTalk, "feishu": Feishu, "slack": Slack}
#: Messages per minute that the services accept; a channel may name fewer.
LIMITS = {"wecom": 20, "dingtalk": 20, "feishu": 100, "slack": 60}
#: Hosts of the public: what goes there has left the network, whatever the reference data says.
_PUBLIC = ("weixin.qq.com", "dingtalk.com", "feishu.cn", "larksuite.com", "slack.com")
_SECONDS = 10
_LENGTH = 500  # characters of an error


class Sender(Protocol):
    """Something that sends messages."""

    def deliver(self, message: Message) -> Outcome:
        """Send one message."""


def address_of(channel: Channel) -> str:
    """The channel's address; empty when it is not set up on this machine."""
    return os.environ.get(channel.address_env, "").strip()


def stays_inside(channel: Channel) -> bool:
    """Whether what the channel carries stays in the office's network."""
    host = urlsplit(address_of(channel)).hostname or ""
    public = any(host == name or host.endswith(f".{name}") for name in _PUBLIC)
    return channel.network == "inside" and not public


def per_minute(channel: Channel) -> int | None:
    """How many messages a minute the channel may carry; nothing where there is no limit."""
    known = [limit for limit in (LIMITS.get(channel.kind), channel.per_minute) if limit]
    return min(known) if known else None


def sender_of(channel: Channel) -> Sender | None:
    """What sends through a channel; nothing when it is not set up on this machine."""
    address = address_of(channel)
    if not address:
        return None
    fault = fault_of(channel)
    if fault:
        return _Unusable(fault)
    secret = _secret_of(channel)
    if channel.kind in _ROBOTS:
        return _ROBOTS[channel.kind](address, secret)
    return _Mail(address) if channel.kind == "email" else _Webhook(address, secret)


def fault_of(channel: Channel) -> str:
    """What must be put right before a channel whose address is set can send; empty when nothing must."""
    if channel.secret_env and not _secret_of(channel):
        return f"{channel.secret_env} 未设置 / is not set"
    fault = _address_fault(channel.kind, address_of(channel))
    return f"{channel.address_env}: {fault}" if fault else ""


def _secret_of(channel: Channel) -> str:
    return os.environ.get(channel.secret_env, "").strip() if channel.secret_env else ""


def _address_fault(kind: str, address: str) -> str:
    schemes = ("mailto", "mailtos") if kind == "email" else ("http", "https")
    try:
        parts = urlsplit(address)
    except ValueError:
        return "不是地址 / is not an address"
    if parts.scheme not in schemes or not parts.hostname:
        return f"应以 {schemes[0]}:// 或 {schemes[1]}:// 开头 / must begin so"
    return ""


@dataclass(frozen=True, slots=True)
class _Unusable:
    """A channel whose setting somebody must put right first."""

    fault: str

    def deliver(self, message: Message) -> Outcome:  # noqa: ARG002
        """Say what is wrong; it may be right at the next attempt."""
        return Outcome(False, self.fault)


@dataclass(frozen=True, slots=True)
class _Mail:
    """E-mail in HTML and plain text.

    Its address is Apprise's: ``mailto://user:password@host:port?from=…&to=…``, with ``mailtos`` over TLS.
    """

    address: str

    def deliver(self, message: Message) -> Outcome:
        """Send one mail to all recipients of the address."""
        plugin = _plugin(self.address)
        if plugin is None:
            return Outcome(False, "邮件地址无法使用 / the mail address cannot be used")
        with _heard() as reasons:
            outcome = send_mail(plugin, message)
        said = "; ".join([outcome.error, *reasons]) if outcome.error else ""
        return Outcome(outcome.sent, _scrubbed(said, self.address)[:_LENGTH])


@dataclass(frozen=True, slots=True)
class _Webhook:
    """JSON: title and text for people, the blocks and numbers for machines."""

    address: str
    secret: str

    def deliver(self, message: Message) -> Outcome:
        """Post one message; any status 2xx is success."""
        parts = urlsplit(self.address)
        plugin = _plugin("json" + urlunsplit(parts._replace(query="")).removeprefix("http"))
        if plugin is None:
            return Outcome(False, "Webhook 地址无法使用 / the address cannot be used")
        plugin.params = dict(parse_qsl(parts.query))  # Apprise would take some of them for its own
        plugin.headers["Idempotency-Key"] = message.key
        if self.secret:
            plugin.headers["Authorization"] = f"Bearer {self.secret}"
        plugin.payload_extras["digest"] = to_json(message)
        with _heard() as reasons:
            sent = bool(plugin.notify(body=render.text(message), title=message.title, body_format="text"))
        said = "" if sent else "; ".join(reasons) or "?"
        return Outcome(sent, _scrubbed(said, f"{self.address} {self.secret}")[:_LENGTH])


def _plugin(address: str) -> Any:
    import apprise

    with _heard():  # it would write the address into the log
        plugin = apprise.Apprise.instantiate(address, suppress_exceptions=True)
    if plugin is not None:
        plugin.socket_connect_timeout = plugin.socket_read_timeout = float(_SECONDS)
        plugin.redirects = False
    return plugin


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What Apprise writes into its log, which then goes nowhere else: of itself it answers with yes and no only."""
    reasons: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage()
            if record.levelno >= logging.WARNING or text.startswith("Socket Exception"):
                reasons.append(text)

    logger = logging.getLogger("apprise")
    ear, level, propagate = Ear(), logger.level, logger.propagate
    logger.addHandler(ear)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False  # its messages hold addresses
    try:
        yield reasons
    finally:
        logger.removeHandler(ear)
        logger.setLevel(level)
        logger.propagate = propagate


def _scrubbed(text: str, secrets: str) -> str:
    """Text without what an address keeps secret: user, password, path, query, tokens."""
    hidden: set[str] = set()
    for part in secrets.split():
        try:
            address = urlsplit(part)
        except ValueError:
            hidden.add(part)
            continue
        values = [address.path, address.query, address.username or "", address.password or ""]
        hidden |= {form for value in values for form in (value, quote(value), unquote(value))}
    for value in sorted((value for value in hidden if len(value) > 3), key=len, reverse=True):
        text = text.replace(value, "***")
    return text
