"""The committed bundle is what dbt compiles today, and fits the reference data."""

import csv
import json

from orchestration.checking.bundle import compile_bundle
from orchestration.checking.engine import BUNDLE
from orchestration.paths import reference_folder


def test_the_bundle_is_fresh():
    """Make it again with: python -m orchestration.checking.bundle."""
    assert json.loads(BUNDLE.read_text(encoding="utf-8")) == compile_bundle()


def test_seeds_name_every_column_of_their_file():
    for seed in json.loads(BUNDLE.read_text(encoding="utf-8"))["seeds"]:
        with (reference_folder() / seed["file"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == list(seed["columns"]), seed["name"]


def test_operands_name_known_rules_and_concepts():
    def rows(name):
        with (reference_folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    rules = {row["id"]: row for row in rows("rules")}
    concepts = {row["id"] for row in rows("concepts")} | {"*"}
    for row in rows("rule_operands"):
        assert rules[row["rule_id"]]["kind"], row
        assert row["concept"] in concepts, row
        assert not row["stands_for"] or row["stands_for"] in concepts, row
