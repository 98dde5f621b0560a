"""The whole way on a small inbox. Not tested here: whether a figure or verdict is right."""

import hashlib
import re
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.lake.batches import batch_folders
from orchestration.paths import Home, reference_folder
from orchestration.publishing.builds import builds
from tests.integration.conftest import Finished, contents, jihe

pytestmark = pytest.mark.timeout(600)


def test_every_file_has_a_row_with_a_status_and_words(finished: Finished) -> None:
    rows = finished.query("select relative_path, status, message_zh, message_en from marts.fct_documents")
    by_path = {row[0]: row for row in rows}
    statuses = {name: by_path[name][1] for name in ("empty.txt", "binary.bin", "noise.txt", "gone.txt")}
    assert statuses == dict.fromkeys(statuses, "quarantined")
    assert by_path["poem.txt"][1] == "not_a_report"
    assert sum(row[1] == "duplicate" for row in rows) == 1
    assert sum(row[1] == "extracted" for row in rows) == 3
    assert all(row[2] and row[3] for row in rows if row[1] != "extracted")
    assert "~$draft.docx" not in by_path


def test_the_summary_says_what_was_read_and_where_it_is(finished: Finished) -> None:
    text = finished.run.stdout
    assert "报告 3 份" in text
    assert str(finished.home.published) in text
    assert "需要复核的问题" in text
    for stage in ("scan", "extract", "dbt", "expectations", "findings", "publish"):
        assert f" {stage}: " in finished.run.stderr


def test_findings_are_what_the_expectations_flagged(finished: Finished) -> None:
    (apart,) = finished.query(
        "select count(*) from marts.fct_verdicts as v full join marts.fct_findings as f"
        " using (rule_id, report_id, instance)"
        " where (v.outcome in ('contradiction', 'weakness')) is distinct from (f.fingerprint is not null)"
        " and not (v.outcome is null and f.fingerprint is null)"
    )
    assert apart == (0,)


def test_data_docs_open_without_internet(finished: Finished) -> None:
    pages = list(finished.home.data_docs.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href)\s*=\s*[\"']?\s*(?:https?:)?//", text), page
        assert not re.search(r"@import|url\(", text), page
        assert "<script" not in text, page
        for target in re.findall(r'href="([^"#]+)', text):
            assert (page.parent / target).exists(), (page, target)


def test_a_second_run_changes_nothing_and_a_reader_is_not_disturbed(
    finished: Finished, tmp_path: Path
) -> None:
    second = replace(finished, home=Home.at(tmp_path / "home"))  # others read the first one's files
    home = second.home
    shutil.copytree(finished.home.path, home.path)
    before, batches = contents(home.published), batch_folders(home.lake)
    with duckdb.connect(str(home.published), read_only=True) as reader:
        build = reader.execute("select build_id from meta.build").fetchone()
        (figures,) = reader.execute("select count(*) from marts.fct_figures").fetchone() or (0,)
        assert figures > 0
        (home.path / "last_run.json").unlink()  # or there would be nothing to do
        run = jihe("run", "--reports", finished.inbox, "--home", home.path)
        assert run.returncode == 0, run.stderr
        assert reader.execute("select build_id from meta.build").fetchone() == build
        # not from a cache: every page of the file that was replaced is still there
        assert reader.execute("select count(quote) from marts.fct_figures").fetchone() == (figures,)
    assert second.query("select build_id from meta.build") != [build]
    assert build is not None and builds(home)[-1].base == build[0]  # no report was made anew
    assert contents(home.published) == before
    assert batch_folders(home.lake) == batches
    assert second.query("select count(*) from marts.fct_findings where first_seen = last_seen") == [(0,)]


def test_a_run_with_nothing_new_says_so_and_builds_nothing(finished: Finished) -> None:
    before = len(builds(finished.home))
    run = jihe("run", "--reports", finished.inbox, "--home", finished.home.path)
    assert run.returncode == 0, run.stderr
    assert "没有新内容" in run.stdout and str(finished.home.published) in run.stdout
    assert len(builds(finished.home)) == before


def test_reference_data_is_only_read(finished: Finished, prepared: Home) -> None:
    def checksums() -> dict[Path, str]:
        return {
            path: hashlib.sha256(path.read_bytes()).hexdigest() for path in reference_folder().glob("*.csv")
        }

    before = checksums()
    (prepared.path / "inbox").mkdir()
    run = jihe("run", "--reports", prepared.path / "inbox", "--home", prepared.path, "--lang", "en")
    assert run.returncode == 0, run.stderr
    assert "0 reports" in run.stdout
    assert checksums() == before


def test_a_failing_integrity_expectation_leaves_the_published_file(
    finished: Finished, tmp_path: Path
) -> None:
    home = Home.at(tmp_path / "home")
    shutil.copytree(finished.home.path, home.path)
    published = hashlib.sha256(home.published.read_bytes()).hexdigest()
    figures = next(
        path
        for folder in batch_folders(home.lake)
        if pq.read_metadata(path := folder / "figures.parquet").num_rows
    )
    rows = pq.read_table(figures)
    pq.write_table(pa.concat_tables([rows, rows.slice(0, 1)]), figures)
    run = jihe("run", "--reports", finished.inbox, "--home", home.path)
    assert run.returncode == 1
    assert "没有发布" in run.stderr
    assert "figures_unique" in run.stderr
    assert hashlib.sha256(home.published.read_bytes()).hexdigest() == published
    assert builds(home)[-1].status == "refused"
    refused = jihe("publish", builds(home)[-1].build_id, "--home", home.path)
    assert refused.returncode == 1
