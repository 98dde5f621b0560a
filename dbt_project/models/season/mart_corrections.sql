-- What was corrected: the number as reported beside the number that is used instead, or why it could not be used.
select
    concat_ws('/', c.correction_id, c.figure_id) as correction_figure_id,
    c.correction_id, c.state, c.report_id, d.department_name, c.figure_id, c.concept, f.measure, f.stage, f.fiscal_year, c.base_unit,
    c.reported_printed, c.reported_value_base, c.corrected_value || coalesce(c.corrected_unit, '') as corrected_printed, c.corrected_value_base, c.quote,
    c.reason, c.author, c.recorded_at,
    case c.state
        when 'applied' then null when 'other_folder' then null
        when 'unknown_report' then '更正 ' || c.correction_id || '：没有编号为 ' || c.report_id || ' 的报告。请核对报告编号，或用 jihe correct --withdraw ' || c.correction_id || ' 撤销。'
        when 'matches_nothing' then '更正 ' || c.correction_id || '：报告 ' || c.report_id || ' 中没有符合条件的数字（' || c.concept || '）。请核对条件，或用 jihe correct --withdraw ' || c.correction_id || ' 撤销。'
        when 'matches_several' then '更正 ' || c.correction_id || '：报告 ' || c.report_id || ' 中有 ' || c.figures || ' 个数字符合条件（' || c.concept || '），只能对应一个。请写明原文数字或位置，或注明全部更正（matches = all）。'
        when 'corrected_twice' then '更正 ' || c.correction_id || '：同一个数字另有一条更正。请撤销其中一条：jihe correct --withdraw ' || c.correction_id || '。'
        when 'wrong_unit' then '更正 ' || c.correction_id || '：单位“' || c.corrected_unit || '”与原文数字的单位不符。'
        else '更正 ' || c.correction_id || '：所指的原文（' || c.concept || '）不是数值，不能更正。'
    end as problem_zh,
    case c.state
        when 'applied' then null when 'other_folder' then null
        when 'unknown_report' then 'Correction ' || c.correction_id || ': there is no report ' || c.report_id || '.'
        when 'matches_nothing' then 'Correction ' || c.correction_id || ': report ' || c.report_id || ' has no such figure (' || c.concept || ').'
        when 'matches_several' then 'Correction ' || c.correction_id || ': ' || c.figures || ' figures of report ' || c.report_id || ' match (' || c.concept || '); it must be one.'
        when 'corrected_twice' then 'Correction ' || c.correction_id || ': another correction names the same figure.'
        when 'wrong_unit' then 'Correction ' || c.correction_id || ': the unit does not fit the figure.'
        else 'Correction ' || c.correction_id || ': what it names is no number.'
    end as problem_en
from {{ ref('int_corrections') }} as c
left join {{ ref('stg_figures') }} as f on c.figure_id = f.figure_id
left join {{ ref('dim_report') }} as d on c.report_id = d.report_id
