"""Money of the level of government that reports itself: 省级资金 in the report of a province, 市级资金 in that of a city.

Belongs here: telling by the title of a report on a project which level reports, and whose money its own is.
Does not belong here: which level gave an amount (``levels_of_funds``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.model import Figure
from extraction.records import replace

_PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:省|自治区)(?P<rest>.*)")
_CITY = re.compile(r"(?:[\u4e00-\u9fff]{2,6}(?:省|自治区))?[\u4e00-\u9fff*]{2,5}(?:市|州|盟)(?P<rest>.*)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BELOW_CITY = re.compile(r"[县区旗乡镇]")
_BELOW_PROVINCE = re.compile(r"[市州盟县区旗乡镇]")


def own_level(title: str | None) -> str | None:
    """The level of government whose own money is local in a report with this title; None for a county, or where it does not say."""
    if title is None:
        return None
    for level, region, below in (
        ("provincial", _PROVINCE, _BELOW_PROVINCE),
        ("municipal", _CITY, _BELOW_CITY),
    ):
        named = region.match(title)
        if named and not below.search(_YEAR.split(named["rest"])[0]):
            return level
    return None


def settle_levels(figures: Sequence[Figure], title: str | None) -> list[Figure]:
    """Money that the reporting level gave itself as its own; that of the levels above it stays as it was."""
    own = own_level(title)
    return [
        replace(figure, concept="local_level_funds", fund_scope=None)
        if figure.concept == "upper_level_funds" and own and figure.fund_scope == own
        else figure
        for figure in figures
    ]
