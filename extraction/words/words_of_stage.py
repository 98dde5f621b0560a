"""Words for the stage and the year of an amount, and whose it is where a stage stands alone.

Belongs here: patterns for budgets, what was arranged, adjusted and spent; for another year, or some months, than the year reported.
Does not belong here: the vocabulary of stages (``data/reference``), by how much an amount changed (``words_of_change``).
"""

from __future__ import annotations

import re

from extraction.text.sieve import at_beginnings
from extraction.words.grammar import LEADS

#: 根据预算批复，基本支出480万元
BY_BUDGET = re.compile(r"(?:预算批复|批复)[^。；;]*$")
SPENT_WORD = re.compile(r"决算|实际|执行|完成|支出情况|使用")
#: 全局共支出1180万元
SPENT_IN_ALL = re.compile(r"(?:共|累计|已|全年|实际)支出$")
#: ；全年|总支出: what was spent, whatever stands on the other side.
OF_WHOLE_YEAR = re.compile(r"(?:全年|实际)(?:部门|单位|共)?$")
#: 2024年安排会议费3万元
ARRANGED_FOR = re.compile(r"(?:年度?|拟|(?<!公共)(?<!基金)(?<!经营)预算|计划)安排$")
#: “三公”经费|一般公共预算财政拨款安排18万元
ARRANGED_BEHIND = re.compile(r"(?:一般公共预算)?(?:财政拨款)?(?:资金)?安排(?:了|为|资金)?\d")
#: 支付20万元|给中标单位, |用于购置设备
TO_SOMEBODY = re.compile(r"[，,]?(?:给|用于|用来|作为|购买|购置|的)")
#: 拟安排支出总额9万元, 收入计划：事业收入9万元: in a document on a budget.
PLANNED = re.compile(r"(?:拟|计划)(?:安排|采购)$|计划:$")
#: 2022年我局安排公务接待费3万元; without a year it may tell what was done, and what 县委 or 财政局 arranges is no budget of the department
ARRANGED_BY_OFFICE = re.compile(
    r"(?:19|20)\d\d年度?[^，。；;:\d]{0,24}(?:(?<!财政)[局厅办]|(?<![县市区省州])委)安排$"
)
#: 县财政安排我局公用经费, 核定我单位人员经费: given to spend, before the year or within it.
ARRANGED_FOR_US = re.compile(r"(?:安排|核定)(?:了|给)?[我本][\u4e00-\u9fff]{1,3}(?:(?:19|20)\d\d年度?)?$")
#: 我局安排项目支出, 批准项目支出, 预算编制基本支出, 纳入预算的公用经费, 按预算，基本支出: planned or spent.
ARRANGED_BY_SOMEBODY = re.compile(
    r"(?:(?:安排|核定|批准|审[批定核]|编[制报列]|核拨|(?:纳入|列入|编入)[^，。；;:\d]{0,4}预算)(?:了|给|的)?(?:[我本](?:[局委办厅院校站所处队馆会镇乡]|部门|单位|中心))?(?:(?:19|20)\d\d年度?)?"
    r"|(?<!严格按)[按照据](?<!严格按)(?:年初|部门)?预算，(?:(?:19|20)\d\d年度?，?)?)$"
)
#: 财政下达资金800万元，其中: what a body was given, and may have spent or not.
PARTS_OF_GRANT = re.compile(
    r"(?:下达|拨付|拨入|到位|争取)[^，。；;:\d]{0,8}[\d.,]{1,20}(?:亿元|万元|元|万)[，,；;(](?:其中|包括)[:，]?$"
)
#: 实际支出, 实际支付, 列支: words for what was spent, whatever came in before.
SPENDS = re.compile(r"支出|支付|列支|开支|实支|花费|使用|用$")
#: 支出8,237万元，比年初预算增加: an amount that is measured by the budget is not that budget.
AGAINST_INITIAL = re.compile(
    r"(?P<said>[^，。;；\d]{0,16})[\d.,]{1,20}(?:亿元|万元|元|万)，(?:比|较|与)(?:当年|本年|全年)?年初预算"
)
#: 公务接待费6万元，比上年预算减少1万元: a budget, which is measured by that of the year before.
AGAINST_PRIOR_BUDGET = re.compile(
    r"[^，。;；\d]{0,16}[\d.,]{1,20}(?:亿元|万元|元|万)，(?:比|较|与)(?:上年度?|去年|(?P<year>(?:19|20)\d\d)年度?)(?:年初)?预算(?:安排|批复)?数?(?:相比，?)?(?:总体)?(?:增|减|下降|上升|降低|持平|压|一致)"
)
#: “三公”经费支出43万元，比预算数减少17万元: what was spent, measured by its own budget.
AGAINST_OWN_BUDGET = re.compile(
    r"[^，。;；\d]{0,16}[\d.,]{1,20}(?:亿元|万元|元|万)(?:，(?:比|较|与)(?:年初|当年|全年|调整后?)?预算数?(?:相比，?)?(?:增加|增长|减少|下降|降低|节约|上升)|[，(]完成(?:了)?(?:年初|全年|调整后?的?|当年)?(?:支出)?预算)"
)
#: 其他支出3万元，决算4万元: the budget, for the account stands beside it.
BEFORE_ACCOUNT = re.compile(
    r"[^，。;；\d]{0,12}[\d.,]{1,20}(?:亿元|万元|元|万)[，、,;；]决算数?(?:为|是|:)?\d"
)
#: 项目支出200万元，实际支出190万元: the same, of spending.
BEFORE_SPENT = re.compile(
    r"[^，。;；\d]{0,12}[\d.,]{1,20}(?:亿元|万元|元|万)，(?:全年|当年)?(?:实际(?:支出|执行|使用)|执行)(?:了|数|为)*\d"
)
#: 其他收入3万元，为…取得的收入。较2022年度决算数增加: an account, by what it is compared with.
AGAINST_PRIOR_ACCOUNT = re.compile(
    r"[^。；;\d]{0,16}[\d.,]{1,20}(?:亿元|万元|元|万)[^；;\d]{0,120}?[较比与](?:上年|去年|(?:19|20)\d\d年)度?决算"
)
#: 公用经费20万元，支出18万元: the same, where no more was spent than there was.
GIVEN_AND_SPENT = re.compile(
    r"[^，。;；\d]{0,12}(?P<given>\d[\d,]{0,20}(?:\.\d+)?)(?P<unit>亿元|万元|元|万)，(?:全年|当年|已)?支出(?:了|为)?(?P<spent>\d[\d,]{0,20}(?:\.\d+)?)(?P=unit)"
)
#: 接待费8万元，运行费12万元，实际支出15万元: the members before are of the account or of what there was to spend, the words do not say.
LIST_BEFORE_SPENT = re.compile(
    r"[^，。;；\d]{0,12}[\d.,]{1,20}(?:亿元|万元|元|万)(?:[，、和](?!实际|执行|(?:全年|当年)(?:实际|执行))[^，。;；:、\d]{2,16}[\d.,]{1,20}(?:亿元|万元|元|万)){1,6}+，(?:全年|当年)?(?:实际(?:支出|执行|使用)|执行)(?:了|数|为)*\d"
)
#: 15万元，主要用于赴境外招商，2021年预算为20万元: what it is for, between an amount and that of another year.
PURPOSE = re.compile(r"^[，,](?:该项)?(?:经费)?(?:主要)?(?:用于|是|为)[^。；;，,\d]{2,40}(?=[，,；;])")
#: 年初预算6万元，比年初预算减少1万元: the stage is printed, and what it is measured by a slip of the pen.
AT_THE_BEGINNING = re.compile(r"年初")
#: 2020年以来, 2019—2022年共安排, “十三五”期间: an amount of several years together.
_YEARS_JOINED = r"(?:19|20)\d\d年?度?(?:[、和与及](?:19|20)\d\d年?度?){1,4}"
OF_SEVERAL_YEARS = at_beginnings(
    rf"{_YEARS_JOINED}(?!\d|年|月|相比|对比|比较|[^，。；;]{{0,30}}(?:分别|相比|持平|[均都各])|比)|"
    r"(?:19|20)\d\d年?(?:以来|至今)|(?:19|20)\d\d年?[-—–~～至到]+(?:19|20)?\d\d年(?!\d{1,2}月)|十[一二三四五]五\"?期间|近[两三四五]年|[两二三四五]年(?:共|累计|合计)|[三四五]年来|历年(?!结[转余])"
)
#: 累计支付1180万元|，其中2023年支付380万元; 项目总投资1200万元|，分三年实施，2023年计划投资400万元: the year is part of what stands before.
ONE_YEAR_OF_IT = re.compile(
    r"[，,;；(](?:(?:计划)?分[一二三四五两2-5][年期][^，。；;\d]{0,8}[，,])?(?:其中[:，]?)?(?:19|20)\d\d年度?(?:已|实际|计划|预算)*(?:支付|支出|完成|投资|拨付|下达|投入|使用|执行|安排|(?<=计划)|(?<=预算))"
)
OF_ALL_YEARS = re.compile(r"累计[^，。；;\d]{0,8}$|总(?:投资|预算|投入)[^，。；;\d]{0,4}$")
#: 20XX年: a year that somebody blanked out or never filled in.
BLANKED_YEAR = re.compile(r"20(?:\d?[Xx×*＊]{1,2}|[_＿]{1,4})年")
#: 控制在年初预算21万元以内, ，在预算21万元以内: the budget, and no limit of anything else.
KEPT_WITHIN = re.compile(
    r"(?:控制在|[，,](?:均|都)?在)[^，。；\d]{0,4}(?:(?:19|20)\d\d年度?)?[^，。；\d]{0,4}(?:预算|决算)(?:安排|批复)?数?$"
)
#: 控制在年初预算8万元|以内，: what ends those words behind the amount.
LIMIT_BEHIND = re.compile(r"^(?:以|之|范围)?内(?=，)")
#: 均控制在年初预算4万元和5万元以内: the budgets of the amounts before, in their order.
BUDGETS_IN_TURN = re.compile(
    r"(?:均|都|分别)(?:严格|有效)?(?:控制)?(?:在|为|未超过?|不超过?|没有超过?|低于)(?:年初|全年|当年)?(?:部门)?预算(?:安排)?数?(?:的|为)?$"
    r"|[，,;；(](?:年初|全年|当年)?预算(?:安排)?数?分别(?:为|是)$"
)
SEVERAL_IN_TURN = re.compile(r"数?分别(?:为|是)?:?[\d.,]{1,20}(?:亿元|万元|元)[和、与及]\d")
FURTHER_AMOUNTS = re.compile(r"(?:[和、与及][\d.,]{1,20}(?:亿元|万元|元))+")
#: 年中调整272万元, behind a budget and what it was at the beginning.
ADJUSTED_BY = re.compile(r"[，、；;,]?(?:其中)?年中(?:预算)?调整(?:(?:数|金额|增加)(?:为)?)?")
#: 与年初预算相比，年初预算数268万元: the comparison announced before both amounts.
COMPARED_FIRST = re.compile(r"^[，；]?(?:与|和|较|比)[^，。；]{2,14}(?:相比|对比|比较)，")
#: 受上级追加影响，全年预算调整为41万元: why, and nothing that an amount could be of.
REASON_FIRST = re.compile(
    r"^(?:受|因|由于|鉴于|考虑到|根据|按照|依据|经)[^。；;，:\d]{2,36}(?:影响|因素|原因|需要|要求|批复|批准|同意|安排|通知|文件|精神)，"
)
#: 我院系省财政直管单位，2023年省财政厅批复预算16万元
SAYS_WHAT_IT_IS = re.compile(
    r"^(?:[我本][\u4e00-\u9fff]{1,3})(?:系|是|为|属于?|作为)[^，。；;:\d]{2,30}(?:单位|部门|机关|机构|学校|医院)，"
)
#: ；年中因上级下达补助调整预算，全年预算为41万元: that the budget was adjusted, before what it came to.
ADJUSTED_FIRST = re.compile(
    r"^[，；;]?(?:年中|年内|(?:年度)?(?:预算)?执行(?:过程)?中|期间|当年|全年)[^，。；;:\d]{0,60}?(?:调整|追加|调增|增加|下达)[^，。；;:\d]{0,10}，"
)
#: 2022年部门预算（含委属5家事业单位）: a bracket before which nothing is counted, and in which bodies are.
COUNTS_BODIES = re.compile(
    r"(?:(?:19|20)\d\d年|[^()\d。；;，:]){2,30}(?P<bracket>\((?:含|包括|包含)[^()\d]{0,12}\d{1,3}[个家所][^()\d]{0,16}\))"
)
#: （包括年初部门预算、专项资金等）: behind an amount, and without one of its own.
EXPLAINED = re.compile(r"^\((?:含|包括|包含|其中)?[^()\d]{2,80}\)(?=[，,])")
#: 我局部门预算由局机关和两个下属单位组成，年初预算合计1563万元
MADE_OF_BODIES = re.compile(r"^[^，。；;:\d]{0,16}预算[^，。；;:\d]{0,40}(?:组成|构成)，")
#: 追加862万元后，年度预算总额为2298万元: the budget after it was added to.
AFTER_ADDING = re.compile(r"^后[，,]?")
#: 年初预算568万元，追加232万元后为800万元
GROWN_TO = re.compile(r"后，?(?:预算)?(?:总额|合计|共计)?(?:为|达|达到|增至|增加到|增加至)")
#: 年初预算, 年初部门批复: a budget that is called that of the beginning.
AS_IT_BEGAN = re.compile(r"年初(?:部门|财政|批复|安排|核定|下达){0,2}预算")
#: A heading below which a stage alone is of the department.
ON_WHOLE = re.compile(
    r"^(?=.*(?:算|整体|部门))(?!.*(?:(?<!部门预算)项目|专项|三公|采购|基本支出|资产|公用|人员|机关运行|差异))(?:.*(?:预算|决算)[及和与]?(?:执行|完成|安排|收支|资金|调整|追加)|.*(?:整体|部门)(?:收支|支出|预算|决算))"
)
#: The same of a lead that names a part of the spending, a project or things.
ON_PART = re.compile(r"(?<!部门预算)项目|专项|三公|采购|基本支出|资产|公用|人员|机关运行")
WHOLE_DEPARTMENT = re.compile(r"(?:19|20)\d\d|本年|本部门|本单位|我|部门|单位|全年")
ARRANGED_AS_FOLLOWS = re.compile(r"预算[^，。；;:\d]{0,8}(?:安排|构成|编制)[^，。；;:\d]{0,6}(?:如下|为)?:")
#: 人员支出安排191万元，执行197万元: arranged, and then spent.
ARRANGED_AND_SPENT = re.compile(
    r"(?:预算)?安排(?:了|为|资金)?[\d.,]+(?:亿元|万元|元|万)?(?:\([^()]{0,40}\))?[，,、;；](?:实际|全年|年底|已)?(?:执行|支出|使用|完成|决算|支付)"
)
#: 年初预算3164万元，调整预算数3482万元: the same at another stage, right behind the amount.
OTHER_STAGE = re.compile(
    r"[\d.,]+(?:亿元|万元|元|万)?(?:\([^()]{0,60}\))?[，、；;,](?:(?:年中|执行中|年末|年底|经)[^，。；;\d]{0,6})?"
    r"(?:全年(?:总)?(?:预算|执行|支出)|追加|调整(?:后|预算|为)|预算调整(?:后|为|数)|(?:支出)?决算|(?:实际|预算)?执行(?:数|为|了)?|实际(?:支出|执行|完成|使用))"
)
#: 预算由年初的42万元增加到97万元
GROWING = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?(?:增加|调整|调增|调减|减少|增|减)(?:到|至|为)")
#: 区级财政共下达我局预算指标91万元: of the whole year, whenever it was given.
GIVEN_IN_ALL = re.compile(r"(?:共|累计|全年|总共|合计)下达[^，。；;\d]{0,10}$")
#: 本部门年初预算: words that can only mean the whole department.
SURELY_WHOLE = re.compile(r"[本我](?:部门|单位)(?!项目)|部门(?:整体|收支|年初|支出)*预算|整体支出")
#: （三）项目支出情况。, 1.人员类项目绩效分析。, 支出： before stages alone; 河道治理项目支出情况 is of one project.
LEAD_ON_KIND = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,2}(?:\)|[、.])+|[①-⑨])?(?:部门|单位|本年|年度|全年|(?:19|20)\d\d年度?)?"
    r"(?:基本支出|项目支出|人员(?:经费|支出|类)(?:类)?|(?:日常)?公用(?:经费|支出|类)|收入|支出)(?:类|项目|预算|决算|执行率?|绩效|分析|评价|完成|使用|安排|情况|说明|及|和|与|、)*[。:]"
)
#: A heading of words that any report has: 二、部门预算及执行情况.
GENERAL_HEADING = re.compile(
    r"#*【?(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]+)*+(?:(?:19|20)\d\d年度?)?(?:部门|单位|本|我[局部委院]|年度|整体|总体|预算|决算|收入|支出|收支|资金|财政|财政拨款|财务|具体|安排|批复|编制|执行|使用|调整|管理|分析|绩效|自评|评价|完成|基本|主要|投入|过程|情况|概况|概述|说明|结果|结论|及|和|与|的|、|\([^()]{0,6}\))+[:。】]?"
)
#: 1-6月基本支出300万元, 截至2022年6月底: part of the year.
PART_OF_YEAR = at_beginnings(
    r"上半年|下半年|第?[一二三四]季度|(?<!\d)1[-—至~]1?\d月(?<!12月)|(?<!\d)(?:[1-9]|1[01])月(?:底|末|份|\d{1,2}日?[前止])|截[至止]到?(?:(?:19|20)\d\d年)?(?:[1-9]|1[01])月"
)
#: 9月底|支付进度73.5%；: behind words for a part of the year, a rate and the end of its clauses.
RATE_ALONE = re.compile("[^；;%元]{0,24}%[；;]")
WHOLE_YEAR = re.compile(r"全年|12月|年末|年底|年度")
#: 上年基本支出450万元、项目支出180万元: the year before, said of what is joined to it.
LAST_YEAR_JOINED = re.compile(r"(?<![较比与])(?:上年度?|去年)(?!度?结)(?:同期)?[^，。;；]{0,36}、$")
#: 上年度自评为93分，财政复核为90分: points of the year before, as those right before them.
LAST_YEARS_POINTS = re.compile(
    r"(?<![较比与])(?:上年度?|去年)[^，。；;\d]{0,12}\d{2,3}(?:\.\d+)?分[，、](?:(?![本今])[^，。；;\d]){0,10}$"
)
#: The year evaluated, said of the rate that follows it.
THIS_YEAR_OWN = re.compile(r"(?:本年度|今年)(?:部门|单位|整体)?$")
#: The year before, said of the label that follows it.
LAST_YEAR_OWN = re.compile(
    r"(?<![较比与])(?:上年度?|去年)(?:同期)?(?:全年|[末底])?(?:[我本全]?(?:部门|单位|局)|一般公共预算|财政拨款)?(?:决算|实际)?$"
)
#: 去年，该局“三公”经费决算9万元；今年…: the year before, said of all up to the next word for a year.
LAST_YEAR_OPENS = re.compile(r"(?:^|[。；;])(?P<last>去年|上年度?)，|今年|本年")
#: ，2022年: between two amounts of one thing, of two years.
PAIRED_YEAR = re.compile(r"[，、；;](?:19|20)\d\d年度?")
#: 公务接待费去年决算数3万元: what may stand between a name and its stage.
LEADS_TO_STAGE = re.compile(rf"去年|今年|上年度?|{LEADS.pattern}")
#: 去年决算数为, behind the name of what was spent.
LAST_YEAR_BETWEEN = re.compile(r"(?:支出|费用|经费|:|，)?(?:上年度?|去年)(?!度?[结预])")
#: 去年，某部“三公”经费预算9万元: the year before, said of what follows and not compared with.
SAID_OF_LAST_YEAR = re.compile(r"(?<![较比与同于])(?:上年度?|去年)(?!度?[结度]|同期|相比|基本|持平)")
#: 与2021年决算数(基本支出450万元、项目支出180万元)相比: the amounts in the brackets are of that year.
AMOUNTS_OF_YEAR = re.compile(r"度?(?:年初)?(?:决算|预算|支出)?数?\(")
#: An amount of the year before, named only to compare with: 比2020年度决算数9.12万元, 较上年的5470万元.
PRIOR_LEVEL = re.compile(
    r"(?:较|比|与|同|[高低]于)(?:(?P<year>(?:19|20)\d\d)年度?|上年|去年|上一?年度?)(?:同期|年?末|年?底)?(?:累计|实际|实支|开支)?(?:支出|收入)?(?P<stage>年初预算|(?:年初)?批复预算|预算|决算|执行)?(?:支出|收入)?数?(?:的|为)?\(?$"
)
#: 比年初预算60万元减少17.83万元: the budget of what is compared with it.
BUDGET_LEVEL = re.compile(
    r"(?:较|比|与)(?P<base>年初|全年|调整后?的?|当年)?(?:支出|收入)?预算(?:安排|批复)?数?(?:的|为)?\(?$"
)
#: 年末结转和结余23万元，|比年初的31万元减少8万元
BEGINNING_LEVEL = re.compile(r"(?:较|比|与)年初(?:结转结余|余额)?数?的?$")
#: 上年为5.12万元, 2021年决算数20万元: the same subject in another year, without a comparison.
OF_PRIOR_YEAR = re.compile(
    r"\)?[，,；;(]?(?:(?P<year>(?:19|20)\d\d)年度?|上年|去年|上年度)(?:同期)?(?:全年)?(?:实际)?(?P<stage>年初预算|预算|决算)?(?P<spent>支出|收入)?数?(?:的|为|是)?"
)
#: ，共计2170万元
SUM_AT_END = re.compile(r"(?:共计|合计|总计)(?:为|:)?[\d.,]{1,16}(?:亿元|万元|元|万)$")
#: 支出1.05万元，比上年减少0.2: a change whose unit is that of the amount before it, and 较上年3.22减少.
BARE_CHANGE = re.compile(
    r"[，,;；(、](?:较|比)[^，。;；\d]{1,14}?(?:增加|减少|节约|压减|[多少](?:支出|支|用|花))(?:了)?"
)
BARE_PRIOR = re.compile(r"[，,;；(、](?:较|比|同|与)(?:上年度?|去年)(?:同期)?(?:决算|支出)?数?(?:的)?")
BEHIND_BARE_PRIOR = re.compile(r"(?:相比，?)?(?:增加|减少|增长|下降|上升|降低|节约)")


def as_adjusted(stage: str, before: str) -> str:
    """调整后支出预算为87万元: the stage of a name that words before it say was adjusted."""
    adjusted = stage == "initial_budget" and before.endswith(("调整后", "调整后的", "调整后，"))
    return "adjusted_budget" if adjusted else stage
