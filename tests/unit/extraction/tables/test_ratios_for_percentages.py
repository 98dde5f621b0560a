"""Percentages of tables that have no sign: those below two may be ratios."""

from __future__ import annotations

import pytest

from extraction.doubt import USED_BY_RULES


@pytest.mark.parametrize(
    ("printed", "sure"), [("95.86", True), ("0.9586", False), ("1", False), ("95.86%", True)]
)
def test_a_rate_below_two_without_its_sign_may_be_a_ratio(read, printed, sure):
    table = f"|项目资金|年初预算数|全年预算数|全年执行数|执行率|\n|年度资金总额|29万元|29万元|27.8万元|{printed}|\n"
    found = read(f"古塔维护专项经费绩效自评表（2022年度）\n\n{table}")
    (rate,) = (figure for figure in found.figures if figure.concept == "budget_execution_rate")
    assert (rate.confidence >= USED_BY_RULES) is sure
