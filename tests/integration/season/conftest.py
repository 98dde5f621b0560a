"""The season, built once for each file of tests, and parts of it built again. Not here: what was sent (``sent``)."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orchestration.paths import Home
from orchestration.publishing.builds import working_database
from orchestration.season.columns import CORRECTIONS
from orchestration.season.prepare import prepare_season
from orchestration.season.tables import add_record
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.runner import run_dbt
from tests.integration.season.sent import LIST, SENT, SIGNED, WATER
from tests.integration.season_warehouse import ROOT, build, home_with, query


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """One build with a list, one correction, and one acceptance of a finding of the first version."""
    home = home_with(tmp_path_factory.mktemp("season"), SENT)
    home.season.mkdir()
    (home.season / "expected_reports.csv").write_text(LIST, encoding="utf-8")
    add_record(home, CORRECTIONS, {
        "report_id": WATER, "concept": "project_expenditure", "stage": "final_account", "new_value": "1000000", "unit": "元", **SIGNED,
    })  # fmt: skip
    assert build(home) == []
    shutil.copy(working_database(home), _published(home))
    return home


def _published(home: Home) -> Path:
    home.published.parent.mkdir(exist_ok=True)
    return home.published


@pytest.fixture
def again(season: Home) -> Callable[..., list[tuple[Any, ...]]]:
    """Build some models of the season again after its tables have changed, and ask."""
    before = {path: path.read_bytes() for path in season.season.glob("*.csv")}

    def rebuilt(sql: str, *models: str) -> list[tuple[Any, ...]]:
        prepare_season(season)
        results = run_dbt(season, ["run", "--select", *models], dbt_environment(season, ROOT))
        assert not [result for result in results if result.is_failure]
        return query(season, sql)

    yield rebuilt  # type: ignore[misc]
    for path in season.season.glob("*.csv"):
        if path in before:
            path.write_bytes(before[path])
        else:
            path.unlink()
