"""The engine that is a Spark cluster: one session, two duties.

Belongs here: opening the session and handing the duties on. Does not belong here: the duties
(reading, warehouse).
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence

from pyspark.errors import PySparkException  # type: ignore[import-not-found, unused-ignore]

from orchestration.engines.reading import read_on_cluster
from orchestration.engines.session import opened_session
from orchestration.engines.warehouse import build_on_cluster, cluster_folder, forget
from orchestration.lake.ingest import Progress, Work
from orchestration.paths import Home
from orchestration.publishing.builds import Build
from orchestration.warehouse.changed import Changed
from orchestration.warehouse.runner import NodeResult


class Spark:
    """A Spark cluster behind an address."""

    def __init__(self, address: str) -> None:
        self.address = address

    def read(self, work: Work, progress: Progress) -> None:
        """Read documents into new batches of the lake; the cluster decides how many at a time."""
        if work.receipts:
            with opened_session(self.address) as session:
                read_on_cluster(session, work, progress)

    def build(self, home: Home, build: Build, chosen: Sequence[str], progress: Progress) -> list[NodeResult]:
        """Build the models on the cluster and bring them into the working database."""
        with opened_session(self.address) as session:
            return build_on_cluster(session, self.address, home, build, chosen, progress)

    def changed(self, home: Home, build: Build) -> None:
        """A cluster always makes the whole: it keeps no tables from one run to the next."""

    def build_part(self, home: Home, build: Build, changed: Changed, progress: Progress) -> list[NodeResult]:
        """Never asked for."""
        raise NotImplementedError

    def finish(self, home: Home, build: Build) -> None:
        """Drop the build's tables on the cluster and delete their files."""
        # a server that is gone has forgotten the tables itself
        with contextlib.suppress(PySparkException), opened_session(self.address) as session:
            forget(session, cluster_folder(home, build))
        shutil.rmtree(cluster_folder(home, build), ignore_errors=True)
