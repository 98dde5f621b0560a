"""The season's tables: every cell checked in words, every change kept. Not tested here: what dbt makes of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from orchestration.paths import Home
from orchestration.season.columns import ACCEPTED_FINDINGS, CORRECTIONS, EXPECTED_REPORTS, TABLES
from orchestration.season.prepare import prepare_season, run_file
from orchestration.season.tables import (
    SeasonError,
    active,
    add_record,
    read_table,
    replace_list,
    table_path,
)

LIST = "部门名称,评价年度,截止日期,联系人岗位\n林业局,2022,2023/4/15,财务科长\n水利局,2022年,,\n"
SIGNED = {"reason": "核对账表", "author": "王某"}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home.at(tmp_path)
    made.season.mkdir()
    return made


def write(home: Home, text: str, encoding: str = "utf-8") -> None:
    (home.season / "expected_reports.csv").write_bytes(text.encode(encoding))


def problems(home: Home, text: str) -> list[str]:
    write(home, text)
    with pytest.raises(SeasonError) as caught:
        read_table(home, EXPECTED_REPORTS)
    return caught.value.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_saved_by_excel_is_read_under_chinese_headings(home: Home, encoding: str) -> None:
    write(home, LIST, encoding)
    first, second = read_table(home, EXPECTED_REPORTS)
    assert (first["department_name"], first["deadline"], first["contact_role"]) == (
        "林业局",
        date(2023, 4, 15),
        "财务科长",
    )
    assert (second["fiscal_year"], second["deadline"], second["line_no"]) == (2022, None, 3)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("部门名称,评价年度\n林业局,二〇二二\n", ("第 2 行", "fiscal_year", "二〇二二")),
        ("部门名称,评价年度\n,2022\n", ("第 2 行", "department_name", "没有填写")),
        ("部门名称\n林业局\n", ("缺少列", "fiscal_year")),
        ("部门名称,评价年度,截止日期\n林业局,2022,四月\n", ("deadline", "四月")),
        ("部门名称,评价年度\n林业局,2022\n林业局,2022\n", ("第 3 行", "林业局", "重复")),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(home: Home, text: str, named: tuple[str, ...]) -> None:
    (problem,) = problems(home, text)
    assert all(word in problem for word in named), problem


def test_a_wrong_list_leaves_the_one_before(home: Home, tmp_path: Path) -> None:
    replace_list(home, EXPECTED_REPORTS, LIST.encode(), tmp_path / "list.csv")
    with pytest.raises(SeasonError):
        replace_list(home, EXPECTED_REPORTS, b"\xff\xfe\x00", tmp_path / "other.csv")
    assert len(read_table(home, EXPECTED_REPORTS)) == 2


def correction(**more: Any) -> dict[str, Any]:
    return {"report_id": "0" * 16, "concept": "basic_expenditure", "new_value": "1,301.40", **SIGNED, **more}


def test_records_are_numbered_withdrawn_and_never_deleted(home: Home) -> None:
    first = add_record(home, CORRECTIONS, correction())
    second = add_record(home, CORRECTIONS, correction(concept="project_expenditure"))
    assert (first["correction_id"], second["correction_id"], first["new_value"]) == ("C1", "C2", "1301.40")
    before = table_path(home, CORRECTIONS).read_bytes()
    add_record(home, CORRECTIONS, correction(correction_id="C1", action="withdraw"))
    after = table_path(home, CORRECTIONS).read_bytes()
    assert after.startswith(before) and after != before
    rows = read_table(home, CORRECTIONS)
    assert [row["action"] for row in rows] == ["add", "add", "withdraw"]
    assert [row["correction_id"] for row in active(rows, CORRECTIONS)] == ["C2"]
    assert len(list((home.season / "history").glob("corrections.*.csv"))) == 3
    assert add_record(home, CORRECTIONS, correction())["correction_id"] == "C3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_value": "三百"},
        {"new_value": "NaN"},
        {"new_value": "1e30"},
        {"report_id": "../x"},
        {"reason": ""},
        {"matches": "two"},
        {"correction_id": "C1"},
        {"correction_id": "C9", "action": "withdraw"},
    ],
)
def test_a_record_that_says_nothing_usable_is_refused_and_the_file_unchanged(
    home: Home, wrong: dict[str, str]
) -> None:
    add_record(home, CORRECTIONS, correction())
    before = table_path(home, CORRECTIONS).read_bytes()
    with pytest.raises(SeasonError):
        add_record(home, CORRECTIONS, correction(**wrong))
    assert table_path(home, CORRECTIONS).read_bytes() == before


def test_a_record_added_to_a_table_saved_by_excel_keeps_its_encoding(home: Home) -> None:
    add_record(home, CORRECTIONS, correction())
    path = table_path(home, CORRECTIONS)
    text = path.read_text(encoding="utf-8-sig").rstrip("\r\n")  # an editor that drops the last line's end
    path.write_bytes(text.encode("gb18030"))
    add_record(home, CORRECTIONS, correction(concept="project_expenditure", reason="决算批复"))
    assert [row["reason"] for row in read_table(home, CORRECTIONS)] == ["核对账表", "决算批复"]


def test_a_record_written_by_hand_may_say_the_day_only(home: Home) -> None:
    add_record(home, CORRECTIONS, correction(recorded_at="2023年4月1日"))
    (row,) = read_table(home, CORRECTIONS)
    assert row["recorded_at"].date() == date(2023, 4, 1)


def test_an_edit_by_hand_is_kept_as_well(home: Home) -> None:
    write(home, LIST)
    prepare_season(home)
    write(home, LIST.replace("水利局", "水务局"))
    prepare_season(home)
    prepare_season(home)
    kept = sorted((home.season / "history").glob("expected_reports.*.csv"))
    assert len(kept) == 2
    assert "水利局" in kept[0].read_text(encoding="utf-8")


def test_without_any_table_dbt_finds_empty_ones(tmp_path: Path) -> None:
    home = Home.at(tmp_path)
    assert prepare_season(home) == {table.name: 0 for table in TABLES}
    for table in TABLES:
        assert pq.read_table(run_file(home, table)).schema.equals(table.schema)
    assert not home.season.exists()


def test_all_tables_are_checked_before_anything_is_written(home: Home) -> None:
    write(home, LIST.replace("2022", "x"))
    table_path(home, ACCEPTED_FINDINGS).write_text("acceptance_id\nA1\n", encoding="utf-8")
    with pytest.raises(SeasonError) as caught:
        prepare_season(home)
    named = "\n".join(caught.value.problems)
    assert "应报送名单" in named and "已说明问题表" in named
    assert not run_file(home, CORRECTIONS).exists()
