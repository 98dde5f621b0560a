"""Which office hears of which item, and through which channels.

Belongs here: matching departments and regions to routes.
Does not belong here: reading the routes (settings), writing messages (digest). What no office's route covers goes
to the offices with the role ``default``, so that nothing is told to nobody.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from orchestration.alerts.news import GRAVITY, Item
from orchestration.alerts.settings import Route, Settings


def covers(route: Route, item: Item) -> bool:
    """Whether a route is about the item's department and region, whatever its severity."""
    if route.topic != "findings":
        return False
    department = not route.departments or any(
        fnmatchcase(item.department_name, pattern) for pattern in route.departments
    )
    region = not route.regions or any(_holds(code, item.region_code) for code in route.regions)
    return department and region


def _holds(region: str, code: str) -> bool:
    """Whether a region is the other or holds it: codes are pairs of digits, 00 standing for all below."""
    stem = region.removesuffix("00").removesuffix("00")
    return bool(code) and code.startswith(stem)


def grave_enough(route: Route, item: Item) -> bool:
    """Whether a route wants to hear of this severity."""
    return GRAVITY[item.severity] >= GRAVITY[route.severity]


class Router:
    """Answers for all items; findings of one department and severity go the same way."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._default = frozenset(office.office for office in settings.with_role("default"))
        self._known: dict[tuple[str, str, str], dict[str, frozenset[str]]] = {}

    def ways(self, item: Item) -> dict[str, frozenset[str]]:
        """The offices that hear of an item, each with its channels."""
        key = (item.department_name, item.region_code, item.severity)
        if key not in self._known:
            self._known[key] = self._ways(item)
        return self._known[key]

    def _ways(self, item: Item) -> dict[str, frozenset[str]]:
        routes = [route for route in self._settings.routes if covers(route, item)]
        if not routes:
            # Of the default offices all channels for this severity, and the outbox in any case.
            found: dict[str, set[str]] = {office: set() for office in self._default}
            routes = [
                route
                for route in self._settings.routes
                if route.office in self._default and route.topic == "findings"
            ]
        else:
            found = {route.office: set() for route in routes if grave_enough(route, item)}
        for route in routes:
            if route.channel and grave_enough(route, item):
                found[route.office].add(route.channel)
        return {office: frozenset(channels) for office, channels in found.items()}


def operator_channels(settings: Settings) -> dict[str, set[str]]:
    """The channels for failed runs, by office."""
    found: dict[str, set[str]] = {office.office: set() for office in settings.with_role("operator")}
    for route in settings.routes:
        if route.topic == "runs":
            found.setdefault(route.office, set())
            if route.channel:
                found[route.office].add(route.channel)
    return found
