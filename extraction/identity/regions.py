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
#: 红河哈尼族彝族自治州 is called 红河州: without the peoples in its name and the word for autonomous.
_AUTONOMOUS = re.compile(
    r"(?<=..)(?:(?:朝鲜|土家|布依|哈尼|景颇|傈僳|蒙古|达斡尔|仡佬|仫佬|毛南|纳西|拉祜|布朗|独龙|普米|裕固|保安|东乡|撒拉|鄂温克"
    r"|[苗藏羌彝侗壮傣白回满畲瑶黎水佤怒土])族|各族|蒙古|哈萨克族?|柯尔克孜|锡伯|塔吉克)+自治(?P<kind>[州县旗])$"
)
#: 河南县级财政, 沿河县道: the short name is none where these words go on.
_GOES_ON = ("级", "域", "道", "区")
#: 县财政局会同县扶贫局: together with, and not the county of that name.
_TOGETHER_WITH = re.compile(r"[局委办会府门司院]$")
#: 新增城区道路: more of a town, and not 增城区.
_NO_PLACES = {"新增城"}
_YEAR_BEFORE = re.compile(r"^(?:关于)?(?:(?:19|20)\d\d年?度?)?")
#: 泗县扶贫项目绩效自评报告: the place that a title begins with.
_BEGINS_TITLE = 12
_UNSAFE_SHORT = 2
_CITY_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}[市州盟]$")
_GENERAL = re.compile(r"(?:全|我|本|该|各|上|省)[市州盟]$")


@dataclass(frozen=True, slots=True)
class Located:
    """A division and its name with all parents, for example 河北省石家庄市桥西区."""

    code: str
    full_name: str


def locate(department: str, text: str, title: str = "") -> Located | None:
    """The division named by the department, by the beginning of the title, or by the text where both name none.

    Args:
        department: name of the department, may be empty.
        text: the whole text without blanks.
        title: the document's title without blanks, may be empty.

    Returns:
        None where no division is named, or where several of the same name remain possible.
    """
    titled = _YEAR_BEFORE.sub("", title)[:_BEGINS_TITLE]
    return _best(department, text) or _best(titled, text) or _best(text[:3000], text)


def _best(where: str, text: str) -> Located | None:
    """The deepest division named in ``where``; of two equally deep the one named first."""
    names, automaton = _names()
    best: tuple[int, int, str] | None = None
    seen: set[int] = set()
    for number, start, _ in automaton.find_matches_as_indexes(where, overlapping=True):
        if number in seen or (len(names[number]) <= _UNSAFE_SHORT and start > 0):
            continue  # 涉县 names a county only where a name begins with it
        if names[number] in _short_names() and where.startswith(_GOES_ON, start + len(names[number])):
            continue
        if start and where[start - 1 : start + 2] in _NO_PLACES:
            continue
        if names[number] == "会同县" and _TOGETHER_WITH.search(where, max(0, start - 1), start):
            continue
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
    for name, code in _short_names().items():
        names.setdefault(name, []).append(code)
    return {name: tuple(codes) for name, codes in names.items()}


@lru_cache(maxsize=1)
def _short_names() -> dict[str, str]:
    """红河州, 沧源县: what autonomous divisions are called in short, by their codes."""
    found = ((region, _AUTONOMOUS.search(region.name)) for region in reference.regions().values())
    return {region.name[: short.start()] + short["kind"]: region.code for region, short in found if short}
