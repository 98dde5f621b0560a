"""Why a figure of running text is less than certain, and how certain it then is.

Belongs here: notes on readings that the words around a number do not carry alone, and their confidence.
Does not belong here: readings that the rest of the report decides (``witnesses``), signs that were hard to recognise (``doubt``).
"""

from __future__ import annotations

from decimal import Decimal

from extraction.doubt import CONFIRMED, UNCERTAIN
from extraction.witnesses.witness_of_projects import PROJECT_PUT_IN

#: On amounts whose stage nothing prints, in a document that speaks of budgets and of accounts.
STAGE_OF_KIND = "stage not printed; taken from the kind of document"
#: The same in a document that says of what kind it is no more than of which stage the amount.
STAGE_GUESSED = "stage not printed; the document speaks of budgets and of accounts"
#: 会议费年初预算15万元，培训费20万元, in a document that gives what was spent.
STAGE_BESIDE_ANOTHER = "stage not printed; the amount right before it is of another"
#: 年初预算6万元，比年初预算减少1万元: one of the two stages is a slip of the pen.
STAGE_DENIED = "called the initial budget and compared with it"
#: “三公”经费预算54万元，其中：公务接待费支出决算42万元: one of the two stages is a slip of the pen.
STAGE_IN_BUDGET = "called an account among the parts of a budget"
#: 公务接待费6万元，比上年预算减少1万元, in a document that gives what was spent.
STAGE_BY_COMPARISON = "stage not printed; compared with the budget of the year before"
#: 2020年以来累计投入…: no amount of one year.
SEVERAL_YEARS = "of several years together"
#: 20XX年: the text of a form, or of a report made unrecognisable.
YEAR_BLANKED = "its year is blanked out"
#: 去年 in a document whose own year nothing prints: a year before or after the one that most of it speaks of.
YEAR_GUESSED = "said of the year before; the year of the document is not printed"
#: 2022年会议费4万元。公务接待费5万元, among sentences on 2023: whether of that year still.
YEAR_OF_BEFORE = "the sentence before is on an earlier year; whether this one is, it does not say"
#: 全县…资金预算, 培训班经费预算 in a report on one project: more than the project, or something that it pays for.
PROJECT_GUESSED = "no label; it may be of more than the project or of a part of it"
#: 离休1人，退休50人: whether all who left the service are meant by the number behind them.
BESIDE_RETIRED = "those retired alone; cadres on 离休 are counted beside them"
#: 项目支出年中追加2万元: whether nothing else was added, it does not say.
TO_PART = "added to a part; what was added to the whole is not said"
#: 全年养护公路286公里，共支出1001万元: whether all spending or what that work cost.
ON_WORK = "stands behind work that is counted; it may be what that alone cost"
#: 临聘教师3人、保安4人: whether all who are employed are meant by the first number.
ONE_TRADE = "people of one trade; those of others are counted beside them"
#: 其中接待费4万元、运行维护费3万元，控制在预算9万元以内: whether of the last part or of all.
LAST_OR_WHOLE = "an amount behind a list: of its last part or of the whole"
#: 2023年支出30万元，2022年为27万元，占5%: whether of this year or of the one before.
EITHER_YEAR = "stands behind amounts of two years and may be of either"
#: 复核得分88分，等级为“良”: beside a score of the self-evaluation it is no grade of that.
GRADE_OF_REVIEW = "stands behind the score of a review and may be its grade"
#: …，共计757万元, behind parts that add up to it.
SUM_OF_PARTS = "the sum of the parts named before it"
_CERTAIN = Decimal(1)
#: 比2019年减少, said of 2023: no change against the year before.
FAR_YEAR = "measured against a year further back"
#: 控制率=实际支出25万元/预算26万元: the budget at the beginning, or as adjusted.
BUDGET_OF_FORMULA = "the budget of a formula; whether as it began or as adjusted is not said"
_GUESSES = {
    FAR_YEAR,
    EITHER_YEAR,
    LAST_OR_WHOLE,
    BESIDE_RETIRED,
    ON_WORK,
    ONE_TRADE,
    GRADE_OF_REVIEW,
    STAGE_GUESSED,
    STAGE_BESIDE_ANOTHER,
    STAGE_DENIED,
    STAGE_IN_BUDGET,
    STAGE_BY_COMPARISON,
    YEAR_GUESSED,
    YEAR_OF_BEFORE,
    SEVERAL_YEARS,
    YEAR_BLANKED,
    PROJECT_GUESSED,
    PROJECT_PUT_IN,
}


def confidence_of(note: str | None) -> Decimal:
    """How certain a figure is that carries this note."""
    if note is None:
        return _CERTAIN
    return UNCERTAIN if note in _GUESSES else CONFIRMED
