"""What people decide in a season: corrections, findings accepted as explained; and the commands that write and show it.

Not tested here: versions and who has sent (test_season_marts), the files that people keep (test_season_tables).
"""

import json
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from orchestration.cli import main
from orchestration.paths import Home
from orchestration.season.columns import ACCEPTED_FINDINGS, CORRECTIONS
from orchestration.season.tables import active, add_record, read_table, table_path
from tests.integration.season.sent import FINANCE, FORESTRY, HEALTH, SIGNED, WATER
from tests.integration.season_warehouse import query, report_id


def test_a_correction_stands_between_what_is_reported_and_what_is_compared(season: Home) -> None:
    figures = query(
        season,
        "select printed, value_base::int, correction_id from marts.fct_figures where report_id = ? and concept = 'project_expenditure'",
        WATER,
    )
    assert figures == [("90万元", 900000, "C1")]
    values = query(
        season,
        "select value_yuan::int, correction_ids from marts.fct_spending where report_id = ? and concept = 'project_expenditure'",
        WATER,
    )
    assert values == [(1000000, ["C1"])]
    verdict = query(
        season,
        "select outcome, message_zh from marts.fct_verdicts where report_id = ? and rule_id = 'A01'",
        WATER,
    )
    assert verdict[0][0] == "pass"
    assert "1000000元（原报90万元）" in verdict[0][1]
    both = query(
        season, "select state, reported_printed, corrected_printed, author from marts.mart_corrections"
    )
    assert both == [("applied", "90万元", "1000000元", "李某")]


def test_corrections_that_fit_nothing_name_themselves(
    season: Home, again: Callable[..., list[tuple[Any, ...]]]
) -> None:
    wrong = [
        ({"report_id": "f" * 16, "concept": "total_expenditure"}, "unknown_report"),
        ({"report_id": FORESTRY, "concept": "staff_quota"}, "matches_nothing"),
        ({"report_id": FORESTRY, "concept": "total_expenditure", "printed": "5万元"}, "matches_nothing"),
        ({"report_id": WATER, "concept": "project_expenditure"}, "corrected_twice"),
        ({"report_id": FORESTRY, "concept": "total_expenditure", "unit": "人"}, "wrong_unit"),
    ]
    keys = [
        add_record(season, CORRECTIONS, {"new_value": "5", **fields, **SIGNED})["correction_id"]
        for fields, _ in wrong
    ]
    rows = again(
        "select correction_id, state, problem_zh, problem_en from marts.mart_corrections",
        "int_corrections",
        "mart_corrections",
    )
    found = {row[0]: row[1:] for row in rows}
    for key, (_, state) in zip(keys, wrong, strict=True):
        assert found[key][0] == state
        assert key in found[key][1] and key in found[key][2]


def test_a_correction_of_two_figures_must_say_so(
    season: Home, again: Callable[..., list[tuple[Any, ...]]]
) -> None:
    # Health states nothing twice, so all levels of its first version stand for "two figures".
    record = {"report_id": HEALTH, "concept": "total_expenditure", "new_value": "5", **SIGNED}
    twin = add_record(season, CORRECTIONS, record)["correction_id"]
    path = season.lake / "extracts" / "0" / "figures.parquet"
    before = path.read_bytes()
    with duckdb.connect() as connection:
        connection.execute(f"create table f as from '{path}'")
        connection.execute(
            "insert into f select * replace (figure_id || 'b' as figure_id) from f"
            f" where left(document_id, 16) = '{HEALTH}' and concept = 'total_expenditure'"
        )
        connection.execute(f"copy f to '{path}'")
    models = ("stg_figures", "int_corrections", "mart_corrections")
    ask = f"select state, figure_id is null from marts.mart_corrections where correction_id = '{twin}'"
    try:
        assert again(ask, *models) == [("matches_several", False)] * 2
        text = table_path(season, CORRECTIONS).read_text(encoding="utf-8-sig")
        lines = text.splitlines()
        names = lines[0].split(",")
        cells = lines[-1].split(",")
        cells[names.index("matches")] = "all"
        table_path(season, CORRECTIONS).write_text(
            "\n".join([*lines[:-1], ",".join(cells)]), encoding="utf-8"
        )
        assert again(ask, *models) == [("applied", False)] * 2
    finally:
        path.write_bytes(before)


def test_a_finding_accepted_as_explained_is_open_again_when_its_numbers_change(
    season: Home, again: Callable[..., list[tuple[Any, ...]]], capsys: pytest.CaptureFixture[str]
) -> None:
    models = ("fct_findings", "mart_accepted_findings", "mart_submission_status", "mart_department_scorecard")
    ask = "select report_id, status, accepted_by from marts.fct_findings where rule_id = 'A01' and report_id in ('{}', '{}') order by all"
    ((fingerprint, old, new),) = query(
        season,
        "select fingerprint, any_value(evidence) filter (report_id = ?), any_value(evidence) filter (report_id = ?)"
        " from marts.fct_findings where rule_id = 'A01' and report_id in (?, ?) group by fingerprint",
        FINANCE, report_id(4), FINANCE, report_id(4),
    )  # fmt: skip
    assert old != new
    add_record(season, ACCEPTED_FINDINGS, {"fingerprint": fingerprint, "evidence": old, **SIGNED})
    both = [(FINANCE, "superseded", "李某"), (report_id(4), "open", None)]
    assert again(ask.format(FINANCE, report_id(4)), *models) == both
    assert query(season, "select state, problem_zh from marts.mart_accepted_findings") == [("accepted", None)]
    # accepted again, in its new form, by the command
    assert (
        main(["accept", fingerprint, "--home", str(season.path), "--reason", "追加指标", "--author", "李某"])
        == 0
    )
    assert "A2" in capsys.readouterr().out
    both = [(FINANCE, "superseded", "李某"), (report_id(4), "accepted", "李某")]
    assert again(ask.format(FINANCE, report_id(4)), *models) == both
    done = query(
        season,
        "select status, findings_error, findings_accepted from marts.mart_submission_status where report_id = ?",
        report_id(4),
    )
    assert done == [("received", 0, 1)]
    card = "select findings_error, findings_accepted from marts.mart_department_scorecard where report_id = ?"
    assert query(season, card, report_id(4)) == [(0, 1)]


def test_an_acceptance_of_no_finding_names_itself_and_one_whose_finding_is_gone_does_not_stop(
    season: Home, again: Callable[..., list[tuple[Any, ...]]]
) -> None:
    unknown = {"fingerprint": "0" * 16, "evidence": "0" * 16, **SIGNED}
    add_record(season, ACCEPTED_FINDINGS, unknown)
    add_record(season, ACCEPTED_FINDINGS, {**unknown, "rule_id": "A01", "report_id": FORESTRY})
    rows = again(
        "select acceptance_id, state, problem_zh from marts.mart_accepted_findings order by 1",
        "mart_accepted_findings",
    )
    assert [row[:2] for row in rows] == [("A1", "matches_nothing"), ("A2", "gone")]
    assert "A1" in rows[0][2] and rows[1][2] is None


def test_the_commands_name_figures_findings_and_versions(
    season: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(season.path)]
    assert main(["expected", *home]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[1].startswith("逾期未报") and "资兴市民政局自评.pdf" in "\n".join(shown)
    assert main(["compare", "林业局", *home]) == 0
    text = capsys.readouterr().out
    assert "190万元" in text and "200万元" in text and "已解决" in text
    assert main(["compare", "财政局", *home, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in answer["findings"]} == {"still_open"}
    assert main(["compare", "水利局", *home]) == 2
    signed = ["--reason", "核对", "--author", "王某"]
    wanted = ["correct", *home, "--report", "财政局", "--concept", "basic_expenditure", "--value", "310"]
    assert main(wanted) == 2  # nobody signed
    assert main([*wanted, "--stage", "initial_budget", *signed]) == 2  # no such figure
    assert "300万元" in capsys.readouterr().err  # what there is to choose from
    ((row,),) = query(season, "select indicator_id from marts.fct_indicators limit 1")
    assert main(["correct", *home, "--figure", row, "--value", "9", *signed]) == 2
    assert "不能更正" in capsys.readouterr().err
    assert (
        main(["correct", *home, "--report", "财政局", "--concept", "产出指标", "--value", "9", *signed]) == 2
    )
    assert "没有指标“产出指标”" in capsys.readouterr().err
    assert main([*wanted, *signed]) == 0
    (_, mine) = active(read_table(season, CORRECTIONS), CORRECTIONS)
    assert (mine["report_id"], mine["printed"], mine["new_value"]) == (report_id(4), "300万元", "310")
    assert main(["correct", *home, "--withdraw", mine["correction_id"], *signed]) == 0
    assert main(["correct", *home, "--withdraw", mine["correction_id"], *signed]) == 2
    assert len(active(read_table(season, CORRECTIONS), CORRECTIONS)) == 1
