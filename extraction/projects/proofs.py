"""What the amounts of a project prove of each other: the rate of the payment, what is left of the money, what was added to it.

Belongs here: the reckoning; choosing among several payments the one that is of the whole project.
Does not belong here: reading amounts (``entries``), figures (``ledger``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.projects.entries import Entry
from extraction.records import record, replace
from extraction.words import words_of_ledger

_HUNDRED = Decimal(100)
_ROUNDED = Decimal("0.5")
_FUNDS = {"planned", "received"}
#: What a sum of money given may be made up of: 县级配套30万元 has no word for giving.
_GIVEN = {*_FUNDS, "opening", "unknown"}
#: 扣减违约金12.96万元: what was cut is not paid either.
_PROVING = {"rate", "left", "cut"}
#: Sentences behind a payment in which its rate, or what is left, is looked for.
_NEAR = 2


@record(frozen=True, slots=True)
class Proof:
    """A payment with the money that it was paid of, and what proves it."""

    #: None where the report names no such money
    funds: Entry | None
    paid: Entry
    by: Entry | None
    #: what the report calls the rate of execution behind the payment
    rate: Entry | None = None
    #: what was left of the money, where the sum comes out
    left: Entry | None = None


def proofs_of(entries: Sequence[Entry]) -> list[Proof]:
    """Every payment that a rate, a remainder or the same amount of money proves to be paid of some money."""
    found = []
    entries = [_as_sum(entries, at, one) for at, one in enumerate(entries)]
    if (growth := growth_of(entries)) and _is_open(growth.became):
        entries = [replace(one, part="planned") if one is growth.became else one for one in entries]
    for at, paid in enumerate(entries):
        if paid.part == "paid" and paid.is_whole and (proof := _proof(entries, at, paid)):
            rate = next((one for one in _behind(entries, at, paid) if _is_of_execution(one)), None)
            found.append(replace(proof, rate=rate, left=_left(entries, at, paid)))
    return found


def _as_sum(entries: Sequence[Entry], at: int, one: Entry) -> Entry:
    """支付维护费398万元，电费12万元，两项合计410万元: paid, or planned, as one of the amounts is that it is the sum of."""
    if one.part != "unknown" or not words_of_ledger.SUM.match(one.words):
        return one
    beside = [part for part in entries[:at] if _is_beside(part, one)]
    if any(part.part == "paid" for part in _parts_of(one, beside)):
        return replace(one, part="paid", of_part=False)
    whole = _parts_of(
        one, [part for part in entries[:at] if part.is_whole and part.paragraph == one.paragraph]
    )
    said = {part.part for part in whole}
    return replace(one, part="planned") if said & _FUNDS and said <= _GIVEN else one


def _parts_of(one: Entry, before: Sequence[Entry]) -> list[Entry]:
    """The amounts straight before one that add up to it; none where they do not."""
    left, parts = one.value, list[Entry]()
    for part in reversed(before):
        if part.number.base_unit == "yuan" and left > 0:
            left -= part.value
            parts.append(part)
    return parts if left == 0 and len(parts) > 1 else []


def opening_of(entries: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    """省级下达62万元，上年结余6万元，资金共计68万元: all the money, and what of it was left of the year before; the only such one."""
    found = []
    for at, one in enumerate(entries):
        if one.part in {"unknown", "received", "planned"} and words_of_ledger.SUM.match(one.words):
            beside = [part for part in entries[:at] if part.is_whole and part.paragraph == one.paragraph]
            parts = _parts_of(one, beside)
            opening = [part for part in parts if part.part == "opening"]
            if len(opening) == 1 and {part.part for part in parts} <= _GIVEN:
                found.append((one, opening[0]))
    return found[0] if len({(one.value, opening.value) for one, opening in found}) == 1 else None


def _funds_of(entries: Sequence[Entry], paid: Entry) -> list[Entry]:
    """The money that a payment may be paid of."""
    funds = [one for one in entries if one.part in _FUNDS and one.is_whole]
    left = () if funds else (one for one in entries if one.part == "opening" and one.is_whole)
    found = (*funds, *_with_opening(entries, funds), *_in_all(funds), *left)
    return [one for one in found if one.value >= paid.value]


def _is_beside(one: Entry, other: Entry) -> bool:
    return one.sentence == other.sentence and one.paragraph == other.paragraph


def _in_all(funds: Sequence[Entry]) -> Iterator[Entry]:
    """上级资金到位5386万元，县级资金到位850万元: what came from both together."""
    for one, other in pairwise(funds):
        if one.part == other.part == "received" and _is_beside(one, other) and one.value != other.value:
            yield replace(one, value=one.value + other.value)


def _left(entries: Sequence[Entry], at: int, paid: Entry) -> Entry | None:
    """全年支出846万元，执行率92%。…年底结转74万元: a remainder anywhere behind a payment that some money less the payment is."""
    behind = [one for one in entries[at + 1 :] if one.part == "left" and one.is_whole and one.value]
    funds = _funds_of(entries, paid) if behind else []
    return next((one for one in behind if any(_proves(one, fund, paid) for fund in funds)), None)


def _proof(entries: Sequence[Entry], at: int, paid: Entry) -> Proof | None:
    funds = _funds_of(entries, paid)
    behind = list(_behind(entries, at, paid))
    if not funds:
        rate = _by_itself(_before_next_payment(entries, at, behind))
        shared = rate and any(_proves(rate, one, paid) for one in entries if one.number.base_unit == "yuan")
        return Proof(None, paid, rate) if rate and not shared else None
    funds.sort(key=lambda fund: abs(fund.locator.char_start - paid.locator.char_start))
    for by in behind:
        for one in funds:
            if _proves(by, one, paid):
                return Proof(one, paid, by)
    return next((Proof(one, paid, None) for one in funds if one.value == paid.value), None)


def _before_next_payment(entries: Sequence[Entry], at: int, behind: Sequence[Entry]) -> list[Entry]:
    """发放补助574万元。设备采购合同价60万元，已支付58万元，支付率97%: rates that stand before another payment, be it of a part."""
    payments = (one.locator.char_start for one in entries[at + 1 :] if one.part == "paid")
    ends = next(payments, None)
    return [one for one in behind if ends is None or one.locator.char_start < ends]


def _is_of_execution(one: Entry) -> bool:
    return one.part == "rate" and words_of_ledger.NAMED_EXECUTION.search(one.words) is not None


def _by_itself(behind: Sequence[Entry]) -> Entry | None:
    """衔接资金支付185万元，支付率96%: the rate of a payment in a report that names no money of the project."""
    shares = (one for one in behind if words_of_ledger.OF_THE_FUNDS.search(one.words))
    return next((one for one in behind if _is_of_execution(one)), None) or next(shares, None)


def _with_opening(entries: Sequence[Entry], funds: Sequence[Entry]) -> Iterator[Entry]:
    """Money of the year with what was left of the year before."""
    for opening in entries:
        if opening.part == "opening" and opening.is_whole:
            for one in funds:
                yield replace(one, value=one.value + opening.value, part="received")


def _behind(entries: Sequence[Entry], at: int, paid: Entry) -> Iterator[Entry]:
    """Rates and remainders behind a payment, as far as the next payment that is no part of it."""
    for one in entries[at + 1 :]:
        near = one.paragraph == paid.paragraph and one.sentence <= paid.sentence + _NEAR
        named = _is_of_execution(one) and not one.sentence  # at the beginning of the line below
        if not (near or (named and one.paragraph == paid.paragraph + 1)) or (
            one.part == "paid" and one.is_whole
        ):
            return
        if one.part in _PROVING:
            yield one


def _proves(by: Entry, funds: Entry, paid: Entry) -> bool:
    if by.part != "rate":
        return funds.value - paid.value == by.value
    if not funds.value:
        return False
    tolerance = Decimal(1).scaleb(-by.number.decimals) if by.number.decimals else _ROUNDED
    return abs(paid.value / funds.value * _HUNDRED - by.value) <= tolerance


@record(frozen=True, slots=True)
class Growth:
    """A budget as it began, what was added to it or cut from it, and what it became."""

    began: Entry
    change: Entry
    became: Entry


def _is_open(one: Entry) -> bool:
    """全年补贴2600万元: all of something, and no word says whether it was planned or paid."""
    return one.part == "unknown" and words_of_ledger.BECAME.match(one.words) is not None


def growth_of(entries: Sequence[Entry]) -> Growth | None:
    """年初预算530万元，年中追加60万元，调整后590万元: the only such three amounts of the report."""
    found: list[Growth] = []
    whole = [one for one in entries if one.is_whole]
    amounts = [one for one in whole if one.part in _FUNDS or _is_open(one)]
    for change in whole:
        if change.part in {"added", "cut"} and change.value:
            signed = change.value if change.part == "added" else -change.value
            for began in amounts:
                if began.part == "planned" and began.locator.char_start < change.locator.char_start:
                    found += [
                        Growth(began, change, one) for one in amounts if one.value == began.value + signed
                    ]
    return found[0] if len({(one.began.value, one.became.value) for one in found}) == 1 else None


def of_whole(proofs: Sequence[Proof]) -> tuple[Proof | None, bool]:
    """The proof that is of the whole project, and whether that is sure: of several payments the one that the others are parts of."""
    if not proofs:
        return None, False
    amounts = {proof.paid.value for proof in proofs}
    largest = max(proofs, key=lambda proof: (proof.paid.value, proof.by is not None))
    if rest := [one for one in proofs if one.left and _stands_behind(one.left, largest.paid)]:
        largest = max(rest, key=lambda proof: proof.paid.value)  # 拨付2714万元；实际使用2198万元。结转516万元
    if len(amounts) == 1 or len({proof.funds and proof.funds.value for proof in proofs}) == 1:
        return largest, True  # 截至9月底支付300万元，年底支付480万元, both of the same money
    others = sum(amounts) - largest.paid.value
    return largest, others == largest.paid.value


def _stands_behind(one: Entry, other: Entry) -> bool:
    return one.locator.char_start > other.locator.char_start
