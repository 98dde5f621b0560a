"""The notebook for analysts runs from top to bottom on exported marts and finds what is there."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.paths import REPOSITORY
from orchestration.publishing.export import export
from tests.unit.site_builders import empty_marts, insert

NOTEBOOK = REPOSITORY / "docs" / "analysis.ipynb"


def marts(path: Path) -> Path:
    """Two departments as files, one of them above its figures."""
    with duckdb.connect(str(path / "jihe.duckdb")) as connection:
        empty_marts(connection)
        for report_id, name, stated in (("r1", "甲局", 98), ("r2", "乙局", 90)):
            insert(connection, "marts.dim_report", report_id=report_id, department_name=name, fiscal_year=2023, is_current=True)  # fmt: skip
            insert(connection, "marts.fct_findings", finding_id=report_id, report_id=report_id, severity="error", status="open")  # fmt: skip
            insert(connection, "marts.mart_rescoring", report_id=report_id, level="report", stated_high_points=stated,
                   recomputed_high_points=93)  # fmt: skip
            for stage, value, code in (
                ("initial_budget", 500, None),
                ("final_account", 480, None),
                ("final_account", 7, "201"),
            ):
                insert(connection, "marts.fct_spending", report_id=report_id, concept="total_expenditure", fiscal_year=2023,
                       stage=stage, org_scope="department", function_code=code, value_yuan=value * 10_000)  # fmt: skip
            insert(
                connection,
                "marts.fct_figures",
                report_id=report_id,
                concept="total_expenditure",
                printed="480万元",
            )
    export(path / "jihe.duckdb", path / "marts", "parquet")
    return path / "marts"


def test_the_notebook_runs_and_finds_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIHE_MARTS", str(marts(tmp_path)))
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []  # nothing of anybody's reports is committed
            exec("".join(cell["source"]), names)
    assert names["by_department"]["error"].to_dict() == {("甲局", 2023): 1, ("乙局", 2023): 1}
    assert names["stages"]["completion_pct"].to_dict() == {"甲局": 96.0, "乙局": 96.0}
    assert names["too_high"][["department_name", "too_high_points"]].values.tolist() == [["甲局", 5.0]]
    assert len(names["figures"]) == 2
