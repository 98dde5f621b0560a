-- The summands of every sum rule, once for every place in which the whole is stated.
-- Text and tables are separate assertions; a part that is absent there is taken from anywhere in the report.
with wholes as (
    select
        o.rule_id, v.*,
        o.each_code
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o
        on v.concept = o.concept and o.role = 'whole' and o.kind = 'sum_of_parts' and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place in ('text', 'table')
        and v.economic_key = ''
        and case when o.each_code then v.function_key <> '' else v.function_key = '' and v.expenditure_key = '' end
),

matched as (
    select
        w.rule_id, w.report_id, w.fiscal_year, w.stage_key, w.org_scope, w.fund_key, w.function_key as whole_function,
        w.expenditure_key as whole_expenditure, w.place, w.figure_id as whole_id, w.value_base as whole_value,
        o.operand_no, o.concept as operand_concept, o.sign, o.requirement, o.stands_for,
        o.code is not null or o.each_code as is_class,
        v.* exclude (report_id, fiscal_year, stage_key, org_scope, fund_key, place, concept, expenditure_key),
        -- one summand for each code where the rule says so, else one
        row_number() over (
            partition by w.rule_id, w.figure_id, w.place, w.org_scope, o.operand_no, v.function_key, v.economic_key
            order by v.place = 'all'
        ) as choice
    from wholes as w
    inner join {{ ref('stg_rule_operands') }} as o on w.rule_id = o.rule_id and o.role = 'part'
    left join {{ ref('int_values') }} as v
        on w.report_id = v.report_id and w.fiscal_year is not distinct from v.fiscal_year
        and coalesce(o.stage, w.stage_key) = v.stage_key
        and w.org_scope = v.org_scope and w.fund_key = v.fund_key and o.concept = v.concept
        and v.place in (w.place, 'all') and case when o.code is null then v.economic_key = '' else v.economic_key like o.code end
        and case when w.each_code then v.function_key = w.function_key and v.expenditure_key = w.expenditure_key
                 when o.each_code then v.function_key <> '' and v.expenditure_key = coalesce(o.expenditure_scope, '')
                 else v.function_key = '' and v.expenditure_key = coalesce(o.expenditure_scope, '') end
),

present as (
    select
        *,
        bool_or(figure_id is not null and stands_for is null) over (
            partition by rule_id, whole_id, place, org_scope, coalesce(stands_for, operand_concept)
        ) as target_present,
        bool_or(figure_id is not null and stands_for is not null) over (
            partition by rule_id, whole_id, place, org_scope, coalesce(stands_for, operand_concept)
        ) as stand_in_present
    from matched
    where choice = 1
)

select *
from present
-- a stand-in counts only where the part it stands for is absent, and then that part is not missed
where case when stands_for is not null then not target_present and stand_in_present
           else figure_id is not null or not stand_in_present end
