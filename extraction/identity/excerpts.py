"""Whether an excerpt that no title introduces is from a report on the money of one project.

Belongs here: what proves it, sections on the money of a project with what was given and what was paid; what disproves it.
Does not belong here: kinds that a title or a heading names (``reportkinds``), what is read of such a text (``projects``).
"""

from __future__ import annotations

import re

_AMOUNT = r"\d[\d,]{0,14}(?:\.\d{1,8})?(?:亿元|万元|元|万)"
#: 1.项目资金到位情况, 资金投入情况分析, 绩效目标分解下达情况, 该项目年初预算: such a report has sections and sentences of this kind.
_OF_ONE_PROJECT = re.compile(
    r"(?:^|\n)一、项目(?:基本)?(?:概况|情况)(?:\n|$)|项目资金(?:到位|下达|执行|使用|支出|收支|安排|拨付|投入|筹集|来源|情况|管理)|绩效目标分解下达|项目总投资"
    r"|资金的?(?:(?:投入|到位|执行|拨付|下达|管理|使用)[和及与、]?){1,3}(?:情况|分析|\n)"
    r"|[该本]项目(?!支出|部)[^，。；\d]{0,14}(?:预算|资金|拨付|投资|支[出付]|\d)"
)
#: 一、绩效目标分解下达情况: the first section of a self-evaluation of a transfer, and of nothing else.
_OF_TRANSFER = re.compile(r"(?:^|\n)[一二]、绩效目标分解下达(?:及[^\n]{1,10})?情况(?:\n|$)")
_GIVEN = re.compile(
    rf"(?:下达|到位|收到|安排|预算|拨付|批复|投入|配套)[^。；]{{0,40}}?{_AMOUNT}|{_AMOUNT}[^。；，]{{0,6}}到位"
)
_PAID = re.compile(rf"(?:执行数?|支付|支出|拨付|发放|使用|报账|兑付)[^，。；\d]{{0,16}}{_AMOUNT}")
#: Words of whole departments, of governments, of newspapers.
_OF_MORE = re.compile(
    r"部门[决预]算|(?<!项目)[收支][入出]?[决预]算|决算表|(?:人员|行政|事业|核定)编制|编制(?:人数|\d)|三公|基本支出|整体支出|(?:人员|公用)(?:经费|支出)|机关运行|内设机构|职工\d"
    r"|[收支]、?[入出支]?总计|[收支][入出]合计|本年收入|财政拨款[收支]|公共预算|基金预算|预算收入|财政收入|记者|[报网日)]讯"
    r"|工资福利|商品和服务|资产(?:总|合计|原值)|(?:我|本)(?:部门|单位|[局委办院校馆站所镇乡])(?:20\d\d年度?|全年|年初)*(?:预算|支出|收入)"
)
_EARLY = 3000


def is_of_one_project(text: str) -> bool:
    """Whether a text without a title says how much was given for one project, how much of it was paid, and nothing of a whole department."""
    early = text[:_EARLY]
    if not ("资金" in early or "项目" in early) or _OF_MORE.search(early):
        return False
    if _OF_TRANSFER.search(early):
        return _GIVEN.search(early) is not None
    # 项目全年预算数为20万元，执行数为19万元: said of each of several in the accounts of a department
    named = _OF_ONE_PROJECT.search(early) or early.count("项目全年预算数") == 1
    return bool(named and _GIVEN.search(early) and _PAID.search(early))
