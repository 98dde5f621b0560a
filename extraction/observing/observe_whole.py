"""Observations in a whole text: traces of conversion, personal data, names and bodies written in several ways.

Belongs here: what is sought in all of the text at once.
Does not belong here: what single paragraphs say (``observe_text``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extraction.model import Document, Locator, Observation
from extraction.privacy.masking import mask, masked, personal_numbers
from extraction.text.normalise import folded
from extraction.text.sieve import needed_words

_RESIDUE = (
    ("bookmark", re.compile(r"\[bookmark:|_GoBack|PAGEREF|_Toc\d")),
    ("emphasis", re.compile(r"\*\*[^*\n]{1,40}\*\*")),
    ("field", re.compile(r"Error! |错误!未找到|HYPERLINK")),
)
_RESIDUE_WORDS = {code: needed_words(pattern.pattern) for code, pattern in _RESIDUE}
_MARKDOWN = re.compile(r"^#{1,4} ", re.MULTILINE)
_ORGAN_NAME = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff]{0,10}?[省市区县委][\u4e00-\u9fff]{0,4}(?:组织部|宣传部|统战部|政法委|办公室|局|委员会)"
)
#: A body named by a word in quotation marks, 工委 or 办: “两新”工委.
_BODY = re.compile(r"[“\"](?P<core>[\u4e00-\u9fff]{2,4})[”\"](?P<kind>(?:党)?工委|办公室|办|专班)")
_BODIES = 8


def observe_whole(document: Document) -> Iterator[Observation]:
    """Observations of the text as a whole."""
    yield from _residue(document)
    yield from _personal_data(document)
    yield from _department_variants(document)
    yield from _body_variants(document)


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
