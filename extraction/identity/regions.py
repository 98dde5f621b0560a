"""Finds the administrative division a department belongs to.

Belongs here: matching names of GB/T 2260 with their parents.
Does not belong here: what the department is called (``identity``).

A bare district name that several cities share (桥西区) is resolved only by the name of its city.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from extraction import reference

_SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|区|县|旗|盟|州)$")
_UNSAFE_SHORT = 2
_CITY_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}[市州盟]$")
_GENERAL = re.compile(r"(?:全|我|本|该|各|上|省)[市州盟]$")


@dataclass(frozen=True, slots=True)
class Located:
    """A division and its name with all parents, for example 河北省石家庄市桥西区."""

    code: str
    full_name: str


def locate(department: str, text: str) -> Located | None:
    """The division named by the department, or by the text where the department names none.

    Args:
        department: name of the department, may be empty.
        text: the whole text without blanks.

    Returns:
        None where no division is named, or where several of the same name remain possible.
    """
    return _best(department, text) or _best(text[:3000], text)


def _best(where: str, text: str) -> Located | None:
    """The deepest division named in ``where``; of two equally deep the one named first."""
    names, automaton = _names()
    best: tuple[int, int, str] | None = None
    seen: set[int] = set()
    for number, start, _ in automaton.find_matches_as_indexes(where, overlapping=True):
        if number in seen or (len(names[number]) <= _UNSAFE_SHORT and start > 0):
            continue  # 涉县 names a county only where a name begins with it
        seen.add(number)
        code = _only(_by_name()[names[number]], text)
        if code is not None and not _in_another_city(code, where[:start]):
            rank = (_depth(code), -start, code)
            best = max(best, rank) if best else rank
    return Located(best[2], full_name(best[2])) if best else None


def _in_another_city(code: str, before: str) -> bool:
    """江北市东湖区: a district of that name in another city than the one named before it."""
    city = _CITY_BEFORE.search(before)
    if city is None or _GENERAL.search(before):
        return False
    parent = reference.regions()[code].parent
    while parent:
        if before.endswith(reference.regions()[parent].name):
            return False
        parent = reference.regions()[parent].parent
    return True


def _only(codes: tuple[str, ...], text: str) -> str | None:
    """The one division of that name whose parent the text names most; None when none or two do."""
    if len(codes) == 1:
        return codes[0]
    counts = sorted(((_mentions(code, text), code) for code in codes), reverse=True)
    if counts[0][0] == 0 or counts[0][0] == counts[1][0]:
        return None
    return counts[0][1]


def _mentions(code: str, text: str) -> int:
    parent = reference.regions()[code].parent
    count = 0
    while parent:
        name = reference.regions()[parent].name
        count += text.count(_SUFFIX.sub("", name)) if len(name) > _UNSAFE_SHORT else 0
        parent = reference.regions()[parent].parent
    return count


def _depth(code: str) -> int:
    return 3 if not code.endswith("00") else 2 if not code.endswith("0000") else 1


def full_name(code: str) -> str:
    """Name of the division with its parents, from the province down."""
    region = reference.regions()[code]
    return (full_name(region.parent) if region.parent else "") + region.name


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, ...], AhoCorasick]:
    names = tuple(_by_name())
    return names, AhoCorasick(names, implementation=Implementation.ContiguousNFA)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for region in reference.regions().values():
        if len(region.name) >= _UNSAFE_SHORT and region.name not in {"市辖区", "县"}:
            names.setdefault(region.name, []).append(region.code)
    return {name: tuple(codes) for name, codes in names.items()}
