"""Publishing: whole or not at all, readers undisturbed, a way back. Not tested here: what is in a build."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import duckdb
import pytest

from orchestration.paths import Home
from orchestration.publishing import builds
from orchestration.publishing.builds import Build
from orchestration.publishing.lock import HomeBusyError, locked
from orchestration.publishing.publish import NotPublishableError, publish, published_build, rollback, seal
from orchestration.publishing.seen import remember_findings
from tests.unit.damaged_pages import damage_pages


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path)


def made(home: Home, value: int, *, audited: bool = True) -> Build:
    build = builds.new_build(home, f"run{value:05}", "/inbox", "1")
    with duckdb.connect(str(build.database(home))) as connection:
        connection.execute("create schema marts; create table marts.t as select ? as value", [value])
    seal(build.database(home), build)
    build.audited = audited
    build.save(home)
    return build


def value_of(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("select value from marts.t").fetchone()
    assert row is not None
    return int(row[0])


def value_seen_by_new_process(path: Path) -> int:
    # an executor says when its process has died; a pool would wait for ever
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        return executor.submit(read_value, str(path)).result()


def read_value(path: str) -> int:
    with duckdb.connect(path, read_only=True) as connection:
        return value_of(connection)


def test_a_reader_keeps_its_connection_over_a_publication(home: Home) -> None:
    publish(home, made(home, 1))
    with duckdb.connect(str(home.published), read_only=True) as reader:
        publish(home, made(home, 2))
        assert value_of(reader) == 1
        assert value_seen_by_new_process(home.published) == 2
        assert value_of(reader) == 1


def test_an_unaudited_build_is_refused(home: Home) -> None:
    publish(home, made(home, 1))
    before = home.published.stat().st_ino
    with pytest.raises(NotPublishableError):
        publish(home, made(home, 2, audited=False))
    assert home.published.stat().st_ino == before


def test_rollback_goes_back_one_and_forward_again(home: Home) -> None:
    first, second = made(home, 1), made(home, 2)
    publish(home, first)
    publish(home, second)
    assert rollback(home).build_id == first.build_id
    assert read_value(str(home.published)) == 1
    with pytest.raises(NotPublishableError):
        rollback(home)
    publish(home, second)
    assert read_value(str(home.published)) == 2


def with_findings(home: Home, name: str) -> Build:
    build = made(home, int(name))
    with duckdb.connect(str(build.database(home))) as connection:
        connection.execute(
            "create table marts.fct_findings as select md5(i::varchar) as fingerprint, now() as first_seen from range(20000) as t(i)"
        )
    seal(build.database(home), build)
    return build


def test_damaged_pages_of_what_is_published_stop_no_run_and_of_a_build_no_reader(home: Home) -> None:
    first, second = with_findings(home, "1"), with_findings(home, "2")
    publish(home, first)
    publish(home, second)
    home.lake.mkdir()
    assert remember_findings(home) == 20000
    home.findings_seen.unlink()
    damage_pages(home.published)
    assert published_build(home) is not None  # it opens
    assert remember_findings(home) == 0
    before = home.published.read_bytes()
    damage_pages(first.database(home))
    with pytest.raises(NotPublishableError, match="损坏"):
        rollback(home)
    assert home.published.read_bytes() == before
    publish(home, second, kept=True)  # puts the damaged file right
    assert remember_findings(home) == 20000


def test_a_full_disk_leaves_what_was_published(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(home, made(home, 1))
    second = made(home, 2)

    def full(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("orchestration.publishing.publish.shutil.copyfile", full)
    with pytest.raises(OSError, match="No space"):
        publish(home, second)
    assert read_value(str(home.published)) == 1
    assert [path.name for path in home.published.parent.iterdir()] == ["jihe.duckdb"]


def test_a_stale_log_beside_the_published_file_is_removed(home: Home) -> None:
    publish(home, made(home, 1))
    stale = home.published.with_name("jihe.duckdb.wal")
    stale.write_bytes(b"not a log of this file")
    publish(home, made(home, 2))
    assert not stale.exists()
    assert read_value(str(home.published)) == 2


def test_only_the_last_builds_are_kept(home: Home) -> None:
    for value in range(1, builds.KEEP_BUILDS + 4):
        publish(home, made(home, value))
    kept = builds.builds(home)
    assert len(kept) == builds.KEEP_BUILDS
    assert {path.suffix for path in home.builds.iterdir() if path.is_file()} == {".json", ".duckdb"}
    published = published_build(home)
    assert published is not None
    assert published["build_id"] == kept[-1].build_id


def test_what_a_killed_run_left_is_swept_away(home: Home) -> None:
    publish(home, made(home, 1))
    killed = builds.new_build(home, "killed", "/inbox", "1")
    assert builds.abandon_unfinished(home, None) == [killed.build_id]
    assert not killed.folder(home).exists()


def test_a_run_killed_right_after_publishing_keeps_its_build(home: Home) -> None:
    build = made(home, 1)
    publish(home, build)
    build.status = "building"
    build.save(home)
    published = published_build(home)
    assert published is not None
    assert builds.abandon_unfinished(home, published["build_id"]) == []
    assert builds.builds(home)[0].status == "published"


def test_two_writers_do_not_meet(home: Home) -> None:
    with locked(home), pytest.raises(HomeBusyError) as caught, locked(home):
        pass
    assert str(os.getpid()) in str(caught.value)
    with locked(home):
        pass
