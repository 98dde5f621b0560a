"""The counts of a build in words.

Belongs here: sentences for ``jihe run`` and ``jihe status``.
Does not belong here: counting (publishing.summary).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orchestration.paths import Home
from orchestration.publishing.builds import Build

WORDS: dict[str, tuple[str, str]] = {
    "extracted": ("已读取", "read"),
    "duplicate": ("重复", "duplicate"),
    "template_only": ("空白模板", "unfilled form"),
    "not_a_report": ("不是自评报告", "not a report"),
    "quarantined": ("无法读取", "could not be read"),
    "gone": ("已被替换或移出", "replaced or removed since"),
    "pass": ("一致", "agree"),
    "contradiction": ("矛盾", "contradict"),
    "weakness": ("需说明", "need explaining"),
    "not_run": ("缺数据未核", "not run for lack of data"),
    "not_applicable": ("不适用", "not applicable"),
    "error": ("错误", "errors"),
    "warning": ("警告", "warnings"),
    "info": ("提示", "hints"),
}
_ORDER = list(WORDS)
#: Severities of one finding; those above count several.
_SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "hint")}


def severity_label(code: str, lang: str) -> str:
    """A severity as the label of one finding."""
    return _SEVERITIES.get(code, (code, code))[0 if lang == "zh" else 1]


def in_words(counts: Mapping[str, int], lang: str) -> str:
    """Counts as a list in words, in a fixed order."""
    column = 0 if lang == "zh" else 1
    known = sorted(counts.items(), key=lambda item: _ORDER.index(item[0]) if item[0] in _ORDER else 99)
    parts = [
        f"{WORDS.get(name, (name, name))[column]} {number}" if lang == "zh" else f"{number} {_en(name)}"
        for name, number in known
    ]
    return ("、" if lang == "zh" else ", ").join(parts) or ("无" if lang == "zh" else "none")


def _en(name: str) -> str:
    return WORDS.get(name, (name, name))[1]


def summary(home: Home, build: Build, lang: str) -> str:
    """What a build holds and where everything is."""
    counts: dict[str, Any] = build.counts
    documents, verdicts, findings = (
        counts.get(name, {})
        for name in ("documents_by_status", "verdicts_by_outcome", "findings_by_severity")
    )
    from orchestration.alerts.outbox import outbox_folder

    if lang == "zh":
        lines = [
            f"收到文件 {sum(documents.values())} 个：{in_words(documents, lang)}",
            f"报告 {counts.get('reports', 0)} 份，数字 {counts.get('figures', 0)} 个，"
            f"评分表 {counts.get('indicators', 0)} 行",
            f"规则 {counts.get('rules', 0)} 条，结论 {counts.get('verdicts', 0)} 个：{in_words(verdicts, lang)}",
            f"需要复核的问题 {counts.get('findings', 0)} 个：{in_words(findings, lang)}",
            "",
            f"数据仓库  {home.published}（只读打开，构建 {build.build_id}）",
            f"检查页面  {home.data_docs / 'index.html'}",
            f"处室提醒  {outbox_folder(home)}",
            f"报告文件夹  {build.root}",
            "界面      jihe ui",
        ]
    else:
        lines = [
            f"{sum(documents.values())} files received: {in_words(documents, lang)}",
            f"{counts.get('reports', 0)} reports, {counts.get('figures', 0)} figures, "
            f"{counts.get('indicators', 0)} rows of scoring tables",
            f"{counts.get('rules', 0)} rules, {counts.get('verdicts', 0)} verdicts: {in_words(verdicts, lang)}",
            f"{counts.get('findings', 0)} findings to review: {in_words(findings, lang)}",
            "",
            f"warehouse  {home.published} (open it read-only; build {build.build_id})",
            f"data docs  {home.data_docs / 'index.html'}",
            f"alerts     {outbox_folder(home)}",
            f"reports    {build.root}",
            "UI         jihe ui",
        ]
    return "\n".join(lines)
