"""dbt's adapter for Spark with one thing more: it can say a model, written in DuckDB's SQL, in Spark's.

Belongs here: what dbt-spark lacks, and putting it in dbt-spark's place. Does not belong here: the
translation (dialect) and the macros that call it (``dbt_project/macros/portable/spark.sql``).
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import dbt.adapters.spark
from dbt.adapters.base import AdapterPlugin, available
from dbt.adapters.spark import SparkAdapter as DbtSparkAdapter
from dbt.adapters.spark import SparkCredentials
from dbt.include import spark

from orchestration.engines.dialect import in_spark_sql

ENGINE = "JIHE_ENGINE"


@dataclass
class ClusterCredentials(SparkCredentials):  # type: ignore[misc, unused-ignore]
    """How a session of the engine of this run is found; the session itself is opened before dbt begins."""

    def __post_init__(self) -> None:
        """Name the server of Spark Connect; a session with its driver in this process is found without."""
        super().__post_init__()
        engine = os.environ.get(ENGINE, "")
        if engine.startswith("sc://"):
            self.server_side_parameters["spark.remote"] = engine
        # dbt-spark turns ANSI off, and with it the errors: what does not fit would silently be null
        self.server_side_parameters["spark.sql.ansi.enabled"] = "true"


class SparkAdapter(DbtSparkAdapter):  # type: ignore[misc, unused-ignore]
    """dbt-spark with ``adapter.in_spark_sql``. It must bear this name: dbt finds the type of an adapter by it."""

    @available  # type: ignore[untyped-decorator, unused-ignore]
    def in_spark_sql(self, sql: str) -> str:
        """One query of a compiled model, for Spark."""
        return in_spark_sql(sql)


def install() -> None:
    """Let dbt use this adapter wherever it looks for that of Spark."""
    dbt.adapters.spark.Plugin = AdapterPlugin(
        adapter=SparkAdapter, credentials=ClusterCredentials, include_path=spark.PACKAGE_PATH
    )
