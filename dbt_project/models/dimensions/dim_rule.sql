select
    r.rule_id, r.rule_version, r.label_zh, r.label_en, r.category, r.kind, r.kind is not null as is_implemented, r.formula, r.tolerance_kind, r.severity,
    r.owner, r.meaning_zh, r.meaning_en, r.see_also
from {{ ref('stg_rules') }} as r
