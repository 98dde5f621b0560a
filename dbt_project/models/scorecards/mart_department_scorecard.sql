-- The standard ratios that the stated figures allow, with scores and findings; one row per department and year.
{% set spending = [
    ('total_final', 'total_expenditure', 'final_account'), ('total_initial', 'total_expenditure', 'initial_budget'),
    ('total_adjusted', 'total_expenditure', 'adjusted_budget'), ('revenue_final', 'total_revenue', 'final_account'),
    ('basic_final', 'basic_expenditure', 'final_account'), ('project_final', 'project_expenditure', 'final_account'),
    ('key_final', 'key_project_expenditure', 'final_account'),
    ('public_final', 'public_expenditure', 'final_account'), ('public_initial', 'public_expenditure', 'initial_budget'),
    ('three_public_final', 'three_public_total', 'final_account'), ('three_public_initial', 'three_public_total', 'initial_budget'),
    ('three_public_adjusted', 'three_public_total', 'adjusted_budget'), ('procurement_final', 'procurement_actual', 'final_account'), ('procurement_planned', 'procurement_budget', 'initial_budget'),
    ('closing', 'closing_carryover', 'none'), ('assets_in_use', 'fixed_assets_in_use', 'none'), ('assets_gross', 'fixed_assets_gross', 'none'),
    ('in_service', 'staff_in_service', 'none'), ('quota', 'staff_quota', 'none')] %}
with amounts as (
    select
        report_id,
        {%- for name, concept, stage in spending %}
        max(value_base) filter (concept = '{{ concept }}' and stage_key = '{{ stage }}') as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ ref('int_values') }}
    where place = 'all' and agrees and is_report_year and org_scope = 'department' and fund_key = '' and function_key = '' and economic_key = ''
        and expenditure_key = ''
    group by report_id
),

scores as (
    select
        report_id,
        max(stated_points) filter (score_kind = 'self_evaluation' and level = 'total') as self_score_points,
        max(stated_points) filter (score_kind = 'review' and level = 'total') as review_score_points,
        max(grade) as grade
    from {{ ref('fct_scores') }}
    group by report_id
),

findings as (
    select
        report_id,
        count(*) filter (severity = 'error' and status = 'open') as errors,
        count(*) filter (severity = 'warning' and status = 'open') as warnings,
        count(*) filter (severity = 'info' and status = 'open') as infos,
        count(*) filter (status = 'accepted') as accepted
    from {{ ref('fct_findings') }}
    group by report_id
),

verdicts as (
    select report_id, count(*) as verdicts, count(*) filter (outcome = 'not_run') as not_run
    from {{ ref('fct_verdicts') }}
    group by report_id
)

select
    p.report_key as scorecard_id,
    p.report_id, p.department_id, p.department_name, p.region_code, p.fiscal_year,
    a.total_final as total_expenditure_yuan,
    a.revenue_final as total_revenue_yuan,
    case when a.total_adjusted is not null then 'adjusted_budget' when a.total_initial is not null then 'initial_budget' end as completion_base,
    {{ percent_of('a.total_final', 'coalesce(a.total_adjusted, a.total_initial)') }} as budget_completion_rate_pct,
    {{ percent_of('a.basic_final', 'a.total_final') }} as basic_share_pct,
    {{ percent_of('a.project_final', 'a.total_final') }} as project_share_pct,
    {{ percent_of('a.key_final', 'a.project_final') }} as key_expenditure_rate_pct,
    {{ percent_of('a.public_final', 'a.public_initial') }} as public_expenditure_control_rate_pct,
    {{ percent_of('a.three_public_final', 'coalesce(a.three_public_adjusted, a.three_public_initial)') }} as three_public_control_rate_pct,
    {{ percent_of('a.closing', 'coalesce(a.total_adjusted, a.total_initial)') }} as carryover_rate_pct,
    {{ percent_of('a.procurement_final', 'a.procurement_planned') }} as procurement_execution_rate_pct,
    {{ percent_of('a.assets_in_use', 'a.assets_gross') }} as fixed_asset_utilisation_rate_pct,
    {{ percent_of('a.in_service', 'a.quota') }} as staff_control_rate_pct,
    s.self_score_points, s.review_score_points, s.grade,
    coalesce(f.errors, 0) as findings_error,
    coalesce(f.warnings, 0) as findings_warning,
    coalesce(f.infos, 0) as findings_info,
    coalesce(f.accepted, 0) as findings_accepted,
    coalesce(v.verdicts, 0) as verdicts,
    coalesce(v.not_run, 0) as verdicts_not_run
from {{ ref('dim_report') }} as p
left join amounts as a on p.report_id = a.report_id
left join scores as s on p.report_id = s.report_id
left join findings as f on p.report_id = f.report_id
left join verdicts as v on p.report_id = v.report_id
where p.is_current
