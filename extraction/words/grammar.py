"""What leads from a label to its number, and what joins clauses: patterns over folded text.

Belongs here: words that stand between labels, stages and numbers of any kind.
Does not belong here: words on one matter (``words_of_*``), vocabulary (``data/reference``), what is done with a match (``clauses``).

Each pattern, here and in ``words_of_*``, is linear in the text and bounded in reach.
"""

from __future__ import annotations

import re

from extraction import reference
from extraction.text.sieve import at_beginnings

#: How far words that belong together stand apart at most, in characters.
REACH = 40


def _not_hidden(word: str) -> str:
    """A name of a stage, but not where it ends a word that names none."""
    before = (hiding.removesuffix(word) for hiding in reference.words_of_no_stage() if hiding.endswith(word))
    return "".join(f"(?<!{re.escape(words)})" for words in before) + re.escape(word)


STAGE_WORD = "|".join(map(_not_hidden, sorted(reference.stage_terms(), key=len, reverse=True)))
#: Words that may stand between a label and its number. Atomic, and repeated possessively below: text made
#: of such words alone must not be tried in every possible division.
CONNECTOR = (
    rf"(?>{STAGE_WORD}|[和与及](?=(?:{STAGE_WORD})[数支出]{{0,3}}[均都])|\([^()0-9]{{0,30}}\)|\([1-5]\d{{2}}(?:\d{{2}}){{0,2}}类?\)|的(?=财政拨款)|全[局委院校所站镇乡]|(?:去年|今年|上年度?)(?=决算|预算|执行|实际)|(?:19|20)\d\d年?(?:度|末|初|底)?(?:[、和与及](?=(?:19|20)\d\d))?|本年度?|年度|全年|财政拨款|一般公共预算|年末|年底|年终"
    r"|共有|共计|合计|小计|总计|总共|一共|总额|总数|人数|金额(?:计(?=\d))?|情况(?=:)|余额|价值|人民币|经费|支出|开支|费用|收入|使用|发生|安排|批复数?|实有|现有|分别|均"
    r"|都(?=[为是])|各|汇总数|账面数|账面值|账面价值|数据|数|额|方面，|，(?=(?:19|20)\d\d年度?年初预算数?$)|[与和]上年(?:预算|决算)?数?(?:基本)?(?:持平|一致)，(?=分别)|共|为|是|仅|只|了|批了|高达|达到|达|约|有|也|:|\"|\)|、|同口径|可比口径|按同口径|按可比口径)"
)
LEADS = re.compile(rf"{CONNECTOR}{{0,8}}+")
LEADS_TO_NUMBER = re.compile(rf"{CONNECTOR}{{0,4}}+(?=\d)")
#: 教育支出|科目, 教育支出|其他普通教育支出使用, the one item of it by its name, and not 教育支出|用于职业教育: a part of the class.
LEADS_OF_CLASS = re.compile(
    rf"类?[\"”]?(?:科目)?(?:(?![和与及等的中内里含])(?!主要|全部|用于|包括|其中)[\u4e00-\u9fff]{{2,20}}支出)?{CONNECTOR}{{0,8}}+"
)
LEADS_LOOSELY = re.compile(r"[^，。;:；\d]{0,30}(?:\d*[^，。;:；\d]{0,10})?$")
OPENING = re.compile(
    rf"^(?:\d{{1,2}}[、.]|\d\.\d{{1,2}})?(?:预算(?:完成|执行|调整|控制)(?:率|情况):|(?:预算)?(?:编制|编报|批复|下达|安排):|(?:[局委部厅办]?机关(?:本级)?|部门|单位)?(?:整体)?(?:预算|预算收支|预算执行|收支|支出|资金使用)情况:)?(?:(?:(?:19|20)\d\d年度?|本年度?|(?:(?:19|20)\d\d)?年初)，|截[至止]到?(?:(?:19|20)\d\d年|当年|年)?(?:12月(?:底|末|31日)?|[底末])，?)?(?:{CONNECTOR}|[本我](?:部门|单位|中心|[局部委办厅院校站所处队馆会镇乡社场园])的?|[局委部厅办]?机关(?:\(?本级\)?)?|本级|[省市县区州旗盟]?(?:第?[一二三四五六七八九十]{{1,4}}届)?(?:人代会|人大(?:第?[一二三四五六七八九十]{{1,2}}次)?(?:会议|会|常委会)?|人民代表大会|财政[局厅]?)(?:审议|审查|后)*(?:批准|批复|通过|核定|下达)(?:中心|学院|医院|学校)?|年中|年初|年末|部门|单位|街道|整体|其中|[省市县区州旗盟]级|地方|财政|批复|批准|下达|核定|当年|省|市|区|县|州|旗|本|我)*+$"
)
#: Words before 支出 that name nothing: 截至2022年12月31日，我局共.
NAMES_NOTHING = re.compile(
    rf"(?:{CONNECTOR}|截[至止]到?|\d{{1,2}}[月日]|底|末|上年度?|去年|同期|今年|累计|实际|本部门|本单位|我部门|我单位|我部|我局|部门|单位|其中|财政|当年|市|区|县|本|我|\(.{{1,3}}\)|[一二三四五六七八九十\d]+[、.])+$"
)
#: 基本支出，系保障机构正常运转的各项支出，: what the spending just named is, before its amount.
DEFINITION = re.compile(r"[，,]?(?:主要)?(?:系|是指|指|即)[^。；;，\d]{4,60}(?:支出|费用|经费)，")
SAME_SUBJECT = re.compile(
    rf"\)?[，、;；,(÷/=]?(?:(?:预算)?执行中|截[至止]到?(?:(?:19|20)\d\d年|当年)?(?:12月(?:31日|底|末)|年[末底])|其中|当年|今年|年中|形成|(?:这|该|此)[笔项]?(?:经费|费用|支出|资金)的?|{CONNECTOR}|，|,)*+(?:(?:有效|严格|均|都)?(?:控制)?在{CONNECTOR}{{0,2}}+)?"
)
_WEAK_LEFT = at_beginnings(
    r"(?:[，、;；:。(÷/=]|——|(?<=\d)\.|学校|医院|收入中|\([一二三四五六七八九十\d]{1,3}\)|其中|包括|包含|内含|共有|(?<!公)共|(?<!(?![局校院位])[\u4e00-\u9fff])(?:当年|全年|本年度?|年度)共?取得|现有|实有|(?<![\u4e00-\u9fff])(?<!其中:)部门|核定|核定的|本部门|本单位|我单位|我部|我局|年度?|末|(?<!至)(?<!截止)年底|月底|另有?|同期"
    rf"|(?:发生|开支)\"?|机关|本级|年中|执行(?:过程)?中|全系统|全[局委部厅办院校站所处队馆镇乡]|[我本][委办厅院校站所处队馆镇乡]|(?:全年|年度|共|实际)仅|年度?部门|[我本](?:[局委部厅办院校站所处队馆会]|中心)部门|[我本]中心|(?:年度?|，)实际实现|实际|累计|{STAGE_WORD})$"
)
#: Before a label that alone says too little: the beginning of a clause, or words that lead to it.
WEAK_LEFT = re.compile(rf"^$|{_WEAK_LEFT.pattern}")
#: (含下属单位) at the end of words: what a bracket adds that holds no number.
GLOSS_AT_END = re.compile(r"\((?:含|包括|不含|汇总)[^()\d]{1,20}\)$")
#: Words between the label of a kind of spending and 支出, 支出合计 behind it: “三公”经费财政拨款支出合计.
BETWEEN_NAMES = re.compile(
    rf"(?:{STAGE_WORD}|:|情况|方面，?|(?:19|20)\d\d年度?|本年度?|全年|共|财政拨款|一般公共预算|\([^()]{{0,12}}\)|总|数|\"|\)|的)*+"
)
THIS_YEAR = re.compile(r"(?:当年|本年度?|(?:19|20)\d\d年度?|的|使用)?")
#: 公务用车运行维护费支出决算比预算无增减变化，比去年增加: what the change is of stands before words that say there is none.
UNCHANGED = re.compile(
    rf"(?:{STAGE_WORD}|支出|数|与|比|较|和|年初|上年度?|去年|无|没有|增减|变化|变动|持平|一致|相同|基本|相比|，|、)*+"
)
#: ；基本支出因增人增资|增加5万元: a label whose change is told behind the reason for it.
REASON_INSIDE = re.compile(r"(?:支出|经费|收入|预算|决算|数)*(?:因|由于|受|随)[^，。；;:\d]{2,24}，?")
#: 预算总额(含上年结转32万元)986万元: what may stand between the bracket and the amount.
BEHIND_BRACKET = re.compile(r"\)(?:共计|合计|总计|共|为|是|达|:)*")
IN_BRACKETS = re.compile(r"\([^()]*\)")
#: What may stand between the beginning of a clause and its label.
CLAUSE_START = re.compile(
    r"(?:其中|另|另外|本年|全年|年末|本部门|本单位|预算|(?:支出|收入)?(?:包括|包含)|(?:19|20)\d\d年度?|\([一二三四五六七八九十\d]+\)|\d[.、]|\"|[:，,])*"
)
#: What stands behind a clause: a mark, or the end of the text.
CLAUSE_MARKS = frozenset({"", "，", "。", "；", ";", ",", ")"})
CLAUSES_END = re.compile(r"[；;]")
#: what follows an amount directly: 480万元，项目支出
NEXT_AMOUNT = re.compile(r"[\d.,]+(?:亿元|万元|元|万)(?:[，、和]|[，、；;][二三四五六七八九十]是)")
#: ≥40%: what is aimed at.
BOUNDS = frozenset("≥≤≧≦<>＜＞")
OF_WHICH = re.compile(r"其中|包括|包含|内含|分别|(?<=[，(])含(?=(?:基本|人员|项目)(?:支出|经费))")
AMONG = re.compile(r"[^，。;:\d]{0,16}中[，:]")
#: 因公出国(境)费、公务用车购置及运行费、公务接待费支出9万元: what joins labels that have one amount between them.
JOINED_IN_SUM = re.compile(r"(?:支出|经费|费用)?[，,]?(?:[和与及、]|以及)")
TO_EACH = re.compile(r"[分各均]")
TO_EACH_ALIKE = re.compile(r"均(?:为|是)?:?$")
EACH_IN_TURN = re.compile(r"分别")
JOINED = re.compile(r"[和与及、]|以及")
