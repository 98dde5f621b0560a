"""Work in the second process of a run: done there, done here where there is none, and never lost when it dies."""

import os
import signal

import pytest

from orchestration.beside import begin, second_process


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def refused() -> None:
    raise ValueError("no such table")


def killed_elsewhere(home: int) -> int:
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_work_is_done_in_the_other_process_and_here_after_it_has_ended() -> None:
    with second_process(["decimal"]):
        number, process = begin(where, 3)()
        assert number == 3 and process != os.getpid()
        assert begin(where, 4)() == (4, process)
    assert begin(where, 5)() == (5, os.getpid())


def test_without_another_process_work_waits_until_its_result_is_asked_for() -> None:
    done: list[int] = []
    result = begin(done.append, 1)
    assert not done
    result()
    assert done == [1]


def test_a_fault_of_the_work_is_told() -> None:
    with second_process():
        with pytest.raises(ValueError, match="no such table"):
            begin(refused)()
        assert begin(where, 1)()[1] != os.getpid()


def test_work_of_a_killed_process_is_done_here() -> None:
    with second_process():
        first, second = begin(killed_elsewhere, os.getpid()), begin(where, 2)
        assert first() == os.getpid()
        assert second()[0] == 2
        assert begin(where, 3)() == (3, os.getpid())


def test_a_process_that_cannot_begin_is_none() -> None:
    with second_process(["no_such_module_of_ours"]):
        assert begin(where, 1)() == (1, os.getpid())
