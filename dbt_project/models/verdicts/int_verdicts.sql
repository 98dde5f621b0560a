-- All verdicts of all rules, one row per report, rule and instance; a rule that found nothing to judge says so.
with stated as (
    select distinct report_id, concept, stage_key from {{ ref('int_values') }}
),

-- What a rule cannot do without: one side of each kind; of several choices the usual one, the initial budget, is named.
needed as (
    -- a number of the year before is never among the report's own
    select rule_id, role, pair, operand_no, case when role = 'prior' then 'prior_year' else concept end as concept, case when role <> 'prior' then stage end as stage
    from {{ ref('stg_rule_operands') }}
    where concept <> '*' and requirement = 'required' and role not in ('include', 'exclude') and pair = 1
    qualify kind in ('sum_of_parts', 'agreement') or row_number() over (
        partition by rule_id, role, pair order by stage = 'initial_budget' desc nulls last, choice) = 1
),

absent as (
    select p.report_id, n.rule_id,
        list(n.concept || coalesce('/' || nullif(n.stage, 'none'), '') order by n.operand_no) as missing
    from {{ ref('stg_reports') }} as p
    cross join needed as n
    left join stated as s
        on p.report_id = s.report_id and n.concept = s.concept and s.stage_key = coalesce(n.stage, s.stage_key)
    where s.report_id is null
    group by p.report_id, n.rule_id
),

-- No verdict at all: which operands the report does not state.
silent as (
    select p.report_id, r.rule_id,
        -- a text that could not be searched passes nothing
        case r.absent when 'pass' then 'not_run' else r.absent end as outcome,
        case when r.absent = 'not_applicable' then [] else coalesce(a.missing, []) end as missing
    from {{ ref('stg_reports') }} as p
    cross join {{ ref('stg_rules') }} as r
    left join absent as a on p.report_id = a.report_id and r.rule_id = a.rule_id
    where r.kind is not null
        and not exists (select 1 from {{ ref('int_found') }} as f where f.report_id = p.report_id and f.rule_id = r.rule_id)
),

every as (
    select {{ verdict_columns() }} from {{ ref('int_found') }}
    union all
    select report_id, rule_id, 'report', outcome, null,
        case when outcome = 'not_applicable' then 'no_subject' when array_length(missing) = 0 then 'no_match' else 'missing' end,
        null, null, null, null, null, missing, null, null, {{ no_operands() }}
    from silent
),

identified as (
    select
        *,
        list_transform(operands, lambda o: o.figure_id) as source_ids,
        row_number() over (partition by report_id, rule_id, instance order by cast(operands as varchar)) as nth
    from every
),

settled as (
    select
        i.*, i.report_id || '/' || i.rule_id || '/' || i.instance || case when i.nth > 1 then '#' || i.nth else '' end as verdict_id,
        r.yields_to, r.severity as rule_severity, r.kind = 'agreement' and i.outcome = 'contradiction' as is_disputed_fact,
        -- the same figures are already reported under a rule that sees more of them
        exists (
            select 1 from identified as other
            where other.report_id = i.report_id and other.outcome = 'contradiction' and list_contains(r.yields_to, other.rule_id)
                and list_has_all(other.source_ids, i.source_ids)
        ) and i.outcome = 'contradiction' as is_reported_elsewhere
    from identified as i
    inner join {{ ref('stg_rules') }} as r on i.rule_id = r.rule_id
)

select
    verdict_id,
    report_id,
    rule_id,
    instance || case when nth > 1 then '#' || nth else '' end as instance,
    case when is_reported_elsewhere then 'not_run' else outcome end as outcome,
    case when severity is not null then severity
         -- what is only unsupported or unusual is never an error
         when outcome = 'weakness' and rule_severity = 'error' then 'warning' else rule_severity end as severity,
    case when is_reported_elsewhere then 'reported_elsewhere' else reason end as reason,
    try_cast(expected as decimal(20, 6)) as expected,
    try_cast(actual as decimal(20, 6)) as actual,
    try_cast(difference as decimal(20, 6)) as difference,
    try_cast(tolerance as decimal(20, 6)) as tolerance,
    base_unit,
    cast(missing as varchar[]) as missing,
    try_cast(implied as decimal(20, 6)) as implied,
    detail,
    operands,
    -- a number that is itself stated with two values breaks the sums it stands in: one cause, reported under the disputed fact
    case when outcome = 'contradiction' and not is_disputed_fact and not is_reported_elsewhere then (
        select min(c.verdict_id) from settled as c
        where c.report_id = settled.report_id and c.is_disputed_fact and list_has_any(c.source_ids, settled.source_ids)
    ) end as same_cause_as
from settled
