"""What a person sees of a long stage: how far it is, how fast it goes, how long it still takes."""

import pytest

from orchestration.commands.progress_bar import Pace


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh", "120/1,000，每秒 60 份，约剩 15 s"), ("en", "120/1,000, 60/s, 15 s left")],
)
def test_rate_and_time_left(lang: str, expected: str) -> None:
    pace = Pace(lang)
    assert pace.told("extract", 0, 1000, now=10.0) == "0/1,000"
    assert pace.told("extract", 120, 1000, now=12.0) == expected


def test_long_times_are_said_in_minutes() -> None:
    pace = Pace("en")
    pace.told("extract", 0, 10_000, now=0.0)
    assert pace.told("extract", 100, 10_000, now=10.0).endswith("16:30 min left")


def test_another_stage_begins_anew() -> None:
    pace = Pace("en")
    pace.told("extract", 0, 10, now=0.0)
    pace.told("extract", 5, 10, now=100.0)
    assert pace.told("dbt", 0, 10, now=200.0) == "0/10"
    assert pace.told("dbt", 5, 10, now=201.0) == "5/10, 5/s, 1 s left"
