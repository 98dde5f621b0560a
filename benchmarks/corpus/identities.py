"""Which identities the printed figures of a page break: the reason why a fault can be seen at all.

Belongs here: arithmetic over printed mentions, written apart from the SQL it is compared with.
Does not belong here: messages, verdicts, extraction.

A printed number stands for an interval of half its last digit either way; a printed zero is exact.
An identity is broken when no choice within the intervals fulfils it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.corpus.page import Mention, Rendering
from benchmarks.corpus.points import broken_points

_STAGES: tuple[str | None, ...] = (None, "initial_budget", "adjusted_budget", "final_account")
_FACTORS = {"万元": Decimal(10_000)}
#: rule, whole, parts that must all be printed, parts that may be left out where they are nothing
_SUMS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("A01", "total_expenditure", ("basic_expenditure", "project_expenditure"), ()),
    ("A02", "basic_expenditure", ("personnel_expenditure", "public_expenditure"), ()),
    ("D01", "three_public_total", ("overseas_travel", "official_vehicle", "official_reception"), ()),
    ("D01", "three_public_total", ("overseas_travel", "official_vehicle_purchase", "official_vehicle_operation", "official_reception"), ()),
    ("D02", "official_vehicle", ("official_vehicle_purchase", "official_vehicle_operation"), ()),
    ("E01", "procurement_actual", ("procurement_goods", "procurement_works", "procurement_services"), ()),
    ("F01", "total_assets", ("total_liabilities", "net_assets"), ()),
    ("F02", "total_assets", ("current_assets", "fixed_assets_net"), ("intangible_assets",)),
    ("F03", "fixed_assets_gross", ("fixed_assets_in_use",), ("fixed_assets_leased", "fixed_assets_idle")),
    ("G01", "staff_quota", ("administrative_quota", "institution_quota"), ()),
)  # fmt: skip
_EARNED = ("fiscal_appropriation_revenue", "other_revenue")
_SOURCES = ("general_public_budget_appropriation", "government_fund_appropriation", "other_revenue")
#: rule, part, whole
_BOUNDS = (
    ("A12", "basic_expenditure", "total_expenditure"),
    ("A12", "project_expenditure", "total_expenditure"),
    ("A12", "personnel_expenditure", "basic_expenditure"),
    ("A12", "public_expenditure", "basic_expenditure"),
    ("A12", "fiscal_appropriation_revenue", "total_revenue"),
    ("A12", "overseas_travel", "three_public_total"),
    ("A12", "official_reception", "three_public_total"),
    ("A12", "three_public_total", "public_expenditure"),
    ("A12", "current_assets", "total_assets"),
    ("A12", "fixed_assets_net", "total_assets"),
    ("A12", "fixed_assets_in_use", "fixed_assets_gross"),
    ("A12", "administrative_quota", "staff_quota"),
    ("A12", "institution_quota", "staff_quota"),
    ("G03", "staff_in_service", "staff_quota"),
)


@dataclass(frozen=True, slots=True)
class Range:
    """The interval that a printed number stands for, in base units."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        return Range(self.low - other.high, self.high - other.low)

    def meets(self, other: Range) -> bool:
        """Whether both hold a common value."""
        return self.low <= other.high and other.low <= self.high


def printed_range(mention: Mention) -> Range:
    """The interval of a mention; a change keeps its sign."""
    factor = _FACTORS.get(mention.unit, Decimal(1))
    half = Decimal(5).scaleb(-mention.decimals - 1) if mention.value else Decimal(0)
    return Range((mention.value - half) * factor, (mention.value + half) * factor)


_Levels = dict[tuple[str, str | None], Range]


def broken_rules(page: Rendering) -> frozenset[str]:
    """Ids of the rules whose identity the page breaks."""
    mentions = page.printed
    levels, conflicts = _levels(mentions)
    found = set(conflicts)
    found.update(_sums(levels), _bounds(levels), _balances(levels), _ratios(mentions, levels))
    found.update(_unit_rows(mentions), broken_points(page))
    return frozenset(found)


def _levels(mentions: list[Mention]) -> tuple[_Levels, set[str]]:
    """Every fact as the intersection of its statements; a fact stated with two values is dropped."""
    stated: dict[tuple[str, str | None], list[Range]] = defaultdict(list)
    for mention in mentions:
        if (
            mention.measure == "level"
            and not mention.word
            and mention.org_scope is None
            and not _apart(mention)
        ):
            stated[mention.concept, mention.stage].append(printed_range(mention))
    levels: _Levels = {}
    conflicts = set()
    for key, ranges in stated.items():
        low, high = max(r.low for r in ranges), min(r.high for r in ranges)
        if low > high:
            conflicts.add("I05" if key[0] == "self_evaluation_score" else "K01")
        else:
            levels[key] = Range(low, high)
    return levels, conflicts


def _apart(mention: Mention) -> bool:
    return mention.function_code is not None or mention.row is not None


def _sums(levels: _Levels) -> Iterator[str]:
    for rule, whole, parts, optional in _SUMS:
        for stage in _STAGES:
            total = levels.get((whole, stage))
            usual = [levels.get((part, stage)) for part in parts]
            if total is None or None in usual:
                continue
            stated = [r for r in usual if r] + [levels[o, stage] for o in optional if (o, stage) in levels]
            if not total.meets(_total(stated)):
                yield rule
    for stage in _STAGES:
        for parts in (_EARNED, _SOURCES):
            sources = [levels.get((part, stage)) for part in parts]
            earned = levels.get(("total_revenue", stage))
            if earned and all(sources) and _total([part for part in sources if part]).low > earned.high:
                yield "A05"


def _bounds(levels: _Levels) -> Iterator[str]:
    for rule, part, whole in _BOUNDS:
        for stage in _STAGES:
            one, other = levels.get((part, stage)), levels.get((whole, stage))
            if one and other and one.low > other.high:
                yield rule
    cars = [levels.get(("three_public_total", stage)) for stage in ("initial_budget", "final_account")]
    if cars[0] and cars[1] and cars[1].low > cars[0].high:
        yield "D03"


def _balances(levels: _Levels) -> Iterator[str]:
    get = levels.get
    revenue, spent = get(("total_revenue", "final_account")), get(("total_expenditure", "final_account"))
    opening, closing = get(("opening_carryover", None)), get(("closing_carryover", None))
    surplus, cumulative = get(("current_year_surplus", "final_account")), get(("cumulative_surplus", None))
    # what was carried over may be part of income, and then of the surplus of the year too
    if (
        opening
        and surplus
        and cumulative
        and not any(cumulative.meets(s) for s in (surplus, surplus + opening))
    ):
        yield "B02"
    if revenue and spent and opening and closing and not (opening + revenue).meets(spent + closing):
        yield "B01"
    if revenue and spent and opening and spent.low > (revenue + opening).high:
        yield from ("B04", "C06")
    earned, planned = get(("total_revenue", "initial_budget")), get(("total_expenditure", "initial_budget"))
    if earned and planned and not earned.meets(planned):
        yield "C01"
    budgets = [get(("total_expenditure", stage)) for stage in ("adjusted_budget", "initial_budget")]
    base = budgets[0] or budgets[1]
    if (
        spent
        and base
        and base.low > 0
        and (spent.high / base.low < Decimal("0.9") or spent.low / base.high > Decimal("1.1"))
    ):
        yield "C02"
    total, service, retired = (
        get((concept, None)) for concept in ("staff_actual", "staff_in_service", "staff_retired")
    )
    if total and service and retired and not total.meets(service + retired) and not total.meets(service):
        yield "G02"


def _ratios(mentions: list[Mention], levels: _Levels) -> Iterator[str]:
    for mention in mentions:
        part = levels.get((mention.concept, mention.stage))
        if mention.measure == "completion_rate" and part:
            yield from _ratio(
                mention, part, levels.get((mention.concept, mention.base_stage)), ("H01", "D04")
            )
        elif mention.measure == "share" and part and mention.base_concept:
            yield from _ratio(
                mention, part, levels.get((mention.base_concept, mention.stage)), ("H01", "F05")
            )
        elif mention.measure == "change" and part:
            base = levels.get((mention.concept, mention.base_stage))
            if base and not (part - base).meets(printed_range(mention)):
                yield "C04"
        elif mention.concept == "fixed_asset_utilisation_rate":
            used, gross = levels.get(("fixed_assets_in_use", None)), levels.get(("fixed_assets_gross", None))
            if used:
                yield from _ratio(mention, used, gross, ("F04",))


def _ratio(mention: Mention, part: Range, whole: Range | None, rules: tuple[str, ...]) -> Iterator[str]:
    if whole is None or whole.low <= 0:
        return
    computed = Range(part.low / whole.high * 100, part.high / whole.low * 100)
    if not computed.meets(printed_range(mention)):
        yield from rules


def _unit_rows(mentions: list[Mention]) -> Iterator[str]:
    """A summary row against headquarters and units, column by column."""
    columns: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        columns[mention.concept, mention.place].append(mention)
    for column in columns.values():
        units = [printed_range(m) for m in column if m.org_scope]
        summary = [printed_range(m) for m in column if not m.org_scope]
        if units and summary and not summary[0].meets(_total(units)):
            yield "A11"


def _total(ranges: list[Range]) -> Range:
    return Range(sum((r.low for r in ranges), Decimal(0)), sum((r.high for r in ranges), Decimal(0)))
