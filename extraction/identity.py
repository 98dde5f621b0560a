"""What a document says it is: title, department, division, year evaluated, kind and form family.

Belongs here: reading identity from the text itself.
Does not belong here: trusting file names or upload dates; figures (``clauses``, ``grids``).
"""

from __future__ import annotations

import re
from collections import Counter

from extraction import regions
from extraction.model import Document, Identity, Paragraph
from extraction.normalise import folded, folded_lines, squeeze

_TITLE = re.compile(
    r"(?:自评|评价|绩效|决算|预算|支出|三公)[^。；]{0,20}(?:报告书?|自评表|情况说明|说明|公开|总结|结果|表)"
    r"|(?:部门|单位|年度?)(?:\(单位\)|（单位）)?(?:预算|决算)(?:公开)?(?:目录)?(?:\.\w{3,4})?$"
    r"|(?:自评|评价)情况$|绩效自评价?$"
    r"|\"?三公[”\"]?经费(?:支出)?(?:决算|预算)(?:情况|$)"
)
_YEAR_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?度?")
_YEAR_CUE = re.compile(
    r"[12](?<![较比与][12])(?:(?<=1)9|(?<=2)0)\d\d年(?:度|末|初|底|部门预算|年初|年末|预算|决算|全年|本年|我|整体|基本支出|项目支出|收入|支出|，)"
)
#: 预算年度：2023; 项目起止时间 2022年1月至12月: the year of a form that has none in its title.
_YEAR_OF_FORM = re.compile(
    r"\n\"?(?:[^\n]{0,40}[|,;)])?(?:预算|评价|自评|所属|项目|决算|填报)?年度[:|\n]+((?:19|20)\d\d)(?!\d)(?!年\d)"
    r"|起止(?:时间|日期|年限)[:|\n]*((?:19|20)\d\d)年?[.-]?0?1月?(?:1日)?[-—~至到]+(?:\2)?年?[.-]?12"
)
#: A year that is no date, no part of a document number and not one compared with.
_YEAR_NAMED = re.compile(r"(?<![\d(较比与])((?:19|20)\d\d)年(?!\d)")
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
    r"(中共[\u4e00-\u9fff]{2,14}?(?:委员会|委)(?:[\u4e00-\u9fff]{2,14}?(?:部|办公室|办|局|委员会|中心|学校|党校|校))?)"
)
#: Beginnings of words for a body that are no name; 本溪, 全州, 全椒, 全南, 和平, 和县 and others are names.
_COMMON = re.compile(
    r"(?:本(?!溪)|我|该|各|全(?![州椒南])|其|及|和(?![平县田顺龙林硕静布政])|与|或|等|上级|下属|所属|内设)"
)
_REDACTED = re.compile(r"[*×XＸ]{2,}")
_SUFFIX = re.compile(
    r"(?:关于)?(?:20\d\d年?度?|单位(?=预算|决算)|部门整体支出|整体支出|部门|绩效|自评|预算|决算|项目支出|(?:一般公共预算)?(?:财政拨款)?(?:安排)?(?:的)?\"?三公|一般公共预算).*$"
)
#: 东区城管局(东区综合执法局), 东区交通运输局局本级: what stands behind the name.
_SECOND_NAME = re.compile(r"(?:\([^()]*\)|局?本级|机关本级)+$")
#: Lines of a web page or a form before its title.
_METADATA = re.compile(
    r"监督索引号|索引号|发布(?:时间|日期|机构)|来源|信息来源|作者|发文|文号|当前位置|首页|附件\d*$"
)
#: A firm that evaluates for the finance bureau speaks of whoever asked it to.
_COMMISSIONED = re.compile(r"受[^。，]{2,30}委托")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("notice", re.compile(r"(?:通知|公告|办法|提纲|方案)$|关于[^。]{2,40}的(?:通知|公告)")),
    (
        "three_public_statement",
        re.compile(
            r"(?<!算[和及、]\")(?<!算[和及、与])三公\"?经费[^。]{0,16}(?:说明|公开|决算表|预算表|统计表|决算情况|预算情况|算汇总情况)"
        ),
    ),
    ("review_report", re.compile(r"核查(?:报告|得分|评分)|复核报告")),
    (
        "department_self_evaluation",
        re.compile(
            r"整体(?:支出)?[^。]{0,12}(?:自评|评价|绩效)|部门(?:\(单位\))?整体[^。]{0,10}绩效"
            r"|(?:部门|单位)(?:\(单位\))?预算(?:管理|支出)?绩效[^。]{0,8}自评"
            r"|自评(?:报告|表)?\((?:部门|单位)?整体"
        ),
    ),
    (
        "project_self_evaluation",
        re.compile(
            r"转移支付(?:资金)?[^。]{0,30}绩效自评|(?:补助|补贴|奖补|救助)(?:支出|经费)绩效自评|(?:项目(?:支出)?|专项(?:[\u4e00-\u9fff]{0,6}资金|经费)|(?:补助|补贴|奖补|扶持|转移支付|发展|衔接|整合|建设|保障)资金)[^。]{0,14}(?:自评|绩效评价)"
            r"|自评(?:报告|表)?\((?:专项资金|项目)"
        ),
    ),
    (
        "final_account_explanation",
        re.compile(
            r"决算(?:公开|情况说明|说明|公开说明)|(?:部门|单位)(?:\(单位\))?决算|收入?支出?决算总?表|年度?决算$"
        ),
    ),
    (
        "budget_explanation",
        re.compile(r"预算(?:公开|情况说明|说明|公开说明)|(?:部门|单位)预算(?!绩效)|年度?预算$"),
    ),
)
#: 某局2022年度绩效自评报告: of the whole department, where nothing says that it is of a project.
_EVALUATES_ITSELF = re.compile(r"绩效[^。项]{0,6}自评(?:价)?(?:报告|情况|总结|材料)")
_SPEAKS_OF_BUDGET = re.compile(r"(?<!年初)预算(?!执行|数的)")
_SPEAKS_OF_FINAL = re.compile(r"决算|年初预算|执行|完成|实际|一般公共预算|基金预算|经营预算")
#: 财政拨款安排“三公”经费473万元: to be spent; 安排的“三公”经费支出 has been.
_ARRANGED = re.compile(r"经费安排情况|拨款安排[“\"]?三公")
#: 预算, but not in 财政预算拨款 nor in 预算法, which name money and a law.
_BUDGET_NAMED = re.compile(r"预算(?!拨款|财政拨款|法)")
#: What was spent, or what was budgeted at the start and is named beside it.
_SPENT = re.compile(r"决算|年初预算|(?:[本当全]年|[，。；：、])实际支出|实支|[为是]预算的")
#: Kinds of documents that give what was budgeted, what was spent, or both.
_OF_EITHER = {"three_public_statement", "other", "notice"}
_SELF_EVALUATION = {"review_report", "department_self_evaluation", "project_self_evaluation"}
#: 沅岭县文化馆: a name that begins with its place, before which 博物馆 is that of another body.
_PLACED = re.compile(r"(?:中共)?[\u4e00-\u9fff]{1,7}?[省市县区州旗]")
#: 市委编办 for 市委机构编制委员会办公室.
_LONG_ENDS = {"办": "办公室", "委": "委员会"}
_OPENING = 400
_EARLY = 3000
_BEGINNING = 6000


def identify(document: Document) -> Identity:
    """Read the identity of a document; every part that the text does not give stays None."""
    text = document.reading
    lines = _opening_lines(document)
    title = _title(lines)
    flat = folded_lines(text)
    kind = _kind(folded(title or ""), flat)
    department = _department(title, flat)
    joined = flat.replace("\n", "")
    region = regions.locate(department or "", joined)
    return Identity(
        title=squeeze(title) if title else None,
        department_name=department,
        region_code=region.code if region else None,
        region_name=region.full_name if region else None,
        fiscal_year=_fiscal_year(title, flat),
        report_kind=kind,
        form_family=_form_family(joined, kind),
    )


def default_stage(kind: str, text: str) -> str:
    """The stage of an amount that names none: what documents of this kind report.

    A statement on the “三公” expenses is of the budget only if it never speaks of final accounts; where the
    kind is not known, the text speaks more often of the one or of the other.
    """
    if kind == "budget_explanation":
        return "initial_budget"
    if is_self_evaluation(kind) or kind == "final_account_explanation":
        return "final_account"
    text = "".join(text.split())
    if kind == "three_public_statement":
        spent = _SPENT.search(text) is not None
        budgeted = _BUDGET_NAMED.search(text) is not None or _ARRANGED.search(text) is not None
        return "initial_budget" if budgeted and not spent else "final_account"
    budgets = len(_SPEAKS_OF_BUDGET.findall(text)) + len(_ARRANGED.findall(text))
    return "initial_budget" if budgets > len(_SPEAKS_OF_FINAL.findall(text)) else "final_account"


def speaks_of_both(kind: str, title: str | None, text: str) -> bool:
    """Whether a document gives budgets and accounts, and neither its kind nor its title says which of them is meant."""
    if title and ("决算" in title) != ("预算" in title):
        return False
    return kind in _OF_EITHER and "决算" in text and _BUDGET_NAMED.search("".join(text.split())) is not None


def is_self_evaluation(kind: str) -> bool:
    """Whether a document of this kind is a report of the warehouse."""
    return kind in _SELF_EVALUATION


def _opening_lines(document: Document) -> list[str]:
    lines: list[str] = []
    for block in document.blocks[:30]:
        if isinstance(block, Paragraph) and not block.in_table:
            lines.append(document.reading[block.span.start : block.span.end].strip())
        elif not isinstance(block, Paragraph):
            lines.extend(cell.text for row in block.rows[:2] for cell in row if cell.text)
    return lines


def _title(lines: list[str]) -> str | None:
    flat = [line for line in (squeeze(line).lstrip("#") for line in lines[:16]) if not _METADATA.match(line)][
        :13
    ]
    if len(flat) > 1 and not any(map(_is_title, flat[:2])) and _is_title(flat[0] + flat[1]):
        return flat[0] + flat[1]  # a title broken over two lines
    return next((line for line in flat[:12] if _is_title(line)), None)


def _is_title(line: str) -> bool:
    return (
        6 <= len(line) <= 60
        and "。" not in line
        and _TITLE.search(line) is not None
        and not re.match(r"[一二三四五六七八九十]+、|附件", line)
    )


def _fiscal_year(title: str | None, text: str) -> int | None:
    """The year of the title; else the one that most statements of the text speak of."""
    in_title = _YEAR_IN_TITLE.search(title or "")
    if in_title:
        return int(in_title[1])
    if of_form := _YEAR_OF_FORM.search(f"\n{text[:_BEGINNING]}"):
        return int(of_form[1] or of_form[2])
    years = Counter(int(match.group()[:4]) for match in _YEAR_CUE.finditer(text))
    if years:
        return years.most_common(1)[0][0]
    named = Counter(int(match[1]) for match in _YEAR_NAMED.finditer(text))
    return max(named, key=lambda year: (named[year], year)) if named else None


def _kind(title: str, text: str) -> str:
    if text[:1] in {"{", "["} and text[-1:] in {"}", "]"}:
        return "other"  # data of a program, whatever its strings say
    for whole, source in ((False, title), (False, text[:_OPENING]), (True, text)):
        for kind, pattern in _KINDS:
            if whole and not is_self_evaluation(kind):
                continue
            if pattern.search(source):
                return "other" if _is_by_others(kind, title, text) else kind
    return "department_self_evaluation" if _EVALUATES_ITSELF.search(title) else "other"


def _is_by_others(kind: str, title: str, text: str) -> bool:
    """绩效评价报告 … 受某县财政局委托: evaluated by a firm, no self-evaluation."""
    return (
        is_self_evaluation(kind) and "自评" not in title and _COMMISSIONED.search(text[:_EARLY]) is not None
    )


def _department(title: str | None, text: str) -> str | None:
    """The department as the title names it with its division, else as the form or the first sentences do."""
    in_title = _SUFFIX.sub("", re.sub(r"^(?:关于)?(?:20\d\d年?度?)?", "", folded(title or "")))
    in_title = _SECOND_NAME.sub("", re.sub(r"^名称:\|?", "", in_title))
    in_title = in_title if re.fullmatch(_ORGAN, in_title) and not _is_common(in_title) else ""
    for printed in (in_title, *text.split("\n")[:4]):
        line = re.sub(rf"^(?:{_FORM_LABEL})[:|]?", "", printed)
        if re.fullmatch(_ORGAN, line) and regions.locate(line, text):
            return line
    if not in_title:
        lines = [re.sub(rf"^(?:{_FORM_LABEL})[:|]?", "", line.lstrip("-—")) for line in text.split("\n")[:4]]
        lines = [line for line in lines if not _FORM_LABEL_BEGINS.search(line)]
        alone = [line for line in lines if _PLACED.match(line) and re.fullmatch(_ORGAN, line)]
        if alone and not _is_common(alone[0]):
            return alone[0]  # a name that stands on a line of its own above or below the title
    for find in (_named, _NAMED_SHORTLY.search, _INTRODUCED.search):
        match = find(f"\n{text[:_BEGINNING]}")
        if match and not _is_common(match[1]):
            name = _clean(match[1])
            placed = _PLACED.match(in_title) and not _PLACED.match(name)
            return in_title if placed or _is_short_for(name, in_title) else name
    if in_title:
        return in_title
    if done := _IMPLEMENTED.search(text[:_EARLY]):
        return _clean(done[1])
    counted = Counter(_clean(match[1]) for match in _PARTY_ORGAN.finditer(text))
    return counted.most_common(1)[0][0] if counted else None


def _named(text: str) -> re.Match[str] | None:
    """The first name behind a label of a form, sought where labels begin."""
    label = _FORM_LABEL_BEGINS.search(text)
    while label:
        if match := _NAMED.match(text, label.start()):
            return match
        label = _FORM_LABEL_BEGINS.search(text, label.start() + 1)
    return None


def _is_short_for(name: str, full: str) -> bool:
    """区城管局 for 沙洲区城市管理局: its characters in their order, and the same last one."""
    rest = iter(full)
    ends = full.endswith((name[-1:], _LONG_ENDS.get(name[-1:], name[-1:])))
    return bool(full) and ends and all(character in rest for character in name)


def _clean(name: str) -> str:
    return re.sub(r"^(?:附件\d*|关于|根据|由|即)", "", name)


def _is_common(name: str) -> bool:
    """本单位, 我局 and the like name nobody."""
    return bool(_COMMON.match(name)) or bool(_REDACTED.search(name))


def _form_family(text: str, kind: str) -> str | None:
    if "局机关及二级机构汇总" in text or "职能职责概述" in text:
        return "hunan_form"
    if re.search(r"一级指标.{0,40}三级指标.{0,40}评分标准", text):
        return "rubric_input_process_output_effect"
    if re.search(r"年初预算数.{0,10}全年预算数.{0,10}全年执行数", text):
        return "self_evaluation_table_10_50_30_10"
    return "narrative" if kind != "other" else None
