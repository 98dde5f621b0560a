"""Money that levels of government give to one project, where what they give adds up to an amount that no label names.

Belongs here: proving by the sum that an amount is all the money of the project, and whose money each part of it is.
Does not belong here: levels behind an amount with a label (``clauses_of_open_names``), patterns (``words_of_project``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.concepts import FUNDS_OF_LEVELS
from extraction.prose.sentence.state import State
from extraction.text.numbers import UNITS, Number
from extraction.text.terms import Match
from extraction.words import words_of_funds, words_of_ledger, words_of_project, words_of_stage

#: The concept of what a level gives, and the fund it is of; None for money that no level of government gave.
Source = tuple[str, str | None] | None
_MOST = 6
#: Characters of the sentence before, whose last amount 其中 divides.
_BEFORE = 40
_LEAST = 2
_SOURCES: dict[str, Source] = {
    "中央": ("upper_level_funds", "central"),
    "央省": ("upper_level_funds", None),
    "上级": ("upper_level_funds", None),
    "省": ("upper_level_funds", "provincial"),
    "地市": ("upper_level_funds", "municipal"),
    "市": ("upper_level_funds", "municipal"),
    "州": ("upper_level_funds", "municipal"),
    "县": ("local_level_funds", None),
    "区": ("local_level_funds", None),
    "治区": ("upper_level_funds", "provincial"),
    "本级": ("local_level_funds", None),
    "地方": ("local_level_funds", None),
}
#: The same by the first character of the level.
LEVELS = {
    "中": ("upper_level_funds", "central"),
    "上": ("upper_level_funds", None),
    "省": ("upper_level_funds", "provincial"),
    "自": ("upper_level_funds", "provincial"),
    "地": ("upper_level_funds", "municipal"),
    "州": ("upper_level_funds", "municipal"),
    "市": ("upper_level_funds", "municipal"),
    "盟": ("upper_level_funds", "municipal"),
    "县": ("local_level_funds", None),
    "区": ("local_level_funds", None),
}


def adding_up(text: str, whole: Number) -> dict[int, Source] | None:
    """Where the amounts behind ``whole`` begin that levels of government gave, with the source of each.

    None unless there are at least two and their sum is the whole.
    """
    found: dict[int, Source] = {}
    ends, rest = whole.end, whole.in_base_units()
    while rest > 0 and len(found) < _MOST:
        part = words_of_project.LEVEL_OF_PART.match(text, ends)
        if part is None:
            return None
        found[part.start("digits")] = _SOURCES.get(part["level"][-2:])
        amount = Decimal(part["digits"].replace(",", "")) * UNITS[part["unit"]][2]
        ends, rest = part.end(), rest - amount
    return found if rest == 0 and len(found) >= _LEAST else None


def added_up(text: str, start: int) -> dict[int, Source] | None:
    """中央财政2034万元，省财政680万元，两级资金合计2714万元: the same where the sum stands behind the levels."""
    found: dict[int, Source] = {}
    ends, total = start, Decimal(0)
    while len(found) < _MOST and (part := words_of_project.LEVEL_OF_PART.match(text, ends)):
        if words_of_project.SPENT_BESIDE.search(part.group()):
            return None
        found[part.start("digits")] = _SOURCES.get(part["level"][-2:])
        ends, total = part.end(), total + Decimal(part["digits"].replace(",", "")) * UNITS[part["unit"]][2]
    summed = words_of_project.SUM_OF_LEVELS.match(text, ends) if len(found) >= _LEAST else None
    if summed is None or Decimal(summed["digits"].replace(",", "")) * UNITS[summed["unit"]][2] != total:
        return None
    return {**found, summed.start("digits"): ("project_expenditure", None)}


def stage_of(clause: str) -> str | None:
    """The stage that the words before such a whole give it; None where it is neither planned nor spent."""
    if words_of_project.NO_WHOLE.search(clause):
        return None
    spent = words_of_project.SPENT_OF_PROJECT.search(clause)
    return (
        "final_account" if spent and not words_of_ledger.PLANNED_TO_PAY.search(clause) else "initial_budget"
    )


def stage_of_label(now: State, label: Match, before: str) -> str | None:
    """The stage of what a level gave to the project, by what it is a part of or stands beside; None for other labels."""
    if label.term.concepts[0] not in FUNDS_OF_LEVELS:
        return None
    first, other = now.flow.first, now.flow.subject
    if first and first.concepts == (now.around.whole,):
        return first.stage or now.around.default_stage  # 项目资金100万元，其中中央资金60万元
    said = before + label.term.text
    if now.around.whole != "project_expenditure" or words_of_stage.SPENT_WORD.search(said):
        return None
    if now.text.startswith("其中", now.sentence.start):
        said += now.text[max(0, now.sentence.start - _BEFORE) : now.sentence.start].rpartition("，")[2]
    until = now.text[max(now.sentence.start, label.start - 4 * _BEFORE) : label.start]
    if words_of_project.BY_SOURCE.search(until) and not words_of_stage.SPENT_WORD.search(until):
        return "initial_budget"  # 下达资金486万元，其中培训120万元。按资金来源分，中央补助400万元
    if words_of_funds.PLANNED_FUNDS.search(said) or "到位" in said:
        return "initial_budget"  # 省级下达资金136万元，县级配套64万元; 到位409万元。其中中央资金327万元
    # 到位409万元；其中中央资金327万元、市级资金16万元
    return other.stage if other and other.concepts[0] in FUNDS_OF_LEVELS else None
