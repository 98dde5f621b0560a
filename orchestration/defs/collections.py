# mypy: disable-error-code="type-arg"
"""Collections as partitions: reading one folder of the inbox.

Belongs here: the partitions, the asset that reads one of them, and what a whole run says of them.
Does not belong here: what a collection is (orchestration.season.collections), noticing changes (watching).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import dagster as dg

from extraction.version import EXTRACTOR_VERSION
from orchestration import progress
from orchestration.dagster_home import WRITER_POOL
from orchestration.defs.previews import OWNERS, markdown_table
from orchestration.defs.retries import retried
from orchestration.defs.workspace import Workspace
from orchestration.lake.inbox import Receipt
from orchestration.lake.ingest import ingest, scan_inbox
from orchestration.season.collections import collection_of

COLLECTION = dg.AssetKey(["inbox", "collection"])
COLLECTIONS = dg.DynamicPartitionsDefinition(name="collections")
_SHOWN = 50


@dg.asset(
    key=COLLECTION,
    partitions_def=COLLECTIONS,
    group_name="inbox",
    owners=OWNERS,
    kinds={"file", "python"},
    pool=WRITER_POOL,
    code_version=EXTRACTOR_VERSION,
    description="One folder of the inbox, usually a fiscal year: its files are read into the lake.",
)
def collection(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Read what is new in one collection. What was read before is not read again."""
    progress.report("extract")
    home = workspace.folders
    with retried(context):
        found = scan_inbox(workspace.root, home.lake)
        mine = [receipt for receipt in found.receipts if collection_of(receipt) == context.partition_key]
        result = ingest(
            home.lake,
            replace(found, receipts=mine),
            EXTRACTOR_VERSION,
            workers=workspace.workers,
            read=workspace.machine.read,
        )
    return dg.MaterializeResult(
        metadata={"read_now": result.read, **_described(mine, result.documents, context.partition_key)}
    )


def say_read(
    context: dg.AssetExecutionContext, receipts: Sequence[Receipt], documents: Sequence[Mapping[str, Any]]
) -> None:
    """After a whole run: every collection is a partition, and was read."""
    by_collection: dict[str, list[Receipt]] = {}
    for receipt in receipts:
        by_collection.setdefault(collection_of(receipt), []).append(receipt)
    context.instance.add_dynamic_partitions(str(COLLECTIONS.name), list(by_collection))
    for key, mine in sorted(by_collection.items()):
        context.log_event(
            dg.AssetMaterialization(COLLECTION, partition=key, metadata=_described(mine, documents, key))
        )


def _described(
    receipts: Sequence[Receipt], documents: Sequence[Mapping[str, Any]], key: str
) -> dict[str, Any]:
    """How many files, what became of them, and a table of those that need somebody's eye first."""
    ids = {receipt.receipt_id for receipt in receipts}
    rows = [row for row in documents if row["receipt_id"] in ids]
    names = ("relative_path", "status", "department_name", "fiscal_year", "message_zh")
    rows.sort(key=lambda row: (row["status"] == "extracted", row["relative_path"]))
    counts = {
        f"status_{name}": count for name, count in sorted(Counter(row["status"] for row in rows).items())
    }
    return {
        "files": len(receipts),
        **counts,
        "collection": key,
        "preview": markdown_table(names, [[row[name] for name in names] for row in rows[:_SHOWN]]),
    }
