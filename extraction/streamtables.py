"""Forms that lost their lines: the funds block and the indicator rows as one stream of cells.

Belongs here: finding rows in a run of tokens - words of one line, or lines of one cell each - by the headings
and labels that the self-evaluation form prescribes.
Does not belong here: layouts whose rows or cells can still be seen (``layout``, ``looselayouts``, ``celltables``).

A row is taken only where its cells can be counted: as many amounts as headings, points where points belong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.lines import Line
from extraction.looselayouts import may_head, plain_rows
from extraction.model import Cell, Paragraph, Span, Table
from extraction.normalise import folded
from extraction.numbers import parse_cell

_TOKEN = re.compile(r"\S+")
#: What makes it worth looking for a form in a line.
_MAY_HOLD = re.compile(
    r"全年\s*(?:预算|执行)数|三级指标|项目(?<!\S项目)\s|科目名称(?<!\S科目名称)\s|机构名称(?<!\S机构名称)\s|单位名称(?<!\S单位名称)\s"
)
_FIRST_CELL = re.compile(r"年初预算数?|全年预算数(?:[(（]A[)）])?|一级指标|三级指标")
FUND_HEAD = re.compile(
    r"(?:年初|全年|调整后?|当年)?(?:预算|(?:预算)?执行|决算)数?(?:\([^()]*\))?|分值|权重|(?:预算)?执行率(?:%|\([^()]*\))?|(?:自评)?得分(?:\([^()]*\))?"
)
_FUND_AMOUNT = re.compile(r"(?:预算|执行|决算)数")
_FUND_LABEL = re.compile(
    r"(?:其中)?:?(?:年度|项目)?(?:资金总额|预算总额)|总额|(?:其中)?:?(?:本年|当年|一般公共预算)?(?:中央|省级?|市级?|县级?|区级?|地方)?(?:财政)?(?:拨款|资金)"
    r"|(?:其中)?:?上年结转(?:资金)?|(?:其中)?:?(?:其他|单位|自有|非财政|财政专户管理)资金|(?:其中)?:?(?:基本|项目)支出"
)
_BEFORE_FUNDS = re.compile(r"资金|万元|\(元\)")
_NO_AMOUNT = re.compile(r"[-—–/\\]+|无")
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("level", re.compile(r"[一二]级指标")),
    ("name", re.compile(r"三级指标|指标名称")),
    (
        "value",
        re.compile(
            r"(?:年度|预期)?(?:指标值|目标值)(?:\(.*\))?|指标性质|度量单位|计量单位|完成值|(?:全年)?(?:实际)?完成(?:值|情况|数)(?:\(.*\))?|实际值"
        ),
    ),
    ("reason", re.compile(r"(?:未完成|偏差)?(?:原因|备注)[\u4e00-\u9fff]{0,14}|扣分原因")),
    ("points", re.compile(r"(?:分值|权重|满分|标准分)(?:\(.*\))?|(?:自评)?(?:得分|评分)(?:\(.*\))?")),
)
_LEVEL_1 = re.compile(r"(?:产出|效益|满意度|投入|过程|效果|决策|管理|履职效能|成本)(?:指标)?(?:\(\d+分?\))?")
_LEVEL_2 = re.compile(
    r"(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|生态环境|可持续影响|可持续发展"
    r"|服务对象满意度|社会公众满意度|满意度)(?:指标)?(?:\(\d+分?\))?"
)
_TOTAL = re.compile(r"总分|合计|总计|得分合计")
_FEWEST_HEADS = 3
_REASON_CELLS = 2
_MOST_PLAIN = 300
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens of a text; ``words`` are folded."""

    text: str
    spans: Sequence[Span]
    words: Sequence[str]
    #: where rows of the text begin, as far as that is known
    begins: frozenset[int] = frozenset()


def may_hold_form(line: str) -> bool:
    """Whether a line is long enough, and has the headings, to be a form that lost its line breaks."""
    return len(line) > 60 and _MAY_HOLD.search(line) is not None


def starts_form(words: str) -> bool:
    """Whether the words of a line are alone the first heading of the funds block or of the indicator rows."""
    return _FIRST_CELL.fullmatch(words) is not None


def read_line(text: str, line: Line) -> list[Paragraph | Table]:
    """The tables of a form on one line, and the words around them as paragraphs; empty where it holds none."""
    spans = [Span(line.start + m.start(), line.start + m.end()) for m in _TOKEN.finditer(line.text)]
    return _pieces(stream_of(text, spans), whole_words=False)


def read_cells(text: str, spans: Sequence[Span]) -> list[Paragraph | Table]:
    """The same for cells that are known one by one, empty ones among them; each other cell is a paragraph."""
    return _pieces(stream_of(text, spans), whole_words=True)


def stream_of(text: str, spans: Sequence[Span], begins: frozenset[int] = frozenset()) -> Stream:
    """Tokens with their words; ``begins`` are the offsets at which rows begin, where the text shows its rows."""
    return Stream(text, spans, [folded(text[span.start : span.end]) for span in spans], begins)


def _pieces(stream: Stream, whole_words: bool) -> list[Paragraph | Table]:
    found: list[Paragraph | Table] = []
    at = done = 0
    while at < len(stream.spans):
        table, end = read_at(stream, at)
        if table is None:
            at += 1
            continue
        first = table.rows[0][0].span.start
        found.extend(_between([span for span in stream.spans[done:at] if span.end <= first], whole_words))
        found.append(table)
        at = done = end
    return [*found, *_between(stream.spans[done:], whole_words)] if found else []


def _between(spans: Sequence[Span], whole_words: bool) -> list[Paragraph]:
    """Tokens outside the tables: one paragraph for a line, one for each cell."""
    filled = [span for span in spans if span.end > span.start]
    if whole_words or not filled:
        return [Paragraph(span) for span in filled]
    return [Paragraph(Span(filled[0].start, filled[-1].end))]


def read_lines(text: str, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """A form with a cell a line, its empty cells left out, that begins at the first of ``lines``.

    Returns:
        the table or None, and how many of the lines it takes.
    """
    filled = [(at, line) for at, line in enumerate(lines) if line.words]
    spans = [line.bare for _, line in filled]
    table, end = read_at(stream_of(text, spans), 0)
    return table, filled[end - 1][0] + 1 if table else 0


def read_tokens(text: str, spans: Sequence[Span]) -> tuple[Table | None, int]:
    """The form that begins at the first of some tokens, and how many of them it takes."""
    return read_at(stream_of(text, spans), 0)


def read_at(stream: Stream, at: int) -> tuple[Table | None, int]:
    """The funds block or the indicator rows whose headings begin at a token, and the token after them."""
    if FUND_HEAD.fullmatch(stream.words[at]):
        return _funds(stream, at)
    if _column(stream.words[at]) in {"level", "name"}:
        return _indicators(stream, at)
    if may_head(stream.words[at]):
        width, count = plain_rows(stream.words[at : at + _MOST_PLAIN])
        rows = [list(stream.spans[first : first + width]) for first in range(at, at + count, width or 1)]
        return (_table(stream.text, rows), at + count) if rows else (None, at)
    return None, at


# -- funds ---------------------------------------------------------------------------------------------


def _funds(stream: Stream, at: int) -> tuple[Table | None, int]:
    words = stream.words
    end = at
    while end < len(words) and FUND_HEAD.fullmatch(words[end]):
        end += 1
    width = end - at
    if width < _FEWEST_HEADS or not any(_FUND_AMOUNT.search(word) for word in words[at:end]):
        return None, at
    start = at
    while start > 0 and at - start < 2 and _BEFORE_FUNDS.search(words[start - 1]):
        start -= 1
    rows = [[_joined(stream.spans[start:at], stream.spans[at].start), *stream.spans[at:end]]]
    while end < len(words):
        row, after = _fund_row(stream, end, width)
        for skipped in range(1, _REASON_CELLS + 1):  # the heading or the cell of a reason
            if row is None and end + skipped < len(words):
                row, after = _fund_row(stream, end + skipped, width)
        if row is None:
            break
        rows.append(
            _filled_up(row, words[at : at + width], [folded(stream.text[s.start : s.end]) for s in row])
        )
        end = after
    return (_table(stream.text, rows), end) if len(rows) > 1 else (None, at)


def _filled_up(row: list[Span], heads: Sequence[str], words: Sequence[str]) -> list[Span]:
    """A row that prints its amounts, and of rate and points only some: each value in its column, where one is certain.

    The amounts come first and are all there; a percentage is the rate; points are both there or none.
    """
    amounts = [index for index, head in enumerate(heads) if _FUND_AMOUNT.search(head)]
    rates = [index for index, head in enumerate(heads) if "率" in head]
    points = [index for index in range(len(heads)) if index not in amounts and index not in rates]
    if len(row) > len(heads) or amounts != list(range(len(amounts))) or len(rates) > 1:
        return row
    printed = [index for index, word in enumerate(words) if index and word]
    percent = [index for index in printed if words[index].endswith("%")]
    plain = [index for index in printed if index not in percent]
    columns = amounts if len(plain) == len(amounts) else [*amounts, *points]
    if len(plain) != len(columns) or len(percent) > len(rates) or (len(printed) == 0):
        return row
    empty = _empty(row[-1].end)
    placed = dict(zip([*columns, *rates], [*plain, *percent], strict=False))
    return [row[0], *[row[placed[index]] if index in placed else empty for index in range(len(heads))]]


def _fund_row(stream: Stream, at: int, width: int) -> tuple[list[Span] | None, int]:
    """A label and its amounts, no more than there are headings."""
    label_end = next(
        (
            end
            for end in range(min(at + 3, len(stream.words)), at, -1)
            if stream.words[at] and stream.words[end - 1]
            if _FUND_LABEL.fullmatch("".join(stream.words[at:end]).rstrip(":"))
        ),
        None,
    )
    if label_end is None:
        return None, at
    end = label_end
    while end < len(stream.words) and _is_value(stream.words[end]):
        end += 1
    if not any(stream.words[label_end + width : end]):
        end = min(end, label_end + width)  # an empty cell behind the points is that of their reason
    if end - label_end > width:
        return None, at  # more amounts than headings: whose they are cannot be known
    return [_joined(stream.spans[at:label_end], 0), *stream.spans[label_end:end]], end


def _is_value(word: str) -> bool:
    return not word or parse_cell(word) is not None or _NO_AMOUNT.fullmatch(word) is not None


# -- indicators ----------------------------------------------------------------------------------------


def _column(word: str) -> str | None:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(word)), None)


def _indicators(stream: Stream, at: int) -> tuple[Table | None, int]:
    words = stream.words
    kinds: list[str] = []
    while at + len(kinds) < len(words) and (kind := _column(words[at + len(kinds)])):
        kinds.append(kind)
    end = at + len(kinds)
    head = list(stream.spans[at:end])
    if "points" not in kinds and (above := _heads_above(stream, at)):
        kinds, head = (
            [*kinds, *(_column(words[index]) or "" for index in above)],
            [
                *head,
                *(stream.spans[index] for index in above),
            ],
        )
    levels = kinds.count("level")
    if "name" not in kinds or "points" not in kinds or kinds[:levels] != ["level"] * levels:
        return None, at  # a column of free words (criterion): where a row ends cannot be known
    if "reason" in kinds[:-1]:
        return None, at
    rows = [head]
    reasons = kinds[-1] == "reason"
    kinds = kinds[: len(kinds) - reasons]
    while end < len(words):
        row, after = _total_row(stream, end, kinds) or _indicator_row(stream, end, kinds[levels:], levels)
        if row is None:
            break
        end = after
        if reasons and _is_reason(stream, end, kinds[levels:], levels):
            row, end = [*row, stream.spans[end]], end + 1
        rows.append(row)
    width = len(rows[0])
    rows = [[*row, *[_empty(row[-1].end)] * (width - len(row))] for row in rows]
    return (_table(stream.text, rows), end) if len(rows) > _FEWEST_ROWS else (None, at)


def _heads_above(stream: Stream, at: int) -> list[int]:
    """The columns of an upper row of headings, behind the one that stands over the last of the lower row.

    绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 over 一级指标 | … | 指标性质 | 指标值 | 度量单位.
    """
    first = at
    while first > 0 and _column(stream.words[first - 1]) in {"value", "points", "reason"}:
        first -= 1
    return list(range(first + 1, at)) if at - first > _FEWEST_HEADS else []


def _indicator_row(stream: Stream, at: int, kinds: list[str], levels: int) -> tuple[list[Span] | None, int]:
    """The names of levels where they begin, then one cell for every column."""
    cells: list[Span] = []
    here = at
    for patterns in ((_LEVEL_1,), (_LEVEL_2,))[:levels]:
        known = here < len(stream.words) and any(p.fullmatch(stream.words[here]) for p in patterns)
        if known and patterns[0] is _LEVEL_1 and not _leads_level_2(stream, here, levels):
            known = False
        known = known or (here < len(stream.words) and not stream.words[here])  # merged, and printed empty
        cells.append(stream.spans[here] if known else _empty(stream.spans[at].start))
        here += known
    end = here + len(kinds)
    words = stream.words[here:end]
    if len(words) < len(kinds) or not all(map(_suits, kinds, words)):
        return None, at
    return [*cells, *stream.spans[here:end]], end


def _is_reason(stream: Stream, at: int, kinds: list[str], levels: int) -> bool:
    """Whether the token behind the points is their reason: no row begins with it, and one begins behind it."""
    if at >= len(stream.words) or parse_cell(stream.words[at]) or _TOTAL.fullmatch(stream.words[at]):
        return False
    if stream.begins and stream.spans[at].start not in stream.begins:
        return True
    if not stream.words[at] and _begins_level_1(stream, at + 1, levels):
        return True
    if _indicator_row(stream, at, kinds, levels)[0] is not None:
        return False
    return at + 1 < len(stream.words) and (
        _TOTAL.fullmatch(stream.words[at + 1]) is not None
        or _indicator_row(stream, at + 1, kinds, levels)[0] is not None
    )


def _begins_level_1(stream: Stream, at: int, levels: int) -> bool:
    """Whether a token is the name of a first level, with one of the second behind it where there are two."""
    if at >= len(stream.words) or not _LEVEL_1.fullmatch(stream.words[at]):
        return False
    return levels == 1 or (at + 1 < len(stream.words) and bool(_LEVEL_2.fullmatch(stream.words[at + 1])))


def _leads_level_2(stream: Stream, at: int, levels: int) -> bool:
    """成本指标 is of the first level before one of the second, and of the second otherwise."""
    if levels == 1 or not _LEVEL_2.fullmatch(stream.words[at]):
        return True
    return at + 1 < len(stream.words) and _LEVEL_2.fullmatch(stream.words[at + 1]) is not None


def _suits(kind: str, word: str) -> bool:
    if kind == "points":
        return _is_value(word) and not word.endswith("%")
    return kind == "value" or bool(word and parse_cell(word) is None and not _TOTAL.fullmatch(word))


def _total_row(stream: Stream, at: int, kinds: list[str]) -> tuple[list[Span], int] | None:
    """总分 with its points below the columns of points."""
    if not _TOTAL.fullmatch(stream.words[at]):
        return None
    end = at + 1
    while end < len(stream.words) and parse_cell(stream.words[end]):
        end += 1
    places = [index for index, kind in enumerate(kinds) if kind == "points"]
    if end - at - 1 != len(places):
        return None
    row = [_empty(stream.spans[at].end)] * len(kinds)
    row[0] = stream.spans[at]
    for place, span in zip(places, stream.spans[at + 1 : end], strict=True):
        row[place] = span
    return row, end


# -- spans ---------------------------------------------------------------------------------------------


def _empty(at: int) -> Span:
    return Span(at, at)


def _joined(spans: Sequence[Span], otherwise: int) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else _empty(otherwise)


def _table(text: str, rows: list[list[Span]]) -> Table:
    return Table(
        0,  # numbered by whoever keeps it
        tuple(
            tuple(
                Cell(text[span.start : span.end], span, number, column)
                for column, span in enumerate(row, start=1)
            )
            for number, row in enumerate(rows, start=1)
        ),
    )
