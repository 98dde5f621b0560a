"""A run with nothing new publishes nothing: whatever a build is made of must be seen to be the same."""

from pathlib import Path

import pytest

from orchestration.files import write_json
from orchestration.lake.ingest import scan_inbox
from orchestration.lake.state import save_state
from orchestration.paths import Home
from orchestration.publishing.unchanged import inputs_checksum, is_published, remember


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    home = Home.at(tmp_path / "home")
    home.inbox.mkdir(parents=True)
    (home.inbox / "a.txt").write_text("甲")
    reference = tmp_path / "reference"
    reference.mkdir()
    (reference / "rules.csv").write_text("rule_id\nA01\n")
    monkeypatch.setenv("JIHE_REFERENCE", str(reference))
    return home


def publish(home: Home) -> None:
    for name in ("jihe.duckdb", "site/manifest.json", "products/manifest.json"):
        path = home.published.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")


def checksum(home: Home, lang: str = "zh") -> str | None:
    return inputs_checksum(home, home.inbox, lang)


def test_the_same_inputs_are_published(home: Home) -> None:
    before = checksum(home)
    assert before is not None and not is_published(home, before)
    publish(home)
    remember(home, before)
    (home.outbox / "letters").mkdir(parents=True)
    assert is_published(home, checksum(home))


def add_report(home: Home) -> None:
    (home.inbox / "b.txt").write_text("乙")


def change_report(home: Home) -> None:
    (home.inbox / "a.txt").write_text("丙")


def correct(home: Home) -> None:
    home.season.mkdir()
    (home.season / "corrections.csv").write_text("x")


def change_rules(home: Home) -> None:
    (home.path.parent / "reference" / "rules.csv").write_text("rule_id\nA02\n-\n")


@pytest.mark.parametrize("change", [add_report, change_report, correct, change_rules])
def test_whatever_a_build_is_made_of_counts(home: Home, change) -> None:
    publish(home)
    remember(home, checksum(home))
    change(home)
    assert not is_published(home, checksum(home))


def test_another_language_or_setting_counts(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(home)
    remember(home, checksum(home))
    assert not is_published(home, checksum(home, "en"))
    monkeypatch.setenv("JIHE_LIMIT_PAGES", "7")
    assert not is_published(home, checksum(home))


def test_a_product_that_was_deleted_is_made_again(home: Home) -> None:
    publish(home)
    remember(home, checksum(home))
    (home.published.parent / "site" / "manifest.json").unlink()
    assert not is_published(home, checksum(home))


def test_a_lake_that_lost_something_is_read_again(home: Home) -> None:
    batch = home.lake / "extracts" / "1" / "figures.parquet"
    batch.parent.mkdir(parents=True)
    batch.write_text("x")
    publish(home)
    remember(home, checksum(home))
    batch.unlink()
    assert not is_published(home, checksum(home))


def test_what_may_be_read_at_the_next_try_is_never_settled(home: Home) -> None:
    found = scan_inbox(home.inbox, home.lake)
    document = found.receipts[0].document_id
    failed = {
        "document_id": document,
        "extractor_version": "1",
        "status": "quarantined",
        "error_code": "timeout",
    }
    save_state(home.lake, found, {document: failed}, "1")
    assert checksum(home) is None
    publish(home)
    write_json(home.path / "last_run.json", {"inputs": None})
    assert not is_published(home, None)
