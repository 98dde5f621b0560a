"""Rules on scoring tables: totals, maxima, groups, merged cells, numbers that slid into another column."""

from verdict_builders import item, outcome, outcomes, total, verdicts


def table(*rows):
    return [*rows, total("20", "18")]


def test_scores_and_maxima_add_up():
    rows = table(
        item("投入", "10", "9", level_1_full_marks="10"), item("产出", "10", "9", level_1_full_marks="10")
    )
    assert outcome("I01", *rows) == ("pass", "equal")
    assert outcome("I02", *rows) == ("pass", "equal")
    assert outcome("I04", *rows) == ("pass", "within")
    assert outcomes("I03", *rows) == {"level_1/投入": ("pass", "equal"), "level_1/产出": ("pass", "equal")}


def test_a_wrong_total_is_found():
    assert outcome("I01", *table(item("投入", "10", "9"), item("产出", "10", "8"))) == (
        "contradiction",
        "differs",
    )


def test_merged_points_count_once():
    merged = {"shared_full_marks": "10", "shared_group": 1}
    rows = table(
        item("效果", None, "4", **merged), item("效果", None, "5", **merged), item("产出", "10", "9")
    )
    assert outcome("I02", *rows) == ("pass", "equal")
    assert outcome("I04", *rows) == ("pass", "within")
    above = table(item("效果", None, "6", **merged), item("效果", None, "5", **merged))
    assert outcome("I04", *above) == ("contradiction", "above_maximum")


def test_a_group_broken_over_pages_counts_once():
    rows = [
        item("过程", "4", "4", level_1_full_marks="10"),
        item("过  程", "6", "6", level_1_full_marks="10"),
    ]
    assert outcome("I03", *rows) == ("pass", "equal")


def test_points_in_a_column_of_words_are_counted():
    rows = [item("产出", None, None, level_1_full_marks="10", shifted_points="8") for _ in range(2)]
    assert outcome("I03", *rows) == ("contradiction", "points_above")
    assert outcome("I01", *rows, total("100", "12")) == ("contradiction", "differs")
    assert outcome("I02", *rows, total("100", "12")) == ("not_run", "missing")
    assert outcome("I04", *rows) == ("not_run", "missing")


def test_the_execution_row_counts():
    rows = [item("预算执行率", "10", "10", row_kind="execution"), item("产出", "10", "8"), total("20", "18")]
    assert outcome("I01", *rows) == ("pass", "equal")


def test_no_table_no_verdict():
    assert {row["outcome"] for row in verdicts() if row["rule_id"] in {"I01", "I02", "I03", "I04"}} == {
        "not_applicable"
    }
