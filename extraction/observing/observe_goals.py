"""Goals with a number, and whether the rest of the text states the result.

Belongs here: goals in running text and in forms without points.
Does not belong here: rows of scoring tables (``scoring``), whether a goal was met (SQL decides).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.model import Document, Locator, Observation, Paragraph, Span
from extraction.privacy.masking import masked
from extraction.text.normalise import Folded, fold, folded, folded_document, folded_lines

#: How a paragraph or cell begins that states goals.
_NAMES_GOALS = re.compile(r"(?:指标|目标)\d{0,2}:")
_GOAL = re.compile(rf"^\s*(?:\(?\d{{1,2}}[.)、])?(?:年度|总体|分项)?(?:绩效)?{_NAMES_GOALS.pattern}")
_UNIT = r"%|万?人次?|[个场次期批名件项篇条家户座公里亩吨]+"
_TARGET = re.compile(
    r"(?P<verb>达到?|不低于|不少于|不高于|不超过|≥|≤)?(?P<of>[^，。；;、:\d]{0,6}的)?"
    rf"(?<![\d.])(?P<number>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<unit>{_UNIT})(?P<after>以上|以下|以内)?"
)
_CLAUSE_END = re.compile(r"[，,。；;:“”()\n]")
_AT_MOST = frozenset({"不高于", "不超过", "≤", "以下", "以内"})
#: Characters at the end of a label by which its result is found again; shorter labels say too little.
_TAIL, _SHORTEST = 6, 4
_LABEL = 30
#: Characters within which a paragraph or cell must say that it states a goal.
_BEGINNING = 24
#: More goals, or places to look at, than any report has.
_GOALS, _PLACES = 60, 20


def observe(document: Document) -> Iterator[Observation]:
    """Goals with a number: ``code`` is ≥ or ≤ and the unit, numbers are in hundredths of the unit.

    ``second_number`` is the least favourable result stated elsewhere in the text, empty where none is.
    """
    text = document.reading
    if not _NAMES_GOALS.search(folded_lines(text).replace("\n", "")):
        return
    spans = [span for span in _goal_spans(document) if "标" in text[span.start : span.start + _BEGINNING]]
    goals = [goal for span in spans if (goal := _goal(document, span))]
    if not goals:
        return
    found = [(goal, match) for goal in goals for match in _targets(goal.text)]
    outside = folded_document(_without(document, goals)) if found else ""
    for goal, match in found[:_GOALS]:
        label = _label(goal.text, match.start())
        if len(label) < _SHORTEST:
            continue
        at_most = match["verb"] in _AT_MOST or match["after"] in _AT_MOST
        results = _results(outside, label[-_TAIL:], match["unit"])
        worst = (max(results) if at_most else min(results)) if results else None
        first, last = goal.origin(match.start() - len(label), match.end())
        yield Observation(
            "goal_target",
            ("≤" if at_most else "≥") + match["unit"],
            masked(document.text, first, last),
            Locator(first, last),
            _hundredths(match["number"]),
            None if worst is None else _hundredths(str(worst)),
        )


def _goal_spans(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if not block.in_table:
                yield block.span
        else:
            yield from (cell.span for row in block.rows for cell in row)


def _goal(document: Document, span: Span) -> Folded | None:
    if not _GOAL.match(folded(document.reading[span.start : min(span.start + _BEGINNING, span.end)])):
        return None
    return fold(document.reading[span.start : span.end], span.start)


def _without(document: Document, goals: list[Folded]) -> str:
    """The document with its goals blanked out."""
    pieces, position = [], 0
    for goal in goals:
        start, end = goal.origin(0, len(goal.text))
        pieces.append(document.reading[position:start])
        position = max(position, end)
    return "\n".join([*pieces, document.reading[position:]])


def _targets(text: str) -> Iterator[re.Match[str]]:
    """Numbers that are said to be reached or kept to: 达95%, 800人以上."""
    for match in _TARGET.finditer(text):
        if match["verb"] or match["after"]:
            yield match


def _label(text: str, end: int) -> str:
    """The words of the clause that lead to the number."""
    before = text[max(end - _LABEL, 0) : end]
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    return before[ends[-1] if ends else 0 :]


def _results(text: str, tail: str, unit: str) -> list[Decimal]:
    """Numbers of the unit that follow the words; what says 以上 is a goal again."""
    number = rf"\d{{1,9}}(?:\.\d{{1,4}})?{re.escape(unit)}"
    pattern = re.compile(
        rf"(?!\s*[≥≤])[^，。；;\d≥≤]{{0,10}}(?P<numbers>{number}(?:[、和]{number}){{0,5}})(?!以[上下内])"
    )
    found: list[Decimal] = []
    position = text.find(tail)
    for _ in range(_PLACES):
        if position < 0:
            break
        match = pattern.match(text, position + len(tail))
        if match:
            found += [Decimal(digits) for digits in re.findall(r"\d+(?:\.\d+)?", match["numbers"])]
        position = text.find(tail, position + len(tail))
    return found


def _hundredths(digits: str) -> int:
    return int(Decimal(digits) * 100)
