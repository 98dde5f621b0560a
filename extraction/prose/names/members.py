"""Members of a list by their shortest names: …；车辆：全年预算4万元.

Belongs here: names that say something only below the “三公” expenses.
Does not belong here: parts of an amount (``clauses_of_parts``), names of the vocabulary (``labels``).
"""

from __future__ import annotations

from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items
from extraction.words.words_of_vehicles import MEMBERS_OF_EXPENSES


def member_named(now: State, gap_start: int, stage: Match) -> Subject | None:
    """“三公”经费…；车辆：全年预算4万元: a member of the list by its shortest name."""
    member = words_of_items.last_member(now.text, gap_start, stage.start)
    concept = MEMBERS_OF_EXPENSES.get(member["name"]) if member else None
    if member is None or concept is None or member.end() != stage.start:
        return None
    begins = max(0, member.start() - 8 * grammar.REACH)
    if now.text.find("三公", begins, stage.start) < 0:
        return None
    return Subject((concept,), stage.term.stage, member["name"], member.start("name"), stage_printed=True)
