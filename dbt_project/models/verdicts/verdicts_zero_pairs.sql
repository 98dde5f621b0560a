-- What is counted must have cost something and the other way round: where one side is a literal zero, so is the other.
with sides as (
    select o.rule_id, o.pair, o.role, o.above, v.*
    from {{ ref('int_values') }} as v
    inner join (
        select p.*, r.above from {{ ref('stg_rule_operands') }} as p inner join {{ ref('stg_rules') }} as r on p.rule_id = r.rule_id
        where p.kind = 'zero_pair'
    ) as o on v.concept = o.concept and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place = 'all' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

pairs as (
    select
        z.*, a.concept as amount_concept, a.value_base as amount, a.base_unit as amount_unit,
        case when not (z.agrees and a.agrees) then 'conflict' when z.value_base = 0 and a.value_base > 0 then 'not_zero' else 'fits' end as why,
        [{{ operand_of('zero', 'z') }}, {{ operand_of('amount', 'a') }}] as operands
    from sides as z
    inner join sides as a
        on z.rule_id = a.rule_id and z.pair = a.pair and z.role = 'zero' and a.role = 'amount' and z.report_id = a.report_id
        and z.fiscal_year is not distinct from a.fiscal_year and z.org_scope = a.org_scope and z.fund_key = a.fund_key
)

select
    report_id, rule_id,
    {{ instance_name(['concept', 'amount_concept', "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case why when 'fits' then 'pass' when 'not_zero' then above else 'not_run' end as outcome, cast(null as varchar) as severity, why as reason,
    cast(0 as decimal(20, 6)) as expected, amount as actual, amount as difference, cast(0 as decimal(20, 6)) as tolerance, amount_unit as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from pairs
