"""The score-check table (核查评分表): the rubric's tree with the stated points and those the figures support.

Belongs here: what its template can name. Does not belong here: recomputing points (mart_rescoring), the
layout (the template). Where no figure decides an item, the reviewer's column is left for the reviewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from orchestration.products.departments import Group
from orchestration.products.letters import TEXTS, basics, scores
from orchestration.products.source import Row
from orchestration.products.words import pick, places, span, trimmed

CONDITIONS = ("has_rows", "has_scores")
_ROW = (
    *("no", "level_1", "level_2", "level_3", "criterion", "target", "actual", "full_marks", "stated"),
    *("recomputed", "gap", "reason", "remark", "place"),
)
LISTS = {"rows": _ROW}
_OWN = ("report", "stated_total", "items_total", "full_marks_total", "supported_total", "rubric")
_COUNTS = {name for name in TEXTS if name.endswith("_count") and name != "report_count"}
KNOWN = frozenset(
    [
        *(name for name in TEXTS if name not in _COUNTS),
        *_OWN,
        *CONDITIONS,
        *LISTS,
        *(f"rows.{field}" for field in _ROW),
    ]
)


def contexts(
    group: Group, build_id: str, created: datetime, lang: str
) -> Iterator[tuple[Row, dict[str, Any]]]:
    """One table for each report of the department that states a score or holds scoring rows."""
    for report in group.reports:
        own = _only(group, report)
        if not own.tables["indicators"] and not scores(own, lang)["has_scores"]:
            continue
        rows = _rows(own, lang)
        yield (
            report,
            {
                **basics(own, build_id, created, lang),
                **scores(own, lang),
                **_totals(own, lang),
                "report": report["title"] or report["file_name"],
                "has_rows": bool(rows),
                "rows": rows,
            },
        )


def _only(group: Group, report: Row) -> Group:
    """The group as if this report were its only one."""
    tables = {
        name: [row for row in rows if row["report_id"] == report["report_id"]]
        for name, rows in group.tables.items()
    }
    return Group(group.file_stem, group.department_name, group.fiscal_year, [report], [], tables)


def _rows(group: Group, lang: str) -> list[dict[str, Any]]:
    """The scoring rows but for totals; recomputed points belong to a row by its name and its stated points."""
    rescored = {
        (row["item"], row["stated_high_points"]): row
        for row in group.tables["rescored"]
        if row["level"] == "item"
    }
    merged_cells: set[tuple[Any, Any]] = set()
    rows: list[dict[str, Any]] = []
    for row in group.tables["indicators"]:
        if row["row_kind"] == "total":
            continue
        cell = (row["score_table"], row["shared_group"])
        # The points of a merged cell are printed with the first of the rows that it covers.
        is_first = row["shared_group"] is None or cell not in merged_cells
        merged_cells.add(cell)
        rows.append(_item(len(rows) + 1, row, rescored, is_first, lang))
    return rows


def _totals(group: Group, lang: str) -> dict[str, str]:
    totals = [row for row in group.tables["rescored"] if row["level"] == "report"]
    row: Row = totals[0] if totals else defaultdict(lambda: None)
    rubrics = sorted({item[f"rubric_{lang}"] for item in group.tables["rescored"] if item["rubric_id"]})
    return {
        "stated_total": span(row["stated_low_points"], row["stated_high_points"]) or "—",
        "items_total": trimmed(row["items_points"]) or "—",
        "full_marks_total": trimmed(row["full_marks_points"]) or "—",
        "supported_total": trimmed(row["recomputed_high_points"]) or "—",
        "rubric": "; ".join(rubrics) or "—",
    }


def _item(number: int, row: Row, rescored_rows: dict[Any, Row], is_first: bool, lang: str) -> dict[str, Any]:
    """One scoring row as printed, with what the figures say of it."""
    name = row["level_3"] or row["level_2"] or row["level_1"]
    stated = row["score_points"] if row["score_points"] is not None else row["shifted_points"]
    rescored = rescored_rows.get((name, stated))
    marks = row["full_marks_points"]
    if marks is None and is_first:
        marks = row["shared_full_marks_points"]
    return {
        "no": number,
        "level_1": _with_marks(row["level_1"], row["level_1_full_marks_points"], lang),
        "level_2": _with_marks(row["level_2"], row["level_2_full_marks_points"], lang),
        "level_3": name,
        "criterion": row["criterion"],
        "target": row["target_text"],
        "actual": row["actual_text"],
        "full_marks": trimmed(marks),
        "stated": trimmed(stated),
        "recomputed": span(rescored["recomputed_low_points"], rescored["recomputed_high_points"])
        if rescored
        else "",
        "gap": trimmed(rescored["gap_points"]) if rescored and rescored["gap_points"] else "",
        "reason": row["reason"],
        "remark": _remark(rescored, lang),
        "place": places([row], lang),
    }


def _with_marks(name: str | None, marks: Decimal | None, lang: str) -> str:
    if not name:
        return ""
    return name + (pick(lang, f"（{trimmed(marks)}分）", f" ({trimmed(marks)})") if marks is not None else "")


def _remark(rescored: Row | None, lang: str) -> str:
    if rescored is None:
        return ""
    ratio = rescored["ratio_pct"]
    shown = (
        pick(lang, f"按报告数字计算为{ratio}%，", f"{ratio}% by the figures; ") if ratio is not None else ""
    )
    if rescored["fits"]:
        return shown + pick(lang, "与自评得分相符。", "agrees with the stated points.")
    supported = span(rescored["recomputed_low_points"], rescored["recomputed_high_points"])
    return shown + pick(lang, f"应得{supported}分。", f"gives {supported} points.")
