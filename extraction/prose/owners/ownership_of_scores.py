"""Whose points are: of the report, of one indicator, or what could be had.

Belongs here: decisions from the words and points around a label of points.
Does not belong here: scores of projects in a report on a department (``clauses_of_others``), scoring tables (``scoring``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction import reference
from extraction.text.sentences import Sentence
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items, words_of_score

#: Marks that no score exceeds.
_ALL_MARKS = Decimal(100)
#: A score that only a whole report can have.
_WHOLE_POINTS = re.compile(r"(\d{1,3})(?:\.\d+)?分")
#: Fewer points than a report gets as a whole, most of the time.
_LEAST_OF_ALL = 60
#: How far from a score the full marks of its item are looked for.
_FAR = 600
_SCORE_OF_ALL = re.compile(r"[6-9]\d(?:\.\d+)?分")


def marks_of_headings(path: tuple[str, ...]) -> Decimal | None:
    """（二）履职效果（60分） > 1.产出（20分）: the most that an item below the headings may have."""
    found = map(words_of_score.MARKS_OF_ITEM.search, path)
    return max((Decimal(match["marks"]) for match in found if match), default=None)


def marks_of_paragraph(text: str, above: Decimal | None, whole: str) -> Decimal | None:
    """The same of a paragraph: 1.资金投入（6分）。; one on one project among others has points of its own."""
    if whole == "project_expenditure" and words_of_items.ONE_OF_PROJECTS.match(text):
        return _ALL_MARKS
    if above is not None or "分" not in text:
        return above
    begins = words_of_score.BEGINS_WITH_MARKS.match(text)
    return Decimal(begins["marks"]) if begins else None


def is_small_score(text: str, sentence: Sentence, label: Match, upto: int) -> bool:
    """该项满分10分，自评得分8分: the score of one item, not of the report; more than all full marks is none of an item."""
    if reference.concepts()[label.term.concepts[0]].kind != "points":
        return False
    marks = [
        int(found["marks"])
        for found in words_of_score.FULL_MARKS_BELOW_100.finditer(
            text, max(sentence.start, label.start - _FAR), min(sentence.end, upto + _FAR)
        )
    ]
    score = _WHOLE_POINTS.match(text, upto)
    before = text[max(sentence.start, label.start - grammar.REACH) : label.start]
    if score and (full := words_of_score.FULL_MARKS_BEFORE.search(before)):
        # 产出指标50分，自评49分; 县局自评96分，财政复核得分90分 is of the report
        return int(score[1]) <= Decimal(full[1]) <= _LEAST_OF_ALL
    if not marks:
        return (
            score is not None and int(score[1]) < _LEAST_OF_ALL and _is_behind_result(text, sentence, label)
        )
    return score is None or int(score[1]) <= max(marks)


def _is_behind_result(text: str, sentence: Sentence, label: Match) -> bool:
    """年初目标值≥90%，实际完成值92%，自评得分20分: the clause is on one item."""
    start = max(sentence.start, label.start - 3 * grammar.REACH)
    start = max(start, *(text.rfind(mark, start, label.start) for mark in "；;。"))
    return any(
        pattern.search(text, start, label.start)
        for pattern in (words_of_score.RESULT_OF_ITEM, words_of_score.RATE_OF_ITEM)
    )


def is_full_marks(text: str, label: Match, upto: int) -> bool:
    """总分100分, 投入，总分20分: what could be had, in all or of a group of items."""
    return label.term.text == "总分" and _SCORE_OF_ALL.match(text, upto) is None


def is_score_within(text: str, sentence: Sentence, label: Match, upto: int, marks: Decimal) -> bool:
    """得分, 自评得 below （二）过程（40分）: of that item, but where it is more than the item can have.

    综合得分 and 总分 are of the report wherever they stand.
    """
    points = reference.concepts()[label.term.concepts[0]].kind == "points"
    if not points or "总" in label.term.text or "综合" in label.term.text:
        return False
    score = _WHOLE_POINTS.match(text, upto)
    named = words_of_score.MARKS_OF_ITEM.finditer(text, max(sentence.start, label.start - _FAR), label.start)
    most = max([marks, *(Decimal(one["marks"]) for one in named)])
    return score is None or not _LEAST_OF_ALL <= int(score[1]) > most


def is_score_of_indicator(text: str, sentence: Sentence, label: Match) -> bool:
    """其中预算执行率指标分值10分，得分9.5分: points of one indicator beside those of the report."""
    if reference.concepts()[label.term.concepts[0]].kind != "points":
        return False
    before = text[max(sentence.start, label.start - grammar.REACH) : label.start]
    if words_of_score.SPOKEN_OF_ALL.search(before):
        return False
    if label.term.text != "得分":
        clause = max(
            text.rfind("；", sentence.start, label.start), text.rfind(";", sentence.start, label.start)
        )
        return (
            words_of_score.POINTS_BEFORE.search(text, max(sentence.start, clause + 1), label.start)
            is not None
        )
    start = max(sentence.start, label.start - 3 * grammar.REACH)
    if (
        words_of_score.SCORE_OF_REPORT.search(text, start, min(sentence.end, label.end + grammar.REACH))
        is None
    ):
        return True
    return words_of_score.SCORE_OF_PART.search(text, start, label.start) is not None
