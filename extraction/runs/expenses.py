"""The “三公” expenses where their table runs on: with a row for each, or with all amounts in one row.

Belongs here: rows of expenses whose total comes out in every column; handing the amounts of one row on.
Does not belong here: what the amounts of one row are (``flattened.headtree``), cutting labels and amounts (``cutting``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns.headings import read_heading
from extraction.flattened.cells import headtree
from extraction.model import Span
from extraction.runs.cutting import Entry, without_numbering
from extraction.runs.made import Made, near

_HEAD = re.compile(
    r'(?:(?:19|20)\d\d年度?)?"?三公"?经费(?:合计|(?:支出)?[预决]算数)?|合计|小计|因公出国(?:\(境\))?(?:费用?|经费)?|公务接待费|机关运行经费(?:[预决]算数?)?'
    r"|公务用车购置(?:费?[及和]运行)?(?:维护)?费|公务用车运行(?:维护)?费|购置费|运行(?:维护)?费|会议费|培训费"
    r"|(?:(?:19|20)\d\d年度?|上年|本年)?(?:年初|全年|调整)?(?:支出)?[预决]算数?(?=[^表])"
)
_STAGE = re.compile(r"[预决]算数?$")
_TOTAL = re.compile(r'(?:合计|总计|三公"?经费(?:支出)?)$')
_WHOLE = re.compile(r"^(?:合计|小计|总计)")
_NUMBERING = re.compile(r"^.*(?:[一二三四五六七八九十]、|\d[、.]|\([一二三\d]\)|其中:)")
_FEWEST = 4
_FEWEST_ROWS = 3
_PARTS = {
    "three_public_total": ("overseas_travel", "official_vehicle", "official_reception"),
    "official_vehicle": ("official_vehicle_purchase", "official_vehicle_operation"),
}
_NAMES = {
    "three_public_total": "“三公”经费合计", "overseas_travel": "因公出国（境）费", "official_vehicle": "公务用车购置及运行费",
    "official_vehicle_purchase": "公务用车购置费", "official_vehicle_operation": "公务用车运行费", "official_reception": "公务接待费",
}  # fmt: skip


def tables_of(text: str, body: str, entries: Sequence[Entry]) -> list[list[list[Made]]]:
    """Headings and rows of the table; none where its sums do not tell whose the amounts are."""
    rows = [(entry, amounts) for entry in entries if (amounts := without_numbering(entry.amounts))]
    heads = [match.group() for match in _HEAD.finditer(body)]
    if len(rows) == 1 and len(rows[0][1]) >= _FEWEST:
        return _one_row(text, heads, [amount.span for amount in rows[0][1]])
    first = next((entry.label for entry, _ in rows if _concept(entry.label)), "")
    heads = [match.group() for match in _HEAD.finditer(body[: body.find(first) + len(first)])]
    return _rows(
        heads, [(entry, [(amount.span, amount.value) for amount in amounts]) for entry, amounts in rows]
    )


def _one_row(text: str, heads: list[str], spans: list[Span]) -> list[list[list[Made]]]:
    made = headtree.row_of(text, heads, spans, left=True)
    if made is None and any("机关运行" in head for head in heads):
        heads = [head for head in heads if "机关运行" not in head]
        made = headtree.row_of(text, heads, spans[:-1], left=True)  # an empty cell is gone in front of it
    return [[[(cell.span, cell.text) for cell in row] for row in made]] if made else []


def _rows(heads: list[str], rows: list[tuple[Entry, list[tuple[Span, Decimal]]]]) -> list[list[list[Made]]]:
    """A row for each expense, all with as many amounts, in columns of stages; of columns of funds the first alone."""
    found: dict[str, tuple[Entry, list[tuple[Span, Decimal]]]] = {}
    for entry, amounts in rows:
        concept = _concept(entry.label)
        if concept in found:
            return []
        if concept:
            found[concept] = entry, amounts
    widths = {len(amounts) for _, amounts in found.values()}
    if len(found) < _FEWEST_ROWS or len(widths) != 1 or "three_public_total" not in found:
        return []
    width = widths.pop()
    values = {concept: [value for _, value in amounts] for concept, (_, amounts) in found.items()}
    if not all(_comes_out(values, column) for column in range(width)):
        return []
    stages = list(dict.fromkeys(head for head in heads if _STAGE.search(head)))
    if width > 1 and len(stages) != width:
        if not all(near(row[0], *row[1:]) for row in values.values()):
            return []
        width, stages = 1, []
    place = rows[0][0].span
    at = Span(place.start, place.start)
    return [
        [
            [(at, "项目"), *((at, name) for name in (stages if width > 1 else stages[:1] or ["金额"]))],
            *(
                [(entry.span, _NAMES[concept]), *((span, None) for span, _ in amounts[:width])]
                for concept, (entry, amounts) in found.items()
            ),
        ]
    ]


def _concept(label: str) -> str:
    if _TOTAL.search(label):
        return "three_public_total"
    concepts = read_heading(_NUMBERING.sub("", label)).concepts
    return concepts[0] if concepts and concepts[0] in _NAMES else ""


def _comes_out(values: dict[str, list[Decimal]], column: int) -> bool:
    """Whether each whole is the sum of its parts in a column; of vehicles the parts may be left out."""
    for whole, parts in _PARTS.items():
        amounts = [values[part][column] for part in parts if part in values]
        if (
            whole in values
            and (amounts or whole == "three_public_total")
            and not near(values[whole][column], *amounts)
        ):
            return False
    return True
