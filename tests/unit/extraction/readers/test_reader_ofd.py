"""OFD files: templates below pages, references of every kind, advances, blocks within blocks, and what is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from benchmarks.pages import Sheet, ofd
from extraction.errors import UnreadableError
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告"
_NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_PAGE = "Doc_0/Pages/Page_0/Content.xml"


def page(objects: str, template: str = "") -> bytes:
    return (
        f'<ofd:Page {_NAMES}>{template}<ofd:Content><ofd:Layer ID="1">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    ).encode()


def text(words: str, more: str = "", inside: str = 'X="0" Y="4"', box: str = "20 30 150 6") -> str:
    return f'<ofd:TextObject Boundary="{box}" Size="4" {more}><ofd:TextCode {inside}>{words}</ofd:TextCode></ofd:TextObject>'


def document(pages: str, templates: str = "", box: str = "0 0 210 297") -> bytes:
    return (
        f"<ofd:Document {_NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        f"{templates}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    ).encode()


def words_of(**members: bytes) -> list[str]:
    """Lines of a file whose members are replaced: ``page``, ``document``, and others by their path."""
    usual = {"page": _PAGE, "document": "Doc_0/Document.xml"}
    extra = {usual.get(name, name): data for name, data in members.items()}
    return read(ofd([Sheet()], extra), Limits()).text.split()


def code_of(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, limits or Limits())
    return caught.value.code


def test_advances_that_repeat_part_words_where_they_stand():
    # four signs of 4 mm, a gap of 30 mm, four more
    assert words_of(page=page(text("基本支出项目支出", inside='X="0" Y="4" DeltaX="g 3 4 34 g 3 4"'))) == [
        "基本支出",
        "项目支出",
    ]


def test_signs_without_advances_stand_side_by_side():
    assert words_of(page=page(text("支出312.5万元"))) == ["支出312.5万元"]


def test_advances_that_are_no_numbers_lose_no_text():
    assert (
        "".join(words_of(page=page(text("基本支出", inside='X="0" Y="4" DeltaX="g g x nan"')))) == "基本支出"
    )


def test_blocks_within_blocks_and_turned_or_hidden_text():
    objects = (
        f"<ofd:PageBlock><ofd:PageBlock>{text(TITLE)}</ofd:PageBlock></ofd:PageBlock>"
        + text("样张", 'CTM="0.7 0.7 -0.7 0.7 0 0"', box="60 120 50 50")
        + text("不可见", 'Visible="false"', box="20 60 50 6")
    )
    assert words_of(page=page(objects)) == [TITLE]


def test_text_of_a_template_is_on_every_page_that_names_it():
    template = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/>'
    found = words_of(
        document=document('<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>', template),
        page=page(text("正文", box="20 60 50 6"), '<ofd:Template TemplateID="9"/>'),
        **{"Doc_0/Tpls/T.xml": page(text("表头"))},
    )
    assert found == ["表头", "正文"]


@pytest.mark.parametrize(
    "place", ["/Doc_0/Other/P.xml", "Other/P.xml", "Pages/../Other/P.xml", "other\\p.xml"]
)
def test_pages_are_found_by_any_kind_of_reference(place):
    found = words_of(
        document=document(f'<ofd:Page ID="1" BaseLoc="{place}"/>'), **{"Doc_0/Other/P.xml": page(text(TITLE))}
    )
    assert found == [TITLE]


def test_references_out_of_the_file_lead_nowhere():
    pages = '<ofd:Page ID="1" BaseLoc="../../../../etc/passwd"/><ofd:Page ID="2" BaseLoc="Pages/Page_0/Content.xml"/>'
    assert words_of(document=document(pages), page=page(text(TITLE))) == [TITLE]


def test_rules_drawn_as_one_path_or_one_by_one_make_the_same_table():
    frame = '<ofd:PathObject Boundary="20 40 80 20"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>'
    cross = '<ofd:PathObject Boundary="20 40 80 20"><ofd:AbbreviatedData>M 0 10 L 80 10 M 40 0 L 40 20</ofd:AbbreviatedData></ofd:PathObject>'
    cells = zip(("项目", "金额", "基本支出", "200"), ((22, 42), (62, 42), (22, 52), (62, 52)), strict=True)
    objects = frame + cross + "".join(text(words, box=f"{x} {y} 30 6") for words, (x, y) in cells)
    found = read(ofd([Sheet()], {_PAGE: page(objects)}), Limits())
    assert [[cell.text for cell in row] for row in found.blocks[0].rows] == [
        ["项目", "金额"],
        ["基本支出", "200"],
    ]


def test_what_is_refused_says_why():
    sound = ofd([Sheet().text(72, 60, TITLE)])
    assert code_of(sound[:-60]) == "damaged"
    assert code_of(ofd([Sheet()])) == "empty"
    assert code_of(ofd([Sheet().text(72, 60, TITLE)] * 5), Limits(pages=4)) == "too_many_pages"
    assert code_of(ofd([Sheet()], {"Doc_0/encryptions.xml": b"<a/>"})) == "encrypted"
    assert code_of(ofd([Sheet()], {"OFD.xml": b"<OFD/>"})) == "empty"
    assert code_of(ofd([Sheet()], {_PAGE: b"<ofd:Page"})) == "damaged"
    assert code_of(ofd([Sheet()], {_PAGE: b" " * 9_000}), Limits(decompressed_bytes=5_000)) == "too_large"


def test_entities_and_deep_nesting_are_not_followed():
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + page(
        text("&amp;a;")
    ).replace(b"&amp;a;", b"&a;")
    assert code_of(ofd([Sheet()], {_PAGE: bomb})) in {"empty", "damaged"}
    deep = "<ofd:PageBlock>" * 20_000 + "</ofd:PageBlock>" * 20_000
    assert code_of(ofd([Sheet()], {_PAGE: page(deep)})) == "damaged"


def test_members_are_read_whatever_the_case_of_their_names():
    source = zipfile.ZipFile(BytesIO(ofd([Sheet().text(72, 60, TITLE)])))
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name.replace("Content", "CONTENT"), source.read(name))
    assert read(target.getvalue(), Limits()).text.strip() == TITLE
