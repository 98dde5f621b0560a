"""Figures of the one project that a report is on, as the reckoning over all of its amounts proves them.

Belongs here: the figures of budget and payment that are proved; what else was read of the project beside them.
Does not belong here: the reckoning (``proofs``), reading amounts (``entries``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.concepts import FUNDS_OF_LEVELS
from extraction.doubt import CONFIRMED
from extraction.model import Document, Figure, Identity
from extraction.projects.entries import Entry, entries_of
from extraction.projects.proofs import Growth, Proof, growth_of, of_whole, opening_of, proofs_of
from extraction.prose.sentence.doubts import PROJECT_GUESSED, confidence_of
from extraction.records import replace
from extraction.witnesses.witness_of_projects import ONE_PROJECT
from extraction.words import words_of_ledger

_WHOLE = "project_expenditure"


def with_proved(figures: Sequence[Figure], document: Document, who: Identity) -> list[Figure]:
    """The figures, with what the amounts of a report on one project prove of its budget and of what was paid."""
    if who.report_kind != "project_self_evaluation":
        return list(figures)
    sums = {one.locator.char_end for one in figures if one.stage == "initial_budget" and _is_sum(one)}
    entries = [
        replace(one, part="planned") if one.part == "unknown" and one.locator.char_end in sums else one
        for one in entries_of(document, who.fiscal_year)
    ]
    proof, sure = of_whole(proofs_of(entries))
    growth = growth_of(entries)
    found = list(_of_growth(growth, who.fiscal_year))
    if given := opening_of(entries):
        found.append(_figure(given[0], _WHOLE, "initial_budget", who.fiscal_year, ONE_PROJECT))
        found.append(_figure(given[1], "opening_carryover", None, who.fiscal_year, ONE_PROJECT))
    added = {one.locator.char_end for one in entries if one.part in {"added", "cut"}}
    # 8月追加12万元: no change against the year before
    figures = [one for one in figures if one.measure != "change" or one.locator.char_end not in added]
    if proof:
        found += _of_payment(
            proof, entries, tuple(found), who.fiscal_year, ONE_PROJECT if sure else PROJECT_GUESSED
        )
    return _joined(figures, _in_sentences(found, entries, figures))


def _is_sum(figure: Figure) -> bool:
    """三批共计6800万元, 两级资金合计2714万元: all that levels of government gave."""
    return figure.concept == _WHOLE or (figure.concept in FUNDS_OF_LEVELS and figure.label == "合计")


def _in_sentences(
    found: Sequence[Figure], entries: Sequence[Entry], figures: Sequence[Figure]
) -> list[Figure]:
    """What is proved, with the number of its sentence, as a figure that was read in that sentence has it."""
    places = {one.locator.char_end: (one.paragraph, one.sentence) for one in entries}
    numbers = {places.get(one.locator.char_end): one.sentence_no for one in figures}
    return [replace(one, sentence_no=numbers.get(places[one.locator.char_end])) for one in found]


def _joined(figures: Sequence[Figure], found: Sequence[Figure]) -> list[Figure]:
    """What was read with what is proved; a doubt on the same figure is gone.

    合计支出38万元, once it is proved to be the project's, is not all that a department spent.
    """
    places = {one.locator.char_end for one in found if one.concept == _WHOLE}
    said = [
        one for one in figures if one.concept != "total_expenditure" or one.locator.char_end not in places
    ]
    for figure in found:
        same = [at for at, one in enumerate(said) if _is_same(one, figure)]
        for at in same:
            if said[at].confidence < figure.confidence:
                said[at] = replace(said[at], confidence=figure.confidence, note=figure.note)
        if not same:
            said.append(figure)
    return said


def _of_growth(growth: Growth | None, year: int | None) -> Iterator[Figure]:
    if growth:
        yield _figure(growth.began, _WHOLE, "initial_budget", year, ONE_PROJECT)
        yield _figure(growth.change, "budget_adjustment", "adjusted_budget", year, ONE_PROJECT)
        if growth.became.part != "received":
            yield _figure(growth.became, _WHOLE, "adjusted_budget", year, ONE_PROJECT)


def _of_payment(
    proof: Proof, entries: Sequence[Entry], told: Sequence[Figure], year: int | None, note: str
) -> Iterator[Figure]:
    """What was paid, of which budget, and at which rate of execution."""
    yield _figure(proof.paid, _WHOLE, "final_account", year, note)
    planned = (one for one in entries if one.part == "planned" and one.is_whole)
    budget = next((one for one in planned if proof.funds and one.value == proof.funds.value), None)
    open_stage = budget and words_of_ledger.PUT_IN.search(budget.words)
    if budget and not open_stage and not any(one.value_base == budget.value for one in told):
        adjusted = words_of_ledger.ADJUSTED.search(budget.words)
        yield _figure(budget, _WHOLE, "adjusted_budget" if adjusted else "initial_budget", year, note)
    if proof.rate:
        yield _figure(proof.rate, "budget_execution_rate", None, year, note)
    if (left := proof.left) and (
        kind := words_of_ledger.LEFT_TO.match(left.behind) or words_of_ledger.LEFT_AS.fullmatch(left.words)
    ):
        yield _figure(left, kind.lastgroup or "", None, year, note)


def _figure(entry: Entry, concept: str, stage: str | None, year: int | None, note: str) -> Figure:
    number = entry.number
    printed = entry.quote[len(entry.quote) - (entry.locator.char_end - entry.locator.char_start) :]
    return Figure(
        concept=concept,
        measure="level",
        stage=stage,
        fiscal_year=year,
        label=entry.words,
        value=number.digits,
        unit=number.canonical_unit or "",
        decimals=number.decimals,
        value_base=number.in_base_units(),
        base_unit=number.base_unit,
        printed=printed,
        quote=entry.quote,
        source_kind="text",
        locator=entry.locator,
        confidence=min(CONFIRMED, confidence_of(note)),
        note=note,
    )


def _is_same(one: Figure, figure: Figure) -> bool:
    return (
        one.concept == figure.concept
        and one.measure == figure.measure
        and one.stage == figure.stage
        and one.fiscal_year == figure.fiscal_year
        and one.value_base == figure.value_base
    )
