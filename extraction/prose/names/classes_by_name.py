"""Classes of spending that a list names without 支出: 本年支出96万元，其中公共安全72万元、住房保障9万元.

Belongs here: which words are such a name, and what makes a list of them.
Does not belong here: classes by their full names (the vocabulary), other short names of parts (``clauses_of_parts``).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extraction import reference
from extraction.concepts import APPROPRIATIONS
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Flow, Subject
from extraction.records import replace
from extraction.text.normalise import folded
from extraction.text.numbers import Number
from extraction.words import words_of_parts

#: What such a list divides.
_DIVIDED = APPROPRIATIONS | {"total_expenditure", "project_expenditure", "basic_expenditure", "total_uses"}
_CLASSES = {"function_class_amount", "economic_class_amount"}
_SCOPES = {"project_expenditure": "project", "basic_expenditure": "basic"}
#: Names that many other things go by as well: 教育 9万元.
_PLAIN = 2


def may_be_part(flow: Flow, number: Number) -> bool:
    """Whether an amount may be part of the whole before it: not of what that was raised by (追加12万元，其中基本6万元), nor of a change."""
    last = flow.amounts[-1][1] if flow.amounts else None
    if last is None or last.concept == "budget_adjustment":
        return False
    return last.measure == "level" or number.in_base_units() > abs(last.value_base or Decimal(0))


class Classes:
    """Clauses that name a class of spending shortly."""

    def __init__(self, now: State) -> None:
        self._now = now

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """The class that the words before an amount name; None where they name none, or nothing makes a list of them."""
        now = self._now
        named = words_of_parts.NEXT_OF_CLASSES.fullmatch(now.text, gap_start, number.start)
        term = _names().get(named["name"]) if named else None
        if named is None or term is None:
            return None
        whole = now.flow.subject
        concept, function_code, economic_code = term
        if whole and whole.concepts[0] in _CLASSES and len(whole.concepts) == 1:
            if (whole.function_code, whole.economic_code) == (function_code, economic_code):
                return None  # 住房保障支出9万元，住房保障9万元: the same once more
        else:
            whole = whole or self._divided(gap_start) or self._total_before(gap_start)
            if whole is None or whole.concepts[0] not in _DIVIDED or not self._goes_on(number):
                return None
            if whole is now.flow.subject and not may_be_part(now.flow, number):
                return None
        return replace(
            whole,
            concepts=(concept,),
            function_code=function_code,
            economic_code=economic_code,
            expenditure_scope=whole.expenditure_scope or _SCOPES.get(whole.concepts[0]),
            label=named["name"],
            start=named.start("name"),
        )

    def _divided(self, gap_start: int) -> Subject | None:
        """2.按功能分类：科学技术72万元，教育9万元: all spending, where a sentence begins to divide it by classes."""
        now = self._now
        if gap_start != now.sentence.start or not words_of_parts.DIVIDED_BY_CLASS.match(now.text, gap_start):
            return None
        return Subject(("total_expenditure",), now.around.default_stage, "支出", gap_start)

    def _total_before(self, gap_start: int) -> Subject | None:
        """本年支出96万元。科学技术72万元，占75%；教育…: all spending, where the sentence before named it."""
        total = self._now.flow.total
        spent = total is not None and total.concepts == ("total_expenditure",)
        begins = gap_start == self._now.sentence.start or words_of_parts.OF_SPENDING.match(
            self._now.text, gap_start
        )
        return total if spent and begins else None

    def _goes_on(self, number: Number) -> bool:
        """Whether another class follows with its amount."""
        now = self._now
        later = words_of_parts.NEXT_OF_CLASSES_WITH_AMOUNT.finditer(now.text, number.end, now.sentence.end)
        return any(len(one["name"]) > _PLAIN and one["name"] in _names() for one in later)


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, str | None, str | None]]:
    """Concept and codes of the classes by their names without 支出."""
    names: dict[str, tuple[str, str | None, str | None]] = {}
    for name, code in reference.economic_classes().items():
        if "(" not in name and name != folded(name).removesuffix("支出"):
            short = folded(name).removesuffix("支出")
            names[short] = names[short.removeprefix("对")] = ("economic_class_amount", None, code)
    for name, code in reference.function_classes().items():
        short = folded(name).removesuffix("支出")
        if short != "其他":
            for spelling in (short, short.replace("和", "与"), short.replace("社会保障", "社保")):
                names[spelling] = ("function_class_amount", code, None)
    return names
