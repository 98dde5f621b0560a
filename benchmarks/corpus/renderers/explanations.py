"""Budget and final-account explanations and 三公 statements in running text.

Belongs here: the sentences of these three genres.
Does not belong here: self-evaluation reports (``sections``), their tables (``statements``).
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from random import Random

from benchmarks.corpus.accounts import FINAL, INITIAL, Accounts
from benchmarks.corpus.page import Rendering
from benchmarks.corpus.renderers.mirror import mirrored
from benchmarks.corpus.writer import Style, Writer

_CLASSES = Path(__file__).parents[3] / "data" / "reference" / "function_classes.csv"


def final_account(accounts: Accounts, rng: Random) -> Rendering:
    """The explanation of a final account: totals, classes, shares, completion rates."""
    return _final_account("final_account_text", Writer(accounts, rng, Style(separators=rng.random() < 0.5)))


def final_account_mirror(accounts: Accounts, rng: Random) -> Rendering:
    """The same as a mirror copy."""
    page = _final_account("final_account_mirror", Writer(accounts, rng))
    page.identity.pop("department_name")
    page.finish = mirrored
    return page


def _final_account(layout: str, w: Writer) -> Rendering:
    name, year = w.accounts.department.name, w.accounts.year
    body = "\n\n".join(
        [
            f"一、收入支出总体情况\n\n{_totals(w)}",
            f"二、支出决算情况\n\n{_outlay(w)}\n\n{_classes(w)}",
            f"三、“三公”经费支出决算情况\n\n{_cars(w)}",
            f"四、其他重要事项\n\n{_other(w)}",
        ]
    )
    return w.page(layout, "final_account_explanation", f"{name}{year}年度部门决算情况说明", body)


def _totals(w: Writer) -> str:
    resources, uses, revenue, spent = (
        w.money(c) for c in ("total_resources", "total_uses", "total_revenue", "total_expenditure")
    )
    opening, closing = w.money("opening_carryover", None), w.money("closing_carryover", None)
    year = w.accounts.year
    both = w.money("total_resources", also_right=("total_uses",))
    return w.pick(
        f"{year}年度收入总计{resources}，其中：本年收入合计{revenue}，年初结转和结余{opening}。"
        f"支出总计{uses}，其中：本年支出合计{spent}，年末结转和结余{closing}。",
        f"{year}年度收、支总计{both}。本年收入合计{revenue}；本年支出合计{spent}；年末结转和结余{closing}。",
        f"{year}年度收入支出总计均为{both}。其中，本年收入合计{revenue}，上年结转{opening}，本年支出合计{spent}。",
    )


def _outlay(w: Writer) -> str:
    spent, basic, project = (w.money(f"{c}_expenditure") for c in ("total", "basic", "project"))
    personnel, public = w.money("personnel_expenditure"), w.money("public_expenditure")
    shares = [w.share(f"{c}_expenditure", "total_expenditure") for c in ("basic", "project")]
    budget = w.money("total_expenditure", INITIAL)
    rate = w.completion("total_expenditure")
    return w.pick(
        f"本年支出合计{spent}，其中：基本支出{basic}，占{shares[0]}；项目支出{project}，占{shares[1]}。"
        f"基本支出中：人员经费{personnel}，公用经费{public}。",
        f"支出年初预算为{budget}，支出决算为{spent}，完成年初预算的{rate}。其中：基本支出{basic}，项目支出{project}。",
        f"本年支出{spent}。按支出性质分，基本支出{basic}（人员经费{personnel}、公用经费{public}），项目支出{project}。",
    )


def _classes(w: Writer) -> str:
    amounts = []
    for code, value in w.accounts.functions.items():
        name = class_name(code, w.accounts.year)
        amount = w.amount("function_class_amount", FINAL, value, function_code=code)
        amounts.append(w.pick(f"{name}{amount}", f"{name}（类）{amount}"))
    return w.pick("按功能分类：", "支出按功能科目划分，") + "；".join(amounts) + "。"


def _cars(w: Writer) -> str:
    total, travel, vehicle, purchase, operation, reception = (
        w.money(c)
        for c in ("three_public_total", "overseas_travel", "official_vehicle", "official_vehicle_purchase", "official_vehicle_operation", "official_reception")
    )  # fmt: skip
    budget = w.money("three_public_total", INITIAL)
    rate = w.completion("three_public_total")
    saved = w.change(
        "three_public_total",
        INITIAL,
        w.accounts["three_public_total", FINAL] - w.accounts["three_public_total", INITIAL],
    )
    return w.pick(
        f"“三公”经费支出决算为{total}，完成预算{budget}的{rate}。其中：因公出国（境）费{travel}，"
        f"公务用车购置及运行维护费{vehicle}（公务用车购置费{purchase}，公务用车运行维护费{operation}），公务接待费{reception}。",
        f"“三公”经费年初预算为{budget}，支出决算为{total}，比年初预算减少{saved}，主要原因是厉行节约。"
        f"其中公务接待费{reception}，公务用车运行维护费{operation}，公务用车购置费{purchase}，因公出国（境）费{travel}。",
    )


def _other(w: Writer) -> str:
    cars = w.heads("vehicle_stock", "辆")
    actual, goods, works, services = (
        w.money(f"procurement_{c}") for c in ("actual", "goods", "works", "services")
    )
    batches, persons = w.heads("reception_batches", "批次"), w.heads("reception_persons", "人次")
    return (
        f"政府采购支出总额{actual}，其中：政府采购货物支出{goods}、政府采购工程支出{works}、政府采购服务支出{services}。"
        + w.pick(
            f"年末公务用车保有量{cars}。", f"截至年末共有车辆{cars}。", f"国内公务接待{batches}、{persons}。"
        )
    )


def budget(accounts: Accounts, rng: Random) -> Rendering:
    """The explanation of a budget: everything is an initial budget."""
    w = Writer(accounts, rng, Style(separators=rng.random() < 0.5, trimmed=rng.random() < 0.3))
    name, year = accounts.department.name, accounts.year
    body = "\n\n".join(
        [
            f"第一部分　部门概况\n\n{name}承担本辖区相关管理与服务职责。人员编制{w.heads('staff_quota')}，在职人员{w.heads('staff_in_service')}。",
            f"第二部分　收支预算\n\n{_planned(w)}",
            f"第三部分　其他事项\n\n{_planned_cars(w)}\n\n政府采购预算{w.money('procurement_budget', INITIAL)}。",
        ]
    )
    return w.page("budget_text", "budget_explanation", f"{name}{year}年部门预算情况说明", body)


def _planned(w: Writer) -> str:
    revenue, fiscal, other, spent, basic, personnel, public, project = (
        w.money(c, INITIAL)
        for c in ("total_revenue", "fiscal_appropriation_revenue", "other_revenue", "total_expenditure",
                  "basic_expenditure", "personnel_expenditure", "public_expenditure", "project_expenditure")
    )  # fmt: skip
    share = w.share("fiscal_appropriation_revenue", "total_revenue", INITIAL)
    year = w.accounts.year
    return w.pick(
        f"{year}年部门收入预算总额{revenue}，其中：财政拨款收入{fiscal}，占收入预算总额的{share}；其他收入{other}。"
        f"{year}年部门支出预算总额{spent}，其中：基本支出{basic}，包括人员经费{personnel}、公用经费{public}；项目支出{project}。",
        f"{year}年收入总预算{revenue}，包括财政拨款收入{fiscal}、其他收入{other}。支出总预算{spent}，"
        f"其中基本支出{basic}（人员经费{personnel}，日常公用经费{public}），项目支出{project}。",
    )


def _planned_cars(w: Writer) -> str:
    total, travel, purchase, operation, reception = (
        w.money(c, INITIAL)
        for c in ("three_public_total", "overseas_travel", "official_vehicle_purchase", "official_vehicle_operation", "official_reception")
    )  # fmt: skip
    return w.pick(
        f"{w.accounts.year}年“三公”经费预算{total}，其中：因公出国（境）费{travel}，公务用车购置费{purchase}，公务用车运行维护费{operation}，公务接待费{reception}。",
        f"“三公”经费年初预算安排{total}。其中：公务接待费{reception}，与上年持平；公务用车运行维护费{operation}；公务用车购置费{purchase}；因公出国（境）费{travel}。",
    )


def three_public(accounts: Accounts, rng: Random) -> Rendering:
    """A statement of the three public expenses alone, budget and final in one clause."""
    w = Writer(
        accounts, rng, Style("元", "元", True) if rng.random() < 0.3 else Style(trimmed=rng.random() < 0.4)
    )
    name, year = accounts.department.name, accounts.year
    items = {
        "因公出国（境）费": "overseas_travel",
        "公务用车购置费": "official_vehicle_purchase",
        "公务用车运行维护费": "official_vehicle_operation",
        "公务接待费": "official_reception",
    }
    lines = [
        f"（{numeral}）{label}支出决算为{w.money(concept)}，年初预算为{w.money(concept, INITIAL)}。"
        for numeral, (label, concept) in zip("一二三四", items.items(), strict=True)
    ]
    total, planned = w.money("three_public_total"), w.money("three_public_total", INITIAL)
    rate = w.completion("three_public_total", decimals=w.rng.choice((0, 2)))
    opening = w.pick(
        f"{year}年度“三公”经费支出年初预算为{planned}，支出决算为{total}，完成年初预算的{rate}。",
        f"{year}年度“三公”经费支出决算为{total}，完成预算{planned}的{rate}。",
    )
    counts = f"全年公务接待{w.heads('reception_batches', '批次')}、{w.heads('reception_persons', '人次')}，公务用车保有量{w.heads('vehicle_stock', '辆')}。"
    return w.page(
        "three_public_text", "three_public_statement", f"{name}{year}年度“三公”经费支出决算情况说明",
        "一、总体情况\n\n" + opening + "\n\n二、分项情况\n\n" + "\n\n".join(lines) + "\n\n" + counts,
    )  # fmt: skip


def class_name(code: str, year: int) -> str:
    """The name of a function class in a year."""
    return next(
        name for number, name, start, end in _classes_by_year() if number == code and start <= year <= end
    )


@lru_cache(maxsize=1)
def _classes_by_year() -> tuple[tuple[str, str, int, int], ...]:
    with _CLASSES.open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["code"], row["name"], int(row["valid_from"]), int(row["valid_to"] or 9999))
            for row in csv.DictReader(file)
        )
