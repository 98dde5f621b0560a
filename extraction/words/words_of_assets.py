"""Words for what became of assets within a year.

Belongs here: patterns for how a chain of their values begins and goes on.
Does not belong here: names of assets (``data/reference``), parts of a total (``words_of_parts``).
"""

from __future__ import annotations

import re

#: 固定资产年初数, 固定资产原值期初: the value from which the chain begins.
OPENING = re.compile(
    r"固定资产(?:账面)?(?:原值|总额|总值)?[，:]?(?:(?:19|20)\d\d年)?(?:[年期]初|上年末)(?:账面)?(?:原值|余额|数|价值)?(?:为|是|:)?"
)
#: ，本年购置设备增加 | ，报废减少 | ，年末原值 | ，净值: what the next number of the chain is.
LINK = re.compile(
    r"[，、；;,](?:其中)?(?!同?[比较])(?:"
    r"(?P<more>(?:本[年期]|当年|年内|全年)?(?:[^，。；;\d]{0,24}?(?:增加|新增|增)|(?:新购|购置|购入)[^，。；;\d]{0,16}))"
    r"|(?P<fewer>(?:本[年期]|当年|年内|全年)?(?:[^，。；;\d]{0,24}?(?:减少|减)|(?:报废|处置|核销)[^，。；;\d]{0,16}))"
    r"|(?P<closing>[年期][末底](?:固定资产)?(?:账面)?(?:原值|余额|数|价值|总额)?)"
    r"|(?P<net>(?:固定资产)?(?:账面)?净[值额])"
    r")(?:为|是|达|:)?"
)
#: 本年新增电教设备, 新购置办公家具36件，原值, 报废旧车1辆原值, 报废课桌椅等原值: things that came or went, in a paragraph on assets.
THINGS = re.compile(
    r"(?:(?P<more>(?<!计划)(?<!预算)(?<![拟待应需可将新])(?:新增|新购置?|购置|添置))|(?P<fewer>(?<![待拟应需可])(?:报废|处置|核销|淘汰)))(?!收入|收益)[^，。；;\d]{0,16}?"
    r"(?:设备|家具|图书|仪器|电脑|计算机|课桌椅|终端|用具|器材|物品|资产|车辆?(?=\d{1,5}[辆台]，?(?:账面)?原值))等?[^，。；;\d]{0,6}(?:\d{1,5}(?:件|台|辆|套|批|册|张|个)(?:\(套\))?，?)?(?:账面)?(?:原值|价值|金额)?(?:合计|共计?|为|:)*$"
)
#: 当年增加96万元、减少35万元: what came and what went, which together are the change.
BOTH_WAYS = re.compile(
    r"(?:本[年期]|当年|年内|全年)(?:累计|共)?新?增加?(?:额|固定资产)?(?:为|:)?(?P<more>[\d,.]{1,18})[万亿]?元[，、；;,](?:本[年期]|当年|年内)?"
    r"(?:累计|共)?减少(?:额|固定资产)?(?:为|:)?(?P<fewer>[\d,.]{1,18})[万亿]?元"
)
