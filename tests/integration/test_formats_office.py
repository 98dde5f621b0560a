"""The samples as files of other formats give the figures, scoring rows and identity of their text."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from benchmarks.render import as_docx, as_html, as_xlsx, converted
from extraction.errors import UnreadableError
from extraction.extract import extract
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read
from tests.integration.formats_compared import assert_same

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = sorted((REPOSITORY / "data" / "samples").iterdir())
#: Two samples with scoring tables and merged cells go through LibreOffice, which takes seconds a file.
THROUGH_OFFICE = [path for path in SAMPLES if path.name.startswith(("平江", "资兴"))]
WRITERS = {
    "docx": as_docx,
    "html": as_html,
    "html in gb2312": lambda data: as_html(data, "gb2312"),
    "xlsx": as_xlsx,
}
OFFICE = {"doc": as_docx, "xls": as_xlsx, "pdf": as_docx, "rtf": as_docx}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:6])
def test_a_sample_in_another_format_says_the_same(sample, form):
    data = sample.read_bytes()
    assert_same(extract(WRITERS[form](data), f"x.{form}"), extract(data, sample.name))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip(
            "LIBREOFFICE ABSENT, OLD FORMATS ARE NOT CHECKED: apt-get install libreoffice-writer-nogui"
        )
    return tmp_path_factory.mktemp("office")


@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize("sample", THROUGH_OFFICE, ids=lambda path: path.name[:6])
def test_a_sample_written_by_libreoffice_says_the_same(office, sample, form):
    data = sample.read_bytes()
    source = office / f"{sample.stem}.{'xlsx' if form == 'xls' else 'docx'}"
    source.write_bytes(OFFICE[form](data))
    assert_same(
        extract(converted(source, form, office).read_bytes(), f"x.{form}"), extract(data, sample.name)
    )


@pytest.mark.parametrize("form", ["doc", "xls"])
def test_broken_old_files_give_a_document_or_a_typed_error(office, form):
    made = office / f"{THROUGH_OFFICE[0].stem}.{form}"
    if not made.exists():
        pytest.skip("made by the test above")
    whole, dice = made.read_bytes(), random.Random(20)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 20)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            assert read(bytes(data[: dice.randrange(600, len(data))]), Limits()).text
        except UnreadableError:
            continue
