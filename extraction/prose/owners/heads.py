"""Whose the people at a label are, and whether they are there at all: of the department, of a unit, of a place; or come and gone.

Belongs here: decisions from the words before a label of people, without any state of their own.
Does not belong here: kinds of posts and people on them (``ownership_of_names``), the patterns (``words_of_heads``).
"""

from __future__ import annotations

import re

from extraction.concepts import QUOTA_OF_KIND, kind_of
from extraction.prose.owners.bodies import WHOLE_AGAIN, is_own, without_own_name
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence
from extraction.text.terms import Match
from extraction.words import grammar, words_of_heads

_MARKS = "，。；;：:、("
#: 编制52名，实有 and 编制52名，现有: what words on posts that stand right before end in.
_BEHIND_POSTS = frozenset("，、现前")
#: Characters of 核定事业编制: the name of posts, behind which a body may be seen to be spoken of.
_NAME_OF_POSTS = 6
#: What stands before a member of a list.
_BEFORE_MEMBER = frozenset("；;).．")
#: Characters of the number before the first name of a list item.
_LONGEST_MARK = 4
#: Ends of names that bring a place with them: 清水镇 reports on 全镇.
_TOWNSHIPS = (
    "镇",
    "乡",
    "街道",
    "镇人民政府",
    "乡人民政府",
    "街道办事处",
    "镇政府",
    "乡政府",
    "办事处",
    "苏木",
)


def hold_the_retired(text: str, name_end: int) -> bool:
    """编制人员|540人，其中在职442人、离休2人、退休96人: whether those who left the service add up to what the name calls posts."""
    people = words_of_heads.WITH_THE_RETIRED.match(text, name_end)
    if people is None:
        return False
    return sum(int(people[kind] or 0) for kind in ("serving", "cadres", "retired")) == int(people["all"])


def are_of_all(left: str, department: str | None) -> bool:
    """本局编制16人, 局机关及二级机构编制146人, 中心编制52人 in the report of a centre: of the department.

    Args:
        left: the words of the sentence before a label that alone says too little.
        department: name of the department that reports.
    """
    words = grammar.IN_BRACKETS.sub("", left)
    words = words[max(words.rfind(mark) for mark in _MARKS) + 1 :]
    words = words_of_heads.WHEN_AT_END.sub("", words_of_heads.WHEN_AT_START.sub("", words, count=1))
    if not words:
        return left != words  # nothing but when: 截至2022年底编制16人
    kind = words_of_heads.KIND_OF_POSTS.search(words) or words_of_heads.POSTS_OF_UNITS.search(words)
    if kind:
        words = words[: kind.start()]
    if not words or words_of_heads.ALL_OF_US.fullmatch(words):
        return True
    if department is None:
        return False
    if len(words) > 1 and department.endswith(words):
        return True
    own = without_own_name(words, department)
    return own != words and own.endswith("本部门")


def is_of_township(department: str | None) -> bool:
    """Whether 全镇 and 全乡 are the department itself."""
    return department is not None and department.endswith(_TOWNSHIPS)


def are_of_others(
    text: str, begins: int, position: int, department: str | None, on_project: bool = False
) -> bool:
    """全县共有敬老院14所，其中在编21人; 公路站编制52名，实有49人: of a whole place, or of the body before them."""
    begins = max(begins, position - 4 * grammar.REACH)
    begins = max(begins, *(text.rfind(mark, begins, position) + 1 for mark in "；;"))
    if words_of_heads.ON_AVERAGE.search(text, begins, position):
        return True
    if (department or on_project) and not is_of_township(department):
        place = words_of_heads.ON_WHOLE_PLACE.match(text, begins, position)
        if place and not words_of_heads.OUR_OWN.search(text, place.end(), position):
            return True
    others = (
        words_of_heads.NO_OFFICE.search(text, begins, position),
        words_of_heads.UNITS_LISTED.match(text, begins, position),
    )
    if any(one and not words_of_heads.OUR_OWN.search(text, one.end("who"), position) for one in others):
        return True
    beside_posts = text[position - 1 : position] in _BEHIND_POSTS
    if beside_posts and words_of_heads.POSTS_OF_UNITS_BEFORE.search(text, begins, position):
        return True
    if department is None:
        return False
    since = max(begins, position - grammar.REACH)
    beside = words_of_heads.POSTS_OF_BODY_BEFORE.search(text, since, position) if beside_posts else None
    if beside and not is_own(beside["body"], department):
        return True
    named = words_of_heads.BODY_WITH_POSTS.match(text, begins, position)
    if named is None and not (named := _spoken_of(text, begins, position)):
        return False
    if is_own(named["body"], department) or _is_short_for(named["body"], department):
        return False
    return not any(
        words.search(text, named.end(), position) for words in (WHOLE_AGAIN, words_of_heads.OUR_OWN)
    )


def _is_short_for(name: str, department: str) -> bool:
    """我县疾控中心 in the report of 石桥县疾病预防控制中心: whether a name leaves out some of the department's characters."""
    rest = iter(department)
    return all(character in rest for character in words_of_heads.OUR_PLACE.sub("", name))


def _spoken_of(text: str, begins: int, position: int) -> re.Match[str] | None:
    """The body that the words before some people began to speak of last: 所属服务所为全额拨款事业单位，编制5名，在编4人."""
    if not words_of_heads.ENDS_BODY.search(text, max(0, begins - 1), position + _NAME_OF_POSTS):
        return None
    said = [
        one
        for one in words_of_heads.BODY_SPOKEN_OF.finditer(text, max(0, begins - 1), position + _NAME_OF_POSTS)
        if one.end() <= position + _NAME_OF_POSTS * (one["listed"] is None)
        and (not one["listed"] or one.group()[0] in _BEFORE_MEMBER)  # (4)服务中心，编制9名
    ]
    if not said or (said[-1].group().endswith(":") and said[-1].start("body") <= _LONGEST_MARK):
        return None  # 2、县图书馆：编制9人: all of the paragraph is of that body
    return said[-1]


def are_said_to_be_ours(text: str, begins: int, position: int) -> bool:
    """我局在编12人, 编制数230人，在职176人, in a report on one project: said of the department."""
    said = words_of_heads.OUR_OWN, words_of_heads.POSTS_FIRST
    return any(words.search(text, begins, position) for words in said)


def came_or_went(text: str, left: str, upto: int) -> bool:
    """当年退休1人; 调出2人、退休1人; 比上年少4人(退休5人): who left the service within the year."""
    if words_of_heads.WENT.search(left) or words_of_heads.WHY_CHANGED.search(left):
        return True
    if words_of_heads.CAME_BEFORE.search(left):
        return True
    return words_of_heads.CAME_AFTER.match(text, upto, upto + grammar.REACH) is not None


def change_begins(
    sentence: Sentence, number: Number, gap_start: int, change: re.Match[str], compare: re.Match[str] | None
) -> int:
    """与上年相比在职人员减少2人: where the words of a change begin; behind a name of people that its comparison holds."""
    if compare is None:
        return gap_start + change.start()
    named = number.base_unit in {"persons", "count"} and any(
        term.term.names_concept and kind_of(term.term.concepts[0]) in {"persons", "count"}
        for term in sentence.terms_in(gap_start + compare.start(), gap_start + change.start())
    )
    return gap_start + (change.start() if named else compare.start())


def end_of_name(text: str, label: Match) -> int:
    """在编在岗|教职工: where the name of a kind of people ends whose first word the vocabulary knows."""
    if kind_of(label.term.concepts[0]) != "persons" or label.term.concepts[0].endswith("_quota"):
        return label.end
    tail = words_of_heads.TAIL.match(text, label.end)
    return tail.end() if tail else label.end


def are_more(text: str, label: Match) -> bool:
    """在岗人员201名，含编外聘用48名; 财政供养人员19人，其中在职18人: more than those in service, by the words behind their number."""
    if words_of_heads.WITH_EMPLOYED.match(text, label.end):
        return True
    paid = "供养" in label.term.text and "在职" not in label.term.text
    return paid and words_of_heads.WITH_RETIRED.match(text, label.end) is not None


def kind_of_posts(left: str, name: str) -> str | None:
    """机关工勤(车勤)编制4名, 所属事业单位(含卫生院12家)核定编制1026人: what the words before a name of posts make of it."""
    if name == "编制人员" and left.endswith("实有"):
        return "staff_in_service"
    words = grammar.IN_BRACKETS.sub("", left)
    if words_of_heads.POSTS_OF_UNITS.search(words):
        return "institution_quota"
    kind = words_of_heads.KIND_OF_POSTS.search(words)
    return QUOTA_OF_KIND[kind["kind"][:2]] if kind else None
