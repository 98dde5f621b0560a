"""Lists in running text: how many things are said to be listed, what listed projects add up to.

Belongs here: counting and adding the items of a sentence.
Does not belong here: whether count or sum is right (SQL decides), lists in tables (``grids``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.model import Document, Locator, Observation
from extraction.privacy.masking import masked
from extraction.text.normalise import Folded

_CHINESE = {character: value for value, character in enumerate("零一二三四五六七八九十")}
_LIST_AFTER = re.compile(
    r"(?P<what>内设(?:机构|科室|股室|处室)|所属(?:事业)?单位|下属(?:事业)?单位|二级(?:机构|预算单位)|下辖[^，。\d]{0,6}单位)"
    r"(?P<number>\d{1,2})个[，,:]?+(?:分别(?:是|为)|即|包括|为|是)?+:?+(?!下[辖属设]|所属|直属|另|现有|核定|编制|行政|事业编)(?P<items>[^。；;\d]{4,300})"
)
_LIST_BEFORE = re.compile(
    r"(?P<items>(?:[^，。；;:、\d]{2,40}、){1,20}[^，。；;:、\d]{2,40}?)等?(?P<number>\d{1,2}|[二三四五六七八九十])(?:个|大|项)"
    r"(?P<what>(?:内设|二级|专题|专项|直属|县委|市委|区委)[^，。；;、]{2,14})"
)
#: How what ``_LIST_BEFORE`` finds must end: cheap to look for, where the whole is not.
_LIST_TAIL = re.compile(r"(?:\d|[二三四五六七八九十])(?:个|大|项)(?:内设|二级|专题|专项|直属|县委|市委|区委)")
_ITEM_SEPARATOR = re.compile(r"、|和(?=[^、]{2,20}$)")
_FACTORS = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
#: 项目支出280万元，其中：…: a list is compared with the amount in its own sentence only.
_PROJECTS = re.compile(
    r"项目支出(?:决算)?[^。；;\d]{0,12}\d[\d,]*+(?:\.\d++)?(?:亿元|万元|元)[,，]?"
    r"(?:主要)?(?:其中|包括|分别(?:是|为|用于)|用于)[:，,]?(?P<items>[^。；;\n]{8,600})"
)
_ITEM = re.compile(
    r"(?P<name>[^，,、:\d()]{2,40})(?P<number>\d[\d,]{0,14}(?:\.\d{1,6})?)(?P<unit>亿元|万元|元)"
)
_IS_PROJECT = re.compile(r"项目|工程|专项|补助|补贴|经费|工作|建设|改造|运维|服务|活动")
#: Sources of money, changes and budgets are no projects.
_IS_NONE = re.compile(
    r"拨款|财政|结转|上年|上级|中央|省级|市级|县级|区级|本级|较|比|增|减|预算|合计|共计|其中|公用|人员"
)
_FEWEST = 2
#: For a sieve.
PATTERNS = {"list after": _LIST_AFTER, "list before": _LIST_TAIL, "projects": _PROJECTS}


def counted_lists(document: Document, folded: Folded, worth: set[str]) -> Iterator[Observation]:
    """Lists that say how many items they have: ``number`` is stated, ``second_number`` counted.

    ``worth`` names those of ``PATTERNS`` that are worth running.
    """
    patterns = [_LIST_AFTER] if "list after" in worth else []
    if "list before" in worth and _LIST_TAIL.search(folded.text):
        patterns.append(_LIST_BEFORE)
    for pattern in patterns:
        for match in pattern.finditer(folded.text):
            listed = [
                item for item in _ITEM_SEPARATOR.split(_without_brackets(match["items"])) if item.strip()
            ]
            stated = match["number"]
            number = int(stated) if stated.isdigit() else chinese_number(stated)
            if len(listed) > 1:
                first, last = folded.origin(*match.span())
                words = masked(document.text, first, last)
                place = Locator(first, last)
                yield Observation("counted_list", match["what"], words, place, number, len(listed))


def project_lists(document: Document, folded: Folded) -> Iterator[Observation]:
    """Projects listed behind project expenditure.

    ``number`` is their sum and ``second_number`` half of the last digits printed, both in yuan.
    """
    for match in _PROJECTS.finditer(folded.text):
        items = list(_ITEM.finditer(match["items"]))
        names = [item["name"] for item in items]
        if len(items) < _FEWEST or any(_IS_NONE.search(n) or not _IS_PROJECT.search(n) for n in names):
            continue
        total = sum((_amount(item) for item in items), Decimal(0))
        half = sum((_half_unit(item) for item in items), Decimal(0))
        first, last = folded.origin(match.start(), match.end())
        place = Locator(first, last)
        yield Observation(
            "project_list", "", masked(document.text, first, last), place, round(total), round(half)
        )


def _amount(item: re.Match[str]) -> Decimal:
    return Decimal(item["number"].replace(",", "")) * _FACTORS[item["unit"]]


def _half_unit(item: re.Match[str]) -> Decimal:
    decimals = len(item["number"].partition(".")[2])
    return _FACTORS[item["unit"]] / Decimal(10) ** decimals / 2


def chinese_number(word: str) -> int:
    """一 to 九十九 as a number."""
    if "十" in word:
        tens, _, units = word.partition("十")
        return 10 * (_CHINESE[tens] if tens else 1) + (_CHINESE[units] if units else 0)
    return _CHINESE[word[0]]


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)
