r"""A page under construction: text with slots, and what each slot says.

Belongs here: slots for numbers, their printed form, the truth that follows from them.
Does not belong here: accounts, layouts, faults.

A template holds ``\x02n\x03`` where mention n is printed and ``\x04n\x05 ... \x06`` around a part
that a fault may leave out. A fault changes mentions, never the template, so the truth stays known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

_SLOT = re.compile("\x02(\\d+)\x03")
_PART = re.compile("\x04(\\d+)\x05([^\x04\x05\x06]*)\x06")
_POINTS = {"indicator_score", "indicator_weight", "group_marks"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One printed number (or grade): what it says and how it is printed."""

    concept: str
    stage: str | None
    value: Decimal
    unit: str
    decimals: int = 2
    measure: str = "level"
    printed_unit: str = ""
    separators: bool = False
    place: str = "text"
    org_scope: str | None = None
    function_code: str | None = None
    base_concept: str | None = None
    base_stage: str | None = None
    fiscal_year: int | None = None
    word: str | None = None
    row: int | None = None
    also_right: tuple[str, ...] = ()
    #: The figure only may be read: a truth does not ask for it.
    optional: bool = False

    @property
    def digits(self) -> str:
        """The number as printed, without separators and sign."""
        return self.word or f"{abs(self.value):.{self.decimals}f}"

    @property
    def printed(self) -> str:
        """The number as printed; a decrease is said in words."""
        if self.word:
            return self.word
        number = f"{abs(self.value):,.{self.decimals}f}" if self.separators else self.digits
        return number + self.printed_unit

    @property
    def fact(self) -> dict[str, Any]:
        """What a truth file says of it."""
        sign = "-" if self.measure in ("change", "change_rate") and self.value < 0 else ""
        fact: dict[str, Any] = {
            "concept": self.concept,
            "measure": self.measure,
            "stage": self.stage,
            "value": sign + self.digits,
            "unit": self.unit,
            "quote": self.printed,
        }
        for name in ("org_scope", "function_code", "base_concept", "base_stage", "fiscal_year"):
            if getattr(self, name) is not None:
                fact[name] = getattr(self, name)
        return fact | ({"also_right": list(self.also_right)} if self.also_right else {})


@dataclass(slots=True)
class Rendering:
    """A finished page. ``rows`` are scoring rows: levels and the slots of full marks and score."""

    layout: str
    name: str
    template: str
    mentions: list[Mention]
    identity: dict[str, Any]
    rows: list[dict[str, Any]] = field(default_factory=list)
    dropped: frozenset[int] = frozenset()
    finish: Callable[[str], str] = str

    @property
    def text(self) -> str:
        """What the file holds."""
        text = self._parts_removed()
        return self.finish(_SLOT.sub(lambda slot: self.mentions[int(slot[1])].printed, text))

    @property
    def printed(self) -> list[Mention]:
        """The mentions that the text really holds, in reading order."""
        return [self.mentions[int(slot)] for slot in _SLOT.findall(self._parts_removed())]

    @property
    def parts(self) -> list[int]:
        """Parts that may be left out."""
        return [int(part[0]) for part in _PART.findall(self.template)]

    def with_mention(self, index: int, **changes: Any) -> Rendering:
        """The page with one number printed otherwise."""
        mentions = list(self.mentions)
        mentions[index] = replace(mentions[index], **changes)
        return replace(self, mentions=mentions)

    def without(self, part: int) -> Rendering:
        """The page with one part left out."""
        return replace(self, dropped=self.dropped | {part})

    def truth(self) -> dict[str, Any]:
        """Facts, scoring rows and identity, in the shape of a truth file."""
        printed = self.printed
        facts = [
            mention.fact for mention in printed if mention.concept not in _POINTS and not mention.optional
        ]
        may_also = [{"concept": m.concept, "value": m.digits} for m in printed if m.optional]
        truth = {**self.identity, "family": [self.layout], "facts": facts, "may_also": may_also}
        if self.rows:
            kept = {mention.row for mention in printed if mention.concept == "indicator_weight"}
            truth["indicators"] = [self._row(row) for row in self.rows if row["number"] in kept]
        return truth

    def _row(self, row: dict[str, Any]) -> dict[str, Any]:
        points = {name: self.mentions[row[name]].digits for name in ("full_marks", "score")}
        return {name: row[name] for name in ("level_1", "level_2", "level_3")} | points

    def _parts_removed(self) -> str:
        return _PART.sub(lambda part: "" if int(part[1]) in self.dropped else part[2], self.template)
