"""A season in the warehouse: versions, who has sent, corrections, accepted findings; and the commands on it.

Not tested here: extraction, the gate in Dagster (test_season_gate) and the files that people keep (test_season_tables).
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extraction.model import Figure
from orchestration.cli import main
from orchestration.paths import Home
from orchestration.publishing.builds import working_database
from orchestration.season.columns import ACCEPTED_FINDINGS, CORRECTIONS
from orchestration.season.prepare import prepare_season
from orchestration.season.tables import active, add_record, read_table, table_path
from orchestration.warehouse.environment import dbt_environment
from orchestration.warehouse.runner import run_dbt
from tests.integration.season_warehouse import ROOT, Sent, build, home_with, query, report_id
from tests.unit.verdict_builders import cell, figure, item, seen

PROJECT = "project_self_evaluation"
SIGNED = {"reason": "与财政国库对账", "author": "李某"}
LIST = """部门名称,评价年度,行政区划代码,截止日期,其他名称
林业局,2022,431081,2023-04-15,
水务局,2022,431081,2023-04-15,水利局；水利和湖泊局
资兴市财政局,2022,,2023-04-15,
民政局,2022,431081,2023-04-15,
教育局,2022,431081,2999-01-01,
林业局,2022,430626,2023-04-15,
档案局,2022,431081,2023-04-15,
"""


def spent(total: str, basic: str, project: str) -> list[Figure]:
    return [
        figure("total_expenditure", total),
        figure("basic_expenditure", basic),
        figure("project_expenditure", project),
    ]


SENT = [
    # the second came later, from a computer whose clock is a month behind
    Sent("资兴市林业局", "2023-03-01", 1, [*spent("500万元", "300万元", "190万元"), item("产出", "10", "10", level_3="完成率")]),
    Sent("资兴市林业局", "2023-02-01", 2, [*spent("500万元", "300万元", "200万元"), item("产出", "10", "8", level_3="完成率")]),
    Sent("资兴市水利局", "2023-05-01", 1, spent("400万元", "300万元", "90万元")),
    Sent("资兴市财政局", "2023-04-15", 1, spent("700万元", "300万元", "300万元")),
    Sent("资兴市财政局", "2023-04-20", 2, spent("700万元", "300万元", "350万元")),
    Sent(None, "2023-04-01", 1, [], path="2022/资兴市民政局自评.pdf", status="quarantined"),
    Sent("资兴市卫健局", "2023-04-01", 1, spent("90万元", "60万元", "20万元")),
    # the table came apart from its text: the amount is missing
    Sent("资兴市卫健局", "2023-04-02", 2, spent("90万元", "60万元", "20万元")[:2]),
    # sent again with the scoring table that was missing: another form, the same report
    Sent("资兴市交通局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市交通局", "2023-05-02", 2, [*spent("90万元", "60万元", "30万元"), item("产出", "10", "8")], family="rubric"),
    # text and table sent one after the other: two parts
    Sent("资兴市体育局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市体育局", "2023-05-02", 2, [*spent("90万元", "60万元", "30万元")[:1], item("产出", "10", "8")], family="table"),
    # three reports on two projects: one was sent again
    Sent("资兴市应急局", "2023-04-01", 1, [figure("project_expenditure", "9万元"), seen("project_name", text="防汛")], kind=PROJECT),
    Sent("资兴市应急局", "2023-04-01", 1, [figure("project_expenditure", "8万元"), seen("project_name", text="森林防火")], kind=PROJECT),
    Sent("资兴市应急局", "2023-05-01", 2, [figure("project_expenditure", "7万元"), seen("project_name", text="防汛")], kind=PROJECT),
    # offices of one name, told apart by their folders alone
    Sent("统计局", "2023-04-01", 1, spent("90万元", "60万元", "20万元"), region=(None, "甲县"), path="甲县/a.txt"),
    Sent("统计局", "2023-05-01", 2, spent("80万元", "60万元", "20万元"), region=(None, "乙县"), path="乙县/a.txt"),
    # taken out of the inbox: the newer of two, the only one of what is due, one that could not be read and was replaced
    Sent("资兴市司法局", "2023-04-01", 1, spent("90万元", "60万元", "30万元")),
    Sent("资兴市司法局", "2023-04-02", 2, spent("90万元", "60万元", "20万元"), presence="removed"),
    Sent("资兴市档案局", "2023-04-01", 1, spent("90万元", "60万元", "20万元"), path="档案局.txt", presence="removed"),
    Sent(None, "2023-04-01", 1, [], path="2022/资兴市教育局自评.pdf", status="quarantined", presence="replaced"),
    # the sum is wrong in both, in the second because one of its parts is stated with two values
    Sent("资兴市气象局", "2023-04-01", 1, spent("90万元", "60万元", "20万元")),
    Sent("资兴市气象局", "2023-04-02", 2, [*spent("90万元", "60万元", "20万元"), cell("project_expenditure", "35万元")]),
]  # fmt: skip
FORESTRY, WATER, FINANCE, HEALTH = report_id(1), report_id(2), report_id(3), report_id(6)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """One build with a list, one correction, and one acceptance of a finding of the first version."""
    home = home_with(tmp_path_factory.mktemp("season"), SENT)
    home.season.mkdir()
    (home.season / "expected_reports.csv").write_text(LIST, encoding="utf-8")
    add_record(home, CORRECTIONS, {
        "report_id": WATER, "concept": "project_expenditure", "stage": "final_account", "new_value": "1000000", "unit": "元", **SIGNED,
    })  # fmt: skip
    assert build(home) == []
    shutil.copy(working_database(home), _published(home))
    return home


def _published(home: Home) -> Path:
    home.published.parent.mkdir(exist_ok=True)
    return home.published


@pytest.fixture
def again(season: Home) -> Callable[..., list[tuple[Any, ...]]]:
    """Build some models of the season again after its tables have changed, and ask."""
    before = {path: path.read_bytes() for path in season.season.glob("*.csv")}

    def rebuilt(sql: str, *models: str) -> list[tuple[Any, ...]]:
        prepare_season(season)
        results = run_dbt(season, ["run", "--select", *models], dbt_environment(season, ROOT))
        assert not [result for result in results if result.is_failure]
        return query(season, sql)

    yield rebuilt  # type: ignore[misc]
    for path in season.season.glob("*.csv"):
        if path in before:
            path.write_bytes(before[path])
        else:
            path.unlink()


def test_a_version_is_later_when_it_came_later_whatever_its_clock_says(season: Home) -> None:
    found = query(
        season,
        "select report_id, version, is_current from marts.dim_report where department_name = '资兴市林业局' order by 2",
    )
    assert found == [(report_id(0), 1, False), (FORESTRY, 2, True)]


def test_another_form_is_a_new_version_when_it_says_the_same_again_and_a_part_when_not(season: Home) -> None:
    found = query(
        season,
        "select report_id, version, is_current from marts.dim_report where department_name in ('资兴市交通局', '资兴市体育局') order by 1",
    )
    assert found == [
        (report_id(8), 1, False),
        (report_id(9), 2, True),
        (report_id(10), 1, True),
        (report_id(11), 1, True),
    ]


def test_who_has_not_sent_is_late_must_send_again_or_is_done(season: Home) -> None:
    rows = query(
        season,
        "select department_name, region_code, is_expected, status, is_late, days_late > 0, report_id, versions from marts.mart_submission_status",
    )
    found = {
        (name, region, expected): rest
        for name, region, expected, *rest in rows
        if name
        not in ("资兴市交通局", "资兴市体育局", "资兴市应急局", "统计局", "资兴市司法局", "资兴市气象局")
    }
    assert found == {
        # sent by 15 April in its first version
        ("林业局", "431081", True): ["received", False, False, FORESTRY, 2],
        ("水务局", "431081", True): ["received", True, True, WATER, 1],
        ("资兴市财政局", None, True): ["returned", False, False, report_id(4), 2],
        ("民政局", "431081", True): ["late", True, True, None, None],
        ("教育局", "431081", True): ["not_sent", False, False, None, None],
        # sent, and then taken out of the inbox
        ("档案局", "431081", True): ["withdrawn", True, True, None, None],
        # the forestry bureau of another county
        ("林业局", "430626", True): ["late", True, True, None, None],
        ("资兴市卫健局", "431081", False): ["received", False, None, report_id(7), 2],
    }
    maybe = query(
        season,
        "select department_name, possible_files from marts.mart_submission_status where len(possible_files) > 0",
    )
    assert maybe == [("民政局", ["2022/资兴市民政局自评.pdf"])]


def test_reports_on_two_projects_and_offices_of_one_name_replace_nothing(season: Home) -> None:
    found = query(
        season,
        "select department_name, coalesce(project_name, region_name), version, is_current from marts.dim_report"
        " where department_name in ('资兴市应急局', '统计局') order by all",
    )
    assert found == [
        ("统计局", "乙县", 1, True), ("统计局", "甲县", 1, True),
        ("资兴市应急局", "森林防火", 1, True), ("资兴市应急局", "防汛", 1, False), ("资兴市应急局", "防汛", 2, True),
    ]  # fmt: skip
    assert query(season, "select count(*) from marts.dim_department where department_name = '统计局'") == [
        (2,)
    ]


def test_a_report_taken_out_of_the_inbox_is_withdrawn_and_its_findings_with_it(season: Home) -> None:
    found = query(
        season,
        "select p.department_name, p.version, p.is_current, p.is_withdrawn, list(distinct f.status order by f.status)"
        " from marts.dim_report as p left join marts.fct_findings as f on p.report_id = f.report_id"
        " where p.department_name in ('资兴市司法局', '资兴市档案局') group by all order by all",
    )
    assert found == [
        ("资兴市司法局", 1, True, False, ["open"]),
        ("资兴市司法局", 2, False, True, ["withdrawn"]),
        ("资兴市档案局", 1, False, True, ["withdrawn"]),
    ]
    gone = query(
        season,
        "select department_name, withdrawn_files from marts.mart_submission_status where status = 'withdrawn'",
    )
    assert gone == [("档案局", ["档案局.txt"])]
    unread = query(
        season,
        "select relative_path, is_unresolved from marts.fct_documents where status = 'quarantined' order by all",
    )
    assert unread == [("2022/资兴市教育局自评.pdf", False), ("2022/资兴市民政局自评.pdf", True)]


def test_two_versions_say_which_numbers_changed(season: Home) -> None:
    rows = query(
        season,
        "select change, kind, concept, item, from_printed, to_printed, difference::varchar from marts.mart_version_figures"
        " where to_report_id = ? order by kind",
        FORESTRY,
    )
    assert rows == [
        ("changed", "figure", "project_expenditure", None, ["190万元"], ["200万元"], "100000.000000"),
        (
            "changed",
            "points",
            None,
            "产出 / 二级 / 完成率",
            ["10.000000 / 10.000000"],
            ["8.000000 / 10.000000"],
            "-2.000000",
        ),
    ]
    removed = query(
        season,
        "select change, concept, to_printed from marts.mart_version_figures where to_report_id = ?",
        report_id(7),
    )
    assert removed == [("removed", "project_expenditure", [])]


def test_two_versions_say_what_became_of_each_finding(season: Home) -> None:
    def states(report: str) -> set[tuple[Any, ...]]:
        return set(
            query(
                season,
                "select rule_id, state, is_changed from marts.mart_version_findings where to_report_id = ? and rule_id = 'A01'",
                report,
            )
        )

    assert states(FORESTRY) == {("A01", "resolved", False)}
    assert states(report_id(4)) == {("A01", "still_open", True)}
    # what is no longer stated is not thereby right
    assert states(report_id(7)) == {("A01", "not_checked", False)}
    # what is told under another rule that saw the same cause is still there
    assert states(report_id(len(SENT) - 1)) == {("A01", "still_open", False)}
    missing = query(
        season,
        "select state from marts.mart_version_findings where to_report_id = ? and rule_id = 'L02'",
        FORESTRY,
    )
    assert missing == [("still_open",)]


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
    import duckdb

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
