-- Two versions of one report: every number that is in one of them only, or is stated otherwise.
with pairs as (
    {{ version_pairs() }}
),

stated as (
    select
        report_id, 'figure' as kind, concept, measure, stage, fiscal_year as figure_year, org_scope, fund_scope, function_code, economic_code,
        expenditure_scope, base_concept, base_stage, cast(null as varchar) as item, label, char_start, base_unit,
        coalesce(cast(value_base as varchar), value) as stated, value_base, printed
    from {{ ref('fct_figures') }}

    union all

    -- points of the scoring table, by the path of their row
    select
        report_id, 'points', {{ (['null'] * 11) | join(', ') }}, nullif(concat_ws(' / ', level_1, level_2, level_3), '') as item, coalesce(level_3, level_2, level_1) as label, char_start,
        'points' as base_unit, concat_ws('/', score_points, full_marks_points) as stated, score_points as value_base,
        concat_ws(' / ', score_points, full_marks_points) as printed
    from {{ ref('fct_indicators') }}
    where row_kind = 'item' and coalesce(score_points, full_marks_points) is not null
),

facts as (
    select
        report_id, kind, concept, measure, stage, figure_year, org_scope, fund_scope, function_code, economic_code, expenditure_scope, base_concept, base_stage, item,
        concat_ws('|', kind, concept, measure, coalesce(stage, ''), coalesce(figure_year, 0), coalesce(org_scope, ''), coalesce(fund_scope, ''), coalesce(function_code, ''),
            coalesce(economic_code, ''), coalesce(expenditure_scope, ''), coalesce(base_concept, ''), coalesce(base_stage, ''), item) as fact_key,
        arg_min(label, char_start) as label,
        any_value(base_unit) as base_unit,
        list_sort(list(distinct stated)) as stated,
        list(distinct printed order by printed) as printed,
        case when min(value_base) = max(value_base) then min(value_base) end as value_base
    from stated
    where report_id in (select from_report_id from pairs union all select to_report_id from pairs)
    group by all
),

earlier as (
    select p.*, f.* exclude (report_id) from pairs as p inner join facts as f on p.from_report_id = f.report_id
),

later as (
    select p.*, f.* exclude (report_id) from pairs as p inner join facts as f on p.to_report_id = f.report_id
)

select
    left(md5(concat_ws('|', coalesce(b.pair_id, a.pair_id), coalesce(b.fact_key, a.fact_key))), 16) as change_id,
    coalesce(b.report_key, a.report_key) as report_key,
    coalesce(b.department_name, a.department_name) as department_name,
    coalesce(b.fiscal_year, a.fiscal_year) as fiscal_year,
    coalesce(b.from_version, a.from_version) as from_version,
    coalesce(b.to_version, a.to_version) as to_version,
    coalesce(b.from_report_id, a.from_report_id) as from_report_id,
    coalesce(b.to_report_id, a.to_report_id) as to_report_id,
    case when a.fact_key is null then 'added' when b.fact_key is null then 'removed' else 'changed' end as change,
    {%- for column in ['kind', 'concept', 'measure', 'stage', 'figure_year', 'org_scope', 'fund_scope', 'function_code', 'economic_code', 'expenditure_scope', 'item', 'label', 'base_unit'] %}
    coalesce(b.{{ column }}, a.{{ column }}) as {{ column }},
    {%- endfor %}
    coalesce(a.printed, []) as from_printed,
    coalesce(b.printed, []) as to_printed,
    a.value_base as from_value_base,
    b.value_base as to_value_base,
    try_cast(b.value_base - a.value_base as decimal(20, 6)) as difference
from earlier as a
full outer join later as b on a.pair_id = b.pair_id and a.fact_key = b.fact_key
where a.stated is distinct from b.stated
