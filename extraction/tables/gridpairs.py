"""Rows of a form in which each amount stands behind its name: 部门整体支出 | 年初预算数 | 1284.35 | 决算数 | 1788.88, and 其中：基本支出 | 840.00 | 其中：基本支出 | 865.28 below.

Belongs here: of which stage the second of two amounts with one name is.
Does not belong here: amounts below headings (``gridlabels``); the money of one project (``columns.projectfunds``).

One name twice in a row says not which amount is which. It is known where the row above says a stage in front of each; else neither is read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extraction import reference
from extraction.columns.headings import Heading, read_heading
from extraction.records import replace
from extraction.text.numbers import parse_cell

_SEVERAL = 2
#: Where money came from: of a row on income these are parts, of any other they are none.
_SOURCES = {"fiscal_appropriation_revenue", "other_revenue"}


@dataclass(slots=True)
class PairStages:
    """The stages that a row says in front of its amounts, for the rows right below it."""

    stages: tuple[str, ...] = ()
    #: what that row is on
    whole: Heading | None = None

    def labels(self, texts: list[str]) -> list[tuple[int, Heading]] | None:
        """The columns of the amounts that are known and what each is called; None for a row that has no such names."""
        pairs = [
            (column, read_heading(name.rstrip(":")))
            for column, (name, text) in enumerate(pairwise(texts), start=1)
            if name and not parse_cell(name) and parse_cell(text)
        ]
        stages = [label.stage for _, label in pairs if label.stage and not label.concepts]
        if len(stages) == len(pairs) == len(set(stages)) >= _SEVERAL:
            return self._begin(texts, pairs)
        counts = Counter(label.text for _, label in pairs)
        if max(counts.values(), default=0) < _SEVERAL:
            self.stages = ()
            return None
        return [one for one in pairs if counts[one[1].text] == 1] + self._twice(pairs)

    def _begin(self, texts: list[str], pairs: list[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
        """The amounts of a row that says their stages: of what its first cell names, where it names money."""
        first = pairs[0][0] - 1
        self.stages = tuple(label.stage for _, label in pairs if label.stage)
        self.whole = next((read_heading(text) for text in reversed(texts[:first]) if text), None)
        if self.whole is None or not self.whole.concepts:
            return []
        return [
            (column, replace(self.whole, stage=stage))
            for (column, _), stage in zip(pairs, self.stages, strict=True)
        ]

    def _twice(self, pairs: list[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
        """The amounts of one name, as many as the row above has stages: each of its own."""
        if len({label.text for _, label in pairs}) > 1 or len(pairs) != len(self.stages):
            return []
        label = pairs[0][1]
        if not label.concepts or (_SOURCES & {*label.concepts} and not self._on_income()):
            return []
        return [
            (
                column,
                replace(label, stage=stage, unit=label.unit or (self.whole.unit if self.whole else None)),
            )
            for (column, _), stage in zip(pairs, self.stages, strict=True)
        ]

    def _on_income(self) -> bool:
        whole = self.whole.concepts if self.whole else ()
        return bool(whole) and "total_revenue" in (*whole, *reference.ancestors(whole[0]))
