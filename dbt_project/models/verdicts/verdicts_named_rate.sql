-- Rates with a name of their own, such as 预算执行率, against the two amounts printed beside them: in the same sentence or row.
-- Where the money itself stands elsewhere, what is left of it beside the payment tells which money it was.
{% set same_scopes = ['org_scope', 'fund_key', 'function_key', 'economic_key', 'expenditure_key'] %}
with operands as (
    select rule_id, pair, role, concept, measure, stage, choice
    from {{ ref('stg_rule_operands') }}
    where kind = 'ratio_recomputed' and role in ('named', 'part', 'whole')
),

rates as (
    select o.rule_id, o.pair, a.*
    from {{ ref('int_assertions') }} as a
    inner join operands as o on o.role = 'named' and a.concept = o.concept and a.measure = o.measure
    where a.base_unit = 'percent' and a.sentence_no is not null and a.org_scope <> 'subordinate'
),

-- what stands in the sentence or row of a rate
beside as (
    select r.rule_id, r.pair, r.figure_id as rate_id, a.*
    from rates as r
    inner join {{ ref('int_assertions') }} as a
        on r.report_id = a.report_id and r.sentence_no = a.sentence_no and r.source_group = a.source_group and r.table_no is not distinct from a.table_no
        and r.org_scope = a.org_scope and r.fiscal_year is not distinct from a.fiscal_year
    where a.measure = 'level' and a.base_unit in ('yuan', 'persons')
        -- the same cells of a form under another name
        and a.concept <> 'budget_execution_score_line'
        -- 预算执行率97%；“三公”经费预算数4万元，决算数3万元: a rate of the whole stands before no amounts of a part
        and (a.table_no is not null or a.char_start < r.char_start or a.concept = 'total_expenditure' or r.concept not in ('budget_execution_rate', 'budget_completion_rate'))
),

-- 项目资金100万元。……全年支出95万元，执行率95%，结转5万元: the money that payment and remainder make up, wherever it stands first
proved as (
    select b.rule_id, b.pair, b.rate_id, m.*
    from beside as b
    inner join {{ ref('int_remainders') }} as r on b.figure_id = r.paid_id
    inner join {{ ref('int_assertions') }} as m on r.money_id = m.figure_id
    qualify row_number() over (partition by b.rule_id, b.rate_id, b.figure_id, m.stage_key order by m.char_start, m.figure_id) = 1
),

around as (
    select * from beside
    union
    select * from proved
),

sides as (
    select o.role, o.choice, o.concept = '*' as is_any, a.*,
        concat_ws('|', a.concept, a.stage_key, a.fund_key, a.function_key, a.economic_key, a.expenditure_key, cast(a.value_base as varchar)) as fact
    from around as a
    inner join operands as o
        on a.rule_id = o.rule_id and a.pair = o.pair and o.role <> 'named' and o.concept in ('*', a.concept) and a.stage_key = coalesce(o.stage, a.stage_key)
),

pairs as (
    select
        n.rule_id, n.report_id, n.rate_id, n.concept, d.stage_key as budget_stage, d.choice, n.fact as part_fact, d.fact as whole_fact, n.figure_id as part_id, d.figure_id as whole_id,
        {{ operand_of('part', 'n') }} as part, {{ operand_of('whole', 'd') }} as whole,
        n.value_base as part_value, d.value_base as whole_value,
        {%- for width in ['strict', 'printed'] %}
        n.{{ width }}_low as part_{{ width }}_low, n.{{ width }}_high as part_{{ width }}_high, d.{{ width }}_low as whole_{{ width }}_low, d.{{ width }}_high as whole_{{ width }}_high{{ ',' if not loop.last }}
        {%- endfor %}
    from sides as n
    inner join sides as d
        on n.rate_id = d.rate_id and n.rule_id = d.rule_id and n.role = 'part' and d.role = 'whole' and n.base_unit = d.base_unit and (n.concept = d.concept or not n.is_any)
        {%- for scope in same_scopes %} and n.{{ scope }} = d.{{ scope }}{% endfor %}
),

-- Whose rate it is, is only certain where one amount and one of each budget stand there, and no money carried over.
counted as (
    select
        rule_id, report_id, rate_id, count(distinct part_fact) = 1 and count(distinct whole_fact) = count(distinct budget_stage) as is_single,
        bool_or(budget_stage <> 'initial_budget') as has_base
    from pairs
    group by rule_id, report_id, rate_id
),

carried as (
    select distinct rate_id from around where concept = 'opening_carryover' and value_base <> 0
),

-- an initial budget that was adjusted, who knows to what
adjusted as (
    select distinct report_id from {{ ref('int_assertions') }} where concept = 'budget_adjustment' and value_base <> 0
),

clear as (
    select c.rule_id, c.rate_id, c.is_single and o.rate_id is null and (c.has_base or a.report_id is null or p.rate_id is not null) as is_clear
    from counted as c
    left join (select distinct rule_id, rate_id from proved) as p on c.rule_id = p.rule_id and c.rate_id = p.rate_id
    left join carried as o on c.rate_id = o.rate_id
    left join adjusted as a on c.report_id = a.report_id
),

judged as (
    select
        r.*, p.* exclude (rule_id, report_id, rate_id, concept), c.is_clear,
        {{ percent_of('p.part_value', 'p.whole_value') }} as computed,
        p.part_value >= 0 and p.whole_value > 0 as is_defined,
        {%- for width in ['strict', 'printed'] %}
        {{ ratio_meets('p.part_' ~ width ~ '_low', 'p.part_' ~ width ~ '_high', 'p.whole_' ~ width ~ '_low', 'p.whole_' ~ width ~ '_high', 'r.printed_low', 'r.printed_high') }} as meets_{{ width }}{{ ',' if not loop.last }}
        {%- endfor %}
    from rates as r
    inner join pairs as p on r.rule_id = p.rule_id and r.figure_id = p.rate_id
    inner join clear as c on r.rule_id = c.rule_id and r.figure_id = c.rate_id
),

best as (
    select *
    from judged
    qualify row_number() over (
        partition by rule_id, figure_id
        order by coalesce(is_defined and meets_strict, false) desc, coalesce(is_defined and meets_printed, false) desc, choice, part_id, whole_id) = 1
),

-- Amounts of the same concept elsewhere in the report: a rate that follows from them is right, whatever stands beside it.
elsewhere as (
    select distinct b.rule_id, b.figure_id
    from best as b
    inner join {{ ref('int_values') }} as n
        on b.report_id = n.report_id and b.part.concept = n.concept and b.org_scope = n.org_scope and b.fiscal_year is not distinct from n.fiscal_year
    inner join {{ ref('int_values') }} as d
        on b.report_id = d.report_id and b.whole.concept = d.concept and n.fund_key = d.fund_key and b.org_scope = d.org_scope and b.fiscal_year is not distinct from d.fiscal_year
    where not coalesce(b.is_defined and b.meets_printed, false)
        and n.place = 'all' and d.place = 'all' and n.stage_key in ('none', 'final_account') and d.stage_key in ('none', 'initial_budget', 'adjusted_budget')
        and n.function_key = '' and n.economic_key = '' and n.expenditure_key = '' and d.function_key = '' and d.economic_key = '' and d.expenditure_key = ''
        and n.value_base >= 0 and d.value_base > 0
        and {{ ratio_meets('n.printed_low', 'n.printed_high', 'd.printed_low', 'd.printed_high', 'b.printed_low', 'b.printed_high') }}
),

reasoned as (
    select
        b.*,
        row_number() over (partition by b.rule_id, b.report_id, b.concept, b.org_scope, b.fund_key, b.fiscal_year order by b.char_start, b.figure_id) as nth,
        case
            when not b.is_defined then 'missing'
            when b.meets_strict then 'equal'
            when b.meets_printed then 'rounding_compatible'
            -- points are given for 100 % at most, and so some print it
            when e.figure_id is not null or not b.is_clear or (b.value_base = 100 and b.computed > 100) then 'no_match'
            else 'differs'
        end as reason
    from best as b
    left join elsewhere as e on b.rule_id = e.rule_id and b.figure_id = e.figure_id
)

select
    report_id, rule_id,
    {{ instance_name(['concept', 'budget_stage', "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end', 'case when nth > 1 then nth end']) }} as instance,
    case reason when 'equal' then 'pass' when 'rounding_compatible' then 'weakness' when 'differs' then 'contradiction' else 'not_run' end as outcome,
    case when reason = 'rounding_compatible' then 'info' end as severity,
    reason, computed as expected, value_base as actual, value_base - computed as difference,
    (printed_high - printed_low) * 0.5 as tolerance, base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    [{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, part, whole] as operands
from reasoned
