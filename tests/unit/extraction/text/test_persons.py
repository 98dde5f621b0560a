"""Names of persons in sentences and in what was read of them. Invented persons; own words throughout."""

import pytest

from extraction.extract import extract, extract_with_document
from extraction.texts import text_rows

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n一、基本情况\n\n2022年总支出300万元，其中基本支出100万元，项目支出200万元。\n\n"


def shown(sentence: str) -> str:
    (row,) = text_rows(*extract_with_document((TITLE + sentence + "\n").encode(), "报告.txt"))
    return row["text"][len(TITLE) :].strip()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("成立由局长郑晓峰任组长的评价小组。", "成立由局长***任组长的评价小组。"),
        ("副局长吕小红具体负责。", "副局长***具体负责。"),
        ("由郑晓峰同志牵头，吕红任副组长。", "由***同志牵头，**任副组长。"),
        ("评价组成员包括郑晓峰、吕红、欧阳小凡等5人。", "评价组成员包括***********等5人。"),
        ("党组书记、局长郑晓峰，副主任吕小红。", "党组书记、局长***，副主任***。"),
    ],
)
def test_names_that_leave_no_doubt_are_hidden_in_sentences(sentence: str, expected: str) -> None:
    assert shown(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "局长高度重视，书记亲自安排，主任和副主任任成员。",
        "全体同志、党员同志、驻村同志和包村同志参加，各单位负责同志任成员。",
        "主任强调，要严格执行；书记要求，安排专人负责。",
        "组长由局长担任，成员由各股室负责人组成，成员为各科室、各股室人员。",
        "以习近平同志为核心，由分管同志牵头，由相关同志任联络员。",
        "成员包括办公室、计财股、项目股等股室，人员为全县林业系统。",
        "局长办公会议、科长任务分解、组长负责制、校长培训班。",
        "镇长白云街道办、县长江边公园、主任单位为水务局，由平台同志任。",
    ],
)
def test_other_words_stay(sentence: str) -> None:
    assert shown(sentence) == sentence


def test_a_name_that_is_known_is_hidden_wherever_it_stands() -> None:
    text = "联系人：郑晓峰\n\n存在的问题\n\n一是预算编制不细，郑晓峰多次催办后项目支出200万元才得以执行。\n"
    found = extract((TITLE + text).encode(), "报告.txt")
    everything = str((found.figures, found.indicators, found.observations, found.statements))
    assert "郑晓峰" not in everything and "***多次催办" in everything


def test_names_are_taken_out_of_quotes_reasons_and_observations() -> None:
    table = (
        "| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 | 扣分原因 |\n|---|---|---|---|---|---|\n"
        "| 产出指标 | 数量指标 | 造林面积 | 10 | 8 | 由郑晓峰同志负责的片区未完成 |\n| 效益指标 | 社会效益 | 就业 | 10 | 10 | |\n"
    )
    text = "2022年项目支出由郑晓峰同志审定为200万元。\n\n" + table
    found = extract((TITLE + text).encode(), "报告.txt")
    assert [row.reason for row in found.indicators][:1] == ["由***同志负责的片区未完成"]
    assert "郑晓峰" not in str(found)
