-- Names of missing operands in both languages.
with opened as (
    select verdict_id, unnest(missing) as concept from {{ ref('int_verdicts') }}
)

select
    m.verdict_id,
    string_agg(distinct coalesce(c.label_zh, m.concept), '、') as missing_zh,
    string_agg(distinct coalesce(c.label_en, m.concept), ', ') as missing_en
from opened as m
left join {{ ref('concepts') }} as c on m.concept = c.id
group by m.verdict_id
