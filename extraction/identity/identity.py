"""What a document says it is: title, year evaluated, form family; with its department, division and kind.

Belongs here: putting identity together; title, year and form from the text itself.
Does not belong here: kinds (``reportkinds``), departments (``departmentnames``), trusting file names or upload dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extraction.identity import regions
from extraction.identity.departmentnames import read_department
from extraction.identity.reportkinds import read_kind
from extraction.model import Document, Identity, Paragraph, Table
from extraction.text.normalise import folded, folded_lines, squeeze

_TITLE = re.compile(
    r"(?:自评|评价|绩效|决算|预算|支出|三公)[^。；]{0,20}(?:报告书?|自评表|情况说明|说明|公开|总结|结果|表)"
    r"|(?:部门|单位|年度?)(?:\(单位\)|（单位）)?(?:预算|决算)(?:公开)?(?:目录)?(?:\.\w{3,4})?$"
    r"|(?:自评|评价)情况$|绩效自评价?$"
    r"|\"?三公[”\"]?经费(?:支出|使用|开支)?(?:(?:决算|预算)(?:情况|$)|(?:预算)?执行情况|(?<=[出用支])情况)"
    r"|(?:综合|收支|财务|财政)(?:预算|决算|预决算)(?:公开)?$"
)
#: 2021—2023年: what is reported on ends with the last, where no year stands alone beside them.
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d年?度?[-—–~～至到]{1,2}((?:19|20)\d\d)(?!\d)")
_YEAR_IN_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?度?")
#: 澧岳县市场监督管理局2020年度: the first line of a title whose second one says what it is.
_BODY_AND_YEAR = re.compile(r"[\u4e00-\u9fff()（）]{4,30}(?:19|20)\d\d年度?")
_YEAR_CUE = re.compile(
    r"[12](?<![较比与于][12])(?:(?<=1)9|(?<=2)0)\d\d(?:年(?:度|末|初|底|财政(?![部厅])|部门预算|年初|年末|预算|决算|全年|本年|我|整体|基本支出|项目支出|收入|支出|，)|度(?=(?:部门|单位)[预决]算))"
)
#: 预算年度：2023; 项目起止时间 2022年1月至12月: the year of a form that has none in its title.
_YEAR_OF_FORM = re.compile(
    r"\n\"?(?:[^\n]{0,40}[|,;)])?(?:(?:预算|评价|自评|所属|项目|决算|填报)?年度|(?:预算|评价|项目)年份)[:|\n]+((?:19|20)\d\d)(?!\d)(?!年\d)"
    r"|起止(?:时间|日期|年限)[:|\n\t]*((?:19|20)\d\d)(?:年|[./-])?(?:0?1|元)月?份?(?:[./-]?0?1日?)?起?[-—~至到]+(?:\2)?年?[./-]?12(?!\d)"
    r"|\n\((?P<alone>(?:19|20)\d\d)年度?\)(?=\n|$)"
)
#: A year that is no date, no part of a document number, not one compared with (2020年无此项预算) and not that of an event (成立于1958年).
_YEAR_NAMED = re.compile(
    r"(?<![\d(较比与于])(?<!结转[至到])(?<!结转)((?:19|20)\d\d)年(?!\d|度?(?:预算)?(?:[均都尚]?无|没有|未)|[^，。；]{0,3}(?:计划|拟|将|继续|预计))"
)
#: 截至2024年12月31日: the end of the year that is reported on.
_END_OF_YEAR = re.compile(r"截[至止]到?((?:19|20)\d\d)年(?:12月|年?[底末])")
#: 附件2：某局2021年度…报告: the number of an annex before the title of its first line.
_ANNEX = re.compile(r"附件\d{0,2}[:：.、]?(?=[^\d:：.、])")
#: Lines of a web page or a form before its title.
_METADATA = re.compile(
    r"[\[【(]*(?:监督索引号|索引号|(?:发布|成文|生成|公开)(?:时间|日期)|发布机构|来源|信息来源|作者|发文|文号|当前位置|首页|附件\d*$)"
)
_FILE_NAME = re.compile(r"[^\n]{4,80}\.(?:pdf|docx?|wps|xlsx?|ofd)\n")
_BEGINNING = 6000
_FIRST_ROWS = 2
#: Rows of a table among which its title is sought.
_TITLE_ROWS = 6


def identify(document: Document) -> Identity:
    """Read the identity of a document; every part that the text does not give stays None."""
    text = document.reading
    lines = _opening_lines(document)
    title = _title(lines)
    flat = folded_lines(text)
    kind = read_kind(folded(title or ""), flat)
    department = read_department(title, flat)
    joined = flat.replace("\n", "")
    region = regions.locate(department or "", joined, folded(title or ""))
    return Identity(
        title=squeeze(title) if title else None,
        department_name=department,
        region_code=region.code if region else None,
        region_name=region.full_name if region else None,
        fiscal_year=_fiscal_year(title, flat),
        report_kind=kind,
        form_family=_form_family(joined, kind),
    )


def _opening_lines(document: Document) -> list[str]:
    lines: list[str] = []
    for block in document.blocks[:30]:
        if isinstance(block, Paragraph) and not block.in_table:
            text = document.reading[block.span.start : block.span.end].strip()
            # 自评报告.pdf, 成文日期: 2024-10-17: what a site puts above the text that it shows
            first, _, others = text.partition("\n")
            apart = others and (_FILE_NAME.match(text) or _METADATA.match(squeeze(first)))
            lines.extend([first, others] if apart else [text])
        elif not isinstance(block, Paragraph):
            lines.extend(_words_above(block))
    return lines


def _words_above(table: Table) -> Iterator[str]:
    """The first two rows of a table, and a title a little below them: under 索引号 | 发布机构."""
    for number, row in enumerate(table.rows[:_TITLE_ROWS]):
        words = [cell.text for cell in row if cell.text]
        if number < _FIRST_ROWS or (len(words) == 1 and _is_title(squeeze(words[0]))):
            yield from words


def _title(lines: list[str]) -> str | None:
    flat = [line for line in (squeeze(line).lstrip("#") for line in lines[:16]) if not _METADATA.match(line)][
        :13
    ]
    if flat and not any(line.startswith("附件") for line in flat[1:3]):
        flat[0] = _ANNEX.sub("", flat[0], count=1)
    if len(flat) > 1 and _is_title(flat[0] + flat[1]):
        broken = not any(map(_is_title, flat[:2]))
        if broken or (_BODY_AND_YEAR.fullmatch(flat[0]) and not _YEAR_IN_TITLE.search(flat[1])):
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
    said = title or ""
    in_title = _YEAR_IN_TITLE.search(_YEARS.sub("", said)) or _YEAR_IN_TITLE.search(_YEARS.sub(r"\1", said))
    if in_title:
        return int(in_title[1])
    if of_form := _YEAR_OF_FORM.search(f"\n{text[:_BEGINNING]}"):
        return int(of_form[1] or of_form[2] or of_form["alone"])
    years = Counter(int(match.group()[:4]) for match in _YEAR_CUE.finditer(text))
    if years:
        return years.most_common(1)[0][0]
    spoken = (*_YEAR_NAMED.finditer(text), *_END_OF_YEAR.finditer(text))
    named = Counter(int(match[1]) for match in spoken)
    return max(named, key=lambda year: (named[year], year)) if named else None


def _form_family(text: str, kind: str) -> str | None:
    if "局机关及二级机构汇总" in text or "职能职责概述" in text:
        return "hunan_form"
    if re.search(r"一级指标.{0,40}三级指标.{0,40}评分标准", text):
        return "rubric_input_process_output_effect"
    if re.search(r"年初预算数.{0,10}全年预算数.{0,10}全年执行数", text):
        return "self_evaluation_table_10_50_30_10"
    return "narrative" if kind != "other" else None
