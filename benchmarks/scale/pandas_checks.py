"""The checks of sums and bounds as one would write them in pandas, on the figures of the same published build.

Belongs here: a peer to measure the warehouse against: report by report, rule by rule, as in a notebook.
Does not belong here: what jihe does. It reads the same rules (kinds sum_of_parts and upper_bound), but knows nothing of
scopes, places, tolerance of rounding beyond the last printed digit, messages, quotations or sources.
"""

from __future__ import annotations

import time
from pathlib import Path

import duckdb
import pandas as pd

from orchestration.paths import reference_folder

_FIGURES = """
select report_id, concept, coalesce(stage, '') as stage, value_base
from marts.fct_figures
where measure = 'level' and org_scope = 'department' and fund_scope is null and function_code is null
    and economic_code is null and expenditure_scope is null and value_base is not null
"""
_LAST_DIGIT = 100.0  # yuan; most reports print 万元 with two decimals


def check(published: Path) -> tuple[int, int, float]:
    """Verdicts given, those that are contradictions, and seconds."""
    rules = pd.read_csv(reference_folder() / "rules.csv", usecols=["id", "kind"])
    operands = pd.read_csv(reference_folder() / "rule_operands.csv", dtype={"code": str})
    operands = operands.merge(rules, left_on="rule_id", right_on="id")
    operands = operands[operands["code"].isna() & operands["concept"].ne("*")]
    by_rule = [
        (kind, list(rows[["role", "concept", "sign"]].itertuples(index=False)))
        for (_, kind), rows in operands.groupby(["rule_id", "kind"])
        if kind in ("sum_of_parts", "upper_bound")
    ]
    began = time.perf_counter()
    with duckdb.connect(str(published), read_only=True) as connection:
        figures = connection.execute(_FIGURES).df()
    given = wrong = 0
    for _, report in figures.groupby("report_id"):
        for _, rows in report.groupby("stage"):
            values = dict(zip(rows["concept"], rows["value_base"], strict=True))
            for kind, wanted in by_rule:
                answer = _sum(values, wanted) if kind == "sum_of_parts" else _bound(values, wanted)
                given += answer is not None
                wrong += answer is False
    return given, wrong, time.perf_counter() - began


def _sum(values: dict[str, float], wanted: list) -> bool | None:  # type: ignore[type-arg]
    whole = [values[concept] for role, concept, _ in wanted if role == "whole" and concept in values]
    parts = [values[concept] * sign for role, concept, sign in wanted if role == "part" and concept in values]
    if not whole or len(parts) < 2:
        return None
    return bool(abs(whole[0] - sum(parts)) <= _LAST_DIGIT * len(parts))


def _bound(values: dict[str, float], wanted: list) -> bool | None:  # type: ignore[type-arg]
    sides = [values[concept] for _, concept, _ in wanted if concept in values]
    return bool(sides[0] <= sides[1] + _LAST_DIGIT) if len(sides) == 2 else None
