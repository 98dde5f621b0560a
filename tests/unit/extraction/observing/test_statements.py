"""Problems, measures and goals, one by one."""

from __future__ import annotations

import random

from extraction import reference
from extraction.extract import extract
from extraction.observing.statements import _topic
from extraction.text.normalise import folded

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
TEXT = """一、绩效目标
完成造林三千亩，使林木成活率稳定在九成以上，林区群众满意。
二、支出情况
本年度各项支出平稳，无重大变化，执行良好。
三、存在的主要问题
一是年初预算编制偏粗，年中追加较多，支付进度慢。二是林区监控设备闲置，资产盘点不及时。
四、改进措施
1.细化年初预算编制，从严控制年中追加的项目和金额。
2.每半年组织一次资产盘点，把闲置的监控设备调剂使用。
五、附件
无其他需要说明的事项，特此报告县财政局。
"""


def test_each_kind_comes_from_its_section_and_nowhere_else(read):
    kinds = [statement.kind for statement in read(TEXT).statements]
    assert kinds == ["goal", "problem", "problem", "measure", "measure"]


def test_statements_are_divided_at_their_numbers_and_have_topics(read):
    problems = [s for s in read(TEXT).statements if s.kind == "problem"]
    assert [problem.text[:2] for problem in problems] == ["一是", "二是"]
    assert [problem.topic for problem in problems] == ["budgeting", "assets"]


def test_a_statement_stands_where_it_says():
    text = TITLE + TEXT
    statements = extract(text.encode(), "试").statements
    assert statements
    for statement in statements:
        assert text[statement.locator.char_start : statement.locator.char_end] == statement.text


def test_sections_without_statements_give_none(read):
    assert read("一、支出情况\n本年度各项支出平稳，无重大变化。\n").statements == ()


def test_short_statements_are_statements_and_end_nothing(read):
    found = read("一、存在的问题\n一是预算编制偏粗，年中追加较多。\n二是资产盘点不及时。\n").statements
    assert [statement.text[:2] for statement in found] == ["一是", "二是"]


def test_keywords_are_counted_in_one_pass_as_one_by_one():
    words = [word for topic in reference.topics() for word in topic.keywords]
    assert not [word for word in words for at in range(1, len(word)) if word.startswith(word[at:])]
    draw = random.Random(7)
    for _ in range(2000):
        text = "".join(draw.choices([*words, "的", "，", " "], k=draw.randint(0, 8)))
        flat = folded(text)
        counts = {topic.id: sum(map(flat.count, topic.keywords)) for topic in reference.topics()}
        first = max(counts, key=lambda topic: counts[topic])
        assert _topic(text) == (first if counts[first] else "other")
