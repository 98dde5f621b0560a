"""Which headings a row has whose empty and merged cells are gone: told by its values.

Belongs here: matching values and headings by their number.
Does not belong here: headings that stand below a common one (``groupedcolumns``), rows that kept their cells (``gridcolumns``), recognising that cells are gone (``lostcolumns``).

A row is read where it has as many values as there are headings of values, and left out where it has fewer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.columns import funds
from extraction.columns.gridcolumns import NOTHING, TOTAL_CHOSEN
from extraction.columns.groupedcolumns import NATURES
from extraction.columns.headings import Heading, read_heading
from extraction.records import replace
from extraction.text.numbers import parse_cell
from extraction.words.words_of_classes import CODE, DIGITS_OF_CLASS

_DECIMAL = re.compile(r"-?\d[\d,]*\.\d+")
#: Headings of the codes and names below 项目, which stand over no amounts.
CODES_AND_NAMES = re.compile(r"(?:支出)?(?:功能|经济)?(?:分类)?(?:科目)?(?:编码|代码|名称)|类|款|项")
#: 财政供养人员情况(人): a title beside its headings.
_TITLE = re.compile(r"情况(?:\([^()]*\))?$")
_BALANCE = r"[年期][初末](?:数|余额|账面数)"
_AMOUNT = re.compile(rf"(?:金额|合计|小计|数额|统计数|结余数?|{_BALANCE})(?:\([^()]*\))?")
_WHOLE = re.compile(r"[^()]{0,14}(?:合计|小计|总计)(?:\([^()]*\))?")
_RIGHT_HALF = re.compile(r"支出|年末|结余分配")
#: Amounts with decimals are rounded each by itself.
ROUNDED = Decimal("0.01")
#: Stands over a number of which nothing is said.
UNKNOWN = Heading(text="?", ignored=True)
#: 备注, 变动原因: words stand below them, and often none.
_REMARKS = re.compile(r"(?:备注|说明|.{0,8}原因.{0,6}|.{0,8}说明)(?:\([^()]*\))?")
_WHOLE_NUMBER = re.compile(r"\d{1,2}")
_SUMS = {"合计", "总计"}


def by_values(texts: Sequence[str], headings: Sequence[Heading]) -> list[Heading] | None:
    """The headings of a row's cells, where each of its labels has all the values that headings ask for; else None.

    Of a row with fewer values the first is the whole, where a heading says so and the others make it up.
    """
    if CODE.fullmatch(texts[0]) and len(texts) > 1:
        if not is_value(texts[1]):
            rest = by_values(texts[1:], headings)
            return [Heading(text="编码", ignored=True), *rest] if rest else None
        if len(texts[0]) > DIGITS_OF_CLASS or all(_DECIMAL.fullmatch(text) for text in texts[1:]):
            return None  # a code whose name stands elsewhere
    if len(texts) == 1 < len(headings) and is_value(texts[0]):
        return None  # a cell that lost its row
    if _is_numbered(texts) and headings and heads_amounts(headings[0]) and not headings[0].ignored:
        rest = by_values(texts[1:], headings)
        return [Heading(text="序号", ignored=True), *rest] if rest else None
    headings = _over_labels(texts, _below_name_of_rows(texts, headings))
    above, below = _halves(texts, headings)
    if len(above) != len(below):
        return None
    found: list[Heading] = []
    for (labels, end), (words, last) in zip(above, below, strict=True):
        asked = headings[labels:end]
        values = [heading for heading in asked if not is_label(heading)]
        named = [heading for heading in asked if is_label(heading)]
        count = sum(1 for text in texts[words:last] if is_value(text))
        if count != len(values):
            whole = _whole_of(texts[last - count : last], values, texts[words])
            if whole is None and len(above) == 1:
                return None
            values = whole or [UNKNOWN] * count  # without a whole nothing is said of this half of the row
        lead = last - words - count
        found += [
            *([named[0]] if named and lead else []),
            *[Heading()] * (lead - bool(named and lead)),
            *values,
        ]
    return found


def _is_numbered(texts: Sequence[str]) -> bool:
    """1 | 林道维护 | 45.50: the number of a row stands in front of its label."""
    return len(texts) > 1 and _WHOLE_NUMBER.fullmatch(texts[0]) is not None and not is_value(texts[1])


def _below_name_of_rows(texts: Sequence[str], headings: Sequence[Heading]) -> Sequence[Heading]:
    """部门年度支出（万元） 年初预算 全年预算 决算数: the first names what the rows are of, where the others are of stages and as many as a row has values."""
    first, *others = headings
    staged = sum(heading.stage is not None and not heading.concepts for heading in others)
    of_rows = first.concepts and first.stage is None and staged > 1 and not is_value(texts[0])
    return [Heading(), *others] if of_rows and sum(map(is_value, texts)) == len(others) else headings


def _halves(
    texts: Sequence[str], headings: Sequence[Heading]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Runs of labels with the values behind them, of the headings and of the row, without those that the row has not."""
    above = _parts([not is_label(heading) for heading in headings])
    below = _parts(list(map(is_value, texts)))
    if len(above) == len(below) + 1 and all(map(is_label, headings[slice(*above[-1])])):
        above = above[:-1]  # a column of remarks, of which this row has none
    if len(above) == 2 and len(below) == 1:
        right = _of_spending(texts[0]) and not _alike(headings, above)
        above = above[1:] if right else above[:1]  # the other half of the row is blank
    if len(above) > len(below) > 1 and _alike_but_names(headings, above):
        above = above[: len(below)]  # the third part, of spending by its nature, is shorter
    return above, below


def behind_code(texts: Sequence[str], headings: Sequence[Heading]) -> list[Heading] | None:
    """The headings of a row that is longer than they are by the code in front of its label; None for another one."""
    coded = CODE.fullmatch(texts[0]) and len(texts[0]) == DIGITS_OF_CLASS
    return by_values(texts, headings) if coded else None


def _over_labels(texts: Sequence[str], headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings of a row, of which the first stands over labels where it heads a block or a label stands below it."""
    block = funds.BLOCK_TITLE.search(headings[0].text) or _TITLE.search(headings[0].text)
    of_amounts = headings[0].concepts or re.fullmatch(_BALANCE, headings[0].text)
    if block or not (is_value(texts[0]) or of_amounts):
        return [Heading(text=headings[0].text), *headings[1:]]  # whatever it says
    return headings


def _whole_of(texts: Sequence[str], values: Sequence[Heading], label: str) -> list[Heading] | None:
    """合计 | 基本支出 | 项目支出 | … over 370.37 370.37: the first amount is the whole that the others add up to.

    One amount alone is the whole too, whose parts are not printed. In the row of the sum two parts are 基本支出 and 项目支出, the first
    columns of that form: what else there is no department has without either of them.
    """
    if values and values[0].text == "行次" and texts and _WHOLE_NUMBER.fullmatch(texts[0]):
        rest = _whole_of(texts[1:], values[1:], label)
        return [values[0], *rest] if rest else None
    if not 0 < len(texts) < len(values) or not _WHOLE.fullmatch(values[0].text):
        return None
    if len(texts) == 1:
        return [replace(values[0], note=TOTAL_CHOSEN)] if parse_cell(texts[0]) else None
    numbers = [number.value for text in texts if (number := parse_cell(text))]
    rounded = ROUNDED * any("." in text for text in texts)
    if len(numbers) != len(texts) or abs(numbers[0] - sum(numbers[1:])) > rounded:
        return None
    whole = replace(values[0], note=TOTAL_CHOSEN)
    if (
        len(texts) > len(NATURES)
        and [heading.concepts for heading in values[1:3]] == NATURES
        and label in _SUMS
    ):
        return [whole, *(replace(heading, note=TOTAL_CHOSEN) for heading in values[1:3])]
    return [whole, *[UNKNOWN] * (len(texts) - 1)]


def _of_spending(label: str) -> bool:
    """Whether a label is of the half of a table that says what was spent, and what is left at the end of the year."""
    read = read_heading(label)
    return bool(read.function_code) or _RIGHT_HALF.search(label) is not None


def names_columns(texts: Sequence[str]) -> bool:
    """Whether a row below headings only says where codes and names stand."""
    return all(CODES_AND_NAMES.fullmatch(text) for text in texts if text)


def _alike(headings: Sequence[Heading], parts: Sequence[tuple[int, int]]) -> bool:
    """Whether all parts have the same headings, as the two halves of income and expenditure have."""
    return len({tuple(heading.text for heading in headings[start:end]) for start, end in parts}) == 1


def _alike_but_names(headings: Sequence[Heading], parts: Sequence[tuple[int, int]]) -> bool:
    """Whether all parts have the same headings of amounts, whatever they call their labels: 项目(按功能分类)."""
    return len({tuple(heading.text for heading in headings[start + 1 : end]) for start, end in parts}) == 1


def heads_amounts(heading: Heading) -> bool:
    """Whether a heading is known to stand over amounts."""
    if is_remark(heading):
        return False
    return heading.says_something or _AMOUNT.fullmatch(heading.text) is not None


def is_remark(heading: Heading) -> bool:
    """Whether words stand below a heading, and often none: 备注."""
    return heading.ignored and _REMARKS.fullmatch(heading.text) is not None


def is_label(heading: Heading) -> bool:
    """Whether a heading is not known to stand over amounts."""
    return not heads_amounts(heading)


def is_value(text: str) -> bool:
    """Whether a cell is an amount, or blank in the place of one."""
    return not text or parse_cell(text) is not None or NOTHING.fullmatch(text) is not None


def _parts(values: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of labels with the values behind them: first position, and the one behind the last."""
    starts = [at for at, value in enumerate(values) if at == 0 or (not value and values[at - 1])]
    return [(start, end) for start, end in zip(starts, [*starts[1:], len(values)], strict=True)]
