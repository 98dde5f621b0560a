"""Consistent accounts of an invented department: every identity of the rules holds exactly.

Belongs here: the amounts, heads, points and grade of one department and one year.
Does not belong here: how a report prints them (``renderers``), what may be wrong with them (``mutations``).
Money is in ten thousand yuan with two decimals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from benchmarks.corpus.names import Department, draw_department
from benchmarks.corpus.numbers import between, cents, part_of, split, split_by
from benchmarks.corpus.rubric import Rubric, draw_rubric

INITIAL, ADJUSTED, FINAL, UNKNOWN = "initial_budget", "adjusted_budget", "final_account", "unknown"
_ZERO = Decimal(0)


@dataclass(slots=True)
class Accounts:
    """One department in one year; ``values`` by concept and stage (None for stocks and heads)."""

    department: Department
    year: int
    rubric: Rubric
    values: dict[tuple[str, str | None], Decimal] = field(default_factory=dict)
    #: Final expenditure by function class: all of it, and the projects alone.
    functions: dict[str, Decimal] = field(default_factory=dict)
    project_functions: dict[str, Decimal] = field(default_factory=dict)
    #: Shares of headquarters and subordinate units in some amounts, for summary rows.
    units: list[dict[str, Decimal]] = field(default_factory=list)

    def __getitem__(self, key: tuple[str, str | None]) -> Decimal:
        return self.values[key]

    def __contains__(self, key: object) -> bool:
        return key in self.values


def draw_accounts(seed: int) -> Accounts:
    """The accounts that belong to ``seed``, always the same."""
    rng = Random(f"accounts {seed}")  # noqa: S311 - a corpus, no secret
    accounts = Accounts(draw_department(rng), rng.choice((2020, 2021, 2022, 2023, 2024)), draw_rubric(rng))
    _spend(rng, accounts.values)
    _earn(rng, accounts.values)
    _budget(rng, accounts.values)
    _three_public(rng, accounts.values)
    _procure(rng, accounts.values)
    _own(rng, accounts.values)
    _employ(rng, accounts.values)
    _classify(rng, accounts)
    _share_out(rng, accounts)
    return accounts


_Values = dict[tuple[str, str | None], Decimal]


def _spend(rng: Random, values: _Values) -> None:
    basic = between(rng, 180, 4200)
    project = between(rng, 60, 6800)
    public = part_of(rng, basic, 8, 30)
    values["public_expenditure", FINAL] = public
    values["personnel_expenditure", FINAL] = basic - public
    values["basic_expenditure", FINAL] = basic
    values["project_expenditure", FINAL] = project
    values["total_expenditure", FINAL] = basic + project


def _earn(rng: Random, values: _Values) -> None:
    spent = values["total_expenditure", FINAL]
    opening = part_of(rng, spent, 1, 5)
    closing = part_of(rng, spent, 1, 5)
    revenue = spent + closing - opening
    other = part_of(rng, revenue, 1, 9)
    fund = rng.choice((_ZERO, part_of(rng, revenue, 5, 20)))
    values["opening_carryover", None] = opening
    values["closing_carryover", None] = closing
    values["total_revenue", FINAL] = revenue
    values["other_revenue", FINAL] = other
    values["fiscal_appropriation_revenue", FINAL] = revenue - other
    values["government_fund_appropriation", FINAL] = fund
    values["general_public_budget_appropriation", FINAL] = revenue - other - fund
    values["total_resources", FINAL] = revenue + opening
    values["total_uses", FINAL] = spent + closing


def _budget(rng: Random, values: _Values) -> None:
    """Adjusted budgets a little above what was spent; initial ones somewhat below them."""
    for concept in ("public_expenditure", "personnel_expenditure", "project_expenditure"):
        adjusted = cents(values[concept, FINAL] * rng.randint(1000, 1080) / 1000)
        values[concept, ADJUSTED] = adjusted
        values[concept, INITIAL] = cents(adjusted * rng.randint(930, 1000) / 1000)
    for stage in (INITIAL, ADJUSTED):
        basic = values["public_expenditure", stage] + values["personnel_expenditure", stage]
        total = basic + values["project_expenditure", stage]
        values["basic_expenditure", stage] = basic
        values["total_expenditure", stage] = total
        values["total_revenue", stage] = total
        values["other_revenue", stage] = part_of(rng, total, 1, 6)
        values["fiscal_appropriation_revenue", stage] = total - values["other_revenue", stage]


def _three_public(rng: Random, values: _Values) -> None:
    """Every part at or below its budget, all of them within public expenditure."""
    room = min(values["public_expenditure", INITIAL], values["public_expenditure", FINAL])
    budget = min(part_of(rng, room, 10, 50), between(rng, 5, 60))
    travel, purchase, operation, reception = split(rng, budget, 4)
    parts = {
        "overseas_travel": _ZERO if rng.random() < 0.6 else travel,
        "official_vehicle_purchase": _ZERO if rng.random() < 0.6 else purchase,
        "official_vehicle_operation": operation,
        "official_reception": reception,
    }
    for stage in (INITIAL, FINAL):
        for concept, amount in parts.items():
            values[concept, stage] = amount if stage == INITIAL else part_of(rng, amount, 55, 99)
        vehicle = values["official_vehicle_purchase", stage] + values["official_vehicle_operation", stage]
        values["official_vehicle", stage] = vehicle
        values["three_public_total", stage] = (
            vehicle + values["overseas_travel", stage] + values["official_reception", stage]
        )


def _procure(rng: Random, values: _Values) -> None:
    actual = part_of(rng, values["project_expenditure", FINAL], 20, 60)
    goods, works, services = split(rng, actual, 3)
    values["procurement_actual", FINAL] = actual
    values["procurement_goods", FINAL] = goods
    values["procurement_works", FINAL] = works
    values["procurement_services", FINAL] = services
    values["procurement_budget", INITIAL] = cents(actual * rng.randint(1000, 1150) / 1000)


def _own(rng: Random, values: _Values) -> None:
    current, net, intangible = between(rng, 60, 2400), between(rng, 120, 5200), between(rng, 2, 160)
    gross = net + between(rng, 40, 1800)
    in_use = part_of(rng, gross, 82, 98)
    leased = rng.choice((_ZERO, part_of(rng, gross - in_use, 20, 70)))
    values["current_assets", None] = current
    values["fixed_assets_net", None] = net
    values["intangible_assets", None] = intangible
    values["total_assets", None] = current + net + intangible
    values["total_liabilities", None] = part_of(rng, current, 10, 90)
    values["net_assets", None] = values["total_assets", None] - values["total_liabilities", None]
    values["fixed_assets_gross", None] = gross
    values["fixed_assets_in_use", None] = in_use
    values["fixed_assets_leased", None] = leased
    values["fixed_assets_idle", None] = gross - in_use - leased


def _employ(rng: Random, values: _Values) -> None:
    administrative, institution = rng.randint(8, 90), rng.randint(3, 140)
    quota = administrative + institution
    values["administrative_quota", None] = Decimal(administrative)
    values["institution_quota", None] = Decimal(institution)
    values["staff_quota", None] = Decimal(quota)
    values["staff_in_service", None] = Decimal(quota - rng.randint(0, quota // 6))
    values["staff_retired", None] = Decimal(rng.randint(1, 60))
    values["staff_actual", None] = values["staff_in_service", None] + values["staff_retired", None]
    values["vehicle_stock", None] = Decimal(rng.randint(1, 12))
    values["reception_batches", None] = Decimal(rng.randint(4, 90))
    values["reception_persons", None] = values["reception_batches", None] * rng.randint(3, 9)


def _classify(rng: Random, accounts: Accounts) -> None:
    """The main class carries all projects and most of the basic part; the common classes the rest."""
    basic, project = accounts["basic_expenditure", FINAL], accounts["project_expenditure", FINAL]
    main = accounts.department.main_function
    others = [code for code in ("208", "210", "221") if code != main]
    small = {code: part_of(rng, basic, 4, 11) for code in others}
    accounts.functions = {main: basic - sum(small.values()) + project, **small}
    accounts.project_functions = {main: project}


#: Sums of every unit: the first concept is the sum of the others.
_UNIT_SUMS = (
    ("basic_expenditure", ("personnel_expenditure", "public_expenditure")),
    ("total_expenditure", ("basic_expenditure", "project_expenditure")),
    (
        "three_public_total",
        ("official_reception", "official_vehicle_operation", "official_vehicle_purchase", "overseas_travel"),
    ),
)
_UNIT_LEAVES = ("government_fund_appropriation", "other_revenue", "opening_carryover", "closing_carryover")


def _share_out(rng: Random, accounts: Accounts) -> None:
    """Headquarters and one or two units share every amount alike; sums and the main source follow."""
    weights = [rng.randint(20, 100) for _ in range(rng.choice((2, 3)))]
    accounts.units = [{} for _ in weights]
    sums = {whole for whole, _ in _UNIT_SUMS}
    leaves = [part for _, parts in _UNIT_SUMS for part in parts if part not in sums]
    for leaf in (*leaves, *_UNIT_LEAVES):
        whole = accounts[leaf, None if leaf.endswith("carryover") else FINAL]
        for unit, share in zip(accounts.units, split_by(weights, whole), strict=True):
            unit[leaf] = share
    for unit in accounts.units:
        for whole_name, parts in _UNIT_SUMS:
            unit[whole_name] = sum((unit[part] for part in parts), _ZERO)
        revenue = unit["total_expenditure"] + unit["closing_carryover"] - unit["opening_carryover"]
        unit["total_revenue"] = revenue
        unit["general_public_budget_appropriation"] = (
            revenue - unit["other_revenue"] - unit["government_fund_appropriation"]
        )
