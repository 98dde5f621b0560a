"""Where everything lives: the repository's folders and the folders of a working home.

Belongs here: names of folders and files, and reading the two environment variables that move them.
Does not belong here: reading or writing what is in them. Imports nothing but the standard library,
so that ``jihe check`` may use it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLES = REPOSITORY / "data" / "samples"
DBT_PROJECT = REPOSITORY / "dbt_project"


def reference_folder() -> Path:
    """The folder of concepts, rules and regions that a finance officer may edit."""
    return Path(os.environ.get("JIHE_REFERENCE") or REPOSITORY / "data" / "reference").resolve()


@dataclass(frozen=True, slots=True)
class Home:
    """A working home and the names of its parts."""

    path: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str] | None = None) -> Home:
        """The home given, or that of JIHE_HOME, or data/home of the repository."""
        chosen = path or os.environ.get("JIHE_HOME") or REPOSITORY / "data" / "home"
        return cls(Path(chosen).expanduser().resolve())

    @property
    def inbox(self) -> Path:
        """Where files are put when no other folder is named."""
        return self.path / "inbox"

    @property
    def lake(self) -> Path:
        """Parquet files: what was received and read."""
        return self.path / "lake"

    @property
    def builds(self) -> Path:
        """One DuckDB file for each run."""
        return self.path / "builds"

    @property
    def published(self) -> Path:
        """The only file that readers open."""
        return self.path / "published" / "jihe.duckdb"

    @property
    def outbox(self) -> Path:
        """What is made for people: exports, letters."""
        return self.path / "outbox"

    @property
    def dagster(self) -> Path:
        """Dagster's own records."""
        return self.path / "dagster"

    @property
    def season(self) -> Path:
        """What people keep for a season: expected reports, corrections, accepted findings."""
        return self.path / "season"

    @property
    def dbt(self) -> Path:
        """What dbt compiles, and its logs."""
        return self.path / "dbt"

    @property
    def data_docs(self) -> Path:
        """Pages that show what was expected and found."""
        return self.path / "data_docs"

    @property
    def logs(self) -> Path:
        """Logs of runs."""
        return self.path / "logs"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.path / "run.lock"

    @property
    def findings_seen(self) -> Path:
        """When each finding was first published."""
        return self.lake / "findings_seen.parquet"
