"""What the tables of a season hold: expected reports, corrections, accepted findings.

Belongs here: names, types and meanings of their columns, and what one value must look like.
Does not belong here: reading files (tables), and what follows from the rows (dbt).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa

_IDENTIFIER = re.compile(r"[0-9a-f]{16}")
_REGION = re.compile(r"\d{6}")
_LATEST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it must hold, and what it says."""

    name: str
    label_zh: str
    parse: Callable[[str], Any]
    type: pa.DataType
    required: bool = False


@dataclass(frozen=True, slots=True)
class SeasonTable:
    """One table that people keep, as a CSV file in the home."""

    name: str
    title_zh: str
    columns: tuple[Column, ...]
    #: First letter of generated keys; without one the table is a list, not a record of changes.
    prefix: str = ""
    #: Columns that make a row of a list unique.
    key: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns in order."""
        return tuple(column.name for column in self.columns)

    @property
    def schema(self) -> pa.Schema:
        """The columns as dbt reads them."""
        return pa.schema([("line_no", pa.int64()), *((column.name, column.type) for column in self.columns)])


def _text(value: str) -> str:
    return value


def _year(value: str) -> int:
    year = int(value.removesuffix("年度").removesuffix("年"))
    if not 1990 <= year <= _LATEST_YEAR:
        raise ValueError(value)
    return year


def _number(value: str) -> int:
    return int(value)


def _day(value: str) -> date:
    for pattern in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"):
        try:
            return datetime.strptime(value, pattern).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    raise ValueError(value)


def _amount(value: str) -> str:
    """A decimal number as digits: dbt computes with it, and no float may come near it."""
    plain = value.replace(",", "").replace("，", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ValueError(value) from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 14:
        raise ValueError(value)
    return format(number, "f")


def _one_of(*allowed: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value not in allowed:
            raise ValueError(value)
        return value

    return parse


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(value)
        return value

    return parse


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:  # a day as people write it
        moment = datetime.combine(_day(value), time())
    return moment if moment.tzinfo else moment.astimezone()


_RECORD = (
    Column("reason", "理由", _text, pa.string(), required=True),
    Column("author", "经办人", _text, pa.string(), required=True),
    Column("recorded_at", "登记时间", _moment, pa.timestamp("us", tz="UTC"), required=True),
)
_ACTION = Column("action", "动作", _one_of("add", "withdraw"), pa.string(), required=True)

EXPECTED_REPORTS = SeasonTable(
    "expected_reports",
    "应报送名单",
    (
        Column("department_name", "部门名称", _text, pa.string(), required=True),
        Column("fiscal_year", "评价年度", _year, pa.int64(), required=True),
        Column("region_code", "行政区划代码", _matching(_REGION), pa.string()),
        Column("deadline", "截止日期", _day, pa.date32()),
        Column("contact_role", "联系人岗位", _text, pa.string()),
        Column("also_known_as", "其他名称", _text, pa.string()),
        Column("report_kind", "报告种类", _text, pa.string()),
    ),
    key=("department_name", "fiscal_year", "region_code", "report_kind"),
)

CORRECTIONS = SeasonTable(
    "corrections",
    "更正表",
    (
        Column("correction_id", "更正编号", _text, pa.string(), required=True),
        _ACTION,
        Column("report_id", "报告编号", _matching(_IDENTIFIER), pa.string(), required=True),
        Column("concept", "指标", _text, pa.string(), required=True),
        Column("measure", "计量", _text, pa.string()),
        Column("stage", "阶段", _text, pa.string()),
        Column("fiscal_year", "数字年度", _year, pa.int64()),
        Column("org_scope", "单位范围", _text, pa.string()),
        Column("fund_scope", "资金范围", _text, pa.string()),
        Column("function_code", "功能分类", _text, pa.string()),
        Column("economic_code", "经济分类", _text, pa.string()),
        Column("expenditure_scope", "支出范围", _text, pa.string()),
        Column("printed", "原文数字", _text, pa.string()),
        Column("char_start", "位置", _number, pa.int64()),
        Column("new_value", "更正后数值", _amount, pa.string(), required=True),
        Column("unit", "单位", _text, pa.string()),
        Column("matches", "对应数字个数", _one_of("one", "all"), pa.string()),
        *_RECORD,
    ),
    prefix="C",
)

ACCEPTED_FINDINGS = SeasonTable(
    "accepted_findings",
    "已说明问题表",
    (
        Column("acceptance_id", "说明编号", _text, pa.string(), required=True),
        _ACTION,
        Column("fingerprint", "问题编号", _matching(_IDENTIFIER), pa.string(), required=True),
        Column("evidence", "问题内容摘要", _matching(_IDENTIFIER), pa.string(), required=True),
        Column("report_id", "报告编号", _matching(_IDENTIFIER), pa.string()),
        Column("rule_id", "规则", _text, pa.string()),
        *_RECORD,
    ),
    prefix="A",
)

TABLES = (EXPECTED_REPORTS, CORRECTIONS, ACCEPTED_FINDINGS)
