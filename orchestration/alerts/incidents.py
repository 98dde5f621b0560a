"""Messages to the operator: a run failed; a channel works.

Belongs here: writing and queueing them.
Does not belong here: noticing a failed run (orchestration.defs.alerting, orchestration.commands.run).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from uuid import uuid4

from extraction.privacy.masking import mask
from orchestration.alerts import outbox
from orchestration.alerts.announce import links_of
from orchestration.alerts.blocks import Block, Facts, Heading, Link, Message, Paragraph
from orchestration.alerts.channels import address_of, stays_inside
from orchestration.alerts.deliver import deliver
from orchestration.alerts.digest import Links, outside_link
from orchestration.alerts.memory import Letter, remembered, stamp
from orchestration.alerts.routing import operator_channels
from orchestration.alerts.settings import Channel, Office, Settings, load_settings
from orchestration.alerts.words import moment, pick
from orchestration.paths import Home, reference_folder

UI_URL = "JIHE_UI_URL"  # where Dagster's UI is served inside the network
_REASONS, _LENGTH = 10, 500  # of a run's failures: how many, how many characters of each


def run_failed(home: Home, settings: Settings, run_id: str, reasons: Sequence[str]) -> int:
    """Queue a message to the operators; once for each run, however often it is called.

    Args:
        home: the working home.
        settings: offices, routes and channels.
        run_id: Dagster's id of the run.
        reasons: why it failed, in words.
    """
    letters = []
    for name, channels in operator_channels(settings).items():
        office = settings.offices[name]
        within = _failed_inside(home, office, run_id, reasons)
        letters.append(Letter(name, outbox.CHANNEL, within))
        for channel in (settings.channels[key] for key in sorted(channels)):
            if address_of(channel):
                without = _failed_outside(office, run_id, links_of(home))
                letters.append(Letter(name, channel.channel, within if stays_inside(channel) else without))
    with remembered(home) as memory, memory.transaction():
        return memory.queue(letters)


def tell_operators(home: Home, run_id: str, reasons: Sequence[str]) -> str:
    """Queue and send the message of a failed run; why that was not possible, or nothing. Never raises."""
    try:
        settings = load_settings(reference_folder())
        run_failed(home, settings, run_id, reasons)
        deliver(home, settings)
    except Exception as error:  # noqa: BLE001 - the run has failed already; its own reason matters more
        return str(error)
    return ""


def _failed_inside(home: Home, office: Office, run_id: str, reasons: Sequence[str]) -> Message:
    lang, now = office.lang, stamp()
    kept = (
        pick(lang, "上一次发布的数据保持不变。", "What was published before is unchanged.")
        if home.published.is_file()
        else pick(lang, "还没有任何发布。", "Nothing is published yet.")
    )
    blocks: list[Block] = [
        Facts(
            (
                (pick(lang, "运行", "Run"), run_id),
                (pick(lang, "时间", "Time"), moment(now)),
                (pick(lang, "工作目录", "Home"), str(home.path)),
            )
        ),
        Paragraph(kept),
        Heading(pick(lang, "原因", "Reason")),
        *(Paragraph(_short(reason)) for reason in list(dict.fromkeys(reasons))[:_REASONS]),
        Link(pick(lang, "查看运行记录", "The run"), f"{_ui()}/runs/{run_id}"),
    ]
    return _message(office, run_id, "inside", now, blocks)


def _failed_outside(office: Office, run_id: str, links: Links) -> Message:
    """Nothing of the reason: it may name a file, and so a department."""
    lang, now = office.lang, stamp()
    said = pick(lang, "数据处理运行失败。", "A run of the pipeline failed.")
    return _message(office, run_id, "outside", now, [Paragraph(said), outside_link(links, lang)])


def _message(office: Office, run_id: str, network: str, now: str, blocks: Sequence[Block]) -> Message:
    title = pick(office.lang, "jihe 稽核：运行失败", "jihe: a run failed")
    key = f"run-{run_id}-{office.office}"
    return Message(key, "failed_run", network, title, office.lang, now, tuple(blocks), {"run_id": run_id})


def _ui() -> str:
    return os.environ.get(UI_URL, "").rstrip("/") or "http://127.0.0.1:3000"


def _short(reason: str) -> str:
    """A reason of bearable length, without personal numbers: a database's message may quote a value."""
    text = mask(reason.strip())
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"


def trial(settings: Settings, channel: Channel) -> Message:
    """A message that shows that a channel works."""
    offices = [route.office for route in settings.routes if route.channel == channel.channel]
    office = settings.offices[offices[0]] if offices else settings.with_role("default")[0]
    said = pick(office.lang, f"渠道 {channel.channel} 可以使用。", f"The channel {channel.channel} works.")
    title = pick(office.lang, "jihe 稽核：测试消息", "jihe: test message")
    network = "inside" if stays_inside(channel) else "outside"
    return Message(uuid4().hex, "test", network, title, office.lang, stamp(), (Paragraph(said),))
