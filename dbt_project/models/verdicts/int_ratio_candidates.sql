-- Stated percentages beside the amounts they may have been computed from: one row per figure, rule and possible base.
with stated as (
    select distinct
        o.rule_id, a.*
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('stg_rule_operands') }} as o
        on o.kind = 'ratio_recomputed' and o.role = 'stated' and a.measure = o.measure and o.concept in ('*', a.concept)
    where a.base_unit = 'percent' and a.concept <> 'activity_count'
),

bases as (
    select
        s.*,
        case when s.measure = 'share' then s.base_concept else s.concept end as denominator_concept,
        b.stage as denominator_stage
    from stated as s
    cross join (values (cast(null as varchar)), ('adjusted_budget'), ('initial_budget')) as b (stage)
    -- a share has one base; a completion rate may mean the adjusted or the initial budget
    where (s.measure = 'share') = (b.stage is null)
        and (s.measure = 'share' or s.base_stage is null or s.base_stage = b.stage or s.base_stage not in ('adjusted_budget', 'initial_budget'))
)

select
    s.rule_id, s.report_id, s.figure_id, s.concept, s.measure, s.label, s.printed, s.value_base, s.stage_key, s.base_concept, s.base_stage,
    s.org_scope, s.fund_key, s.function_key, s.expenditure_key, s.is_report_year, s.fiscal_year, s.base_unit,
    s.printed_low, s.printed_high, s.char_start, s.denominator_concept, s.denominator_stage,
    n.figure_id as numerator_id, d.figure_id as denominator_id, d.fund_key as denominator_fund,
    n.agrees and d.agrees as agrees,
    case when n.figure_id is not null then {{ operand_of('part', 'n') }} end as numerator,
    case when d.figure_id is not null then {{ operand_of('whole', 'd') }} end as denominator,
    {{ percent_of('n.value_base', 'd.value_base') }} as computed,
    n.value_base >= 0 and d.value_base > 0 as is_defined,
    {%- for width in ['strict', 'printed'] %}
    {{ ratio_meets('n.' ~ width ~ '_low', 'n.' ~ width ~ '_high', 'd.' ~ width ~ '_low', 'd.' ~ width ~ '_high', 's.printed_low', 's.printed_high') }}
        as meets_{{ width }}{{ ',' if not loop.last }}
    {%- endfor %}
from bases as s
left join {{ ref('int_values') }} as n
    on s.report_id = n.report_id and s.concept = n.concept and n.place = 'all' and s.org_scope = n.org_scope and s.fund_key = n.fund_key
    and s.function_key = n.function_key and s.expenditure_key = n.expenditure_key and s.economic_key = n.economic_key
    and s.fiscal_year is not distinct from n.fiscal_year
    and n.stage_key in (s.stage_key, case when s.measure = 'completion_rate' then 'final_account' else s.stage_key end)
left join {{ ref('int_values') }} as d
    on s.report_id = d.report_id and s.denominator_concept = d.concept and d.place = 'all' and s.org_scope = d.org_scope
    -- 一般公共预算财政拨款支出，占本年支出合计的…: of one kind of money it is a share of all, or of the same kind; never of itself
    and (s.fund_key = d.fund_key or (s.measure = 'share' and d.fund_key = ''))
    and not (s.measure = 'share' and s.fund_key <> '' and s.concept = s.base_concept and s.fund_key = d.fund_key
        and s.function_key = '' and s.expenditure_key = '' and s.economic_key = '')
    and s.fiscal_year is not distinct from d.fiscal_year
    and d.function_key = case when s.measure = 'share' then '' else s.function_key end
    and d.expenditure_key = case when s.measure = 'share' then '' else s.expenditure_key end
    and d.economic_key = case when s.measure = 'share' then '' else s.economic_key end
    and d.stage_key = coalesce(s.denominator_stage, s.stage_key)
