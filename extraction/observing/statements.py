"""Stated problems, measures and goals, one by one, each with a topic.

Belongs here: dividing their sections into single statements.
Does not belong here: which section a paragraph stands in (``sections``); judging them; numbers in them (``clauses``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from extraction import reference
from extraction.model import Document, Locator, Paragraph, Span, Statement
from extraction.observing.sections import Sections, parts_of
from extraction.text.normalise import fold_span, folded
from extraction.texts import masked_text

_ITEM = re.compile(
    r"(?:^|(?<=[。；;:：，])|(?<=\*))\s*(?:[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]+[）)])"
)
_SHORTEST = 8


def read_statements(document: Document, names: Sequence[tuple[int, int]]) -> Iterator[Statement]:
    """The statements of the document in reading order; ``names``: where names of persons stand in its text."""
    sections = Sections()
    shown: str | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.in_table:
            continue
        start, end = block.span.start, block.span.end
        kind = sections.enter(fold_span(document.text, start, end).text)
        for span, own in parts_of(document.text, start, end, kind):
            if own:
                shown = masked_text(document.text, names) if shown is None else shown
                yield from _split(document.text, shown, span, own, block.page)


def _split(text: str, shown: str, span: Span, kind: str, page: int | None) -> Iterator[Statement]:
    """Single statements of a stretch of text, in words of ``shown``: the text without personal data."""
    content = text[span.start : span.end]
    cuts = [match.start() for match in _ITEM.finditer(content)] or [0]
    for left, right in zip(cuts, [*cuts[1:], len(content)], strict=True):
        piece = content[left:right].strip(" \n\t*　")
        if len(piece) >= _SHORTEST:
            at = span.start + content.index(piece, left)
            where = Locator(at, at + len(piece), page)
            yield Statement(kind, shown[at : at + len(piece)], _topic(piece), where)


def _topic(text: str) -> str:
    """The topic with most keywords in the text; ties go to the one listed first."""
    topics, automaton = _keywords()
    found = automaton.find_matches_as_indexes(folded(text), overlapping=True)
    counted = Counter(topics[keyword] for keyword, _, _ in found)
    best = max(counted.values(), default=0)
    return next(topic.id for topic in reference.topics() if counted[topic.id] == best) if best else "other"


@lru_cache(maxsize=1)
def _keywords() -> tuple[list[str], AhoCorasick]:
    """The topic of each keyword, and what finds all keywords in one pass."""
    named = [(topic.id, word) for topic in reference.topics() for word in topic.keywords]
    return [topic for topic, _ in named], AhoCorasick([word for _, word in named])
