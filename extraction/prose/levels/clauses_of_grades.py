"""Grades: 等次为“优”.

Belongs here: the grade that a sentence gives, which is no number.
Does not belong here: points (``clauses_by_unit``, ``labels``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction import reference
from extraction.model import Figure
from extraction.prose.sentence.dating import Dating
from extraction.prose.sentence.doubts import GRADE_OF_REVIEW, confidence_of
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.words import (
    grammar,
    words_of_score,
)


class Grades:
    """Clauses that give a grade."""

    def __init__(self, now: State, dating: Dating, stating: Stating) -> None:
        self._now, self._dating, self._stating = now, dating, stating

    def figures(self) -> Iterator[Figure]:
        """The grades of the sentence, in reading order."""
        now = self._now
        start, end = now.sentence.start, now.sentence.end
        told = words_of_score.BEFORE_GRADES.search(now.text, start, end)
        for before in words_of_score.GRADE_BEFORE.finditer(now.text, start, end) if told else ():
            if self._is_of_project(before.start()):
                continue
            group = next(name for name in ("word", "quoted", "plain") if before[name])
            yield self._grade("等次", before.start(), reference.grades()[before[group]], *before.span(group))
        for match in now.sentence.terms:
            if "grade" not in match.term.concepts:
                continue
            if match.term.strength == "weak" and not grammar.WEAK_LEFT.search(now.before(match.start)):
                continue
            if self._is_of_project(match.start):
                continue
            word = words_of_score.GRADE.match(now.text[match.end : match.end + 12])
            if word:
                start, end = match.end + word.start("word"), match.end + word.end("word")
                yield self._grade(match.term.text, match.start, reference.grades()[word["word"]], start, end)

    def _is_of_project(self, label_start: int) -> bool:
        """“农资储备”项目得分88分，级别“良”: of that project, in a report on the department."""
        now = self._now
        whole = now.around.whole == "total_expenditure"
        return whole and words_of_score.OF_A_PROJECT.search(now.before(label_start)) is not None

    def _grade(self, label: str, label_start: int, grade: str, start: int, end: int) -> Figure:
        now = self._now
        note = GRADE_OF_REVIEW if self._is_of_review(label, label_start) else None
        return Figure(
            concept="grade",
            measure="level",
            stage=None,
            fiscal_year=self._dating.year_of(label_start),
            label=label,
            value=grade,
            unit="",
            decimals=None,
            value_base=None,
            base_unit=None,
            printed=self._stating.quote(start, end),
            quote=self._stating.quote(label_start, end),
            source_kind="text",
            locator=self._stating.locator(start, end),
            sentence_no=now.sentence_no,
            note=note,
            confidence=confidence_of(note),
        )

    def _is_of_review(self, label: str, label_start: int) -> bool:
        """财政局复核得分88分，等级为“良”: whether the grade stands behind the score of a review and names no evaluation."""
        now = self._now
        since = max(now.sentence.start, label_start - 2 * grammar.REACH)
        return (
            "自评" not in label
            and words_of_score.REVIEWED_BEFORE.search(now.text, since, label_start) is not None
        )
