"""How parts of the cost of official vehicles are named below their whole: 购置费, 运行维护费.

Belongs here: the short names, which mean vehicles only there.
Does not belong here: names that say so themselves (the vocabulary).
"""

from __future__ import annotations

import re

OF_VEHICLES = {"official_vehicle", "official_vehicle_purchase", "official_vehicle_operation"}
#: 车辆：全年预算4万元；接待：… - members of a list of the “三公” expenses by their shortest names.
MEMBERS_OF_EXPENSES = {
    "车辆": "official_vehicle",
    "公车": "official_vehicle",
    "用车": "official_vehicle",
    "接待": "official_reception",
    "出国": "overseas_travel",
    "出国(境)": "overseas_travel",
}
#: The same in brackets behind their whole.
PARTS_OF_EXPENSES = {
    **MEMBERS_OF_EXPENSES,
    "公务接待": "official_reception",
    "公车运行维护": "official_vehicle_operation",
    **{
        f"{vehicles}运{kept}": "official_vehicle_operation"
        for vehicles in ("公车", "公务车", "公务用车", "车辆")
        for kept in "行维"
    },
    "公车购置": "official_vehicle_purchase",
    "车辆购置": "official_vehicle_purchase",
    "购车": "official_vehicle_purchase",
}
#: What they cost, among the “三公” expenses of a table; elsewhere how many there are.
VEHICLES = frozenset({"公务用车", "公车"})
PARTS_OF_VEHICLES = {"购置": "official_vehicle_purchase", "运行": "official_vehicle_operation"}
#: ，其中购置费: before a stage.
BEGINS_WITH_PART = re.compile(
    r"[)，,、；;。]{0,2}(?:其中[:，]?)?(?P<what>购置|运行)(?:维护)?(?:费用?|经费)?(?:支出)?[:，]?"
)
_PART = re.compile(
    r"(?:其中:?)?(?:\(?[\d一二]\)?[.、]?)?(?:公车|公务用?车|车辆)?(?P<what>购置|运行)(?:维护)?(?:费用?|经费)?"
)


def is_expense(concepts: tuple[str, ...]) -> bool:
    """Whether concepts are one of the “三公” expenses other than vehicles, or all of them."""
    return bool(concepts) and concepts[0] in {"three_public_total", "overseas_travel", "official_reception"}


def part_of_vehicles(text: str, whole: tuple[str, ...]) -> tuple[str, ...]:
    """The concept of a folded label or heading below one that names ``whole``; empty where it is no part of vehicles."""
    if not whole or whole[0] not in OF_VEHICLES:
        return ()
    match = _PART.fullmatch(text)
    return (PARTS_OF_VEHICLES[match["what"]],) if match else ()
