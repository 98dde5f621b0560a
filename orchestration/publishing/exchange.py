"""A folder exchanged as a whole: whoever opens it finds the old one or the new one, and a killed run leaves one of them.

Belongs here: writing aside, the two renames, what a killed run left, getting rid of the old folder.
Does not belong here: what is in a folder (products, site), the published database (publish).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from uuid import uuid4

from orchestration.files import flush_folder

#: Files that are deleted at once; of more nobody waits for the end.
_FEW = 2000


@contextmanager
def exchanged(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write; on leaving without an error it takes the place of ``folder``.

    Needs the lock of the home. After an error, or when the process was killed, the old folder is there.
    """
    recover(folder)
    staging = _beside(folder, "new")
    staging.mkdir(parents=True)
    try:
        yield staging
        if folder.exists():
            folder.rename(_beside(folder, "old"))
        staging.rename(folder)
        flush_folder(folder.parent)
    finally:
        recover(folder)


def recover(folder: Path) -> None:
    """Clear what an exchange left; the old folder comes back when there is no new one in its place."""
    shutil.rmtree(_beside(folder, "new"), ignore_errors=True)
    old = _beside(folder, "old")
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    if old.is_dir():
        old.rename(_beside(folder, f"gone-{uuid4().hex[:8]}"))
    for gone in folder.parent.glob(_beside(folder, "gone-*").name):
        _delete(gone)


def _delete(folder: Path) -> None:
    """Delete a folder; one of very many files in a process of its own.

    Where a disk discards what is deleted at once, twenty thousand files took half a minute, which no run need wait for.
    What such a process leaves when the machine stops is deleted after the next exchange.
    """
    if len(list(islice(folder.rglob("*"), _FEW))) < _FEW:
        shutil.rmtree(folder, ignore_errors=True)
        return
    code = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
    subprocess.Popen(  # noqa: S603 - this Python and a folder of ours
        [sys.executable, "-I", "-S", "-c", code, str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _beside(folder: Path, what: str) -> Path:
    # not named *.tmp: a run deletes such files of killed runs, and these are folders
    return folder.with_name(f".{folder.name}.{what}")
