"""What a heading or a row label of a table says: concept, stage, year, unit.

Belongs here: reading one short label.
Does not belong here: titles of tables (``captions``), headings of several rows and columns together (``headingrows``), amounts and how
they are bound (``grids``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.concepts import APPROPRIATIONS
from extraction.records import record, replace
from extraction.text.headnames import common_label, common_name
from extraction.text.terms import Match, vocabulary
from extraction.words.words_of_change import compared_with
from extraction.words.words_of_funds import FUND_SCOPE
from extraction.words.words_of_stage import PART_OF_YEAR
from extraction.words.words_of_vehicles import part_of_vehicles

_UNIT_DECLARED = re.compile(r"(?:单位:?|\()(?:人民币)?(亿元|万元|千元|元)\)?|^(亿元|万元|千元|元)$")
_UNIT_CUT = "单位:万"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d.]|年\d{1,2}月)年?")  # no date, no amount
_LAST_YEAR = re.compile(r"(?:上年度?|去年)(?!度?结)")
_NUMBERING = re.compile(
    r"^(?:(?:\d[.、])?按?资金(?:来源|结构)(?::(?:\([一二\d]\))?|(?=\())|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.](?!\d)|按[^:]{2,8}分类?:)"
)
#: ①项目支出, 小计③=①+②: numbers of rows and columns, and what is reckoned with them.
_NUMBERED = re.compile(r"^[①-⑳][、.]?|[①-⑳](?:=[①-⑳+\-/×*()]+(?:100%?)?)?$")
#: Full-year budget 全年预算数: the same in English before it.
_IN_ENGLISH = re.compile(r"^[A-Z][a-z][A-Za-z:\-]{1,40}(?=[\u4e00-\u9fff])")
_FILLER = re.compile(
    r"其中|合计|小计|总计|总额|金额|数$|年度|年|本年|全年|\d+|经费|支出情况|收入情况|情况|部门|\(单位\)|单位|各项"
    r"|[:;()（）、，,。\"\-—/|.]|第|表|公开|及|和|的|亿元|万元|元"
)
_IGNORED = re.compile(
    r"^(?:行次|序号|栏次|编码|科目编码|功能分类科目编码|类|款|项|分值|权重|满分|得分|自评得分|评分|执行率|完成率|增减率|比例|占比|备注|说明|(?:增减|变动)?(?:主要)?原因.*|增减(?:变化|变动)?(?:说明|情况说明).*"
    r"|差异.*|变动.*|偏差.*|预算执行率|\d{1,2}月(?:份)?|第?[一二三四1-4]季度|一级指标|二级指标|三级指标)(?:\(?%\)?)?$"
    r"|^(?:自评|执行率)?(?:得分|分值|权重)(?:\([^()]{1,16}\))?$"
)
#: 预算编制, 编制数(辆): no posts.
_NO_PEOPLE = re.compile(r"预算编制|辆|车")
#: 全年预计执行数: what nobody has spent yet; 预算申报: what was asked for and nobody gave.
_EXPECTED = re.compile(r"预计|预测|预算(?:申报|申请)(?:[数额]|金额)?(?:\([^()]*\))?$|^申[报请]预算")
#: A column of changes: 比上年增减额, 较年初预算增长%.
_CHANGE = re.compile(
    r"^(?:(?:本年|20\d\d年度?)?(?P<own>预算|决算|支出)?数?(?:与|比|较|同比)(?P<base>[^增]{0,14}?)(?:相比|对比)?)?(?:增、?减|增长|增加)(?P<what>变化|变动)?(?P<how>情况|额|数|金额|率|幅度?|比例|%|\(%\))*(?:\([^)]{0,6}\))?(?:万元|元|%)?$"
)
#: 决算数比预算数增减: what changed is what was spent.
_STAGE_OF_CHANGE = {"预算": "initial_budget", "决算": "final_account"}
_RATE = re.compile(r"率|%|幅|比例")
#: 完成年初预算的%, 占预算数的比重: a rate of what was spent, whatever stage it names.
_SHARE = re.compile(r"(?:%|比例|比重|百分比|占比|率|进度)(?:\(%\))?$")
#: 追加(减)预算, 调整数: what was added to a budget or taken from it, no budget.
_ADDED = re.compile(
    r"(?:年中)?(?:预算)?(?:追加|追减|调增|调减|调剂)(?:\((?:追减|调减|减)\)|减)?(?:预算|金额|资金)?[数额]?(?:\([A-Z]\))?|(?:预算)?调整\(追加\)数|调整[数额](?:\([A-Z]\))?"
)
#: 支出减少情况, 下降率: amounts below it are less than nothing, though no sign says so.
_DECREASE = re.compile(
    r"^[^增]{0,12}(?:减少|下降|降低|节约|压减)(?:情况|额|数|金额|率|幅度?|比例|%)?(?:\([^)]{0,6}\))?$"
)
#: 决算增减额, 预决算差异: of which of the two amounts beside it, it does not say.
_DIFFERENCE = re.compile(
    r"^(?:(?:预算|决算|预决算|收入|支出|执行|年初)数?){1,3}(?:增减|差异|差额|变动|变化)(?:额|数|金额|值|情况|率|幅度?)?(?:\([^)]{0,6}\))?$"
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
#: 采购计划金额: what was planned for a year is its budget.
_PLANNED = re.compile(r"计划(?:采购)?(?:金额|数)$")
#: Headings of the two halves of a table, not amounts.
_HALVES = frozenset({"收入", "支出"})
_NEUTRAL = re.compile(
    r"^(?:金额|合计|小计|数额|人数|数量|本年数|统计数|数值|金额合计|总计|内容|指标值|数据|[年期]末(?:数|余额|账面数))?"
    r"(?:\(?(?:亿元|万元|元|人)\)?)?$"
)
#: 基本支出 | 项目支出 below 本年收入, 年初结转和结余: money for them, of which nothing was spent yet.
_NOT_SPENT = {"total_revenue", "fiscal_appropriation_revenue", "opening_carryover", "closing_carryover"}
_NATURES = {"basic_expenditure", "project_expenditure"}
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
        if (
            upper.concepts
            and upper.concepts[0] in _NOT_SPENT
            and self.concepts
            and self.concepts[0] in _NATURES
        ):
            return replace(self, concepts=(), ignored=True)
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
    text = common_label(_NUMBERED.sub("", _IN_ENGLISH.sub("", text)))
    if change := _CHANGE.match(text):
        return _change_heading(text, change)
    unit = unit_in(text)
    year = _YEAR.search(text)
    bare = _NUMBERING.sub("", text)
    ignored = bool(_IGNORED.match(bare) or _DECREASE.match(bare) or _DIFFERENCE.match(bare))
    ignored = (
        ignored or bool(_EXPECTED.search(bare)) or (bool(PART_OF_YEAR.search(text)) and "全年" not in text)
    )
    matches = vocabulary().find(bare)
    narrowed = FUND_SCOPE.search(bare)
    stages = {
        match.term.stage
        for match in matches
        if match.term.stage and not (narrowed and match.term.strength == "weak")
    }
    named = without_funds([match for match in matches if match.term.names_concept])
    if named and _NO_PEOPLE.search(bare) and named[0].term.concepts[0].startswith("staff_"):
        named = []
    if named and "公开" in bare and named[0].term.concepts == ("self_evaluation_score",):
        named = []  # 自评公开: an indicator, whether the self-evaluation was published
    certain = len(named) == 1 and _says_no_more(bare, matches)
    if not named and _ADDED.fullmatch(bare):
        return Heading(text=bare, ignored=True, unit=unit, neutral=False)
    if stages and not named and _SHARE.search(bare):
        return Heading(text=bare, ignored=True, neutral=False)
    # 政府性基金财政拨款: no term has these words, and 财政拨款 in them names the other money
    of_fund = bool(narrowed and narrowed.group() == bare and not certain)
    return Heading(
        text=bare,
        concepts=named[0].term.concepts if certain and not named[0].term.function_code else (),
        stage=stages.pop() if len(stages) == 1 else "initial_budget" if _PLANNED.search(bare) else None,
        year=int(year[1]) if year else None,
        years_back=int(_LAST_YEAR.search(bare) is not None),
        fund_scope=narrowed.lastgroup if narrowed and (not named or of_fund) else None,
        unit=unit,
        function_code=named[0].term.function_code if certain else None,
        economic_code=named[0].term.economic_code if certain else None,
        ignored=ignored,
        neutral=bool(_NEUTRAL.match(bare)),
    )


def heading_name(text: str) -> str:
    """A folded heading by its common name; one whose words name a stage alone says so itself: 预算调整数 is no 全年预算数."""
    heading = read_heading(text)
    return text if heading.stage and not heading.concepts else common_name(text)


def _says_no_more(bare: str, matches: list[Match]) -> bool:
    """Whether words of no meaning are all that stands beside the names in a label."""
    if bare in _HALVES or _HOW_MANY.search(bare):
        return False
    rest = bare
    for match in reversed(matches):
        rest = rest[: match.start] + rest[match.end :]
    return not _FILLER.sub("", re.sub(r"\([^)]*\)", "", rest))


def _change_heading(text: str, match: re.Match[str]) -> Heading:
    """比上年增减额: the years and stages behind 比 are those of the base, not of the amounts below it."""
    rate = _RATE.search(text) is not None
    return Heading(
        text=text,
        stage=_STAGE_OF_CHANGE.get(match["own"]),
        unit=None if rate else unit_in(text),
        neutral=False,
        measure="change_rate" if rate else "change",
        base_stage=compared_with(match["base"] or "", None),
    )


def without_funds(named: list[Match]) -> list[Match]:
    """财政拨款“三公”经费 names the expenditure; whose money it is narrows it and is no second concept."""
    others = [match for match in named if match.term.concepts[0] not in APPROPRIATIONS]
    return others or named


def unit_in(text: str) -> str | None:
    """The unit a folded caption or heading declares in brackets or after 单位."""
    match = _UNIT_DECLARED.search(text) if "元" in text else None
    if match is None:
        return "万元" if text == _UNIT_CUT else None
    return match[1] or match[2]
