"""What a heading, a row label or a caption of a table says: concept, stage, year, unit.

Belongs here: reading one short label, and putting headings of two levels together.
Does not belong here: amounts and how they are bound (``grids``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.concepts import APPROPRIATIONS
from extraction.records import record, replace
from extraction.text.terms import Match, vocabulary
from extraction.words.words_of_change import compared_with
from extraction.words.words_of_funds import FUND_SCOPE
from extraction.words.words_of_vehicles import part_of_vehicles

_UNIT_DECLARED = re.compile(r"(?:单位:?|\()(?:人民币)?(亿元|万元|千元|元)\)?|^(亿元|万元|千元|元)$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d.]|年\d{1,2}月)年?")  # no date, no amount
_LAST_YEAR = re.compile(r"(?:上年度?|去年)(?!度?结)")
_NUMBERING = re.compile(
    r"^(?:(?:\d[.、])?资金(?:来源|结构):(?:\([一二\d]\))?|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.](?!\d)|按[^:]{2,8}分类?:)"
)
#: ①项目支出, 小计③=①+②: numbers of rows and columns, and what is reckoned with them.
_NUMBERED = re.compile(r"^[①-⑳][、.]?|[①-⑳](?:=[①-⑳+\-/×*()]+(?:100%?)?)?$")
_FILLER = re.compile(
    r"其中|合计|小计|总计|总额|金额|数$|年度|年|本年|全年|\d+|经费|支出情况|收入情况|情况|部门|\(单位\)|单位|各项"
    r"|[:;()（）、，,。\"\-—/|.]|第|表|公开|及|和|的|亿元|万元|元"
)
_IGNORED = re.compile(
    r"^(?:行次|序号|栏次|编码|科目编码|功能分类科目编码|类|款|项|分值|权重|满分|得分|自评得分|评分|执行率|完成率|增减率|比例|占比|备注|说明|(?:增减|变动)?(?:主要)?原因.*|增减(?:变化|变动)?(?:说明|情况说明).*"
    r"|差异.*|变动.*|偏差.*|预算执行率|\d{1,2}月(?:份)?|第?[一二三四1-4]季度|一级指标|二级指标|三级指标)(?:\(?%\)?)?$"
    r"|^(?:自评|执行率)?(?:得分|分值|权重)(?:\([^()]{1,16}\))?$"
)
#: A column of changes: 比上年增减额, 较年初预算增长%.
_CHANGE = re.compile(
    r"^(?:(?:本年)?(?:预算|决算|支出)?数?(?:与|比|较|同比)(?P<base>[^增]{0,14}?)(?:相比|对比)?)?(?:增、?减|增长|增加)(?P<what>变化|变动)?(?P<how>情况|额|数|金额|率|幅度?|比例|%|\(%\))*(?:\([^)]{0,6}\))?(?:万元|元|%)?$"
)
_RATE = re.compile(r"率|%|幅|比例")
#: 支出减少情况, 下降率: amounts below it are less than nothing, though no sign says so.
_DECREASE = re.compile(
    r"^[^增]{0,12}(?:减少|下降|降低|节约|压减)(?:情况|额|数|金额|率|幅度?|比例|%)?(?:\([^)]{0,6}\))?$"
)
#: 公务用车购置数(辆): how many, whatever else the words name.
_HOW_MANY = re.compile(r"购置(?:数量?|台数|辆数)(?:\((?:辆|台)\))?$")
#: Whose money an appropriation is, where its name stands over what was spent.
SCOPE_OF_FUNDS = {
    "general_public_budget_appropriation": "general_public_budget",
    "government_fund_appropriation": "government_fund",
    "state_capital_appropriation": "state_capital",
    "fiscal_appropriation_revenue": "fiscal_appropriation",
}
#: A table of income and expenditure is on neither of both.
_BOTH_SIDES = re.compile(r"收入支出|收支")
#: 采购计划金额: what was planned for a year is its budget.
_PLANNED = re.compile(r"计划(?:采购)?(?:金额|数)$")
#: 编制部门：某某局 单位：元: whose table it is; no posts are meant.
_BY_WHOM = re.compile(r"(?:编制|填报|预算|公开|主管)(?:部门|单位):[^:]{0,30}?(?=(?:金额)?单位:|$)")
_IS_TABLE = re.compile(r"(?:决算|预算|支出|收支)(?:总|明细)?表(?:\([^()]*\))?$")
_IS_PART = re.compile(r"其中:?[^,。:]{0,8}财政拨款(?:部分|情况|支出|收支)?:?")
#: 项目支出绩效目标申报表: amounts asked for; what came of them stands in forms of self-evaluation.
_OF_GOALS = re.compile(r"绩效目标(?:申报|审批|批复|审核|公开)?表(?:\d|\([^()]*\))*$")
#: Headings of the two halves of a table, not amounts.
_HALVES = frozenset({"收入", "支出"})
_NEUTRAL = re.compile(
    r"^(?:金额|合计|小计|数额|本年数|统计数|数值|金额合计|总计|内容|指标值|数据|[年期]末(?:数|余额|账面数))?"
    r"(?:\(?(?:亿元|万元|元|人)\)?)?$"
)
#: Stands over what there was at the end of the year; 年初数 beside it over what there was before.
_AT_YEAR_END = re.compile(r"[年期]末(?:数|余额|账面数)")


@record(frozen=True, slots=True)
class Heading:
    """A label of a table and what it names; an empty one names nothing."""

    text: str = ""
    concepts: tuple[str, ...] = ()
    stage: str | None = None
    year: int | None = None
    unit: str | None = None
    function_code: str | None = None
    economic_code: str | None = None
    ignored: bool = False
    neutral: bool = True
    #: 1 under 上年决算数
    years_back: int = 0
    fund_scope: str | None = None
    #: change or change_rate under 比上年增减, with the stage it is measured against
    measure: str = "level"
    base_stage: str | None = None
    #: why this heading was taken for the cell, where the table alone does not say
    note: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether it can head a column: a concept, a stage or a year."""
        return bool(self.concepts or self.stage or self.fund_scope or self.ignored or self.measure != "level")

    @property
    def heads_balance(self) -> bool:
        """Whether it heads the column of a balance at the end of the year."""
        return self.neutral and _AT_YEAR_END.match(self.text) is not None

    def below(self, upper: Heading) -> Heading:
        """This heading under another one: what it leaves open is taken from above."""
        if not self.text:
            return upper
        return replace(
            self,
            concepts=self.concepts
            or part_of_vehicles(self.text, upper.concepts)
            or (upper.concepts if self.stage or self.year or self.neutral else ()),
            stage=self.stage or upper.stage,
            year=self.year or upper.year,
            years_back=self.years_back or upper.years_back,
            fund_scope=self.fund_scope or upper.fund_scope,
            unit=self.unit or upper.unit,
            measure=self.measure if self.measure != "level" else upper.measure,
            base_stage=self.base_stage or upper.base_stage,
        )


@lru_cache(maxsize=8192)
def read_heading(text: str) -> Heading:
    """Read one folded label. A concept counts only when words of no meaning are all that is left over."""
    if not text:
        return Heading()
    text = _NUMBERED.sub("", text)
    if change := _CHANGE.match(text):
        return _change_heading(text, change)
    unit = unit_in(text)
    year = _YEAR.search(text)
    bare = _NUMBERING.sub("", text)
    ignored = bool(_IGNORED.match(bare) or _DECREASE.match(bare))
    matches = vocabulary().find(bare)
    narrowed = FUND_SCOPE.search(bare)
    stages = {
        match.term.stage
        for match in matches
        if match.term.stage and not (narrowed and match.term.strength == "weak")
    }
    named = _without_funds([match for match in matches if match.term.names_concept])
    rest = bare
    for match in reversed(matches):
        rest = rest[: match.start] + rest[match.end :]
    certain = (
        bare not in _HALVES
        and len(named) == 1
        and not _HOW_MANY.search(bare)
        and not _FILLER.sub("", re.sub(r"\([^)]*\)", "", rest))
    )
    return Heading(
        text=bare,
        concepts=named[0].term.concepts if certain and not named[0].term.function_code else (),
        stage=stages.pop() if len(stages) == 1 else "initial_budget" if _PLANNED.search(bare) else None,
        year=int(year[1]) if year else None,
        years_back=int(_LAST_YEAR.search(bare) is not None),
        fund_scope=narrowed.lastgroup if narrowed and not named else None,
        unit=unit,
        function_code=named[0].term.function_code if certain else None,
        economic_code=named[0].term.economic_code if certain else None,
        ignored=ignored,
        neutral=bool(_NEUTRAL.match(bare)),
    )


def _change_heading(text: str, match: re.Match[str]) -> Heading:
    """比上年增减额: the years and stages in it are those of the base, not of the amounts below it."""
    rate = _RATE.search(text) is not None
    return Heading(
        text=text,
        unit=None if rate else unit_in(text),
        neutral=False,
        measure="change_rate" if rate else "change",
        base_stage=compared_with(match["base"] or "", None),
    )


def read_caption(text: str) -> Heading:
    """Read the title of a table: its one concept counts whatever other words stand around it."""
    text = _BY_WHOM.sub("", text)
    caption = read_heading(text)
    if not caption.stage and _OF_GOALS.search(text):
        caption = replace(caption, stage="initial_budget")
    if caption.concepts or _BOTH_SIDES.search(text):
        return replace(caption, concepts=()) if _BOTH_SIDES.search(text) else caption
    named = _without_funds([match for match in vocabulary().find(text) if match.term.names_concept])
    certain = [match for match in named if match.term.strength != "weak"] or named
    only = {match.term.concepts for match in certain if not match.term.function_code}
    return replace(caption, concepts=only.pop()) if len(only) == 1 else caption


def fund_of_table(title: str) -> str | None:
    """Whose money all amounts of a table are: 一般公共预算财政拨款支出决算表; 其中：财政拨款 above it."""
    fund = FUND_SCOPE.search(title)
    return fund.lastgroup if fund and (_IS_TABLE.search(title) or _IS_PART.fullmatch(title)) else None


def spent_from(headings: list[Heading]) -> list[Heading]:
    """合计 | 一般公共预算财政拨款 | … on the side of spending: whose money was spent, and no income."""
    sides = [at for at, heading in enumerate(headings) if heading.text.startswith("项目")]
    if len(sides) < 2:
        return headings
    return [
        replace(heading, concepts=(), fund_scope=SCOPE_OF_FUNDS[heading.concepts[0]])
        if at > sides[1] and heading.concepts and heading.concepts[0] in SCOPE_OF_FUNDS
        else heading
        for at, heading in enumerate(headings)
    ]


def _without_funds(named: list[Match]) -> list[Match]:
    """财政拨款“三公”经费 names the expenditure; whose money it is narrows it and is no second concept."""
    others = [match for match in named if match.term.concepts[0] not in APPROPRIATIONS]
    return others or named


def unit_in(text: str) -> str | None:
    """The unit a folded caption or heading declares in brackets or after 单位."""
    match = _UNIT_DECLARED.search(text) if "元" in text else None
    return (match[1] or match[2]) if match else None


def merge_levels(upper: list[Heading], lower: list[Heading]) -> list[Heading]:
    """Headings of two rows as one row as wide as the lower one.

    An empty lower cell stands under a cell that was merged downwards; a run of filled cells
    stands under one cell that was merged sideways (其中). Filled cells are assigned from the left,
    and the empty ones after the last run from the right, so that two neighbouring groups do no harm.
    """
    merged = list(lower)
    position = 0
    in_run = False
    seen: set[str] = set()
    filled = [index for index, heading in enumerate(lower) if heading.text]
    last_filled = filled[-1] if filled else -1
    for index, heading in enumerate(lower[: last_filled + 1]):
        if heading.text:
            if heading.text in seen:  # the same labels again: the next group has begun
                position, seen = position + 1, set()
            seen.add(heading.text)
            group = upper[position] if position < len(upper) else Heading()
            merged[index] = heading.below(_as_group(group))
            in_run = True
            continue
        position += in_run
        in_run, seen = False, set()
        merged[index] = upper[position] if position < len(upper) else Heading()
        position += 1
    trailing = len(lower) - 1 - last_filled
    for step in range(trailing):
        merged[len(lower) - 1 - step] = upper[len(upper) - 1 - step] if step < len(upper) else Heading()
    return merged


def stack_levels(upper: list[Heading], lower: list[Heading]) -> list[Heading]:
    """Headings of two rows of equal width, where a cell merged sideways is followed by empty ones."""
    stacked: list[Heading] = []
    group = Heading()
    for above, below in zip(upper, lower, strict=True):
        group = above if above.text else group
        if not below.text:
            stacked.append(above)
        else:
            stacked.append(below.below(above if above.text else _as_group(group)))
    return stacked


def _as_group(heading: Heading) -> Heading:
    """A heading above several columns gives them stage, year and unit; a concept only beside stages."""
    return replace(heading, text="")
