"""A rule of an existing kind, and a local rubric, are rows of CSV and no code."""

import csv
import shutil

from verdict_builders import figure, item, outcome

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


def test_a_local_rubric_needs_only_rows(tmp_path, monkeypatch):
    reference = tmp_path / "reference"
    shutil.copytree(reference_folder(), reference)
    local = {
        "rubric_id": "somewhere",
        "item_no": 1,
        "level_3": "公用经费控制率",
        "full_marks": 8,
        "measure": "public_expenditure_control_rate",
        "rule_type": "deduction",
        "threshold": 100,
        "direction": "above",
        "step": 1,
        "points_per_step": 1,
        "criterion_pattern": "每超.{0,4}百分点扣1分",
    }
    _edit(reference / "rubrics" / "rubric_items.csv", lambda rows: [*rows, local])
    row = {"level_3": "公用经费控制率", "criterion": "不超100%得8分，每超1个百分点扣1分"}
    spending = [
        figure("public_expenditure", "102.00万元"),
        figure("public_expenditure", "100.00万元", stage="initial_budget"),
    ]
    assert outcome("I07", *spending, item("过程", "8", "6", **row))[0] == "not_applicable"
    monkeypatch.setenv("JIHE_REFERENCE", str(reference))
    assert outcome("I07", *spending, item("过程", "8", "6", **row))[0] == "pass"
    assert outcome("I07", *spending, item("过程", "8", "8", **row))[0] == "contradiction"
