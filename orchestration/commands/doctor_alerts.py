"""What ``jihe doctor`` says of alerts: which channels are set up, what is missing for them, who hears nothing.

Belongs here: looking at tables and environment. Does not belong here: sending (``jihe alerts test`` does). Addresses
and secrets are never printed, only the names of their variables.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from orchestration.alerts.channels import address_of, fault_of, stays_inside
from orchestration.alerts.settings import Channel, Settings, SettingsError, load_settings

#: Whether it is well, and what to say in Chinese and in English.
Result = tuple[bool, str, str]


def alert_results(reference: Path) -> list[Result]:
    """The state of alerts, one line each; without any channel the outbox is all that is needed."""
    try:
        settings = load_settings(reference)
    except SettingsError as error:
        listed = "\n    ".join(str(error).splitlines())
        return [
            (False, f"提醒的设置有误：\n    {listed}", f"the settings of alerts are wrong:\n    {listed}")
        ]
    used = {name: channel for name, channel in settings.channels.items() if address_of(channel)}
    return [
        *(_channel(channel, settings) for channel in used.values()),
        _others(settings, used),
        *_forgotten_secrets(settings, used),
        *_links(used),
    ]


def _channel(channel: Channel, settings: Settings) -> Result:
    fault = fault_of(channel)
    heard = sorted(
        {
            settings.offices[route.office].name_zh
            for route in settings.routes
            if route.channel == channel.channel
        }
    )
    heard_en = sorted(
        {
            settings.offices[route.office].name_en
            for route in settings.routes
            if route.channel == channel.channel
        }
    )
    name = f"{channel.channel}（{channel.kind}）"
    if fault:
        return (
            False,
            f"提醒渠道 {name}：{fault}",
            f"alert channel {channel.channel} ({channel.kind}): {fault}",
        )
    if not heard:
        return (
            False,
            f"提醒渠道 {name} 已设置，但 alert_routes.csv 中没有科室使用",
            f"alert channel {channel.channel} ({channel.kind}) is set up, but no row of alert_routes.csv uses it",
        )
    carries = (
        ("全部内容", "everything") if stays_inside(channel) else ("只有数量和链接", "numbers and a link only")
    )
    return (
        True,
        f"提醒渠道 {name} 已设置：{'、'.join(heard)}；{carries[0]}。试发：jihe alerts test {channel.channel}",
        f"alert channel {channel.channel} ({channel.kind}) is set up for {', '.join(heard_en)}: {carries[1]}. "
        f"Try it: jihe alerts test {channel.channel}",
    )


def _others(settings: Settings, used: Mapping[str, Channel]) -> Result:
    unused = [
        f"{name}（{channel.address_env}）" for name, channel in settings.channels.items() if name not in used
    ]
    unused_en = [
        f"{name} ({channel.address_env})" for name, channel in settings.channels.items() if name not in used
    ]
    if not used:
        return (
            True,
            "没有设置提醒渠道（可选）：提醒只写入发件箱文件夹 outbox/alerts。可设置的变量："
            + "、".join(unused),
            "no alert channel is set up (optional): alerts go to the folder outbox/alerts only. Variables: "
            + ", ".join(unused_en),
        )
    if not unused:
        return True, "所有提醒渠道均已设置", "all alert channels are set up"
    return (
        True,
        f"未设置、不使用的提醒渠道：{'、'.join(unused)}",
        f"alert channels not set up and not used: {', '.join(unused_en)}",
    )


def _forgotten_secrets(settings: Settings, used: Mapping[str, Channel]) -> list[Result]:
    """A secret without its address: somebody meant to set the channel up."""
    return [
        (
            False,
            f"提醒渠道 {name}：设置了 {channel.secret_env}，没有设置 {channel.address_env}",
            f"alert channel {name}: {channel.secret_env} is set and {channel.address_env} is not",
        )
        for name, channel in settings.channels.items()
        if name not in used and channel.secret_env and os.environ.get(channel.secret_env, "").strip()
    ]


def _links(used: Mapping[str, Channel]) -> list[Result]:
    """Messages without a link to the site are worth half: told, not counted."""
    if not used or os.environ.get("JIHE_SITE_URL", "").strip():
        return []
    return [
        (
            True,
            "未设置 JIHE_SITE_URL：发出的提醒不带复核网页的链接",
            "JIHE_SITE_URL is not set: messages that leave carry no link to the review site",
        )
    ]
