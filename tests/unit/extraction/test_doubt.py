"""A recognised number with a doubtful sign is shown and not used; a sure one is used, and stays behind written ones."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extraction.doubt import USED_BY_RULES, weigh_figures, weigh_indicators
from extraction.model import Document, Figure, Indicator, Locator, PageRegion, Span
from orchestration.paths import DBT_PROJECT

TEXT = "支出合计312.5万元 造林 10 9"


def document(**certainties: float | None) -> Document:
    """The text with a region for each piece; ``certainties`` by piece (``n`` before numbers)."""
    regions, end = [], 0
    for piece in ("支出合计", "312.5万元", "造林", "10", "9"):
        start = TEXT.index(piece, end)
        end = start + len(piece)
        certainty = certainties.get(f"n{piece[:3]}", certainties.get("others"))
        regions.append(PageRegion(piece, Span(start, end), 3, (72.0, 99.6, 140.0, 112.0), certainty))
    return Document(TEXT, TEXT, (), "pdf_ocr", pages=3, regions=tuple(regions))


def figure(confidence: str = "1", note: str | None = None) -> Figure:
    return Figure(
        concept="total_expenditure",
        measure="amount",
        stage=None,
        fiscal_year=2022,
        label="支出合计",
        value="312.5",
        unit="万元",
        decimals=1,
        value_base=Decimal(3125000),
        base_unit="元",
        printed="312.5万元",
        quote="支出合计312.5万元",
        source_kind="text",
        locator=Locator(0, 11),
        confidence=Decimal(confidence),
        note=note,
    )


def weighed(found: Document, given: Figure | None = None) -> Figure:
    return weigh_figures([given or figure()], found)[0]


def test_a_sure_number_is_used_and_stays_behind_what_a_program_wrote():
    found = weighed(document(others=0.99))
    assert USED_BY_RULES <= found.confidence < 1
    assert found.note == "recognised in the image of page 3 at 72,100-140,112 points, certainty 0.99"
    assert found.locator.page == 3


def test_a_doubtful_sign_takes_the_number_out_of_use():
    found = weighed(document(others=0.99, n312=0.89))
    assert found.confidence < USED_BY_RULES
    assert "certainty 0.89" in found.note


def test_doubtful_words_beside_the_number_do_not_count_against_it():
    assert weighed(document(others=0.4, n312=0.95)).confidence >= USED_BY_RULES


def test_what_was_doubted_before_stays_so_and_keeps_its_note():
    found = weighed(document(others=0.99), figure("0.3", "unit from the caption"))
    assert found.confidence == Decimal("0.3")
    assert found.note.startswith("unit from the caption | recognised")


def test_written_text_gets_its_page_and_nothing_else():
    found = weighed(document())
    assert (found.confidence, found.note, found.locator.page) == (1, None, 3)


@pytest.mark.parametrize(
    ("certainties", "marks", "score"),
    [
        ({"others": 0.99}, "10", "9"),
        ({"others": 0.99, "n10": 0.5}, None, "9"),
        ({"others": 0.99, "n9": 0.5}, "10", None),
    ],
)
def test_points_with_a_doubtful_sign_are_left_out(certainties, marks, score):
    row = Indicator("indicator", Locator(12, len(TEXT)), level_3="造林", full_marks="10", score="9")
    (found,) = weigh_indicators([row], document(**certainties))
    assert (found.full_marks, found.score, found.level_3) == (marks, score, "造林")
    assert found.locator.page == 3


def test_documents_without_pages_are_left_as_they_are():
    plain = Document(TEXT, TEXT, (), "text")
    assert weighed(plain) == figure()


def test_rules_use_figures_from_the_confidence_that_extraction_means():
    sql = "\n".join(path.read_text(encoding="utf-8") for path in (DBT_PROJECT / "models").rglob("*.sql"))
    assert set(re.findall(r"confidence >= ([0-9.]+)", sql)) == {str(USED_BY_RULES)}
