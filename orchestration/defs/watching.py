# mypy: disable-error-code="type-arg"
"""Noticing what arrives: the sensor that starts runs.

Belongs here: asking for one run per change, and Dagster's records of runs that were killed.
Does not belong here: looking at the folder (orchestration.season.collections), what a run does (jobs).
"""

import json
from dataclasses import asdict
from pathlib import Path

import dagster as dg

from orchestration.dagster_home import settle_dead_runs
from orchestration.defs.collections import COLLECTIONS
from orchestration.defs.jobs import pipeline, receive
from orchestration.defs.workspace import INBOX_OR_SAMPLES, reports_folder
from orchestration.paths import SAMPLES, Home
from orchestration.season.collections import Watch, season_state, states

SECONDS_BETWEEN_LOOKS = 30
#: The tables of the season are watched as a collection would be; no folder has this name.
_SEASON = "\x00season"


def inbox_sensor(home: Home, reports: str) -> dg.SensorDefinition:
    """The sensor of one inbox; it works by itself where reports arrive, not on the bundled samples."""
    # An inbox that is still empty is watched as well, while runs show the samples.
    root = home.inbox if reports == INBOX_OR_SAMPLES else reports_folder(home, reports)

    @dg.sensor(
        name="inbox_watch",
        jobs=[receive, pipeline],
        minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
        default_status=automatic(root),
        description="Sees new and changed files once they are complete, and starts one run for each collection;"
        " corrections, explanations and the list of what is due start a run as well.",
    )
    def inbox_watch(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        settle_dead_runs(context.instance)
        now = states(root)
        season = season_state(home.season)
        if season is not None:
            now[_SEASON] = season
        watch = Watch(**json.loads(context.cursor)) if context.cursor else Watch()
        ready = watch.look(now)
        cursor = json.dumps(asdict(watch), ensure_ascii=False)
        if not ready:
            context.update_cursor(cursor)
            return dg.SkipReason(f"没有新的完整文件 / nothing new that is complete ({len(now)} collections)")
        found = [key for key in ready if key != _SEASON]
        known = set(context.instance.get_dynamic_partitions(str(COLLECTIONS.name)))
        new = [key for key in found if key not in known]
        return dg.SensorResult(
            run_requests=_requests(ready, found),
            dynamic_partitions_requests=[COLLECTIONS.build_add_request(new)] if new else [],
            cursor=cursor,
        )

    return inbox_watch


def automatic(root: Path) -> dg.DefaultSensorStatus:
    """On for a real inbox."""
    return dg.DefaultSensorStatus.STOPPED if root == SAMPLES else dg.DefaultSensorStatus.RUNNING


def _requests(ready: dict[str, str], found: list[str]) -> list[dg.RunRequest]:
    """One run per collection, and one for the season's tables unless a collection's run takes them along."""
    requests = [
        dg.RunRequest(run_key=f"{key}:{ready[key]}", job_name=receive.name, partition_key=key)
        for key in found
    ]
    if not requests:
        requests.append(dg.RunRequest(run_key=f"season:{ready[_SEASON]}", job_name=pipeline.name))
    return requests
