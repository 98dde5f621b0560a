-- What a reviewer must read: contradictions and weaknesses that the consistency expectations flagged, each cause once.
-- Verdicts with the same cause are told under the one that stands nearest to it, with their words, quotes and places.
{% set run_at = "cast(coalesce(nullif('" ~ env_var('JIHE_RUN_AT', '') ~ "', ''), cast(current_timestamp as varchar)) as timestamp with time zone)" %}
with flagged as (
    select rule_id, report_id, instance, string_agg(distinct expectation, ', ') as expectation
    from {{ run_file('expectations', 'JIHE_EXPECTATIONS') }}
    group by rule_id, report_id, instance
),

told as (
    select v.*, f.expectation, coalesce(cause.verdict_id, v.verdict_id) as cause_id
    from {{ ref('fct_verdicts') }} as v
    inner join flagged as f on v.rule_id = f.rule_id and v.report_id = f.report_id and v.instance = f.instance
    left join {{ ref('fct_verdicts') }} as cause on v.same_cause_as = cause.verdict_id and cause.outcome in ('contradiction', 'weakness')
    where v.outcome in ('contradiction', 'weakness')
),

-- Lists are sorted afterwards, the cause itself first.
gathered as (
    select
        cause_id,
        list_sort(list(struct_pack(
            is_consequence := verdict_id <> cause_id, rule_id := rule_id, instance := instance, quotes := quotes,
            locators := nullif(substr(cast(locators as varchar), 2, length(cast(locators as varchar)) - 2), ''),
            figure_ids := {{ texts_in_json('operands', 'figure_id') }},
            -- what was seen and where, without the request that follows
            {%- for language, places, stop in [('zh', '位置：', '。'), ('en', 'Places: ', '.')] %}
            message_{{ language }} := case when contains(message_{{ language }}, '{{ places }}')
                then concat(split_part(message_{{ language }}, '{{ places }}', 1), '{{ places }}', split_part(split_part(message_{{ language }}, '{{ places }}', 2), '{{ stop }}', 1), '{{ stop }}')
                else message_{{ language }} end{{ ',' if not loop.last }}
            {%- endfor %}))) as members
    from told
    group by cause_id
),

together as (
    select
        cause_id,
        list_sort(list_distinct(list_transform(members, lambda m: m.rule_id))) as seen_by,
        flatten(list_transform(members, lambda m: m.quotes)) as quotes,
        array_to_string(list_filter(list_transform(members, lambda m: m.locators), lambda l: l is not null), ',') as locators,
        list_sort(list_distinct(list_filter(flatten(list_transform(members, lambda m: m.figure_ids)), lambda i: i is not null))) as figure_ids,
        array_to_string(list_transform(list_filter(members, lambda m: m.is_consequence), lambda m: concat(m.rule_id, ' ', m.message_zh)), ' ') as more_zh,
        array_to_string(list_transform(list_filter(members, lambda m: m.is_consequence), lambda m: concat(m.rule_id, ' ', m.message_en)), ' ') as more_en
    from gathered
),

fingerprinted as (
    select
        v.* exclude (quotes, locators, message_zh, message_en), t.seen_by, t.quotes, t.locators, t.figure_ids,
        concat(v.message_zh, case when t.more_zh <> '' then '同一原因还见于：' || t.more_zh end) as message_zh,
        concat(v.message_en, case when t.more_en <> '' then ' The same cause is seen by: ' || t.more_en end) as message_en,
        p.is_current, p.is_withdrawn,
        left(md5(concat_ws('|', v.rule_id, p.report_key, v.instance)), 16) as fingerprint,
        -- what was found, apart from where: an explanation holds only as long as this is the same
        left(md5(concat_ws('|', v.outcome, v.difference, array_to_string(list_sort({{ texts_in_json('v.operands', 'printed') }}), '|'),
            case when array_length(t.seen_by) > 1 then array_to_string(t.seen_by, ' ') end)), 16) as evidence
    from told as v
    inner join together as t on v.verdict_id = t.cause_id
    inner join {{ ref('dim_report') }} as p on v.report_id = p.report_id
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
    cast('[' || coalesce(d.locators, '') || ']' as json) as locators,
    d.figure_ids,
    d.seen_by,
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
