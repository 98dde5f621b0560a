"""The words that tie numbers to labels in running text, as patterns over folded text.

Belongs here: small patterns, each linear in the text and bounded in reach.
Does not belong here: vocabulary (``data/reference``) or what is done with a match (``clauses``).
"""

from __future__ import annotations

import re

from extraction import reference

#: How far words that belong together stand apart at most, in characters.
REACH = 40

_STAGE_WORD = "|".join(sorted(map(re.escape, reference.stage_terms()), key=len, reverse=True))

#: Words that may stand between a label and its number. Atomic, and repeated possessively below: text made
#: of such words alone must not be tried in every possible division.
CONNECTOR = (
    rf"(?>{_STAGE_WORD}|\([^()0-9]{{0,30}}\)|(?:19|20)\d\d年?(?:度|末|初|底)?|本年度?|全年|财政拨款|一般公共预算|年末"
    r"|共有|共计|合计|总计|总共|一共|总额|总数|人数|金额|余额|价值|人民币|经费|支出|开支|费用|收入|使用|安排|批复数?|实有|现有|分别|均"
    r"|各|数|共|为|是|仅|只|了|批了|高达|达到|达|约|有|也|:|\"|\)|、|同口径|可比口径|按同口径|按可比口径)"
)
LEADS = re.compile(rf"{CONNECTOR}{{0,8}}+")
LEADS_LOOSELY = re.compile(r"[^，。;:；\d]{0,30}(?:\d*[^，。;:；\d]{0,10})?$")
OPENING = re.compile(
    rf"^(?:\d{{1,2}}[、.])?(?:预算(?:完成|执行|调整|控制)(?:率|情况):|(?:[局委部厅办]?机关(?:本级)?|部门|单位)?(?:整体)?(?:预算|预算收支|预算执行|收支|支出|资金使用)情况:)?(?:(?:19|20)\d\d年(?:度|初)?，|截[至止]到?(?:(?:19|20)\d\d年|当年|年)?(?:12月(?:底|末|31日)?|[底末])，?)?(?:{CONNECTOR}|[本我](?:部门|单位|中心|[局部委办厅院校站所处队馆会镇乡])|[局委部厅办]?机关(?:\(?本级\)?)?|年中|年初|年末|部门|单位|整体|其中|财政|批复|下达|核定|当年|市|区|县|本|我)*+$"
)
#: Words before 支出 that name nothing: 截至2022年12月31日，我局共.
NAMES_NOTHING = re.compile(
    rf"(?:{CONNECTOR}|截[至止]到?|\d{{1,2}}[月日]|底|末|上年度?|去年|同期|今年|累计|实际|本部门|本单位|我部门|我单位|我部|我局|部门|单位|其中|财政|当年|市|区|县|本|我|\(.{{1,3}}\)|[一二三四五六七八九十\d]+[、.])+$"
)
ORGAN_AT_END = re.compile(r"(?:局|部|委|办|室|厅|中心|院|机关|馆|站|所|会|队|校|学|园|政府|协|联|系统|本级)$")
#: Words that narrow an amount to the money of one budget: 财政拨款基本支出, 一般公共预算支出.
FUND_SCOPE = re.compile(
    r"(?P<general_public_budget>一般公共(?:预算(?:财政拨款)?|财政拨款))|(?P<government_fund>政府性基金(?:预算)?(?:财政拨款)?)"
    r"|(?P<state_capital>国有资本经营(?:预算)?(?:财政拨款)?)|(?P<fiscal_appropriation>财政拨款)"
)
#: 非财政拨款支出, 其他资金安排的基本支出: money of no budget.
OTHER_FUNDS = re.compile(r"(?:非财政拨款|其他资金|自有资金|单位资金)(?:支出|列支|开支|负担)?$")
#: What may stand between the name of a budget and what it pays for: 财政拨款安排的基本支出.
PAID_FOR = re.compile(r"(?<=[算款金])(?:资金)?(?:安排|用于)?(?:的)?$")
#: 行政单位离退休(项): an amount behind it is one item of a class, not the class.
ITEM = re.compile(r"\([^()]{0,6}[款项]\)")
#: Words that end in the middle of a longer word: 初中|教育支出, but 安排的|教育支出.
WORD_BEFORE = re.compile(r"[\u4e00-\u9fff](?<![和与及或的为是在按对将于至以括含类预度年他])(?<!其中)$")
#: 内设综合科、活动科、财务科等6个科室; 下属2家事业单位: what is counted stands behind the number.
DIVISIONS = re.compile(
    r"(?:内设|职能|业务|行政|综合)*(?:科室|股室|处室|科\(室\)|机构|部室|科|处|股|室)(?![\u4e00-\u9fff]*(?:编制|人))"
)
HAS_DIVISIONS = re.compile(
    r"(?:内设|下设|机关设|设有)(?:有|了|机构)?(?:[\u4e00-\u9fff()]{1,12}+、)*+(?:[\u4e00-\u9fff()]{1,14})?共?$"
)
#: 内设机构有办公室、研究室等9个: listed behind the name, counted at the end.
DIVISIONS_LISTED = re.compile(
    r"内设[\u4e00-\u9fff]{0,4}(?:机构|科室|股室|处室)(?:分别)?(?:有|为|是|包括|:)+(?:[\u4e00-\u9fff()]{1,16}+、)++[\u4e00-\u9fff()]{1,18}?(?:等)?共?$"
)
SUBORDINATES = re.compile(r"(?:[\u4e00-\u9fff()]{0,8})(?:单位|机构)")
HAS_SUBORDINATES = re.compile(
    r"(?:下属|所属|下辖|直属|二级|下设)(?:有|共有|共)?(?:[\u4e00-\u9fff()]{1,16}+、)*+(?:[\u4e00-\u9fff()]{1,18})?共?$"
)
#: 下属全额拨款事业单位3个, 下设二层机构2个: counted behind their name.
SUBORDINATES_NUMBER = re.compile(
    r"(?:下属|所属|下辖|直属|下设|二级)[\u4e00-\u9fff()]{0,14}(?:单位|机构)(?:共有|共|有|数)?(?:为|:)?$"
)
#: 二级机构有植物园、林场、苗圃4个: listed behind the name, counted at the end.
SUBORDINATES_LISTED = re.compile(
    r"(?:下属|所属|下辖|直属|下设|二级)[\u4e00-\u9fff]{0,8}?(?:单位|机构)(?:分别)?(?:有|为|是|包括|:)+(?:[\u4e00-\u9fff()]{1,16}+、)++[\u4e00-\u9fff()]{1,18}?(?:等)?共?$"
)
MORE_BODIES = re.compile(r"[、，和][\u4e00-\u9fff]{0,8}(?:单位|机构|中心|站|所|队)\d")
IS_SUBORDINATE = re.compile(r"(?:下属|所属|直属|二级)[\u4e00-\u9fff]{0,6}(?:单位|机构)")
#: Kinds of spending after which 其他支出 is what remains.
BESIDE_SPENDING = re.compile(r"(?:基本支出|项目支出|经营支出)[^。]{0,24}[，、;]$")
#: Words between the label of a kind of spending and 支出, 支出合计 behind it: “三公”经费财政拨款支出合计.
BETWEEN_NAMES = re.compile(
    rf"(?:{_STAGE_WORD}|:|情况|方面，?|(?:19|20)\d\d年度?|本年度?|全年|共|财政拨款|一般公共预算|\([^()]{{0,12}}\)|总|数|\"|\)|的)*+"
)
THIS_YEAR = re.compile(r"(?:当年|本年度?|的|使用)?")
#: 公务用车运行维护费支出决算比预算无增减变化，比去年增加: what the change is of stands before words that say there is none.
UNCHANGED = re.compile(
    rf"(?:{_STAGE_WORD}|支出|数|与|比|较|和|年初|上年度?|去年|无|没有|增减|变化|变动|持平|一致|相同|基本|相比|，|、)*+"
)
FOREIGN_GUESTS = re.compile(r"(?:国\(境\)外|境外|外事|外宾|国外)(?:公务)?$")
#: 参公事业编制: some of the quota of institutions.
#: 食堂全年支出, 教育专项总支出: a name of something narrower than the department.
NAME_BEFORE_ALL = re.compile(
    r"(?:食堂|工会|专项|项目|补助|培训|活动|工程|业务|基金会|协会|党建|宣传|维修|维护|建设|物业|福利|经费|补贴|救助|低保|(?<!财政)资金)(?:的)?$"
)
#: 全额事业编制10名，差额事业编制5名: kinds of the quota of institutions.
KINDS_OF_QUOTA = re.compile(
    r"(?<!含)(?<!其中)(?<!其中:)(?:参公|参照公务员法?|非参公|全额|差额|自收自支)[^，。、;；\d]{0,6}编"
)
#: （3）义务兵优待金。, 党建经费: - what a list item or a heading is on, where it is none of these.
ITEM_NAME = re.compile(
    r"#*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑨])?(?![^:。]*(?:支出|收入|收支|资金|预算|决算|执行|财政|情况|概况|部门|单位|局|总体|整体|绩效|自评|管理|使用|说明|规模|结构))"
    r"[\u4e00-\u9fff\"()、]{2,24}[:。]?$"
)
#: 1-6月基本支出300万元, 截至2022年6月底: part of the year.
PART_OF_YEAR = re.compile(
    r"上半年|下半年|第?[一二三四]季度|(?<!\d)1[-—至~]1?\d月(?<!12月)|(?<!\d)(?:[1-9]|1[01])月(?:底|末|份)|截[至止]到?(?:(?:19|20)\d\d年)?(?:[1-9]|1[01])月"
)
WHOLE_YEAR = re.compile(r"全年|12月|年末|年底|年度")
#: 上年基本支出450万元、项目支出180万元: the year before, said of what is joined to it.
LAST_YEAR_JOINED = re.compile(r"(?<![较比与])(?:上年度?|去年)(?!度?结)(?:同期)?[^，。;；]{0,36}、$")
#: 与2021年决算数(基本支出450万元、项目支出180万元)相比: the amounts in the brackets are of that year.
AMOUNTS_OF_YEAR = re.compile(r"度?(?:年初)?(?:决算|预算|支出)?数?\(")
#: what follows an amount directly: 480万元，项目支出
NEXT_AMOUNT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)[，、和]")
#: 县财政拨付我局基本支出480万元: money that came in.
GRANTED = re.compile(r"(?:拨付|下达)[^，。;；]{0,12}$")
#: 根据预算批复，基本支出480万元
BY_BUDGET = re.compile(r"(?:预算批复|批复)[^。；;]*$")
SPENT_WORD = re.compile(r"决算|实际|执行|完成|支出情况|使用")
#: Words by which money of a level of government is given to a project and not yet spent.
PLANNED_FUNDS = re.compile(r"下达|投资|配套|安排|筹措|筹集")
#: 政法专项编制人员
KIND_OF_POST = re.compile(r"(?:专项|行政|事业|工勤|公务员)$")
#: “三公”经费：委机关年初预算13万元
BODY_AT_END = re.compile(rf"[，、;；:,]?(?:{CONNECTOR}|其中|，|,)*(?P<body>[局委部厅办院]?机关(?:本级)?)?")
#: 行政编制实际在岗161人: people on posts of one kind.
ON_POSTS = re.compile(r"(?:行政|事业|工勤|参公|专项)编制?(?:人员)?(?:实际|实有|现有|目前)?(?:在编)?$")
ANOTHER_QUOTA = re.compile(
    r"\d+[名人个][；;，、。](?:[\u4e00-\u9fff]{2,16}?核定)?(?:参公|参照公务员管理)?(?:事业|行政|工勤|机关工勤)[^，；;。\d]{0,6}编制?(?:数|人数)?(?:为)?\d"
)
_KIND_OF_POSTS = r"(?:行政执法|政法|行政|公务员|参公|事业|机关工勤|工勤|后勤)(?:专项|单位|人员|管理|服务)?(?:编制?)?(?:的|有|为)?"
KIND_WITH_COUNT = re.compile(rf"(?P<kind>{_KIND_OF_POSTS})(?P<count>\d{{1,5}})[名人个]")
#: 编制158名(行政76名、事业82名): the whole and its kinds.
QUOTA_WITH_KINDS = re.compile(
    rf"编制(?:总?人?数|人员)?(?:共|为|:)?(?P<all>\d{{1,5}})[名人个](?:\(|，)(?:其中[:，]?|包括)?(?P<kinds>(?:{_KIND_OF_POSTS}\d{{1,5}}[名人个][、，和,]?){{2,6}})"
)
#: 事业编制60人, no matter of which kind.
PLAIN_POSTS = re.compile(r"(?<!公)(?<!法)(?<!管理)事业(?:单位|人员)?编制?(?:数|人数)?(?:为|:)?\d")
SOME_QUOTA = re.compile(r"(?:参公|参照公务员法?|非参公)(?:管理)?(?:的)?$")
PARTS_OF_SME = re.compile(r"(?:货物|工程|服务)(?:采购|类)?(?:支出)?$")
KIND_OF_PROJECT = re.compile(
    r"(?:建设|事业|专项|维修|购置|运转|特定目标|人员|公用|公用经费)类$"
    r"|(?:(?:本级|上级|省级|中央|市级|县级|区级)(?:财政)?安排|(?<!其他)(?<!自有)(?<!单位)(?<!财政)资金|补助|补贴|经费|业务|建设|工程|培训|维修|活动|管理|保障|宣传|运行|维护|扶持|奖励|就业)$"
)
IN_SUM = re.compile(r"共|合计|总计")
OF_WHICH_BALANCE = re.compile(r"[^，。;]{0,24}[，;(]其中[:，]?(?:年初|上年)")
#: 财政拨款收入总计242万元，支出总计242万元: the totals with the balances.
BOTH_TOTALS = re.compile(r"[^，。;]{0,24}[，、;](?:财政拨款)?支出总计")
OF_WHICH_THIS_YEAR = re.compile(
    r"[^，。;]{0,24}[，;(](?:其中|包括|包含)[:，]?(?:(?:年初|上年)[^，。;]{0,24}[，、])?本年(?:支出|收入)"
)
#: 预算收入17万元，其中年初预算10万元，调整追加7万元: the budget as adjusted.
OF_WHICH_INITIAL = re.compile(r"[^，。;]{0,24}[，;(](?:其中)?[:，]?年初")
#: 科普展品维护支出8万元，其中…: one item of spending by its own name, whose parts are not the department's.
OWN_ITEM = re.compile(
    r"(?<![\u4e00-\u9fff])(?![^，。;]*(?:全年|共|总|合计|预算|实际|安排|完成|收入|本年|部门|单位|财政|累计|资金|支出情况))"
    r"[\u4e00-\u9fff]{3,20}$"
)
#: An amount with a name of its own that the vocabulary does not know, beginning a clause.
OWN_NAME = re.compile(
    r"(?:^|[，、；;。:])(?!其中|含|包括|较|比|占|完成|主要|与)[\u4e00-\u9fff()\"]{2,24}(?:费|支出|收入|经费|资金|金额)"
    rf"(?:{_STAGE_WORD}|总额|合计|共计|为|是|共|数)*+$"
)
#: A heading below which a stage alone is of the department.
ON_WHOLE = re.compile(
    r"^(?!.*(?:项目|专项|三公|采购|基本支出|资产|公用|人员|机关运行|差异))(?:.*(?:预算|决算)(?:执行|完成|安排|收支|资金)|.*(?:整体|部门)(?:收支|支出|预算|决算))"
)
WHOLE_DEPARTMENT = re.compile(r"(?:19|20)\d\d|本年|本部门|本单位|我|部门|单位|全年")
#: 与年初预算相比，年初预算数268万元: the comparison announced before both amounts.
COMPARED_FIRST = re.compile(r"^[，；]?(?:与|和|较|比)[^，。；]{2,14}(?:相比|对比|比较)，")
#: Words before a stage by which an amount is of the project that a report is on.
OF_PROJECT = re.compile(
    r"(?:\([一二三四五六七八九十\d]\)|\d[.、]|[一二三四五六]、)?[，、；;,。:]?(?:截至?止?|到|年[末底]|(?:19|20)\d\d年?(?:度|末|底)?|\d{1,2}月(?:\d{1,2}日|底|末)?|全年|本年度?|当年|该|本|项目|专项|经费|资金|财政|中央|省级?|市级?|县级?|区级?|本级|来源|为|其中|累计|已|共|共计|情况|使用|投入|:|，)*+"
    r"|[，、；;,。:]?(?:(?:19|20)\d\d年)?[^，。；;:\d]{0,24}项目(?:经费|资金)?"
)
CLAUSES_END = re.compile(r"[；;]")
#: 预算总额(含上年结转32万元)986万元: what may stand between the bracket and the amount.
BEHIND_BRACKET = re.compile(r"\)(?:共计|合计|总计|共|为|是|达|:)*")
#: 控制在年初预算21万元以内: the budget, and no limit of anything else.
KEPT_WITHIN = re.compile(
    r"控制在[^，。；\d]{0,4}(?:(?:19|20)\d\d年度?)?[^，。；\d]{0,4}(?:预算|决算)(?:安排|批复)?数?$"
)
SAME_SUBJECT = re.compile(
    rf"[，、;；,(]?(?:{CONNECTOR}|其中|当年|年中|执行中|，|,)*+(?:(?:有效|严格|均)?控制在{CONNECTOR}{{0,2}}+)?"
)
WEAK_LEFT = re.compile(
    r"(?:^|[，、;；:。(]|学校|医院|\([一二三四五六七八九十\d]{1,3}\)|其中|包括|包含|共有|(?<!公)共|现有|核定|核定的|本部门|本单位|我单位|我部|我局|年度?|末|同期"
    rf"|(?:发生|开支)\"?|机关|本级|全系统|全[局委部厅办院校站所处队馆镇乡]|[我本][委办厅院校站所处队馆镇乡]|年度?部门|[我本]中心|实际|累计|{_STAGE_WORD})$"
)
CHANGE = re.compile(
    r"(?:(?P<up>增加|增支|增长|上升|上涨|追加|调增|提高|超支|超出|增幅|涨幅|增(?=了)|(?<=[年期算，、])增|^多|(?<=[年期算数元，])多(?:支出|支|用|花)(?=了|$))|(?P<down>减少|减支|下降|降低|节约|压减|调减|压缩|减幅|降幅|减(?=了)|(?<=[年期算，、])减|^少|(?<=[年期算数元，])少(?:支出|支|用|花)(?=了|$)))(?:了|为|额)?:?$"
)
#: 与 compares with a year or a budget; in 文化旅游体育与传媒支出 it only joins. 占比, 比例, 比重 compare nothing.
#: It begins with one character of three, and looks back from it: so it is looked for several times as fast.
_THAN = (
    r"[较比与同于](?:(?<=[高低]于)(?=上年|去年)|(?<=较)(?<!比较)|(?<=比)(?<![占环]比)(?![例重较])|(?<=同)(?<![相会]同)(?=上年|去年)"
    r"|(?<=与)(?=上年|去年|上期|同期|(?:19|20)\d\d|年初|全年|预算|调整|[^，。;]{0,16}相比))"
)
COMPARISON = re.compile(
    rf"(?:同比|对比|相比|{_THAN})(?P<base>[^，。;无]{{0,20}}?)(?:相比)?，?(?:总体?|共|同比|实际)?"
    r"(?:增加|增长|增幅|减少|减幅|下降|上升|上涨|降低|提高|节约|压减|压缩|追加|调增|调减|超支|超出|增|减|[多少][支用花])"
)
COMPARED_NUMBER = re.compile(rf"{_THAN}(?:(?!持平|一致|相同)[^，。;]){{0,24}}$")
SHARE = re.compile(r"占(?P<base>[^，。;占]{0,24}?)(?:的|比重?|为|比例|:|分别)*$")
#: 甲85万元、乙12万元，分别占总支出的70%、10%: further shares of the amounts in turn.
MORE_SHARES = re.compile(r"(?:[、，和与及]\d+(?:\.\d+)?%)+")
#: 46.15万元结转下年, behind words that say only that it is left.
CARRIED_ON = re.compile(r"，?(?:资金)?(?:按规定|已|全部)*结转(?:至|到)?(?:下年|下一?年度|次年)")
WHAT_IS_LEFT = re.compile(r"[，、；;,。]?(?:年末|年底|尚|有|剩下|剩余|结余|未使用|未支出|资金|为|余|的|，)*")
#: 支出1.05万元，比上年减少0.2: a change whose unit is that of the amount before it, and 较上年3.22减少.
BARE_CHANGE = re.compile(
    r"[，,;；(、](?:较|比)[^，。;；\d]{1,14}?(?:增加|减少|节约|压减|[多少](?:支出|支|用|花))(?:了)?"
)
BARE_PRIOR = re.compile(r"[，,;；(、](?:较|比|同|与)(?:上年度?|去年)(?:同期)?(?:决算|支出)?数?(?:的)?")
BEHIND_BARE_PRIOR = re.compile(r"(?:相比，?)?(?:增加|减少|增长|下降|上升|降低|节约)")
#: 占总额的, 占本年的: of the whole of the list.
UNNAMED_BASE = re.compile(
    r"(?:(?:19|20)\d\d年度?|本|当|全|年度?|部门|单位|部|总体?|整体|各项|数|额|量|比例?|比重|合计|总计|预算|决算)*+"
)
AMONG = re.compile(r"[^，。;:\d]{0,16}中[，:]")
#: 占全县支出的: a whole beyond the department.
BASE_OF_OTHERS = re.compile(r"[全本](?:县|市|区|省|国|州|镇|旗|乡)|行业|系统|社会|地区")
COMPLETION = re.compile(
    r"(?:完成|[，,;；][为是](?=(?:年初|全年|调整)?预算))(?P<base>[^，。;]{0,12}?)(?:的|为|比例)?$"
)
#: 占调整预算的97.6%: how much of the budget was spent.
SHARE_OF_BUDGET = re.compile(r"(?:年初|全年|调整后?的?|当年|年度)?(?:支出)?预算(?:安排|总额)?数?")
#: ；年中因政策性增资追加196.82万元: added to the budget that the sentence began with, past its parts.
ADDED_WITHIN_YEAR = re.compile(
    r"[；;，](?:年中|年度中|执行中|年度执行中|预算执行中|当年)[^，。；;\d]{0,16}(?:追加|调增)(?:了)?(?:预算|资金|经费|指标)?$"
)
COMPLETION_BASE_AMOUNT = re.compile(
    r"(?:完成|占|低于|高于|超出|超过)(?P<base>年初|全年|调整|当年)?(?:支出|收入)?预算数?(?:的|为)?$"
)
#: An amount of the year before, named only to compare with: 比2020年度决算数9.12万元, 较上年的5470万元.
PRIOR_LEVEL = re.compile(
    r"(?:较|比|与|同|[高低]于)(?:(?P<year>(?:19|20)\d\d)年度?|上年|去年|上年度)(?:同期)?(?:累计|实际)?(?P<stage>年初预算|预算|决算|执行)?(?:支出|收入)?数?(?:的|为)?$"
)
#: 比年初预算60万元减少17.83万元: the budget of what is compared with it.
BUDGET_LEVEL = re.compile(
    r"(?:较|比|与)(?P<base>年初|全年|调整后?的?|当年)?(?:支出|收入)?预算(?:安排|批复)?数?(?:的|为)?$"
)
#: 收入合计1200万元，均为财政拨款收入: the same amount under another name as well.
ALL_OF = re.compile(
    r"[，,;；(]?(?:(?:均|全部|全)(?:都)?(?:为|是|系|属于|来自|来源于)|系)(?:当年|本年|县级|市级|区级|本级|部门)?"
)
#: 上年为5.12万元, 2021年决算数20万元: the same subject in another year, without a comparison.
OF_PRIOR_YEAR = re.compile(
    r"[，,；;(]?(?:(?P<year>(?:19|20)\d\d)年度?|上年|去年|上年度)(?:同期)?(?:全年)?(?:实际)?(?P<stage>年初预算|预算|决算)?(?P<spent>支出|收入)?数?(?:的|为|是)?"
)
#: The year before, said of the label that follows it.
LAST_YEAR_OWN = re.compile(r"(?<![较比与])(?:上年度?|去年)(?:同期)?(?:全年)?$")
#: 与2021年度相比，收、支总计各增加: the comparison stands before the label.
COMPARED_BEFORE = re.compile(r"(?:与|比|较|和)[^，。;]{2,20}(?:相比|比较|对比)|同比")
#: 减少1.43万元，下降7.10%: the rate is measured against what the amount before it was.
SAME_COMPARISON = re.compile(
    r"[，,、;；(]*(?:同比)?(?:增加|增长|上升|上涨|增幅|减少|减幅|下降|降低|降幅|节约|压减|增|减|降)(?:了|为|额|率|幅度)?:?"
)
COUNTED_SHARE = re.compile(r"^[^，。;]{0,6}[，,]?(?:相当于|占)[^，。;]{1,24}的$")
#: 部门预算安排2600万元，其中基本支出1200万元: all spending, whatever the heading names.
WITH_BASIC_PART = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?[，,;；(]?(?:其中|包括|包含)?[:，]?基本支出")
#: 年初预算数98万元(其中人员经费68万元: parts that only a whole body has.
WITH_PEOPLE = re.compile(
    r"[\d.,]+(?:亿元|万元|元|万)[，,;；(](?:其中|包括|包含)[:，]?(?:基本支出|人员(?:经费|支出))"
)
#: 98万元(其中: parts of the amount follow.
PARTS_FOLLOW = re.compile(r"[(，](?:其中|包括|包含)[:，]?(?!年初|上年|年中|追加|本年)")
OF_WHICH = re.compile(r"其中|包括|包含|分别")
#: 各减少3.86,5.97万元: a second amount for the second of two labels.
ANOTHER_FOLLOWS = re.compile(r"[,，、和]\d")
#: 接待群众来访46批512人次: received, but no official guests.
NO_GUESTS = re.compile(r"群众|信访|上访|游客|观众|读者|患者|来电|来信|旅客|学生|咨询|办事")
FOREIGN = re.compile(r"其中|外事|外宾|外国|境\)?外")
#: Guests from abroad named last, of two kinds of guests.
ABROAD = re.compile(r"(?:外事|外宾|境外|国外|外国)(?:(?!国内).)*$")
IN_BRACKETS = re.compile(r"\([^()]*\)")
#: 公务用车购置及运行费9万元，其中购置费0万元、运行维护费9万元
PART_OF_VEHICLES = re.compile(
    r"[(，、;；:,]*(?:其中[:，]?|包括[:，]?|含)?(?P<what>购置|运行)(?:维护)?(?:费用?|经费)?(?:支出)?(?:为)?"
)
#: 固定资产原值1862万元，累计折旧756万元，净值1106万元
NET_OF_ASSETS = re.compile(
    r"[，、,;；(](?:其中)?(?:账面)?(?:实际)?(?P<what>净值|净额|原值|在用)(?:固定资产)?(?:为)?"
)
#: 预算执行率得9.8分，产出指标得49分，…，合计98.3分
SUM_OF_POINTS = re.compile(r"[，；;。]?(?:以上)?(?:合计|总计|共计|总分)(?:得分|得)?(?:为|:)?")
#: 行政编制20名，事业编制30名，共计50名
SUM_OF_HEADS = re.compile(r"[，、,;；](?:以上)?(?:编制)?(?:合计|共计|总计|总编制)(?:编制)?(?:为|:)?")
#: 公务用车购置数及保有量分别为2辆和141辆: the second is of what was kept.
BOUGHT_AND_KEPT = re.compile(
    r"购置(?:数量?|辆数)?[及和与、](?:年末)?(?:公务用车)?(?:期末)?保有量?(?:数|数量)?分别(?:为|是)\d+辆[和、，,及]$"
)
SOME_CHANGE = re.compile(r"[增减升降]|节约|持平|一致")
#: 各增加: of both totals before it.
EACH_OF_BOTH = re.compile(r"各(?:增加|减少|增长|下降)(?:了)?$")
#: 财政拨款收入3150万元(其中一般公共预算3100万元，政府性基金预算50万元)
SOURCE_OF_APPROPRIATION = re.compile(
    r"[(，、,:]*(?:其中[:，]?|包括[:，]?)?(?P<source>一般公共预算|政府性基金预算|国有资本经营预算)(?:拨款|资金|安排|为)?"
)

#: 按政府采购资金类型划分: the money that follows pays for procurement alone.
PROCUREMENT_BY = re.compile(r"按[^，。;]{0,6}采购[^，。;]{0,4}资金")
#: 接待74批(次)813人, 46批次，约600人: the people of those receptions.
GUESTS = re.compile(
    r"(?:\([^()]{0,60}\))?\)?(?:\(次\)|次)?[、，,;]?(?:共|约|(?:国内)?(?:公务)?接待|来访|累计|来宾|人员|合计)*(?:人次|人数|人员)?(?:为|约|共)?"
)
REASON = re.compile(r"原因(?:是|为|:|在于)|主要(?:原因(?:是|为|:|在于)|是因为|由于)|是由于|系因")
#: Behind a change these words begin a reason as well; elsewhere they may begin a list.
REASON_OF_CHANGE = re.compile(r"[，,;；。]主要(?:是|系|为|因)(?!用于)")
#: A clause after a reason that speaks of the amount again: …的主要原因是厉行节约，与上年相比减少1.30万元.
AFTER_REASON = re.compile(
    r"[，,;；]\"?(?:较|比|与|和)(?:(?:19|20)\d\d年|上年|去年|年初预算|全年预算|预算)[^，。;；]{0,12}[，,]?(?:增加|增长|减少|下降|上升|提高|降低|节约)(?:了|为)?$"
    r"|[;；](?:(?:支出)?决算数?|该项支出)?(?:较|比)(?:上年|去年|年初预算|全年预算|预算)(?:决算)?(?:支出)?数?(?:增加|增长|减少|下降|上升|提高|降低|节约)?(?:了|为)?$"
)
#: …的需要，三、2023年公务接待费预算200万元: the next item of a list written in one sentence, behind a reason.
NUMBERED_ITEM = re.compile(r"[，,][二三四五六七八九]、(?:19|20)\d\d年[^，。;；]{0,30}$")
#: Changes that only budgets undergo.
OF_BUDGETS_ALONE = re.compile(r"(?:追加|调增|调减|核减)(?:了|为|额)?:?$")
#: What may stand between the beginning of a clause and its label.
CLAUSE_START = re.compile(
    r"(?:其中|另|另外|本年|全年|年末|(?:19|20)\d\d年度?|\([一二三四五六七八九十\d]+\)|\d[.、]|\"|[:，,])*"
)
#: 二是…: the next of several reasons.
NEXT_REASON = re.compile(r"\"?(?:[一二三四五六]是|[一二三四五六]、|\([一二三四五六\d]\)|[①②③④]|\d[、.)])")
#: 节约公务接待费1万元: the verb before a label makes its amount a change.
VERB_BEFORE = re.compile(
    r"(?:(?P<up>增加|追加|调增)|(?P<down>节约|压减|减少|压缩|核减|调减|下降|降低))(?:了)?$"
)
#: Words before a label after which its amount is no amount of the department's year.
NOT_STATED = re.compile(
    r"(?:涉及|人均|每人|户均|月均|日均|生均|拟|计划|争取|拟安排|违规列支|违规|虚列|挤占|挪用|尚有|仍有)[^，。;]{0,3}$"
)
#: 力争“三公”经费支出压缩5%: what a report hopes for.
HOPED_FOR = re.compile(r"(?:力争|力求|争取(?!到|了|上级|省|中央|国家|资金|项目|财政))[^。；;]*$")
#: 核减58万元, 收回项目预算38万元, beside what was added to a budget.
CUT_AS_WELL = re.compile(r"(?:核减|调减|收回|缩减|压减)[^，。；;\d]{0,12}\d[\d.,]*(?:万|元|亿)")
#: 离休1人，退休50人: those before them are not among them.
BESIDE_RETIRED = re.compile(r"离休(?:干部|人员)?(?!0)\d+[人名][，、,]$")
#: 项目资金430万元全部到位: received, not spent.
IN_PLACE = re.compile(r"[\d.,]+(?:亿元|万元|元|万)(?:已|均|全部|全额|足额|如期)*到位")
#: 2024年安排会议费3万元
ARRANGED_FOR = re.compile(r"(?:年度?|拟|预算|计划)安排$")
#: ≥40%: what is aimed at.
BOUNDS = frozenset("≥≤≧≦<>＜＞")
#: 年中调整272万元, behind a budget and what it was at the beginning.
ADJUSTED_BY = re.compile(r"[，、；;,]?(?:其中)?年中(?:预算)?调整(?:数|金额|增加)?(?:为)?")
#: 2万元被挤占: words behind an amount that do the same.
NOT_STATED_AFTER = re.compile(r"^(?:被|未支付|尚未|的标准|以下简称)")
BODIES = (
    ("headquarters", re.compile(r"(?:局|部|委|厅|办)?机关(?:本级)?$|本级$")),
    (
        "subordinate",
        re.compile(r"(?:二级机构|二级单位|下属[^，。;]{0,4}单位|所属[^，。;]{0,4}单位)[^，。;]{0,12}$"),
    ),
)
#: Words in the sentence by which 得分 is that of the report.
SCORE_OF_REPORT = re.compile(
    r"自评|综合|总分|总体|整体|项目|绩效|评价|等级|等次|我局|我单位|我部|本单位|本部门|我院|我校|我中心|满分"
)
#: Words before 得分 by which it is the score of something less than the report.
SCORE_OF_PART = re.compile(
    r"其中|履职|产出|效益|过程|决策|投入|满意度|预算执行|管理|指标(?!体系|评分|表)|权重|分值|类|该项|平均|扣|(?<!\d)\d{1,2}(?:\.\d+)?分|满分(?!(?:为)?100)"
)
#: （二）履职效果（60分）, （一）投入（20分，自评19分）: full marks of an item behind its name.
MARKS_OF_ITEM = re.compile(r"[\u4e00-\u9fff\"]\((?:满分|分值|权重)?:?\d{1,2}(?:\.\d+)?分[)，,]")
BEGINS_WITH_MARKS = re.compile(rf"[^，。；:]{{1,30}}?(?:{MARKS_OF_ITEM.pattern})")
#: 分值20分，自评18.5分: the full marks of an item stand before its score.
POINTS_BEFORE = re.compile(r"(?:分值|权重|标准分)[^，。;；]{0,4}\d{1,2}(?!\d)(?:\.\d+)?分?[，,、]")
FULL_MARKS_BELOW_100 = re.compile(r"满分(?:为)?(?P<marks>\d{1,2})分")
#: 项目支出预算执行率: whose rate it is.
KIND_OF_SPENDING_AT_END = re.compile(r"(?:基本|项目|公用|人员|专项|采购)(?:支出|经费|资金)?的?$")
#: “安全监管”项目绩效自评综述: what follows is of that project.
ON_ONE_PROJECT = re.compile(r"[^部门整体]{2}项目(?:支出)?(?:绩效)?(?:自评|评价)?(?:综述|结果)?[:，]")
#: （一）困难群众救助补助资金。年初预算…，自评得分98分: one of several projects that a report is on.
ONE_OF_PROJECTS = re.compile(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])\"?(?!项目|专项|预算|财政|资金|到位|结转|上级|中央|省|市|县|本)"
    r"[\u4e00-\u9fff\"()、]{3,30}(?:项目|资金|经费|补贴|补助|奖补)\"?[。:]"
)
PROJECT_AT_END = re.compile(r"(?:[^，。；、]{2}(?<!该)(?<!部门)项目|工程)(?:年末|资金|的)?$")
EACH_IN_TURN = re.compile(r"分别")
JOINED = re.compile(r"[和与及、]|以及")
#: Amounts of a whole county or city, not of the department.
OF_OTHERS = re.compile(r"(?:全(?:县|市|区|省|国|州|镇|旗|乡)(?![^，。;]{0,6}系统)|县域|市域)[^，。;]{0,8}$")
#: 全县财政总收入完成12亿元，一般公共预算支出38亿元: a sentence on the accounts of a whole place.
ON_A_PLACE = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:全年)?，?(?:全(?:县|市|区|镇|乡|州|旗|省)|县域|辖区)(?:财政(?:总收入|收入|支出)|一般公共预算|地方财政|税收|生产总值|地区生产总值|GDP|规模)"
)
HIRING = re.compile(
    r"(?:招聘|招录|招考|选调|选派|引进|考录|遴选|新增|核增|划转|提拔|调出|调入)[^，。;]{0,8}$"
)
GRADE = re.compile(
    r"^(?:均|定|评|确)?(?:为|是|:|评定为|定为|达到)?\"?(?:[一二三四]等\()?(?P<word>"
    + "|".join(reference.grades())
    + r")(?![级化先])(?!\"?(?:等[级次])?的(?:项目|单位|指标|有))"
)


#: 评为“优秀”等次: the grade stands before its label.
GRADE_BEFORE = re.compile(
    r"(?:评为|评定为|定为|确定为|认定为)\"?(?P<word>" + "|".join(reference.grades()) + r")\"?(?:等次|等级|档)"
    r"|(?:自评|得分|评分)[^；;\d]{0,8}\d+(?:\.\d+)?分，(?:综合)?(?:评定为|评价为|定为|属于?)\"(?P<quoted>"
    + "|".join(reference.grades())
    + r")\"(?=[，。；;)]|$)"
)
_NAMED_YEAR = re.compile(r"((?:19|20)\d\d)年?")


def compared_with(words: str, fiscal_year: int | None) -> str | None:
    """The stage that words such as 较上年 or 比年初预算 measure a change against."""
    named = _NAMED_YEAR.search(words)
    earlier = named and (fiscal_year is None or int(named[1]) < fiscal_year)
    if earlier or "上年" in words or "去年" in words or "同比" in words:
        return "prior_year"
    if "调整" in words or "全年预算" in words:
        return "adjusted_budget"
    return "initial_budget" if "预算" in words else None  # 比年初: the balance at the start of the year


def of_distant_year(words: str, year: int | None) -> bool:
    """比2019年(疫情前)减少, said of 2023: a change that is none against the year before."""
    named = _NAMED_YEAR.search(words)
    return named is not None and year is not None and int(named[1]) < year - 1


def compared_at(gap: str) -> int:
    """Where the comparison at the end of the words before a number begins."""
    match = COMPARED_NUMBER.search(gap)
    return match.start() if match else len(gap)
