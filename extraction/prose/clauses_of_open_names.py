"""Names that leave open what they are: 结余 by itself, 固定资产 without 原值 or 净值.

Belongs here: what the words around such a name decide, and how little is certain where they decide nothing.
Does not belong here: what the report's arithmetic decides of it (``witness``).
"""

from __future__ import annotations

import re

from extraction.prose import levels_of_funds
from extraction.prose.clauses_of_counts import CountClauses
from extraction.prose.doubts import PROJECT_GUESSED
from extraction.prose.names_of_sections import named_by_section
from extraction.prose.subjects import Subject
from extraction.records import replace
from extraction.text.numbers import Number
from extraction.witnesses.witness import GROSS_OR_NET, OPEN_BALANCE
from extraction.witnesses.witness_of_projects import ONE_PROJECT
from extraction.words import grammar, words_of_parts, words_of_project, words_of_stage

_LEADS = r"(?:合计|总计|共计|总额|共|为|是|达|:)*"
_BALANCE = re.compile(rf"[，、；;,。]?(?:年末|当年|本年|收支|其中|资金|的|，)*(?:收支)?结余{_LEADS}")
_FIXED = re.compile(
    rf"(?:^|[，、；;。:(])(?:(?:19|20)\d\d年(?:度|末|底)?|其中|包括|年末|期末|现有|我?[局部委院校]|本?单位|共有|拥有|[:，])*固定资产{_LEADS}$"
)
#: 固定资产1862万元(原值2600万元): what the first amount is, the second says.
_SAYS = re.compile(r"[(，,](?:其中)?(?:账面)?(?P<what>原值|净值|净额)")
_WHICH = {"原值": "fixed_assets_net", "净值": "fixed_assets_gross", "净额": "fixed_assets_gross"}
_LEVELS = {
    "中": ("upper_level_funds", "central"),
    "省": ("upper_level_funds", "provincial"),
    "自": ("upper_level_funds", "provincial"),
    "地": ("upper_level_funds", "municipal"),
    "州": ("upper_level_funds", "municipal"),
    "市": ("upper_level_funds", "municipal"),
    "县": ("local_level_funds", None),
    "区": ("local_level_funds", None),
}
#: A sentence may hold thousands of amounts.
_AMOUNTS_ASKED = 8
_FUNDS = {"upper_level_funds", "local_level_funds"}
_INCOME = {"total_revenue", "total_resources"}
_SPENT = {"total_expenditure", "total_uses"}


class OpenNameClauses(CountClauses):
    """Clauses whose name leaves something open."""

    def _open_name(self, number: Number, gap_start: int) -> Subject | None:
        """What an amount is whose label the vocabulary does not know for certain; None for any other."""
        if number.base_unit != "yuan":
            return None
        if self._flow.of_another >= 0:
            ended = grammar.CLAUSES_END.search(self._text, gap_start, number.start)
            return self._balance(number, gap_start) if ended else None
        if self._is_adjusted_by(number, gap_start):
            return Subject(("budget_adjustment",), "adjusted_budget", "年中调整", gap_start)
        if named := self._named_by_section(number) or self._spent_of_budget(number, gap_start):
            return named
        if of_project := self._of_one_project(number, gap_start):
            return of_project
        if balance := self._balance(number, gap_start):
            return balance
        start = max(self._sentence.start, number.start - grammar.REACH)
        fixed = _FIXED.search(self._text[start : number.start])
        if fixed is None or start + fixed.end() <= gap_start:
            return None
        begins = start + fixed.group().index("固定") + fixed.start()
        if said := _SAYS.match(self._text, number.end):
            return Subject((_WHICH[said["what"]],), None, "固定资产", begins)
        wholes = (self._flow.subject, self._flow.list_whole)
        listed = any(whole is not None and "total_assets" in whole.concepts for whole in wholes)
        concept = "fixed_assets_net" if listed else "fixed_assets_gross"
        return Subject((concept,), None, "固定资产", begins, note=GROSS_OR_NET)

    def _of_one_project(self, number: Number, gap_start: int) -> Subject | None:
        """Money of the one project that the report is on: who gave it, how much in all, what was spent."""
        if self._around.whole != "project_expenditure":
            return None
        if number.start in self._flow.levels:
            source, stage = self._flow.levels[number.start]
            return source and Subject(
                source[:1], stage, "", gap_start, fund_scope=source[1], note=self._note_on_whole(number)
            )
        if all_funds := self._adds_up(number, gap_start):
            return all_funds
        if funds := self._funds_of_level(number, gap_start) or self._granted(number, gap_start):
            return funds
        whole = (self._around.whole,)
        if self._is_put_in(number, gap_start):
            return Subject(whole, "initial_budget", "投入", gap_start, note=ONE_PROJECT)
        if self._sums_up_funds(number, gap_start):
            return Subject(whole, "initial_budget", "合计", gap_start, note=ONE_PROJECT)
        clause = self._text[self._clause_of(number, gap_start) : number.start]
        if self._flow.first is None and words_of_project.APPROVED.fullmatch(clause):
            return Subject(whole, "initial_budget", "批复", gap_start, stage_printed=True, note=ONE_PROJECT)
        if self._is_arranged(number, clause):
            note, begins = self._note_on_whole(number), self._behind_year(number, gap_start)
            return Subject(whole, "initial_budget", "安排", begins, stage_printed=True, note=note)
        if self._is_spent_on_project(number, gap_start) or self._is_paid_of_budget(number, gap_start):
            return Subject(whole, "final_account", "支出", gap_start, stage_printed=True, note=ONE_PROJECT)
        return None

    def _is_arranged(self, number: Number, clause: str) -> bool:
        """推动农村发展，安排项目资金56万元。: the budget of the project, in a clause that says nothing else of it.

        A second one in the sentence is stated as well: several are of parts, and ``settle_projects`` leaves them all out.
        """
        if self._flow.first is not None and self._flow.first.label != "安排":
            return False
        if words_of_project.OF_OTHER_TIMES.search(self._text, self._said_from(number), number.start):
            return False
        behind = self._text[number.end : number.end + 1]
        if behind not in words_of_project.ENDS_CLAUSE or self._text.startswith("用于", number.end + 1):
            return False
        listed = grammar.OF_WHICH.search(self._text, self._said_from(number), number.start)
        return listed is None and words_of_project.ARRANGED.fullmatch(clause) is not None

    def _note_on_whole(self, number: Number) -> str:
        """The note on all the money of the project, as sure as the words before it are that it is no more and no less."""
        doubted = words_of_project.MAY_BE_OTHER.search(self._text, self._said_from(number), number.start)
        return PROJECT_GUESSED if doubted else ONE_PROJECT

    def _adds_up(self, number: Number, gap_start: int) -> Subject | None:
        """财政衔接资金共107万元，其中中央资金63万元、县级资金44万元: all the money of the project, as its levels add up to it."""
        before = self._said_from(number), number.start
        if self._flow.first is not None or words_of_project.OF_OTHER_TIMES.search(self._text, *before):
            return None
        found = levels_of_funds.adding_up(self._text, number)
        begins = self._clause_of(number, gap_start)
        stage = levels_of_funds.stage_of(self._text[begins : number.start]) if found else None
        if found is None or stage is None:
            return None
        self._flow.levels = {start: (source, stage) for start, source in found.items()}
        note = self._note_on_whole(number)
        return Subject((self._around.whole,), stage, "合计", begins, stage_printed=True, note=note)

    def _spent_of_budget(self, number: Number, gap_start: int) -> Subject | None:
        """会议费预算3万元，实际0.86万元: what was spent of the budget just named."""
        budget = self._flow.subject
        if (
            budget is None
            or not budget.stage_printed
            or budget.stage not in {"initial_budget", "adjusted_budget"}
        ):
            return None
        if not words_of_parts.IN_FACT.fullmatch(self._text, gap_start, number.start):
            return None
        return replace(budget, stage="final_account", start=gap_start)

    def _clause_of(self, number: Number, gap_start: int) -> int:
        """Where the clause before an amount begins."""
        clause = max(self._text.rfind(mark, gap_start, number.start) for mark in "，；。") + 1
        return max(clause, gap_start, self._sentence.start)

    def _said_from(self, number: Number) -> int:
        """Where the words of the sentence begin that are asked about an amount: not thousands of characters before it."""
        return max(self._sentence.start, number.start - 4 * grammar.REACH)

    def _behind_year(self, number: Number, gap_start: int) -> int:
        """Where the clause before an amount begins, past a year of its own."""
        years = self._sentence.years_until(number.start)
        return max(self._clause_of(number, gap_start), years[-1].end if years else 0)

    def _is_put_in(self, number: Number, gap_start: int) -> bool:
        """投入财政专项资金184万元，其中：中央资金…: of the project, where the levels of government that gave it follow."""
        start = max(gap_start, number.start - grammar.REACH)
        if self._flow.first is not None or not words_of_project.LEVELS_FOLLOW.match(self._text, number.end):
            return False
        if words_of_project.OF_OTHER_TIMES.search(self._text, self._said_from(number), number.start):
            return False
        return words_of_project.PUT_IN.search(self._text, start, number.start) is not None

    def _named_by_section(self, number: Number) -> Subject | None:
        """What the heading or a number of pieces says of an amount: 我单位运行经费支出3万元."""
        around = self._around
        found = named_by_section(
            self._text, self._sentence.start, number.start, around.heading_concepts, around.default_stage
        )
        return found and Subject((found[0],), found[1], self._text[found[2] : number.start], found[2])

    def _is_adjusted_by(self, number: Number, gap_start: int) -> bool:
        """全年预算数31万元，其中年初预算29万元，年中调整2万元: what the budget of the department was changed by."""
        first = self._flow.first
        return (
            first is not None
            and first.concepts == ("total_expenditure",)
            and first.stage in {"initial_budget", "adjusted_budget"}
            and number.value > 0
            and words_of_stage.ADJUSTED_BY.fullmatch(self._text, gap_start, number.start) is not None
        )

    def _funds_of_level(self, number: Number, gap_start: int) -> Subject | None:
        """总投资486万元，其中中央水利发展资金300万元: whose money pays for the one project that the report is on."""
        whole = self._flow.first
        if (
            whole is None
            or self._around.whole not in whole.concepts
            or number.start - gap_start > 2 * grammar.REACH
        ):
            return None
        named = words_of_project.FUNDS_OF_LEVEL.fullmatch(self._text, gap_start, number.start)
        if named is None:
            return None
        concept, scope = _LEVELS[named["level"][0]]
        begins = named.start("level")
        return Subject((concept,), whole.stage, named["level"], begins, fund_scope=scope)

    def _granted(self, number: Number, gap_start: int) -> Subject | None:
        """2022年中央财政下达我市某补助资金1236万元: what a level of government gave for the project, all at once."""
        start = self._clause_of(number, gap_start)
        given = words_of_project.GRANTED.fullmatch(self._text, start, number.start)
        if given is None or self._text.startswith("用于", number.end):
            return None
        levels = {
            found[0]
            for found in words_of_project.LEVEL_NAMED.findall(
                self._text[self._sentence.start : self._sentence.end]
            )
        }
        if given["noun"] is None and len(levels) < 2:
            return None  # 县财政预算安排46万元: its budget, where nobody else pays
        concept, scope = _LEVELS[given["level"][0]]
        return Subject(
            (concept,), "initial_budget", given["level"], start, fund_scope=scope, note=ONE_PROJECT
        )

    def _sums_up_funds(self, number: Number, gap_start: int) -> bool:
        """中央安排258万元，省级配套103万元，合计361万元: the money of all levels that gave some."""
        if not words_of_project.SUMMED_UP.fullmatch(self._text, gap_start, number.start):
            return False
        parts = [
            other.value
            for other in self._sentence.numbers
            if other.base_unit == "yuan" and other.end <= gap_start and other.unit == number.unit
        ]
        known = [subject for subject in self._amounts if subject and subject.concepts[0] in _FUNDS]
        return 1 < len(parts) == len(known) == len(self._amounts) and sum(parts) == number.value

    def _is_spent_on_project(self, number: Number, gap_start: int) -> bool:
        """某补助资金支出1162万元，预算执行率94%: of the project, because the rate of its budget stands beside it."""
        start = self._clause_of(number, gap_start)
        return (
            self._flow.first is None
            and words_of_project.RATE_BEHIND.match(self._text, number.end) is not None
            and bool(
                words_of_project.FUNDS_SPENT.fullmatch(self._text, start, number.start)
                or words_of_project.PAID_OUT.fullmatch(self._text, start, number.start)
            )
        )

    def _is_paid_of_budget(self, number: Number, gap_start: int) -> bool:
        """预算项目资金16万元，支付16万元: of the project, whose budget the sentence has just named."""
        first = self._flow.first
        budgeted = (
            first is not None
            and first.concepts == (self._around.whole,)
            and first.stage in {"initial_budget", "adjusted_budget"}
        )
        if not budgeted or not all(
            self._amounts[-_AMOUNTS_ASKED:]
        ):  # 预算100万元，第一标段60万元，支付58万元
            return False
        if self._text[number.end : number.end + 1] not in words_of_project.ENDS_CLAUSE:
            return False
        if words_of_project.THEREOF_PAID.fullmatch(self._text, gap_start, number.start):
            return True
        clause = self._clause_of(number, gap_start)
        paid = words_of_project.PAID_OUT.fullmatch(self._text, clause, number.start)
        return paid is not None and words_of_project.RATE_BEHIND.match(self._text, number.end) is not None

    def _balance(self, number: Number, gap_start: int) -> Subject | None:
        """收入76万元，支出74万元，结余2万元: what is left of both."""
        if not (self._states_both_sides(number) and _BALANCE.fullmatch(self._text, gap_start, number.start)):
            return None
        begins = self._text.rindex("结余", gap_start, number.start)
        return Subject(("closing_carryover",), None, "结余", begins, note=OPEN_BALANCE)

    def _states_both_sides(self, number: Number) -> bool:
        """Whether the sentence has named all income and all spending."""
        named = {
            concept
            for term in self._sentence.terms_in(number.start - 4 * grammar.REACH, number.start)
            for concept in term.term.concepts
        }
        return bool(named & _INCOME) and bool(named & _SPENT)
