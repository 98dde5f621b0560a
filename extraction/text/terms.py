"""Finds the reference vocabulary in folded text, all of it in one pass.

Belongs here: leftmost-longest matching of aliases, stage words and class names.
Does not belong here: what a match means for a number (``clauses``, ``grids``).
"""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from extraction import reference
from extraction.records import record
from extraction.text.normalise import folded


@record(frozen=True, slots=True)
class Term:
    """What a printed term stands for; a stage word has no concepts."""

    text: str
    concepts: tuple[str, ...] = ()
    stage: str | None = None
    fund_scope: str | None = None
    function_code: str | None = None
    economic_code: str | None = None
    strength: str = ""

    @property
    def names_concept(self) -> bool:
        """Whether it names something that is measured, not a stage alone."""
        return bool(self.concepts)


@record(frozen=True, slots=True)
class Match:
    """A term at ``start`` to ``end`` of the folded text."""

    term: Term
    start: int
    end: int


@record(frozen=True, slots=True)
class Vocabulary:
    """The automaton and the terms by its pattern number; patterns beyond them are words that hide a term within them."""

    terms: tuple[Term, ...]
    automaton: AhoCorasick

    def find(self, text: str) -> list[Match]:
        """Leftmost-longest matches in folded ``text``, none overlapping."""
        terms = self.terms
        known = len(terms)
        return [
            Match(terms[number], start, end)
            for number, start, end in self.automaton.find_matches_as_indexes(text)
            if number < known
        ]


def _printed_names(name: str) -> set[str]:
    """Ways in which a functional class is printed: 社会保障与就业支出, 资源勘探工业信息支出, 教育(类)支出, 教育(类)."""
    spellings = {
        name,
        name.replace("和", "与"),
        name.replace("等支出", "支出"),
        name.replace("社会保障", "社保"),
    }
    marked = {spelling.removesuffix("支出") + "(类)" for spelling in spellings}
    return spellings | marked | {one + "支出" for one in marked}


def _collect() -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for name, code in reference.function_classes().items():
        for printed in _printed_names(name):
            terms[folded(printed)] = Term(
                folded(printed), ("function_class_amount",), function_code=code, strength="loose"
            )
    for name, code in reference.economic_classes().items():
        terms[folded(name)] = Term(folded(name), ("economic_class_amount",), economic_code=code)
    for word, (stage, strength) in reference.stage_terms().items():
        terms[folded(word)] = Term(folded(word), stage=stage, strength=strength)
    for alias in reference.aliases():
        text = folded(alias.text)
        terms[text] = Term(text, alias.concepts, alias.stage, alias.fund_scope, strength=alias.strength)
    return terms


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of ``data/reference``."""
    terms = tuple(_collect().values())
    automaton = AhoCorasick(
        [*(term.text for term in terms), *map(folded, reference.words_of_no_stage())],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return Vocabulary(terms, automaton)
