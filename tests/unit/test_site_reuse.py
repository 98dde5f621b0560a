"""Pages that stay: they say what pages made anew say, whatever has changed, and stay only where nothing has."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.paths import Home
from orchestration.products.shelves import site_folder
from orchestration.site import make
from orchestration.site.make import make_site
from orchestration.site.source import ReportRows
from orchestration.site.words import Two
from tests.unit.site_builders import GOOD, connect, insert, site_home

Change = Callable[[Home], None]


def sql(text: str) -> Change:
    """A change of the published file."""

    def run(home: Home) -> None:
        with connect(home) as connection:
            connection.execute(text)

    return run


def one_ratio(home: Home) -> None:
    with connect(home) as connection:
        (report_id,) = connection.execute("select min(report_id) from marts.dim_report").fetchone() or ("",)
        insert(connection, "marts.mart_peer_distance", report_id=report_id, ratio="carryover_rate_pct", value_pct=1,
               median_pct=2, departments=3)  # fmt: skip


def damaged(home: Home) -> None:
    min((site_folder(home) / "reports").iterdir()).write_text("mine")


def one_gone(home: Home) -> None:
    min((site_folder(home) / "reports").iterdir()).unlink()


ONE = "report_id = (select min(report_id) from marts.dim_report)"
#: What happened, and how many of the three pages are made anew.
CHANGES: dict[str, tuple[Change, int]] = {
    "nothing": (lambda _: None, 0),
    "another build": (
        sql("update meta.build set build_id = 'b2', created_at = timestamptz '2027-11-01 02:00:00+00'"),
        0,
    ),
    "a figure's value": (sql(f"update marts.fct_figures set value_base = value_base + 1 where {ONE}"), 1),
    "a figure gone": (
        sql(
            f"delete from marts.fct_figures where figure_id = (select max(figure_id) from marts.fct_figures where {ONE})"
        ),
        1,
    ),
    "a figure's note": (sql(f"update marts.fct_figures set note_zh = '约' where {ONE}"), 1),
    "a finding accepted": (sql(f"update marts.fct_findings set status = 'accepted' where {ONE}"), 1),
    "how a finding was computed": (sql(f"update marts.fct_verdicts set tolerance = 51 where {ONE}"), 1),
    "a finding's places": (
        sql(f"update marts.fct_findings set figure_ids = figure_ids[2:] where {ONE}"),
        1,
    ),
    "the name of a rule": (sql("update marts.dim_rule set label_zh = '合计等于各项'"), 3),
    "a ratio of a peer": (one_ratio, 1),
    "another version": (sql(f"update marts.dim_report set version = 2 where {ONE}"), 1),
    "the name of a concept": (sql("update marts.dim_concept set label_en = 'spending'"), 3),
    "a report gone": (sql(f"delete from marts.dim_report where {ONE}"), 0),
    "a page that somebody changed": (damaged, 1),
    "a page that somebody removed": (one_gone, 1),
}


@pytest.fixture(scope="module", autouse=True)
def _same_program() -> Iterator[None]:
    # Somebody may be writing the program while it is tested.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "code_digest", lambda: "one")
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reuse") / "home"
    home = site_home(path, {f"{name}.md": GOOD.replace("星河", name) for name in ("星河", "云山", "海丰")})
    make_site(home, "zh")
    return path


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Home:
    import shutil

    shutil.copytree(built, tmp_path / "home")
    return Home.at(tmp_path / "home")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports whose pages are rendered."""
    names: list[str] = []
    original = make.context

    def seen(rows: ReportRows, concepts: dict[str, Two]) -> dict[str, object]:
        names.append(rows.report["report_id"])
        return original(rows, concepts)

    monkeypatch.setattr(make, "context", seen)
    return names


def content(home: Home) -> dict[Path, bytes]:
    folder = site_folder(home)
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def sayings(home: Home) -> dict[str, bytes]:
    """What the pages of reports say, but for the build that each names."""
    said = {}
    for path, page in content(home).items():
        if path.parts[0] == "reports":
            said[path.name], count = re.subn(rb"b[12] \xc2\xb7 .*? \xc2\xb7", b"", page)
            assert count == 1
    return said


@pytest.mark.parametrize("name", CHANGES)
def test_only_pages_of_which_something_changed_are_made_and_all_say_what_new_ones_say(
    home: Home, made: list[str], name: str
) -> None:
    change, number = CHANGES[name]
    before = content(home)
    change(home)
    make_site(home, "zh")
    assert len(made) == number
    found, said = content(home), sayings(home)
    assert (found == before) == (
        name in ("nothing", "a page that somebody changed", "a page that somebody removed")
    )
    make_site(home, "zh", anew=True)
    assert sayings(home) == said
    if name != "another build":
        assert content(home) == found


def test_a_look_at_size_and_time_finds_what_was_worked_on_and_a_look_at_all_bytes_finds_the_rest(
    home: Home, made: list[str]
) -> None:
    make_site(home, "zh", anew=True)  # the copy has other times
    made.clear()
    page = min((site_folder(home) / "reports").iterdir())
    first, facts = page.read_bytes(), page.stat()
    make_site(home, "zh", thorough=False)
    assert not made
    page.write_bytes(first[:-1] + b"x")
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    make_site(home, "zh", thorough=False)
    assert not made and page.read_bytes() != first
    make_site(home, "zh")
    assert made == [page.stem] and page.read_bytes() == first
    page.write_bytes(b"mine")
    make_site(home, "zh", thorough=False)
    assert len(made) == 2 and page.read_bytes() == first


def test_a_page_names_the_build_that_it_was_made_of_and_never_one_that_came_later(
    home: Home, made: list[str]
) -> None:
    first = content(home)
    page = Path("reports") / min(path.name for path in first if path.parts[0] == "reports")
    later = sql("update meta.build set build_id = 'b2', created_at = timestamptz '2027-11-01 02:00:00+00'")
    later(home)
    make_site(home, "zh")
    assert content(home)[page] == first[page] and b"b2" in content(home)[Path("index.html")]
    make_site(home, "zh", anew=True)
    assert b"b2" in content(home)[page]
    sql("update meta.build set build_id = 'b1', created_at = timestamptz '2026-03-01 02:00:00+00'")(home)
    make_site(home, "zh")  # somebody went back to what was published before
    assert content(home)[page] == first[page]


def test_where_a_disk_has_no_second_names_pages_are_copied(
    home: Home, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("no links here")

    before = content(home)
    monkeypatch.setattr("os.link", refused)
    make_site(home, "zh")
    assert content(home) == before and not made


def test_a_report_more_makes_one_page(home: Home, made: list[str], tmp_path: Path) -> None:
    more = site_home(tmp_path / "more", {"new.md": GOOD.replace("星河", "青石")})
    with duckdb.connect(str(home.published)) as connection:
        connection.execute(f"attach '{more.published}' as more (read_only)")
        for table in ("dim_report", "fct_documents", "fct_figures", "fct_findings", "fct_verdicts"):
            connection.execute(f"insert into marts.{table} select * from more.marts.{table}")
    for batch in (more.lake / "extracts").iterdir():
        batch.rename(home.lake / "extracts" / f"{batch.name}9")
    make_site(home, "zh")
    assert len(made) == 1
    found = content(home)
    make_site(home, "zh", anew=True)
    assert content(home) == found and len(made) == 5


def test_another_language_text_or_program_makes_all(
    home: Home, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(home, "en")
    assert len(made) == 3
    monkeypatch.setattr(make, "code_digest", lambda: "another")
    make_site(home, "en")
    assert len(made) == 6
    for file in home.lake.rglob("texts.parquet"):
        file.unlink()
    assert make_site(home, "en").without_text == 3
    assert len(made) == 9
    assert make_site(home, "en").without_text == 3
    assert len(made) == 9
