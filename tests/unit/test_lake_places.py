"""Where received files lie: still in the inbox, replaced, removed; and the division that their folders name."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from orchestration.lake import state
from orchestration.lake.arrow import read_rows
from orchestration.lake.inbox import Scan
from orchestration.lake.ingest import ingest, scan_inbox
from orchestration.lake.places import division_of, with_division


class Office:
    """An inbox and its lake."""

    def __init__(self, folder: Path) -> None:
        self.inbox, self.lake = folder / "inbox", folder / "lake"
        self.inbox.mkdir()

    def put(self, path: str, text: str) -> None:
        target = self.inbox / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def run(self, only: str = "") -> list[dict[str, Any]]:
        found = scan_inbox(self.inbox, self.lake)
        if only:  # as one collection of Dagster's
            mine = [receipt for receipt in found.receipts if receipt.collection == only]
            found = Scan(found.root, mine, found.skipped, found.growing, found.paths)
        ingest(self.lake, found, "t", workers=1, reader="tests.unit.lake_readers:read")
        return read_rows(state.documents_path(self.lake))

    def presence(self, only: str = "") -> dict[tuple[str, str], str]:
        return {(row["relative_path"], row["status"]): row["presence"] for row in self.run(only)}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_file_is_here_replaced_or_removed(office: Office) -> None:
    office.put("a.txt", "raise")  # cannot be read
    office.put("b.txt", "good")
    assert office.presence() == {("a.txt", "quarantined"): "here", ("b.txt", "extracted"): "here"}
    office.put("a.txt", "mended")
    (office.inbox / "b.txt").unlink()
    found = office.presence()
    assert found == {
        ("a.txt", "quarantined"): "replaced", ("a.txt", "extracted"): "here", ("b.txt", "extracted"): "removed",
    }  # fmt: skip
    office.put("b.txt", "good")
    assert office.presence()["b.txt", "extracted"] == "here"


def test_a_file_that_moved_is_the_document_where_it_lies_now_and_as_old_as_before(office: Office) -> None:
    office.put("a.txt", "first version")
    office.run()
    office.put("b.txt", "second version")
    office.run()
    office.put("filed/a.txt", "first version")
    (office.inbox / "a.txt").unlink()
    rows = {row["relative_path"]: row for row in office.run()}
    assert (rows["a.txt"]["status"], rows["a.txt"]["presence"]) == ("duplicate", "removed")
    assert (rows["filed/a.txt"]["status"], rows["filed/a.txt"]["presence"]) == ("extracted", "here")
    assert rows["filed/a.txt"]["arrival_no"] == 1 < rows["b.txt"]["arrival_no"]


def test_what_was_not_looked_at_stays_as_it_was(office: Office) -> None:
    office.put("2022/a.txt", "good")
    office.put("2023/b.txt", "fine")
    office.run()
    (office.inbox / "2022" / "a.txt").unlink()
    office.put("2023/b.txt", "other")
    found = office.presence("2023")
    assert found == {
        ("2022/a.txt", "extracted"): "removed", ("2023/b.txt", "extracted"): "here",
    } | {("2023/b.txt", "extracted"): found["2023/b.txt", "extracted"]}  # fmt: skip
    shutil.rmtree(office.inbox)
    office.inbox.mkdir()  # a share that is not mounted, or an inbox cleared after each run
    emptied = {(row["relative_path"], row["title"], row["presence"]) for row in office.run()}
    assert {presence for path, _, presence in emptied if path == "2023/b.txt"} == {"here", "replaced"}


def test_a_folder_that_cannot_be_opened_takes_nothing_away(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put("2022/a.txt", "good")
    office.put("b.txt", "fine")
    office.run()
    import os

    real = os.scandir

    def closed(path: Any) -> Any:
        if str(path).endswith("2022"):
            raise PermissionError
        return real(path)

    monkeypatch.setattr("orchestration.lake.inbox.os.scandir", closed)
    found = office.presence()
    assert (found["2022/a.txt", "extracted"], found["2022", "quarantined"]) == ("here", "here")


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("2022/资兴市/林业局", ("431081", "湖南省郴州市资兴市")),
        ("郴州市/北湖区", ("431002", "湖南省郴州市北湖区")),
        ("01 甲县", (None, "甲县")),
        ("甲县财政局/2022", (None, "甲县")),
        ("甲市/高新区报送材料", (None, "甲市高新区")),
        ("2022年度/第一批", None),
        ("市直部门/林业局", None),
        ("各县区/全市汇总", None),
        ("", None),
    ],
)
def test_folders_name_divisions(folder: str, found: tuple[str | None, str] | None) -> None:
    assert division_of(folder) == found


def test_only_a_report_that_names_no_division_takes_that_of_its_folder() -> None:
    row = {
        "relative_path": "甲县/a.txt",
        "department_name": "林业局",
        "region_code": None,
        "region_name": None,
    }
    assert with_division(row)["region_name"] == "甲县"
    assert with_division(row | {"region_code": "431081"})["region_name"] is None
    assert with_division(row | {"department_name": None})["region_name"] is None
