"""Folders exchanged as a whole. Not tested here: what is in them (products, site)."""

import time
from pathlib import Path

import pytest

from orchestration.publishing import exchange
from orchestration.publishing.exchange import exchanged, recover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that was made before, and nothing beside it."""
    with exchanged(tmp_path / "site") as staging:
        (staging / "page").write_text("old")
    return tmp_path / "site"


def lying(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder.parent)): path.read_text()
        for path in folder.parent.rglob("*")
        if path.is_file()
    }


def test_the_new_folder_takes_the_place_of_the_old_one(folder: Path) -> None:
    with exchanged(folder) as staging:
        (staging / "other").write_text("new")
        assert lying(folder)["site/page"] == "old"
    assert lying(folder) == {"site/other": "new"}


def test_an_error_leaves_the_old_folder(folder: Path) -> None:
    with pytest.raises(OSError, match="disk full"), exchanged(folder) as staging:
        (staging / "other").write_text("new")
        raise OSError("disk full")
    assert lying(folder) == {"site/page": "old"}


def test_an_error_between_the_renames_brings_the_old_folder_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == ".site.new":
            raise OSError("disk gone")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="disk gone"), exchanged(folder):
        pass
    assert lying(folder) == {"site/page": "old"}


@pytest.mark.parametrize("killed", ["writing", "between the renames", "after them", "deleting"])
def test_what_a_killed_run_left_is_cleared(folder: Path, killed: str) -> None:
    name = {"writing": ".site.new", "after them": ".site.old", "deleting": ".site.gone-0a"}.get(killed)
    if name is None:
        folder.rename(folder.with_name(".site.old"))
        name = ".site.new"
    (folder.with_name(name)).mkdir()
    (folder.with_name(name) / "half").write_text("written")
    recover(folder)
    assert lying(folder) == {"site/page": "old"}
    assert [path.name for path in folder.parent.iterdir()] == ["site"]


def test_very_many_files_are_deleted_while_the_run_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_FEW", 1)
    with exchanged(folder) as staging:
        (staging / "other").write_text("new")
    assert (folder / "other").read_text() == "new"
    assert not folder.with_name(".site.old").exists()
    end = time.monotonic() + 20
    while lying(folder) != {"site/other": "new"} and time.monotonic() < end:
        time.sleep(0.05)
    assert lying(folder) == {"site/other": "new"}
