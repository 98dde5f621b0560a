"""Names set off from what is said of them: 公务接待费方面，严格执行标准，2022年决算数为3万元.

Belongs here: the name that a clause sets before words on how the money was handled.
Does not belong here: names that lead straight on to their amount (``labels``), sentences that only announce (``topics``).
"""

from __future__ import annotations

from extraction.concepts import TOPICS, kind_of
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.terms import Match
from extraction.words import grammar, words_of_items
from extraction.words.words_of_vehicles import PARTS_OF_EXPENSES

#: Names that are short for a kind of spending before 方面.
_SHORT = {**PARTS_OF_EXPENSES, "公务用车": "official_vehicle"}
#: How far such words reach at most, in characters.
_FAR = 4 * grammar.REACH


def set_off(now: State, upto: int) -> tuple[str, int, str] | None:
    """The concept that the clauses before ``upto`` set off last, where its name begins, and the name; None where they name none."""
    begins = max(now.sentence.start, upto - _FAR)
    begins = max(begins, *(now.text.rfind(mark, begins, upto) + 1 for mark in "；;"))
    last = None
    for found in words_of_items.SET_OFF.finditer(now.text, begins, upto):
        if concept := _concept_of(now, found.start("name"), found.end("name"), found["aside"] is not None):
            last = concept, found.start("name"), found["name"], found.end()
    if last is None or _names_more(now, last[3], upto):
        return None
    return last[:3]


def set_off_with_stage(now: State, gap_start: int, stage: Match, before: str) -> Subject | None:
    """公务接待费方面，严格执行标准，2022年决算数为3万元: what a stage alone is of, by the name that the clauses before it set off.

    The words since the last number, up to the stage, are ``before``; a name before them is the subject already.
    """
    named = set_off(now, stage.start) or _only_name(now, gap_start, stage)
    if named is None or named[1] < gap_start:
        return None
    said = before[before.rfind("，") + 1 :].removeprefix(named[2])
    if not grammar.SAME_SUBJECT.fullmatch(said):
        return None  # 公务接待费方面，下属果树站2021年决算数
    concept, _, name = named
    return Subject((concept,), stage.term.stage, name, stage.start, stage_printed=True)


def _concept_of(now: State, start: int, end: int, aside: bool) -> str | None:
    """What a name is of: one of the vocabulary, before 方面 also a short one (公务用车方面)."""
    for term in now.sentence.terms_in(start, end):
        alone = (term.start, term.end) == (start, end)
        if alone and term.term.concepts[:1] and term.term.concepts[0] in TOPICS and (aside or _is_full(term)):
            return term.term.concepts[0]
    return _SHORT.get(now.text[start:end]) if aside else None


def _is_full(term: Match) -> bool:
    return term.term.strength != "weak"


def _only_name(now: State, gap_start: int, stage: Match) -> tuple[str, int, str] | None:
    """公务接待费严格按标准执行，2022年决算数为3万元: the one kind of spending that begins these clauses.

    Where a year stands before the stage, or words that keep spending within it: “三公”经费控制在年初预算8万元以内.
    """
    begins = gap_start + among.end() if (among := grammar.AMONG.match(now.text, gap_start)) else gap_start
    named = [term for term in now.sentence.terms_in(begins, stage.start) if term.term.names_concept]
    if len(named) != 1 or named[0].term.concepts[0] not in TOPICS or not _is_full(named[0]):
        return None
    name = named[0]
    kept = words_of_items.KEPT_WITHIN.fullmatch(now.text, name.end, stage.start) is not None
    if not kept and now.with_year(stage.start) == stage.start:
        return None
    opens = now.text[name.start - 1 : name.start] in {"", *"，。；;:"} or now.before(name.start).endswith(
        "其中"
    )
    leads_off = now.text[name.end : name.end + 1] not in {"、", "和", "及", "与", "等", "，"}
    return (name.term.concepts[0], name.start, name.term.text) if opens and leads_off else None


def _names_more(now: State, start: int, upto: int) -> bool:
    """Whether the words behind a name speak of another kind of money, or of somebody else's."""
    others = (
        term
        for term in now.sentence.terms_in(start, upto)
        if term.term.names_concept and term.term.text not in {"支出", "全年支出", "全年实际支出"}
    )
    return any(kind_of(term.term.concepts[0]) == "money" for term in others)
