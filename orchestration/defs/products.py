# mypy: disable-error-code="type-arg"
"""What people work with, made of the published build: ledger, letters, score-check tables.

Belongs here: the asset. Does not belong here: making them (orchestration.products).
"""

import os

import dagster as dg

from orchestration import progress
from orchestration.defs.previews import OWNERS
from orchestration.defs.publication import PUBLISHED
from orchestration.defs.site import SITE
from orchestration.defs.workspace import Workspace
from orchestration.products.produce import make_products

PRODUCTS = dg.AssetKey(["published", "products"])


@dg.asset(
    key=PRODUCTS,
    deps=[PUBLISHED, SITE],  # the ledger links to pages of the site
    group_name="publication",
    owners=OWNERS,
    kinds={"excel", "word"},
    description="Problem ledger, review letters and score-check tables of the published build.",
)
def products(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Make all products; a template that cannot be used is said in words and stops only its own papers."""
    lang = "en" if os.environ.get("JIHE_LANG") == "en" else "zh"
    made = make_products(
        workspace.folders, lang, progress=lambda done, total: progress.report("publish", done, total)
    )
    for problem in made.problems:
        context.log.warning(problem)
    return dg.MaterializeResult(
        metadata={
            "ledger": dg.MetadataValue.path(made.ledger),
            "letters": dg.MetadataValue.path(made.letters),
            "score_check_tables": dg.MetadataValue.path(made.score_tables),
            "files": made.files,
            "not_made": dg.MetadataValue.md("\n".join(f"- {problem}" for problem in made.problems) or "—"),
            "kept_in_outbox": [str(path) for path in made.kept],
        }
    )
