"""dbt's manifest, made when it is missing or older than the project.

Belongs here: deciding whether to parse. A fresh clone has no manifest, and Dagster needs one to know
the assets.
Does not belong here: what is in the project.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.files import read_json, replaced, write_json
from orchestration.paths import DBT_PROJECT, Home, reference_folder
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.runner import manifest_path, run_dbt

_SUFFIXES = frozenset({".sql", ".yml", ".yaml", ".csv", ".md"})


def prepared_manifest(home: Home, root: str) -> Path:
    """The path of a manifest that fits the project as it is now.

    Raises:
        DbtError: when the project cannot be parsed.
    """
    # A copy of our own: dbt writes its manifest anew in every run, while another process may read it.
    path = home.dbt / "manifest.json"
    stamp = home.dbt / "manifest.stamp.json"
    state = _project_state()
    with _alone(home):
        if path.is_file() and read_json(stamp, None) == state:
            return path
        run_dbt(home, ["parse"], dbt_environment(home, root))
        with replaced(path) as temporary:
            shutil.copyfile(manifest_path(home), temporary)
        write_json(stamp, state)
    return path


@contextmanager
def _alone(home: Home) -> Iterator[None]:
    """One process parses at a time; the next finds the manifest ready."""
    home.dbt.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home.dbt / ".parsing", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _project_state() -> str:
    digest = hashlib.sha256()
    for folder in (DBT_PROJECT, reference_folder()):
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if path.suffix in _SUFFIXES and inner.parts[0] not in ("target", "logs", "compiled"):
                facts = path.stat()
                digest.update(f"{folder}/{inner}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
