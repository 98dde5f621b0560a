"""A headless Chromium that the system has; where there is none the tests are skipped loudly."""

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.products.shelves import site_folder
from orchestration.products.source import Published
from orchestration.site import listing
from orchestration.site.make import make_site
from tests.unit.site_builders import GOOD, HOSTILE, connect, insert, site_home

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: the site was NOT tested"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MANY = 5000


@pytest.fixture(scope="session")
def browser() -> Iterator["sync_api.Browser"]:
    if CHROMIUM is None:
        reason = "chromium is not installed: the site was NOT tested in a browser"
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    # Chromium's own sandbox does not work for root in a container; these are our own pages.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two reports, one of them hostile, with enough numbers that every chart has rows."""
    home = site_home(tmp_path_factory.mktemp("browser") / "home", {"good.md": GOOD, "bad.md": HOSTILE})
    with connect(home) as connection:
        for number, (report_id, name) in enumerate(
            connection.execute(
                "select report_id, department_name from marts.dim_report order by 1"
            ).fetchall()
        ):
            for stage, value in (("adjusted_budget", 9), ("final_account", 8 + number)):
                insert(connection, "marts.fct_spending", report_id=report_id, concept="total_expenditure", stage=stage,
                       fiscal_year=2022, org_scope="department", value_yuan=value * 10_000_000)  # fmt: skip
            insert(connection, "marts.mart_yearly_change", department_id=report_id, department_name=name, fiscal_year=2022,
                   concept="total_expenditure", before_yuan=70_000_000, now_yuan=80_000_000, change_pct=14.29)  # fmt: skip
            insert(connection, "marts.mart_peer_distance", report_id=report_id, ratio="carryover_rate_pct", value_pct=9,
                   departments=5, median_pct=2, robust_z=4.2)  # fmt: skip
            insert(connection, "marts.mart_rescoring", rescoring_id=f"{report_id}/r", report_id=report_id,
                   level="report", stated_low_points=97, stated_high_points=97, recomputed_high_points=93 + number,
                   gap_points=4 - number)  # fmt: skip
            for copy in range(2):
                insert(connection, "marts.mart_department_scorecard", report_id=report_id, department_name=name,
                       fiscal_year=2022 - copy, budget_completion_rate_pct=90 + number * 7 + copy)  # fmt: skip
    make_site(home, "zh")
    return site_folder(home)


@pytest.fixture(scope="session")
def crowded(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with 5,000 reports in its list."""
    folder = tmp_path_factory.mktemp("crowded") / "site"
    shutil.copytree(site, folder)
    home = site_home(folder.parent / "home", {"good.md": GOOD})
    with connect(home) as connection:
        connection.execute(
            "insert into marts.dim_report (report_id, report_key, department_name, region_name, fiscal_year, title,"
            " file_name, version, is_current) select 'r' || i, 'r' || i, '第' || i || '局', '某省' || (i % 97) || '县',"
            " 2019 + i % 5, '部门整体支出绩效自评报告', i || '.docx', 1, true from range(?) as t(i)",
            [MANY - 1],
        )
        connection.execute(
            "insert into marts.fct_findings (report_id, rule_id, severity, status)"
            " select 'r' || i, 'A01', ['error', 'warning', 'info'][1 + i % 3], 'open' from range(0, ?, 2) as t(i)",
            [MANY - 1],
        )
    with duckdb.connect(str(home.published), read_only=True) as connection:
        text = listing.script(Published(connection))
    (folder / "assets" / "reports.js").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    """A page; the test fails when it says anything on the console or asks for anything but a file."""
    problems: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.on("console", lambda message: problems.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: problems.append(f"error: {error}"))
    opened.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.message}"))
    opened.on(
        "request",
        lambda request: request.url.startswith("file:") or problems.append(f"request: {request.url}"),
    )
    yield opened
    context.close()
    assert problems == []
