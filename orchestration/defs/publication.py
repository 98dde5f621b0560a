# mypy: disable-error-code="type-arg"
"""The last asset: the published file.

Belongs here: asking the gate and publishing.
Does not belong here: how a file is replaced (publishing.publish).
"""

from collections.abc import Sequence
from datetime import timedelta

import dagster as dg

from orchestration import progress
from orchestration.dagster_home import WRITER_POOL
from orchestration.defs.previews import OWNERS, markdown_table
from orchestration.defs.workspace import Workspace
from orchestration.publishing.builds import keep, working_database
from orchestration.publishing.outcomes import gate_problems
from orchestration.publishing.publish import publish, seal
from orchestration.publishing.summary import count
from orchestration.warehouse.descriptions import comment_on_tables

PUBLISHED = dg.AssetKey(["published", "jihe"])


def publication(upstream: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """The published warehouse; it waits for every table and for the Data Docs."""

    @dg.asset(
        key=PUBLISHED,
        deps=[*upstream, dg.AssetKey(["data_docs"])],
        group_name="publication",
        owners=OWNERS,
        pool=WRITER_POOL,
        freshness_policy=dg.FreshnessPolicy.time_window(
            warn_window=timedelta(hours=26), fail_window=timedelta(days=3)
        ),
        kinds={"duckdb"},
        description="The only file that readers open, replaced in one step by an audited build.",
    )
    def published(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
        build = workspace.build(context.run_id)
        home = workspace.folders
        progress.report("publish")
        problems = gate_problems(build.folder(home), workspace.gates())
        if problems:
            workspace.refuse(build, problems)
            raise dg.Failure("未发布 / not published:\n" + "\n".join(problems))
        comment_on_tables(working_database(home))
        seal(working_database(home), build)
        build.counts = count(working_database(home))
        build.audited = True
        keep(home, build)
        publish(home, build)
        counts = [(name, value) for name, value in build.counts.items() if isinstance(value, int)]
        return dg.MaterializeResult(
            metadata={
                "path": dg.MetadataValue.path(home.published),
                "build": build.build_id,
                "counts": markdown_table(("what", "how many"), counts),
            }
        )

    return published
