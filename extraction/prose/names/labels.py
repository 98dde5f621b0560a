"""Finds the label that a number belongs to.

Belongs here: the way from a number back to its label.
Does not belong here: the subject that the label names (``naming``), lists, stages and bodies (``labels_of_*``), what kind of statement
a number is (``clauses``).
"""

from __future__ import annotations

import re

from extraction.concepts import APPROPRIATIONS, ASSETS, SPENDING, TOPICS, kind_of
from extraction.prose.names.kinds_of_procurement import KINDS_PROCURED
from extraction.prose.owners import bodies, heads
from extraction.prose.owners.governed import pass_over, refuse
from extraction.prose.owners.ownership_of_names import names_something_else
from extraction.prose.sentence.state import State
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_bodies,
    words_of_others,
    words_of_parts,
    words_of_score,
    words_of_stage,
)

#: What some reports call everybody: 编制人员540人，其中在职442人、退休98人.
_POSTS_OF_SOME = {"编制人员", "编制人数"}
#: What stands behind a number that nothing is said of but how many there are.
_NOUN_ENDS = grammar.CLAUSE_MARKS | {"、", "(", ":"}
_AMOUNT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?")


class Labels:
    """The labels of a sentence, looked for from the numbers."""

    def __init__(self, now: State) -> None:
        self._now = now

    def nearest(self, number: Number, gap_start: int, upto: int, of_any_kind: bool = False) -> Match | None:
        """The nearest label of the number's kind between ``gap_start`` and ``upto`` whose words lead on."""
        now = self._now
        for match in reversed(now.sentence.terms_in(gap_start, upto)):
            if match.end > upto or not match.term.names_concept:
                continue
            if self._in_closed_bracket(match, upto):
                continue
            left = now.before(match.start)
            if match.term.strength == "weak" and not (
                self._begins_clause(left, match)
                or words_of_score.OF_WHOLE_BEFORE.search(left + match.term.text)
                or self._is_score_of_our_project(left, match)
            ):
                pass_over(now, number, match, left)
                continue  # part of a longer word that the vocabulary does not know
            if not of_any_kind and not (_fits(match, number) and self._is_counted(match, number)):
                continue  # a label of persons before an amount of money
            if names_something_else(now.text, now.sentence, now.flow, match, upto) or self._are_no_heads(
                match, left, upto
            ):
                now.flow.subject = now.flow.money = None  # what follows is not of the last subject either
                now.flow.of_another = match.end
                return None
            if _stated_of_another(self._of_whole_place(match, left), now.text, upto):
                refuse(now, number, match)
                return None
            leads = self._leads(match, upto) or self._is_staged(match, upto)
            of_unit = match.term.concepts[0].startswith("staff_") and words_of_others.STAFF_OF_A_UNIT.search(
                left
            )
            return self._named_before(match, gap_start) if leads and not of_unit else None
        return None

    def _is_score_of_our_project(self, left: str, match: Match) -> bool:
        """本项目自评97分, in a report on one project."""
        on_project = self._now.around.whole == "project_expenditure"
        return on_project and words_of_score.OF_OUR_PROJECT.search(left + match.term.text) is not None

    def _leads(self, match: Match, upto: int) -> bool:
        """Whether the words behind a name lead on to ``upto``: 农林水支出：12万元; a loose one past other words as well."""
        text, end = self._now.text, self._end_of_name(match)
        if match.term.function_code:
            return grammar.LEADS_OF_CLASS.fullmatch(text, end, upto) is not None
        if match.term.strength == "loose" and grammar.LEADS_LOOSELY.fullmatch(text, end, upto):
            return True
        return grammar.LEADS.fullmatch(text, end, upto) is not None

    def _end_of_name(self, match: Match) -> int:
        """Where the name ends that a label begins: behind a kind of people, or behind what says which spending it is."""
        end = heads.end_of_name(self._now.text, match)
        defined = (
            grammar.DEFINITION.match(self._now.text, end) if match.term.concepts[0] in SPENDING else None
        )
        return defined.end() if defined else end

    def _is_staged(self, label: Match, upto: int) -> bool:
        """人员类年初98万元、全年101万元: a stage so short that only what follows the amount tells it stands between."""
        between = self._now.sentence.terms_in(label.end, upto)
        begins = label.end + self._now.text.startswith(":", label.end)  # 基本支出：年初98万元，调整后101万元
        return any(one.start == begins and one.end == upto and one.term.stage for one in between)

    def _is_counted(self, match: Match, number: Number) -> bool:
        """事业编制16个, 干部职工46人; not 编制16个绩效指标, 编制预算6个, 干部职工46人参加培训."""
        if kind_of(match.term.concepts[0]) != "persons":
            return match.term.concepts[0] != "internal_division_count" or self._now.text[match.end] != "、"
        people = match.term.strength == "weak" and match.term.concepts == ("staff_actual",)
        if number.unit != "个" and not people:
            return True
        between = self._now.text[match.end : number.start]
        ends = self._now.text[number.end : number.end + 1] in _NOUN_ENDS
        ends = ends or self._now.text.startswith(("实有", "在编", "现有", "在职"), number.end)
        return ends and not (number.unit == "个" and ("预算" in between or "决算" in between))

    def _are_no_heads(self, match: Match, left: str, upto: int) -> bool:
        """Whether the people at a label are those of another body or place, or left within the year."""
        now = self._now
        if kind_of(match.term.concepts[0]) != "persons" and match.term.concepts != ("vehicle_stock",):
            return False
        if any(subject and subject.concepts == match.term.concepts for subject, _, _ in now.said.open):
            return True  # 编外用工52人(协管员31人: some of those before the bracket
        if match.term.text == "退休" and heads.came_or_went(now.text, left, upto):
            return True
        people = kind_of(match.term.concepts[0]) == "persons"
        on_project = now.around.whole == "project_expenditure"
        if people and on_project and match.term.strength == "weak":
            return not heads.are_said_to_be_ours(now.text, now.sentence.start, match.start)
        apart = words_of_bodies.KEPT_APART.match(now.text, now.sentence.start) is not None
        return apart or heads.are_of_others(
            now.text, now.sentence.start, match.start, now.around.department, people or on_project
        )

    def _begins_clause(self, left: str, match: Match) -> bool:
        """Whether a weak label stands where a clause begins, also behind the department's own name: 县城管局支出."""
        if match.term.concepts[0] in KINDS_PROCURED:
            if "类" in match.term.text and left.endswith(("采购", "购买")):
                return True  # 拟采购货物类15万元
            if left.endswith("等") and words_of_parts.BY_OBJECT.search(
                self._now.text, self._now.sentence.start, match.start
            ):
                return True  # 按采购对象看：保洁、绿化等服务15万元
            left = left.removesuffix("采购")  # 其中：采购货物15万元
        if grammar.WEAK_LEFT.search(left):
            return True
        if kind_of(match.term.concepts[0]) == "persons" or match.term.concepts == ("vehicle_stock",):
            return heads.are_of_all(left, self._now.around.department)
        if left.endswith(")") and (glossed := grammar.GLOSS_AT_END.search(left)):
            left = left[: glossed.start()]  # 年初部门预算(含下属单位)收入
            if grammar.WEAK_LEFT.search(left):
                return True
        own = bodies.without_own_name(left, self._now.around.department)
        return own != left and own.endswith(("本部门", "本部门部门"))

    def _of_whole_place(self, match: Match, left: str) -> str:
        """全县“三公”经费支出: in a statement that no department gives, its own; else the words as they are.

        拟安排支出总额: what is planned is what a document on a budget states.
        """
        if self._now.around.default_stage == "initial_budget":
            left = words_of_stage.PLANNED.sub("", left)
        collective = self._now.around.department is None and match.term.concepts[0] in SPENDING
        own = kind_of(match.term.concepts[0]) == "persons" or match.term.concepts[0] in ASSETS
        town = own and heads.is_of_township(self._now.around.department)
        return words_of_others.OF_OTHERS.sub("", left) if collective or town else left

    def _in_closed_bracket(self, match: Match, upto: int) -> bool:
        """其他支出(对附属单位补助支出、上缴上级支出)3万元: a label among the words of a bracket that has ended."""
        now = self._now
        between = now.text[match.end : upto]
        if between.count(")") <= between.count("("):
            return False
        start = max(now.sentence.start, match.start - 3 * grammar.REACH)
        opened = now.text.rfind("(", start, match.start)
        return opened >= 0 and opened + 1 < match.start

    def _named_before(self, match: Match, gap_start: int) -> Match:
        """“三公”经费财政拨款支出合计: the kind of spending that is named, not all spending."""
        now = self._now
        if match.term.text in _POSTS_OF_SOME and heads.hold_the_retired(now.text, match.end):
            return replace(match, term=replace(match.term, concepts=("staff_actual",)))
        if outer := self._glossed(match):
            return outer
        paid_by = match.term.concepts[0] in APPROPRIATIONS
        if match.term.concepts[0] not in {"total_expenditure", "total_uses"} and not paid_by:
            return match
        before = [term for term in now.sentence.terms_in(gap_start, match.start) if term.term.names_concept]
        if before and before[-1].term.concepts[0] in SPENDING:
            words = now.text[before[-1].end : match.start]
            if paid_by and before[-1].term.concepts[0] in TOPICS and "收入" not in match.term.text:
                words = words.removeprefix("，")  # 机关运行经费，当年一般公共预算拨款7万元
            if (grammar.THIS_YEAR if paid_by else grammar.BETWEEN_NAMES).fullmatch(words):
                return before[-1]
        return match

    def _glossed(self, match: Match) -> Match | None:
        """工资福利支出(人员支出)326万元: of the class, which the words in brackets only explain."""
        now = self._now
        if now.text[match.start - 1 : match.start] != "(" or now.text[match.end : match.end + 1] != ")":
            return None
        reach = match.start - 2 * grammar.REACH
        before = [term for term in now.sentence.terms_in(reach, match.start) if term.end == match.start - 1]
        return next((term for term in before if term.term.economic_code), None)

    def clause_of(self, gap_start: int, upto: int) -> Match | None:
        """The label of money that a clause begins with, before words that say it did not change, or why it did."""
        now = self._now
        for match in reversed(now.sentence.terms_in(gap_start, upto)):
            if match.term.names_concept and kind_of(match.term.concepts[0]) == "money":
                if match.term.text == "支出" and not self._begins_clause(now.before(match.start), match):
                    continue  # 均为运行维护费支出，比年初预算减少
                words = now.text[match.end : upto]
                unchanged = "，" in words and grammar.UNCHANGED.fullmatch(words)
                return match if unchanged or grammar.REASON_INSIDE.fullmatch(words) else None
        return None


def _fits(match: Match, number: Number) -> bool:
    """Whether the unit of a level suits the label; points may be printed bare (自评得分：95)."""
    kind = kind_of(match.term.concepts[0])
    if kind == "persons":
        return number.base_unit == "persons" or number.unit == "个"
    if match.term.concepts[0] == "reception_persons":
        return number.base_unit in {"persons", "count"}
    base = {"money": "yuan", "percent": "percent", "points": "points", "count": "count"}.get(kind)
    return base == number.base_unit


def _stated_of_another(left: str, text: str, upto: int) -> bool:
    """Whether the words around the amount at ``upto`` say that it is no amount of the department's year.

    People hired, a whole county, an amount per head, a plan, an amount misused.
    """
    if (
        words_of_others.HIRING.search(left)
        or words_of_others.OF_OTHERS.search(left)
        or words_of_others.NOT_STATED.search(left)
        or words_of_others.OF_SOME_BODY.search(left)
    ):
        return True
    number = _AMOUNT.match(text, upto)
    return (
        number is not None
        and words_of_others.NOT_STATED_AFTER.match(text[number.end() : number.end() + 8]) is not None
    )
