"""Who hears of what, and through which channel: offices, routes and channels of the reference data.

Belongs here: reading and judging ``offices.csv``, ``alert_routes.csv`` and ``alert_channels.csv``.
Does not belong here: matching findings to routes (routing), using channels (channels). Addresses and secrets
are never in these files: they name the environment variable that holds them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SEVERITIES = ("info", "warning", "error")  # from mild to grave
KINDS = ("email", "json", "wecom", "dingtalk", "feishu", "slack")
NETWORKS = ("inside", "outside")
TOPICS = ("findings", "runs")
ROLES = ("default", "operator")

_COLUMNS = {
    "offices.csv": ("office", "name_zh", "name_en", "lang", "roles"),
    "alert_channels.csv": ("channel", "kind", "network", "address_env", "secret_env", "per_minute"),
    "alert_routes.csv": ("office", "topic", "departments", "regions", "severity", "channel"),
}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class SettingsError(Exception):
    """The reference data of alerts cannot be used; the message names every fault."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who reads a digest."""

    office: str
    name_zh: str
    name_en: str
    lang: str
    roles: tuple[str, ...]

    def name(self, lang: str) -> str:
        """The office's name in a language."""
        return self.name_zh if lang == "zh" else self.name_en


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out; ``network`` says whether what it carries leaves the office's own network."""

    channel: str
    kind: str
    network: str
    address_env: str
    secret_env: str
    per_minute: int | None


@dataclass(frozen=True, slots=True)
class Route:
    """What one office hears through one channel. No departments or no regions: all of them."""

    office: str
    topic: str
    departments: tuple[str, ...]  # names with * and ?
    regions: tuple[str, ...]  # codes; a region holds the regions below it
    severity: str  # the mildest that is told
    channel: str  # empty: the outbox only


@dataclass(frozen=True, slots=True)
class Settings:
    """All three tables."""

    offices: Mapping[str, Office]
    channels: Mapping[str, Channel]
    routes: Sequence[Route]

    def with_role(self, role: str) -> list[Office]:
        """The offices with a role."""
        return [office for office in self.offices.values() if role in office.roles]


def load_settings(reference: Path) -> Settings:
    """Read the three tables.

    Args:
        reference: the folder of the reference data.

    Raises:
        SettingsError: with every fault, its file and line.
    """
    faults: list[str] = []
    offices = {row["office"]: _office(row) for _, row in _rows(reference, "offices.csv", faults)}
    channels = {}
    for where, row in _rows(reference, "alert_channels.csv", faults):
        faults += _channel_faults(where, row)
        if not faults:
            channels[row["channel"]] = _channel(row)
    routes = []
    for where, row in _rows(reference, "alert_routes.csv", faults):
        faults += _route_faults(where, row, offices)
        if not faults and row["channel"] and row["channel"] not in channels:
            faults.append(f"{where}: 没有渠道“{row['channel']}” / no such channel")
        routes.append(_route(row))
    for where, row in _rows(reference, "offices.csv", []):
        faults += _unknown(where, "roles", _parts(row["roles"]), ROLES)
        faults += _unknown(where, "lang", [row["lang"]] if row["lang"] else [], ("zh", "en"))
    settings = Settings(offices, channels, routes)
    if not faults and not settings.with_role("default"):
        faults.append("offices.csv: 没有 roles 含 default 的科室 / no office has the role default")
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def _rows(reference: Path, name: str, faults: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table with their file and line; faults of the file itself are added to the list."""
    path = reference / name
    if not path.is_file():
        faults.append(f"{path}: 文件不存在 / no such file")
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = set(_COLUMNS[name]) - set(reader.fieldnames or ())
        if missing:
            faults.append(f"{name}: 缺少列 / columns are missing: {', '.join(sorted(missing))}")
            return
        for row in reader:
            values = {key: (row.get(key) or "").strip() for key in _COLUMNS[name]}
            if any(values.values()):
                yield f"{name}:{reader.line_num}", values


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[|｜]", text) if part.strip())


def _office(row: Mapping[str, str]) -> Office:
    name = row["name_zh"] or row["office"]
    return Office(row["office"], name, row["name_en"] or name, row["lang"] or "zh", _parts(row["roles"]))


def _channel(row: Mapping[str, str]) -> Channel:
    per_minute = int(row["per_minute"]) if row["per_minute"] else None
    network = row["network"] or "outside"
    return Channel(row["channel"], row["kind"], network, row["address_env"], row["secret_env"], per_minute)


def _route(row: Mapping[str, str]) -> Route:
    return Route(
        row["office"],
        row["topic"] or "findings",
        _parts(row["departments"]),
        _parts(row["regions"]),
        row["severity"] or "info",
        row["channel"],
    )


def _channel_faults(where: str, row: Mapping[str, str]) -> list[str]:
    faults = _unknown(where, "kind", [row["kind"]], KINDS)
    faults += _unknown(where, "network", [row["network"]] if row["network"] else [], NETWORKS)
    if row["per_minute"] and not (row["per_minute"].isdecimal() and int(row["per_minute"])):
        faults.append(f"{where}: per_minute 应为正整数 / must be a whole number above 0")
    for column in ("address_env", "secret_env"):
        text = row[column]
        if (text or column == "address_env") and not _VARIABLE.fullmatch(text):
            # Never repeated: it may be the secret itself.
            faults.append(
                f"{where}: {column} 只能写环境变量的名字，地址和密钥不得写进表中"
                f" / must be the name of an environment variable; addresses and secrets must not be in this file"
            )
    return faults


def _route_faults(where: str, row: Mapping[str, str], offices: Mapping[str, Office]) -> list[str]:
    faults = _unknown(where, "office", [row["office"]], tuple(offices))
    faults += _unknown(where, "topic", [row["topic"]] if row["topic"] else [], TOPICS)
    faults += _unknown(where, "severity", [row["severity"]] if row["severity"] else [], SEVERITIES)
    for region in _parts(row["regions"]):
        if not re.fullmatch(r"\d{6}", region):
            faults.append(f"{where}: regions 应为六位区划代码 / must be codes of six digits: {region}")
    return faults


def _unknown(where: str, column: str, values: Sequence[str], allowed: Sequence[str]) -> list[str]:
    return [
        f"{where}: {column} “{value}” 不在 / is not one of {', '.join(allowed)}"
        for value in values
        if value not in allowed
    ]
