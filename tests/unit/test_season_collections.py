"""Noticing what arrives, without a clock. Not tested here: the sensor (test_dagster_sensor)."""

import os
from pathlib import Path

import pytest

from orchestration.season.collections import TOP, Watch, key_of, season_state, states


def test_every_first_folder_is_a_collection_and_hidden_files_are_none(tmp_path: Path) -> None:
    for name in ("2022/甲局/a.txt", "2022/b.txt", "2023/c.txt", "d.txt", "2024/~$e.docx", "2025/f.part"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "2022")
    assert set(states(tmp_path)) == {"2022", "2023", TOP}
    assert states(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("change", ["content", "new", "gone", "touched"])
def test_any_change_in_a_collection_changes_its_state_only(tmp_path: Path, change: str) -> None:
    for name in ("2022/a.txt", "2022/z.txt", "2023/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    before = states(tmp_path)
    file = tmp_path / "2022" / "a.txt"
    if change == "content":
        file.write_text("xy")
    elif change == "new":
        (tmp_path / "2022" / "c.txt").write_text("")
    elif change == "gone":
        file.unlink()
    else:
        os.utime(file, (1, 1))
    after = states(tmp_path)
    assert after["2022"] != before["2022"]
    assert after["2023"] == before["2023"]


def test_a_run_is_asked_for_once_and_only_for_what_stands_still() -> None:
    watch = Watch()
    assert watch.look({"2022": "a"}) == {}  # may still be written
    assert watch.look({"2022": "b", "2023": "x"}) == {}  # it was
    assert watch.look({"2022": "b", "2023": "x"}) == {"2022": "b", "2023": "x"}
    assert watch.look({"2022": "b", "2023": "x"}) == {}
    assert watch.look({"2022": "c", "2023": "x"}) == {}
    assert watch.look({"2022": "c", "2023": "x"}) == {"2022": "c"}


def test_names_that_dagster_forbids_get_another_key() -> None:
    assert key_of("") == TOP
    assert key_of("2022\n年...") == "2022_年_"
    assert key_of(os.fsdecode(b"\xc1\xd6")) == "\ufffd\ufffd"


def test_the_tables_of_the_season_have_a_state_too(tmp_path: Path) -> None:
    assert season_state(tmp_path) is None
    (tmp_path / "corrections.csv").write_text("a")
    before = season_state(tmp_path)
    (tmp_path / "corrections.csv").write_text("ab")
    assert before and season_state(tmp_path) != before
