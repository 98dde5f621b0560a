"""Which kind of procurement an amount is of that is only called 采购预算 or 实际采购: goods, works or services.

Belongs here: a kind that opens the clauses of its plan and its result, or stands before the name of the amount.
Does not belong here: names that say the kind themselves (the vocabulary).
"""

from __future__ import annotations

import re

from extraction.words.grammar import REACH

PROCURED = {"procurement_actual", "procurement_budget"}
_KINDS = {"货物": "procurement_goods", "工程": "procurement_works", "服务": "procurement_services"}
KINDS_PROCURED = frozenset(_KINDS.values())
#: 货物类采购项目231个，采购计划金额48万元，实际采购金额39万元
_OPENING = re.compile(
    r"(?:^|[；;。]|其中)[:，]?(?:\d{1,2}[.、])?(?P<kind>货物|工程|服务)类?(?:政府)?(?:采购)?(?:类|项目)?(?:\d{1,6}[个项宗])?，"
)
_ANOTHER = re.compile(r"货物|工程|服务|合计|总计|全年|以上")
_BEFORE = re.compile(r"(?P<kind>货物|工程|服务)类(?:项目)?(?:的)?$")


def kind_named(text: str, start: int, label_start: int) -> str | None:
    """The concept of the kind that the words before a label name, from ``start`` of its sentence on."""
    start = max(start, label_start - 3 * REACH)
    if before := _BEFORE.search(text, max(start, label_start - REACH // 4), label_start):
        return _KINDS[before["kind"]]
    start = max(start, text.rfind("；", start, label_start), text.rfind(";", start, label_start))
    opened = list(_OPENING.finditer(text[start:label_start]))
    if not opened or _ANOTHER.search(text, start + opened[-1].end(), label_start):
        return None
    return _KINDS[opened[-1]["kind"]]
