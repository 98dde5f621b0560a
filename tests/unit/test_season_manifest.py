"""The dbt project is parsed once for all homes of a checkout, and never read half. Not tested here: dbt's parsing."""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orchestration.paths import Home
from orchestration.warehouse import manifest
from orchestration.warehouse.invocation import target_path

FILES = ("manifest.json", "partial_parse.msgpack")


@pytest.fixture
def parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The homes in which dbt was asked to parse; it writes slowly, so that half a file could be met."""
    asked: list[Path] = []
    project = tmp_path / "project"
    project.mkdir()
    (project / "model.sql").write_text("select 1")

    def parse(home: Home, arguments: Sequence[str], variables: Mapping[str, str]) -> None:
        assert arguments == ["parse"]
        asked.append(home.path)
        content = "".join(path.read_text() for path in project.glob("*.sql"))
        target_path(home).mkdir(parents=True, exist_ok=True)
        for name in FILES:
            (target_path(home) / name).write_text("{")
            time.sleep(0.1)
            (target_path(home) / name).write_text(content)

    monkeypatch.setattr(manifest, "invoke", parse)
    monkeypatch.setattr(manifest, "DBT_PROJECT", project)
    monkeypatch.setattr(manifest, "_SHARED", tmp_path / "shared" / "parsed")
    return asked


def read(home: Home) -> set[str]:
    path = manifest.prepared_manifest(home, "/inbox")
    assert path == home.dbt / "manifest.json"
    return {(home.dbt / name).read_text() for name in FILES}


def test_runs_that_start_at_once_in_a_new_home_share_one_parse(tmp_path: Path, parses: list[Path]) -> None:
    home = Home.at(tmp_path / "home")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: read(home), range(4)))
    assert found == [{"select 1"}] * 4
    target_path(home).joinpath("manifest.json").write_text("{")  # dbt is writing it anew
    assert read(home) == {"select 1"}
    assert parses == [home.path]


def test_another_home_takes_over_what_was_parsed_until_the_project_changes(
    tmp_path: Path, parses: list[Path]
) -> None:
    one, other, third = (Home.at(tmp_path / name) for name in ("one", "other", "third"))
    assert [read(one), read(other)] == [{"select 1"}] * 2
    assert parses == [one.path]
    (tmp_path / "project" / "model.sql").write_text("select 22")
    assert [read(other), read(third), read(one)] == [{"select 22"}] * 3
    assert parses == [one.path, other.path]
    assert len(list((tmp_path / "shared" / "parsed").iterdir())) == 1


def test_a_model_that_was_only_renamed_is_parsed_again(tmp_path: Path, parses: list[Path]) -> None:
    home, model = Home.at(tmp_path / "home"), tmp_path / "project" / "model.sql"
    read(home)
    facts = model.stat()
    renamed = model.rename(model.with_name("other.sql"))
    assert (renamed.stat().st_size, renamed.stat().st_mtime_ns) == (facts.st_size, facts.st_mtime_ns)
    read(home)
    assert parses == [home.path] * 2


def test_where_nothing_can_be_shared_each_home_parses(tmp_path: Path, parses: list[Path]) -> None:
    (tmp_path / "shared").write_text("a file where the folder should be")
    one, other = Home.at(tmp_path / "one"), Home.at(tmp_path / "other")
    assert [read(one), read(other)] == [{"select 1"}] * 2
    assert parses == [one.path, other.path]
