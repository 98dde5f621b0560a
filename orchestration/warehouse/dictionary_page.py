"""The page ``docs/dictionary.md``, made from the descriptions of the dbt models.

Belongs here: its layout. Does not belong here: the descriptions. ``python -m orchestration.warehouse.dictionary_page``
writes it; a test fails when it is stale.
"""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.files import write_text
from orchestration.paths import REPOSITORY
from orchestration.warehouse.descriptions import Described, described_tables

PAGE = REPOSITORY / "docs" / "dictionary.md"
_MARTS = ("dim_", "fct_", "mart_")
_HEAD = """# Data dictionary / 数据字典

Tables of the schema `marts` in `published/jihe.duckdb`. Made by `python -m orchestration.warehouse.dictionary_page` from
`dbt_project/models`; the same words are comments in the database, on the page 数据字典 of the review site, and in dbt's
documentation there. 列名带单位：`_yuan` 元，`_persons` 人，`_pct` 百分数，`_points` 分。
"""


def page() -> str:
    """The whole page."""
    tables = [table for name, table in described_tables().items() if name.startswith(_MARTS)]
    listed = [f"* [{table.name}](#{table.name}): {table.grain}" for table in tables]
    return "\n".join([_HEAD, *listed, *(line for table in tables for line in _table(table)), ""])


def _table(table: Described) -> Iterator[str]:
    yield from ("", f"## {table.name}", "", table.grain, "", "| Column | Type | Meaning |", "|---|---|---|")
    for name, kind, meaning in table.columns:
        yield f"| `{name}` | {kind} | {_cell(meaning)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    write_text(PAGE, page())
