"""What became of a document, with its message in words: extracted, a blank form, no report, unreadable.

Belongs here: judging by what was read, and naming the files a message is about.
Does not belong here: the messages (``errors``), reading (``extract``).
"""

from __future__ import annotations

import re

from extraction.errors import MESSAGES
from extraction.identity import reportkinds
from extraction.model import Extraction, Outcome
from extraction.records import replace

#: An amount or a share that was reckoned; a form with several of them is filled in, whether or not they could be read.
_AMOUNT = re.compile(r"\d(?:\.\d+)?\s*(?:万|亿)?元|\d\.\d+\s*%")
#: 921.25万元: reckoned to the hundred, as no blank form prints it.
_EXACT = re.compile(r"(?<!\d)(?!0+\.0+万)\d{1,12}\.\d{1,8} ?万元")
_AMOUNTS_OF_FORMS = 3


def with_unread(outcome: Outcome, unread: tuple[tuple[str, str], ...]) -> Outcome:
    """An archive that was read, with what was not: no file of it is lost in silence."""
    if not unread or outcome.message_zh:
        return outcome
    zh = "；".join(f"{name}：{MESSAGES[code][0]}" for name, code in unread)
    en = "; ".join(f"{name}: {MESSAGES[code][1]}" for name, code in unread)
    return replace(
        outcome,
        error_code="members_unread",
        message_zh=f"压缩包中有 {len(unread)} 个文件没有读取。{zh}",
        message_en=f"{len(unread)} files of the archive were not read. {en}",
    )


def naming(outcome: Outcome, files: tuple[str, ...]) -> Outcome:
    """The message with the files of an archive that it is about."""
    if not files:
        return outcome
    return replace(
        outcome,
        message_zh=f"{outcome.message_zh}文件：{'、'.join(files)}。",
        message_en=f"{outcome.message_en} Files: {', '.join(files)}.",
    )


def judge(found: Extraction, text: str) -> Outcome:
    """Whether what was read is a filled self-evaluation report."""
    if not reportkinds.is_self_evaluation(found.identity.report_kind):
        return outcome_of("not_a_report", "not_a_report")
    if found.figures or any(row.score or row.shifted_points or row.actual_value for row in found.indicators):
        return found.outcome
    if len(_AMOUNT.findall(text)) >= _AMOUNTS_OF_FORMS or _EXACT.search(text):
        return found.outcome
    return outcome_of("template_only", "template_only")


def outcome_of(status: str, code: str | None = None) -> Outcome:
    """An outcome with its message, where a code gives one."""
    return Outcome(status, code, *MESSAGES[code]) if code else Outcome(status)
