# mypy: disable-error-code="type-arg"
"""The one resource: a working home, the inbox to read, and the lock that lets one run write at a time.

Belongs here: what assets ask of the home.
Does not belong here: what they do with it. (No postponed annotations in this folder: Dagster reads them.)
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from expectations.lake_integrity import lake_suite
from expectations.model import Outcome, Suite
from expectations.warehouse_integrity import findings_suite, warehouse_suite
from extraction.version import EXTRACTOR_VERSION
from orchestration import progress
from orchestration.engines.engine import LOCAL, Engine, engine_named
from orchestration.lake.damage import damage_behind_failure
from orchestration.paths import SAMPLES, Home, reference_folder
from orchestration.publishing import outcomes
from orchestration.publishing.builds import Build, abandon_unfinished, build_of_run, keep, new_build
from orchestration.publishing.lock import locked
from orchestration.publishing.publish import published_build

#: Reports of the home's inbox; the bundled samples as long as that is empty.
INBOX_OR_SAMPLES = "inbox-or-samples"


def reports_folder(home: Home, reports: str) -> Path:
    """The folder that is meant, looked up anew for every run: an empty inbox fills."""
    if reports != INBOX_OR_SAMPLES:
        return Path(reports).expanduser().resolve()
    has_files = home.inbox.is_dir() and any(home.inbox.iterdir())
    return home.inbox if has_files else SAMPLES


class Workspace(dg.ConfigurableResource):
    """A working home and the folder of reports to read."""

    home: str
    reports: str
    workers: int | None = None
    wait_seconds: float = 3600.0
    engine: str = LOCAL

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Workspace", None, None]:
        """Hold the lock of the home for the whole run."""

        def tell(busy: Exception) -> None:
            progress.report("wait")
            if context.log is not None:
                context.log.warning(str(busy))

        with locked(self.folders, wait_seconds=self.wait_seconds, on_wait=tell):
            yield self

    @property
    def folders(self) -> Home:
        """The home's folders."""
        return Home.at(self.home)

    @property
    def machine(self) -> Engine:
        """Where documents are read and models are built."""
        return engine_named(self.engine)

    @property
    def root(self) -> Path:
        """The inbox of this run."""
        return reports_folder(self.folders, self.reports)

    def begin_build(self, run_id: str) -> Build:
        """Clear what killed runs left and begin the build of this run."""
        published = published_build(self.folders)
        abandon_unfinished(self.folders, published["build_id"] if published else None)
        return new_build(self.folders, run_id, str(self.root), EXTRACTOR_VERSION)

    def build(self, run_id: str) -> Build:
        """The build of this run.

        Raises:
            dagster.Failure: when the run did not begin with the inbox.
        """
        build = build_of_run(self.folders, run_id)
        if build is None:
            raise dg.Failure(
                "本次运行没有从收件箱开始，没有可用的构建。请运行整个作业 pipeline。"
                " / This run did not begin with the inbox; run the whole job 'pipeline'."
            )
        return build

    def store(self, build: Build) -> Path:
        """The Great Expectations project of a build."""
        return build.folder(self.folders) / "expectations"

    def gates(self) -> list[Suite]:
        """The suites that must pass before publication."""
        return [lake_suite(), warehouse_suite(reference_folder()), findings_suite()]

    def refuse(self, build: Build, problems: Sequence[str]) -> None:
        """Record why a build must not be published."""
        build.status = "refused"
        build.problems.extend(problems)
        keep(self.folders, build)

    def keep_outcomes(self, build: Build, suite: Suite, judged: Sequence[Outcome]) -> None:
        """Keep what a suite found; a gate's failure refuses the build."""
        outcomes.save(build.folder(self.folders), suite.name, judged)
        faults = [outcome for outcome in judged if outcome.is_our_fault]
        if suite.is_gate and faults:
            damaged = damage_behind_failure(self.folders.lake)
            self.refuse(build, [*damaged, *(f"{fault.description}（{fault.name}）" for fault in faults)])
