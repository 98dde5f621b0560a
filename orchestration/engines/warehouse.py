"""The dbt project on a cluster: seeds and tests on DuckDB as ever, models on Spark, their tables brought back.

Belongs here: the order of these steps. Does not belong here: SQL (dbt_project) and moving tables (tables).

Whatever follows the models (expectations, gate, publication, products) reads the build's DuckDB file and knows nothing of clusters.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

from orchestration.engines import adapter
from orchestration.engines.tables import bring_back, lend_reference, register
from orchestration.lake.ingest import Progress
from orchestration.paths import Home
from orchestration.publishing.builds import Build, working_database
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.invocation import target_path
from orchestration.warehouse.runner import NodeResult, run_dbt

_TARGET = "spark"


def build_on_cluster(
    session: SparkSession, address: str, home: Home, build: Build, chosen: Sequence[str], progress: Progress
) -> list[NodeResult]:
    """Build and test the chosen part of the project; results of seeds, models and tests."""
    variables = dbt_environment(home, build.root)
    results = run_dbt(home, ["seed", *chosen], variables)
    if any(result.is_failure for result in results):
        return results
    folder = cluster_folder(home, build)
    lend_reference(working_database(home), folder, schema_prefix(build))
    register(session, folder)
    adapter.install()
    results += run_dbt(
        home,
        ["run", *chosen],
        {
            **variables,
            adapter.ENGINE: address,
            "JIHE_SPARK_SCHEMA": schema_prefix(build),
            "JIHE_SPARK_WAREHOUSE": str(folder),
        },
        progress=progress,
        target=_TARGET,
    )
    built = [result.unique_id for result in results if result.kind == "model" and result.status == "success"]
    bring_back(
        target_path(home, _TARGET) / "manifest.json",
        folder,
        working_database(home),
        schema_prefix(build),
        built,
    )
    if any(result.is_failure for result in results):
        return results
    return results + run_dbt(home, ["test", *chosen], variables)


def forget(session: SparkSession, folder: Path) -> None:
    """Drop the schemas of a build."""
    for path in folder.iterdir() if folder.is_dir() else ():
        session.sql(f"drop schema if exists {path.name} cascade")


def schema_prefix(build: Build) -> str:
    """What the names of a build's schemas begin with; many builds share one cluster."""
    return "jihe_" + "".join(sign if sign.isalnum() else "_" for sign in build.build_id.lower())


def cluster_folder(home: Home, build: Build) -> Path:
    """Where the cluster keeps the tables of a build: a folder that all its machines see."""
    return build.folder(home) / "cluster"
