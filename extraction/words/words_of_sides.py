"""First words of the names of kinds of spending, as lists print them below all spending.

Belongs here: 基本, 项目 and what they mean in such a list.
Does not belong here: full names (``data/reference``), sources of income (``words_of_sources``), classes (``words_of_parts``).
"""

from __future__ import annotations

import re

_SPENT = {
    "基本": "basic_expenditure",
    "项目": "project_expenditure",
    "经营": "business_operation_expenditure",
}
SIDES = {"total_expenditure": _SPENT}
#: 、经营2万元; ：基本60万元
#: 本年支出按性质：|基本60万元: a sentence that divides all spending without saying how much it was.
OPENS = re.compile(r"(?:本年|全年|总)?支出(?:合计)?，?按[^，。;:\d]{1,8}(?=:)")
MEMBER = re.compile(r"[)）]?[，、；;,:(]+(?:其中[:，]?|包括[:，]?)?(?P<what>经营|基本|项目)(?:为|:)?")
