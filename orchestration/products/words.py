"""The words of products in both languages: codes of the warehouse as a finance officer says them.

Belongs here: translations of codes, amounts and places in words.
Does not belong here: headings and sentences of one product alone (its own module).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from orchestration.commands.check_output import place_in_words, without_places
from orchestration.commands.summary import WORDS, severity_label
from orchestration.publishing.workbook import CHINA

LANGUAGES = ("zh", "en")
SEVERITIES = ("error", "warning", "info")
WAN = Decimal(10_000)  # yuan

_CODES: dict[str, tuple[str, str]] = {
    # subjects of rules
    "structure": ("收支结构", "structure of income and expenditure"),
    "balance": ("收支平衡", "year balance"),
    "budget": ("预算执行", "budget execution"),
    "three_public": ("“三公”经费", "three public expenses"),
    "procurement": ("政府采购", "procurement"),
    "assets": ("资产管理", "assets"),
    "staff": ("人员编制", "staff"),
    "scores": ("评分计算", "scores"),
    "targets": ("绩效指标", "targets"),
    "percent": ("比率计算", "percentages"),
    "coherence": ("前后一致", "agreement within the report"),
    "completeness": ("内容完整", "completeness"),
    "plausibility": ("合理性", "plausibility"),
    # stages
    "initial_budget": ("年初预算", "initial budget"),
    "adjusted_budget": ("全年预算", "adjusted budget"),
    "final_account": ("决算", "final account"),
    "prior_year": ("上年", "year before"),
    "unknown": ("阶段不明", "stage unknown"),
    # measures
    "level": ("数额", "amount"),
    "change": ("增减额", "change"),
    "change_rate": ("增减率", "rate of change"),
    "share": ("占比", "share"),
    "completion_rate": ("完成率", "completion rate"),
    # whose and which part
    "headquarters": ("本级", "headquarters"),
    "subordinate": ("下属单位", "subordinate units"),
    "basic": ("基本支出部分", "basic expenditure only"),
    "project": ("项目支出部分", "project expenditure only"),
    "carryover": ("上年结转资金", "funds carried over"),
    "current_appropriation": ("当年财政拨款", "appropriation of the year"),
    "other": ("其他资金", "other funds"),
    "total": ("资金总额", "total funds"),
    # sources
    "text": ("正文", "text"),
    "table": ("表格", "table"),
    "form": ("表单", "form"),
    # units
    "yuan": ("元", "yuan"),
    "wan": ("万元", "10,000 yuan"),
    "persons": ("人", "persons"),
    "points": ("分", "points"),
    "count": ("个", "count"),
    # state of findings
    "open": ("待处理", "open"),
    "superseded": ("已有新版本", "superseded"),
    "accepted": ("已接受说明", "accepted"),
    "withdrawn": ("已撤下", "withdrawn"),
    # where a received file is
    "here": ("在收件箱", "in the inbox"),
    "replaced": ("已被新文件替换", "replaced"),
    "removed": ("已移出收件箱", "removed from the inbox"),
    # state of what is due
    "not_sent": ("未报", "not sent"),
    "late": ("逾期未报", "overdue"),
    "returned": ("待退回修改", "to be returned"),
    "received": ("已报送", "received"),
    "clean": ("无问题", "no findings"),
    # kinds of reports
    "department_self_evaluation": ("部门整体支出绩效自评", "self-evaluation of a department"),
    "project_self_evaluation": ("项目支出绩效自评", "self-evaluation of a project"),
    "review_report": ("核查报告", "review report"),
}


def pick(lang: str, zh: str, en: str) -> str:
    """The text in the reader's language."""
    return zh if lang == "zh" else en


def word(code: str | None, lang: str) -> str:
    """A code in the reader's language; an unknown one as it is, nothing for none."""
    if not code:
        return ""
    known = _CODES.get(code) or WORDS.get(code)
    return pick(lang, *known) if known else code


def unit(code: str | None, lang: str) -> str:
    """A base unit; percent is a subject of rules too."""
    return "%" if code == "percent" else word(code, lang)


def severity(code: str, lang: str) -> str:
    """A severity as a label (not as a count of findings)."""
    return severity_label(code, lang)


def wan_yuan(yuan: Decimal | None) -> Decimal | None:
    """Yuan in units of 10,000 yuan, to the hundred yuan as letters print them."""
    return None if yuan is None else (yuan / WAN).quantize(Decimal("0.01"), ROUND_HALF_UP)


def trimmed(value: Decimal | None) -> str:
    """A number without useless zeros: 9.90 as 9.9."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(low: Decimal | None, high: Decimal | None) -> str:
    """A range of numbers; one number where both ends are the same."""
    if low is None or high is None or low == high:
        return trimmed(high if low is None else low)
    return f"{trimmed(low)}～{trimmed(high)}"


def places(locators: list[Mapping[str, Any]], lang: str, limit: int = 8) -> str:
    """Where the evidence stands, each place once."""
    found = list(dict.fromkeys(place_in_words(locator, lang) for locator in locators if locator))
    shown = pick(lang, "、", "; ").join(found[:limit])
    return shown + (
        pick(lang, f"等{len(found)}处", f" and {len(found) - limit} more") if len(found) > limit else ""
    )


def told(finding: Mapping[str, Any], lang: str, with_places: bool = False) -> str:
    """The message of a finding without the name of its rule, and without its places where they stand beside it."""
    name = finding[f"label_{lang}"] + pick(lang, "：", ": ")
    message = str(finding[f"message_{lang}"]).removeprefix(name)
    message = message if with_places else without_places(message, lang)
    return message[:1].upper() + message[1:]


def day(moment: datetime, lang: str) -> str:
    """A date as letters write it."""
    local = moment.astimezone(CHINA)
    return pick(lang, f"{local.year}年{local.month}月{local.day}日", f"{local:%Y-%m-%d}")
