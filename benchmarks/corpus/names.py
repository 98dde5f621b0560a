"""Names of generated departments: real divisions, common kinds of organs, no person.

Belongs here: choosing a division and an organ, and what the pair is called.
Does not belong here: how reports print the name.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

_REGIONS = Path(__file__).parents[2] / "data" / "reference" / "regions.csv"
#: Divisions from this code on send in no such reports.
_NOT_REPORTING = "700000"
#: Organs with the function class that most of their money belongs to.
_ORGANS = (
    ("教育局", "205"),
    ("民政局", "208"),
    ("水利局", "213"),
    ("农业农村局", "213"),
    ("卫生健康局", "210"),
    ("交通运输局", "214"),
    ("司法局", "204"),
    ("统计局", "201"),
    ("审计局", "201"),
    ("市场监督管理局", "201"),
    ("自然资源局", "220"),
    ("应急管理局", "224"),
    ("住房和城乡建设局", "212"),
    ("科学技术局", "206"),
    ("生态环境局", "211"),
    ("退役军人事务局", "208"),
)


@dataclass(frozen=True, slots=True)
class Department:
    """A department as its title names it, with its division and its main function class."""

    name: str
    region_code: str
    main_function: str


def draw_department(rng: Random) -> Department:
    """A random organ of a random county whose name only one division carries."""
    code, county = rng.choice(_counties())
    organ, function = rng.choice(_ORGANS)
    return Department(county + organ, code, function)


@lru_cache(maxsize=1)
def _counties() -> tuple[tuple[str, str], ...]:
    with _REGIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = Counter(row["name"] for row in rows)
    return tuple(
        (row["code"], row["name"])
        for row in rows
        if row["level"] == "county"
        and row["name"][-1] in "县市区"
        and row["code"] < _NOT_REPORTING
        and names[row["name"]] == 1
        and 3 <= len(row["name"]) <= 4
    )
