"""Which project a report on one project is about: as its form names it, else as its title does.

Belongs here: the name by which the projects of one department are told apart.
Does not belong here: what was spent on it (``grids``, ``clauses``) and who reports (``identity``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.identity.reportkinds import is_unknown
from extraction.model import Document, Identity, Locator, Observation, Paragraph, Table
from extraction.privacy.masking import mask
from extraction.records import replace
from extraction.text.normalise import fold_span, folded, folded_lines, squeeze

KIND = "project_name"
_LABEL = re.compile(r"项目(?:支出)?名称")
_LABELS = {"项目名称", "项目名称:", "项目支出名称", "项目支出名称:"}
_IN_LINE = re.compile(
    r"^项目(?:支出)?名称:(?P<name>[^\n:]{2,60}?)(?=(?:主管|实施|预算|填报|项目)(?:部门|单位|编码|类别)|$)"
)
#: Beside or below the name a form has these; a list of projects, whose heading is 项目名称 too, has them not.
_OF_A_FORM = re.compile(
    r"(?:主管|实施|预算|填报|项目)(?:部门|单位|属性|类别|类型|资金|负责人).{0,12}|年度资金总额.*|.*总体目标.*|资金情况.*|预算执行情况\(.*"
)
_FORM_ROWS = 4
#: 项目名称 | 造林 | 主管部门 on lines that no table holds, or 项目名称 造林 主管部门 on one.
_FORM_LINES = 12
_ON_A_LINE = re.compile(
    r"^项目(?:支出)?名称:?(?P<name>[^\n:]{2,60}?)(?=(?:主管|实施|预算|填报|项目)(?:部门|单位|编码|类别))"
)
_LONGEST_NAME = 60
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-—至](?:19|20)\d\d)?年?度?")
#: From here on a title says what kind of paper it is, not what it is about.
_KIND_OF_PAPER = re.compile(
    r"(?:项目|专项)?(?:支出|资金|经费)?(?:预算)?(?:整体)?(?:部门|单位)?(?:绩效|自评|自我评价|评价|完成情况|情况)(?P<rest>.*)"
)
_BEFORE = re.compile(r"^[^()]{0,30}?关于(?:印发)?")
_NO_NAME = re.compile(r"^(?:附件\d*:?|的|部门|单位|预算|重点|本级|[()])+|(?:项目|专项|的|[()])+$")
_BEHIND = re.compile(r"\((?P<name>[^()]{2,30})\)$")
_NO_PROJECT = re.compile(r"(?:修改|修订|最终|送审|征求意见|正式|参考|样|初)?[稿表版]|\d*|盖章|公开版?")


def observe(document: Document, who: Identity) -> Iterator[Observation]:
    """The projects that a report on a project names; of a department, forms that are none for it."""
    if who.report_kind == "department_self_evaluation":
        yield from _forms_for_projects(document)
    if who.report_kind != "project_self_evaluation":
        return
    found = list(_in_forms(document)) or list(_in_lines(document))
    if found:
        yield from found
    elif name := named_in_title(who):
        yield Observation(KIND, "title", mask(name), _place_of_title(document, who))


def _forms_for_projects(document: Document) -> Iterator[Observation]:
    """部门整体支出 where a form asks for the name of a project: a form for projects, used for the whole department."""
    for seen in _in_forms(document):
        if "整体" in seen.text:
            yield replace(seen, kind="project_form", code="")


def named_in_forms(document: Document, who: Identity) -> list[int]:
    """Where forms in a document on a whole department name the single project that they are for."""
    if who.report_kind == "project_self_evaluation" or is_unknown(who.report_kind):
        return []
    if not _LABEL.search(folded_lines(document.reading).replace("\n", "")):
        return []  # asked first: most documents hold no such form
    found = [seen.locator.char_start for seen in _in_forms(document) if "整体" not in seen.text]
    return sorted([*found, *_on_lines(document)])


def _on_lines(document: Document) -> Iterator[int]:
    """Where a form whose cells stand on lines, in no table, names its project."""
    lines = list(_cells(document))
    for at, (start, text, of_table) in enumerate(lines):
        if of_table:
            continue  # there its name stands beside it, or it has none
        named = _ON_A_LINE.match(text)
        name = named["name"] if named else text.removeprefix("项目名称").removeprefix(":")
        if named is None and (name == text or len(name) > _LONGEST_NAME):
            continue
        behind = lines[at + 1 : at + 1 + _FORM_LINES]
        if not name and behind:
            name = behind[0][1]
        if "整体" not in name and (named or any(_OF_A_FORM.match(words) for _, words, _ in behind)):
            yield start


def _cells(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Where blocks begin, the words of their lines, parted by bars or not, or of their cells, and whether these are cells of a table."""
    for block in document.blocks:
        if isinstance(block, Table):
            start = block.rows[0][0].span.start
            yield from ((start, folded(cell.text), True) for row in block.rows for cell in row if cell.text)
        else:
            text = fold_span(document.reading, block.span.start, block.span.end).text
            yield from ((block.span.start, cell, False) for cell in text.split("|") if cell)


def begins_with_name(table: Table) -> bool:
    """Whether a row begins with 项目名称 and names one: the sentences in cells of such a form are on that project."""
    return any(len(row) > 1 and row[1].text and folded(row[0].text) in _LABELS for row in table.rows)


def named_in_title(who: Identity) -> str | None:
    """造林 of 某县林业局2022年度造林项目支出绩效自评报告; nothing where the title names none."""
    title = folded(squeeze(who.title or ""))
    for known in (who.department_name, who.region_name):
        title = title.replace(known, "", 1) if known else title
    title = _YEAR.sub("", _BEFORE.sub("", title))
    paper = _KIND_OF_PAPER.search(title)
    name = _NO_NAME.sub("", title[: paper.start()] if paper else title)
    behind = _BEHIND.search(paper["rest"]) if paper else None
    if len(name) < 2 and behind and not _NO_PROJECT.fullmatch(behind["name"]):
        name = _NO_NAME.sub("", behind["name"])
    return name if len(name) > 1 else None


def _in_forms(document: Document) -> Iterator[Observation]:
    if not _LABEL.search(folded_lines(document.reading).replace("\n", "")):
        return  # asked first: most documents hold no such form
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _in_form(block)


def _in_form(table: Table) -> Iterator[Observation]:
    for index, row in enumerate(table.rows):
        column = next((c for c, cell in enumerate(row[:-1]) if folded(cell.text) in _LABELS), None)
        if column is None:
            continue
        label = row[column].text
        name = next((cell for cell in row[column + 1 :] if cell.text and cell.text != label), None)
        around = [
            *row[column + 1 :],
            *(below[0] for below in table.rows[index + 1 : index + _FORM_ROWS] if below),
        ]
        if name and any(_OF_A_FORM.fullmatch(folded(cell.text)) for cell in around if cell is not name):
            place = Locator(name.span.start, name.span.end, table.page, table.number, name.row, name.column)
            yield Observation(KIND, "form", mask(folded(name.text)), place)


def _in_lines(document: Document) -> Iterator[Observation]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            text = fold_span(document.reading, block.span.start, block.span.end).text
            match = _IN_LINE.search(text) if "名称:" in text else None
            if match:
                yield Observation(
                    KIND, "line", mask(match["name"]), Locator(block.span.start, block.span.end)
                )


def _place_of_title(document: Document, who: Identity) -> Locator:
    for block in document.blocks:
        if isinstance(block, Paragraph) and not block.in_table:
            words = squeeze(document.reading[block.span.start : block.span.end]).lstrip("#")
            if words and who.title and who.title.startswith(words):
                return Locator(block.span.start, block.span.end)
    return Locator(0, 0)
