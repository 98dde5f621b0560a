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
    v.figure_id,
    coalesce(d.correction_ids, []) as correction_ids
from {{ ref('int_values') }} as v
inner join {{ ref('concepts') }} as c on v.concept = c.id
left join (
    -- corrections behind a value, of whichever of its statements
    select f.report_id, f.concept, f.fiscal_year, f.stage_key, f.org_scope, f.fund_key, f.function_key, f.economic_key, f.expenditure_key,
        list_sort(list(distinct x.correction_id)) as correction_ids
    from {{ ref('int_assertions') }} as f
    inner join {{ ref('int_corrections') }} as x on f.figure_id = x.figure_id and x.state = 'applied'
    where f.measure = 'level'
    group by all
) as d on v.report_id = d.report_id and v.concept = d.concept and v.fiscal_year is not distinct from d.fiscal_year and v.stage_key = d.stage_key
    and v.org_scope = d.org_scope and v.fund_key = d.fund_key and v.function_key = d.function_key and v.economic_key = d.economic_key
    and v.expenditure_key = d.expenditure_key
where v.place = 'all' and {{ condition }}
{%- endmacro %}

{# Money that is carried from year to year belongs to the budget, not to the balance sheet. #}
{% macro is_balance(column) -%}
    {{ column }} in ('opening_carryover', 'closing_carryover', 'carryover_funds', 'surplus_funds', 'cumulative_surplus')
{%- endmacro %}

{# A name without what people put in or leave out: blanks, brackets' shape. #}
{% macro plain_name(name) -%}
    translate(regexp_replace({{ name }}, '\s+', '', 'g'), '（）', '()')
{%- endmacro %}

{# 资兴市住房和城乡建设局 is 住房和城乡建设局 to its own finance bureau: the region in front, with its parents or without, goes. #}
{% macro without_region(name, region, own) -%}
    (case when coalesce({{ own }}, '') <> '' and strpos({{ name }}, {{ own }}) > 0
               and contains(coalesce({{ region }}, {{ own }}), replace(left({{ name }}, strpos({{ name }}, {{ own }}) - 1), '中共', ''))
          then substr({{ name }}, strpos({{ name }}, {{ own }}) + length({{ own }})) else {{ name }} end)
{%- endmacro %}
