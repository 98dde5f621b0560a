"""Tables of bars with a line too many, too few or cut off: nothing is raised, and what is whole is read."""

from __future__ import annotations

from extraction.extract import extract

TITLE = "石门县林业局2022年度“三公”经费支出决算情况说明\n"
HEADS = [
    *["|"] * 6,
    "||",
    *("编制部门:石门县林业局 |", "金额单位:万元 |", "||||||", "项目 |", "预算数 |", "决算数 |", "|||||"),
    *("合计 |", "一般公共预算财政拨款 |", "政府性基金预算财政拨款 |") * 2,
    "||",
]
NAMES = [
    "因公出国(境)费",
    "公务接待费",
    "公务用车购置及运行维护费",
    "其中:公务用车运行维护费",
    "公务用车购置费",
]
ROWS = [f"{cell} |" for name in NAMES for cell in (name, "8.50", "8.50", "0.00", "4.50", "4.50", "0.00", "")]
PLAIN = [
    "项目",
    "预算数",
    "公务接待费",
    "7.40",
    "公务用车购置及运行费",
    "4.00",
    "其中：公务用车运行费",
    "4.00",
    "公务用车购置费",
    "0.00",
]


def _read(lines):
    return extract((TITLE + "\n".join(lines)).encode(), "t.txt")


def test_a_bar_too_many_or_too_few_raises_nothing():
    lines = [*HEADS, *ROWS[:-1], "二、情况说明"]
    for at in range(len(lines)):
        for changed in ([*lines[:at], *lines[at + 1 :]], [*lines[:at], "|", *lines[at:]], lines[: at + 1]):
            assert _read(changed).outcome.status != "failed"


def test_the_last_row_needs_no_second_bar():
    """An empty cell at the end of each row but the last, below a title that a bar closes."""
    cells = [
        line
        for pair in zip(PLAIN[::2], PLAIN[1::2], strict=True)
        for line in (pair[0], "|", pair[1], "|", "|")
    ]
    text = "\n".join(
        ["石门县林业局2022年“三公”经费预算", "一、“三公”经费支出预算表", "|", *cells[:-1], "二、说明", "略。"]
    )
    found = {(f.concept, f.value) for f in extract(text.encode(), "t.txt").figures}
    assert found == {
        ("official_reception", "7.40"),
        ("official_vehicle", "4.00"),
        ("official_vehicle_operation", "4.00"),
        ("official_vehicle_purchase", "0.00"),
    }
