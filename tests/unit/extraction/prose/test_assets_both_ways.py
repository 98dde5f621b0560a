"""What came to the fixed assets and what went from them in one year."""

from __future__ import annotations

_TITLE = "清河湾街道办事处2022年度部门整体支出绩效自评报告\n\n"


def _assets(states, text):
    return [state[:1] + state[1:2] + state[3:4] for state in states(_TITLE + text)]


def test_what_came_and_what_went_are_no_changes(states):
    assert _assets(states, "期末固定资产原值812.40万元，当年增加96.40万元、减少35.20万元。") == [
        ("fixed_assets_gross", "level", "812.40"),
        ("asset_additions", "level", "96.40"),
        ("asset_disposals", "level", "35.20"),
    ]


def test_one_way_against_another_year_is_a_change(states):
    assert ("fixed_assets_gross", "change", "96.40") in _assets(
        states, "期末固定资产原值812.40万元，比上年增加96.40万元。"
    )


def test_nothing_is_said_of_assets_where_money_came_and_went(states):
    text = "结转资金当年增加96.40万元、减少35.20万元。"
    assert not {state[0] for state in states(_TITLE + text)} & {"asset_additions", "asset_disposals"}


def test_the_bracket_says_which_value_it_was(states):
    assert _assets(states, "固定资产612.75万元（净值，账面原值930.40万元）。") == [
        ("fixed_assets_net", "level", "612.75"),
        ("fixed_assets_gross", "level", "930.40"),
    ]
