-- The same fact stated several times: all statements have a point in common.
{% set fact = ['rule_id', 'report_id', 'concept', 'measure', 'stage_key', 'fiscal_year', 'org_scope', 'fund_key', 'expenditure_key', 'base_concept', 'base_stage'] %}
with rows_of_funds as (
    select distinct report_id, table_no, row_no from {{ ref('int_assertions') }}
    where fund_key not in ('', 'total') and table_no is not null
),

listed as (
    select a.*, r.rule_id
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['agreement']) }}) as r
    left join rows_of_funds as f on a.report_id = f.report_id and a.table_no = f.table_no and a.row_no = f.row_no
    where a.org_scope <> 'subordinate'
        -- a share without its base, a change without its stage may each speak of something else
        and (a.measure = 'level' or (a.measure = 'share' and a.base_concept is not null) or (a.measure in ('change', 'completion_rate') and a.base_stage is not null))
        and a.economic_key = '' and a.function_key = ''
        -- in the row of one source of funds a number speaks of that source alone
        and (a.fund_key <> '' or f.report_id is null)
        and exists (
            select 1 from {{ ref('stg_rule_operands') }} as i
            where i.rule_id = r.rule_id and i.role = 'include' and i.concept in (a.concept, '*')
        )
        and not exists (
            select 1 from {{ ref('stg_rule_operands') }} as e
            where e.rule_id = r.rule_id and e.role = 'exclude' and e.concept = a.concept
        )
),

-- Most facts are stated once, and there is nothing to compare.
repeated as (
    select {{ fact | join(', ') }}, max(printed_low) as whole_low, max(printed_high) as whole_high
    from listed
    group by all
    having count(*) > 1
),

ranked as (
    select a.*, r.whole_low, r.whole_high
    from listed as a
    inner join repeated as r
        on {% for column in fact %}a.{{ column }} is not distinct from r.{{ column }}{{ ' and ' if not loop.last }}{% endfor %}
),

facts as (
    select
        {{ fact | join(', ') }},
        any_value(base_unit) as base_unit, bool_and(is_report_year) as is_report_year,
        max(strict_low) <= min(strict_high) as meets_strictly,
        max(printed_low) <= min(printed_high) as meets_as_printed,
        -- amounts of several kinds or bodies and the sum of them are a breakdown, whatever names the report gives them
        any_value(measure) = 'level' and any_value(base_unit) in ('yuan', 'persons', 'count')
            and count(distinct value_base) filter (where printed_high < whole_low) > 1
            and {{ intervals_meet('sum(printed_low) filter (where printed_high < whole_low)', 'sum(printed_high) filter (where printed_high < whole_low)',
                                  'any_value(whole_low)', 'any_value(whole_high)') }} as is_breakdown,
        min(value_base) as lowest, max(value_base) as highest, max(printed_high - printed_low) as tolerance,
        -- sorted afterwards: ordered aggregates take ten times as long over so many small groups
        list_transform(list_sort(list(struct_pack(char_start := char_start, figure_id := figure_id,
            operand := {{ operand("'statement'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}))), lambda x: x.operand) as operands
    from ranked
    group by {{ fact | join(', ') }}
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
