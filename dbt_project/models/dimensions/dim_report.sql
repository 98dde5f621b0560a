-- Versions of what a department handed in for a year: the latest is current, the earlier ones stay.
-- What came in an earlier run is the earlier version, whatever the clocks say; files of one run go by their time of change.
with reports as (
    select *, {{ department_key('department_name', 'region_code') }} as department_id
    from {{ ref('stg_reports') }}
),

keyed as (
    select
        *,
        -- the same whatever the file is called or however often it is sent again
        coalesce(department_id || '-' || coalesce(cast(fiscal_year as varchar), '') || '-' || coalesce(report_kind, '') || '-' || coalesce(form_family, ''), report_id)
            as report_key
    from reports
)

select
    report_id, report_key, submission_id, document_id, file_name, title, department_id, department_name, region_code, region_name, fiscal_year,
    report_kind, form_family, received_at,
    row_number() over (partition by report_key order by coalesce(arrival_no, 0), received_at, report_id) as version,
    row_number() over (partition by report_key order by coalesce(arrival_no, 0) desc, received_at desc, report_id desc) = 1 as is_current
from keyed
