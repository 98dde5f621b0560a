"""A line of labels and numbers in turn: 内设科室 9 编制人数 78 其中：行政编制 26 实有在职人数 74.

Belongs here: such a line as a table with a row for each label and its number.
Does not belong here: two sums beside each other (``pairlines``), rows below headings (``blankrows``), sentences (``prose``).

It is one where no two numbers follow each other, the first stands behind a label, and nearly all labels name something, each something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.columns.headings import read_heading
from extraction.columns.threepublicrows import PARTS, TOTAL, kind_of
from extraction.flattened.blanks.spanrows import table_at
from extraction.model import Span, Table
from extraction.text.lines import Line
from extraction.text.normalise import folded
from extraction.text.numbers import UNITS, parse_cell

_TOKEN = re.compile(r"[^\s:：]+[:：]?")
_UNIT = re.compile(r"(?:金额)?单位:(?:人民币)?(?:亿元|万元|千元|元)")
_SENTENCE = re.compile(r"[。；，、|]")
_DIGIT = re.compile(r"\s\d")
#: 权重 预算编制 10 公用经费 5: points.
_POINTS = re.compile(r"权重|分值|得分|指标")
_LONGEST = 600
_LONGEST_LABEL = 24
_FEWEST = 3
_ROUNDED = Decimal("0.011")

_Pair = tuple[Span, Span]


def may_be(words: str) -> bool:
    """Whether a line can be nothing but labels and their numbers."""
    if len(words) > _LONGEST or len(_DIGIT.findall(words)) < _FEWEST or words[-1:] in "。；":
        return False
    return parse_cell(folded(words.split(maxsplit=1)[0])) is None and not _SENTENCE.search(words)


def read_line(text: str, line: Line) -> Table | None:
    """The table that a line is; None where it is something else."""
    pairs, unit = _pairs(text, line)
    names = [folded(text[label.start : label.end]).rstrip(":") for label, _ in pairs]
    named = [concept for concept in (read_heading(name).concepts for name in names) if concept]
    if (
        len(named) < _FEWEST
        or len(set(named)) < len(named)
        or _POINTS.search(text, line.start, line.end)
        or 2 * len(named) < len(pairs)
    ):
        return None
    if _are_numbers_of_rows(text, pairs) or not _adds_up(text, names, pairs):
        return None
    rows = [*([[unit]] if unit else []), *pairs]
    return table_at(text, rows)


def _are_numbers_of_rows(text: str, pairs: Sequence[_Pair]) -> bool:
    """四、上级补助收入 4 五、事业收入 5: numbers that count rows whose amounts are blank."""
    printed = [text[span.start : span.end] for _, span in pairs]
    return all(map(str.isdigit, printed)) and all(
        int(after) == int(before) + 1 for before, after in pairwise(printed)
    )


def _adds_up(text: str, names: Sequence[str], pairs: Sequence[_Pair]) -> bool:
    """Whether the “三公” expenses, where all are printed, make up their total: else labels and numbers may not belong together."""
    amounts: dict[str | None, Decimal] = {}
    for name, (_, span) in zip(names, pairs, strict=True):
        number = parse_cell(folded(text[span.start : span.end]))
        amounts.setdefault(kind_of(name), number.value if number else Decimal(0))
    whole = amounts.get(TOTAL)
    if whole is None or not set(amounts) & set(PARTS):
        return True
    parts = [amounts.get("official_vehicle_purchase"), amounts.get("official_vehicle_operation")]
    vehicles = amounts.get("official_vehicle", sum(part for part in parts if part is not None))
    others = sum(amounts.get(part, Decimal(0)) for part in PARTS if part != "official_vehicle")
    return abs(whole - vehicles - others) <= _ROUNDED


def _pairs(text: str, line: Line) -> tuple[list[_Pair], Span | None]:
    """Each number with the word before it, and the unit that the line declares; none where numbers follow each other."""
    found: list[_Pair] = []
    label: Span | None = None
    declared: Span | None = None
    for match in _tokens(text, line):
        span = Span(*match)
        words = folded(text[span.start : span.end])
        if parse_cell(words):
            if label is None or label.end - label.start > _LONGEST_LABEL:
                return [], None
            found.append((label, span))
            label = None
        elif _UNIT.fullmatch(words):
            declared = span
        elif label is None and found and words in UNITS:
            found[-1] = (found[-1][0], Span(found[-1][1].start, span.end))
        else:
            label = span
    return found, declared


def _tokens(text: str, line: Line) -> list[tuple[int, int]]:
    """Words parted by blanks and behind colons; 单位：万元 and 其中：行政编制 are one each."""
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, line.start, line.end):
        before = text[found[-1][0] : found[-1][1]] if found else ""
        joined = before.endswith((":", "：")) and parse_cell(folded(match.group())) is None
        if joined and found[-1][1] == match.start():
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
    return found
