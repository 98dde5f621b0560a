-- Every place a verdict can point to: figures, rows of scoring tables, things seen and said, with the words that stand there.
with places as (
    select report_id, figure_id as source_id, stage, fiscal_year, coalesce(economic_code, function_code) is not null as is_class, measure, base_unit, quote, page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words
    from {{ ref('stg_figures') }}
    union all
    select report_id, indicator_id, null, null, false, null, 'points', concat_ws(' ', level_3, coalesce(full_marks, shared_full_marks), coalesce(score, shifted_points)),
        page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words
    from {{ ref('stg_indicators') }}
    union all
    select report_id, observation_id, null, null, false, null, null, text, page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words
    from {{ ref('stg_observations') }}
    union all
    select report_id, statement_id, null, null, false, null, null, text, page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words
    from {{ ref('stg_statements') }}
)

select
    *,
    -- as place_in_words (orchestration/commands/check_output.py) says them; a page tells more than the number of a paragraph
    concat(
        case when page is not null then concat('第', page, '页') end,
        case
            when table_no is not null then concat('表', table_no, '第', row_no, '行', case when column_no is not null then concat('第', column_no, '列') end)
            when page is not null then case when paragraph_words is not null then concat('“', paragraph_words, '”段') end
            when paragraph_no is not null then concat('第', paragraph_no, '段', case when paragraph_words is not null then concat('“', paragraph_words, '”') end)
            when paragraph_words is not null then concat('表内“', paragraph_words, '”段')
            else concat('第', char_start + 1, '字') end) as place_zh,
    concat(
        case when page is not null then concat('page ', page, case when table_no is not null or paragraph_words is not null then ' ' end) end,
        case
            when table_no is not null then concat('table ', table_no, ' row ', row_no, case when column_no is not null then concat(' column ', column_no) end)
            when page is not null then case when paragraph_words is not null then concat('paragraph “', paragraph_words, '”') end
            when paragraph_no is not null then concat('paragraph ', paragraph_no, case when paragraph_words is not null then concat(' “', paragraph_words, '”') end)
            when paragraph_words is not null then concat('in a table “', paragraph_words, '”')
            else concat('character ', char_start + 1) end) as place_en,
    -- as text from here on: it is only copied
    cast(to_json(struct_pack(page := page, char_start := char_start, char_end := char_end, "table" := table_no, "row" := row_no, "column" := column_no,
        paragraph := paragraph_no, words := paragraph_words)) as varchar) as locator
from places
