"""基本支出 and 项目支出, and the sources of income, as witnesses of the total that they add up to.

Belongs here: cells in which label and amount stand together (其中：基本支出：865.28) and the stage that they are of; a row
合计 that names nothing, below rows of both.
Does not belong here: rows with labels and columns of their own (``funds``, ``grids``).

The form of the funds block prints those cells below all columns, so their words do not say of which stage they are. The total does: the stage
is taken whose total the amounts add up to, where that is one stage alone or all of one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.model import Cell, Table
from extraction.text.normalise import folded
from extraction.text.numbers import Number, parse_cell

_PART = re.compile(
    r"(?:按[^:]{2,8}分类?:)?(?:其中:)?(?P<label>基本支出|项目支出)(?:\(万元\))?:(?P<amount>[\d.,]+(?:万元|元)?)?"
)
_CONCEPTS = {"基本支出": "basic_expenditure", "项目支出": "project_expenditure"}
#: 按收入性质分: 其他资金 is whatever is left; what other money there is counts in the sum and is said of nothing.
_SOURCE = re.compile(
    r"(?:按收入性质分:?)?(?:其中:)?(?:(?P<general_public_budget_appropriation>一般公共预算(?:财政)?(?:拨款)?)"
    r"|(?P<government_fund_appropriation>政府性基金(?:预算)?(?:财政)?(?:拨款)?)"
    r"|(?P<state_capital_appropriation>国有资本经营预算(?:财政)?(?:拨款)?)"
    r"|(?P<special_account_revenue>纳入(?:财政)?专户管理的?非税收入(?:拨款)?|财政专户管理资金)"
    r"|(?P<other_revenue>其他资金)|(?P<unsaid>上年结转(?:资金|结余)?|单位资金|事业(?:单位)?(?:经营)?收入|其他收入))(?:\(万元\))?:(?P<amount>[\d.,]+(?:万元|元)?)?"
)
#: 按收入性质分: | 按支出性质分: the titles of both divisions.
TITLE = re.compile(r"按(?:收入|支出|资金)?性质分(?:类)?:?")
#: Stages in the order in which one is taken where several totals are of the same amount; a budget that was not changed is the first one.
_STAGES = ("final_account", "adjusted_budget", "initial_budget")
_STAGES_OF_INCOME = ("adjusted_budget", "initial_budget", "final_account")
_UNSAID = "unsaid"
#: Rows that may be the sum of both.
_SUMS = {"合计", "总计", "支出合计", "小计"}
SUM_NOTE = "taken for the total because both parts above add up to it"
_BEFORE_NAME = re.compile(r"(?:[一二三四五]、|\([一二三四五\d]\)|\d[.、])?(?:其中:?)?")
_FEWEST_COLUMNS = 2
NOTE = "stage chosen because the parts add up to its total"


def is_part(words: str) -> bool:
    """Whether folded words are such a cell, or its label with nothing behind it."""
    return ":" in words and (_PART.fullmatch(words) is not None or _SOURCE.fullmatch(words) is not None)


def _says_nothing(words: str) -> bool:
    return not words or is_part(words) or TITLE.fullmatch(words) is not None


@dataclass(slots=True)
class NatureCells:
    """The cells of one block met so far, and its totals by stage."""

    totals: dict[str, Decimal] = field(default_factory=dict)
    parts: dict[str, tuple[Cell, Number]] = field(default_factory=dict)
    sources: dict[str, tuple[Cell, Number]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    def take(self, row: Sequence[Cell]) -> bool:
        """Remember the parts that a row holds; whether it holds any."""
        found = blank = False
        for cell in row:
            words = folded(cell.text)
            match = (_PART.fullmatch(words) or _SOURCE.fullmatch(words)) if ":" in words else None
            number = parse_cell(match["amount"] or "") if match else None
            if match is None or number is None:
                blank = blank or match is not None
                continue
            if match.re is _PART:
                self.parts[_CONCEPTS[match["label"]]] = cell, number
            else:
                name = next(name for name, words in match.groupdict().items() if words and name != "amount")
                self.sources[name] = cell, number
            found = True
        return found or (blank and all(_says_nothing(folded(cell.text)) for cell in row))

    def settled(self) -> Iterator[tuple[str, str, Cell, Number]]:
        """Concept, stage, cell and amount of parts that now add up to the total of a stage; each once."""
        for parts, stages, fewest in (
            (self.parts, _STAGES, len(_CONCEPTS)),
            (self.sources, _STAGES_OF_INCOME, 1),
        ):
            total = sum((number.value for _, number in parts.values()), Decimal(0))
            stage = next((stage for stage in stages if self.totals.get(stage) == total), None)
            if stage == "adjusted_budget" and self.totals.get("initial_budget") == total:
                stage = "initial_budget"
            if stage is None or len(parts) < fewest:
                continue
            for concept, (cell, number) in parts.items():
                if concept not in self.said and concept != _UNSAID:
                    self.said.add(concept)
                    yield concept, stage, cell, number


@dataclass(slots=True)
class NatureColumns:
    """The amounts of rows 基本支出 and 项目支出 by column."""

    amounts: dict[int, dict[str, Decimal]] = field(default_factory=dict)

    def note(self, concepts: tuple[str, ...], column: int, value: Decimal) -> None:
        """Remember an amount of one of both."""
        if len(concepts) == 1 and concepts[0] in _CONCEPTS.values():
            self.amounts.setdefault(column, {})[concepts[0]] = value

    def is_sum(self, label: str, texts: Sequence[str]) -> bool:
        """Whether a row of this label is the sum of both rows in every column that holds both."""
        if label not in _SUMS:
            return False
        whole = [
            number.value == sum(parts.values(), Decimal(0))
            for column, parts in self.amounts.items()
            if len(parts) == len(_CONCEPTS) and column < len(texts) and (number := parse_cell(texts[column]))
        ]
        return bool(whole) and all(whole)


def rows_over_parts(table: Table) -> frozenset[tuple[str, ...]]:
    """Rows of a sum above those of 基本支出 and 项目支出 in a table, where these add up to it in every column of several."""
    wanted: dict[str, list[list[str]]] = {name: [] for name in (*_CONCEPTS, *_SUMS)}
    for row in table.rows:
        name = folded(row[0].text)
        name = _BEFORE_NAME.sub("", name) if "支出" in name or "计" in name else name
        if name in wanted:
            wanted[name].append([folded(cell.text) for cell in row])
    basic, project = wanted["基本支出"], wanted["项目支出"]
    sums = [texts for name in _SUMS for texts in wanted[name]]
    if len(basic) != 1 or len(project) != 1:
        return frozenset()
    return frozenset(tuple(texts) for texts in sums if _adds_up(texts, basic[0], project[0]))


def _adds_up(whole: Sequence[str], *parts: Sequence[str]) -> bool:
    """Whether amounts of a row are those of its parts together, column by column; rates beside them are not."""
    if any(len(part) != len(whole) for part in parts):
        return False
    held: list[bool] = []
    for column in zip(whole[1:], *(part[1:] for part in parts), strict=True):
        numbers = [number.value for text in column if (number := parse_cell(text))]
        if len(numbers) == len(column):
            held.append(numbers[0] == sum(numbers[1:]))
    return sum(held) >= _FEWEST_COLUMNS and all(held[: sum(held)])
