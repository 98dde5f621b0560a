"""Names of something narrower than the department: a project, a kind of spending, an item of a list.

Belongs here: patterns that tell that an amount is of such an item, or of the one project a report is on.
Does not belong here: named parts of a whole (``words_of_parts``), other bodies (``words_of_bodies``).
"""

from __future__ import annotations

import re

from extraction.words.grammar import STAGE_WORD

#: 行政单位离退休(项): an amount behind it is one item of a class, not the class.
ITEM = re.compile(r"\([^()]{0,6}[款项]\)")
ENDS_WITH_ITEM = re.compile(
    r"^(?:\(?\d{1,3}[).、.])?(?:[^。；;，\d]|\(\d{2,7}[类款项]?\)){2,100}(?<=[类款项]\))[\"”]?(?:科目)?。$"
)
#: 行政单位离退休(项)”科目。2023年度|本年支出: the name of an item or a class right before a label.
ITEM_BEFORE = re.compile(r"[类款项]\)[\"”]?(?:科目)?[。:，]?(?:(?:19|20)\d\d年度?)?$")
#: （3）义务兵优待金。, 党建经费: - what a list item or a heading is on, where it is none of these; its length is asked first, for most lines are longer.
ITEM_NAME = re.compile(
    r"#*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑨])?(?=[\u4e00-\u9fff\"()、]{2,24}[:。]?$)(?![^:。]*(?:支出|收入|收支|资金|预算|决算|执行|财政|情况|概况|部门|单位|局|总体|整体|绩效|自评|管理|使用|说明|规模|结构))"
    r"[\u4e00-\u9fff\"()、]{2,24}[:。]?$"
)
#: （二）河道保洁项目绩效情况: a heading on one project by its name.
ONE_PROJECT_HEADING = re.compile(
    r"#*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]+|[①-⑨])?(?=[\u4e00-\u9fff]{6,28}[:。]?$)(?!.*(?:部门|单位|整体|主要|重点|专项|预算|基本|全部|所有|本级|财政|支出|收|年|资金|[局委各和及与、等个]))"
    r"[\u4e00-\u9fff]{2,20}项目(?:绩效|实施|建设|自评|完成){0,2}(?:情况|分析|评价)[:。]?"
)
#: 科普展品维护支出8万元，其中…: one item of spending by its own name, whose parts are not the department's.
OWN_ITEM = re.compile(
    r"(?<![\u4e00-\u9fff])(?![^，。;]*(?:全年|共|总|合计|预算|实际|安排|完成|收入|本年|部门|(?<!行政|事业)单位|财政|累计|资金|支出情况|到位|下达|收到))"
    r"[\u4e00-\u9fff]{3,20}$"
)
#: An amount with a name of its own that the vocabulary does not know, beginning a clause.
OWN_NAME = re.compile(
    r"(?:^|[，、；;。:])(?!其中|含|包括|较|比|占|完成|主要|与)[\u4e00-\u9fff()\"]{2,24}(?:费|支出|收入|经费|资金|金额)"
    rf"(?:{STAGE_WORD}|总额|合计|共计|为|是|共|数)*+$"
)
#: ；车辆：全年预算4万元: another member of a list, by a name that the vocabulary does not know.
NEW_MEMBER = re.compile(r"[；;。](?!其中)(?P<name>[\u4e00-\u9fff()\"]{2,12}):")
#: 在公务接待方面，严格执行标准，…; 公务接待费，2022年决算数…: a name set off from what is said of it.
SET_OFF = re.compile(
    r"(?<![\u4e00-\u9fff\d、\"(])(?:其中[，:]?)?(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?(?:在|关于|对于)?"
    r"(?P<name>[\u4e00-\u9fff\"()、]{2,24}?)(?:(?:支出|费用|开支|使用|管理)?(?P<aside>方面|上)|(?:支出|开支)?)[，:]"
)
#: “三公”经费|控制在|年初预算8万元以内; “三公”经费|控制在预算内，|实际支出
KEPT_WITHIN = re.compile(
    r"(?:支出|费用|开支)?(?:严格|有效|均)?(?:控制)?在(?:(?:年初|全年|当年)?预算(?:安排)?(?:数|指标|范围)?(?:以|之)?内，(?:全年|当年|本年度?)?)?"
)
NAMES_ANOTHER = re.compile(rf"{OWN_NAME.pattern}|{NEW_MEMBER.pattern}")
#: Words that end in the middle of a longer word: 初中|教育支出, but 安排的|教育支出.
WORD_BEFORE = re.compile(r"[\u4e00-\u9fff](?<![和与及或的为是在按对将于至以括含类预度年他计])(?<!其中)$")
#: Kinds of spending after which 其他支出 is what remains; behind economic classes it is one of those.
BESIDE_SPENDING = re.compile(
    r"(?:基本支出|项目支出|经营支出|(?:人员|公用)(?:经费|支出)|工资福利(?:支出)?|商品和?服务(?:支出)?|对个人和?家庭的?补助(?:支出)?|资本性支出|医疗(?:业务)?支出|管理费用|业务(?:活动)?(?:支出|费用)|经营费用)[^。]{0,24}[，、;]$"
)
#: 食堂全年支出, 教育专项总支出: a name of something narrower than the department.
NAME_BEFORE_ALL = re.compile(
    r"(?:食堂|工会|公车|公车辆|用车|差旅|接待|招待|办公|水电|专项|项目|补助|培训|活动|工程|业务|基金会|协会|党建|宣传|维修|维护|建设|物业|福利|经费|补贴|救助|低保|(?<!财政)资金)(?:的)?$"
)
#: “水利发展专项资金”安排36万元，实际支出32万元，资金支出率…: of that money alone.
EARMARKED = re.compile(r"(?:专项|补助|奖补|衔接|债券)资金[”\"]?(?:预算)?(?:安排|下达|到位)[^。；;]*$")
#: 拆除经费预算不足，年中追加18万元: added to that item alone.
SHORT_OF_MONEY = re.compile(
    r"(?:经费|资金|项目|工程)的?(?:年初)?(?:预算|安排)?(?:不足|不够|有缺口|缺口较大|紧张)，$"
)
#: 河道整治项目年中追加预算18万元, 下属水利站追加预算3万元
ADDED_TO_ONE = re.compile(
    r"(?:[\u4e00-\u9fff]{2}(?<!部门)(?<!预算)(?<!单位)(?:项目|工程)|(?:下属|所属|直属)[^，。；;]{0,12}|[全各][县市区省州])的?$"
)
#: 追加免费开放补助50万元和人员经费17万元: added as well.
ADDED_WITH = re.compile(r"(?:追加|调增|增加安排)[^，。；;]*[元万亿)](?:以及|[和及与、])$")
#: 护岸改造年度执行率: of those works.
WORKS_AT_END = re.compile(r"(?:改造|整治|建设|维修|修缮|购置|治理|加固|提升|工程)(?:的|年度|当年)*$")
#: 项目支出预算执行率: whose rate it is.
KIND_OF_SPENDING_AT_END = re.compile(r"(?:基本|项目|公用|人员|专项|采购)(?:支出|经费|资金)?的?$")
PARTS_OF_SME = re.compile(r"(?:货物|工程|服务)(?:采购|类)?(?:支出)?$")
KIND_OF_PROJECT = re.compile(
    r"(?:建设|事业|专项|维修|购置|运转|特定目标|人员|公用|公用经费)类$"
    r"|(?:(?:本级|上级|省级|中央|市级|县级|区级)(?:财政)?安排|(?<!其他)(?<!自有)(?<!单位)(?<!财政)资金|补助|补贴|经费|业务|建设|工程|培训|维修|活动|管理|保障|宣传|运行|维护|扶持|奖励|就业)$"
)
#: 其中货物20万元, 按标的分，工程98万元: kinds of what a sentence before was on.
BY_KIND = re.compile(r"其中|按(?:标的|类[型别]|品目|对象|内容)(?:(?:划|区)?分类?|看)")
#: 由中小企业供应商中标或成交的，采购金额19万元; 面向小微企业预留政府采购项目预算: what some suppliers get.
BY_SUPPLIER = re.compile(
    r"(?:供应商[^。；;]{0,10}(?:中标|成交)[^。；;]{0,8}|(?:面向|预留给?)[^。；;，]{0,12}(?:企业|单位|机构)(?:预留)?(?:的)?)$"
)
#: 代表外出培训费, 党员培训费: what some are trained for.
KIND_OF_TRAINING = re.compile(
    r"(?:外出|党员|代表|干部|职工|教师|业务|技能|就业|农民|专业|项目|专题|班)(?:的)?$"
)
#: Words before a stage by which an amount is of the project that a report is on.
OF_PROJECT = re.compile(
    r"(?:\([一二三四五六七八九十\d]\)|\d[.、]|[一二三四五六]、)?[，、；;,。:]?(?:截至?止?|到|年[末底]|(?:19|20)\d\d年?(?:度|末|底)?|\d{1,2}月(?:\d{1,2}日|底|末)?|全年|本年度?|当年|该|本|项目|专项|经费|资金|财政|中央|省级?|市级?|县级?|区级?|本级|来源|为|其中|累计|已|共|共计|情况|使用|投入|:|，)*+"
    r"|[，、；;,。:]?(?:(?:19|20)\d\d年)?[^，。；;:\d]{0,24}项目(?:经费|资金)?"
)
#: （一）困难群众救助补助资金。年初预算…，自评得分98分: one of several projects that a report is on.
ONE_OF_PROJECTS = re.compile(
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])\"?(?!项目|专项|预算|财政|资金|到位|结转|上级|中央|省|市|县|本)"
    r"[\u4e00-\u9fff\"()、]{3,30}(?:项目|资金|经费|补贴|补助|奖补)\"?[。:]"
)
#: “安全监管”项目绩效自评综述: what follows is of that project.
ON_ONE_PROJECT = re.compile(r"[^部门整体]{2}项目(?:支出)?(?:绩效)?(?:自评|评价)?(?:综述|结果)?[:，]")
#: 事业收入6000万元(其中科研事业收入3000万元): the whole of what only a part is named before.
ALL_UNDERTAKINGS = re.compile(r"(?<!科研)(?<!教育)事业收入")
#: 农田建设项目预算680万元、支出651万元，执行率95.76%，自评96分: of that project.
PROJECT_WITH_BUDGET = re.compile(
    r"(?<!部门)(?<!单位)[\u4e00-\u9fff\"]{2}(?:项目|工程|专项)\"?(?:(?:19|20)\d\d年)?(?:年初|全年)?(?:预算|安排|资金|支出|投资)(?:数|资金)?(?:为|共)?\d[^。；;]{0,60}$"
)
PROJECT_AT_END = re.compile(r"(?:[^，。；、]{2}(?<!该)(?<!部门)项目|工程)(?:年末|资金|的)?$")

#: 因公出国(境)团组0个，0人次，支出0万元: what is only counted between a name and what was spent.
ONLY_COUNTED = re.compile(
    r"(?=[^万元。]*\d)(?>费用?|经费|情况|共计?|合计|累计|全年|组织|安排|派出|参加|参团|出访|团组?(?:数|个数)?|次数?|为|\d{1,5}(?:个?团组?|个|批次?|人次?|次)?|[，、；(:])*+"
)


def last_member(text: str, start: int, upto: int) -> re.Match[str] | None:
    """The last beginning of another member of a list between two places."""
    found = list(NEW_MEMBER.finditer(text, start, upto))
    return found[-1] if found else None


#: 全年养护公路286公里，共: work that was counted, right before what was spent.
WORK_COUNTED = re.compile(
    r"\d[余多]?(?![人名年月日个家元万亿])[\u4e00-\u9fff]{1,5}，(?:全年|累计|合计|共计?|总计?)*$"
)
