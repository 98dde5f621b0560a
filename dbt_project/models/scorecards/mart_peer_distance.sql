-- Each ratio of each department beside the others of its kind, level and year. The distance is counted in median absolute
-- deviations, which a few wrong figures do not move; fewer than three peers, or peers all alike, give none.
{% set ratios = [
    'budget_completion_rate_pct', 'basic_share_pct', 'project_share_pct', 'key_expenditure_rate_pct',
    'public_expenditure_control_rate_pct', 'three_public_control_rate_pct', 'carryover_rate_pct',
    'procurement_execution_rate_pct', 'fixed_asset_utilisation_rate_pct', 'staff_control_rate_pct'] %}
with words as (
    select t.type_id, row_number() over (order by t.type_id) as line, unnest(string_split(t.words, '|')) as word
    from {{ ref('department_types') }} as t
),

-- the longest word of the dictionary that the name holds decides
typed as (
    select d.department_id, first(w.type_id order by length(w.word) desc, w.line) as department_type
    from {{ ref('dim_department') }} as d
    inner join words as w on contains(d.department_name, w.word)
    group by d.department_id
),

stated as (
    {%- for ratio in ratios %}
    select scorecard_id, report_id, department_id, department_name, region_code, fiscal_year, '{{ ratio }}' as ratio, {{ ratio }} as value_pct
    from {{ ref('mart_department_scorecard') }} where {{ ratio }} is not null
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

placed as (
    select s.*, coalesce(t.department_type, 'other') as department_type, coalesce(r.level, 'unknown') as region_level
    from stated as s
    left join typed as t on s.department_id = t.department_id
    left join {{ ref('dim_region') }} as r on s.region_code = r.region_code
),

grouped as (
    select
        *,
        count(*) over peers as departments,
        {{ middle('median(value)', 'value_pct', 'over peers') }} as median_pct
    from placed
    window peers as (partition by department_type, region_level, fiscal_year, ratio)
),

spread as (
    select *, {{ middle('median(value)', 'abs(value_pct - median_pct)', 'over peers') }} as deviation_pct
    from grouped
    window peers as (partition by department_type, region_level, fiscal_year, ratio)
)

select
    scorecard_id || '/' || ratio as distance_id,
    scorecard_id, report_id, department_name, department_type, region_level, fiscal_year, ratio, value_pct, departments, median_pct,
    case when departments >= 3 and deviation_pct > 0
        -- 1.4826 deviations of a normal distribution are its standard deviation
        then cast((value_pct - median_pct) / (1.4826 * deviation_pct) as decimal(18, 1)) end as robust_z
from spread
