"""The words of alerts in both languages.

Belongs here: names of changes and severities, dates. Does not belong here: whole messages (digest, incidents).
"""

from __future__ import annotations

from datetime import datetime

from orchestration.publishing.workbook import CHINA

_WORDS: dict[str, tuple[str, str]] = {
    "new": ("新增", "new"),
    "worse": ("加重", "worse"),
    "resolved": ("已解决", "resolved"),
    "accepted": ("已说明", "explained"),
    "unchecked": ("不再出现，未能重新核对", "no longer found, not verified"),
    "withdrawn": ("已撤下", "withdrawn"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "hint"),
}


def pick(lang: str, zh: str, en: str) -> str:
    """The text in the reader's language."""
    return zh if lang == "zh" else en


def word(code: str, lang: str) -> str:
    """A code in the reader's language."""
    return pick(lang, *_WORDS.get(code, (code, code)))


def moment(text: str) -> str:
    """A moment of ISO 8601 as readers in China know it, to the minute."""
    return f"{datetime.fromisoformat(text).astimezone(CHINA):%Y-%m-%d %H:%M}"
