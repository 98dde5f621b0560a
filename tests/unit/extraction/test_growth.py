"""Time grows with the length of a document and no faster, whatever it is made of.

A document four times as long may take up to twelve times as long: linear work takes four times, quadratic
sixteen. Processor times are compared within one run, never with a clock on another machine.
"""

from __future__ import annotations

import gc
import resource

import pytest

from extraction.extract import extract

TITLE = "石门县林业局2022年度部门整体支出绩效自评报告\n\n"
LENGTH = 100_000
#: Below this a ratio is noise.
_SHORTEST = 0.02
_PIECES = [
    "1", "1,", "1.", "1,000", "20", "2022年", "1年", "1 ", "-", "%", "100%", "12.5万元",
    "基本支出", "基本支出12万元，", "其中:基本支出1万元、", "公用经费为", "年初预算数1万元", "一般公共服务支出",
    "(", "（", "()", "基本支出(", "\"", "“", "*",
    "共有共计", "为是达到约有", "共", "、", "，", "。", "其中", "占", "较", "较上年", "增加", "完成预算",
    "111人，相当于总数的74%", "接待1批次", "等级为优", "追加1万元，", "编制3名（行政1名、事业2名），", "力争99%，", "调整数1万元，",
    "公务接待费3万元，公务用车购置费5万元，比上年减少1万元，下降20%。", "公务接待费4万元，主要是2016年车辆减少，", "项目支出3万元，其中:甲项目2万元；",
    "与2021年的901.4万元相比减少53.2万元，", "公务接待费6万元，绿化占3%，占总支出的2%，",
    "年初预算8万元，基本支出6万元，项目支出2万元，实际支出7万元，",
    "\t", "\t\t1", "\n\t", "\n\t1", "\n\n\t1", "\n\t\n\n", "\n\ta\n\n", "\n\t\nx\n", "\t基本支出\t1\n", "x\ty\n",
    "|", "| a |", "|基本支出|1|\n", "\n\t一级指标\n\t二级指标\n\t分值\n\t得分\n",
    " ", "　", "\n", "x\n\n", "\r",
    "局", "县人民政府", "中共", "自评", "整体支出", "单位名称:", "单位名称:中共", "一、", "一、问题\n", "# ", "单位:万元\n",
    "全年预算数全年执行数执行率", "全年预算数全年执行数执行率年度资金总额111111111100%", "一级指标二级指标三级指标分值指标值实际完成值得分",
    "三级指标数量10≥1人≥1人10", "x\n|\n",
    "存在的问题\n一是资金不足需要解决", "a", "得分", "〔2022〕", "第1条",
    *(
        pytest.param(piece)
        for piece in ("\n|", "|\n")
    ),
]  # fmt: skip


def _seconds(text: str) -> float:
    data = (TITLE + text).encode()
    start = _own_seconds()
    extract(data, "a")
    return _own_seconds() - start


def _own_seconds() -> float:
    """Processor time of this process's own code: what the system does for its memory is not the extractor's work."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


@pytest.fixture(scope="module", autouse=True)
def warm():
    """Reference data is read once, before anything is timed.

    What other tests of this process left is frozen: the collector would look through all of it again and again, the
    more often the longer a text is.
    """
    extract((TITLE + "基本支出1万元。").encode(), "a")
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def _ratio(piece: str, length: int) -> float:
    short = piece * max(length // 4 // len(piece), 1)
    before = max(_seconds(short), _SHORTEST)
    return _seconds(short * 4) / before


def _grows_too_fast(piece: str, length: int) -> bool:
    # A busy machine can spoil some measurements, not five in a row.
    return all(_ratio(piece, length) >= 12 for _ in range(5))


@pytest.mark.parametrize("piece", _PIECES, ids=repr)
def test_four_times_the_text_takes_less_than_twelve_times_as_long(piece):
    # The shorter texts first: what is quadratic fails on them in seconds, not on the longest in minutes.
    for length in (LENGTH // 64, LENGTH // 8, LENGTH):
        assert not _grows_too_fast(piece, length), f"{length} characters"
