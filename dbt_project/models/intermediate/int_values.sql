-- One value per fact and place: its statements in text, in tables, and in both, intersected.
with places as (
    select *, source_group as place from {{ ref('int_assertions') }}
    union all
    select *, 'all' as place from {{ ref('int_assertions') }}
),

-- Units of a department are different facts under one name: their rows are added, never intersected.
statements as (
    select * from places where measure = 'level' and org_scope <> 'subordinate'
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
    -- a comparison never runs on a value whose statements have no point in common
    max(printed_low) <= min(printed_high) as agrees,
    -- the statement with the most digits speaks for all
    arg_max(value_base, (coalesce(decimals, 0), -char_start)) as value_base,
    arg_max(figure_id, (coalesce(decimals, 0), -char_start)) as figure_id,
    arg_max(label, (coalesce(decimals, 0), -char_start)) as label,
    arg_max(printed, (coalesce(decimals, 0), -char_start)) as printed,
    arg_max(stage, (coalesce(decimals, 0), -char_start)) as stage,
    arg_max(quote, (coalesce(decimals, 0), -char_start)) as quote,
    bool_or(unit_repaired) as unit_repaired,
    min(value_base) as lowest,
    max(value_base) as highest
from statements
group by all
