"""The row of 年度资金总额 of the national form where no table of it was recovered: its order is known from the form, its place from the rate.

Belongs here: that one row, in the text of a self-evaluation whose headings stand somewhere around it.
Does not belong here: forms of which rows and headings are left (``streamfunds``, ``grids``), rows that run together (``runon``).

The form prints budget, adjusted budget, spending, points, rate of execution, points reached, in this order everywhere; a row is read where
the rate follows from the last two amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.columns import funds
from extraction.columns.gridcolumns import COLUMN_CHOSEN
from extraction.doubt import CONFIRMED
from extraction.forms.recovered import printed
from extraction.model import Figure
from extraction.records import replace
from extraction.text.headnames import printed_as
from extraction.text.normalise import Folded, fold_span

_LABEL = re.compile(r"年度(?:财政)?资金总[额量](?:\((?P<unit>万元|元)\))?:?")
_TOKEN = re.compile(
    r"[ |]{0,6}(?:(?P<number>" + printed.NUMBER + r")(?:(?P<unit>万元|元|%)|(?![\d.,]))|[-—/]+)"
)
_HEADS = tuple(re.compile(printed_as(name)) for name in ("全年预算数", "全年执行数", "执行率"))
_FIRST_HEAD = "年初预算"
_POINTS = re.compile(printed_as("分值"))
_STAGES = ("initial_budget", "adjusted_budget", "final_account")
_BEFORE, _BEHIND = 300, 240
_MOST_TOKENS = 8
_PAIR = 2
_ROUNDED, _POINTS_ROUNDED = Decimal("0.6"), Decimal("0.06")
_PIECES = ("年初", "全年", "执")
_IS_RATE = [False, False, False, False, True, False]
_WHOLE = len(_IS_RATE)


def read(text: str, year: int | None, concept: str) -> list[Figure]:
    """The amounts of the row and their rate; nothing where the text has several such rows that say different things."""
    if "资金总" not in text or ("年初" not in text and "执行率" not in text):
        return []
    whole = fold_span(text, 0, len(text))
    found = [row for label in _LABEL.finditer(whole.text) if (row := list(_row(whole, label, year, concept)))]
    said = {tuple((figure.stage, figure.value_base) for figure in row) for row in found}
    return found[0] if len(said) == 1 else []


def _row(whole: Folded, label: re.Match[str], year: int | None, concept: str) -> Iterator[Figure]:
    around = whole.text[max(0, label.start() - _BEFORE) : label.end() + _BEHIND]
    numbers = _numbers(whole.text, label.end())
    if not all(head.search(around) for head in _HEADS) and not _is_whole(numbers, around):
        return
    rate = next((at for at, number in enumerate(numbers) if number["unit"] == "%"), None)
    if (
        rate is None or len(numbers) > rate + _PAIR
    ):  # behind the rate stand the points reached, and nothing else
        return
    in_pieces = len(numbers) == _WHOLE and not all(head.search(around) for head in _HEADS)
    amounts = numbers[: rate - (in_pieces or _POINTS.search(around) is not None)]
    stages = _stages(amounts, numbers[rate], in_pieces or _FIRST_HEAD in around)
    unit = label["unit"] or printed.last_unit(whole.text, label.start() - _BEFORE, label.start())
    unit = unit or printed.last_unit(around, 0, len(around))  # of a block whose title stands below it
    for stage, number in zip(stages, amounts, strict=False):
        own = number["unit"] or unit
        if stage and own:
            yield from (_figure(whole, number, own, (name, stage, year)) for name in (concept, funds.LINE))
    if any(stages):
        yield _figure(whole, numbers[rate], "%", ("budget_execution_rate", None, year))


def _is_whole(numbers: Sequence[re.Match[str]], around: str) -> bool:
    """Whether a row has all six values of the form and its points follow from its rate, below headings in pieces: 年初预 | 算数."""
    if len(numbers) != _WHOLE or [number["unit"] == "%" for number in numbers] != _IS_RATE:
        return False
    points, rate, score = (Decimal(number["number"].replace(",", "")) for number in numbers[3:])
    follows = abs(points * min(rate, Decimal(100)) / 100 - score) <= _POINTS_ROUNDED
    return follows and all(piece in around for piece in _PIECES)


def _numbers(text: str, at: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for _ in range(_MOST_TOKENS):
        match = _TOKEN.match(text, at)
        if match is None:
            break
        at = match.end()
        if match["number"]:
            found.append(match)
    return found


def _stages(amounts: Sequence[re.Match[str]], rate: re.Match[str], has_initial: bool) -> list[str | None]:
    """What the amounts are of, where the rate is that of the last two; of two below three headings the first may be either budget."""
    if len(amounts) not in {_PAIR, _PAIR + has_initial}:
        return []
    base, spent = (Decimal(number["number"].replace(",", "")) for number in amounts[-_PAIR:])
    if not base or not spent or abs(spent * 100 / base - Decimal(rate["number"])) > _ROUNDED:
        return []
    if len(amounts) > _PAIR:
        return list(_STAGES)
    return [None if has_initial else _STAGES[1], _STAGES[2]]


def _figure(
    whole: Folded, number: re.Match[str], unit: str, about: tuple[str, str | None, int | None]
) -> Figure:
    stated = printed.figure(
        whole, number.span("number"), unit, about, label=funds.ONE_ROW, quote=number.group().strip(" |")
    )
    scope = "total" if about[0] == funds.LINE else None
    return replace(stated, fund_scope=scope, confidence=CONFIRMED, note=COLUMN_CHOSEN)
