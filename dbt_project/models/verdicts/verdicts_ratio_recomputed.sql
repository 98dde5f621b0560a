-- Stated shares and completion rates against the amounts. Where several bases are possible, one that fits is enough.
with best as (
    select
        *,
        row_number() over (
            partition by rule_id, figure_id
            order by
                coalesce(is_defined and meets_strict, false) desc, coalesce(is_defined and meets_printed, false) desc,
                numerator_id is not null and denominator_id is not null desc, denominator_fund = fund_key desc nulls last, denominator_stage
        ) as rank,
        row_number() over (
            partition by rule_id, report_id, concept, measure, stage_key, org_scope, fund_key, function_key, expenditure_key, base_concept, base_stage, fiscal_year
            order by char_start, figure_id
        ) as position
    from {{ ref('int_ratio_candidates') }}
),

reasoned as (
    select
        * exclude (position),
        dense_rank() over (
            partition by rule_id, report_id, concept, measure, stage_key, org_scope, fund_key, function_key, expenditure_key, base_concept, base_stage, fiscal_year
            order by char_start, figure_id
        ) as nth,
        case
            when numerator_id is null or denominator_id is null or not is_defined then 'missing'
            when not agrees then 'conflict'
            when meets_strict then 'equal'
            when meets_printed then 'rounding_compatible'
            else 'differs'
        end as reason
    from best
    where rank = 1
)

select
    report_id, rule_id,
    {{ instance_name(['concept', 'measure', "nullif(stage_key, 'none')", 'base_concept', 'base_stage', "nullif(org_scope, 'department')", "nullif(fund_key, '')",
                      "nullif(function_key, '')", "nullif(expenditure_key, '')", 'case when not is_report_year then fiscal_year end', 'case when nth > 1 then nth end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'differs' then 'contradiction' else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' end as severity,
    reason, computed as expected, value_base as actual, value_base - computed as difference,
    (printed_high - printed_low) * 0.5 as tolerance, base_unit,
    case when reason = 'missing' then list_filter([
        case when numerator_id is null then concept end,
        case when denominator_id is null then coalesce(denominator_concept, 'base_concept') end], lambda x: x is not null) else [] end as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_filter([{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, numerator, denominator], lambda x: x is not null) as operands
from reasoned
