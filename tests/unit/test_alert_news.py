"""What is new, worse or ended, for whom; and what of it may leave the network."""

import dataclasses
import json
import re
from pathlib import Path

import pytest

from orchestration.alerts import render
from orchestration.alerts.announce import announce, inbox_name, links_of
from orchestration.alerts.blocks import from_json, to_json
from orchestration.alerts.memory import Delivery, remembered
from orchestration.alerts.routing import Router
from orchestration.alerts.settings import Settings, load_settings
from orchestration.paths import Home
from orchestration.products.shelves import site_folder
from tests.unit.alert_builders import ROUTES, SECRET_WORDS, Finding, publish, write_settings

SCHOOLS, WATER = Finding("江城县教育局"), Finding("江城县水利局")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(write_settings(tmp_path / "reference"))


def told(home: Home, settings: Settings) -> dict[str, dict[str, int]]:
    return announce(home, settings).by_office


def queued(home: Home) -> list[Delivery]:
    with remembered(home) as memory:
        return memory.pending()


def test_what_is_known_is_not_told_again_and_never_hides_what_is_new(home: Home, settings: Settings):
    publish(home, [WATER])
    assert told(home, settings) == {"performance": {"new": 1}}
    assert told(home, settings) == {}
    # The same rule fails in another report: another finding.
    publish(home, [WATER, Finding("江城县林业局")])
    assert told(home, settings) == {"performance": {"new": 1}}
    # And at another place of the same report.
    publish(home, [WATER, Finding("江城县林业局"), Finding("江城县林业局", instance="2")])
    assert told(home, settings) == {"performance": {"new": 1}}
    (*_, last) = queued(home)
    assert (last.message.counts["new"], last.message.counts["known"]) == (1, 2)


def test_what_got_worse_is_told_what_got_milder_is_not(home: Home, settings: Settings):
    publish(home, [dataclasses.replace(WATER, severity="warning")])
    told(home, settings)
    publish(home, [WATER])
    assert told(home, settings) == {"performance": {"worse": 1}}
    publish(home, [dataclasses.replace(WATER, severity="info")])
    assert told(home, settings) == {}
    publish(home, [WATER])
    assert told(home, settings) == {"performance": {"worse": 1}}


def test_an_end_says_how_it_ended(home: Home, settings: Settings):
    ended = {
        "resolved": Finding("甲局"), "unchecked": Finding("乙局"), "withdrawn": Finding("丙局"), "accepted": Finding("丁局"),
    }  # fmt: skip
    publish(home, [*ended.values(), WATER])
    told(home, settings)
    publish(
        home,
        [WATER, dataclasses.replace(ended["accepted"], status="accepted")],
        passed=[ended["resolved"]],
        reports=[ended["unchecked"]],
    )
    assert told(home, settings) == {"performance": dict.fromkeys(ended, 1)}
    assert told(home, settings) == {}


def test_what_is_told_under_another_rule_now_has_not_ended(home: Home, settings: Settings):
    disputed = dataclasses.replace(WATER, instance="disputed")
    publish(home, [WATER])
    told(home, settings)
    publish(home, [disputed, dataclasses.replace(WATER, cause=disputed.verdict_id)])
    assert told(home, settings) == {"performance": {"new": 1}}
    publish(home, [], passed=[disputed, WATER])
    assert told(home, settings) == {"performance": {"resolved": 1}}


def test_what_comes_back_is_new_again(home: Home, settings: Settings):
    publish(home, [WATER])
    told(home, settings)
    publish(home, [], passed=[WATER])
    assert told(home, settings) == {"performance": {"resolved": 1}}
    publish(home, [WATER])
    assert told(home, settings) == {"performance": {"new": 1}}


def test_a_resubmission_with_the_same_fault_is_known_with_the_fault_gone_resolved(
    home: Home, settings: Settings
):
    old = dataclasses.replace(WATER, status="superseded")
    publish(home, [WATER])
    told(home, settings)
    publish(home, [old, dataclasses.replace(WATER, version=2)])
    assert told(home, settings) == {}
    publish(home, [old], passed=[dataclasses.replace(WATER, version=2)])
    assert told(home, settings) == {"performance": {"resolved": 1}}


def test_a_file_that_cannot_be_read_is_told_until_it_can(home: Home, settings: Settings):
    publish(home, [], unreadable=["坏.docx", "更坏.docx"])
    assert told(home, settings) == {"performance": {"new": 2}}
    publish(home, [], read=["坏.docx"])
    assert told(home, settings) == {"performance": {"resolved": 1, "withdrawn": 1}}


def test_a_file_that_was_replaced_or_taken_away_needs_nobody_any_more(home: Home, settings: Settings):
    publish(home, [], unreadable=["坏.docx", "更坏.docx"])
    told(home, settings)
    publish(home, [], replaced=["坏.docx"], removed=["更坏.docx"])
    assert told(home, settings) == {"performance": {"resolved": 1, "withdrawn": 1}}
    assert told(home, settings) == {}


def test_a_report_taken_out_of_the_inbox_ends_its_findings_and_is_missing_again(
    home: Home, settings: Settings
):
    publish(home, [WATER], due={"江城县水利局": "returned"})
    assert told(home, settings) == {"performance": {"new": 1}}
    publish(home, [], due={"江城县水利局": "withdrawn and late"})
    assert told(home, settings) == {"performance": {"withdrawn": 1, "new": 1}}


def test_what_is_overdue_is_told_until_it_comes(home: Home, settings: Settings):
    publish(home, [], due={"江城县教育局": "late", "江城县水利局": "not_sent", "江城县林业局": "late"})
    assert told(home, settings) == {"performance": {"new": 2}, "education": {"new": 1}}
    publish(home, [], due={"江城县教育局": "clean", "江城县水利局": "not_sent"})
    assert told(home, settings) == {
        "performance": {"resolved": 1, "withdrawn": 1},
        "education": {"resolved": 1},
    }
    said = render.text(queued(home)[0].message)
    assert "新增，警告，逾期未报送，年度 2023" in said


def test_each_office_hears_of_its_departments_from_its_severity_on(home: Home, settings: Settings):
    mild = dataclasses.replace(SCHOOLS, rule="I05", severity="info")
    publish(home, [SCHOOLS, mild, WATER, Finding(None)])
    assert told(home, settings) == {"performance": {"new": 4}, "education": {"new": 1}}


def test_a_finding_that_becomes_too_mild_for_an_office_has_not_ended(home: Home, settings: Settings):
    publish(home, [SCHOOLS])
    told(home, settings)
    publish(home, [dataclasses.replace(SCHOOLS, severity="info")])
    assert told(home, settings) == {}


def test_what_no_route_covers_goes_to_the_default_office(home: Home, tmp_path: Path):
    routes = "\n".join(line for line in ROUTES.splitlines() if not line.startswith("performance")) + "\n"
    routes += "performance,findings,*民政*,,error,wecom\n"
    settings = load_settings(write_settings(tmp_path / "r", routes=routes))
    publish(home, [WATER, dataclasses.replace(WATER, rule="I05", severity="info"), SCHOOLS])
    assert told(home, settings) == {"performance": {"new": 2}, "education": {"new": 1}}


@pytest.mark.parametrize(
    ("regions", "region", "heard"),
    [("430000", "430111", True), ("430100", "430111", True), ("430111", "430100", False), ("440000", "430111", False),
     ("430100|440800", "440800", True), ("430100", "", False), ("", "", True)],
)  # fmt: skip
def test_a_region_holds_the_regions_below_it(
    regions: str, region: str, heard: bool, home: Home, tmp_path: Path
):
    routes = ROUTES + f"operations,findings,,{regions},,\n"
    router = Router(load_settings(write_settings(tmp_path / "r", routes=routes)))
    publish(home, [dataclasses.replace(WATER, region=region)])
    from orchestration.alerts.news import read_published

    (item,) = read_published(home.published).items.values()
    assert ("operations" in router.ways(item)) is heard


def test_another_inbox_ends_nothing_and_a_moved_home_starts_nothing_anew(
    home: Home, settings: Settings, tmp_path: Path
):
    publish(home, [WATER])
    told(home, settings)
    publish(home, [SCHOOLS], root=tmp_path / "other")
    assert told(home, settings)["performance"] == {"new": 1}
    publish(home, [WATER])
    assert told(home, settings) == {}
    moved = Home.at(home.path.rename(tmp_path / "moved"))
    publish(moved, [WATER])
    assert told(moved, settings) == {}
    assert inbox_name(moved, str(moved.inbox)) == "inbox"


def every_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_MAIL", "mailto://127.0.0.1:25?from=a@b.example&to=c@d.example")
    monkeypatch.setenv("TEST_HOOK", "http://127.0.0.1:9/hook")
    for name in ("WECOM", "DINGTALK", "FEISHU", "SLACK"):
        monkeypatch.setenv(f"TEST_{name}", "https://robots.example/hook")


def test_nothing_but_numbers_and_a_link_leaves_the_network(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    every_channel(monkeypatch)
    monkeypatch.setenv("JIHE_SITE_URL", "http://jihe.bureau.example/site/")
    publish(home, [SCHOOLS, WATER], unreadable=["江城县审计局报告.docx"])
    announce(home, settings)
    letters = {letter.channel: letter.message for letter in queued(home) if letter.office == "performance"}
    assert set(letters) == {"outbox", "mail", "hook", "wecom", "dingtalk", "feishu", "slack"}
    for channel, message in letters.items():
        kept = json.dumps(to_json(message), ensure_ascii=False) + render.html(message) + render.text(message)
        assert SECRET_WORDS not in kept
        assert not re.search(r"\d+\.\d+ ?万?元", kept)
        names = [
            name
            for name in ("教育", "水利", "审计", "支出合计", SCHOOLS.fingerprint, "绩效科")
            if name in kept
        ]
        if channel in ("wecom", "dingtalk", "feishu", "slack"):
            assert message.network == "outside"
            assert not names
            assert "http://jihe.bureau.example/site/index.html" in kept
            assert message.counts["new"] == 3
        else:
            assert message.network == "inside"
            assert len(names) == 6


def test_without_an_address_of_the_site_no_path_of_this_machine_leaves_the_network(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    every_channel(monkeypatch)
    monkeypatch.delenv("JIHE_SITE_URL", raising=False)
    publish(home, [WATER])
    announce(home, settings)
    letters = queued(home)
    assert {letter.message.network for letter in letters} == {"inside", "outside"}
    for letter in letters:
        assert (str(home.path) in json.dumps(to_json(letter.message))) is (letter.message.network == "inside")


def test_links_lead_to_the_site_where_it_is_made(home: Home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("JIHE_SITE_URL", raising=False)
    assert links_of(home).site == (site_folder(home) / "index.html").as_uri()


def test_a_channel_hears_only_what_its_route_wants(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    every_channel(monkeypatch)
    publish(home, [dataclasses.replace(WATER, severity="warning")])
    announce(home, settings)
    assert {letter.channel for letter in queued(home)} == {"outbox", "mail", "hook"}
    publish(home, [WATER])  # now it is grave enough for the robots
    announce(home, settings)
    worse = [letter for letter in queued(home) if letter.channel == "wecom"]
    assert [letter.message.counts["worse"] for letter in worse] == [1]


def test_of_many_changes_every_department_is_there_with_its_numbers(home: Home, settings: Settings):
    many = [Finding(f"第{number}局", instance=str(place)) for number in range(60) for place in range(2)]
    publish(home, [*many, Finding("末尾局", severity="info")])
    announce(home, settings)
    (letter,) = queued(home)
    said = render.text(letter.message)
    assert all(f"· 第{number}局，错误 2\n" in said for number in range(60))
    assert "· 末尾局，提示 1\n" in said
    assert "支出合计" not in said


def test_a_message_is_the_same_after_it_waited(home: Home, settings: Settings):
    publish(home, [SCHOOLS, WATER])
    announce(home, settings)
    letters = queued(home)
    assert {letter.office for letter in letters} == {"performance", "education"}
    for letter in letters:
        assert from_json(json.loads(json.dumps(to_json(letter.message)))) == letter.message


def test_a_crash_while_queueing_forgets_nothing(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    from orchestration.alerts import announce as module

    publish(home, [WATER])
    with monkeypatch.context() as patch:
        patch.setattr(module, "_letters", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            announce(home, settings)
    assert queued(home) == []
    assert told(home, settings) == {"performance": {"new": 1}}
