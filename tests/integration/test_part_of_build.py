"""A build of what has changed says the same as a build of everything: every table, row by row.

Not tested here: findings and scorecards, which are made of the whole in every build.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import duckdb
import pytest

from orchestration.engines.compare import differences
from orchestration.engines.engine import Local
from orchestration.paths import Home
from orchestration.publishing.builds import Build, find_build, keep, new_build, working_database
from orchestration.publishing.publish import publish, published_build, seal
from orchestration.season.prepare import prepare_season
from orchestration.warehouse.changed import Changed, changed, made_of
from tests.integration.season_warehouse import ROOT, Sent, report_id, write_lake
from tests.unit.verdict_builders import Part, figure, item, said

COUNTIES = ("桂东县", "汝城县", "临武县", "嘉禾县", "宜章县", "永兴县", "安仁县", "桂阳县")
ORGANS = (
    *("林业局", "水利局", "财政局", "民政局", "教育局", "统计局", "审计局", "司法局", "体育局", "档案局"),
    *("商务局", "科技局", "信访局", "气象局", "税务局", "公安局", "团委", "妇联", "残联", "科协"),
)
OWN_WORDS = "预算编制时对年中新增任务估计不足，调整事项偏多。"
SHARED_WORDS = "部分项目前期论证不够充分，资金到位后推进偏慢。"
ALL = ("--select", "fqn:*", "--exclude", "tag:findings", "--exclude-resource-type", "test")


def year(total: int, visits: int, staff: int, number: int = 2022) -> list[Part]:
    """The figures of one department for one year, in 万元 and persons."""
    return [
        figure("total_expenditure", f"{total}万元", fiscal_year=number),
        figure("basic_expenditure", f"{total - 40}万元", fiscal_year=number),
        figure("project_expenditure", "40万元", fiscal_year=number),
        figure("three_public_total", f"{visits}万元", fiscal_year=number),
        figure("public_expenditure", f"{total // 5}万元", fiscal_year=number),
        figure("staff_in_service", f"{staff}人", fiscal_year=number),
        item("产出", "10", "9"),
    ]


def drawn() -> list[Sent]:
    """A report of every organ of every county for 2022, some with words of their own."""
    rng = Random(7)
    sent = []
    for organ in ORGANS:
        for county in COUNTIES:
            parts = year(rng.randint(300, 900), rng.randint(4, 9), rng.randint(20, 60))
            sent.append(
                Sent(
                    county + organ,
                    "2023-03-01",
                    1,
                    [*parts, said("problem", f"{county}{organ}的固定资产尚未全部录入管理系统。")],
                )
            )
    saying(sent, "桂东县体育局", OWN_WORDS)
    for name in ("桂东县档案局", "汝城县档案局"):
        saying(sent, name, SHARED_WORDS)
    return sent


def saying(sent: list[Sent], department: str, words: str) -> None:
    number = place(sent, department)
    sent[number] = replace(sent[number], parts=[*sent[number].parts, said("problem", words)])


def place(sent: Sequence[Sent], department: str) -> int:
    return next(number for number, file in enumerate(sent) if file.department == department)


FIRST = drawn()
ADDED = [
    # moves the median of its peers, and is far from it
    Sent("资兴市林业局", "2023-04-01", 2, year(500, 300, 20)),
    # the year before of a department that had none, whose 2022 is compared with it now
    Sent("桂阳县水利局", "2023-04-01", 2, year(400, 5, 30, 2021), year=2021),
    # a second version
    Sent("安仁县财政局", "2023-04-01", 2, year(640, 8, 33)),
    # says what only one other has said
    Sent("苏仙区档案馆", "2023-04-01", 2, [*year(310, 4, 21), said("problem", OWN_WORDS)]),
    # of nobody
    Sent(None, "2023-04-01", 2, year(310, 4, 21)),
    Sent(None, "2023-04-01", 2, [], path="坏.pdf", status="quarantined"),
]  # fmt: skip


def left() -> list[Sent]:
    """What lies there later: files were taken out, and one that could not be read is read."""
    sent = [*FIRST, *ADDED]
    for name in ("桂东县档案局", "永兴县教育局"):
        number = place(sent, name)
        sent[number] = replace(sent[number], presence="removed", status="not_a_report")
    number = place(sent, "嘉禾县审计局")
    sent[number] = replace(sent[number], department="嘉禾县审计局机关")
    # read again by another program: its own row says nothing of that
    number = place(sent, "嘉禾县科协")
    parts = sent[number].parts
    sent[number] = replace(sent[number], parts=[*parts[:5], *year(450, 6, 30)[5:], *parts[7:]])
    sent[-1] = replace(
        sent[-1], department="临武县司法局", parts=year(700, 6, 50), status="extracted", path=""
    )
    return sent


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home whose first build is published."""
    home = Home.at(tmp_path_factory.mktemp("home"))
    write_lake(home, FIRST)
    prepare_season(home)
    finish(home, whole(home))
    return home


def begun(home: Home) -> Build:
    working_database(home).unlink(missing_ok=True)
    build = new_build(home, "a" * 36, ROOT, "7")
    build.made_of, build.whole_at = made_of(home, "local"), build.created_at
    return build


def whole(home: Home) -> Build:
    build = begun(home)
    assert not [result for result in Local().build(home, build, ALL, lambda *_: None) if result.is_failure]
    return build


def finish(home: Home, build: Build) -> None:
    keep(home, build)
    seal(build.database(home), build)
    build.audited = True
    publish(home, build)


def part(home: Home) -> tuple[Build, Changed]:
    build = begun(home)
    found = changed(home, build)
    assert found is not None
    results = Local().build_part(home, build, found, lambda *_: None)
    assert not [result for result in results if result.is_failure]
    assert {result.kind for result in results} == {"model", "seed", "test"}
    return build, found


@pytest.mark.timeout(600)
def test_a_build_of_what_has_changed_is_the_build_of_everything(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lake(home, [*FIRST, *ADDED])
    build, found = part(home)
    assert found.base.build_id in {path.stem for path in home.builds.glob("*.json")}
    assert {report_id(len(FIRST) + number) for number in range(4)} <= found.anew
    assert len(found.anew) < 0.25 * found.reports
    assert build.replaced == len(found.anew) / found.reports
    finish(home, build)
    assert published(home, "select count(*) from marts.fct_verdicts where reason = 'outlier'") > 0
    assert published(home, "select count(*) from marts.fct_verdicts where reason = 'copied_from_peer'") > 0

    # a part upon a part, and old rows are taken out of the file
    monkeypatch.setattr("orchestration.warehouse.part._MOST_REPLACED", build.replaced)
    write_lake(home, left())
    build, _ = part(home)
    assert build.replaced == 0
    finish(home, build)
    build = whole(home)
    keep(home, build)
    for schema in ("reference", "staging", "intermediate", "marts"):
        assert not [str(found) for found in differences(home.published, build.database(home), schema)]


def test_what_is_taken_over_is_made_anew_within_a_day(home: Home) -> None:
    build = begun(home)
    base = find_build(home, published_build(home)["build_id"])  # type: ignore[index]
    assert base is not None and base.whole_at is not None
    assert changed(home, build) is not None
    base.whole_at = (datetime.now(UTC) - timedelta(hours=25)).isoformat()
    base.save(home)
    assert changed(home, build) is None


def published(home: Home, sql: str) -> int:
    """One number of the published file."""
    with duckdb.connect(str(home.published), read_only=True) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return int(row[0])
