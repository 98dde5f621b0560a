"""The amounts and rates of a report on one project, each with the part that the words of its clause give it in the project's money.

Belongs here: reading them, in reading order; whether an amount is of a part of the project or of another year.
Does not belong here: what they prove of each other (``proofs``), which figures come of it (``ledger``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.model import Document, Locator, Paragraph
from extraction.prose.owners.levels_of_funds import adding_up
from extraction.prose.owners.paid_of_funds import is_of_contract
from extraction.prose.sentence.declared import unit_said_in
from extraction.records import record, replace
from extraction.text.normalise import Folded, fold_span
from extraction.text.numbers import Number
from extraction.text.sentences import Sentence, heading_level, sentences
from extraction.words import words_of_items, words_of_ledger, words_of_project

#: Characters of a clause that are asked for its part: a sentence may be as long as a file.
_REACH = 60
_CLAUSE_ENDED = re.compile("[，；;]")
#: Amounts and rates of a report that are reckoned with.
_AT_MOST = 400


@record(frozen=True, slots=True)
class Entry:
    """One amount or rate: what it plays, how much it is, where it stands."""

    part: str
    value: Decimal
    number: Number
    words: str
    quote: str
    locator: Locator
    paragraph: int
    sentence: int
    #: whether it is of a part of the project alone
    of_part: bool
    #: the words behind it
    behind: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing says that it is of a part."""
        return not self.of_part


def entries_of(document: Document, fiscal_year: int | None) -> list[Entry]:
    """Amounts and rates of the running text, in reading order."""
    found: list[Entry] = []
    below_item = False
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and not block.in_table and len(found) < _AT_MOST:
            folded = fold_span(document.reading, block.span.start, block.span.end)
            if heading_level(folded.text):
                below_item = _names_one_of_several(folded.text)
            if below_item or _names_one_of_several(folded.text):
                continue
            if words_of_ledger.OF_MONEY.search(folded.text) or "%" in folded.text:
                found.extend(_of_paragraph(document.text, folded, at, block.page, fiscal_year))
    return found


def _names_one_of_several(text: str) -> bool:
    """（二）护林员补贴。年初预算32万元…: a heading or the beginning of a paragraph on one of several projects."""
    return (
        words_of_items.ONE_OF_PROJECTS.match(text + "。") is not None
        or words_of_items.ONE_PROJECT_HEADING.fullmatch(text) is not None
    )


def _of_paragraph(
    source: str, folded: Folded, at: int, page: int | None, fiscal_year: int | None
) -> Iterator[Entry]:
    unit = unit_said_in(folded.text) or _unit_in_lead(folded.text)
    for count, sentence in enumerate(sentences(folded, with_terms=False)):
        if words_of_project.OF_DEPARTMENT.search(folded.text, sentence.start, sentence.end):
            continue
        listed: re.Pattern[str] | None = None
        ends = sentence.start
        for printed in sentence.numbers:
            number = printed if printed.unit or unit is None else printed.with_unit(unit)
            clause = _clause(folded.text, ends, number.start)
            ends = number.end
            if number.base_unit not in {"yuan", "percent"}:
                continue
            bracketed = _in_bracket(folded.text, sentence, number)
            listed = listed if bracketed else _in_list(clause, listed)
            part = _part_of(clause, number) or _part_said_behind(folded.text, number)
            if part or number.base_unit == "yuan":
                first, last = folded.origin(number.start - len(clause), number.end)
                place = Locator(*folded.origin(number.start, number.end), page=page)
                aside = (
                    listed is not None or bracketed or _is_aside(folded.text, sentence, number, clause, part)
                )
                # 2022年结转的资金, of 2023
                of_year = fiscal_year and fiscal_year - (part == "opening")
                other = _of_another_year(folded.text, sentence, number, fiscal_year)
                aside = aside or (other and _of_another_year(folded.text, sentence, number, of_year))
                value, quote = number.in_base_units(), source[first:last]
                behind = folded.text[number.end : number.end + _REACH // 2]
                entry = Entry(
                    part or "unknown", value, number, clause, quote, place, at, count, aside, behind
                )
                yield entry
                if part != "paid" and words_of_ledger.ALL_PAID.match(folded.text, number.end):
                    yield replace(entry, part="paid")


def _part_said_behind(text: str, number: Number) -> str | None:
    """What the words behind an amount say it is, where those before it say nothing: 补助30万元全部到位."""
    if words_of_ledger.ALL_RECEIVED.match(text, number.end):
        return "received"
    return "planned" if adding_up(text, number) else None  # 专款共52万元（中央30万元、省12万元、县10万元）


def _is_aside(text: str, sentence: Sentence, number: Number, clause: str, part: str | None) -> bool:
    """Whether words say that an amount is of a part of the project, of a part of the year, or of several years."""
    return (
        words_of_ledger.OF_A_PART.search(clause) is not None
        or is_of_contract(text, sentence.start, number)
        or words_of_ledger.BEHIND_NO_WHOLE.match(text, number.end) is not None
        or (part == "paid" and words_of_ledger.PART_OF_YEAR.search(clause) is not None)
        or words_of_ledger.OF_MORE_YEARS.search(text, *_said(sentence, number)) is not None
    )


def _said(sentence: Sentence, number: Number) -> tuple[int, int]:
    """The stretch of the sentence before an amount that may say something of it."""
    return max(sentence.start, number.start - 2 * _REACH), number.start


def _unit_in_lead(text: str) -> str | None:
    """项目资金(万元):全年预算数176: the unit that a line gives before its amounts."""
    lead = re.match(r"[^\d，。；]{2,20}\((?:单位:)?(亿元|万元|元)\):?", text)
    return lead[1] if lead else None


def _clause(text: str, start: int, end: int) -> str:
    """The words before an amount, back to the mark that ends the clause before or to the number before; past a bracket that closes."""
    start = max(start, end - _REACH)
    begins = _last_mark(text, start, end)
    while begins > start and text[begins - 1] == "(" and ")" in text[begins:end]:
        begins = _last_mark(text, start, begins - 1)
    clause = text[begins:end].lstrip("、,:)")
    return clause[clause.rfind(":", 0, -1) + 1 :]  # 项目资金支出:康复服务12万元


def _last_mark(text: str, start: int, end: int) -> int:
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in words_of_ledger.CLAUSE_ENDS))


def _in_list(clause: str, listed: re.Pattern[str] | None) -> re.Pattern[str] | None:
    """What ends the list of parts that an amount is one of: 其中…, and on until words that sum up; None where it is in none."""
    if words_of_ledger.LIST_OF_PROJECTS.search(clause):
        return words_of_ledger.LIST_SUMMED
    if words_of_ledger.LIST_BEGINS.search(clause):
        return words_of_ledger.LIST_OVER
    return None if listed is None or listed.match(clause) else listed


def _in_bracket(text: str, sentence: Sentence, number: Number) -> bool:
    """下达586万元(中央540万元、省级46万元): whether a bracket is open before an amount."""
    since = max(sentence.start, number.start - _REACH)
    return text.rfind("(", since, number.start) > text.rfind(")", since, number.start)


def _part_of(clause: str, number: Number) -> str | None:
    """The part that the last words of the clause give an amount; of a percentage, whether it is a rate of money."""
    if number.base_unit == "percent":
        return "rate" if words_of_ledger.RATE.search(clause) else None
    if number.limit or number.approximate or clause.endswith("情况"):
        return None
    played = list(words_of_ledger.PART_PLAYED.finditer(clause))
    if not played:
        return "planned" if words_of_ledger.MONEY_ALONE.search(clause) else None
    last = played[-1].lastgroup
    if last == "became":
        return "planned"  # 年初预算35万元，调减至31万元
    if last == "paid" and words_of_ledger.PLANNED_TO_PAY.search(clause):
        return "planned"
    if last == "planned" and any(one.lastgroup == "paid" for one in played):
        return "planned" if words_of_ledger.EXECUTED.search(clause) is None else None
    return last


def _of_another_year(text: str, sentence: Sentence, number: Number, fiscal_year: int | None) -> bool:
    """Whether the last year before an amount is another one, and not one that the year evaluated is compared with."""
    if fiscal_year is None:
        return False
    for year in reversed(sentence.years_until(number.start, number.start - 2 * _REACH)):
        if text[max(0, year.start - 3) : year.start].endswith(("结转", "结转至", "结转到")):
            continue
        compared = text[year.start - 1 : year.start] in {"较", "比", "与", "同"}
        if not compared or not _CLAUSE_ENDED.search(text, year.end, number.start):
            return year.year != fiscal_year
    return False
