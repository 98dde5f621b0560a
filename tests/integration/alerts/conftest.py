"""A home with two findings and the settings of its channels. Not here: the servers (servers, postbox)."""

from pathlib import Path

import pytest

from orchestration.alerts import deliver as delivering
from orchestration.alerts.settings import Settings, load_settings
from orchestration.paths import Home
from tests.integration.alerts.telling import FINDINGS
from tests.unit.alert_builders import publish, write_settings


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting, and no proxy between us and loopback."""
    monkeypatch.setattr(delivering, "_GAP", 0)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home")
    publish(home, FINDINGS)
    return home


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(write_settings(tmp_path / "reference"))
