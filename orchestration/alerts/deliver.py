"""Sending what is in the queue, and trying again.

Belongs here: order, limits, waiting, giving up. Does not belong here: how one message is sent (channels). One process
sends at a time. A message that cannot be delivered ends in the outbox.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from orchestration.alerts import outbox
from orchestration.alerts.channels import Sender, address_of, per_minute, sender_of, stays_inside
from orchestration.alerts.memory import Delivery, Memory, alerts_folder, remembered
from orchestration.alerts.robots import Outcome
from orchestration.alerts.settings import Channel, Settings
from orchestration.paths import Home

GIVE_UP = timedelta(days=3)
_LONGEST_WAIT = timedelta(hours=2)
_PAUSES = (2.0,)  # seconds between attempts within one pass
_BUDGET = 30.0  # seconds after which a pass begins no further attempt
_GAP = 0.25  # seconds between two messages to one address: 飞书 takes five a second
_SHORT = timedelta(minutes=1)


@dataclass(slots=True)
class Delivered:
    """What a pass did."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0
    busy: bool = False  # another process is sending
    errors: dict[str, str] = field(default_factory=dict)  # the last one of each channel


def deliver(
    home: Home,
    settings: Settings,
    *,
    budget_seconds: float = _BUDGET,
    pauses: tuple[float, ...] = _PAUSES,
    only_due: bool = True,
) -> Delivered:
    """Send what is due.

    Args:
        home: the working home.
        settings: for the channels.
        budget_seconds: after this no further attempt begins, so that a run is never held up for long.
        pauses: seconds to wait before each further attempt within this pass.
        only_due: leave what is to be tried again later.
    """
    done = Delivered()
    with remembered(home) as memory, _alone(home) as alone:
        if not alone:
            done.busy = True
            return done
        _Pass(home, settings, memory, done, time.monotonic() + budget_seconds, pauses).run(only_due)
        done.waiting = len(memory.pending())
    return done


@contextmanager
def _alone(home: Home) -> Iterator[bool]:
    """Whether no other process sends; the lock ends with the process that holds it."""
    descriptor = os.open(alerts_folder(home) / "sending.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(descriptor)


@dataclass(slots=True)
class _Pass:
    home: Home
    settings: Settings
    memory: Memory
    done: Delivered
    deadline: float
    pauses: tuple[float, ...]
    held: set[str] = field(default_factory=set)  # addresses that get nothing more in this pass

    def run(self, only_due: bool) -> None:
        """One pass through the queue, in its order."""
        for delivery in self.memory.pending():
            address = self._address(delivery)
            if address in self.held:
                continue
            if only_due and not _due(delivery):
                self.held.add(address)  # what came later must not overtake it
            elif delivery.channel == outbox.CHANNEL:
                self._to_outbox(delivery)
            else:
                self._through_channel(delivery, address)

    def _address(self, delivery: Delivery) -> str:
        """What the queue keeps in order: robots may share an address."""
        channel = self.settings.channels.get(delivery.channel)
        return (address_of(channel) if channel else "") or f"{delivery.channel}/{delivery.office}"

    def _to_outbox(self, delivery: Delivery) -> None:
        self._tried(delivery, lambda: _written(self.home, self.settings, self.memory, delivery))

    def _through_channel(self, delivery: Delivery, address: str) -> None:
        channel = self.settings.channels.get(delivery.channel)
        sender = sender_of(channel) if channel else None
        if channel is None or sender is None:
            # Another process may have the address in its environment; the outbox has the message already.
            if _too_old(delivery):
                self._fail(delivery, f"{delivery.channel}: 渠道未设置 / the channel is not set up")
            return
        if delivery.message.network == "inside" and not stays_inside(channel):
            # It was written for an address inside; the address has changed since.
            self._fail(delivery, "内网消息不得发往外部 / a message for inside must not leave the network")
            return
        free = self._free_at(channel, address)
        if free is not None:
            self.memory.postpone(delivery, free)
            self.held.add(address)
        elif time.monotonic() < self.deadline:
            self._send(delivery, sender, address)

    def _free_at(self, channel: Channel, address: str) -> datetime | None:
        """When the channel may carry another message; nothing when it may now."""
        limit = per_minute(channel)
        if limit is None:
            return None
        sharing = [name for name, other in self.settings.channels.items() if address_of(other) == address]
        sent = self.memory.sent_since(sharing, datetime.now(UTC) - _SHORT)
        return datetime.fromisoformat(sent[-limit]) + _SHORT if len(sent) >= limit else None

    def _send(self, delivery: Delivery, sender: Sender, address: str) -> None:
        outcome = self._tried(delivery, lambda: sender.deliver(delivery.message))
        if outcome.sent:
            time.sleep(_GAP)
        elif not outcome.final:
            self.held.add(address)

    def _tried(self, delivery: Delivery, attempt: Callable[[], Outcome]) -> Outcome:
        """Try now, once more after each pause, and record the end."""
        outcome = _safely(attempt)
        for pause in self.pauses:
            if outcome.sent or outcome.final or outcome.wait_seconds:
                break
            if time.monotonic() + pause > self.deadline:
                break
            time.sleep(pause)
            outcome = _safely(attempt)
        self._record(delivery, outcome)
        return outcome

    def _record(self, delivery: Delivery, outcome: Outcome) -> None:
        if outcome.sent:
            self.memory.mark(delivery, "sent")
            self.done.sent += 1
            return
        self.done.errors[delivery.channel] = outcome.error
        if outcome.final or _too_old(delivery):
            self._fail(delivery, outcome.error)
            return
        wait = max(timedelta(minutes=2 ** min(delivery.attempts, 7)), timedelta(seconds=outcome.wait_seconds))
        self.memory.mark(delivery, "pending", outcome.error, datetime.now(UTC) + min(wait, _LONGEST_WAIT))

    def _fail(self, delivery: Delivery, reason: str) -> None:
        """Give up; the outbox gets the message first, so that a crash in between loses nothing."""
        written = _safely(lambda: _undelivered(self.home, delivery, reason))
        if written.sent:
            self.memory.mark(delivery, "failed", reason)
            self.done.failed += 1


def _due(delivery: Delivery) -> bool:
    """Whether it is time; a clock that was set back must not hold a message for days."""
    wait = datetime.fromisoformat(delivery.due_at) - datetime.now(UTC)
    return wait <= timedelta(0) or wait > _LONGEST_WAIT


def _too_old(delivery: Delivery) -> bool:
    created = datetime.fromisoformat(delivery.message.created_at)
    return datetime.now(UTC) - created > GIVE_UP


def _safely(attempt: Callable[[], Outcome]) -> Outcome:
    """An attempt that never raises: one broken channel must not stop the others, nor the run."""
    try:
        return attempt()
    except Exception as error:  # noqa: BLE001 - whatever it is, the message stays in the queue
        return Outcome(False, type(error).__name__)


def _written(home: Home, settings: Settings, memory: Memory, delivery: Delivery) -> Outcome:
    outbox.write_message(home, delivery.office, delivery.message)
    messages = [
        found.message for found in memory.messages_to(delivery.office, outbox.CHANNEL, outbox.ENTRIES)
    ]
    names: Mapping[str, str] = {key: office.name("zh") for key, office in settings.offices.items()}
    outbox.write_feed(home, delivery.office, names.get(delivery.office, delivery.office), messages)
    return Outcome(True)


def _undelivered(home: Home, delivery: Delivery, reason: str) -> Outcome:
    outbox.write_undelivered(home, delivery, reason)
    return Outcome(True)
