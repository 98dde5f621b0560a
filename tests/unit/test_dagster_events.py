"""Dagster's event log with open connections: the same files, and none of them held on to when it goes away."""

from __future__ import annotations

import dagster as dg
import pytest

from orchestration.dagster_events import OpenSqliteEventLog
from orchestration.dagster_home import prepare_dagster
from orchestration.paths import Home

KEY = dg.AssetKey("a")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DAGSTER_HOME", "")
    made = Home(tmp_path / "home")
    prepare_dagster(made)
    return made


def _report(instance, value):
    instance.report_runless_asset_event(dg.AssetMaterialization(KEY, metadata={"value": value}))


def _latest(instance):
    event = instance.get_latest_materialization_event(KEY)
    return event.asset_materialization.metadata["value"].value


def test_events_lie_where_dagster_puts_them_and_are_read_by_others(home):
    with dg.DagsterInstance.get() as instance, dg.DagsterInstance.get() as other:
        assert isinstance(instance.event_log_storage, OpenSqliteEventLog)
        for value in range(3):
            _report(instance, value)
            assert _latest(other) == value
    assert (home.dagster / "history" / "runs" / "index.db").is_file()


def test_a_log_that_was_moved_aside_is_begun_anew(home):
    folder = home.dagster / "history" / "runs"
    with dg.DagsterInstance.get() as instance:
        _report(instance, 1)
        for path in folder.glob("*.db*"):
            path.rename(path.with_name("aside-" + path.name))
        _report(instance, 2)
        assert _latest(instance) == 2
    assert (folder / "index.db").is_file()


def test_no_more_databases_are_open_than_needed(home):
    with dg.DagsterInstance.get() as instance:
        log = instance.event_log_storage
        for number in range(20):
            log.get_logs_for_run(f"run{number}")
        assert len(log._engines) <= 8
        assert log.has_table("event_logs") and not log.has_table("no_such_table")
        instance.wipe()
        assert not log._tables
        _report(instance, 5)
        assert _latest(instance) == 5


def test_without_a_home_nothing_is_written_into_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="DAGSTER_HOME"):
        OpenSqliteEventLog("history/runs")
    assert not list(tmp_path.iterdir())
