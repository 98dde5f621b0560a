-- Values of the year before: from the report itself, else from the latest report of the same department and kind for that year.
with owners as (
    select report_id, fiscal_year, report_kind, arrival_no, received_at, {{ department_key('department_name', 'coalesce(region_code, region_name)') }} as department_id
    from {{ ref('stg_reports') }}
),

values_of_reports as (
    select v.*, o.department_id, o.fiscal_year as report_year, o.report_kind, coalesce(o.arrival_no, 0) as arrival_no, o.received_at
    from {{ ref('int_values') }} as v
    inner join owners as o on v.report_id = o.report_id
    where v.place = 'all' and v.agrees
),

candidates as (
    select v.* exclude (report_id, department_id, report_year, report_kind), v.report_id, v.report_id as source_report_id, 1 as choice
    from values_of_reports as v
    where v.fiscal_year = v.report_year - 1

    union all

    select v.* exclude (report_id, department_id, report_year, report_kind), o.report_id, v.report_id as source_report_id, 2 as choice
    from values_of_reports as v
    inner join owners as o on v.department_id = o.department_id and v.report_id <> o.report_id and v.fiscal_year = o.fiscal_year - 1
    -- money of one project is not that of another, nor of the whole department
    where v.is_report_year and v.report_kind is not distinct from o.report_kind and v.report_kind is distinct from 'project_self_evaluation'
)

select * exclude (arrival_no, received_at)
from candidates
qualify row_number() over (
    partition by report_id, concept, stage_key, org_scope, fund_key, function_key, economic_key, expenditure_key order by choice, arrival_no desc, received_at desc, source_report_id) = 1
