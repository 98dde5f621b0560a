"""Amounts of which the words before their name say that they are no spending of the whole: 结转人员经费3万元，公用经费2万元.

Belongs here: the verb before a name, the projects that paid, the names joined to one that such words stand before.
Does not belong here: whose an amount is (``ownership``), parts listed behind such an amount (``parts_of_rest``), by how much a level
changed (``clauses_of_change``), the patterns (``words_of_others``).
"""

from __future__ import annotations

from extraction import reference
from extraction.concepts import FUNDS_OF_LEVELS, TOPICS, WHOLES
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_change, words_of_funds, words_of_others, words_of_parts


def is_governed(now: State, number: Number, label: Match) -> bool:
    """Whether an amount of money is another than what was spent or budgeted of what its label names."""
    concept = label.term.concepts[0]
    about = reference.concepts()[concept]
    if about.kind != "money" or about.nature != "flow" or concept == "budget_adjustment":
        return False
    left = now.before(label.start)
    governed = concept not in {*FUNDS_OF_LEVELS, *WHOLES} and _is_not_spent(left)
    if not governed and now.around.default_stage != "initial_budget":
        governed = words_of_others.ASKED_FOR.search(left) is not None
    governed = (
        governed
        or _is_joined(now, label)
        or words_of_others.OF_EVALUATED.search(left) is not None
        or words_of_others.TAKEN_BACK.match(now.text, number.end) is not None
    )
    if governed:
        refuse(now, number, label)
        now.flow.subject = now.flow.money = None  # what follows is not of the last subject either
        now.flow.of_another = number.end
    return governed


def is_paid_by_projects(now: State, number: Number, label: Match, gap_start: int) -> bool:
    """项目支出300万元，其中会议费2万元，培训费1万元: what projects paid for, beside what was spent on it otherwise."""
    whole = now.flow.subject
    if label.term.concepts[0] not in TOPICS:
        return False
    paid = words_of_parts.OF_PROJECTS.search(now.before(label.start)) is not None
    if whole is not None and whole.concepts == ("project_expenditure",):
        listed = words_of_parts.PAID_FOR_WHAT.match(now.text, gap_start, label.start) is not None
        now.flow.of_another = gap_start if listed else now.flow.of_another
        paid = paid or listed
    if paid:
        refuse(now, number, label)
    return paid


def _is_not_spent(left: str) -> bool:
    """追加人员经费3万元 is a change of a budget (``clauses_of_labels``); 追加我局人员经费3万元 is none that is read."""
    if words_of_change.VERB_BEFORE.search(left):
        return False
    return words_of_others.NOT_SPENT.search(left) is not None


def pass_over(now: State, number: Number, label: Match, left: str) -> None:
    """收回项目经费30万元: a name that says too little behind other words; behind such a verb, what is joined to it is not ours."""
    if _is_not_spent(left) or words_of_others.NOT_STATED.search(left):
        refuse(now, number, label)


def refuse(now: State, number: Number, label: Match) -> None:
    """Remember that the amount of a label is none of ours: what is joined to it is not either."""
    if number.base_unit == "yuan":
        now.flow.refused = number.start, label.term.concepts[0]


def _is_joined(now: State, label: Match) -> bool:
    """全县“三公”经费1200万元，公务接待费500万元: a name right behind such an amount, but for a whole or the same name again."""
    start, concept = now.flow.refused
    if start < now.sentence.start:
        return False
    if label.term.concepts[0] in {concept, *WHOLES} and not words_of_funds.FUND_SCOPE.match(label.term.text):
        return False  # 涉及一般公共预算支出60万元，政府性基金预算支出8万元: joined, by its budget
    return grammar.NEXT_AMOUNT.fullmatch(now.text, start, label.start) is not None
