-- The same fact stated several times: all statements have a point in common.
with listed as (
    select a.*, r.rule_id
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['agreement']) }}) as r
    where a.org_scope <> 'subordinate'
        -- a share without its base, a change without its stage may each speak of something else
        and (a.measure = 'level' or (a.measure = 'share' and a.base_concept is not null) or (a.measure in ('change', 'completion_rate') and a.base_stage is not null))
        and a.economic_key = '' and a.function_key = ''
        -- in the row of one source of funds a number speaks of that source alone
        and not (a.fund_key = '' and a.table_no is not null and exists (
            select 1 from {{ ref('int_assertions') }} as f
            where f.report_id = a.report_id and f.table_no = a.table_no and f.row_no = a.row_no and f.fund_key not in ('', 'total')
        ))
        and exists (
            select 1 from {{ ref('stg_rule_operands') }} as i
            where i.rule_id = r.rule_id and i.role = 'include' and i.concept in (a.concept, '*')
        )
        and not exists (
            select 1 from {{ ref('stg_rule_operands') }} as e
            where e.rule_id = r.rule_id and e.role = 'exclude' and e.concept = a.concept
        )
),

ranked as (
    select *,
        max(printed_low) over fact as whole_low, max(printed_high) over fact as whole_high
    from listed
    window fact as (partition by rule_id, report_id, concept, measure, stage_key, fiscal_year, org_scope, fund_key, expenditure_key, base_concept, base_stage)
),

facts as (
    select
        rule_id, report_id, concept, measure, stage_key, fiscal_year, org_scope, fund_key, expenditure_key, base_concept, base_stage,
        any_value(base_unit) as base_unit, bool_and(is_report_year) as is_report_year,
        max(strict_low) <= min(strict_high) as meets_strictly,
        max(printed_low) <= min(printed_high) as meets_as_printed,
        -- amounts of several kinds or bodies and the sum of them are a breakdown, whatever names the report gives them
        any_value(measure) = 'level' and any_value(base_unit) in ('yuan', 'persons', 'count')
            and count(distinct value_base) filter (where printed_high < whole_low) > 1
            and {{ intervals_meet('sum(printed_low) filter (where printed_high < whole_low)', 'sum(printed_high) filter (where printed_high < whole_low)',
                                  'any_value(whole_low)', 'any_value(whole_high)') }} as is_breakdown,
        min(value_base) as lowest, max(value_base) as highest, max(printed_high - printed_low) as tolerance,
        list({{ operand("'statement'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }} order by char_start, figure_id) as operands
    from ranked
    group by all
    having count(*) > 1
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "nullif(measure, 'level')", "nullif(stage_key, 'none')", "nullif(org_scope, 'department')", "nullif(fund_key, '')",
                      "nullif(expenditure_key, '')", 'base_concept', 'base_stage', 'case when not is_report_year then fiscal_year end']) }} as instance,
    case when is_breakdown then 'not_run' else {{ judged('meets_strictly', 'meets_as_printed') }} end as outcome,
    case when not meets_strictly and meets_as_printed then 'info' end as severity,
    case when meets_strictly then 'equal' when meets_as_printed then 'rounding_compatible' when is_breakdown then 'no_match' else 'differs' end as reason,
    lowest as expected, highest as actual, highest - lowest as difference, tolerance,
    base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from facts
