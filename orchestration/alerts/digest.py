"""The message that tells an office what changed.

Belongs here: what is said inside the office's own network, and the little that may leave it.
Does not belong here: finding out what changed (news). Neither message holds report text or amounts; one that leaves the
network holds no names either: numbers and a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orchestration.alerts.blocks import Block, Facts, Heading, Link, Message, Paragraph, Table
from orchestration.alerts.news import ENDINGS, Change, Item
from orchestration.alerts.settings import SEVERITIES, Office
from orchestration.alerts.words import moment, pick, word

ROWS = 100  # changes that are listed one by one; of more, each department's are counted
DEPARTMENTS = 500  # that are listed
_GRAVEST_FIRST = tuple(reversed(SEVERITIES))


@dataclass(frozen=True, slots=True)
class Links:
    """Where readers go on: inside the network always somewhere, outside only where somebody named an address."""

    site: str
    pages: str  # where the pages of reports lie; empty when there are none
    outside: str

    def page(self, item: Item) -> str:
        """The address of a finding in its report's page."""
        return f"{self.pages}/{item.report_id}.html#finding-{item.fingerprint}" if self.pages else ""


@dataclass(frozen=True, slots=True)
class News:
    """What one office hears through one channel."""

    office: Office
    build_id: str
    built_at: str
    changes: Sequence[Change]
    still_open: Mapping[str, Item]  # all that is open, what is new among it

    @property
    def told(self) -> Counter[str]:
        """How many of each change; what ended in any way counts as ended too."""
        return Counter(change.what for change in self.changes)

    def counts(self) -> dict[str, Any]:
        """Numbers for machines and for messages that leave the network."""
        fresh = [change.item for change in self.changes if change.what not in ENDINGS]
        by_severity = Counter(item.severity for item in fresh)
        still_open = Counter(item.severity for item in self.still_open.values())
        known = len(self.still_open) - len(fresh)
        return {
            **{what: self.told[what] for what in ("new", "worse", *ENDINGS)},
            "new_or_worse": {severity: by_severity[severity] for severity in _GRAVEST_FIRST},
            "open": {severity: still_open[severity] for severity in _GRAVEST_FIRST},
            "known": known,
            "departments": len({change.item.department_name for change in self.changes}),
        }


def title(news: News, lang: str) -> str:
    """The subject: what happened, in numbers."""
    told = news.told
    ended = sum(told[what] for what in ENDINGS)
    zh = [f"{word(what, 'zh')} {told[what]}" for what in ("new", "worse") if told[what]]
    en = [f"{told[what]} {what}" for what in ("new", "worse") if told[what]]
    if ended:
        zh, en = [*zh, f"了结 {ended}"], [*en, f"{ended} ended"]
    return pick(lang, f"jihe 稽核：{'，'.join(zh)}", f"jihe: {', '.join(en)}")


def inside(news: News, key: str, created_at: str, links: Links) -> Message:
    """The whole digest, for channels that stay in the office's network."""
    lang = news.office.lang
    blocks: list[Block] = [
        Facts(
            (
                (pick(lang, "科室", "Office"), news.office.name(lang)),
                (pick(lang, "数据生成", "Data of"), moment(news.built_at)),
                (pick(lang, "数据版本", "Build"), news.build_id),
            )
        ),
        _numbers(news, lang),
    ]
    departments = _by_department(news.changes, lang)
    if len(news.changes) <= ROWS:
        for name, found in departments:
            blocks += _department(name, found, links, lang)
    else:
        blocks += _departments(departments, lang)
    blocks.append(Link(pick(lang, "查看全部", "All findings"), links.site))
    return Message(key, "digest", "inside", title(news, lang), lang, created_at, tuple(blocks), news.counts())


def outside(news: News, key: str, created_at: str, links: Links) -> Message:
    """Numbers and a link, for channels that leave the network."""
    lang = news.office.lang
    counts = news.counts()
    where = pick(
        lang, f"涉及部门 {counts['departments']} 个。", f"Departments concerned: {counts['departments']}."
    )
    blocks: list[Block] = [_numbers(news, lang), Paragraph(where), outside_link(links, lang)]
    return Message(key, "digest", "outside", title(news, lang), lang, created_at, tuple(blocks), counts)


def outside_link(links: Links, lang: str) -> Block:
    """Where to read on, for a message that leaves the network."""
    if links.outside:
        return Link(pick(lang, "在内网查看", "Read on inside the network"), links.outside)
    return Paragraph(pick(lang, "详情请在内网查看。", "Details are inside the network."))


def _numbers(news: News, lang: str) -> Table:
    """By severity: what is new or worse, what ended, what is open in all."""
    rows = []
    for severity in _GRAVEST_FIRST:
        of_it = Counter(change.what for change in news.changes if change.item.severity == severity)
        ended = sum(of_it[what] for what in ENDINGS)
        open_now = sum(item.severity == severity for item in news.still_open.values())
        if open_now or ended:
            numbers = (of_it["new"], of_it["worse"], ended, open_now)
            rows.append((word(severity, lang), *map(str, numbers)))
    names = (("程度", "新增", "加重", "了结", "现有"), ("severity", "new", "worse", "ended", "open"))
    return Table(pick_row(lang, *names), tuple(rows))


def pick_row(lang: str, zh: tuple[str, ...], en: tuple[str, ...]) -> tuple[str, ...]:
    """Headings in the reader's language."""
    return zh if lang == "zh" else en


def _by_department(changes: Sequence[Change], lang: str) -> list[tuple[str, list[Change]]]:
    """Departments in the order of their gravest change."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.item.department_name, []).append(change)
    nameless = pick(lang, "部门不明", "department unknown")
    return [(name or nameless, items) for name, items in found.items()]


def _department(name: str, changes: Sequence[Change], links: Links, lang: str) -> list[Block]:
    rows, addresses = [], []
    for change in changes:
        item = change.item
        severity = word(item.severity, lang)
        if change.before:
            severity = f"{word(change.before, lang)}→{severity}"
        label = pick(lang, item.label_zh, item.label_en)
        problem = f"{item.file_name}：{label}" if item.kind == "file" else f"{item.rule_id} {label}".strip()
        year = str(item.fiscal_year or "")
        rows.append((word(change.what, lang), severity, problem, year))
        addresses.append("" if change.what in ENDINGS or item.kind != "finding" else links.page(item))
    names = (("变化", "程度", "问题", "年度"), ("change", "severity", "finding", "year"))
    return [Heading(name), Table(pick_row(lang, *names), tuple(rows), tuple(addresses))]


def _departments(departments: Sequence[tuple[str, list[Change]]], lang: str) -> list[Block]:
    """Many changes at once: how many of each department, so that none is missing."""
    rows = []
    for name, found in departments[:DEPARTMENTS]:
        ended = sum(change.what in ENDINGS for change in found)
        fresh = Counter(change.item.severity for change in found if change.what not in ENDINGS)
        rows.append((name, *(str(fresh[severity]) for severity in _GRAVEST_FIRST), str(ended)))
    zh = ("部门", "错误", "警告", "提示", "了结")
    en = ("department", "errors", "warnings", "hints", "ended")
    blocks: list[Block] = [
        Heading(pick(lang, "各部门新增、加重和了结", "New, worse and ended by department")),
        Table(pick_row(lang, zh, en), tuple(rows)),
    ]
    rest = len(departments) - DEPARTMENTS
    if rest > 0:
        text = pick(lang, f"另有 {rest} 个部门，见链接。", f"{rest} more departments are behind the link.")
        blocks.append(Paragraph(text))
    return blocks
