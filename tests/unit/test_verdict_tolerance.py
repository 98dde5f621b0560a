"""Tolerance as a property: the SQL decides as exact interval arithmetic with fractions does."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from verdict_builders import figure, report

from orchestration.checking.engine import check_extractions

_FACTORS = {"元": 1, "万元": 10**4, "亿元": 10**8}


class Amount(NamedTuple):
    """A printed amount of money."""

    digits: int
    decimals: int
    unit: str

    @property
    def printed(self) -> str:
        return f"{Decimal(self.digits).scaleb(-self.decimals):f}{self.unit}"

    def interval(self, decimals: int) -> tuple[Fraction, Fraction]:
        factor = _FACTORS[self.unit]
        value = Fraction(self.digits, 10**self.decimals) * factor
        exact = self.digits == 0 and self.decimals == 0
        half = Fraction(0) if exact else Fraction(factor, 2 * 10**decimals)
        return value - half, value + half


amounts = st.builds(Amount, st.integers(0, 99_999), st.integers(0, 4), st.sampled_from(sorted(_FACTORS)))
# Totals near the sum are where tolerance decides; the rest only shows that far is far.
cases = st.tuples(amounts, amounts, st.integers(-3, 3), st.integers(0, 4))


def _near(first: Amount, second: Amount, steps: int, decimals: int) -> Amount:
    """A total in 万元 some last digits away from the sum of both."""
    total = sum(Fraction(part.digits * _FACTORS[part.unit], 10**part.decimals) for part in (first, second))
    return Amount(max(0, round(total / 10**4 * 10**decimals) + steps), decimals, "万元")


def _expected(total: Amount, parts: tuple[Amount, Amount]) -> str:
    everything = (total, *parts)
    precision = {
        unit: max(one.decimals for one in everything if one.unit == unit)
        for unit in {one.unit for one in everything}
    }

    def meet(decimals_of: dict[str, int] | None) -> bool:
        low, high = total.interval(decimals_of[total.unit] if decimals_of else total.decimals)
        ends = [part.interval(decimals_of[part.unit] if decimals_of else part.decimals) for part in parts]
        return low <= sum(end[1] for end in ends) and sum(end[0] for end in ends) <= high

    if meet(precision):
        return "pass"
    return "weakness" if meet(None) else "contradiction"


def _report(number: int, total: Amount, parts: tuple[Amount, Amount]):
    concepts = ("basic_expenditure", "personnel_expenditure", "public_expenditure")
    figures = [
        figure(concept, amount.printed) for concept, amount in zip(concepts, (total, *parts), strict=True)
    ]
    made = report(*figures)
    return type(made)(
        **{**{name: getattr(made, name) for name in made.__slots__}, "document_id": f"{number:064x}"[::-1]}
    )


@settings(max_examples=8, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(cases, min_size=40, max_size=60))
def test_sums_meet_as_intervals_of_fractions_do(drawn):
    sums = [
        (_near(first, second, steps, decimals), (first, second)) for first, second, steps, decimals in drawn
    ]
    rows = check_extractions([_report(number, *one) for number, one in enumerate(sums)])
    slips = {
        row["report_id"] for row in rows if row["rule_id"] == "K02" and row["outcome"] == "contradiction"
    }
    found = {
        row["report_id"]: row["outcome"]
        for row in rows
        if row["rule_id"] == "A02" and row["report_id"] not in slips
    }
    expected = {f"{number:064x}"[::-1][:16]: _expected(*one) for number, one in enumerate(sums)}
    assert found == {key: outcome for key, outcome in expected.items() if key in found}
    assert len(found) + len(slips) >= len(sums)
