"""The session with a Spark cluster.

Belongs here: the settings on which the results depend. Does not belong here: sizes of the cluster, which
its own configuration says (``deploy/spark``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

#: What makes both engines mean the same.
SETTINGS = {
    # what does not fit is an error, and never silently null
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    # DuckDB takes other timestamps for local ones
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    # batches of older extractors lack the newer columns
    "spark.sql.parquet.mergeSchema": "true",
}
#: A driver in this process writes where the user reads.
_QUIET = {"spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
#: Variables that would send a session elsewhere than its address says.
_MISLEADING = ("MASTER", "SPARK_REMOTE")


@contextmanager
def opened_session(address: str) -> Iterator[SparkSession]:
    """A session with the cluster at an address; one is kept for the whole process, as Spark wants it."""
    for name in _MISLEADING:
        os.environ.pop(name, None)
    # the interpreter that has our packages; a server of Spark Connect has its own setting
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("jihe")
    remote = address.startswith("sc://")
    builder = builder.remote(address) if remote else builder.master(address)
    for name, value in (SETTINGS if remote else SETTINGS | _QUIET).items():
        builder = builder.config(name, value)
    yield builder.getOrCreate()
