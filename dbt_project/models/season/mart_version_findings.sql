-- Two versions of one report: what became of each finding of the earlier one, and which are new.
with pairs as (
    {{ version_pairs() }}
),

earlier as (
    select p.*, f.* from pairs as p inner join {{ ref('fct_findings') }} as f on p.from_report_id = f.report_id
),

later as (
    select p.*, f.* from pairs as p inner join {{ ref('fct_findings') }} as f on p.to_report_id = f.report_id
),

-- What the later version's rules could say: without their numbers a finding is gone but not resolved.
judged as (
    select
        report_id, rule_id, instance, bool_or(outcome in ('pass', 'not_applicable')) as is_passed,
        -- still seen, though perhaps told under another rule that saw the same cause
        bool_or(outcome in ('contradiction', 'weakness')) as is_seen
    from {{ ref('fct_verdicts') }}
    where report_id in (select to_report_id from pairs union all select from_report_id from pairs)
    group by all
),

judged_rules as (
    select report_id, rule_id, bool_or(is_passed) as is_passed
    from judged
    group by all
)

select
    left(md5(concat_ws('|', coalesce(b.pair_id, a.pair_id), coalesce(b.fingerprint, a.fingerprint))), 16) as change_id,
    coalesce(b.report_key, a.report_key) as report_key,
    coalesce(b.department_name, a.department_name) as department_name,
    coalesce(b.fiscal_year, a.fiscal_year) as fiscal_year,
    coalesce(b.from_version, a.from_version) as from_version,
    coalesce(b.to_version, a.to_version) as to_version,
    coalesce(b.from_report_id, a.from_report_id) as from_report_id,
    coalesce(b.to_report_id, a.to_report_id) as to_report_id,
    coalesce(b.fingerprint, a.fingerprint) as fingerprint,
    coalesce(b.rule_id, a.rule_id) as rule_id,
    coalesce(b.instance, a.instance) as instance,
    case
        when b.fingerprint is not null and (a.fingerprint is not null or coalesce(j.is_seen, false)) then 'still_open'
        when a.fingerprint is null then 'new'
        when coalesce(i.is_seen, false) then 'still_open'
        when coalesce(i.is_passed, r.is_passed, false) then 'resolved'
        else 'not_checked'
    end as state,
    coalesce(a.evidence is distinct from b.evidence and a.fingerprint is not null and b.fingerprint is not null, false) as is_changed,
    coalesce(b.severity, a.severity) as severity,
    coalesce(b.message_zh, a.message_zh) as message_zh,
    coalesce(b.message_en, a.message_en) as message_en,
    a.difference as from_difference,
    b.difference as to_difference,
    coalesce(b.base_unit, a.base_unit) as base_unit
from earlier as a
full outer join later as b on a.pair_id = b.pair_id and a.fingerprint = b.fingerprint
left join judged as i on a.to_report_id = i.report_id and a.rule_id = i.rule_id and a.instance = i.instance
left join judged_rules as r on a.to_report_id = r.report_id and a.rule_id = r.rule_id
left join judged as j on b.from_report_id = j.report_id and b.rule_id = j.rule_id and b.instance = j.instance
