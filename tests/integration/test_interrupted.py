"""Ctrl+C during a run: it says what is kept and how to go on, and nothing else."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from orchestration.commands.run import _tell_interrupted
from orchestration.paths import Home
from orchestration.publishing.builds import builds


def interrupted_at(stage: str, inbox: Path, home: Home, lang: str) -> tuple[int, str]:
    """Start a run, send SIGINT to all its processes as a terminal does when a stage has begun; its exit code and what it said then."""
    command = [sys.executable, "-m", "orchestration.cli", "run", "--lang", lang, "--reports", str(inbox)]
    with subprocess.Popen(
        [*command, "--home", str(home.path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if f" {stage}: " in line:
                os.killpg(process.pid, signal.SIGINT)
                break
        said = "".join(line for line in process.stderr if not line.startswith("["))
        return process.wait(timeout=120), said


def test_what_was_published_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = Home.at(tmp_path)
    home.published.parent.mkdir(parents=True, exist_ok=True)
    home.published.touch()
    assert _tell_interrupted(home, argparse.Namespace(lang="en")) == 130
    assert capsys.readouterr().err.startswith(
        "Interrupted: what was published is unchanged, no report is lost."
    )


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("stage", "lang", "words"),
    [
        ("scan", "zh", "已中断：还没有任何发布，收到的报告都在。再运行一次同样的命令即可继续。\n"),
        (
            "extract",
            "en",
            "Interrupted: nothing is published yet, no report is lost. Run the same command again to go on.\n",
        ),
        ("dbt", "zh", "已中断：还没有任何发布，收到的报告都在。再运行一次同样的命令即可继续。\n"),
    ],
)
def test_an_interrupted_run_says_what_is_kept_and_how_to_go_on(
    stage: str, lang: str, words: str, tmp_path: Path
) -> None:
    inbox, home = tmp_path / "inbox", Home.at(tmp_path / "home")
    inbox.mkdir()
    text = "石门县林业局2022年度部门整体支出绩效自评报告\n2022年年初预算数为100万元，支出决算数为95万元。\n"
    (inbox / "报告.txt").write_text(text, encoding="utf-8")
    assert interrupted_at(stage, inbox, home, lang) == (130, words)
    assert not home.published.exists()
    assert all(build.status != "published" for build in builds(home))
