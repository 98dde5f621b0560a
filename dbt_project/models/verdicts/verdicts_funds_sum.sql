-- The funds block of a form: its sources against its total, column by column. Blank sources leave the sum open.
with cells as (
    select o.rule_id, a.*, a.fund_key = 'total' as is_total
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('stg_rule_operands') }} as o on a.concept = o.concept and o.kind = 'funds_sum'
    where a.measure = 'level' and a.table_no is not null and a.fund_key <> ''
),

sums as (
    select
        rule_id, report_id, table_no, stage_key, org_scope, any_value(base_unit) as base_unit,
        max(value_base) filter (is_total) as whole, sum(value_base) filter (not is_total) as total,
        {%- for width in ['strict', 'printed'] %}
        max({{ width }}_low) filter (is_total) as {{ width }}_low, min({{ width }}_high) filter (is_total) as {{ width }}_high,
        sum({{ width }}_low) filter (not is_total) as {{ width }}_sum_low, sum({{ width }}_high) filter (not is_total) as {{ width }}_sum_high,
        {%- endfor %}
        count(distinct value_base) filter (is_total) > 1 or count(*) filter (not is_total) > count(distinct fund_key) filter (not is_total) as is_ambiguous,
        list({{ operand("case when is_total then 'whole' else 'part' end", 'concept', 'label', 'printed', 'value_base', 'figure_id') }} order by char_start, figure_id) as operands
    from cells
    group by rule_id, report_id, table_no, stage_key, org_scope
    having count(*) filter (is_total) > 0 and count(*) filter (not is_total) > 0
),

judged as (
    select
        *,
        case when is_ambiguous then 'conflict'
             when {{ intervals_meet('strict_low', 'strict_high', 'strict_sum_low', 'strict_sum_high') }} then 'equal'
             when {{ intervals_meet('printed_low', 'printed_high', 'printed_sum_low', 'printed_sum_high') }} then 'rounding_compatible'
             when total > whole then 'sum_above' else 'not_exhaustive' end as why,
        row_number() over (partition by rule_id, report_id, stage_key, org_scope order by table_no) as nth
    from sums
)

select
    report_id, rule_id, {{ instance_name(["nullif(stage_key, 'none')", "nullif(org_scope, 'department')", 'case when nth > 1 then nth end']) }} as instance,
    case why when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'sum_above' then 'contradiction' else 'not_run' end as outcome,
    case when why = 'rounding_compatible' then 'info' end as severity, why as reason, whole as expected, try_cast(total as decimal(20, 6)) as actual,
    try_cast(total - whole as decimal(20, 6)) as difference, try_cast((printed_sum_high - printed_sum_low + printed_high - printed_low) * 0.5 as decimal(20, 6)) as tolerance,
    base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from judged
