-- Projects listed one by one against project expenditure. A list may leave out small projects: only a list above the whole is wrong.
with listed as (
    select
        o.rule_id, a.report_id, a.stage_key, a.org_scope, a.fund_key, a.fiscal_year, a.source_group, sum(a.value_base) as total,
        sum(a.strict_low) as strict_low, sum(a.strict_high) as strict_high, sum(a.printed_low) as printed_low, sum(a.printed_high) as printed_high,
        list({{ operand_of('part', 'a') }} order by a.char_start) as parts
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('stg_rule_operands') }} as o on a.concept = o.concept and o.kind = 'listed_items' and o.role = 'part'
    where a.measure = 'level'
    group by o.rule_id, a.report_id, a.stage_key, a.org_scope, a.fund_key, a.fiscal_year, a.source_group
),

compared as (
    select
        l.*, w.value_base as whole, w.is_report_year, w.base_unit,
        case when not w.agrees then 'conflict' when {{ intervals_meet('l.strict_low', 'l.strict_high', 'w.strict_low', 'w.strict_high') }} then 'equal'
             when {{ intervals_meet('l.printed_low', 'l.printed_high', 'w.printed_low', 'w.printed_high') }} then 'rounding_compatible'
             when l.total > w.value_base then 'sum_above' else 'not_exhaustive' end as why,
        list_append(l.parts, {{ operand_of('whole', 'w') }}) as operands
    from listed as l
    inner join {{ ref('stg_rule_operands') }} as o on l.rule_id = o.rule_id and o.role = 'whole'
    inner join {{ ref('int_values') }} as w
        on l.report_id = w.report_id and o.concept = w.concept and w.place = 'all' and l.stage_key = w.stage_key and l.org_scope = w.org_scope and l.fund_key = w.fund_key
        and l.fiscal_year is not distinct from w.fiscal_year and w.function_key = '' and w.economic_key = '' and w.expenditure_key = ''
),

-- Projects that a sentence lists behind the amount: one observation holds their sum.
in_sentences as (
    select
        o.rule_id, n.report_id, w.stage_key, w.org_scope, w.fund_key, w.fiscal_year, 'text' as source_group, n.number as total,
        n.number - n.second_number as printed_low, n.number + n.second_number as printed_high, w.value_base as whole, w.is_report_year, w.base_unit,
        case when n.number + n.second_number >= w.printed_low and n.number - n.second_number <= w.printed_high then 'equal'
             when n.number > w.value_base then 'sum_above' else 'not_exhaustive' end as why,
        [{{ operand("'part'", "'text'", quoted('n.text'), "''", 'n.number', 'n.observation_id') }}, {{ operand_of('whole', 'w') }}] as operands
    from {{ ref('stg_observations') }} as n
    inner join {{ ref('int_assertions') }} as w
        on n.report_id = w.report_id and w.measure = 'level' and w.char_start between n.char_start and n.char_end
        and w.function_key = '' and w.economic_key = '' and w.expenditure_key = ''
    inner join {{ ref('stg_rule_operands') }} as o on w.concept = o.concept and o.kind = 'listed_items' and o.role = 'whole'
    where n.kind = 'project_list'
    qualify row_number() over (partition by n.observation_id order by w.char_start) = 1
),

every as (
    {%- for found in ['compared', 'in_sentences'] %}
    select rule_id, report_id, stage_key, org_scope, fund_key, fiscal_year, is_report_year, source_group, whole, total, printed_low, printed_high, base_unit, why, operands
    from {{ found }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select
    report_id, rule_id, {{ instance_name(["nullif(stage_key, 'none')", 'source_group', "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case why when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'sum_above' then 'contradiction' else 'not_run' end as outcome,
    case when why = 'rounding_compatible' then 'info' end as severity, why as reason,
    whole as expected, try_cast(total as decimal(20, 6)) as actual, try_cast(total - whole as decimal(20, 6)) as difference,
    try_cast((printed_high - printed_low) * 0.5 as decimal(20, 6)) as tolerance, base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied,
    cast(null as varchar) as detail, operands
from every
