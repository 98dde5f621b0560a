"""Which patterns are worth running on a text, and where: those of whose needed words one stands in it, at characters they can begin with.

Belongs here: the words that every match of a pattern holds one of, and the characters that matches begin with, derived from the pattern;
finding such words in one pass.
Does not belong here: patterns.

A pass over a text for all words of all patterns costs less than one pattern, and most patterns match nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from itertools import accumulate
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

_Words = frozenset[str]
#: More words than this are not kept apart: then shorter ones do.
_MOST = 64
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_ZERO_WIDTH = {"AT", "ASSERT", "ASSERT_NOT"}
_NOTHING: _Words = frozenset({""})


def at_beginnings(pattern: str) -> re.Pattern[str]:
    """A pattern of many alternatives that first looks at one character: whether any of them begins with it."""
    first, may_be_empty = _first(import_module("re._parser").parse(pattern))
    if may_be_empty or not first:
        raise ValueError(f"matches may begin with any character: {pattern}")
    return re.compile(f"(?=[{re.escape(''.join(sorted(first)))}])(?:{pattern})")


def _first(items: Iterable[tuple[Any, Any]]) -> tuple[_Words, bool]:
    """The characters that matches of a sequence begin with, none where they cannot be told, and whether one may be empty."""
    begins = frozenset[str]()
    for operation, value in items:
        if str(operation) in _ZERO_WIDTH:
            continue
        first, may_be_empty = _first_of(str(operation), value)
        if not first or not may_be_empty:
            return (begins | first if first else first), False
        begins |= first
    return begins, True


def _first_of(operation: str, value: Any) -> tuple[_Words, bool]:
    if operation == "LITERAL":
        return frozenset({chr(value)}), False
    if operation == "IN" and all(str(kind) in {"LITERAL", "RANGE"} for kind, _ in value):
        spans = [code if isinstance(code, tuple) else (code, code) for _, code in value]
        return frozenset(chr(code) for low, high in spans for code in range(low, high + 1)), False
    if operation == "SUBPATTERN":
        return _first(value[-1])
    if operation == "BRANCH":
        parts = [_first(branch) for branch in value[1]]
        known = all(first for first, _ in parts)
        return _united(first for first, _ in parts) if known else frozenset(), any(
            empty for _, empty in parts
        )
    if operation in _REPEATS:
        first, may_be_empty = _first(value[2])
        return first, may_be_empty or value[0] == 0
    return frozenset(), False


def needed_words(pattern: str) -> _Words:
    """Words of which every match of a pattern holds at least one; empty where none can be told."""
    parsed: Any = import_module("re._parser").parse(pattern)
    if parsed.state.flags & re.IGNORECASE:  # set inside the pattern; none is set beside it
        return frozenset()
    words = _sequence(parsed)[1]
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


def _sequence(items: Iterable[tuple[Any, Any]]) -> tuple[_Words | None, _Words]:
    """All texts that a sequence matches, where they are few, and its needed words."""
    run, best, whole = _NOTHING, frozenset[str](), True
    for operation, value in items:
        texts, needed = _part(str(operation), value)
        if texts is not None and len(run) * len(texts) <= _MOST:
            run = frozenset(before + text for before in run for text in texts)
            continue
        best, run, whole = _better(_better(best, run), needed), _NOTHING, False
    return (run if whole else None), _better(best, run)


def _part(operation: str, value: Any) -> tuple[_Words | None, _Words]:
    if operation == "LITERAL":
        return _known(frozenset({chr(value)}))
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return _known(frozenset(chr(code) for _, code in value))
    if operation in _ZERO_WIDTH:
        return _NOTHING, frozenset()
    if operation == "SUBPATTERN":
        return _sequence(value[-1])
    if operation == "ATOMIC_GROUP":
        return _sequence(value)
    if operation == "BRANCH":
        texts, needed = zip(*map(_sequence, value[1]), strict=True)
        return _united(texts) if None not in texts else None, _united(needed) if all(needed) else frozenset()
    if operation in _REPEATS:
        least, most, repeated = value
        texts_once, needed_once = _sequence(repeated)
        if (least, most) == (0, 1):
            return (texts_once | _NOTHING if texts_once is not None else None), frozenset()
        return None, needed_once if least else frozenset()
    return None, frozenset()


def _known(words: _Words) -> tuple[_Words, _Words]:
    return words, words


def _united(sets: Iterable[_Words]) -> _Words:
    return frozenset().union(*sets)


def _better(one: _Words, other: _Words) -> _Words:
    """The set that lets fewer texts through: with longer words, digits aside, which are everywhere; else with fewer."""

    def rank(words: _Words) -> tuple[int, int, int]:
        lengths = [sum(not sign.isdigit() for sign in word) for word in words]
        return min(lengths, default=0), min(map(len, words), default=0), -len(words)

    return max(one, other, key=rank)


class Sieve:
    """Patterns by name, of which one pass over texts tells which are worth running on each."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._always: list[str] = []
        names: dict[str, list[str]] = {}
        for name, pattern in patterns.items():
            words = needed_words(pattern.pattern)
            if not words:
                self._always.append(name)
            for word in sorted(words):
                names.setdefault(word, []).append(name)
        self._names = list(names.values())
        self._automaton = AhoCorasick(list(names), implementation=Implementation.DFA)

    def sift(self, texts: Sequence[str]) -> list[set[str]]:
        """For each text the names of the patterns that may match in it."""
        worth = [set(self._always) for _ in texts]
        ends = list(accumulate(len(text) + 1 for text in texts))
        for word, start, _ in self._automaton.find_matches_as_indexes("\n".join(texts), overlapping=True):
            worth[bisect_right(ends, start)].update(self._names[word])
        return worth
