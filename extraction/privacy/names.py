"""Finds names of persons where forms ask for them: signatures, contacts, members of a group.

Belongs here: which stretches of a document's text are names. Does not belong here: numbers of persons (masking), and
what is done with the stretches. A stretch counts only where a label asks for a person *and* it begins with a surname,
so that departments and posts stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.model import Document, Table

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛"
    "邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
    "路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂"
    "全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕"
    "楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈"
    "晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉"
    "冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|独孤|南宫"
#: A name of two to four characters; two may stand apart to fill the space of three.
NAME = rf"(?:(?:{COMPOUND})[一-鿿]{{1,2}}|[{SURNAMES}](?:[ 　]{{1,4}}[一-鿿]|[一-鿿]{{1,2}}))"
_ROLES = "局长|副局长|主任|副主任|科长|股长|会计|出纳|同志|书记|部长|副部长|处长|院长|所长"
_END = rf"(?![一-鿿])|(?={_ROLES})"
_LABELS = (
    "联系人|经办人|填报人|填表人|制表人|制表|审核人|复核人|审批人|撰写人|报告人|评价人|核查人|负责人|责任人|评价人员|分管领导|主管领导|"
    "法定代表人|组长|成员|签字|签名|签章|会计|出纳"
)
_LABEL = rf"(?:{_LABELS})"
_AFTER_LABEL = re.compile(
    rf"{_LABEL}(?:[（(][^（）()\n]{{1,8}}[）)])?[ 　]*[:：][ 　]*(?:[（(]签[字章名][）)][ 　]*)?"
    rf"(?P<names>{NAME}(?:{_END})(?:[、，,/ 　]+{NAME}(?:{_END}))*)"
)
#: 经办人郑某某: without a colon only a full name counts, and none that begins with a word of every sentence.
_TOUCHING = re.compile(
    rf"(?:联系人|经办人|填报人|填表人|制表人|审核人|复核人|责任人)(?![和于应时向从都但由能相对利要])"
    rf"(?P<names>[{SURNAMES}][一-鿿]{{2}})(?:{_END})"
)
_NAMES = re.compile(rf"{NAME}(?:[、，,/ 　\n]+{NAME})*+")
_ASKS = re.compile(rf"(?:{_LABEL}|姓[ 　]*名)(?:[（(][^（）()]{{1,8}}[）)])?[:：]?")
#: How cells begin that ask for a name: few do.
_BEGINS = {label[0] for label in _LABELS.split("|")} | set("姓评签")
_COLUMN = re.compile(r"姓[ 　]*名|评价(?:组)?(?:人员|成员)|签[字名章](?:[（(][^（）()]{1,8}[）)])?")


def name_spans(document: Document) -> list[tuple[int, int]]:
    """Where names of persons stand in the document's text, in no order; stretches may overlap."""
    found = [match.span("names") for match in _AFTER_LABEL.finditer(document.text)]
    found += [match.span("names") for match in _TOUCHING.finditer(document.text)]
    for block in document.blocks:
        if isinstance(block, Table):
            found += _in_table(block)
    return found


def _in_table(table: Table) -> Iterator[tuple[int, int]]:
    """Names below a heading that asks for them, or right of a label that does."""
    columns: set[int] = set()
    for row in table.rows:
        asked = False
        for cell in row:
            if (asked or cell.column in columns) and _NAMES.fullmatch(cell.text):
                yield cell.span.start, cell.span.end
            may_ask = cell.text[:1] in _BEGINS
            asked = may_ask and _ASKS.fullmatch(cell.text) is not None
            if may_ask and _COLUMN.fullmatch(cell.text):
                columns.add(cell.column)
