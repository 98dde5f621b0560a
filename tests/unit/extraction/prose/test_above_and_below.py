"""高于 and 低于 before an amount: by how much, or what is compared with."""

from __future__ import annotations

import pytest

ACCOUNTS = "石门县林业局2022年度部门决算公开说明\n\n"
BUDGET, ACCOUNT = "initial_budget", "final_account"


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("高于预算数1.11万元", ("change", ACCOUNT, "1.11", 2022)),
        ("低于年初预算数1.11万元", ("change", ACCOUNT, "-1.11", 2022)),
        ("高于上年决算数1.11万元", ("change", ACCOUNT, "1.11", 2022)),
        ("低于2021年1.11万元", ("change", ACCOUNT, "-1.11", 2022)),
        ("超过预算数91.11万元", ("change", ACCOUNT, "91.11", 2022)),
        ("低于预算数82.06万元", ("level", BUDGET, "82.06", 2022)),
        ("高于预算数79.8万元", ("level", BUDGET, "79.8", 2022)),
        ("低于上年82.06万元的水平", ("level", ACCOUNT, "82.06", 2021)),
    ],
)
def test_by_how_much_or_what(read, words, read_as):
    found = read(f"“三公”经费决算数为80.95万元，{words}。", ACCOUNTS).figures
    assert [(f.measure, f.stage, f.value, f.fiscal_year) for f in found[1:]] == [read_as]


@pytest.mark.parametrize("line", ["本级“三公”经费支出情况单独编列。", "“三公”经费执行情况见附表。"])
def test_a_line_that_speaks_of_expenses_is_no_title(read, line):
    text = f"某市审计工作报告中{line}\n2022年会议费9万元。"
    assert read(text, title="").identity.report_kind == "other"


def test_data_of_accounts_are_accounts(states):
    found = states("“三公”经费预算数据为80万元，决算数据为75万元。", ACCOUNTS)
    assert [(state[2], state[3]) for state in found] == [(BUDGET, "80"), (ACCOUNT, "75")]
