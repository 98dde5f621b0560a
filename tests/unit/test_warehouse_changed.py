"""What makes a build begin from nothing: everything but the inbox that a warehouse is made of. The rest: test_part_of_build."""

from pathlib import Path

import duckdb
import pytest

from orchestration.paths import Home
from orchestration.publishing.builds import new_build
from orchestration.season.columns import CORRECTIONS
from orchestration.season.prepare import run_file
from orchestration.warehouse import part
from orchestration.warehouse.changed import Changed, changed, made_of
from orchestration.warehouse.part import build_part
from tests.unit.damaged_pages import damage_pages


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path)
    home.dbt.mkdir(parents=True)
    return home


def test_the_language_of_products_makes_no_other_warehouse(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIHE_LANG", "zh")
    before = made_of(home, "local")
    monkeypatch.setenv("JIHE_LANG", "en")
    assert made_of(home, "local") == before


def test_limits_of_reading_corrections_and_the_engine_do(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {made_of(home, "local"), made_of(home, "sc://cluster:15002")}
    monkeypatch.setenv("JIHE_LIMIT_PAGES", "7")
    known.add(made_of(home, "local"))
    run_file(home, CORRECTIONS).write_bytes(b"other")
    known.add(made_of(home, "local"))
    assert len(known) == 4


def test_nothing_is_taken_over_where_nothing_is_published(home: Home) -> None:
    build = new_build(home, "a" * 36, "/inbox", "7")
    build.made_of = made_of(home, "local")
    assert changed(home, build) is None


def test_nobody_builds_upon_damaged_pages(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.published.parent.mkdir()
    with duckdb.connect(str(home.published)) as connection:
        connection.execute(
            "create schema marts; create table marts.fct_findings as select hash(range) from range(90000)"
        )
    build = new_build(home, "a" * 36, "/inbox", "7")
    calls: list[str] = []
    monkeypatch.setattr(part, "run_dbt", lambda *_: calls.append("dbt") or [])
    monkeypatch.setattr(part, "put_together", lambda *_, cleans_up: calls.append("put together"))
    little = Changed(build, frozenset({"a"}), frozenset({"a"}), 9)
    assert build_part(home, build, little, lambda *_: None) == []
    assert calls == ["dbt", "put together", "dbt"]
    damage_pages(home.published)
    with pytest.raises(duckdb.Error, match="damaged"):
        build_part(home, build, little, lambda *_: None)
    assert calls[3:] == ["dbt"]
    assert not list(home.builds.glob(".*.tmp"))
