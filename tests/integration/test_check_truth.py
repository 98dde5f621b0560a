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
    rules = {row["rule_id"] for row in rows}
    planted = [
        fault["rule"] if isinstance(fault, dict) else fault for fault in truth.get("planted_faults", [])
    ]
    found = Counter(row["rule_id"] for row in rows if row["outcome"] == "contradiction")
    assert found == Counter(rule for rule in planted if not rules or rule in rules)


@pytest.mark.skipif(
    not (SHARED / "domain" / "reports_truth.json").is_file(),
    reason="the real reports are not part of the repository",
)
def test_the_real_reports_have_exactly_their_known_contradictions():
    truths = json.loads((SHARED / "domain" / "reports_truth.json").read_text(encoding="utf-8"))
    extractions = [
        extract(path.read_bytes(), path.name) for path in sorted((SHARED / "reports").glob("*.txt"))
    ]
    number = {one.document_id[:16]: one.file_name[:3] for one in extractions}
    rows = check_extractions(extractions)
    rules = {row["rule_id"] for row in rows}
    found = Counter(
        (number[row["report_id"]], row["rule_id"]) for row in rows if row["outcome"] == "contradiction"
    )
    assert found == Counter(
        (one["seed"], one["rule"])
        for one in truths
        if one["kind"] == "contradiction" and one["rule"] in rules
    )
    # Its target stands in a goal and its result in the text: needs an observation that pairs the two.
    open_passes = {("001", "J04")}
    passes = {(number[row["report_id"]], row["rule_id"]) for row in rows if row["outcome"] == "pass"}
    assert {
        (one["seed"], one["rule"]) for one in truths if one["kind"] == "pass" and one["rule"] in rules
    } - open_passes <= passes
    # What only words decide (a claim, a goal in the text, the kind of a score) has no observation or rule yet.
    open_weaknesses = {("000", "E02"), ("002", "K02"), ("004", "J01")}
    weak = {(number[row["report_id"]], row["rule_id"]) for row in rows if row["outcome"] == "weakness"}
    assert {
        (one["seed"], one["rule"]) for one in truths if one["kind"] == "weakness" and one["rule"] in rules
    } - open_weaknesses <= weak
