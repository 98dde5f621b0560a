{{ config(tags=['whole']) }}
select
    department_id,
    any_value(department_name) as department_name,
    any_value(region_code) as region_code,
    any_value(region_name) as region_name,
    count(*) as report_count
from {{ ref('dim_report') }}
where department_id is not null
group by department_id
