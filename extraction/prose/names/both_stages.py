"""One amount at two stages: 年初预算和决算均为9万元, 预算、决算均为0.

Belongs here: the second figure that such words make of the first.
Does not belong here: one amount of several labels (``labels_of_parts``), the stage of a label (``labels_of_stage``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import reference
from extraction.model import Figure
from extraction.prose.sentence.state import State
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar

_STAGE = rf"(?:{grammar.STAGE_WORD}|预算|决算)"
_BOTH = re.compile(
    rf"(?P<first>{_STAGE})数?(?:支出)?[、和与及](?P<second>{_STAGE})数?(?:支出)?(?:均|都|同)(?:为|是)?:?$"
)


def at_other_stage(now: State, number: Number, figure: Figure) -> Figure | None:
    """The same amount at the other of two stages, where ``figure`` is at one of them; None elsewhere."""
    before = now.text[max(now.sentence.start, number.start - grammar.REACH) : number.start]
    if figure.measure != "level" or not before.rstrip(":为是").endswith(("均", "都", "同")):
        return None
    both = _BOTH.search(before)
    stages = {_stage(both[name]) for name in ("first", "second")} if both else set()
    other = stages - {figure.stage}
    known = None not in stages and len(other) == 1 < len(stages)
    return replace(figure, stage=other.pop()) if known else None


@lru_cache(maxsize=64)
def _stage(word: str) -> str | None:
    for name in (word, f"{word}数"):
        if named := reference.stage_terms().get(name):
            return named[0]
    return None
