"""The same said in other words: punctuation, 其中, changes and rates, years, verbs before amounts, who is speaking.

Belongs here: changes of words and punctuation of running text.
Does not belong here: headings (``headings``), names of figures (``naming``), numbers (``amounts``).
"""

from __future__ import annotations

import re

from benchmarks.perturbing.lines import in_prose, is_prose
from benchmarks.perturbing.texts import Text

_OF_WHICH = re.compile(r"[，,。；;]其中[：:，,]?")
#: Up to the end of the sentence, with no bracket of its own.
_OF_WHICH_TAIL = re.compile(r"[，,；;]其中[：:，,]?([^。（）()；;\n]+)(?=。)")
_AMOUNT = r"\d[\d,]*(?:\.\d+)?\s*(?:万元|元|亿元)"
_RATE = r"\d+(?:\.\d+)?\s*[%％]"
_THAN = r"(?:比|较|与)(?:上年|去年|上年度|上一年度|\d{4}年度?)(?:决算数?|预算数?|年初预算数?|同期)?(?:相比)?[，,]?"
_CHANGE = re.compile(
    rf"(?P<than>{_THAN})(?P<way>增加|减少|增长|下降|降低)(?P<amount>{_AMOUNT})[，,](?P<other>增长|下降|降低|增加|减少)(?P<rate>{_RATE})"
)
_NOUN = r"(?<=支出|收入|经费|费用|总计|合计|总额|得分)"
_LEVEL = re.compile(rf"{_NOUN}(?=\d)|(?<=算数)(?=\d)")
_IS = re.compile(rf"{_NOUN}(?:为|是|共计|共)(?=\d)|(?<=算数)(?:为|是)(?=\d)")


def half_width(text: str) -> str:
    """Marks of half width in place of those of full width, as pages of the web have them."""
    return text.translate(
        {
            ord("，"): ",",
            ord("；"): ";",
            ord("："): ":",
            ord("（"): "(",
            ord("）"): ")",
            ord("“"): '"',
            ord("”"): '"',
        }
    )


def wide(text: str) -> str:
    """Marks of full width between words in place of those of half width."""

    def written(line: str) -> str:
        line = re.sub(r",(?!\d)|(?<!\d),", "，", line)
        return (
            re.sub(r":(?!\d)|(?<!\d):", "：", line).replace(";", "；").replace("(", "（").replace(")", "）")
        )

    return in_prose(text, written)


def quoted(marks: str) -> object:
    """“三公”经费 with other quotation marks, or none."""

    def change(text: str) -> str:
        return re.sub(r"[“\"]三公[”\"]", f"{marks[:1]}三公{marks[1:]}", text)

    return change


def of_which(words: str) -> object:
    """，其中： written as ``words``."""

    def change(text: str) -> str:
        return in_prose(text, lambda line: _OF_WHICH.sub(words, line))

    return change


def of_which_in_brackets(text: str) -> str:
    """Parts behind 其中 in brackets."""
    return in_prose(text, lambda line: _OF_WHICH_TAIL.sub(r"（其中：\1）", line))


def stops(old: str, new: str) -> object:
    """One sign between the parts of a sentence for another."""

    def change(text: str) -> str:
        return in_prose(text, lambda line: re.sub(rf"{old}(?!$)", new, line))

    return change


def rate_before_amount(text: str) -> str:
    """比上年增加3万元，增长5% → 比上年增长5%，增加3万元."""

    def written(match: re.Match[str]) -> str:
        return f"{match['than']}{match['other']}{match['rate']}，{match['way']}{match['amount']}"

    return in_prose(text, lambda line: _CHANGE.sub(written, line))


def compared(words: str) -> object:
    """比上年 written as ``words``."""

    def change(text: str) -> str:
        return in_prose(
            text,
            lambda line: re.sub(r"(?:比|较|与)上年(?:度)?(?:相比)?[，,]?(?=增|减|下|降|上升)", words, line),
        )

    return change


def last_year(words: str) -> object:
    """上年 as 去年 or as its number."""

    def change(text: Text) -> str | None:
        year = text.truth.get("fiscal_year")
        if year is None:
            return None
        new = words.format(year - 1)
        return in_prose(text.text, lambda line: re.sub(r"(?<=比|较|与)上年(?!度|结|末|年)", new, line))

    return change


def replaced(old: str, new: str) -> object:
    """Words of prose for others that mean the same."""
    pattern = re.compile(old)

    def change(text: str) -> str:
        return in_prose(text, lambda line: pattern.sub(new, line))

    return change


def with_verb(text: str) -> str:
    """支出3万元 → 支出为3万元."""
    return in_prose(text, lambda line: _LEVEL.sub("为", line))


def without_verb(text: str) -> str:
    """支出为3万元 → 支出3万元."""
    return in_prose(text, lambda line: _IS.sub("", line))


def year_as(words: str) -> object:
    """2022年 or 2022年度 of the document, behind its title, written as ``words``."""

    def change(text: Text) -> str | None:
        year = text.truth.get("fiscal_year")
        if year is None:
            return None
        pattern = re.compile(
            rf"(?<![\d、和至—-]){year}年(?:度)?(?![度末初底终中内\d来、和至及与]|[一二三四上下]半?[月季年]|\d|—|部门|单位|县级|市级|区级|省级|[^。]{{0,20}}》)"
        )
        title, line_break, body = text.text.partition("\n")
        if str(year) not in title:
            return None  # the only year of the text
        lines = [pattern.sub(words, line) if is_prose(line) else line for line in body.split("\n")]
        return title + line_break + "\n".join(lines)

    return change


def year_with_du(text: str) -> str:
    """2022年 → 2022年度."""
    return re.sub(
        r"((?<!\d)20\d\d)年(?=收|支|决|部|预|财|“|\"|本|基|项|政|公|一般|整|，|,)(?!预算法|部分)",
        r"\1年度",
        text,
    )


def year_without_du(text: str) -> str:
    """2022年度 → 2022年."""
    return re.sub(r"((?<!\d)20\d\d)年度", r"\1年", text)


def we_are(words: str) -> object:
    """我局, 本部门 and so on written as ``words``."""
    return replaced(
        r"我(?:局|单位|部门|委|办|院|会|校|厅|中心|镇|站|馆)(?![属系])|本(?:部门|单位|局)(?![属级])", words
    )
