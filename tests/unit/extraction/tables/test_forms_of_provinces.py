"""Forms of provinces that call the money of the year otherwise than the national one, in every way in which pages carry them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.extract import extract
from tests.unit.extraction.readers.test_merged_cells import page
from tests.unit.extraction.tables.carriers import CARRIERS, bars, blanks, closed, lines

WHOLE = "青溪县林业局2022年度部门整体绩效自评报告\n部门整体绩效自评表（2022年度）\n"
ACCOUNT = "青溪县林业局2022年度部门决算公开\n项目绩效目标自评表（2022年度）\n"
PROJECT = "青溪县2022年度林道维护项目支出绩效自评报告\n项目支出绩效自评表\n"
INITIAL, ADJUSTED, FINAL = "initial_budget", "adjusted_budget", "final_account"
TOTAL, BASIC, OF_PROJECTS = "total_expenditure", "basic_expenditure", "project_expenditure"
LINE = "budget_execution_score_line"
SURE = Decimal("0.9")


def _read(text: str, least: Decimal = SURE) -> set[tuple[str, str | None, str]]:
    figures = extract(text.encode(), "报告.txt").figures
    return {(f.concept, f.stage, f.value) for f in figures if f.confidence >= least and f.measure == "level"}


LETTERED = [
    "单位名称|青溪县林业局|填报日期|2023年3月||",
    "预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）",
    "|年度财政资金总额|50|10|20|4",
]


@pytest.mark.parametrize("carried", CARRIERS)
def test_money_of_the_year_below_lettered_headings(carried):
    """年度财政资金总额 50 10 20 4: the rate has no sign, and the row begins with its label."""
    assert {(OF_PROJECTS, INITIAL, "50"), (OF_PROJECTS, FINAL, "10")} <= _read(PROJECT + carried(LETTERED))


def test_a_bracket_of_the_last_heading_may_stand_alone():
    cells = "|".join(LETTERED[1:]).replace("得分（20分*执行率）", "得分|（20分*执行率）").split("|")
    assert (OF_PROJECTS, FINAL, "10") in _read(PROJECT + "\n\n".join(cell for cell in cells if cell))


@pytest.mark.parametrize("carried", CARRIERS)
def test_the_form_of_one_project_says_nothing_of_the_department(carried):
    """However its cells stand, 项目名称 above the block makes it a project's."""
    rows = ["项目名称|林道维护||||", "主管部门|青溪县林业局|实施单位|青溪县林业局||", LETTERED[1]]
    rows.append("|年度财政资金总额|55.50|49.50|89.19%|17.84")
    found = _read(f"{WHOLE.splitlines()[0]}\n项目支出绩效自评表\n{carried(rows)}")
    assert not {concept for concept, _, _ in found} & {TOTAL, OF_PROJECTS, "budget_execution_rate"}


BY_NATURE = [
    "部门预算执行情况（万元）|资金性质|年初预算|全年预算|全年执行数|分值|执行率|得分",
    "|基本支出|840.00|870.00|865.28|-|99.46%|-",
    "|项目支出|444.35|993.42|923.60|-|92.97%|-",
    "|合计|1284.35|1863.42|1788.88|10|96.00%|9.6",
]
AMOUNTS_BY_NATURE = {
    *((BASIC, INITIAL, "840.00"), (BASIC, ADJUSTED, "870.00"), (BASIC, FINAL, "865.28")),
    *((OF_PROJECTS, INITIAL, "444.35"), (OF_PROJECTS, ADJUSTED, "993.42"), (OF_PROJECTS, FINAL, "923.60")),
    *((TOTAL, INITIAL, "1284.35"), (TOTAL, ADJUSTED, "1863.42"), (TOTAL, FINAL, "1788.88")),
    ("budget_execution_rate", None, "96.00"),
}


@pytest.mark.parametrize("carried", CARRIERS)
def test_rows_of_both_natures_above_their_sum(carried):
    assert _read(WHOLE + carried(BY_NATURE)) >= AMOUNTS_BY_NATURE


@pytest.mark.parametrize("carried", CARRIERS)
def test_whole_above_its_natures_below_a_heading_of_sources(carried):
    rows = [
        "全年预算（万元）|资金来源|全年预算数|全年执行数|执行率",
        "|部门预算总额|1863.42|1788.88|96.00%",
        "|其中：基本支出|870.00|865.28|99.46%",
        "|项目支出|993.42|923.60|92.97%",
    ]
    wanted = {one for one in AMOUNTS_BY_NATURE if one[1] != INITIAL}
    assert wanted <= _read(WHOLE + carried(rows))


ASKED_FOR = [
    "部门预算绩效目标|预算申报|预算确定|全年预算数|实际执行数|执行率|备注",
    "资金总额|1300.00|1284.35|1863.42|1788.88|96.00%|",
    "其中：基本支出|850.00|840.00|870.00|865.28|99.46%|",
    "项目支出|450.00|444.35|993.42|923.60|92.97%|",
]


@pytest.mark.parametrize("carried", [one for one in CARRIERS if one is not blanks])
def test_what_was_asked_for_is_no_budget(carried):
    found = _read(f"{WHOLE}单位：万元\n{carried(ASKED_FOR)}")
    assert found >= AMOUNTS_BY_NATURE
    assert not {value for _, _, value in found} & {"1300.00", "850.00", "450.00"}


PAIRS = [
    "项目名称|林道维护|||",
    "预算单位|青溪县林业局|||",
    "预算执行情况（万元）|预算数：|55.50|执行数：|49.50",
    "|其中：财政拨款|45.50|其中：财政拨款|41.20",
    "|其他资金|10.00|其他资金|8.30",
    "|预期目标||实际完成目标|",
]


@pytest.mark.parametrize("carried", CARRIERS)
def test_amounts_behind_their_names(carried):
    """预算数：55.50 执行数：49.50: of the project alone; 财政拨款 below is where that came from, and no income."""
    assert {(OF_PROJECTS, INITIAL, "55.50"), (OF_PROJECTS, FINAL, "49.50")} <= _read(PROJECT + carried(PAIRS))
    of_account = _read(ACCOUNT + carried(PAIRS), Decimal(0))
    assert {concept for concept, _, _ in of_account} <= {"project_item"}


@pytest.mark.parametrize(
    "row",
    [
        "预算数|55.50|计划数|49.50",
        "指标|预算数|55.50|说明",
        "收入预算数：|55.50|执行数：|49.50",
        "预算数：|按批复|执行数：|49.50",
    ],
)
def test_pairs_that_do_not_name_both_are_no_money_of_the_project(row):
    assert _read(PROJECT + bars(["项目名称|林道维护||", "预算单位|青溪县林业局||", row])) == set()


@pytest.mark.parametrize("carried", [bars, closed])
def test_parts_by_source_beside_a_whole(carried):
    """决算数 over 合计 | 财政拨款 | 其他: the last is a part, and no second whole."""
    rows = [
        "项目|年初预算|决算数|||",
        "||合计|财政拨款|事业收入|其他",
        "基本支出|330.66|328.61|300.00|20.00|8.61",
        "项目支出|100.00|100.00|100.00|0.00|0.00",
        "部门支出|430.66|428.61|400.00|20.00|8.61",
    ]
    found = {value for concept, _, value in _read(f"{WHOLE}单位：万元\n{carried(rows)}") if concept != LINE}
    assert not found & {"8.61", "20.00"}


def test_heads_in_service_by_kind_of_post():
    rows = [
        "单位名称|编制数*3|实有在职人数*3|离退休人数",
        "|小计|行政|事业|小计|行政|事业|",
        "合计|86|30|56|81|28|53|40",
    ]
    found = {(f.concept, f.value) for f in extract(page("人员情况表*8", *rows), "page.html").figures}
    assert ("staff_in_service", "81") in found
    assert "staff_actual" not in {concept for concept, _ in found}


@pytest.mark.parametrize(
    "row", ["政府采购|30.66|28.61|10.20|8.40|10.01", "办公设备|3.00|2.00|1.00|0.50|0.50"]
)
@pytest.mark.parametrize("carried", [closed, lines])
def test_one_row_below_headings_of_two_levels_is_no_row_of_another_width(row, carried):
    """Thirteen cells are not two rows of six and a label: the thirteenth is an amount."""
    heads = ["项目|采购预算|实际采购金额", "合计|货物|工程|服务"]
    found = _read(f"青溪县林业局2022年度部门决算\n政府采购情况表 单位：万元\n{carried([*heads, row])}")
    assert ("procurement_actual", FINAL, "30.66") not in found
