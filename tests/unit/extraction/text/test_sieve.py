"""Patterns are left out only where they cannot match: every match holds a needed word, whatever the pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import reference
from extraction.observing import observe_lists, observe_text, observe_whole
from extraction.text.sieve import Sieve, at_beginnings, needed_words

PATTERNS = {f"claim {claim.name}": claim.pattern for claim in reference.claims()} | {
    f"{module.__name__} {name}": pattern
    for module in (observe_text, observe_whole, observe_lists)
    for name, pattern in vars(module).items()
    if isinstance(pattern, re.Pattern)
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
@settings(max_examples=30)
@given(st.data())
def test_every_match_holds_a_needed_word(pattern, data):
    match = pattern.search(data.draw(st.from_regex(pattern)))
    words = needed_words(pattern.pattern)
    assert not words or any(word in match.group() for word in words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:甲|乙)[^丙]{0,4}预算偏?差", {"预算偏差", "预算差"}),
        (r"专账管理|(?:甲|乙)", {"专账管理", "甲", "乙"}),
        (r"存在的?(?:问题|不足)", {"存在问题", "存在的问题", "存在不足", "存在的不足"}),
        (r"(?:甲乙)?丙(?=丁)", {"丙"}),
        (r"(?:甲乙){0,3}\d", set()),
        (r"(?:甲乙)+\d", {"甲乙"}),
        (r"截至20\d\d年", {"截至20"}),
        (r"(?:截至|截止)(?P<year>20\d\d)", {"截至", "截止"}),
        (r"(?i)abc", set()),
        (r"甲|", set()),
        (r"[^甲]乙?", set()),
        (r"(?>甲乙|丙丁)(?!戊)", {"甲乙", "丙丁"}),
    ],
)
def test_the_words_of_a_pattern(pattern, words):
    assert needed_words(pattern) == words


def test_a_text_is_told_apart_from_its_neighbours():
    sieve = Sieve(
        {"year": re.compile(r"截至20\d\d年"), "sum": re.compile("合计|总计"), "any": re.compile(r"\d")}
    )
    assert sieve.sift(["合", "计总计", "", "截至2022年合计"]) == [
        {"any"},
        {"any", "sum"},
        {"any"},
        {"any", "sum", "year"},
    ]
    assert sieve.sift([]) == []


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        (r"(?P<up>增加|(?<=年)升)|(?P<down>少)$", "升增少"),
        (r"(?:均?为|[甲乙]+)丁", "为乙均甲"),
        (r"(?<!\d)[1-3]月", "123"),
        (r"(?:甲|乙*)丙", "丙乙甲"),
    ],
)
def test_a_pattern_is_tried_at_the_characters_it_can_begin_with(pattern, characters):
    assert at_beginnings(pattern).pattern == f"(?=[{characters}])(?:{pattern})"


@pytest.mark.parametrize("pattern", [r"[^甲]乙", r"甲?", r"(?:甲|\d)乙", "^|甲", r"."])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern):
    with pytest.raises(ValueError, match="any character"):
        at_beginnings(pattern)
