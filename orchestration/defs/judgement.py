# mypy: disable-error-code="type-arg"
"""Great Expectations as asset checks on the tables they judge, and what follows from them.

Belongs here: the adapter from suites to Dagster checks; the file of failing keys; Data Docs.
Does not belong here: what is expected (expectations). Every check is "blocking": Dagster stops what is
downstream only for a failure of severity ERROR, which is ours; for the others it only waits.
"""

from collections.abc import Iterator

import dagster as dg
import pyarrow as pa
import pyarrow.parquet as pq

from expectations.consistency import consistency_suite
from expectations.lake_integrity import lake_suite
from expectations.model import Outcome, Suite
from expectations.warehouse_integrity import findings_suite, warehouse_suite
from orchestration import progress
from orchestration.beside import begin
from orchestration.defs.previews import OWNERS, failing_rows
from orchestration.defs.workspace import Workspace
from orchestration.files import replaced
from orchestration.paths import reference_folder
from orchestration.publishing import outcomes
from orchestration.publishing.builds import working_database
from orchestration.warehouse.environment import expectations_file
from orchestration.warehouse.judging import judge_tables, show_outcomes

VERDICTS = dg.AssetKey(["marts", "fct_verdicts"])
_KEYS = ("rule_id", "report_id", "instance")
_SCHEMA = pa.schema([(name, pa.string()) for name in (*_KEYS, "expectation")])


def gate_and_consistency_checks() -> list[dg.AssetChecksDefinition]:
    """One definition per suite."""
    reference = reference_folder()
    return [
        _suite_checks(lake_suite(), "lake", reads_build=False),
        _suite_checks(warehouse_suite(reference), "expectations", reads_build=True),
        _suite_checks(consistency_suite(reference), "expectations", reads_build=True),
        _suite_checks(findings_suite(), "findings", reads_build=True),
    ]


def _suite_checks(suite: Suite, stage: str, *, reads_build: bool) -> dg.AssetChecksDefinition:
    specs = [
        dg.AssetCheckSpec(
            item.name,
            asset=dg.AssetKey(batch.judges),
            description=item.description,
            blocking=True,
            metadata={"suite": suite.name, "expectation": item.kind, "severity": item.severity},
        )
        for batch, item in suite.checks()
    ]

    @dg.multi_asset_check(name=suite.name, specs=specs)
    def checks(context: dg.AssetCheckExecutionContext, workspace: Workspace) -> Iterator[dg.AssetCheckResult]:
        build = workspace.build(context.run.run_id)
        database = working_database(workspace.folders) if reads_build else None
        progress.report(stage)
        home, store = workspace.folders, workspace.store(build)
        judged = begin(judge_tables, suite, home, build.root, database, store)()
        workspace.keep_outcomes(build, suite, judged)
        for outcome in judged:
            yield _check_result(outcome, suite)

    return checks


def _check_result(outcome: Outcome, suite: Suite) -> dg.AssetCheckResult:
    stops = outcome.error is not None or (suite.is_gate and outcome.is_our_fault)
    metadata = {"suite": suite.name, "judged_rows": outcome.rows, **failing_rows(outcome.failing_rows)}
    if outcome.error:
        metadata["error"] = outcome.error
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(outcome.judges),
        check_name=outcome.name,
        passed=outcome.passed,
        severity=dg.AssetCheckSeverity.ERROR if stops else dg.AssetCheckSeverity.WARN,
        description=outcome.description,
        metadata=metadata,
    )


@dg.asset(
    key=["run", "expectations"],
    deps=[VERDICTS],
    group_name="findings",
    owners=OWNERS,
    kinds={"greatexpectations", "parquet"},
    description="Keys of the verdicts that the consistency expectations flagged in this run.",
)
def flagged_verdicts(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Write the keys for dbt."""
    build = workspace.build(context.run_id)
    suite = consistency_suite(reference_folder())
    judged = outcomes.load(build.folder(workspace.folders), suite.name)
    if judged is None:
        raise dg.Failure("一致性检查没有运行 / the consistency suite was not judged; run the whole job.")
    rows = [
        {**{name: row[name] for name in _KEYS}, "expectation": outcome.name}
        for outcome in judged
        for row in outcome.failing_rows
    ]
    path = expectations_file(workspace.folders)
    with replaced(path) as temporary:
        pq.write_table(pa.Table.from_pylist(rows, schema=_SCHEMA), temporary)
    return dg.MaterializeResult(
        metadata={"dagster/row_count": len(rows), "path": dg.MetadataValue.path(path), **failing_rows(rows)}
    )


@dg.asset(
    key=["data_docs"],
    deps=[dg.AssetKey(["marts", "fct_findings"])],
    group_name="publication",
    owners=OWNERS,
    kinds={"greatexpectations", "html"},
    description="Pages that show every expectation and what it found; they open without internet.",
)
def data_docs(context: dg.AssetExecutionContext, workspace: Workspace) -> dg.MaterializeResult:
    """Build the pages of this run."""
    build = workspace.build(context.run_id)
    suites = [*workspace.gates(), consistency_suite(reference_folder())]
    store, pages = workspace.store(build), workspace.folders.data_docs
    index = begin(show_outcomes, store, pages, suites, build.build_id)()
    return dg.MaterializeResult(metadata={"index": dg.MetadataValue.url(index.as_uri())})
