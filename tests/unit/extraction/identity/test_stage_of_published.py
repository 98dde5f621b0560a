"""The stage of amounts that name none, in what a newspaper says of accounts or of a budget that was made public."""

from __future__ import annotations

import pytest

from extraction.extract import extract

BUDGETS = "预算编制、预算审查、预算安排、预算下达、预算调剂"
ACCOUNTS = "决算审查、决算编制、决算批复、执行"


@pytest.mark.parametrize(
    ("opening", "words", "stage"),
    [
        ("某省粮食局今日公布了《2012年粮食局部门决算》", BUDGETS, "final_account"),
        ("某县财政局局长受县政府委托作关于2012年财政决算的报告", BUDGETS, "final_account"),
        ("某省粮食局昨天晒出2012年预算信息", ACCOUNTS, "initial_budget"),
    ],
)
def test_what_was_made_public_gives_the_stage_but_leaves_it_open(opening, words, stage):
    text = f"{opening}。\n\n公务接待费1.6万元。\n\n{words}。"
    figure = next(f for f in extract(text.encode(), "a.txt").figures if f.value == "1.6")
    assert (figure.stage, figure.confidence < 1) == (stage, True)
