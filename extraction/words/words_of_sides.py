"""First words of the names of sources of income and of kinds of spending, as lists print them below all income or all spending.

Belongs here: 其他, 事业, 基本, 项目 and what they mean in such a list.
Does not belong here: full names (``data/reference``), budgets that pay (``words_of_funds``), classes (``words_of_parts``).
"""

from __future__ import annotations

import re

_INCOME = {
    "其他": "other_revenue",
    "其它": "other_revenue",
    "事业": "undertaking_revenue",
    "经营": "business_operation_revenue",
    "上级补助": "superior_subsidy_revenue",
}
_SPENT = {
    "基本": "basic_expenditure",
    "项目": "project_expenditure",
    "经营": "business_operation_expenditure",
}
SIDES = {"total_revenue": _INCOME, "total_resources": _INCOME, "total_expenditure": _SPENT}
#: 按来源分：
DIVIDED = re.compile(r"按(?:资金|收入|经费)?来源(?:渠道|性质)?(?:分类|划分|分)")
#: 、其他2万元; ：基本60万元
MEMBER = re.compile(
    r"[)）]?[，、；;,:(]+(?:其中[:，]?|包括[:，]?)?(?P<what>其他|其它|事业|经营|上级补助|基本|项目)(?:为|:)?"
)
