"""Ctrl+C while libraries load is not lost, comes when they are loaded, and does not reach helpers."""

import os
import signal
import subprocess
import sys

import pytest

from orchestration.interrupts import held, not_for_helpers


def _press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_it_comes_at_the_end_of_the_block_whatever_swallows_it() -> None:
    went_on = False
    with pytest.raises(KeyboardInterrupt), held():
        try:
            _press()
        except KeyboardInterrupt:  # what some libraries do while they are imported
            pytest.fail("raised where it may be swallowed")
        went_on = True
    assert went_on
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_it_nothing_is_raised() -> None:
    with held():
        pass
    with pytest.raises(KeyboardInterrupt):
        _press()


def test_where_it_is_ignored_it_stays_so() -> None:
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held():
            _press()
    finally:
        signal.signal(signal.SIGINT, usual)


def test_a_helper_does_not_see_it() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('on')"
    with not_for_helpers():
        helper = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (helper.returncode, helper.stdout) == (0, "on\n")
    with pytest.raises(KeyboardInterrupt):
        _press()
