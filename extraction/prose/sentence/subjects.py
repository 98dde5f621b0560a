"""What a sentence speaks of while it is read: its subject, what flows on, what surrounds it.

Belongs here: plain state of reading running text.
Does not belong here: how labels are found (``labels``) or numbers bound (``clauses``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extraction import reference
from extraction.concepts import TWO_SIDES
from extraction.model import Figure
from extraction.records import record, replace
from extraction.text.terms import Term


@record(frozen=True, slots=True)
class Surroundings:
    """What headings and document say about a paragraph."""

    fiscal_year: int | None
    default_stage: str
    heading_concepts: tuple[str, ...]
    page: int | None
    #: the budget whose money the nearest heading speaks of alone
    fund_scope: str | None = None
    #: what an amount is of that names a stage alone: all spending, or that of the project reported on
    whole: str = "total_expenditure"
    #: whether the nearest heading is on something that the vocabulary does not know
    item: bool = False
    #: name of the department that reports
    department: str | None = None
    #: whether the nearest heading is on the spending of the whole: （一）预算执行
    on_whole: bool = False
    #: whether the nearest heading is on spending and not on income
    on_spending: bool = False
    #: the full marks of an item that the headings give: （二）履职效果（60分）
    marks: Decimal | None = None
    #: whether neither a heading nor the kind of the document says of which stage an amount is
    stage_open: bool = False
    #: whether neither a title nor the text says of what kind the document is
    kind_unknown: bool = False
    #: whether no heading narrows what stands below it: there is none, or one of words that any report has
    general: bool = False


@record(frozen=True, slots=True)
class Subject:
    """The concept a sentence speaks of, as last bound."""

    concepts: tuple[str, ...]
    stage: str | None
    label: str
    start: int
    function_code: str | None = None
    economic_code: str | None = None
    fund_scope: str | None = None
    expenditure_scope: str | None = None
    org_scope: str = "department"
    stage_printed: bool = False
    #: whether that stage stands before its name, and so holds for bare names listed behind it
    led: bool = False
    #: whether it is a further member of such a list
    listed: bool = False
    is_part: bool = False
    #: stage of the first of several amounts of one subject: a share is taken of that
    first_stage: str | None = None
    #: year printed for this subject alone, where one sentence names several in turn
    year: int | None = None
    #: why it was taken for the subject, where no label says so
    note: str | None = None


@dataclass(slots=True)
class Flow:
    """What carries on from one number to the next inside a paragraph."""

    expenditure_scope: str | None
    #: the unit declared for amounts that print none: （单位：万元）
    unit: str | None = None
    #: whether a sentence said so of all amounts of the text
    bare_amounts: bool = False
    subject: Subject | None = None
    #: the subject with a printed stage, which the parts listed after it share, and where it ends
    whole: Subject | None = None
    whole_end: int = 0
    #: all income or all spending, as last named in the paragraph
    total: Subject | None = None
    #: the last subject that is an amount of money: changes of money go on with it past counts
    money: Subject | None = None
    #: the first subject of the sentence that is an amount of money
    first: Subject | None = None
    #: the subject before 其中 in this sentence
    list_whole: Subject | None = None
    #: end of the last amount that no label was found for; a 其中 after it lists parts of that amount
    unbound_end: int = -1
    #: end of the last number of people whom no concept counts
    unknown_people: int = -1
    #: how much that amount is
    unbound_value: Decimal = Decimal(0)
    #: amounts of the paragraph, each with its figure where it states one
    amounts: list[tuple[Decimal, Figure | None]] = field(default_factory=list)
    #: whether words for a budget or an account stood before that amount
    unbound_stage: bool = False
    #: end of a label in this sentence that names an item or a class of something else; its parts are not ours
    of_another: int = -1
    #: where the last amount begins that its label is refused for, and what that names
    refused: tuple[int, str] = (-1, "")
    #: how many concepts the sentence before has named
    before: int = 0
    count: int = 0
    function_code: str | None = None
    #: the year that a sentence of this paragraph begins with; it holds until another one is printed
    year: int | None = None
    #: whether a sentence of this paragraph has told anything of the year evaluated
    in_own_year: bool = False
    #: whether ``year`` is an earlier one, behind such a sentence
    aside: bool = False
    #: the year of the sentence before, in one that begins with 其中
    carried: int | None = None
    #: the latest year of which the sentence now read, or last read, has stated anything
    latest: int | None = None
    reason: bool = False
    #: what the last sentence without numbers announced
    topic: tuple[str, ...] = ()
    #: whether the paragraph is a list item on something that the vocabulary does not know
    item: bool = False
    #: whether the sentence before this one spoke of all income
    income: bool = False
    income_now: bool = False
    #: whether the people of the paragraph are counted behind the posts of each kind
    heads_by_kind: bool = False
    #: the budget that 完成全年预算84万元 named; 完成预算12万元 after it is of the same
    completed: str | None = None
    #: what guests cost, as the paragraph has printed it last
    guests: str = ""
    #: the last member of a list that a printed stage leads, and where a member ends that nobody knows
    leader: Subject | None = None
    unknown_member: int = -1
    #: where an amount ends that was not spent, how much it is, and where the last of its parts begins
    rest: int = -1
    rest_value: Decimal = Decimal(0)
    rest_part: int = -1
    #: where the last amount of the year before ends that words call so, and whether a list of its parts has begun
    last_year: tuple[int, bool] = (-1, False)
    #: where an amount begins that was only granted
    granted: int = -1
    #: whether 总收入 of this paragraph holds the balances
    grand: bool = False
    #: the budget of which 财政拨款收入总计 of this paragraph holds the balances as well
    grand_fund: str | None = None
    #: concepts last named in the sentence
    last: tuple[str, ...] = ()
    #: concepts last named in the sentence before
    previous: tuple[str, ...] = ()
    #: whether the paragraph began with an amount of the whole department
    opened: bool = False
    #: the full marks of an item that the paragraph is on: 1.资金投入（6分）。
    marks: Decimal | None = None
    #: whether the paragraph goes on with what the one before spoke of
    continues: bool = False
    #: whether lines that follow list the parts of its last amount: …9万元，其中：
    lists: bool = False
    #: whether the paragraph breaks off behind a member of a list: …；
    unfinished: bool = False
    #: whether the sentence has stated a change
    changed: bool = False
    #: the last change of the paragraph: of what it is, and the stage that it is measured against
    changed_of: tuple[Subject, str | None] | None = None
    #: whether the paragraph begins with words on the spending of the whole: （三）预算执行。
    on_whole: bool = False
    #: whether it begins with the name of a part of it, of a project or of things: （三）水利专项使用情况。
    on_part: bool = False
    #: whether the line before the paragraph names some item
    narrowed: bool = False
    #: all income, as a paragraph above below the same heading named it last
    income_above: Subject | None = None
    #: what the line or heading above names and says no more of, before any amount below it
    headed: Term | None = None
    #: the stage that the lead of the paragraph names alone: （一）预算安排。
    lead_stage: str | None = None
    #: where amounts begin that levels of government gave and that add up to the whole before them: source and stage
    levels: dict[int, tuple[tuple[str, str | None] | None, str]] = field(default_factory=dict)
    #: whether the paragraph has named a concept at all
    named: bool = False
    #: the stage that the paragraph has printed last, of each year that its sentences begin with
    printed: dict[int | None, str] = field(default_factory=dict)

    def enter_sentence(self, goes_on: bool) -> None:
        """Forget what ends with a sentence; one that begins with 其中 goes on with the last subject."""
        self.reason, self.function_code, self.list_whole, self.of_another = False, None, None, -1
        self.previous = self.last
        self.changed, self.first, self.last = False, None, ()
        self.income, self.income_now = self.income_now, False
        self.before, self.count = self.count, self.count if goes_on else 0
        if not goes_on:
            self.subject = self.money = self.leader = None
            if self.whole and self.whole.stage != "final_account":
                self.whole = None

    def go_on_from(self, before: Flow) -> None:
        """7.其他收入8万元。 and on the next line 较上年增加2万元。: a paragraph that only compares goes on with the one before."""
        self.subject, self.money, self.count = before.subject, before.money, before.count
        self.list_whole, self.year, self.printed = before.list_whole, before.year, before.printed

    def parts_of_unknown(self, text: str, start: int) -> bool:
        """委机关某项预算1236万元。其中基本支出812万元: parts of an amount that no label was found for."""
        return text.startswith("其中", start) and not self.last and self.unbound_stage

    def is_part_of_first(self, subject: Subject) -> bool:
        """Whether a subject is a part of what the sentence began with: 部门预算800万元，人员经费500万元."""
        whole = self.first.concepts[0] if self.first else ""
        return whole in reference.ancestors(subject.concepts[0])

    def both_sides(self) -> Subject | None:
        """收入总计40万元，支出总计40万元; 收、支总计均为40万元: both totals as one subject, where the sentence gave nothing else of money."""
        if self.subject and self.subject == self.first and self.subject.concepts in TWO_SIDES:
            return self.subject
        pair = (*self.first.concepts, *self.subject.concepts) if self.first and self.subject else ()
        return replace(self.subject, concepts=pair) if self.subject and pair in TWO_SIDES else None

    def return_to_whole(self) -> None:
        """收入预算6852万元，其中：…。较2023年增加425万元: a sentence that compares speaks of the whole of the list before it."""
        whole = self.list_whole
        self.enter_sentence(goes_on=True)
        self.subject = self.money = whole

    def enter_reason(self) -> None:
        """A sentence that gives a reason states nothing itself, and the next one may go on with the subject."""
        self.reason, self.function_code, self.list_whole, self.of_another = True, None, None, -1
        self.changed = False

    def remember(self, subject: Subject, end: int) -> None:
        """Go on with a subject whose number ends at ``end``."""
        another = self.subject is not None and subject.function_code != self.subject.function_code
        self.count += another or subject.concepts != self.last
        self.subject, self.named, self.last = subject, True, subject.concepts
        self.leader = subject if subject.led else None
        if subject.concepts[0] in {"total_revenue", "total_expenditure"}:
            self.total = subject
        self.income_now = self.income_now or subject.concepts[0] in {"total_revenue", "total_resources"}
        if reference.concepts()[subject.concepts[0]].kind == "money":
            self.money, self.first = subject, self.first or subject
        if subject.stage_printed and subject.stage:
            self.printed[self.year] = subject.stage
        if subject.stage_printed or (self.whole and subject.stage not in {None, self.whole.stage}):
            self.whole, self.whole_end = subject, end
