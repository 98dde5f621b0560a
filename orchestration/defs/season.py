# mypy: disable-error-code="type-arg"
"""What people keep for a season, as assets and checks: expected reports, corrections, accepted findings.

Belongs here: the adapter from orchestration.season to Dagster, and stopping a build whose corrections fit nothing.
Does not belong here: reading the tables (orchestration.season) and comparing them with reports (dbt).
"""

from collections.abc import Iterator, Sequence

import dagster as dg

from orchestration.defs.ingestion import INBOX
from orchestration.defs.previews import OWNERS, failing_rows, markdown_table
from orchestration.defs.workspace import Workspace
from orchestration.publishing.builds import working_database
from orchestration.season.columns import TABLES
from orchestration.season.prepare import prepare_season, run_file
from orchestration.season.tables import SeasonError, table_path
from orchestration.warehouse.query import lake_and_build

_DESCRIPTIONS = {
    "expected_reports": "Reports that are due, from the list in the home or among the reference data.",
    "corrections": "Corrections of figures that hold in this run.",
    "accepted_findings": "Findings that were accepted as explained and still hold in this run.",
}
#: Check and the mart whose rows with a problem make it fail.
_REVIEWED = (
    (
        "corrections_match",
        "mart_corrections",
        "每条更正都对应它所指的数字 / every correction fits its figure",
    ),
    (
        "acceptances_match",
        "mart_accepted_findings",
        "每条说明都对应一个问题 / every acceptance fits a finding",
    ),
)

_PROBLEMS = (
    "select distinct problem_zh, problem_en from build.marts.{} where problem_zh is not null order by all"
)


@dg.multi_asset(
    name="season",
    specs=[
        dg.AssetSpec(
            ["run", table.name],
            deps=[INBOX],
            group_name="season",
            owners=OWNERS,
            kinds={"csv", "parquet"},
            description=_DESCRIPTIONS[table.name],
            metadata={
                "dagster/column_schema": dg.TableSchema(
                    columns=[
                        dg.TableColumn(
                            column.name,
                            str(column.type),
                            column.label_zh,
                            dg.TableColumnConstraints(nullable=not column.required),
                        )
                        for column in table.columns
                    ]
                )
            },
        )
        for table in TABLES
    ],
)
def season(context: dg.AssetExecutionContext, workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Check the tables that people keep and write what holds now for dbt."""
    build = workspace.build(context.run_id)
    home = workspace.folders
    try:
        counts = prepare_season(home)
    except SeasonError as error:
        workspace.refuse(build, error.problems)
        raise dg.Failure("\n".join(error.problems), allow_retries=False) from error
    with lake_and_build(home, build.root) as connection:
        for table in TABLES:
            names = table.names[:8]
            rows = connection.execute(
                f"select {', '.join(names)} from read_parquet(?) limit 10",  # noqa: S608 - names of columns
                [str(run_file(home, table))],
            ).fetchall()
            yield dg.MaterializeResult(
                asset_key=["run", table.name],
                metadata={
                    "dagster/row_count": counts[table.name],
                    "file": dg.MetadataValue.path(table_path(home, table)),
                    "preview": markdown_table(names, rows),
                },
            )


@dg.multi_asset_check(
    name="reviewed",
    specs=[
        dg.AssetCheckSpec(name, asset=dg.AssetKey(["marts", mart]), description=description, blocking=True)
        for name, mart, description in _REVIEWED
    ],
)
def reviewed_checks(
    context: dg.AssetCheckExecutionContext, workspace: Workspace
) -> Iterator[dg.AssetCheckResult]:
    """Stop before publication when a correction or an acceptance fits nothing, or too much."""
    build = workspace.build(context.run.run_id)
    home = workspace.folders
    with lake_and_build(home, build.root, working_database(home)) as connection:
        found = {mart: connection.execute(_PROBLEMS.format(mart)).fetchall() for _, mart, _ in _REVIEWED}
    problems = [_sentence(row) for rows in found.values() for row in rows]
    if problems:
        workspace.refuse(build, problems)
    for name, mart, _ in _REVIEWED:
        rows = [{"zh": zh, "en": en} for zh, en in found[mart]]
        yield dg.AssetCheckResult(
            asset_key=["marts", mart], check_name=name, passed=not rows, metadata=failing_rows(rows)
        )


def _sentence(row: Sequence[str]) -> str:
    return f"{row[0]} / {row[1]}"
