"""Suites as plain data: what is expected of which table, how grave it is, and in words.

Belongs here: the shape of suites, batches and expectations.
Does not belong here: Great Expectations itself. It takes three seconds to import, and Dagster needs
the names of all checks long before any of them runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["critical", "warning", "info"]
TableKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation; ``kind`` is the name of a class of great_expectations.expectations."""

    name: str
    kind: str
    arguments: dict[str, Any]
    description_zh: str
    description_en: str
    severity: Severity = "critical"
    #: Only rows whose first key column has this value are judged.
    only: str | None = None

    @property
    def description(self) -> str:
        """Both languages in one line, as Dagster and Data Docs show it."""
        return f"{self.description_zh} / {self.description_en}"


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of one query and what is expected of them."""

    name: str
    #: The table that is judged: where the checks show in Dagster.
    judges: TableKey
    #: Reads ``lake.<table>`` and ``build.<schema>.<table>``.
    query: str
    #: The columns that name a failing row.
    keys: tuple[str, ...]
    expectations: tuple[Expectation, ...]
    #: A column with the number of rows of the table that a row of the query stands for; by itself each is one.
    stands_for: str | None = None
    #: Rows of the table behind those of the query, each with all of ``keys`` and ``group``: those behind a failing one are what failed.
    behind: str | None = None
    #: The columns by which they belong together.
    group: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """Batches that are judged together, at one moment of the pipeline."""

    name: str
    title_zh: str
    title_en: str
    #: Whether a failing critical expectation stops publication.
    is_gate: bool
    batches: tuple[Batch, ...]

    def checks(self) -> list[tuple[Batch, Expectation]]:
        """All expectations with their batches, in order."""
        return [(batch, expectation) for batch in self.batches for expectation in batch.expectations]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one expectation."""

    suite: str
    name: str
    judges: TableKey
    passed: bool
    severity: Severity
    description: str
    rows: int
    failing_rows: list[dict[str, Any]] = field(default_factory=list)
    #: Set when the expectation could not be judged at all: never taken for a pass.
    error: str | None = None

    @property
    def is_our_fault(self) -> bool:
        """Whether this outcome must stop publication when its suite is a gate."""
        return self.error is not None or (not self.passed and self.severity == "critical")
