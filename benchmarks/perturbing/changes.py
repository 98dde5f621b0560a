"""All changes by name, in the order in which they are told.

Belongs here: the list, and how a change is applied.
Does not belong here: the changes themselves.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from opencc import OpenCC

from benchmarks.perturbing import amounts, headings, layouts, names, runons, wording
from benchmarks.perturbing.comparing import Key
from benchmarks.perturbing.texts import Text


def _same(key: Key) -> Key:
    return key


class Change(NamedTuple):
    """A way to write a text that leaves what it says; ``expected`` is the key that a figure has after it."""

    name: str
    write: Callable[[Any], str | bytes | None]
    expected: Callable[[Key], Key] = _same
    #: whether rows of scoring tables keep their names
    rows: bool = True

    def of(self, text: Text) -> bytes | None:
        """The text written so; None where that changes nothing or cannot be done."""
        first = next(iter(inspect.signature(self.write).parameters.values()))
        written = self.write(text if first.annotation == "Text" else text.text)
        if written is None or written == text.text:
            return None
        return written.encode() if isinstance(written, str) else written


def _traditional(kind: str) -> Callable[[str], str]:
    return OpenCC(kind).convert


KINDS: dict[str, tuple[Change, ...]] = {
    "amounts": (
        Change("amounts in 元", amounts.in_yuan),
        Change("amounts in 元, with separators and fen", amounts.in_yuan_and_fen),
        Change("great amounts in 亿元", amounts.in_yi),
        Change("万元 → 万", amounts.without_yuan),
        Change("amounts three times as much", amounts.three_times, amounts.times_three),
        Change("1234.50 → 1,234.50", amounts.separated),
        Change("1,234.50 → 1234.50", amounts.not_separated),
        Change("12.50万元 → 12.5万元", amounts.without_zeros),
        Change("12万元 → 12.00万元", amounts.with_zeros),
        Change("digits of full width", amounts.full_width),
        Change("digits and points of full width", amounts.full_width_points),
        Change("blanks around numbers", amounts.spaced),
        Change("blanks before units", amounts.spaced_behind),
        Change("no blanks around numbers", amounts.unspaced),
        Change("blanks within words", amounts.spaced_words),
    ),
    "marks and signs": (
        Change("punctuation of half width", wording.half_width),
        Change("punctuation of full width", wording.wide),
        Change('“三公” → "三公"', wording.quoted('""')),
        Change("“三公” → 三公", wording.quoted("")),
        Change("“三公” → 「三公」", wording.quoted("「」")),
        Change("“三公” → ‘三公’", wording.quoted("‘’")),
    ),
    "tables that run on": (
        Change("a table on one line", runons.run_on(), rows=False),
        Change("a table on lines of 36 characters", runons.run_on(36), rows=False),
        Change("a table on lines of 60 characters", runons.run_on(60), rows=False),
        Change("a table on one line, no numbers of rows", runons.run_on(numbered=False), rows=False),
    ),
    "wording": (
        *(
            Change(f"，其中： → {to}", wording.of_which(to))
            for to in ("，其中：", "，其中", "，其中，", "。其中：", "；其中：", "，包括：", "，包括")
        ),
        Change("，其中：… → （其中：…）", wording.of_which_in_brackets),
        Change("； → 。", wording.stops("；", "。")),
        Change("； → ，", wording.stops("；", "，")),
        Change("元、 → 元，", wording.stops("(?<=元)、", "，")),
        Change("rate before amount", wording.rate_before_amount),
        *(
            Change(f"比上年 → {to}", wording.compared(to))
            for to in ("比上年", "较上年", "比上年度", "与上年相比，", "与上年相比", "同比上年", "相比上年")
        ),
        Change("比上年 → 比去年", wording.last_year("去年")),
        Change("比上年 → 比2021年", wording.last_year("{}年")),
        *(
            Change(f"完成预算的 → {to}", wording.replaced("(?<=[，。元])完成预算的", to))
            for to in (
                "占预算的",
                "为预算的",
                "完成了预算的",
                "完成预算",
                "是预算的",
                "占预算数的",
                "完成预算数的",
            )
        ),
        *(
            Change(f"完成年初预算的 → {to}", wording.replaced("(?<=[，。元])完成年初预算的", to))
            for to in ("占年初预算的", "为年初预算的", "完成年初预算数的", "完成年初预算")
        ),
        Change("主要原因是 → 主要是", wording.replaced("主要原因是", "主要是")),
        Change("主要是 → 原因是", wording.replaced("，主要是(?!用于)", "，原因是")),
        Change("主要原因 → 原因在于", wording.replaced("主要原因是：?", "主要原因在于")),
        Change("支出3万元 → 支出为3万元", wording.with_verb),
        Change("支出为3万元 → 支出3万元", wording.without_verb),
        Change(
            "为3万元 → 是3万元",
            wording.replaced(r"(?<=支出|收入|经费|预算|决算|算数|总计|合计)为(?=\d)", "是"),
        ),
        Change(
            "为3万元 → ：3万元",
            wording.replaced(r"(?<=支出|收入|经费|预算|决算|算数|总计|合计)为(?=\d)", "："),
        ),
        Change("为3万元 → 共计3万元", wording.replaced(r"(?<=支出|收入|经费|预算|决算)为(?=\d)", "共计")),
        Change("为3万元 → 达3万元", wording.replaced(r"(?<=支出|收入|经费)为(?=\d)", "达")),
        Change("占3% → 占比3%", wording.replaced(r"(?<=[，元])占(?=\d)", "占比")),
        Change("占3% → 占比为3%", wording.replaced(r"(?<=[，元])占(?=\d)", "占比为")),
        Change("3人 ↔ 3名", wording.replaced(r"(?<=\d)人(?=[，。；、）)]|$)", "名")),
        Change("3名 → 3人", wording.replaced(r"(?<=\d)名(?=[，。；、）)]|$)", "人")),
        Change("没有 for 无", wording.replaced(r"(?<=[，。；])无(?=因公|公务|购|国有|政府性)", "没有")),
        Change("下降 → 减少", wording.replaced(r"下降(?=\d)", "减少")),
        Change("下降 → 降低", wording.replaced(r"下降(?=\d)", "降低")),
        Change("增长 → 上升", wording.replaced(r"增长(?=\d+(?:\.\d+)?[%％])", "上升")),
        Change("增加 → 增长", wording.replaced(r"增加(?=\d[\d.,]*万元)", "增长")),
    ),
    "years, names of the department": (
        Change("2022年 → 2022年度", wording.year_with_du),
        Change("2022年度 → 2022年", wording.year_without_du),
        *(Change(f"2022年 → {to}", wording.year_as(to)) for to in ("本年", "本年度", "当年")),
        *(
            Change(f"我局 → {to}", wording.we_are(to))
            for to in ("我局", "我单位", "本部门", "本单位", "我委", "我中心")
        ),
        Change("every year three less", names.three_years_before, names.in_earlier_year),
        *(Change(f"of {to}", names.of_place(to)) for to in ("桃源县", "金水区", "阿图什市")),
        *(
            Change(f"called {to}", names.of_office(to))
            for to in (
                "财政局",
                "教育体育局",
                "人民法院",
                "柳河镇人民政府",
                "第二实验小学",
                "疾病预防控制中心",
                "妇女联合会",
            )
        ),
    ),
    "names of figures": (
        *(
            Change(f"names of figures, {steps} on", names.by_other_names(steps), rows=False)
            for steps in (1, 2, 3)
        ),
    ),
    "headings of forms and tables": (
        *(Change(f"headings of cells, {steps} on", headings.in_turn(steps)) for steps in (1, 2, 3, 4)),
    ),
    "numbers and titles of sections": (
        *(
            Change(f"一、 → {form}", headings.sections(form))
            for form in ("第{}部分 ", "（{}）", "#.", "#、", "{}.", "")
        ),
        *(Change(f"（一） → {form}", headings.subsections(form)) for form in ("#.", "#、", "（#）", "")),
        Change("（一）titles run on", headings.run_on),
        Change("sections in the opposite order", headings.turned),
        Change("基本情况 → 概况", headings.titled("基本情况", "概况")),
        Change(
            "部门概况 → 单位基本情况", headings.titled("(?:部门|单位)(?:基本)?(?:概况|情况)", "单位基本情况")
        ),
        Change("部门 → 单位 in titles", headings.titled("部门(?!预算|（|\\()", "单位")),
        Change("单位 → 部门 in titles", headings.titled("单位(?![:：）)])", "部门")),
        Change("整体支出绩效自评 → 整体绩效自评", headings.titled("整体支出绩效自评", "整体绩效自评")),
        Change("自评报告 → 自评情况报告", headings.titled("自评报告", "自评情况的报告")),
    ),
    "lines and paragraphs": (
        *(Change(f"lines of {width} characters", layouts.wrapped(width)) for width in (36, 24)),
        Change("a sentence a line", layouts.sentence_a_line),
        Change("a clause a line", layouts.clause_a_line),
        Change("blank lines between all", layouts.doubled_blanks),
        Change("no blank lines", layouts.no_blanks),
        Change("indented", layouts.indented),
        Change("lines of Windows", layouts.windows),
        Change("page numbers", layouts.with_page_numbers),
        Change("a paragraph that states nothing between all", layouts.with_plain_words),
        Change("explanations of terms at the end", layouts.with_glossary),
    ),
    "Traditional characters": (
        Change("Traditional characters", _traditional("s2t")),
        Change("Traditional characters of Taiwan", _traditional("s2tw")),
        Change("Traditional characters of Hong Kong", _traditional("s2hk")),
    ),
    "cells of tables": (
        Change("rows in tabs", layouts.in_tabs),
        Change("rows with gaps", layouts.in_gaps),
        Change("rows without outer bars", layouts.plain_bars),
        Change("rows between tight bars", layouts.tight_bars),
        Change("a cell a line", layouts.a_cell_a_line),
        Change("a cell a line, blanks between", layouts.a_cell_a_line_with_blanks),
        Change("a cell a line behind tabs", layouts.a_cell_a_line_in_tabs),
        Change("values in the opposite order", layouts.values_turned),
        Change("a column of remarks", layouts.with_remarks),
        Change("a column of numbers", layouts.with_numbers),
        Change("headings repeated", layouts.heads_repeated),
        Change("cut by a page", layouts.cut_by_page),
        Change("empty cells as —", layouts.empty_as("—")),
        Change("empty cells as /", layouts.empty_as("/")),
    ),
    "files": (
        Change("a Word document", layouts.word),
        Change("a page of the web", layouts.page),
        Change("a workbook", layouts.sheet),
    ),
}
CHANGES: tuple[Change, ...] = tuple(change for kind in KINDS.values() for change in kind)


def each_heading() -> Iterator[Change]:
    """For every heading of a group and every other name of it one change."""
    for name, write in headings.group_changes():
        yield Change(name, write)
