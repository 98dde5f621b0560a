"""Members of a list by their shortest names: …；车辆：全年预算4万元.

Belongs here: names that say something only below the “三公” expenses.
Does not belong here: parts of an amount (``clauses_of_parts``), names of the vocabulary (``labels``).
"""

from __future__ import annotations

from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items
from extraction.words.words_of_vehicles import (
    BEGINS_WITH_PART,
    MEMBERS_OF_EXPENSES,
    OF_VEHICLES,
    PARTS_OF_VEHICLES,
)


def member_named(now: State, gap_start: int, stage: Match) -> Subject | None:
    """“三公”经费…；车辆：全年预算4万元: a member of the list by its shortest name."""
    if part := _part_of_vehicles(now, gap_start, stage):
        return part
    member = words_of_items.last_member(now.text, gap_start, stage.start)
    concept = MEMBERS_OF_EXPENSES.get(member["name"]) if member else None
    if member is None or concept is None or member.end() != stage.start:
        return None
    begins = max(0, member.start() - 8 * grammar.REACH)
    if now.text.find("三公", begins, stage.start) < 0:
        return None
    return Subject((concept,), stage.term.stage, member["name"], member.start("name"), stage_printed=True)


def _part_of_vehicles(now: State, gap_start: int, stage: Match) -> Subject | None:
    """公务用车购置及运行维护费：预算9万元…，其中购置费预算4万元、决算3万元，运行费预算5万元: a part by its short name."""
    last = now.flow.subject
    if last is None or last.concepts[0] not in OF_VEHICLES:
        return None
    part = BEGINS_WITH_PART.fullmatch(now.text, gap_start, stage.start)
    if part is None:
        return None
    return Subject(
        (PARTS_OF_VEHICLES[part["what"]],),
        stage.term.stage,
        part["what"],
        part.start("what"),
        stage_printed=True,
    )
