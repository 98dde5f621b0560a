"""What a stage alone is of in a report on one project: 该项目2023年预算安排资金1500万元, 实际支出1425万元.

Belongs here: whether an amount behind a stage is the project's, or that of a part of it.
Does not belong here: stages of other reports (``clauses_of_stage``), other money of the project (``clauses_of_projects``).
"""

from __future__ import annotations

from extraction.prose.names import stagewords
from extraction.prose.owners.paid_of_funds import is_of_contract, is_share_of_part
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items


def is_of_part(now: State, number: Number) -> bool:
    """第一标段60万元，支付58万元，支付率96.67%: of some of the money of the project, as its rate proves."""
    on_project = now.around.whole == "project_expenditure"
    return on_project and (
        is_share_of_part(now.text, number) or is_of_contract(now.text, now.sentence.start, number)
    )


def is_of_project(now: State, stage: Match, before: str) -> bool:
    """该项目2023年预算安排资金1500万元, 实际支出1425万元: of the one project that the report is on."""
    return (
        now.around.whole == "project_expenditure"
        and stage.term.text not in stagewords.RECEIVED
        and now.flow.of_another < 0
        and not _follows_income(now)
        and words_of_items.OF_PROJECT.fullmatch(before) is not None
    )


def _follows_income(now: State) -> bool:
    """预定村集体收入48万元，实际完成48万元: what others earned, though the words name no department."""
    end = now.flow.unbound_end
    return end >= 0 and "收入" in now.text[max(now.sentence.start, end - grammar.REACH // 2) : end]
