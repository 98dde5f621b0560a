"""Headings of forms and tables by one name each: 三级指标名称 and 具体指标 are 三级指标, 标准分(10分) is 分值(10分).

Belongs here: the common name of a heading that ``data/reference/heading_names.csv`` knows by several.
Does not belong here: what stands below a heading (``scorecolumns``, ``streamlevels``, ``streamfunds``), names of figures (``terms``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import reference

#: 权重(10分), 全年执行数(B): the name, and what a bracket adds to it.
_WITH_BRACKET = re.compile(r"([^()]+)(\([^()]*\))")
#: Headings over amounts of one stage.
_STAGES = ("年初预算数", "全年预算数", "全年执行数")


@lru_cache(maxsize=8192)
def common_name(heading: str) -> str:
    """A folded heading by its common name, with what stands in brackets behind it; other words as they are."""
    names = reference.heading_names()
    if name := names.get(heading):
        return name
    parts = _WITH_BRACKET.fullmatch(heading) if heading.endswith(")") else None
    return names[parts[1]] + parts[2] if parts and parts[1] in names else heading


def common_label(label: str) -> str:
    """The same for a label beside amounts, which may be a name of a figure or its stage: 全年支出, 实际支出(万元)."""
    name = common_name(label)
    return label if name.startswith(_STAGES) or label in _names_of_figures() else name


@lru_cache(maxsize=1)
def _names_of_figures() -> frozenset[str]:
    return frozenset(alias.text for alias in reference.aliases())


@lru_cache(maxsize=32)
def printed_as(name: str) -> str:
    """A pattern of all names of a heading, the longest first, for headings that run on."""
    printed = [other for other, common in reference.heading_names().items() if common == name]
    return "|".join(map(re.escape, sorted([name, *printed], key=len, reverse=True)))
