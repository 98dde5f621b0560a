"""Damage inside files that still open: pages of rows, not the headers and footers that say where they are."""

from __future__ import annotations

from pathlib import Path

import duckdb

_HEADERS = 3 * 4096
_BLOCK = 256 << 10


def damage_pages(database: Path) -> None:
    """Damage single pages of a database that still opens: of those that hold rows, not those that say where they are."""
    with duckdb.connect(str(database), read_only=True) as connection:
        blocks = connection.execute(
            "select distinct block_id from pragma_storage_info('marts.fct_findings') where block_id >= 0"
        ).fetchall()
    content = bytearray(database.read_bytes())
    for (block,) in blocks:
        place = _HEADERS + block * _BLOCK + 30_000
        content[place : place + 100] = bytes(255 - byte for byte in content[place : place + 100])
    database.chmod(0o644)
    database.write_bytes(content)


def damage_parquet(path: Path) -> None:
    """Damage the first pages of a Parquet file, whose end still tells where they are."""
    content = bytearray(path.read_bytes())
    content[4:60] = bytes(56)
    path.write_bytes(content)
