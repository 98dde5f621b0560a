"""Which department a document is of, as its title, form or first sentences name it.

Belongs here: what the name of a body looks like and where a document gives it.
Does not belong here: where that body is (``regions``), bodies that sentences speak of (``bodies``), names of persons (``names``).
"""

from __future__ import annotations

import re
from collections import Counter

from extraction.identity import regions
from extraction.text.normalise import folded

_ORGAN_ENDS = r"人民政府办公室|人民检察院|人民法院|管理委员会|委员会办公室|办事处|人民政府|委员会|管理局|局|厅|委|办公室|办|中心|学校|幼儿园|中学|小学|大学|学院|医院|院|管委会|联络处|管理处|服务处|处|站|所|队|档案馆|图书馆|博物馆|文化馆|馆|基地|林场|农场|公园|电视台|大队|支队|总队|妇联|文联|科协|残联|侨联|工商联|总工会|联合社|供销社|合作社|联社|红十字会|党校|联合会|协会|政府"
#: A look at one character is cheaper than at all ends that a name may have.
_FIRST_OF_END = "".join(sorted({end[0] for end in _ORGAN_ENDS.split("|")}))
_ORGAN = (
    r"(?:(?:中共|中国共产党)[\u4e00-\u9fff]{2,14}?(?:委员会|委)(?:[\u4e00-\u9fff]{2,14}?(?:部|办公室|办|局|委员会|中心|学校|党校|校))?"
    rf"|[\u4e00-\u9fff]{{2,20}}?(?=[{_FIRST_OF_END}])(?:{_ORGAN_ENDS}))"
)
#: In the head of a form alone: elsewhere the party's own name of the body says more.
_PARTY_BODY = r"[\u4e00-\u9fff]{2,12}委(?:组织部|宣传部|统战部)"
#: Words before the name in the head of a form.
_FORM_LABEL = r"单位\(部门\)名称|预算单位|单位名称|部门名称|部门|填报单位|填表单位|编制单位|主管部门(?:及代码|\(单位\))?|实施单位|部门\(单位\)名称|项目单位"
#: What follows the name on the same line.
_AFTER_NAME = r"(?=$|[\n，,。;(|\"]|20|项目|联系|预算|金额单位|单位:|填[报表]|日期|年度"
_FORM_LABEL_BEGINS = re.compile(_FORM_LABEL)
_LABEL_BEFORE = re.compile(rf"^(?:{_FORM_LABEL})[:|]?")
_NAME_LABEL = re.compile(r"^名称:\|?")
_NAME = re.compile(_ORGAN)
_YEAR_BEFORE = re.compile(r"^(?:第[一二三四五六七八九]部分)?(?:关于)?(?:20\d\d年?度?)?")
_NO_PART = re.compile(r"^(?:附件\d*|关于|根据|由|即)")
_NAMED = re.compile(
    rf"(?:(?:{_FORM_LABEL})(?:\(盖章\)|\(公章\))?[:\n|，\"]*(?:\(盖章\)|\(公章\))?)+(?:[\[(]?\d{{3,9}}[\])]?-?)?(?!{_FORM_LABEL})({_ORGAN}|{_PARTY_BODY}){_AFTER_NAME}|{_FORM_LABEL})"
)
#: 单位：某局 2023年度: the short label over a table, on a line without other words.
_NAMED_SHORTLY = re.compile(rf"\n单位[:|]?({_ORGAN})(?=\|*(?:\n|20\d\d年|金额单位))")
#: Only where the words say 为, 是 or 以下简称 it is worth looking for the name of a body in them.
_INTRODUCED = re.compile(
    rf"[。，、;:\s](?=[^为是(，。、;:\s]{{0,60}}+(?:[为是]|\(以下简称))({_ORGAN})(?:\(以下简称[^)]*\))?(?:为|是)"
)
#: 由县农业农村局组织实施: who reports on a project that the title names alone.
_IMPLEMENTED = re.compile(rf"[，。由](?<=由)((?!本|我|该|各){_ORGAN})(?:具体|负责|组织|牵头)+实施")
_PARTY_ORGAN = re.compile(
    r"(中共[\u4e00-\u9fff]{2,14}?(?:委员会|委)(?:办公室|[\u4e00-\u9fff]{2,14}?(?:部|办公室|办|局|委员会|中心|学校|党校|校))?)"
)
#: 《中共某市委关于…的意见》: a paper that is cited, by whoever wrote it.
_CITED = re.compile(r"《[^》]{0,100}》")
#: 中共某市委 某市人民政府印发《…》, 在中共某市委的领导下: named by whoever wrote the report, who is another body.
_OF_ANOTHER = re.compile(r"[^。；，,\n]{0,30}?(?:印发|下发|转发|出台|联合|(?:的)?(?:坚强|正确|统一)?领导)")
#: 现将2022年某县交通运输局…资金项目绩效自评报告如下: whoever reports in the first sentence.
_REPORTS = re.compile(
    rf"现[将就](?:20\d\d年度?)?([\u4e00-\u9fff]{{1,7}}?[省市县区州旗]{_ORGAN})(?=[^。；\n《]{{0,60}}?(?:自评|评价)[^。；，\n《]{{0,12}}如下)"
)
#: The name above the date at the end of a text.
_SIGNED = re.compile(
    rf"\n([\u4e00-\u9fff]{{1,7}}?[省市县区州旗]{_ORGAN})\n20\d\d年\d{{1,2}}月\d{{1,2}}日\s*$"
)
#: 某市科学技术局主要有…: the subject of a line that speaks of the body itself.
_SUBJECT = re.compile(
    rf"\n([\u4e00-\u9fff]{{1,7}}?[省市县区州旗]{_ORGAN})(?=主要(?:有|职责|负责|职能)|承担|内设|现有|设有|共有|(?:具体)?负责)"
)
_SIGNATURE = 200
#: 某市河湖调度中心2022年整体绩效自评报告 一、…: a title that a copy ran on with what follows it.
_BEGINS_LINE = re.compile(
    rf"\n(?:20\d\d年度?)?((?:中共)?[\u4e00-\u9fff]{{1,7}}?[省市县区州旗]{_ORGAN})"
    r"(?=(?:20\d\d年度?|部门|单位|整体|项目|专项资金)(?:[^，。；\n《]{0,16}[^，。；\n《预])?(?:绩效|支出)[^，。；\n《]{0,8}(?:自评|评价|绩效)[^，。；\n《]{0,6}报告)"
)
#: 某县财政局扶贫项目绩效自评: the body that a title begins with.
_BEGINS_TITLE = re.compile(
    r"((?:中共)?[\u4e00-\u9fff]{1,7}?[省市县区州旗][\u4e00-\u9fff]{1,14}?(?:局|厅|人民政府|委员会|办事处))(?![部域面办])"
)
#: Beginnings of words for a body that are no name; 本溪, 全州, 全椒, 全南, 和平, 和县 and others are names.
_SAYS_WHAT = re.compile("[我本][\u4e00-\u9fff]{1,2}[是系为]|[是系]一[所个家]")
_COMMON = re.compile(
    r"(?:本(?!溪)|我|该|各|全(?![州椒南])|其|及|和(?![平县田顺龙林硕静布政])|与|或|等|上级|下属|所属|内设)"
)
_REDACTED = re.compile(r"[*×XＸ]{2,}")
_SUFFIX = re.compile(
    r"(?:关于)?(?:20\d\d年?度?|单位(?=预算|决算)|部门整体支出|整体支出|部门|绩效|自评|预算|决算|项目支出|(?:一般公共预算)?(?:财政拨款)?(?:安排)?(?:的)?\"?三公|一般公共预算).*$"
)
#: 东区城管局(东区综合执法局), 东区交通运输局局本级: what stands behind the name.
_SECOND_NAME = re.compile(r"(?:\([^()]*\)|局?本级|机关本级)+$")
#: …绩效自评报告(临县水利局): a name behind the rest of the title.
_NAME_BEHIND = re.compile(rf"\(({_ORGAN})\)$")
#: 临县城关镇: a town that a title names without 人民政府.
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,7}?[县市区旗][\u4e00-\u9fff]{1,8}(?:镇|乡|街道)")
#: (临县水利局), 临县水利局关于: what stands around a name on its line.
_AROUND_NAME = re.compile(r"^\((?=[^()]*\)$)|(?<=[^()])\)$|关于$")
#: 沅岭县文化馆: a name that begins with its place, before which 博物馆 is that of another body.
_PLACED = re.compile(r"(?:中共)?[\u4e00-\u9fff]{1,7}?[省市县区州旗]")
#: 市委编办 for 市委机构编制委员会办公室.
_LONG_ENDS = {"办": "办公室", "委": "委员会"}
#: How far into a text its department is looked for, in characters.
_HEAD = 6000
_FIRST_PAGES = 3000
_TITLES = 600
_FIRST_LINES = 4


def read_department(title: str | None, text: str) -> str | None:
    """The department as the title names it with its division, else as the form or the first sentences do."""
    in_title = _SUFFIX.sub("", _YEAR_BEFORE.sub("", folded(title or "")))
    in_title = _SECOND_NAME.sub("", _NAME_LABEL.sub("", in_title))
    behind = _NAME_BEHIND.search(folded(title or ""))
    in_title = behind[1] if behind and not _NAME.fullmatch(in_title) else in_title
    is_name = _NAME.fullmatch(in_title) or _TOWN.fullmatch(in_title)
    in_title = in_title if is_name and not _is_common(in_title) else ""
    first_lines = text.split("\n", _FIRST_LINES)[:_FIRST_LINES]
    for printed in (in_title, *first_lines):
        line = _LABEL_BEFORE.sub("", printed)
        if _NAME.fullmatch(line) and regions.locate(line, text):
            return line
    if not in_title:
        lines = [_LABEL_BEFORE.sub("", _AROUND_NAME.sub("", line.lstrip("-—"))) for line in first_lines]
        lines = [line for line in lines if not _FORM_LABEL_BEGINS.search(line)]
        alone = [line for line in lines if _PLACED.match(line) and _NAME.fullmatch(line)]
        if alone and not _is_common(alone[0]):
            return alone[0]  # a name that stands on a line of its own above or below the title
    for find in (_named, _NAMED_SHORTLY.search, _INTRODUCED.search, _begins_line):
        match = find(f"\n{text[:_HEAD]}")
        if match and not _is_common(match[1]):
            name = _clean(match[1])
            placed = _PLACED.match(in_title) and not _PLACED.match(name)
            return in_title if placed or _is_short_for(name, in_title) else name
    if in_title:
        return in_title
    if done := _IMPLEMENTED.search(text[:_FIRST_PAGES]):
        return _clean(done[1])
    if begins := _BEGINS_TITLE.match(folded(title or "")):
        return begins[1]
    return _in_sentences(text) or _most_named_party_body(_CITED.sub("", text))


def _in_sentences(text: str) -> str | None:
    """Whoever reports by the first sentence, by the signature, else by a line that begins with the body's own name."""
    for match in (
        _REPORTS.search(text[:_FIRST_PAGES]),
        _SIGNED.search(text[-_SIGNATURE:]),
        _SUBJECT.search(text[:_FIRST_PAGES]),
    ):
        if match and not _is_common(match[1]):
            return match[1]
    return None


def _most_named_party_body(text: str) -> str | None:
    counted = Counter(
        _clean(match[1]) for match in _PARTY_ORGAN.finditer(text) if not _OF_ANOTHER.match(text, match.end())
    )
    return counted.most_common(1)[0][0] if counted else None


def _named(text: str) -> re.Match[str] | None:
    """The first name behind a label of a form, sought where labels begin."""
    label = _FORM_LABEL_BEGINS.search(text)
    while label:
        if match := _NAMED.match(text, label.start()):
            return match
        label = _FORM_LABEL_BEGINS.search(text, label.start() + 1)
    return None


def _begins_line(text: str) -> re.Match[str] | None:
    return _BEGINS_LINE.search(text, 0, _TITLES)


def _is_short_for(name: str, full: str) -> bool:
    """区城管局 for 沙洲区城市管理局: its characters in their order, and the same last one."""
    rest = iter(full)
    ends = full.endswith((name[-1:], _LONG_ENDS.get(name[-1:], name[-1:])))
    return bool(full) and ends and all(character in rest for character in name)


def _clean(name: str) -> str:
    return _NO_PART.sub("", name)


def _is_common(name: str) -> bool:
    """本单位, 我局 and the like name nobody; 我校是一所九年制学校 says what somebody is."""
    return bool(_COMMON.match(name) or _REDACTED.search(name) or _SAYS_WHAT.search(name))
