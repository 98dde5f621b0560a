"""Work in several processes: everything once and in order, faults told, no process left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestration.paths import REPOSITORY
from orchestration.products.side_by_side import side_by_side


def squared_here(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def refused(number: int) -> int:
    if number == 2:
        raise ValueError("the second part")
    return number


def waiting(folder: str) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60)


def test_every_part_is_done_once_and_told_in_order() -> None:
    made = list(side_by_side(squared_here, [3, 1, 2, 5], workers=2))
    assert [number for number, _ in made] == [9, 1, 4, 25]
    assert os.getpid() not in {process for _, process in made}


def test_one_part_needs_no_process() -> None:
    assert list(side_by_side(squared_here, [3])) == [(9, os.getpid())]
    assert list(side_by_side(squared_here, [])) == []


def test_a_fault_of_a_part_is_the_fault_of_the_work() -> None:
    with pytest.raises(ValueError, match="the second part"):
        list(side_by_side(refused, [1, 2, 3, 4], workers=2))


def test_a_killed_parent_leaves_no_process(tmp_path: Path) -> None:
    work = (
        "from tests.unit.test_side_by_side import waiting\n"
        "from orchestration.products.side_by_side import side_by_side\n"
        f"if __name__ == '__main__': list(side_by_side(waiting, [{str(tmp_path)!r}] * 2, workers=2))\n"
    )
    script = tmp_path.with_suffix(".py")
    script.write_text(work)
    parent = subprocess.Popen(
        [sys.executable, str(script)], cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
    )
    begun = _within(30, lambda: len(list(tmp_path.iterdir())) == 2)
    children = [int(path.name) for path in tmp_path.iterdir()]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert begun
    assert _within(10, lambda: not any(Path(f"/proc/{child}").exists() for child in children))


def _within(seconds: float, holds) -> bool:  # type: ignore[no-untyped-def]
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
