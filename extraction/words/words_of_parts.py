"""Words for parts of a whole, for what is left of it, and for shares and rates of completion in percent.

Belongs here: patterns that say which parts an amount has, that it is such a part, or what a percentage is taken of.
Does not belong here: that parts begin at all (``grammar.OF_WHICH``), rates of change (``words_of_change``), named rates (``data/reference``).
"""

from __future__ import annotations

import re

from extraction.words import grammar

#: 其中; ，按支出功能分类科目：, behind which the kinds of the amount before are listed.
LISTED = re.compile(
    rf"{grammar.OF_WHICH.pattern}|[，,]按[^，。;:]{{2,12}}(?:分类|划分|分|科目)[^，。;:]{{0,4}}:"
)
IN_SUM = re.compile(r"共|合计|总计")
OF_WHICH_BALANCE = re.compile(r"[^，。;(]{0,24}[，;(](?:其中|含|包括)[:，]?(?:年初|上年)")
#: 财政拨款收入总计242万元，支出总计242万元: the totals with the balances.
BOTH_TOTALS = re.compile(
    r"[^，。;(]{0,24}(?:\([^()]{0,40}\))?(?:，[^，。;]{2,24}){0,2}[，、;](?:财政拨款)?支出总计"
)
OF_WHICH_THIS_YEAR = re.compile(
    r"[^，。;]{0,24}(?:，(?:同比|[较比与](?:上年|(?:19|20)\d\d年))[^，。;]{2,24}(?:，[增降升减][^，。;]{2,16})?)?(?:[，;(](?:其中|包括|包含)[:，]?|:)(?:(?:年初|上年)[^，。;]{0,24}[，、])?本年(?:支出|收入)"
)
#: 收入总额(含年初结转结余11万元)318万元, 总收入318万元(含上年结转11万元): the total with the balance.
_BALANCE_IN = r"(?:(?:共|为|:)?[\d.,]{{1,20}}(?:亿元|万元|元|万))?\((?:含|包括|其中)(?:{})(?:财政拨款)?结[转余][^()，、;]{{0,24}}\)(?:(?:共|为|:)?\d|[，。;])"
WITH_BALANCE = {
    "total_resources": re.compile(_BALANCE_IN.format("年初|上年|以前年度")),
    "total_uses": re.compile(_BALANCE_IN.format("年末|年终|当年|本年")),
}
#: 预算收入17万元，其中年初预算10万元，调整追加7万元: the budget as adjusted.
OF_WHICH_INITIAL = re.compile(r"[^，。;]{0,24}[，;(](?:其中)?[:，]?年初")
#: 部门预算安排2600万元，其中基本支出1200万元: all spending, whatever the heading names.
WITH_BASIC_PART = re.compile(r"[\d.,]+(?:亿元|万元|元|万)?[，,;；(]?(?:其中|包括|包含)?[:，]?基本支出")
AMOUNT_WITH_BASIC = re.compile(rf"(?:决算)?(?:数|为|共|合计|总额){{0,2}}{WITH_BASIC_PART.pattern}")
#: 年初预算数98万元(其中人员经费68万元: parts that only a whole body has.
WITH_PEOPLE = re.compile(
    r"[\d.,]+(?:亿元|万元|元|万)[，,;；(:](?:(?:其中|包括|包含)[:，]?(?:基本支出|人员(?:经费|支出)|公用经费)|(?:基本支出|人员(?:经费|支出))(?:为|:)?\d)"
)
#: 98万元(其中, 98万元其中, 98万元(含专项资金52万元)，其中: parts of the amount follow.
PARTS_FOLLOW = re.compile(
    r"(?:\([^()]{1,40}\))?[(，]?(?:其中|包括|包含)[:，]?(?!年初|上年|年中|追加|本年)|\((?:基本支出|项目支出|人员经费|人员支出|公用经费)"
)
#: ，其中：, and 、公用经费 before the amount of the next member.
OF_WHICH_RIGHT_BEHIND = re.compile(r"[，,；;]?\(?其中[:，]?")
NEXT_MEMBER = re.compile(r"[，,、；;和][^，。；;:\d]{2,20}")
#: 调整预算收入77万元，全部为财政拨款，另有广告等事业收入5万元: beside the total, and so of no stage of it.
BESIDE = re.compile(r"(?:另有|另外|此外)[^，。；;:\d]{0,12}$")
#: 年初预算收入186万元，支出预算与收入预算相等
BALANCED = re.compile(
    r"[，；。,;](?:支出(?:预算)?[与和同]收入(?:预算)?|收入(?:预算)?[与和同]支出(?:预算)?|收、?支(?:预算)?)(?:数)?(?:相等|平衡|一致|相同|持平)"
)
#: 收入合计1200万元，均为财政拨款收入: the same amount under another name as well.
ALL_OF = re.compile(
    r"[，,;；(]?(?:(?:均|全部|全)(?:都)?(?:为|是|系|属于|来自|来源于)|系)(?:当年|本年|县级|市级|区级|本级|部门)?"
)
#: 公务用车购置及运行费9万元，其中购置费0万元、运行维护费9万元
PART_OF_VEHICLES = re.compile(
    r"(?:\([^()\d]{0,20}\))?(?:[，,](?:[与和较]上年(?:预算|决算)?数?(?:相比)?)(?:基本)?(?:持平|无增减|无变化)[(，])?[()，、;；:,]*(?:其中[:，]?|包括[:，]?|含)?(?:(?:购置|运行)(?:维护)?(?:费用?|经费)?(?:支出)?(?:为?[无零]|没有)[，、;；,])?"
    r"(?:[^，。;；、\d]{0,4}(?:未|无)[^，。;；\d]{2,12}[；;，])?(?:全年|本年|年)?(?P<what>购置|运行)(?:维护)?(?:费用?|经费)?(?:支出)?(?:(?P<year>(?:19|20)\d\d)年度?(?P<stage>预算|决算)数?)?(?:为)?"
)
#: “三公”经费6万元（其中接待2万元、公车运行4万元）
_NAMES_OF_EXPENSES = "公务接待|接待|公车运[行维]|公务用?车运[行维]|车辆运[行维]|公车购置|车辆购置|购车|出国(?:\\(境\\))?|公车|用车"
PART_OF_EXPENSES = re.compile(
    rf"[()，、;；:,]*(?:其中[:，]?|包括[:，]?|含)?(?:[^，。;；、\d]{{0,4}}(?:未|无)[^，。;；\d]{{2,12}}[；;，])?(?P<what>{_NAMES_OF_EXPENSES})(?:维护)?(?:费用?|支出)?(?:为|:)?"
)
#: 、社会保障和就业9万元: the next of several classes, by its name alone.
NEXT_OF_CLASSES = re.compile(
    r"(?:[、，；;,:(。]|\d{1,2}[.、)]|\([一二三四五六七八九十\d]{1,2}\)|(?:本年|总)?支出(?:预算)?中|其中|包括|包含|主要|分别|用于|按[^，。;:\d]{2,12}(?:分类|划分|分|科目)){0,4}(?P<name>[\u4e00-\u9fff]{2,12}?)(?:\(类\)(?:支出)?)?(?:为|:)?"
)
#: ，其中：办公费
UNKNOWN_PART = re.compile(r"[，,(](?:其中|包括)[:，]?[\u4e00-\u9fff]{2,12}费")
#: 2、按支出功能科目划分：
DIVIDED_BY_CLASS = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[.、)])?(?:支出)?按(?:支出)?功能[^，。;:\d]{0,8}(?:分类|划分|分|科目)[:，]"
)
OF_SPENDING = re.compile(r"[。；;，](?:本年|总)?支出(?:预算)?中")
NEXT_OF_CLASSES_WITH_AMOUNT = re.compile(
    r"[、，；;,.)](?P<name>[\u4e00-\u9fff]{2,12}?)(?:支出)?(?:为|:)?(?=\d)"
)
#: 固定资产原值1862万元，累计折旧756万元，净值1106万元
#: 固定资产原值612万元，本年新增12万元，处置8万元
NET_OF_ASSETS = re.compile(
    r"(?:\((?:账面)?[原净]值(?:\)|(?=[，,；;])))?[，、,;；(](?:其中)?(?:账面|本年度?|当年|全年|年内)?(?:实际)?(?P<what>净值|净额|原值|在用|闲置|出租(?:出借)?|新增|购置|处置|报废)(?:固定资产|资产)?(?:为)?"
)
#: 年末结转和结余23万元，其中结转20万元、结余3万元
PART_OF_BALANCE = re.compile(r"[，、,;；(:]+(?:其中[:，]?)?(?P<what>结转|结余)(?:资金)?(?:为|:)?")
#: 按采购对象看：, 按标的分，
BY_OBJECT = re.compile(r"按[^，。;:\d]{2,8}(?:看|来看|分|划分|分类)[:，]")
#: （三）结转结余。年初5万元；年末7万元
LEAD_ON_BALANCE = re.compile(r"结转(?:和|与)?结余(?:资金)?(?:情况)?[。:]$")
BALANCE_AT = re.compile(
    r"[，；、;,]?(?:(?:19|20)\d\d年)?(?:(?P<first>年初|上年末|期初)|年末|年底|期末)(?:结转(?:和)?结余)?(?:数|余额)?(?:为|:)?"
)
#: 46.15万元结转下年, behind words that say only that it is left.
CARRIED_ON = re.compile(
    r"，?(?:资金)?(?:按规定|已|全部)*结转(?:至|到)?(?:下年|下一?年度|次年|(?:19|20)\d\d年)"
)
#: 占71%，达93万元: the amount of what the share is of.
AS_AMOUNT = re.compile(
    r"\(|[，,](?:金额)?(?:合计|共计|总计|共|计|为|达到|达|即|约)?(?:金额)?(?:为)?(?<=[计共为达到即约])"
)
#: 预算3万元，实际0.86万元
IN_FACT = re.compile(r"[，,;；、](?:全年|年底|当年)?实际(?:数)?(?:为|是)?")
WHAT_IS_LEFT = re.compile(
    r"[，、；;,。]?(?:年末|年底|尚|有|剩下|剩余|结余|未使用|未支[出付]|未执行|未拨付|资金|为|余|的|，)*"
)
SHARE = re.compile(r"占[，,]?(?P<base>[^，。;占]{0,24}?)(?:的|比重?|为|比例|:|分别)*$")
#: 甲85万元、乙12万元，分别占总支出的70%、10%: further shares of the amounts in turn.
MORE_SHARES = re.compile(r"(?:[、，和与及]\d+(?:\.\d+)?%)+")
#: 差旅费、: a kind of spending before another one, both with one amount behind them.
SPENDING_JOINED = re.compile(r"[\u4e00-\u9fff](?:费|经费|费用)(?:支出)?(?:[和与及、]|以及)$")
NO_WHOLE = re.compile(r"到位|下达|增[加长量幅]|新增|减少|差额|追加|结余")
#: 项目支出300万元，|其中, 主要用于
PAID_FOR_WHAT = re.compile(r"[，,(。:]?(?:其中|(?:主要)?(?:包括|包含|用于)|含|一是)")
#: 项目支出主要包括：一是
OF_PROJECTS = re.compile(
    r"(?:项目|专项)(?:支出|经费|资金)(?:预算)?(?:主要|具体)?(?:包括|包含|用于|有)[:，]?(?:一是)?$"
)
#: 占总额的, 占本年的: of the whole of the list.
UNNAMED_BASE = re.compile(
    r"(?:(?:19|20)\d\d年度?|本|当|全|年度?|部门|单位|部|总体?|整体|各项|数|额|量|比例?|比重|合计|总计|预算|决算)*+"
)
COUNTED_SHARE = re.compile(r"^[^，。;]{0,6}[，,]?(?:相当于|占)[^，。;]{1,24}的$")
COMPLETION = re.compile(
    r"(?:完成|(?:[，,;；]|(?<=支出)|(?<=收入)|(?<=决算)|(?<=决算数)|(?<=费))(?:为|是|相当于)(?=(?:年初|全年|调整)?预算))(?P<base>[^，。;]{0,12}?)(?:的|为|比例)?$"
)
#: 支出12.66万元，完成84.40%
DONE_OF_BUDGET = re.compile(
    r"(?:相比|比较)?[，,](?:完成|完成比例|完成率|(?P<executed>(?:预算|支出)?执行(?:率|比例)|预算完成率|支付率))(?:为|达到?|:)?"
)
#: ，完成53万元
DONE = re.compile("[，,](?:全年|已)?完成(?:了)?")
#: 占调整预算的97.6%: how much of the budget was spent.
SHARE_OF_BUDGET = re.compile(r"(?:年初|全年|调整后?的?|当年|年度)?(?:支出)?预算(?:安排|总额)?数?")
#: 支出486万元，为年初预算数618万元的78.56%
OF_BUDGET_AMOUNT = re.compile(
    r"[，,;；(](?:为|是|相当于)(?P<base>年初|全年|调整|当年)?(?:后)?(?:支出|收入)?预算(?:总额|数)?$"
)
SHARE_BEHIND = re.compile(r"的\d+(?:\.\d+)?%")
COMPLETION_BASE_AMOUNT = re.compile(
    r"(?:完成|占|低于|高于|超出|超过)(?P<base>年初|全年|调整|当年|年度|本年)?(?:支出|收入|批复)?预算(?:批复|安排)?数?(?:的|为)?\(?$"
)
