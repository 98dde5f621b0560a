"""Lists in running text: how many things are said to be listed, what listed projects add up to.

Belongs here: counting and adding the items of a sentence.
Does not belong here: whether count or sum is right (SQL decides), lists in tables (``grids``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.masking import mask
from extraction.model import Document, Locator, Observation
from extraction.normalise import Folded

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
            "project_list", "", mask(document.text[first:last]), place, round(total), round(half)
        )


def _amount(item: re.Match[str]) -> Decimal:
    return Decimal(item["number"].replace(",", "")) * _FACTORS[item["unit"]]


def _half_unit(item: re.Match[str]) -> Decimal:
    decimals = len(item["number"].partition(".")[2])
    return _FACTORS[item["unit"]] / Decimal(10) ** decimals / 2
