"""What the heading and the label of a cell say together: its concept and whose amount it is.

Belongs here: decisions from the words of one row and of the headings above it, without any state.
Does not belong here: which heading a cell has (``gridlabels``); rates (``gridrates``); reading tables in order and making figures (``grids``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.columns.headings import Heading, read_heading
from extraction.concepts import WHOLE_SPENDING
from extraction.records import replace
from extraction.text.numbers import parse_cell
from extraction.words.words_of_vehicles import VEHICLES, is_expense, part_of_vehicles

_ORG_SCOPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("department", re.compile(r"汇总|合计|总计")),
    ("subordinate", re.compile(r"二级机构|二级单位|下属|所属")),
    ("headquarters", re.compile(r"机关$|^本级|本级$|^局机关|机关本级")),
)
#: 全县合计, 全县“三公”经费汇总表: of all bodies of a place.
_OF_PLACE = re.compile(r"全(?:省|市|县|区|旗|州|盟)(?!人大|委)")
_TITLE_ON_PLACE = re.compile(_OF_PLACE.pattern + r"[^。，；:]{0,30}(?:表|情况|汇总|统计)[^。，；]{0,12}$")
_MOST_WITH_SCORE = 4
_MOST_POINTS = 120
_PROJECT_NAMES = re.compile(r"(?:预算|支出)?项目(?:支出)?名称")
_BODIES = re.compile(r"机构名称|单位名称|预算单位|部门\(单位\)|单位")
#: Words stand below it, whatever else it says.
_OVER_WORDS = re.compile(r"项目|科目|名称|内容|说明|原因|备注|类别|性质|来源|指标|标准")
_EXPENDITURE_SCOPES = {"project_expenditure": "project", "basic_expenditure": "basic"}
#: Paid by basic and by project expenditure alike: an amount within one of them is not all of it.
_OF_BOTH_NATURES = {"three_public_total", "meeting_expenditure", "training_expenditure"}


def states_score(texts: list[str]) -> bool:
    """Whether a row says the score of the report, and nothing that headings stand over: 自评得分 | 97.6分."""
    said = [text for text in texts if text]
    if not 1 < len(said) <= _MOST_WITH_SCORE or read_heading(said[0]).concepts != ("self_evaluation_score",):
        return False
    number = parse_cell(said[1])
    return number is not None and number.unit in {None, "分"} and number.value <= _MOST_POINTS


def kind(heading: Heading) -> str:
    """The kind of the concept that a heading names."""
    return reference.concepts()[heading.concepts[0]].kind


def concepts_of(
    heading: Heading, label: Heading, caption: Heading
) -> tuple[tuple[str, ...], str | None, str | None]:
    """What a cell measures: concepts, expenditure scope and function code."""
    if label.economic_code:
        whole = (*heading.concepts, *caption.concepts, "")[0]
        return label.concepts, _EXPENDITURE_SCOPES.get(whole), None
    if label.function_code:
        if not heading.concepts and caption.concepts == ("total_revenue",):
            return (), None, None  # 收入预算表: what came in for a class
        scope = _EXPENDITURE_SCOPES.get((*heading.concepts, "")[0])
        if heading.concepts and scope is None and heading.concepts[0] != "total_expenditure":
            return (), None, None
        return ("function_class_amount",), scope, label.function_code
    if heading.concepts and label.concepts and kind(heading) != kind(label):
        return heading.concepts, None, None  # 2、二级机构1 is whose money it is, not a number of bodies
    if heading.concepts == ("procurement_budget",) and _is_procured(label):
        return label.concepts, None, None  # 货物 below 采购预算
    if heading.concepts and label.concepts and heading.concepts != label.concepts:
        if heading.concepts[0] in reference.ancestors(label.concepts[0]):
            return label.concepts, _scope_within(label, heading), None  # 基本支出 below 决算支出
        part_of_row = label.concepts[0] in reference.ancestors(heading.concepts[0])
        return (heading.concepts if part_of_row else ()), None, None
    if heading.concepts:
        return heading.concepts, None, None
    return label.concepts, _scope_within(label, caption), None


def _scope_within(label: Heading, whole: Heading) -> str | None:
    """30217 公务接待费 in a table of basic expenditure: what projects paid of it stands elsewhere."""
    if not label.concepts or not _OF_BOTH_NATURES & {
        label.concepts[0],
        *reference.ancestors(label.concepts[0]),
    }:
        return None
    return _EXPENDITURE_SCOPES.get((*whole.concepts, "")[0])


def _is_procured(label: Heading) -> bool:
    return bool(label.concepts) and "procurement_actual" in reference.ancestors(label.concepts[0])


def part_of_row(label: Heading, above: Heading, caption: Heading) -> Heading:
    """其中：购置经费, 运行维护费: rows below 公务用车购置及运行维护费 that name its parts shortly."""
    if (
        label.concepts == ("vehicle_stock",)
        and label.text in VEHICLES
        and (is_expense(above.concepts) or is_expense(caption.concepts))
    ):
        return replace(label, concepts=("official_vehicle",))
    if label.concepts:
        return label
    part = part_of_vehicles(label.text, above.concepts)
    return replace(label, concepts=part) if part else label


def of_something_else(label: Heading, heading: Heading, headings: list[Heading] | None) -> bool:
    """Whether a row below a heading such as 基本支出 is one class or item of it, not the department's sum.

    Below a heading of points it is one where the row names something to score, known (预算执行) or not.
    """
    if not label.text or label.neutral or label.year:
        return False
    if kind(heading) == "points":
        known = bool(label.concepts) and (kind(label) == "points" or label.concepts[0] in WHOLE_SPENDING)
    else:
        known = bool(label.concepts or label.function_code or label.stage)
    if known:
        return False
    if headings and _BODIES.fullmatch(headings[0].text):
        return False
    return not any(pattern.search(label.text) for _, pattern in _ORG_SCOPES)


def has_stage(text: str) -> bool:
    """Whether the label of a row names what is budgeted and spent, or nothing that is known: people and points have no stage."""
    named = read_heading(text).concepts
    return not named or reference.concepts()[named[0]].nature == "flow"


def names_in_columns(texts: list[str], headings: list[Heading]) -> bool:
    """Whether the name of something stands below a heading of amounts: 基本支出 | 90 | 项目支出 | 80 below 年初预算 | 追加 | 全年预算."""
    return any(
        text and not parse_cell(text) and read_heading(text).concepts
        for text, heading in zip(texts[1:], headings[1:], strict=False)
        if (heading.stage or heading.ignored) and not heading.concepts
        if heading.text != headings[0].text and not _OVER_WORDS.search(heading.text)
    )


def is_item(label: Heading, heading: Heading, left: list[str]) -> bool:
    """项目名称 | 年初预算数 | 执行数: a row is one project, where its label names nothing else."""
    if label.concepts or label.function_code or label.neutral or not label.text:
        return False
    of_stage = heading.stage is not None and not heading.concepts
    return (of_stage or heading.concepts == ("project_expenditure",)) and any(
        map(_PROJECT_NAMES.fullmatch, left)
    )


def of_bodies(heading: Heading, headings: list[Heading] | None, caption: Heading) -> Heading:
    """单位名称 | 年初预算数 | 决算数 in a table on one concept: each row is that concept of one body."""
    lists = bool(headings) and _BODIES.fullmatch(headings[0].text) is not None if headings else False
    if lists and heading.stage and not heading.concepts and caption.concepts and kind(caption) == "money":
        return replace(heading, concepts=caption.concepts)
    return heading


def of_whole_place(label: Heading, caption: Heading) -> bool:
    """Whether a row is of all bodies of a place (全县合计), or of one of them in a table on all: 全县“三公”经费汇总表."""
    return _OF_PLACE.search(label.text) is not None or _TITLE_ON_PLACE.search(caption.text) is not None


def org_scope(label: str, headings: list[Heading] | None) -> str:
    """Whose amount a row is; below a heading 机构名称 a row that is no sum is one body of the department."""
    for scope, pattern in _ORG_SCOPES:
        if pattern.search(label):
            return scope
    lists_bodies = bool(headings) and bool(_BODIES.fullmatch(headings[0].text)) if headings else False
    return "subordinate" if lists_bodies and label else "department"
