"""Words of the funds block of the self-evaluation form: its headings, the labels of its rows, its unit.

Belongs here: what a cell of that block says, where cells are tokens of a stream.
Does not belong here: finding its rows (``forms.streamfunds``, ``forms.streamruns``), what an amount of it is (``columns.funds``).
"""

from __future__ import annotations

import re

HEAD = re.compile(
    r"(?:年初|全年|调整后?|当年)?(?:预算|(?:预算)?执行|决算)数?(?:\([^()]*\))?|预算(?:申报|申请|确定|批复)数?(?:\([^()]*\))?|实际执行数?|年中(?:调整|追加|增减)(?:预算)?数?(?:\([^()]*\))?|(?:分值|(?:预算)?执行率%?|得分)(?:\([^()]*\))?"
)
AMOUNT = re.compile(r"(?:预算|执行|决算|申报|申请|确定|批复|年中调整|年中追加|年中增减)(?:数|\(|$)")
LABEL = re.compile(
    r"(?:按[^:]{2,6}:?)?(?:\(\d\)|\d[.、])?(?:(?:其中)?:?(?:年度|项目|部门|单位)?(?:财政)?(?:资金总额|预算总额)|总额|合计|总计|(?:其中)?:?(?:本年|当年|一般公共预算)?(?:中央|上级|本级|自治区|省级?|市级?|州级?|县级?|区级?|地方)?(?:财政)?(?:补助|配套)?(?:拨款|资金)"
    r"|(?:部门|单位|全年)?(?:整体)?支出(?:总额|合计)|(?:部门|单位)整体支出|(?:其中)?:?上年结转(?:资金)?|(?:其中)?:?(?:其他|单位|自有|非财政|政府预算|财政专户管理)资金|(?:其中)?:?(?:(?:基本|项目)支出|(?:人员|公用)经费))"
)
BEFORE = re.compile(r"资金|万元|\(元\)")
UNIT = re.compile(r"\((?:人民币)?(?:万元|元)\)")
#: The title beside the headings of the block.
TITLE = re.compile(
    r"(?:(?:项目|预算|部门|年度)?资金(?:情况)?|(?:部门|单位)?(?:整体)?支出(?:预算)?|(?:年度|部门|项目)?预算(?:执行情况|申请))(?:\((?:万元|元|\d{1,2}分)\)){0,2}"
)
#: 资金性质: over the labels of the block, behind its title.
OVER_LABELS = re.compile(r"资金(?:来源|性质|类型|类别)|支出(?:类型|性质|类别)")
