"""Products of a real run, and whether office programs open them. Not tested here: each sentence (unit tests)."""

import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

from orchestration.products.produce import make_products
from orchestration.products.shelves import products_folder
from orchestration.publishing.export import export
from orchestration.site.make import make_site
from tests.integration.conftest import Finished, jihe
from tests.unit.product_builders import sheets, words

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def test_a_run_makes_them_and_says_where(finished: Finished) -> None:
    folder = products_folder(finished.home)
    for name in ("问题台账.xlsx", "复核意见", "核查评分表"):
        assert str(folder / name) in finished.run.stdout
        assert (folder / name).exists()
    (departments,) = finished.query(
        "select count(distinct (department_name, fiscal_year)) from marts.dim_report"
    )
    assert len(list((folder / "复核意见").glob("*.docx"))) == departments[0]
    (findings,) = finished.query("select count(*) from marts.fct_findings")
    (figures,) = finished.query("select count(*) from marts.fct_figures")
    found = sheets(folder / "问题台账.xlsx")
    assert (len(found["问题台账"]) - 3, len(found["全部数字"]) - 1) == (findings[0], figures[0])
    assert {row[6] for row in found["报送情况"][2:]} == {"已读取", "重复", "不是自评报告", "无法读取"}


def test_each_letter_holds_the_findings_of_its_department(finished: Finished) -> None:
    folder = products_folder(finished.home) / "复核意见"
    for name, year, number in finished.query(
        "select department_name, fiscal_year, count(fingerprint) from marts.dim_report as p left join"
        " (select * from marts.fct_findings where status = 'open') using (report_id) where is_current group by all"
    ):
        text = words(folder / f"{name}_{year}_复核意见.docx")
        assert (f"复核发现问题{number}个" if number else "未发现需要更正的问题") in text
        assert "{{" not in text


def test_products_are_made_again_byte_for_byte_in_both_languages(finished: Finished, tmp_path: Path) -> None:
    home = type(finished.home).at(tmp_path / "home")
    home.published.parent.mkdir(parents=True)
    shutil.copy2(finished.home.published, home.published)
    original = products_folder(finished.home)
    make_site(home, "zh")
    make_products(home, "zh")
    again = {path.name: path.read_bytes() for path in products_folder(home).rglob("*.*")}
    assert again == {path.name: path.read_bytes() for path in original.rglob("*.*")}
    made = jihe("products", "--home", home.path, "--lang", "en")
    assert made.returncode == 0, made.stderr
    assert (products_folder(home) / "problem_ledger.xlsx").is_file()


@pytest.mark.timeout(240)
def test_libreoffice_opens_every_kind(finished: Finished, tmp_path: Path) -> None:
    if OFFICE is None:
        reason = "soffice is not installed: whether office programs open the products was NOT tested"
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    folder = products_folder(finished.home)
    files = [
        folder / "问题台账.xlsx",
        *(min((folder / kind).iterdir()) for kind in ("复核意见", "核查评分表")),
    ]
    files += export(finished.home.published, tmp_path, "xlsx", ["dim_rule", "fct_findings"])
    for number, file in enumerate(files):
        shutil.copy2(file, tmp_path / f"{number}{file.suffix}")
    copies = [str(tmp_path / f"{number}{file.suffix}") for number, file in enumerate(files)]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind, chosen in (
        ("csv:Text - txt - csv (StarCalc):44,34,76,1", [copies[0], copies[3]]),
        ("txt:Text (encoded):UTF8", copies[1:3]),
    ):
        done = subprocess.run(
            [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "out"), *chosen],
            capture_output=True, text=True, check=False, timeout=200,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "rror" not in done.stderr + done.stdout
    assert "问题编号" in (tmp_path / "out" / "0.csv").read_text(encoding="utf-8", errors="replace")
    assert "复核意见" in (tmp_path / "out" / "1.txt").read_text(encoding="utf-8")
    assert "核查评分表" in (tmp_path / "out" / "2.txt").read_text(encoding="utf-8")
