-- Contradictions between readings that nothing else in the report confirms, and that no slip of the pen explains: one row per report, rule and instance.
-- A number that was read for the wrong thing breaks an identity just as a wrong number does. What tells them apart is what stands around: a number that
-- was read rightly mostly takes part in other identities that hold, and numbers of one sentence or one table were meant to be compared.
{% set identities = ['sum_of_parts', 'agreement', 'equality', 'year_balance', 'ratio_recomputed', 'rate_recomputed', 'growth_recomputed', 'change_recomputed',
    'shares_of_whole', 'funds_sum', 'summary_row'] %}
-- a digit changed, or two neighbours swapped, in otherwise equal amounts
{% set slips = range(1, 10) | list + range(18, 90, 9) | list %}
with contradictions as (
    select f.report_id, f.rule_id, f.instance, f.base_unit, f.difference, f.operands, r.kind = 'agreement' as is_agreement
    from {{ ref('int_found') }} as f
    inner join {{ ref('stg_rules') }} as r on f.rule_id = r.rule_id
    where f.outcome = 'contradiction' and r.kind <> 'unit_slip'
    -- what happened twice at one place keeps its number
    qualify count(*) over (partition by f.report_id, f.rule_id, f.instance) = 1
),

compared as (
    select report_id, rule_id, instance, is_agreement, o.figure_id,
        base_unit = 'yuan' and trim(regexp_replace(cast(abs(difference) as varchar), '[.]', '', 'g'), '0') in ('{{ slips | join("', '") }}') as is_slip
    from (select report_id, rule_id, instance, base_unit, difference, is_agreement, unnest(operands) as o from contradictions)
),

held as (
    select f.report_id, f.operands
    from {{ ref('int_found') }} as f
    inner join {{ ref('stg_rules') }} as r on f.rule_id = r.rule_id
    where (f.outcome = 'pass' or f.reason = 'rounding_compatible') and r.kind in ('{{ identities | join("', '") }}')
        and array_length(f.operands) > 1
        and f.report_id in (select report_id from contradictions)
),

confirmed as (
    select o.figure_id from (select unnest(operands) as o from held) where o.figure_id is not null
    union
    -- what was paid and what was left make up the money
    select unnest([paid_id, remainder_id, money_id]) from {{ ref('int_remainders') }}
),

places as (
    select
        c.report_id, c.rule_id, c.instance, c.is_agreement, c.is_slip, c.figure_id, v.figure_id is not null as is_known,
        k.figure_id is not null as is_confirmed,
        case when v.source_kind = 'text' then 'text' else 'table/' || coalesce(cast(v.table_no as varchar), '') end as source,
        case when v.source_kind = 'text' then 'text/' || coalesce(cast(v.sentence_no as varchar), '')
             else 'table/' || coalesce(cast(v.table_no as varchar), '') end as place
    from compared as c
    left join {{ ref('int_assertions') }} as v on c.figure_id = v.figure_id
    left join confirmed as k on c.figure_id = k.figure_id
),

weighed as (
    select report_id, rule_id, instance,
        bool_and(is_known) and not bool_or(is_slip) as may_be_misread,
        bool_and(is_agreement) as is_agreement,
        count(distinct case when is_confirmed then figure_id end) as confirmed,
        count(distinct case when not is_confirmed then figure_id end) as unconfirmed,
        count(distinct source) as sources, count(distinct place) as places
    from places
    group by report_id, rule_id, instance
)

select report_id, rule_id, instance
from weighed
where may_be_misread
    -- one fact stated twice: neither statement is confirmed, and both are of one kind. Otherwise: more than one number may be the wrong one
    and case when is_agreement then confirmed = 0 and sources = 1 else unconfirmed > 1 and places > 1 end
