"""The queue: order, limits, waiting, giving up, and what a crash leaves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from orchestration.alerts import deliver as module
from orchestration.alerts.blocks import Message, Paragraph
from orchestration.alerts.deliver import Delivered, deliver
from orchestration.alerts.memory import Delivery, Letter, Memory, remembered, stamp
from orchestration.alerts.outbox import outbox_folder
from orchestration.alerts.robots import Outcome
from orchestration.alerts.settings import Channel, Settings, load_settings
from orchestration.paths import Home
from tests.unit.alert_builders import CHANNELS, write_settings

SENT, REFUSED, WRONG = Outcome(True), Outcome(False, "refused"), Outcome(False, "19021", final=True)


class Service:
    """Answers what it is told to, and remembers what it got."""

    def __init__(self, *answers: Outcome | type[BaseException]) -> None:
        self.answers = list(answers)
        self.got: list[str] = []

    def deliver(self, message: Message) -> Outcome:
        self.got.append(message.key)
        answer = self.answers.pop(0) if self.answers else SENT
        if isinstance(answer, Outcome):
            return answer
        raise answer


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(module, "_GAP", 0)
    for name in ("WECOM", "FEISHU", "MAIL"):
        monkeypatch.setenv(f"TEST_{name}", f"http://robots.example/{name}")
    return load_settings(write_settings(tmp_path / "reference"))


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> dict[str, Service]:
    """One service for each channel."""
    known: dict[str, Service] = {}

    def sender_of(channel: Channel) -> Service | None:
        return known.setdefault(channel.channel, Service())

    monkeypatch.setattr(module, "sender_of", sender_of)
    return known


def queue(home: Home, *keys: str, channel: str = "feishu", network: str = "outside", at: str = "") -> None:
    with remembered(home) as memory, memory.transaction():
        for key in keys:
            message = Message(key, "digest", network, "题", "zh", at or stamp(), (Paragraph("话"),))
            memory.queue([Letter("performance", channel, message)])


def look(home: Home) -> dict[str, Delivery]:
    with remembered(home) as memory:
        return {delivery.message.key: delivery for delivery in memory.deliveries()}


def once(home: Home, settings: Settings, **options: object) -> Delivered:
    return deliver(home, settings, pauses=(), **options)  # type: ignore[arg-type]


def later(home: Home, change: timedelta) -> None:
    """As if time had passed: what waits is due so much earlier."""
    with remembered(home) as memory:
        for delivery in memory.pending():
            memory.postpone(delivery, datetime.fromisoformat(delivery.due_at) - change)


def test_what_was_sent_is_not_sent_again(home: Home, settings: Settings, services: dict[str, Service]):
    queue(home, "a", "b")
    assert once(home, settings).sent == 2
    assert once(home, settings).sent == 0
    assert services["feishu"].got == ["a", "b"]


def test_a_message_is_queued_once_for_a_channel(home: Home):
    queue(home, "a", "a")
    queue(home, "a")
    queue(home, "a", channel="wecom")
    with remembered(home) as memory:
        assert len(memory.pending()) == 2


def test_what_failed_waits_longer_each_time_and_nothing_overtakes_it(
    home: Home, settings: Settings, services: dict[str, Service]
):
    services["feishu"] = Service(REFUSED, REFUSED, SENT)
    queue(home, "a", "b")
    queue(home, "c", channel="wecom")
    assert once(home, settings) == Delivered(1, 2, 0, errors={"feishu": "refused"})
    first = datetime.fromisoformat(look(home)["a"].due_at) - datetime.now(UTC)
    assert timedelta(seconds=30) < first <= timedelta(minutes=1)
    assert once(home, settings).sent == 0  # not due yet, and b not before a
    later(home, timedelta(minutes=2))
    once(home, settings)
    second = datetime.fromisoformat(look(home)["a"].due_at) - datetime.now(UTC)
    assert second > first + timedelta(seconds=30)
    assert once(home, settings, only_due=False).sent == 2
    assert services["feishu"].got == ["a", "a", "a", "b"]


def test_a_second_attempt_is_made_at_once(home: Home, settings: Settings, services: dict[str, Service]):
    services["feishu"] = Service(REFUSED, SENT)
    queue(home, "a")
    assert deliver(home, settings, pauses=(0.01,)).sent == 1


def test_what_cannot_be_helped_ends_in_the_outbox_and_holds_up_nothing(
    home: Home, settings: Settings, services: dict[str, Service]
):
    services["feishu"] = Service(WRONG, SENT)
    queue(home, "a", "b")
    done = once(home, settings)
    assert (done.sent, done.failed, done.waiting) == (1, 1, 0)
    (file,) = (outbox_folder(home) / "undelivered").iterdir()
    assert "19021" in file.read_text(encoding="utf-8")
    assert "话" in file.read_text(encoding="utf-8")
    with remembered(home) as memory:
        assert memory.retry_failed() == 1
    assert once(home, settings).sent == 1


def test_after_three_days_it_is_given_up(home: Home, settings: Settings, services: dict[str, Service]):
    services["feishu"] = Service(REFUSED, REFUSED)
    queue(home, "young", at=stamp(datetime.now(UTC) - timedelta(days=2)))
    queue(home, "old", channel="wecom", at=stamp(datetime.now(UTC) - timedelta(days=4)))
    services["wecom"] = Service(REFUSED)
    assert once(home, settings).failed == 1
    assert {key: delivery.status for key, delivery in look(home).items()} == {
        "young": "pending",
        "old": "failed",
    }


def test_no_channel_carries_more_in_a_minute_than_its_service_takes(
    home: Home, settings: Settings, services: dict[str, Service]
):
    queue(home, *(f"m{number}" for number in range(25)), channel="wecom")
    assert once(home, settings).sent == 20
    assert once(home, settings, only_due=False).sent == 0
    assert len(services["wecom"].got) == 20
    waits = {datetime.fromisoformat(one.due_at) for one in look(home).values() if one.status == "pending"}
    assert max(waits) - datetime.now(UTC) > timedelta(seconds=50)


def test_channels_that_share_a_robot_share_its_limit(
    home: Home, tmp_path: Path, services: dict[str, Service], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "_GAP", 0)
    monkeypatch.setenv("TEST_WECOM", "http://robots.example/same")
    channels = CHANNELS + "second,wecom,outside,TEST_WECOM,,\n"
    settings = load_settings(write_settings(tmp_path / "r", channels=channels))
    queue(home, *(f"a{number}" for number in range(15)), channel="wecom")
    queue(home, *(f"b{number}" for number in range(15)), channel="second")
    assert once(home, settings).sent == 20


def test_a_service_that_blocks_is_left_alone_as_long_as_it_says(
    home: Home, settings: Settings, services: dict[str, Service]
):
    services["feishu"] = Service(Outcome(False, "130101", wait_seconds=600))
    queue(home, "a", "b")
    deliver(home, settings, pauses=(0.01, 0.01))
    assert services["feishu"].got == ["a"]
    wait = datetime.fromisoformat(look(home)["a"].due_at) - datetime.now(UTC)
    assert timedelta(minutes=9) < wait <= timedelta(minutes=10)


def test_one_broken_channel_stops_no_other(home: Home, settings: Settings, services: dict[str, Service]):
    services["feishu"] = Service(ZeroDivisionError)
    queue(home, "a")
    queue(home, "b", channel="wecom")
    assert once(home, settings).sent == 1
    assert look(home)["a"].error == "ZeroDivisionError"


def test_a_slow_service_holds_up_a_pass_only_until_its_time_is_over(
    home: Home, settings: Settings, services: dict[str, Service], monkeypatch: pytest.MonkeyPatch
):
    queue(home, "a", "b")
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])

    class Slow(Service):
        def deliver(self, message: Message) -> Outcome:
            now[0] += 31
            return super().deliver(message)

    services["feishu"] = Slow()
    done = once(home, settings)
    assert (done.sent, done.waiting) == (1, 1)


def test_a_crash_between_sending_and_marking_sends_once_more(
    home: Home, settings: Settings, services: dict[str, Service], monkeypatch: pytest.MonkeyPatch
):
    queue(home, "a")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Memory, "mark", killed)
        with pytest.raises(KeyboardInterrupt):
            once(home, settings)
    assert once(home, settings).sent == 1
    assert services["feishu"].got == ["a", "a"]  # at least once, with the same key


def test_two_processes_do_not_send_at_the_same_time(
    home: Home, settings: Settings, services: dict[str, Service]
):
    queue(home, "a")

    class Curious(Service):
        def deliver(self, message: Message) -> Outcome:
            assert once(home, settings).busy
            return super().deliver(message)

    services["feishu"] = Curious()
    assert once(home, settings).sent == 1


def test_a_clock_that_was_set_back_holds_nothing_up(
    home: Home, settings: Settings, services: dict[str, Service]
):
    queue(home, "a")
    later(home, timedelta(days=-400))
    assert once(home, settings).sent == 1


@pytest.mark.parametrize("cause", ["channel", "address"])
def test_a_channel_that_is_gone_waits_then_gives_up(
    cause: str, home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("TEST_FEISHU")
    name = "gone" if cause == "channel" else "feishu"
    queue(home, "young", channel=name)
    queue(home, "old", channel=name, at=stamp(datetime.now(UTC) - timedelta(days=4)))
    assert once(home, settings).failed == 1
    assert look(home)["young"].status == "pending"


def test_a_message_for_inside_never_goes_to_an_address_outside(
    home: Home, settings: Settings, services: dict[str, Service]
):
    queue(home, "a", network="inside")  # queued when the robot still stood inside
    assert once(home, settings).failed == 1
    assert not services["feishu"].got


def test_the_outbox_is_filled_without_any_channel_and_again_without_harm(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    queue(home, "a", "b", channel="outbox", network="inside")
    files = sorted((outbox_folder(home) / "performance").iterdir()) if once(home, settings).sent == 2 else []
    assert sorted(path.suffix for path in files) == [".atom", ".html", ".html", ".txt", ".txt"]


def test_a_full_disk_keeps_the_message_in_the_queue(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    queue(home, "a", channel="outbox", network="inside")
    with monkeypatch.context() as patch:
        patch.setattr("orchestration.alerts.outbox.write_text", full)
        assert once(home, settings).errors == {"outbox": "OSError"}
    assert once(home, settings, only_due=False).sent == 1
