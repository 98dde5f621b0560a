"""The one way in: bytes of a file to everything that is read from it.

Belongs here: the order of the steps.
Does not belong here: any step itself. Nothing here raises for bad content; a document that cannot
be read comes back as ``quarantined`` with a message in words.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal

from extraction.columns import projectfunds
from extraction.doubt import weigh_figures, weigh_indicators
from extraction.errors import UnreadableError
from extraction.forms import lostforms
from extraction.forms.glued.lostrubrics import LostRubrics
from extraction.forms.projects.projectforms import settle_project_forms
from extraction.identity import identity, reportkinds
from extraction.model import Document, Extraction, Figure, Identity, Indicator, Table
from extraction.observing import observations, observe_project, statements
from extraction.outcomes import judge, naming, outcome_of, with_unread
from extraction.privacy.persons import person_spans, without_names
from extraction.projects import ledger
from extraction.prose.running_text import Context, TextReader
from extraction.prose.sentence.declared import declared_unit, unit_in_words
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read
from extraction.records import replace
from extraction.scoring import explained, scoring
from extraction.scoring.ratelines import RateLines
from extraction.scoring.scorerates import rates_of_rows
from extraction.tables import grids
from extraction.text.normalise import fold_span
from extraction.text.paragraphs import landmarks
from extraction.witnesses.changes_without_verbs import doubt_changes_without_verbs
from extraction.witnesses.witness import settle_adjustments, settle_open_names, settle_units
from extraction.witnesses.witness_of_changes import settle_changes
from extraction.witnesses.witness_of_levels import settle_levels
from extraction.witnesses.witness_of_projects import doubt_costs, doubt_parts, settle_projects, settle_scores
from extraction.witnesses.witness_of_repeats import settle_repeats
from extraction.witnesses.witness_of_rows import settle_rows
from extraction.witnesses.witness_of_stages import settle_plain_budgets, settle_plain_halves

#: 99 trillion yuan: more than all public budgets, and the widest number that the lake holds.
_BEYOND_BUDGETS = Decimal(10) ** 14
#: — 3 —, 续表: what stands between two pieces of a table.
_END_OF_PAGE = 6
_FINEST = Decimal("0.000001")
_LIMITS = Limits()
#: Kinds of documents whose lines may leave out the unit that they declare.
_EXPLAINING = {"budget_explanation", "final_account_explanation", "three_public_statement"}


def extract(data: bytes, file_name: str, limits: Limits = _LIMITS) -> Extraction:
    """Read one file.

    Args:
        data: its bytes.
        file_name: its name, for messages only; the content decides how it is read.
        limits: how much of it is read before it counts as no report.

    Returns:
        The document's outcome and identity, its figures, indicators and statements.
    """
    return extract_with_document(data, file_name, limits)[0]


def extract_with_document(
    data: bytes, file_name: str, limits: Limits = _LIMITS
) -> tuple[Extraction, Document | None]:
    """As ``extract``, with the document that was read; none where it could not be."""
    document_id = hashlib.sha256(data).hexdigest()
    try:
        document = read(data, limits)
    except UnreadableError as error:
        outcome = naming(outcome_of("quarantined", error.code), error.files)
        return Extraction(file_name, document_id, outcome), None
    return _extract_from(document, file_name, document_id), document


def _extract_from(document: Document, file_name: str, document_id: str) -> Extraction:
    """Everything that is read from a document, judged by all of it, and without names of persons."""
    who = identity.identify(document)
    context = context_of(document, who)
    figures, indicators = _read_blocks(document, who, context)
    figures = ledger.with_proved(_settled(_within_bounds(figures), who, document), document, who)
    figures = weigh_figures(figures, document)
    names = person_spans(document)
    found = Extraction(
        file_name=file_name,
        document_id=document_id,
        outcome=outcome_of("extracted"),
        identity=who,
        reader=document.reader,
        encoding=document.encoding,
        pages=document.pages,
        characters=len(document.text),
        figures=tuple(sorted(figures, key=lambda figure: figure.locator.char_start)),
        indicators=tuple(weigh_indicators(indicators, document)),
        statements=tuple(statements.read_statements(document, names)),
        observations=(
            *observations.observe(document, who.fiscal_year),
            *observe_project.observe(document, who),
        ),
    )
    outcome = judge(found, document.reading)
    marks = landmarks(document) if outcome.status == "extracted" else ()
    found = replace(found, outcome=with_unread(outcome, document.unread), landmarks=marks)
    return without_names(found, document.text, names)


def context_of(document: Document, who: Identity) -> Context:
    """What a document of this kind, of this department and year, leaves unsaid beside its amounts."""
    return Context(
        who.fiscal_year,
        reportkinds.default_stage(who.report_kind, who.title, document.reading),
        "project_expenditure" if who.report_kind == "project_self_evaluation" else "total_expenditure",
        who.department_name,
        reportkinds.speaks_of_both(who.report_kind, who.title, document.reading),
        reportkinds.is_unknown(who.report_kind),
        declared_unit(document.reading) if who.report_kind in _EXPLAINING else None,
        unit_in_words(document.reading),
        declared_unit(document.reading) if reportkinds.is_self_evaluation(who.report_kind) else None,
    )


def _read_blocks(document: Document, who: Identity, context: Context) -> tuple[list[Figure], list[Indicator]]:
    figures: list[Figure] = []
    indicators: list[Indicator] = []
    text_reader = TextReader(document, context)
    grid_reader = grids.GridReader(document, context, who.report_kind)
    rate_lines = RateLines(document, context.fiscal_year)
    lost_rubrics = LostRubrics()
    scored_until = -1
    last: scoring.Scored | None = None
    of_project = False
    for block in document.blocks:
        if isinstance(block, Table):
            lost_rubrics.close()
            of_project = context.whole != "project_expenditure" and observe_project.begins_with_name(block)
            scored = last = scoring.read_scoring(block, last)
            indicators.extend(scored.indicators)
            figures.extend(grid_reader.read(block, skip_rows=scored.rows))
            figures.extend(scoring.score_figures(scored, context.fiscal_year))
            for said in explained.paragraphs_of(scored.indicators, document.text):
                figures.extend(text_reader.read(said))
            scored_until = max(scored_until, scored.end)
        elif block.asked or not (block.in_table and block.span.start < scored_until):
            flat = fold_span(document.reading, block.span.start, block.span.end).text
            last = last if len(flat) <= _END_OF_PAGE else None
            grid_reader.note_caption(flat)
            stated = lost_rubrics.doubted(
                document.reading, block.span.start, block.span.end, text_reader.read(block)
            )
            if who.report_kind == "department_self_evaluation" and not block.in_table:
                figures.extend(rate_lines.read(block))
            if block.in_table and of_project:
                figures.extend(map(projectfunds.of_one_among_others, stated))
            else:
                figures.extend(stated)
    figures = lostforms.with_lost_forms(document, who, figures, indicators)
    if who.report_kind == "department_self_evaluation":
        figures.extend(list(rates_of_rows(indicators, figures, context.fiscal_year, document.text)))
    return figures, indicators


def _within_bounds(figures: list[Figure]) -> list[Figure]:
    """Values that the lake can hold: to a millionth of the base unit, and none beyond any state budget.

    The number as printed is kept either way.
    """
    return [_within_bound(figure) for figure in figures]


def _within_bound(figure: Figure) -> Figure:
    value = figure.value_base
    if value is None:
        return figure
    if abs(value) >= _BEYOND_BUDGETS:
        return replace(figure, value_base=None, confidence=Decimal(0), note="larger than any budget")
    if value.as_tuple().exponent < _FINEST.as_tuple().exponent:  # type: ignore[operator]  # never NaN
        return replace(figure, value_base=value.quantize(_FINEST))
    return figure


def _settled(figures: list[Figure], who: Identity, document: Document) -> list[Figure]:
    """Figures as the other figures of the report let them stand: rows, text, names, units, forms of projects."""
    figures = _settle_text(settle_rows(figures), who.report_kind)
    if who.report_kind == "project_self_evaluation":
        figures = settle_levels(figures, who.title)
    figures = settle_plain_budgets(settle_units(settle_open_names(figures)))
    return settle_project_forms(figures, observe_project.named_in_forms(document, who))


def _settle_text(figures: list[Figure], kind: str) -> list[Figure]:
    """What statements in running text say of each other."""
    settled = settle_adjustments(settle_projects(settle_scores(_settle_heads(figures))))
    settled = settle_plain_halves(settle_repeats(doubt_changes_without_verbs(settle_changes(settled))))
    return doubt_costs(doubt_parts(settled)) if kind == "project_self_evaluation" else settled


def _settle_heads(figures: list[Figure]) -> list[Figure]:
    """实有在职人数 means heads in service, unless the same sentence counts those apart."""
    apart = {f.sentence_no for f in figures if f.concept == "staff_in_service" and f.source_kind == "text"}
    return [
        replace(figure, concept="staff_in_service")
        if figure.concept == "staff_actual"
        and "在职" in figure.label
        and (figure.source_kind != "text" or figure.sentence_no not in apart)
        else figure
        for figure in figures
    ]
