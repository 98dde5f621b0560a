"""Makes the subject that a label names.

Belongs here: names that mean another concept where they stand, and all that the words around a label add to it.
Does not belong here: finding the label (``labels``), its stage (``labels_of_stage``), whose it is (``labels_of_scope``).
"""

from __future__ import annotations

import re

from extraction.concepts import APPROPRIATIONS, FUND_OF_REVENUE, REVENUE_OF_FUND
from extraction.prose.names.doubts_of_stage import StageDoubts
from extraction.prose.names.kinds_of_procurement import PROCURED, kind_named
from extraction.prose.names.labels_of_scope import LabelScopes
from extraction.prose.names.labels_of_stage import LabelStages
from extraction.prose.owners import heads
from extraction.prose.sentence.doubts import BESIDE_RETIRED, STAGE_GUESSED
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match, Term
from extraction.words import grammar, words_of_counts, words_of_funds, words_of_parts, words_of_score

#: 总支出125万元，其中本年支出116万元: the total with the balances, by whatever name of all income or spending.
_GRAND = {"total_revenue": "total_resources", "total_expenditure": "total_uses"}
#: 本年收入合计: without them, whatever stands beside it.
_THIS_YEAR = ("本年", "当年", "全年")
#: The same of appropriations.
_ALL_FUNDS = {"财政拨款收入总计", "财政拨款总收入"}
#: The name of a class, and of all spending of a budget.
_CLASS_OR_BUDGET = "国有资本经营预算支出"
#: How far other classes of a list may stand, in characters.
_NEAR = 8 * grammar.REACH
#: 执行率=实际采购金额/采购预算: what the rate is reckoned of.
_OF_PROCUREMENT = re.compile(r"=[^，。；;=]{0,12}采购")
#: 1、收入: the comma of a numbering joins no parts.
_NUMBERED = re.compile(r"(?:^|[。；;:])\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\)?、$")


class Naming:
    """The subjects that labels name."""

    def __init__(self, now: State, stages: LabelStages, doubts: StageDoubts, scopes: LabelScopes) -> None:
        self._now, self._stages, self._doubts, self._scopes = now, stages, doubts, scopes

    def subject(self, match: Match, gap_start: int) -> Subject:
        """The subject that a label makes, with the stage, budget and body that the words give it."""
        term = match.term
        stage, printed = self._stages.of(match, gap_start)
        listed = self._stages.listed(match, gap_start)
        concepts, fund = self._meant(match, stage)
        left = self._now.before(match.start)
        if self._is_beside(match, left):
            note: str | None = BESIDE_RETIRED
        else:
            note = self._doubts.note(match, gap_start, stage, printed)
        if self._is_gloss(match):
            stage, printed, note = self._now.around.default_stage, False, STAGE_GUESSED
        return Subject(
            concepts,
            stage,
            term.text,
            match.start,
            function_code=term.function_code if concepts == term.concepts else None,
            economic_code=term.economic_code,
            fund_scope=None if concepts[0] in FUND_OF_REVENUE else fund or self._scopes.fund(match),
            expenditure_scope=self._scopes.spending(match),
            org_scope=self._scopes.body(match),
            stage_printed=printed,
            led=printed and (listed or self._stages.leads(match, gap_start)),
            listed=listed,
            note=note,
            is_part=self._now.text[match.start - 1 : match.start] == "、" and not _NUMBERED.search(left),
        )

    def _meant(self, match: Match, stage: str | None) -> tuple[tuple[str, ...], str | None]:
        """The concepts that a label means where it stands, and whose money they are by its own words."""
        now, term = self._now, match.term
        concepts, fund = self._of_posts(match), term.fund_scope
        last = now.flow.subject
        procured = last is not None and last.concepts[0].startswith("procurement")
        if term.text == "执行率" and (procured or _OF_PROCUREMENT.match(now.text, match.end)):
            concepts = ("procurement_execution_rate",)
        if (
            concepts == ("self_evaluation_score",)
            and "自评" not in term.text
            and words_of_score.BY_FINANCE.search(now.before(match.start))
        ):
            concepts = ("review_score",)
        if concepts == ("procurement_actual",) and stage in {"initial_budget", "adjusted_budget"}:
            concepts = ("procurement_budget",)
        if concepts[0] in PROCURED and (kind := kind_named(now.text, now.sentence.start, match.start)):
            concepts = (kind,)
        if term.text == _CLASS_OR_BUDGET and not self._is_class(match):
            return ("total_expenditure",), "state_capital"
        concepts, fund = self._with_balances_of_fund(match, concepts, fund)
        if (concepts[0] in APPROPRIATIONS or concepts[0] in FUND_OF_REVENUE) and self._is_spent(match):
            concepts = ("total_expenditure",)
            fund = next((found.lastgroup for found in words_of_funds.FUND_SCOPE.finditer(term.text)), fund)
        grand = _with_balances(term)
        if grand and words_of_parts.OF_WHICH_THIS_YEAR.match(now.text, match.end):
            now.flow.grand = True
        if grand and (
            now.flow.grand
            or self._sums_up_balance(match)
            or (stage == "final_account" and words_of_parts.WITH_BALANCE[grand].match(now.text, match.end))
        ):
            concepts = (grand,)
        return concepts, fund

    def _with_balances_of_fund(
        self, match: Match, concepts: tuple[str, ...], fund: str | None
    ) -> tuple[tuple[str, ...], str | None]:
        """财政拨款收入总计242万元，其中年初结转3万元: all that may be spent of a budget; 财政拨款本年收入239万元: what came in of it."""
        now, term = self._now, match.term
        whole = concepts[0] in FUND_OF_REVENUE and words_of_parts.OF_WHICH_THIS_YEAR.match(
            now.text, match.end
        )
        sums = term.text in _ALL_FUNDS or (
            concepts[0] in FUND_OF_REVENUE and now.text.startswith(("收入总计", "总计"), match.end)
        )
        if whole or (
            sums
            and (
                words_of_parts.OF_WHICH_BALANCE.match(now.text, match.end)
                or words_of_parts.BOTH_TOTALS.match(now.text, match.end)
            )
        ):
            now.flow.grand_fund = FUND_OF_REVENUE[concepts[0]]
        if now.flow.grand_fund and (whole or sums):
            return ("total_resources",), now.flow.grand_fund
        if concepts != ("total_revenue",):
            return concepts, fund
        own = self._scopes.fund(match)
        if own is None and term.text.startswith(_THIS_YEAR):
            own = now.flow.grand_fund
        return (REVENUE_OF_FUND[own],) if own in REVENUE_OF_FUND else concepts, fund

    def _of_posts(self, match: Match) -> tuple[str, ...]:
        """机关工勤(车勤)编制4名: the kind of posts that the words before a name of all posts give; else what the name says."""
        now, concepts = self._now, match.term.concepts
        if concepts == ("staff_in_service",) and heads.are_more(now.text, match):
            return ("staff_actual",)
        kind = concepts == ("staff_quota",) and heads.kind_of_posts(now.before(match.start), match.term.text)
        return (kind,) if kind else concepts

    def _is_class(self, match: Match) -> bool:
        """国有资本经营预算支出(类)5万元, or beside other classes: spending by its function, and not all that this budget paid."""
        now, code = self._now, match.term.function_code or ""
        coded = now.before(match.start).endswith((code, f"{code})"))
        if coded or now.text.startswith(("(类", "类"), match.end):
            return True
        if "function_class_amount" in {*now.flow.previous, *now.around.heading_concepts}:
            return True
        near = now.sentence.terms_in(match.start - _NEAR, match.end + _NEAR)
        return any(one.term.function_code not in {None, code} for one in near)

    def _is_gloss(self, match: Match) -> bool:
        """全年可用资金(收入总计)9万元: a total that only explains, of the account, it may be, and no budget."""
        text = self._now.text
        glossed = text[match.start - 1 : match.start] == "(" and text[match.end : match.end + 1] == ")"
        if not glossed or match.term.concepts[0] not in _GRAND.values():
            return False
        before = self._now.sentence.terms_in(match.start - grammar.REACH, match.start)
        return any(one.end == match.start - 1 and one.term.stage for one in before)

    def _is_beside(self, match: Match, left: str) -> bool:
        """离休1人，退休50人: those retired, beside others that the concept counts as well."""
        return match.term.text.startswith("退休") and words_of_counts.BESIDE_RETIRED.search(left) is not None

    def _is_spent(self, match: Match) -> bool:
        """政府性基金预算拨款|支出9万元; 一般公共预算支出情况: 一般公共预算财政拨款年初预算18万元: what is spent of that budget."""
        now = self._now
        if now.text.startswith("支出", match.end) and not match.term.text.endswith("收入"):
            return True
        behind = now.sentence.terms_in(match.end, match.end + 1)
        budgeted = bool(behind) and behind[0].term.stage in {"initial_budget", "adjusted_budget"}
        return budgeted and now.around.on_spending

    def _sums_up_balance(self, match: Match) -> bool:
        """年初结转32万元，本年收入3268万元，收入合计3300万元: the total of both."""
        named = {
            concept
            for term in self._now.sentence.terms_in(match.start - 4 * grammar.REACH, match.start)
            for concept in term.term.concepts
        }
        balance = "opening_carryover" if "收入" in match.term.text else "closing_carryover"
        return {balance, *match.term.concepts} <= named


def _with_balances(term: Term) -> str | None:
    """What a name of all income or spending means where the balances are in it; None for other names, and for 本年收入合计."""
    if term.strength or len(term.concepts) != 1 or term.fund_scope or term.text.startswith(_THIS_YEAR):
        return None
    return _GRAND.get(term.concepts[0])
