-- The ratios that scoring rules speak of, as far as the report's figures give them: value, lowest and highest reading, and what they were made of.
with inputs as (
    select m.*, v.report_id, v.value_base, v.printed_low, v.printed_high, v.agrees, {{ operand("m.role", 'v.concept', 'v.label', 'v.printed', 'v.value_base', 'v.figure_id', 'm.sign') }} as operand
    from {{ ref('measure_inputs') }} as m
    inner join {{ ref('int_values') }} as v on m.concept = v.concept and m.stage = v.stage_key and not m.prior
    where v.place = 'all' and v.is_report_year and v.org_scope = 'department' and v.fund_key = '' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''

    union all

    select m.*, v.report_id, v.value_base, v.printed_low, v.printed_high, v.agrees, {{ operand("m.role", 'v.concept', 'v.label', 'v.printed', 'v.value_base', 'v.figure_id', 'm.sign') }} as operand
    from {{ ref('measure_inputs') }} as m
    inner join {{ ref('int_prior_values') }} as v on m.concept = v.concept and m.stage = v.stage_key and m.prior
    where v.org_scope = 'department' and v.fund_key = '' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

needed as (
    select measure, role, choice, count(*) as inputs from {{ ref('measure_inputs') }} group by measure, role, choice
),

terms as (
    select
        i.report_id, i.measure, any_value(i.formula) as formula, i.role, i.choice, bool_and(i.agrees) as agrees, sum(i.sign * i.value_base) as amount,
        sum(case when i.sign = 1 then i.printed_low else -i.printed_high end) as low, sum(case when i.sign = 1 then i.printed_high else -i.printed_low end) as high,
        list_transform(list_sort(list(struct_pack(rank := -i.sign, operand := i.operand))), lambda x: x.operand) as operands
    from inputs as i
    inner join needed as n on i.measure = n.measure and i.role = n.role and i.choice = n.choice
    group by i.report_id, i.measure, i.role, i.choice
    -- a balance made of two flows says something only when it is not negative
    having count(*) = max(n.inputs) and sum(i.sign * i.value_base) >= 0
),

chosen as (
    select * from terms
    qualify row_number() over (partition by report_id, measure, role order by choice) = 1
),

sides as (
    select
        p.report_id, m.measure, m.formula,
        n.amount as numerator, n.low as numerator_low, n.high as numerator_high, d.amount as denominator, d.low as denominator_low, d.high as denominator_high,
        r.amount as rate, r.low as rate_low, r.high as rate_high,
        coalesce(n.agrees, true) and coalesce(d.agrees, true) and (n.amount is not null or coalesce(r.agrees, true)) as agrees,
        coalesce(n.operands, {{ no_operands() }}) || coalesce(d.operands, {{ no_operands() }}) || case when n.amount is null or d.amount is null then coalesce(r.operands, {{ no_operands() }}) else [] end as operands
    from {{ ref('stg_reports') }} as p
    cross join (select measure, any_value(formula) as formula from {{ ref('measure_inputs') }} group by measure) as m
    left join chosen as n on p.report_id = n.report_id and m.measure = n.measure and n.role = 'numerator'
    left join chosen as f on p.report_id = f.report_id and m.measure = f.measure and f.role = 'denominator'
    -- both sides of a change come from the same stage
    left join terms as d on p.report_id = d.report_id and m.measure = d.measure and d.role = 'denominator'
        and d.choice = case when m.formula = 'change' then n.choice else f.choice end
    left join chosen as r on p.report_id = r.report_id and m.measure = r.measure and r.role = 'rate'
)

select
    report_id, measure, numerator, denominator, operands,
    case when numerator = 0 and formula = 'ratio' then 0 when denominator > 0 and numerator is not null then {{ percent_of('numerator', 'denominator') }} - base else rate end as ratio,
    case when numerator = 0 and formula = 'ratio' then 0 when denominator > 0 and numerator is not null then {{ percent_of('numerator_low', 'denominator_high') }} - base else rate_low end as ratio_low,
    case when numerator = 0 and formula = 'ratio' then 0 when denominator > 0 and numerator is not null then {{ percent_of('numerator_high', 'denominator_low') }} - base else rate_high end as ratio_high,
    case when not agrees then 'conflict'
         when denominator = 0 and coalesce(numerator, 0) = 0 then 'undefined'
         when (numerator = 0 and formula = 'ratio') or (denominator > 0 and numerator is not null) or rate is not null then 'known' else 'missing' end as state
from (select *, case when formula = 'change' then 100 else 0 end as base from sides) as based
