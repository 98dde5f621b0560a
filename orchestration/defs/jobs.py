"""Jobs and schedules.

Belongs here: what can be started, and when it starts by itself.
Does not belong here: the assets, and noticing new files (watching).
"""

from pathlib import Path

import dagster as dg

from orchestration.defs.collections import COLLECTION, COLLECTIONS
from orchestration.paths import SAMPLES

#: A run with this tag makes the whole warehouse anew, however little has changed.
WHOLE_TAG = "jihe/whole"
_TEAM = {"team": "performance_office"}

pipeline = dg.define_asset_job(
    "pipeline",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets(COLLECTION),
    description="The whole way: inbox, lake, warehouse, expectations, findings, publication.",
    tags=_TEAM,
)

receive = dg.define_asset_job(
    "receive",
    selection=dg.AssetSelection.all(),
    partitions_def=COLLECTIONS,
    description="The whole way after files of one collection have arrived.",
    tags=_TEAM,
)


def nightly_schedule(reports: str) -> dg.ScheduleDefinition:
    """The nightly rebuild; on by itself where reports arrive, not on the bundled samples."""
    is_sample = Path(reports).expanduser().resolve() == SAMPLES
    return dg.ScheduleDefinition(
        name="nightly",
        job=pipeline,
        tags={WHOLE_TAG: "nightly"},
        cron_schedule="0 3 * * *",
        execution_timezone="Asia/Shanghai",
        default_status=dg.DefaultScheduleStatus.STOPPED if is_sample else dg.DefaultScheduleStatus.RUNNING,
        description="Builds everything anew at 03:00: what was missed, deadlines that have passed, new reference data.",
    )
