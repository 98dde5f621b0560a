"""Words for rates with a name: how the name is composed, what stands between it and its value, what is no value.

Belongs here: patterns over folded text around 控制率, 执行率, 满意度 and their like.
Does not belong here: names that the vocabulary holds whole (``data/reference``), what is done with a match (``clauses_of_rates``).
"""

from __future__ import annotations

import re
from functools import lru_cache

#: What names of rates end in; 率 and 度 come last, so they are looked for from there.
SUFFIX = re.compile(
    r"(?:控制|变动|调整|执行|完成|安排|利用|使用|刷卡|到位|支付|支出|结转|结余|结转资金|结余资金|进度)率|执行进度|满意(?:度|率|程度)"
)
#: Words before a name that say nothing of whose the rate is.
_NEUTRAL = (
    r"(?:(?:其中|[一二三四五六七八九十]是|此外|同时|(?:19|20)\d\d年度?|[本我](?:部门|单位|中心|[局部委办厅院校站所处队馆会镇乡])|[县市区]局|全年|本年度?|年度|当年|年末"
    r"|实际|部门|单位|整体支出|整体|总体|综合|[的其]|\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]、|\")"
    r"|[\u4e00-\u9fff]{0,6}\"?[≥≤=><]{1,2}\d{1,3}(?:\.\d+)?%\"?的"
    r"|[\u4e00-\u9fff]{0,6}(?:因素|原因|指标|问题)(?:主要)?(?:为|是|有|包括)"
    r"|(?![^，。；]{0,10}(?:单位|项目|资金|专项|公司|[局馆院校所乡镇县市区][^，。；]{0,4}的))[\u4e00-\u9fff]{2,10}的)*+"
)
_FUNDS = r"(?:部门|单位|财政|年初|年度|全年|本年|支出|收支|资金|预算|经费|总)*+"
#: The whole clause before a name, and the name, of each concept.
_NAMES = {
    "three_public_control_rate": rf"{_NEUTRAL}\"?三公\"?(?:经费)?\"?(?:支出|预算|决算)?\"?控制率",
    "three_public_change_rate": rf"{_NEUTRAL}\"?三公\"?(?:经费)?\"?(?:支出|预算|决算)?\"?变动率",
    "public_expenditure_control_rate": rf"{_NEUTRAL}(?:日常)?公用(?:经费|支出)(?:支出|预算)?\"?控制率",
    "staff_control_rate": rf"{_NEUTRAL}(?:财政供养|编制内)?(?:在职|供养|编制|在编)?(?:人员|职工)(?:编制)?(?:数量?)?\"?控制率",
    "budget_control_rate": rf"{_NEUTRAL}{_FUNDS}(?<=预算)\"?控制率",
    "budget_adjustment_rate": rf"{_NEUTRAL}{_FUNDS}(?<=预算)\"?调整率",
    "budget_completion_rate": rf"{_NEUTRAL}{_FUNDS}(?<=预算)\"?完成率",
    "budget_execution_rate": rf"{_NEUTRAL}{_FUNDS}(?<=[部单年财支收资预经总门位度政出金算费])\"?(?:执行(?:率|进度)|支[付出]率)",
    "procurement_execution_rate": rf"{_NEUTRAL}(?:政府)?采购(?:预算|计划|支出|资金)?\"?(?:执行|完成)率",
    "key_expenditure_rate": rf"{_NEUTRAL}重点(?:项目)?支出(?:预算)?\"?安排率",
    "fixed_asset_utilisation_rate": rf"{_NEUTRAL}(?:国有|固定)*资产(?:实际)?\"?(?:利用|使用)率",
    "official_card_rate": rf"{_NEUTRAL}公务卡(?:结算|实际)?\"?(?:刷卡|使用)率",
    "funds_in_place_rate": rf"{_NEUTRAL}(?:预算|财政|年度|年初)?资金(?:实际)?\"?到位率",
    "carryover_change_rate": rf"{_NEUTRAL}(?:年末|财政|资金)*(?:结转(?:和|与|、)?结余|结余(?:和|与|、)?结转)(?:资金)?\"?变动率",
    "carryover_rate": rf"{_NEUTRAL}(?:年末|财政|资金|预算)*(?:结转(?:和|与|、)?结余|结余(?:和|与|、)?结转|结转)(?:资金)?\"?率",
    "payment_progress_rate": rf"{_NEUTRAL}(?:预算|资金|财政|部门)*支付进度率",
    "satisfaction_rate": r"(?![^，。；:]*全[省国])[^，。；:]*(?<!不)(?<!较)满意(?:度|率|程度)",
}
NAMES = {concept: re.compile(pattern) for concept, pattern in _NAMES.items()}


@lru_cache(maxsize=512)
def named(words: str) -> str | None:
    """The rate that the words of a clause name in full: 我局“三公经费”控制率; None for a name of something else."""
    for concept, pattern in NAMES.items():
        if pattern.fullmatch(words):
            return concept
    return None


#: What each short name may be short for.
SHORT_FOR = {
    short: frozenset(concept for concept, pattern in _NAMES.items() if short[:-1] in pattern[-20:])
    for short in (
        "控制率",
        "变动率",
        "调整率",
        "执行率",
        "完成率",
        "安排率",
        "利用率",
        "使用率",
        "刷卡率",
        "到位率",
    )
}
#: A short name, of the rate that the words before it spoke of: 控制率为95%.
SHORT = re.compile(
    _NEUTRAL + r"\"?(?P<what>控制率|变动率|调整率|执行率|完成率|安排率|利用率|使用率|刷卡率|到位率)"
)
_PERCENT = r"\d{1,3}(?:\.\d+)?%"
#: What was wanted of a rate, which may stand before what it was: 目标值≥90%, 要求达到90%以上.
_WANTED = (
    rf"(?:(?:年初|年度|预期|设定的?|绩效|考核|预定)*(?:目标|指标|标准|计划)(?:值|任务)?(?:设定)?(?:为|是|:)?(?:[≥≤><=]+|不?[低高]于|大于等于|大于)?{_PERCENT}(?:以上|以内|以下)?"
    rf"|(?:要求|应|需|须)(?:达到|达|不[低高]于|在)?[≥≤><=]*{_PERCENT}(?:以上|以内|以下)?|[≥≤><]=?{_PERCENT})"
)
#: 从2020年的89%提升到
_FROM = rf"[从由](?:(?:(?:19|20)\d\d年度?|上年度?|去年)的?)?{_PERCENT}(?:逐年)?(?:提[高升]|上升|增长|下降|降低|减少|[升降])(?:到|至|为)"
#: 从2020年的89%提升到…: a year before, whose value comes first.
FROM = re.compile(
    r"(?:[^，。；;\d]{0,6})[从由](?:(?P<year>(?:19|20)\d\d)年度?|上年度?|去年)(?:年?[末底])?的?"
)
#: 实际支出11万元除以预算13万元，即
_RECKONED = r"[^，。；;%]{2,40}除以[^，。；;%]{2,40}，即"
#: What may stand between a name and its value.
LEADS_ON = re.compile(
    rf"(?:[为:]?=?[\d.,()\-+×÷/x万元人名%]{{4,60}}=|=[^，。；;:率%=]{{2,40}}=[\d.,()\-+×÷/x万元人名%]{{3,60}}=|指标|情况|水平|方面|总体|整体|综合|平均|均值|实际(?:完成)?(?:值|数)?|完成(?:值|情况|数)?|结果|全年|年度|本年度?|今年|(?:19|20)\d\d年度?|已|也|均|则|数|值|的"
    rf"|[偏较过略稍][低高大小]|不高|良好|较好|超标|未达(?:到)?(?:预期|目标|标准|标)|有所(?:提[高升]|下降)|仅有?|只有?|[为是即至到约:=\"]|达[到成]?|控制在|实现|高达|低至|[降升](?:低|高)?(?:至|到|为)|(?:提升|提高|上升|下降)(?:到|至|为)"
    rf"|经[^，。；;:\d]{{2,14}}(?:测评|调查|评估|测算|计算|统计|抽查|问卷)(?:结果|得出)?|(?:测评|调查|问卷调查|抽样(?:调查)?|抽查)(?:结果)?"
    rf"|\([^()]{{0,30}}\)|[()]|{_WANTED}|{_FROM}|{_RECKONED}|，)*+"
)
#: 重点支出安排率：重点项目支出占项目总支出的92%: the share that the rate named before it is.
DEFINES = re.compile(
    r"\"?(?:\([^()]{0,16}\))?[:。](?P<share>[^，。；;:%\d]{0,24}占[^，。；;:%]{2,30})的(?:比例?为|比重为|比率为)?"
)
#: 采购金额占采购预算的比例(政府采购执行率)为92%
IN_BRACKETS = re.compile(r"\)(?:为|是|达到?|:)*")
#: Of what each rate is the share, as its own definition says.
SHARES = {
    "key_expenditure_rate": re.compile(r"重点.*占.*项目"),
    "staff_control_rate": re.compile(r"(?:人|在职|实有).*占.*编制"),
    "official_card_rate": re.compile(r"公务卡.*占"),
    "three_public_control_rate": re.compile(r"占.*预算"),
    "public_expenditure_control_rate": re.compile(r"占.*预算"),
    "procurement_execution_rate": re.compile(r"采购.*占.*预算"),
    "carryover_rate": re.compile(r"结转.*占.*预算"),
}
#: 95%得8分, 90%(含)-95%, 100%计满分, 95%的目标: a rule or a goal, no value.
IS_RULE = re.compile(
    r"(?:\(含\)|以[上下内])?(?:[-—~至到]\d|的?(?:[得计]满分|不?[得计扣]|扣)|的(?:年度|年初|预期|绩效|既定|序时)*(?:目标|标准|要求|指标|水平|控制线|任务|以))"
)
#: 较2022年的96.4%提升2.7个百分点, 比上年的95%低
PRIOR = re.compile(
    r"[，,(]?(?:较|比|与|(?P<than>[高低]于))(?:(?P<year>(?:19|20)\d\d)年度?|上年度?|去年)(?:同期)?(?:的|为)?\(?"
)
RISES = re.compile(r"\)?(?:相比)?，?(?:提[高升]|上升|增长|增加|下降|降低|减少|回落|[升降]|[高低]出?)")
CLAUSE_MARK = re.compile(r"[，。；;]")
#: 学生、家长、教师满意度分别为95%、93%、91%: of several groups, whose names do not matter.
OF_GROUPS = re.compile(r"(?:指标)?分别(?:为|是|达到?|达)*")
MORE_RATES = re.compile(r"(?:[、，和与]\d{1,3}(?:\.\d+)?%)+")
#: 2020年、2021年分别为: years whose rates follow in their order.
YEARS_IN_TURN = re.compile(
    r"(?P<first>(?:19|20)\d\d)年度?[、和与](?P<second>(?:19|20)\d\d)年度?(?:的)?(?:[\u4e00-\u9fff]{2,8}率)?分别(?:为|是|达到?|达)*"
)
#: What an amount is the share of that stands before 的: 占落实编制数143人的比率为95%.
OF_AMOUNT = re.compile(r"(?:，)?的?(?:比[率例重]|百分比)?(?:为|是|达)*")
#: The rate that the share of one in the other is.
RATE_OF_SHARE = {
    ("staff_in_service", "staff_quota"): "staff_control_rate",
    ("fixed_assets_in_use", "fixed_assets_gross"): "fixed_asset_utilisation_rate",
    ("procurement_actual", "procurement_budget"): "procurement_execution_rate",
}
#: 市直部门平均预算执行率94%
AVERAGE = re.compile(r"(?:平均|均值)(?:的)?$")
#: 如剔除上级专款因素，预算调整率为6%: what it would be otherwise; 年初设定预算执行率95%: what it was to be.
OTHERWISE = re.compile(
    r"(?:剔除|扣除|不考虑|不含|如果|若|假设)[^。；;]{0,24}$|(?:设定|预设|预期|计划|设置)的?(?:目标)?(?:为|:)?$"
)
#: 中央资金到位率100%，县级配套资金到位率60%: of the money of one giver.
OF_GIVER = re.compile(
    r"(?:中央|省级?|自治区|市级?|县级?|区级?|州级?|本级|上级|地方|配套|自筹|专项)(?:财政|配套|专项)*(?:资金)?$"
)
#: 无调整，调整率为0，得3分; not 调整率=0，计3分；0-10%，计2分, which is the rule.
NOTHING = re.compile(
    r"(?:\([^()]{0,16}\))?(?:为|是|:|达到|仅为)*0(?:\.0+)?(?=$|[，。；;)、(])(?![^。]{0,60}(?:每[超增高低]|扣完|[；;，]\d{1,2}%?[-—~(]))"
)
