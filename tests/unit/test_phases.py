"""The benchmark that says where the time of extraction goes still knows its steps. Not tested here: times."""

from benchmarks.phases import time_phases


def test_every_step_is_timed() -> None:
    text = "青石县水务局2022年度部门整体支出绩效自评报告\n2022年年初预算50万元，决算48万元。\n"
    phases = time_phases([text.encode()])
    assert set(phases) == {
        "reading the file and its blocks",
        "who and which year",
        "figures in running text",
        "tables and points",
        "statements",
        "observations",
        "all",
    }
