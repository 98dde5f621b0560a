"""What became of the fixed assets within a year: 固定资产年初126万元，本年增加8万元，减少4万元，年末130万元，净值80万元.

Belongs here: the numbers of such a chain, which begins with the name of the assets and their opening value; things bought and scrapped.
Does not belong here: assets behind a name of their own (``labels``), parts of a total (``clauses_of_parts``).
"""

from __future__ import annotations

from extraction.model import Figure
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_assets

_CONCEPTS = {
    "more": "asset_additions",
    "fewer": "asset_disposals",
    "closing": "fixed_assets_gross",
    "net": "fixed_assets_net",
}
#: How far behind its beginning a chain goes, in characters.
_REACH = 200
#: How far behind what came what went may end.
_AHEAD = 40


class Assets:
    """Clauses of a chain from the assets at the beginning of the year to those at its end."""

    def __init__(self, now: State, stating: Stating) -> None:
        self._now, self._stating = now, stating

    def figures(self, number: Number, gap_start: int, gap: str) -> list[Figure] | None:
        """The figure of a number of such a chain; None outside of one."""
        now = self._now
        since = max(now.sentence.start, number.start - _REACH)
        if number.base_unit != "yuan":
            return None
        if (things := self._things(number)) is not None:
            return list(self._stating.emit(number, things, things.start))
        if now.text.find("固定资产", since, number.start) < 0:
            return None
        if both := self._both_ways(number, since):
            return list(self._stating.emit(number, both, both.start))
        begun = words_of_assets.OPENING.search(now.text, since, number.start)
        if begun is None:
            return None
        if begun.end() == number.start:
            return []  # the value at the beginning: of the year before, or as adjusted since
        link = words_of_assets.LINK.fullmatch(gap)
        if link is None or link.lastgroup is None:
            return None
        subject = Subject((_CONCEPTS[link.lastgroup],), None, gap.strip("，、；;"), gap_start)
        return list(self._stating.emit(number, subject, gap_start))

    def _both_ways(self, number: Number, since: int) -> Subject | None:
        """固定资产原值826万元，当年增加96万元、减少35万元: neither is the change of what is there."""
        now = self._now
        until = min(now.sentence.end, number.end + _AHEAD)
        for found in words_of_assets.BOTH_WAYS.finditer(now.text, since, until):
            for way in ("more", "fewer"):
                if found.start(way) == number.start:
                    return Subject((_CONCEPTS[way],), None, found.group(), found.start())
        return None

    def _things(self, number: Number) -> Subject | None:
        """固定资产原值2204万元，本年新购置监测终端36万元，报废设备11万元: in a paragraph that has named the fixed assets."""
        now = self._now
        since = max(now.sentence.start, number.start - grammar.REACH)
        found = words_of_assets.THINGS.search(now.text, since, number.start)
        if found is None or now.text.find("固定资产", max(0, found.start() - _REACH), found.start()) < 0:
            return None
        concept = _CONCEPTS["more" if found["more"] else "fewer"]
        return Subject((concept,), None, found.group(), found.start())
