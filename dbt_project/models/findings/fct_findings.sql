-- Verdicts that a reviewer must read: contradictions and weaknesses that the consistency expectations flagged.
{% set run_at = "cast(coalesce(nullif('" ~ env_var('JIHE_RUN_AT', '') ~ "', ''), cast(current_timestamp as varchar)) as timestamp with time zone)" %}
with flagged as (
    select rule_id, report_id, instance, string_agg(distinct expectation, ', ') as expectation
    from {{ run_file('expectations', 'JIHE_EXPECTATIONS') }}
    group by rule_id, report_id, instance
),

fingerprinted as (
    select
        v.*, f.expectation, p.is_current, p.is_withdrawn,
        left(md5(concat_ws('|', v.rule_id, p.report_key, v.instance)), 16) as fingerprint,
        -- what was found, apart from where: an explanation holds only as long as this is the same
        left(md5(concat_ws('|', v.outcome, v.difference, array_to_string(list_sort({{ texts_in_json('v.operands', 'printed') }}), '|'))), 16) as evidence
    from {{ ref('fct_verdicts') }} as v
    inner join flagged as f on v.rule_id = f.rule_id and v.report_id = f.report_id and v.instance = f.instance
    inner join {{ ref('dim_report') }} as p on v.report_id = p.report_id
    where v.outcome in ('contradiction', 'weakness')
),

seen as (
    select fingerprint, min(first_seen) as first_seen
    from {{ run_file('findings_seen', 'JIHE_FINDINGS_SEEN') }}
    group by fingerprint
),

accepted as (
    select fingerprint, evidence, reason, author, recorded_at
    from {{ run_file('accepted_findings', 'JIHE_ACCEPTED_FINDINGS') }}
    qualify row_number() over (partition by fingerprint, evidence order by recorded_at desc, acceptance_id desc) = 1
)

select
    d.verdict_id as finding_id,
    d.fingerprint,
    d.verdict_id,
    d.report_id,
    d.rule_id,
    d.instance,
    d.outcome,
    d.severity,
    d.reason,
    d.expectation,
    d.difference,
    d.base_unit,
    d.message_zh,
    d.message_en,
    d.quotes,
    d.locators,
    d.same_cause_as,
    -- every rule that saw the same cause, this one among them
    list_sort(list_distinct(list(d.rule_id) over (partition by coalesce(d.same_cause_as, d.verdict_id)))) as seen_by,
    cast(coalesce(s.first_seen, {{ run_at }}) as timestamp with time zone) as first_seen,
    {{ run_at }} as last_seen,
    case when d.is_withdrawn then 'withdrawn' when not d.is_current then 'superseded' when a.fingerprint is not null then 'accepted' else 'open' end as status,
    d.evidence,
    a.reason as accepted_reason,
    a.author as accepted_by,
    cast(a.recorded_at as timestamp with time zone) as accepted_at
from fingerprinted as d
left join seen as s on d.fingerprint = s.fingerprint
left join accepted as a on d.fingerprint = a.fingerprint and d.evidence = a.evidence
