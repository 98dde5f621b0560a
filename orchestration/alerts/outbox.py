"""Messages as files, for networks without internet: pages, plain text and a feed of each office.

Belongs here: ``outbox/alerts`` in the home: one folder for each office, with ``feed.atom``, and ``undelivered``.
Does not belong here: what the messages say. Writing a message again gives the same files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from orchestration.alerts import render
from orchestration.alerts.blocks import Message
from orchestration.alerts.memory import Delivery
from orchestration.alerts.words import pick
from orchestration.files import write_text
from orchestration.paths import Home

CHANNEL = "outbox"  # the channel that every office has
ENTRIES = 50  # messages in a feed
_ATOM = "http://www.w3.org/2005/Atom"  # a name, not an address


def outbox_folder(home: Home) -> Path:
    """Where the files lie."""
    return home.outbox / "alerts"


def write_message(home: Home, office: str, message: Message) -> Path:
    """Write a message as a page and as text; the page."""
    stem = outbox_folder(home) / office / _stem(message)
    write_text(stem.with_suffix(".txt"), f"{message.title}\n\n{render.text(message)}")
    page = stem.with_suffix(".html")
    write_text(page, render.html(message))
    return page


def write_undelivered(home: Home, delivery: Delivery, reason: str) -> Path:
    """Write what could not be delivered, and why."""
    message = delivery.message
    name = f"{_stem(message)}-{delivery.channel}.txt"
    why = pick(
        message.lang,
        f"未能通过渠道 {delivery.channel} 送达 {delivery.office}：{reason}",
        f"Not delivered to {delivery.office} through {delivery.channel}: {reason}",
    )
    path = outbox_folder(home) / "undelivered" / name
    write_text(path, f"{why}\n\n{message.title}\n\n{render.text(message)}")
    return path


def write_feed(home: Home, office: str, name: str, messages: Sequence[Message]) -> Path:
    """Write the feed of an office.

    Args:
        home: the working home.
        office: the office's key.
        name: its name, for readers.
        messages: newest first, at least one.
    """
    make = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
    feed = make.feed(
        make.id(f"urn:jihe:alerts:{office}"),
        make.title(f"jihe 稽核：{name}"),
        make.updated(_moment(messages[0])),
        make.author(make.name("jihe")),
        *(_entry(make, message) for message in messages),
    )
    path = outbox_folder(home) / office / "feed.atom"
    text = etree.tostring(feed, encoding="unicode", pretty_print=True)
    write_text(path, f'<?xml version="1.0" encoding="utf-8"?>\n{text}')
    return path


def _entry(make: ElementMaker, message: Message) -> etree._Element:
    return make.entry(
        make.id(f"urn:jihe:alerts:{message.key}"),
        make.title(message.title),
        make.updated(_moment(message)),
        make.link(href=f"{_stem(message)}.html", rel="alternate", type="text/html"),
        make.content(render.text(message), type="text"),
    )


def _moment(message: Message) -> str:
    return datetime.fromisoformat(message.created_at).isoformat(timespec="seconds")


def _stem(message: Message) -> str:
    """Names sort by time and are the same at every attempt."""
    moment = datetime.fromisoformat(message.created_at)
    digest = hashlib.sha256(message.key.encode()).hexdigest()[:12]
    return f"{moment:%Y%m%dT%H%M%S}-{message.kind}-{digest}"
