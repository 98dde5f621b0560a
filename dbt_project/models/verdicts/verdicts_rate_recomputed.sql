-- Rates that have a name of their own against the two amounts that define them. Where places use several bases, one that fits is enough.
with operands as (
    select * from {{ ref('stg_rule_operands') }} where kind = 'rate_recomputed'
),

first_choice as (
    select rule_id, max(concept) filter (role = 'part') as part, max(concept) filter (role = 'whole') as whole
    from operands where choice = 1
    group by rule_id
),

-- budgets of all spending: what the adjusted one differs by from the initial one
budgets as (
    select *
    from {{ ref('int_values') }}
    where concept = 'total_expenditure' and stage_key in ('initial_budget', 'adjusted_budget')
        and place = 'all' and function_key = '' and economic_key = '' and expenditure_key = ''
),

-- what was spent of that budget
spent as (
    select report_id, org_scope, fiscal_year, fund_key, max(value_base) as value_base
    from {{ ref('int_values') }}
    where concept = 'total_expenditure' and stage_key = 'final_account'
        and place = 'all' and function_key = '' and economic_key = '' and expenditure_key = ''
    group by all
),

printed_sides as (
    select
        o.rule_id, o.role, o.choice, o.stage, false as is_net,
        v.report_id, v.org_scope, v.fiscal_year, v.fund_key, v.concept, v.label, v.printed, v.figure_id, v.agrees, v.value_base as printed_base,
        v.value_base, v.strict_low, v.strict_high, v.printed_low, v.printed_high
    from {{ ref('int_values') }} as v
    inner join operands as o on v.concept = o.concept and o.role <> 'stated' and v.stage_key = coalesce(o.stage, v.stage_key)
    where v.place = 'all' and v.function_key = '' and v.economic_key = '' and v.expenditure_key = ''
),

-- Where no adjustment is printed, the two budgets tell by how much at least the budget was adjusted: by their difference.
net_sides as (
    select
        o.rule_id, o.role, o.choice, o.stage, true as is_net,
        a.report_id, a.org_scope, a.fiscal_year, a.fund_key, a.concept, a.label, a.printed, a.figure_id,
        a.agrees and i.agrees as agrees, a.value_base as printed_base,
        abs(a.value_base - i.value_base) as value_base,
        {%- for width in ['strict', 'printed'] %}
        greatest(a.{{ width }}_low - i.{{ width }}_high, i.{{ width }}_low - a.{{ width }}_high, 0) as {{ width }}_low,
        greatest(a.{{ width }}_high - i.{{ width }}_low, i.{{ width }}_high - a.{{ width }}_low) as {{ width }}_high{{ ',' if not loop.last }}
        {%- endfor %}
    from budgets as a
    inner join budgets as i
        on a.report_id = i.report_id and a.org_scope = i.org_scope and a.fund_key = i.fund_key and a.fiscal_year is not distinct from i.fiscal_year
    inner join operands as o on o.concept = 'budget_adjustment' and o.role = 'part'
    where a.stage_key = 'adjusted_budget' and i.stage_key = 'initial_budget'
        and not exists (
            select 1 from printed_sides as p
            where p.rule_id = o.rule_id and p.role = 'part' and p.report_id = a.report_id and p.org_scope = a.org_scope and p.fund_key = a.fund_key
                and p.fiscal_year is not distinct from a.fiscal_year)
),

sides as (
    select * from printed_sides
    union all
    select * from net_sides
),

candidates as (
    select
        o.rule_id, f.part, f.whole, s.*,
        n.figure_id as part_id, d.figure_id as whole_id,
        n.agrees and d.agrees and s.agrees as all_agree,
        case when n.figure_id is not null then {{ operand("'part'", 'n.concept', 'n.label', 'n.printed', 'n.printed_base', 'n.figure_id') }} end as part_operand,
        case when d.figure_id is not null then {{ operand_of('whole', 'd') }} end as whole_operand,
        {{ percent_of('n.value_base', 'd.value_base') }} as computed,
        n.value_base >= 0 and d.value_base > 0 as is_defined,
        coalesce(n.is_net, false) as is_net,
        -- who spent more than the initial budget had another one, and what was spent or received is none: the rate is of a budget that was not read
        d.choice > 1 and (d.stage <> 'initial_budget' or d.value_base < coalesce(e.value_base, 0)) as stands_in,
        {%- for width in ['strict', 'printed'] %}
        {{ ratio_meets('n.' ~ width ~ '_low', 'n.' ~ width ~ '_high', 'd.' ~ width ~ '_low', 'd.' ~ width ~ '_high', 's.printed_low', 's.printed_high') }} as meets_{{ width }},
        {%- endfor %}
        d.choice as choice
    from {{ ref('int_values') }} as s
    inner join operands as o on s.concept = o.concept and o.role = 'stated'
    inner join first_choice as f on o.rule_id = f.rule_id
    left join sides as n
        on o.rule_id = n.rule_id and n.role = 'part' and s.report_id = n.report_id and s.org_scope = n.org_scope and s.fiscal_year is not distinct from n.fiscal_year
        and s.fund_key = n.fund_key
    left join sides as d
        on o.rule_id = d.rule_id and d.role = 'whole' and s.report_id = d.report_id and s.org_scope = d.org_scope and s.fiscal_year is not distinct from d.fiscal_year
        and s.fund_key = d.fund_key
    left join spent as e
        on s.report_id = e.report_id and s.org_scope = e.org_scope and s.fiscal_year is not distinct from e.fiscal_year and s.fund_key = e.fund_key
    where s.place = 'all' and s.base_unit = 'percent' and s.stage_key in ('none', 'final_account')
),

best as (
    select * from candidates
    qualify row_number() over (
        partition by rule_id, figure_id
        order by coalesce(is_defined and meets_strict, false) desc, coalesce(is_defined and meets_printed, false) desc, whole_id is not null and part_id is not null desc, choice) = 1
),

reasoned as (
    select
        *,
        case
            when part_id is null or whole_id is null then 'unsupported'
            when not is_defined then 'missing'
            when not all_agree then 'conflict'
            when meets_strict then 'equal'
            when meets_printed then 'rounding_compatible'
            -- increases and cuts are added up, so the rate may be higher than the difference of the budgets tells
            when is_net and value_base > computed then 'unsupported'
            when stands_in then 'missing'
            else 'differs'
        end as reason
    from best
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'unsupported' then 'weakness' when 'differs' then 'contradiction'
        else 'not_run' end as outcome,
    case reason when 'rounding_compatible' then 'info' when 'unsupported' then 'warning' end as severity,
    reason, computed as expected, value_base as actual, value_base - computed as difference, (printed_high - printed_low) * 0.5 as tolerance, base_unit,
    list_filter([case when part_id is null or (is_net and reason = 'unsupported') then part end, case when whole_id is null or (stands_in and reason = 'missing') then whole end], lambda x: x is not null) as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_filter([{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, part_operand, whole_operand], lambda x: x is not null) as operands
from reasoned
