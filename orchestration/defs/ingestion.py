# mypy: disable-error-code="type-arg"
"""Assets from the inbox to the lake.

Belongs here: scanning, reading, and the memory of findings, as Dagster assets.
Does not belong here: how they work (orchestration.lake, orchestration.publishing).
"""

from collections.abc import Iterator
from datetime import timedelta

import dagster as dg

from extraction.schema import TABLES
from extraction.version import EXTRACTOR_VERSION
from orchestration import progress
from orchestration.dagster_home import WRITER_POOL
from orchestration.defs.collections import COLLECTION, say_read
from orchestration.defs.previews import OWNERS, column_schema, markdown_table, preview
from orchestration.defs.retries import retried
from orchestration.defs.workspace import Workspace
from orchestration.lake.ingest import Ingested, ingest, scan_inbox
from orchestration.publishing.seen import remember_findings
from orchestration.warehouse.query import lake_and_build

INBOX = dg.AssetKey(["inbox"])


@dg.asset(
    key=INBOX,
    deps=[COLLECTION],
    group_name="inbox",
    owners=OWNERS,
    kinds={"file"},
    pool=WRITER_POOL,
    freshness_policy=dg.FreshnessPolicy.time_window(
        warn_window=timedelta(hours=26), fail_window=timedelta(days=3)
    ),
    description="Folder of received files: what lies in it now. Begins the build of this run.",
)
def inbox(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Scan the inbox and begin a build."""
    progress.report("scan")
    if not workspace.root.is_dir():
        raise dg.Failure(f"{workspace.root}: 收件箱文件夹不存在 / the folder of reports does not exist")
    build = workspace.begin_build(context.run_id)
    with retried(context):
        found = scan_inbox(workspace.root, workspace.folders.lake)
    listed = [(item.relative_path, item.size_bytes, item.problem or "") for item in found.receipts[:50]]
    return dg.MaterializeResult(
        metadata={
            "files": len(found.receipts),
            "left_out": found.skipped,
            "still_being_written": found.growing,
            "folder": dg.MetadataValue.path(workspace.root),
            "build": build.build_id,
            "preview": markdown_table(("file", "bytes", "problem"), listed),
        }
    )


@dg.asset(
    key=["run", "findings_seen"],
    deps=[INBOX],
    group_name="findings",
    owners=OWNERS,
    kinds={"parquet"},
    description="When each finding was first published, taken from what is published now.",
)
def findings_seen(workspace: Workspace) -> dg.MaterializeResult:
    """Remember the published findings."""
    return dg.MaterializeResult(metadata={"dagster/row_count": remember_findings(workspace.folders)})


@dg.multi_asset(
    name="lake",
    pool=WRITER_POOL,
    specs=[
        dg.AssetSpec(
            ["lake", table.name],
            deps=[INBOX],
            group_name="lake",
            owners=OWNERS,
            kinds={"parquet", "python"},
            description=table.grain[0].upper() + table.grain[1:] + ".",
            metadata={"dagster/column_schema": column_schema(table)},
            code_version=EXTRACTOR_VERSION,
        )
        for table in TABLES
    ],
)
def lake(context: dg.AssetExecutionContext, workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Read documents that this extractor version has not read, in parallel worker processes."""
    home = workspace.folders
    progress.report("extract")
    with retried(context):
        found = scan_inbox(workspace.root, home.lake)
        result = ingest(
            home.lake,
            found,
            EXTRACTOR_VERSION,
            workers=workspace.workers,
            progress=lambda done, total: progress.report("extract", done, total),
            read=workspace.machine.read,
        )
    say_read(context, found.receipts, result.documents)
    context.log.info(f"{result.read} documents read, {result.kept} known, {result.by_status}")
    progress.report("lake")
    with lake_and_build(home, found.root) as connection:
        for table in TABLES:
            metadata = preview(connection, f"lake.{table.name}")
            if table.name == "documents":
                metadata |= _reading(result)
            yield dg.MaterializeResult(asset_key=["lake", table.name], metadata=metadata)


def _reading(result: Ingested) -> dict[str, int]:
    by_status = {f"status_{status}": count for status, count in sorted(result.by_status.items())}
    return {"read_now": result.read, "read_before": result.kept, **by_status}
