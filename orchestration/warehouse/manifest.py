"""The dbt project as dbt parsed it: parsed when it is new or has changed, and once for all homes of a checkout.

Belongs here: deciding whether to parse, and what is kept of it. Parsing costs as much as building the samples; nothing
that is parsed depends on a home (macros read paths when a model is compiled).
Does not belong here: what is in the project.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from orchestration.files import read_json, replaced, write_json
from orchestration.paths import DBT_PROJECT, Home, reference_folder
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.invocation import invoke, target_path

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

_SUFFIXES = frozenset({".sql", ".yml", ".yaml", ".csv", ".md"})
_MANIFEST = "manifest.json"
_PARSED = "partial_parse.msgpack"
_FILES = (_MANIFEST, _PARSED)
_STAMP = "manifest.stamp.json"
#: What another home takes over, by the project's state; a folder that cannot be written is no error.
_SHARED = DBT_PROJECT / "target" / "parsed"


def prepared_manifest(home: Home, root: str) -> Path:
    """The path of a manifest that fits the project as it is now.

    Raises:
        DbtError: when the project cannot be parsed.
    """
    _prepare(home, dbt_environment(home, root))
    return home.dbt / _MANIFEST


def parsed(home: Home, variables: Mapping[str, str]) -> Manifest:
    """The parsed project, made anew for each command: dbt writes into it what it compiles.

    Raises:
        DbtError: when the project cannot be parsed.
    """
    from dbt.contracts.graph.manifest import Manifest
    from dbt.parser.manifest import extended_mashumuro_decoder

    _prepare(home, variables)
    content = (home.dbt / _PARSED).read_bytes()
    manifest: Manifest = Manifest.from_msgpack(content, decoder=extended_mashumuro_decoder)  # type: ignore[attr-defined]
    manifest.build_flat_graph()
    return manifest


def _prepare(home: Home, variables: Mapping[str, str]) -> None:
    """Have the files in the home: left there before, those of another home, or made by dbt."""
    state = _project_state()
    stamp, shared = home.dbt / _STAMP, _SHARED / state
    with _alone(home):
        if read_json(stamp, None) == state:
            return
        stamp.unlink(missing_ok=True)
        try:
            _take(shared, home.dbt)
        except OSError:
            invoke(home, ["parse"], variables)
            _take(target_path(home), home.dbt)
            with suppress(OSError):
                _share(home.dbt, shared)
        write_json(stamp, state)


def _take(source: Path, folder: Path) -> None:
    for name in _FILES:
        with replaced(folder / name) as temporary:
            shutil.copyfile(source / name, temporary)


def _share(source: Path, folder: Path) -> None:
    """Put the files where other homes look, in one step; those of the project as it was before go."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as temporary:
        _take(source, Path(temporary) / "files")
        (Path(temporary) / "files").rename(folder)


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
    digest = hashlib.sha256(f"{version('dbt-core')} {version('dbt-duckdb')}\n".encode())
    for folder in (DBT_PROJECT, reference_folder()):
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if path.suffix in _SUFFIXES and inner.parts[0] not in ("target", "logs", "compiled"):
                facts = path.stat()
                digest.update(f"{folder}/{inner}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
