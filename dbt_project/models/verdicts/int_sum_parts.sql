-- The summands of every sum rule, once for every place in which the whole is stated.
-- Text and tables are separate assertions; a part that is absent there is taken from anywhere in the report.
with wholes as (
    select
        o.rule_id, o.each_code,
        v.report_id, v.fiscal_year, v.stage_key, v.org_scope, v.fund_key, v.function_key, v.expenditure_key, v.place, v.figure_id, v.value_base
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o
        on v.concept = o.concept and o.role = 'whole' and o.kind = 'sum_of_parts' and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place in ('text', 'table')
        and v.economic_key = ''
        and case when o.each_code then v.function_key <> '' else v.function_key = '' and v.expenditure_key = '' end
),

summands as (
    select o.*, s.rule_id is not null as has_stand_in
    from {{ ref('stg_rule_operands') }} as o
    left join (select distinct rule_id, stands_for from {{ ref('stg_rule_operands') }} where stands_for is not null) as s
        on o.rule_id = s.rule_id and coalesce(o.stands_for, o.concept) = s.stands_for
    where o.role = 'part'
),

matched as (
    select
        w.rule_id, w.report_id, w.stage_key, w.org_scope, w.place, w.figure_id as whole_id, w.value_base as whole_value,
        o.operand_no, o.concept as operand_concept, o.sign, o.requirement, o.stands_for, o.has_stand_in,
        o.code is not null or o.each_code as is_class,
        v.figure_id, v.label, v.printed, v.value_base, v.base_unit, v.strict_low, v.strict_high, v.printed_low, v.printed_high, v.agrees, v.function_key, v.economic_key
    from wholes as w
    inner join summands as o on w.rule_id = o.rule_id
    -- one summand for each code where the rule says so, else one
    left join {{ ref('int_values') }} as v
        on w.report_id = v.report_id and w.fiscal_year is not distinct from v.fiscal_year
        and coalesce(o.stage, w.stage_key) = v.stage_key
        and w.org_scope = v.org_scope and w.fund_key = v.fund_key and o.concept = v.concept
        and (v.place = w.place or (v.place = 'all' and not case w.place when 'text' then v.in_text else v.in_table end))
        and case when o.code is null then v.economic_key = '' else v.economic_key like o.code end
        and case when w.each_code then v.function_key = w.function_key and v.expenditure_key = w.expenditure_key
                 when o.each_code then v.function_key <> '' and v.expenditure_key = coalesce(o.expenditure_scope, '')
                 else v.function_key = '' and v.expenditure_key = coalesce(o.expenditure_scope, '') end
),

-- Few parts have stand-ins: only those are looked at together.
present as (
    select
        *,
        bool_or(figure_id is not null and stands_for is null) over same_part as target_present,
        bool_or(figure_id is not null and stands_for is not null) over same_part as stand_in_present
    from matched
    where has_stand_in
    window same_part as (partition by rule_id, whole_id, place, org_scope, coalesce(stands_for, operand_concept))
)

{% set columns = 'rule_id, report_id, stage_key, org_scope, place, whole_id, whole_value, operand_no, operand_concept, sign, requirement, is_class,
    figure_id, label, printed, value_base, base_unit, strict_low, strict_high, printed_low, printed_high, agrees, function_key, economic_key' %}
select {{ columns }} from matched where not has_stand_in
union all
select {{ columns }} from present
-- a stand-in counts only where the part it stands for is absent, and then that part is not missed
where case when stands_for is not null then not target_present and stand_in_present
           else figure_id is not null or not stand_in_present end
