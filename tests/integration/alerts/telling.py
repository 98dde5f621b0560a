"""What every test of a channel does: announce, deliver, look what became of it. Not here: the servers (servers, postbox)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from orchestration.alerts import channels, robots
from orchestration.alerts.announce import announce
from orchestration.alerts.deliver import Delivered, deliver
from orchestration.alerts.memory import Delivery, remembered
from orchestration.alerts.settings import Settings
from orchestration.paths import Home
from tests.integration.alerts import servers
from tests.integration.alerts.servers import SECRET, Web, web
from tests.unit.alert_builders import Finding

FINDINGS = [Finding("江城县教育局"), Finding("江城县水利局", rule="B03")]
ROBOTS = {
    "wecom": (servers.wecom, "/cgi-bin/webhook/send?key=the-key"),
    "dingtalk": (servers.dingtalk, "/robot/send?access_token=abc"),
    "feishu": (servers.feishu, "/open-apis/bot/v2/hook/abc-def"),
    "slack": (servers.slack, "/services/T/B/C"),
}


@contextmanager
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who is slow shows soon."""
    with monkeypatch.context() as patch:
        patch.setattr(robots, "TIMEOUT", (0.3, 0.3))
        patch.setattr(channels, "_SECONDS", 0.3)
        yield


def tell(home: Home, settings: Settings, *, pauses: tuple[float, ...] = ()) -> Delivered:
    announce(home, settings)
    return deliver(home, settings, pauses=pauses, only_due=False)


def status(home: Home, channel: str) -> Delivery:
    with remembered(home) as memory:
        return next(one for one in memory.deliveries() if one.channel == channel)


@contextmanager
def robot(name: str, monkeypatch: pytest.MonkeyPatch, secret: str = SECRET) -> Iterator[Web]:
    judge, path = ROBOTS[name]
    with web(judge) as server:
        monkeypatch.setenv(f"TEST_{name.upper()}", server.address + path)
        monkeypatch.setenv(f"TEST_{name.upper()}_SECRET", secret)
        yield server
