"""Guests, batches and counted shares: 接待46批次、512人次, 111人，相当于总数的74%.

Belongs here: numbers whose unit says what is counted.
Does not belong here: counts with a label (``clauses_of_level``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.concepts import COUNTED_GUESTS, QUOTA_OF_KIND, QUOTAS_OF_KIND
from extraction.model import Figure
from extraction.prose.names.labels import Labels
from extraction.prose.owners import heads
from extraction.prose.sentence.state import State
from extraction.prose.sentence.stating import Stating
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.words import grammar, words_of_counts, words_of_heads


class Counts:
    """Clauses that count."""

    def __init__(self, now: State, labels: Labels, stating: Stating) -> None:
        self._now, self._labels, self._stating = now, labels, stating

    def reception(self, number: Number, gap_start: int) -> Iterator[Figure]:
        """接待46批次、512人次: the unit says what is counted."""
        now = self._now
        subject = now.flow.subject
        received = "接待" in now.before(gap_start) + now.text[gap_start : number.start]
        said_from = max(gap_start, now.sentence.start)
        if now.flow.guests and words_of_counts.IN_ALL.fullmatch(now.text, said_from, number.start):
            received = True  # 公务接待费3万元，较上年增加1万元。共46批次
        left = now.text[max(now.sentence.start, number.start - 2 * grammar.REACH) : number.start]
        if words_of_counts.AMONG_GUESTS.search(left):
            return  # 接待18批次(其中：省级2批次、市级9批次): some of them
        abroad = words_of_counts.ABROAD.search(grammar.IN_BRACKETS.sub("", left))
        if abroad or words_of_counts.FOREIGN.search(now.text, gap_start, number.start):
            if subject and subject.concepts[0] in COUNTED_GUESTS:
                now.flow.subject = None  # guests from abroad are some of those counted before
            return
        start = max(now.sentence.start, number.start - 16)
        if words_of_counts.TO_BE_RECEIVED.search(now.text, start, number.start):
            return
        if words_of_counts.NO_GUESTS.search(now.text, start, number.start):
            return
        if words_of_counts.TRAVELLERS.search(now.text, start, number.start):
            return
        if number.canonical_unit == "批次" and received:
            now.flow.subject = Subject(("reception_batches",), None, number.unit or "", number.start)
            yield from self._stating.emit(number, now.flow.subject, number.start)
        elif (
            subject
            and subject.concepts == ("reception_batches",)
            and words_of_counts.GUESTS.fullmatch(now.text, gap_start, number.start)
        ):
            yield from self._stating.emit(
                number, replace(subject, concepts=("reception_persons",)), number.start
            )

    def share(self, count: Number, share: Number, gap_start: int) -> Iterator[Figure]:
        """111人，相当于总数的74%: a count and what share of a whole it is."""
        now = self._now
        if self._labels.nearest(count, now.sentence.start, count.start):
            return
        subject = Subject(("activity_count",), None, count.unit or "", count.start)
        yield from self._stating.emit(count, subject, count.start)
        yield from self._stating.emit(share, subject, gap_start, measure="share")

    def without_name(self, number: Number, gap_start: int) -> Subject | None:
        """What a number counts that sums up the posts of each kind, or is the second of 购置数及保有量分别为."""
        if number.base_unit == "persons" and self._sum_of_quotas(number, gap_start):
            return Subject(("staff_quota",), None, "共计", gap_start)
        if self._may_be_posts(number) and (quota := self._quota_by_kind(number)):
            last = self._now.flow.subject
            body = last.org_scope if last and last.concepts[0] in QUOTAS_OF_KIND else "department"
            return Subject((quota,), None, "编制", gap_start, org_scope=body)
        if number.canonical_unit in {"辆", "台"} and self._are_there(number):
            return Subject(("vehicle_stock",), None, "实有", number.start)
        if number.canonical_unit in {"辆", "台"} and self._are_run(number, gap_start):
            return Subject(("vehicle_stock",), None, "保有", number.start)
        if number.canonical_unit == "辆" and is_kept(self._now.text, self._now.sentence, number):
            return Subject(("vehicle_stock",), None, "保有量", number.start)
        return None

    def _may_be_posts(self, number: Number) -> bool:
        return number.base_unit == "persons" or number.unit == "个"

    def _are_there(self, number: Number) -> bool:
        """公务用车编制数19辆，实有19辆: the vehicles that are there, behind those that may be."""
        now = self._now
        start = max(now.sentence.start, number.start - 2 * grammar.REACH)
        if heads.are_of_others(now.text, now.sentence.start, number.start, now.around.department):
            return False
        if words_of_counts.NO_LONGER.match(now.text, number.end):
            return False
        there = words_of_counts.BEHIND_VEHICLE_POSTS, words_of_counts.OWN_VEHICLES
        if any(words.search(now.text, max(0, start - 1), number.start) for words in there):
            return True
        kept = words_of_counts.KEPT_BEFORE.search(now.text, start, number.start)
        return kept is not None and words_of_counts.KEPT_BEHIND.match(now.text, number.end) is not None

    def _are_run(self, number: Number, gap_start: int) -> bool:
        """公务用车运行维护费6万元(车辆3台): right behind what running them cost, and alone there."""
        now = self._now
        subject = now.flow.subject
        return (
            subject is not None
            and subject.concepts == ("official_vehicle_operation",)
            and subject.stage == "final_account"
            and words_of_counts.RUN_VEHICLES.fullmatch(now.text, gap_start, number.start) is not None
            and words_of_counts.RUN_VEHICLES_END.match(now.text, number.end) is not None
        )

    def _quota_by_kind(self, number: Number) -> str | None:
        """编制158名（行政76名、事业82名）: posts of one kind by its short name, where the kinds add up to the whole."""
        now = self._now
        goes_on = now.text.startswith("其中", now.sentence.start)  # 编制61名。其中公务员12名、事业49名
        begins = max(0 if goes_on else now.sentence.start, number.start - 2 * grammar.REACH)
        if now.text.find("编", begins, number.start) < 0:
            return None
        ends = min(now.sentence.end, number.end + 2 * grammar.REACH)
        for listed in words_of_counts.QUOTA_WITH_KINDS.finditer(now.text, begins, ends):
            if listed.start("kinds") <= number.start < listed.end():
                return self._kind_listed(number, listed, int(listed["all"]))
        for listed in words_of_counts.QUOTA_BY_KINDS.finditer(now.text, begins, ends):
            people = words_of_counts.HEADS_LISTED, words_of_counts.AMONG_PEOPLE
            if any(words.search(now.text, begins, listed.start("kinds")) for words in people):
                continue  # 实有在职38人，其中：行政编制12人、事业编制26人: people on posts
            if listed.start("kinds") <= number.start < listed.end():
                return self._kind_listed(number, listed, None)
        return None

    def _kind_listed(self, number: Number, listed: re.Match[str], whole: int | None) -> str | None:
        """The kind of posts that a number of the list counts; None where another one is called the same, or they miss the whole."""
        kinds = _kinds_in(self._now.text, *listed.span("kinds"))
        named = [QUOTA_OF_KIND[kind["kind"][:2]] for kind in kinds]
        mine = next((at for at, kind in enumerate(kinds) if kind.start("count") == number.start), None)
        if words_of_heads.KIND_OF_POSTS.search(self._now.text, max(0, listed.start() - 8), listed.start()):
            return None  # 行政编制42人，其中政法专项编制40人: some of one kind
        if mine is None or (whole is not None and sum(int(kind["count"]) for kind in kinds) != whole):
            return None
        return named[mine] if named.count(named[mine]) == 1 else None

    def _sum_of_quotas(self, number: Number, gap_start: int) -> bool:
        """行政编制20名，事业编制30名，共计50名, where the quotas of each kind named before add up to it."""
        now = self._now
        if not words_of_counts.SUM_OF_HEADS.fullmatch(now.text, gap_start, number.start):
            return False
        parts = [other for other in now.sentence.numbers if other.end <= number.start]
        return (
            len(parts) > 1
            and all(self._is_quota_of_kind(other) for other in parts)
            and sum(other.value for other in parts) == number.value
        )

    def _is_quota_of_kind(self, number: Number) -> bool:
        now = self._now
        label = self._labels.nearest(number, max(now.sentence.start, number.start - 24), number.start)
        return label is not None and label.term.concepts[0] in QUOTAS_OF_KIND


def is_kept(text: str, sentence: Sentence, number: Number) -> bool:
    """公务用车购置数及保有量分别为1辆和26辆: the second of both counts."""
    start = max(sentence.start, number.start - 2 * grammar.REACH)
    return words_of_counts.BOUGHT_AND_KEPT.search(text, start, number.start) is not None


def _kinds_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """行政15人(含工勤2人)、事业78人: the kinds of a list, without those that a bracket holds."""
    kinds = words_of_counts.KIND_WITH_COUNT.finditer(text, start, end)
    return [
        kind for kind in kinds if text.count("(", start, kind.start()) == text.count(")", start, kind.start())
    ]
