"""``python -m benchmarks.perturbations``: what extraction loses of texts that are written otherwise and say the same.

Belongs here: counting, and the tables.
Does not belong here: changes (``benchmarks.perturbing``), what may be lost at most (``tests/unit/extraction/test_perturbations.py``).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.markdown import write_table
from benchmarks.perturbing.changes import KINDS, Change, each_heading
from benchmarks.perturbing.comparing import Baseline, Difference, baseline_of, difference, reading_of
from benchmarks.perturbing.places import Read, names_in_places
from benchmarks.perturbing.texts import Text, of_folder, texts

_HEAD = ("written otherwise", "times", "figures", "lost", "less sure", "new", "scoring rows", "rows lost")
_COUNTED = ("texts", "figures", "lost", "less sure", "new", "rows", "rows lost")

_Pairs = list[tuple[Text, Baseline]]


def differences(change: Change, of: Iterable[tuple[Text, Baseline]]) -> Iterator[tuple[Text, Difference]]:
    """What each text loses by a change; texts that it leaves as they are, are left out."""
    for text, baseline in of:
        data = change.of(text)
        if data is not None:
            yield text, difference(baseline, reading_of(data), change.expected, rows=change.rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--banks", type=int, default=8, help="one entry of so many of each bank of wordings")
    parser.add_argument("--only", action="append", default=[], help="words in the names of the changes")
    parser.add_argument("--each", action="store_true", help="a row for each change, not for each kind")
    parser.add_argument(
        "--headings", action="store_true", help="every heading by each of its names, one by one"
    )
    parser.add_argument("--truths", type=Path, action="append", default=[], help="another folder of truths")
    parser.add_argument("--documents", type=Path, action="append", default=[], help="its texts, if elsewhere")
    parser.add_argument("--losses", action="store_true", help="list what was lost")
    options = parser.parse_args(arguments)
    if options.truths:
        folders = zip(options.truths, options.documents or options.truths, strict=True)
        chosen = [text for truths, documents in folders for text in of_folder(truths.name, truths, documents)]
    else:
        chosen = list(texts(options.banks))
    read = [(text, baseline_of(text)) for text in chosen]
    kinds = {"headings": tuple(each_heading())} if options.headings else KINDS
    rows = []
    for kind, changes in kinds.items():
        counts = [
            (change.name, _count(change, read, options.losses))
            for change in changes
            if not options.only or any(word in change.name for word in options.only)
        ]
        each = options.each or options.headings
        rows += counts if each else [(kind, sum((count for _, count in counts), Counter()))]
    write_table(
        "Texts written otherwise", _HEAD, [_row(name, count) for name, count in rows if count["texts"]]
    )
    if not options.only and not options.headings and not options.truths:
        _write_places(list(names_in_places()))


def _count(change: Change, read: _Pairs, losses: bool) -> Counter[str]:
    count: Counter[str] = Counter()
    for text, one in differences(change, read):
        found = {"lost": one.lost, "less sure": one.doubted, "new": one.new, "rows lost": one.rows_lost}
        count += Counter({name: len(keys) for name, keys in found.items()})
        count["texts"] += 1
        count["figures"] += one.kept + len(one.lost)
        count["rows"] += one.rows_kept + len(one.rows_lost)
        for name, keys in found.items() if losses else ():
            for key in keys:
                sys.stdout.write(
                    f"{change.name}\t{name}\t{text.source}\t{text.name}\t{' '.join(map(str, key))}\n"
                )
    return count


def _row(name: str, count: Counter[str]) -> list[object]:
    return [name, *(count[counted] for counted in _COUNTED)]


def _write_places(read: Sequence[Read]) -> None:
    """How many names of each concept are read in how many places."""
    kinds = sorted({one.kind for one in read})
    rows = [
        [
            kind,
            len({one.name for one in read if one.kind == kind}),
            len({one.place for one in read if one.kind == kind}),
            sum(one.kind == kind for one in read),
            sum(one.kind == kind and not one.found for one in read),
        ]
        for kind in kinds
    ]
    write_table(
        "Names of the reference data in every place", ("kind", "names", "places", "tried", "not read"), rows
    )


if __name__ == "__main__":
    main()
