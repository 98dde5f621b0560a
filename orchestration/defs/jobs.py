"""Jobs and schedules.

Belongs here: what can be started, and when it starts by itself.
Does not belong here: the assets.
"""

import dagster as dg

pipeline = dg.define_asset_job(
    "pipeline",
    selection=dg.AssetSelection.all(),
    description="The whole way: inbox, lake, warehouse, expectations, findings, publication.",
    tags={"team": "performance_office"},
)

nightly = dg.ScheduleDefinition(
    name="nightly",
    job=pipeline,
    cron_schedule="0 3 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="Reads what arrived during the day. Off until somebody turns it on in the UI.",
)
