"""Where things stand in words: numbers and first words of paragraphs. Not tested here: what was read there."""

import io

import docx
import pytest

from extraction.extract import extract
from extraction.model import Extraction
from extraction.rows import table_rows
from extraction.text.paragraphs import first_words
from orchestration.checking.engine import check_extractions

TEXT = """甲县民政局2022年度部门整体支出绩效自评报告

一、部门概况
局长王建国同志主持全面工作，联系电话13912345678。
二、收支情况
（一）2022年支出合计1000.00万元，其中：基本支出600.00万元，项目支出300.00万元。
三、存在问题
1.预算编制不够细化，部分项目没有设定绩效目标。
"""


def read(*, with_table: bool = False) -> Extraction:
    document = docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    if with_table:
        table = document.add_table(2, 2)
        for cell, words in zip(
            [cell for row in table.rows for cell in row.cells],
            [
                "项目",
                "说明",
                "绩效目标",
                "上年采购办公设备花费3000元和2.1万元，由于历史原因没有编入预算，按照规定补办了手续。",
            ],
            strict=True,
        ):
            cell.text = words
    data = io.BytesIO()
    document.save(data)
    return extract(data.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("一、基本情况", "基本情况"),
        ("（一）1.人员经费支出301.4万元，同比增加", "人员经费支出…"),
        ("“三公”经费支出3.5万元。", "‘三公’经费支出…"),
        ("2022年收入301.42万元", "2022年收入…"),
        ("预算批复于2月，调整于9月，决算于次年", "预算批复于2月，调整于9月…"),
        ("## **二、部门概况**：本局", "部门概况…"),
        ("一是加强管理。", "一是加强管理"),
        ("3.5万元", None),
        ("一", None),
        ("{all}。", None),
    ],
)
def test_words_are_what_a_search_finds(paragraph: str, words: str | None) -> None:
    assert first_words("前。" + paragraph + "后", 2, 2 + len(paragraph)) == words


def test_words_end_no_sentence_of_a_message() -> None:
    words = [mark.words for mark in read().landmarks if mark.words]
    assert len(words) > 5 and not any(set("。.{}") & set(word) for word in words)


def test_a_figure_tells_its_paragraph_as_word_shows_it() -> None:
    rows = table_rows(read())
    assert {(row["paragraph_no"], row["paragraph_words"]) for row in rows["figures"]} == {
        (5, "2022年支出合计…")
    }
    (problem,) = rows["statements"]
    assert (problem["paragraph_no"], problem["paragraph_words"]) == (7, "预算编制不够细化，部分项目没…")


def test_personal_data_is_no_part_of_a_place() -> None:
    words = [mark.words for mark in read().landmarks]
    assert not any("王建国" in (word or "") or "139" in (word or "") for word in words)
    assert any("***" in (word or "") for word in words)


def test_a_name_that_the_words_end_in_is_hidden_too() -> None:
    text = TEXT.replace("局长王建国同志主持", "按照分工与安排，请副局长王建国同志主持")
    words = [mark.words for mark in extract(text.encode(), "a.txt").landmarks]
    assert any((word or "").startswith("按照分工") for word in words)
    assert not any("王建" in (word or "") for word in words)


def test_prose_of_a_cell_has_words_and_no_number() -> None:
    found = table_rows(read(with_table=True))
    (seen,) = [row for row in found["observations"] if row["kind"] == "mixed_units"]
    assert (seen["paragraph_no"], seen["paragraph_words"]) == (None, "上年采购办公设备花费3000…")
    assert all(row["table_no"] is None or row["paragraph_no"] is None for row in found["observations"])


def test_a_message_names_the_paragraph_in_both_languages() -> None:
    (found,) = [verdict for verdict in check_extractions([read()]) if verdict["rule_id"] == "A01"]
    assert "位置：第5段“2022年支出合计…”。请核对" in found["message_zh"]
    assert "Places: paragraph 5 “2022年支出合计…”. Check" in found["message_en"]
    assert {(place["paragraph"], place["words"]) for place in found["locators"]} == {(5, "2022年支出合计…")}
