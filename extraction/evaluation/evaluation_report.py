"""The results of an evaluation: counts, lists, and both in words.

Belongs here: adding results up and writing them as text in Chinese or English.
Does not belong here: deciding what is right (``evaluation``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

#: What the text says, by language.
_WORDS = {
    "zh": {
        "files": "文件",
        "figures": "数字",
        "asserted": "其中规则采用的",
        "rubric": "评分表行",
        "matched": "正确",
        "missed": "漏读",
        "wrong": "误读",
        "precision": "准确率",
        "recall": "召回率",
        "unasked": "标准答案未涉及的数字",
        "differences": "其他不一致",
        "concept": "按概念",
        "stage": "按预算阶段",
        "family": "按版式",
        "confidence": "按置信度",
        "sure": "置信度",
        "expected": "应为",
        "found": "读出",
        "in": "位于",
    },
    "en": {
        "files": "files",
        "figures": "figures",
        "asserted": "of these used by rules",
        "rubric": "scoring rows",
        "matched": "matched",
        "missed": "missed",
        "wrong": "wrong",
        "precision": "precision",
        "recall": "recall",
        "unasked": "figures the truth does not ask for",
        "differences": "other differences",
        "concept": "by concept",
        "stage": "by stage",
        "family": "by family",
        "confidence": "by confidence",
        "sure": "confidence",
        "expected": "expected",
        "found": "found",
        "in": "in",
    },
}


@dataclass(slots=True)
class Tally:
    """How many were matched, missed and wrong."""

    matched: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """Share of what was extracted that is right; 1 where nothing was extracted."""
        return _share(self.matched, self.matched + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the truth that was found; 1 where the truth states nothing."""
        return _share(self.matched, self.matched + self.missed)

    def add(self, other: Tally) -> None:
        """Count the other tally in."""
        self.matched += other.matched
        self.missed += other.missed
        self.wrong += other.wrong


@dataclass(frozen=True, slots=True)
class Item:
    """One figure of the truth or of the extraction, in words short enough for a list."""

    file: str
    concept: str
    measure: str
    stage: str | None
    value: str
    unit: str
    quote: str
    confidence: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something a truth states that the extraction says otherwise."""

    file: str
    what: str
    expected: str
    found: str


@dataclass(slots=True)
class Report:
    """Results of one file or of many added up."""

    files: int = 0
    total: Tally = field(default_factory=Tally)
    #: figures sure enough for a rule; what is read with less confidence counts as missed here
    asserted: Tally = field(default_factory=Tally)
    rubric: Tally = field(default_factory=Tally)
    by_concept: dict[str, Tally] = field(default_factory=dict)
    by_stage: dict[str, Tally] = field(default_factory=dict)
    by_family: dict[str, Tally] = field(default_factory=dict)
    #: right and wrong by the confidence that the extraction gave them
    by_confidence: dict[str, Tally] = field(default_factory=dict)
    misses: list[Item] = field(default_factory=list)
    wrong: list[Item] = field(default_factory=list)
    #: figures of concepts that the truth of their file does not mention; neither right nor wrong
    unasked: list[Item] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Count the other report in."""
        self.files += other.files
        self.total.add(other.total)
        self.asserted.add(other.asserted)
        self.rubric.add(other.rubric)
        for name in ("by_concept", "by_stage", "by_family", "by_confidence"):
            mine: dict[str, Tally] = getattr(self, name)
            for key, tally in getattr(other, name).items():
                mine.setdefault(key, Tally()).add(tally)
        for name in ("misses", "wrong", "unasked", "differences"):
            getattr(self, name).extend(getattr(other, name))


def render(report: Report, language: str = "zh") -> str:
    """The report as plain text: totals, tables of counts, then every figure that is not as it should be."""
    words = _WORDS[language]
    lines = [f"{words['files']}: {report.files}", _sum(words["figures"], report.total, words)]
    lines.append(_sum(words["asserted"], report.asserted, words))
    if report.rubric.matched + report.rubric.missed + report.rubric.wrong:
        lines.append(_sum(words["rubric"], report.rubric, words))
    for name, tallies in (
        ("concept", report.by_concept),
        ("stage", report.by_stage),
        ("family", report.by_family),
        ("confidence", report.by_confidence),
    ):
        lines += ["", f"{words[name]}  ({words['matched']}/{words['missed']}/{words['wrong']})"]
        lines += [f"  {key}  {t.matched}/{t.missed}/{t.wrong}" for key, t in sorted(tallies.items())]
    for name, items in (("missed", report.misses), ("wrong", report.wrong), ("unasked", report.unasked)):
        if items:
            lines += ["", f"{words[name]}: {len(items)}", *_items(items, words)]
    if report.differences:
        lines += ["", f"{words['differences']}: {len(report.differences)}"]
        lines += [
            f"  {d.what}: {words['expected']} {d.expected}, {words['found']} {d.found}  {words['in']} {d.file}"
            for d in report.differences
        ]
    return "\n".join(lines) + "\n"


def _sum(name: str, tally: Tally, words: dict[str, str]) -> str:
    return (
        f"{name}: {words['matched']} {tally.matched}, {words['missed']} {tally.missed}, "
        f"{words['wrong']} {tally.wrong}; "
        f"{words['precision']} {tally.precision:.4f}, {words['recall']} {tally.recall:.4f}"
    )


def _items(items: list[Item], words: dict[str, str]) -> Iterator[str]:
    for item in items:
        stage = item.stage or "-"
        quote = " ".join(item.quote.split())
        sure = "" if item.confidence == 1 else f"  ({words['sure']} {item.confidence.normalize():f})"
        yield (
            f"  {item.concept} {item.measure} {stage} {item.value}{item.unit}{sure}"
            f"  「{quote}」  {words['in']} {item.file}"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
