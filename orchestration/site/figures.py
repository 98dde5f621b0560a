"""One figure as a page shows it: how it was read, what it is worth, where it stands.

Belongs here: figures, amounts and places in words. Does not belong here: what findings say of them (evidence).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extraction.doubt import USED_BY_RULES
from orchestration.commands.check_output import place_in_words
from orchestration.products.source import Row
from orchestration.products.words import WAN, trimmed
from orchestration.products.words import unit as unit_name
from orchestration.site.words import Two, both, joined, word


def shown_figure(row: Row, number: int) -> dict[str, Any]:
    """A figure as its row of the page shows it; ``number`` counts the figures of the report."""
    stage_year = [word(row["stage"])] if row["stage"] and row["stage"] != "unknown" else []
    if row["figure_year"]:
        stage_year.append(Two(f"{row['figure_year']}年", str(row["figure_year"])))
    if row["measure"] != "level":
        stage_year.append(word(row["measure"]))
    scopes = [word(row[name]) for name in ("org_scope", "fund_scope", "expenditure_scope")
              if row[name] and row[name] != "department"]  # fmt: skip
    return {
        "id": row["figure_id"],
        "anchor": f"f{number}",
        "row": f"v{number}",
        "place": (row["char_start"], row["char_end"]),
        "printed": row["printed"],
        "label": row["label"] if row["label"] != row["concept"] else "",  # a count has no label of its own
        "concept": Two(row["label_zh"] or row["concept"], row["label_en"] or row["concept"]),
        "of": joined([*stage_year, *scopes]),
        "value": amount(row["value_base"], row["base_unit"]),
        "where": places(row),
        "doubt": None if row["confidence"] == 1 else f"{(row['confidence'] or 0) * 100:.0f}%",
        "unsure": (row["confidence"] or 0) < USED_BY_RULES,
        "approximate": row["approximate"],
        "note": Two(row["note_zh"], row["note_en"]) if row["note_zh"] else None,
        "corrected": amount(row["corrected_value_base"], row["base_unit"]),
        "correction": " — ".join(filter(None, (row["reason"], row["author"]))),
        "findings": [],
    }


def places(locator: Mapping[str, Any]) -> Two:
    """A place in words."""
    return Two(place_in_words(locator, "zh"), place_in_words(locator, "en"))


def amount(value: Decimal | None, unit: str | None) -> Two:
    """A number in base units as people write it: money in 万元 or in yuan, no digit lost."""
    if value is None:
        return Two("", "")
    number = trimmed(value)
    if unit == "yuan":
        return Two(f"{trimmed(value / WAN)}万元", f"{Decimal(number):,f} yuan")
    names = both(unit_name, unit)
    return Two(number + names.zh, f"{number} {names.en}" if names.en != "%" else f"{number}%")
