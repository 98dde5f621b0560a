"""What ``jihe doctor`` says of alerts: nothing set up is well, half set up is not, and no secret is printed."""

from pathlib import Path

import pytest

from orchestration.commands.doctor_alerts import alert_results
from tests.unit.alert_builders import CHANNELS, ROUTES, write_settings


@pytest.fixture
def reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "MAIL",
        "HOOK",
        "WECOM",
        "DINGTALK",
        "DINGTALK_SECRET",
        "FEISHU",
        "FEISHU_SECRET",
        "SLACK",
        "OPERATOR",
    ):
        monkeypatch.delenv(f"TEST_{name}", raising=False)
    monkeypatch.delenv("JIHE_SITE_URL", raising=False)
    return write_settings(tmp_path / "reference")


def test_without_a_channel_the_outbox_is_enough(reference: Path) -> None:
    ((good, zh, en),) = alert_results(reference)
    assert good and "outbox/alerts" in zh and "TEST_WECOM" in zh and "optional" in en


def test_every_channel_that_is_set_up_is_named_with_who_hears(
    reference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_HOOK", "http://inside.example/hook?key=geheim")
    monkeypatch.setenv("TEST_WECOM", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=geheim")
    found = alert_results(reference)
    assert all(good for good, _, _ in found)
    said = "\n".join(zh + en for _, zh, en in found)
    assert (
        "hook（json） 已设置：绩效科；全部内容" in said
        and "wecom（wecom） 已设置：绩效科；只有数量和链接" in said
    )
    assert "mail（TEST_MAIL）" in said and "JIHE_SITE_URL" in said and "geheim" not in said


def test_what_is_missing_is_named(reference: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_DINGTALK", "https://oapi.dingtalk.com/robot/send?access_token=geheim")
    monkeypatch.setenv("TEST_MAIL", "smtp.bureau.example")
    monkeypatch.setenv("TEST_FEISHU_SECRET", "geheim")
    bad = [zh for good, zh, _ in alert_results(reference) if not good]
    assert len(bad) == 3
    assert "TEST_DINGTALK_SECRET 未设置" in "".join(bad) and "TEST_MAIL: 应以 mailto://" in "".join(bad)
    assert "没有设置 TEST_FEISHU" in "".join(bad) and "geheim" not in "".join(bad)


def test_a_channel_that_nobody_hears_and_tables_that_are_wrong(
    reference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_SLACK", "https://hooks.slack.com/x")
    write_settings(reference, routes="\n".join(line for line in ROUTES.splitlines() if "slack" not in line))
    assert [en for good, _, en in alert_results(reference) if not good] == [
        "alert channel slack (slack) is set up, but no row of alert_routes.csv uses it"
    ]
    write_settings(reference, channels=CHANNELS.replace("mail,email", "mail,pigeon"))
    ((good, zh, _),) = alert_results(reference)
    assert not good and "pigeon" in zh and "alert_channels.csv:2" in zh
