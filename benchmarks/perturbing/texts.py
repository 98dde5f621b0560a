"""The texts of the repository whose truth is known: samples, labelled ones, banks of wordings.

Belongs here: finding and decoding them, reading the entries of a bank.
Does not belong here: floors (tests set them), comparing (``comparing``), changing the texts (``changes``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.perturbing.nationalforms import written_out
from extraction.evaluation.evaluation_truth import Truth, load_truth

ROOT = Path(__file__).resolve().parents[2]
BANKS = ROOT / "tests" / "data" / "wordings"
FOLDERS = {
    "samples": (ROOT / "tests" / "data" / "samples", ROOT / "data" / "samples"),
    "labelled": (ROOT / "tests" / "data" / "labelled", ROOT / "tests" / "data" / "labelled"),
}
_NO_TEXT = {".html", ".htm", ".docx", ".xlsx", ".pdf"}


class Text(NamedTuple):
    """A text with its truth; ``source`` is its folder or bank."""

    source: str
    name: str
    text: str
    truth: Truth


def texts(banks: int = 1, labelled: int = 1) -> Iterator[Text]:
    """The texts of the repository: all samples, one in so many of the labelled texts and of the entries of each bank.

    Which they are, their words tell: another text beside them changes nothing.
    """
    yield from of_folder("samples", *FOLDERS["samples"])
    yield from (
        text for text in of_folder("labelled", *FOLDERS["labelled"]) if _is_chosen(text.text, labelled)
    )
    for bank in sorted(BANKS.glob("*.txt")):
        for text, truth in entries(bank):
            if _is_chosen(text, banks):
                yield Text(bank.stem, text.split("\n", 1)[0], text, truth)


def of_folder(source: str, truths: Path, documents: Path) -> Iterator[Text]:
    """The texts that the truths of a folder name; pages and files of other formats are left out."""
    for path in sorted(truths.glob("*.json")):
        truth = load_truth(path)
        if "facts" in truth and Path(truth["file"]).suffix not in _NO_TEXT:
            yield Text(source, truth["file"], _decoded((documents / truth["file"]).read_bytes()), truth)


def entries(bank: Path) -> Iterator[tuple[str, Truth]]:
    """Each text of a bank with its truth; ``tests/unit/extraction/test_wordings.py`` tells the form."""
    for entry in written_out(bank.read_text(encoding="utf-8")).removeprefix("## ").split("\n## "):
        head, *lines = entry.split("\n")
        title, year = head.split(" | ")
        facts = [line.split()[1:] for line in lines if line.startswith("= ")]
        text = "\n".join(line for line in lines if not line.startswith("= ")).strip()
        yield (
            f"{title}\n\n{text}\n",
            {
                "file": "text.txt",
                "fiscal_year": int(year),
                "facts": [_fact(words) for words in facts if "?" not in words],
                "may_also": [_fact(words) for words in facts if "?" in words],
            },
        )


def _is_chosen(text: str, one_in: int) -> bool:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % one_in == 0


def _fact(words: list[str]) -> dict[str, Any]:
    concept, stage, value, unit, *more = (word for word in words if word != "?")
    fact: dict[str, Any] = {"concept": concept, "stage": None if stage == "-" else stage, "value": value}
    fact |= {"unit": "" if unit == "-" else unit, "quote": value, "measure": "level"}
    for word in more:
        if word.startswith("@"):
            fact["fiscal_year"] = int(word[1:])
        elif word.startswith("+f="):
            fact["function_code"] = word.removeprefix("+f=")
        elif word.startswith("or="):
            fact["also_right"] = word.removeprefix("or=").split(",")
        else:
            fact["measure"] = word
    return fact


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")
