"""The problem ledger: its columns, its safety, its links. Not tested here: looks (seen by a person)."""

import zipfile
from pathlib import Path

import duckdb
import pytest

from orchestration.products.ledger import write_ledger
from orchestration.products.notes import Notes
from orchestration.warehouse.descriptions import described_tables
from tests.unit.product_builders import HOSTILE, figure, finding, published, report, sheets, warehouse


def written(folder: Path, database: Path, notes: Notes | None = None, lang: str = "zh") -> Path:
    path = folder / f"ledger_{lang}.xlsx"
    with published(database) as source:
        write_ledger(path, folder / "products" / path.name, folder / "site", source, notes or {}, lang)
    return path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "jihe.duckdb"
    with warehouse(path) as insert:
        report(insert)
        report(insert, "r0", name=HOSTILE, is_current=False)
        finding(insert, "f2", severity="warning", base_unit="points", difference=2)
        finding(insert, "f1")
        finding(insert, "f0", "r0", status="superseded")
        figure(insert)
        insert(
            "fct_documents",
            relative_path="坏.pdf",
            status="quarantined",
            message_zh="打不开",
            message_en="cannot",
        )
    return path


def test_one_row_per_finding_open_and_grave_first_in_the_columns_that_offices_keep(
    tmp_path: Path, database: Path
) -> None:
    rows = sheets(written(tmp_path, database))["问题台账"]
    heads = rows[2]
    wanted = [
        "序号",
        "部门",
        "问题类型",
        "问题描述",
        "依据",
        "金额（万元）",
        "责任人",
        "整改时限",
        "整改情况",
        "销号",
    ]
    assert [name for name in heads if name in wanted] == wanted
    found = [dict(zip(heads, row, strict=True)) for row in rows[3:]]
    assert [row["问题编号"] for row in found] == ["f1", "f2", "f0"]
    assert (found[0]["金额（万元）"], found[1]["金额（万元）"], found[1]["其他差异"]) == ("60.00", "", "2分")
    assert (found[0]["严重程度"], found[0]["问题类型"], found[0]["状态"]) == ("错误", "收支结构", "待处理")
    # places have a column of their own
    assert (found[0]["问题描述"], found[0]["证据位置"]) == ("相差60万元。", "正文第10字")


def test_no_text_of_a_report_is_a_formula_or_a_link(tmp_path: Path, database: Path) -> None:
    path = written(tmp_path, database)
    cells = [cell for rows in sheets(path).values() for row in rows for cell in row]  # fails on any formula
    assert cells.count(HOSTILE) >= 3  # a department, a label, a quotation
    with zipfile.ZipFile(path) as archive:
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")
        assert not [name for name in archive.namelist() if "worksheets/_rels/sheet1.xml" in name]


def test_a_link_leads_to_the_evidence_page_only_where_there_is_one(tmp_path: Path, database: Path) -> None:
    page = tmp_path / "site" / "reports" / "r1.html"
    page.parent.mkdir(parents=True)
    page.write_text("x")
    with zipfile.ZipFile(written(tmp_path, database)) as archive:
        links = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert links.count('Target="..\\site\\reports\\r1.html"') == 2  # f1, f2; nothing for r0
    assert 'location="finding-f1"' in sheet


def test_filters_fixed_headings_colours_and_charts_are_native(tmp_path: Path, database: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, database)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawn = archive.read(charts[0]).decode()
        styles = archive.read("xl/styles.xml").decode()
    assert 'autoFilter ref="A3:S6"' in sheet
    assert 'state="frozen"' in sheet
    assert "FFF8CBAD" in styles
    assert len(charts) == 3  # no spending and no score in this warehouse: no empty chart
    assert "<c:v>1</c:v>" in drawn  # values are stored with the chart


def test_what_people_wrote_comes_back(tmp_path: Path, database: Path) -> None:
    note = {"responsible": "张三", "deadline": "4月30日", "done": "=1+1", "closed": "已销号"}
    rows = sheets(written(tmp_path, database, {"f2": note}))["问题台账"]
    assert rows[4][11:15] == list(note.values())


def test_figures_stand_with_their_source_in_wan_yuan(tmp_path: Path, database: Path) -> None:
    heads, *rows = sheets(written(tmp_path, database))["全部数字"]
    (row,) = [dict(zip(heads, row, strict=True)) for row in rows]
    assert (row["项目"], row["数值"], row["单位"], row["位置"]) == (
        "本年支出合计",
        "1308.440000",
        "万元",
        "正文第2字",
    )


def test_reports_on_projects_are_told_apart_and_other_files_are_no_money(
    tmp_path: Path, database: Path
) -> None:
    with warehouse(tmp_path / "projects.duckdb") as insert:
        for key, project in (("r1", "造林"), ("r2", None)):
            report(insert, key, name="甲市林业局", project_name=project)
            finding(insert, f"f{key}", key)
        insert("fct_documents", relative_path="诗.txt", status="not_a_report", report_kind="other")
    rows = sheets(written(tmp_path, tmp_path / "projects.duckdb"))
    heads = rows["问题台账"][2]
    assert {row[heads.index("部门")] for row in rows["问题台账"][3:]} == {"甲市林业局（造林）", "甲市林业局"}
    assert "其他材料" in [cell for row in rows["报送情况"] for cell in row]


def test_who_has_not_sent_is_said_in_words_while_nobody_knows(tmp_path: Path, database: Path) -> None:
    rows = sheets(written(tmp_path, database))["报送情况"]
    assert "无法列出谁还没有报送" in rows[0][0]
    assert rows[2][4:8] == ["坏.pdf", "", "无法读取", "在收件箱"]  # what could not be read comes first


def test_who_has_not_sent_comes_from_its_mart_where_there_is_one(tmp_path: Path, database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        columns = ", ".join(
            f"{name} {kind}" for name, kind, _ in described_tables()["mart_submission_status"].columns
        )
        connection.execute(f"create table marts.mart_submission_status ({columns})")
        connection.execute(
            "insert into marts.mart_submission_status by name"
            " select true as is_expected, '丙局' as department_name, 'clean' as status, null as possible_files"
            " union all by name select true as is_expected, '丁局' as department_name, 'late' as status,"
            "  12 as days_late, ['丁.pdf'] as possible_files"
            " union all by name select false as is_expected, '戊局' as department_name, 'clean' as status"
            " union all by name select true as is_expected, '己局' as department_name, 'withdrawn' as status,"
            "  ['己.pdf'] as withdrawn_files"
        )
    found = sheets(written(tmp_path, database))
    assert found["报送情况"][0][:4] == ["部门", "区划代码", "年度", "状态"]
    assert [(row[0], row[3], row[5], row[11]) for row in found["报送情况"][1:]] == [
        ("丁局", "逾期未报", "12", "丁.pdf"), ("己局", "已撤下", "", "己.pdf"), ("丙局", "无问题", "", ""),
    ]  # fmt: skip
    assert "坏.pdf" in found["收到文件"][2]


def test_english_and_the_same_bytes_twice(tmp_path: Path, database: Path) -> None:
    path = written(tmp_path, database, lang="en")
    first = path.read_bytes()
    assert sheets(path)["Problem ledger"][3][5] == "Difference 60 ×10⁴ yuan."  # the rule stands beside it
    assert written(tmp_path, database, lang="en").read_bytes() == first


def test_a_warehouse_without_findings_says_so(tmp_path: Path) -> None:
    with warehouse(tmp_path / "empty.duckdb"):
        pass
    assert sheets(written(tmp_path, tmp_path / "empty.duckdb"))["问题台账"][3][0] == "没有发现问题。"
