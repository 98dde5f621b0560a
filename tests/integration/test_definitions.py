"""Dagster's view of the project: it loads, everything has an owner and a description, the gate stands in the way."""

import re
from collections.abc import Iterator

import dagster as dg
import pytest

from orchestration.dagster_home import WRITER_POOL
from orchestration.definitions import build_definitions
from orchestration.defs.collections import COLLECTION
from orchestration.defs.publication import PUBLISHED
from orchestration.paths import SAMPLES
from orchestration.season.collections import TOP
from tests.integration.conftest import Finished


@pytest.fixture(scope="module")
def definitions(finished: Finished) -> dg.Definitions:
    return build_definitions(finished.home, str(SAMPLES))


def test_every_asset_of_ours_is_described_owned_and_grouped(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for key in graph.materializable_asset_keys:
        node = graph.get(key)
        assert node.group_name not in (None, "default"), key
        assert node.owners, key
        assert node.description, key
        assert node.kinds, key


def test_publication_waits_for_every_table(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    upstream = dg.AssetSelection.assets(PUBLISHED).upstream().resolve(graph)
    downstream = dg.AssetSelection.assets(PUBLISHED).downstream().resolve(graph)
    assert upstream | downstream == graph.materializable_asset_keys
    assert not {key for key in downstream - {PUBLISHED} if key.path[0] != "published"}  # products only


def test_checks_are_visible_on_the_tables_they_judge(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    verdicts = {key.name for key in graph.asset_check_keys if key.asset_key.path[-1] == "fct_verdicts"}
    assert {"rule_A01", "rule_K02", "fct_verdicts_every_rule"} <= verdicts
    figures = {key.name for key in graph.asset_check_keys if key.asset_key.path == ["lake", "figures"]}
    assert "figures_have_quote" in figures


def test_the_pipeline_is_one_job_with_everything(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    # reading one collection by itself belongs to the job of partitions
    for name, left_out in (("pipeline", {COLLECTION}), ("receive", set())):
        job = definitions.resolve_job_def(name)
        assert set(job.asset_layer.executable_asset_keys) == graph.materializable_asset_keys - left_out
        assert set(job.asset_layer.asset_graph.asset_check_keys) == set(graph.asset_check_keys)


@pytest.mark.parametrize("name", ["pipeline", "receive"])
def test_everything_that_fills_a_build_holds_the_pool(definitions: dg.Definitions, name: str) -> None:
    nodes = definitions.resolve_job_def(name).nodes
    held = {node.name for node in nodes if getattr(node.definition, "pool", None) == WRITER_POOL}
    assert {"inbox", "lake", "warehouse", "findings", "published__jihe"} <= held
    assert ("inbox__collection" in held) == (name == "receive")


def test_what_must_be_fresh_and_what_columns_a_table_has_is_said(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for key in (PUBLISHED, dg.AssetKey(["inbox"])):
        assert graph.get(key).freshness_policy_or_from_metadata is not None
    for key in graph.materializable_asset_keys:
        if key.path[0] in ("lake", "marts"):
            assert graph.get(key).metadata["dagster/column_schema"].columns, key


@pytest.fixture
def records(finished: Finished, monkeypatch: pytest.MonkeyPatch) -> Iterator[dg.DagsterInstance]:
    """What Dagster wrote down of the run."""
    monkeypatch.setenv("DAGSTER_HOME", str(finished.home.dagster))
    with dg.DagsterInstance.get() as instance:
        yield instance


def test_every_collection_is_a_partition_after_any_run(records: dg.DagsterInstance) -> None:
    assert set(records.get_dynamic_partitions("collections")) == {TOP, "副本"}
    assert records.get_materialized_partitions(COLLECTION) == {TOP, "副本"}


def test_the_run_left_metadata_that_a_person_reads(records: dg.DagsterInstance) -> None:
    event = records.get_latest_materialization_event(dg.AssetKey(["marts", "fct_findings"]))
    assert event is not None
    assert event.asset_materialization is not None
    metadata = event.asset_materialization.metadata
    assert metadata["dagster/row_count"].value
    assert re.match(r"^\| ", str(metadata["preview"].value))
    assert str(metadata["findings"].value).startswith("| severity | rule_id |")
