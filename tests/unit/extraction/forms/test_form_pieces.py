"""Forms as lines of a PDF: a title down the left side, page numbers, names of levels broken over two lines."""

from __future__ import annotations

from benchmarks.perturbing.nationalforms import written_out

FORM = written_out("""部门整体支出绩效自评表
（2022年度）
单位名称 云岭县医疗保障局
部门整体支出 {{funds}}
（万元）
年度资金总额 86.50 90.20 81.18 10 90.00% 9
绩 {{rows}} 偏差原因
效 产出指标 数量指标 参保人数 ≥18万人 18.1万人 35 35
指 救助人次 ≥2万人次 1.5万人次 15 9.6 政策调整
— 3 —
标 效益指标 可持续影响 基金收支平衡 平衡 平衡 30 30
指标
满意度 服务对象满 群众满意度 ≥90% 91% 10 10
指标 意度指标
总分 100 93.6
""")


def _rows(found):
    return [
        (r.level_1, r.level_2, r.level_3, r.full_marks, r.score)
        for r in found.indicators
        if r.row_kind == "item"
    ]


def test_pieces_beside_the_rows_and_below_them_are_no_rows(read):
    assert _rows(read(FORM, "")) == [
        ("产出指标", "数量指标", "参保人数", "35", "35"),
        ("产出指标", "数量指标", "救助人次", "15", "9.6"),
        ("效益指标", "可持续影响指标", "基金收支平衡", "30", "30"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "10", "10"),
    ]


def test_the_block_has_its_title_and_its_unit_beside_and_below_the_headings(read):
    found = read(FORM, "")
    assert found.identity.department_name == "云岭县医疗保障局"
    amounts = {(f.stage, f.value, f.unit) for f in found.figures if f.concept == "total_expenditure"}
    assert amounts == {
        ("initial_budget", "86.50", "万元"),
        ("adjusted_budget", "90.20", "万元"),
        ("final_account", "81.18", "万元"),
    }


def test_a_word_below_a_row_that_makes_no_name_of_a_level_is_no_piece(read):
    found = read(FORM.replace("指标 意度指标", "指标 调查"), "")
    assert ("满意度", "服务对象满", "群众满意度", "10", "10") not in _rows(found)
