{# One reconciled value per report, concept, stage and scope: the facts of spending, staffing and assets. #}
{% macro reconciled(suffix, condition) -%}
select
    concat_ws('/', v.report_id, v.concept, v.fiscal_year, v.stage_key, v.org_scope, v.fund_key, v.function_key, v.economic_key, v.expenditure_key) as value_id,
    v.report_id, v.concept, v.fiscal_year, v.stage, v.org_scope,
    nullif(v.fund_key, '') as fund_scope,
    nullif(v.function_key, '') as function_code,
    nullif(v.economic_key, '') as economic_code,
    nullif(v.expenditure_key, '') as expenditure_scope,
    case when v.agrees then v.value_base end as value_{{ suffix }},
    v.lowest as lowest_{{ suffix }},
    v.highest as highest_{{ suffix }},
    v.statement_count,
    v.agrees as statements_agree,
    v.unit_repaired,
    v.figure_id
from {{ ref('int_values') }} as v
inner join {{ ref('concepts') }} as c on v.concept = c.id
where v.place = 'all' and {{ condition }}
{%- endmacro %}

{# Money that is carried from year to year belongs to the budget, not to the balance sheet. #}
{% macro is_balance(column) -%}
    {{ column }} in ('opening_carryover', 'closing_carryover', 'carryover_funds', 'surplus_funds', 'cumulative_surplus')
{%- endmacro %}

{# The department behind a report: its name and its division. Null where the name is unknown. #}
{% macro department_key(name, region) -%}
    case when {{ name }} is not null then left(md5(concat(coalesce({{ region }}, ''), '|', {{ name }})), 12) end
{%- endmacro %}
