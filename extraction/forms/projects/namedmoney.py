"""Forms that print each amount of a project's money behind its name: 预算数 6.84 到位数 6.84 执行数 6.84 100%; 计划安排资金(万元) 170 … 实际支出(万元) 165.

Belongs here: these forms where they lost their cells, so found in the text.
Does not belong here: their tables (``projectfunds``), forms whose amounts stand below headings (``streamfunds``), forms of goals (``goalforms``).

An amount is taken where it follows its name at once and no other amount follows it; in a unit that is printed beside it or above.
What commas join is a sentence, which may be of another year or another's money: 2021年计划安排资金300万元，实际到位资金280万元 (``clauses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.forms.recovered import printed
from extraction.model import Figure
from extraction.text.normalise import Folded, fold_span

_BETWEEN = r"[:|]{0,4}"


def _amount(name: str) -> str:
    return rf"(?P<{name}>{printed.NUMBER})(?P<{name}_unit>亿元|万元|万|元)?"


def _of_block(name: str) -> str:
    return rf"(?:\((?P<{name}_above>万元|元)\))?"


#: Hebei: what was budgeted, received and paid in one row of three pairs.
_THREE_PAIRS = re.compile(
    rf"预算数{_BETWEEN}{_amount('plan')}{_BETWEEN}(?:资金)?到位数{_BETWEEN}\d[\d.,]*(?:万元|元)?{_BETWEEN}执行数{_BETWEEN}{_amount('spent')}"
    rf"(?:[ |]{{1,4}}(?P<rate>\d+(?:\.\d+)?)%?)?(?![\d.,])"
)
#: The same without what was received: 预算数：24.50 执行数：20.00 80%.
_TWO_PAIRS = re.compile(
    rf"预算数:[|]{{0,3}}{_amount('plan')}{_BETWEEN}执行数:[|]{{0,3}}{_amount('spent')}(?:[ |]{{0,4}}(?P<rate>\d+(?:\.\d+)?)%)?(?![\d.,])"
)
#: Sichuan: 转移支付预算数(A) 5.8万 预算执行率(B/A) 100% 转移支付执行数(B) 5.8万.
_LETTERED = re.compile(
    rf"预算数\(A\){_BETWEEN}{_amount('plan')}(?![\d.,%]|[ |]{{0,4}}\d)(?:[^\d，。；、]{{0,12}}执行率\(B/A\){_BETWEEN}(?P<rate>\d+(?:\.\d+)?)%)?"
    rf"[^\d，。；、]{{0,12}}执行数\(B\){_BETWEEN}{_amount('spent')}(?![\d.,%]|[ |]{{0,4}}\d)"
)
#: 年初预算数：150 全年预算数：162 全年执行数：158.76 分值：10 执行率：98%: the columns of the national form, each with its heading.
_STAGED = re.compile(
    rf"(?:年初预算数{_BETWEEN}{_amount('initial')}[ |]{{0,4}})?(?:全年|年度)预算数{_BETWEEN}{_amount('plan')}[ |]{{0,4}}(?:全年|年度)执行数{_BETWEEN}{_amount('spent')}"
    rf"(?:[ |]{{0,4}}(?:分值:?\d+[ |]{{0,4}})?执行率{_BETWEEN}(?P<rate>\d+(?:\.\d+)?)%)?(?![\d.,%]|[ |]{{0,4}}\d)"
)
#: Hunan: what was planned, received and spent, each in a cell below or beside its name.
_PLANNED = re.compile(
    rf"计划(?:安排|投入|下达)(?:项目)?(?:资金|金额)(?:总额)?{_of_block('plan')}{_BETWEEN}{_amount('plan')}(?![\d.,%]|[ |]{{0,4}}\d)"
    rf"[^\d，。；、]{{0,12}}实际到位(?:资金|金额)(?:\((?:万元|元)\))?{_BETWEEN}\d[\d.,]*(?:万元|元)?"
    rf"[^\d，。；、]{{0,12}}实际(?:支出|使用)(?:资金|金额|数)?{_of_block('spent')}{_BETWEEN}{_amount('spent')}(?![\d.,%]|[ |]{{0,4}}\d)"
)
_AFTER_ADJUSTMENT = re.compile(r"预算(?:安排)?情况\(调整后\)")
#: 其中：财政资金 预算数 60 到位数 60: a part of the money, or of another year.
_PART_BEFORE = re.compile(
    r"(?:其中|中央|[省市县区]级|财政|自筹|其他|上级|配套|上年|去年|上一?年度)(?:资金|拨款)?[:|]{0,2}$"
)
_WIDE = 12
_REACH = 400
_ROUNDED = Decimal("0.6")
_HINTS = ("执行数", "到位", "执行数：", "执行数:", "转移支付执行数", "执行数（B）", "执行数(B)")


def read(text: str, year: int | None) -> list[Figure]:
    """What such forms say of the money of their project; nothing where two forms say different things."""
    if not any(hint in text for hint in _HINTS):
        return []
    whole = fold_span(text, 0, len(text))
    found = [
        figures
        for pattern, stage in (
            (_THREE_PAIRS, None),
            (_TWO_PAIRS, None),
            (_LETTERED, None),
            (_STAGED, None),
            (_PLANNED, "initial_budget"),
        )
        for match in pattern.finditer(whole.text)
        if not _PART_BEFORE.search(whole.text[max(0, match.start() - _WIDE) : match.start()])
        if (figures := list(_figures(whole, match, stage, year)))
    ]
    said = {
        tuple((figure.concept, figure.stage, figure.value_base) for figure in figures) for figures in found
    }
    return [figure for figures in found for figure in figures] if len(said) == 1 else []


def _figures(whole: Folded, match: re.Match[str], stage: str | None, year: int | None) -> Iterator[Figure]:
    """Planned and spent money, with the rate where it follows from them."""
    named = match.groupdict()
    above = whole.text[max(0, match.start() - _REACH) : match.start()]
    of_block = (
        named.get("plan_above")
        or named.get("spent_above")
        or printed.last_unit(whole.text, match.start() - _REACH, match.start())
    )
    if stage is None:
        stage = "adjusted_budget" if _AFTER_ADJUSTMENT.search(above) else None
    amounts: dict[str, Figure] = {}
    if named.get("initial"):
        stage = "adjusted_budget"
    for name, of in (("initial", "initial_budget"), ("plan", stage), ("spent", "final_account")):
        if name == "initial" and not named.get(name):
            continue
        unit = named[f"{name}_unit"] or named.get(f"{name}_above") or of_block
        if unit is None:
            return
        amounts[name] = _figure(whole, match, name, unit, ("project_expenditure", of, year))
    if "initial" in amounts:
        yield amounts["initial"]
    if stage is not None:
        yield amounts["plan"]
    yield amounts["spent"]
    plan, spent = amounts["plan"].value_base, amounts["spent"].value_base
    rate = named.get("rate")
    if rate and plan and spent is not None and abs(spent * 100 / plan - Decimal(rate)) <= _ROUNDED:
        yield _figure(whole, match, "rate", "%", ("budget_execution_rate", None, year))


def _figure(
    whole: Folded, match: re.Match[str], name: str, unit: str, about: tuple[str, str | None, int | None]
) -> Figure:
    label = match.group()[: match.start(name) - match.start()][-12:].strip("|:")
    return printed.figure(whole, match.span(name), unit, about, label=label, quote=match.group())
