-- Shares of one whole whose parts are all named add up to 100.
with shares as (
    select
        o.rule_id as sum_rule, o.requirement, a.*, w.concept as whole,
        row_number() over (partition by o.rule_id, a.report_id, a.concept, a.stage_key, a.org_scope, a.fund_key, a.fiscal_year order by a.base_concept is null, a.char_start) as nth
    from {{ ref('int_assertions') }} as a
    inner join {{ ref('stg_rule_operands') }} as o on a.concept = o.concept and o.kind = 'sum_of_parts' and o.role = 'part' and o.code is null and not o.each_code
    inner join {{ ref('stg_rule_operands') }} as w on o.rule_id = w.rule_id and w.role = 'whole' and coalesce(a.base_concept, w.concept) = w.concept
    where a.measure = 'share' and o.stands_for is null and a.function_key = '' and a.expenditure_key = ''
),

parts as (
    select sum_rule, count(*) filter (requirement in ('required', 'usual')) as expected_parts
    from (select rule_id as sum_rule, requirement from {{ ref('stg_rule_operands') }} where kind = 'sum_of_parts' and role = 'part')
    group by sum_rule
),

sums as (
    select
        s.report_id, s.sum_rule, any_value(s.whole) as whole, s.stage_key, s.org_scope, s.fund_key, s.fiscal_year, bool_and(s.is_report_year) as is_report_year,
        sum(s.value_base) as total, sum(s.printed_high - s.value_base) as half,
        bool_and(s.base_concept is not null) as base_known,
        count(*) filter (s.requirement in ('required', 'usual')) >= any_value(p.expected_parts) as is_complete,
        list({{ operand_of('part', 's') }} order by s.char_start) as operands
    from shares as s
    inner join parts as p on s.sum_rule = p.sum_rule
    where s.nth = 1
    group by s.report_id, s.sum_rule, s.stage_key, s.org_scope, s.fund_key, s.fiscal_year
    having count(distinct s.concept) > 1
),

reasoned as (
    select *,
        case when abs(total - 100) <= half then 'equal' when not base_known then 'no_match'
             when total > 100 then 'sum_above' when is_complete then 'sum_below' else 'missing' end as why,
        -- one whole may be named by several sum rules
        row_number() over (partition by report_id, whole, stage_key, org_scope, fund_key, fiscal_year order by abs(total - 100), sum_rule) as rank
    from sums
)

select
    report_id, r.rule_id,
    {{ instance_name(['whole', "nullif(stage_key, 'none')", "nullif(org_scope, 'department')", "nullif(fund_key, '')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case why when 'equal' then 'pass' when 'sum_above' then 'contradiction' when 'sum_below' then 'contradiction' else 'not_run' end as outcome,
    cast(null as varchar) as severity, why as reason, cast(100 as decimal(20, 6)) as expected, try_cast(total as decimal(20, 6)) as actual,
    try_cast(total - 100 as decimal(20, 6)) as difference, try_cast(half as decimal(20, 6)) as tolerance, 'percent' as base_unit,
    cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail, operands
from reasoned
cross join ({{ rules_of(['shares_of_whole']) }}) as r
where rank = 1
