"""Charts: places on a scale, and what each chart of the overview says."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from orchestration.products.source import Published
from orchestration.site import charts, overview, peers
from orchestration.site.listing import FIELDS, script
from orchestration.site.words import Two, safe
from tests.unit.site_builders import GOOD, connect, insert, site_home


def test_bars_fill_their_scale_and_never_leave_it() -> None:
    parts = charts.stacked([("error", 2), ("warning", 0), ("info", 6)], 8)
    assert [(part.start, part.width) for part in parts] == [("0.00", "25.00"), ("25.00", "75.00")]
    assert charts.stacked([("error", 0)], 0) == []
    assert charts.percent(Decimal(150), 0, 100) == "100.00" and charts.percent(5, 5, 5) == "50.00"
    line, *dots = charts.between(("stated", 98), ("supported", 93), 90, 100)
    assert (line.start, line.width, [dot.start for dot in dots]) == ("30.00", "50.00", ["30.00", "80.00"])


@pytest.mark.parametrize(("share", "value"), [(0, 1.0), (0.25, 1.75), (0.5, 2.5), (1, 4.0)])
def test_quantiles_are_interpolated(share: float, value: float) -> None:
    assert charts.quantile([1, 2, 3, 4], share) == value


def test_ratios_show_who_is_far_out_and_need_three_departments(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    with connect(home) as connection:
        for number, (rate, share) in enumerate([(98, 50), (99, 51), (100, None), (101, None), (180, None)]):
            insert(connection, "marts.mart_department_scorecard", report_id=f"r{number}", fiscal_year=2022,
                   department_name=f"局{number}", budget_completion_rate_pct=rate, basic_share_pct=share)  # fmt: skip
    with duckdb.connect(str(home.published), read_only=True) as connection:
        chart = peers.ratios(Published(connection))
    (line,) = chart.lines
    assert line.values == [5, "99.0", "100.0", "101.0"]
    assert [style for _, style, _, _ in line.note] == ["dot"] * 4 + ["far"]
    assert line.note[-1][2:] == ("reports/r4.html", "局4（2022） 180.0%")


def test_yearly_change_leads_to_the_report_of_the_year(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD})
    with connect(home) as connection:
        (report_id,) = connection.execute("select report_id from marts.dim_report").fetchone() or ("",)
        for concept, before, change in (("total_expenditure", 4_000_000, 25), ("basic_expenditure", 1, 9)):
            insert(connection, "marts.mart_yearly_change", department_id=report_id, department_name="星河县水务局",
                   concept=concept, fiscal_year=2022, before_yuan=before, now_yuan=5_000_000, change_pct=change)  # fmt: skip
    with duckdb.connect(str(home.published), read_only=True) as connection:
        (line,) = peers.yearly(Published(connection)).lines
    assert (line.label, line.values, line.href) == (
        "星河县水务局（2022）", ["400.00", "500.00", "+25.0%"], f"reports/{report_id}.html",
    )  # fmt: skip


def test_the_overview_counts_open_findings_only(tmp_path: Path) -> None:
    home = site_home(tmp_path / "home", {"good.md": GOOD, "b.md": GOOD.replace("星河县", "月湖县")})
    with connect(home) as connection:
        connection.execute(
            "update marts.fct_findings set status = 'superseded' where message_zh like 'b.md%'"
        )
    with duckdb.connect(str(home.published), read_only=True) as connection:
        published = Published(connection)
        by_severity, by_kind, by_rule, by_report = overview.findings(published)
        listed = script(published)
    assert [line.values for line in by_severity.lines] == [[1], [0], [0]]
    assert [len(chart.lines) for chart in (by_kind, by_rule, by_report)] == [1, 1, 1]
    assert listed.count('["A01","B01"]') == 1 and f'"fields":["{FIELDS[0]}"' in listed


def test_two_languages_stand_beside_each_other_escaped() -> None:
    assert Two("甲<", "a&").__html__() == (
        '<span class="zh" lang="zh">甲&lt;</span><span class="en" lang="en">a&amp;</span>'
    )
    assert Two("A01", "A01").__html__() == "A01"
    assert safe("\x00倒\u202e<") == "\ufffd倒\ufffd&lt;"
