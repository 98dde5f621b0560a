"""The folder of pages: complete, the same each time, and nothing of a report is markup."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import pytest

from orchestration.paths import Home
from orchestration.products.shelves import site_folder
from orchestration.site.make import made_site, make_site
from tests.unit.site_builders import ATTACKS, GOOD, HOSTILE, connect, insert, site_home

TAGS_OF_PAGES = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "b", "span", "nav", "button", "main",
    "footer", "p", "h1", "h2", "h3", "dl", "div", "dt", "dd", "ul", "li", "table", "thead", "tbody", "caption", "tr",
    "th", "td", "figure", "figcaption", "svg", "rect", "circle", "line", "i", "small", "article", "section", "details",
    "summary", "form", "label", "input", "select", "option", "noscript", "code",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would find: elements, ids, addresses, words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.addresses.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def pages(folder: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = site_home(tmp_path_factory.mktemp("site") / "home", {"good.md": GOOD, "bad<b>.md": HOSTILE})
    make_site(home, "zh")
    return home


def test_every_address_leads_to_a_file_and_an_id_of_the_site(home: Home) -> None:
    found = pages(site_folder(home))
    assert len(found) == 7
    for path, page in found.items():
        assert len(page.ids) == len(set(page.ids)), path
        for address in page.addresses:
            parts = urlsplit(address)
            assert not parts.scheme and not parts.netloc, address
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), address
            if parts.fragment and target.name != "reports.html":  # there the fragment holds the filters
                assert parts.fragment in found[target].ids, address


def test_nothing_of_a_report_is_markup(home: Home) -> None:
    for path, page in pages(site_folder(home)).items():
        assert page.tags <= TAGS_OF_PAGES, path
        assert not {name for name in page.attributes if name.startswith("on") or name == "style"}, path
        assert not re.search(r"<script(?! defer src=)", path.read_text(encoding="utf-8")), path
        assert "default-src 'none'" in path.read_text(encoding="utf-8")
    hostile = next(path for path in (site_folder(home) / "reports").iterdir() if "恶意县" in path.read_text())
    shown = "".join(Page(hostile.read_text(encoding="utf-8")).words)
    for attack in ATTACKS[:-1]:
        assert attack in shown
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", shown)
    data = (site_folder(home) / "assets" / "reports.js").read_text(encoding="utf-8")
    assert data.startswith("window.JIHE_REPORTS={") and data.count("\n") == 1


def test_a_finding_takes_no_side_and_names_apart_what_else_was_seen(home: Home) -> None:
    for path in (site_folder(home) / "reports").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "应为" not in text and "481.5万元 ↔ 480.5万元" in text
        assert re.search(r"相差1万元。</span>.*</p>\n<p>.*同一原因还见于：.*B01 收支不平衡。", text)


def test_a_report_is_found_by_every_rule_that_saw_a_cause(home: Home) -> None:
    data = (site_folder(home) / "assets" / "reports.js").read_text(encoding="utf-8")
    assert data.count('["A01","B01"]') == len(list((site_folder(home) / "reports").iterdir()))


def test_persons_are_not_shown(home: Home) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in site_folder(home).rglob("*.*")}
    for path, text in texts.items():
        shown = [one for one in ("13912345678", "7288123", "钱多多", "孙大明", "周小红") if one in text]
        assert shown == [], path
    # the lines in which they stand are there
    assert any("联系人" in text and "单位负责人（签字）" in text for text in texts.values())


def test_every_figure_is_marked_and_leads_to_its_row_and_back(home: Home) -> None:
    with duckdb.connect(str(home.published), read_only=True) as connection:
        counted = dict(
            connection.execute("select report_id, count(*) from marts.fct_figures group by all").fetchall()
        )
    assert min(counted.values()) >= 10
    for report_id, number in counted.items():
        text = (site_folder(home) / "reports" / f"{report_id}.html").read_text(encoding="utf-8")
        for figure in range(1, number + 1):
            assert text.count(f' id="f{figure}"') == 1
            assert f'<tr id="v{figure}"' in text and f'href="#f{figure}"' in text
        marked = re.findall(
            r'<a[^>]* class="f[^"]*" href="#v(\d+)"[^>]*>((?:<span[^>]*></span>)*)([^<]+)</a>', text
        )
        assert "480.50万元" in {words for _, _, words in marked}
        finding = re.search(
            r'<article class="finding error" id="finding-[^"]+".*?</article>', text, re.DOTALL
        )
        assert finding and finding.group().count('href="#q') == 3


def test_the_same_build_gives_the_same_bytes_and_nothing_old_stays(home: Home) -> None:
    folder = site_folder(home)
    before = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
    (folder / "reports" / "old.html").write_text("x")
    made = make_site(home, "zh")
    assert {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")} == before
    assert made == made_site(home) and made.reports == 2 and made.without_text == 0
    assert sorted(path.name for path in folder.parent.iterdir()) == ["jihe.duckdb", "site"]


def test_pages_made_in_several_processes_are_the_same(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    make_site(home, "zh")
    before = {path: path.read_bytes() for path in site_folder(home).rglob("*.html")}
    monkeypatch.setattr("orchestration.site.make.AT_ONCE", 1)
    monkeypatch.setattr("orchestration.site.make._FEW", 0)
    told: list[tuple[int, int]] = []
    made = make_site(home, "zh", lambda done, total: told.append((done, total)), anew=True)
    assert {path: path.read_bytes() for path in site_folder(home).rglob("*.html")} == before
    assert told == [(number, made.reports) for number in range(1, made.reports + 1)]
    assert made.reports > 1


def test_english_comes_first_when_it_is_asked_for(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    make_site(home, "en")
    assert '<html lang="en" data-lang="en">' in (site_folder(home) / "index.html").read_text(encoding="utf-8")


def test_without_texts_quotations_stand_in_and_are_said_to(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    for file in home.lake.rglob("texts.parquet"):
        file.unlink()
    assert make_site(home, "zh").without_text == 1
    (page,) = pages(site_folder(home) / "reports").values()
    assert any("没有保存原文" in words for words in page.words)
    assert not [
        address for address in page.addresses if address.startswith(("#f", "#q")) and address[2:].isdigit()
    ]


def test_corrections_and_accepted_findings_are_shown_with_who_and_why(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    with connect(home) as connection:
        (figure, report) = connection.execute(
            "update marts.fct_figures set correction_id = 'c1' where printed = '480.50万元' and char_start < 150"
            " returning figure_id, report_id"
        ).fetchone() or ("", "")
        insert(connection, "marts.mart_corrections", correction_id="c1", figure_id=figure, report_id=report,
               corrected_value_base=4_810_000, reason="抄错<b>", author="复核员")  # fmt: skip
        connection.execute(
            "update marts.fct_findings set status = 'accepted', accepted_reason = '已说明', accepted_by = '科长'"
        )
    make_site(home, "zh")
    ((_, page),) = pages(site_folder(home) / "reports").items()
    text = "".join(page.words)
    assert "更正为" in text and "481万元" in text and "抄错<b> — 复核员" in text
    assert "已接受说明" in text and "已说明 — 科长" in text and "错误 1" not in text


def test_ratios_stand_beside_those_of_peers(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    with connect(home) as connection:
        (report_id,) = connection.execute("select report_id from marts.dim_report").fetchone() or ("",)
        for ratio, departments, distance in (("carryover_rate_pct", 9, 4.1), ("basic_share_pct", 1, None)):
            insert(connection, "marts.mart_peer_distance", report_id=report_id, ratio=ratio, value_pct=12.5,
                   median_pct=3.25, departments=departments, robust_z=distance)  # fmt: skip
    make_site(home, "zh")
    text = (site_folder(home) / "reports" / f"{report_id}.html").read_text(encoding="utf-8")
    alone, far = re.search(r'id="ratios".*?</section>', text, re.DOTALL).group().split("<tr>")[2:]
    assert "结转结余率" in far and "12.5%" in far and "3.25%" in far and "偏离较大" in far
    assert "基本支出占比" in alone and "3.25%" not in alone and "偏离较大" not in alone


def test_a_later_version_says_what_became_of_each_finding(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"old.md": GOOD, "new.md": GOOD.replace("181.00", "180.00")})
    with connect(home) as connection:
        old, new = (
            row[0]
            for row in connection.execute(
                "select report_id from marts.dim_report order by file_name desc"
            ).fetchall()
        )
        connection.execute(
            "update marts.dim_report set report_key = 'k', version = 1 + (report_id = ?)::int, is_current = report_id = ?",
            [new, new],
        )
        insert(connection, "marts.mart_version_findings", from_report_id=old, to_report_id=new, from_version=1,
               to_version=2, rule_id="A01", state="resolved", message_zh="合计已改正", message_en="mended")  # fmt: skip
    make_site(home, "zh")
    text = {path.stem: path.read_text(encoding="utf-8") for path in (site_folder(home) / "reports").iterdir()}
    assert "已解决" in text[new] and "合计已改正" in text[new] and f'href="{old}.html"' in text[new]
    assert "这是旧版本" in text[old] and f'href="{new}.html"' in text[old] and "合计已改正" not in text[old]
    listed = (site_folder(home) / "assets" / "reports.js").read_text(encoding="utf-8")
    assert new in listed and old not in listed


def test_a_report_taken_out_of_the_inbox_says_so(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD, "gone.md": GOOD.replace("181.00", "180.00")})
    with connect(home) as connection:
        (gone,) = connection.execute(
            "select report_id from marts.dim_report where file_name = 'gone.md'"
        ).fetchone() or ("",)
        connection.execute(
            "update marts.dim_report set is_current = false, is_withdrawn = true where report_id = ?", [gone]
        )
        connection.execute("update marts.fct_documents set presence = 'removed' where file_name = 'gone.md'")
        insert(connection, "marts.fct_documents", relative_path="坏了又换掉.pdf", status="quarantined", presence="replaced", is_unresolved=False)  # fmt: skip
    make_site(home, "zh")
    site = site_folder(home)
    assert "移出收件箱" in (site / "reports" / f"{gone}.html").read_text(encoding="utf-8")
    listed = (site / "submissions.html").read_text(encoding="utf-8")
    assert "gone.md" in listed and "已读取（已移出收件箱）" in listed
    assert "坏了又换掉.pdf" not in listed and "good.md" not in listed


def test_a_failure_leaves_the_old_site(home: Home, tmp_path: Path) -> None:
    before = (site_folder(home) / "index.html").read_bytes()
    with connect(home) as connection:
        connection.execute("alter table marts.dim_rule rename to hidden")
    try:
        with pytest.raises(duckdb.Error):
            make_site(home, "zh")
    finally:
        with connect(home) as connection:
            connection.execute("alter table marts.hidden rename to dim_rule")
    assert (site_folder(home) / "index.html").read_bytes() == before


def test_an_uncertain_figure_says_why_in_both_languages(tmp_path: Path) -> None:
    unsure = GOOD.replace("一、基本情况", "一、基本情况\n我局行政编制30名。其后核定行政编制23名。")
    home = site_home(tmp_path / "home", {"unsure.md": unsure})
    make_site(home, "zh")
    (page,) = (site_folder(home) / "reports").iterdir()
    text = page.read_text(encoding="utf-8")
    assert re.findall(r'<a[^>]* class="f[^"]* ?unsure"[^>]*>([^<]+)</a>', text) == ["23名"]
    assert "正文给出2个不同数额" in text and "2 different amounts" in text
