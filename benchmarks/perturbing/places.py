"""Every name of the reference data in every place where a name can stand: one is as good as another.

Belongs here: short texts with a name in one of them, and whether its figure is read.
Does not belong here: texts with truths (``texts``).

Weak names (``strength`` in ``aliases.csv``) say nothing alone and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extraction import reference
from extraction.evaluation.evaluation_truth import value_of
from extraction.extract import extract

_TITLE = "石桥县水利局2022年度部门整体支出绩效自评报告\n\n"
_ACCOUNTS = "石桥县水利局2022年度部门决算公开说明\n\n"
_VALUES = {"money": "523.47", "persons": "47", "percent": "93.56", "points": "93.5", "count": "23"}
_UNITS = {"vehicle_stock": "辆", "reception_batches": "批次", "reception_persons": "人次"}
_MONEY = {
    "is": "2022年{}为523.47万元。",
    "bare": "2022年度，我局{}523.47万元。",
    "after a comma": "2022年，按照县财政局批复，{}523.47万元。",
    "colon": "二、收支情况\n{}：523.47万元。",
    "numbered": "二、收支情况\n1.{}523.47万元。",
    "numbered is": "二、收支情况\n1.{}为523.47万元，全部用于保障正常运转。",
    "list": "有关数据如下：会议费1.20万元；{}523.47万元；培训费0.80万元。",
    "changed": "2022年{}523.47万元，比上年增加12.30万元，增长2.41%。",
    "in all": "2022年，{}共计523.47万元。",
    "reached": "2022年{}达到523.47万元。",
    "spaced": "2022 年{} 523.47 万元。",
    "in yuan": "2022年{}5,234,700.00元。",
    "of which": "2022年有关支出情况如下。其中：会议费1.20万元，{}523.47万元。",
    "named as": "2022年{}为：523.47万元。",
    "unit in brackets": "二、收支情况\n{}（万元）：523.47",
    "arranged": "2022年安排{}523.47万元。",
    "by name of the office": "石桥县水利局2022年{}523.47万元。",
    "whole year": "全年{}523.47万元。",
    "sum": "2022年{}总额为523.47万元。",
    "heading above": "五、{}情况说明\n2022年度为523.47万元，比上年增加12.30万元，增长2.41%。",
    "run on heading": "（三）{}情况。2022年为523.47万元，比上年减少2.10万元。",
    "in brackets": "2022年有关情况（{}523.47万元）均已按规定公开。",
    "bars": "单位：万元\n\n| 项目 | 金额 |\n| 会议费 | 1.20 |\n| {} | 523.47 |\n| 培训费 | 0.80 |\n",
    "tabs": "单位：万元\n项目\t金额\n会议费\t1.20\n{}\t523.47\n培训费\t0.80\n",
    "bars of which": "单位：万元\n\n| 项目 | 金额 |\n| 会议费 | 1.20 |\n| 其中：{} | 523.47 |\n| 培训费 | 0.80 |\n",
    "bars numbered": "单位：万元\n\n| 项目 | 金额 |\n| 1.会议费 | 1.20 |\n| 2.{} | 523.47 |\n",
    "bars with unit": "| 项目 | 金额 |\n| 会议费（万元） | 1.20 |\n| {}（万元） | 523.47 |\n",
    "gaps": "单位：万元\n项目    金额\n会议费    1.20\n{}    523.47\n培训费    0.80\n",
    "heading": "单位：万元\n\n| 单位名称 | {} | 委托业务费 |\n| 石桥县水利局 | 523.47 | 1.20 |\n",
    "cells": "单位：万元\n项目\n金额\n会议费\n1.20\n{}\n523.47\n培训费\n0.80\n",
}
_STAGED = {
    "heading above final": "（一）{}情况\n2022年度决算数523.47万元。",
    "final": "2022年{}决算数523.47万元。",
    "final is": "2022年{}决算为523.47万元。",
    "budget and final": "2022年{}年初预算500.00万元，决算数523.47万元，完成年初预算的104.69%。",
    "three stages": "2022年{}年初预算500.00万元，全年预算530.00万元，执行数523.47万元。",
    "bars of stages": "单位：万元\n\n| 项目 | 年初预算数 | 全年预算数 | 决算数 |\n| 会议费 | 1.00 | 1.10 | 1.20 |\n| {} | 500.00 | 530.00 | 523.47 |\n",
}
#: A heading announces one thing, or both totals in words of its own; 全年 and a budget of the beginning do not go together.
_OF_ONE = {"heading above", "heading above final", "run on heading"}
_OF_NO_STAGE = {"whole year", "after a comma", "arranged"}
_PERSONS = {
    "bare": "2022年末，{}47人。",
    "is": "截至2022年底，我局{}为47名。",
    "after a comma": "根据三定方案，{}47人。",
    "colon": "一、部门概况\n{}：47人。",
    "list": "会议费1.20万元；{}47人；培训费0.80万元。",
    "numbered": "（二）人员情况\n1.{}47人。",
    "spaced": "截至 2022 年底，{} 47 人。",
    "bars": "| 项目 | 数量 |\n| {} | 47 |\n| 公务用车保有量 | 3 |\n",
    "tabs": "项目\t数量\n{}\t47\n公务用车保有量\t3\n",
    "heading": "| 单位名称 | {} |\n| 石桥县水利局 | 47 |\n",
    "form": "\t{}\n\t47\n\t联系人\n\t（略）\n",
}
_PERCENT = {
    "is": "2022年{}为93.56%。",
    "bare": "2022年，{}93.56%。",
    "reached": "2022年，{}达到93.56%。",
    "reached shortly": "2022年{}达93.56%。",
    "colon": "三、预算执行情况\n{}：93.56%。",
    "numbered": "三、预算执行情况\n1.{}93.56%。",
    "bars": "| 指标 | 数值 |\n| {} | 93.56% |\n",
    "tabs": "指标\t数值\n{}\t93.56%\n",
}
_POINTS = {
    "bare": "经自评，{}93.5分。",
    "is": "2022年度我局{}为93.5分。",
    "colon": "四、评价结论\n{}：93.5分。",
    "numbered": "四、评价结论\n1.{}93.5分。",
    "form": "\t{}\n\t93.5\n\t联系人\n\t（略）\n",
    "bars": "| {} | 93.5 |\n| 联系人 | 略 |\n",
}
_COUNT = {
    "bare": "2022年末，{}23#。",
    "is": "截至2022年底，我局{}为23#。",
    "after a comma": "根据有关规定，{}23#。",
    "colon": "二、有关情况\n{}：23#。",
    "numbered": "二、有关情况\n1.{}23#。",
    "bars": "| 项目 | 数量 |\n| {} | 23 |\n| 在职人数 | 40 |\n",
    "tabs": "项目\t数量\n{}\t23\n在职人数\t40\n",
}
_GRADE = {
    "is": "经自评，{}为“良”。",
    "behind a score": "自评得分85.5分，{}为良。",
    "colon": "四、评价结论\n{}：良。",
    "form": "\t自评得分\n\t85.5\n\n\t{}\n\t良\n",
    "form alone": "\t{}\n\t良\n\t联系人\n\t（略）\n",
    "bars": "| {} | 良 |\n| 联系人 | 略 |\n",
}
_PLACES = {
    "money": _MONEY,
    "persons": _PERSONS,
    "percent": _PERCENT,
    "points": _POINTS,
    "count": _COUNT,
    "grade": _GRADE,
}


class Read(NamedTuple):
    """A name in a place, and whether its figure was read there."""

    kind: str
    concept: str
    place: str
    name: str
    found: bool
    also: tuple[str, ...]


def names_in_places(step: int = 1) -> Iterator[Read]:
    """Every ``step``-th name that says something alone, in every place for its kind of figure."""
    strong = [alias for alias in reference.aliases() if alias.strength == ""]
    for alias in strong[::step]:
        kind = reference.concepts()[alias.concepts[0]].kind
        places = _PLACES.get(kind, {})
        if kind == "money" and not alias.stage and reference.concepts()[alias.concepts[0]].nature == "flow":
            places = places | _STAGED
        for place, words in places.items():
            if (place in _OF_ONE and len(alias.concepts) > 1) or (place in _OF_NO_STAGE and alias.stage):
                continue
            yield _read(alias, place, words, kind)


def _read(alias: reference.Alias, place: str, words: str, kind: str) -> Read:
    name = alias.text.replace("(", "（").replace(")", "）")
    unit = _UNITS.get(alias.concepts[0], "个")
    title = _TITLE if kind in ("points", "grade", "percent", "persons") else _ACCOUNTS
    found = extract((title + words.format(name).replace("#", unit)).encode(), "text.txt").figures
    value = "5234700.00" if place == "in yuan" else _VALUES.get(kind, "良")
    stated = {
        figure.concept
        for figure in found
        if value_of(figure.value) == value_of(value) or figure.value == value
    }
    return Read(
        kind,
        alias.concepts[0],
        place,
        alias.text,
        set(alias.concepts) <= stated,
        tuple(sorted(stated - set(alias.concepts))),
    )
