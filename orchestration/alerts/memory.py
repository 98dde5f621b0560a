"""What each office was told, and what is still to be sent: one SQLite file in the home.

Belongs here: the tables and their transactions. Does not belong here: choosing what to tell (announce), sending
(deliver). What is told and the messages that tell it are written in one transaction, so that a crash loses neither;
a delivery is marked after it succeeded, so that a crash in between sends it once more and never not at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestration.alerts.blocks import Message, from_json, to_json
from orchestration.alerts.news import Item
from orchestration.paths import Home

_SCHEMA = """
create table if not exists told (
    inbox text not null, office text not null, fingerprint text not null, item text not null,
    primary key (inbox, office, fingerprint)) without rowid;
create table if not exists deliveries (
    id integer primary key, office text not null, channel text not null, message text not null,
    key text not null, created_at text not null, status text not null default 'pending',
    attempts integer not null default 0, due_at text not null, error text not null default '', ended_at text,
    unique (key, channel));
create index if not exists deliveries_by_status on deliveries (status, due_at);
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way through one channel."""

    id: int
    office: str
    channel: str
    message: Message
    status: str  # pending, sent or failed
    attempts: int
    due_at: str
    error: str
    ended_at: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, to whom and how, before it is queued."""

    office: str
    channel: str
    message: Message


def alerts_folder(home: Home) -> Path:
    """Where alerts keep what they must not forget."""
    return home.path / "alerts"


def stamp(moment: datetime | None = None) -> str:
    """A moment as the tables keep it: comparable as text."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


class Memory:
    """The tables of one home."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, one writer at a time."""
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def told(self, inbox: str, office: str) -> dict[str, Item]:
        """What an office was told of an inbox and has not been told to have ended."""
        rows = self._connection.execute(
            "select fingerprint, item from told where inbox = ? and office = ?", (inbox, office)
        )
        return {fingerprint: Item(**json.loads(item)) for fingerprint, item in rows}

    def tell(self, inbox: str, office: str, items: Mapping[str, Item], known: Mapping[str, Item]) -> None:
        """Replace what an office is known to know, as ``told`` gave it, by other items. Needs a transaction for both."""
        self._connection.executemany(
            "delete from told where inbox = ? and office = ? and fingerprint = ?",
            [(inbox, office, fingerprint) for fingerprint in known if fingerprint not in items],
        )
        self._connection.executemany(
            "insert or replace into told values (?, ?, ?, ?)",
            [
                (inbox, office, fingerprint, json.dumps(asdict(item), ensure_ascii=False))
                for fingerprint, item in items.items()
                if known.get(fingerprint) != item
            ],
        )

    def queue(self, letters: Iterable[Letter]) -> int:
        """Put letters in the queue; one that is there already stays as it is. Needs a transaction."""
        now = stamp()
        added = 0
        for letter in letters:
            text = json.dumps(to_json(letter.message), ensure_ascii=False)
            values = (letter.office, letter.channel, text, letter.message.key, now, now)
            added += self._connection.execute(
                "insert into deliveries (office, channel, message, key, created_at, due_at)"
                " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                values,
            ).rowcount
        return added

    def pending(self) -> list[Delivery]:
        """What is to be sent, now or later, oldest first."""
        return self._deliveries("where status = 'pending' order by id")

    def deliveries(self, limit: int = 50) -> list[Delivery]:
        """The newest deliveries, newest first."""
        return self._deliveries("order by id desc limit ?", limit)

    def messages_to(self, office: str, channel: str, limit: int) -> list[Delivery]:
        """The newest messages of one channel to an office, newest first."""
        return self._deliveries(
            "where office = ? and channel = ? order by id desc limit ?", office, channel, limit
        )

    def sent_since(self, channels: Iterable[str], since: datetime) -> list[str]:
        """When messages went out through any of these channels, oldest first."""
        names = list(channels)
        marks = ", ".join("?" * len(names))
        rows = self._connection.execute(
            f"select ended_at from deliveries where status = 'sent' and channel in ({marks})"  # noqa: S608
            " and ended_at >= ? order by ended_at",
            (*names, stamp(since)),
        )
        return [row[0] for row in rows]

    def mark(self, delivery: Delivery, status: str, error: str = "", due: datetime | None = None) -> None:
        """Record how an attempt ended: sent, failed for good, or pending until ``due``."""
        ended = None if status == "pending" else stamp()
        with self.transaction():
            self._connection.execute(
                "update deliveries set status = ?, error = ?, due_at = coalesce(?, due_at), ended_at = ?,"
                " attempts = attempts + 1 where id = ?",
                (status, error, stamp(due) if due else None, ended, delivery.id),
            )

    def postpone(self, delivery: Delivery, due: datetime) -> None:
        """Send it later; nothing was attempted."""
        with self.transaction():
            self._connection.execute(
                "update deliveries set due_at = ? where id = ?", (stamp(due), delivery.id)
            )

    def retry_failed(self) -> int:
        """Put what failed for good back into the queue; how many."""
        with self.transaction():
            return self._connection.execute(
                "update deliveries set status = 'pending', attempts = 0, due_at = ? where status = 'failed'",
                (stamp(),),
            ).rowcount

    def _deliveries(self, condition: str, *parameters: Any) -> list[Delivery]:
        columns = "id, office, channel, message, status, attempts, due_at, error, ended_at"
        rows = self._connection.execute(f"select {columns} from deliveries {condition}", parameters)  # noqa: S608
        return [Delivery(row[0], row[1], row[2], from_json(json.loads(row[3])), *row[4:]) for row in rows]


@contextmanager
def remembered(home: Home) -> Iterator[Memory]:
    """The memory of a home; made when it is not there."""
    path = alerts_folder(home) / "alerts.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
        connection.execute("pragma synchronous = full")
        connection.executescript(_SCHEMA)
        yield Memory(connection)
