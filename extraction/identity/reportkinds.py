"""Of what kind a document is, and what that says of its amounts: a self-evaluation, accounts, a budget, a statement, a notice.

Belongs here: reading the kind from title and text; the stage that documents of a kind report.
Does not belong here: families of forms and the rest of a document's identity (``identity``).
"""

from __future__ import annotations

import re

from extraction.identity.excerpts import is_of_one_project

#: A firm that evaluates for the finance bureau speaks of whoever asked it to.
_COMMISSIONED = re.compile(r"受[^。，,]{2,30}委托[^。；;]{0,80}(?:评价|评估|评审)")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("notice", re.compile(r"(?:通知|公告|办法|提纲|方案)$|关于[^。]{2,40}的(?:通知|公告)")),
    (
        "three_public_statement",
        re.compile(
            r"(?<!算[和及、]\")(?<!算[和及、与])三公\"?经费[^。]{0,16}(?:说明|公开|决算表|预算表|统计表|决算情况|预算情况|算汇总情况|(?:执行|支出)情况(?=$|\n|[及和与、])|[预决]算$)"
        ),
    ),
    ("review_report", re.compile(r"核查(?:报告|得分|评分)|复核报告")),
    (
        "department_self_evaluation",
        re.compile(
            r"整体(?!绩效(?:较|良|优|好|明显))(?:支出)?[^。]{0,12}(?:自评|评价|绩效)|部门(?:\(单位\))?整体[^。]{0,10}绩效"
            r"|(?:部门|单位)(?:\(单位\))?预算(?:管理|支出)?绩效[^。]{0,8}自评"
            r"|自评(?:报告|表)?\((?:部门|单位)?整体"
        ),
    ),
    (
        "project_self_evaluation",
        re.compile(
            r"转移支付(?:资金)?[^。]{0,30}绩效自评|(?<!财政)(?<!预算)(?<!整体)资金(?:使用(?:情况)?)?绩效自评|(?:补助|补贴|奖补|救助)(?:支出|经费)绩效自评|(?:项目(?!等)(?:支出)?|专项(?:[\u4e00-\u9fff]{0,6}资金|经费|支出)|(?:补助|补贴|奖补|扶持|转移支付|发展|衔接|整合|建设|保障)资金)[^。]{0,14}(?:自评|绩效评价)"
            r"|(?:工程|专项|(?:补助|补贴|奖补|救助|专项|工作|运行|维护)(?:经费|资金)|(?<!公经)费)(?:使用情况|使用)?的?(?:绩效(?:自评|评价)|自评)|自评(?:报告|表)?\((?:专项资金|项目)|绩效目标自评表"
        ),
    ),
    (
        "final_account_explanation",
        re.compile(
            r"决算(?:批复|数据|报表|信息)?(?:公开|情况说明|说明|公开说明)|(?:部门|单位)(?:\(单位\))?决算|收入?支出?决算总?表|年度?(?:收支|财务|财政)?决算$"
        ),
    ),
    (
        "budget_explanation",
        re.compile(
            r"预算(?:批复|数据|报表|信息)?(?:公开|情况说明|说明|公开说明)|(?:部门|单位)(?:综合|收支|财政)?预算(?!绩效)|年度?(?:综合|收支|财政)?预算$|\d年度?(?:财政|收支)?预算(?:收支|安排|编制)?情况(?=\n|$)"
        ),
    ),
)
#: 某局2022年度绩效自评报告: of the whole department, where nothing says that it is of a project.
_EVALUATES_ITSELF = re.compile(r"绩效[^。项]{0,6}自评(?:价)?(?:报告|情况|总结|材料|简表)")
#: 一、项目概况, 项目名称: below a title that does not say what evaluates itself.
_ON_PROJECT = re.compile(r"(?:^|\n)(?:[一二三]、|\([一二三]\))?项目(?:基本)?(?:概况|情况|名称)(?:\n|:|$)")
_ON_DEPARTMENT = re.compile(
    r"(?:^|\n)(?:[一二三]、|\([一二三]\))?(?:部门|单位)(?:\(单位\))?(?:基本)?(?:概况|情况)(?:\n|:|$)"
)
_SPEAKS_OF_BUDGET = re.compile(r"(?<!年初)(?<!公共)预算(?!执行|数的|法|管理|绩效|信息|单位|拨款|财政拨款)")
#: “三公”经费预算为33万元, 车辆购置安排69万元: an amount that was budgeted.
_BUDGETED = re.compile(
    r"(?<!年初)(?<!公共)(?<!基金)(?<!经营)预算(?!执行|拨款|财政拨款)[^。；;，\d]{0,12}\d[\d.,]*(?:万|亿|元)|(?:购置|费|支出|经费)安排\d"
)
_ACCOUNTED = re.compile(
    r"决算|(?<!上年)(?<!去年)年初预算|预算执行|执行[数率]|实支|实际(?:支|使用|执行|完成|到位|采购)|完成(?:支出|预算|年初)|支出完成|[比较]预算(?:安排)?数?(?:相比)?(?:减少|增加|节约|下降|增长)"
)
_SPEAKS_OF_FINAL = re.compile(
    r"决算|(?<!上年)(?<!去年)年初预算|执行|完成|实际|一般公共预算|基金预算|经营预算"
)
#: 财政拨款安排“三公”经费473万元: to be spent; 安排的“三公”经费支出 has been.
_ARRANGED = re.compile(r"经费安排情况|拨款安排[“\"]?三公")
#: 预算, but not in 财政预算拨款 nor in 预算法, which name money and a law.
_BUDGET_NAMED = re.compile(r"预算(?!拨款|财政拨款|法|单位|部门|管理|绩效)")
#: What was spent, or what was budgeted at the start and is named beside it; a note says 年初预算安排的 of all amounts.
_SPENT = re.compile(
    r"决算|(?<!上年)(?<!去年)年初预算(?!安排的)|(?:[本当全]年|[，。；：、])实际支出|实支|[为是]预算的|[比较]预算(?:安排)?数?(?:相比)?(?:减少|增加|节约|下降|增长)|预算(?:安排)?数?为?\d[\d.,]*(?:万元|元|万)[，、,;；](?:全年|当年|实际)?支出\d"
)
#: 2022年“三公”经费预算情况说明: of the budget, whatever its text compares it with; 一般公共预算“三公”经费 names the money.
_TITLE_OF_BUDGET = re.compile(
    rf"^(?!.*(?:决算|执行|使用|完成|对比|支出情况)).*(?<!公共)(?<!基金)(?<!经营){_BUDGET_NAMED.pattern}"
)
#: 2012年“三公”经费预算执行情况: what was spent; …及2013年预算: and the budget of the next year.
_TITLE_OF_SPENDING = re.compile(r"(?:执行|支出|使用)情况")
#: 2023年基本支出预算表: all of it is a budget.
_TABLE_OF_BUDGET = re.compile(r"^(?!.*(?:决算|执行|完成)).*预算(?:总|明细)?表$")
#: Kinds of documents that give what was budgeted, what was spent, or both.
_OF_EITHER = {"three_public_statement", "other", "notice"}
_SELF_EVALUATION = {"review_report", "department_self_evaluation", "project_self_evaluation"}
#: 整体支出绩效目标申报表: what is asked for, and nothing that was done; 绩效目标自评表 is none.
_OF_GOALS = re.compile(
    r"绩效目标(?:(?:申报|审批|批复|审核|公开|备案)?表|(?:编制|设置|设定|批复)?(?:情况)?(?:的)?说明)"
)
_REPORTS_RESULTS = re.compile(r"自评|评价|完成情况|报告")
#: 根据《关于开展绩效自评工作的通知》(某财〔2022〕2号): a notice that is cited.
_CITED = re.compile(r"《[^》]{0,100}》|(?:根据|按照|依据|遵照)[^。；\n]{0,80}?通知")
#: 公布了《2021年某局部门决算》, 作关于2021年决算的报告: what a text of others says that was made public.
_PUBLISHED = re.compile(
    r"(?:公布|公开|发布|晒出|晒|作)[^。]{0,24}?(?P<what>决算|预算)(?:》|的?报告|报表|信息|情况)"
)
_OPENING = 400
_EARLY = 3000


def default_stage(kind: str, title: str | None, text: str) -> str:
    """The stage of an amount that names none: what documents of this kind report.

    A statement on the “三公” expenses is of the budget only if it never speaks of final accounts; where the
    kind is not known, the text speaks more often of the one or of the other.
    """
    if kind == "budget_explanation":
        return "initial_budget"
    if is_self_evaluation(kind) or kind == "final_account_explanation":
        return "final_account"
    text = "".join(text.split())
    if kind == "three_public_statement" and title and _TITLE_OF_BUDGET.search(title):
        return "initial_budget"
    if kind == "three_public_statement" and title and _TITLE_OF_SPENDING.search(title):
        return "final_account"
    if kind == "three_public_statement":
        spent = _SPENT.search(text) is not None
        budgeted = _BUDGET_NAMED.search(text) is not None or _ARRANGED.search(text) is not None
        return "initial_budget" if budgeted and not spent else "final_account"
    if kind == "other" and (
        _OF_GOALS.search(text, 0, _OPENING) or (title and _TABLE_OF_BUDGET.search(title))
    ):
        return "initial_budget"
    if kind == "other" and (published := _PUBLISHED.search(text, 0, _OPENING)):
        return "final_account" if published["what"] == "决算" else "initial_budget"
    budgets = len(_SPEAKS_OF_BUDGET.findall(text)) + len(_ARRANGED.findall(text))
    if kind == "other" and _BUDGETED.search(text) and not _ACCOUNTED.search(text):
        return "initial_budget"
    # a single word on budgets says nothing of the amounts
    return "initial_budget" if budgets > max(1, len(_SPEAKS_OF_FINAL.findall(text))) else "final_account"


def speaks_of_both(kind: str, title: str | None, text: str) -> bool:
    """Whether a document gives budgets and accounts, and neither its kind nor its title says which of them is meant."""
    if title and ("决算" in title) != ("预算" in title) and not _TITLE_OF_SPENDING.search(title):
        return False
    return kind in _OF_EITHER and "决算" in text and _BUDGET_NAMED.search("".join(text.split())) is not None


def is_unknown(kind: str) -> bool:
    """Whether the document does not say of what kind it is: a page without a title, a report of a newspaper."""
    return kind in {"other", "notice"}


def is_of_whole(kind: str) -> bool:
    """Whether a document of this kind is on a whole department or unit, not on one project."""
    return not is_unknown(kind) and kind != "project_self_evaluation"


def is_self_evaluation(kind: str) -> bool:
    """Whether a document of this kind is a report of the warehouse."""
    return kind in _SELF_EVALUATION


def read_kind(title: str, text: str) -> str:
    """The kind that the title names, else the beginning of the text, else of a self-evaluation any of its text."""
    if text[:1] in {"{", "["} and text[-1:] in {"}", "]"}:
        return "other"  # data of a program, whatever its strings say
    if _OF_GOALS.search(title) and not _REPORTS_RESULTS.search(title):
        return "other"
    itself = _EVALUATES_ITSELF.search(title) is not None
    for whole, source in ((False, title), (False, _CITED.sub("", text[:_OPENING])), (True, text)):
        for kind, pattern in _KINDS:
            if (whole or (itself and source is not title)) and not is_self_evaluation(kind):
                continue  # 2015年度部门绩效自评报告 … 部门决算总收入621万元
            if pattern.search(source):
                if (
                    source is not title
                    and kind == "department_self_evaluation"
                    and _is_on_project(title, text)
                ):
                    kind = "project_self_evaluation"
                return "other" if _is_by_others(kind, title, text) else kind
    if not itself:
        return "project_self_evaluation" if not title and is_of_one_project(text) else "other"
    return "project_self_evaluation" if _ON_PROJECT.search(text, 0, _EARLY) else "department_self_evaluation"


def _is_on_project(title: str, text: str) -> bool:
    """Whether a text without a title is on a project: 一、项目基本情况, and no overview of a department."""
    beginning = text[:_EARLY]
    return not title and _ON_PROJECT.search(beginning) is not None and not _ON_DEPARTMENT.search(beginning)


def _is_by_others(kind: str, title: str, text: str) -> bool:
    """绩效评价报告 … 受某县财政局委托: evaluated by a firm, no self-evaluation."""
    return (
        is_self_evaluation(kind) and "自评" not in title and _COMMISSIONED.search(text[:_EARLY]) is not None
    )
