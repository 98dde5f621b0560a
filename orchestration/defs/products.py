# mypy: disable-error-code="type-arg"
"""What people work with, made of the published build: the review site, ledger, letters, score-check tables.

Belongs here: the two assets, in one step, and whether they are made side by side. Does not belong here: making them
(orchestration.site, orchestration.products).
"""

import os
from collections.abc import Iterator

import dagster as dg

from orchestration import progress
from orchestration.beside import begin
from orchestration.defs.previews import OWNERS
from orchestration.defs.publication import PUBLISHED
from orchestration.defs.workspace import Workspace
from orchestration.paths import Home
from orchestration.products.produce import Products, make_products
from orchestration.publishing.builds import find_build
from orchestration.publishing.publish import published_build
from orchestration.site.make import Site, make_site

SITE = dg.AssetKey(["published", "site"])
PRODUCTS = dg.AssetKey(["published", "products"])


@dg.multi_asset(
    name="products",
    can_subset=True,
    specs=[
        dg.AssetSpec(
            SITE,
            deps=[PUBLISHED],
            group_name="publication",
            owners=OWNERS,
            kinds={"html"},
            skippable=True,
            description="Pages for reviewers that open without a server: overview, list of reports, evidence of each.",
        ),
        dg.AssetSpec(
            PRODUCTS,
            deps=[PUBLISHED, SITE],  # the ledger links to pages of the site
            group_name="publication",
            owners=OWNERS,
            kinds={"excel", "word"},
            skippable=True,
            description="Problem ledger, review letters and score-check tables of the published build.",
        ),
    ],
)
def site_and_products(
    context: dg.AssetExecutionContext, workspace: Workspace
) -> Iterator[dg.MaterializeResult]:
    """Make both; side by side where little is new, or each takes all processors by itself."""
    home, chosen = workspace.folders, context.selected_asset_keys
    lang = "en" if os.environ.get("JIHE_LANG") == "en" else "zh"
    little = _is_little_new(home)
    if little and chosen == {SITE, PRODUCTS}:
        made = begin(make_products, home, lang, thorough=False, site_comes=True)
        try:
            site = make_site(home, lang, progress=_tell, thorough=False)
        finally:
            products = made()  # nobody else may work in this home before
        yield _site_result(context, site)
        yield _products_result(context, products)
        return
    if SITE in chosen:
        yield _site_result(context, make_site(home, lang, progress=_tell, thorough=not little))
    if PRODUCTS in chosen:
        yield _products_result(context, make_products(home, lang, progress=_tell, thorough=not little))


def _tell(done: int, total: int) -> None:
    progress.report("publish", done, total)


def _is_little_new(home: Home) -> bool:
    """Whether most of the published build was taken over; else pages and papers keep all processors busy, one after the other."""
    published = published_build(home)
    build = find_build(home, published["build_id"]) if published else None
    return build is not None and build.base is not None


def _site_result(context: dg.AssetExecutionContext, made: Site) -> dg.MaterializeResult:
    if made.without_text:
        context.log.warning(f"{made.without_text} 份报告没有保存原文 / reports without their text")
    return dg.MaterializeResult(
        asset_key=SITE,
        metadata={"index": dg.MetadataValue.path(made.index), "dagster/row_count": made.reports},
    )


def _products_result(context: dg.AssetExecutionContext, made: Products) -> dg.MaterializeResult:
    """A template that cannot be used is said in words and stops only its own papers."""
    for problem in made.problems:
        context.log.warning(problem)
    return dg.MaterializeResult(
        asset_key=PRODUCTS,
        metadata={
            "ledger": dg.MetadataValue.path(made.ledger),
            "letters": dg.MetadataValue.path(made.letters),
            "score_check_tables": dg.MetadataValue.path(made.score_tables),
            "files": made.files,
            "not_made": dg.MetadataValue.md("\n".join(f"- {problem}" for problem in made.problems) or "—"),
            "kept_in_outbox": [str(path) for path in made.kept],
        },
    )
