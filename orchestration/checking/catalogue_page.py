"""The page docs/rules.md, made from the rule catalogue.

Belongs here: the developer command ``python -m orchestration.checking.catalogue_page``.
Does not belong here: any rule. A test fails when the page is stale.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping

from orchestration.paths import REPOSITORY, reference_folder

PAGE = REPOSITORY / "docs" / "rules.md"
_CATEGORIES = {
    "structure": ("结构与合计", "Sums and parts"),
    "balance": ("收支平衡与结转", "Balances and carry-over"),
    "budget": ("预算与执行", "Budget and execution"),
    "three_public": ("“三公”经费", "Three public expenses"),
    "procurement": ("政府采购", "Procurement"),
    "assets": ("资产", "Assets"),
    "staff": ("机构人员", "Organisation and staff"),
    "percent": ("百分比", "Percentages"),
    "scores": ("评分", "Scores"),
    "targets": ("目标与结果", "Targets and results"),
    "coherence": ("前后一致", "Coherence"),
    "completeness": ("完整性", "Completeness"),
    "plausibility": ("合理性", "Plausibility"),
}
_HEAD = """# Rules · 规则目录

For reviewers and for those who add rules. Made from `data/reference/rules.csv` by
`python -m orchestration.checking.catalogue_page`; a test compares.

{count} rules, {implemented} of them judge every report. A verdict is `pass`, `contradiction`, `weakness`, `not_run`
(with what is missing) or `not_applicable`. A rule never accuses on a missing number: blank is not zero.

* **Severity**: `error` for numbers that cannot both be right, `warning` for what needs an explanation, `info` for form.
* **Tolerance** `interval`: a number printed with d decimals stands for all numbers that round to it; two statements
  conflict only when their intervals have no point in common. `exact`: heads, counts, points.
* **When absent**: the verdict when the report has nothing of the kind. `pass` there means: the whole text was searched.
* **One cause, one finding**: a verdict that one correction would put right together with another one names it in
  `fct_verdicts.same_cause_as`: a number stated with two values and the sums it stands in, the same gap seen by a sum and by the
  year's balance, a percentage that comes right with the corrected amount, a lost row missed in every column (`int_causes.sql`
  has the cases). `fct_findings` holds one row a cause; its message has the words of all, `seen_by` their rules.

## Rules on texts are rows too

| File in `data/reference` | One row says |
|---|---|
| `claims.csv` | a pattern over the folded text that makes a claim, such as 资金落实到位 |
| `rule_claims.csv` | which figures a claim is held against, by which test, and what follows |
| `rule_observations.csv` | what follows from something seen (kinds: `extraction/observing/observations.py`) |
| `rule_presence.csv` | what a report of a kind must hold: a figure, a heading, a statement, rows of a scoring table |
| `indicator_classes.csv` | words in names of indicators, and the classes where they belong |

A claim that accuses nobody today and should: one row in `claims.csv`, one in `rule_claims.csv` or
`rule_observations.csv`, a message in `rule_messages.csv` if the reason is new, then raise `EXTRACTOR_VERSION`,
run `python -m orchestration.checking.bundle` and this command. A test fails when a rule has no words, concept,
observation or claim left that could make it fire.
"""
_TABLE = "| Rule | 内容 · Statement | Formula | Kind | Tolerance | Severity | When absent |\n|---|---|---|---|---|---|---|"


def page() -> str:
    """The page as text."""
    with (reference_folder() / "rules.csv").open(encoding="utf-8", newline="") as file:
        rules = list(csv.DictReader(file))
    parts = [_HEAD.format(count=len(rules), implemented=sum(1 for rule in rules if rule["kind"]))]
    for category in dict.fromkeys(rule["category"] for rule in rules):
        zh, en = _CATEGORIES.get(category, (category, category))
        members = (rule for rule in rules if rule["category"] == category)
        parts.append("\n".join((f"## {zh} · {en}", "", _TABLE, *_lines(members), "")))
    return "\n".join(parts)


def _lines(rules: Iterable[Mapping[str, str]]) -> Iterable[str]:
    for rule in rules:
        cells = (
            rule["id"],
            f"{rule['label_zh']}<br>{rule['label_en']}",
            rule["formula"],
            f"`{rule['kind']}`" if rule["kind"] else "not implemented",
            rule["tolerance"],
            rule["severity"],
            rule["absent"] or "not_run",
        )
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
