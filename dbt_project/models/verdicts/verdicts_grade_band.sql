-- The grade against the band of a score of its own year. A grade may belong to the self-evaluation or to the review.
with grades as (
    select
        g.*,
        o.rule_id,
        row_number() over (partition by g.report_id, g.value, g.fiscal_year order by g.char_start) as nth
    from {{ ref('stg_figures') }} as g
    inner join {{ ref('stg_rule_operands') }} as o on g.concept = o.concept and o.kind = 'grade_band' and o.role = 'grade'
    where not g.approximate and g.confidence >= 0.9
),

scores as (
    select v.*, o.rule_id, o.choice, b.grade as band
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind = 'grade_band' and o.role = 'score'
    -- bands are half open: 89.5 is below 90
    left join {{ ref('grade_bands') }} as b
        on b.scheme = 'national' and v.value_base >= coalesce(b.low, -1) and v.value_base < coalesce(b.high, 1000000)
    where v.place = 'all'
),

pairs as (
    select
        g.report_id, g.rule_id, g.value as grade, s.band, s.agrees, s.value_base,
        [{{ operand("'grade'", 'g.concept', 'g.label', 'g.printed', 'null', 'g.figure_id') }},
         {{ operand("'score'", 's.concept', 's.label', 's.printed', 's.value_base', 's.figure_id') }}] as operands,
        row_number() over (partition by g.report_id, g.rule_id, g.value order by (s.band = g.value and s.agrees) desc, s.choice) as rank
    from grades as g
    inner join scores as s on g.report_id = s.report_id and g.rule_id = s.rule_id and g.fiscal_year is not distinct from s.fiscal_year
    where g.nth = 1
)

select
    report_id, rule_id, 'grade/' || grade as instance,
    case when not agrees then 'not_run' when band = grade then 'pass' else 'contradiction' end as outcome,
    cast(null as varchar) as severity,
    case when not agrees then 'conflict' when band = grade then 'equal' else 'differs' end as reason,
    cast(null as decimal(20, 6)) as expected, value_base as actual, cast(null as decimal(20, 6)) as difference, cast(0 as decimal(20, 6)) as tolerance,
    'points' as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, band as detail, operands
from pairs
where rank = 1
