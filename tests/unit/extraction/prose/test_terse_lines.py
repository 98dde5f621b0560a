"""Forms of small bodies: lines of names and numbers with wide blanks between them, and the unit once above."""

from extraction.extract import extract
from extraction.text.terselines import as_sentence, is_terse

_TITLE = "云台县地震局2021年部门整体支出绩效自评报告\n\n"


def _read(text: str) -> set[tuple[str, str | None, str, str]]:
    figures = extract((_TITLE + text).encode(), "lines.txt").figures
    return {(one.concept, one.stage, one.value, one.unit) for one in figures}


def test_names_and_numbers_are_read_as_a_sentence() -> None:
    read = _read(
        "收支情况（单位：万元）\n"
        "年初预算　112.40　　调整预算　126.35　　决算支出　121.08\n"
        "基本支出　86.21　　其中人员　77.60　　公用　8.61\n"
        "三公经费　预算0.90　实际0.42　接待6批31人\n"
        "政府采购　3.15　全部为货物\n"
    )
    assert {
        ("total_expenditure", "initial_budget", "112.40", "万元"),
        ("total_expenditure", "adjusted_budget", "126.35", "万元"),
        ("total_expenditure", "final_account", "121.08", "万元"),
        ("basic_expenditure", "final_account", "86.21", "万元"),
        ("personnel_expenditure", "final_account", "77.60", "万元"),
        ("public_expenditure", "final_account", "8.61", "万元"),
        ("three_public_total", "initial_budget", "0.90", "万元"),
        ("three_public_total", "final_account", "0.42", "万元"),
        ("reception_batches", None, "6", "批次"),
        ("reception_persons", None, "31", "人"),
        ("procurement_actual", "final_account", "3.15", "万元"),
        ("procurement_goods", "final_account", "3.15", "万元"),
    } <= read


def test_nothing_and_people_without_a_unit() -> None:
    read = _read("单位：万元\n人员：编制 6  在岗 6  退休 0\n其他收入      0\n公车运行费      0\n")
    assert ("staff_quota", None, "6", "人") in read
    assert ("staff_retired", None, "0", "人") in read
    assert ("other_revenue", "final_account", "0", "万元") in read
    assert ("official_vehicle_operation", "final_account", "0", "万元") in read


def test_shares_people_and_scores_have_no_unit_of_money() -> None:
    read = _read("单位：万元\n编制　9人　　年末在职　8人\n基本支出　86.21　　占71.20%\n自评得分　93.50\n")
    assert ("staff_quota", None, "9", "人") in read
    assert ("staff_in_service", None, "8", "人") in read
    assert ("basic_expenditure", "final_account", "71.20", "%") in read
    assert ("self_evaluation_score", None, "93.50", "分") in read
    assert not any(value == "93.50" and unit == "万元" for _, _, value, unit in read)


def test_rows_below_the_title_of_a_table_are_none() -> None:
    rows = "收入合计    201.30\n基本支出    150.20\n项目支出    51.10\n"
    assert ("basic_expenditure", "final_account", "150.20", "万元") in _read("单位：万元\n" + rows)
    assert not _read("单位：万元\n2022年部门收支预算表\n" + rows)
    assert not _read("单位：万元\n上年数\n" + rows)


def test_without_a_declared_unit_nothing_is_money() -> None:
    assert not _read("基本支出　86.21　　公用　8.61\n收入合计　　90.33\n")


def test_words_that_are_added_stand_where_the_number_ends() -> None:
    line = "基本支出　86.21　　公用　8.61"
    folded = as_sentence("# " + line, 2, 2 + len(line), "万元")
    assert folded.text == "基本支出86.21万元，公用8.61万元。"
    at = folded.text.index("8.61万元")
    start, end = folded.origin(at, at + len("8.61万元"))
    assert ("# " + line)[start:end] == "8.61"


def test_what_a_line_of_names_and_numbers_is() -> None:
    assert is_terse("　人员经费　　1,086.21")
    assert is_terse("本年支出        87.09")
    assert not is_terse("基本支出　86.21　91.30")  # a row of two columns
    assert not is_terse("基本支出86.21万元，公用经费8.61万元")
    assert not is_terse("一、单位基本情况")


def test_a_name_in_place_of_a_heading_may_have_a_comma() -> None:
    text = (
        "云台县第一小学2021年部门预算说明\n\n"
        "(一)收入预算，2021年年初预算数385.3万元，其中，一般公共预算拨款380万元；政府性基金预算拨款5.3万元。\n"
        "(二)支出预算，年初预算数385.3万元。\n"
    )
    read = {(one.concept, one.stage, one.value) for one in extract(text.encode(), "budget.txt").figures}
    assert read == {
        ("total_revenue", "initial_budget", "385.3"),
        ("general_public_budget_appropriation", "initial_budget", "380"),
        ("government_fund_appropriation", "initial_budget", "5.3"),
        ("total_expenditure", "initial_budget", "385.3"),
    }


def test_a_unit_behind_a_blank_is_no_name() -> None:
    read = _read("单位：万元\n‘三公’经费　年初预算　3.00　　决算　1.12　　接待 12 批 75 人\n")
    assert ("three_public_total", "initial_budget", "3.00", "万元") in read
    assert ("reception_batches", None, "12", "批次") in read
    assert ("reception_persons", None, "75", "人") in read
