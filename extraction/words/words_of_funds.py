"""Words for the money of one budget, and for money that came in and is not yet spent.

Belongs here: patterns that narrow an amount to certain funds or say where these came from.
Does not belong here: the stage of an amount (``words_of_stage``), parts of a whole (``words_of_parts``).
"""

from __future__ import annotations

import re

#: Words that narrow an amount to the money of one budget: 财政拨款基本支出, 一般公共预算支出.
FUND_SCOPE = re.compile(
    r"(?P<general_public_budget>一般公共(?:预算(?:(?:财政)?拨款)?|财政拨款))|(?P<government_fund>政府性基金(?:预算)?(?:(?:财政)?拨款)?)"
    r"|(?P<state_capital>国有资本经营(?:预算)?(?:(?:财政)?拨款)?)|(?P<fiscal_appropriation>财政拨款)"
)
#: 非财政拨款支出, 其他资金安排的基本支出: money of no budget.
OTHER_FUNDS = re.compile(r"(?:非财政拨款|其他资金|自有资金|单位资金)(?:支出|列支|开支|负担)?$")
#: 由事业收入列支: paid by what the department earned.
OWN_MONEY_PAYS = re.compile(
    r"(?:事业收入|事业经费|经营收入|自有资金|单位资金|其他资金|医疗收入)(?:中|全部|统一|全额)*(?:列支|支付|承担|开支|负担)"
)
#: 一般公共预算、政府性基金预算财政拨款收入: the first of two budgets that one amount is of.
BUDGET_JOINED = re.compile(r"(?:一般公共|政府性基金|国有资本经营)预算(?:财政)?(?:拨款)?(?:收入)?[和与及、]$")
#: Before 预算 where that only ends the name of a budget.
NAME_OF_BUDGET = re.compile(r"(?:一般公共|公共财政|政府性基金|基金|国有资本经营)$")
#: What may stand between the name of a budget and what it pays for: 财政拨款安排的基本支出.
PAID_FOR = re.compile(r"(?<=[算款金])(?:资金)?(?:安排|用于)?(?:的)?$")
#: 按政府采购资金类型划分: the money that follows pays for procurement alone.
PROCUREMENT_BY = re.compile(r"按[^，。;]{0,6}采购[^，。;]{0,4}资金")
#: 县财政拨付我局基本支出480万元: money that came in.
GRANTED = re.compile(r"(?:拨付|下达)[^，。;；]{0,12}$")
#: Words by which money of a level of government is given to a project and not yet spent.
PLANNED_FUNDS = re.compile(r"下达|投资|配套|安排|筹措|筹集")
#: 项目资金430万元全部到位: received, not spent.
IN_PLACE = re.compile(r"[\d.,]+(?:亿元|万元|元|万)(?:已|均|全部|全额|足额|如期)*到位")
