-- The rule catalogue with blanks as nulls gone: a rule without a kind is not implemented yet.
select
    id as rule_id,
    version as rule_version,
    label_zh,
    label_en,
    category,
    nullif(kind, '') as kind,
    formula,
    tolerance as tolerance_kind,
    severity,
    coalesce(below, 'contradiction') as below,
    coalesce(above, 'contradiction') as above,
    coalesce(absent, 'not_run') as absent,
    owner,
    meaning_zh,
    meaning_en,
    coalesce(string_split(yields_to, ';'), []) as yields_to,
    see_also
from {{ ref('rules') }}
