-- Summary rows: the row of the whole department against headquarters plus units, within one table.
{% set fact = ['report_id', 'table_no', 'concept', 'stage_key', 'fiscal_year', 'fund_key', 'function_key', 'economic_key', 'expenditure_key'] %}
-- Few tables have rows of units, and only those are looked at.
with unit_rows as (
    select distinct {{ fact | join(', ') }}
    from {{ ref('int_assertions') }}
    where table_no is not null and measure = 'level' and org_scope <> 'department'
),

table_rows as (
    select a.*, r.rule_id
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['summary_row']) }}) as r
    inner join unit_rows as u
        on {% for column in fact %}a.{{ column }} is not distinct from u.{{ column }}{{ ' and ' if not loop.last }}{% endfor %}
    where a.table_no is not null and a.measure = 'level'
),

compared as (
    select
        rule_id, report_id, table_no, concept, stage_key, fiscal_year, fund_key, function_key, economic_key, expenditure_key,
        any_value(base_unit) as base_unit,
        bool_and(is_report_year) as is_report_year,
        count(*) filter (org_scope = 'department') as summaries,
        count(*) filter (org_scope <> 'department') as units,
        min(value_base) filter (org_scope = 'department') as whole,
        sum(value_base) filter (org_scope <> 'department') as total,
        {%- for width in ['strict', 'printed'] %}
        max({{ width }}_low) filter (org_scope = 'department') as {{ width }}_low,
        min({{ width }}_high) filter (org_scope = 'department') as {{ width }}_high,
        sum({{ width }}_low) filter (org_scope <> 'department') as {{ width }}_sum_low,
        sum({{ width }}_high) filter (org_scope <> 'department') as {{ width }}_sum_high,
        {%- endfor %}
        list({{ operand("case when org_scope = 'department' then 'whole' else 'part' end", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}
            order by org_scope = 'department', char_start, figure_id) as operands
    from table_rows
    group by all
    having summaries > 0 and units > 0
),

-- Rows numbered 1, 2, 4: one is not in the file, so the sum is open.
gaps as (
    select distinct report_id, table_no from {{ ref('stg_observations') }} where kind = 'row_gap'
),

judged as (
    select
        c.*, g.report_id is not null as has_gap,
        {{ intervals_meet('strict_sum_low', 'strict_sum_high', 'strict_low', 'strict_high') }} as meets_strictly,
        {{ intervals_meet('printed_sum_low', 'printed_sum_high', 'printed_low', 'printed_high') }} as meets_as_printed
    from compared as c
    left join gaps as g on c.report_id = g.report_id and c.table_no = g.table_no
)

select
    report_id, rule_id,
    {{ instance_name(["'table_' || table_no", 'concept', "nullif(stage_key, 'none')", "nullif(function_key, '')", "nullif(economic_key, '')",
                      "nullif(expenditure_key, '')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case when has_gap and not meets_as_printed then 'not_run' else {{ judged('meets_strictly', 'meets_as_printed') }} end as outcome,
    case when not meets_strictly and meets_as_printed then 'info' end as severity,
    case when meets_strictly then 'equal' when meets_as_printed then 'rounding_compatible' when has_gap then 'row_missing' else 'sum_differs' end as reason,
    whole as expected, total as actual, total - whole as difference,
    (printed_sum_high - printed_sum_low + printed_high - printed_low) * 0.5 as tolerance,
    base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from judged
