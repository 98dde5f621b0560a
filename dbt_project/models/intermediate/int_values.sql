-- One value per fact and place: its statements in text, in tables, and in both, intersected.
with ranked as (
    -- the statement with the most digits speaks for all, the first of several; one number sorts many times faster than two
    select *, coalesce(decimals, 0) * 1000000000000 - coalesce(char_start, 0) as precision_rank
    from {{ ref('int_assertions') }}
    -- units of a department are different facts under one name: their rows are added, never intersected
    where measure = 'level' and org_scope <> 'subordinate'
),

places as (
    select *, source_group as place from ranked
    union all
    select *, 'all' as place from ranked
)

select
    report_id, concept, fiscal_year, stage_key, org_scope, fund_key, function_key, economic_key, expenditure_key, place,
    any_value(base_unit) as base_unit,
    bool_and(is_report_year) as is_report_year,
    max(strict_low) as strict_low,
    min(strict_high) as strict_high,
    max(printed_low) as printed_low,
    min(printed_high) as printed_high,
    count(*) as statement_count,
    bool_or(source_group = 'text') as in_text,
    bool_or(source_group = 'table') as in_table,
    -- a comparison never runs on a value whose statements have no point in common
    max(printed_low) <= min(printed_high) as agrees,
    arg_max(value_base, precision_rank) as value_base,
    arg_max(figure_id, precision_rank) as figure_id,
    arg_max(label, precision_rank) as label,
    arg_max(printed, precision_rank) as printed,
    any_value(stage) as stage,
    bool_or(unit_repaired) as unit_repaired,
    min(value_base) as lowest,
    max(value_base) as highest
from places
group by all
