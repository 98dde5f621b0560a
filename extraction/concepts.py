"""What is known of concepts whatever a text says: their kind, the first that words name, groups that are read alike.

Belongs here: look-ups in the reference data and the vocabulary.
Does not belong here: what words around a name make of it (``labels``).
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from extraction import reference
from extraction.text.terms import vocabulary

TWO_SIDES = {("total_revenue", "total_expenditure"), ("total_resources", "total_uses")}
#: Kinds of spending on which a heading stands alone, so that 预算为… below it is of them.
TOPICS = {
    "three_public_total",
    "overseas_travel",
    "official_vehicle",
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "official_reception",
    "meeting_expenditure",
    "training_expenditure",
    "agency_operating_cost",
}
_TRAVEL_AND_GUESTS = {"overseas_travel", "official_reception"}
_VEHICLES = ({"official_vehicle"}, {"official_vehicle_purchase", "official_vehicle_operation"})
#: Kinds of spending whose sum may be called 支出 or 支出合计 behind their name.
SPENDING = TOPICS | {
    "basic_expenditure",
    "project_expenditure",
    "personnel_expenditure",
    "public_expenditure",
    "procurement_budget",
    "procurement_actual",
}
#: What a department has, which a township may call that of 全镇.
ASSETS = {
    "total_assets",
    "current_assets",
    "fixed_assets_gross",
    "fixed_assets_net",
    "construction_in_progress",
    "intangible_assets",
    "total_liabilities",
    "net_assets",
    "vehicle_stock",
}
#: A concept that is a budget by its name, and what is spent of it.
SPENT_OF = {"procurement_budget": "procurement_actual"}
COUNTED_GUESTS = {"reception_batches", "reception_persons"}
#: All income and all spending, without and with balances.
WHOLE_INCOME = {"total_revenue", "total_resources"}
WHOLE_SPENDING = {"total_expenditure", "total_uses"}
WHOLES = WHOLE_INCOME | WHOLE_SPENDING
#: What is left of one year, and spent in the next.
BALANCES = {"opening_carryover", "closing_carryover", "carryover_funds", "surplus_funds"}
#: What levels of government gave.
FUNDS_OF_LEVELS = {"upper_level_funds", "local_level_funds"}
QUOTAS_OF_KIND = {"administrative_quota", "institution_quota", "worker_quota"}
#: The first two characters of a kind of posts, and what they are of.
QUOTA_OF_KIND = {
    "行政": "administrative_quota",
    "政法": "administrative_quota",
    "公务": "administrative_quota",
    "事业": "institution_quota",
    "参公": "institution_quota",
    "全额": "institution_quota",
    "差额": "institution_quota",
    "工勤": "worker_quota",
    "机关": "worker_quota",
    "后勤": "worker_quota",
}
#: All that came in, under each of its names.
ALL_INCOME = WHOLE_INCOME | {"fiscal_appropriation_revenue"}
#: 机关运行经费当年一般公共预算拨款186万元: by whom the spending named before is paid.
APPROPRIATIONS = {"general_public_budget_appropriation", "fiscal_appropriation_revenue"}
#: What all income of one budget is.
REVENUE_OF_FUND = {
    "fiscal_appropriation": "fiscal_appropriation_revenue",
    "general_public_budget": "general_public_budget_appropriation",
    "government_fund": "government_fund_appropriation",
    "state_capital": "state_capital_appropriation",
}
FUND_OF_REVENUE = {revenue: fund for fund, revenue in REVENUE_OF_FUND.items()}


def are_three_public(concepts: set[str]) -> bool:
    """Whether these are the parts of the “三公” expenses, which named together are meant as their sum."""
    return concepts >= _TRAVEL_AND_GUESTS and any(concepts >= vehicles for vehicles in _VEHICLES)


def is_expense(concept: str, beside: Container[str]) -> bool:
    """Whether a concept is one of the “三公” expenses, and no part of another that stands beside it."""
    part = concept in _VEHICLES[1] and "official_vehicle" in beside
    return not part and concept in _TRAVEL_AND_GUESTS | _VEHICLES[0] | _VEHICLES[1]


def are_parts_of_expenses(concepts: list[str]) -> bool:
    """Whether these are kinds of the “三公” expenses beside each other, none of them twice or a part of another."""
    among = set(concepts)
    if len(among) < len(concepts) or "official_reception" not in among or len(among) < 2:
        return False
    if "official_vehicle" in among and len(among & _VEHICLES[1]):
        return False
    return among <= _TRAVEL_AND_GUESTS | _VEHICLES[0] | _VEHICLES[1]


def concept_in(words: str) -> str | None:
    """The first concept that some words name; a kind of spending rather than who pays for it: 财政拨款“三公”经费支出."""
    named = [match.term.concepts[0] for match in vocabulary().find(words) if match.term.names_concept]
    if named and named[0] in APPROPRIATIONS:
        return next((concept for concept in named if concept in SPENDING), named[0])
    return named[0] if named else None


def wholes_of(concept: str) -> tuple[str, ...]:
    """What a concept is listed as a part of: 支出合计…，其中项目支出; 收入总计…，其中年初结转和结余."""
    of_balance = {"opening_carryover": WHOLE_INCOME, "closing_carryover": WHOLE_SPENDING}
    return tuple(dict.fromkeys([*reference.ancestors(concept), *sorted(of_balance.get(concept, ()))]))


@cache
def kind_of(concept: str) -> str:
    """money, persons, percent, points, count, grade or text."""
    return reference.concepts()[concept].kind
