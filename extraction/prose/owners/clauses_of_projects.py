"""Money of the one project that a report is on: who gave it, how much in all, what was spent.

Belongs here: amounts of that project whose names say it only in a report on one project.
Does not belong here: what the levels of government add up to (``levels_of_funds``), projects in a report on a department (``clauses_of_others``).
"""

from __future__ import annotations

from extraction.prose.owners import levels_of_funds
from extraction.prose.owners.paid_of_funds import sums_up_spent
from extraction.prose.owners.sums_of_levels import SumsOfLevels
from extraction.prose.sentence.doubts import PROJECT_GUESSED
from extraction.prose.sentence.state import State
from extraction.prose.sentence.subjects import Subject
from extraction.text.numbers import Number
from extraction.witnesses.witness_of_projects import ONE_PROJECT, PROJECT_PUT_IN
from extraction.words import grammar, words_of_ledger, words_of_project

#: Levels of government that a report may be of: what they arrange is not of a level above, unless another one gives as well.
_MAY_REPORT = {"市", "州", "盟", "县", "区"}


class OneProject:
    """Clauses on the money of the one project that the report is on."""

    def __init__(self, now: State) -> None:
        self._now = now
        self._sums = SumsOfLevels(now)

    def subject(self, number: Number, gap_start: int) -> Subject | None:
        """Money of the one project that the report is on: who gave it, how much in all, what was spent."""
        now = self._now
        if now.around.whole != "project_expenditure":
            return None
        if number.start in now.flow.levels:
            source, stage = now.flow.levels[number.start]
            return source and Subject(
                source[:1], stage, "", gap_start, fund_scope=source[1], note=self._note_on_whole(number)
            )
        if all_funds := self._adds_up(number, gap_start) or self._sums.first_of_levels(
            number, self._clause_of(number, gap_start)
        ):
            return all_funds
        if funds := self._funds_of_level(number, gap_start) or self._granted(number, gap_start):
            return funds
        if batches := self._sums.in_batches(number, self._clause_of(number, gap_start)):
            return batches
        whole = (now.around.whole,)
        if self._is_put_in(number, gap_start):
            return Subject(whole, "initial_budget", "投入", gap_start, note=PROJECT_PUT_IN)
        if self._sums.of_levels(number, gap_start):
            return Subject(whole, "initial_budget", "合计", gap_start, note=ONE_PROJECT)
        clause = now.text[self._clause_of(number, gap_start) : number.start]
        if now.flow.first is None and words_of_project.APPROVED.fullmatch(clause):
            return Subject(whole, "initial_budget", "批复", gap_start, stage_printed=True, note=ONE_PROJECT)
        if self._is_arranged(number, clause):
            note, begins = self._note_on_whole(number), self._behind_year(number, gap_start)
            return Subject(whole, "initial_budget", "安排", begins, stage_printed=True, note=note)
        return self._handed_out(number, gap_start, clause)

    def _handed_out(self, number: Number, gap_start: int, clause: str) -> Subject | None:
        """2021年符合条件53人次，发放助学金49万元。: the only money of the sentence; whether it is all of the project is not said."""
        now = self._now
        if now.flow.first is not None or any(now.said.amounts):
            return None
        if now.text[number.end : number.end + 1] not in grammar.CLAUSE_MARKS:
            return None
        if words_of_project.OF_OTHER_TIMES.search(now.text, self._said_from(number), number.start):
            return None
        if words_of_project.HANDED_OUT.fullmatch(clause) is None:
            return None
        whole = (now.around.whole,)
        return Subject(whole, "final_account", "发放", gap_start, stage_printed=True, note=PROJECT_GUESSED)

    def _is_arranged(self, number: Number, clause: str) -> bool:
        """推动农村发展，安排项目资金56万元。: the budget of the project, in a clause that says nothing else of it.

        A second one in the sentence is stated as well: several are of parts, and ``settle_projects`` leaves them all out.
        """
        now = self._now
        if now.flow.first is not None and now.flow.first.label != "安排":
            return False
        if words_of_project.OF_OTHER_TIMES.search(now.text, self._said_from(number), number.start):
            return False
        behind = now.text[number.end : number.end + 1]
        if behind not in grammar.CLAUSE_MARKS or grammar.OF_WHICH.search(
            now.text, self._said_from(number), number.start
        ):
            return False
        if words_of_project.HANDED_DOWN.fullmatch(clause):
            return True  # 下达我局353万元，用于…: all of it
        for_part = now.text.startswith("用于", number.end + 1)
        return not for_part and words_of_project.ARRANGED.fullmatch(clause) is not None

    def _note_on_whole(self, number: Number) -> str:
        """The note on all the money of the project, as sure as the words before it are that it is no more and no less."""
        doubted = words_of_project.MAY_BE_OTHER.search(self._now.text, self._said_from(number), number.start)
        return PROJECT_GUESSED if doubted else ONE_PROJECT

    def _adds_up(self, number: Number, gap_start: int) -> Subject | None:
        """财政衔接资金共107万元，其中中央资金63万元、县级资金44万元: all the money of the project, as its levels add up to it."""
        now = self._now
        until = words_of_project.UNTIL_YEAR_END.match(now.text, self._said_from(number), number.start)
        before = until.end() if until else self._said_from(number), number.start
        begins = self._clause_of(number, gap_start)
        in_all = words_of_project.IN_ALL.fullmatch(now.text, begins, number.start)
        if (now.flow.first and not in_all) or words_of_project.OF_OTHER_TIMES.search(now.text, *before):
            return None
        found = levels_of_funds.adding_up(now.text, number)
        stage = levels_of_funds.stage_of(now.text[begins : number.start]) if found else None
        if in_all and words_of_project.ADDED.search(now.text, *before):
            stage = "adjusted_budget"  # 批复428万元，年中追加36万元，共464万元，其中省级…
        if found is None or stage is None:
            return None
        now.flow.levels = {start: (source, stage) for start, source in found.items()}
        put_in = words_of_ledger.PUT_IN.search(now.text, begins, number.start)
        note = PROJECT_PUT_IN if put_in else self._note_on_whole(number)
        source = self._upper_beside_own(number, begins) or (now.around.whole, None)
        return Subject(source[:1], stage, "合计", begins, source[1], stage_printed=True, note=note)

    def _upper_beside_own(self, number: Number, begins: int) -> tuple[str, str | None] | None:
        """上级下达资金586万元（其中中央540万元、省级46万元），县级配套90万元: what the levels above gave is not all of it."""
        now = self._now
        given = words_of_project.GRANTED.fullmatch(now.text, begins, number.start)
        own = words_of_project.OWN_GIVES.search(now.text, number.end, now.sentence.end)
        return levels_of_funds.LEVELS[given["level"][0]] if given and own else None

    def _clause_of(self, number: Number, gap_start: int) -> int:
        """Where the clause before an amount begins."""
        now = self._now
        clause = max(now.text.rfind(mark, gap_start, number.start) for mark in "，；;。)") + 1
        return max(clause, gap_start, now.sentence.start)

    def _said_from(self, number: Number) -> int:
        """Where the words of the sentence begin that are asked about an amount: not thousands of characters before it."""
        return max(self._now.sentence.start, number.start - 4 * grammar.REACH)

    def _behind_year(self, number: Number, gap_start: int) -> int:
        """Where the clause before an amount begins, past a year of its own."""
        years = self._now.sentence.years_until(number.start)
        return max(self._clause_of(number, gap_start), years[-1].end if years else 0)

    def _is_put_in(self, number: Number, gap_start: int) -> bool:
        """投入财政专项资金184万元，其中：中央资金…: of the project, where the levels of government that gave it follow."""
        now = self._now
        start = max(gap_start, number.start - grammar.REACH)
        if now.flow.first is not None or not words_of_project.LEVELS_FOLLOW.match(now.text, number.end):
            return False
        if words_of_project.OF_OTHER_TIMES.search(now.text, self._said_from(number), number.start):
            return False
        return words_of_project.PUT_IN.search(now.text, start, number.start) is not None

    def _funds_of_level(self, number: Number, gap_start: int) -> Subject | None:
        """总投资486万元，其中中央水利发展资金300万元: whose money pays for the one project that the report is on."""
        now = self._now
        whole = now.flow.first
        if (
            whole is None
            or now.around.whole not in whole.concepts
            or number.start - gap_start > 2 * grammar.REACH
        ):
            return None
        named = words_of_project.FUNDS_OF_LEVEL.fullmatch(now.text, gap_start, number.start)
        if named is None:
            return None
        concept, scope = levels_of_funds.LEVELS[named["level"][0]]
        begins = named.start("level")
        return Subject((concept,), whole.stage, named["level"], begins, fund_scope=scope)

    def spent_of_level(self, number: Number, gap_start: int) -> Subject | None:
        """项目执行率88%。其中中央补助经费执行7177万元: what was spent of the money of a level of government."""
        if self._now.around.whole != "project_expenditure":
            return None
        start = self._clause_of(number, gap_start)
        spent = words_of_project.SPENT_OF_LEVEL.fullmatch(self._now.text, start, number.start)
        if spent is None:
            return None
        concept, scope = levels_of_funds.LEVELS[spent["level"][0]]
        return Subject(
            (concept,), "final_account", spent["level"], start, fund_scope=scope, stage_printed=True
        )

    def _granted(self, number: Number, gap_start: int) -> Subject | None:
        """2022年中央财政下达我市某补助资金1236万元: what a level of government gave for the project, all at once."""
        now = self._now
        start = self._clause_of(number, gap_start)
        given = words_of_project.GRANTED.fullmatch(now.text, start, number.start)
        if given is None and now.flow.first is None:
            given = words_of_project.GRANT_OF_LEVELS.fullmatch(now.text, start, number.start)
        if given is None or now.text.startswith("用于", number.end):
            return None
        levels = {
            found[0]
            for found in words_of_project.LEVEL_NAMED.findall(now.text[now.sentence.start : now.sentence.end])
        }
        alone = len(levels) < 2 and given["level"] in _MAY_REPORT and "安排" in given.group()
        if alone or (given["noun"] is None and len(levels) < 2):
            return None  # 县财政预算安排46万元, 市级财政安排免费开放经费60万元: its budget, where nobody else pays
        if given["level"] == "上级" and not words_of_project.OWN_GIVES.search(
            now.text, number.end, now.sentence.end
        ):
            return None  # 上级下达我县养护经费873万元: all of it
        concept, scope = levels_of_funds.LEVELS["中" if given["level"] == "财政部" else given["level"][0]]
        return Subject(
            (concept,), "initial_budget", given["level"], start, fund_scope=scope, note=ONE_PROJECT
        )

    def proved_paid(self, number: Number, gap_start: int) -> Subject | None:
        """兑付到户58万元，管护费8万元，共支出66万元: of the project, as the sum of what was paid."""
        now = self._now
        if now.around.whole != "project_expenditure" or not sums_up_spent(now, number, gap_start):
            return None
        begins = self._clause_of(number, gap_start)
        whole = (now.around.whole,)
        return Subject(whole, "final_account", "支出", begins, stage_printed=True, note=ONE_PROJECT)
