"""Words of the site in both languages at once: a page holds both and shows the one that its reader chose.

Belongs here: the pair of texts and how it stands in a page. Does not belong here: what codes are called
(products.words).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from orchestration.products import words

# What no page can show: control characters, halves of surrogate pairs, and marks that turn the direction of writing.
_UNSHOWN = dict.fromkeys(
    (
        *range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F),
        *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF,
    ),
    "\ufffd",
)  # fmt: skip


def shown(text: str) -> str:
    """Text of a document without characters that would change or break the page; the length stays."""
    return text.translate(_UNSHOWN)


@dataclass(frozen=True, slots=True)
class Two:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def __html__(self) -> Markup:
        """Both, each under its language; one where they are the same."""
        return _marked_up(self.zh, self.en)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


@lru_cache(maxsize=20_000)  # codes and labels come again and again
def _marked_up(zh: str, en: str) -> Markup:
    first, second = escape(shown(zh)), escape(shown(en))
    if first == second:
        return first
    return Markup(f'<span class="zh" lang="zh">{first}</span><span class="en" lang="en">{second}</span>')  # noqa: S704


def both(function: Callable[[str, str], str], code: str | None) -> Two:
    """What a function of products.words says of a code, in both languages."""
    return Two(function(code, "zh"), function(code, "en")) if code else Two("", "")


def word(code: str | None) -> Two:
    """A code of the warehouse."""
    return both(words.word, code)


def severity(code: str) -> Two:
    """A severity as a label."""
    return both(words.severity, code)


def joined(parts: list[Two]) -> Two:
    """Several texts as one list."""
    kept = [part for part in parts if part]
    return Two("、".join(part.zh for part in kept), ", ".join(part.en for part in kept))


def safe(text: object) -> Markup:
    """Text of a document as markup."""
    return escape(shown(str(text)))
