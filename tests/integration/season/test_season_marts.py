"""A season in the warehouse: versions of a report and what changed between them, and who has sent.

Not tested here: corrections, accepted findings, commands (test_season_decisions), extraction, the gate in Dagster (test_season_gate) and
the files that people keep (test_season_tables).
"""

from typing import Any

from orchestration.paths import Home
from tests.integration.season.sent import FORESTRY, SENT, WATER
from tests.integration.season_warehouse import query, report_id


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
