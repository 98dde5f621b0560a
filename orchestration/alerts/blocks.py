"""What a message consists of, whatever carries it.

Belongs here: neutral blocks, and keeping them as JSON until they are sent.
Does not belong here: choosing what to say (digest) and how a channel prints it (render_*, robots).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Row = tuple[str, ...]
# What XML, SQLite or a mail cannot carry; names of files may hold any of it.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part of the message."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are, one per line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings; a row's address, where it has one, is what its first cell links to."""

    headings: Row
    rows: tuple[Row, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Where to read on."""

    text: str
    address: str


Block = Heading | Paragraph | Facts | Table | Link
_KINDS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "facts": Facts,
    "table": Table,
    "link": Link,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one office; its key stays the same however often it is sent."""

    key: str
    kind: str  # digest, failed_run or test
    network: str  # outside: it may leave the office's network
    title: str
    lang: str
    created_at: str  # ISO 8601, with time zone
    blocks: tuple[Block, ...]
    counts: Mapping[str, Any] = field(default_factory=dict)  # for machines that read the message


def to_json(message: Message) -> dict[str, Any]:
    """A message as plain values; signs that not every channel can carry are replaced."""
    blocks = [{"type": _NAMES[type(block)], **asdict(block)} for block in message.blocks]
    values: dict[str, Any] = _clean({**asdict(message), "blocks": blocks})
    return values


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _UNPRINTABLE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {name: _clean(item) for name, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value


def from_json(values: Mapping[str, Any]) -> Message:
    """A message from its plain values."""
    return Message(**{**values, "blocks": tuple(_block(block) for block in values["blocks"])})


def _block(values: Mapping[str, Any]) -> Block:
    fields = {name: _frozen(value) for name, value in values.items() if name != "type"}
    return _KINDS[values["type"]](**fields)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
