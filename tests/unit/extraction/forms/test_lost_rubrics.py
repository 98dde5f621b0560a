"""Rows of indicators that run on and make no table: nothing said in them is sure, and what stands around them is."""

from __future__ import annotations

import pytest

HEADS = "一级指标二级指标三级指标年初目标值(A)实际完成值(B)得分"
RATE, MONEY = "three_public_control_rate", "fiscal_appropriation_revenue"


def sure(read, text: str) -> set[tuple[str, str]]:
    return {(f.concept, f.value) for f in read(text).figures if f.confidence >= 1}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("管理指标三公经费控制管理制度健全健全5预算执行管理完成率、控制率100%按规定执行44", (RATE, "100")),
        ("产出指标成本每年财政补助收入380万元380万元10", (MONEY, "380")),
        ("产出指标质量指标三公经费控制率100%86%108", (RATE, "100")),
        ("效益指标经济效益经营收入达到120万元123万元1010", ("business_revenue", "120")),
    ],
)
def test_what_stands_in_the_rows_of_indicators_is_not_sure(read, row, said):
    assert said not in sure(read, f"自评表{HEADS}{row}")
    assert said not in sure(
        read, f"自评表{HEADS}数量指标巡查次数20次20次10\n\n2、{row}质量指标合格率98%98%10"
    )


@pytest.mark.parametrize(
    "text",
    [
        "三公经费控制率为86%。" + HEADS + "产出指标数量指标巡查次数20次20次10",
        HEADS + "产出指标数量指标巡查次数20次20次10总分10096 三、主要问题 三公经费控制率为86%。",
        HEADS + "产出指标数量指标巡查次数20次20次10\n\n三、经费控制情况\n\n三公经费控制率为86%。",
        "评价指标分为一级指标、二级指标、三级指标，各有权重和得分。三公经费控制率为86%。",
    ],
)
def test_sentences_around_such_rows_are_read_as_ever(read, text):
    assert (RATE, "86") in sure(read, text)
