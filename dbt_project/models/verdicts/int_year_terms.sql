-- The terms of the year's balance side by side: one row per rule, report and scope of organisation and funds.
{% set terms = ['opening', 'revenue', 'use', 'expenditure', 'distribution', 'closing', 'adjusted'] %}
with stated as (
    select
        o.rule_id, o.kind, o.operand_no, o.role, o.stands_for is not null as stands_in,
        v.report_id, v.org_scope, v.fund_key, v.agrees, v.value_base, v.strict_low, v.strict_high, v.printed_low, v.printed_high,
        {{ operand("o.role", 'v.concept', 'v.label', 'v.printed', 'v.value_base', 'v.figure_id') }} as operand
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o
        on v.concept = o.concept and v.stage_key = o.stage and o.kind in ('year_balance', 'overspending', 'resources')
    where v.place = 'all' and v.is_report_year and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
    -- forms that know no closing balance give the cumulative surplus in its place
    qualify o.stands_for is null
        or sum(case when o.stands_for is null then 1 else 0 end) over (partition by o.rule_id, v.report_id, v.org_scope, v.fund_key, o.role) = 0
)

select
    rule_id, kind, report_id, org_scope, fund_key,
    {%- for term in terms %}
    max(value_base) filter (role = '{{ term }}') as {{ term }},
    max(strict_low) filter (role = '{{ term }}') as {{ term }}_strict_low,
    max(strict_high) filter (role = '{{ term }}') as {{ term }}_strict_high,
    max(printed_low) filter (role = '{{ term }}') as {{ term }}_printed_low,
    max(printed_high) filter (role = '{{ term }}') as {{ term }}_printed_high,
    {%- endfor %}
    bool_or(stands_in) as has_stand_in,
    not bool_and(agrees) as has_conflict,
    list(operand order by operand_no) as operands
from stated
group by all
having count(*) filter (role in ('revenue', 'adjusted')) > 0 and count(*) filter (role = 'expenditure') > 0
