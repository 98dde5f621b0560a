"""Lines of one cell each: blank lines between empty ones are empty cells, headings may be printed over two lines."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out

FORM = (
    written_out(r"""
项目支出绩效自评表
（2021年度）
项目名称
村道路灯更换
项目资金
（万元）
_
{{torn-funds:\n}}
年度资金总额
63.5
63.5
50.8
10
80%
8
其中：当年财政拨款
63.5
63.5
50.8
_
_
_
上年结转资金
_
_
_
_
_
_
{{torn-rows:\n}}
{{reasons}}
产出指标
数量指标
指标1更换路灯
120
96
20
16
尾款在下一年支付。
指标2
_
_
_
_
_
时效指标
指标1按时完工率
100
100
20
20
_
……
_
_
_
_
_
效益指标
经济效益
指标
指标1
_
_
_
_
_
社会效益
指标
指标1夜间出行改善
明显
明显
30
30
0
满意度
指标
服务对象满意度指标
指标1村民满意度
95
97
20
20
_
总分
100
94
""")
    .strip()
    .split("\n")
)
POINTS = [
    ("更换路灯", "数量指标", "20", "16"),
    ("按时完工率", "时效指标", "20", "20"),
    ("夜间出行改善", "社会效益指标", "30", "30"),
    ("村民满意度", "服务对象满意度指标", "20", "20"),
]


def rows_of(found):
    return [
        (row.level_3.removeprefix("指标1"), row.level_2, row.full_marks, row.score)
        for row in found.indicators
        if row.row_kind == "item"
    ]


def amounts_of(found):
    return [(figure.stage, figure.value) for figure in found.figures if figure.concept == "project_item"]


def test_a_blank_line_between_empty_lines_is_an_empty_cell(read):
    found = read("\n\n".join("\u00a0" if cell == "_" else cell for cell in FORM))
    assert rows_of(found) == POINTS
    assert amounts_of(found) == [
        ("initial_budget", "63.5"),
        ("adjusted_budget", "63.5"),
        ("final_account", "50.8"),
    ]
    assert [row.score for row in found.indicators if row.row_kind == "total"] == ["94"]


def test_the_same_form_without_its_empty_cells(read):
    """Names of rows that nobody filled in are no cells of other rows, nor is a reason the name of the next one."""
    found = read("\n\n".join(cell for cell in FORM if cell != "_"))
    assert rows_of(found) == POINTS
    assert [value for _, value in amounts_of(found)] == ["63.5", "63.5", "50.8"]


def test_blank_lines_everywhere_say_nothing(read):
    """A blank in every empty line is how some programs write, and no cell."""
    found = read("\n \n".join(cell for cell in FORM if cell != "_"))
    assert rows_of(found) == POINTS


def test_names_of_levels_that_the_national_form_does_not_have(read):
    """A few words behind the points are their reason, and no level of the next row."""
    cells = written_out(
        "{{rows}} 未完成原因分析 产出（40分） 产出数量 抽检批次 ≥1200批次 1265批次 20 20"
        " 检查台次 ≥500台次 486台次 10 9.7 疫情影响 产出质量 抽检合格率 ≥98% 98.9% 10 10 管理效能（20分） 财务管理 制度健全性 健全 健全 20 20"
        " 效果（40分） 社会效益 投诉办结率 100% 100% 40 40 总分 100 99.7"
    )
    found = read("\n".join(cells.split()))
    assert [
        (row.level_1, row.level_2, row.level_3, row.score, row.reason)
        for row in found.indicators
        if row.row_kind == "item"
    ] == [
        ("产出", "产出数量", "抽检批次", "20", None),
        ("产出", "产出数量", "检查台次", "9.7", "疫情影响"),
        ("产出", "产出质量", "抽检合格率", "10", None),
        ("管理效能", "财务管理", "制度健全性", "20", None),
        ("效果", "社会效益", "投诉办结率", "40", None),
    ]
