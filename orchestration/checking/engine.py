"""The rules of the warehouse on a few extractions, in memory: what ``jihe check`` decides with.

Belongs here: running the compiled SQL of the verdict models (``bundle`` makes it from the dbt project).
Does not belong here: any rule. Imports neither dbt, dagster, great_expectations, pandas nor pyarrow.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import duckdb

from extraction.model import Extraction
from orchestration.checking.tables import create_lake, fill_lake
from orchestration.paths import DBT_PROJECT, reference_folder

BUNDLE = DBT_PROJECT / "compiled" / "verdicts.json"
#: Columns of a verdict that hold JSON text in the database.
_BUILDERS = 2
_JSON_COLUMNS = frozenset({"operands", "locators"})


#: Planning costs more than running on so few rows; these steps of it pay off only on large tables.
_PLANNING_TO_SKIP = (
    "join_order,statistics_propagation,column_lifetime,common_subexpressions,compressed_materialization,"
    "duplicate_groups,reorder_filter,top_n,build_side_probe_side,regex_range,common_aggregate,"
    "late_materialization,common_subplan,window_self_join,projection_pullup,outer_join_simplification,"
    "window_rewriter,partitioned_execution,partial_aggregate_pushdown,remote_pushdown,grouping_sets,"
    "type_pushdown,scalar_fn_pushdown,distinct_aggregate_rewrite,aggregate_reuse,projection_placement,"
    "redundant_order_keys,sampling_pushdown,row_group_pruner,limit_pushdown,top_n_window_elimination,extension"
)


def check_extractions(extractions: Sequence[Extraction]) -> list[dict[str, Any]]:
    """Verdict rows (the columns of ``fct_verdicts``) of all extractions, by report, rule and instance."""
    bundle = json.loads(BUNDLE.read_text(encoding="utf-8"))
    # A handful of rows: threads would cost more than they bring.
    with duckdb.connect(":memory:", config={"threads": "1"}) as connection:
        connection.execute(f"set disabled_optimizers = '{_PLANNING_TO_SKIP}'")
        create_lake(connection)
        fill_lake(connection, extractions)
        _run(connection, bundle, reference_folder())
        cursor = connection.execute("from marts.fct_verdicts order by report_id, rule_id, instance")
        names = [column[0] for column in cursor.description or []]
        return [_verdict(names, values) for values in cursor.fetchall()]


def _run(connection: duckdb.DuckDBPyConnection, bundle: dict[str, Any], reference: Path) -> None:
    for schema in bundle["schemas"]:
        connection.execute(f'create schema "{schema}"')
    for seed in bundle["seeds"]:
        path = str(reference / seed["file"]).replace("'", "''")
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in seed["columns"].items())
        connection.execute(
            f"create table {seed['relation']} as "
            f"from read_csv('{path}', header = true, columns = {{{columns}}}, auto_detect = false, quote = '\"')"
        )
    _build(connection, bundle["models"])


def _build(connection: duckdb.DuckDBPyConnection, models: list[dict[str, Any]]) -> None:
    """Build the models, those that do not need each other side by side.

    Nearly all of the time is planning, which DuckDB does in the calling thread; it holds no lock of Python's.
    """
    waiting = {model["name"]: set(model["needs"]) for model in models}
    statements = {model["name"]: f"create table {model['relation']} as {model['sql']}" for model in models}
    running: dict[Future[Any], str] = {}
    with ThreadPoolExecutor(max_workers=_BUILDERS) as pool:
        while waiting or running:
            ready = [name for name, needs in waiting.items() if not needs]
            for name in ready:
                del waiting[name]
                running[pool.submit(_execute, connection.cursor(), statements[name])] = name
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
                built = running.pop(future)
                for needs in waiting.values():
                    needs.discard(built)


def _execute(cursor: duckdb.DuckDBPyConnection, statement: str) -> None:
    cursor.execute(statement)
    cursor.close()


def _verdict(names: list[str], values: Sequence[Any]) -> dict[str, Any]:
    row = dict(zip(names, values, strict=True))
    return {name: json.loads(value) if name in _JSON_COLUMNS else value for name, value in row.items()}
