"""Dagster's event log on SQLite with connections that stay open: a run writes about a thousand events.

Belongs here: how connections of that log are opened and kept. Does not belong here: what the events are.
Dagster opens and closes a database for each of its statements, which took a third of the time of a small run.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as db
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._serdes import ConfigurableClassData

#: Databases held open: the index and the latest runs. The web server looks at more runs than that, one after another.
_MOST_OPEN = 8


class OpenSqliteEventLog(SqliteEventLogStorage):
    """The same files and tables as Dagster's own log.

    Args:
        base_dir: its folder, which may be relative to the environment variable DAGSTER_HOME.
        inst_data: Dagster's own.

    Raises:
        ValueError: the folder is relative and DAGSTER_HOME is not set.
    """

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        home = os.environ.get("DAGSTER_HOME")
        if not home and not Path(base_dir).is_absolute():
            raise ValueError("DAGSTER_HOME is not set: where Dagster's event log lies is not known")
        self._engines: OrderedDict[str, db.Engine] = OrderedDict()
        self._tables: set[str] = set()  # that are there
        super().__init__(str(Path(home or "") / base_dir), inst_data)

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Any
    ) -> OpenSqliteEventLog:
        """Made by Dagster from ``dagster.yaml``."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[db.Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            with engine.connect() as connection, connection.begin():
                yield connection

    def _engine(self, shard: str) -> db.Engine:
        if shard in self._engines and not Path(self.path_for_shard(shard)).exists():
            self._engines.pop(shard).dispose()  # moved aside or deleted by hand
            self._initialized_dbs.discard(shard)
            self._tables.clear()
        if shard not in self._engines:
            where, wait = self.conn_string_for_shard(shard), {"timeout": SQLITE_BUSY_TIMEOUT_SECONDS}
            if shard not in self._initialized_dbs:
                self._initdb(db.create_engine(where, poolclass=db.NullPool, connect_args=wait))
                self._initialized_dbs.add(shard)
            engine = db.create_engine(
                where, pool_size=1, max_overflow=0, connect_args=wait | {"check_same_thread": False}
            )
            db.event.listen(engine, "connect", _once_a_checkpoint)
            self._engines[shard] = engine
        self._engines.move_to_end(shard)
        while len(self._engines) > _MOST_OPEN:
            self._engines.popitem(last=False)[1].dispose()
        return self._engines[shard]

    def has_table(self, table_name: str) -> bool:
        """Whether the index has a table, which Dagster asks for each of its checks; one that is there stays."""
        if table_name not in self._tables and super().has_table(table_name):
            self._tables.add(table_name)
        return table_name in self._tables

    def wipe(self) -> None:
        """Delete all events; the databases are closed first."""
        self._close()
        self._tables.clear()
        super().wipe()
        self._tables.clear()

    def dispose(self) -> None:
        """Close everything."""
        super().dispose()
        self._close()

    def _close(self) -> None:
        while self._engines:
            self._engines.popitem()[1].dispose()


def _once_a_checkpoint(connection: Any, _: Any) -> None:
    """Wait for the disk at checkpoints only: a power cut may lose the last events of a log, never damage it."""
    connection.execute("pragma synchronous=normal")
