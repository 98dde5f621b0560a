-- Every place a verdict can point to: figures, rows of scoring tables, things seen and said, with the words that stand there.
with places as (
    select report_id, figure_id as source_id, stage, fiscal_year, coalesce(economic_code, function_code) is not null as is_class, measure, base_unit, quote, page, char_start, char_end, table_no, row_no, column_no
    from {{ ref('stg_figures') }}
    union all
    select report_id, indicator_id, null, null, false, null, 'points', concat_ws(' ', level_3, coalesce(full_marks, shared_full_marks), coalesce(score, shifted_points)),
        page, char_start, char_end, table_no, row_no, column_no
    from {{ ref('stg_indicators') }}
    union all
    select report_id, observation_id, null, null, false, null, null, text, page, char_start, char_end, table_no, row_no, column_no
    from {{ ref('stg_observations') }}
    union all
    select report_id, statement_id, null, null, false, null, null, text, page, char_start, char_end, table_no, row_no, column_no
    from {{ ref('stg_statements') }}
)

select
    *,
    case when table_no is not null
         then concat('表', table_no, '第', row_no, '行', case when column_no is not null then '第' || column_no || '列' end)
         else concat(case when page is not null then '第' || page || '页' end, '第', char_start + 1, '字') end as place_zh,
    case when table_no is not null
         then concat('table ', table_no, ' row ', row_no, case when column_no is not null then ' column ' || column_no end)
         else concat(case when page is not null then 'page ' || page || ' ' end, 'character ', char_start + 1) end as place_en,
    -- as text from here on: it is only copied
    cast(to_json(struct_pack(page := page, char_start := char_start, char_end := char_end, "table" := table_no, "row" := row_no, "column" := column_no)) as varchar) as locator
from places
