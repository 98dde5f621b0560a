"""An archive of a narrative and its scoring table is judged as one submission, by the command a person runs."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter

from extraction.extract import extract
from extraction.model import Extraction
from orchestration.checking.engine import check_extractions
from tests.integration.conftest import jihe

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告"
TABLE = "附件1：部门整体支出绩效自评表.xlsx"


def narrative(score: str = "95", annexes: tuple[str, ...] = ("附件：1.部门整体支出绩效自评表",)) -> bytes:
    word = docx.Document()
    for line in (
        TITLE,
        "一、收支情况",
        "2022年支出合计312.50万元，其中：基本支出200.00万元，项目支出112.50万元。",
        "二、自评结论",
        f"经自评，我局2022年度部门整体支出绩效自评得分为{score}分，评价等次为优。",
        *annexes,
    ):
        word.add_paragraph(line)
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def scoring_table(total: str = "312.50") -> bytes:
    rows = [
        ["资金情况（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率", ""],
        ["年度资金总额", "", "318.75", "318.75", total, "98.04%", ""],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["过程", "预算管理", "资金使用合规性", "合规", "合规", "20", "17"],
        ["产出", "数量指标", "造林面积", "12000亩", "12000亩", "30", "30"],
        ["效益", "满意度", "林农满意度", "≥95%", "96%", "50", "48"],
        ["总分", "", "", "", "", "100", "95"],
    ]
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("自评表")
    sheet.merge_range(0, 0, 0, 6, "部门整体支出绩效自评表")
    for number, row in enumerate(rows, 1):
        sheet.write_row(number, 0, row)
    book.close()
    return target.getvalue()


def bundle(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def read(files: dict[str, bytes]) -> Extraction:
    return extract(bundle(files), "林业局.zip")


def faults(found: Extraction) -> set[tuple[str, str]]:
    return {
        (row["rule_id"], row["outcome"])
        for row in check_extractions([found])
        if row["outcome"] in {"contradiction", "weakness"} and row["rule_id"] in {"K01", "I05", "L03"}
    }


def test_a_sound_bundle_has_no_fault():
    found = read({"自评报告.docx": narrative(), TABLE: scoring_table()})
    assert (found.outcome.status, found.reader, found.identity.title) == (
        "extracted",
        "zip(docx+xlsx)",
        TITLE,
    )
    assert faults(found) == set()


def test_amounts_and_scores_of_narrative_and_table_are_compared():
    other_total = read({"自评报告.docx": narrative(), TABLE: scoring_table("321.50")})
    assert faults(other_total) == {("K01", "contradiction")}
    other_score = read({"自评报告.docx": narrative(score="96"), TABLE: scoring_table()})
    assert faults(other_score) == {("I05", "contradiction")}


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("附件1.xlsx", True),
        ("附件一 打分表.xlsx", True),
        ("评分汇总表.xlsx", True),
        ("部门整体支出绩效评分汇总表（终稿）.xlsx", True),
        ("附件2.xlsx", False),
        ("资产台账.xlsx", False),
    ],
)
def test_a_named_annex_is_found_among_the_files(name, there):
    annexes = ("附件：1.部门整体支出绩效评分汇总表",)  # the sheet calls itself otherwise
    found = read({"自评报告.docx": narrative(annexes=annexes), name: scoring_table()})
    assert (("L03", "weakness") not in faults(found)) is there


def test_the_second_annex_of_a_list_is_missed_too():
    annexes = ("附件：1.部门整体支出绩效自评表", "2.重点项目绩效评价报告")
    found = read({"自评报告.docx": narrative(annexes=annexes), TABLE: scoring_table()})
    (missing,) = (
        row for row in check_extractions([found]) if row["rule_id"] == "L03" and row["outcome"] == "weakness"
    )
    assert missing["quotes"] == ["2.重点项目绩效评价报告"]


def test_a_table_in_the_same_file_is_the_annex():
    word = docx.Document(BytesIO(narrative()))
    table = word.add_table(rows=2, cols=4)
    for column, text in enumerate(("一级指标", "三级指标", "分值", "得分")):
        table.cell(0, column).text = text
    for column, text in enumerate(("产出", "造林面积", "100", "95")):
        table.cell(1, column).text = text
    target = BytesIO()
    word.save(target)
    assert faults(extract(target.getvalue(), "a.docx")) == set()


def test_the_command_checks_an_archive(tmp_path: Path):
    path = tmp_path / "林业局.zip"
    path.write_bytes(bundle({"自评报告.docx": narrative(), TABLE: scoring_table("321.50")}))
    run = jihe("check", "--format", "json", path)
    assert run.returncode == 1, run.stderr
    said = {v["rule_id"]: v for v in json.loads(run.stdout)["verdicts"] if v["outcome"] == "contradiction"}
    assert said["K01"]["quotes"] == ["支出合计312.50万元", "321.50"]
