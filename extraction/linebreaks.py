"""Whether a sentence runs on from one line to the next.

Belongs here: margins at which lines break, and the ends and beginnings of lines that tell.
Does not belong here: the blocks that lines make up (``layout``), blanks and breaks inside words (``normalise``).
"""

from __future__ import annotations

import re

from extraction.flattened.bars import gridlines, paddedcells
from extraction.flattened.blanks import blankrows, classlines, gluedrows, pairlines
from extraction.flattened.cells import headtree
from extraction.forms.recovered import formtokens
from extraction.text.lines import Line
from extraction.text.terselines import is_terse

_TERMINAL = frozenset("。；：:!！?？;.…」”）)")
#: Ends of lines that say nothing about the end of a sentence where lines break at a margin.
_CLOSERS = frozenset("”）)")
#: Behind a bracket or a colon an amount may begin the next line: 支出决算总额：
_SENTENCE_ENDS = _TERMINAL - _CLOSERS - {"：", ":"}
_STARTS_ITEM = re.compile(
    r"^\s*(?:#|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+|[-*•]\s|附件|表[一二三四五六七八九十\d])"
)
#: A line that begins with an amount goes on from the label above it.
_AMOUNT_LINE = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%)")
#: 三、会议费安排情况说明: what the sentence below it is on, and no label cut off from its amount.
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．][^，。；：:]{2,30}(?:情况|说明)")
#: （一）自评得分 over 98.5分: the score of the report in a line of its own.
_SCORE_LABEL = re.compile(r"(?:自评|综合|评价|最终)(?:总)?得分[:：]?$")
_SCORE_LINE = re.compile(r"\s*(?:100|[6-9]\d)(?:\.\d{1,4})?\s*分\s*[。.]?\s*$")
#: Amounts parted by blanks end a row of a table; 单位：万元 and 支出决算总表 stand above one.
_AMOUNTS = re.compile(r"(?<![\d,.])\d[\d,]*\.\d{1,4}(?:\s+-?\d[\d,]*(?:\.\d{1,4})?)+\s*$")
#: 公务用车购置及运行维护费    5.20: a name and its amount in columns of their own, where no unit follows on the next line.
_NAME_AND_AMOUNT = re.compile(
    r"[^\s，。；：:][^，。；]{0,40}[^\s，。；](?: {2,}|\u3000+)-?\d[\d,]{0,17}\.\d{1,2}"
)
_UNIT_FIRST = ("万", "元", "亿", "%", "％")
_OF_TABLE = re.compile(
    _AMOUNTS.pattern
    + r"|^[^，。；,]{0,120}单\s*位\s*[:：]\s*(?:亿|万|千)?元$|^[^，。；,]{0,40}(?:决算|预算|收支)[^，。；,]{0,6}表$"
)
#: 万元，比上年减少: the unit that the line before left out, with what follows it; 支出3.2 before it.
_UNIT_LINE = re.compile(r"\s*(?:[万亿]?元|[%％]|人次?|批次|[辆台个])\s*[，。；、,;（(]")
_ENDS_IN_AMOUNT = re.compile(r"[\u4e00-\u9fff][，。；,;]?[^，。；,;]{0,12}?\d\s*万?\s*$")
#: 政府采购金额（以合 and 同签订为准）为: a bracket that closes on the next line.
_OPEN_BRACKET = re.compile(r"[\u4e00-\u9fff][（(][^（()）]{1,30}$")
_CLOSES_BRACKET = re.compile(r"[^（()）]{0,30}[）)]")
#: 计1200万元，其中：基本支: words on both sides of a mark inside a sentence.
_INSIDE_SENTENCE = re.compile(r"[\u4e00-\u9fff\d]，\s*[\u4e00-\u9fff]|[\u4e00-\u9fff\d]。\s*$")
_TITLE_ENDS = ("报告", "报告书", "自评表", "评分表", "评价表", "情况", "说明", "公开", "总结", "方案")
#: 2021年某某局部门决算: a title among the first lines.
_YEAR_TITLE = re.compile(
    r"[^，。；：,:;]*20\d\d\s*年?度?[^，。；：,:;]{0,40}(?:决\s*算|预\s*算)(?:公开)?(?:\s*目\s*录)?(?:\.\w{3,4})?"
)
#: 首页 > 财政预决算 > 部门决算: where a page stands on its site; the title follows it.
_TRAIL = re.compile(r"[>＞»›].*[>＞»›]|^(?:您)?(?:的)?当前(?:的)?位置")
#: 时间:2023-05-16 10:21 来源: 本站: when and by whom a page was put up; the title may follow it.
_PUT_UP = re.compile(
    r"(?:发布|发文|填报|报告)?(?:时间|日期)[:：].*\d$|.*(?:来源|作者|浏览(?:量|次数)?)[:：].{0,20}$"
)
_TITLE_LINES = 12
LONG_ENOUGH_TO_WRAP = 20
#: 2.支出情况。2023年支出合计88万元，较上年决算: no heading, for it tells how much.
_TELLS = re.compile(r"[\d.]\s*(?:万元|元|%|％)\s*[，,].")
#: （一）评价结论。2022年我局自评得分; 2.收入总计9万元，: a sentence behind a mark, or a mark that no heading ends with.
_BEYOND_A_HEADING = re.compile(r"[，。；,;][^，。；,;]{2,}$|[，、,]$|[：:][^：:]{4,}[，,]")
#: 聘用网格员41人；村（社区）: a line of running text, whose bracket ends no sentence.
_HOLDS_A_MARK = re.compile(r"[，。；]")
#: 支出798.35万元 below a line that ends in an amount: no sentence goes on so without a mark.
_NAMED_AMOUNT = re.compile(
    r"\s*(?![较比与同占为的用增减下上完其含即约])[\u4e00-\u9fff“”（）()]{2,16}\s*[:：]?\s*\d[\d,]*(?:\.\d+)?\s*(?:亿|万)?元"
)
_ENDS_IN_UNIT = ("元", "%", "％")
#: Words that parts follow: at the end of a full line they follow on the next.
_BEFORE_PARTS = ("其中：", "其中:")
#: Share of the margin from which on a line is full.
_FULL_LINE = 0.85
_SHORT_LINE = 12
#: Ends of longer lines are looked at, not the lines.
_LONGEST_ROW = 200
_ENOUGH_LINES = 12


def margin_of(lines: list[Line]) -> int:
    """The width at which lines end, where they end at a margin instead of with their sentences, as in a PDF; else 0."""
    filled = [line.words for line in lines if len(line.words) >= _SHORT_LINE]
    open_ended = sum(1 for line in filled if line[-1] not in _TERMINAL)
    if len(filled) < _ENOUGH_LINES or 2 * open_ended <= len(filled):
        return 0
    return sorted(map(_width, filled))[3 * len(filled) // 4]


def goes_on(lines: list[Line], at: int, margin: int) -> bool:
    """Whether the line ``at`` belongs to the paragraph of the line before it."""
    previous = lines[at - 1]
    if is_terse(lines[at].text) or is_terse(previous.text):
        return False
    if _AMOUNT_LINE.match(lines[at].text) and previous.words[-1] not in _SENTENCE_ENDS:
        return not (_SECTION.fullmatch(previous.words) and "，" in lines[at].text)
    if _SCORE_LINE.match(lines[at].text) and _SCORE_LABEL.search(previous.words):
        return True
    return runs_on(previous, lines, at, margin)


def _is_full(line: Line, margin: int) -> bool:
    return margin > 0 and _width(line.words) >= _FULL_LINE * margin


def _breaks_off(line: Line, following: str) -> bool:
    """Whether a short line ends inside a sentence that the next one goes on with: a narrow column, or a unit torn from its amount."""
    if _UNIT_LINE.match(following) and _ENDS_IN_AMOUNT.search(line.text):
        return True
    if _OPEN_BRACKET.search(line.words) and _CLOSES_BRACKET.match(following):
        return True
    return _INSIDE_SENTENCE.search(line.words) is not None and _INSIDE_SENTENCE.search(following) is not None


def runs_on(line: Line, lines: list[Line], at: int, margin: int) -> bool:
    """Whether the sentence of ``line`` runs on in the line ``at``: a page or a line ended inside it."""
    previous, following = line.text.rstrip(), lines[at].text
    closes = previous[-1] in _CLOSERS and (margin or _HOLDS_A_MARK.search(previous[:-1]))
    lists = previous.endswith(_BEFORE_PARTS) and _is_full(line, margin)
    if previous[-1] in _TERMINAL and not closes and not lists:
        return False  # asked first: most lines end so
    if previous.endswith(_ENDS_IN_UNIT) and _NAMED_AMOUNT.match(following):
        return False
    may_end_table = previous[-1].isdecimal() or previous[-1] in "元表"
    if may_end_table and _OF_TABLE.search(previous[-_LONGEST_ROW:]):
        return False
    if (
        previous[-1].isdecimal()
        and not following.lstrip().startswith(_UNIT_FIRST)
        and _NAME_AND_AMOUNT.fullmatch(line.words)
    ):
        return False
    if following.rstrip()[-1].isdecimal() and _AMOUNTS.search(following[-_LONGEST_ROW:]):
        return False
    if len(following) <= _LONGEST_ROW and (
        headtree.may_be_row(lines[at].words)
        or pairlines.may_be_pair(lines[at].words)
        or classlines.may_begin(lines[at].words)
    ):
        return False
    wraps = _SHORT_LINE if margin else LONG_ENOUGH_TO_WRAP
    if previous.endswith(_TITLE_ENDS) or (len(line.words) < wraps and not _breaks_off(line, following)):
        return False
    if at <= _TITLE_LINES and any(
        (_YEAR_TITLE.fullmatch(line.words), _TRAIL.search(line.words), _PUT_UP.fullmatch(line.words))
    ):
        return False
    item = _STARTS_ITEM.match(following) is not None
    if not item and _STARTS_ITEM.match(previous):
        # A heading or list item that is itself cut by a page end ends in a comma or a word.
        return (
            len(previous) > 2 * LONG_ENOUGH_TO_WRAP
            or _is_full(line, margin)
            or _TELLS.search(previous) is not None
            or _BEYOND_A_HEADING.search(previous) is not None
        )
    table = lines[at].starts_cell or gridlines.begins(lines, at) or blankrows.may_head(following)
    table = table or formtokens.may_head(lines[at].words) or paddedcells.begins_cell(lines, at)
    table = table or gluedrows.may_begin(lines, at)
    return not item and not table


def _width(line: str) -> int:
    """How wide a line is printed: Chinese characters are twice as wide as digits."""
    return len(line.encode("gbk", "replace"))
