"""What letters and score-check tables say. Not tested here: looks (seen by a person), rescoring (its mart)."""

from pathlib import Path

import pytest

from orchestration.products import letters, score_check
from orchestration.products.departments import Group, groups
from tests.unit.product_builders import finding, published, report, warehouse


def only_group(path: Path) -> Group:
    with published(path) as source:
        (group,) = groups(source)
    return group


def letter(path: Path, lang: str = "zh") -> dict[str, object]:
    with published(path) as source:
        (group,) = groups(source)
        return letters.context(group, source.build_id, source.created, lang)


@pytest.mark.parametrize(
    ("lang", "given", "shown"),
    [
        ("zh", "相差60万元", "相差60.00万元"),
        ("zh", "合计19.2万元，7 万元", "合计19.20万元，7.00 万元"),
        ("zh", "4656.25万元、1.2345万元、2023年、18.36元", "4656.25万元、1.2345万元、2023年、18.36元"),
        ("en", "difference 60 ×10⁴ yuan of 12.5万元", "difference 60.00 ×10⁴ yuan of 12.50万元"),
    ],
)
def test_amounts_have_two_decimals_and_none_is_rounded(lang: str, given: str, shown: str) -> None:
    assert letters.two_decimals(given, lang) == shown


def spend(insert: object, stage: str, low: int, high: int | None = None) -> None:
    insert(  # type: ignore[operator]
        "fct_spending", report_id="r1", concept="total_expenditure", stage=stage, fiscal_year=2023,
        org_scope="department", lowest_yuan=low, highest_yuan=high or low,
    )  # fmt: skip


def test_a_letter_gives_figures_findings_and_counts(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
        report(insert, "r9", is_current=False)
        finding(insert)
        finding(insert, "f2", severity="info", base_unit="points", difference=None)
        for outcome in ("pass", "pass", "contradiction", "not_run"):
            insert("fct_verdicts", report_id="r1", outcome=outcome)
        spend(insert, "adjusted_budget", 10_000_000)
        spend(insert, "final_account", 9_876_543)
    said = letter(tmp_path / "d")
    assert said["figures"] == [
        {
            "name": "本年支出合计", "initial_budget": "—", "adjusted_budget": "1000.00",
            "final_account": "987.65", "rate": "98.77%",
        }
    ]  # fmt: skip
    first, second = said["findings"]  # type: ignore[misc]
    assert (first["message"], first["basis"], first["amount"]) == (
        "相差60.00万元。位置：第10段“支出合计…”。",  # its table has no column of places
        "合计＝各项",
        "60.00万元",
    )
    assert (second["no"], second["severity"], second["amount"]) == (2, "提示", "—")
    assert [
        said[name]
        for name in ("checked_count", "passed_count", "not_run_count", "error_count", "report_count")
    ] == [*(3, 2, 1, 1, 1)]
    assert (said["date"], said["build"]) == ("2026年3月1日", "b1")


def test_values_that_disagree_are_both_given_and_make_no_rate(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
        spend(insert, "initial_budget", 10_000_000)
        spend(insert, "final_account", 9_000_000, 9_500_000)
    ((row,),) = [letter(tmp_path / "d")["figures"]]  # type: ignore[misc]
    assert (row["final_account"], row["rate"]) == ("900.00／950.00", "—")


def test_every_name_that_is_documented_is_there(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
        finding(insert)
        spend(insert, "final_account", 1)
        insert(
            "fct_indicators", indicator_id="i1", report_id="r1", row_kind="item", score_table=1, char_start=1
        )
    for lang in ("zh", "en"):
        said = letter(tmp_path / "d", lang)
        lists = {f"{name}.{key}" for name in letters.LISTS for key in said[name][0]}  # type: ignore[index]
        assert set(said) | lists == letters.KNOWN
        ((_, table),) = _tables(tmp_path / "d", lang)
        assert set(table) | {f"rows.{key}" for key in table["rows"][0]} == score_check.KNOWN  # type: ignore[index]


def _tables(path: Path, lang: str = "zh") -> list[tuple[object, dict[str, object]]]:
    with published(path) as source:
        return [
            pair
            for group in groups(source)
            for pair in score_check.contexts(group, source.build_id, source.created, lang)
        ]


def test_a_score_check_table_sets_the_points_of_the_figures_beside_those_stated(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
        report(insert, "r2", name="乙县教育局")  # neither rows nor a score: no table
        shared = {
            "report_id": "r1",
            "row_kind": "item",
            "score_table": 1,
            "level_1": "投入",
            "table_no": 2,
            "row_no": 3,
        }
        insert("fct_indicators", indicator_id="i1", **shared, level_3="控制率", score_points=5, char_start=1,
               level_1_full_marks_points=15, shared_full_marks_points=8, shared_group=1)  # fmt: skip
        insert("fct_indicators", indicator_id="i2", **shared, level_3="变动率", score_points=3, char_start=2,
               shared_full_marks_points=8, shared_group=1, reason="=超支")  # fmt: skip
        insert(
            "fct_indicators", indicator_id="i3", report_id="r1", row_kind="total", score_table=1, char_start=3
        )
        insert("mart_rescoring", rescoring_id="x", report_id="r1", level="item", item="控制率", rubric_id="yueyang",
               ratio_pct=104, stated_low_points=5, stated_high_points=5, recomputed_low_points=2,
               recomputed_high_points=3, gap_points=2, fits=False)  # fmt: skip
        insert("mart_rescoring", rescoring_id="y", report_id="r1", level="report", full_marks_points=100,
               stated_low_points=95, stated_high_points=95, items_points=93, recomputed_high_points=94, gap_points=1,
               fits=False)  # fmt: skip
    ((_, table),) = _tables(tmp_path / "d")
    first, second = table["rows"]  # type: ignore[misc]
    assert (first["level_1"], first["full_marks"], first["stated"]) == ("投入（15分）", "8", "5")
    assert (first["recomputed"], first["gap"]) == ("2～3", "2")
    assert first["remark"] == "按报告数字计算为104.00%，应得2～3分。"
    assert (second["full_marks"], second["recomputed"], second["remark"]) == ("", "", "")
    assert (second["reason"], second["place"]) == ("=超支", "表2第3行")
    assert table["score_remark"] == (
        "经复核，各项得分合计93分，与总分95分不一致；按报告所列数字最高可得94分，自评高出1分。"
    )
    assert (table["rubric"], table["supported_total"]) == ("评分表", "94")


@pytest.mark.parametrize(
    ("items", "said"), [(95, "总分与各项得分及报告数字未见矛盾。"), (None, "总分与报告数字未见矛盾。")]
)
def test_a_score_is_called_fitting_only_for_what_was_compared(
    tmp_path: Path, items: int | None, said: str
) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
        insert("mart_rescoring", rescoring_id="y", report_id="r1", level="report", stated_low_points=95,
               stated_high_points=95, items_points=items, recomputed_high_points=100, gap_points=0, fits=True)  # fmt: skip
    assert letter(tmp_path / "d")["score_remark"] == said


def test_departments_of_the_same_name_do_not_share_a_file(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert, "r1", name="民政局")
        report(insert, "r2", name="民政局")
        report(insert, "r3", name=None, file_name="../../etc/passwd.txt", fiscal_year=None)
        report(insert, "r4", name="长" * 300)
    with published(tmp_path / "d") as source:
        stems = [group.file_stem for group in groups(source)]
    assert len(set(stems)) == 4
    assert all("/" not in stem and not stem.startswith(".") and len(stem.encode()) < 200 for stem in stems)
    assert sum(stem.startswith("长" * 60) for stem in stems) == 1


def test_a_score_alone_is_shown_though_nothing_is_to_be_said_of_it(tmp_path: Path) -> None:
    with warehouse(tmp_path / "d") as insert:
        report(insert)
    assert not letter(tmp_path / "d")["has_scores"]
    with warehouse(tmp_path / "e") as insert:
        report(insert)
        insert("fct_scores", report_id="r1", score_kind="self_evaluation", level="total", stated_points=95)
    said = letter(tmp_path / "e")
    assert (said["has_scores"], said["score_remark"]) == (True, "")
