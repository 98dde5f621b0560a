"""Words of the first sentence below a heading that names what the sentence is on.

Belongs here: patterns of words that say when and by whom an amount was given, and not of what.
Does not belong here: what joins labels and numbers anywhere (``grammar``), words for stages (``words_of_stage``).
"""

from __future__ import annotations

import re

#: 2022年我局，年初预算安排，共计; 合计 alone may begin the row of a table
SAYS_ONLY_WHEN = re.compile(
    r"(?!(?:合计|总计|小计)$)(?:[省市县区州]级?(?=财政)|截[至止]到?|12月31日|[年月][末底]|(?:19|20)\d\d年(?:度|初)?|本年度?|当年|今年|年初|全年|本部门|本单位|部门|单位|本级|我[局部委办厅院校站所处队馆会镇乡]|(?:[局委厅办]?机关|本级)[及和](?:所属|下属|直属)(?:事业|预算|各)*(?:单位|学校|机构)|机关"
    r"|[，,:、]|共计|合计|总计|总额|总量|总数|总|共|金额|预计|拟|计划|安排|批复|编制|核定|下达|年初预算数?|预算数?|决算数?|支出|执行数?"
    r"|数|额|为|是|达|经费|资金|财政拨款|一般公共预算|当年拨款|拨款|的|约|有|\(万元\))*+"
)
BUDGETED = re.compile(r"预算(?!财政|拨款)|年初|计划|拟")
ARRANGED = re.compile(r"(?<!预算)安排$")
#: ，用于培训；安排30万元，用于宣传: one item after the other, and no list of parts.
_LISTS = r"(?![^；;。]{0,80}(?:其中|包括|分别|构成|:))"
_ONE_MORE = r"[^，。；;\d]{0,20}[\d.,]{1,16}(?:亿元|万元|元|万)(?!，(?:增|减|下降|上升|占|比|较|其中))"
ANOTHER = re.compile(
    rf"{_LISTS}[^；;。]{{0,80}}(?:[；;](?:\d[、.)])?(?!比|较|与|占|其中|同比)|。(?=安排|\d[、.)]|[二三四]是)){_ONE_MORE}"
)
#: 一般公共预算拨款7万元，其他资金2万元: by whom it is paid, one after the other.
OTHER_FUNDS = re.compile(
    r"[，；、](?:其中)?(?:政府性基金|国有资本|其他资金|财政专户|专户|上级|上年结转|自有资金|单位资金)"
)
