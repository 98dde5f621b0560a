"""What the expectations said of a build, kept beside it.

Belongs here: writing and reading outcomes, and the gate's question: may this build be published?
Does not belong here: judging (expectations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from expectations.model import Outcome, Suite
from orchestration.files import read_json, write_json


def _path(folder: Path, suite_name: str) -> Path:
    return folder / f"{suite_name}.json"


def save(folder: Path, suite_name: str, judged: Sequence[Outcome]) -> None:
    """Keep the outcomes of one suite."""
    write_json(_path(folder, suite_name), [asdict(outcome) for outcome in judged])


def load(folder: Path, suite_name: str) -> list[Outcome] | None:
    """The outcomes of one suite; nothing when it was not judged."""
    rows = read_json(_path(folder, suite_name), None)
    if rows is None:
        return None
    return [Outcome(**{**row, "judges": tuple(row["judges"])}) for row in rows]


def gate_problems(folder: Path, gates: Sequence[Suite]) -> list[str]:
    """Why a build may not be published. A suite that was not judged, or not in full, is a problem too."""
    problems = []
    for suite in gates:
        judged = load(folder, suite.name)
        if judged is None:
            problems.append(f"{suite.title_zh}未检查 / {suite.title_en}: not judged")
            continue
        missing = {item.name for _, item in suite.checks()} - {outcome.name for outcome in judged}
        problems += [f"{name}: 未检查 / not judged" for name in sorted(missing)]
        problems += [f"{outcome.description}（{outcome.name}）" for outcome in judged if outcome.is_our_fault]
    return problems
