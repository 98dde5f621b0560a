# mypy: disable-error-code="type-arg, misc, untyped-decorator, no-any-return"
"""The dbt project as Dagster assets, in two steps: up to the verdicts, then the findings.

Belongs here: dbt nodes as assets, dbt results as Dagster events.
Does not belong here: SQL (dbt_project), calling dbt (warehouse.runner). Two steps because Great
Expectations judges the verdicts in between; models of one step cannot wait for a check on each other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, dbt_assets

from orchestration import progress
from orchestration.dagster_home import WRITER_POOL
from orchestration.defs.jobs import WHOLE_TAG
from orchestration.defs.previews import columns_of, preview, rows_of
from orchestration.defs.workspace import Workspace
from orchestration.lake.damage import damage_behind_failure
from orchestration.publishing.builds import Build, working_database
from orchestration.warehouse.changed import Changed, made_of
from orchestration.warehouse.query import lake_and_build
from orchestration.warehouse.runner import NodeResult, Progress

FINDINGS = "tag:findings"
_FINDINGS = """
select severity, rule_id, department_name, fiscal_year, message_zh
from build.marts.fct_findings join build.marts.dim_report using (report_id)
where status = 'open'
order by list_position(['error', 'warning', 'info'], severity), department_name, rule_id
limit 50
"""
DbtEvent = dg.MaterializeResult | dg.AssetCheckResult


class Translator(DagsterDbtTranslator):
    """Groups by folder, owners from the model's meta."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The folder of a model; seeds are reference data."""
        if dbt_resource_props["resource_type"] == "seed":
            return "reference"
        return str(dbt_resource_props["fqn"][1]) if len(dbt_resource_props["fqn"]) > 2 else "warehouse"

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> Sequence[str] | None:
        """The team named by the model."""
        meta = dbt_resource_props.get("meta") or dbt_resource_props.get("config", {}).get("meta") or {}
        return [f"team:{str(meta.get('owner', 'performance-office')).replace('-', '_')}"]


TRANSLATOR = Translator()


def dbt_definitions(manifest_path: Path) -> list[dg.AssetsDefinition]:
    """The two steps of the dbt project."""
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    return [
        _step(manifest, "warehouse", "dbt", exclude=FINDINGS),
        _step(manifest, "findings", "findings", select=FINDINGS),
    ]


def _step(
    manifest: Mapping[str, Any], name: str, stage: str, select: str = "fqn:*", exclude: str = ""
) -> dg.AssetsDefinition:
    @dbt_assets(
        manifest=manifest,
        name=name,
        select=select,
        exclude=exclude,
        dagster_dbt_translator=TRANSLATOR,
        pool=WRITER_POOL,
    )
    def step(context: dg.AssetExecutionContext, workspace: Workspace) -> Iterator[DbtEvent]:
        build = workspace.build(context.run_id)
        chosen = ["--select", *_chosen(context, manifest, select)]
        if exclude:
            chosen += ["--exclude", exclude]
        progress.report(stage)
        results = _build(context, workspace, build, chosen, stage)
        with lake_and_build(workspace.folders, build.root, working_database(workspace.folders)) as connection:
            yield from _events(context, manifest, results, connection)
        failed = [f"{result.unique_id}: {result.message}" for result in results if result.is_failure]
        if failed:
            failed = damage_behind_failure(workspace.folders.lake) or failed
            workspace.refuse(build, failed)
        if failed or select == FINDINGS:
            workspace.machine.finish(workspace.folders, build)
        if failed:
            raise dg.Failure("dbt:\n" + "\n".join(failed))

    return step


def _build(
    context: dg.AssetExecutionContext, workspace: Workspace, build: Build, chosen: Sequence[str], stage: str
) -> list[NodeResult]:
    """Build what is chosen; of the warehouse only what has changed, where that is little and nobody asked for all of it."""

    def tell(done: int, total: int) -> None:
        progress.report(stage, done, total)

    home, machine = workspace.folders, workspace.machine
    if stage != "dbt" or context.is_subset:
        return machine.build(home, build, chosen, tell)
    build.made_of = made_of(home, workspace.engine)
    part = None if WHOLE_TAG in context.run.tags else machine.changed(home, build)
    results = _build_part(context, workspace, build, part, tell) if part is not None else None
    if results is None:
        build.base, build.whole_at, build.replaced = None, build.created_at, 0.0
        results = machine.build(home, build, chosen, tell)
        if not _is_still(workspace, build):
            build.made_of = None  # nobody knows which of the two it is made of
    build.save(home)
    return results


def _build_part(
    context: dg.AssetExecutionContext, workspace: Workspace, build: Build, part: Changed, tell: Progress
) -> list[NodeResult] | None:
    """Build what has changed; none when that could not be, and everything is to be built."""
    context.log.info(
        f"{len(part.anew)} of {part.reports} reports are made anew, the others are of {part.base.build_id}"
    )
    build.base, build.whole_at = part.base.build_id, part.base.whole_at
    try:
        results = workspace.machine.build_part(workspace.folders, build, part, tell)
    except duckdb.Error as error:
        context.log.warning(f"everything is built: {error}")
    else:
        if _is_still(workspace, build):
            return results
        context.log.warning("code, reference data or settings changed meanwhile; everything is built")
    working_database(workspace.folders).unlink(missing_ok=True)
    return None


def _is_still(workspace: Workspace, build: Build) -> bool:
    """Whether nobody has changed anything that the warehouse is made of since the build began."""
    return made_of(workspace.folders, workspace.engine) == build.made_of


def _chosen(context: dg.AssetExecutionContext, manifest: Mapping[str, Any], select: str) -> list[str]:
    """The names, for dbt, of what Dagster selected."""
    if not context.is_subset:
        return [select]
    selected = context.selected_asset_keys
    return [
        ".".join(node["fqn"])
        for unique_id, node in manifest["nodes"].items()
        if node["resource_type"] in ("model", "seed", "snapshot") and _key(manifest, unique_id) in selected
    ]


def _key(manifest: Mapping[str, Any], unique_id: str) -> dg.AssetKey:
    return TRANSLATOR.get_asset_spec(manifest, unique_id, None).key


def _described(connection: duckdb.DuckDBPyConnection, node: Mapping[str, Any]) -> dict[str, Any]:
    """The row count, columns and first rows of a node's table; the findings as a reviewer reads them."""
    if node["config"].get("materialized") == "ephemeral":
        return {}
    relation = f'build."{node["schema"]}"."{node["alias"]}"'
    metadata = preview(connection, relation)
    if not node.get("columns"):  # with a contract, Dagster knows them from the project
        metadata["dagster/column_schema"] = columns_of(connection, relation)
    if node["alias"] == "fct_findings":
        metadata["findings"] = rows_of(connection, _FINDINGS)
    return metadata


def _events(
    context: dg.AssetExecutionContext,
    manifest: Mapping[str, Any],
    results: Sequence[NodeResult],
    connection: duckdb.DuckDBPyConnection,
) -> Iterator[DbtEvent]:
    checks = {key.name: key for key in context.selected_asset_check_keys}
    for result in results:
        node = manifest["nodes"].get(result.unique_id)
        if node is None:
            continue  # a singular test of the sources, say: its failure still stops the step
        if result.kind in ("model", "seed", "snapshot") and result.status == "success":
            yield dg.MaterializeResult(
                asset_key=_key(manifest, result.unique_id),
                metadata={"seconds": result.seconds, **_described(connection, node)},
            )
        elif node["name"] in checks and result.status in ("pass", "warn", "fail"):
            warned = result.status == "warn" or node["config"].get("severity", "error").lower() == "warn"
            yield dg.AssetCheckResult(
                asset_key=checks[node["name"]].asset_key,
                check_name=node["name"],
                passed=result.status == "pass",
                severity=dg.AssetCheckSeverity.WARN if warned else dg.AssetCheckSeverity.ERROR,
                metadata={"failures": result.failures, "message": result.message},
            )
