"""Rubrics that lost their cells: how many names a row begins with is told by the points of its levels."""

from __future__ import annotations

import pytest

from extraction.extract import extract

_TITLE = "涧石县供销社2022年度部门整体支出绩效自评表\n\n"
_HEADS = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评价标准", "得分"]
_ROWS = [
    [
        "投入",
        "30",
        "配置",
        "30",
        "人员控制",
        "18",
        "不超编计18分",
        "18",
        "公车控制",
        "12",
        "下降计12分",
        "11",
    ],
    ["过程", "70", "执行", "40", "支出进度", "40", "每低1%扣1分", "36"],
    ["管理", "30", "制度建设", "30", "缺一项扣5分", "25"],
    ["合计", "100", "90"],
]
_READ = [
    ("投入", "配置", "人员控制", "18", "18"),
    ("投入", "配置", "公车控制", "12", "11"),
    ("过程", "执行", "支出进度", "40", "36"),
    ("过程", "管理", "制度建设", "30", "25"),
]
_CELLS = [_HEADS, *_ROWS]


def _rows(text: str) -> list[tuple[str | None, ...]]:
    found = extract((_TITLE + text + "\n").encode(), "a.txt").indicators
    return [
        (row.level_1, row.level_2, row.level_3, row.full_marks, row.score)
        for row in found
        if row.row_kind == "item"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(cell for row in _CELLS for cell in row),
        "\n\n".join(cell for row in _CELLS for cell in row),
        " ".join(cell for row in _CELLS for cell in row),
        "\n".join(" ".join(row) for row in _CELLS),
        "\n".join("\t".join(row) for row in _CELLS),
        "\n".join("| " + " | ".join(row) + " |" for row in _CELLS),
    ],
)
def test_levels_with_points_end_where_their_parts_make_them_up(text: str) -> None:
    assert _rows(text) == _READ


def test_its_total_is_the_score() -> None:
    found = extract((_TITLE + "\n".join(" ".join(row) for row in _CELLS)).encode(), "a.txt").figures
    assert [figure.value for figure in found if figure.concept == "self_evaluation_score"] == ["90"]


def test_parts_that_do_not_make_up_their_level_are_no_rubric() -> None:
    assert _rows(" ".join(cell for row in _CELLS for cell in row).replace("公车控制 12", "公车控制 13")) == []


def test_names_without_points_stand_between_the_points_of_two_rows() -> None:
    text = "一级指标 三级指标 分值 评分标准 自评得分 决策 依据 40 齐全得40分 40 程序 20 合规 得20分 15 成效 满意率 40 高于九成 39 合 计 100 94"
    assert _rows(text.replace(" ", "\n").replace("合\n计", "合计")) == [
        ("决策", None, "依据", "40", "40"),
        ("决策", None, "程序", "20", "15"),
        ("成效", None, "满意率", "40", "39"),
    ]


def test_a_row_begins_with_its_line_and_its_number() -> None:
    text = "序号 评价内容 评分标准 分值 自评分\n1 资金 足额，每少1%扣1分 60 58\n2 制度 健全得20分 20 20\n3 产出 安装12处 20 20\n合 计 100 98"
    assert _rows(text) == [
        (None, None, "资金", "60", "58"),
        (None, None, "制度", "20", "20"),
        (None, None, "产出", "20", "20"),
    ]


def test_points_that_miss_their_total_are_not_read() -> None:
    assert (
        _rows("指标\n分值\n评分标准\n自评得分\n甲\n50\n看\n40\n乙\n30\n看\n30\n丙\n10\n看\n10\n合计\n100\n80")
        == []
    )


def test_a_reason_is_told_from_a_name_by_its_line_alone() -> None:
    heads, rows = (
        "一级指标 二级指标 分值 得分 扣分原因",
        ["甲 乙 60 50 天气", "丙 20 20", "丁 戊 20 20", "合计 100 90"],
    )
    assert [row[2] for row in _rows("\n".join([heads, *rows]))] == ["乙", "丙", "戊"]
    assert _rows("\n".join(" ".join([heads, *rows]).split())) == []


def test_cells_that_run_on_are_divided_at_names_that_the_levels_ask_for() -> None:
    text = (
        "一级指标分值二级指标分值三级指标分值评价标准得分"
        "投入30配置30人员控制18不超编，计18分；每超1人扣0.5分。17公车控制12下降的计满分。11"
        "过程70执行40支出进度40每低1%扣1分，扣完为止。36管理30制度建设30缺一项扣5分。25总分10089"
    )
    assert [(row[1], row[2], row[3], row[4]) for row in _rows(text)] == [
        ("配置", "人员控制", "18", "17"),
        ("配置", "公车控制", "12", "11"),
        ("执行", "支出进度", "40", "36"),
        ("管理", "制度建设", "30", "25"),
    ]


def test_a_copy_that_ends_inside_a_level_is_read_up_to_there() -> None:
    text = "一级指标分值二级指标分值三级指标分值评分标准自评得分项目决策20目标4内容性4有目标(1分)。4过程8依据性4合规(2分)。4程序性4齐全(2分)。3"
    assert [row[2] for row in _rows(text)] == ["内容性", "依据性", "程序性"]
    assert _rows(text.replace("程序性4", "程序性5")) == []


def test_a_row_begins_with_its_number_and_not_with_the_reason_of_the_one_above() -> None:
    cells = [
        "序号",
        "评价指标",
        "权重",
        "自评得分",
        "扣分原因",
        "1",
        "编制",
        "30",
        "30",
        "2",
        "执行",
        "50",
        "45",
        "进度慢",
        "3",
        "公开",
        "20",
        "19",
        "漏报",
        "合计",
        "100",
        "94",
    ]
    assert [row[2:] for row in _rows("\n".join(cells))] == [
        ("编制", "30", "30"),
        ("执行", "50", "45"),
        ("公开", "20", "19"),
    ]
