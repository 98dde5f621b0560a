"""Labelled amounts of some project in a report on a whole department: its score, its balance, its items, its cost.

Belongs here: words before or within a label that make it one project's.
Does not belong here: reports on one project (``clauses_of_projects``), other owners (``clauses_of_others``).
"""

from __future__ import annotations

from extraction.concepts import kind_of
from extraction.prose.sentence.state import State
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items, words_of_others, words_of_score

_BALANCES = {"carryover_funds", "surplus_funds", "closing_carryover"}
#: What one project costs; in a report on a whole department it is of some project.
_INVESTED = {"总投资", "计划投资", "项目总投资", "计划总投资", "项目计划投资", "项目资金总预算", "项目总预算"}


def is_score_of_project(now: State, label: Match) -> bool:
    """“渠道清淤”项目绩效自评得分92分, in a document on the whole department."""
    if now.around.whole != "total_expenditure" or kind_of(label.term.concepts[0]) != "points":
        return False
    named = label.term.text.startswith("项目") or words_of_items.ON_ONE_PROJECT.search(
        now.text, now.sentence.start, label.start
    )
    if named or now.before(label.start).endswith(("项目", "项目支出")):
        return True
    if words_of_score.OF_A_PROJECT.search(now.before(label.start)):
        return True
    reach = max(now.sentence.start, label.start - 3 * grammar.REACH)
    since = max(reach, *(now.text.rfind(mark, reach, label.start) + 1 for mark in "；;"))
    return words_of_items.PROJECT_WITH_BUDGET.search(now.text, since, label.start) is not None


def is_item_of_project(now: State, label: Match) -> bool:
    """项目资金总预算120万元，其中部门预算项目支出20万元，专项支出100万元: some of the money of the project."""
    whole = now.flow.first
    if whole is None or whole.concepts != ("project_expenditure",) or now.around.whole != whole.concepts[0]:
        return False
    budgeted = label.term.text == "支出" and now.before(label.start).endswith("预算")
    if label.term.concepts != whole.concepts and not budgeted:
        return False
    return grammar.OF_WHICH.search(now.text, whole.start, label.start) is not None


def is_balance_of_project(now: State, label: Match) -> bool:
    """东干渠改造项目结转资金198万元: left of that project alone."""
    if label.term.concepts[0] not in _BALANCES or now.around.whole != "total_expenditure":
        return False
    return words_of_items.PROJECT_AT_END.search(now.before(label.start)) is not None


def is_cost_of_project(now: State, label: Match) -> bool:
    """总投资486万元 in a report on a whole department; 全县共实施12个项目，总投资5600万元 in one on a project."""
    if label.term.text not in _INVESTED:
        return False
    whole = now.around.whole == "project_expenditure"
    return not whole or words_of_others.OF_PROJECTS_OF_PLACE.search(now.before(label.start)) is not None
