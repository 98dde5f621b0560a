"""Reports as long as real ones: the generated pages with the prose that every report carries around its figures.

Belongs here: duties, work done and measures in running text without any figure that the truth would have to hold.
Does not belong here: figures (``benchmarks.corpus``), files (``inbox``).
"""

from __future__ import annotations

from random import Random

from benchmarks.corpus.layouts import draw_page
from benchmarks.corpus.page import Rendering

#: Characters of a report; the five real ones measured on have 3,900 to 6,400.
SHORTEST, LONGEST = 3_800, 6_400
#: Layouts of a submission in equal shares.
LAYOUTS = ("narrative", "pipe_tables", "narrative_wan", "tables_in_yuan", "narrative_yuan", "tab_tables")

_WHO = ("办公室", "财务科", "业务科室", "下属事业单位", "纪检人员", "各镇街站所", "项目负责人", "资产管理员")
_WHEN = ("年初", "上半年", "汛期前", "第三季度起", "年底前", "全年", "每月末", "日常工作中")
_DOES = ("梳理", "完善", "检查", "通报", "推进", "落实", "汇总", "公开", "核对", "优化")
_WHAT = (
    "内部控制制度",
    "重点任务分解表",
    "采购需求论证",
    "固定资产台账",
    "信息公开目录",
    "合同履约情况",
    "群众诉求办理流程",
    "绩效目标申报材料",
    "部门预算编制口径",
    "往来款项清理清单",
    "安全生产隐患清单",
    "惠民政策宣传方案",
)
_SO = (
    "做到责任到人、时限明确",
    "为年度目标的实现提供保障",
    "有关情况及时报告主管领导",
    "各项要求基本落到实处",
    "执行中的偏差能够及时纠正",
    "服务对象反映总体较好",
    "相关资料已按规定归档",
)


def full_length(number: int) -> Rendering:
    """The report of department ``number``, always the same; one department and year for each number."""
    page = draw_page(LAYOUTS[number % len(LAYOUTS)], number)
    rng = Random(f"prose {number}")  # noqa: S311 - a corpus, no secret
    head, _, rest = page.template.partition("\n\n二、")
    missing = rng.randint(SHORTEST, LONGEST) - len(page.text)
    page.template = f"{head}\n\n{_prose(rng, missing)}\n\n二、{rest}"
    return page


def _prose(rng: Random, length: int) -> str:
    """Paragraphs of some ``length`` characters, each of three to six sentences."""
    paragraphs: list[str] = []
    while length > 0:
        paragraph = "".join(_sentence(rng) for _ in range(rng.randint(3, 6)))
        paragraphs.append(f"（{len(paragraphs) + 1}）{paragraph}")
        length -= len(paragraph) + 2
    return "\n\n".join(paragraphs)


def _sentence(rng: Random) -> str:
    pick = rng.choice
    return f"{pick(_WHEN)}{pick(_WHO)}{pick(_DOES)}{pick(_WHAT)}，{pick(_DOES)}{pick(_WHAT)}，{pick(_SO)}。"
