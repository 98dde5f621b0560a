"""A rule of an existing kind is rows of CSV and no code."""

import csv
import shutil

from verdict_builders import figure, outcome

from orchestration.paths import reference_folder


def _edit(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = reader.fieldnames, list(reader)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))


def _catalogue(rows):
    model = next(row for row in rows if row["id"] == "A13")
    return [*rows, {**model, "id": "X01", "yields_to": ""}]


def _operands(rows):
    new = {
        "rule_id": "X01",
        "measure": "level",
        "sign": 1,
        "requirement": "required",
        "each_code": "false",
        "pair": 1,
        "choice": 1,
    }
    part = {**new, "operand_no": 1, "role": "part", "concept": "earmarked_fund_expenditure"}
    return [*rows, part, {**new, "operand_no": 2, "role": "whole", "concept": "project_expenditure"}]


def test_a_new_bound_needs_only_rows(tmp_path, monkeypatch):
    reference = tmp_path / "reference"
    shutil.copytree(reference_folder(), reference)
    _edit(reference / "rules.csv", _catalogue)
    _edit(reference / "rule_operands.csv", _operands)
    monkeypatch.setenv("JIHE_REFERENCE", str(reference))
    project = figure("project_expenditure", "20.00万元")
    assert outcome("X01", figure("earmarked_fund_expenditure", "19.00万元"), project) == ("pass", "within")
    assert outcome("X01", figure("earmarked_fund_expenditure", "21.00万元"), project) == (
        "contradiction",
        "above_bound",
    )
    assert outcome("X01", project) == ("not_run", "missing")
