"""The stage of the budget that headings give to what stands below them.

Belongs here: words for a stage in a heading or in the lead of a paragraph, and when they give none.
Does not belong here: stages beside a label (``labels_of_stage``), what kind of document it is (``identity.reportkinds``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.text.terms import vocabulary

_COMPARING = re.compile(r"[与和较比].{0,20}(?:对比|比较|相比)|对比情况|比较情况|差异")
#: 部门预算管理, 预算绩效管理情况, 预算项目绩效分析: how budgets are handled or what came of them, and no stage of amounts.
_MANAGING = re.compile(r"预算(?:绩效|编制|执行)?(?:的)?管理|预算项目(?:绩效|支出绩效|实施)|预算绩效")
#: Words in a heading that only what was spent is called by.
_SPENT = re.compile("决算|实际|执行|完成|使用|已")
_EXECUTED = re.compile("执行|决算|使用|完成|支出情况|[及和与、](?:实际)?支出$")


def stage_of(headings: tuple[str, ...], usual: str) -> str | None:
    """The stage that the nearest heading names alone (部门预算情况), in a document that usually gives amounts of another.

    （二）全年支出, in the explanation of a budget, stands beside （一）全年收入 and is as planned as that.
    """
    planned = usual == "initial_budget"
    return next(
        (
            stage
            for heading in reversed(headings)
            if (stage := stage_in(heading))
            and not (planned and stage == "final_account" and not _SPENT.search(heading))
        ),
        None,
    )


@lru_cache(maxsize=256)
def stage_in(heading: str) -> str | None:
    """The one stage that a heading or a lead names; none where it compares, manages or names several."""
    if _COMPARING.search(heading) or _MANAGING.search(heading):
        return None  # 与年初预算数对比情况: what is compared with is not what is reported
    stages = {
        match.term.stage
        for match in vocabulary().find(heading)
        if match.term.stage and match.term.strength != "weak"
    }
    if len(stages) == 1 and ("final_account" in stages or not _EXECUTED.search(heading)):
        return str(stages.pop())
    plain = heading.endswith("预算情况") and "决算" not in heading and "执行" not in heading
    return "initial_budget" if plain else None
