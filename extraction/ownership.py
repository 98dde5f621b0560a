"""Whose a labelled amount is: the department's own, or a part, an item or the like that goes by the same name.

Belongs here: decisions from the words around a label, without any state of their own.
Does not belong here: finding labels (``labels``), what is done with an amount (``clauses``), patterns (``grammar``).

Each of these was met in published texts: taken for the department's figure, it would contradict the real one.
"""

from __future__ import annotations

import re

from extraction import (
    grammar,
    reference,
    words_of_bodies,
    words_of_counts,
    words_of_funds,
    words_of_items,
    words_of_parts,
    words_of_score,
    words_of_stage,
)
from extraction.numbers import Number
from extraction.sentences import Sentence
from extraction.subjects import Flow
from extraction.terms import Match

_PROCURED = {"procurement_goods", "procurement_works", "procurement_services"}
_APPROPRIATIONS = {
    "fiscal_appropriation_revenue",
    "general_public_budget_appropriation",
    "government_fund_appropriation",
    "special_account_revenue",
    "opening_carryover",
}
_HEADS = {"staff_actual", "staff_in_service"}
_QUOTAS_OF_KIND = {"administrative_quota", "institution_quota", "worker_quota"}
#: A score that only a whole report can have.
_WHOLE_POINTS = re.compile(r"(\d{1,3})(?:\.\d+)?分")
_SCORE_OF_ALL = re.compile(r"[6-9]\d(?:\.\d+)?分")
_CLAUSE_ENDS = {"", "，", "。", "；", ";", ",", ")"}
_OF_LEVELS = {"upper_level_funds", "local_level_funds"}
_GUESTS = {"reception_batches", "reception_persons"}


#: How far before a label words may say of what it is; without a bound a long sentence takes the square of its length.
_FAR = 6 * grammar.REACH


def names_something_else(text: str, sentence: Sentence, flow: Flow, match: Match, upto: int) -> bool:
    """Whether a label before ``upto`` names an item, a part or a use that only shares the name of a concept."""
    left = text[max(sentence.start, match.start - _FAR) : match.start]
    if match.term.text == "其他支出" and words_of_items.BESIDE_SPENDING.search(left):
        return True  # 基本支出…项目支出…其他支出: the rest of the spending, no class of it
    if match.term.function_code:
        inside_word = words_of_items.WORD_BEFORE.search(left) is not None  # 初中教育支出
        return inside_word or words_of_items.ITEM.search(text, match.end, upto) is not None
    return _is_some_of(text, flow, match, left) or _is_for_procurement(text, sentence, match, left)


def _is_some_of(text: str, flow: Flow, match: Match, left: str) -> bool:
    """A part that goes by the name of the whole: 参公事业编制, 国(境)外公务接待批次, 离退休…其中退休."""
    concept = match.term.concepts[0]
    if concept == "official_reception":
        return words_of_counts.FOREIGN_GUESTS.search(left) is not None
    if concept in _GUESTS:
        since = text[flow.of_another : match.start] if flow.of_another >= 0 else "国内"
        return words_of_counts.FOREIGN_GUESTS.search(left) is not None or "国内" not in since
    if concept == "institution_quota":
        return _is_some_institution_quota(text, match, left)
    if match.term.text == "编制人员" and words_of_counts.KIND_OF_POST.search(left):
        return True  # 实有人数85人，其中政法专项编制人员79人: people on posts of one kind
    if match.term.text == "医疗收入":
        return "事业收入" in text  # 事业收入1200万元，其中医疗收入1180万元
    if concept in _HEADS and (words_of_counts.ON_POSTS.search(left) or _heads_of_one_kind(text, flow, match)):
        return True
    if left.endswith("年初") and reference.concepts()[concept].kind == "persons":
        return True
    if concept == "staff_retired":
        beside = words_of_counts.BESIDE_RETIRED.search(left) is not None
        return not match.term.text.startswith("离") and (beside or "离退休" in left)
    if concept == "sme_contract_amount":
        return words_of_items.PARTS_OF_SME.search(left) is not None
    return concept == "project_expenditure" and words_of_items.KIND_OF_PROJECT.search(left) is not None


def _is_some_institution_quota(text: str, match: Match, left: str) -> bool:
    """参公编制9人，事业编制60人; 全额事业编制10名，差额事业编制5名: kinds of the quota of institutions."""
    start, end = max(0, match.start - 2 * grammar.REACH), match.end + grammar.REACH
    if match.term.text == "参公编制" and words_of_counts.PLAIN_POSTS.search(text, start, end):
        return True
    kinds = words_of_counts.KINDS_OF_QUOTA.finditer(text, start, end)
    others = any(not kind.start() <= match.start < kind.end() for kind in kinds)
    return words_of_counts.SOME_QUOTA.search(left) is not None or others


def _heads_of_one_kind(text: str, flow: Flow, match: Match) -> bool:
    """行政编制46名，实有43人；事业编制38名，实有36人: people on posts of one kind."""
    quota = flow.subject.concepts[0] if flow.subject else None
    if quota in _QUOTAS_OF_KIND and words_of_counts.ANOTHER_QUOTA.search(
        text, match.end, match.end + grammar.REACH
    ):
        flow.heads_by_kind = True
    return quota in _QUOTAS_OF_KIND and flow.heads_by_kind


def _is_for_procurement(text: str, sentence: Sentence, match: Match, left: str) -> bool:
    """Money by which procurement is paid, a kind of it, or 货物 and 服务 where nobody speaks of procurement."""
    concept = match.term.concepts[0]
    if concept in _APPROPRIATIONS:
        return words_of_funds.PROCUREMENT_BY.search(left) is not None
    if concept == "procurement_budget":
        return left.endswith(("集中", "分散"))
    if match.term.strength != "weak" or concept not in _PROCURED:
        return False
    start = max(sentence.start, match.start - 3 * grammar.REACH)
    return "采购" not in text[start : match.start]


def is_of_another(text: str, sentence: Sentence, flow: Flow, label: Match, gap_start: int, upto: int) -> bool:
    """Whether the amount at ``upto`` behind a label is no figure of the department or of the whole report."""
    return (
        _is_of_part_of_year(text, sentence, flow, label, upto)
        or _is_of_class(text, flow, label, gap_start)
        or _is_sum_of_several(text, sentence, label, gap_start, upto)
        or (flow.marked and _is_plain_score(label))
        or _is_score_of_indicator(text, sentence, label)
        or _is_small_score(text, sentence, label, upto)
        or _is_full_marks(text, label, upto)
        or _is_of_insurance_fund(text, sentence, label)
        or _is_half_of_unknown(text, flow, label)
        or _is_part_of_another(text, flow, label)
    )


def _is_of_part_of_year(text: str, sentence: Sentence, flow: Flow, label: Match, upto: int) -> bool:
    """1-6月基本支出300万元; 县财政拨付我局基本支出480万元: not of the year, or not spent."""
    if reference.concepts()[label.term.concepts[0]].nature != "flow":
        return False
    start = max(sentence.start, label.start - 2 * grammar.REACH)
    before = text[start : label.start]
    part = [match.end() for match in words_of_stage.PART_OF_YEAR.finditer(before)]
    if part and not words_of_stage.WHOLE_YEAR.search(before, part[-1]):
        return True
    if label.term.concepts[0] in _OF_LEVELS:
        return False  # 下达中央资金47万元: money of a level of government is what it gives
    joined = flow.granted >= 0 and grammar.NEXT_AMOUNT.fullmatch(text, flow.granted, label.start)
    if joined or (label.term.strength != "weak" and words_of_funds.GRANTED.search(before)):
        flow.granted = upto
        return True
    return False


def _is_of_class(text: str, flow: Flow, label: Match, gap_start: int) -> bool:
    """工资福利支出420万元，其中基本支出400万元: the basic part of that class."""
    whole = flow.subject
    if label.term.concepts[0] not in {"basic_expenditure", "project_expenditure"} or whole is None:
        return False
    if whole.concepts[0] not in {"economic_class_amount", "function_class_amount"}:
        return False
    if not grammar.OF_WHICH.search(text, gap_start, label.start):
        return False
    flow.of_another = gap_start
    return True


def _is_small_score(text: str, sentence: Sentence, label: Match, upto: int) -> bool:
    """该项满分10分，自评得分8分: the score of one item, not of the report; more than all full marks is none of an item."""
    if reference.concepts()[label.term.concepts[0]].kind != "points":
        return False
    marks = [
        int(found["marks"])
        for found in words_of_score.FULL_MARKS_BELOW_100.finditer(text, sentence.start, sentence.end)
    ]
    score = _WHOLE_POINTS.match(text, upto)
    return bool(marks) and (score is None or int(score[1]) <= max(marks))


def _is_full_marks(text: str, label: Match, upto: int) -> bool:
    """总分100分, 投入，总分20分: what could be had, in all or of a group of items."""
    return label.term.text == "总分" and _SCORE_OF_ALL.match(text, upto) is None


def _is_plain_score(label: Match) -> bool:
    """得分, 自评得: of whatever is spoken of; 综合得分 and 总分 are of the report wherever they stand."""
    points = reference.concepts()[label.term.concepts[0]].kind == "points"
    return points and "总" not in label.term.text and "综合" not in label.term.text


def _is_score_of_indicator(text: str, sentence: Sentence, label: Match) -> bool:
    """其中预算执行率指标分值10分，得分9.5分: points of one indicator beside those of the report."""
    if reference.concepts()[label.term.concepts[0]].kind != "points":
        return False
    if label.term.text != "得分":
        clause = max(
            text.rfind("；", sentence.start, label.start), text.rfind(";", sentence.start, label.start)
        )
        return (
            words_of_score.POINTS_BEFORE.search(text, max(sentence.start, clause + 1), label.start)
            is not None
        )
    start = max(sentence.start, label.start - 3 * grammar.REACH)
    if (
        words_of_score.SCORE_OF_REPORT.search(text, start, min(sentence.end, label.end + grammar.REACH))
        is None
    ):
        return True
    return words_of_score.SCORE_OF_PART.search(text, start, label.start) is not None


def _is_of_insurance_fund(text: str, sentence: Sentence, label: Match) -> bool:
    """2022年养老保险基金收入3万元，支出2万元，年末滚存结余5万元: of the insured, whoever keeps the account."""
    start = max(sentence.start, label.start - 3 * grammar.REACH)
    money = reference.concepts()[label.term.concepts[0]].kind == "money"
    before = text[start : label.start]
    return money and ("保险基金" in before or before.endswith(("基金", "基金当年", "基金累计")))


def _is_sum_of_several(text: str, sentence: Sentence, label: Match, gap_start: int, upto: int) -> bool:
    """上缴上级支出、经营支出、对附属单位补助支出共3万元: of none of them alone."""
    if not words_of_parts.IN_SUM.search(text, label.end, upto):
        return False
    joined = [
        term
        for term in sentence.terms_in(gap_start, label.start)
        if term.term.names_concept and text[term.end : term.end + 1] == "、"
    ]
    return len(joined) > 1


def _is_half_of_unknown(text: str, flow: Flow, label: Match) -> bool:
    """社会保险基金收入11亿元、支出9亿元: spent of a whole that nobody knows, not by the department."""
    joined = text[flow.unbound_end : label.start] if flow.unbound_end > 0 else ""
    return label.term.text in {"收入", "支出"} and joined in {"、", "，", ",", "和"}


def _is_part_of_another(text: str, flow: Flow, label: Match) -> bool:
    """初中教育支出20万元，其中：基本支出20万元: of that item, not of the department."""
    return flow.of_another >= 0 and grammar.OF_WHICH.search(text, flow.of_another, label.start) is not None


def counted_bodies(text: str, number: Number) -> str | None:
    """内设综合科、财务科等6个科室, 下属2家事业单位: what is counted by words around the number."""
    before = text[max(0, number.start - 3 * grammar.REACH) : number.start]
    if words_of_bodies.MORE_BODIES.match(text, number.end):
        return None  # 下属参公单位2个、事业单位4个: some of them
    named = text.startswith("内设", number.end) or words_of_bodies.HAS_DIVISIONS.search(before)
    if words_of_bodies.DIVISIONS.match(text, number.end) and named:
        return "internal_division_count"
    named = words_of_bodies.IS_SUBORDINATE.match(text, number.end) or words_of_bodies.HAS_SUBORDINATES.search(
        before
    )
    if words_of_bodies.SUBORDINATES.match(text, number.end) and named:
        return "subordinate_unit_count"
    ends = text[number.end : number.end + 1] in _CLAUSE_ENDS
    if ends and words_of_bodies.DIVISIONS_LISTED.search(before):
        return "internal_division_count"
    listed = words_of_bodies.SUBORDINATES_LISTED.search(before) and ends
    return "subordinate_unit_count" if listed or words_of_bodies.SUBORDINATES_NUMBER.search(before) else None
