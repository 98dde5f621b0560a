"""The headings that the ministry's forms of self-evaluation print, said once for every bank and test that prints them.

Belongs here: those headings, and writing them in place of their marks.
Does not belong here: other headings (``headings``), which names mean the same (``data/reference/heading_names.csv``).
"""

from __future__ import annotations

import re

#: Above the money of a department or project; above the rows of indicators; above the reasons, which older forms leave out.
_HEADINGS = {
    "funds": ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    "rows": ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    "reasons": ("偏差原因分析及改进措施",),
}

_MARK = re.compile(r"\{\{(torn-)?(funds|rows|reasons)(?::((?:[^{}\\]|\\[nt])*))?\}\}")
_ESCAPED = {"\\n": "\n", "\\t": "\t"}


def written_out(text: str) -> str:
    r"""``{{funds}}``, ``{{rows:\n}}``: the headings side by side, with a blank or what follows the colon between them.

    ``{{torn-funds:\n}}``: long ones over two lines each.
    """
    return _MARK.sub(_joined, text)


def _joined(mark: re.Match[str]) -> str:
    between = " " if mark[3] is None else re.sub(r"\\[nt]", lambda one: _ESCAPED[one.group()], mark[3])
    return between.join(_torn(one) if mark[1] else one for one in _HEADINGS[mark[2]])


def _torn(heading: str) -> str:
    """年度 and 指标值 on two lines: as narrow columns print names of five characters."""
    return re.sub(r"^(..)(...)$", r"\1\n\2", heading)
