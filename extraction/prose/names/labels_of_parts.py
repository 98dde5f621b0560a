"""Labels in lists: what is part of what, and which labels share one number or one year.

Belongs here: the words of a sentence before a place, wholes and their parts, labels in turn.
Does not belong here: the stage of an amount (``labels_of_stage``), finding a label (``labels``).
"""

from __future__ import annotations

from extraction import reference
from extraction.concepts import kind_of
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_change,
    words_of_funds,
    words_of_parts,
)

_BETWEEN_MEMBERS = {"，", "、", ","}


class Lists:
    """What is part of what in a sentence, and which labels stand in turn."""

    def __init__(self, now: State) -> None:
        self._now = now

    def is_part(self, match: Match, whole: Subject) -> bool:
        """Whether the label is listed as part of the whole before it, in words or by what it means."""
        now = self._now
        if match.start < now.flow.whole_end:
            return False
        if now.flow.whole_end < now.flow.unbound_end <= match.start and not self._list_goes_on(match):
            return False
        if words_of_parts.BESIDE.search(now.before(match.start)):
            return False  # 收入77万元，另有事业收入5万元
        between = now.text[now.flow.whole_end : match.start]
        parts = {ancestor for concept in match.term.concepts for ancestor in reference.ancestors(concept)}
        if "procurement_actual" in parts and not match.term.text.endswith("支出"):
            parts.add("procurement_budget")  # 政府采购预算200万元，货物80万元
        listed = between.startswith(":") or grammar.OF_WHICH.search(between[: 3 * grammar.REACH]) is not None
        return listed or bool(parts & set(whole.concepts))

    def _list_goes_on(self, match: Match) -> bool:
        """收入102万元，其中：财政拨款102万元，某项0万元，其他收入0万元: an unknown part of a list ends it not."""
        now = self._now
        said = now.text[now.flow.whole_end : now.flow.unbound_end][: 3 * grammar.REACH]
        if said.startswith("(") and ")" not in said:
            # 预算862万元（含专项资金523万元），其中基本支出169万元: what the bracket names ends no list
            return True
        if self._is_aside(match):
            return True
        opened = grammar.OF_WHICH.search(now.text, now.flow.whole_end, now.flow.unbound_end)
        return opened is not None and (
            now.text[now.flow.unbound_end : match.start] in _BETWEEN_MEMBERS or self._went_on(match)
        )

    def _is_aside(self, match: Match) -> bool:
        """其中人员经费24万元，公用经费5万元（生均0.1万元），项目经费9万元: what a bracket behind a member names ends no list either."""
        now = self._now
        end = now.flow.unbound_end
        opened = now.text.rfind("(", now.flow.whole_end, end)
        if opened < 0 or now.text.find(")", opened, end) >= 0:
            return False
        closed = now.text.find(")", end, match.start)
        return closed >= 0 and now.text[closed + 1 : match.start] in _BETWEEN_MEMBERS

    def _went_on(self, match: Match) -> bool:
        """其中：某项27万元，人员支出12万元，项目支出2万元: whether the amount before is of the list as well, past the unknown one."""
        now = self._now
        last, whole = now.flow.subject, now.flow.whole
        if last is None or whole is None or last.start < now.flow.unbound_end or last.stage != whole.stage:
            return False
        return grammar.CLAUSES_END.search(now.text, now.flow.unbound_end, match.start) is None

    def whole_in_sentence(self, subject: Subject) -> str | None:
        """The whole that 其中：甲…，占… means when it does not say of what."""
        whole = self._now.flow.list_whole
        if whole is None:
            return self._parent_of(subject)
        return whole.concepts[0] if whole.concepts[0] in reference.ancestors(subject.concepts[0]) else None

    def _parent_of(self, subject: Subject) -> str | None:
        """部门支出合计95万元。按性质分：基本支出25万元，占26%: the whole named last before, where it consists of such parts."""
        now = self._now
        concept = subject.concepts[0]
        among = {
            term.term.concepts[0]
            for term in now.sentence.terms_in(now.sentence.start, subject.start)
            if term.term.names_concept and grammar.AMONG.match(now.text, term.end)
        }
        for above in reference.ancestors(concept):
            if above in among:
                return above  # “三公”经费支出决算中，公务接待费3万元，占69%
        whole = now.flow.total
        if whole is None or whole.stage != subject.stage or whole.fund_scope != subject.fund_scope:
            return None
        return whole.concepts[0] if whole.concepts[0] == reference.concepts()[concept].parent else None

    def in_turn(self, gap_start: int, match: Match, upto: int) -> list[Match]:
        """Labels joined before 分别 (甲和乙分别为…), in order; empty where the label stands alone."""
        if not grammar.EACH_IN_TURN.search(self._now.text, match.end, upto):
            return []
        joined = self._joined(gap_start, match)
        return joined if len(joined) > 1 else []

    def _joined(self, gap_start: int, match: Match) -> list[Match]:
        """The labels that stand joined before one, and that one, in order."""
        now = self._now
        joined = [match]
        for other in reversed(now.sentence.terms_in(gap_start, match.start)):
            between = now.text[other.end : joined[0].start]
            if not other.term.names_concept or not grammar.JOINED.fullmatch(between):
                break
            joined.insert(0, other)
        return joined

    def each_of(self, gap_start: int, match: Match, upto: int) -> list[Match]:
        """甲、乙、丙均为0: the labels joined before the last one, each of which has the amount."""
        if not grammar.TO_EACH_ALIKE.search(self._now.text, match.end, upto):
            return []
        return self._joined(gap_start, match)[:-1]

    def joined_before(self, gap_start: int, match: Match, upto: int) -> list[Match]:
        """Labels of money with one amount between them (甲费、乙费9万元), in order; empty where the label stands alone.

        分别, 均 and 各 give each its own amount.
        """
        now = self._now
        if kind_of(match.term.concepts[0]) != "money" or grammar.TO_EACH.search(now.text, match.end, upto):
            return []
        joined = [match]
        for other in reversed(now.sentence.terms_in(gap_start, match.start)):
            if not other.term.names_concept or not grammar.JOINED_IN_SUM.fullmatch(
                now.text, other.end, joined[0].start
            ):
                break
            joined.insert(0, other)
        left = now.before(joined[0].start)
        if words_of_funds.BUDGET_JOINED.search(left) or words_of_parts.SPENDING_JOINED.search(left):
            return [match, match]  # 差旅费、会议费9万元: beside a name that the vocabulary does not know
        return joined if len(joined) > 1 else []

    def of_several_years(self, gap_start: int, match: Match, upto: int) -> bool:
        """2021年和2022年基本支出分别为…: whose year an amount is, is not said clause by clause."""
        now = self._now
        years = now.sentence.years_until(match.start, gap_start)
        return len(years) > 1 and grammar.EACH_IN_TURN.search(now.text, match.end, upto) is not None


def lists_classes(now: State) -> bool:
    """Whether the change stands behind a bare list of classes that has no whole."""
    whole = now.flow.list_whole
    if len(now.said.amounts) < 2 or (
        whole and whole.concepts[0] in reference.ancestors("function_class_amount")
    ):
        return False
    last, before = now.said.amounts[-1], now.said.amounts[-2]
    if last is None or before is None or before.function_code in {None, last.function_code}:
        return False
    between = now.text[before.start : last.start]
    return last.start > before.start and not words_of_change.SOME_CHANGE.search(between)
