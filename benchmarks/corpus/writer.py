"""Puts amounts of an account on a page, in the units and number style of that page.

Belongs here: turning amounts, rates, shares, changes and points into slots.
Does not belong here: sentences and tables (``renderers``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.corpus.accounts import FINAL, INITIAL, Accounts
from benchmarks.corpus.numbers import percent
from benchmarks.corpus.page import Mention, Rendering

_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Style:
    """How a page prints money: its unit, what follows the number, thousands separators."""

    unit: str = "万元"
    suffix: str = "万元"
    separators: bool = False
    #: 9.50 is printed 9.5
    trimmed: bool = False


class Writer:
    """Collects the mentions of one page."""

    def __init__(self, accounts: Accounts, rng: Random, style: Style | None = None) -> None:
        self.accounts = accounts
        self.rng = rng
        self.style = style or Style()
        self._mentions: list[Mention] = []
        self._rows: list[dict[str, Any]] = []
        self._parts = 0

    def pick(self, *phrases: str) -> str:
        """One of several ways of saying something."""
        return self.rng.choice(phrases)

    def slot(self, mention: Mention) -> str:
        """A slot that prints ``mention``."""
        self._mentions.append(mention)
        return f"\x02{len(self._mentions) - 1}\x03"

    def part(self, content: str) -> str:
        """Content that a fault may leave out."""
        self._parts += 1
        return f"\x04{self._parts}\x05{content}\x06"

    def money(self, concept: str, stage: str | None = FINAL, *, cell: str = "", **more: Any) -> str:
        """An amount of the accounts; ``cell`` names the table when its caption gives the unit."""
        return self.amount(concept, stage, self.accounts[concept, stage], cell=cell, **more)

    def amount(self, concept: str, stage: str | None, value: Decimal, *, cell: str = "", **more: Any) -> str:
        """Any amount in ten thousand yuan, in the unit of the page."""
        style = self.style
        value = value * _TEN_THOUSAND if style.unit == "元" else value
        more.setdefault("decimals", _decimals(value) if style.trimmed else 2)
        suffix = "" if cell else style.suffix
        mention = Mention(
            concept, stage, value, style.unit, printed_unit=suffix, separators=style.separators, place=cell or "text", **more
        )  # fmt: skip
        return self.slot(mention)

    def heads(self, concept: str, unit: str = "人", printed: str | None = None, **more: Any) -> str:
        """A count of persons or things."""
        suffix = unit if printed is None else printed
        return self.slot(
            Mention(concept, None, self.accounts[concept, None], unit, 0, printed_unit=suffix, **more)
        )

    def completion(self, concept: str, base_stage: str = INITIAL, decimals: int = 2) -> str:
        """Final amount in percent of a budget."""
        rate = percent(self.accounts[concept, FINAL], self.accounts[concept, base_stage], decimals)
        return self.slot(
            Mention(concept, FINAL, rate, "%", decimals, "completion_rate", "%", base_stage=base_stage)
        )

    def share(self, concept: str, base_concept: str, stage: str | None = FINAL, decimals: int = 2) -> str:
        """An amount in percent of another."""
        share = percent(self.accounts[concept, stage], self.accounts[base_concept, stage], decimals)
        return self.slot(
            Mention(concept, stage, share, "%", decimals, "share", "%", base_concept=base_concept)
        )

    def rate(self, concept: str, value: Decimal, decimals: int = 2) -> str:
        """A ratio with a name of its own."""
        return self.slot(Mention(concept, None, value, "%", decimals, printed_unit="%"))

    def change(self, concept: str, base_stage: str, value: Decimal) -> str:
        """By how much an amount is above or below another one; the words around say which."""
        return self.amount(concept, FINAL, value, measure="change", base_stage=base_stage)

    def score(self, printed: str = "分", place: str = "text") -> str:
        """The total of the scoring table."""
        total = self.accounts.rubric.total
        return self.slot(
            Mention(
                "self_evaluation_score",
                None,
                total,
                "分",
                _decimals(total),
                printed_unit=printed,
                place=place,
            )
        )

    def grade(self, word: str | None = None) -> str:
        """The grade."""
        return self.slot(Mention("grade", None, Decimal(0), "", word=word or self.accounts.rubric.grade))

    def rubric_rows(self) -> list[tuple[Any, str, str]]:
        """Every scoring row with the slots of its full marks and its score."""
        rows = []
        for number, row in enumerate(self.accounts.rubric.rows):
            full, score = (
                self.slot(Mention(concept, None, value, "分", _decimals(value), place="rubric", row=number))
                for concept, value in (("indicator_weight", row.full), ("indicator_score", row.score))
            )
            self._rows.append(
                {
                    "number": number,
                    "level_1": row.level_1,
                    "level_2": row.level_2,
                    "level_3": row.level_3,
                    "full_marks": len(self._mentions) - 2,
                    "score": len(self._mentions) - 1,
                }
            )
            rows.append((row, full, score))
        return rows

    def marks(self, value: Decimal, row: int | None = None) -> str:
        """Full marks of a group, or of the whole table."""
        concept = "score_maximum" if row is None else "group_marks"
        return self.slot(
            Mention(concept, None, value, "分", 0, place="rubric", row=row, optional=row is None)
        )

    def page(
        self,
        layout: str,
        kind: str,
        title: str,
        body: str,
        finish: Callable[[str], str] = str,
        **identity: Any,
    ) -> Rendering:
        """The finished page."""
        facts = {
            "department_name": self.accounts.department.name,
            "region_code": self.accounts.department.region_code,
            "fiscal_year": self.accounts.year,
            "report_kind": kind,
            "status": "extracted" if "self_evaluation" in kind else "not_a_report",
        }
        facts.update(identity)
        return Rendering(
            layout, title, f"{title}\n\n{body}\n", self._mentions, facts, self._rows, finish=finish
        )


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
