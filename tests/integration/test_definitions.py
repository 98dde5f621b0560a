"""Dagster's view of the project: it loads, everything has an owner and a description, the gate stands in the way."""

import re

import dagster as dg
import pytest

from orchestration.definitions import build_definitions
from orchestration.defs.collections import COLLECTION
from orchestration.defs.publication import PUBLISHED
from orchestration.paths import SAMPLES
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


def test_the_run_left_metadata_that_a_person_reads(finished: Finished) -> None:
    with dg.DagsterInstance.from_config(str(finished.home.dagster)) as instance:
        event = instance.get_latest_materialization_event(dg.AssetKey(["marts", "fct_findings"]))
        assert event is not None
        assert event.asset_materialization is not None
        metadata = event.asset_materialization.metadata
        assert metadata["dagster/row_count"].value
        assert re.match(r"^\| ", str(metadata["preview"].value))
