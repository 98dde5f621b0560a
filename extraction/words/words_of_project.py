"""Words for the money of the one project that a report is on.

Belongs here: patterns for who gave that money, what was approved, what was spent of it.
Does not belong here: the money of departments (``words_of_funds``), stages (``words_of_stage``).
"""

from __future__ import annotations

import re

#: 其中中央水利发展资金, 、县级财政配套资金: the level of government that gives it.
FUNDS_OF_LEVEL = re.compile(
    r"(?:(?:\((?:[^()]|\([^()]*\))*)?号?\))?[(，、；;:]?(?:其中[:，]?|包括[:，]?)?(?:第[一二三四五六]批)?(?P<level>中央|自治区|地市|省|市|县|区|州)(?!本级|级?以上)级?[\u4e00-\u9fff]{0,14}(?:资金|补助|经费|配套)(?:安排|投入|支出|为)?"
)
#: ，其中中央专项衔接资金, 、县级, （97.5%），省级: whose money the next part of a whole is.
LEVEL_OF_PART = re.compile(
    r"(?:[，(][^，。；,()\d%]{0,12}\d{1,3}(?:\.\d{1,4})?%\)?)?[，、；;,:(。]*(?:按[^，。；:\d]{2,8}分)?(?:其中|包括|分别为)?[:，,]?(?:争取)?(?:\d[.、])?(?P<level>[省市县区州旗盟]本级|中央|央省|上级|自治区|地市|省|市|州|县|区|本级|地方|自筹|自有|其他)(?!:)"
    r"[^，。；、,:\d()]{0,20}(?P<digits>\d[\d,]{0,14}(?:\.\d{1,8})?)(?P<unit>亿元|万元|元|万)"
)
#: ，两级资金合计2714万元: behind what levels of government gave.
SUM_OF_LEVELS = re.compile(
    r"[，、；;,](?:以上|[两二三四]级)?(?:项目)?(?:资金|经费)?(?:合计|共计?|总计|总[额量])(?:为)?(?P<digits>\d[\d,]{0,14}(?:\.\d{1,8})?)(?P<unit>亿元|万元|元|万)"
)
#: 2022年中央下达我省3批防汛资金, 中央就业资金分两批下达我市: what a level gave several times, before the sum of it.
IN_BATCHES = re.compile(
    r"(?:(?:19|20)\d\d年度?，?)?(?P<level>中央|省|市|州|盟)级?[^，。；;\d]{0,40}?[分共]?[两二三四五六七八2-8]批次?"
)
#: 其中中央补助飞行经费执行, 省级财政配套资金支出: what was spent of it.
SPENT_OF_LEVEL = re.compile(
    r"(?:截[至止][^，。；]{0,12}|(?:19|20)\d\d年度?)?(?:其中[:，]?)?(?P<level>中央|自治区|省|市|县|区)级?(?![^，。；]{0,8}(?:[一二三]批|标段))[\u4e00-\u9fff]{0,14}(?:资金|补助|经费|配套)(?:已|实际|共|累计|完成)*(?:执行|支付|支出|使用)(?:数|金额|资金)?(?:为|了)?"
)
#: 实际到位资金, 其中…资金, 分配某镇: no whole of what is planned or spent for the project in its year.
NO_WHOLE = re.compile(
    r"到位|收到|收回|其中|另|累计|剩余|结余|结转|未|缺口|标段|合同|结算|中标|分配|(?<!共)整合|申请|争取|预计|[乡镇]$"
)
SPENT_OF_PROJECT = re.compile(r"支出|支付|使用|执行|拨付|报账|完成投资")
#: ，共支出66万元, ，合计66万元
SPENT_IN_SUM = re.compile(
    r"[，、；;,。](?:以上|各项)?(?:共计?|合计|总计|累计)(?:实际)?(?P<verb>支出|支付|使用|兑付|发放)?(?:资金|金额)?(?:为|:)?"
)
#: Words of where money comes from, or of what is planned.
OF_SOURCES = re.compile(r"预算|安排|到位|下达|来源|计划|投资|筹|配套|中央|省级|概算|申请")
SPENT_BESIDE = re.compile(r"支出|支付|使用|执行|拨付|完成|实际|累计|发放|兑付")
GRANTED = re.compile(
    r"(?:(?:19|20)\d\d年度?)?，?(?:[\u4e00-\u9fff]{0,6}(?:收到|争取到?))?(?P<level>中央|财政部|上级|自治区|省|市|州|盟|县|区)级?(?:财政[厅局]?)?(?:[\u4e00-\u9fff]{0,20}资金(?:[和与及、][\u4e00-\u9fff]{2,24}?资金)?|预算)?(?:年初|提前|分解)?(?:共|累计|合计)?(?:配套)?(?:安排|下达|下拨|拨付|补助|投入|配套)"
    r"(?![^，。；:]*(?:批|其中|剩余|另|工作经费|项目(?:资金|经费)|本项目))(?P<noun>[\u4e00-\u9fff()\"、]{0,40}?(?:资金|补助|经费)(?:预算)?)?(?:共计|共|合计|为)?"
)
#: 2024年中央、省财政衔接推进乡村振兴补助资金1749万元: the same by the name of what they gave.
GRANT_OF_LEVELS = re.compile(
    r"(?:(?:19|20)\d\d年度?)?，?(?P<level>中央|自治区|省)级?(?:[、和与及](?:中央|自治区|省|市|州)级?)*(?:财政)?(?![^，。；:]*(?:其中|剩余|另|工作经费|项目(?:资金|经费)|到位|批))"
    r"(?P<noun>[\u4e00-\u9fff()\"]{2,30}(?:补助|转移支付|专项|奖补|扶持)(?:资金|经费))(?:共计|共|合计|为)?"
)
#: ，结余18万元，支出率96.6%; ，占下达资金的97.8%: the rate of an amount paid.
RATE_OF_PAID = re.compile(
    r"(?:[，；;](?!其中)[^。%]{2,50})?[，；;](?:(?:资金|预算|项目|实际)*(?:执行|支付|拨付|支出|使用|发放|兑付)(?:率|进度)|占(?:到位|下达|项目|预算|总|全部|实际)[^，。；]{0,8}的)(?:为|达到?|仅|约|:)*(?P<rate>\d{1,3}(?:\.\d{1,4})?)%"
)
#: 实际到位资金560万元, and the words before it.
AMOUNT_WITH_WORDS = re.compile(
    r"(?P<words>[^，。；;:、()\d]{0,24})(?P<digits>\d[\d,]{0,14}(?:\.\d{1,8})?)(?P<unit>亿元|万元|元|万)"
)
FUNDS_OF_A_PART = re.compile(r"其中|标段|合同|中标|子项目|[乡镇村]")
#: 发放助学金49万元: what such a project is for; it may be for more.
HANDED_OUT = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:全年|年内|共|已|实际)*(?:发放|兑付|兑现)(?!工资|津贴|奖金)[\u4e00-\u9fff()\"]{0,16}?(?:金|费|补贴|补助|资金|经费)(?:共计|合计|总额|共|为|了)?"
)
#: 批复下达预算资金10万元: the budget of the project.
APPROVED = re.compile(
    r"(?:已|经[^，。；]{0,16})?(?:批复|批准)(?:下达)?(?:项目)?预算(?:资金|金额|经费|数)?(?:共计|合计|共|为)?"
)
_YEAR = r"(?:(?:19|20)(?:\d\d|xx)年度?)"
_SUM = r"(?:共计|合计|共|为)?"
#: 我局, 我县, 云安县: to whom money is given.
_TO = r"(?:我[\u4e00-\u9fff]{1,2}|[*\u4e00-\u9fff]{1,6}[县市区旗镇乡局院校](?=20))"
#: 安排项目资金56万元, 某医院发展专项资金预算1110万元: the budget of the project, in a clause of its own.
ARRANGED = re.compile(
    rf"{_YEAR}?(?:共|合计|总共|计划|县财政|市财政|财政)*(?:安排|下达|批复)(?:项目|专项|建设|补助|财政|衔接|扶贫)*(?:资金|经费)(?:预算)?{_SUM}"
    rf"|(?:(?:19|20)\d\d年(?:度|\d{{1,2}}月(?:\d{{1,2}}日)?)?)?[\u4e00-\u9fff]{{0,6}}财政局?(?:下达|安排|批复)我[\u4e00-\u9fff]{_YEAR}?[\u4e00-\u9fff\"]{{2,30}}?(?:资金|经费)"
    rf"|{_YEAR}?[\u4e00-\u9fff()\"]{{2,40}}(?:资金|经费)(?:年初|总)?预算(?:安排|金额|数)?(?:共计|合计|共|为|是)?"
)
#: 下达我局353万元, 共下达我县养护专项经费873万元, 我局收到养护资金353万元: what was given to the one who reports.
HANDED_DOWN = re.compile(
    rf"{_YEAR}?(?:[\u4e00-\u9fff]{{0,8}}?(?:财政|上级)[厅局]?)?(?:共|累计|合计|总共)?下达{_TO}(?:{_YEAR}?[\u4e00-\u9fff()\"“”]{{0,30}}?(?:资金|经费|补助|补贴)(?:预算)?)?{_SUM}"
    rf"|{_YEAR}?我[\u4e00-\u9fff]{{1,2}}(?:共|累计|实际)?收到{_YEAR}?[\u4e00-\u9fff()\"“”]{{0,30}}?(?:资金|经费|补助|补贴)(?:预算)?{_SUM}"
)
#: “十三五”期间…投入, 下一步…安排, 每村…安排资金: of other years as well, or of each of several.
OF_OTHER_TIMES = re.compile(r"期间|以来|累计|截[至止]|每|下一步|下一?年|明年|今后|拟|建议")
#: 按资金来源分，中央补助400万元: of what was given.
BY_SOURCE = re.compile(r"按(?:资金)?(?:来源|级次|层级)[^，。；\d]{0,4}[，:]")
#: 部门年初预算1022万元: of the department, in a report on one project.
OF_DEPARTMENT = re.compile(r"部门(?:整体)?(?:支出)?(?:年初|全年|总)预算(?:数|总额|安排|为|是|:)*\d")
#: 截至12月底，: what follows is of the whole year.
UNTIL_YEAR_END = re.compile(r"截[至止](?:到)?(?:20\d\d年)?(?:12月(?:31日|底|末)?|年[底末])")
#: 全县…资金预算, 培训班经费预算: of more than the project, or of something that it pays for.
MAY_BE_OTHER = re.compile(
    r"全[国省市县区州]|(?<!项目)(?<!专项)(?<!补助)(?<!补贴)(?<!衔接)(?<!建设)(?<!发展)(?:资金|经费)(?:年初|总)?预算"
)
SUMMED_UP = re.compile(r"[，、；](?:以上)?(?:合计|共计|总计|总投资)(?:为)?")
#: 投入财政专项资金184万元，其中：中央…: all the money of the project, whose levels follow.
PUT_IN = re.compile(
    r"(?<!累计)(?<!期间)(?<!计划)(?<!拟)(?<!预计)(?:(?<!累计)共|总共)?投入[\u4e00-\u9fff]{0,14}(?:资金|经费)(?:共计|合计|共)?$"
)
LEVELS_FOLLOW = re.compile(r"[，,(](?:其中|包括)[:，]?(?:第[一二三四五六]批)?(?:中央|省|市|县|区)级?")
LEVEL_NAMED = re.compile(r"中央|[省市县区](?:级|财政)")
#: 县级财政预算安排: the level that reports gives some as well.
OWN_GIVES = re.compile(r"(?:[市县区]级|[市县区]财政|本级|地方)[^，。；\d]{0,10}(?:安排|配套|投入|落实|到位)")
#: ，共464万元; 年中追加 before it.
IN_ALL = re.compile(r"(?:合计|共计|总计|共)(?:为)?")
ADDED = re.compile(r"追加|调增|增拨|调减|追减|压减")
#: 护岸工程|合同价60万元: what a part of a project was let for; 项目合同价 is of all of it.
PRICE_OF_CONTRACT = re.compile(
    r"(?<!项目)(?<!工程总)(?:合同(?:总?价款?|总?金额|总额|款)|中标(?:总?价|金额)|成交(?:总?价|金额))[^，。；;\d]{0,4}\d"
)
