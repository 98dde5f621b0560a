"""The season's tables as files that dbt reads, written at the beginning of every run.

Belongs here: which rows hold now, and the Parquet files of one run.
Does not belong here: checking cells (tables), and comparing them with what was received (dbt).
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.files import replaced
from orchestration.paths import Home
from orchestration.season.columns import TABLES, SeasonTable
from orchestration.season.tables import SeasonError, active, read_table


def run_file(home: Home, table: SeasonTable) -> Path:
    """Where dbt finds a table of this run."""
    return home.dbt / f"{table.name}.parquet"


def prepare_season(home: Home) -> dict[str, int]:
    """Write the files of this run; how many rows hold in each table.

    Raises:
        SeasonError: naming everything that is wrong in any of the tables.
    """
    problems: list[str] = []
    found = {}
    for table in TABLES:
        try:
            rows = read_table(home, table)
        except SeasonError as error:
            problems += error.problems
        else:
            found[table] = active(rows, table) if table.prefix else rows
    if problems:
        raise SeasonError(problems)
    for table, rows in found.items():
        with replaced(run_file(home, table)) as temporary:
            pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), temporary)
    return {table.name: len(rows) for table, rows in found.items()}
