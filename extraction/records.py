"""``record``: a dataclass that nobody may change, as mypy sees to it, and that is made and copied quickly.

Belongs here: this decorator and ``replace`` for what it decorates. At run time nothing guards the fields: making an
object of a class that is frozen at run time takes four times as long, and a report is thousands of small objects.
Does not belong here: any class made with it.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    def record(*, frozen, slots):
        """``dataclass(frozen=True, slots=True)``, without the guard but with its hash."""
        return dataclass(slots=slots, unsafe_hash=frozen)

    def replace(item, /, **changes):
        """``dataclasses.replace`` for a record of several fields, without asking for each field in turn."""
        copy = type(item)(*_values(type(item))(item))
        for name, value in changes.items():
            setattr(copy, name, value)
        return copy

    @functools.cache
    def _values(kind):
        return attrgetter(*(field.name for field in fields(kind)))


__all__ = ["record", "replace"]
