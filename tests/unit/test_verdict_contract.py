"""What every verdict promises its readers, on a report with something of everything."""

import json
import subprocess
import sys
from decimal import Decimal

from verdict_builders import cell, figure, item, report, total, verdicts

from orchestration.checking.engine import check_extractions

EVERYTHING = (
    figure("total_expenditure", "100.00万元"), figure("basic_expenditure", "60.00万元"), cell("project_expenditure", "41.00万元"),
    figure("total_revenue", "98.00万元"), figure("staff_quota", "20人"), figure("staff_in_service", "21人"),
    figure("basic_expenditure", "61%", measure="share", base_concept="total_expenditure"),
    item("产出", "10", "12", level_1_full_marks="20"), total("20", "18"),
)  # fmt: skip


def test_every_implemented_rule_judges_and_an_empty_report_passes_nothing():
    empty, full = verdicts(), verdicts(*EVERYTHING)
    assert {row["rule_id"] for row in empty} == {row["rule_id"] for row in full}
    assert not [row["rule_id"] for row in empty if row["outcome"] == "pass"]


def test_messages_are_filled_and_places_given():
    for row in verdicts(*EVERYTHING):
        assert "{" not in row["message_zh"] + row["message_en"]
        if row["outcome"] in {"contradiction", "weakness"}:
            # what is missing stands nowhere: the message names it
            assert (row["quotes"] and row["locators"]) or row["missing"], row
            assert any("\u4e00" <= letter <= "\u9fff" for letter in row["message_zh"])


def test_amounts_are_decimals():
    row = next(
        row for row in verdicts(*EVERYTHING) if row["rule_id"] == "A01" and row["outcome"] == "contradiction"
    )
    assert isinstance(row["difference"], Decimal)
    assert {operand["role"] for operand in row["operands"]} == {"part", "whole"}


def test_reports_do_not_see_each_other():
    alone = check_extractions([report(*EVERYTHING)])
    together = check_extractions([report(*EVERYTHING), report(*EVERYTHING[:3], digit="b")])
    assert json.dumps(alone, default=str) == json.dumps(
        [row for row in together if row["report_id"].startswith("a")], default=str
    )


def test_the_engine_loads_no_heavy_library():
    heavy = "{'dbt', 'dagster', 'great_expectations', 'pandas', 'pyarrow', 'polars'}"
    code = f"import sys, orchestration.checking.engine as e; e.check_extractions([]); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_absurd_numbers_do_not_stop_the_rules():
    """Whatever fits the lake's columns is judged or left unjudged, never an exception."""
    most, least = Decimal("99999999999999.999999"), Decimal("0.000001")
    parts = [
        figure("total_expenditure", "1万元", value_base=most),
        figure("total_expenditure", "1万元", value_base=least, stage="initial_budget"),
        figure("basic_expenditure", "1万元", value_base=most),
        figure("project_expenditure", "1万元", value_base=most),
        figure("basic_expenditure", "1%", value_base=most, measure="share", base_concept="total_expenditure"),
        figure("total_revenue", "1万元", value_base=-most),
        figure("total_revenue", "1万元", value_base=most, stage="initial_budget"),
        figure("total_revenue", "1万元", value_base=-most, measure="change", base_stage="initial_budget"),
        figure("fixed_assets_in_use", "1万元", value_base=most),
        figure("fixed_assets_gross", "1万元", value_base=least),
        figure("fixed_asset_utilisation_rate", "1%", value_base=most),
        item("产出", "99999999999999", "99999999999999", level_1_full_marks="1"),
        item("产出", "99999999999999", "99999999999999"),
        total("not a number", "9"),
    ]
    assert {row["rule_id"] for row in verdicts(*parts)} == {row["rule_id"] for row in verdicts()}
