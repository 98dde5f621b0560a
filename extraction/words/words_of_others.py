"""Words by which a number is no figure of the department's year: of a whole place, hoped for, misused, hired.

Belongs here: patterns that keep a number from being stated.
Does not belong here: other years (``words_of_stage``), items of the department (``words_of_items``).
"""

from __future__ import annotations

import re

from extraction.text.sieve import at_beginnings

#: Amounts of a whole county or city, not of the department.
OF_OTHERS = re.compile(r"(?:全(?:县|市|区|省|国|州|镇|旗|乡)(?![^，。;]{0,6}系统)|县域|市域)[^，。;]{0,8}$")
WHOLE_PLACES = ("全县", "全市", "全区", "全州", "全旗", "全省", "全镇", "全乡")
#: 全县财政总收入完成12亿元，一般公共预算支出38亿元: a sentence on the accounts of a whole place.
ON_A_PLACE = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:全年)?，?(?:[全我](?:县|市|区|镇|乡|州|旗|省)|县域|辖区)(?:共|累计|全年|实现|完成|组织|征收|入库){0,3}(?:财政(?:总收入|收入|支出)|一般公共预算|地方财政|税收|生产总值|地区生产总值|GDP|规模)"
)
#: 占全县支出的: a whole beyond the department.
BASE_OF_OTHERS = re.compile(r"[全本](?:县|市|区|省|国|州|镇|旗|乡)|行业|系统|社会|地区")
#: 贫困户总收入42万元, 村集体收入, 企业实现营业总收入
EARNERS = re.compile(
    r"(?:[农牧]?户|村集体(?:经济(?:组织)?)?|集体经济(?:组织)?|群众|农牧?民|居民|企业|园区|景区|景点|旅游|门票|乡村旅游|游乐|产业|工业|农业|商业|服务业|市场|经营主体|商户|合作社|社员|人口|职工)(?:的|家庭|年均?|全年|[当本]年|(?:19|20)\d\d年度?|实现|完成|获得|主营|营业|经营|销售){0,4}$"
)
#: 招商引资到位资金1200万元，财政总收入; 实现财政总收入: what the place took in, of which a department boasts.
OF_TREASURY = re.compile(
    r"(?:实现|完成|组织|(?:招商引资|税收|税费|生产总值|固定资产投资)[^。；;]{0,30}[，、])(?:全年|地方)?财政$"
)
#: 行政单位资产总额, 教育行业负债总额: what bodies of one kind have, at the beginning of a clause.
OF_KIND_OF_BODIES = re.compile(
    r"(?:^|[，、:])(?:其中|全[国省市县区州旗镇]|[省市县区州]本?级|[省市县区州]直)*(?:行政(?!事业)|事业|参公|企业|国有企业|金融企业|[\u4e00-\u9fff]{2,6}?(?:行业|领域))(?:单位|机构)?(?:国有)?(?:固定|净)?(?:资产|负债)"
)
#: 代管县水利投资公司，该公司总资产: what a company has.
OF_COMPANY = re.compile(r"(?:公司|集团|企业)[^。；;我本]{0,24}$")
#: 从项目层级来看，市级政府采购规模29亿元: a sentence that divides a whole.
DIVIDES = re.compile(
    r"(?:\(?\d{1,2}[.、)])?(?:从[^，。；;:\d]{2,12}看|按[^，。；;:\d]{2,16}(?:划分|分类|分))[，:]"
)
#: 医院总收入62万元, in the report of a bureau.
OF_HOSPITALS = re.compile(
    r"(?:医院|卫生院|医疗机构|医共体)(?:的|全年|(?:19|20)\d\d年度?|实现|医疗|业务){0,4}$"
)
#: 部分项目进度滞后，执行率仅为71.3%, 人员类项目8个，执行进度99.8%: of some of the projects, bodies or funds.
OF_SOME = re.compile(
    r"(?:部分|个别|少数|多数|有的|有些|某些|一些|中有\d{1,3}个)[^，。；;:]{0,8}?(?:项目|资金|单位|科室|股室|部门|专项|指标|科目|课题)"
    r"|(?:人员|运转|公用|经费|特定目标|其他|常年|一次性)类?项目\d{1,3}个"
)
#: 该县某局预算执行率仅为62%: of a body that is audited or compared with.
OF_SOME_BODY = re.compile(
    r"(?:某|其他|外|兄弟)[省市县区]?[^，。；;\d]{0,6}(?:局|委|办|部门|单位|校|院)[^，。；;\d]{0,4}$"
)
HIRING = re.compile(
    r"(?:招聘|招录|招考|选调|选派|引进|考录|遴选|新增|核增|划转|提拔|调出|调入)[^，。;]{0,8}$"
)
#: Words before a label after which its amount is no amount of the department's year.
NOT_STATED = re.compile(
    r"(?:涉及|人均|每人|户均|月均|日均|生均|拟|计划|争取|拟安排|违规列支|违规|虚列|挤占|挪用|尚有|仍有"
    r"|收回|收缴|缴回|上缴|消化|动用|未付|欠付|拖欠|[多少错]列支?|重复列支|(?:上年|年初|年末)结转的?)[^，。;]{0,3}$"
)
#: What may stand between such a verb and the name: 结转到2024年的项目支出, 追加我局人员经费.
_OBJECT = r"(?:了|的|到|至|为|给|[我本](?:[局委办厅院校站所处队馆会镇乡]|部门|单位|中心)|(?:19|20)\d\d年度?|[上下次本当]年度?|以前年度|全年|共|经费|资金|预算|支出|列支|开支|安排|支付|使用){0,4}+"
#: 结转人员经费3万元, 拖欠公用经费2万元, 追加项目经费30万元, 在项目支出中列支会议费2万元: the verb before a name makes its amount
#: another than what was spent or budgeted in the year.
NOT_SPENT = at_beginnings(
    r"(?:追加|增拨|增补|补充|调增|追减|调减|核减|扣减|扣除|调剂|节省|削减|缩减|节减|新增|[多少](?:支[出付]?|列支?)"
    r"|结转|结余|节余|结存|剩余|沉淀|滞留|闲置|暂存|挂账|盘活|统筹"
    r"|拖欠|欠[付发拨缴]|未(?:支付|付|支出|列支|执行|使用|拨付|兑现|安排)|应付|预[付支借]|垫[付支]|[暂代]付|代垫"
    r"|收回|退[回还]|追回|[归返偿]还|清退|弥补|抵顶|冲抵|缺口|短缺"
    r"|(?:项目|专项)(?:支出|经费|资金)(?:预算)?(?:中|内|里)"
    r"|(?:超(?:标准?|范围|预算|计划)|无预算|违规|虚列|套取|挤占|挪用|不合规|不规范|违反[^，。；;\d]{0,8})的?)"
    rf"{_OBJECT}$"
)
#: 建议增加公用经费2万元, 请求财政安排项目经费30万元, 预计支出人员经费20万元: what a report asks for or expects.
ASKED_FOR = re.compile(
    r"(?:申请|申报|上报|请求|建议|恳请|希望|预计|预估|预期|尚需|急需|拟)[^，。；;:\d]{0,12}(?:(?:19|20)\d\d年度?[^，。；;:\d]{0,6})?$"
)
#: 全县共实施12个项目，总投资: of all of them.
OF_PROJECTS_OF_PLACE = re.compile(r"全(?:县|市|区|省|镇|乡)[^。；;]{0,16}\d个(?!子)[^，。；;\d]{0,8}项目，$")
#: 填报绩效目标的项目支出预算60万元, 开展绩效自评的项目支出: of those projects, which may be all or some.
OF_EVALUATED = re.compile(
    r"(?:绩效(?:目标(?:管理)?|自评价?|评价|管理|监控)|部门评价|重点评价)的(?:(?:19|20)\d\d年度?)?(?:部门|财政|本级)?(?:预算)?$"
)
#: 下属水管所在职: people of a unit of the department, and not of both (局机关及下属).
STAFF_OF_A_UNIT = re.compile(r"(?<![及和与含括、])(?:下属|所属|下辖)的?(?!单位)[^，。;、]{2,10}$")
#: 待报废资产原值8万元: nothing that was disposed of yet.
TO_BE_DISPOSED = re.compile(r"(?:待|拟|应|可|将|未|申请)$")
#: 2万元被挤占: words behind an amount that do the same.
NOT_STATED_AFTER = re.compile(r"^(?:被|未支付|尚未|的标准|以下简称)")
#: 项目支出20万元|结转下年, 公用经费1万元|由财政收回: what was not spent.
TAKEN_BACK = re.compile(
    r"(?:已|均|尚|将|全部|仍)?(?:未(?:支付|完成|执行|使用|兑现|拨付|列支)|由(?:[省市县区]级?)?财政[^，。；;\d]{0,4}收回|收回(?:[省市县区]级?)?财政|结转(?:至|到)?(?:下年|次年|20\d\d年))"
)
#: 力争“三公”经费支出压缩5%: what a report hopes for.
HOPED_FOR = re.compile(r"(?:力争|力求|争取(?!到|了|上级|省|中央|国家|资金|项目|财政))[^。；;]*$")
