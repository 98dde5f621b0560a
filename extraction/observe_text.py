"""Observations in running text: headings, claims, counted lists, annexes, dates, residue, names.

Belongs here: small linear patterns over folded paragraphs.
Does not belong here: tables and forms (``observe_forms``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from extraction import observe_annexes, observe_lists, reference
from extraction.masking import mask, masked, personal_numbers
from extraction.model import Document, Locator, Observation, Paragraph
from extraction.normalise import Folded, fold_span, folded
from extraction.sentences import heading_level, without_marks
from extraction.sieve import Sieve, needed_words

_ORDINAL = re.compile(
    r"^\(?(?P<han>[一二三四五六七八九十]{1,3})(?=[、.\)])|^\(?(?P<digits>\d{1,2})(?=[、.\)])"
)
_DATE_LINE = re.compile(r"^(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?$")
_AS_OF = re.compile(r"(?:截至|截止)(?P<year>20\d\d)年(?P<month>\d{1,2})月")
_BASIS = re.compile(
    r"(?P<year>20\d\d)年度[^。]{0,24}(?:方案|通知|办法|意见)|\(?[〔(](?P<number_year>20\d\d)[〕)]\d{1,4}号"
)
_RESIDUE = (
    ("bookmark", re.compile(r"\[bookmark:|_GoBack|PAGEREF|_Toc\d")),
    ("emphasis", re.compile(r"\*\*[^*\n]{1,40}\*\*")),
    ("field", re.compile(r"Error! |错误!未找到|HYPERLINK")),
)
_RESIDUE_WORDS = {code: needed_words(pattern.pattern) for code, pattern in _RESIDUE}
_MARKDOWN = re.compile(r"^#{1,4} ", re.MULTILINE)
_PERCENT_MISSING = re.compile(
    r"占(?!地|用|比|有|线|道)[^，。；;占\d]{0,14}?(?P<number>\d{1,3}\.\d{1,2})(?![\d%万元亿个人平公千])"
)
_ORGAN_NAME = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff]{0,10}?[省市区县委][\u4e00-\u9fff]{0,4}(?:组织部|宣传部|统战部|政法委|办公室|局|委员会)"
)
#: A body named by a word in quotation marks, 工委 or 办: “两新”工委.
_BODY = re.compile(r"[“\"](?P<core>[\u4e00-\u9fff]{2,4})[”\"](?P<kind>(?:党)?工委|办公室|办|专班)")
_BODIES = 8
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
            yield from _heading(document, text, level)
            yield from _in_running_text(document, text, section, worth)
        yield from _in_any_text(document, text, fiscal_year, worth)
    named_in = [at for at, worth in enumerate(worth_running) if "annex" in worth]
    yield from observe_annexes.observe(document, paragraphs, texts, named_in)
    yield from _residue(document)
    yield from _personal_data(document)
    yield from _department_variants(document)
    yield from _body_variants(document)


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


def _heading(document: Document, folded: Folded, level: int | None) -> Iterator[Observation]:
    if level is None:
        return
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


def _residue(document: Document) -> Iterator[Observation]:
    markdown = "# " in document.text and _MARKDOWN.search(document.text) is not None
    for code, pattern in _RESIDUE:
        if not any(map(document.text.__contains__, _RESIDUE_WORDS[code])):
            continue
        match = pattern.search(document.text)
        # in Markdown two asterisks are no trace of a conversion but what the author wrote
        if match and not (markdown and code == "emphasis"):
            span = Locator(match.start(), match.end())
            yield Observation("residue", code, mask(match.group()), span, len(pattern.findall(document.text)))


def _personal_data(document: Document) -> Iterator[Observation]:
    for code, spans in personal_numbers(document.text).items():
        first, last = spans[0]
        yield Observation(
            "personal_data", code, masked(document.text, first, last), Locator(first, last), len(spans)
        )


def _department_variants(document: Document) -> Iterator[Observation]:
    """Names of the department's own kind that stand at least twice, most frequent first."""
    if "中共" not in document.reading:
        return
    # cells stand side by side with tabs between them, and a name is that of one cell
    lines = document.reading.replace("\t", "\n").split("\n")
    text = "\n".join(folded(line) for line in lines if "中共" in line)
    counted = Counter(match.group() for match in _ORGAN_NAME.finditer(text))
    for name, count in counted.most_common(8):
        if name.startswith("中共") and count > 0:
            at = document.reading.find(name)
            place = Locator(max(at, 0), max(at, 0) + (len(name) if at >= 0 else 0))
            yield Observation("department_variant", name, name, place, count)


def _body_variants(document: Document) -> Iterator[Observation]:
    """Bodies that are a committee in one place and an office in another: both places."""
    seen: set[str] = set()
    for match in _BODY.finditer(document.reading):
        core = match["core"]
        if core in seen or len(seen) == _BODIES:
            continue
        seen.add(core)
        kind = match["kind"][-1:] if match["kind"].endswith("委") else match["kind"][:1]
        for other in re.finditer(rf"{core}(?P<kind>(?:党)?工委|办公室|办|专班)", document.reading):
            if (other["kind"][-1:] if other["kind"].endswith("委") else other["kind"][:1]) != kind:
                for place in (match, other):
                    span = Locator(place.start(), place.end())
                    yield Observation("body_variant", core, document.text[place.start() : place.end()], span)
                break
