-- Names of missing operands in both languages, in the order of the rule.
with opened as (
    select verdict_id, unnest(missing) as concept, generate_subscripts(missing, 1) as position
    from {{ ref('int_verdicts') }}
),

once as (
    select verdict_id, concept, min(position) as position
    from opened
    group by verdict_id, concept
)

select
    m.verdict_id,
    string_agg(coalesce(c.label_zh, m.concept), '、' order by m.position) as missing_zh,
    string_agg(coalesce(c.label_en, m.concept), ', ' order by m.position) as missing_en
from once as m
left join {{ ref('concepts') }} as c on m.concept = c.id
group by m.verdict_id
