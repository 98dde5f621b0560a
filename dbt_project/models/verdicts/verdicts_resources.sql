-- Overspending: more spent than received needs money from before. Resources: spending stays within the year's money.
with terms as (
    select
        *,
        coalesce(use, 0) + revenue as income,
        coalesce(use_strict_high, 0) + revenue_strict_high as income_strict_high,
        coalesce(use_printed_high, 0) + revenue_printed_high as income_printed_high,
        coalesce(adjusted, revenue + coalesce(use, 0)) as base,
        coalesce(adjusted_strict_high, revenue_strict_high + coalesce(use_strict_high, 0)) as base_strict_high,
        coalesce(adjusted_printed_high, revenue_printed_high + coalesce(use_printed_high, 0)) as base_printed_high
    from {{ ref('int_year_terms') }}
    where kind in ('overspending', 'resources') and expenditure is not null
),

reasoned as (
    select
        *,
        case
            when has_conflict then 'conflict'
            when expenditure_strict_low <= base_strict_high + coalesce(opening_strict_high, 0) then 'within'
            when expenditure_printed_low <= base_printed_high + coalesce(opening_printed_high, 0) then 'rounding_compatible'
            when opening is null and kind = 'resources' then 'missing'
            when opening is null then 'source_missing'
            else 'above_bound'
        end as reason
    from terms
    where base is not null and (kind = 'resources' or revenue is not null)
)

select
    report_id, rule_id,
    {{ instance_name(["nullif(org_scope, 'department')", "nullif(fund_key, '')"]) }} as instance,
    case reason when 'within' then 'pass' when 'rounding_compatible' then 'weakness' when 'source_missing' then 'weakness'
        when 'above_bound' then case kind when 'overspending' then 'weakness' else 'contradiction' end else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' end as severity,
    reason, base + coalesce(opening, 0) as expected, expenditure as actual,
    expenditure - base - coalesce(opening, 0) as difference,
    base_printed_high - base + expenditure - expenditure_printed_low as tolerance,
    'yuan' as base_unit,
    case when reason in ('missing', 'source_missing', 'above_bound') and opening is null then ['opening_carryover'] else [] end as missing,
    case when reason in ('missing', 'source_missing') then expenditure - base end as implied,
    cast(null as varchar) as detail, operands
from reasoned
