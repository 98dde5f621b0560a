"""A table as a run of tokens: words of one line, or lines of one cell each.

Belongs here: the tokens.
Does not belong here: making a table of them (``spanrows``), finding rows (``streamfunds``, ``streamindicators``) or where a form begins (``streamtables``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.model import Span
from extraction.text.headnames import common_name
from extraction.text.normalise import folded
from extraction.text.numbers import parse_cell

_NO_AMOUNT = re.compile(r"[-—–/\\]+|无")


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens of a text; ``words`` are folded, headings by their common names."""

    text: str
    spans: Sequence[Span]
    words: list[str]
    #: where rows of the text begin, as far as that is known
    begins: frozenset[int] = frozenset()
    #: whether every cell is there, empty ones too
    whole: bool = False


def stream_of(
    text: str, spans: Sequence[Span], begins: frozenset[int] = frozenset(), whole: bool = False
) -> Stream:
    """Tokens with their words; ``begins`` are the offsets at which rows begin, where the text shows its rows."""
    words = [common_name(folded(text[span.start : span.end])) for span in spans]
    return Stream(text, spans, words, begins, whole)


def is_value(word: str) -> bool:
    """Whether a token is an amount, says that there is none, or is empty."""
    return not word or parse_cell(word) is not None or _NO_AMOUNT.fullmatch(word) is not None


def empty(at: int) -> Span:
    """An empty cell."""
    return Span(at, at)


def joined(spans: Sequence[Span], otherwise: int) -> Span:
    """One cell of several tokens; an empty one where there are none."""
    return Span(spans[0].start, spans[-1].end) if spans else empty(otherwise)
