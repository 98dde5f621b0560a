"""Stated problems, measures and goals, one by one, each with a topic.

Belongs here: finding the sections and dividing them into single statements.
Does not belong here: judging them; numbers in them (``clauses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction import reference
from extraction.model import Document, Locator, Paragraph, Span, Statement
from extraction.text.normalise import fold_span, folded
from extraction.text.sentences import heading_level
from extraction.texts import masked_text

_PROBLEM = re.compile(r"存在的?(?:主要)?问题|主要问题|问题及原因|问题分析|不足")
_MEASURE = re.compile(r"改进|整改|措施|建议|下一步")
_GOAL = re.compile(r"绩效目标(?!完成|实现|情况分析)|预期目标|年度目标|工作目标")
_ITEM = re.compile(
    r"(?:^|(?<=[。；;:：，])|(?<=\*))\s*(?:[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|[（(][一二三四五六七八九十\d]+[）)])"
)
#: A short line with punctuation, or one that counts (一是), is a statement and no heading.
_SAYS = re.compile(r"[，。；;]|^[一二三四五六七八九十]是")
_SHORTEST = 8


def read_statements(document: Document) -> Iterator[Statement]:
    """The statements of the document in reading order."""
    kind: str | None = None
    shown: str | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.in_table:
            continue
        flat = fold_span(document.text, block.span.start, block.span.end).text
        if heading_level(flat) is not None or (len(flat) <= 24 and not _SAYS.search(flat)):
            kind = _section(flat, kind, heading_level(flat))
            continue
        inline = re.match(r"(?:针对|存在的?(?:主要)?问题|改进措施|主要措施)[^。]{0,16}:", flat)
        if inline and kind:
            kind = "measure" if "措施" in inline.group() or "针对" in inline.group() else "problem"
        if kind:
            shown = masked_text(document) if shown is None else shown
            yield from _split(document.text, shown, block, kind)


def _section(heading: str, current: str | None, level: int | None) -> str | None:
    """The kind of statements below a heading; an unrelated heading of the same rank ends a section."""
    for kind, pattern in (("problem", _PROBLEM), ("measure", _MEASURE), ("goal", _GOAL)):
        if pattern.search(heading):
            return kind
    return current if level in {3, 4} else None


def _split(text: str, shown: str, paragraph: Paragraph, kind: str) -> Iterator[Statement]:
    """Single statements of a paragraph, in words of ``shown``: the text without personal data."""
    start, end = paragraph.span.start, paragraph.span.end
    content = text[start:end]
    cuts = [match.start() for match in _ITEM.finditer(content)] or [0]
    for left, right in zip(cuts, [*cuts[1:], len(content)], strict=True):
        piece = content[left:right].strip(" \n\t*　")
        if len(piece) >= _SHORTEST:
            at = start + content.index(piece, left)
            span = Span(at, at + len(piece))
            yield Statement(
                kind,
                shown[at : at + len(piece)],
                _topic(piece),
                Locator(span.start, span.end, paragraph.page),
            )


def _topic(text: str) -> str:
    """The topic with most keywords in the text; ties go to the one listed first."""
    flat = folded(text)
    counted = [(sum(map(flat.count, topic.keywords)), topic.id) for topic in reference.topics()]
    best = max(count for count, _ in counted)
    return next(topic for count, topic in counted if count == best and best > 0) if best else "other"
