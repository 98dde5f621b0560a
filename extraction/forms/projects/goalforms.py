"""Forms of goals for a project (绩效目标申报表), in whatever shape their cells came: the money that is asked for it.

Belongs here: finding such forms in a text, and the one amount behind the name of the project's money.
Does not belong here: forms of self-evaluation, whose amounts stand below headings (``streamfunds``, ``grids``); goals themselves (``statements``).

Name and amount stand beside each other in every copy - as cells of a row, on two lines, with nothing between them - so they are looked
for in the text. An amount is taken where it stands alone, in a unit that the form prints; what was spent is in none of these forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extraction.columns import projectfunds
from extraction.forms.projects import goalparts
from extraction.forms.recovered import printed
from extraction.model import Figure, Span
from extraction.records import record
from extraction.text.normalise import Folded, fold_span

#: The title of such a form, with the year or the first field behind it: one that a sentence speaks of goes on as a sentence.
_TITLE = re.compile(
    r"绩效目标(?:申报|申请|批复|审批|审核|公开|备案|填报)?表(?=[(|\d]|填[报表]|(?:一级)?项目|专项|预算|部门|主管|单位|编制|申报|资金|来源|发布|$)"
)
#: The same as printed: a look whether anything needs to be folded.
_PRINTED_TITLE = re.compile(r"绩效\s?目标\s?(?:[\u4e00-\u9fff]\s?[\u4e00-\u9fff]\s?)?表")
_OF_DEPARTMENT = re.compile(r"整体(?:支出)?(?:预算)?$")
_YEAR = re.compile(r"[^年]{0,30}?\(?(20\d\d)(?:年|年度)\)")
#: Where the indicators begin, the money was stated; and a form with results is another form.
_END = re.compile(r"[一三]级指标|指标内容|指标名称")
_RESULTS = re.compile(r"执行数|执行率|完成值|自评|得分|决算|实际(?:支出|到位)")
_OF_FORM = re.compile(
    r"项目名称|(?:部门|单位)(?:\((?:部门|单位)\))?名称|(?:主管|实施|项目|填报|预算)(?:预算)?(?:部门|单位)"
)
#: Where the form says what was granted, what was asked for is not what the budget gives.
_ASKED = re.compile(r"预算申|申请")
_GRANTED = re.compile(r"批复(?:预算|金额|资金|数)|核定(?:金额|预算|数)")
_UNIT = r"(?:\((?P<unit>万元|元|万)\))?"
_NAME = (
    r"(?:(?:[本当]年度?|(?<!20\d\d)(?<![上去前各])年度)(?:项目)?(?:资金(?:申请)?总[额量]|申请资金(?:总额)?|预算(?:数|总?额|总?金额|安排)?)|(?<!实施期)(?<!中期)(?<!上年度)(?<!去年)(?<!长期)(?<!项目)资金总[额量](?:及构成)?(?:总额)?"
    r"|预算申[报请](?:金额|数|资金)|(?:项目)?预算(?:总?金额|总额)|项目预算(?:数|总额)?|项目资金申请|申请资金总额)"
)
#: Of the year, where a form states besides what the project costs in all its years.
_OF_YEAR = re.compile(r"[本当]?年度?")
_OF_ALL_YEARS = re.compile(r"项目总(?:预算|投资|金额)|总投资|实施期|中期|各年度")
_AMOUNT = re.compile(
    rf"{_NAME}{_UNIT}[:|，]{{0,4}}{_UNIT.replace('unit', 'behind')}[:|]{{0,3}}"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<own>亿元|万元|万|元)?(?![\d.,%年月日个人亩米]|[ |]{0,9}\d)"
)
#: Hunan: what was given last year beside what is asked for now, both printed.
_BESIDE_LAST_YEAR = re.compile(
    r"上年度?(?:安排|预算)(?:资金|数)[|]{0,4}本年度?(?:申请|预算)(?:资金|数)(?:测算依据及说明)?[|]{0,4}合计[:|]{0,4}\d[\d,.]*[ |]{1,4}"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<own>万元|元)?(?![\d.,%]|[ |]{0,9}\d)"
)
#: 金额合计 86 76 10 below the tasks of a department: all its money, which its sources make up.
_SUM_OF_TASKS = re.compile(
    rf"金额合计[:|]{{0,3}}(?P<number>{printed.NUMBER})(?P<own>万元|元)?[ |]{{1,4}}(?P<part>{printed.NUMBER})(?:[ |]{{1,4}}(?P<rest>{printed.NUMBER}))?(?![\d.,%])"
)
_REACH = 3000
_MOST_FORMS = 200
_WIDE = 10
_BEHIND = 40


@record(frozen=True, slots=True)
class _Form:
    """The folded text around a form, its title, and where what it says of money ends; with its indicators, or without an end."""

    folded: Folded
    title: re.Match[str]
    end: int
    closed: bool


@record(frozen=True, slots=True)
class Goals:
    """What the forms of goals of a document state, and where the money of single projects stands in it."""

    figures: list[Figure]
    places: list[Span]


def read(text: str, year: int | None, of_more: bool) -> Goals:
    """The money of every project, or of the department, for which a form of goals stands in the text.

    Args:
        text: of the whole document.
        year: which it is of, where a form prints none.
        of_more: whether the document is on more than one project.
    """
    found: list[Figure] = []
    places: list[Span] = []
    for form in _forms(text):
        found.extend(_amount(form, year))
        if form.closed and not _is_of_department(form):
            places.append(Span(*form.folded.origin(form.title.start(), form.end)))
    amounts = {figure.value_base for figure in found if figure.concept == "project_expenditure"}
    if of_more or len(amounts) > 1:
        mark = projectfunds.of_one_among_others
        found = [mark(figure) if figure.concept == "project_expenditure" else figure for figure in found]
    return Goals(found, places)


def _forms(text: str) -> Iterator[_Form]:
    """The forms of a text, each up to where its indicators begin, else to the next form or as far as it may reach."""
    starts = [match.start() for match in _PRINTED_TITLE.finditer(text) if _is_title(text, match)][
        :_MOST_FORMS
    ]
    for start, following in pairwise([*starts, len(text)]):
        folded = fold_span(text, max(0, start - _WIDE), min(following, start + _REACH))
        title = _TITLE.search(folded.text)
        if title is None:
            continue
        ends = _END.search(folded.text, title.end())
        end = ends.start() if ends else len(folded.text)
        results = _RESULTS.search(folded.text, title.end(), end)
        if results is None and _OF_FORM.search(folded.text, title.end(), end):
            yield _Form(folded, title, end, ends is not None)


def _is_title(text: str, printed: re.Match[str]) -> bool:
    """Whether the words are the title of a form, by what stands behind them."""
    return (
        _TITLE.match(fold_span(text, printed.start(), min(len(text), printed.end() + _BEHIND)).text)
        is not None
    )


def _amount(form: _Form, year: int | None) -> Iterator[Figure]:
    text, begins, end = form.folded.text, form.title.end(), form.end
    named = list(_AMOUNT.finditer(text, begins, end))
    if _GRANTED.search(text, begins, end):
        named = [match for match in named if not _ASKED.search(match.group())]
    of_year = [match for match in named if _OF_YEAR.match(match.group())]
    alone = (
        [match for match in named if _ASKED.search(match.group())]
        if _OF_ALL_YEARS.search(text, begins, end)
        else named
    )
    beside = _BESIDE_LAST_YEAR.search(text, begins, end) or _sum_of_tasks(form)
    if beside or of_year or alone:
        total = beside or (of_year or alone)[0]
        yield from _figure(form, total, year, _whole(form))
        yield from _sources(form, Decimal(total["number"].replace(",", "")), year)
    elif not named:
        yield from _sources(form, None, year)


def _sources(form: _Form, total: Decimal | None, year: int | None) -> Iterator[Figure]:
    """Where the money comes from, and how much it is where only that says it."""
    for concept, match in goalparts.parts_of(form.folded.text, form.title.end(), form.end, total):
        yield from _figure(form, match, year, _whole(form) if concept == "whole" else concept)


def _whole(form: _Form) -> str:
    return "total_expenditure" if _is_of_department(form) else "project_expenditure"


def _sum_of_tasks(form: _Form) -> re.Match[str] | None:
    """The money of all tasks of a department, where its sources add up to it."""
    match = _SUM_OF_TASKS.search(form.folded.text, form.title.end(), form.end)
    if match is None or not _is_of_department(form):
        return None
    whole, *parts = (Decimal((match[name] or "0").replace(",", "")) for name in ("number", "part", "rest"))
    return match if whole == sum(parts) else None


def _is_of_department(form: _Form) -> bool:
    start = form.title.start()
    return _OF_DEPARTMENT.search(form.folded.text, max(0, start - _WIDE), start) is not None


def _figure(form: _Form, match: re.Match[str], year: int | None, concept: str) -> Iterator[Figure]:
    whole, title = form.folded, form.title
    named = match.groupdict()
    unit = (
        named["own"]
        or named.get("unit")
        or named.get("behind")
        or printed.last_unit(whole.text, title.end(), match.start())
        or printed.last_unit(whole.text, match.end(), len(whole.text))
    )
    if unit is None:
        return
    dated = _YEAR.match(whole.text, title.end())
    yield printed.figure(
        whole,
        match.span("number"),
        unit,
        (concept, "initial_budget", int(dated[1]) if dated else year),
        label=match.group()[: match.start("number") - match.start()].rstrip(":|"),
        quote=match.group(),
    )
