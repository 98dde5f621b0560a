"""Headings of forms, tables and sections by other names.

Belongs here: words that stand alone in a cell or on a line, and the numbers and names of sections.
Does not belong here: the order of cells (``layouts``), names of figures (``names``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from benchmarks.perturbing.lines import is_all_prose, is_prose

#: Headings that mean the same, wherever one of them stands alone in a cell. A name behind an arrow is written for the others and
#: never replaced: elsewhere it means something else.
_GROUPS = """
initial budget: 年初预算数 | 年初预算 | 年初预算金额 | 年初部门预算数 | 年初批复预算数 | 年初批复数 | 预算批复数
adjusted budget: 全年预算数 | 全年预算 | 调整预算数 | 调整后预算数 | 调整预算 | 全年预算数（A） | 全年预算数（调整后） | 调整后预算
spent: 全年执行数 | 执行数 | 全年实际支出 | 实际支出数 | 全年执行数（B） | 实际执行数 | 全年支出数 | 实际支出 | 全年执行 | 预算执行数
final: 决算数 | 决算 | 决算金额 | 本年决算数 | 支出决算数 | 年度决算数
weight: 分值 | 权重 | 标准分 | 满分 | 分值（分） | 权重（分） | 指标分值 | 满分值 | 分值（权重） | 标准分值
score: 得分 | 自评得分 | 评价得分 | 自评分 | 实际得分 | 得分（分） | 单位自评得分 | 自评分数 | 实得分 | 指标得分
target: 年度指标值 | 指标值 | 目标值 | 年初指标值 | 年度目标值 | 预期指标值 | 绩效目标值 | 计划指标值 | 年初目标值 | 计划值 | 年初设定值 | 预期值 | 年初绩效目标值
actual: 实际完成值 | 完成值 | 全年实际值 | 实际值 | →实际完成情况 | 全年完成值 | 全年实际完成值 | →完成情况 | →实际完成 | 实际完成指标值 | 指标完成值
rate: 执行率 | 预算执行率 | 执行率（B/A） | 执行率（%） | 执行率% | 预算执行率（%） | 资金执行率
first level: 一级指标 | 一级指标名称 | 一级 指标
second level: 二级指标 | 二级指标名称 | 二级 指标
third level: 三级指标 | 三级指标名称 | 具体指标 | →指标内容 | 三级指标（指标名称） | 指标名称 | 三级 指标
reason: 偏差原因分析及改进措施 | 未完成原因分析 | 偏差原因 | →备注 | 扣分原因 | 未完成原因及改进措施 | 扣分说明 | →说明 | 偏差原因分析 | 扣分原因及改进措施 | 未达标原因分析
criterion: 评分标准 | 评价标准 | 评分细则 | 计分标准 | 评分方法 | 评分规则 | 考核标准 | 评分说明 | 评分依据
all funds: 年度资金总额 | 年度资金总额： | 年度预算资金总额 | 资金总额 | 预算资金总额 | 年度预算总额
of the year: 其中：当年财政拨款 | 其中：财政拨款 | 当年财政拨款 | 其中:本年财政拨款 | 其中：年度财政拨款 | 其中：当年财政资金 | 其中：财政资金
carried over: 上年结转资金 | 上年结转 | 上年结转结余 | 上年结余结转资金 | 上年结转结余资金 | 上年度结转资金
other funds: 其他资金 | →其他 | 其他来源资金 | 其它资金
department: 部门（单位）名称 | 部门名称 | →单位名称 | 填报单位 | 预算部门（单位）名称 | 部门（单位） | 预算单位 | 预算单位名称 | 填报部门 | 主管部门名称
project: 项目名称 | 项目（名称） | 专项名称 | 项目支出名称 | 预算项目名称
bodies: 单位名称 | 机构名称 | 预算单位 | 预算单位名称
items: 项目 | 科目 | →内容 | 预算科目 | →类别 | 收支项目 | →名称
numbers: 序号 | 编号 | 项次 | No.
amount: 金额 | 数额
sum: 合计 | 合 计 | 合计： | 合计数
points in all: 总分 | →合计 | →总计 | 总 分 | 合计得分 | 总得分 | 分数合计 | 总分合计
quota: 人员编制 | 编制数 | 编制人数 | 编制总数 | 核定编制数 | 人员编制数 | 编制
people: 实有人数 | 年末实有人数 | 实有人员 | 实有人数（人） | 现有人数 | 实有人员数
in service: 在职人数 | 在职人员 | 实际在职人数 | 在职在编人数 | 年末在职人数 | 在职人员数 | 在编在职人数
three public: “三公”经费合计 | 三公经费 | “三公”经费 | “三公”经费支出 | “三公”经费支出合计 | 三公经费合计 | “三公”经费总额
spending of bodies: 支出合计 | 本年支出合计 | 支出总额 | 总支出 | 本年支出
income of bodies: 收入合计 | 本年收入合计 | 收入总额 | 总收入 | 本年收入
all bodies: 汇总 | 局机关及二级机构汇总 | →合计 | 部门汇总 | →总计 | 全系统合计 | 本部门汇总 | 局机关及下属单位汇总
goals: 预期目标 | 年初设定目标 | 年度绩效目标 | 年初目标 | 预期绩效目标 | 年初预期目标
results: 实际完成情况 | 目标实际完成情况 | 完成情况 | 全年实际完成情况 | 年度目标完成情况
money of form: 预算执行情况（万元） | 部门预算执行情况（万元） | 年度预算执行情况（万元） | 项目资金（万元） | 资金执行情况（万元） | 年度部门预算执行情况（万元） | 部门整体支出（万元） | 整体支出情况（万元）
"""
GROUPS: dict[str, tuple[str, ...]] = {
    group: tuple(names.split(" | "))
    for group, names in (line.split(": ", 1) for line in _GROUPS.strip().split("\n"))
}
_NEVER_REPLACED = "→"
#: 年初 over 预算数: a heading in two lines.
_HALF = re.compile(r"(?m)^[\s|]*(?:年初|年度|全年|实际|调整后|预算|执行|[一二三]级)[\s|]*$")
_SHORT = 30
_CELL = re.compile(r"(?P<cell>[^|\t\n]+)")
_NUMBERED = re.compile(r"(?m)^(?P<sign>#* *)(?P<number>[一二三四五六七八九十]{1,3})、(?=[^，。；\n]{2,40}$)")
_SECOND = re.compile(
    r"(?m)^(?P<sign>#* *)[（(](?P<number>[一二三四五六七八九十]{1,3})[）)](?=[^，。；\n]{2,40}$)"
)
_RUN_ON = re.compile(
    r"(?m)^(?P<title>[（(][一二三四五六七八九十][）)][^，。；：\n]{2,24})\n+(?=[^\n（(一二三四五六七八九十\d|#]{20})"
)
_FEWEST_SECTIONS = 3
_DIGITS = "一二三四五六七八九十"


def group_changes() -> Iterator[tuple[str, Callable[[str], str | None]]]:
    """For each group and each of its names the change to that name, and what it is called."""
    for group, names in GROUPS.items():
        for name in names:
            yield f"{group}: {name.strip(_NEVER_REPLACED)}", _to_name(names, name.strip(_NEVER_REPLACED))


def _whole(text: str, change: Callable[[str], str]) -> str | None:
    """The change of a text none of whose headings is printed in two lines: half of one is no heading."""
    return None if _HALF.search(text) else change(text)


def _to_name(names: tuple[str, ...], name: str) -> Callable[[str], str | None]:
    known = {_bare(one) for one in names if not one.startswith(_NEVER_REPLACED)}

    def written(match: re.Match[str]) -> str:
        cell = match["cell"]
        return cell.replace(cell.strip(), name) if _bare(cell) in known else cell

    return lambda text: _whole(text, lambda whole: _CELL.sub(written, whole))


def in_turn(steps: int) -> Callable[[str], str | None]:
    """Every heading by the name ``steps`` behind it in its group, the first group that has it."""
    following: dict[str, str] = {}
    for names in GROUPS.values():
        for at, name in enumerate(names):
            if not name.startswith(_NEVER_REPLACED):
                new = names[(at + steps) % len(names)].strip(_NEVER_REPLACED)
                following.setdefault(_bare(name), new)

    def written(match: re.Match[str]) -> str:
        cell = match["cell"]
        new = following.get(_bare(cell))
        return cell.replace(cell.strip(), new) if new else cell

    return lambda text: _whole(text, lambda whole: _CELL.sub(written, whole))


def _bare(cell: str) -> str:
    return cell.strip().replace("(", "（").replace(")", "）").replace(":", "：")


def sections(form: str) -> Callable[[str], str | None]:
    """一、 before titles of sections written as ``form``, in which {} is the number and # a digit."""

    def written(match: re.Match[str]) -> str:
        return match["sign"] + form.format(match["number"]).replace("#", str(_digit(match["number"])))

    def change(text: str) -> str | None:
        return _NUMBERED.sub(written, text) if is_all_prose(text) else None

    return change


def subsections(form: str) -> Callable[[str], str | None]:
    """（一） before titles written as ``form``."""

    def written(match: re.Match[str]) -> str:
        return match["sign"] + form.format(match["number"]).replace("#", str(_digit(match["number"])))

    def change(text: str) -> str | None:
        return _SECOND.sub(written, text) if is_all_prose(text) else None

    return change


def _digit(number: str) -> int:
    if len(number) == 1:
        return _DIGITS.index(number) + 1
    tens, _, ones = number.partition("十")
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def turned(text: str) -> str | None:
    """Sections 一、 二、 三、 and so on in the opposite order, each with what stands in it."""
    starts = [match.start() for match in _NUMBERED.finditer(text)]
    if len(starts) < _FEWEST_SECTIONS or not is_all_prose(text):
        return None
    parts = [text[start:end].rstrip("\n") + "\n\n" for start, end in pairwise([*starts, len(text)])]
    return text[: starts[0]] + "".join(reversed(parts))


def run_on(text: str) -> str:
    """（一）titles on the line of what they head: （一）年初预算。2022年…."""
    return _RUN_ON.sub(r"\g<title>。", text)


def titled(old: str, new: str) -> Callable[[str], str | None]:
    """Words in titles of the document and its sections for others."""
    pattern = re.compile(old)

    def change(text: str) -> str | None:
        if not is_all_prose(text):
            return None
        return "\n".join(
            line if is_prose(line) or len(line) > _SHORT * 2 else pattern.sub(new, line)
            for line in text.split("\n")
        )

    return change
