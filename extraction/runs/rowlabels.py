"""What the last label in front of an amount names in the national forms of budgets and accounts.

一、一般公共预算财政拨款收入 names an income, 八、社会保障和就业支出 a class of spending; 二十四、…本年收入合计 a sum, for the rows before it are empty.

Belongs here: finding that label at the end of all labels between two amounts, and what part it plays in the sums of its table.
Does not belong here: the sums (``twosided``, ``onesided``); what an amount is called beside its label (``columns.headings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extraction import reference
from extraction.columns.headings import read_heading
from extraction.runs.cutting import Entry

INCOME = {
    "general_public_budget_appropriation", "government_fund_appropriation", "state_capital_appropriation",
    "fiscal_appropriation_revenue", "superior_subsidy_revenue", "undertaking_revenue", "business_operation_revenue",
    "affiliated_unit_remittance", "special_account_revenue", "other_revenue",
}  # fmt: skip
_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|(?<!\d)\d{1,2}(?:、|\.(?!\d))|\([一二三四五六七八九十\d]{1,2}\)|其中:?"
)
#: Labels that end so belong to headings that stand between rows: 2020年预算数 12,204.85.
OF_HEAD = re.compile(r"(?:预算|决算)数$|金额$")
_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}[、.]")
_LONGEST_END = 6
#: Rows of sums and of what is left over, which have no number of their own, by the part that they play.
_SUMS = (
    ("income", re.compile(r"(?:本年)?收入合计$|本年收入$")),
    ("spending", re.compile(r"(?:本年)?支出合计$|本年支出$")),
    ("all_income", re.compile(r"收入总计$")),
    ("all_spending", re.compile(r"支出总计$")),
    ("personnel", re.compile(r"人员经费合计$")),
    ("public", re.compile(r"公用经费合计$")),
    ("total", re.compile(r"总计$")),
    ("sum", re.compile(r"合计$")),
    ("before", re.compile(r"(?:(?:上年|年初)(?:财政拨款)?(?:结转|结余)(?:和结余|结余)?|上年结转结余)$")),
    ("after", re.compile(r"(?:年末(?:财政拨款)?(?:结转|结余)(?:和结余|结余)?|结转下年)$")),
    ("used", re.compile(r"(?:使用非财政拨款结余(?:\([^()]*\))?|用事业基金弥补收支差额)$")),
    ("distributed", re.compile(r"结余分配$")),
)
#: What is left of the appropriations is not all that is left.
_OF_BUDGET = ("年初财", "年末财", "上年财")
#: What the table made of such rows calls them.
NAMES = {
    "income": "本年收入合计", "spending": "本年支出合计", "all_income": "收入总计", "all_spending": "支出总计",
    "before": "年初结转和结余", "after": "年末结转和结余", "used": "使用非财政拨款结余", "distributed": "结余分配",
    "personnel": "人员经费合计", "public": "公用经费合计",
}  # fmt: skip
_FUND = re.compile(
    r"(?P<fund>一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政)?(?:拨款)?(?:收入|资金)?"
)
_FUND_NAMES = {"一": "一般公共预算", "公": "一般公共预算", "政": "政府性基金预算", "国": "国有资本经营预算"}
#: 单位资金收入: of no concept, and a part of the sum.
_OF_INCOME = ("收入", "资金", "拨款")
_APPROPRIATION = re.compile(r"(?:本年|当年)?(?:公共)?财政拨款(?:收入|\(补助\)收入)?")


@dataclass(frozen=True, slots=True)
class Part:
    """``kind`` is that of a sum, or "part_of_income", "class", "economic", "" where the label names none of them."""

    kind: str
    name: str = ""
    #: 2 for 1. and （一） and 其中：
    level: int = 1
    code: str = ""


def parts_of(entries: Sequence[Entry]) -> Iterator[tuple[Part, Entry]]:
    """What the label of each entry that has amounts names."""
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        if entry.amounts:
            part = part_of(entry.name or entry.label)
            if not part.kind and following and (whole := _completed(part.name, following.label)):
                part = part_of(whole)
            yield part, entry


@lru_cache(maxsize=4096)
def part_of(label: str) -> Part:
    """What the last of folded labels names."""
    for kind, pattern in _SUMS:
        if found := pattern.search(label):
            of_budget = found.group().startswith(_OF_BUDGET)
            return Part(kind, "" if of_budget else NAMES.get(kind, ""))
    marks = list(_MARK.finditer(label))
    name = label[marks[-1].end() :] if marks else label
    level = 2 if marks and not _FIRST_LEVEL.fullmatch(marks[-1].group()) else 1
    if fund := _FUND.fullmatch(name):
        return Part("part_of_income", _FUND_NAMES[fund["fund"][0]] + "财政拨款收入", level)
    if _APPROPRIATION.fullmatch(name):
        return Part("part_of_income", "财政拨款收入", level)
    if set(read_heading(name).concepts) & INCOME or (name.endswith(_OF_INCOME) and "支出" not in name):
        return Part("part_of_income", name, level)
    if OF_HEAD.search(label):
        return Part("", name, level)
    return _class_of(name, level, not marks)


def _class_of(name: str, level: int, whole: bool) -> Part:
    """The class that a label names, also without 支出 at its end, or at the end of headings that run on into the ``whole`` of it."""
    known = _classes().search(name) if whole else None
    for called in (name, f"{name}支出", known.group() if known else ""):
        read = read_heading(called)
        if code := read.function_code or read.economic_code:
            return Part("economic" if code[0] == "3" else "class", called, level, code)
    return Part("", name, level)


@lru_cache(maxsize=1)
def _classes() -> re.Pattern[str]:
    """The name of a class at the end of headings that run on into it."""
    return re.compile("(?:" + "|".join(map(re.escape, sorted(_names(), key=len, reverse=True))) + ")$")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset((*reference.function_classes(), *reference.economic_classes()))


def _completed(name: str, behind: str) -> str:
    """A name of a class that a line ended in, whose end stands behind its amount: 灾害防治及应急管理支 98.23 出."""
    names = _names()
    ends = (name + behind[:more] for more in range(1, _LONGEST_END + 1))
    return next((whole for whole in ends if whole in names), "")
