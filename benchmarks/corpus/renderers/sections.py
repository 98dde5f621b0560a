"""Running text of self-evaluation reports, section by section, each in several phrasings.

Belongs here: sentences about staff, money, procurement, assets, score.
Does not belong here: tables, and the order of sections (``reports``).
"""

from __future__ import annotations

from benchmarks.corpus.accounts import ADJUSTED, FINAL, INITIAL
from benchmarks.corpus.numbers import percent
from benchmarks.corpus.writer import Writer

_WORK = (
    "全年围绕年度任务分解表推进工作，重点事项逐月调度，群众来信来访均在时限内答复。",
    "本部门坚持先有预算后有支出，重大开支集体研究，内部控制流程已嵌入报销系统。",
    "工作中注重业务与财务衔接，季度末对照目标检查一次进度，发现偏差及时纠正。",
)
_PROBLEMS = (
    "一是绩效指标设置偏重数量，质量类指标较少；二是部分任务集中在下半年实施，支出进度前低后高。",
    "一是预算编制的前期测算不够细，二是资产台账更新不够及时，三是绩效自评材料收集不够系统。",
)
_MEASURES = (
    "下一步将提前做好项目储备，细化测算依据，并把绩效目标完成情况与下年度预算安排挂钩。",
    "今后将完善资产动态管理，按月通报支出进度，组织财务与业务人员共同参加绩效管理学习。",
)


def work(writer: Writer) -> str:
    """What the department did, without any figure."""
    return writer.pick(*_WORK)


def problems(writer: Writer) -> tuple[str, str]:
    """Problems and measures."""
    return writer.pick(*_PROBLEMS), writer.pick(*_MEASURES)


def staff(writer: Writer) -> str:
    """Quota and heads."""
    w = writer
    quota, administrative, institution = (
        w.heads(concept, printed=w.pick("人", "名")) for concept in ("staff_quota", "administrative_quota", "institution_quota")
    )  # fmt: skip
    service, retired = w.heads("staff_in_service"), w.heads("staff_retired")
    return w.pick(
        f"人员编制{quota}，其中行政编制{administrative}、事业编制{institution}。年末在职人员{service}，退休人员{retired}。",
        f"核定编制{quota}（行政编制{administrative}，事业编制{institution}），年末在职{service}，离退休人员{retired}。",
        f"编制总数为{quota}，其中：行政编制{administrative}，事业编制{institution}；在职人数{service}；退休{retired}。",
    )


def revenue(writer: Writer) -> str:
    """Income, its sources and the balances."""
    w = writer
    total, fiscal, other = (
        w.money(c) for c in ("total_revenue", "fiscal_appropriation_revenue", "other_revenue")
    )
    opening, closing = w.money("opening_carryover", None), w.money("closing_carryover", None)
    year = w.accounts.year
    return w.pick(
        f"{year}年本年收入合计{total}，其中财政拨款收入{fiscal}，其他收入{other}。年初结转和结余{opening}，年末结转和结余{closing}。",
        f"{year}年度，本年收入{total}，其中：财政拨款收入{fiscal}、其他收入{other}；上年结转{opening}，年末结余{closing}。",
        f"全年总收入{total}，包括财政拨款{fiscal}和其他收入{other}，另有年初结转结余{opening}。年末结转结余{closing}。",
    )


def spending(writer: Writer) -> str:
    """Expenditure with its parts, one nested in the other."""
    w = writer
    total, basic, personnel, public, project = (
        w.money(f"{c}_expenditure") for c in ("total", "basic", "personnel", "public", "project")
    )
    year = w.accounts.year
    return w.pick(
        f"{year}年本年支出合计{total}，其中：基本支出{basic}，项目支出{project}。基本支出中，人员经费{personnel}，公用经费{public}。",
        f"全年总支出{total}。其中基本支出{basic}（人员支出{personnel}，公用支出{public}），项目支出{project}。",
        f"{year}年支出合计为{total}，包括基本支出{basic}、项目支出{project}；基本支出由人员经费{personnel}和日常公用经费{public}构成。",
        _with_shares(w, total, basic, personnel, public, project),
    )


def _with_shares(w: Writer, total: str, basic: str, personnel: str, public: str, project: str) -> str:
    shares = [w.share(f"{c}_expenditure", "total_expenditure") for c in ("basic", "project")]
    return (
        f"本年支出合计{total}，其中：基本支出{basic}，占总支出的{shares[0]}；项目支出{project}，占总支出的{shares[1]}。"
        f"基本支出包括人员经费{personnel}、公用经费{public}。"
    )


def budget(writer: Writer) -> str:
    """Budgets against the final account; the change is said in words with its right sign."""
    w = writer
    accounts = w.accounts
    key = "total_expenditure"
    initial, final = w.money(key, INITIAL), w.money(key, FINAL)
    by_initial = accounts[key, FINAL] - accounts[key, INITIAL]
    words = "增加" if by_initial >= 0 else "减少"
    if w.rng.random() < 0.5:
        adjusted, rate = w.money(key, ADJUSTED), w.completion(key, ADJUSTED)
        return w.pick(
            f"年初预算支出{initial}，调整预算支出{adjusted}，实际支出{final}，完成调整预算的{rate}。",
            f"支出年初预算为{initial}，全年预算为{adjusted}，支出决算为{final}，完成全年预算的{rate}。",
        )
    rate, change = w.completion(key, INITIAL), w.change(key, INITIAL, by_initial)
    return w.pick(
        f"支出年初预算为{initial}，支出决算为{final}，完成年初预算的{rate}。",
        f"支出年初预算安排{initial}，全年实际支出{final}，比年初预算{words}{change}。",
    )


def three_public(writer: Writer) -> str:
    """The three public expenses with their parts."""
    w = writer
    total, travel, purchase, operation, reception = (w.money(c) for c in THREE_PUBLIC)
    budgeted = w.money("three_public_total", INITIAL)
    rate = w.completion("three_public_total", decimals=w.rng.choice((0, 1, 2)))
    return w.pick(
        f"“三公”经费支出{total}，其中：因公出国（境）费{travel}，公务用车购置费{purchase}，公务用车运行维护费{operation}，公务接待费{reception}。",
        f"“三公”经费年初预算为{budgeted}，支出决算为{total}，完成年初预算的{rate}。其中，因公出国（境）费用{travel}；"
        f"公务用车购置费{purchase}，公务用车运行维护费{operation}；公务接待费{reception}。",
        f"全年三公经费支出{total}，年初预算{budgeted}。分项看，公务接待费{reception}、公务用车运行维护费{operation}、"
        f"公务用车购置费{purchase}、因公出国（境）经费{travel}。",
    )


THREE_PUBLIC = (
    "three_public_total",
    "overseas_travel",
    "official_vehicle_purchase",
    "official_vehicle_operation",
    "official_reception",
)


def procurement(writer: Writer) -> str:
    """Procurement by kind."""
    w = writer
    actual, goods, works, services = (
        w.money(f"procurement_{c}") for c in ("actual", "goods", "works", "services")
    )
    budgeted = w.money("procurement_budget", INITIAL)
    return w.pick(
        f"政府采购支出总额{actual}，其中：政府采购货物支出{goods}、政府采购工程支出{works}、政府采购服务支出{services}。",
        f"政府采购预算{budgeted}，政府采购实际支出{actual}，其中货物{goods}、工程{works}、服务{services}。",
        f"全年政府采购支出{actual}，包括货物支出{goods}，工程支出{works}，服务支出{services}。",
    )


def assets(writer: Writer) -> str:
    """The balance sheet, the use of fixed assets, some shares."""
    w = writer
    total, current, net, intangible, owed, worth = (
        w.money(c, None)
        for c in ("total_assets", "current_assets", "fixed_assets_net", "intangible_assets", "total_liabilities", "net_assets")
    )  # fmt: skip
    gross, used, leased, idle = (
        w.money(f"fixed_assets_{c}", None) for c in ("gross", "in_use", "leased", "idle")
    )
    rate = w.rate(
        "fixed_asset_utilisation_rate",
        percent(w.accounts["fixed_assets_in_use", None], w.accounts["fixed_assets_gross", None]),
    )
    share = w.share("current_assets", "total_assets", None)
    return w.pick(
        f"年末资产总额{total}，其中流动资产{current}、固定资产净值{net}、无形资产{intangible}；负债总额{owed}，净资产{worth}。",
        f"年末总资产{total}，其中流动资产{current}，占总资产的{share}；固定资产净值{net}，无形资产{intangible}。",
        f"固定资产原值{gross}，其中在用固定资产{used}，出租出借固定资产{leased}，闲置固定资产{idle}，固定资产利用率{rate}。",
    )


def score(writer: Writer) -> str:
    """Total score and grade."""
    w = writer
    points, grade = w.score(), w.grade()
    return w.pick(
        f"经逐项打分，自评得分{points}，评价等级为“{grade}”。",
        f"对照评分标准，自评总分{points}，自评等级为{grade}。",
        f"综合评价，{w.accounts.year}年度部门整体支出绩效自评得分为{points}，等级为{grade}。",
    )
