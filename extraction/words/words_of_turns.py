"""Words for numbers that take up the amounts before them in turn: 分别完成预算的50%、97%.

Belongs here: how such a list begins and goes on.
Does not belong here: 分别占 (``words_of_parts``), whose the numbers are (``clauses_in_turn``).
"""

from __future__ import annotations

import re

_UP = r"增加|增长|上升|提高|超出"
_DOWN = r"减少|下降|降低|节约|压减"
_COMPARED = r"(?:(?:较|比|同比|与)(?:上年度?|去年|(?:19|20)\d\d年度?|年初预算|预算)?(?:同期)?(?:决算|支出|预算)?数?(?:相比，?)?)?"
#: 均有所下降，|分别下降: which way all of them went.
_ALL_WENT = rf"(?:均|都)(?:有所|略有|呈)?(?:{_UP}|{_DOWN})(?:趋势|态势)?，"
#: ，分别完成年初预算的 | ，比上年分别下降 | ，决算分别为
BEGINS = re.compile(
    rf"[，,;；、。]?(?:其中|(?:两|三)项|{_COMPARED})*(?:{_ALL_WENT})?(?:分别(?:为|完成|占)?(?P<base>年初|全年|调整后?|当年|)(?:支出)?预算(?:数)?的?"
    rf"|分别{_COMPARED}(?:{_UP}|{_DOWN})(?:了)?|(?:实际)?(?P<stage>年初预算|全年预算|调整预算|预算|决算|支出决算|实际支出|支出)数?分别(?:为|是))"
)
#: 2019年预算数、决算数分别为6万元、4万元: two stages of one amount.
_STAGE = r"(?:年初预算|全年预算|调整后?预算|预算|决算|支出决算|实际支出)"
STAGES = re.compile(
    rf"(?:[，,:、]|(?:19|20)\d\d年度?|本年度?|的|支出|经费)*(?P<one>{_STAGE})数?(?:[、和与及]|以及)(?P<two>{_STAGE})数?分别(?:为|是)"
)
VERB = re.compile(rf"(?P<up>{_UP})|(?P<down>{_DOWN})")
#: 、50%; 和增加0.4万元
NEXT = re.compile(rf"(?:[、，,和与及]|以及)(?:{_UP}|{_DOWN})?(?:了)?")
ONE_MORE = re.compile(r"\d[\d.,]*(?:亿元|万元|元|%)")
MORE = re.compile(rf"(?:(?:[、，,和与及]|以及)(?:{_UP}|{_DOWN})?(?:了)?\d[\d.]*(?:亿元|万元|元|%))+")


def stage_of(words: str) -> str:
    """The stage of 决算分别为, 年初预算分别为."""
    if words in {"全年预算", "调整预算", "调整后预算"}:
        return "adjusted_budget"
    return "initial_budget" if words.endswith("预算") else "final_account"
