"""Alerts as Dagster runs them: an asset that never fails a build, and sensors that fire."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from orchestration.alerts.memory import remembered
from orchestration.alerts.news import Item, became
from orchestration.alerts.outbox import outbox_folder
from orchestration.defs.alerting import ALERTS, alert_sensors, alerts
from orchestration.defs.publication import PUBLISHED
from orchestration.defs.workspace import Workspace
from orchestration.paths import Home
from orchestration.publishing.builds import new_build
from tests.integration.conftest import Finished, jihe
from tests.unit.alert_builders import Finding, publish, write_settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("JIHE_REFERENCE", str(write_settings(tmp_path / "reference")))
    home = Home.at(tmp_path / "home")
    publish(home, [Finding("江城县水利局")])
    return home


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def materialize(home: Home, instance: dg.DagsterInstance) -> dict[str, dg.MetadataValue]:
    workspace = Workspace(home=str(home.path), reports=str(home.inbox))
    published = dg.AssetSpec(PUBLISHED)
    result = dg.materialize([alerts, published], resources={"workspace": workspace}, instance=instance)
    assert result.success
    (event,) = result.asset_materializations_for_node(alerts.op.name)
    assert event.asset_key == ALERTS
    return dict(event.metadata)


def test_the_asset_tells_and_shows_what_it_told(home: Home, instance: dg.DagsterInstance):
    metadata = materialize(home, instance)
    assert "| performance | new | 1 |" in str(metadata["told"].value)
    assert metadata["sent"].value == 1
    assert list(outbox_folder(home).glob("performance/*.html"))


@pytest.mark.parametrize("fault", ["settings", "published", "memory", "outbox"])
def test_alerts_never_make_a_build_fail(fault: str, home: Home, instance: dg.DagsterInstance, tmp_path: Path):
    if fault == "settings":
        (tmp_path / "reference" / "alert_routes.csv").write_text("nonsense", encoding="utf-8")
    elif fault == "published":
        home.published.write_bytes(b"not a database")
    elif fault == "memory":
        (home.path / "alerts").mkdir()
        (home.path / "alerts" / "alerts.sqlite").write_bytes(b"not a database" * 100)
    else:
        home.outbox.write_text("a file where a folder should be", encoding="utf-8")
    metadata = materialize(home, instance)
    assert "not_told" in metadata or metadata["waiting"].value == 1
    if fault == "settings":  # put right, everything is told
        write_settings(tmp_path / "reference")
        assert materialize(home, instance)["sent"].value == 1


def test_a_failed_run_reaches_the_operators_with_the_innermost_cause(
    home: Home, instance: dg.DagsterInstance
):
    @dg.op
    def reading() -> None:
        try:
            raise ValueError("磁盘已满，联系 13800138000")
        except ValueError as error:
            raise RuntimeError("around it") from error

    @dg.op
    def said() -> None:
        raise dg.Failure("收件箱文件夹不存在")

    @dg.job
    def broken() -> None:
        reading()
        said()

    result = broken.execute_in_process(instance=instance, raise_on_error=False)
    (sensor, _) = alert_sensors(home)
    context = dg.build_run_status_sensor_context(
        sensor_name=sensor.name,
        dagster_instance=instance,
        dagster_run=result.dagster_run,
        dagster_event=result.get_run_failure_event(),
    ).for_run_failure()
    for _ in range(2):
        sensor(context)
    (page,) = outbox_folder(home).glob("operations/*.html")
    text = page.read_text(encoding="utf-8")
    assert "收件箱文件夹不存在" in text
    assert "磁盘已满" in text
    assert "13800138000" not in text
    assert f"/runs/{result.run_id}" in text


def test_a_refused_build_says_in_words_why(home: Home, instance: dg.DagsterInstance):
    @dg.op
    def gate() -> None:
        raise RuntimeError("1 blocking asset check failed")

    @dg.job
    def refused() -> None:
        gate()

    result = refused.execute_in_process(instance=instance, raise_on_error=False)
    build = new_build(home, result.run_id, str(home.inbox), "1")
    build.problems = ["数字重复"]
    build.save(home)
    (sensor, _) = alert_sensors(home)
    sensor(
        dg.build_run_status_sensor_context(
            sensor_name=sensor.name,
            dagster_instance=instance,
            dagster_run=result.dagster_run,
            dagster_event=result.get_run_failure_event(),
        ).for_run_failure()
    )
    (page,) = outbox_folder(home).glob("operations/*.txt")
    text = page.read_text(encoding="utf-8")
    assert "数字重复" in text
    assert "blocking" not in text


def test_the_waiting_sensor_sends_what_waits(home: Home, instance: dg.DagsterInstance):
    home.outbox.write_text("a file where a folder should be", encoding="utf-8")
    assert materialize(home, instance)["waiting"].value == 1
    home.outbox.unlink()
    with remembered(home) as memory:
        (one,) = memory.pending()
        memory.postpone(one, datetime(2026, 1, 1, tzinfo=UTC))
    (_, sensor) = alert_sensors(home)
    said = sensor(dg.build_sensor_context(instance=instance))
    assert isinstance(said, dg.SkipReason)
    assert said.skip_message == "sent 1, waiting 0, given up 0"


def test_the_whole_way_tells_once(finished: Finished):
    with remembered(finished.home) as memory:
        letters = memory.deliveries()
    assert {letter.status for letter in letters} == {"sent"}
    performance = next(letter for letter in letters if letter.office == "performance_office")
    (found,) = finished.query("select count(*) from marts.fct_findings where status = 'open'")[0]
    (unread,) = finished.query("select count(*) from marts.fct_documents where status = 'quarantined'")[0]
    assert performance.message.counts["new"] == found + unread
    before = sorted(outbox_folder(finished.home).rglob("*"))
    again = jihe("alerts", "send", "--home", finished.home.path)
    assert again.returncode == 0, again.stderr
    assert "已发 0" in again.stdout
    assert sorted(outbox_folder(finished.home).rglob("*")) == before


def test_how_things_ended_is_read_from_the_real_tables(finished: Finished):
    verdicts = """
        select v.rule_id, p.report_key, v.instance from marts.fct_verdicts as v join marts.dim_report as p using (report_id)
        where p.is_current and v.outcome = '{}' limit 1"""
    (passed,) = finished.query(verdicts.format("pass"))
    (unchecked,) = finished.query(verdicts.format("not_run"))
    (still_open,) = finished.query(
        "select f.rule_id, p.report_key, f.instance from marts.fct_findings as f join marts.dim_report as p using (report_id)"
        " where f.status = 'open' limit 1"
    )
    (read,) = finished.query("select receipt_id from marts.fct_documents where status = 'extracted' limit 1")
    item = Item("finding", "", "error", "", "", "", "", "合计", "total", "某局", "", 2023, "")
    gone = [
        replace(item, fingerprint=name, rule_id=rule, report_key=key, instance=place)
        for name, (rule, key, place) in (
            ("a", passed),
            ("b", unchecked),
            ("c", still_open),
            ("d", ("A01", "gone", "")),
        )
    ]
    gone.append(replace(item, kind="file", fingerprint="e", report_key=str(read[0])))
    gone.append(replace(item, kind="late", fingerprint="f"))
    assert became(finished.home.published, gone) == {
        "a": "resolved", "b": "unchecked", "d": "withdrawn", "e": "resolved", "f": "withdrawn",
    }  # fmt: skip


def test_the_command_lists_and_tries(finished: Finished, tmp_path: Path):
    listed = jihe("alerts", "--home", finished.home.path)
    assert listed.returncode == 0
    assert "performance_office  outbox  jihe 稽核：新增" in listed.stdout
    assert jihe("alerts", "--home", tmp_path / "nowhere").returncode == 2
    assert not (tmp_path / "nowhere").exists()
    tried = jihe("alerts", "test", "office_mail")
    assert tried.returncode == 1
    assert "JIHE_ALERT_OFFICE_MAIL" in tried.stderr
    assert jihe("alerts", "test", "pigeon").returncode == 2
    assert jihe("alerts", "test").returncode == 0


def test_a_run_of_the_command_line_that_fails_reaches_the_operators(tmp_path: Path, home: Home):
    from orchestration.commands.run import _tell_operators

    _tell_operators(home, "run-9", ["磁盘已满"], argparse.Namespace(lang="zh"))
    (page,) = outbox_folder(home).glob("operations/*.txt")
    assert "磁盘已满" in page.read_text(encoding="utf-8")


def test_operators_that_cannot_be_told_are_said_and_change_nothing(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
):
    from orchestration.commands.run import _tell_operators

    (tmp_path / "reference" / "offices.csv").unlink()
    _tell_operators(home, "run-9", ["磁盘已满"], argparse.Namespace(lang="zh"))
    assert "offices.csv" in capsys.readouterr().err
