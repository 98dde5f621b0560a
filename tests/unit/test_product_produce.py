"""Products as files: whole, the same each time, nothing stale, nothing of people's work lost."""

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from orchestration.beside import begin, second_process
from orchestration.cli import main
from orchestration.paths import Home
from orchestration.products import ledger, notes
from orchestration.products.notes import NotesError
from orchestration.products.produce import listed, make_products
from orchestration.products.shelves import kept_folder, notes_file, products_folder, site_folder
from tests.unit.product_builders import HOSTILE, finding, home_with, report, sheets, warehouse, words

LETTER = "复核意见/甲市民政局_2023_复核意见.docx"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home")


def content(home: Home) -> dict[str, bytes]:
    folder = products_folder(home)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def fill_in(home: Home, words: str) -> None:
    """What a person does in a spreadsheet: other bytes, and words in a column of theirs."""
    import xlsxwriter

    path = products_folder(home) / "问题台账.xlsx"
    rows = sheets(path)["问题台账"]
    column = rows[2].index("整改情况")
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("问题台账")
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                sheet.write_string(number, place, words if number == 3 and place == column else value)


def done(home: Home) -> str:
    rows = sheets(products_folder(home) / "问题台账.xlsx")["问题台账"]
    return rows[3][rows[2].index("整改情况")]


def test_the_same_build_gives_the_same_bytes(home: Home) -> None:
    made = make_products(home, "zh")
    first = content(home)
    assert sorted(first) == sorted([LETTER, "manifest.json", "问题台账.xlsx"])
    assert "60.00万元" in words(products_folder(home) / LETTER)
    again = make_products(home, "zh")
    assert content(home) == first
    assert (made.files, again.kept, again.problems) == (2, [], [])
    assert not kept_folder(home).exists()


def test_nothing_of_an_older_build_or_language_stays(home: Home) -> None:
    make_products(home, "zh")
    make_products(home, "en")
    assert not [name for name in content(home) if name.startswith(("问题", "复核", "核查"))]
    home.published.unlink()
    with warehouse(home.published) as insert:
        report(insert, name="乙县教育局")
    make_products(home, "zh")
    assert [name for name in content(home) if name.endswith(".docx")] == [
        "复核意见/乙县教育局_2023_复核意见.docx"
    ]


def test_what_people_wrote_and_changed_is_kept(home: Home) -> None:
    make_products(home, "zh")
    fill_in(home, "=已更正")
    changed = products_folder(home) / LETTER
    changed.write_bytes(b"mine")
    (products_folder(home) / "备注.txt").write_text("added")
    made = make_products(home, "zh")
    assert done(home) == "=已更正"
    assert sorted(path.name for path in made.kept) == sorted(["问题台账.xlsx", changed.name, "备注.txt"])
    assert (kept_folder(home) / "b1" / LETTER).read_bytes() == b"mine"
    make_products(home, "zh")
    assert done(home) == "=已更正"  # and in the ledger after the next
    changed.write_bytes(b"mine again")
    assert make_products(home, "zh").kept[0].name == f"{changed.stem}-2.docx"
    assert (kept_folder(home) / "b1" / LETTER).read_bytes() == b"mine"


def test_a_ledger_filled_in_elsewhere_is_taken_over(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "orchestration.site.make.make_site", lambda *_, **__: None
    )  # this home is too small for it
    make_products(home, "zh")
    fill_in(home, "已更正")
    shutil.move(products_folder(home) / "问题台账.xlsx", tmp_path / "mine.xlsx")
    assert main(["products", "--home", str(home.path), "--ledger", str(tmp_path / "mine.xlsx")]) == 0
    assert done(home) == "已更正"


def test_a_ledger_is_read_however_many_figures_it_lists(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import duckdb

    with duckdb.connect(str(home.published)) as connection:
        connection.execute(
            "insert into marts.fct_figures from marts.fct_figures, range(300) select fct_figures.*"
        )
    make_products(home, "zh")
    limits = replace(notes._LIMITS, cells=1000, decompressed_bytes=40_000)
    monkeypatch.setattr(notes, "_LIMITS", limits)
    path = products_folder(home) / "问题台账.xlsx"
    (fingerprint,) = notes.read_ledger(
        path, "问题台账", ledger.heading("fingerprint", "zh"), ledger.note_headings("zh")
    )
    assert fingerprint == "f1"


def test_what_is_no_ledger_changes_nothing(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_products(home, "zh")
    before = content(home)
    (tmp_path / "other.xlsx").write_bytes(b"no workbook")
    assert main(["products", "--home", str(home.path), "--ledger", str(tmp_path / "other.xlsx")]) == 2
    assert "不是问题台账" in capsys.readouterr().err
    assert content(home) == before
    assert not notes_file(home).exists()
    with pytest.raises(NotesError):
        make_products(home, "zh", tmp_path / "missing.xlsx")


def test_an_office_uses_its_own_template(home: Home) -> None:
    own = home.path / "templates" / "review_letter.zh.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("致{{department}}：共{{finding_count}}个问题。")
    document.save(str(own))
    make_products(home, "zh")
    assert words(products_folder(home) / LETTER) == "致甲市民政局：共1个问题。"


def test_a_faulty_template_stops_its_own_papers_only_and_is_said(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    own = home.path / "templates" / "review_letter.zh.docx"
    own.parent.mkdir()
    document = Document()
    document.add_paragraph("{{departmnet}}")
    document.save(str(own))
    assert main(["products", "--home", str(home.path)]) == 1
    said = capsys.readouterr().out
    assert "departmnet" in said
    assert str(products_folder(home) / "问题台账.xlsx") in said
    assert "问题台账.xlsx" in content(home)
    assert LETTER not in content(home)


@pytest.mark.parametrize("moment", ["writing", "between the renames"])
def test_a_killed_run_leaves_whole_products_or_the_next_one_makes_them(home: Home, moment: str) -> None:
    make_products(home, "zh")
    before = content(home)
    folder = products_folder(home)
    (folder.with_name(".products.new") / "复核意见").mkdir(parents=True)
    if moment != "writing":
        folder.rename(folder.with_name(".products.old"))
        (folder.with_name(".products.old") / "mine.txt").write_text("added meanwhile")
    made = make_products(home, "zh")
    assert content(home) == before
    assert [path.name for path in made.kept] == ([] if moment == "writing" else ["mine.txt"])
    assert sorted(path.name for path in folder.parent.iterdir()) == ["jihe.duckdb", "products"]


def test_a_failure_leaves_the_products_that_were_there(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    make_products(home, "zh")
    before = content(home)
    monkeypatch.setattr("orchestration.products.papers.letters.context", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_products(home, "en")
    assert content(home) == before
    assert not list(products_folder(home).parent.glob(".*"))


def test_papers_made_in_several_processes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.at(tmp_path / "home")
    with warehouse(home.published) as insert:
        for number in range(3):
            report(insert, f"r{number}", f"甲市第{number}局")
            finding(insert, f"f{number}", f"r{number}")
    make_products(home, "zh")
    before = content(home)
    assert len(before) == 5
    monkeypatch.setattr("orchestration.products.papers.AT_ONCE", 1)
    monkeypatch.setattr("orchestration.products.produce._FEW", 0)
    make_products(home, "zh", anew=True)
    assert content(home) == before


def test_a_ledger_written_while_pages_are_made_is_the_one_written_after_them(home: Home) -> None:
    with second_process():
        begin(make_products, home, "zh", site_comes=True)()
    before = content(home)
    folder = site_folder(home) / "reports"
    folder.mkdir(parents=True)
    (folder / "r1.html").touch()
    make_products(home, "zh", anew=True)
    assert content(home) == before
    with zipfile.ZipFile(products_folder(home) / "问题台账.xlsx") as book:
        assert b"r1.html" in book.read("xl/worksheets/_rels/sheet1.xml.rels")


def test_products_of_another_build_are_called_so(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(home) is None
    assert main(["products", "--home", str(home.path / "nowhere")]) == 1
    make_products(home, "zh")
    home.published.unlink()
    with warehouse(home.published) as insert:
        report(insert, name=HOSTILE)
        finding(insert)
    import duckdb

    from orchestration.commands.products import lines

    with duckdb.connect(str(home.published)) as connection:
        connection.execute("update meta.build set build_id = 'b2'")
    assert "b1" in lines(home, "zh")[0]
