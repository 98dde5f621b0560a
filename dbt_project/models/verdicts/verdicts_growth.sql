-- Stated growth rates against the two years they speak of; the amount of the change in the same sentence tells last year's number too.
{% set of_before = 'before, before_low, before_high, before_operand, choice' %}
with rates as (
    select r.rule_id, a.* exclude (stage_key), a.stage_key, a.concept as subject, true as is_general
    from {{ ref('int_assertions') }} as a
    cross join ({{ rules_of(['growth_recomputed']) }}) as r
    where a.measure = 'change_rate' and a.base_unit = 'percent' and not exists (
        select 1 from {{ ref('stg_rule_operands') }} as o where o.rule_id = r.rule_id and o.role = 'rate')

    union all

    -- a rate with a name of its own: budget against budget or final against final
    select o.rule_id, a.* exclude (stage_key), b.stage as stage_key, p.concept as subject, false as is_general
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('stg_rule_operands') }} as o on o.kind = 'growth_recomputed' and o.role = 'rate' and a.concept = o.concept
    inner join {{ ref('stg_rule_operands') }} as p on o.rule_id = p.rule_id and p.role = 'part'
    cross join (values ('initial_budget'), ('final_account')) as b (stage)
    where a.measure = 'level' and a.base_unit = 'percent'
),

bases as (
    select
        s.*, n.value_base as now, n.printed_low as now_low, n.printed_high as now_high,
        {{ operand_of('part', 'n') }} as now_operand,
        b.value_base as before, b.printed_low as before_low, b.printed_high as before_high,
        case when b.figure_id is not null then {{ operand("'prior'", 'b.concept', 'b.label', 'b.printed', 'b.value_base', 'b.figure_id') }} end as before_operand,
        1 as choice
    from rates as s
    left join {{ ref('int_values') }} as n
        on s.report_id = n.report_id and s.subject = n.concept and s.stage_key = n.stage_key and n.place = 'all' and n.agrees and s.org_scope = n.org_scope
        and s.fund_key = n.fund_key and s.function_key = n.function_key and s.economic_key = n.economic_key and s.expenditure_key = n.expenditure_key
        and s.fiscal_year is not distinct from n.fiscal_year
    left join {{ ref('int_prior_values') }} as b
        on s.report_id = b.report_id and s.subject = b.concept and s.stage_key = b.stage_key and s.org_scope = b.org_scope and s.is_report_year
        and s.fund_key = b.fund_key and s.function_key = b.function_key and s.economic_key = b.economic_key and s.expenditure_key = b.expenditure_key
    where coalesce(s.base_stage, 'prior_year') = 'prior_year'
),

both_ways as (
    select * exclude ({{ of_before }}), {{ of_before }} from bases
    union all
    select b.* exclude ({{ of_before }}),
        b.now - c.value_base as before, b.now_low - c.printed_high as before_low, b.now_high - c.printed_low as before_high,
        {{ operand("'change'", 'c.concept', 'c.label', 'c.printed', 'c.value_base', 'c.figure_id') }} as before_operand, 2 as choice
    from bases as b
    inner join {{ ref('int_assertions') }} as c
        on b.report_id = c.report_id and b.subject = c.concept and c.measure = 'change' and b.sentence_no = c.sentence_no and b.source_kind = c.source_kind
        and b.stage_key = c.stage_key and b.is_general
        -- 较上年增长9%；较年初预算增加300万元: the change against the budget says nothing of last year
        and coalesce(c.base_stage, 'prior_year') = 'prior_year'
),

judged as (
    select
        *,
        {#- (now - before) / before x 100 within [low, high], for before > 0: compared by multiplication -#}
        coalesce(before_low > 0 and (now_low - before_high) * 100 <= try_cast(printed_high as decimal(12, 6)) * before_high
            and (now_high - before_low) * 100 >= try_cast(printed_low as decimal(12, 6)) * before_low, false) as fits,
        coalesce(before_low > 0 and now is not null, false) as is_defined,
        {{ percent_of('now', 'before') }} - 100 as computed
    from both_ways
),

best as (
    select * from judged
    qualify row_number() over (partition by rule_id, figure_id order by fits desc, is_defined desc, choice, stage_key desc) = 1
),

reasoned as (
    select *,
        case when not is_defined then 'missing' when fits then 'equal'
             -- the words do not say what it is measured against, so it may be something else
             when is_general and base_stage is null and choice = 1 then 'no_match' else 'differs' end as why,
        row_number() over (partition by rule_id, report_id, concept, stage_key, org_scope, fund_key, function_key, fiscal_year order by char_start, figure_id) as nth
    from best
)

select
    report_id, rule_id,
    {{ instance_name(['concept', "case when is_general then nullif(stage_key, 'none') end", "nullif(org_scope, 'department')", "nullif(fund_key, '')", "nullif(function_key, '')",
                      'case when not is_report_year then fiscal_year end', 'case when nth > 1 then nth end']) }} as instance,
    case why when 'equal' then 'pass' when 'differs' then 'contradiction' else 'not_run' end as outcome, cast(null as varchar) as severity, why as reason,
    computed as expected, value_base as actual, value_base - computed as difference, (printed_high - printed_low) * 0.5 as tolerance, base_unit,
    case when why = 'missing' then list_filter([case when now is null then subject || '/' || stage_key end, case when before is null then 'prior_year' end], lambda x: x is not null) else [] end as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_filter([{{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }}, case when now is not null then now_operand end, before_operand],
        lambda x: x is not null) as operands
from reasoned
