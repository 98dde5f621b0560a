"""Words for a change, what it is measured against, and the reasons given for it.

Belongs here: patterns of increase and decrease, of comparison, of reasons.
Does not belong here: the amount compared with (``words_of_stage``), shares and rates of completion (``words_of_parts``).
"""

from __future__ import annotations

import re

from extraction.text.sieve import at_beginnings

#: 年中，省局补助386万元、核减指标92万元，全年预算调整为7984万元: a sentence on what changed within the year.
WITHIN_YEAR = re.compile(
    r"(?:(?:19|20)\d\d年(?:度)?，?)?(?:年中|年内|年度中|(?:年度)?(?:预算)?执行(?:过程)?中|(?:\(?[一二三四五六七八九十\d]{1,3}[)、.．]*)?预算调整(?:情况)?:)[^。]{0,160}?(?:追加|调增|增加|核减|调减|补助|下达)"
)
#: 2.预算调整。: a first sentence that says that the paragraph is on how the budget was adjusted.
LEAD_ON_ADJUSTMENT = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.．]*)?(?:部门|单位|年中|年度)?(?:预算(?:调整|追加)(?:和追加|与追加)?|调整预算)(?:情况)?[。:]$"
)
#: 2.预算调整：追加12万元
ADDED_FIRST = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.．]*)?(?:部门|单位|年中|年度)?预算(?:调整|追加)(?:情况)?:(?:(?:19|20)\d\d年度?|年中|全年|本年|当年)?，?(?:共|累计)?追加(?:了)?(?:预算|资金|经费|指标)?"
)
CHANGE = at_beginnings(
    r"(?:(?P<up>增加|净增|增支|增收|(?:略|微|小幅)(?:有)?[增升](?!加|长)|增长|上升|上涨|追加|调增|提高|超支|超出|增幅|涨幅|增(?=了|减)|^[增升涨](?!长)|(?<=[年期初末比算，、])[增升涨](?!长)|(?<=[年期比出算数])\((?:增加|增长|增)\)(?=$)|\(增\)幅|^多(?:支出|支|用|花)?|(?<=[年期末底初算数元比，])多(?:支出|支|用|花)?(?=了|$)|(?<=决算数)大于(?:年初|全年|调整)?预算数?)|(?P<down>减少|净减|减支|减收|节支|(?:略|微|小幅)(?:有)?[减降](?!少|低)|下降|降低|节约|节省|压减|调减|压缩|减幅|降幅|减(?=了)|^[减降]|(?<=[年期初末比算，、])[减降]|(?<=[年期比出算数])\((?:减少|下降|减)\)(?=$)|\(减\)幅|^少(?:支出|支|用|花)?|(?<=[年期末底初算数元比，])少(?:支出|支|用|花)?(?=了|$)|(?<=决算数)小于(?:年初|全年|调整)?预算数?))(?P<open>\(或?(?:增加|增长|减少|下降|增|减)\)|/(?:增加|增长|减少|下降|增|减)|(?<=增)减)?(?:了|为|额|率|率为)?(?:达到?|约)?:?$"
)
#: 与 compares with a year or a budget; in 文化旅游体育与传媒支出 it only joins. 占比, 比例, 比重 compare nothing.
#: It begins with one character of three, and looks back from it: so it is looked for several times as fast.
_THAN = (
    r"[较比与同于](?:(?<=[高低对]于)(?=上年|去年|(?<=对于)(?:19|20)\d\d年)|(?<=较)(?<!比较)(?![小大好强弱慢差])|(?<=比)(?<![占环]比)(?![例重较])|(?<=同)(?<![相会连]同)(?=上年|去年|(?:19|20)\d\d年)"
    r"|(?<=与)(?=上年|去年|上期|同期|(?:19|20)\d\d|年初|全年|预算|调整|[^，。;]{0,16}相比)(?!(?<=年与)(?:19|20)\d\d年度?(?![^，。;]{0,16}(?:比|对照|持平|一致|相同|[增减升降]))))"
)
COMPARISON = re.compile(
    rf"(?:同比|对比|同期相比|相比|相(?=较)|{_THAN})(?P<base>[^，。;:无]{{0,20}}?)(?:相比)?，?(?:总体?|共|同比|实际)?"
    r"(?:增加|增长|增幅|减少|减幅|下降|上升|上涨|降低|提高|节约|节支|压减|压缩|追加|调增|调减|超支|超出|增|减|降|[多少](?:[支用花]|$))"
)
COMPARED_NUMBER = re.compile(rf"{_THAN}(?:(?!持平|一致|相同)[^，。;:]){{0,24}}$")
#: 与2021年度相比，收、支总计各增加: the comparison stands before the label.
COMPARED_BEFORE = re.compile(r"(?:与|比|较|和)[^，。;]{2,20}(?:相比|比较|对比)|同比")
#: 与上年相比收、支总计增加: what is compared with ends at 相比, and what changes is named behind it.
_ENDS_BEFORE_NAME = re.compile(r"(?:相比|比较|对比)(?=[^，。]{2})")
#: 减少1.43万元，下降7.10%: the rate is measured against what the amount before it was.
SAME_COMPARISON = re.compile(
    r"[，,、;；(]*(?:同比)?(?:增加|增长|上升|上涨|增幅|减少|减幅|下降|降低|降幅|节约|压减|节支|增|减|降)(?:了|为|额|率|幅度)?(?:达到?|约)?:?"
)
#: 旅游收入, before 增长率: the words of the clause.
LAST_CLAUSE = re.compile(r"(?P<words>[^，。；、,;:(]*)$")
BEFORE_SIGN = re.compile(
    r"(?:(?:较|比|同)(?:上年度?|去年|(?:19|20)\d\d年度?|年初预算|预算)(?:同期)?(?:决算|预算|支出)?数?(?:相比|比)?|同比|增减(?:额)?)(?:为|:)?[+＋]?$"
)
#: 高于预算数1.11万元, 低于上年决算数: by how much, or what, an amount is compared with.
ABOVE_OR_BELOW = re.compile(
    r"(?P<sign>[高低]于|超[出过])(?P<base>(?:年初|全年|调整后?的?|当年)?(?:支出)?预算(?:安排)?数?|(?:上年度?|去年|(?:19|20)\d\d年度?)(?:同期)?(?:决算|预算|支出)?数?)$"
)
#: 与上年|基本支出140万元相比
LAST_YEAR_COMPARED = re.compile(r"(?:较|比|与|同)(?:上年度?|去年)(?:同期)?")
#: 较上年|会议费减少2万元
YEAR_COMPARED = re.compile(r"(?:较|比|同)(?:上年度?|去年|(?:19|20)\d\d年度?)(?:同期)?")
SOME_CHANGE = re.compile(r"[增减升降]|节约|持平|一致")
#: ；比上年减少: behind a list whose members commas part.
COMPARES_BEHIND_LIST = re.compile(r"[；;](?:总体)?(?:比|较|与)(?:上年|去年|(?:19|20)\d\d年)")
#: 各增加: of both totals before it.
EACH_OF_BOTH = re.compile(r"各(?:增加|减少|增长|下降)(?:了)?$")
#: 各减少3.86,5.97万元: a second amount for the second of two labels.
ANOTHER_FOLLOWS = re.compile(r"[,，、和]\d")
#: ；年中因政策性增资追加196.82万元: added to the budget that the sentence began with, past its parts.
ADDED_WITHIN_YEAR = re.compile(
    r"[；;，](?:(?:年中|年度中|执行中|年度执行中|预算执行中|当年)[^，。；;\d]{0,16}(?:追加|调增)(?:了)?(?:预算|资金|经费|指标|[^，。；;\d、]{2,16}(?:资金|经费|补助|专款)等)?"
    r"|(?:年中|当年)?(?:共)?追加(?:了)?[^，。；;\d]{2,40}等(?:专项|项目|上级)*(?:资金|经费|补助|专款|预算|指标)?)$"
)
#: Changes that only budgets undergo.
OF_BUDGETS_ALONE = re.compile(r"(?:追加|调增|调减|核减)(?:了|为|额)?:?$")
#: 节约公务接待费1万元, but 厉行节约公务接待费支出1万元 is what was spent: the verb before a label makes its amount a change.
VERB_BEFORE = at_beginnings(
    r"(?:(?P<up>增加|追加|调增)|(?P<down>(?<!厉行)节约|压减|减少|压缩|核减|调减|下降|降低))(?:了)?$"
)
#: 年中追加人员经费20万元，公用经费30万元: what a verb of budgets does to all of a list.
ADDED_OR_CUT = re.compile("追加|调增|调减|核减|压减")
#: 比年初预算(含追加1万元)减少: what the bracket adds to what is compared with.
INCLUDED = re.compile(r"\((?:含|包括|包含)[^()]{0,8}$")
#: 调减公用经费18万元, where the words around it say what was added to the budget as well: no change against any year.
ADJUSTING = re.compile(r"调增|追加|补发|预算调整|调整净额|(?<!预算)执行(?:过程)?中")
#: 水利专项资金年中追加, 该项目追加预算: what the words for it name is less than the whole.
TO_PART = re.compile(
    r"(?:^|[，。；;:、)])(?!因|由于|为|根据|按|上级|收到|下达|部门|单位|[本我全]|预算|年)[^，。；;:、()\d]{0,16}(?:支出|经费|专款|补助|专项(?:资金)?|项目(?:资金|预算)?|工程)(?:(?:方面|情况)?:)?"
    r"(?:(?:19|20)\d\d年度?|[在于]|年中|年度中|年内|中途|预算|执行(?:过程)?中|因[^，。；;\d]{0,12})*(?:追加|调增)[^，。；;\d]{0,10}$"
)
CUT_FROM_BUDGET = re.compile(r"(?:调减|核减|追减)(?:了|额)?(?:预算|资金|经费|指标)?$")
#: 核减58万元, 收回项目预算38万元, beside what was added to a budget.
CUT_AS_WELL = re.compile(r"(?:核减|调减|追减|收回|缩减|压减)[^，。；;\d]{0,12}\d[\d.,]*(?:万|元|亿)")
REASON = re.compile(r"原因(?:是|为|:|在于)|主要(?:原因(?:是|为|:|在于)|是因为|由于)|是由于|系因")
#: Behind a change these words begin a reason as well; elsewhere they may begin a list.
REASON_OF_CHANGE = re.compile(r"[，,;；。](?:主要(?:是|系|为|因)(?!用于)|系(?!统|列)|一是)")
#: A clause after a reason that speaks of the amount again: …的主要原因是厉行节约，与上年相比减少1.30万元.
#: ，主要原因是人员增加，其中：|财政拨款收入560万元
PARTS_AFTER_REASON = re.compile(r"[，,；;]其中[:，,]?")
AFTER_REASON = re.compile(
    r"[，,;；]\"?(?:较|比|与|和)(?:(?:19|20)\d\d年|上年|去年|年初预算|全年预算|预算)[^，。;；]{0,12}[，,]?(?:增加|增长|减少|下降|上升|提高|降低|节约)(?:了|为)?$"
    r"|[;；](?:(?:支出)?决算数?|该项支出)?(?:较|比)(?:上年|去年|年初预算|全年预算|预算)(?:决算)?(?:支出)?数?(?:增加|增长|减少|下降|上升|提高|降低|节约)?(?:了|为)?$"
)
#: …的需要，三、2023年公务接待费预算200万元: the next item of a list written in one sentence, behind a reason.
NUMBERED_ITEM = re.compile(r"[，,][二三四五六七八九]、(?:19|20)\d\d年[^，。;；]{0,30}$")
#: 基本支出32万元|，增加2万元
CHANGES_BEHIND = re.compile(
    r"，(?:(?:比|较|与|同)[^，。；;\d]{1,8})?(?:同比)?(?:增加|减少|增长|下降)(?:了)?\d"
)
#: 主要是|基本支出增加2万元，|项目支出减少1万元; 人员变动导致|人员经费增加: the beginning of a clause inside a reason.
BEGINS_IN_REASON = re.compile(
    r"(?:原因(?:是|为|在于)?|主要(?:是|系|为|因|由于)?|由于|系因?|因为?|[，,、；;。:(]|导致|致使|使得?|相应|^[.、)]?)"
    r"(?:(?:[一二三四五六]是|\([一二三四五六\d]\)|[①②③④⑤]|\d[、.)])?(?:其中|同时|另外?|以及|而)?[:，]?(?:是|因)?(?:本年度?|当年|今年|本部门|本单位|我局)?的?\"?)$"
)
#: 二是…: the next of several reasons.
NEXT_REASON = re.compile(r"\"?(?:[一二三四五六]是|[一二三四五六]、|\([一二三四五六\d]\)|[①②③④]|\d[、.)])")
#: 同口径|较|上年度决算数, 收支各: words before a change that say nothing of what it is.
_NAMELESS = re.compile(
    r"(?:因|由于|受)[^，]*|(?:(?:19|20)\d\d|上-|[上去本当今同]?年(?:度|初|末|底|中)?(?:同期)?|同期|期[初末]|\d{1,2}月(?:\d{1,2}日|底|末)?|决算|预算|[收支]|费用|部门|单位|财政|实际|总[体额量]?|整体|合计|共计?|规模|安排|批复|执行|调整后?|数字?|[省市县区上]级|[与和较比同环按各约净均也则又仅而但并略为的其该全了累计预项两三)）]|分别|上述|以上|相[比较]|对比|同口径|口径|相应|有所|持平|出入|同时|另外?|资金|经费|入|出|/|增长|\([^()]{0,12}\))*+"
)
_ALLOWED = re.compile(r"编制|定员|定编|核编|标准|限额|控制数|控制目标|上限")
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


def of_no_year(words: str) -> bool:
    """比编制数少1人, 比标准少2万元: a difference to what is allowed, and no change against any year or budget."""
    return _ALLOWED.search(words) is not None


def of_distant_year(words: str, year: int | None) -> bool:
    """比2019年(疫情前)减少, said of 2023: a change that is none against the year before."""
    named = _NAMED_YEAR.search(words)
    return named is not None and year is not None and int(named[1]) < year - 1


def last_comparison(gap: str) -> re.Match[str] | None:
    """The comparison that stands nearest to the number behind these words; none where a name stands behind 相比."""
    found = list(COMPARISON.finditer(gap))
    return found[-1] if found and not _ENDS_BEFORE_NAME.search(found[-1]["base"] or "") else None


def compared_at(gap: str) -> int:
    """Where the comparison at the end of the words before a number begins."""
    match = COMPARED_NUMBER.search(gap)
    return match.start() if match else len(gap)


#: 比上年增加主要是：业务费增加: what a reason names that tells how much of the change came of it.
_REASON = re.compile(
    r"主要(?:原因)?(?:[是为系:]|由于|在于){1,2}(?P<named>[^，。；;、]{0,30}?)(?:[增减]|上升|下降|压减|压缩|节约|降低|提高)[^，。；;]{0,30}$"
)


def has_reason_of_another(gap: str, label: str) -> bool:
    """Whether the words up to an amount give a reason for the change, and the amount is of what that names."""
    reason = _REASON.search(gap)
    return reason is not None and names_another(reason["named"], label)


def names_another(words: str, label: str, compared: str | None = None, of_rate: bool = False) -> bool:
    """，彩票公益金(减少2万元), 较上年职业年金(减少2万元), 资金(节约率3%): whether the words before name another thing than the label.

    ``compared`` are those between 较 and the verb. Asked where no label was found: all but words that any change may begin with name something the vocabulary does not know.
    """
    clause = LAST_CLAUSE.search(words)
    said = (clause["words"] if clause else "", compared or "")
    if of_rate and said[0] not in {"", "其", "实际"}:
        return True
    return not all(_says_nothing(part, label) for part in said)


def _says_nothing(words: str, label: str) -> bool:
    """上年度决算数; 上年相比资产 of 资产总额: whether words are none that name anything, but for what the label has as well."""
    if _NAMELESS.fullmatch(words):
        return True
    shared = next((at for at in range(len(words) - 1) if words[at:] in label), None)
    return shared is not None and _NAMELESS.fullmatch(words, 0, shared) is not None
