"""One inbox and one home that the whole way has gone through once, for all tests that read its result."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from orchestration.paths import SAMPLES, Home

# When a finding was seen is all that may differ between two builds of the same inbox.
VOLATILE = {"first_seen", "last_seen"}


def jihe(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a person would."""
    command = [sys.executable, "-m", "orchestration.cli", *map(str, arguments)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("JIHE_", "DAGSTER_"))
    }
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=280, env=environment)


def contents(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all marts but for times of seeing, in one order."""
    with duckdb.connect(str(database), read_only=True) as connection:
        tables = connection.execute(
            "select table_name, list(column_name order by ordinal_position)"
            " from information_schema.columns where table_schema = 'marts' group by all"
        ).fetchall()
        result = {}
        for table, columns in tables:
            kept = ", ".join(f'"{name}"' for name in columns if name not in VOLATILE)
            result[table] = connection.execute(f'select {kept} from marts."{table}" order by all').fetchall()
        return result


@dataclass(frozen=True)
class Finished:
    """A home after a run."""

    home: Home
    inbox: Path
    run: subprocess.CompletedProcess[str]

    def query(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(str(self.home.published), read_only=True) as connection:
            return connection.execute(sql).fetchall()


def fill(inbox: Path) -> None:
    """Three reports and everything that may lie beside them by mistake."""
    inbox.mkdir()
    for sample in sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md"))[:3]:
        shutil.copy2(sample, inbox)
    first = min(path for path in inbox.iterdir())
    (inbox / "副本").mkdir()
    shutil.copy2(first, inbox / "副本" / "同一份.txt")
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "binary.bin").write_bytes(bytes(range(256)) * 64)
    (inbox / "noise.txt").write_bytes(random.Random(7).randbytes(20_000_000))
    (inbox / "poem.txt").write_text("床前明月光，疑是地上霜。举头望明月，低头思故乡。\n", encoding="utf-8")
    (inbox / "gone.txt").symlink_to(inbox / "nowhere.txt")
    (inbox / "~$draft.docx").write_bytes(b"lock")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finished]:
    """The whole way, once."""
    folder = tmp_path_factory.mktemp("pipeline")
    fill(folder / "inbox")
    run = jihe("run", "--reports", folder / "inbox", "--home", folder / "home")
    assert run.returncode == 0, run.stderr + run.stdout
    yield Finished(Home.at(folder / "home"), folder / "inbox", run)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def prepared(finished: Finished, tmp_path: Path) -> Home:
    """An empty home that need not parse the dbt project again."""
    home = Home.at(tmp_path / "home")
    shutil.copytree(finished.home.dbt, home.dbt)
    return home
