"""Forms with the merged cells of real ones: every cell stands in its row and column, with its spans."""

from __future__ import annotations

import pytest

from benchmarks.merged import Slot, as_docx, as_html, form_of
from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read
from orchestration.paths import SAMPLES

TEXTS = sorted(SAMPLES.iterdir())
WRITERS = {"docx": as_docx, "html": as_html}


def _slots(table: Table) -> set[Slot]:
    found = set()
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            if cell.text:
                text = "".join(cell.text.split())
                found.add(Slot(number, column, cell.row_span, cell.column_span, text))
            column += cell.column_span
    return found


@pytest.mark.parametrize("form", WRITERS)
def test_merged_cells_are_all_in_place(form):
    merged = 0
    for path in TEXTS:
        blocks = form_of(path.read_bytes())
        document = read(WRITERS[form](blocks), Limits())
        tables = [_slots(block) for block in document.blocks if isinstance(block, Table)]
        put = [
            {slot._replace(text="".join(slot.text.split())) for slot in block if slot.text}
            for block in blocks
            if not isinstance(block, str)
        ]
        assert tables == put, path.name
        merged += sum(slot.rows * slot.columns > 1 for table in put for slot in table)
    assert merged > 50
