# mypy: disable-error-code="type-arg"
"""Telling people: a digest after publication, what is to be sent again, a failed run.

Belongs here: the asset and the sensors. Does not belong here: what is told and how it is sent (orchestration.alerts).
Nothing here ever fails a run: what could not be told is told later.
"""

from typing import Any

import dagster as dg

from orchestration.alerts.announce import announce
from orchestration.alerts.deliver import Delivered, deliver
from orchestration.alerts.incidents import tell_operators
from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.settings import load_settings
from orchestration.defs.previews import OWNERS, markdown_table
from orchestration.defs.publication import PUBLISHED
from orchestration.defs.workspace import Workspace
from orchestration.paths import Home, reference_folder
from orchestration.publishing.builds import build_of_run

ALERTS = dg.AssetKey(["published", "alerts"])


@dg.asset(
    key=ALERTS,
    deps=[PUBLISHED],
    group_name="publication",
    owners=OWNERS,
    kinds={"email"},
    description="One digest for each office of what is new, worse or ended, sent through its channels and kept in the outbox.",
)
def alerts(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Tell offices what changed. The build is published already, and stays so whatever happens here."""
    home = workspace.folders
    try:
        settings = load_settings(reference_folder())
        announced = announce(home, settings)
        done = deliver(home, settings)
    except Exception as error:  # noqa: BLE001 - alerts never make a build fail
        context.log.warning(f"alerts: {error}")
        return dg.MaterializeResult(metadata={"not_told": str(error)})
    for channel, problem in done.errors.items():
        context.log.warning(f"{channel}: {problem}")
    rows = [
        (office, what, number)
        for office, told in announced.by_office.items()
        for what, number in told.items()
    ]
    return dg.MaterializeResult(
        metadata={
            "told": markdown_table(("office", "change", "how many"), rows),
            "outbox": dg.MetadataValue.path(outbox_folder(home)),
            **_delivered(done),
        }
    )


def _delivered(done: Delivered) -> dict[str, Any]:
    problems = [f"- {channel}: {problem}" for channel, problem in done.errors.items()]
    return {
        "sent": done.sent,
        "waiting": done.waiting,
        "given_up": done.failed,
        "problems": dg.MetadataValue.md("\n".join(problems) or "—"),
    }


def alert_sensors(home: Home) -> list[dg.SensorDefinition]:
    """The sensors of one home: for failed runs, and for what waits to be sent again."""

    @dg.run_failure_sensor(
        name="alert_on_failed_run",
        minimum_interval_seconds=30,
        monitor_all_code_locations=True,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Tells the operators that a run failed, why, and where to look.",
    )
    def alert_on_failed_run(context: dg.RunFailureSensorContext) -> None:
        run_id = context.dagster_run.run_id
        build = build_of_run(home, run_id)
        # Why a build was refused is said in words there; a blocked step names only its checks.
        reasons = build.problems if build is not None and build.problems else failures(context)
        problem = tell_operators(home, run_id, reasons)
        if problem:
            context.log.warning(f"alerts: {problem}")

    @dg.sensor(
        name="alerts_waiting",
        minimum_interval_seconds=60,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Sends again what could not be sent before.",
    )
    def alerts_waiting(_context: dg.SensorEvaluationContext) -> dg.SkipReason:
        try:
            done = deliver(home, load_settings(reference_folder()), pauses=())
        except Exception as error:  # noqa: BLE001 - a sensor that raises fills the UI with errors
            return dg.SkipReason(f"alerts: {error}")
        return dg.SkipReason(f"sent {done.sent}, waiting {done.waiting}, given up {done.failed}")

    return [alert_on_failed_run, alerts_waiting]


def failures(context: dg.RunFailureSensorContext) -> list[str]:
    """Why a run failed: what its steps said, innermost cause first."""
    reasons = []
    for event in context.get_step_failure_events():
        data = event.step_failure_data
        described = data.user_failure_data.description if data.user_failure_data else None
        error = data.error
        while error is not None and error.cause is not None:
            error = error.cause
        reasons.append(f"{event.step_key}: {described or (error.message if error else event.message)}")
    return reasons or [str(context.failure_event.message)]
