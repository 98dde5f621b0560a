-- This year beside the last: balances go on where they stopped, stocks move by what was added and taken away, flows do not jump.
{% set of_value = 'v.report_id, v.concept, v.stage_key, v.org_scope, v.fund_key, v.base_unit, v.value_base, v.strict_low, v.strict_high, v.printed_low, v.printed_high, v.agrees,
    v.label, v.printed, v.figure_id' %}
with sides as (
    select o.kind, o.rule_id, o.role, o.operand_no, o.sign, o.requirement, o.pair, {{ of_value }}
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind in ('continuity', 'year_jump') and v.stage_key = coalesce(o.stage, v.stage_key)
    where o.role <> 'prior' and v.place = 'all' and v.is_report_year and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''

    union all

    select o.kind, o.rule_id, o.role, o.operand_no, o.sign, o.requirement, o.pair, {{ of_value }}
    from {{ ref('int_prior_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind in ('continuity', 'year_jump') and v.stage_key = coalesce(o.stage, v.stage_key)
    where o.role = 'prior' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

needed as (
    select rule_id, pair, count(*) filter (requirement = 'required' and role <> 'whole') as parts
    from {{ ref('stg_rule_operands') }} where kind in ('continuity', 'year_jump')
    group by rule_id, pair
),

sums as (
    select
        s.kind, s.rule_id, s.report_id, s.pair, s.org_scope, s.fund_key, any_value(s.base_unit) as base_unit,
        max(s.concept) filter (s.role = 'whole') as concept, max(s.stage_key) filter (s.role = 'whole') as stage_key,
        max(s.value_base) filter (s.role = 'whole') as now,
        sum(s.sign * s.value_base) filter (s.role <> 'whole') as before,
        {%- for width in ['strict', 'printed'] %}
        max(s.{{ width }}_low) filter (s.role = 'whole') as {{ width }}_low, min(s.{{ width }}_high) filter (s.role = 'whole') as {{ width }}_high,
        sum(case when s.sign = 1 then s.{{ width }}_low else -s.{{ width }}_high end) filter (s.role <> 'whole') as {{ width }}_sum_low,
        sum(case when s.sign = 1 then s.{{ width }}_high else -s.{{ width }}_low end) filter (s.role <> 'whole') as {{ width }}_sum_high,
        {%- endfor %}
        bool_and(s.agrees) as agrees,
        count(*) filter (s.requirement = 'required' and s.role <> 'whole') as stated,
        list({{ operand("s.role", 's.concept', 's.label', 's.printed', 's.value_base', 's.figure_id', 's.sign') }} order by s.operand_no) as operands
    from sides as s
    group by s.kind, s.rule_id, s.report_id, s.pair, s.org_scope, s.fund_key
    having count(*) filter (s.role = 'whole') = 1 and count(*) filter (s.role = 'prior') > 0
),

limits as (
    select rule_id, max(cast(value as decimal(12, 6))) filter (name = 'jump_percent') as jump
    from {{ ref('rule_parameters') }} group by rule_id
),

judged as (
    select
        s.*,
        case
            when not s.agrees then 'conflict'
            when s.kind = 'year_jump' and s.before <= 0 then 'no_match'
            -- outside only when no reading of the printed digits lies inside
            when s.kind = 'year_jump' then case
                when s.printed_low * 100 > (100 + l.jump) * s.printed_sum_high or s.printed_high * 100 < (100 - l.jump) * s.printed_sum_low then 'jump' else 'within' end
            when s.stated < n.parts then 'missing'
            when {{ intervals_meet('s.strict_low', 's.strict_high', 's.strict_sum_low', 's.strict_sum_high') }} then 'equal'
            when {{ intervals_meet('s.printed_low', 's.printed_high', 's.printed_sum_low', 's.printed_sum_high') }} then 'rounding_compatible'
            else 'differs'
        end as why,
        {{ percent_of('s.now', 's.before') }} - 100 as growth
    from sums as s
    inner join needed as n on s.rule_id = n.rule_id and s.pair = n.pair
    left join limits as l on s.rule_id = l.rule_id
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "nullif(stage_key, 'none')", "nullif(org_scope, 'department')", "nullif(fund_key, '')"]) }} as instance,
    case when why in ('equal', 'within') then 'pass' when why in ('jump', 'rounding_compatible') then 'weakness' when why = 'differs' then 'contradiction' else 'not_run' end
        as outcome,
    case when why = 'rounding_compatible' then 'info' end as severity, why as reason,
    try_cast(case when kind = 'year_jump' then 0 else before end as decimal(20, 6)) as expected,
    try_cast(case when kind = 'year_jump' then growth else now end as decimal(20, 6)) as actual,
    try_cast(case when kind = 'year_jump' then growth else now - before end as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance,
    case when kind = 'year_jump' then 'percent' else base_unit end as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied,
    cast(null as varchar) as detail, operands
from judged
