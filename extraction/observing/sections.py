"""Which paragraphs speak of problems, of measures or of goals, by the headings and leads above and within them.

Belongs here: headings that open and end such sections, short leads that stand in place of headings, also within a line.
Does not belong here: dividing a section into single statements (``statements``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.model import Span
from extraction.text.sentences import heading_level

Kind = str | None
_PROBLEM = re.compile(r"存在的?(?:主要)?问题|主要问题|问题及原因|问题分析|不足")
_MEASURE = re.compile(r"改进|整改|措施|建议|下一?步|下阶段")
_GOAL = re.compile(r"绩效目标(?!完成|实现|情况分析)|预期目标|年度目标|工作目标")
#: 四、评价结论及建议: what stands below is neither, until a heading of its own says which.
_CONCLUSION = re.compile(r"(?:评价|自评|总体)结论|评价结果|得分情况")
#: Words that are nothing but such a title: among problems 整改不到位 is one of them and no title.
_TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (None, re.compile(r"(?:绩效|综合|总体)?(?:评价|自评)?(?:结论|得分情况)")),
    (
        "problem",
        re.compile(
            r"[^，。；]{0,8}?(?:存在|主要|发现)的?(?:主要)?(?:问题|不足)(?:[及和与](?:其)?原因)?(?:分析)?(?:是|有)?|(?:问题|不足)[一二三四五六七八九十]?"
        ),
    ),
    (
        "measure",
        re.compile(
            r"[^，。；]{0,12}?(?:(?:改进|整改|应对|工作|有关|相关|主要|具体)的?(?:意见|措施|举措|建议|打算|计划|办法)|措施|举措|建议|打算)(?:[及和与](?:意见|措施|建议))?|下一步|(?:整改|改进)(?:落实)?情况"
        ),
    ),
)
#: A short line with punctuation, or one that counts (一是), is a statement and no heading.
_SAYS = re.compile(r"[，。；;]|^[一二三四五六七八九十]是")
_SHORT = 24
_MARK = r"(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]{1,2}[、.．])?"
_NUMBERING = re.compile(rf"^\s*{_MARK}\s*")
#: （二）存在的问题。 - a lead in place of a heading, alone or before what it announces.
_LEAD = re.compile(rf"\s*{_MARK}\s*(?P<words>[^，。；;:：\d\s]{{2,16}}+)[。:：]")
#: …自评得分90分，存在的问题：一是…。下一步改进措施：一是…: the same within a line.
_WITHIN = re.compile(r"[。；;，,.]\s*(?P<words>[^，。；;:：\d\s]{2,12})[:：]")


class Sections:
    """The open headings by their level, and the kind of statements that each announces."""

    def __init__(self) -> None:
        self._kinds: dict[int, Kind] = {}

    def enter(self, flat: str) -> Kind:
        """Read the next folded paragraph; the kind of statements that it holds."""
        level = heading_level(flat)
        if level is None:
            if len(flat) > _SHORT:
                return self._current()  # longer than any lead
            lead = _LEAD.fullmatch(flat)
            if lead and _title(lead["words"]) is not _NO_TITLE:
                level = heading_level(flat[:-1]) or 1
            elif _SAYS.search(flat):
                return self._current()
        return self._below(flat, level)

    def _below(self, flat: str, level: int | None) -> Kind:
        """Enter a heading; one that names no kind says something itself in a section above it."""
        self._kinds = {other: kind for other, kind in self._kinds.items() if other < (level or 1)}
        above = self._current()
        named = _kind_of(flat, within=above is not None)
        if named is not _NO_TITLE:
            self._kinds[level or 1] = named
            return None
        if above == "goal" and level in {1, 2}:
            self._kinds[level or 1] = None  # below goals their results are told
            return None
        return above

    def _current(self) -> Kind:
        return self._kinds[max(self._kinds)] if self._kinds else None


def parts_of(text: str, start: int, end: int, kind: Kind) -> Iterator[tuple[Span, Kind]]:
    """The stretches of a paragraph by the leads within it, each with the kind of statements that it holds."""
    content = text[start:end]
    if first := _LEAD.match(content):
        named = _title(first["words"])
        if named is not _NO_TITLE and first.end() == len(content.rstrip()):
            return
        kind = kind if named is _NO_TITLE else named
    begins = 0
    for lead in _WITHIN.finditer(content) if ":" in content or "：" in content else ():
        named = _title(lead["words"])
        if named is not _NO_TITLE:
            yield Span(start + begins, start + lead.start() + 1), kind
            begins, kind = lead.end(), named
    yield Span(start + begins, end), kind


#: What words are that name neither a kind of statements nor a conclusion.
_NO_TITLE = ""


def _title(words: str) -> Kind:
    """The kind that a title names; none for a conclusion."""
    return next((kind for kind, pattern in _TITLES if pattern.fullmatch(words)), _NO_TITLE)


def _kind_of(heading: str, *, within: bool) -> Kind:
    """What a heading announces; 评价结论及建议 announces two things and so none."""
    words = _NUMBERING.sub("", heading).rstrip("。:：")
    if within:  # among problems or measures only a title of its own ends them
        return _title(words)
    if _CONCLUSION.search(words) and not _PROBLEM.search(words):
        return None
    patterns = (("problem", _PROBLEM), ("measure", _MEASURE), ("goal", _GOAL))
    return next((kind for kind, pattern in patterns if pattern.search(words)), _NO_TITLE)
