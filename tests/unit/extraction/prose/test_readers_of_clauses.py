"""Who asks whom among the readers of clauses is what ``kinds`` says, and goes one way."""

from __future__ import annotations

import inspect
import re

from extraction.prose import kinds


def _said() -> dict[str, list[str]]:
    rows = re.findall(r"^(\w+) {2,}([\w, ]+)$", kinds.__doc__ or "", re.MULTILINE)
    return {name: [] if asked == "none" else asked.split(", ") for name, asked in rows}


def _asked(reader: type) -> list[str]:
    given = inspect.signature(reader).parameters.values()
    return [str(parameter.annotation) for parameter in given if parameter.annotation != "State"]


def test_the_table_says_what_each_reader_is_handed():
    said = _said()
    assert len(said) > 20
    assert said == {name: _asked(getattr(kinds, name)) for name in said}


def test_each_reader_asks_only_those_above_it_and_inherits_from_none():
    above: set[str] = set()
    for name, asked in _said().items():
        assert set(asked) <= above, name
        assert getattr(kinds, name).__bases__ == (object,), name
        above.add(name)


def test_no_reader_is_left_out_of_the_table():
    made = set(re.findall(r"\b([A-Z]\w+)\(", inspect.getsource(kinds.Kinds.__init__)))
    assert made == set(_said())
