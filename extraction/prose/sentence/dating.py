"""The year of an amount in running text: printed before it, said of it (上年), carried on from the sentence before.

Belongs here: which year holds at a place of a sentence, and whether it is only guessed.
Does not belong here: amounts of another year that are compared with (``clauses_of_years``), the year of the document (``identity``).
"""

from __future__ import annotations

import re

from extraction.prose.sentence.doubts import SEVERAL_YEARS, YEAR_BLANKED, YEAR_GUESSED, YEAR_OF_BEFORE
from extraction.prose.sentence.state import State
from extraction.text.sentences import Year
from extraction.words import grammar, words_of_stage

_CLAUSE_END = re.compile("[，；;]")
_BRACKET = re.compile("[()]")
#: Years before an amount that are asked whether they are its own: a sentence may hold thousands.
_YEARS_ASKED = 12
#: 下降21%，主要是2016年车辆减少；公务接待费43万元: a reason ends with its clause. 结转至2024年38万元，当年列支877万元: so does the year in
#: which money will be spent.
_NAMED_ASIDE = re.compile(r"(?:主要[是系为因]|原因[是为:]|由于|[，,]因|结转(?:至|到|入)?)$")
#: 4万元，减少1万元: behind a year, what was compared with, and by how much that changed.
_CHANGED_SINCE = re.compile(
    r"度?[^，。；;\d]{0,12}[\d.,]{1,16}(?:亿元|万元|元|万)，(?:同比|相比|共)?(?:增加|减少|增长|下降|上升|降低|增|减)[^，。；;\d]{0,4}\d"
)
#: 2025年安排运营补贴240万元；对结转资金94万元加快支付: what is left is of the year evaluated, whenever it will be spent.
_LEFT_TO_SPEND = re.compile(r"[；;][^，；;\d]{0,6}$")
#: 2024年新增退休职工2人，现有
_NOW_THERE = re.compile(r"\d[人名个辆台][，；](?:目前)?现有$")
#: 年度预算执行率93%, and not 年度预算执行率提高2%
_OF_LAST_YEAR = re.compile(r"年度[^，。；;\d提增减下上升降高低]{2,12}\d")
#: 上年基本支出450万元，其中人员经费400万元: what the year before holds for as well.
_ASIDE = r"(?:\([^()]{0,60}\))?(?:，(?:占|主要用于|用于|较|比|同比|完成|其中)[^，。；;]{1,40}){0,3}"
#: （31人），占9%；防汛物资24万元，: what may stand behind an amount, and members that nobody knows, before the next member.
_UNKNOWN_MEMBERS = (
    rf"(?:(?![本今当])[\u4e00-\u9fff\"]{{2,20}}[\d.,]{{1,16}}(?:亿元|万元|元|万){_ASIDE}[，、；;]){{0,4}}"
)
_PARTS_OF_LAST_YEAR = re.compile(
    rf"{_ASIDE}(?:[，。]?(?:其中|包括|包含)[:，]?|:|\((?:其中|包括|含)?[:，]?){_UNKNOWN_MEMBERS}"
)
_JOINED_TO_LAST_YEAR = re.compile(rf"\)?{_ASIDE}(?:[、和及与]|以及){_UNKNOWN_MEMBERS}")
_BEHIND_LAST_YEAR = re.compile(rf"\)?{_ASIDE}[，,；;]{_UNKNOWN_MEMBERS}")
_COMPARES = ("同比", "比", "较", "与", "增", "减", "下降", "上升", "降低", "节约", "占", "完成")
#: 上年支出700万元，本年支出600万元: names that say themselves of which year they are.
_THIS_YEAR = ("本年", "今年", "当年")
_OPEN_YEARS = (
    (SEVERAL_YEARS, words_of_stage.OF_SEVERAL_YEARS),
    (YEAR_BLANKED, words_of_stage.BLANKED_YEAR),
)


class Dating:
    """What one sentence says of years."""

    def __init__(self, now: State) -> None:
        self._now = now

    def year_of(self, position: int, of_rate: bool = False) -> int | None:
        """The year printed last before ``position`` in the sentence, else the year evaluated.

        上年支出 is the year before the one evaluated; 上年结转 is money of this year. A rate with a name of its own
        (2021年预算数5万元，变动率-8%) is of an earlier year only where its own clause says so.
        """
        now = self._now
        before = now.before(position)
        this_year = self._says_this_year(before, position) if of_rate else _NOW_THERE.search(before)
        if now.around.fiscal_year and (this_year or self._is_left_of_now(position)):
            return now.around.fiscal_year
        listed = not of_rate and self._listed_behind_last_year(position) is not None
        said = self._says_last_year(before, position) or listed
        if now.around.fiscal_year and (said or self._opened_with_last_year(position)):
            return (self.year_spoken_of(position, of_rate) or now.around.fiscal_year) - 1
        return self.year_spoken_of(position, of_rate)

    def year_spoken_of(self, position: int, of_rate: bool = False) -> int | None:
        """The year that words before ``position`` print last of what is told, whatever is compared; 上年 is the year before it."""
        now = self._now
        for year in reversed(now.sentence.years_until(position)[-_YEARS_ASKED:]):
            between = now.text[year.end : position]
            if _leaves_bracket(between):
                continue  # 475万元（2021年450万元）: a year in brackets ends with them
            opened = between.count("(") > between.count(")") and words_of_stage.AMOUNTS_OF_YEAR.match(between)
            compared = not opened and now.text[year.start - 1 : year.start] in {"较", "比", "与"}
            compared |= now.text[year.start - 2 : year.start] in {"对于", "较于", "高于", "低于"}
            if year.dated and year.year > (now.around.fiscal_year or year.year):
                continue  # the day of filing: heads and assets counted then stand for the year evaluated
            if year.year != now.around.fiscal_year == now.flow.year and "；" in between.replace(";", "；"):
                continue  # 接待费6万元，2020年8万元；运行维护费12万元: an aside ends with its clause
            if self._is_aside(year, between):
                continue
            if of_rate and year.year != now.around.fiscal_year and _CLAUSE_END.search(between):
                continue
            of_label = of_rate and year.end == position  # 较2022年执行率97%提高: the rate of that year itself
            if of_label or (not compared and not now.text.startswith("相比", year.end)):
                return year.year
        return now.flow.carried or now.flow.year or now.around.fiscal_year

    def enter_last_year(self, start: int, end: int, by_name: bool) -> None:
        """Remember that the amount up to ``end`` is of the year before, as the words before ``start`` or behind its name say."""
        now = self._now
        listed = self._listed_behind_last_year(start)
        if listed is None and (by_name or words_of_stage.LAST_YEAR_OWN.search(now.before(start))):
            now.flow.last_year = end, False
        elif listed is not None:
            now.flow.last_year = end, now.flow.last_year[1] or listed == "part"

    def _listed_behind_last_year(self, position: int) -> str | None:
        """上年支出700万元，其中基本支出450万元，项目支出250万元: how an amount goes on with those of the year before.

        None where it does not, or where a year of its own begins there: 2022年决算2万元，2023年预算安排9万元.
        """
        now = self._now
        end, in_parts = now.flow.last_year
        if (
            not 0 < end <= position
            or end < now.sentence.start - 1
            or now.text.startswith((*_COMPARES, *_THIS_YEAR), position)
            or now.sentence.years_until(position, position)
        ):
            return None
        if _PARTS_OF_LAST_YEAR.fullmatch(now.text, end, position):
            return "part"
        if _JOINED_TO_LAST_YEAR.fullmatch(now.text, end, position):
            return "joined"
        behind = _BEHIND_LAST_YEAR.fullmatch(now.text, end, position)
        return None if behind is None else "joined" if in_parts else "perhaps"

    def _is_aside(self, year: Year, between: str) -> bool:
        """三公经费3万元，2023年4万元，减少1万元，其中接待费2万元: the year compared with ends with the change, as one in a reason does."""
        now = self._now
        if year.year != now.around.fiscal_year and _CHANGED_SINCE.match(between):
            return True
        reason = _NAMED_ASIDE.search(now.text, max(0, year.start - 6), year.start)
        return reason is not None and _CLAUSE_END.search(between) is not None

    def _is_left_of_now(self, position: int) -> bool:
        """Whether what is left is named in a clause of its own behind a later year, the one of a plan."""
        now = self._now
        if not now.text.startswith(("结转", "结余"), position) or not _LEFT_TO_SPEND.search(
            now.before(position)
        ):
            return False
        years = now.sentence.years_until(position)
        return bool(years) and years[-1].year > (now.around.fiscal_year or years[-1].year)

    def _says_this_year(self, before: str, position: int) -> bool:
        """2018年度某局…。我局本年度预算执行率: whatever year the words before it speak of."""
        begun = before.endswith("本") and self._now.text.startswith("年度", position)
        return begun or words_of_stage.THIS_YEAR_OWN.search(before) is not None

    def _says_last_year(self, before: str, position: int) -> bool:
        """上年支出, 上|年度预算执行率: whether the words right before a name, or its first ones, say so of it."""
        if before.endswith("上") and self._now.text.startswith("年度", position):
            level = _OF_LAST_YEAR.match(self._now.text, position)  # 较上|年度预算执行率93%提高2个百分点
            return level is not None or not before.endswith(("较上", "比上", "与上"))
        return ("上年" in before or "去年" in before) and any(
            words.search(before)
            for words in (
                words_of_stage.LAST_YEAR_OWN,
                words_of_stage.LAST_YEAR_JOINED,
                words_of_stage.LAST_YEARS_POINTS,
            )
        )

    def _opened_with_last_year(self, position: int) -> bool:
        """去年，该局“三公”经费决算9万元: where no other year stands between."""
        now = self._now
        if now.text.find("年，", now.sentence.start, position) < 0 or not this_year_is_known(now):
            return False
        said = list(words_of_stage.LAST_YEAR_OPENS.finditer(now.text[now.sentence.start : position]))
        last = said[-1] if said else None
        if last is None or not last["last"]:
            return False
        return not now.sentence.years_until(position, now.sentence.start + last.start())

    def doubt_of_year(self, position: int, of_rate: bool = False) -> str | None:
        """A note where the words before an amount are of no one year, or of one that only the rest of the document tells."""
        now = self._now
        if not of_rate and self._listed_behind_last_year(position) == "perhaps":
            return YEAR_GUESSED  # 上年基本支出450万元，项目支出250万元: of which year the second is
        flow = now.flow
        if flow.aside and flow.year and not flow.carried and not now.sentence.years_until(position):
            return YEAR_OF_BEFORE  # 2023年培训费3万元。2022年会议费4万元。公务接待费5万元: of which year the last is
        if now.said.doubts is None:
            now.said.doubts = self._doubts_of_years()
        said = [(end, note) for end, note in now.said.doubts if end <= position]
        if not said:
            return None
        end, note = said[-1]
        settled = bool(now.sentence.years_until(position, end))
        return None if settled else note

    def _doubts_of_years(self) -> list[tuple[int, str]]:
        """Where words end that leave the year open; in a document of no known kind 去年 does, also in the sentences before."""
        now = self._now
        begins, ends = now.sentence.start, now.sentence.end
        found = [
            (match.end(), note)
            for note, pattern in _OPEN_YEARS
            for match in pattern.finditer(now.text, begins, ends)
        ]
        if now.around.kind_unknown:
            since = max(0, begins - 6 * grammar.REACH)
            last_year = words_of_stage.SAID_OF_LAST_YEAR.finditer(now.text, since, ends)
            found += [(match.end(), YEAR_GUESSED) for match in last_year]
        return sorted(found)


def _leaves_bracket(words: str) -> bool:
    """Whether a bracket ends among words that did not begin there: 450万元），其中车辆42万元（15辆."""
    if ")" not in words:
        return False
    depth = 0
    for mark in _BRACKET.findall(words):
        depth += 1 if mark == "(" else -1
        if depth < 0:
            return True
    return False


def this_year_is_known(now: State) -> bool:
    """Whether 今年 can only be the year reported: the document is of a known kind and prints no later year.

    One that gives the account of a year and the budget of the next may call either 今年.
    """
    year = now.around.fiscal_year
    return year is not None and not now.around.kind_unknown and f"{year + 1}年" not in now.source
