"""What a number without a label of its own goes back to: the last subject, the one named just before, or nothing.

Belongs here: whose a change, a share or a rate is, and whether the amount just before it is nobody's.
Does not belong here: finding labels (``labels``), whose an amount is that names a stage (``clauses_of_stage``).
"""

from __future__ import annotations

from extraction.concepts import APPROPRIATIONS, kind_of
from extraction.prose.names.labels import Labels
from extraction.prose.names.naming import Naming
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.words import grammar, words_of_change, words_of_funds, words_of_parts
from extraction.words.words_of_vehicles import part_of_vehicles

#: Amounts of a whole and the first of its parts.
_WHOLE_AND_PARTS = 2


class Antecedents:
    """What numbers without a name of their own go back to."""

    def __init__(self, now: State, labels: Labels, naming: Naming) -> None:
        self._now = now
        self._labels = labels
        self._naming = naming

    def last(self, number: Number) -> Subject | None:
        """The last subject; of money for an amount of money, past the vehicles or guests counted meanwhile."""
        now = self._now
        subject = now.flow.subject
        if number.base_unit == "yuan" and subject and kind_of(subject.concepts[0]) != "money":
            return now.flow.money
        return subject

    def of(self, number: Number, gap_start: int, upto: int) -> Subject | None:
        """What a share, rate or change is of: the label named just before it, else the last subject."""
        now = self._now
        label = self._labels.nearest(number, gap_start, upto, of_any_kind=True) or self._labels.clause_of(
            gap_start, upto
        )
        same = words_of_parts.ALL_OF.match(now.text, gap_start)
        if same and label and same.end() == label.start and now.flow.subject:
            return self.last(number)  # 收入120万元，全部为财政拨款，较上年增加: of the income
        if label:
            return self._as_spent(self._naming.subject(label, gap_start))
        words = now.text[gap_start:upto]
        last = now.flow.subject
        if last and (part := part_of_vehicles(words.lstrip("，、；;,"), last.concepts)):
            return replace(last, concepts=part, start=gap_start)  # 购置费减少6万元，运行费减少2万元
        if "其中" in words and not grammar.SAME_SUBJECT.fullmatch(words):
            return None  # 其中固定资产增加: of a part that the vocabulary does not know
        return self._whole_behind_list(gap_start) or self.last(number)

    def compared(self, number: Number, start: int) -> Subject | None:
        """较上年|公务接待费减少2万元: what the words of a comparison that begins at ``start`` name right before the verb; None where they name nothing."""
        text = self._now.text
        year = words_of_change.YEAR_COMPARED.match(text, start)
        if year is None:
            return None
        named = self._now.sentence.terms_in(year.end(), number.start)
        if not named or named[0].start != year.end() or not named[0].term.names_concept:
            return None
        if named[0].term.strength == "weak" or kind_of(named[0].term.concepts[0]) != "money":
            return None
        verb = words_of_change.CHANGE.match(text, named[0].end, number.start)
        return self._naming.subject(named[0], start) if verb and verb.end() == number.start else None

    def _whole_behind_list(self, gap_start: int) -> Subject | None:
        """收入96万元，其中甲80万元，乙16万元；比上年减少9万元: of the whole, where nothing else parts what is listed so."""
        now = self._now
        whole = now.flow.list_whole
        if whole is None or not words_of_change.COMPARES_BEHIND_LIST.match(now.text, gap_start):
            return None
        parted = grammar.CLAUSES_END.search(now.text, whole.start, gap_start)
        listed = now.text.count("元", whole.start, gap_start)
        return whole if parted is None and listed > _WHOLE_AND_PARTS else None

    def _as_spent(self, named: Subject) -> Subject:
        """一般公共预算支出126万元。与上年相比，一般公共预算财政拨款增加2万元: below a heading on spending, of what was spent."""
        now = self._now
        funds = named.concepts[0] in APPROPRIATIONS and "收入" not in named.label
        if not (funds and now.around.on_spending and now.flow.total):
            return named
        paid = words_of_funds.FUND_SCOPE.search(named.label)
        total = now.flow.total
        if paid is None or total.concepts != ("total_expenditure",) or total.fund_scope != paid.lastgroup:
            return named
        return replace(total, label=named.label, start=named.start)

    def is_unbound(self, number: Number, gap_start: int, upto: int) -> bool:
        """税收返还46亿元，占总支出的6%: of the amount just before, whatever that is; behind a bracket, of that before it."""
        now = self._now
        return (
            gap_start == now.flow.unbound_end
            and not (now.text.startswith(")", gap_start) and self._is_bound_before_bracket(gap_start))
            and self._labels.nearest(number, gap_start, upto, of_any_kind=True) is None
        )

    def _is_bound_before_bracket(self, closed: int) -> bool:
        """总支出95万元(含上年结转2万元)，占预算的95%: whether the amount before the bracket that closes here is a subject's."""
        now = self._now
        opened = now.text.rfind("(", max(now.sentence.start, closed - 4 * grammar.REACH), closed)
        before = len(now.said.amounts) - now.text.count("元", opened, closed)
        if opened < 0:
            return False
        return before > 0 and now.said.amounts[before - 1] is not None
