"""Sheets on which income stands beside spending: labels without amounts are rows of the table, and no words between tables."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter

from extraction.model import Table
from extraction.readers.documents.limits import Limits
from extraction.readers.read import read


def test_labels_of_blank_amounts_stay_in_a_sheet_of_two_sides():
    rows = [
        ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款"],
        ["一、一般公共预算财政拨款", 61.2, "一、一般公共服务支出", 40.2, 40.2],
        ["二、政府性基金预算财政拨款", 8, "四、公共安全支出", 21, 21],
        ["", "", "五、教育支出", 8, 8],
        ["", "", "六、科学技术支出"],
        ["", "", "七、文化旅游体育与传媒支出"],
        ["本年收入合计", 69.2, "本年支出合计", 69.2, 69.2],
        ["年初财政拨款结转和结余", "", "年末财政拨款结转和结余"],
        ["一、一般公共预算财政拨款"],
        ["二、政府性基金预算财政拨款"],
        ["总计", 69.2, "总计", 69.2],
        ["二、机构运行"],
        ["公用经费", 5.4, "", "", 5.4],
    ]

    packed = BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    found = read(packed.getvalue(), Limits()).blocks
    assert [len(block.rows) for block in found if isinstance(block, Table)] == [11, 1]
