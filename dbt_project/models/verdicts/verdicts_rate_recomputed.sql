-- Rates that have a name of their own against the two amounts that define them.
with operands as (
    select rule_id, max(concept) filter (role = 'stated') as rate, max(concept) filter (role = 'part') as part, max(concept) filter (role = 'whole') as whole
    from {{ ref('stg_rule_operands') }}
    where kind = 'rate_recomputed'
    group by rule_id
),

stated as (
    select
        o.*, s.* exclude (concept),
        s.concept,
        n.figure_id as part_id, d.figure_id as whole_id,
        n.agrees and d.agrees and s.agrees as all_agree,
        case when n.figure_id is not null then {{ operand_of('part', 'n') }} end as part_operand,
        case when d.figure_id is not null then {{ operand_of('whole', 'd') }} end as whole_operand,
        {{ percent_of('n.value_base', 'd.value_base') }} as computed,
        n.value_base >= 0 and d.value_base > 0 as is_defined,
        {%- for width in ['strict', 'printed'] %}
        {{ ratio_meets('n.' ~ width ~ '_low', 'n.' ~ width ~ '_high', 'd.' ~ width ~ '_low', 'd.' ~ width ~ '_high', 's.printed_low', 's.printed_high') }} as meets_{{ width }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ ref('int_values') }} as s
    inner join operands as o on s.concept = o.rate
    left join {{ ref('int_values') }} as n
        on s.report_id = n.report_id and o.part = n.concept and n.place = 'all' and s.org_scope = n.org_scope and s.fiscal_year is not distinct from n.fiscal_year
        and n.fund_key = s.fund_key and n.function_key = '' and n.economic_key = '' and n.expenditure_key = ''
    left join {{ ref('int_values') }} as d
        on s.report_id = d.report_id and o.whole = d.concept and d.place = 'all' and s.org_scope = d.org_scope and s.fiscal_year is not distinct from d.fiscal_year
        and d.fund_key = s.fund_key and d.function_key = '' and d.economic_key = '' and d.expenditure_key = ''
    where s.place = 'all' and s.base_unit = 'percent' and s.stage_key in ('none', 'final_account')
),

reasoned as (
    select
        *,
        case
            when part_id is null or whole_id is null then 'unsupported'
            when not is_defined then 'missing'
            when not all_agree then 'conflict'
            when meets_strict then 'equal'
            when meets_printed then 'rounding_compatible'
            else 'differs'
        end as reason
    from stated
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'unsupported' then 'weakness' when 'differs' then 'contradiction'
        else 'not_run' end as outcome,
    case reason when 'rounding_compatible' then 'info' when 'unsupported' then 'warning' end as severity,
    reason, computed as expected, value_base as actual, value_base - computed as difference, (printed_high - printed_low) * 0.5 as tolerance, base_unit,
    list_filter([case when part_id is null then part end, case when whole_id is null then whole end], lambda x: x is not null) as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_filter([{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, part_operand, whole_operand], lambda x: x is not null) as operands
from reasoned
