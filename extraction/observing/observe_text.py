"""Observations in running text: headings, claims, awards, dates, units; with those of lists, annexes and the whole text.

Belongs here: small linear patterns over folded paragraphs, and which of them are worth running.
Does not belong here: counted lists (``observe_lists``), people (``observe_people``), annexes (``observe_annexes``), the text as a whole (``observe_whole``), tables
and forms (``observe_forms``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extraction import reference
from extraction.model import Document, Locator, Observation, Paragraph
from extraction.observing import observe_annexes, observe_lists, observe_people
from extraction.observing.observe_whole import observe_whole
from extraction.privacy.masking import masked
from extraction.text.normalise import Folded, fold_span
from extraction.text.sentences import heading_level, without_marks
from extraction.text.sieve import Sieve

_ORDINAL = re.compile(
    r"^\(?(?P<han>[一二三四五六七八九十]{1,3})(?=[、.\)])|^\(?(?P<digits>\d{1,2})(?=[、.\)])"
)
_DATE_LINE = re.compile(r"^(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?$")
_AS_OF = re.compile(r"(?:截至|截止)(?P<year>20\d\d)年(?P<month>\d{1,2})月")
_BASIS = re.compile(
    r"(?P<year>20\d\d)年度[^。]{0,24}(?:方案|通知|办法|意见)|\(?[〔(](?P<number_year>20\d\d)[〕)]\d{1,4}号"
)
_PERCENT_MISSING = re.compile(
    r"占(?!地|用|比|有|线|道)[^，。；;占\d]{0,14}?(?P<number>\d{1,3}\.\d{1,2})(?![\d%万元亿个人平公千])"
)
_CLAIM = "claim "
_AWARD = re.compile(
    r"(?:评为|授予|荣获|获得|获评|被确定为)[^，。;]{0,30}?(?P<year>20\d\d)年度?[^，。;]{0,30}(?:先进|优秀|示范|表彰|等奖|荣誉)"
)
_GROUP = re.compile(
    r"(?:评价|自评)(?:工作)?(?:小)?组[^，。;]{0,8}?(?:由|共|成员|组成)[^，。;\d]{0,6}(?P<number>\d{1,2})人"
)
_MIXED_SENTENCE = re.compile(r"[^。；;]+")
_AMOUNT = re.compile(r"(?<![\d.,])(?P<digits>\d[\d,]*+(?:\.\d+)?+)(?P<unit>万元|元)")


def observe(document: Document, fiscal_year: int | None) -> Iterator[Observation]:
    """Observations of the document's paragraphs, in reading order, then those of the whole text."""
    section = ""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    texts = [fold_span(document.reading, block.span.start, block.span.end) for block in paragraphs]
    worth_running = _sieve().sift([text.text for text in texts])
    for block, text, worth in zip(paragraphs, texts, worth_running, strict=True):
        if not block.in_table:
            level = heading_level(text.text)
            section = text.text if level in {1, 2} else section
            if level is not None:
                yield from _heading(document, text, level)
            if worth:
                yield from _in_running_text(document, text, section, worth)
        if worth or "万元" in text.text:
            yield from _in_any_text(document, text, fiscal_year, worth)
    named_in = [at for at, worth in enumerate(worth_running) if "annex" in worth]
    yield from observe_annexes.observe(document, paragraphs, texts, named_in)
    yield from observe_whole(document)


@lru_cache(maxsize=1)
def _claim_patterns() -> dict[str, re.Pattern[str]]:
    return {_CLAIM + claim.name: claim.pattern for claim in reference.claims()}


@lru_cache(maxsize=1)
def _sieve() -> Sieve:
    """All patterns for paragraphs, by what they find: most paragraphs hold the words of none."""
    return Sieve(
        _claim_patterns()
        | observe_lists.PATTERNS
        | {
            "award": _AWARD,
            "group": _GROUP,
            "as of": _AS_OF,
            "signed": _DATE_LINE,
            "annex": observe_annexes.MENTION,
            "people": observe_people.PATTERN,
        }
        | {"basis": _BASIS, "percent": _PERCENT_MISSING}
    )


def _in_running_text(
    document: Document, folded: Folded, section: str, worth: set[str]
) -> Iterator[Observation]:
    """What cells of tables do not say: awards, the size of the group, dates."""
    if "award" in worth:
        yield from _awards(document, folded, "bonus" if "加分" in section else "")
    if "group" in worth:
        yield from _group_size(document, folded)
    if "signed" in worth or "as of" in worth:
        yield from _dates(document, folded)


def _in_any_text(
    document: Document, folded: Folded, fiscal_year: int | None, worth: set[str]
) -> Iterator[Observation]:
    """What paragraphs and prose in tables may say."""
    if not worth.isdisjoint(_claim_patterns()):
        yield from _claims(document, folded, worth)
    if worth and "、" in folded.text:
        yield from observe_lists.counted_lists(document, folded, worth)
    if "basis" in worth:
        yield from _basis_years(document, folded, fiscal_year)
    if "percent" in worth:
        yield from _patterns(document, folded)
    if "万元" in folded.text and folded.text.count("元") > folded.text.count("万元"):
        yield from _mixed_units(document, folded)
    if "projects" in worth:
        yield from observe_lists.project_lists(document, folded)
    if "people" in worth:
        yield from observe_people.other_people(document, folded)


def _seen(
    document: Document,
    folded: Folded,
    kind: str,
    code: str,
    span: tuple[int, int],
    number: int | None = None,
    second: int | None = None,
) -> Observation:
    first, last = folded.origin(*span)
    return Observation(kind, code, masked(document.text, first, last), Locator(first, last), number, second)


def _heading(document: Document, folded: Folded, level: int) -> Iterator[Observation]:
    words = without_marks(folded.text) or folded.text
    match = _ORDINAL.match(words)
    ordinal = None
    if match:
        ordinal = int(match["digits"]) if match["digits"] else observe_lists.chinese_number(match["han"])
    yield _seen(
        document, folded, "heading", str(level), (len(folded.text) - len(words), len(folded.text)), ordinal
    )


def _claims(document: Document, folded: Folded, worth: set[str]) -> Iterator[Observation]:
    for name, pattern in _claim_patterns().items():
        if name in worth:
            for match in pattern.finditer(folded.text):
                yield _seen(document, folded, "claim", name.removeprefix(_CLAIM), match.span())


def _dates(document: Document, folded: Folded) -> Iterator[Observation]:
    match = _DATE_LINE.match(folded.text)
    if match:
        yield _seen(
            document, folded, "date", "signature", match.span(), int(match["year"]), int(match["month"])
        )
    for found in _AS_OF.finditer(folded.text):
        yield _seen(document, folded, "date", "as_of", found.span(), int(found["year"]), int(found["month"]))


def _basis_years(document: Document, folded: Folded, fiscal_year: int | None) -> Iterator[Observation]:
    for match in _BASIS.finditer(folded.text):
        year = int(match["year"] or match["number_year"])
        if match["year"] and fiscal_year and year != fiscal_year:
            yield _seen(document, folded, "basis_year", "", match.span(), year)


def _awards(document: Document, folded: Folded, code: str) -> Iterator[Observation]:
    for match in _AWARD.finditer(folded.text):
        yield _seen(document, folded, "award_year", code, match.span(), int(match["year"]))


def _group_size(document: Document, folded: Folded) -> Iterator[Observation]:
    for match in _GROUP.finditer(folded.text):
        yield _seen(document, folded, "group_size", "", match.span(), int(match["number"]))


def _patterns(document: Document, folded: Folded) -> Iterator[Observation]:
    for match in _PERCENT_MISSING.finditer(folded.text):
        yield _seen(document, folded, "percent_sign_missing", "", match.span())


def _mixed_units(document: Document, folded: Folded) -> Iterator[Observation]:
    for sentence in _MIXED_SENTENCE.finditer(folded.text):
        amounts = list(_AMOUNT.finditer(folded.text, *sentence.span()))
        units = {amount["unit"] for amount in amounts}
        if len(units) == 2:
            nonzero = any(a["unit"] == "元" and a["digits"].strip("0.,") for a in amounts)
            yield _seen(document, folded, "mixed_units", "", sentence.span(), int(nonzero))
