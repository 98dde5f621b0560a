"""The site of a real run. Not tested here: pages (tests/unit/test_site_*), browsers (tests/browser)."""

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import duckdb

from orchestration.products.shelves import products_folder, site_folder
from orchestration.site.make import made_site, make_site
from tests.integration.conftest import Finished
from tests.unit.test_docs_sql import QUESTIONS


def test_a_run_makes_it_and_says_where(finished: Finished) -> None:
    folder = site_folder(finished.home)
    assert str(folder / "index.html") in finished.run.stdout
    reports = {row[0] for row in finished.query("select report_id from marts.dim_report")}
    assert {path.stem for path in (folder / "reports").iterdir()} == reports
    made = made_site(finished.home)
    assert made is not None and (made.reports, made.without_text) == (len(reports), 0)
    for report_id, figures, findings in finished.query(
        "select report_id, (select count(*) from marts.fct_figures as f where f.report_id = p.report_id),"
        " (select count(*) from marts.fct_findings as f where f.report_id = p.report_id) from marts.dim_report as p"
    ):
        text = (folder / "reports" / f"{report_id}.html").read_text(encoding="utf-8")
        assert len(set(re.findall(r' id="(f\d+)"', text))) == figures
        assert len(re.findall(r'<article class="finding ', text)) == findings
    assert "fct_spending" in (folder / "dbt" / "index.html").read_text(encoding="utf-8")


def test_the_ledger_leads_to_findings_of_the_site(finished: Finished) -> None:
    with zipfile.ZipFile(products_folder(finished.home) / "问题台账.xlsx") as ledger:
        sheet = ledger.read("xl/worksheets/sheet1.xml").decode()
        targets = dict(
            re.findall(
                r'Id="([^"]+)" [^>]*Target="([^"]+)"',
                ledger.read("xl/worksheets/_rels/sheet1.xml.rels").decode(),
            )
        )
    links = re.findall(r'<hyperlink [^>]*r:id="([^"]+)" location="([^"]+)"', sheet)
    (found,) = finished.query("select count(*) from marts.fct_findings")
    assert len(links) == found[0] > 0
    for link, anchor in links:
        page = products_folder(finished.home) / unquote(targets[link]).replace("\\", "/")
        assert f'id="{anchor}"' in page.resolve().read_text(encoding="utf-8")


def test_it_is_made_again_byte_for_byte(finished: Finished) -> None:
    def content() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in site_folder(finished.home).rglob("*.*")}

    before = content()
    make_site(finished.home, "zh")
    assert content() == before


def test_the_questions_of_the_documentation_run_on_it(finished: Finished) -> None:
    with duckdb.connect(str(finished.home.published), read_only=True) as connection:
        for _, sql in QUESTIONS:
            connection.execute(sql).fetchall()
        described = connection.execute(
            "select count(*), count(comment) from duckdb_columns() where schema_name = 'marts'"
        ).fetchone()
    assert described is not None and described[0] == described[1]
