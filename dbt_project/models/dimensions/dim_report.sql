-- Versions of what a department handed in for a year: the latest that still lies in the inbox is current, the others stay.
-- What came in an earlier run is the earlier version, whatever the clocks say; files of one run go by their time of change.
with reports as (
    select *, {{ department_key('department_name', 'coalesce(region_code, region_name)') }} as department_id
    from {{ ref('stg_reports') }}
),

-- Reports on several projects are several reports; where none is named, files of one name are versions of each other.
projects as (
    select report_id, array_to_string(list_sort(list(distinct text)), '、') as project_name
    from {{ ref('stg_observations') }}
    where kind = 'project_name'
    group by report_id
),

first_received as (
    select document_id, min(received_at) as received_at from {{ ref('stg_documents') }} group by document_id
),

ordered as (
    select
        r.* exclude (received_at),
        p.project_name,
        f.received_at,
        r.department_id || '-' || coalesce(cast(r.fiscal_year as varchar), '') || '-' || coalesce(r.report_kind, '')
            || case when r.report_kind = 'project_self_evaluation' then '-' || left(md5(coalesce(p.project_name, {{ plain_name('r.file_name') }})), 8) else '' end as duty,
        row_number() over (order by coalesce(r.arrival_no, 0), f.received_at, r.report_id) as place
    from reports as r
    inner join first_received as f on r.document_id = f.document_id
    left join projects as p on r.report_id = p.report_id
),

-- Two forms for one year are two parts of one submission (a text and its table), unless the later says again what the earlier said.
several as (
    select * from ordered
    where duty in (select duty from ordered group by duty having count(distinct coalesce(form_family, '')) > 1)
),

facts as (
    select distinct report_id, concept, coalesce(stage, '') as stage, coalesce(fiscal_year, 0) as fiscal_year
    from {{ ref('stg_figures') }}
    where measure = 'level' and report_id in (select report_id from several)
),

sizes as (
    select s.report_id, count(f.concept) as facts, s.report_id in (select report_id from {{ ref('stg_indicators') }}) as has_table
    from several as s
    left join facts as f on s.report_id = f.report_id
    group by s.report_id
),

replaced as (
    select b.report_id, arg_min(a.form_family, a.place) as form_family
    from several as a
    inner join several as b on a.duty = b.duty and a.place < b.place and a.form_family is distinct from b.form_family
    inner join sizes as n on a.report_id = n.report_id
    inner join sizes as m on b.report_id = m.report_id
    where n.facts > 0 and (m.has_table or not n.has_table)
        and 2 * (select count(*) from facts as f inner join facts as g using (concept, stage, fiscal_year)
                 where f.report_id = a.report_id and g.report_id = b.report_id) >= n.facts
    group by b.report_id
),

keyed as (
    select
        o.*,
        -- the same whatever the file is called or however often it is sent again
        coalesce(o.duty || '-' || coalesce(case when r.report_id is null then o.form_family else r.form_family end, ''), o.report_id) as report_key,
        coalesce(o.presence, 'here') <> 'removed' as is_here
    from ordered as o
    left join replaced as r on o.report_id = r.report_id
)

select
    report_id, report_key, submission_id, document_id, file_name, title, department_id, department_name, region_code, region_name, fiscal_year,
    report_kind, project_name, form_family, received_at,
    row_number() over (partition by report_key order by place) as version,
    is_here and row_number() over (partition by report_key, is_here order by place desc) = 1 as is_current,
    not is_here and row_number() over (partition by report_key order by place desc) = 1 as is_withdrawn
from keyed
