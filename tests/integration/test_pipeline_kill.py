"""A run killed at any stage leaves what was published, and the next run gives what an undisturbed one gives.

Not tested here: power cuts (files are flushed; a test cannot pull the plug).
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.paths import Home
from orchestration.progress import STAGES
from orchestration.publishing.builds import builds
from tests.integration.conftest import Finished, contents, jihe

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]


def killed_at(stage: str, inbox: Path, home: Home) -> None:
    """Start a run and kill it with SIGKILL as soon as it says that a stage has begun."""
    command = [
        sys.executable,
        "-m",
        "orchestration.cli",
        "run",
        "--reports",
        str(inbox),
        "--home",
        str(home.path),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if f" {stage}: " in line:
                process.kill()
                break
        assert process.wait() == -9, f"the run ended before {stage}:\n" + "".join(said)


def test_killed_at_every_stage_in_turn(finished: Finished, tmp_path: Path) -> None:
    """Each run goes on after what the killed one before it left, in a home that has been published once."""
    home = Home.at(tmp_path / "home")
    shutil.copytree(finished.home.path, home.path)
    shutil.rmtree(home.lake)
    published = home.published.read_bytes()
    finished_builds = len(builds(home))
    for stage in STAGES:
        killed_at(stage, finished.inbox, home)
        assert home.published.read_bytes() == published
    run = jihe("run", "--reports", finished.inbox, "--home", home.path)
    assert run.returncode == 0, run.stderr
    assert contents(home.published) == contents(finished.home.published)
    assert [build.status for build in builds(home)] == ["published"] * (finished_builds + 1)
    assert not list(home.path.glob("**/.*.tmp"))
    assert not list(home.path.glob("**/.writing-*"))
