"""Rows of a table of basic expenditure: what they give of an expense is not all of it.

Not tested here: classes of expenditure (test_grids).
"""

from __future__ import annotations

import pytest

from orchestration.checking.engine import check_extractions

TEXT = "\n2022年公务接待费3.00万元，培训费6.00万元。\n"


def _table(title, head, *rows):
    lines = [f"| {' | '.join(row)} |" for row in (head, *rows)]
    return f"\n{title}\n单位：万元\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "table",
    [
        _table("一般公共预算财政拨款基本支出决算明细表", ("科目编码", "科目名称", "金额"), ("30217", "公务接待费", "1.20"), ("30216", "培训费", "2.50")),
        _table("支出决算明细表", ("项目", "基本支出决算数"), ("公务接待费", "1.20"), ("培训费", "2.50")),
    ],
)  # fmt: skip
def test_an_expense_within_basic_expenditure_contradicts_no_other_amount(read, table):
    found = read(table + TEXT)
    scopes = {f.value: f.expenditure_scope for f in found.figures}
    assert scopes["1.20"] == scopes["2.50"] == "basic"
    assert scopes["3.00"] is scopes["6.00"] is None
    assert [
        r for r in check_extractions([found]) if r["rule_id"] == "K01" and r["outcome"] == "contradiction"
    ] == []


def test_a_table_of_the_expense_itself_contradicts_the_text(read):
    table = _table("“三公”经费支出表", ("项目", "决算数"), ("公务接待费", "1.20"))
    rows = check_extractions([read(table + TEXT)])
    assert [r["outcome"] for r in rows if r["rule_id"] == "K01" and r["outcome"] == "contradiction"]
