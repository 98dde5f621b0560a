"""Where the values of short rows of a table on the “三公” expenses stand: what the sums tell, and what they leave open."""

from __future__ import annotations

from extraction.columns.headings import read_heading
from extraction.columns.threepublicrows import told_by_sums


def _told(columns, *rows):
    headings = [read_heading(text) for text in ("项目", *columns)]
    told = told_by_sums(dict(enumerate(rows)), headings)
    return {row: [heading.text for heading in places[1:]] for row, places in told.items()}


def test_two_values_that_do_not_differ_by_either_of_them_are_levels():
    columns = ("2021年预算数", "2022年预算数", "增减额")
    assert _told(columns, ("合计", "8", "3"), ("公务接待费", "8", "3")) == {
        0: ["2021年预算数", "2022年预算数"],
        1: ["2021年预算数", "2022年预算数"],
    }


def test_of_too_many_ways_none_is_taken():
    columns = [f"20{year}年预算数" for year in range(20, 28)]
    rows = (("合计", "8", "9", "7"), ("因公出国(境)费", "2", "2", "2"), ("公务接待费", "6", "7", "4"))
    assert set(map(tuple, _told(columns, *rows).values())) == {("?", "?", "?")}
    assert _told(columns[:3], *rows) == {}
