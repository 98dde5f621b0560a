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

-- What happened twice at one place is told apart by a number; hardly anything does, so the rest is not sorted.
repeated as (
    select report_id, rule_id, instance
    from every
    group by report_id, rule_id, instance
    having count(*) > 1
),

identified as (
    select e.*, 1 as nth
    from every as e
    left join repeated as d on e.report_id = d.report_id and e.rule_id = d.rule_id and e.instance = d.instance
    where d.report_id is null
    union all
    select e.*, row_number() over (partition by e.report_id, e.rule_id, e.instance order by cast(e.operands as varchar)) as nth
    from every as e
    inner join repeated as d on e.report_id = d.report_id and e.rule_id = d.rule_id and e.instance = d.instance
),

named as (
    select
        i.* exclude (instance, nth, severity), i.instance || case when i.nth > 1 then '#' || i.nth else '' end as instance,
        case when i.severity is not null then i.severity
             -- what is only unsupported or unusual is never an error
             when i.outcome = 'weakness' and r.severity = 'error' then 'warning' else r.severity end as severity,
        i.report_id || '/' || i.rule_id || '/' || i.instance || case when i.nth > 1 then '#' || i.nth else '' end as verdict_id
    from identified as i
    inner join {{ ref('stg_rules') }} as r on i.rule_id = r.rule_id
),

contradictions as (
    select n.verdict_id, n.report_id, n.rule_id, r.yields_to, r.kind = 'agreement' as is_disputed_fact,
        list_transform(n.operands, lambda o: o.figure_id) as source_ids
    from named as n
    inner join {{ ref('stg_rules') }} as r on n.rule_id = r.rule_id
    where n.outcome = 'contradiction'
),

-- The same figures are already reported under a rule that sees more of them.
elsewhere as (
    select distinct c.verdict_id
    from contradictions as c
    inner join contradictions as other
        on c.report_id = other.report_id and list_contains(c.yields_to, other.rule_id) and list_has_all(other.source_ids, c.source_ids)
),

-- A number that is itself stated with two values breaks the sums it stands in: one cause, reported under the disputed fact.
causes as (
    select c.verdict_id, min(other.verdict_id) as same_cause_as
    from contradictions as c
    inner join contradictions as other
        on c.report_id = other.report_id and other.is_disputed_fact and list_has_any(other.source_ids, c.source_ids)
    where not c.is_disputed_fact
    group by c.verdict_id
)

select
    -- short, for joins between the models of one build
    row_number() over () as verdict_no,
    n.verdict_id,
    n.report_id,
    n.rule_id,
    n.instance,
    case when e.verdict_id is not null then 'not_run' else n.outcome end as outcome,
    n.severity,
    case when e.verdict_id is not null then 'reported_elsewhere' else n.reason end as reason,
    try_cast(n.expected as decimal(20, 6)) as expected,
    try_cast(n.actual as decimal(20, 6)) as actual,
    try_cast(n.difference as decimal(20, 6)) as difference,
    try_cast(n.tolerance as decimal(20, 6)) as tolerance,
    n.base_unit,
    cast(n.missing as varchar[]) as missing,
    try_cast(n.implied as decimal(20, 6)) as implied,
    n.detail,
    n.operands,
    case when e.verdict_id is null then c.same_cause_as end as same_cause_as
from named as n
left join elsewhere as e on n.verdict_id = e.verdict_id
left join causes as c on n.verdict_id = c.verdict_id
