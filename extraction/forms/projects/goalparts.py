"""Where the money of a project comes from in its form of goals: 财政拨款小计 6.30, 1、一般公共预算 6.30, 其他资金 0.

Belongs here: the sources printed behind or below the project's money, where their amounts prove that each belongs to its name.
Does not belong here: finding the form and its one amount (``goalforms``), figures (``printed``).

They prove it by adding up: the budgets to 财政拨款, 财政拨款 with what else there is to the money of the project, levels of government to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.forms.recovered import printed

_FISCAL = "fiscal_appropriation_revenue"
_BUDGETS = (
    "general_public_budget_appropriation",
    "government_fund_appropriation",
    "state_capital_appropriation",
)
_LEVELS = ("upper_level_funds", "local_level_funds")
_UNIT = r"(?:\((?:万元|元)\))?"
_NAMES = (
    (_FISCAL, r"(?:当年|本年)?财政(?:性)?(?:拨款|资金)(?:小计|合计)?"),
    (_BUDGETS[0], r"一般公共预算(?:财政)?(?:拨款|资金)?"),
    (_BUDGETS[1], r"政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?"),
    (_BUDGETS[2], r"国有资本经营(?:预算)?(?:财政)?(?:拨款|资金)?"),
    ("special_account_revenue", r"(?:财政)?专户(?:管理)?资金"),
    ("undertaking_revenue", r"事业收入"),
    ("business_operation_revenue", r"(?:事业单位)?经营性?收入"),
    ("other_revenue", r"其他(?:资金|收入)|单位资金"),
    (_LEVELS[0], r"(?:中央|省级?|上级)(?:财政)?(?:专项|补助)?(?:资金|拨款|补助)"),
    (_LEVELS[1], r"(?:市县|县市|县区|县级?|区级?|本级)(?:财政)?(?:配套)?(?:资金|拨款|配套)"),
    ("", r"自有资金(?:小计)?|自筹(?:资金)?|上年结转(?:资金)?"),
    ("whole", r"合计"),
)
_PART = re.compile(
    "(?<![\\u4e00-\\u9fff])(?:其中:?)?(?:"
    + "|".join(f"(?P<n{at}>{names})" for at, (_, names) in enumerate(_NAMES))
    + rf"){_UNIT}[:|]{{0,4}}(?P<number>{printed.NUMBER})(?P<own>万元|元)?(?![\d.,%])(?! \d[\d.,]*(?![、.)\d,]))"
)
_AT_MOST = 24

_Found = tuple[str, re.Match[str]]


def parts_of(text: str, begins: int, end: int, total: Decimal | None) -> list[_Found]:
    """The sources of a form's money with their concepts, as far as they add up; with ``total``, the money of the project, if that is printed.

    Of a name that stands twice, for all years and for the year, the last is meant.
    """
    found: dict[str, list[re.Match[str]]] = {}
    for match in list(_PART.finditer(text, begins, end))[:_AT_MOST]:
        found.setdefault(_concept(match), []).append(match)
    amounts = {
        name: sum(map(_amount, matches if name in {*_LEVELS, ""} else matches[-1:]), Decimal(0))
        for name, matches in found.items()
    }
    whole = total if total is not None else amounts.get("whole")
    kept = _proved(amounts, whole)
    several = {*_LEVELS} if whole is not None else set()
    return [
        (name, match)
        for name in kept
        if name
        for match in (found[name] if name in several else found[name][-1:])
    ]


def _proved(amounts: dict[str, Decimal], whole: Decimal | None) -> Sequence[str]:
    """The names whose amounts add up."""
    fiscal = amounts.get(_FISCAL)
    budgets = [name for name in _BUDGETS if name in amounts]
    kept: list[str] = []
    if fiscal is not None and budgets and sum(amounts[name] for name in budgets) == fiscal:
        kept += [_FISCAL, *budgets]
    levels = [name for name in _LEVELS if name in amounts]
    others = [name for name in amounts if name not in {_FISCAL, "whole", *_BUDGETS, *_LEVELS}]
    beside = sum(amounts[name] for name in others)
    if fiscal is not None and (fiscal + beside == whole or (kept and whole is None and not beside)):
        kept += [name for name in (_FISCAL, *others, *({"whole"} & amounts.keys())) if name not in kept]
    if (
        len(levels)
        and whole is not None
        and sum(amounts[name] for name in levels) + amounts.get("", 0) == whole
    ):
        kept += [*levels, *(["whole"] if "whole" in amounts else [])]
    return kept


def _concept(match: re.Match[str]) -> str:
    return next(name for at, (name, _) in enumerate(_NAMES) if match[f"n{at}"] is not None)


def _amount(match: re.Match[str]) -> Decimal:
    return Decimal(match["number"].replace(",", ""))
