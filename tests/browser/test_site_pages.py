"""The site as people meet it, opened from a folder. Not tested here: what the pages say (unit tests)."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.unit.site_builders import ATTACKS

Page = Any  # playwright's; the package may be absent
TOP_PAGES = ("index.html", "reports.html", "submissions.html", "rules.html", "dictionary.html")


def report_of(site: Path, word: str) -> str:
    return next(
        path.as_uri()
        for path in sorted((site / "reports").iterdir())
        if word in path.read_text(encoding="utf-8")
    )


def test_every_chart_is_drawn(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    assert {figure.get_attribute("id") for figure in page.locator("figure.chart").all()} == {
        f"chart-{name}"
        for name in (
            "files",
            "severity",
            "category",
            "rule",
            "department",
            "spending",
            "scores",
            "peers",
            "yearly",
        )
    }
    for figure in page.locator("figure.chart").all():
        drawn = figure.locator("svg rect, svg circle").evaluate_all(
            "marks => marks.map(mark => [mark.getBoundingClientRect().width, getComputedStyle(mark).fill])"
        )
        assert drawn and max(width for width, _ in drawn) > 1, figure.get_attribute("id")
        assert all(fill != "none" for _, fill in drawn)
        room = figure.bounding_box()
        assert figure.locator("table").bounding_box()["width"] <= room["width"]


def test_a_figure_leads_to_its_row_and_to_its_finding_and_back(site: Path, page: Page) -> None:
    page.goto(report_of(site, "星河县"))
    mark = page.locator("a.f", has_text=re.compile("^480.50万元$")).first
    mark.click()
    row = page.locator(f"tr{mark.get_attribute('href')}")
    assert page.url.endswith(mark.get_attribute("href"))
    assert row.evaluate("row => document.activeElement === row")
    assert in_view(page, row) and "lit" in (mark.get_attribute("class") or "")
    assert "480.5万元" in row.inner_text()
    row.locator("a.tag").click()
    finding = page.locator("article.finding").first
    assert in_view(page, finding) and "lit" in (mark.get_attribute("class") or "")
    row.locator("th a").click()
    assert in_view(page, mark)


def test_a_finding_leads_to_its_evidence_and_back(site: Path, page: Page) -> None:
    page.goto(report_of(site, "星河县"))
    page.keyboard.press("Tab")  # a reader without a mouse
    quote = page.locator("article.finding .quotes a").first
    quote.focus()
    page.keyboard.press("Enter")
    lit = page.locator("a.lit").first
    assert in_view(page, lit)
    assert lit.inner_text() in quote.inner_text()
    assert "lit" in (page.locator("article.finding").first.get_attribute("class") or "")


def test_an_address_of_the_ledger_opens_the_finding_with_its_places(site: Path, page: Page) -> None:
    address = report_of(site, "星河县")
    page.goto(f"{address}#finding-fp{address.rsplit('/', 1)[1].removesuffix('.html')}")
    assert in_view(page, page.locator("article.finding"))
    assert page.locator("a.lit").count() == 3 and in_view(page, page.locator("a.lit").first)


def in_view(page: Page, locator: Any) -> bool:
    box = locator.bounding_box()
    return bool(box and box["y"] + box["height"] > 0 and box["y"] < page.viewport_size["height"])


def test_pages_work_without_scripts(site: Path, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report_of(site, "星河县"))
    page.locator("a.f").first.click()
    assert "#v" in page.url
    page.goto((site / "index.html").as_uri())
    assert page.locator("figure.chart").count() == 9
    context.close()


def test_five_thousand_reports_are_searched_at_once(crowded: Path, page: Page) -> None:
    page.goto((crowded / "reports.html").as_uri())
    assert "5000" in page.locator("#status").inner_text()
    assert 0 < page.locator("#rows tr").count() <= 300
    seconds = page.evaluate(
        """() => {
            const field = document.getElementById("q"), times = [];
            for (const text of ["第", "第4", "第49", "第499", "第4999局", "", "某省42县 2021", ""]) {
                const begun = performance.now();
                field.value = text;
                field.dispatchEvent(new Event("input"));
                document.body.offsetHeight;
                times.push(performance.now() - begun);
            }
            return times.sort((a, b) => a - b)[4];
        }"""
    )
    assert seconds < 150, f"{seconds} ms for one letter"
    page.fill("#q", "第4321局")
    assert page.locator("#rows tr").count() == 1
    page.fill("#q", "")
    page.select_option("#severity", "error")
    page.select_option("#year", "2020")
    # 2,500 reports with a finding, every third of them an error, spread over five years
    found = int(re.findall(r"\d+", page.locator("#status").inner_text())[-1])
    assert found == len([i for i in range(0, 4999, 2) if i % 3 == 0 and i % 5 == 1])
    assert page.url.endswith("#year=2020&severity=error")
    page.reload()
    assert page.locator("#severity").input_value() == "error"


def test_the_list_goes_on_while_one_scrolls(crowded: Path, page: Page) -> None:
    page.goto((crowded / "reports.html").as_uri() + "#order=findings")
    before = page.locator("#rows tr").count()
    page.locator("#rows tr").last.scroll_into_view_if_needed()
    page.locator("#rows tr").nth(before).wait_for()
    assert page.locator("#rows tr").count() > before


def test_nothing_of_a_hostile_report_runs(site: Path, page: Page) -> None:
    page.goto(report_of(site, "恶意县"))
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    text = page.locator("article.paper-text").inner_text()
    for attack in ATTACKS[:-1]:
        assert " ".join(attack.split()) in " ".join(text.split())
    for name in TOP_PAGES:
        page.goto((site / name).as_uri())
        assert page.evaluate("window.pwned") is None


def test_the_language_is_switched_and_remembered(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    assert page.locator("h1").inner_text() == "总览"
    page.click("#language")
    assert page.locator("h1").inner_text() == "Overview"
    assert page.evaluate("document.documentElement.lang") == "en"
    page.goto((site / "reports.html").as_uri())
    assert page.locator("h1").inner_text() == "Reports"
    assert page.locator("#order option:checked").inner_text() == "department"


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        *(
            (name, "light")
            for name in ("index.html", "reports.html", "submissions.html", "rules.html", "good")
        ),
        ("index.html", "dark"),
        ("reports.html", "dark"),
        ("good", "dark"),
    ],
)
def test_no_serious_fault_of_accessibility(site: Path, page: Page, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="accessibility was NOT tested")
    page.emulate_media(color_scheme=scheme)
    page.goto(report_of(site, "星河县") if name == "good" else (site / name).as_uri())
    if name == "good":
        page.locator("a.f").first.click()
    found = axe.Axe().run(page, options={"preload": False}).response["violations"]
    serious = [
        (fault["id"], fault["nodes"][0]["html"], fault["nodes"][0]["failureSummary"])
        for fault in found if fault["impact"] in ("serious", "critical")
    ]  # fmt: skip
    assert serious == []


@pytest.mark.parametrize("name", [*TOP_PAGES, "good"])
def test_a_phone_shows_the_page_in_its_width(site: Path, page: Page, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(report_of(site, "星河县") if name == "good" else (site / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print_shows_text_and_findings_without_the_menu(site: Path, page: Page) -> None:
    page.goto(report_of(site, "星河县"))
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator("article.finding").first.is_visible() and page.locator(".paper-text").is_visible()
    assert page.locator(".side").evaluate("side => getComputedStyle(side).overflow") == "visible"
