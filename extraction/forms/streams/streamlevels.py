"""Words of indicator tables: what a heading says of its column, and the names of levels, for forms that lost their cells.

Belongs here: the names of columns and levels.
Does not belong here: rows of them (``streamindicators``), the headings of whole tables (``scorecolumns``).
"""

from __future__ import annotations

import re

from extraction.text.headnames import common_name

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("level", re.compile(r"[一二]级指标")),
    ("name", re.compile(r"三级指标|指标名称|指标内容")),
    (
        "value",
        re.compile(
            r"指标值(?:\(.*\))?|指标性质|度量单位|计量单位|(?:全年)?(?:实际)?完成(?:值|情况|数)(?:\(.*\))?"
        ),
    ),
    ("reason", re.compile(r"(?:未完成|偏差)?(?:原因|备注)[\u4e00-\u9fff]{0,14}")),
    ("points", re.compile(r"(?:分值|得分)(?:\(.*\))?")),
)
LEVEL_1 = re.compile(r"(?:产出|效益|满意度|投入|过程|效果|决策|管理|履职效能|成本)(?:指标)?(?:\(\d+分?\))?")
LEVEL_2 = re.compile(
    r"(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|生态环境|可持续影响|可持续发展"
    r"|服务对象满意度|社会公众满意度|满意度)(?:指标)?(?:\(\d+分?\))?"
)
#: Names of levels in the forms of departments and provinces; other words in front of a row are the reason of the one before.
OTHER_LEVELS = (
    re.compile(
        r"(?:产出|效果|效益|满意度|投入|过程|决策|管理|履职|成本|运行|部门|能力|可持续|预算|综合)[\u4e00-\u9fff]{0,6}(?:\(\d+分?\))?"
    ),
    re.compile(
        r"(?:[\u4e00-\u9fff]{0,6}(?:数量|质量|进度|时效|成本|效益|管理|满意度|设定|配置|执行|投入|履行|机制|建设)|(?:社会|生态|可持续)影响)(?:\(\d+分?\))?"
    ),
)


def column_of(word: str) -> str | None:
    """What stands below a heading of indicator rows: level, name, value, reason or points; None for other words."""
    word = common_name(word)
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(word)), None)


def is_level(word: str) -> bool:
    """Whether a word is the name of a level of indicators."""
    return LEVEL_1.fullmatch(word) is not None or LEVEL_2.fullmatch(word) is not None
