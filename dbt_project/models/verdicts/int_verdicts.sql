-- All verdicts of all rules, one row per report, rule and instance; a rule that found nothing to judge says so.
-- Verdicts that some rule came to, each with its name. Written out where it is needed: a table of all of them, kept aside to
-- be read twice, would cost more than all the rest.
{%- set nth_instance = "instance || case when nth > 1 then '#' || nth else '' end" %}
{%- set others = 'outcome, severity, reason, expected, actual, difference, tolerance, base_unit, missing, implied, detail, operands' %}
{%- set found %}
    select f.report_id, f.rule_id, f.instance, f.{{ others.replace(', ', ', f.') }}, f.report_id || '/' || f.rule_id || '/' || f.instance as verdict_id
    from {{ ref('int_found') }} as f
    left join repeated as d on f.report_id = d.report_id and f.rule_id = d.rule_id and f.instance = d.instance
    where d.report_id is null
    union all
    select report_id, rule_id, {{ nth_instance }}, {{ others }}, report_id || '/' || rule_id || '/' || {{ nth_instance }}
    from numbered
{%- endset %}
with stated as (
    select distinct report_id, concept, stage_key from {{ ref('int_values') }}
),

-- What a rule cannot do without: one side of each kind; of several choices the usual one, the initial budget, is named.
needed as (
    -- a number of the year before is never among the report's own
    select rule_id, role, pair, operand_no, case when role = 'prior' then 'prior_year' else concept end as concept, case when role <> 'prior' then stage end as stage
    from {{ ref('stg_rule_operands') }}
    where concept <> '*' and requirement in ('required', 'required_inside_or_beside') and role not in ('include', 'exclude') and pair = 1
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

-- What happened twice at one place is told apart by a number; hardly anything does, so the rest is not sorted.
repeated as (
    select report_id, rule_id, instance
    from {{ ref('int_found') }}
    group by report_id, rule_id, instance
    having count(*) > 1
),

numbered as (
    select f.*, row_number() over (partition by f.report_id, f.rule_id, f.instance order by cast(f.operands as varchar)) as nth
    from {{ ref('int_found') }} as f
    inner join repeated as d on f.report_id = d.report_id and f.rule_id = d.rule_id and f.instance = d.instance
),

contradictions as (
    select v.verdict_id, v.report_id, v.rule_id, r.yields_to, u.report_id is not null as is_uncorroborated,
        list_transform(v.operands, lambda o: o.figure_id) as source_ids
    from ({{ found }}) as v
    inner join {{ ref('stg_rules') }} as r on v.rule_id = r.rule_id
    left join {{ ref('int_uncorroborated') }} as u on v.report_id = u.report_id and v.rule_id = u.rule_id and v.instance = u.instance
    where v.outcome = 'contradiction'
),

-- The same figures are already reported under a rule that sees more of them.
elsewhere as (
    select distinct c.verdict_id
    from contradictions as c
    inner join contradictions as other
        on c.report_id = other.report_id and list_contains(c.yields_to, other.rule_id) and list_has_all(other.source_ids, c.source_ids)
    -- not under one that is asserted less
    where c.is_uncorroborated or not other.is_uncorroborated
),

-- Readings that nothing confirms contradict nobody: they are shown, to be looked up.
judged as (
    select v.* replace (
        case when u.report_id is not null and v.outcome = 'contradiction' then 'weakness' else v.outcome end as outcome,
        case when u.report_id is not null and v.outcome = 'contradiction' then 'uncorroborated' else v.reason end as reason)
    from ({{ found }}) as v
    left join {{ ref('int_uncorroborated') }} as u on v.report_id = u.report_id and v.rule_id = u.rule_id and v.instance = u.instance
)

select
    v.verdict_id,
    v.report_id,
    v.rule_id,
    v.instance,
    case when e.verdict_id is not null then 'not_run' else v.outcome end as outcome,
    case when v.severity is not null then v.severity
         -- what is only unsupported or unusual is never an error
         when v.outcome = 'weakness' and r.severity = 'error' then 'warning' else r.severity end as severity,
    case when e.verdict_id is not null then 'reported_elsewhere' else v.reason end as reason,
    try_cast(v.expected as decimal(20, 6)) as expected,
    try_cast(v.actual as decimal(20, 6)) as actual,
    try_cast(v.difference as decimal(20, 6)) as difference,
    try_cast(v.tolerance as decimal(20, 6)) as tolerance,
    v.base_unit,
    cast(v.missing as varchar[]) as missing,
    try_cast(v.implied as decimal(20, 6)) as implied,
    v.detail,
    v.operands
from judged as v
inner join {{ ref('stg_rules') }} as r on v.rule_id = r.rule_id
left join elsewhere as e on v.verdict_id = e.verdict_id
union all
select
    s.report_id || '/' || s.rule_id || '/report', s.report_id, s.rule_id, 'report', s.outcome, r.severity,
    case when s.outcome = 'not_applicable' then 'no_subject' when array_length(s.missing) = 0 then 'no_match' else 'missing' end,
    null, null, null, null, null, cast(s.missing as varchar[]), null, null, {{ no_operands() }}
from silent as s
inner join {{ ref('stg_rules') }} as r on s.rule_id = r.rule_id
