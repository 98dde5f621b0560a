"""Reading and keeping the tables of a season: CSV files that people edit, in Excel too.

Belongs here: decoding, checking every cell, adding a record, keeping every state that was ever read.
Does not belong here: which columns there are (columns), what the rows mean for the warehouse (dbt).
Nothing is ever deleted: a record is withdrawn by another record, and each state of a file that a run has
read stays in ``season/history``.
"""

from __future__ import annotations

import csv
import fcntl
import hashlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from orchestration.files import replaced
from orchestration.paths import Home, reference_folder
from orchestration.season.columns import EXPECTED_REPORTS, Column, SeasonTable

Row = dict[str, Any]
_MOST_PROBLEMS = 20


class SeasonError(Exception):
    """A table of the season cannot be used; each problem is a sentence in both languages."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


def table_path(home: Home, table: SeasonTable) -> Path:
    """Where a table is kept; the expected list may lie among the reference data instead."""
    own = home.season / f"{table.name}.csv"
    shared = reference_folder() / own.name
    return shared if table is EXPECTED_REPORTS and not own.exists() and shared.exists() else own


def read_table(home: Home, table: SeasonTable) -> list[Row]:
    """All rows with their line numbers; none when there is no file.

    Raises:
        SeasonError: when the file is not a table, a cell cannot be used, or two rows say the same.
    """
    path = table_path(home, table)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SeasonError([f"{table.title_zh} {path}：无法打开（{reason}） / cannot be opened"]) from error
    rows = _parsed(data, path, table)
    _refuse_repeated(rows, path, table)
    _keep_state(home, table, data)
    return rows


def active(rows: Sequence[Row], table: SeasonTable) -> list[Row]:
    """The records that hold now: added and not withdrawn since."""
    key = table.columns[0].name
    current: dict[str, Row] = {}
    for row in rows:
        if row["action"] == "withdraw":
            current.pop(row[key], None)
        else:
            current[row[key]] = row
    return list(current.values())


def add_record(home: Home, table: SeasonTable, values: Mapping[str, Any]) -> Row:
    """Append one record; the record as it stands in the file, with its key and time.

    Raises:
        SeasonError: when the table or the record cannot be used; the file is left as it was.
    """
    path = table_path(home, table)
    with _exclusive(home):
        rows = read_table(home, table)
        key = table.columns[0].name
        record = {
            "action": "add",
            "recorded_at": datetime.now(UTC).isoformat(timespec="seconds"),
            **{name: value for name, value in values.items() if value is not None},
        }
        record.setdefault(key, _next_key(rows, key, table.prefix))
        text = _line([str(record.get(name, "")) for name in table.names])
        before = path.read_bytes() if path.exists() else _line(table.names).encode("utf-8-sig")
        if before and not before.endswith(b"\n"):
            before += b"\r\n"
        data = before + text.encode(_encoding(before))
        added = _parsed(data, path, table)
        _refuse_repeated(added, path, table)
        with replaced(path) as temporary:
            temporary.write_bytes(data)
        _keep_state(home, table, data)
    return added[-1]


def replace_list(home: Home, table: SeasonTable, data: bytes, origin: Path) -> list[Row]:
    """Take a whole list over, after every cell was checked; its rows.

    Raises:
        SeasonError: when the list cannot be used; the one before is left as it was.
    """
    rows = _parsed(data, origin, table)
    _refuse_repeated(rows, origin, table)
    with _exclusive(home):
        with replaced(home.season / f"{table.name}.csv") as temporary:
            temporary.write_bytes(data)
        _keep_state(home, table, data)
    return rows


def _encoding(data: bytes) -> str:
    """UTF-8, or GB18030 as Excel writes CSV on a Chinese system."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _parsed(data: bytes, path: Path, table: SeasonTable) -> list[Row]:
    text = data.decode("utf-8-sig" if _encoding(data) == "utf-8" else "gb18030", "replace")
    reader = csv.reader(io.StringIO(text))
    try:
        lines = [(reader.line_num, [cell.strip() for cell in line]) for line in reader if any(line)]
    except csv.Error as error:
        raise SeasonError([f"{table.title_zh} {path}：不是有效的 CSV（{error}） / not valid CSV"]) from error
    if not lines:
        return []
    titles = {column.label_zh: column.name for column in table.columns}
    heading = [titles.get(cell, cell) for cell in lines[0][1]]
    problems = [
        f"{table.title_zh} {path}：缺少列“{column.name}”（{column.label_zh}） / column is missing"
        for column in table.columns
        if column.required and column.name not in heading
    ]
    rows = []
    for line_no, cells in lines[1:]:
        given = dict(zip(heading, cells, strict=False))
        row: Row = {"line_no": line_no}
        for column in table.columns:
            row[column.name], problem = _cell(column, given.get(column.name, ""))
            if problem and column.name in heading:
                problems.append(f"{table.title_zh} {path} 第 {line_no} 行：{problem} / line {line_no}")
        rows.append(row)
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        shown = problems[:_MOST_PROBLEMS] + ([f"……另有 {more} 处 / and {more} more"] if more > 0 else [])
        raise SeasonError(shown)
    return rows


def _cell(column: Column, text: str) -> tuple[Any, str | None]:
    """A value, or what is wrong with it."""
    if not text:
        missing = f"“{column.name}”（{column.label_zh}）没有填写 / is empty" if column.required else None
        return None, missing
    try:
        return column.parse(text), None
    except (ValueError, OverflowError):
        return None, f"“{column.name}”（{column.label_zh}）不能是“{text[:40]}” / cannot be this"


def _refuse_repeated(rows: Sequence[Row], path: Path, table: SeasonTable) -> None:
    """A key added twice, or taken back without being there, is a mistake that somebody must look at."""
    problems, seen = [], set()
    for row in rows:
        key = tuple(row[name] for name in table.key or (table.columns[0].name,))
        words = "、".join(str(part) for part in key if part is not None)
        withdraws = bool(table.prefix) and row["action"] == "withdraw"
        if withdraws and key not in seen:
            problems.append(
                f"{table.title_zh} {path} 第 {row['line_no']} 行：要撤销的“{words}”不在表中或已撤销 / not there to withdraw"
            )
        elif not withdraws and key in seen:
            problems.append(f"{table.title_zh} {path} 第 {row['line_no']} 行：“{words}”重复 / is there twice")
        if withdraws:
            seen.discard(key)
        else:
            seen.add(key)
    if problems:
        raise SeasonError(problems)


def _next_key(rows: Sequence[Row], key: str, prefix: str) -> str:
    numbers = [int(row[key][1:]) for row in rows if row[key][:1] == prefix and row[key][1:].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _keep_state(home: Home, table: SeasonTable, data: bytes) -> None:
    """Keep this state of the file unless it is there already; hand edits are kept like commands."""
    digest = hashlib.sha256(data).hexdigest()[:12]
    folder = home.season / "history"
    if any(folder.glob(f"{table.name}.*.{digest}.csv")):
        return
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    with replaced(folder / f"{table.name}.{stamp}.{digest}.csv") as temporary:
        temporary.write_bytes(data)


@contextmanager
def _exclusive(home: Home) -> Iterator[None]:
    """One writer of the season's tables at a time; a run that only reads them does not wait."""
    home.season.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home.season / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
