"""After a publication: who must be told what, put in the queue in one step.

Belongs here: bringing published findings, memory and routes together. Does not belong here: sending (deliver). Needs no lock
of the home: the published file is only read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from orchestration.alerts import digest, outbox
from orchestration.alerts.channels import address_of, stays_inside
from orchestration.alerts.digest import Links, News
from orchestration.alerts.memory import Letter, remembered, stamp
from orchestration.alerts.news import Change, Item, became, changes, read_published
from orchestration.alerts.routing import Router
from orchestration.alerts.settings import Settings
from orchestration.paths import Home

SITE_URL = "JIHE_SITE_URL"  # where the review site is served inside the network


@dataclass(slots=True)
class Announced:
    """What was put in the queue."""

    letters: int = 0
    by_office: dict[str, dict[str, int]] = field(default_factory=dict)  # changes of each kind


def announce(home: Home, settings: Settings) -> Announced:
    """Queue a digest for each office that has something new to hear of what is published.

    Doing it again for the same publication adds nothing.

    Args:
        home: the working home, with a published build.
        settings: offices, routes and channels.
    """
    published = read_published(home.published)
    router = Router(settings)
    links = links_of(home)
    done = Announced()
    of_office: dict[str, dict[str, Item]] = {office: {} for office in settings.offices}
    for item in published.items.values():
        for office in router.ways(item):
            of_office[office][item.fingerprint] = item
    inbox = inbox_name(home, published.root)
    with remembered(home) as memory, memory.transaction():
        for office, now in of_office.items():
            known = memory.told(inbox, office)
            found = _changes(home, known, now)
            memory.tell(inbox, office, now, known)
            if found:
                news = News(settings.offices[office], published.build_id, published.created_at, found, now)
                done.letters += memory.queue(_letters(news, settings, router, links))
                done.by_office[office] = dict(news.told)
    return done


def inbox_name(home: Home, root: str) -> str:
    """An inbox by a name that stays when the home with it is moved."""
    path = Path(root)
    return str(path.relative_to(home.path)) if path.is_relative_to(home.path) else root


def _changes(home: Home, known: dict[str, Item], now: dict[str, Item]) -> list[Change]:
    gone = [item for fingerprint, item in known.items() if fingerprint not in now]
    return changes(now, known, became(home.published, gone))


def _letters(news: News, settings: Settings, router: Router, links: Links) -> Iterator[Letter]:
    """The same news for the outbox and for each channel that is set up, as far as its routes want it."""
    office = news.office.office
    created_at = stamp()
    yield Letter(office, outbox.CHANNEL, digest.inside(news, uuid4().hex, created_at, links))
    for name, channel in settings.channels.items():
        if not address_of(channel):
            continue
        heard = [change for change in news.changes if name in router.ways(change.item).get(office, ())]
        if not heard:
            continue
        still_open = {
            fingerprint: item
            for fingerprint, item in news.still_open.items()
            if name in router.ways(item).get(office, ())
        }
        part = News(news.office, news.build_id, news.built_at, heard, still_open)
        form = digest.inside if stays_inside(channel) else digest.outside
        yield Letter(office, name, form(part, uuid4().hex, created_at, links))


def links_of(home: Home) -> Links:
    """Where readers go on: the served site, else the files of this home."""
    served = os.environ.get(SITE_URL, "").rstrip("/")
    if served:
        return Links(f"{served}/index.html", f"{served}/reports", f"{served}/index.html")
    # Made by the same run. Named here again (a test compares), because alerts must not need what makes products.
    site = home.published.parent / "site"
    return Links((site / "index.html").as_uri(), (site / "reports").as_uri(), "")
