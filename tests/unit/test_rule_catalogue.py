"""The catalogue as a whole: 119 rules, each can fire, has words in both languages, a test and a page in the docs."""

import csv
import re
from pathlib import Path

import pytest

from orchestration.checking.catalogue_page import PAGE, page
from orchestration.paths import DBT_PROJECT, REPOSITORY, reference_folder


def _rows(name):
    with (reference_folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_rule(name):
    grouped = {}
    for row in _rows(name):
        grouped.setdefault(row["rule_id"], []).append(row)
    return grouped


RULES = {row["id"]: row for row in _rows("rules.csv")}
OPERANDS, CLAIMS = _by_rule("rule_operands.csv"), _by_rule("rule_claims.csv")
OBSERVATIONS, PRESENCE = _by_rule("rule_observations.csv"), _by_rule("rule_presence.csv")
SQL = "\n".join(path.read_text(encoding="utf-8") for path in (DBT_PROJECT / "models").rglob("*.sql"))
EXTRACTION = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "extraction").rglob("*.py"))
)
#: Concepts that some text can state: they have a name, or a reader makes them.
ALIASED = {concept for row in _rows("aliases.csv") for concept in row["concept"].split("|")}
READ = {row["id"] for row in _rows("concepts.csv") if row["id"] in ALIASED or f'"{row["id"]}"' in EXTRACTION}
#: Observations that the SQL of a kind reads instead of figures.
OBSERVED = {"project_item": "project_list"}
READ |= {concept for concept, kind in OBSERVED.items() if f'"{kind}"' in EXTRACTION and f"'{kind}'" in SQL}
KNOWN_CLAIMS = {row["claim"] for row in _rows("claims.csv")}


def why_it_never_fires(rule_id, rules=RULES, read=READ, claims=KNOWN_CLAIMS, extraction=EXTRACTION):
    """What a rule lacks to ever find something; empty when nothing."""
    lacking = []
    kind = rules[rule_id]["kind"]
    by_rows = rule_id in CLAIMS or rule_id in OBSERVATIONS or rule_id in PRESENCE
    if not by_rows and f"'{kind}'" not in SQL:
        lacking.append(f"kind {kind!r}")
    for row in OPERANDS.get(rule_id, []):
        needed = row["requirement"] == "required" and row["role"] not in ("include", "exclude")
        choices = [
            other["concept"]
            for other in OPERANDS[rule_id]
            if (other["role"], other["pair"]) == (row["role"], row["pair"])
            and other["choice"] != row["choice"]
        ]
        if needed and row["concept"] != "*" and not read & {row["concept"], *choices}:
            lacking.append(f"concept {row['concept']}")
    for row in CLAIMS.get(rule_id, []):
        lacking += [] if row["claim"] in claims else [f"claim {row['claim']}"]
        lacking += [c for c in (row["actual_concept"], row["base_concept"]) if c and c not in read]
    for row in OBSERVATIONS.get(rule_id, []):
        if f'"{row["kind"]}"' not in extraction:
            lacking.append(f"observation {row['kind']}")
        if row["kind"] == "claim" and row["code"] not in claims:
            lacking.append(f"claim {row['code']}")
    for row in PRESENCE.get(rule_id, []):
        if row["source"] == "figure" and not read & set(row["pattern"].split("|")):
            lacking.append(f"figure {row['pattern']}")
    return lacking


def test_the_catalogue_has_all_rules_and_each_is_implemented():
    assert len(RULES) == 119
    assert [rule for rule, row in RULES.items() if not row["kind"]] == []


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_can_fire(rule_id):
    assert why_it_never_fires(rule_id) == []


def test_a_rule_without_its_words_is_noticed():
    assert why_it_never_fires("L09", claims=set()) == ["claim admitted_irregularity"]
    assert "concept basic_expenditure" in why_it_never_fires("A02", read=READ - {"basic_expenditure"})
    assert why_it_never_fires("E04", extraction="") == ["observation mixed_units"] * 2
    unknown = {**RULES, "A01": {**RULES["A01"], "kind": "no_such_kind"}}
    assert why_it_never_fires("A01", rules=unknown) == ["kind 'no_such_kind'"]


def test_every_rule_has_a_test_that_makes_it_judge():
    tests = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("test_verdict_*.py"))
    )
    assert [rule for rule in RULES if f'"{rule}"' not in tests] == []


def test_every_reason_in_the_rows_has_words_in_both_languages():
    messages = {
        (row["kind"], row["outcome"], row["reason"]): row["message_zh"] and row["message_en"]
        for row in _rows("rule_messages.csv")
    }
    for rule_id in RULES:
        for row in [*CLAIMS.get(rule_id, []), *OBSERVATIONS.get(rule_id, [])]:
            kinds = ("*", RULES[rule_id]["kind"])
            assert any(messages.get((kind, row["outcome"], row["reason"])) for kind in kinds), row


def test_every_rule_says_what_a_failure_means():
    for row in RULES.values():
        assert "不成立时请核对" not in row["meaning_zh"], row["id"]
        assert row["meaning_zh"] and row["meaning_en"] and row["label_zh"] and row["label_en"]
        assert not re.search("[\u4e00-\u9fff]", row["meaning_en"]), row["id"]


def test_the_page_of_rules_is_fresh():
    """Make it again with: python -m orchestration.checking.catalogue_page."""
    assert PAGE.read_text(encoding="utf-8") == page()
