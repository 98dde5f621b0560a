"""Making a build public in one step, and taking it back.

Belongs here: the gate, the atomic replacement of ``published/jihe.duckdb``, rollback.
Does not belong here: judging a build (expectations). Readers hold the published file open for hours:
it is only ever replaced by another file, never written to (copying over it corrupts their queries).
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb

from orchestration.files import flush_file, replaced
from orchestration.paths import Home
from orchestration.publishing.builds import LEAVE_DELETED, Build, builds, now, prune


class NotPublishableError(Exception):
    """The build must not become public; the message says why."""


def seal(database: Path, build: Build) -> None:
    """Write the build's identity into it, bring everything from the log into the file and all of the file to the disk.

    While it was built nothing waited for the disk. A reader learns from ``meta.build`` which build it has open, even while another is published.
    """
    with duckdb.connect(str(database)) as connection:
        connection.execute(LEAVE_DELETED)
        connection.execute("create schema if not exists meta")
        connection.execute(
            "create or replace table meta.build as select ? as build_id, ? as root,"
            " ? as extractor_version, cast(? as timestamptz) as created_at",
            [build.build_id, build.root, build.extractor_version, build.created_at],
        )
        connection.execute("checkpoint")
    if _log_of(database).exists():
        raise NotPublishableError(f"{database.name}: 数据库日志未能并入文件 / its log could not be merged")
    flush_file(database)


def publish(home: Home, build: Build, *, kept: bool = False) -> None:
    """Replace the published file by a copy of an audited build. Needs the lock of the home.

    Args:
        home: where.
        build: what.
        kept: it has lain on the disk since its run, so that every page is read before it replaces anything.

    Raises:
        NotPublishableError: when the build is unfinished or damaged, or an integrity expectation failed.
    """
    database = build.database(home)
    if not build.audited:
        problems = "；".join(build.problems) or "未经完整性检查 / not audited"
        raise NotPublishableError(f"{build.build_id}: {problems}")
    if not database.is_file():
        raise NotPublishableError(f"{build.build_id}: 构建文件不存在 / the build's file is missing")
    if kept and not is_sound(database):
        raise NotPublishableError(
            f"{build.build_id}: 构建文件已损坏，原发布不变；请运行 jihe run 重新构建"
            " / the build's file is damaged, what is published stays; jihe run builds anew"
        )
    _log_of(home.published).unlink(missing_ok=True)
    with replaced(home.published) as temporary:
        shutil.copyfile(database, temporary)
        # Nobody may write to it: a writer would lock out every reader.
        temporary.chmod(0o444)
    build.status, build.published_at = "published", now()
    build.save(home)
    prune(home, protect=build.build_id)


def rollback(home: Home, target: Build | None = None) -> Build:
    """Publish the build before the current one again, or a given one. Needs the lock of the home.

    Raises:
        NotPublishableError: when there is nothing to go back to.
    """
    current = published_build(home)
    if target is None:
        earlier = [
            build
            for build in builds(home)
            if build.status == "published" and (current is None or build.build_id < current["build_id"])
        ]
        if not earlier:
            raise NotPublishableError("没有可以恢复的较早构建 / there is no earlier build to go back to")
        target = earlier[-1]
    publish(home, target, kept=True)
    for build in builds(home):
        if build.build_id > target.build_id and build.status == "published":
            build.status = "withdrawn"
            build.save(home)
    return target


def published_build(home: Home) -> dict[str, Any] | None:
    """The identity of the published build, read from the published file itself; nothing where that is damaged."""
    if not home.published.is_file():
        return None
    try:
        with duckdb.connect(str(home.published), read_only=True) as connection:
            cursor = connection.execute(
                "select build_id, root, extractor_version, created_at::varchar from meta.build"
            )
            row = cursor.fetchone()
    except duckdb.Error:
        return None
    names = ("build_id", "root", "extractor_version", "created_at")
    return dict(zip(names, row, strict=True)) if row else None


def is_sound(database: Path) -> bool:
    """Whether every page can be read: DuckDB keeps a checksum of each and looks at it only then."""
    try:
        # pages that were read are not needed again
        with duckdb.connect(str(database), read_only=True, config={"memory_limit": "500MB"}) as connection:
            tables = connection.execute(
                "select schema_name, table_name from duckdb_tables() where not internal"
            ).fetchall()
            for schema, table in tables:
                connection.execute(f'select bit_xor(hash(t)) from "{schema}"."{table}" as t').fetchone()  # noqa: S608
    except duckdb.Error:
        return False
    return True


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + ".wal")
