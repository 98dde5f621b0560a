-- The terms of the year's balance side by side: one row per rule, report and scope of organisation and funds.
{% set terms = ['opening', 'revenue', 'use', 'expenditure', 'distribution', 'closing', 'adjusted'] %}
select
    o.rule_id, o.kind, v.report_id, v.org_scope, v.fund_key,
    {%- for term in terms %}
    max(v.value_base) filter (o.role = '{{ term }}') as {{ term }},
    max(v.strict_low) filter (o.role = '{{ term }}') as {{ term }}_strict_low,
    max(v.strict_high) filter (o.role = '{{ term }}') as {{ term }}_strict_high,
    max(v.printed_low) filter (o.role = '{{ term }}') as {{ term }}_printed_low,
    max(v.printed_high) filter (o.role = '{{ term }}') as {{ term }}_printed_high,
    {%- endfor %}
    not bool_and(v.agrees) as has_conflict,
    list({{ operand("o.role", 'v.concept', 'v.label', 'v.printed', 'v.value_base', 'v.figure_id') }} order by o.operand_no) as operands
from {{ ref('int_values') }} as v
inner join {{ ref('stg_rule_operands') }} as o
    on v.concept = o.concept and v.stage_key = o.stage and o.kind in ('year_balance', 'overspending', 'resources')
where v.place = 'all' and v.is_report_year and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
group by all
having count(*) filter (o.role in ('revenue', 'adjusted')) > 0 and count(*) filter (o.role = 'expenditure') > 0
