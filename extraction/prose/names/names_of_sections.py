"""Names that only their section makes plain: 单位运行经费 below 机关运行经费, 政府采购项目3个，预算资金20万元, 项目12个，预算360万元.

Belongs here: patterns of amounts whose name is a word of the heading, or stands before a number of pieces.
Does not belong here: names of the vocabulary (``labels``), what the report's arithmetic decides (``clauses_of_open_names``).
"""

from __future__ import annotations

import re

from extraction.words import grammar

_IN_SUM = r"(?:，?(?:合计|共计|总计))?(?:为|:)?$"
#: 我单位运行经费支出0.3万元, 行政运行经费，合计36万元; not 供水中心运行经费, 下属中心运行经费
_OPERATING = re.compile(
    rf"(?:机关|行政|财政拨款|(?:[我本]|(?<![\u4e00-\u9fff])|(?<=年)|(?<=年度))(?:单位|部门)|[我本](?:中心|[局委办院校站所]))(?:本级)?(?:日常)?运行(?:维持)?经费(?:预算|决算|支出|安排)*{_IN_SUM}"
)
#: 政府采购项目3个，预算资金20万元; not 全县政府采购项目, 未实施政府采购项目
_PROCURED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=年)|(?<=年度)|(?<=涉及)|(?<=安排)|(?<=编制)|(?<=申报)|(?<=[共有]))政府采购(?:项目\d{1,4}个|\d{1,4}个项目)，?(?:采购)?预算(?:资金|金额|总额)?(?:共计|合计|共|为)?$"
)
#: 年初批复预算8个项目985万元, 全年预算项目12个，资金360万元
_PROJECTS = re.compile(
    r"(?P<stage>年初|调整后?|全年)(?:批复|安排|部门|下达|的)*(?:项目)?预算(?:批复|安排|数|支出|实施|共|为)*"
    r"(?:\d{1,4}个项目|项目\d{1,4}个)[，,]?(?:预算|资金|金额|总额|共计|合计|共|总|为|经费)*$"
)


def named_by_section(
    text: str, begins: int, upto: int, headings: tuple[str, ...], stage: str
) -> tuple[str, str, int] | None:
    """Concept, stage and beginning of the name of the amount at ``upto``; None where nothing is sure.

    Args:
        text: folded text of the paragraph.
        begins: where the sentence begins.
        upto: where the amount begins.
        headings: concepts that the nearest heading names.
        stage: the stage of amounts here that print none.
    """
    start = max(begins, upto - 2 * grammar.REACH)
    if "agency_operating_cost" in headings and (named := _OPERATING.search(text, start, upto)):
        return "agency_operating_cost", stage, named.start()
    if text.find("个", start, upto) < 0:
        return None
    if named := _PROCURED.search(text, start, upto):
        return "procurement_budget", "initial_budget", named.start()
    if named := _PROJECTS.search(text, start, upto):
        budget = "initial_budget" if named["stage"] == "年初" else "adjusted_budget"
        return "project_expenditure", budget, named.start()
    return None
