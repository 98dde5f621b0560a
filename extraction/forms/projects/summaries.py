"""The sentence that sums up one project in the accounts of a department: 造林项目绩效自评综述：…全年预算数为120万元，执行数为110万元，完成预算的92%.

Belongs here: that sentence of the national form of published accounts, whose project stands in the words before it.
Does not belong here: the same sentence on the whole department, or in a report on one project (``prose``); forms (other modules here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.columns import projectfunds
from extraction.forms.recovered import printed
from extraction.model import Figure, Span
from extraction.records import record, replace
from extraction.text.normalise import Folded, fold_span

_HINT = re.compile(r"全年预算数?[为是]?\s{0,3}\d")
_AMOUNT = r"(?:为|是|:)?(?P<{0}>{1})(?P<{0}_unit>万元|元|万)"
_SENTENCE = re.compile(
    rf"(?P<project>项目)?全年预算数?{_AMOUNT.format('plan', printed.NUMBER)}[，,；]?(?:全年|实际)?执行数?{_AMOUNT.format('spent', printed.NUMBER)}"
    r"(?:[，,；](?:完成|占)(?:全年)?预算的?(?P<rate>\d+(?:\.\d+)?)%)?"
)
#: What is summed up: the last one before the sentence.
_OF = re.compile(r"(?P<whole>整体)|(?P<project>项目)(?:支出)?(?:绩效)?(?:目标)?(?:完成情况|自评|绩效)")
_BEGINS = frozenset('。；;，:)”"')
_BEFORE, _BEHIND = 260, 90


@record(frozen=True, slots=True)
class Summaries:
    """Amounts of single projects, and where their sentences stand."""

    figures: list[Figure]
    places: list[Span]


def read(text: str, year: int | None) -> Summaries:
    """What the sentences say that sum up one project each."""
    found: list[Figure] = []
    places: list[Span] = []
    for hint in _HINT.finditer(text):
        if places and hint.start() < places[-1].end:
            continue
        near = fold_span(text, max(0, hint.start() - _BEFORE), min(len(text), hint.end() + _BEHIND))
        match = next(
            (match for match in _SENTENCE.finditer(near.text) if near.origin(*match.span())[1] > hint.end()),
            None,
        )
        if match is None or not _is_of_project(near.text, match):
            continue
        places.append(Span(*near.origin(*match.span())))
        found.extend(_figures(near, match, year))
    return Summaries(found, places)


def _is_of_project(text: str, match: re.Match[str]) -> bool:
    """Whether it is a project that is summed up: a name of money in front of it says whose it is."""
    if match["project"]:
        return True
    named = list(_OF.finditer(text, 0, match.start()))
    begins = text[match.start() - 1 : match.start()] in _BEGINS
    return begins and bool(named) and named[-1]["project"] is not None


def _figures(near: Folded, match: re.Match[str], year: int | None) -> Iterator[Figure]:
    for name, stage in (("plan", "adjusted_budget"), ("spent", "final_account")):
        label = "全年预算数" if name == "plan" else "执行数"
        unit, about = match[f"{name}_unit"], ("project_item", stage, year)
        stated = printed.figure(near, match.span(name), unit, about, label=label, quote=match.group())
        yield projectfunds.of_one_among_others(replace(stated, source_kind="text"))
