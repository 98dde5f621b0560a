-- No score above its maximum; rows that share one merged maximum are taken together.
with units as (
    select
        report_id, score_table,
        case when marks is null and shared_group is not null then 'shared_' || shared_group else indicator_id end as unit,
        coalesce(max(marks), max(shared_marks)) as maximum,
        sum(counted_points) as points,
        string_agg(row_name, '、' order by char_start) as name,
        min(char_start) as char_start,
        list({{ operand("'part'", "cast(null as varchar)", 'row_name', "cast(counted_points as varchar)", 'counted_points', 'indicator_id') }} order by char_start) as operands
    from {{ ref('int_score_rows') }}
    where counted_points is not null and row_kind <> 'total'
    group by all
),

overall as (
    select report_id, count(*) as rows_scored, count(maximum) as rows_with_maximum, count(*) filter (points > maximum) as rows_above
    from units
    group by report_id
)

select
    u.report_id, r.rule_id,
    'row_' || row_number() over (partition by u.report_id, r.rule_id order by u.char_start) as instance,
    'contradiction' as outcome, cast(null as varchar) as severity, 'above_maximum' as reason,
    u.maximum as expected, try_cast(u.points as decimal(20, 6)) as actual, try_cast(u.points - u.maximum as decimal(20, 6)) as difference,
    cast(0 as decimal(20, 6)) as tolerance, 'points' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, u.name as detail, u.operands
from units as u
cross join ({{ rules_of(['score_bound']) }}) as r
where u.points > u.maximum

union all

select
    o.report_id, r.rule_id, 'score_table',
    case when o.rows_with_maximum = o.rows_scored then 'pass' else 'not_run' end, null,
    case when o.rows_with_maximum = o.rows_scored then 'within' else 'missing' end,
    null, null, null, null, 'points',
    case when o.rows_with_maximum = o.rows_scored then [] else ['indicator_weight'] end, null, null, {{ no_operands() }}
from overall as o
cross join ({{ rules_of(['score_bound']) }}) as r
where o.rows_above = 0
