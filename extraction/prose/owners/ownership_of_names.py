"""Labels that name a part, an item or a use which only shares the name of a concept: 参公事业编制, 初中教育支出.

Belongs here: decisions on a label from the words before it.
Does not belong here: amounts behind a label that names the concept itself (``ownership``), patterns (``words_of_*``).
"""

from __future__ import annotations

from extraction import reference
from extraction.concepts import COUNTED_GUESTS, QUOTAS_OF_KIND
from extraction.prose.sentence.subjects import Flow
from extraction.text.sentences import Sentence
from extraction.text.terms import Match
from extraction.words import (
    grammar,
    words_of_counts,
    words_of_funds,
    words_of_heads,
    words_of_items,
    words_of_others,
)

_PROCURED = {"procurement_goods", "procurement_works", "procurement_services"}
_BOUGHT = {"procurement_actual", "procurement_budget"}
_APPROPRIATIONS = {
    "fiscal_appropriation_revenue",
    "general_public_budget_appropriation",
    "government_fund_appropriation",
    "special_account_revenue",
    "opening_carryover",
}
#: What a hospital earns beside or above 医疗收入.
_WITH_TREATMENT = ("事业收入", "业务收入", "药品收入")
#: What an item of spending is never all of.
_ALL = {"total_revenue", "total_expenditure"}
_HEADS = {"staff_actual", "staff_in_service"}
#: How far before a label words may say of what it is; without a bound a long sentence takes the square of its length.
_FAR = 6 * grammar.REACH
_NEAR = grammar.REACH


def names_something_else(text: str, sentence: Sentence, flow: Flow, match: Match, upto: int) -> bool:
    """Whether a label before ``upto`` names an item, a part or a use that only shares the name of a concept."""
    left = text[max(sentence.start, match.start - _FAR) : match.start]
    if match.term.text == "其他支出" and (
        left.endswith(("及", "和"))
        or words_of_items.BESIDE_SPENDING.search(left)
        or ("元" in left and not _is_beside_classes(text, sentence, flow, match))
    ):
        return True  # 基本支出…项目支出…其他支出, 蔬菜及其他支出: the rest of the spending, no class of it
    if match.term.function_code:
        if text.startswith("类项目", match.end):
            return True  # 项目支出包括…其他支出类项目38万元: some projects
        inside_word = words_of_items.WORD_BEFORE.search(left) is not None  # 初中教育支出
        return inside_word or words_of_items.ITEM.search(text, match.end, upto) is not None
    return _is_some_of(text, flow, match, left) or _is_for_procurement(text, sentence, flow, match, left)


def _is_beside_classes(text: str, sentence: Sentence, flow: Flow, match: Match) -> bool:
    """教育支出9万元，其他支出2万元; 其他支出(类); 229其他支出: whether classes of spending stand beside a name that may be of one."""
    code = match.term.function_code or ""
    if text.startswith(("(类", "类"), match.end) or text.endswith((code, f"{code})"), 0, match.start):
        return True
    if "function_class_amount" in flow.previous:
        return True
    near = sentence.terms_in(match.start - _FAR, match.end + _FAR)
    return any(one.term.function_code not in {None, code} for one in near)


def _is_some_of(text: str, flow: Flow, match: Match, left: str) -> bool:
    """A part that goes by the name of the whole: 参公事业编制, 国(境)外公务接待批次, 离退休…其中退休."""
    concept = match.term.concepts[0]
    if _is_some_else(concept, left):
        return True
    if concept == "asset_disposals" and words_of_others.TO_BE_DISPOSED.search(left):
        return True
    if reference.concepts()[concept].kind == "persons" and text.startswith(("年初数", "期初"), match.end):
        return True  # 财政供养人员年初数52人: not those of the year's end
    if concept in COUNTED_GUESTS:
        since = text[flow.of_another : match.start] if flow.of_another >= 0 else "国内"
        return words_of_counts.FOREIGN_GUESTS.search(left) is not None or "国内" not in since
    if reference.concepts()[concept].kind == "persons":
        return _is_some_of_people(text, flow, match, left)
    return _is_some_of_money(text, flow, match, left)


def _is_some_of_money(text: str, flow: Flow, match: Match, left: str) -> bool:
    """外事公务接待费, 科研事业收入 beside 事业收入, what small suppliers deliver, a kind of project."""
    concept = match.term.concepts[0]
    if concept in _ALL and words_of_items.ITEM_BEFORE.search(text, max(0, match.start - _NEAR), match.start):
        return True  # …行政运行（项）。本年支出9万元: of that item
    if concept == "official_reception":
        at_home = match.term.text.startswith("国内") or left.endswith("国内")
        if at_home and flow.guests and flow.guests not in text[match.end : match.end + grammar.REACH]:
            return True  # 公务接待费18万元…国内公务接待支出17万元
        return words_of_counts.FOREIGN_GUESTS.search(left) is not None
    if match.term.text == "事业收入" and left.endswith(("科研", "教育")):
        return words_of_items.ALL_UNDERTAKINGS.search(text) is not None
    if concept == "special_account_revenue" and text.startswith("支出", match.end):
        return True  # 财政专户管理资金支出9万元: spent, and not what came in
    if match.term.text == "地方资金":
        return left.endswith("补助")  # 车辆购置税收入补助地方资金: what the state gives to places
    if match.term.text == "医疗收入":
        return any(whole in text for whole in _WITH_TREATMENT)  # 事业收入1200万元，其中医疗收入1180万元
    if concept == "sme_contract_amount":
        return words_of_items.PARTS_OF_SME.search(left) is not None
    if concept != "project_expenditure" or "投资" in match.term.text:
        return False
    return words_of_items.KIND_OF_PROJECT.search(left) is not None


def _is_some_of_people(text: str, flow: Flow, match: Match, left: str) -> bool:
    """实有人数50人(行政编制23人…): people on posts of one kind; 参公事业编制; 离退休…其中退休."""
    concept = match.term.concepts[0]
    if concept in QUOTAS_OF_KIND and (on_posts := _are_people_on_posts(text, match, left)) is not None:
        return on_posts
    if _is_of_body_before(concept, left) or (concept == "worker_quota" and left.endswith("事业")):
        return True  # 事业工勤编制80名: posts of institutions and of workers
    if concept == "administrative_quota":
        return _is_one_of_two_administrations(text, match)
    if concept == "institution_quota":
        return _is_some_institution_quota(text, match, left)
    if concept == "staff_quota" and (paid := words_of_counts.PAID_IN_PART.search(left)):
        return paid.group()[:2] != "全额" or _is_some_institution_quota(text, match, left)
    if match.term.text == "编制人员" and words_of_counts.KIND_OF_POST.search(left):
        return True  # 实有人数85人，其中政法专项编制人员79人: people on posts of one kind
    if concept in _HEADS:
        if words_of_heads.ON_NO_POST.search(left):
            return True
        if match.term.text == "在编" and words_of_counts.ON_POSTS_NAMED.search(left):
            return True
        of_posts = words_of_counts.ON_POSTS.search(left) or words_of_counts.ON_POSTS_OF_KIND.search(left)
        return of_posts is not None or _heads_of_one_kind(text, flow, match, left)
    among = "离退休" in left and words_of_counts.LISTED_RETIRED.search(left) is None
    return concept == "staff_retired" and not match.term.text.startswith("离") and among


def _are_people_on_posts(text: str, match: Match, left: str) -> bool | None:
    """Whether a kind of posts behind people names those on it; None where no people stand before it."""
    if words_of_counts.AMONG_PEOPLE.search(left):
        return True
    if (listed := words_of_counts.HEADS_LISTED.search(left)) is None:
        return None
    posts = words_of_counts.POSTS_BEHIND.match(text, match.end)
    more = posts is not None and int(posts[1]) > int(listed["heads"])
    # 行政编制16人、在编15人，工勤编制2人: the next kind of posts, behind those on the first; 在职20名，事业编制30名: more than people
    own = words_of_counts.WITH_THOSE_ON_THEM.match(text, match.end)
    return not (more or own or words_of_counts.ON_POSTS_NAMED.search(left[: listed.start()]))


def _is_one_of_two_administrations(text: str, match: Match) -> bool:
    """行政编制10名，行政执法专项编制70名; not 行政编制80名，其中行政执法专项编制70名, which is both."""
    if words_of_counts.OF_WHICH_SPECIAL.match(text, match.end):
        return False
    near = max(0, match.start - 2 * grammar.REACH), match.end + grammar.REACH
    both = words_of_counts.SPECIAL_POSTS, words_of_counts.PLAIN_ADMINISTRATION
    return all(kind.search(text, *near) for kind in both)


def _is_of_body_before(concept: str, left: str) -> bool:
    """下设投资审计中心（公益一类，编制25名，实有23人）: of the body before the bracket."""
    posts = concept.endswith("_quota") and words_of_counts.BODY_WITH_BRACKET.search(left) is not None
    return posts or words_of_counts.HEADS_OF_BODY.search(left) is not None


def _is_some_else(concept: str, left: str) -> bool:
    """其他人员经费, 代表外出培训费: a part of what the label names; 年初在职9人: not those of the year's end."""
    kind = reference.concepts()[concept].kind
    counted = kind == "persons" or concept == "vehicle_stock"
    if (kind == "money" and left.endswith(("其他", "其它"))) or (counted and left.endswith("年初")):
        return True
    if concept == "satisfaction_rate" and left.endswith("不"):
        return True  # 不满意率1.35%
    if concept == "total_revenue" and (
        words_of_others.EARNERS.search(left) or words_of_others.OF_TREASURY.search(left)
    ):
        return True
    return concept == "training_expenditure" and words_of_items.KIND_OF_TRAINING.search(left) is not None


def _is_some_institution_quota(text: str, match: Match, left: str) -> bool:
    """参公编制9人，事业编制60人; 全额事业编制10名，差额事业编制5名: kinds of the quota of institutions."""
    start, end = max(0, match.start - 2 * grammar.REACH), match.end + grammar.REACH
    if match.term.text == "参公编制" and words_of_counts.PLAIN_POSTS.search(text, start, end):
        return True
    kinds = words_of_counts.KINDS_OF_QUOTA.finditer(text, start, end)
    others = any(
        not kind.start() <= match.start < kind.end() and not words_of_counts.NO_POSTS.match(text, kind.end())
        for kind in kinds
    )
    if words_of_counts.SOME_QUOTA.search(left) and words_of_counts.PLAIN_POSTS.search(text, start, end):
        return True
    return others


def _heads_of_one_kind(text: str, flow: Flow, match: Match, left: str) -> bool:
    """行政编制46名，实有43人；事业编制38名，实有36人: people on posts of one kind."""
    quota = flow.subject.concepts[0] if flow.subject else None
    if quota in QUOTAS_OF_KIND and words_of_counts.ANOTHER_QUOTA.search(
        text, match.end, match.end + grammar.REACH
    ):
        flow.heads_by_kind = True
    named = quota in QUOTAS_OF_KIND or words_of_counts.ON_POSTS_NAMED.search(left) is not None
    return named and flow.heads_by_kind


def _is_for_procurement(text: str, sentence: Sentence, flow: Flow, match: Match, left: str) -> bool:
    """Money by which procurement is paid, a kind of it, or 货物 and 服务 where nobody speaks of procurement."""
    concept = match.term.concepts[0]
    if concept in _BOUGHT and words_of_items.BY_SUPPLIER.search(left):
        return True
    if concept in _APPROPRIATIONS:
        return words_of_funds.PROCUREMENT_BY.search(left) is not None
    if concept == "procurement_budget":
        return left.endswith(("集中", "分散"))
    if match.term.strength != "weak" or concept not in _PROCURED:
        return False
    start = max(sentence.start, match.start - 3 * grammar.REACH)
    if words_of_items.BY_KIND.match(text, sentence.start) and _BOUGHT.intersection(flow.previous):
        return False  # 实际采购金额32万元。其中货物20万元，服务12万元
    if flow.subject and flow.subject.concepts[0] in _BOUGHT | _PROCURED:
        return False  # 四、政府采购: 全年计划32万元，货物20万元
    return "采购" not in text[start : match.start]
