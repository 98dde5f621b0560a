-- Actual staff is staff in service, with or without those retired, each year by itself; a number called in service holds nobody retired.
-- People of other kinds that the text counts (dependants, seconded people) may be among them or not: a difference beside them accuses nobody.
with named as (
    select report_id, sum(number) as people
    from (select distinct report_id, code, number from {{ ref('stg_observations') }} where kind = 'other_people')
    group by report_id
),

heads as (
    select
        o.rule_id, v.report_id, v.org_scope, v.fiscal_year, v.is_report_year,
        max(v.value_base) filter (o.role = 'whole') as actual,
        max(v.label) filter (o.role = 'whole') as actual_label,
        max(v.value_base) filter (o.role = 'in_service') as in_service,
        max(v.value_base) filter (o.role = 'retired') as retired,
        coalesce(sum(v.value_base) filter (o.role = 'other'), 0) as others,
        max(v.base_unit) as base_unit,
        bool_and(v.agrees) as agrees,
        list({{ operand("case when o.role = 'whole' then 'whole' else 'part' end", 'v.concept', 'v.label', 'v.printed', 'v.value_base', 'v.figure_id') }}
            order by o.operand_no) filter (o.role in ('whole', 'in_service', 'retired')) as operands
    from {{ ref('int_values') }} as v
    inner join {{ ref('stg_rule_operands') }} as o on v.concept = o.concept and o.kind = 'headcount'
    where v.place = 'all' and v.function_key = '' and v.expenditure_key = ''
    group by all
    having actual is not null
),

reasoned as (
    select
        heads.*,
        case
            when in_service is null then 'missing'
            when not agrees then 'conflict'
            when actual = in_service then 'equal'
            when retired > 0 and actual = in_service + retired and actual_label like '%在职%' then 'label_contains_retired'
            when actual in (in_service + retired, in_service + others, in_service + retired + others) then 'equal'
            when actual in (in_service + named.people, in_service + retired + named.people, in_service + retired + others + named.people) then 'equal'
            when named.people > 0 then 'no_match'
            when retired is null and actual > in_service then 'missing'
            else 'differs'
        end as reason
    from heads
    left join named on heads.report_id = named.report_id
)

select
    report_id, rule_id,
    {{ instance_name(["nullif(org_scope, 'department')", 'case when not is_report_year then fiscal_year end']) }} as instance,
    case reason when 'equal' then 'pass' when 'label_contains_retired' then 'contradiction' when 'differs' then 'contradiction' else 'not_run' end as outcome,
    cast(null as varchar) as severity,
    reason,
    in_service + coalesce(retired, 0) as expected, actual,
    case when reason = 'label_contains_retired' then actual - in_service else actual - in_service - coalesce(retired, 0) end as difference,
    cast(0 as decimal(20, 6)) as tolerance, base_unit,
    case when in_service is null then ['staff_in_service'] when reason = 'missing' then ['staff_retired'] else [] end as missing,
    case when reason = 'missing' and in_service is not null then actual - in_service end as implied,
    cast(null as varchar) as detail, operands
from reasoned
