"""Tables on the “三公” expenses whose cells follow one another. Where their rows are seen: test_tables_of_copied_pages."""

from __future__ import annotations

INITIAL, FINAL = "initial_budget", "final_account"

TITLE = "2023年“三公”经费决算情况统计表"
HEADS = ["项目", "2022年决算数", "2023年决算数", "比上年增、减情况", "增、减额", "增、减幅度"]
ROWS = [
    ["合计", "30.50", "36.20", "5.70", "18.69%"],
    ["1.因公出国（境）费"],
    ["2.公务接待费", "8.30", "10.00", "1.70", "20.48%"],
    ["其中：外事接待费"],
    ["3.公务用车购置及运行费", "22.20", "26.20", "4.00", "18.02%"],
    ["其中：（1）公务用车购置费"],
    ["（2）公务用车运行费", "22.20", "26.20"],
]
WHOLE = {
    ("three_public_total", 2022, "30.50"),
    ("three_public_total", 2023, "36.20"),
    ("official_reception", 2022, "8.30"),
    ("official_reception", 2023, "10.00"),
    ("official_vehicle", 2022, "22.20"),
    ("official_vehicle", 2023, "26.20"),
    ("official_vehicle_operation", 2022, "22.20"),
    ("official_vehicle_operation", 2023, "26.20"),
}


def _levels(read, text):
    return {(f.concept, f.fiscal_year, f.value) for f in read(text, "").figures if f.measure == "level"}


def _cells(heads=HEADS, rows=ROWS):
    return "\n\n".join([TITLE, "单位：万元", *heads, *(cell for row in rows for cell in row)]) + "\n"


def test_a_cell_a_line(read):
    assert _levels(read, _cells()) == WHOLE


def test_all_on_one_line(read):
    assert _levels(read, _cells().replace("\n\n", " ")) == WHOLE


def test_words_printed_apart_on_one_line_are_put_together(read):
    text = (
        f"{TITLE} 单位：万元 项 目 预 算 数 决 算 数 合 计 12.60 9.70 因公出国（境）费 0 0 "
        "公务接待费 4.60 3.20 公务用车购置及运行费 8.00 6.50\n"
    )
    stages = {(f.concept, f.stage, f.value) for f in read(text, "").figures}
    assert stages >= {
        ("three_public_total", INITIAL, "12.60"),
        ("three_public_total", FINAL, "9.70"),
        ("official_reception", INITIAL, "4.60"),
        ("official_vehicle", FINAL, "6.50"),
    }


def test_a_total_that_lost_its_label_is_known_by_its_parts(read):
    rows = [ROWS[0][1:], *ROWS[1:]]
    assert _levels(read, _cells(HEADS[1:], rows)) == WHOLE
    other = [["31.50", *ROWS[0][2:]], *ROWS[1:]]
    assert ("three_public_total", 2022, "31.50") not in _levels(read, _cells(HEADS[1:], other))


def test_amounts_behind_their_names_alone_must_add_up(read):
    text = "石门县林业局2021年度部门决算\n“三公”经费支出决算表\n单位：万元\n“三公”经费合计 {} 因公出国（境）费 6.00 公务用车购置及运行费 9.50 公务接待费 3.20\n"
    found = {(f.concept, f.stage, f.value) for f in read(text.format("18.70"), "").figures}
    assert found == {
        ("three_public_total", FINAL, "18.70"),
        ("overseas_travel", FINAL, "6.00"),
        ("official_vehicle", FINAL, "9.50"),
        ("official_reception", FINAL, "3.20"),
    }
    assert not read(text.format("28.70"), "").figures


def test_a_second_table_does_not_stand_below_the_first_headings(read):
    first = [
        "项目",
        "2022年预算数",
        "合计",
        "5.00",
        "因公出国（境）费",
        "1.00",
        "公务接待费",
        "4.00",
        "公务用车购置及运行费",
        "0",
    ]
    second = [
        "项目",
        "2022年决算数",
        "合计",
        "3.00",
        "因公出国（境）费",
        "1.00",
        "公务接待费",
        "2.00",
        "公务用车购置及运行费",
        "0",
    ]
    text = (
        "\n".join(["“三公”经费预算表", "单位：万元", *first, "“三公”经费决算表", "单位：万元", *second])
        + "\n"
    )
    found = {(f.stage, f.value) for f in read(text, "").figures if f.concept == "official_reception"}
    assert found <= {(INITIAL, "4.00"), (FINAL, "2.00")}
    assert found


def test_headings_that_ask_for_another_number_of_values_give_nothing(read):
    heads = ["项目", "2022年决算数", "2023年决算数", "比上年增、减情况", "完成情况说明", "增、减额", "占比"]
    assert not _levels(read, _cells(heads))
