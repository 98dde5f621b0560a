"""Papers that stay: they say what papers made anew say, whatever has changed, and keep their bytes where nothing has."""

import hashlib
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from docx import Document

from orchestration.paths import Home
from orchestration.products import papers
from orchestration.products.letters import context
from orchestration.products.produce import make_products
from orchestration.products.shelves import products_folder
from tests.unit.product_builders import finding, report, warehouse, words

Change = Callable[[Home], None]
LETTER = "复核意见/甲市第0局_2023_复核意见.docx"


def sql(text: str) -> Change:
    """A change of the published file."""

    def run(home: Home) -> None:
        with duckdb.connect(str(home.published)) as connection:
            connection.execute(text)

    return run


def own_template(home: Home) -> None:
    path = home.path / "templates" / "review_letter.zh.docx"
    path.parent.mkdir(exist_ok=True)
    document = Document()
    document.add_paragraph("{{build}}：{{department}}，{{date}}。{{build}}")
    document.sections[0].header.paragraphs[0].text = "{{date}}"
    document.save(str(path))


def edited(home: Home) -> None:
    (products_folder(home) / LETTER).write_bytes(b"mine")


def removed(home: Home) -> None:
    (products_folder(home) / LETTER).unlink()


NEXT = sql("update meta.build set build_id = 'b2', created_at = timestamptz '2027-11-11 02:00:00+00'")
#: What happened, and to how many of the three departments something new is written.
CHANGES: dict[str, tuple[Change, int]] = {
    "nothing": (lambda _: None, 0),
    "a finding's message": (sql("update marts.fct_findings set message_zh = '另' where fingerprint = 'f0'"), 1),
    "a finding more": (sql("insert into marts.fct_findings by name select * replace ('f9' as fingerprint, 'r1' as report_id)"
                           " from marts.fct_findings where fingerprint = 'f0'"), 1),
    "a finding accepted": (sql("update marts.fct_findings set status = 'accepted' where fingerprint = 'f0'"), 1),
    "a verdict more": (sql("insert into marts.fct_verdicts (report_id, outcome) values ('r1', 'pass')"), 1),
    "a title": (sql("update marts.dim_report set title = '另' where report_id = 'r2'"), 1),
    "a report gone": (sql("delete from marts.dim_report where report_id = 'r2'"), 0),
    "a report withdrawn": (sql("update marts.dim_report set is_current = false where report_id = 'r2'"), 0),
    "the name of a rule": (sql("update marts.dim_rule set label_zh = '另'"), 3),
    "another template": (own_template, 3),
    "a letter that somebody changed": (edited, 1),
    "a letter that somebody removed": (removed, 1),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    # Somebody may be writing the program while it is tested.
    monkeypatch.setattr(papers, "code_digest", lambda: "one")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home")
    with warehouse(home.published) as insert:
        for number in range(3):
            report(insert, f"r{number}", f"甲市第{number}局")
            finding(insert, f"f{number}", f"r{number}", message_zh="合计＝各项：见附表。")
    make_products(home, "zh")
    return home


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The departments whose letters are filled in."""
    names: list[str] = []

    def seen(group: papers.Group, *about: str) -> dict[str, object]:
        names.append(group.file_stem)
        return context(group, *about)  # type: ignore[arg-type]

    monkeypatch.setattr(papers.letters, "context", seen)
    return names


def sayings(home: Home) -> dict[str, str]:
    """What letters and score tables say, but for the build and the day that each names."""
    said = {}
    for path, paper in content(home).items():
        if path.endswith(".docx"):
            text = words(paper)
            assert re.search(r"数据版本b[12]|b[12]：", text)
            said[path] = re.sub(r"b[12]|\d{4}年\d+月\d+日", "", text)
    return said


def content(home: Home) -> dict[str, bytes]:
    folder = products_folder(home)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", CHANGES)
def test_only_papers_of_which_something_changed_are_made_and_all_say_what_new_ones_say(
    home: Home, made: list[str], name: str
) -> None:
    change, number = CHANGES[name]
    before = content(home)
    change(home)
    NEXT(home)
    make_products(home, "zh")
    assert len(made) == number
    found, said = content(home), sayings(home)
    if name == "nothing":
        assert found[LETTER] == before[LETTER] and "数据版本b1" in words(found[LETTER])
    make_products(home, "zh", anew=True)
    assert sayings(home) == said
    assert "b2" in words(content(home)[LETTER])


def test_an_own_template_says_everywhere_of_which_build_it_is(home: Home, made: list[str]) -> None:
    own_template(home)
    NEXT(home)
    make_products(home, "zh")
    assert len(made) == 3
    letter = content(home)[LETTER]
    assert words(letter) == "b2：甲市第0局，2027年11月11日。b2"
    header = Document(io.BytesIO(letter)).sections[0].header
    assert header.paragraphs[0].text == "2027年11月11日"


def test_a_report_more_another_language_and_another_program(
    home: Home, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with duckdb.connect(str(home.published)) as connection:
        connection.execute(
            "insert into marts.dim_report by name select * replace ('r3' as report_id, 'd3' as department_id,"
            " '乙县民政局' as department_name) from marts.dim_report where report_id = 'r0'"
        )
    make_products(home, "zh")
    assert made == ["乙县民政局_2023"]
    make_products(home, "en")
    assert len(made) == 5
    monkeypatch.setattr(papers, "code_digest", lambda: "another")
    make_products(home, "en")
    assert len(made) == 9
    found = content(home)
    make_products(home, "en")
    assert len(made) == 9 and content(home) == found


def test_a_look_at_size_and_time_finds_what_was_worked_on_and_a_look_at_all_bytes_finds_the_rest(
    home: Home, made: list[str]
) -> None:
    letter = products_folder(home) / LETTER
    first = letter.read_bytes()
    edited(home)
    make_products(home, "zh", thorough=False)
    assert len(made) == 1 and letter.read_bytes() == first
    facts = letter.stat()
    letter.write_bytes(first[:-1] + b"x")
    os.utime(letter, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    make_products(home, "zh", thorough=False)
    assert len(made) == 1 and letter.read_bytes() != first
    assert make_products(home, "zh").kept and len(made) == 2 and letter.read_bytes() == first


def test_what_is_written_into_the_ledger_is_found_whatever_its_time(home: Home) -> None:
    ledger = products_folder(home) / "问题台账.xlsx"
    first, facts = ledger.read_bytes(), ledger.stat()
    ledger.write_bytes(first[:-1] + b"x")
    os.utime(ledger, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    (kept,) = make_products(home, "zh", thorough=False).kept
    assert kept.read_bytes() != first and ledger.read_bytes() == first


def test_the_list_of_files_holds_the_checksums_of_what_lies_there(home: Home) -> None:
    NEXT(home)
    make_products(home, "zh")
    found = content(home)
    listed = json.loads(found.pop("manifest.json"))
    assert listed["files"] == {path: hashlib.sha256(paper).hexdigest() for path, paper in found.items()}


def test_after_a_return_to_an_earlier_build_no_paper_names_the_later_one(home: Home, made: list[str]) -> None:
    first = content(home)[LETTER]
    NEXT(home)
    make_products(home, "zh", anew=True)
    assert "数据版本b2" in words(content(home)[LETTER])
    sql("update meta.build set build_id = 'b1', created_at = timestamptz '2026-03-01 02:00:00+00'")(home)
    make_products(home, "zh")
    assert content(home)[LETTER] == first
