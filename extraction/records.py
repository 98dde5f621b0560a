"""``record``: a dataclass that nobody may change, as mypy sees to it, and that is made quickly.

Belongs here: this one decorator. At run time nothing guards the fields: making an object of a class that is frozen at
run time takes four times as long, and a report is thousands of small objects.
Does not belong here: any class made with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen, slots):
        """``dataclass(frozen=True, slots=True)``, without the guard but with its hash."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
