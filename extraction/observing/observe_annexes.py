"""Annexes that a report names, and whether they are there: in its text, below it, or as files of the same archive.

Belongs here: the lists 附件：1.… 2.…, names of files, what counts as the same.
Does not belong here: other observations of running text (``observe_text``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.model import Document, Locator, Observation, Paragraph, Table
from extraction.privacy.masking import mask
from extraction.text.normalise import Folded, fold_span

_NAME = r"(?P<name>[^。；;\n]{2,40}(?:表|报告|材料|清单|说明))"
#: 附件1：评分表, 附件：1.评分表
MENTION = re.compile(
    rf"附件(?P<number>\d{{0,2}})[:.、]?(?:(?P<item>\d{{1,2}})[.、](?:(?!\d)|(?=20\d\d年)))?{_NAME}"
)
_ITEM = re.compile(rf"(?P<item>\d{{1,2}})[.、](?:(?!\d)|(?=20\d\d年)){_NAME}$")
#: What the reader of archives writes over each file; the narrative's own name comes last.
_FILE = re.compile(r"^〔文件[:：](?P<name>[^\n]+?)(?:\.\w{1,5})?〕$", re.MULTILINE)
_NUMBERED_FILE = re.compile(r"附件(?P<number>\d{1,2}|[一二三四五六七八九十])?[:：.、_\-\s]*(?P<name>.*)")
_HAN = "一二三四五六七八九十"
_SHORTEST_NAME = 3
_SHORTEST_WITHOUT_NUMBER = 5
_FILE_LINE = "〔文件"
_FORM = "表"


def observe(
    document: Document, paragraphs: Sequence[Paragraph], texts: Sequence[Folded], named_in: Sequence[int]
) -> Iterator[Observation]:
    """Each annex with its ordinal, and 1 where it is there, else 0.

    Args:
        document: the document.
        paragraphs: all its paragraphs.
        texts: they, folded.
        named_in: numbers of the paragraphs in which ``MENTION`` stands.
    """
    if not named_in:
        return
    named = _FILE.finditer(document.reading) if _FILE_LINE in document.reading else ()
    files = [match["name"] for match in named][:-1]
    for at in named_in:
        start = paragraphs[at].span.start
        if document.reading.startswith(_FILE_LINE, start):
            continue
        last, forms = 0, 0
        for match in MENTION.finditer(texts[at].text):
            last = int(match["item"] or 0)
            number = match["number"] or match["item"] or ""
            if not number and len(match["name"]) < _SHORTEST_WITHOUT_NUMBER:
                continue  # 附件及材料 names none
            forms += match["name"].endswith(_FORM)
            yield _observation(document, texts[at], match, number, files, forms)
        # the rest of the list stands below, a line each
        below = at + 1
        while last and below < len(paragraphs):
            item = _ITEM.match(texts[below].text)
            if item is None or int(item["item"]) != last + 1:
                break
            forms += item["name"].endswith(_FORM)
            yield _observation(document, texts[below], item, item["item"], files, forms)
            last, below = last + 1, below + 1


def _observation(
    document: Document, folded: Folded, match: re.Match[str], number: str, files: Sequence[str], forms: int
) -> Observation:
    """One annex; ``forms``: how many forms the list names, up to and with this one."""
    first, last = folded.origin(*match.span())
    there = (
        any(_is_named(name, match["name"], number) for name in files)
        or fold_span(document.reading, 0, len(document.reading)).text.count(match["name"]) > 1
        or (not files and match["name"].endswith(_FORM) and _tables_below(document, last) >= forms)
    )
    place = Locator(first, last)
    return Observation("annex", number, mask(document.text[first:last]), place, int(there))


def _is_named(file: str, annex: str, number: str) -> bool:
    """Whether a file is the annex: by its ordinal, or because one name holds the other."""
    match = _NUMBERED_FILE.match(file)
    name = "".join((match["name"] if match else file).split())
    if match and match["number"] and number:
        ordinal = match["number"]
        if (str(_HAN.index(ordinal) + 1) if ordinal in _HAN else str(int(ordinal))) == number:
            return True
    return len(name) >= _SHORTEST_NAME and (name in annex or annex in name)


def _tables_below(document: Document, after: int) -> int:
    """How many tables follow: a form appended to a report seldom repeats the name it was announced by."""
    return sum(
        isinstance(block, Table)
        and bool(block.rows and block.rows[0])
        and block.rows[0][0].span.start >= after
        for block in document.blocks
    )
