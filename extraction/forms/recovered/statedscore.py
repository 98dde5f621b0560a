"""Score and grade of a report in fields of its form: 自评总分：93.8 等级：优 on one line, or 自评得分 over 93.8 on two.

Belongs here: such fields where neither a table nor a sentence gave score or grade.
Does not belong here: totals of rubrics (``scoring``, ``formtokens``), scores in sentences (``clauses``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extraction import reference
from extraction.model import Figure, Locator
from extraction.records import replace

_FIELD = re.compile(
    r"(?:^|[ \t\u3000|])(?P<label>(?:绩效)?自评(?:综合)?(?:总分|总?得分))[(（]?分?[)）]?[ \t\u3000|]*[:：]?[ \t\u3000|]*\n?[ \t\u3000|]*"
    r"(?P<score>100(?:\.0{1,2})?|[4-9]\d(?:\.\d{1,2})?)(?:[ \t\u3000]*分)?[ \t\u3000]*(?=$|\||[ \t\u3000][^\d\s])",
    re.MULTILINE,
)
#: What stands above a column of points, not beside a field.
_HEADS = re.compile(r"(?:分值|权重|满分|标准分?|指标值?|完成值|细则|执行率|扣分)[^\n]{0,6}\s*$")
_GRADE = re.compile(
    r"(?P<label>[自评等](?<![^ \t\u3000|\n].)(?:(?<=自)评等|(?<=评)[价定]等|(?<=等))[级次])"
    r"[ \t\u3000|]*[:：]?[ \t\u3000|]*\n?[ \t\u3000|]*(?P<grade>[优良中差][秀好等]?)[ \t\u3000]*(?=$|\||[ \t\u3000])",
    re.MULTILINE,
)
_NEXT_CELL = re.compile(r"\s*-?\d")
_BEFORE = 24


def read(text: str, year: int | None) -> list[Figure]:
    """The score that fields of a text give; nothing where they give several."""
    if "自评" not in text:
        return []
    found = [
        match
        for match in _FIELD.finditer(text)
        if not _HEADS.search(text, max(0, match.start() - _BEFORE), match.start("label"))
        and not ("\n" in match.group() and _NEXT_CELL.match(text, match.end()))
    ]
    if len({Decimal(match["score"]) for match in found}) != 1:
        return []
    return [figure_at(found[0], "score", year)]


def read_grade(text: str, year: int | None) -> list[Figure]:
    """The grade that fields of a text give; nothing where they give several."""
    words = reference.grades()
    found = [match for match in _GRADE.finditer(text) if match["grade"] in words] if "等" in text else []
    if len(found) != 1:
        return []
    match = found[0]
    return [
        replace(
            figure_at(match, "grade", year),
            concept="grade",
            value=words[match["grade"]],
            unit="",
            decimals=None,
            value_base=None,
            base_unit=None,
        )
    ]


def figure_at(match: re.Match[str], name: str, year: int | None) -> Figure:
    """The score, or what else the group of that name prints, behind its group ``label``."""
    printed = match[name]
    return Figure(
        concept="self_evaluation_score",
        measure="level",
        stage=None,
        fiscal_year=year,
        label=match["label"],
        value=printed,
        unit="分",
        decimals=len(printed.partition(".")[2]),
        value_base=Decimal(printed) if name == "score" else None,
        base_unit="points",
        printed=printed,
        quote=match.group().strip(" |\t\u3000"),
        source_kind="table",
        locator=Locator(*match.span(name)),
    )
