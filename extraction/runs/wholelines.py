"""Lines of a table that runs on and breaks at a margin, wherever that is, as one line again.

Belongs here: telling such lines from rows and from prose; what stands in place of each line end.
Does not belong here: cutting the line (``cutting``), sentences that break at a margin (``layout``).

The length of the text stays. Within a word a line end becomes a blank of no width, which folding drops; between two cells a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.columns.headings import read_heading
from extraction.text.normalise import folded

_NO_LINE = re.compile(r"[|\t。;；]| {3}|\u3000{2}|,,|\",|</?\w")
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d.,])")
#: Signs of an empty cell among them.
_OF_NUMBER = frozenset("0123456789.,%％-—–/")
_WITHIN_WORD = "\u200b"
_LEAST_WIDTH = 24
_MOST_WIDTH = 160
#: Share of the margin that each line but the last fills.
_FULL = 0.8
_FEWEST_LINES = 3
_FEWEST_NUMBERS = 6
#: A line that begins with an amount goes on with a row; a code or the number of a row begins one.
_AMOUNT_FIRST = re.compile(r"\s*-?(?:\d[\d,]*\.\d|\d{1,3}(?:,\d{3})+|\d+\s+-?\d+[.,]|\d[\d,.]*[%％])")
_LEAST_TORN = 0.25
#: Rows end with an amount, and begin with a label or a code; where more line ends than these are so, each line is a row.
_MOST_CLEAN = 0.6
#: 2020年决算 | 数, 控制 | 率: the last syllable of a heading that a narrow column broke off; 数 | 量 | 指 | 标 stands upright.
_BROKEN_OFF = re.compile(r"\n(?<=[\u4e00-\u9fff]{2}\n)(?=[数率额]\n(?![\u4e00-\u9fff]\n))")


def with_whole_lines(text: str) -> str:
    """The text with lines that belong together on one line, as long as before."""
    text = _BROKEN_OFF.sub(_WITHIN_WORD, text)
    lines = text.split("\n")
    if len(lines) < _FEWEST_LINES:
        return text
    ends: dict[int, str] = {}
    for start, end in _groups(lines):
        for at in range(start, end - 1):
            ends[at] = _between(lines[at], lines[at + 1])
    if not ends:
        return text
    last = len(lines) - 1
    return "".join(line if at == last else line + ends.get(at, "\n") for at, line in enumerate(lines))


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First line and the line behind the last one of each group that was one line."""
    widths = [len(line.rstrip()) for line in lines]
    at = 0
    while at < len(lines) - 1:
        if not (_LEAST_WIDTH <= widths[at] <= _MOST_WIDTH and _are_alike(widths[at], widths[at + 1])):
            at += 1
            continue
        end = at
        while end < len(lines) and _are_alike(widths[at], widths[end]) and not _NO_LINE.search(lines[end]):
            end += 1
        if end - at >= _FEWEST_LINES - 1:
            more = (
                end < len(lines)
                and lines[end].strip()
                and not _NO_LINE.search(lines[end])
                and len(lines[end]) < len(lines[at])
            )
            end += bool(more)
            if end - at >= _FEWEST_LINES and _ran_on(lines[at:end]):
                yield at, end
        at = max(end, at + 1)


def _are_alike(first: int, width: int) -> bool:
    """Whether a line is as long as the first of its group, by their characters."""
    return _LEAST_WIDTH <= width <= _MOST_WIDTH and min(width, first) >= _FULL * max(width, first)


def _ran_on(lines: Sequence[str]) -> bool:
    if (
        sum(len(_NUMBER.findall(line)) for line in lines) < _FEWEST_NUMBERS
        or "".join(lines).count("，") > len(lines) // 2
    ):
        return False
    pairs = list(pairwise(lines))
    if sum(_is_clean(line, following) for line, following in pairs) > _MOST_CLEAN * len(pairs):
        return False
    return sum(_is_torn(line, following) for line, following in pairs) >= _LEAST_TORN * len(pairs)


def _is_clean(line: str, following: str) -> bool:
    """Whether a row may end and another begin between two lines."""
    return line.rstrip()[-1] in _OF_NUMBER and not _AMOUNT_FIRST.match(following)


def _is_torn(line: str, following: str) -> bool:
    """Whether a row, or a name, does not end where a line does."""
    if _AMOUNT_FIRST.match(following):
        return True
    if line.rstrip()[-1] in _OF_NUMBER or following.lstrip()[0] in _OF_NUMBER:
        return False
    before, behind = line.split()[-1], following.split(None, 1)[0]
    return _names(before + behind) and not (_is_known(before) and _is_known(behind))


def _between(line: str, following: str) -> str:
    """A blank between two cells, nothing that is seen within one."""
    if (line.rstrip()[-1] in _OF_NUMBER) or (following.lstrip()[0] in _OF_NUMBER):
        return " "
    if line[-1].isspace() or following[0].isspace():
        return " "
    before, behind = line.split()[-1], following.split(None, 1)[0]
    named = _names(before + behind) and not (_names(before) and _names(behind))
    return " " if not named and _is_known(before) and _is_known(behind) else _WITHIN_WORD


def _names(words: str) -> bool:
    read = read_heading(folded(words))
    return bool(read.concepts or read.function_code or read.economic_code)


def _is_known(words: str) -> bool:
    read = read_heading(folded(words))
    return read.says_something or read.neutral or _names(words)
