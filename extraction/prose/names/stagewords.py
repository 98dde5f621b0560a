"""What a word for a stage says by itself: a budget that may hold what came later, money that came in, a word in brackets.

Belongs here: decisions on the word and its neighbours, and which words before it name nothing.
Does not belong here: of what the amount behind it is (``clauses_of_stage``), the words (``data/reference``).
"""

from __future__ import annotations

from extraction.concepts import FUNDS_OF_LEVELS, TOPICS
from extraction.prose.owners import bodies
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Flow, Subject
from extraction.prose.sentence.topics import OF_RATE, comes_out
from extraction.records import replace
from extraction.text.terms import Match, Term
from extraction.words import grammar, words_of_stage

#: Money that came in is not money that was spent.
RECEIVED = {"实际到位", "实际收到", "到账"}
_SPENT_BY_ALL = {"project_expenditure", "total_expenditure", "basic_expenditure"}


def before_gloss(text: str, stages: list[Match]) -> Match:
    """全年预算数(调整预算数): the word that the bracket only explains."""
    last = stages[-1]
    glossed = (
        len(stages) > 1
        and text[stages[-2].end : last.start] == "("
        and stages[-2].term.stage == last.term.stage
    )
    return stages[-2] if glossed else last


def came_in(now: State, subject: Subject, stage: Match) -> bool:
    """项目支出预算8万元，实际到位7万元: money that came in is not money that was spent; behind money of several levels it is of no one level."""
    if stage.term.text not in RECEIVED:
        return False
    if subject.concepts[0] not in FUNDS_OF_LEVELS:
        return subject.concepts[0] in _SPENT_BY_ALL
    since = max(now.text.rfind(mark, now.sentence.start, stage.start) for mark in "；;")
    given = now.sentence.terms_in(max(since, now.sentence.start), stage.start)
    return (
        sum(term.term.concepts[:1] != () and term.term.concepts[0] in FUNDS_OF_LEVELS for term in given) > 1
    )


def is_plain(stage: Term) -> bool:
    """Whether a word for a budget does not say that it is that of the beginning, and so may hold what came later."""
    return stage.stage == "initial_budget" and "年初" not in stage.text and "批复" not in stage.text


def budgets_as_adjusted(flow: Flow) -> bool:
    """部门支出全年预算数84万元，执行80万元。其中项目支出12万元(预算16万元): whether the paragraph has given all spending as adjusted alone."""
    if flow.subject and flow.subject.concepts[0] in TOPICS:
        return False
    stages = {figure.stage for _, figure in flow.amounts if figure and figure.concept == "total_expenditure"}
    return "adjusted_budget" in stages and "initial_budget" not in stages


def is_second_budget(now: State, stage: Match, before: str) -> bool:
    """年初预算500万元，年度预算520万元: beside the budget of the beginning, one that is not called so."""
    subject = now.flow.subject
    if not is_plain(stage.term) or subject is None or subject.stage != "initial_budget":
        return False
    if not grammar.SAME_SUBJECT.fullmatch(before):
        return False
    begun = max(now.sentence.start, subject.start - grammar.REACH)
    return words_of_stage.AS_IT_BEGAN.search(now.text, begun, stage.start) is not None


def after_unknown(now: State, stage: Match, before: str) -> Subject | None:
    """部门预算总额36万元，省追加专项资金11万元，调整后预算总额43万元: of what the sentence began with."""
    first = now.flow.first
    goes_on = now.flow.subject is None and grammar.SAME_SUBJECT.fullmatch(before) is not None
    of_whole = first is not None and first.concepts == (now.around.whole,)
    return first if goes_on and of_whole and "调整后" in stage.term.text else None


def behind_rate(now: State, own: tuple[str, ...]) -> tuple[str, ...]:
    """预算执行率95%，预算数20万元，执行数19万元: what a rate of the department is reckoned of, where two amounts have it."""
    rate = now.flow.subject
    of_item = now.flow.item or now.around.item
    if rate is None or rate.concepts != own or rate.org_scope != "department" or of_item:
        return ()
    return (OF_RATE[own[0]],) if own[0] in OF_RATE and comes_out(now.sentence) else ()


def words_before(now: State, gap_start: int, upto: int) -> tuple[int, str]:
    """Where the words before a stage begin, and those of them that may name what the amount is of.

    我局部门预算（含下属5家单位）年初核定51万元: a bracket that counts bodies says nothing of that, nor one that explains
    the amount before it: 年度预算295万元（包括专项资金），支出决算290万元.
    """
    words = now.text[gap_start:upto]
    aside = words_of_stage.COUNTS_BODIES.match(now.text, now.sentence.start, upto) if ")" in words else None
    if aside and aside.start("bracket") < gap_start < aside.end("bracket"):
        gap_start = now.sentence.start
        words = now.text[gap_start : aside.start("bracket")] + now.text[aside.end("bracket") : upto]
    words = words_of_stage.LIMIT_BEHIND.sub("", words_of_stage.EXPLAINED.sub("", words))
    before = words_of_stage.REASON_FIRST.sub("", words_of_stage.COMPARED_FIRST.sub("", words))
    before = words_of_stage.ADJUSTED_FIRST.sub(
        lambda one: one.group()[0] if one.group()[0] in "，；;" else "", before.rpartition("=")[2]
    )
    before = words_of_stage.MADE_OF_BODIES.sub("", words_of_stage.SAYS_WHAT_IT_IS.sub("", before))
    before = before.removesuffix("财政")  # 年初财政预算安排51万元，全年财政预算数60万元
    return gap_start, bodies.without_own_name(before, now.around.department)


def in_own_year(now: State, again: Subject, gap_start: int, stage_start: int) -> tuple[Subject, bool]:
    """2022年执行数2万元，2023年预算安排9万元: a subject in the year before its stage, and whether an amount of a later year was given.

    What follows is of the later of two years: 增加7万元.
    """
    own = now.sentence.years_until(stage_start, gap_start)
    if not own or grammar.CLAUSES_END.search(now.text, own[-1].end, stage_start):
        return again, False
    latest = now.said.levels.get(again.concepts[0], own[-1].year)
    first = again.first_stage if own[-1].year <= latest else None
    return replace(again, year=None, first_stage=first), own[-1].year < latest
