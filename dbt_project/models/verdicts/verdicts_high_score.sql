-- A high score beside an execution far below the budget. What the score could be at most: full points but for the execution item in proportion.
with scores as (
    select *
    from {{ ref('int_values') }}
    where concept in ('self_evaluation_score', 'review_score') and place = 'all' and org_scope = 'department' and is_report_year
    qualify row_number() over (partition by report_id order by highest desc, concept desc) = 1
),

sides as (
    select o.rule_id, o.role, v.*, row_number() over (partition by o.rule_id, o.role, v.report_id order by o.choice) as rank
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind = 'high_score' and v.stage_key = o.stage
    where v.place = 'all' and v.is_report_year and v.org_scope = 'department' and v.fund_key = '' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

limits as (
    select rule_id,
        max(cast(value as decimal(12, 6))) filter (name = 'high_score') as high_score, max(cast(value as decimal(12, 6))) filter (name = 'low_percent') as low,
        max(cast(value as decimal(12, 6))) filter (name = 'execution_weight') as weight
    from {{ ref('rule_parameters') }} group by rule_id
),

judged as (
    select
        p.rule_id, p.report_id, w.stage_key, s.value_base as score, p.agrees and w.agrees as agrees,
        {{ percent_of('p.value_base', 'w.value_base') }} as percent, l.weight,
        s.highest >= l.high_score and p.printed_high * 100 < l.low * w.printed_low as is_odd,
        [{{ operand_of('stated', 's') }}, {{ operand_of('part', 'p') }}, {{ operand_of('whole', 'w') }}] as operands
    from sides as p
    inner join sides as w on p.report_id = w.report_id and p.rule_id = w.rule_id and p.role = 'part' and w.role = 'whole' and p.rank = 1 and w.rank = 1 and w.value_base > 0
    inner join scores as s on p.report_id = s.report_id
    inner join limits as l on p.rule_id = l.rule_id
)

select
    report_id, rule_id, stage_key as instance, case when not agrees then 'not_run' when is_odd then 'weakness' else 'pass' end as outcome,
    cast(null as varchar) as severity, case when not agrees then 'conflict' when is_odd then 'low_execution' else 'within' end as reason,
    -- the most that the score can be when execution weighs that many points in proportion
    try_cast(100 - weight + least(percent, 100) * weight * 0.01 as decimal(20, 2)) as expected, score as actual,
    try_cast(score - (100 - weight + least(percent, 100) * weight * 0.01) as decimal(20, 2)) as difference, cast(null as decimal(20, 6)) as tolerance, 'points' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(percent as varchar) || '%' as detail, operands
from judged
