"""What levels of government give to one project: all of it only where several parts add up to it."""

from __future__ import annotations

from extraction.prose.owners.levels_of_funds import adding_up
from extraction.text.numbers import find_numbers


def _added(text: str) -> dict[int, object] | None:
    return adding_up(text, next(find_numbers(text)))


def test_one_level_alone_is_no_sum() -> None:
    assert _added("资金共107万元，其中中央资金107万元。") is None
    assert len(_added("资金共107万元，其中中央资金63万元、县级资金44万元。") or ()) == 2
    assert _added("资金共107万元，其中中央资金63万元、县级资金43万元。") is None
