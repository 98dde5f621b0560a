"""Offices, routes and channels: the shipped tables can be used; every fault is named, no secret repeated."""

from pathlib import Path

import pytest

from orchestration.alerts.channels import address_of, per_minute, sender_of, stays_inside
from orchestration.alerts.settings import Channel, SettingsError, load_settings
from orchestration.paths import reference_folder
from tests.unit.alert_builders import CHANNELS, OFFICES, ROUTES, write_settings


def test_the_shipped_tables_can_be_used_and_send_nothing_by_themselves():
    settings = load_settings(reference_folder())
    assert settings.with_role("default")
    assert settings.with_role("operator")
    assert {channel.kind for channel in settings.channels.values()} == {
        "email", "json", "wecom", "dingtalk", "feishu", "slack",
    }  # fmt: skip
    assert not [channel for channel in settings.channels.values() if sender_of(channel)]


def test_every_fault_is_named_with_its_line(tmp_path: Path):
    write_settings(
        tmp_path,
        offices=OFFICES + "extra,x,x,fr,boss\n",
        channels=CHANNELS.replace("slack,slack", "slack,telegraph"),
        routes=ROUTES + "nobody,findings,,43,grave,pigeon\n",
    )
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path)
    said = str(raised.value)
    for fault in (
        "offices.csv:5",
        "“fr”",
        "“boss”",
        "“telegraph”",
        "alert_routes.csv:10",
        "“nobody”",
        "“grave”",
        ": 43",
    ):
        assert fault in said, fault


def test_a_secret_in_the_table_is_refused_and_not_repeated(tmp_path: Path):
    address = "https://oapi.dingtalk.com/robot/send?access_token=abcdef0123456789"
    write_settings(tmp_path, channels=CHANNELS.replace("TEST_DINGTALK,", f"{address},"))
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path)
    assert "address_env" in str(raised.value)
    assert "abcdef0123456789" not in str(raised.value)


def test_somebody_must_hear_of_what_no_route_covers(tmp_path: Path):
    write_settings(tmp_path, offices=OFFICES.replace(",default", ","))
    with pytest.raises(SettingsError, match="default"):
        load_settings(tmp_path)


def test_a_missing_table_and_a_missing_column_are_named(tmp_path: Path):
    write_settings(tmp_path, channels="channel,kind\n")
    (tmp_path / "alert_routes.csv").unlink()
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path)
    assert "address_env" in str(raised.value)
    assert "alert_routes.csv" in str(raised.value)


def test_tables_saved_by_excel_are_read(tmp_path: Path):
    write_settings(tmp_path)
    for path in tmp_path.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(load_settings(tmp_path).routes) == 8


def channel(kind: str = "dingtalk", network: str = "inside", limit: int | None = None) -> Channel:
    return Channel("c", kind, network, "TEST_ADDRESS", "TEST_SECRET" if kind == "dingtalk" else "", limit)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("https://oapi.dingtalk.com/robot/send?access_token=t", False),
        ("https://oapi.dingtalk.com.bureau.example/robot/send?access_token=t", True),
        ("https://hooks.slack.com/services/a/b/c", False),
        ("http://10.0.0.7/robot/send?access_token=t", True),
    ],
)
def test_a_public_host_is_outside_whatever_the_table_says(
    address: str, inside: bool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEST_ADDRESS", address)
    assert stays_inside(channel()) is inside
    assert not stays_inside(channel(network="outside"))


def test_a_channel_without_address_is_not_set_up_and_one_without_its_secret_says_so(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.delenv("TEST_ADDRESS", raising=False)
    assert address_of(channel()) == ""
    assert sender_of(channel()) is None
    monkeypatch.setenv("TEST_ADDRESS", "http://127.0.0.1/robot/send?access_token=t")
    sender = sender_of(channel())
    assert sender is not None
    assert "TEST_SECRET" in sender.deliver(None).error  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["ftp://x/y", "http://", "key only", "http://[::1", "mailto:a@b.example"])
@pytest.mark.parametrize("kind", ["email", "wecom", "json"])
def test_an_address_that_is_none_is_refused_in_words(
    kind: str, address: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEST_ADDRESS", address)
    sender = sender_of(channel(kind))
    assert sender is not None
    outcome = sender.deliver(None)  # type: ignore[arg-type]
    assert not outcome.sent
    assert "TEST_ADDRESS" in outcome.error


def test_the_services_limits_hold_and_a_channel_may_only_lower_them():
    assert per_minute(channel()) == 20
    assert per_minute(channel(limit=5)) == 5
    assert per_minute(channel(limit=500)) == 20
    assert per_minute(channel("email")) is None
