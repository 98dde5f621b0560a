"""The review letter (复核意见): what was looked at, the main figures, the problems, what is asked for.

Belongs here: what a letter's template can name. Does not belong here: the wording around it (the template),
filling it in (template).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from orchestration.products.departments import Group
from orchestration.products.ledger_lists import with_unit
from orchestration.products.source import Row
from orchestration.products.words import day, pick, places, severity, told, trimmed, wan_yuan, word

# The rows of the table of main figures: concept, in Chinese, in English.
_MAIN = (
    ("total_revenue", "本年收入合计", "Total revenue"),
    ("total_expenditure", "本年支出合计", "Total expenditure"),
    ("basic_expenditure", "其中：基本支出", "  basic expenditure"),
    ("project_expenditure", "　　　项目支出", "  project expenditure"),
    ("public_expenditure", "公用支出", "Public expenditure"),
    ("three_public_total", "“三公”经费合计", "Three public expenses"),
    ("closing_carryover", "年末结转和结余", "Closing carryover"),
)
_STAGES = ("initial_budget", "adjusted_budget", "final_account")
_AMOUNT = {
    "zh": re.compile(r"(?<![\d.])(\d+)(\.\d)?(?=\s?万元)"),
    "en": re.compile(r"(?<![\d.])(\d+)(\.\d)?(?= ×10⁴ yuan|万元)"),
}

TEXTS = (
    *(
        "department",
        "fiscal_year",
        "date",
        "build",
        "reports",
        "report_count",
        "finding_count",
        "error_count",
    ),
    *("warning_count", "info_count", "checked_count", "passed_count", "not_run_count", "self_score"),
    *("review_score", "grade", "scores", "score_remark", "region"),
)
CONDITIONS = ("has_findings", "has_scores", "has_figures")
LISTS = {
    "figures": ("name", "initial_budget", "adjusted_budget", "final_account", "rate"),
    "findings": ("no", "severity", "category", "message", "basis", "amount", "place", "file"),
}
KNOWN = frozenset(
    [*TEXTS, *CONDITIONS, *LISTS, *(f"{name}.{field}" for name, fields in LISTS.items() for field in fields)]
)


def context(group: Group, build_id: str, created: datetime, lang: str) -> dict[str, Any]:
    """Everything that a letter to one department can say."""
    findings = [finding for finding in group.findings if finding["status"] == "open"]
    figures = _figures(group, lang)
    return {
        **basics(group, build_id, created, lang),
        **_counts(group, findings),
        **scores(group, lang),
        "has_findings": bool(findings),
        "has_figures": bool(figures),
        "figures": figures,
        "findings": [_finding(number, finding, lang) for number, finding in enumerate(findings, start=1)],
    }


def basics(group: Group, build_id: str, created: datetime, lang: str) -> dict[str, Any]:
    """Whom it is to, and about what."""
    titles = [
        pick(lang, f"《{report['title'] or report['file_name']}》", report["title"] or report["file_name"])
        for report in group.reports
    ]
    return {
        "department": group.department_name or pick(lang, "（部门名称不明）", "(department unknown)"),
        "region": group.reports[0]["region_name"],
        "fiscal_year": group.fiscal_year or pick(lang, "（年度不明）", "(year unknown)"),
        "date": day(created, lang),
        "build": build_id,
        "reports": pick(lang, "、", "; ").join(dict.fromkeys(titles)),
        "report_count": len(group.reports),
    }


def _counts(group: Group, findings: Sequence[Row]) -> dict[str, int]:
    outcomes = {"pass": 0, "contradiction": 0, "weakness": 0, "not_run": 0}
    for row in group.tables["verdicts"]:
        outcomes[row["outcome"]] = outcomes.get(row["outcome"], 0) + row["number"]
    return {
        "checked_count": outcomes["pass"] + outcomes["contradiction"] + outcomes["weakness"],
        "passed_count": outcomes["pass"],
        "not_run_count": outcomes["not_run"],
        "finding_count": len(findings),
        **{
            f"{code}_count": sum(finding["severity"] == code for finding in findings)
            for code in ("error", "warning", "info")
        },
    }


def scores(group: Group, lang: str) -> dict[str, Any]:
    """The scores as stated, and what the report's own figures say of them."""
    totals = [row for row in group.tables["scores"] if row["level"] == "total"]
    known = {}
    for kind in ("self_evaluation", "review"):
        stated = sorted({row["stated_points"] for row in totals if row["score_kind"] == kind} - {None})
        known[kind] = pick(lang, "、", ", ").join(trimmed(points) for points in stated)
    grades = sorted({row["grade"] for row in totals if row["grade"]})
    shown = [
        (pick(lang, "自评得分{}分", "Stated score {}"), known["self_evaluation"]),
        (pick(lang, "核查得分{}分", "review score {}"), known["review"]),
        (pick(lang, "等级{}", "grade {}"), pick(lang, "、", ", ").join(grades)),
    ]
    remarks = [_remark(row, lang) for row in group.tables["rescored"] if row["level"] == "report"]
    return {
        "self_score": known["self_evaluation"] or "—",
        "review_score": known["review"] or "—",
        "grade": "、".join(grades) or "—",
        "scores": pick(lang, "，", ", ").join(words.format(value) for words, value in shown if value)
        or pick(lang, "报告未列得分", "No score is stated"),
        "has_scores": bool(any(known.values()) or remarks),
        "score_remark": pick(lang, "", " ").join(dict.fromkeys(filter(None, remarks))),
    }


def _remark(row: Row, lang: str) -> str:
    """What the figures of one report say of its score, in a sentence."""
    low, high, items = row["stated_low_points"], row["stated_high_points"], row["items_points"]
    supported, gap = row["recomputed_high_points"], row["gap_points"]
    parts = []
    if low is not None and low != high:
        parts.append(pick(lang, f"总分有不同写法（{trimmed(low)}分、{trimmed(high)}分）",
                          f"the score is stated as {trimmed(low)} and as {trimmed(high)}"))  # fmt: skip
    if items is not None and high is not None and items != high:
        parts.append(pick(lang, f"各项得分合计{trimmed(items)}分，与总分{trimmed(high)}分不一致",
                          f"its items add up to {trimmed(items)}, not {trimmed(high)}"))  # fmt: skip
    if supported is not None and gap:
        parts.append(pick(lang, f"按报告所列数字最高可得{trimmed(supported)}分，自评高出{trimmed(gap)}分",
                          f"the figures support at most {trimmed(supported)}, {trimmed(gap)} less than stated"))  # fmt: skip
    if not parts and high is None:
        return ""
    if not parts:
        compared = pick(lang, "各项得分及", "its items and ") if items is not None else ""
        return pick(lang, f"总分与{compared}报告数字未见矛盾。", f"The score fits {compared}the figures.")
    return pick(lang, "经复核，" + "；".join(parts) + "。", "On review, " + "; ".join(parts) + ".")


def _figures(group: Group, lang: str) -> list[dict[str, str]]:
    """The main figures in 万元 with two decimals; rows of which nothing is stated are left out."""
    found: dict[tuple[str, str], tuple[Decimal, Decimal]] = {}
    for row in group.tables["spending"]:
        if row["fiscal_year"] != group.fiscal_year or row["lowest_yuan"] is None:
            continue
        key = (
            row["concept"],
            row["stage"] or "final_account",
        )  # a balance has no stage: it is of the year's end
        low, high = found.get(key, (row["lowest_yuan"], row["highest_yuan"]))
        found[key] = (min(low, row["lowest_yuan"]), max(high, row["highest_yuan"]))
    lines = []
    for concept, zh, en in _MAIN:
        stages = {stage: found.get((concept, stage)) for stage in _STAGES}
        if any(stages.values()):
            cells = {stage: _amount(ends) for stage, ends in stages.items()}
            lines.append({"name": pick(lang, zh, en), **cells, "rate": _rate(stages)})
    return lines


def _amount(ends: tuple[Decimal, Decimal] | None) -> str:
    """An amount; both ends where the report states different values."""
    if ends is None:
        return "—"
    low, high = (format(wan_yuan(end) or Decimal(0), ".2f") for end in ends)
    return low if low == high else f"{low}／{high}"


def _rate(stages: dict[str, tuple[Decimal, Decimal] | None]) -> str:
    """Final account as a share of the budget, where both are stated without contradiction."""
    final, budget = stages["final_account"], stages["adjusted_budget"] or stages["initial_budget"]
    if final is None or budget is None or final[0] != final[1] or budget[0] != budget[1] or not budget[0]:
        return "—"
    return f"{(final[0] / budget[0] * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def _finding(number: int, finding: Row, lang: str) -> dict[str, Any]:
    money = finding["base_unit"] == "yuan" and finding["difference"] is not None
    difference = with_unit(finding["difference"], finding["base_unit"], lang)
    if money:
        wan = format(wan_yuan(abs(finding["difference"])) or Decimal(0), ".2f")
        difference = pick(lang, f"{wan}万元", f"{wan} × 10,000 yuan")
    return {
        "no": number,
        "severity": severity(finding["severity"], lang),
        "category": word(finding["category"], lang),
        "message": two_decimals(told(finding, lang, with_places=True), lang),
        "basis": finding[f"label_{lang}"],
        "amount": difference or "—",
        "place": places(finding["locators"], lang),
        "file": finding["file_name"],
    }


def two_decimals(sentence: str, lang: str) -> str:
    """Amounts in 万元 filled up to two decimals; none is rounded, for that would change what was printed."""
    return _AMOUNT[lang].sub(
        lambda found: f"{found[1]}{(found[2] or '.')}".ljust(len(found[1]) + 3, "0"), sentence
    )
