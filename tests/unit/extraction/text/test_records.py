"""Records: equal and hashable by what they hold; a copy differs where it is told to."""

from __future__ import annotations

import pickle

import pytest

from extraction.records import record, replace


@record(frozen=True, slots=True)
class Place:
    start: int
    end: int
    page: int | None = None


def test_records_are_what_they_hold():
    assert Place(1, 2) == Place(1, 2, None) != Place(1, 2, 3)
    assert len({Place(1, 2), Place(1, 2), Place(1, 3)}) == 2
    assert pickle.loads(pickle.dumps(Place(1, 2, 3))) == Place(1, 2, 3)


def test_a_copy_differs_where_it_is_told_to():
    place = Place(1, 2, 3)
    assert replace(place, end=5) == Place(1, 5, 3)
    assert place == Place(1, 2, 3)
    with pytest.raises(AttributeError):
        replace(place, row=1)
