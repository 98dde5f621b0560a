-- Two facts that must be equal, such as the initial budgets of income and expenditure.
-- Money carried over (the bridge) may stand on one side only: then it must be the difference to the digit.
with sides as (
    select o.rule_id, o.role, v.*
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o
        on v.concept = o.concept and o.kind = 'equality' and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place = 'all' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

pairs as (
    select
        l.rule_id, l.report_id, l.org_scope, l.fund_key, l.fiscal_year, l.is_report_year, l.stage_key, l.base_unit,
        l.value_base as left_value, r.value_base as right_value,
        l.agrees and r.agrees as agrees,
        {{ intervals_meet('l.strict_low', 'l.strict_high', 'r.strict_low', 'r.strict_high') }}
            or coalesce({{ intervals_meet('l.strict_low + b.strict_low', 'l.strict_high + b.strict_high', 'r.strict_low', 'r.strict_high') }}, false) as meets_strictly,
        {{ intervals_meet('l.printed_low', 'l.printed_high', 'r.printed_low', 'r.printed_high') }} as meets_as_printed,
        (l.printed_high - l.printed_low + r.printed_high - r.printed_low) * 0.5 as tolerance,
        [{{ operand_of('left', 'l') }}, {{ operand_of('right', 'r') }}] || case when b.figure_id is not null then [{{ operand_of('bridge', 'b') }}] else [] end as operands
    from sides as l
    inner join sides as r
        on l.rule_id = r.rule_id and l.report_id = r.report_id and l.role = 'left' and r.role = 'right'
        and l.org_scope = r.org_scope and l.fund_key = r.fund_key and l.fiscal_year is not distinct from r.fiscal_year
    left join sides as b
        on l.rule_id = b.rule_id and l.report_id = b.report_id and b.role = 'bridge' and b.agrees
        and l.org_scope = b.org_scope and l.fund_key = b.fund_key and l.fiscal_year is not distinct from b.fiscal_year
)

select
    report_id, rule_id,
    {{ instance_name(["nullif(stage_key, 'none')", "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case when not agrees then 'not_run' else {{ judged('meets_strictly', 'meets_as_printed') }} end as outcome,
    case when not meets_strictly and meets_as_printed then 'info' end as severity,
    case when not agrees then 'conflict' when meets_strictly then 'equal' when meets_as_printed then 'rounding_compatible' else 'differs' end as reason,
    right_value as expected, left_value as actual, left_value - right_value as difference, tolerance,
    base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from pairs
