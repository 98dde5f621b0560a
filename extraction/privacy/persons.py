"""Names of persons in running text, and taking names out of everything that was read.

Belongs here: the few wordings in which a name can be told from other words for sure (局长张大明任组长, 张大明同志, lists of members),
and hiding what was found. Does not belong here: places that ask for a name (``names``), numbers of persons (``masking``).
A name in a sentence without such words stays: 由张大明汇报 could not be told from 由高度重视.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from extraction.model import Document, Extraction, Figure, Indicator, Landmark, Observation
from extraction.privacy.names import COMPOUND, NAME, SURNAMES, name_spans
from extraction.records import replace

#: Surnames that begin words of every sentence: 和副主任, 全体, 安排, 党支部, 强调.
_WORDS = set("和于应时向从都但由能相对利要党全安支项包常单成年方代高严强宣计简文明经同各有为门平")
_SURE = "".join(character for character in SURNAMES if character not in _WORDS)
#: What ends a word and no name.
_NO_END = "员长部任记名位关体性类层组些个种等人的办股局科室队站所副是在了与和及或担兼为"
_FULL = rf"(?:(?:{COMPOUND})[一-鿿]{{1,2}}|[{_SURE}][一-鿿](?<!副)[一-鿿](?<![{_NO_END}]))"
_SHORT = rf"[{_SURE}][一-鿿](?<![{_NO_END}])"
# Taken, not looked back at: where a text has none of these characters, the search goes on at once.
_ROLE = r"(?:局长|主任|书记|科长|股长|部长|处长|院长|所长|校长|站长|镇长|乡长|县长|区长|市长|厅长|组长|委员|队长|主席|会长)"
_POST = r"(?:总?负责人|(?:常务)?副?(?:组长|主任|总指挥)|成员|联络员|联系人)"
_TAKES = rf"(?:担任|兼任|任|为){_POST}"
#: Each with what a text must hold for it to match at all.
_PATTERNS = (
    # 局长张大明任组长, 副局长李小红具体负责
    (re.compile(_ROLE), re.compile(rf"{_ROLE}(?P<names>{_FULL}(?=同志|担任|兼任|任(?!务)|牵头|负责|主持|带队|带领|具体|亲自|[、，,）)。；;\n]|等)|{_SHORT}(?=同志|{_TAKES}))")),
    # 由张大明同志牵头
    (re.compile("同志"), re.compile(rf"[由以请与、，,（(：:](?P<names>{_FULL})(?=同志)")),
    (re.compile(_TAKES), re.compile(rf"[由以请与、，,（(：:](?P<names>(?:{_FULL}|{_SHORT}))(?:同志)?(?={_TAKES})")),
    # 成员包括张大明、李小红、王伟
    (re.compile("成员|人员"), re.compile(rf"(?:成员|人员)(?:包括|分别为|有|为|由|[:：])(?P<names>{NAME}(?:、{NAME})+)(?=等|组成|[，,。；;）)\n]|$)")),
)  # fmt: skip
#: Of statesmen, named in every report.
_PUBLIC = frozenset({"毛泽东", "邓小平", "江泽民", "胡锦涛", "习近平"})
_BETWEEN = re.compile(r"[、，,/\s]+")
#: Within so many characters from its beginning stand the first words of a paragraph.
_WORDS_REACH = 64
_LONG_ENOUGH = 3  # shorter ones are words elsewhere: 高明, 文化


def person_spans(document: Document) -> list[tuple[int, int]]:
    """Where names of persons stand in the document's text, in no order; stretches may overlap."""
    found = [*name_spans(document), *spans_in_sentences(document.text)]
    return [*found, *again(document.text, found)]


@lru_cache(maxsize=2)
def spans_in_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where names stand in sentences that leave no doubt; what was read of a document and its text ask in turn."""
    return tuple(
        match.span("names")
        for needed, pattern in _PATTERNS
        if needed.search(text)
        for match in pattern.finditer(text)
        if match["names"] not in _PUBLIC
    )


def again(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where else the full names among these spans stand."""
    names = {
        name
        for start, end in spans
        for name in re.findall(NAME, text[start:end])
        if len(name) >= _LONG_ENOUGH
    }
    names = {name for name in names if "\u4e00" <= name[1] <= "\u9fff"} - _PUBLIC
    if not names:
        return []
    return [match.span() for match in re.finditer("|".join(sorted(names)), text)]


class _Names:
    """The names that stand in a document, with their places."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        spans = sorted(spans)
        self._found = [(start, end, text[start:end]) for start, end in spans]
        self._firsts = [start for start, _ in spans]

    def __bool__(self) -> bool:
        return bool(self._found)

    def hide(self, words: str, start: int, end: int) -> str:
        """Words that were taken from around a place, perhaps without their blanks."""
        begins, ends = start - len(words), end + len(words)
        near = [name for first, last, name in self._found if first < ends and last > begins]
        for name in near:
            for form in (name, "".join(name.split()), *_BETWEEN.split(name)):
                words = words.replace(form, "*" * len(form)) if len(form) > 1 else words
        return words

    def hide_in_landmark(self, one: Landmark) -> Landmark:
        """A paragraph whose first words hold no name."""
        at = bisect_left(self._firsts, one.start)
        if not one.words or at == len(self._firsts) or self._firsts[at] > one.start + _WORDS_REACH:
            return one
        words = self.hide(one.words, one.start, one.start + _WORDS_REACH)
        # the first words may end inside a name
        for _, _, name in self._found[at : bisect_left(self._firsts, one.start + _WORDS_REACH)]:
            stem = words.rstrip("…")
            shown = next((size for size in range(len(name) - 1, 1, -1) if stem.endswith(name[:size])), 0)
            words = stem[: len(stem) - shown] + "*" * shown + words[len(stem) :]
        return one if words == one.words else replace(one, words=words)


def without_names(found: Extraction, text: str, spans: Iterable[tuple[int, int]]) -> Extraction:
    """What was read of a text, with the names that stand at these places in it as asterisks.

    Statements are made of masked text already; a label or a printed number holds no name.
    """
    names = _Names(text, spans)
    if not names:
        return found
    hide = names.hide

    def figure(one: Figure) -> Figure:
        quote = hide(one.quote, one.locator.char_start, one.locator.char_end)
        return one if quote == one.quote else replace(one, quote=quote)

    def indicator(one: Indicator) -> Indicator:
        place = one.locator.char_start, one.locator.char_end
        changed: dict[str, Any] = {}
        for name in ("level_3", "criterion", "target_text", "actual_text", "reason"):
            words = getattr(one, name)
            if words and (hidden_words := hide(words, *place)) != words:
                changed[name] = hidden_words
        return replace(one, **changed) if changed else one

    def observation(one: Observation) -> Observation:
        words = hide(one.text, one.locator.char_start, one.locator.char_end)
        return one if words == one.text else replace(one, text=words)

    return replace(
        found,
        figures=tuple(map(figure, found.figures)),
        indicators=tuple(map(indicator, found.indicators)),
        observations=tuple(map(observation, found.observations)),
        landmarks=tuple(map(names.hide_in_landmark, found.landmarks)),
    )
