"""The rules on whole texts whose faults are known: every planted contradiction, and no other."""

import json
from collections import Counter
from pathlib import Path

import pytest

from extraction.extract import extract
from orchestration.checking.engine import check_extractions
from orchestration.paths import REPOSITORY, SAMPLES

DATA = REPOSITORY / "tests" / "data"
SHARED = REPOSITORY.parent / "shared"
TEXTS = [(path, SAMPLES) for path in sorted((DATA / "samples").glob("*.json"))]
TEXTS += [(path, DATA / "labelled") for path in sorted((DATA / "labelled").glob("*.json"))]


@pytest.mark.parametrize(("truth_path", "folder"), TEXTS, ids=[path.stem for path, _ in TEXTS])
def test_contradictions_are_those_planted(truth_path: Path, folder: Path):
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    rows = check_extractions([extract((folder / truth["file"]).read_bytes(), truth["file"])])
    planted = [
        fault["rule"] if isinstance(fault, dict) else fault for fault in truth.get("planted_faults", [])
    ]
    found = Counter(row["rule_id"] for row in rows if row["outcome"] == "contradiction")
    assert found == Counter(planted if rows else [])


@pytest.mark.skipif(
    not (SHARED / "domain" / "reports_truth.json").is_file(),
    reason="the real reports are not part of the repository",
)
def test_all_truths_of_the_real_reports_come_out_as_stated():
    """Contradictions exactly, passes and weaknesses among the verdicts, what cannot be decided in silence."""
    truths = json.loads((SHARED / "domain" / "reports_truth.json").read_text(encoding="utf-8"))
    extractions = [
        extract(path.read_bytes(), path.name) for path in sorted((SHARED / "reports").glob("*.txt"))
    ]
    number = {one.document_id[:16]: one.file_name[:3] for one in extractions}
    found: dict[str, Counter[tuple[str, str]]] = {}
    for row in check_extractions(extractions):
        found.setdefault(row["outcome"], Counter())[number[row["report_id"]], row["rule_id"]] += 1
    stated: dict[str, Counter[tuple[str, str]]] = {}
    for one in truths:
        stated.setdefault(one["kind"], Counter())[one["seed"], one["rule"]] += 1
    assert len(truths) == 132
    # No other contradiction, and so nothing of severity error: a weakness is never an error.
    assert found["contradiction"] == stated["contradiction"]
    assert set(stated["pass"]) - set(found["pass"]) == set()
    assert set(stated["weakness"]) - set(found["weakness"]) == set()
    assert set(stated["undecidable"]) & (set(found["contradiction"]) | set(found["weakness"])) == set()
