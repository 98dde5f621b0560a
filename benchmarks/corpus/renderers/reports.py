"""Self-evaluation reports in running text: whole in 万元 or 元, with 万 alone, broken by lines, mirrored.

Belongs here: the order of sections and the genre around them.
Does not belong here: the sentences (``sections``), tables (``forms``).
"""

from __future__ import annotations

from random import Random

from benchmarks.corpus.accounts import Accounts
from benchmarks.corpus.page import Rendering
from benchmarks.corpus.renderers import sections
from benchmarks.corpus.renderers.mirror import mirrored
from benchmarks.corpus.renderers.wrapping import justified, wrapped
from benchmarks.corpus.writer import Style, Writer

KIND = "department_self_evaluation"
_NUMERALS = "一二三四五六七八九"


def narrative(accounts: Accounts, rng: Random) -> Rendering:
    """A report in plain paragraphs, amounts in 万元."""
    style = Style(suffix=rng.choice(("万元", " 万元")), trimmed=rng.random() < 0.3)
    return _report("narrative", Writer(accounts, rng, style))


def in_yuan(accounts: Accounts, rng: Random) -> Rendering:
    """The whole document in 元, with or without separators."""
    return _report("narrative_yuan", Writer(accounts, rng, Style("元", "元", rng.random() < 0.6)))


def bare_wan(accounts: Accounts, rng: Random) -> Rendering:
    """万 without 元, and separators."""
    return _report("narrative_wan", Writer(accounts, rng, Style("万元", "万", rng.random() < 0.3)))


def broken_lines(accounts: Accounts, rng: Random) -> Rendering:
    """Lines as a PDF breaks them: inside labels, before units."""
    page = _report("narrative_lines", Writer(accounts, rng))
    width = rng.randint(24, 38)
    page.finish = lambda text: wrapped(text, width)
    return page


def inner_blanks(accounts: Accounts, rng: Random) -> Rendering:
    """Blanks inside words, as justified PDF text has them; the title stays whole."""
    page = _report("narrative_blanks", Writer(accounts, rng))
    every = rng.randint(2, 6)

    def finish(text: str) -> str:
        title, body = text.split("\n", 1)
        return f"{title}\n{justified(body, every)}"

    page.finish = finish
    return page


def mirror(accounts: Accounts, rng: Random) -> Rendering:
    """A copy in Traditional characters with pinyin in brackets."""
    page = _report("narrative_mirror", Writer(accounts, rng))
    page.identity.pop("department_name")
    page.finish = mirrored
    return page


def _report(layout: str, writer: Writer) -> Rendering:
    w = writer
    name, year = w.accounts.department.name, w.accounts.year
    issue, measure = sections.problems(w)
    chapters = [
        ("基本情况", [f"{name}承担本辖区相关管理与服务职责。" + sections.staff(w)]),
        ("收支情况", [sections.revenue(w), w.rng.choice((sections.spending, sections.budget))(w), sections.three_public(w)]),
        ("采购与资产情况", [sections.procurement(w), sections.assets(w)]),
        ("绩效管理工作", [sections.work(w)]),
        ("自评结论", [sections.score(w)]),
        ("存在的问题", [issue]),
        ("改进措施", [measure]),
    ]  # fmt: skip
    body = "\n\n".join(
        f"{_NUMERALS[number]}、{heading}\n\n" + "\n\n".join(paragraphs)
        for number, (heading, paragraphs) in enumerate(chapters)
    )
    title = w.pick(
        f"{name}{year}年度部门整体支出绩效自评报告",
        f"{name}{year}年部门整体支出绩效自评报告",
        f"{name}{year}年度整体支出绩效评价报告",
    )
    return w.page(layout, KIND, title, body)
