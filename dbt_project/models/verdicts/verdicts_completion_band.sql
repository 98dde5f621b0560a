-- Execution far from the budget asks for an explanation. The adjusted budget is the base where it is given.
with sides as (
    select
        o.rule_id, o.role, v.*,
        row_number() over (partition by o.rule_id, o.role, v.report_id, v.fiscal_year, v.org_scope, v.fund_key order by o.choice) as rank
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind = 'completion_band' and v.stage_key = o.stage
    where v.place = 'all' and v.is_report_year and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

bands as (
    select
        rule_id,
        max(cast(value as decimal(12, 6))) filter (name = 'low_percent') as low,
        max(cast(value as decimal(12, 6))) filter (name = 'high_percent') as high
    from {{ ref('rule_parameters') }}
    group by rule_id
),

pairs as (
    select
        p.rule_id, p.report_id, p.org_scope, p.fund_key, w.stage_key as base_stage, p.concept,
        {{ percent_of('p.value_base', 'w.value_base') }} as percent,
        p.agrees and w.agrees as agrees,
        -- outside only when no reading of the printed digits lies inside
        p.printed_high * 100 >= b.low * w.printed_low and p.printed_low * 100 <= b.high * w.printed_high as inside,
        case when p.value_base < w.value_base then b.low else b.high end as bound,
        [{{ operand_of('part', 'p') }}, {{ operand_of('whole', 'w') }}] as operands
    from sides as p
    inner join sides as w
        on p.rule_id = w.rule_id and p.report_id = w.report_id and p.role = 'part' and w.role = 'whole' and p.rank = 1 and w.rank = 1
        and p.org_scope = w.org_scope and p.fund_key = w.fund_key and p.fiscal_year is not distinct from w.fiscal_year
    inner join bands as b on p.rule_id = b.rule_id
    where w.value_base > 0
)

select
    report_id, rule_id,
    {{ instance_name(['concept', 'base_stage', "nullif(org_scope, 'department')", "nullif(fund_key, '')"]) }} as instance,
    case when not agrees then 'not_run' when inside then 'pass' else 'weakness' end as outcome,
    cast(null as varchar) as severity,
    case when not agrees then 'conflict' when inside then 'within' else 'outside_band' end as reason,
    try_cast(bound as decimal(20, 6)) as expected, percent as actual, percent - bound as difference, cast(0 as decimal(20, 6)) as tolerance,
    'percent' as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from pairs
