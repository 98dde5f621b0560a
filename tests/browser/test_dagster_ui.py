"""Dagster's UI as an operator uses it: the graph, a run started by a click, its checks; pictures in build/screenshots."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

REPOSITORY = Path(__file__).resolve().parents[2]
PICTURES = REPOSITORY / "build" / "screenshots"
_START_SECONDS, _RUN_SECONDS = 180, 280


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """``jihe ui`` on an empty inbox, so that it shows the bundled samples and no sensor starts anything."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("ui")
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "orchestration.cli", "ui"),
                *("--home", str(folder / "home"), "--port", str(port)),
            ],
            cwd=REPOSITORY,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/server_info", process, folder / "log.txt")
            yield f"http://127.0.0.1:{port}"
        finally:
            _end(process)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(log.read_text())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server, its daemon and its code server: they are one session, started here."""
    for last, wait in ((signal.SIGINT, 10), (signal.SIGKILL, 10)):
        try:
            os.killpg(process.pid, last)
            process.wait(wait)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    PICTURES.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": 1500, "height": 950}, locale="en-US")
    context.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    opened = context.new_page()
    yield opened
    opened.screenshot(path=PICTURES / "dagster_last.png")
    context.close()


@pytest.mark.timeout(700)
def test_an_operator_starts_a_run_and_sees_its_checks(server: str, page: Page) -> None:
    page.goto(f"{server}/asset-groups")
    for group in ("inbox", "lake", "staging", "verdicts", "facts", "findings", "publication"):
        expect(page.get_by_text(group, exact=True).first).to_be_visible()
    page.screenshot(path=PICTURES / "dagster_graph.png")

    page.goto(f"{server}/locations/orchestration.definitions/jobs/pipeline")
    expect(page.get_by_text("verdicts", exact=True).first).to_be_visible()  # the graph is there
    page.get_by_role("button", name="Materialize all").first.click()
    # No collection has been read yet: Dagster asks whether that is meant. The samples need none.
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Launched run")).to_be_visible()
    page.goto(f"{server}/runs")
    expect(page.get_by_text("Success", exact=True).first).to_be_visible(timeout=_RUN_SECONDS * 1000)
    page.screenshot(path=PICTURES / "dagster_run.png")

    page.goto(f"{server}/assets/marts/fct_verdicts?view=checks")
    expect(page.get_by_text("fct_verdicts_every_rule").first).to_be_visible()
    expect(page.get_by_text("Passed").first).to_be_visible()
    expect(page.get_by_text("In Progress")).to_have_count(0)
    page.screenshot(path=PICTURES / "dagster_checks.png")
