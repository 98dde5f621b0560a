"""Everything Dagster knows of the project, put together.

Belongs here: building the Definitions from the modules of ``orchestration.defs``.
Does not belong here: any asset, check or job. The home and the inbox come from JIHE_HOME and
JIHE_REPORTS, so that the command line, the UI and tests load the same code.
"""

import os

import dagster as dg

from orchestration.defs.alerting import alert_sensors, alerts
from orchestration.defs.collections import collection
from orchestration.defs.ingestion import findings_seen, inbox, lake
from orchestration.defs.jobs import nightly_schedule, pipeline, receive
from orchestration.defs.judgement import data_docs, flagged_verdicts, gate_and_consistency_checks
from orchestration.defs.products import site_and_products
from orchestration.defs.publication import publication
from orchestration.defs.season import reviewed_checks, season
from orchestration.defs.transformation import dbt_definitions
from orchestration.defs.watching import inbox_sensor
from orchestration.defs.workspace import Workspace, reports_folder
from orchestration.engines.engine import LOCAL
from orchestration.paths import Home
from orchestration.warehouse.manifest import prepared_manifest


def build_definitions(
    home: Home,
    reports: str,
    workers: int | None = None,
    wait_seconds: float = 3600.0,
    engine: str = LOCAL,
) -> dg.Definitions:
    """The definitions for one home and one inbox."""
    transformation = dbt_definitions(prepared_manifest(home, str(reports_folder(home, reports))))
    tables = [key for step in transformation for key in step.keys]
    return dg.Definitions(
        assets=[
            collection,
            inbox,
            findings_seen,
            lake,
            season,
            *transformation,
            flagged_verdicts,
            data_docs,
            publication(tables),
            site_and_products,
            alerts,
        ],
        asset_checks=[*gate_and_consistency_checks(), reviewed_checks],
        jobs=[pipeline, receive],
        schedules=[nightly_schedule(reports)],
        sensors=[inbox_sensor(home, reports), *alert_sensors(home)],
        resources={
            "workspace": Workspace(
                home=str(home.path),
                reports=reports,
                workers=workers,
                wait_seconds=wait_seconds,
                engine=engine,
            )
        },
        # One process: DuckDB lets one process write, and a step's start-up costs more than its work.
        executor=dg.in_process_executor,
    )


def _from_environment() -> dg.Definitions:
    home = Home.at()
    workers = os.environ.get("JIHE_WORKERS")
    reports = os.environ.get("JIHE_REPORTS") or str(home.inbox)
    engine = os.environ.get("JIHE_ENGINE") or LOCAL
    return build_definitions(home, reports, int(workers) if workers else None, engine=engine)


@dg.definitions
def defs() -> dg.Definitions:
    """What Dagster loads."""
    return _from_environment()
