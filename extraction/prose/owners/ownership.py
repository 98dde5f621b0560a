"""Whose a labelled amount is: the department's own and the year's, or that of a part, a fund, a whole that nobody knows.

Belongs here: decisions from the words around a label, without any state of their own.
Does not belong here: labels that only share a name (``ownership_of_names``), points (``ownership_of_scores``), what is done with an
amount (``clauses``), patterns (``words_of_*``).

Each of these was met in published texts: taken for the department's figure, it would contradict the real one.
"""

from __future__ import annotations

from extraction import reference
from extraction.concepts import FUNDS_OF_LEVELS, TOPICS
from extraction.prose.owners.ownership_of_scores import (
    is_full_marks,
    is_score_of_indicator,
    is_score_within,
    is_small_score,
)
from extraction.prose.sentence.subjects import Flow
from extraction.text.sentences import Sentence
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_funds,
    words_of_others,
    words_of_parts,
    words_of_rates,
    words_of_stage,
)

#: What bodies have and owe.
_HAD = {"total_assets", "current_assets", "fixed_assets_gross", "total_liabilities", "net_assets"}
#: 到位资金171万元，其中中央…，资金到位率92%: behind its parts, of what they are parts of.
_RATES_OF_WHOLE = {"资金到位率"}
#: Rates that are of a whole year where nothing says of which part of it.
_RATES_OF_YEAR = {"budget_execution_rate", "procurement_execution_rate"}
#: Wholes that a sentence may divide by other than their parts.
_DIVIDED = {
    "total_revenue",
    "total_expenditure",
    "three_public_total",
    "procurement_actual",
    "procurement_budget",
    *_HAD,
}


def is_of_another(text: str, sentence: Sentence, flow: Flow, label: Match, gap_start: int, upto: int) -> bool:
    """Whether the amount at ``upto`` behind a label is no figure of the department or of the whole report."""
    return (
        _is_of_part_of_year(text, sentence, flow, label, upto)
        or _is_of_class(text, flow, label, gap_start)
        or _is_sum_of_several(text, sentence, label, gap_start, upto)
        or (flow.marks is not None and is_score_within(text, sentence, label, upto, flow.marks))
        or is_score_of_indicator(text, sentence, label)
        or is_small_score(text, sentence, label, upto)
        or is_full_marks(text, label, upto)
        or _is_of_insurance_fund(text, sentence, label)
        or _is_of_kind_of_bodies(text, sentence, label)
        or _is_divided(text, sentence, label)
        or _is_rate_of_less(text, sentence, label)
        or _is_half_of_unknown(text, flow, label)
        or _is_part_of_another(text, flow, label)
    )


def _is_of_part_of_year(text: str, sentence: Sentence, flow: Flow, label: Match, upto: int) -> bool:
    """1-6月基本支出300万元; 上半年执行率42%; 县财政拨付我局基本支出480万元: not of the year, or not spent."""
    flows = reference.concepts()[label.term.concepts[0]].nature == "flow"
    if not flows and label.term.concepts[0] not in _RATES_OF_YEAR:
        return False
    start = max(sentence.start, label.start - 2 * grammar.REACH)
    before = text[start : label.start]
    if "月" in before or "季度" in before or "半年" in before:
        part = [match.end() for match in words_of_stage.PART_OF_YEAR.finditer(before)]
        ended = part and words_of_stage.RATE_ALONE.match(
            before, part[-1]
        )  # 9月底支付进度73.5%；政府采购预算312万元
        if part and not ended and not words_of_stage.WHOLE_YEAR.search(before + label.term.text, part[-1]):
            return True
    if label.term.concepts[0] in {*FUNDS_OF_LEVELS, "budget_adjustment"}:
        return False  # 下达中央资金47万元: money of a level of government is what it gives; 因专项下达追加预算47万元
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
    if whole.concepts[0] not in {"economic_class_amount", "function_class_amount", *TOPICS}:
        return False  # 公务接待费5万元，其中基本支出4万元: the basic part of that as well
    if not grammar.OF_WHICH.search(text, gap_start, label.start):
        return False
    flow.of_another = gap_start
    return True


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
    if any(label.term.concepts[0] in reference.ancestors(term.term.concepts[0]) for term in joined):
        return False  # 因公出国费、公务用车费、公务接待费等“三公”经费共9万元: the sum has its own name
    return len(joined) > 1


def _is_of_kind_of_bodies(text: str, sentence: Sentence, label: Match) -> bool:
    """行政单位资产总额43亿元、负债总额11亿元; 教育行业资产总额18亿元; 该公司总资产5亿元: of those bodies alone, up to the next semicolon."""
    if label.term.concepts[0] not in _HAD:
        return False
    start = max(sentence.start, label.start - 3 * grammar.REACH)
    start = max(start, text.rfind("；", start, label.start) + 1, text.rfind(";", start, label.start) + 1)
    if words_of_others.OF_COMPANY.search(text, start, label.start):
        return True
    return words_of_others.OF_KIND_OF_BODIES.search(text[start : label.end]) is not None


def _is_divided(text: str, sentence: Sentence, label: Match) -> bool:
    """从项目层级来看，市级政府采购规模29亿元；区县级政府采购规模41亿元: a part that is called by the name of the whole."""
    if label.term.concepts[0] not in _DIVIDED or not words_of_others.DIVIDES.match(text, sentence.start):
        return False
    clause = text[max(sentence.start, label.start - grammar.REACH) : label.start]
    own = clause[max(clause.rfind(mark) for mark in "，；;:、") + 1 :]
    return grammar.NAMES_NOTHING.sub("", own) != ""


def _is_rate_of_less(text: str, sentence: Sentence, label: Match) -> bool:
    """中央资金到位率100%: of the money of one giver; 如剔除上级专款，预算调整率为6%: what it would be otherwise."""
    if reference.concepts()[label.term.concepts[0]].kind != "percent":
        return False
    before = text[max(sentence.start, label.start - grammar.REACH) : label.start]
    if label.term.concepts[0] == "funds_in_place_rate" and words_of_rates.OF_GIVER.search(before):
        return True
    if label.term.concepts[0] != "satisfaction_rate" and words_of_rates.AVERAGE.search(before):
        return True
    return words_of_rates.OTHERWISE.search(before) is not None


def _is_half_of_unknown(text: str, flow: Flow, label: Match) -> bool:
    """社会保险基金收入11亿元、支出9亿元: spent of a whole that nobody knows, not by the department."""
    joined = text[flow.unbound_end : label.start] if flow.unbound_end > 0 else ""
    if words_of_parts.AMOUNT_WITH_BASIC.match(text, label.end):
        return False  # 到位资金126万元，支出121万元，其中基本支出23万元: parts that only a whole body has
    return label.term.text in {"收入", "支出"} and joined in {"、", "，", ",", "和"}


def _is_part_of_another(text: str, flow: Flow, label: Match) -> bool:
    """初中教育支出20万元，其中：基本支出20万元: of that item, not of the department."""
    if flow.of_another < 0 or label.term.text in _RATES_OF_WHOLE:
        return False
    if text.startswith("(", flow.of_another) and text.find(")", flow.of_another, label.start) < 0:
        return True  # 某项金额905万元（基本支出528万元、项目支出377万元）
    parts = grammar.OF_WHICH.search(text, flow.of_another, label.start)
    if parts and flow.whole_end > flow.of_another and not text[flow.whole_end : parts.start()].strip("，,"):
        return False  # 当年下达895万元，实际支出1601万元，其中基本支出256万元: of the amount right before
    counted = reference.concepts()[label.term.concepts[0]].kind == "persons"
    if parts and counted and grammar.CLAUSES_END.search(text, flow.of_another, parts.start()):
        return False  # 参公编制9人；实有人数215人，其中：在职121人: of the people counted since
    if parts and counted:
        since = max(parts.end(), label.start - 2 * grammar.REACH)
        if grammar.CLAUSES_END.search(text, since, label.start):
            return False  # 事业实有17人，其中农服中心7人、文广站4人；退休12人
    return parts is not None
