"""Where the time of extraction goes.

Belongs here: timing the steps of ``extraction.extract`` one by one, in its order.
Does not belong here: the steps; figures per document (``benchmarks.extraction``).
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from extraction.extract import context_of, extract
from extraction.identity import identity
from extraction.model import Document, Identity, Table
from extraction.observing import observations, statements
from extraction.privacy.persons import person_spans
from extraction.prose.running_text import TextReader
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read
from extraction.scoring import scoring
from extraction.tables.grids import GridReader

_T = TypeVar("_T")
#: The least busy of several runs counts: other programs only ever add time.
_RUNS = 5


def time_phases(texts: Sequence[bytes]) -> dict[str, float]:
    """Milliseconds of processor time per document by step; ``all`` is the whole, which is more than the steps."""
    runs = [_time_once(texts) for _ in range(_RUNS)]
    return {step: min(run[step] for run in runs) * 1000 / len(texts) for step in runs[0]}


def _time_once(texts: Sequence[bytes]) -> dict[str, float]:
    seconds: dict[str, float] = defaultdict(float)

    def timed(step: str, work: Callable[[], _T]) -> _T:
        start = time.process_time()
        result = work()
        seconds[step] += time.process_time() - start
        return result

    for text in texts:
        document = timed("reading the file and its blocks", lambda text=text: read(text, Limits()))
        who = timed("who and which year", lambda document=document: identity.identify(document))
        timed("figures in running text", lambda document=document, who=who: _read_text(document, who))
        timed("tables and points", lambda document=document, who=who: _read_tables(document, who))
        timed("statements", lambda document=document: _read_statements(document))
        timed(
            "observations",
            lambda document=document, who=who: list(observations.observe(document, who.fiscal_year)),
        )
    for text in texts:
        timed("all", lambda text=text: extract(text, ""))
    return seconds


def _read_text(document: Document, who: Identity) -> None:
    reader = TextReader(document, context_of(document, who))
    for block in document.blocks:
        if not isinstance(block, Table):
            list(reader.read(block))


def _read_statements(document: Document) -> None:
    list(statements.read_statements(document, person_spans(document)))


def _read_tables(document: Document, who: Identity) -> None:
    reader = GridReader(document, context_of(document, who), who.report_kind)
    for block in document.blocks:
        if isinstance(block, Table):
            list(reader.read(block, skip_rows=scoring.read_scoring(block).rows))
