"""The little language of templates, and that the templates that come with jihe are what their program makes."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from orchestration.products import letters, score_check
from orchestration.products.template import Template, TemplateError
from orchestration.products.templates import FOLDER, MAKERS
from tests.unit.product_builders import BRACES, words

DAY = datetime(2026, 3, 1, tzinfo=UTC)
KNOWN = {"department", "rows", "rows.a", "rows.b", "yes", "no"}


def saved(folder: Path, *paragraphs: list[str], cells: list[str] | None = None) -> Path:
    """A template; each paragraph is a list of runs."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            paragraph.add_run(text).bold = number == 0
    if cells:
        for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = text
    document.save(str(folder / "own.docx"))
    return folder / "own.docx"


def filled(path: Path, **context: object) -> bytes:
    return Template(path, DAY, KNOWN).fill(context)


def test_a_name_that_word_has_split_over_runs_is_filled_in_its_first_format(tmp_path: Path) -> None:
    content = filled(saved(tmp_path, ["致{{depa", "rtm", "ent}}：", "您好"]), department="民政局\n财务科\x0b")
    (paragraph,) = Document(io.BytesIO(content)).paragraphs
    assert paragraph.text == "致民政局\n财务科：您好"
    assert paragraph.runs[0].text.startswith("致民政局")
    assert paragraph.runs[0].bold


@pytest.mark.parametrize(
    ("paragraphs", "complaint"),
    [
        ([["{{departmnet}}"]], "departmnet"),
        ([["{{if maybe}}"], ["{{end}}"]], "maybe"),
        ([["{{DEPARTMENT}}"]], "看不懂"),
        ([["{{if yes}}"]], "缺少"),
        ([["{{end}}"]], "without"),
        ([["{{if yes}}"], ["{{if no}}"], ["{{end}}"]], "inside"),
    ],
)
def test_a_faulty_template_is_refused_in_words(
    tmp_path: Path, paragraphs: list[list[str]], complaint: str
) -> None:
    with pytest.raises(TemplateError, match=complaint):
        filled(saved(tmp_path, *paragraphs), department="", rows=[], yes=True, no=False)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"{\\rtf1}"])
def test_what_is_no_docx_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own.docx").write_bytes(content)
    with pytest.raises(TemplateError, match="打不开"):
        Template(tmp_path / "own.docx", DAY, KNOWN)


def test_blocks_stay_or_go(tmp_path: Path) -> None:
    marks = [["{{if yes}}"], ["stays"], ["{{end}}"], ["{{if not yes}}"], ["goes"], ["{{end}}"]]
    assert words(filled(saved(tmp_path, *marks), yes=1)) == "stays"
    assert words(filled(saved(tmp_path, *marks), yes=0)) == "goes"


def test_a_row_is_repeated_and_equal_cells_are_merged(tmp_path: Path) -> None:
    path = saved(tmp_path, cells=["{{rows.a|merge}}", "{{rows.b}}"])
    rows = [
        {"a": "投入", "b": 1},
        {"a": "投入", "b": 2},
        {"a": "过程", "b": 3},
        {"a": "", "b": 4},
        {"a": "", "b": 5},
    ]
    (table,) = Document(io.BytesIO(filled(path, rows=rows))).tables
    assert [row.cells[1].text for row in table.rows] == ["1", "2", "3", "4", "5"]
    merged = [row.cells[0]._tc for row in table.rows]
    assert merged[0] is merged[1]
    assert merged[3] is not merged[4]  # nothing is not the same as nothing
    assert table.rows[0].cells[0].text == "投入"
    (table,) = Document(io.BytesIO(filled(path, rows=[]))).tables
    assert len(table.rows) == 0


def test_braces_in_a_report_are_text(tmp_path: Path) -> None:
    path = saved(tmp_path, ["{{department}}"], cells=["{{rows.a}}"])
    text = words(filled(path, department=BRACES, rows=[{"a": BRACES, "b": ""}]))
    assert text == f"{BRACES}\n{BRACES}"


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, ["{{department}}"])
    first = filled(path, department="民政局")
    assert filled(path, department="民政局") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_committed_templates_are_what_their_program_makes(name: str, lang: str) -> None:
    made, committed = (
        zipfile.ZipFile(io.BytesIO(content))
        for content in (MAKERS[name](lang), (FOLDER / f"{name}.{lang}.docx").read_bytes())
    )
    assert {n: made.read(n) for n in made.namelist()} == {n: committed.read(n) for n in committed.namelist()}
    Template(
        FOLDER / f"{name}.{lang}.docx",
        DAY,
        {"review_letter": letters, "score_check": score_check}[name].KNOWN,
    )
