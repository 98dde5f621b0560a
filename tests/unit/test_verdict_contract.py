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
            assert row["quotes"] and row["locators"], row
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
