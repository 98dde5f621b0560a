"""A run killed at any stage leaves what was published, and the next run gives what an undisturbed one gives.

Not tested here: power cuts (files are flushed; a test cannot pull the plug).
"""

import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.paths import Home
from orchestration.progress import STAGES
from orchestration.publishing.builds import builds
from orchestration.publishing.publish import published_build
from tests.integration.conftest import Finished, contents, jihe

pytestmark = pytest.mark.timeout(1200)


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
        for line in process.stderr:
            if f" {stage}: " in line:
                process.kill()
                break
        assert process.wait() == -9, f"the run ended before {stage}"


def test_killed_at_every_stage_in_turn(finished: Finished, prepared: Home) -> None:
    for stage in STAGES:
        killed_at(stage, finished.inbox, prepared)
        assert not prepared.published.exists()
    run = jihe("run", "--reports", finished.inbox, "--home", prepared.path)
    assert run.returncode == 0, run.stderr
    assert contents(prepared.published) == contents(finished.home.published)
    assert [build.status for build in builds(prepared)] == ["published"]
    assert not list(prepared.path.glob("**/.*.tmp"))

    before = published_build(prepared)
    killed_at("publish", finished.inbox, prepared)
    assert contents(prepared.published) == contents(finished.home.published)
    after = published_build(prepared)
    assert before is not None
    assert after is not None
