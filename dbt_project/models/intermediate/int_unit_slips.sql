-- Money whose unit is almost surely wrong: ten thousand times another statement of the same fact, to the last digit.
with money as (
    select * from {{ ref('int_figures') }}
    where is_usable and measure = 'level' and base_unit = 'yuan' and value_base <> 0
),

stated_again as (
    select
        f.report_id, f.figure_id, g.figure_id as other_id, g.concept as other_concept, g.label as other_label,
        g.printed as other_printed, g.value_base as other_value,
        case when f.value_base * 10000 = g.value_base then g.value_base else try_cast(f.value_base * 0.0001 as decimal(20, 6)) end as repaired
    from money as f
    inner join money as g
        on f.report_id = g.report_id and f.concept = g.concept and f.figure_id <> g.figure_id
        and f.org_scope = g.org_scope
        and f.function_code is not distinct from g.function_code
        and f.economic_code is not distinct from g.economic_code
        and f.expenditure_scope is not distinct from g.expenditure_scope
        and (
            -- printed in 元, meant in 万元
            (f.value_base * 10000 = g.value_base and f.exponent < g.exponent)
            or (f.value_base * 10000 = g.value_base and f.exponent = g.exponent and f.exponent = 0)
            -- printed in 万元, meant in 元
            or (f.value_base = g.value_base * 10000 and f.exponent = 4 and g.exponent = 4)
        )
),

part_values as (
    select distinct o.rule_id, whole.concept as whole, m.report_id, m.stage, m.concept, m.org_scope, m.value_base
    from {{ ref('stg_rule_operands') }} as o
    inner join {{ ref('stg_rule_operands') }} as whole
        on o.rule_id = whole.rule_id and whole.role = 'whole' and not whole.each_code
    inner join {{ ref('int_figures') }} as m on o.concept = m.concept and m.is_usable and m.measure = 'level'
        and m.function_code is null and m.expenditure_scope is null
    where o.kind = 'sum_of_parts' and o.role = 'part' and o.sign = 1 and not o.each_code and o.stands_for is null
),

part_sums as (
    select rule_id, whole, report_id, stage, org_scope, sum(value_base) as total
    from part_values
    group by all
    having count(*) > 1 and count(*) = count(distinct concept)
),

sum_of_parts as (
    select
        f.report_id, f.figure_id, p.figure_id as other_id, p.concept as other_concept, p.label as other_label,
        p.printed as other_printed, p.value_base as other_value, s.total as repaired
    from money as f
    inner join part_sums as s
        on f.report_id = s.report_id and f.concept = s.whole and f.org_scope = s.org_scope
        and f.exponent = 0 and f.value_base * 10000 = s.total
    inner join part_values as v
        on s.rule_id = v.rule_id and s.report_id = v.report_id and s.whole = v.whole
        and s.stage is not distinct from v.stage and s.org_scope = v.org_scope
    inner join money as p
        on v.report_id = p.report_id and v.concept = p.concept and v.org_scope = p.org_scope
        and v.stage is not distinct from p.stage and v.value_base = p.value_base
        and p.function_code is null and p.expenditure_scope is null
),

evidence as (
    select * from stated_again
    union all
    select * from sum_of_parts
)

select
    report_id,
    figure_id,
    try_cast(min(repaired) as decimal(20, 6)) as repaired,
    list_sort(list(distinct {{ operand("'part'", 'other_concept', 'other_label', 'other_printed', 'other_value', 'other_id') }})) as evidence
from evidence
group by report_id, figure_id
