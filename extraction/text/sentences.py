"""Divides folded text into sentences and finds in each what the grammar of figures is made of.

Belongs here: tokens of a sentence - numbers, terms, years - and the headings above it.
Does not belong here: binding them together (``clauses``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from extraction.records import record
from extraction.text.normalise import Folded
from extraction.text.numbers import Number, find_numbers
from extraction.text.shortterms import with_short
from extraction.text.spelt import find_spelt
from extraction.text.terms import Match, vocabulary

#: A stop before the bracket that closes ends no sentence: (其中购置费3万元，与上年持平。)比上年增加2万元.
_SENTENCE = re.compile(r"[^。！？!?]+(?:[。！？!?](?=\))[^。！？!?]+)*+[。！？!?]?")
#: 总额为32万元.本单位…: a copy that prints full stops as points.
_POINT = re.compile(r"\.(?<=[\u4e00-\u9fff%)]\.)(?=[\u4e00-\u9fff])")
#: 达到95%得5分4.8预算完成率96.5%…: behind a criterion and its score in a rubric on one line another cell begins, which no row before it names.
_POINTS = re.compile(r"分(?=\d)(?:(?<=得[满\d]分)|(?<=得\d\d分))")
#: 1.预算执行率（10分）：年初预算…, “三公”经费情况：2021年预算…: the name of an item before what is said of it.
_LEAD = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,2}(?:\)|[、.])+)?(?:(?:部门)?预算(?:执行|完成|调整|控制)率|(?:基本支出|项目支出|人员经费|公用经费)(?:预算)?执行率|\"?三公\"?(?:经费)?\"?(?:变动|控制)率|\"?三公\"?(?:经费)?\"?(?:支出)?(?:控制|变动|变化)|公用经费控制率|政府采购(?:预算)?执行率|(?:部门|单位|年度|整体|资金|预算|收支|决算|支出|收入|编制|执行|管理|安排|使用|投入|过程|完成|批复|[及和与、]){2,8}|(?:(?:19|20)\d\d年度?)?[^，。；;:\d]{2,20}情况)(?:\((?:满分|分值|权重)?:?\d{1,2}(?:\.\d+)?分\))?:(?![\d (](?!\d\d\d年))"
)
# These begin with one character of a few, and look back from it: so they are looked for several times as fast.
_YEAR = re.compile(
    r"[12截](?:(?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d-?年(?!\d{1,2}月)(?:度|末|初|底|年末|年初|年底)?"
    r"|(?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d-?年度"
    r"|(?<=截)[至止]到?((?:19|20)\d\d)年(?=\d{1,2}月(?:\d{1,2}日|底|末)))"
)
#: Years, dates, clause numbers and document numbers are not amounts.
_NOT_AN_AMOUNT = re.compile(
    r"[0-9(第](?:(?:(?<=1)9|(?<=2)0)\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"|(?<=\d)(?<!\d\d)\d{0,3}(?:年|个月|季度|周岁|岁|天|小时|届|期)|(?<=\d)\d?月(?:\d{1,2}日)?"
    r"|(?<=\()20\d\d\)\d{1,6}号|(?<=第)\d{1,6}[条号章])"
)
_HEADING = re.compile(
    r"^(?P<mark>第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\)[、.]?|\d{1,2}[、.．](?!\d)|\(\d{1,2}\)[、.]?|#+)"
)
#: 【预算】年初批复112万元: words in place of a heading.
_LEAD_IN_BRACKETS = re.compile(r"【[^【】]{1,12}】")
#: 根据《某县2021年部门绩效评价指标体系》，自评得分91分: the year of a document is none of the figures.
_TITLES = re.compile(r"《[^《》。]{1,60}》")
#: 成立于1958年, 2019年3月挂牌成立: when a body began, which is the year of no amount.
_BEGUN_IN = re.compile(r"(?:成立|组建|设立|建立|建成|始建|创建|创办|建)于$")
_BEGUN = re.compile(
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|挂牌|经[^，。；\d]{1,12}批准)*+(?:成立|组建|设立|创办)(?!以来|的(?:专项|项目))"
)
_HAN = "一二三四五六七八九十"
_LONGEST_HEADING = 40
#: 五、关于机关运行经费支出说明。: a heading that ends as a sentence does.
_ANNOUNCES = re.compile(
    r"^[^，。；;:\d]{0,4}(?:\d{1,2})?[^，。；;:\d]{2,16}(?:(?:19|20)\d\d年)?[^，。；;:\d]{2,24}(?:情况|说明|率)。$"
)


@record(frozen=True, slots=True)
class Year:
    """A printed year at ``start`` to ``end`` of the folded text."""

    year: int
    start: int
    end: int
    #: the year of a date: 截至2023年4月20日
    dated: bool = False


_Token = TypeVar("_Token", Number, Match, Year)


class Tokens(Generic[_Token]):
    """The tokens of a paragraph in text order, found by bisection: a paragraph may be as long as a file."""

    __slots__ = ("_starts", "_tokens")

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens: list[_Token] = tokens
        self._starts = [token.start for token in tokens]

    def between(self, start: int, end: int) -> list[_Token]:
        """Those that begin at ``start`` or later and before ``end``."""
        if not self._tokens:
            return []
        first = bisect_left(self._starts, start)
        return self._tokens[first : bisect_left(self._starts, end, first)]


class Sentence:
    """A stretch of folded text with its tokens; all offsets are those of the paragraph's folded text."""

    __slots__ = ("_terms", "_years", "end", "numbers", "start", "terms", "years")

    def __init__(
        self, start: int, end: int, numbers: Tokens[Number], terms: Tokens[Match], years: Tokens[Year]
    ) -> None:
        self.start, self.end = start, end
        self._terms, self._years = terms, years
        self.numbers = numbers.between(start, end)
        self.terms = terms.between(start, end)
        self.years = years.between(start, end)

    def terms_in(self, start: int, end: int) -> list[Match]:
        """Terms that begin at ``start`` or later and before ``end``."""
        return self._terms.between(max(start, self.start), min(end, self.end)) if self.terms else []

    def years_until(self, position: int, since: int = 0) -> list[Year]:
        """Years that begin at ``position`` or before, and not before ``since``."""
        return self._years.between(max(since, self.start), min(position + 1, self.end)) if self.years else []

    @property
    def says_nothing(self) -> bool:
        """Whether it holds no token at all."""
        return not (self.numbers or self.terms or self.years)


@dataclass(slots=True)
class Headings:
    """The open headings, outermost first: what the text below them speaks of."""

    _open: list[tuple[int, str]] = field(default_factory=list)
    path: tuple[str, ...] = ()

    def enter(self, level: int, text: str) -> None:
        """Open a heading; those of its level and below close."""
        self._open = [entry for entry in self._open if entry[0] < level] + [(level, text)]
        self.path = tuple(text for _, text in self._open)

    def close_before(self, text: str) -> None:
        """（三）三公经费情况。年初预算9万元…: a paragraph with the next number ends the heading before it, though it is none itself."""
        mark = _HEADING.match(text)
        if mark is None or not self._open:
            return
        level, number = _level_of(mark["mark"]), _ordinal(mark["mark"])
        for at, (open_level, heading) in enumerate(self._open):
            other = _HEADING.match(heading)
            if open_level == level and number and other and _ordinal(other["mark"]) + 1 == number:
                self._open = self._open[:at]
                self.path = tuple(text for _, text in self._open)
                return


def _ordinal(mark: str) -> int:
    """The number of a heading by its mark, up to nineteen; 0 for any other."""
    inner = mark.strip("第部分()、.．#")
    if inner.isdigit():
        return int(inner)
    return _HAN.find(inner) + 1 if len(inner) == 1 and inner in _HAN else 0


def without_marks(text: str) -> str:
    """A folded paragraph without the signs by which Markdown marks headings."""
    return text.lstrip("#")


@lru_cache(maxsize=4096)
def heading_level(text: str) -> int | None:
    """Level 1 to 4 of a folded paragraph that is a heading; None for running text.

    The number tells the level also where Markdown marks the line: ## 一、 is as high as 一、.
    """
    match = _HEADING.match(without_marks(text)) or _HEADING.match(text)
    if not match or len(text) > _LONGEST_HEADING:
        return None
    if text.endswith(("。", "；", ";")) and not _ANNOUNCES.search(text):
        return None
    return _level_of(match["mark"])


def _level_of(mark: str) -> int:
    """Level 1 to 4 by the mark of a heading."""
    if mark.startswith("#"):
        return len(mark)
    if mark[0] == "(":
        return 4 if mark[1].isdigit() else 2
    return 3 if mark[0].isdigit() else 1


def sentences(folded: Folded, with_terms: bool = True) -> list[Sentence]:
    """The sentences of one folded paragraph with their tokens, in linear time; terms take most of it and may be left out."""
    text = folded.text
    named = with_short(text, vocabulary().find(text)) if with_terms else []
    numbers, terms, years = Tokens(_amounts(text)), Tokens(named), Tokens(_years(text))
    ends = _POINT.sub("。", text) if "." in text else text
    ends = _POINTS.sub("。", ends) if "得" in ends else ends
    if lead := _LEAD.match(ends) if ":" in ends else None:
        ends = f"{ends[: lead.end() - 1]}。{ends[lead.end() :]}"
    if text.startswith("【") and (lead := _LEAD_IN_BRACKETS.match(text)):
        ends = f"{ends[: lead.end() - 1]}。{ends[lead.end() :]}"
    return [Sentence(*match.span(), numbers, terms, years) for match in _SENTENCE.finditer(ends)]


def _years(text: str) -> list[Year]:
    if "年" not in text:
        return []
    titles = [match.span() for match in _TITLES.finditer(text)] if "《" in text else []
    begun = "立" in text or "建" in text or "创" in text
    return [
        Year(int(dated or text[match.start() : match.start() + 4]), *match.span(), dated is not None)
        for match in _YEAR.finditer(text)
        for dated in match.groups()
        if not any(start < match.start() < end for start, end in titles)
        and not (begun and _is_of_beginning(text, *match.span()))
    ]


def _is_of_beginning(text: str, start: int, end: int) -> bool:
    """成立于1958年, 2019年3月挂牌成立."""
    return bool(_BEGUN_IN.search(text, max(0, start - 4), start) or _BEGUN.match(text, end))


def _amounts(text: str) -> list[Number]:
    """Numbers of the text without years, dates and document numbers."""
    excluded = [match.span() for match in _NOT_AN_AMOUNT.finditer(text)]
    numbers = []
    position = 0
    for number in find_numbers(text):
        while position < len(excluded) and excluded[position][1] <= number.start:
            position += 1
        inside = position < len(excluded) and excluded[position][0] <= number.start
        if not inside or number.unit is not None:
            numbers.append(number)
    spelt = list(find_spelt(text))
    return sorted([*numbers, *spelt], key=lambda number: number.start) if spelt else numbers
