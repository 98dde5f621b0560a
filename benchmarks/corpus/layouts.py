"""All layouts of the generated corpus by name, and pages made of them.

Belongs here: the register of renderers.
Does not belong here: any renderer.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.corpus.accounts import Accounts, draw_accounts
from benchmarks.corpus.page import Rendering
from benchmarks.corpus.renderers import explanations, flattened, forms, reports, statements

Renderer = Callable[[Accounts, Random], Rendering]

#: Self-evaluation reports: what the rules judge.
REPORTS: dict[str, Renderer] = {
    "narrative": reports.narrative,
    "narrative_yuan": reports.in_yuan,
    "narrative_wan": reports.bare_wan,
    "narrative_lines": reports.broken_lines,
    "narrative_blanks": reports.inner_blanks,
    "narrative_mirror": reports.mirror,
    "word_form": forms.word_form,
    "carried_form": forms.carried_form,
    "pipe_tables": forms.pipe_report,
    "tab_tables": forms.tab_report,
    "tables_in_yuan": forms.mixed_units,
    "cell_lines": flattened.spaced,
    "cell_lines_piped": flattened.piped,
    "single_line_table": flattened.one_line,
}
#: Every layout, also the texts that are read but that are no self-evaluations.
LAYOUTS: dict[str, Renderer] = {
    **REPORTS,
    "funds_form": statements.funds_form,
    "final_account_text": explanations.final_account,
    "final_account_mirror": explanations.final_account_mirror,
    "budget_text": explanations.budget,
    "three_public_text": explanations.three_public,
    "three_public_table": statements.three_public_table,
    "income_expenditure_table": statements.income_and_expenditure,
}


def draw_page(layout: str, seed: int) -> Rendering:
    """The page of ``layout`` that belongs to ``seed``, always the same."""
    rng = Random(f"{layout} {seed}")  # noqa: S311 - a corpus, no secret
    return LAYOUTS[layout](draw_accounts(seed), rng)
