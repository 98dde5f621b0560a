"""Numbers of a sentence before anything is bound: their unit from a neighbour, numberings, operands, what is hoped for.

Belongs here: which numbers may state something, in which unit, within which brackets and of which year.
Does not belong here: what they state (``clauses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import TOPICS, kind_of
from extraction.prose.names.labels import Labels
from extraction.prose.percentages import rates
from extraction.prose.sentence.declared import in_declared_unit, is_bare_amount
from extraction.prose.sentence.state import State
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.words import (
    grammar,
    words_of_change,
    words_of_counts,
    words_of_heads,
    words_of_others,
    words_of_parts,
    words_of_rates,
    words_of_score,
    words_of_sources,
    words_of_stage,
)

_YEAR_AT_START = 6
_THOUSANDS = 3
#: What stands behind the first digits of 1, 537.4万元, in which a blank became a comma of the sentence.
_SPLIT = re.compile(r"，\d{3}(?!\d)(?:\.\d+)?(?:万|元|亿)")
#: Of a class, or of what it is divided into.
_CODE = re.compile(r"[1-5]\d{2}(?:\d{2}){0,2}")
_NUMBERING_WITHIN = re.compile(r"[1-9]\.[1-9]\d?(?=[^\W\d]|\")")
_CLAUSE_ENDS = grammar.CLAUSE_MARKS | {"、"}


class Numbers:
    """What a sentence's numbers are by themselves."""

    def __init__(self, now: State, labels: Labels) -> None:
        self._now = now
        self._labels = labels

    def paired(self) -> Iterator[Number]:
        """The numbers; 316.40,301.62万元 are two amounts with one unit, the first takes it from the second."""
        now = self._now
        numbers = self._joined()
        for at, number in enumerate(numbers):
            following = numbers[at + 1] if at + 1 < len(numbers) else None
            between = now.text[number.end : following.start] if following else ""
            if now.flow.bare_amounts and is_bare_amount(now, number):
                yield number.with_unit(now.flow.unit or "")
            elif number.unit is None and following and following.unit and between in {",", "，", "、"}:
                now.said.second = following.start
                yield number.with_unit(following.unit)
            elif number.unit is None and at and numbers[at - 1].base_unit == "yuan" and number.decimals:
                told = self._with_unit_before(number, numbers[at - 1])
                yield told if told.unit else in_declared_unit(now, told)
            elif number.unit is None and not number.value:
                yield self._nothing(number, numbers[at - 1].end if at else now.sentence.start)
            elif number.unit is None and now.flow.unit:
                yield in_declared_unit(now, number)
            else:
                yield number

    def _nothing(self, number: Number, gap_start: int) -> Number:
        """公务用车购置费：0。 - nothing, behind a label of money or vehicles, whatever it would be counted in."""
        now = self._now
        if now.text[number.end : number.end + 1] not in _CLAUSE_ENDS - {""}:
            return number  # 上年结转 0: a cell
        subject = now.flow.subject
        if subject and subject.concepts[0] in TOPICS:  # 公车运行2万元；接待0；出国0
            part = words_of_parts.PART_OF_EXPENSES.fullmatch(now.text, gap_start, number.start)
            if part:
                return number.with_unit(now.flow.unit or "万元")
        if words_of_sources.MEMBER.fullmatch(now.text, gap_start, number.start):
            return number.with_unit(now.flow.unit or "万元")  # 一般公共预算2万元，政府性基金0
        if now.text.startswith(("，每", "，计", "，得"), number.end):
            return number  # “三公”经费变动率≤0，每超过一个百分点扣0.3分: the step of a rubric
        start = max(now.sentence.start, number.start - grammar.REACH)
        for unit, kind in ((now.flow.unit or "万元", "money"), ("辆", "count")):
            counted = number.with_unit(unit)
            label = self._labels.nearest(counted, start, number.start)
            if label and kind_of(label.term.concepts[0]) == kind:
                return counted
        return number

    def _joined(self) -> list[Number]:
        """The numbers, with 1, 537.4万元 as one: a blank behind the separator of thousands makes two of it."""
        now = self._now
        numbers = now.sentence.numbers
        text = now.text
        if not any(
            number.unit is None and text.startswith("，", number.end) and _SPLIT.match(text, number.end)
            for number in numbers
        ):
            return numbers
        joined: list[Number] = []
        for number in numbers:
            last = joined[-1] if joined else None
            if last and number.start == last.end + 1 and self._is_split(last):
                joined[-1] = Number(
                    last.digits + number.digits,
                    number.unit,
                    last.start,
                    number.end,
                    last.approximate,
                    number.limit,
                )
            else:
                joined.append(number)
        return joined

    def _is_split(self, number: Number) -> bool:
        """Whether a number of one to three digits goes on behind a comma, and is not the first of several."""
        now = self._now
        if number.unit is not None or not number.digits.isdigit() or len(number.digits) > _THOUSANDS:
            return False
        before = now.text[max(now.sentence.start, number.start - _THOUSANDS * 4) : number.start]
        if before.endswith("，"):
            return False  # 2，300，500元: as well three numbers as one
        named = _SPLIT.match(now.text, number.end) is not None
        return named and "分别" not in before and "各" not in before

    def _with_unit_before(self, number: Number, last: Number) -> Number:
        """支出1.05万元，比上年减少0.2；: a change or the amount of the year before, in the unit of the amount."""
        now = self._now
        between = now.text[last.end : number.start]
        ends = now.text[number.end : number.end + 1] in _CLAUSE_ENDS
        changed = ends and words_of_stage.BARE_CHANGE.fullmatch(between)
        prior = words_of_stage.BARE_PRIOR.fullmatch(between) and words_of_stage.BEHIND_BARE_PRIOR.match(
            now.text, number.end
        )
        return number.with_unit(last.unit or "") if changed or prior else number

    def with_points(self, number: Number) -> Number:
        """自评得分：95 - a bare number behind the label of a score and before the end of its clause."""
        now = self._now
        if number.unit is not None:
            return number
        if number.value == 0 and self._is_no_rate(number):
            return number.with_unit("%")
        if (counted := self._with_heads(number)) is not number:
            return counted
        ends = now.text[number.end : number.end + 1] in _CLAUSE_ENDS
        if not ends and not words_of_score.POINTS_OF_ALL.search(
            now.text, max(0, number.start - 16), number.start
        ):
            return number
        scored = number.with_unit("分")
        label = self._labels.nearest(scored, max(now.sentence.start, number.start - 12), number.start)
        return scored if label and kind_of(label.term.concepts[0]) == "points" else number

    def _is_no_rate(self, number: Number) -> bool:
        """无调整，预算调整率为0，得3分: nothing, of a rate that is named just before."""
        now = self._now
        since = max(now.sentence.start, number.start - grammar.REACH // 2)
        names = [name.end() for name in words_of_rates.SUFFIX.finditer(now.text, since, number.start)]
        nothing = words_of_rates.NOTHING.match(now.text, names[-1]) if names else None
        return nothing is not None and nothing.end() == number.end

    def _with_heads(self, number: Number) -> Number:
        """编制数96，其中：行政编制8，事业编制88; 编制94人(行政36、事业58): people whose classifier nobody printed."""
        now = self._now
        if number.decimals or now.text[number.end : number.end + 1] not in _CLAUSE_ENDS | {"("}:
            return number
        before = max(now.sentence.start, number.start - 2 * grammar.REACH)
        if words_of_heads.BARE_KIND.search(now.text, before, number.start):
            listed = words_of_counts.QUOTA_WITH_KINDS.finditer(
                now.text, before, min(now.sentence.end, number.end + grammar.REACH)
            )
            return (
                number.with_unit("人")
                if any(one.start("kinds") <= number.start < one.end("kinds") for one in listed)
                else number
            )
        if not words_of_heads.BARE.search(now.text, before, number.start):
            return number
        counted = number.with_unit("人")
        label = self._labels.nearest(counted, max(before, number.start - 16), number.start)
        return counted if label and kind_of(label.term.concepts[0]) == "persons" else number

    def enter_brackets(self, gap: str) -> None:
        """Parts in brackets (其中…) do not outlive them: what follows speaks of the whole again."""
        now = self._now
        if "(" not in gap and ")" not in gap:
            return
        for character in gap:
            if character == "(":
                now.said.open.append((now.flow.subject, now.flow.list_whole, now.flow.of_another))
            elif character == ")" and now.said.open:
                now.flow.subject, whole, now.flow.of_another = now.said.open.pop()
                now.flow.list_whole = whole or now.flow.list_whole


def is_hoped_for(text: str, sentence: Sentence, number: Number) -> bool:
    """力争2023年支出进度达到99%: what is hoped for, no figure of the year."""
    before = text[max(sentence.start, number.start - 2 * grammar.REACH) : number.start]
    # the rare words are looked for first: the pattern is asked of every number
    return ("争" in before or "力求" in before) and words_of_others.HOPED_FOR.search(before) is not None


def is_numbering(text: str, sentence: Sentence, number: Number) -> bool:
    """3、机关本级预算执行情况: the number of a list item, before which nothing is said."""
    if number.start != sentence.start or number.unit is not None:
        return False
    within = sentence.start == 0 and _NUMBERING_WITHIN.match(text) is not None  # 2.4年初预算98万元
    return within or text[number.end : number.end + 1] in {"、", "."}


def is_code(text: str, number: Number) -> bool:
    """工资福利支出(301)250万元, 住房保障支出(221类)住房改革支出(02款): the code of the class just named."""
    if number.unit is not None or text[number.start - 1 : number.start] != "(":
        return False
    if text.startswith(("类)", "款)", "项)"), number.end):
        return number.digits.isdigit()
    return _CODE.fullmatch(number.digits) is not None and text.startswith(")", number.end)


def is_operand_or_cell(text: str, number: Number) -> bool:
    """服务对象满意度 90% 100% 10 10: a number of a formula, or of cells that lost their lines."""
    after = text[number.end : number.end + 2].lstrip(" ")
    return (number.base_unit == "percent" and after[:1].isdigit()) or rates.is_operand(text, number)


def year_entered(text: str, sentence: Sentence, this_year: int | None) -> int | None:
    """The year that a sentence begins with: it speaks of it, and so do those that follow it without one."""
    if text.startswith(("本年", "今年"), sentence.start):
        return this_year
    first = sentence.years[0] if sentence.years else None
    if first is None or first.dated or first.start - sentence.start > _YEAR_AT_START:
        return None
    compared = words_of_change.COMPARED_NUMBER.search(text[sentence.start : first.end]) or text.startswith(
        ("相比", "对比", "比较"), first.end
    )
    in_reason = "因" in text[sentence.start : first.start]  # 主要原因：2022年机构改革
    return None if compared or in_reason else first.year
