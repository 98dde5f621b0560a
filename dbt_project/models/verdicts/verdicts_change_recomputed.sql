-- Stated increases and decreases against the two amounts they speak of.
with stated as (
    select
        a.*,
        a.strict_high - a.value_base as strict_half_width, a.printed_high - a.value_base as printed_half_width,
        r.rule_id
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['change_recomputed']) }}) as r
    where a.measure = 'change'
),

pairs as (
    select
        s.*,
        n.figure_id as now_id, b.figure_id as base_id,
        n.agrees and b.agrees as agrees,
        n.value_base - b.value_base as computed,
        n.strict_low - b.strict_high as computed_strict_low, n.strict_high - b.strict_low as computed_strict_high,
        n.printed_low - b.printed_high as computed_printed_low, n.printed_high - b.printed_low as computed_printed_high,
        case when n.figure_id is not null then {{ operand_of('part', 'n') }} end as now_operand,
        case when b.figure_id is not null then {{ operand_of('whole', 'b') }} end as base_operand
    from stated as s
    left join {{ ref('int_values') }} as n
        on s.report_id = n.report_id and s.concept = n.concept and s.stage_key = n.stage_key and n.place = 'all'
        and s.org_scope = n.org_scope and s.fund_key = n.fund_key and s.function_key = n.function_key
        and s.economic_key = n.economic_key and s.expenditure_key = n.expenditure_key and s.fiscal_year is not distinct from n.fiscal_year
    left join {{ ref('int_values') }} as b
        on s.report_id = b.report_id and s.concept = b.concept and b.place = 'all'
        and s.org_scope = b.org_scope and s.fund_key = b.fund_key and s.function_key = b.function_key
        and s.economic_key = b.economic_key and s.expenditure_key = b.expenditure_key
        and case when s.base_stage = 'prior_year' then b.stage_key = s.stage_key and b.fiscal_year = s.fiscal_year - 1
                 else b.stage_key = s.base_stage and b.fiscal_year is not distinct from s.fiscal_year end
),

reasoned as (
    select
        *,
        case
            when now_id is null or base_id is null then 'missing'
            when not agrees then 'conflict'
            when {{ intervals_meet('computed_strict_low', 'computed_strict_high', 'value_base - strict_half_width', 'value_base + strict_half_width') }} then 'equal'
            when {{ intervals_meet('computed_printed_low', 'computed_printed_high', 'value_base - printed_half_width', 'value_base + printed_half_width') }}
                then 'rounding_compatible'
            else 'differs'
        end as reason
    from pairs
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "nullif(stage_key, 'none')", 'base_stage', "nullif(org_scope, 'department')", "nullif(fund_key, '')", "nullif(function_key, '')",
                      "nullif(economic_key, '')", "nullif(expenditure_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'differs' then 'contradiction' else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' end as severity,
    reason, computed as expected, value_base as actual, value_base - computed as difference,
    printed_half_width + (computed_printed_high - computed_printed_low) * 0.5 as tolerance,
    base_unit,
    list_filter([case when now_id is null then concept end, case when base_id is null then concept end], lambda x: x is not null) as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_filter([{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, now_operand, base_operand], lambda x: x is not null) as operands
from reasoned
