"""Words for what grew or fell from one number to another: 由上年的12万元降至8万元, 比上年增加3万元，达15万元.

Belongs here: patterns around the first and around the second of the two.
Does not belong here: by how much something changed (``words_of_change``), rates (``words_of_rates``), budgets (``words_of_stage``).
"""

from __future__ import annotations

import re

_AT = r"(?:年?[末底初])?"
#: 由上年的, 从2021年末的, 由年初: the words before the first number, and when it was.
FROM = re.compile(
    rf"[从由](?:(?P<year>(?:19|20)\d\d)年度?{_AT}|(?P<before>(?:上年度?|去年)(?:同期|{_AT}))|(?P<begins>[年期]初))?(?:决算|支出|实有)?(?:人?数|金额)?的?$"
)
_VERB = r"(?:逐年|逐步|大幅|快速|持续|进一步)?(?:增加|增长|上升|提高|扩大|减少|下降|降低|压缩|压减|缩减|[增减升降])"
_WHEN = rf"(?:(?P<year>(?:19|20)\d\d)年度?{_AT}|本年|今年|目前|现在|[年期][末底])?的?共?"
#: 降至, 增加到2022年末的: between the two.
TO = re.compile(rf"\)?，?{_VERB}了?[到至为]{_WHEN}")
#: 调整为, 变为: the same of people and vehicles; of money it is a budget that was adjusted.
TURNED_TO = re.compile(rf"\)?，?(?:{_VERB}|调整|变)了?[到至为成]{_WHEN}")
#: ，达到15万元: what it came to, behind a change.
COME_TO = re.compile(
    r"[，,；;](?:年末)?(?:总数|总额)?(?:共有|共计|(?:合计|共计|共)?(?:达到?|增至|增加[到至]|降至|减至|减少[到至]|下降[到至]))"
)
