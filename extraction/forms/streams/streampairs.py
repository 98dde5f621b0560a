"""A project's money in a stream of tokens, each amount behind its name: 预算数: 55.50 执行数: 49.50, and where it came from below.

Belongs here: such a run of names and amounts as rows of two pairs.
Does not belong here: what the amounts are (``columns.projectfunds``); amounts below headings (``streamfunds``).
"""

from __future__ import annotations

from extraction.columns.projectfunds import begins, is_budget
from extraction.flattened.blanks.spanrows import table_at
from extraction.forms.streams.stream import Stream
from extraction.model import Span, Table
from extraction.text.numbers import parse_cell
from extraction.words import words_of_fund_block

_PAIRS = 4


def may_begin(word: str) -> bool:
    """Whether a token names a budget whose amount follows: 预算数:."""
    return word.endswith(":") and is_budget(word)


def read_pairs(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The rows whose first name is a token, or None, and the token after them."""
    if not (begins(stream.words[at : at + 2]) and begins(_without_colons(stream.words[at : at + _PAIRS]))):
        return None, at
    title = [[stream.spans[at - 1]]] if at and words_of_fund_block.BEFORE.search(stream.words[at - 1]) else []
    rows: list[list[Span]] = [*title, list(stream.spans[at : at + _PAIRS])]
    end = at + _PAIRS
    while _is_row(stream.words[end : end + _PAIRS]):
        rows.append(list(stream.spans[end : end + _PAIRS]))
        end += _PAIRS
    return table_at(stream.text, rows), end


def _without_colons(words: list[str]) -> list[str]:
    """The names as they are where only what was spent, beside them, shows what they are."""
    return [word.rstrip(":") for word in words]


def _is_row(words: list[str]) -> bool:
    """Whether the same source stands with its amount for the budget and for what was spent."""
    if (
        len(words) < _PAIRS
        or words[0] != words[2]
        or not words_of_fund_block.LABEL.fullmatch(words[0].rstrip(":"))
    ):
        return False
    return parse_cell(words[1]) is not None and parse_cell(words[3]) is not None
