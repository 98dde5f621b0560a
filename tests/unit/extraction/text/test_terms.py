"""The vocabulary finds the longest name, and names what a number measures."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extraction import reference
from extraction.text.normalise import folded
from extraction.text.terms import vocabulary


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("公务用车运行维护费", ("official_vehicle_operation",)),
        ("公务接待费", ("official_reception",)),
        ("固定资产原值", ("fixed_assets_gross",)),
        ("在职人员", ("staff_in_service",)),
        ("基本支出", ("basic_expenditure",)),
    ],
)
def test_a_printed_name_stands_for_its_concept(text, concepts):
    (match,) = vocabulary().find(text)
    assert match.term.concepts == concepts
    assert (match.start, match.end) == (0, len(text))


def test_the_longest_name_wins_and_none_overlap():
    matches = vocabulary().find("公务用车购置及运行维护费与公务用车购置费")
    assert matches[0].term.concepts == ("official_vehicle",)
    assert matches[-1].term.concepts == ("official_vehicle_purchase",)
    assert all(left.end <= right.start for left, right in pairwise(matches))


@pytest.mark.parametrize(
    ("text", "stage"),
    [("年初预算数", "initial_budget"), ("全年预算数", "adjusted_budget"), ("决算数", "final_account")],
)
def test_a_stage_word_names_a_stage_and_no_concept(text, stage):
    (match,) = vocabulary().find(text)
    assert match.term.stage == stage
    assert not match.term.names_concept


def test_classes_carry_their_codes():
    (match,) = vocabulary().find("一般公共服务支出")
    assert match.term.function_code == "201"
    assert match.term.concepts == ("function_class_amount",)


def test_every_alias_names_a_known_concept_and_a_known_stage():
    for alias in reference.aliases():
        assert alias.stage in {None, "initial_budget", "adjusted_budget", "final_account"}
        assert set(alias.concepts) <= reference.concepts().keys()
        assert vocabulary().find(alias.text) == [] or vocabulary().find(alias.text)[0].start == 0


def test_no_name_hides_a_longer_one():
    for alias in reference.aliases():
        text = folded(alias.text)
        (match,) = vocabulary().find(text)
        assert (match.start, match.end) == (0, len(text)), alias.text


def test_every_name_stands_once():
    names = [alias.text for alias in reference.aliases()]
    assert not {name for name in names if names.count(name) > 1}


def test_words_of_no_meaning_are_not_found():
    assert vocabulary().find("天气晴朗无云") == []
