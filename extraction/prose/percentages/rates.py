"""Rates that stand away from their label: behind a formula, or short behind the subject they belong to.

Belongs here: which rate a percentage states in those two ways.
Does not belong here: shares, changes and completion of an amount (``clauses``).
"""

from __future__ import annotations

import re

from extraction.concepts import kind_of
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.text.terms import Match, Term
from extraction.words import words_of_items

_CLAUSE_END = re.compile(r"[，；;。:]")
#: how far back a formula is looked for
_REACH = 160
#: （8分）：（实际支出/预算）×100%=287.65/301.50×100%=
_FORMULA = re.compile(r"(?:\([^()]{0,12}分\))?[:=](?=[^，。；;:率]{0,120}[÷×/*])[^，。；;:率]{1,150}=")
#: 全年执行数288万元÷全年预算数301万元=, behind a lead that names the rate.
_ALONE = re.compile(r"(?=[^，。；;:率]{0,120}[÷/])[^，。；;:率]{1,150}=")
_SIGNS = frozenset("÷×/*")
#: Before an operand that no word names.
_EXPLAINS = re.compile(r"[÷/](?!增|减|下降)(?<=[\u4e00-\u9fff].)(?<![元万亿人名].)[^，。；;:÷/=\d]{2,20}$")
_BARE_OPERAND = frozenset("÷×/*=(-+:")
_SHORT = re.compile(
    r"\)?[，、；;(]?(?:相比，|(?:均|全部|全)(?:为)?在用，)?(?:其)?(?P<what>控制率|变动率|利用率|使用率)(?:为|是|达|达到|:)*"
)
#: what a short name of a rate means behind an amount of each concept
_OF_SUBJECT = {
    ("three_public_total", "控制率"): "three_public_control_rate",
    ("public_expenditure", "控制率"): "public_expenditure_control_rate",
    ("staff_in_service", "控制率"): "staff_control_rate",
    ("staff_actual", "控制率"): "staff_control_rate",
    ("staff_quota", "控制率"): "staff_control_rate",
    ("three_public_total", "变动率"): "three_public_change_rate",
    ("closing_carryover", "变动率"): "carryover_change_rate",
    ("fixed_assets_gross", "利用率"): "fixed_asset_utilisation_rate",
    ("fixed_assets_in_use", "利用率"): "fixed_asset_utilisation_rate",
    ("fixed_assets_gross", "使用率"): "fixed_asset_utilisation_rate",
    ("fixed_assets_net", "利用率"): "fixed_asset_utilisation_rate",
    ("fixed_assets_net", "使用率"): "fixed_asset_utilisation_rate",
    ("fixed_assets_in_use", "使用率"): "fixed_asset_utilisation_rate",
}


def computed(text: str, sentence: Sentence, number: Number, topic: tuple[str, ...]) -> Match | None:
    """财政供养人员控制率=(82/86)×100%=95.35%: the rate that a formula before ``number`` is of; what the lead is on where it names none."""
    if text[number.start - 1 : number.start] != "=":
        return None
    if len(topic) == 1 and kind_of(topic[0]) == "percent":
        since = max(sentence.start, text.rfind("，", sentence.start, number.start) + 1)
        if _ALONE.fullmatch(text, since, number.start):
            return Match(Term(text[since : number.start], topic), since, number.start)
    reach = max(sentence.start, number.start - _REACH)
    ends = [match.end() for match in _CLAUSE_END.finditer(text, reach, number.start)]
    start = ends[-1] if ends else reach
    sign = text.find("=", start, number.start)
    if any(_is_rate(match) for match in sentence.terms_in(sign, number.start)):
        return None  # a row of cells: 到位率 =100% 2.8 执行率 95% 2.8 = 98%
    for match in reversed(sentence.terms_in(start, sign)):
        if match.end == sign and _is_rate(match):
            return None if _is_of_part(text[reach : match.start], match) else match
    return _announced(text, sentence, reach, number.start)


def _is_of_part(before: str, rate: Match) -> bool:
    """信访救助项目预算执行率=, 基本支出执行率=: of a project or a kind of spending, as the words before its name say."""
    kind = rate.term.concepts == ("budget_execution_rate",) and words_of_items.KIND_OF_SPENDING_AT_END.search(
        before
    )
    project = words_of_items.PROJECT_AT_END.search(before) and not before.endswith("本项目")
    return bool((kind and not before.endswith("项目")) or project)


def _announced(text: str, sentence: Sentence, start: int, upto: int) -> Match | None:
    """公用经费控制率（8分）：287.65/301.50×100%=95.41%: the rate that the words before a formula name, which holds nothing else."""
    rates = [match for match in sentence.terms_in(start, upto) if _is_rate(match)]
    return rates[0] if rates and _FORMULA.fullmatch(text, rates[0].end, upto) else None


def _is_rate(match: Match) -> bool:
    return match.term.names_concept and kind_of(match.term.concepts[0]) == "percent"


def is_operand(text: str, number: Number) -> bool:
    """Whether a number is only reckoned with: 1256.80÷1300.00×100%=; not 全年执行数1256.80万元÷全年预算数1300.00万元."""
    if number.base_unit in {"yuan", "persons"} and text[number.start - 1 : number.start] not in _BARE_OPERAND:
        # 结转结余÷支出预算9116万元: a formula that only says of what the rate is reckoned
        return _EXPLAINS.search(text, max(0, number.start - 23), number.start) is not None
    after, before = text[number.end : number.end + 1], text[number.start - 1 : number.start]
    return after in _SIGNS or (before in _SIGNS and after in {"=", ")"}) or (after == "=" and before != "=")


def short(subject: str, gap: str) -> str | None:
    """The rate of the last subject that a short name before a percentage means: 控制率为72.94%."""
    match = _SHORT.fullmatch(gap)
    return _OF_SUBJECT.get((subject, match["what"])) if match else None
