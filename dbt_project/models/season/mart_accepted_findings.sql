-- What was accepted as explained, and whether that still holds: only for what was found then, in whichever version of the report.
with wanted as (
    select * from {{ run_file('accepted_findings', 'JIHE_ACCEPTED_FINDINGS') }}
),

found as (
    select
        w.acceptance_id,
        count(*) as findings,
        bool_or(f.evidence = w.evidence) as is_same,
        arg_max(f.finding_id, (f.evidence = w.evidence, f.status not in ('superseded', 'withdrawn'), f.report_id)) as finding_id,
        max(f.rule_id) as rule_id,
        arg_max(f.report_id, (f.evidence = w.evidence, f.status not in ('superseded', 'withdrawn'), f.report_id)) as report_id
    from wanted as w
    inner join {{ ref('fct_findings') }} as f on w.fingerprint = f.fingerprint
    group by w.acceptance_id
),

received as (
    select distinct left(document_id, 16) as report_id from {{ lake('documents') }}
),

judged as (
    select
        w.acceptance_id, w.fingerprint, w.evidence, w.reason, w.author, w.recorded_at, f.finding_id,
        coalesce(f.rule_id, w.rule_id) as rule_id, coalesce(f.report_id, w.report_id) as report_id,
        case
            when f.is_same then 'accepted'
            when f.findings > 0 then 'changed'
            -- the command writes down which report and rule it was: a finding that is no longer made is no mistake
            when w.rule_id in (select rule_id from {{ ref('dim_rule') }}) and w.report_id in (select report_id from {{ ref('stg_reports') }}) then 'gone'
            when w.report_id in (select report_id from received) and w.report_id not in (select report_id from {{ ref('stg_documents') }}) then 'other_folder'
            else 'matches_nothing'
        end as state
    from wanted as w
    left join found as f on w.acceptance_id = f.acceptance_id
)

select
    *,
    case when state = 'matches_nothing' then '说明 ' || acceptance_id || '：没有编号为 ' || fingerprint || ' 的问题。请核对编号，或用 jihe accept --withdraw ' || acceptance_id || ' 撤销。' end as problem_zh,
    case when state = 'matches_nothing' then 'Acceptance ' || acceptance_id || ': there is no finding ' || fingerprint || '.' end as problem_en
from judged
