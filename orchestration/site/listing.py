"""The list of all reports as data for the page that searches it.

Belongs here: one row per current report, as a script, since pages opened from a file share may not load data in any
other way. Does not belong here: searching (assets/list.js).
"""

from __future__ import annotations

import json
from typing import Any

from orchestration.products.source import Published, Row
from orchestration.products.words import trimmed, word
from orchestration.site.words import shown

#: The order in which assets/list.js reads a row.
FIELDS = ("id", "department", "year", "region", "title", "file", "error", "warning", "info", "stated", "supported",
          "rules", "kinds", "versions")  # fmt: skip
_REPORTS = """
with found as (
    select f.report_id, list_sort(list_distinct(flatten(list(f.seen_by)))) as rules, list_sort(list(distinct r.category)) as kinds,
        count(*) filter (f.severity = 'error') as error, count(*) filter (f.severity = 'warning') as warning,
        count(*) filter (f.severity = 'info') as info
    from marts.fct_findings as f join marts.dim_rule as r using (rule_id) where f.status = 'open' group by f.report_id
)
select p.report_id as id, p.department_name as department, p.fiscal_year as year, p.region_name as region, p.title,
    p.file_name as file, coalesce(n.error, 0) as error, coalesce(n.warning, 0) as warning, coalesce(n.info, 0) as info,
    s.stated_high_points as stated, s.recomputed_high_points as supported, n.rules, n.kinds, p.version as versions
from marts.dim_report as p
left join found as n using (report_id)
left join marts.mart_rescoring as s on p.report_id = s.report_id and s.level = 'report'
where p.is_current
order by p.department_name nulls last, p.fiscal_year desc, p.report_key, p.report_id
"""


def script(published: Published) -> str:
    """The list as a script that sets ``JIHE_REPORTS``, its rows in the order of FIELDS."""
    rows = [[_value(row, name) for name in FIELDS] for row in published.stream(_REPORTS)]
    kinds = sorted({kind for row in rows for kind in row[FIELDS.index("kinds")]})
    names = {kind: [word(kind, "zh"), word(kind, "en")] for kind in kinds}
    data = {"fields": FIELDS, "kinds": names, "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Two characters that end a line in old scripts but not in JSON.
    return "window.JIHE_REPORTS=" + text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + ";\n"


def _value(row: Row, name: str) -> Any:
    value = row[name]
    if name in ("rules", "kinds"):
        return value or []
    if name in ("stated", "supported"):
        return trimmed(value)
    return shown(value) if isinstance(value, str) else value
