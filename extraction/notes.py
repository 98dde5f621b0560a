"""Why a figure is less than certain, for readers of Chinese: the English words are the key, as in any catalogue of messages.

Belongs here: joining notes, and saying them in Chinese (``data/reference/figure_notes.csv``).
Does not belong here: when something is noted, and how certain it then is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import reference

#: Between two notes on one figure; no note holds it.
_BETWEEN = " | "


def joined(*notes: str | None) -> str | None:
    """Several notes on one figure as one; none where nothing is noted."""
    return _BETWEEN.join(filter(None, notes)) or None


@lru_cache(maxsize=1024)
def in_chinese(note: str | None) -> str | None:
    """A note in Chinese; what the catalogue does not know stays as it is, so that nothing is lost."""
    return "；".join(_said(part) for part in note.split(_BETWEEN)) if note else None


def in_english(note: str | None) -> str | None:
    """A note in English."""
    return note.replace(_BETWEEN, "; ") if note else None


def is_known(note: str) -> bool:
    """Whether the catalogue has Chinese words for a note, or for what it is made of."""
    return all(_match(part) is not None for part in note.split(_BETWEEN))


def _said(note: str) -> str:
    found = _match(note)
    return found[1].format(**found[0]) if found else note


def _match(note: str) -> tuple[dict[str, str], str] | None:
    for pattern, chinese in _patterns():
        if match := pattern.fullmatch(note):
            return match.groupdict(), chinese
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English note as a pattern, ``{count}`` and the like as groups."""
    return tuple(
        (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english))), chinese)
        for english, chinese in reference.figure_notes().items()
    )
