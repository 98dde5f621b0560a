"""Where a received file lies: whether it is still in the inbox, and which division its folders name.

Belongs here: what follows from the path of a receipt and from the last walk through its inbox.
Does not belong here: walking (inbox), merging receipts (state), what follows for a report (dbt).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from extraction.identity import regions
from orchestration.lake.inbox import Scan

#: The file holds these bytes; its path holds other bytes now; nothing is there any more.
HERE, REPLACED, REMOVED = "here", "replaced", "removed"

_DIVISION = re.compile(
    r"[^\u4e00-\u9fff]*(?P<name>(?![全各本我县市区])[\u4e00-\u9fff]{1,10}?(?:自治[县州旗]|地区|[省市县区旗州盟乡镇]|街道))"
    r"(?=$|财政局|报送|报告|材料|部门|单位|[^\u4e00-\u9fff])"
)


class Presence:
    """What the last walk says of receipts, those of other inboxes and of unseen folders left as they were."""

    def __init__(self, found: Scan) -> None:
        self._found = found
        self._now: dict[str, set[str]] = {}
        for receipt in found.receipts:
            self._now.setdefault(receipt.relative_path, set()).add(receipt.document_id)
        self._unseen = tuple(
            "" if receipt.relative_path == "." else receipt.relative_path + "/"
            for receipt in found.receipts
            if receipt.problem == "unreadable_folder"
        )

    def of(self, row: dict[str, Any]) -> str:
        """Where the file of a receipt is.

        An inbox without any file says nothing: a share that is not mounted looks the same, and so does an
        inbox that somebody clears after each run.
        """
        before = str(row.get("presence") or HERE)
        path = row["relative_path"]
        if row["root"] != self._found.root or not self._found.paths or path.startswith(self._unseen):
            return before
        if path in self._now:
            if row["document_id"] in self._now[path]:
                return HERE
            return before if self._is_closed(path) else REPLACED
        return before if path in self._found.paths else REMOVED

    def _is_closed(self, path: str) -> bool:
        """Whether the file cannot be opened now, so that nobody knows which bytes it holds."""
        return any(receipt.problem for receipt in self._found.receipts if receipt.relative_path == path)


@lru_cache(maxsize=4096)
def division_of(folder: str) -> tuple[str | None, str] | None:
    """The division that the folders above a file name, with its code where it is in GB/T 2260.

    ``2022/甲县/林业局``: reports of counties are handed in by folder, and 林业局 alone could be of any of them.
    """
    names = [match["name"] for part in folder.split("/") if (match := _DIVISION.match(part))]
    if not names:
        return None
    joined = "".join(names)
    located = regions.locate(joined, joined)
    if located and located.full_name.endswith(names[-1]):
        return located.code, located.full_name
    return None, joined


def with_division(row: dict[str, Any]) -> dict[str, Any]:
    """The row with the division of its folders, where its own text names a department but no division."""
    folder, _, _ = row["relative_path"].rpartition("/")
    if not row["department_name"] or row["region_code"] or not folder:
        return row
    found = division_of(folder)
    return row | {"region_code": found[0], "region_name": found[1]} if found else row
