-- Final accounts of a department beside the year before: as its own report of that year says, else as this one tells it.
-- Amounts on which reports of one year do not agree are left out.
with stated as (
    select
        p.department_id, any_value(p.department_name) as department_name, any_value(p.region_code) as region_code,
        s.concept, coalesce(s.stage, 'none') as stage_key, p.fiscal_year as report_year, s.fiscal_year,
        min(s.value_yuan) as value_yuan
    from {{ ref('fct_spending') }} as s
    inner join {{ ref('dim_report') }} as p on s.report_id = p.report_id
    where
        p.is_current and p.department_id is not null and s.value_yuan is not null
        and (s.stage = 'final_account' or s.stage is null) and s.fiscal_year in (p.fiscal_year, p.fiscal_year - 1)
        and s.org_scope = 'department' and s.fund_scope is null and s.function_code is null and s.economic_code is null
        and s.expenditure_scope is null
    group by p.department_id, s.concept, coalesce(s.stage, 'none'), p.fiscal_year, s.fiscal_year
    having min(s.value_yuan) = max(s.value_yuan)
),

compared as (
    select
        this.*,
        coalesce(own.value_yuan, told.value_yuan) as before_yuan,
        case when own.value_yuan is not null then 'earlier_report' else 'same_report' end as before_source
    from stated as this
    left join stated as own
        on this.department_id = own.department_id and this.concept = own.concept and this.stage_key = own.stage_key
        and own.report_year = this.report_year - 1 and own.fiscal_year = own.report_year
    left join stated as told
        on this.department_id = told.department_id and this.concept = told.concept and this.stage_key = told.stage_key
        and told.report_year = this.report_year and told.fiscal_year = this.report_year - 1
    where this.fiscal_year = this.report_year
)

select
    concat_ws('/', department_id, concept, stage_key, cast(fiscal_year as varchar)) as change_id,
    department_id, department_name, region_code, concept, nullif(stage_key, 'none') as stage, fiscal_year,
    before_yuan, value_yuan as now_yuan,
    cast(value_yuan - before_yuan as decimal(20, 6)) as change_yuan,
    cast({{ percent_of('value_yuan', 'before_yuan') }} - 100 as decimal(18, 2)) as change_pct,
    before_source
from compared
where before_yuan is not null
