# mypy: disable-error-code="type-arg"
"""The review site of the published build.

Belongs here: the asset. Does not belong here: making the pages (orchestration.site).
"""

import os

import dagster as dg

from orchestration import progress
from orchestration.defs.previews import OWNERS
from orchestration.defs.publication import PUBLISHED
from orchestration.defs.workspace import Workspace
from orchestration.site.make import make_site

SITE = dg.AssetKey(["published", "site"])


@dg.asset(
    key=SITE,
    deps=[PUBLISHED],
    group_name="publication",
    owners=OWNERS,
    kinds={"html"},
    description="Pages for reviewers that open without a server: overview, list of reports, evidence of each.",
)
def site(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Make all pages; a report whose text is not kept is said so, and shows quotations instead."""
    lang = "en" if os.environ.get("JIHE_LANG") == "en" else "zh"
    made = make_site(
        workspace.folders, lang, progress=lambda done, total: progress.report("publish", done, total)
    )
    if made.without_text:
        context.log.warning(f"{made.without_text} 份报告没有保存原文 / reports without their text")
    return dg.MaterializeResult(
        metadata={"index": dg.MetadataValue.path(made.index), "dagster/row_count": made.reports}
    )
