"""Words by which the report on one project says of an amount what it is to the project: planned, received, paid, left.

Belongs here: the parts that an amount or a rate plays in the money of a project, by the words of its own clause.
Does not belong here: whose money it is (``words_of_project``), stages of amounts with a label (``words_of_stage``).
"""

from __future__ import annotations

import re

#: Where the words of an amount begin: behind the mark that ends the clause before.
CLAUSE_ENDS = "，。；;!！?？("
#: The last of these in a clause decides.
PART_PLAYED = re.compile(
    r"(?P<became>(?:追加|调增|增加|压减|调减|核减|调整)[至到为])|(?P<added>追加|调增|增拨|新增安排)|(?P<cut>压减|调减|核减|追减|扣减|收回)"
    r"|(?P<left>结余|节余|节约|节省|剩余|(?:^|[^其之])余(?=额|款|$)|结转|结存|沉淀|滞留|差额|尚?未(?:支付?|付|支出|使用|拨付|安排|发放|兑付|执行)|尚(?:未|有|余)|(?<=[万亿]元，)余)"
    r"|(?P<opening>(?:上年|年初|以前年度|20\d\d年)度?的?(?:结转|结余)+(?:的?资金|的)?)"
    r"|(?P<received>到位|到账|收到|拨入|可用|(?:财政|中央|上级|[省市县区州旗]级?|厅|局)(?:资金)?(?:共|累计|已|实际)*(?:拨付|下拨|拨款|拨给)|下拨)"
    r"|(?P<paid>实付|支用|付清|付款|实支|实列支|支付|支出|开支|列支|使用|发放|兑付|兑现|拨付|报账|报销|花费|执行(?:数|金额|资金)?|完成投资|用于|用去|投出|(?<![应待欠拟需垫预])付$)"
    r"|(?P<planned>预算|指标(?:数|总额)?(?=[为共:]*$)|安排|下达|批复|核定|投入|投资|计划|列入|核拨|总[额量价]|总金额|资金量|应付|应列支)"
)
#: 年底结转74万元, 结余13万元: as which concept a remainder counts.
LEFT_AS = re.compile(
    r"[^，。；结节]{0,8}(?:(?P<carryover_funds>结转)|(?P<surplus_funds>[结节]余)|(?P<closing_carryover>余额))(?:资金)?(?:下年|次年)?(?:共计?|合计|为|:)*"
)
#: 31.9万元结转下年, 6.65万元由财政收回: the same by the words behind the amount.
LEFT_TO = re.compile(
    r"(?:[^，。；\d]{0,16}，)?(?:已|均|将|按规定|全部|全额|资金|指标)*(?:(?P<carryover_funds>结转(?!结余))|[由被]?[省市县区乡镇]?财政[^，。；]{0,6}(?P<surplus_funds>收回))"
)
#: 项目资金共217万元: all the money, where no other word says what it is.
MONEY_ALONE = re.compile(r"(?:项目|专项|财政|补助)(?:资金|经费)(?:总计|共计?|合计|为|计)*$")
#: 预算支出, 安排支出, 计划使用: planned, though a word for paying ends it.
PLANNED_TO_PAY = re.compile(
    r"(?:预算|安排|计划|拟|应|预计|批复|核定|批准)(?:用于|支出|使用|列支|支付|拨付|兑付|发放)[^，。；]{0,8}$"
    r"|(?<!已)(?:整合|统筹)使用"
)
#: 预算执行数, 预算支出执行: paid, though a word for planning begins it.
EXECUTED = re.compile(r"执行|实际|完成|已")
#: 共投入资金406万元: put in; whether planned or spent is not said.
PUT_IN = re.compile(r"投[入资](?![^，。]*(?:预算|安排|下达|批复|计划))(?<!预算投[入资])(?<!计划投[入资])")
ADJUSTED = re.compile(r"全年预算|调整|[加增减][至到为]|追加后|可用|压减后|调增后")
#: 其中…, 每亩…, 第一标段…: of a part of the project, or of one unit of what it hands out.
OF_A_PART = re.compile(
    r"每|人均|户均|亩均|单价|均价|标准|标段|合同|中标|结算价|子项目|一期|二期|三期|[一二三]批|申请|申报|概算|估算|另|缺口|垫付|自筹|捐|出资|罚|收入|上限|下一?年度?|明年|拟|挪用|截留"
    r"|贷款|(?:拨付|下拨|分配)(?:给|至|到)?[\u4e00-\u9fff]{1,8}(?:[乡镇村]|街道|小学|中学|学校|公司|医院)$"
    r"|(?:评审|监理|设计|勘察|测绘|咨询|审计|检测|招标代理)费$"
    r"|(?<![我本全各到给])[乡镇村](?=安排|支付|支出|拨付|使用|资金|项目|实付|投入|下达)"
)
#: 2021年至2023年共安排, 三年累计: of more than the year.
OF_MORE_YEARS = re.compile(r"20\d\d年?[-—至到]\d{2,4}年|[两二三四五]年(?:来|间|累计|共|合计)|期间|以来")
#: 三季度支付, 6月支付: of a part of the year.
PART_OF_YEAR = re.compile(r"季度|上半年|(?<!\d)(?:[1-9]|1[01])月")
#: Behind an amount: 万元/亩, 元的标准, 元以上.
BEHIND_NO_WHOLE = re.compile(
    r"/|每|以[上下内]|的标准|标准|左右|不等|(?:为|是|系)?(?:质保金|质量保证金|尾款|缺口)"
)
#: 补贴2600万元，于年底前全部拨付公司; 全部拨付到位 may be received.
ALL_PAID = re.compile(
    r"(?:，[^，。；\d]{0,4}(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。；\d]{0,6})?(?:已|均|全额)*全部(?:已)?(?:拨付|支付|兑付|发放|使用|支出|兑现|列支)(?!到位|率)"
)
#: 3753万元资金全部到位
ALL_RECEIVED = re.compile(
    r"(?:项目)?(?:资金|经费)?(?:已|均)*(?:全部|全额|足额)(?:已)?(?:到位|到账|拨付到位)(?!率)"
)
#: 全年补贴2600万元, 合计2600万元: what a budget became, where nothing else says so.
BECAME = re.compile(r"^(?:全年|合计|共计|总计|共|实际|最终|调[整增减]后|追加后)")
#: 支付维护费398万元，电费12万元，两项合计410万元; 省级下达62万元，上年结余6万元，资金共计68万元: the sum of the amounts before it.
SUM = re.compile(
    r"^(?:以上|[两二三四五六][项笔批级])?(?:可用)?(?:资金|经费)?(?:合计|共计?|总计|总[额量])(?:为)?$"
)
#: 其中东街道路项目下达96万元，已报账84万元；…: what is paid is of each of them, until words sum up.
LIST_OF_PROJECTS = re.compile(
    r"(?:其中|包括)[^，。；\d]{2,30}(?:项目|工程)(?:资金)?(?:下达|安排|预算|投入|计划)"
)
LIST_SUMMED = re.compile(r"^(?:截[至止]|到?(?:(?:19|20)\d\d)?年(?:底|末)|全年|累计|共|合计|总|以上|项目)")
LIST_BEGINS = re.compile(r"其中|包括|分别|用于:|如下|明细")
#: 其中中央…，省级…，实际支出…: the list of the parts is over.
LIST_OVER = re.compile(
    r"^(?:截[至止]|到?(?:(?:19|20)\d\d)?年(?:底|末)|全年|年内|实际|累计|共|合计|总|以上|当年|本年|已|均|实|资金(?:使用|支出|执行|支付)|项目(?:资金)?(?:支出|支付|已|实际|单位|实施))"
)
RATE = re.compile(
    r"(?P<rate>(?:执行|支付|支出|使用|拨付|兑付|发放|完成|报账|开支)(?:比)?(?:率|进度|比例)|进度|占[^，。；]{0,14}的?|为(?:下达|到位|批复|安排|预算)[^，。；]{0,8}的)(?:达到?|约|为|是|:|仅|到|了)*$|^执行$"
)
#: 执行率, 支付进度: what is called the rate of execution.
NAMED_EXECUTION = re.compile(r"^执行$|(?:执行|支付|支出|拨付)(?:比?率|进度)(?:达到?|约|为|是|:|仅|到|了)*$")
OF_MONEY = re.compile(r"元|万|亿")
#: 占到位资金的97.6%
OF_THE_FUNDS = re.compile(
    r"[占为](?:到位|下达|项目|预算|总|全部)[^，。；]{0,8}的(?:达到?|约|为|是|:|仅|到|了)*$"
)
