-- Corrections that hold, each with the figures it names; what cannot be applied says why and stops publication.
with wanted as (
    select * from {{ run_file('corrections', 'JIHE_CORRECTIONS') }}
),

-- Every document of this home: a correction of a report of another folder waits, one of no report is a mistake.
received as (
    select distinct left(document_id, 16) as report_id from {{ lake('documents') }}
),

named as (
    select w.correction_id, f.figure_id, f.value, f.unit, f.decimals, f.value_base, f.base_unit, f.printed, f.quote
    from wanted as w
    inner join {{ ref('stg_figures') }} as f
        on w.report_id = f.report_id and w.concept = f.concept
        {%- for column in ['measure', 'stage', 'fiscal_year', 'org_scope', 'fund_scope', 'function_code', 'economic_code', 'expenditure_scope', 'printed', 'char_start'] %}
        and coalesce(w.{{ column }} = f.{{ column }}, w.{{ column }} is null)
        {%- endfor %}
),

numbered as (
    select
        w.* exclude (unit, line_no, printed), n.* exclude (correction_id),
        coalesce(w.unit, n.unit) as corrected_unit,
        n.unit as reported_unit,
        count(n.figure_id) over (partition by w.correction_id) as figures,
        case when n.figure_id is not null then count(*) over (partition by n.figure_id) end as corrections,
        r.report_id is not null as is_known,
        w.report_id in (select report_id from {{ ref('stg_documents') }}) as is_here
    from wanted as w
    left join named as n on w.correction_id = n.correction_id
    left join received as r on w.report_id = r.report_id
),

judged as (
    select
        *,
        case
            when not is_known then 'unknown_report'
            when not is_here then 'other_folder'
            when figures = 0 then 'matches_nothing'
            when figures > 1 and coalesce(matches, 'one') = 'one' then 'matches_several'
            when corrections > 1 then 'corrected_twice'
            when base_unit is null then 'not_a_number'
            when corrected_unit is distinct from reported_unit and {{ base_of_unit('corrected_unit') }} is distinct from base_unit then 'wrong_unit'
            else 'applied'
        end as state_of_figure
    from numbered
)

select
    correction_id, report_id, concept, measure, stage, fiscal_year, figure_id,
    value as reported_value, reported_unit, value_base as reported_value_base, printed as reported_printed, quote,
    new_value as corrected_value, corrected_unit,
    cast(length(regexp_extract(new_value, '\.(\d+)$', 1)) as bigint) as corrected_decimals,
    try_cast(new_value || 'e' || ({{ unit_exponent('corrected_unit') }}) as decimal(20, 6)) as corrected_value_base,
    base_unit,
    new_value || coalesce(corrected_unit, '') || '（原报' || printed || '）' as corrected_printed,
    figures, reason, author, recorded_at,
    -- one bad figure stops the whole correction
    coalesce(max(case when state_of_figure <> 'applied' then state_of_figure end) over (partition by correction_id), 'applied') as state
from judged
