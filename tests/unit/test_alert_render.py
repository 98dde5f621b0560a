"""One message in every form, letter for letter; nothing from a document is taken for markup; feeds are Atom."""

import re
from pathlib import Path
from xml.etree import ElementTree

from orchestration.alerts import render
from orchestration.alerts.blocks import Facts, Heading, Link, Message, Paragraph, Table
from orchestration.alerts.memory import Letter, remembered
from orchestration.alerts.outbox import write_feed, write_message
from orchestration.paths import Home

HOSTILE = "<img src=x onerror=alert(1)>[点我](http://evil.example)*_`"


def message(lang: str = "zh", name: str = "江城县教育局") -> Message:
    return Message(
        "0123456789abcdef",
        "digest",
        "inside",
        "jihe 稽核：新增 1",
        lang,
        "2026-03-01T01:02:03+00:00",
        (
            Facts((("科室", "绩效科"),)),
            Table(("程度", "新增", "加重", "现有"), (("错误", "1", "0", "12"),)),
            Heading(name),
            Table(
                ("变化", "问题", "年度"),
                (("新增", "A01 支出合计", "2023"),),
                ("http://site/r.html#finding-1",),
            ),
            Paragraph("另有 2 项。"),
            Link("查看全部", "http://site/index.html?a=1&b=2"),
        ),
    )


def test_plain_text_letter_for_letter():
    assert render.text(message()) == (
        "科室：绩效科\n"
        "· 错误，新增 1，现有 12\n"
        "\n"
        "■ 江城县教育局\n"
        "· 新增，A01 支出合计，年度 2023\n"
        "另有 2 项。\n"
        "\n"
        "查看全部：http://site/index.html?a=1&b=2\n"
    )


def test_markdown_letter_for_letter():
    assert render.markdown(message()) == (
        "- 科室: 绩效科\n"
        "- 错误，新增 1，现有 12\n"
        "\n"
        "**江城县教育局**\n"
        "\n"
        "- 新增，A01 支出合计，年度 2023\n"
        "\n"
        "另有 2 项。\n"
        "\n"
        "\n"
        "[查看全部](http://site/index.html?a=1&b=2)"
    )


def test_html_is_whole_links_each_finding_and_loads_nothing():
    page = render.html(message())
    without_style = re.sub(r' style="[^"]*"', "", page)
    assert '<html lang="zh-CN">' in page
    assert "<tr><th>科室</th><td>绩效科</td></tr>" in without_style
    assert (
        '<tr><td><a href="http://site/r.html#finding-1">新增</a></td><td>A01 支出合计</td><td>2023</td></tr>'
        in without_style
    )
    assert '<a href="http://site/index.html?a=1&amp;b=2">查看全部</a>' in without_style
    assert not re.search(r"(src|@import|url\()", page)


def test_nothing_from_a_document_is_markup():
    hostile = message(name=HOSTILE)
    assert "<img" not in render.html(hostile)
    markdown = render.markdown(hostile)
    assert "＜img src=x onerror=alert(1)＞［点我］(http://evil.example)＊＿｀" in markdown
    assert "<" not in markdown


def test_english_has_english_signs():
    assert "科室: 绩效科" in render.text(message("en"))
    assert '<html lang="en">' in render.html(message("en"))


def test_a_fitting_message_is_left_alone_and_a_cut_one_keeps_its_link():
    whole = render.markdown(message())
    assert render.fitted(message(), render.markdown, len(whole.encode())) == whole
    for limit in range(len(whole.encode()) - 1, 0, -7):
        cut = render.fitted(message(), render.markdown, limit)
        assert len(cut.encode()) <= limit
        if limit > 150:
            assert cut.endswith("[查看全部](http://site/index.html?a=1&b=2)")
            assert "内容过长" in cut


def test_the_outbox_has_a_page_a_text_and_a_feed_that_links_to_it(tmp_path: Path):
    home = Home.at(tmp_path)
    page = write_message(home, "performance", message(name=HOSTILE))
    assert write_message(home, "performance", message(name=HOSTILE)) == page
    assert re.fullmatch(r"20260301T010203-digest-[0-9a-f]{12}\.html", page.name)
    assert (
        page.with_suffix(".txt").read_text(encoding="utf-8").startswith("jihe 稽核：新增 1\n\n科室：绩效科\n")
    )
    feed = write_feed(home, "performance", "绩效科", [message(name=HOSTILE)])
    root = ElementTree.parse(feed).getroot()
    atom = {"a": "http://www.w3.org/2005/Atom"}
    for required in ("id", "title", "updated", "author/a:name", "entry/a:id", "entry/a:updated"):
        assert root.findtext(f"a:{required}", namespaces=atom), required
    link = root.find("a:entry/a:link", atom)
    assert link is not None
    assert (feed.parent / link.attrib["href"]).is_file()
    assert HOSTILE in (root.findtext("a:entry/a:content", namespaces=atom) or "")


def test_signs_that_no_channel_carries_break_nothing(tmp_path: Path):
    home = Home.at(tmp_path)
    with remembered(home) as memory, memory.transaction():
        memory.queue([Letter("o", "outbox", message(name="坏\x00\x0b文\ud800件"))])
    with remembered(home) as memory:
        (kept,) = memory.pending()
    write_message(home, "o", kept.message)
    root = ElementTree.parse(write_feed(home, "o", "科", [kept.message])).getroot()
    assert "坏��文�件" in "".join(root.itertext())
