"""Runs suites with Great Expectations on pandas frames that DuckDB reads.

Belongs here: the only calls into Great Expectations, and the translation of its results.
Does not belong here: what is expected (lake_integrity, warehouse_integrity, consistency), and Dagster.
"""

from __future__ import annotations

import logging
import warnings
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from expectations.model import Batch, Expectation, Outcome, Suite

Progress = Callable[[str], None]


def judge(
    suite: Suite, connection: duckdb.DuckDBPyConnection, store: Path, progress: Progress | None = None
) -> list[Outcome]:
    """Judge every batch of a suite; results are also kept under ``store`` for Data Docs.

    Args:
        suite: what is expected.
        connection: sees the schemas ``lake`` and ``build``.
        store: folder of the Great Expectations project of this build.
        progress: told the name of each batch before it is judged.
    """
    context = _context(store)
    outcomes: list[Outcome] = []
    for batch in suite.batches:
        if progress:
            progress(batch.name)
        outcomes.extend(_judge_batch(context, suite, batch, connection))
    return outcomes


def _context(store: Path) -> Any:
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig
    store.mkdir(parents=True, exist_ok=True)
    context = gx.get_context(mode="file", project_root_dir=store)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _judge_batch(
    context: Any, suite: Suite, batch: Batch, connection: duckdb.DuckDBPyConnection
) -> list[Outcome]:
    import great_expectations as gx

    try:
        frame = connection.execute(batch.query).df()
    except duckdb.Error as error:
        # A table that is missing or has other columns: nothing can be said, so nothing may be published.
        return [_unjudged(suite, batch, item, str(error)) for item in batch.expectations]
    asset = context.data_sources.add_or_update_pandas(suite.name).add_dataframe_asset(batch.name)
    name = f"{suite.name}-{batch.name}"
    definition = context.validation_definitions.add_or_update(
        gx.ValidationDefinition(
            name=name,
            data=asset.add_batch_definition_whole_dataframe("all"),
            suite=context.suites.add_or_update(
                gx.ExpectationSuite(
                    name=name, expectations=[_gx_expectation(batch, item) for item in batch.expectations]
                )
            ),
        )
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = definition.run(
            batch_parameters={"dataframe": frame},
            result_format={"result_format": "COMPLETE", "unexpected_index_column_names": _named_by(batch)},
        )
    by_name = {item.expectation_config.meta["check"]: item for item in result.results}
    outcomes = [
        _outcome(suite, batch, item, by_name.get(item.name), _judged_rows(batch, item, frame))
        for item in batch.expectations
    ]
    if batch.behind is None or all(outcome.passed for outcome in outcomes):
        return outcomes
    return _with_rows_behind(batch, outcomes, connection)


def _with_rows_behind(
    batch: Batch, outcomes: list[Outcome], connection: duckdb.DuckDBPyConnection
) -> list[Outcome]:
    """The outcomes with the rows of the table in place of those of the query."""
    cursor = connection.execute(str(batch.behind))
    names = [column[0] for column in cursor.description or []]
    rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    places: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[tuple(row[name] for name in batch.group)].append(place)

    def behind(outcome: Outcome) -> list[dict[str, Any]]:
        groups = {tuple(row[name] for name in batch.group) for row in outcome.failing_rows}
        found = sorted(place for group in groups for place in places[group])
        return [{key: rows[place][key] for key in batch.keys} for place in found]

    return [replace(outcome, failing_rows=behind(outcome)) for outcome in outcomes]


def _named_by(batch: Batch) -> list[str]:
    """The columns that name a failing row."""
    return list(dict.fromkeys((*batch.keys, *batch.group)))


def _judged_rows(batch: Batch, item: Expectation, frame: pd.DataFrame) -> int:
    """How many rows of the table were judged."""
    if item.only is not None:
        frame = frame[frame[batch.keys[0]] == item.only]
    return len(frame) if batch.stands_for is None else int(frame[batch.stands_for].sum())


def _gx_expectation(batch: Batch, item: Expectation) -> Any:
    import great_expectations.expectations as gxe
    from great_expectations.expectations.row_conditions import Column

    # Severity, description and meta are lost unless they are given at construction.
    options: dict[str, Any] = {
        "severity": item.severity,
        "description": item.description,
        "meta": {"check": item.name},
    }
    if item.only is not None:
        options["row_condition"] = Column(batch.keys[0]) == item.only
    return getattr(gxe, item.kind)(**item.arguments, **options)


def _outcome(suite: Suite, batch: Batch, item: Expectation, result: Any, rows: int) -> Outcome:
    if result is None:
        return _unjudged(suite, batch, item, "the expectation gave no result")
    error = _exception(result.exception_info)
    if error:
        return _unjudged(suite, batch, item, error)
    details = result.to_json_dict()["result"]
    failing = [
        {key: row.get(key) for key in _named_by(batch)} for row in details.get("unexpected_index_list") or []
    ]
    return Outcome(
        suite=suite.name,
        name=item.name,
        judges=batch.judges,
        passed=bool(result.success),
        severity=item.severity,
        description=item.description,
        rows=rows,
        failing_rows=failing,
    )


def _exception(info: Any) -> str | None:
    """The message of an exception that Great Expectations caught; its place depends on the kind."""
    if not isinstance(info, dict):
        return None
    nested = [info, *(value for value in info.values() if isinstance(value, dict))]
    raised = [entry for entry in nested if entry.get("raised_exception")]
    return str(raised[0].get("exception_message") or "exception") if raised else None


def _unjudged(suite: Suite, batch: Batch, item: Expectation, error: str) -> Outcome:
    return Outcome(suite.name, item.name, batch.judges, False, item.severity, item.description, 0, [], error)
