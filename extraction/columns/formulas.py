"""Columns that a form numbers and reckons with: 年初预算① | 年中调整② | 小计③=①+② | 年度拨付④ | 支出实现率(%)⑤=④/③.

Belongs here: what the formulas in headings say of the stages of the columns that they name.
Does not belong here: headings by their words (``headings``), checking the arithmetic (rules do).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.columns.headings import Heading
from extraction.records import replace

_NUMBER = r"[①-⑳]"
_OWN = re.compile(rf"^[^①-⑳]*({_NUMBER})(?:=|$)")
_SUM = re.compile(rf"({_NUMBER})=({_NUMBER})\+({_NUMBER})$")
_QUOTIENT = re.compile(
    rf"(?:实现率|执行率|支出率|完成率)[^①-⑳]*{_NUMBER}=({_NUMBER})/({_NUMBER})(?:[×*]100%?)?$"
)
_ADJUSTS = re.compile(r"调整|追加|调剂|增减")
_WHOLE = re.compile(r"小计|合计|全年合计")
_RATE = "执行率(%)"


def with_formulas(headings: Sequence[Heading], texts: Sequence[str]) -> list[Heading]:
    """Headings with the stages that the formulas among them tell, or their order; ``texts`` are folded, as printed."""
    found = list(headings)
    columns = {own[1]: at for at, text in enumerate(texts) if (own := _OWN.match(text))}
    for at in range(2, len(texts)):
        if _WHOLE.fullmatch(texts[at]) and not found[at - 1].stage:
            _of_sum(found, texts, (at, at - 2, at - 1))  # 年初预算 | 年中调整 | 小计
    for text in texts if columns else ():
        if match := _SUM.search(text):
            _of_sum(found, texts, [columns.get(number) for number in match.groups()])
    for at, text in enumerate(texts if columns else ()):
        if match := _QUOTIENT.search(text):
            spent, budget = (columns.get(number) for number in match.groups())
            if spent is not None and budget is not None and found[budget].stage:
                found[spent] = replace(found[spent], stage="final_account", neutral=False)
                found[at] = replace(found[at], text=_RATE, ignored=True)
    return found


def _of_sum(found: list[Heading], texts: Sequence[str], columns: Sequence[int | None]) -> None:
    """③=①+②, where ② is what ① was changed by: the budget as adjusted; the change alone is no budget."""
    total, first, added = columns
    if total is None or first is None or added is None:
        return
    if found[first].stage == "initial_budget" and _ADJUSTS.search(texts[added]):
        found[total] = replace(found[total], stage="adjusted_budget", neutral=False)
        found[added] = replace(found[added], ignored=True)
