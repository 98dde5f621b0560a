"""Words for points and grades.

Belongs here: patterns by which points are those of the report, of an item or of a sum, and those of a grade.
Does not belong here: rows of scoring tables (``scoring``), the grades themselves (``data/reference``).
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.text.sieve import at_beginnings

#: 县财政局对我局整体支出绩效评价得分: by whom the points were given; 按照县财政局的评价标准 is what they were given by.
BY_FINANCE = re.compile(
    r"(?<![按照据依])(?:[\u4e00-\u9fff]{0,4})财政(?:局|厅|部门)(?!评价指标|评分标准|下达|印发|制定)[^，。；;]{0,12}(?:对|复核|核查|复评|再评价|重点评价|评定|认定)[^，。；;]{0,30}$"
    r"|(?:^|[，。；;、:度年])(?:[省市县区])?财政(?:局|厅|部门)?(?:重点|复核|抽查|再|绩效)?$|重点$"
    r"|第三方(?:评价|绩效评价|中介)?(?:机构|公司)?(?:综合|绩效)?$"
    r"|经[^，。；;\d]{0,8}财政(?:局|厅|部门)?(?:复核|审核|核查|抽查|(?:重点)?评价)(?:后)?，(?:最终|综合|核定|审定|认定|评定)?$"
    r"|财政(?:局|厅|部门)(?:委托|组织|聘请|[^，。；;\d]{0,16}对)[^，。；;]{0,36}(?:评价|复核|抽查)(?:工作)?，(?:综合|最终|核定|审定|认定|评定)?$"
)
#: 部门整体支出自评97分: of the whole, though no clause begins with 自评.
OF_WHOLE_BEFORE = re.compile(r"整体(?:支出)?(?:绩效)?自评$")
#: 本项目自评97分, 我校助学项目绩效自评97分: of the one project that a report is on.
OF_OUR_PROJECT = re.compile(
    r"(?:^|[，。；;:])(?:我[\u4e00-\u9fff]|[本该])[^，。；;、\d]{0,24}项目(?:支出)?(?:绩效)?自评$"
)
#: 市财政局复核后认定为93.8分, and not 市财政局对水利资金复核评分为90分, 抽查下属单位得分88分
_OF_THE_WHOLE = r"(?:(?!项目|专项|资金|下属|所属|直属|乡镇|平均|个)[^，。；;\d])"
AS_REVIEWED = re.compile(
    rf"财政(?:局|厅|部门){_OF_THE_WHOLE}{{0,10}}(?:复核|核查|复评|审核|抽查){_OF_THE_WHOLE}{{0,8}}(?:认定|核定|评定|得分|评分|得)(?:结果)?(?:为|:)?$"
)
#: 财政局最终审定92分
AS_SETTLED = re.compile(
    r"财政(?:(?:局|厅|部门)(?:最终)?(?:审定|核定|认定)|(?:局|厅|部门)?(?:复核|核查|抽查|再评价|重点评价))后?(?:得分|评分|调整|核定|认定|确定)?(?:为|:)?$"
)
#: 项目名称：贴息补助，自评得分95分，等级为优; 其中“农资储备”项目得分88分，级别“良”; 项目一自评得分92分: a project's score and grade.
OF_A_PROJECT = re.compile(
    r"(?:项目名称:|\"[^\"，。；;]{2,20}\"(?:专项)?(?:项目|资金))[^；;。]*$|项目[一二三四五六七八九十\d]{1,2}[^，；;。]{0,16}$"
    r"|\d{1,3}个(?:子?项目|单位|部门)(?:支出)?(?:绩效)?(?:的)?(?:自评|评价)?$"
)
#: 复核得分88分，: no other score between it and the grade.
REVIEWED_BEFORE = re.compile(
    r"(?:复核|抽查|再评价|重点(?:绩效)?评价|财政评价|复评|审定|核定)[^。；;]{0,10}(?:\d{2}(?:\.\d+)?分(?![^。；;]{0,20}自评)|等[级次])[^。；;]{0,16}$"
)
#: 预算执行率得9.8分，产出指标得49分，…，合计98.3分
SUM_OF_POINTS = re.compile(r"\)?[，；;。]?(?:以上)?(?:各项)?(?:合计|总计|共计|总分)(?:得分|得)?(?:为|:)?|=")
#: 投入15分，得14分: what was reached of an item, in a sentence before the sum.
REACHED = re.compile(r"(?:得分?|自评分?)(?:为)?(\d{1,2}(?:\.\d{1,2})?)分")
ALL_POINTS = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)分(?!钟|之)")
#: 产出指标50分，自评: the full marks of an item stand right before its score.
FULL_MARKS_BEFORE = re.compile(r"[\u4e00-\u9fff)\"](\d{1,2}(?:\.\d{1,2})?)分[，,]$")
#: 从总体评分看，得分: what follows is of the report.
SPOKEN_OF_ALL = re.compile(r"(?:总体|整体|综合|总)(?:评分|得分|评价)(?:情况|结果)?(?:来?看)?，$")
#: Words in the sentence by which 得分 is that of the report.
SCORE_OF_REPORT = re.compile(
    r"自评|综合|总分|总体|整体|项目|绩效|评价|等级|等次|我局|我单位|我部|本单位|本部门|我院|我校|我中心|满分"
)
#: Words before 得分 by which it is the score of something less than the report.
SCORE_OF_PART = re.compile(
    r"其中|履职|产出|效益|过程|决策|投入|满意度|预算执行|管理|指标(?!体系|评分|表)|权重|分值|类|该项|平均|扣|(?<!\d)\d{1,2}(?:\.\d+)?分|满分(?!(?:为)?100)"
)
#: （二）履职效果（60分）, （一）投入（20分，自评19分）: full marks of an item behind its name.
MARKS_OF_ITEM = re.compile(
    r"[\u4e00-\u9fff\"](?<!得分)\((?:满分|分值|权重)?:?(?P<marks>\d{1,2}(?:\.\d+)?)分[)，,]"
)
BEGINS_WITH_MARKS = re.compile(rf"[^，。；:]{{1,30}}?(?:{MARKS_OF_ITEM.pattern})")
#: 分值20分，自评18.5分: the full marks of an item stand before its score.
POINTS_BEFORE = re.compile(r"(?:分值|权重|标准分)[^，。;；]{0,4}\d{1,2}(?!\d)(?:\.\d+)?分?[，,、]")
#: 年初目标值≥90%, 实际完成值为21公里: what was wanted or done of one item.
RESULT_OF_ITEM = re.compile(r"(?:目标|指标|完成)值(?:为|是|:)?[≥≤=><＝]{0,2}\d")
#: 预算执行率为97.46%，自评得9.75分: the score of that rate.
RATE_OF_ITEM = re.compile(r"(?:率|满意度)[^，。；;\d]{0,8}\d{1,3}(?:\.\d+)?%")
#: 自评结果：优(96.2分): the score stands in brackets behind its grade.
BEHIND_GRADE = re.compile(
    r"(?:自评|评价)(?:结果|等[级次]|结论)(?:为|是|:)*\"?(?:"
    + "|".join(reference.grades())
    + r")\"?(?:等[级次])?\($"
)
#: 五、自评结论：97.6分; 经自评，得97.6分
AS_CONCLUDED = re.compile(
    r"(?:^|[，。；;、])(?:\d{0,2}项?)(?:(?:部门|整体|绩效)*自评(?:结论|结果|情况)(?:为|是|:)+|自我评[定价](?:为|:)?|指标自评合计(?:为|:)?|经(?:综合)?自评，(?:综合)?得)$"
)
#: 绩效得分为:投入18+过程40+效果38=: the sum that the points behind it are.
SUM_FORMULA = re.compile(
    r"(?:自评|评价|绩效|综合|整体)[^，。；;=\d]{0,8}得分(?:为|是|:)*(?P<sum>[^，。；;=%]{3,240})=$"
)
ADDEND = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?=分?(?:[+＋]|$))")
#: 自评总分(分)97.6部门联系人: the label says that points follow, though nothing ends the clause behind them.
POINTS_OF_ALL = re.compile(r"(?:总分|总得分|综合得分|自评得分)\(分\):?$")
FULL_MARKS_BELOW_100 = re.compile(r"满分(?:为)?(?P<marks>\d{1,2})分")
GRADE = re.compile(
    r"^(?:均|定|评|确)?(?:为|是|:|评定为|定为|达到){0,2}\"?(?:[一二三四]等\()?(?P<word>"
    + "|".join(reference.grades())
    + r")(?![级化先])(?!\"?(?:等[级次])?的(?:项目|单位|指标|有|\d))"
)
#: 评为“优秀”等次: the grade stands before its label.
#: One of these stands in front of every grade: looked for first, which is many times as fast.
BEFORE_GRADES = re.compile("评|定为|得分|达到|计")
GRADE_BEFORE = at_beginnings(
    r"(?:评为|评定为|定为|确定为|认定为|达到|(?<=[，年度])均?为)\"?(?P<word>"
    + "|".join(reference.grades())
    + r")\"?(?:等次|等级|档)"
    r"|(?:自评|得分|评分|共计|合计|总计)[^；;\d]{0,8}\d{2,3}(?:\.\d+)?分[，(](?:(?:综合)?(?:评定为|评价为|定为|属于?|结[果论][为是:]))?\"?(?P<quoted>"
    + "|".join(reference.grades())
    + r")(?:等[次级]?)?\"?(?:等[次级]?)?(?=[，。；;()]|$)"
    r"|(?:(?:整体|综合|总体)(?:支出)?(?:绩效)?(?:自评|评价)|(?<=[，。；;])自评)(?:评定)?为\"?(?P<plain>"
    + "|".join(reference.grades())
    + r")(?=[\"，。；;)]|$)"
)
#: 权重统一设置为：产出指标50%、效益指标30%、: weights, of which a name behind them has one as well.
WEIGHTS_LISTED = re.compile(r"权重[^。；;]{0,60}$")
