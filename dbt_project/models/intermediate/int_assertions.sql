-- Usable figures as they enter comparisons: the unit put right where the evidence decides it, with both intervals.
select
    f.* replace (coalesce(s.repaired, f.value_base) as value_base),
    s.figure_id is not null as unit_repaired,
    coalesce(s.repaired, f.value_base) - case when s.figure_id is null then f.strict_half else 0 end as strict_low,
    coalesce(s.repaired, f.value_base) + case when s.figure_id is null then f.strict_half else 0 end as strict_high,
    coalesce(s.repaired, f.value_base) - case when s.figure_id is null then f.printed_half else 0 end as printed_low,
    coalesce(s.repaired, f.value_base) + case when s.figure_id is null then f.printed_half else 0 end as printed_high,
    coalesce(f.stage, 'none') as stage_key,
    coalesce(f.fund_scope, '') as fund_key,
    coalesce(f.function_code, '') as function_key,
    coalesce(f.economic_code, '') as economic_key,
    coalesce(f.expenditure_scope, '') as expenditure_key
from {{ ref('int_figures') }} as f
left join {{ ref('int_unit_slips') }} as s on f.figure_id = s.figure_id
where f.is_usable
