-- Rows of scoring tables as numbers: which table each belongs to, and the run of rows of its groups.
with numbered as (
    select
        *,
        try_cast(full_marks as decimal(20, 6)) as marks,
        try_cast(shared_full_marks as decimal(20, 6)) as shared_marks,
        try_cast(score as decimal(20, 6)) as points,
        try_cast(shifted_points as decimal(20, 6)) as shifted,
        try_cast(level_1_full_marks as decimal(20, 6)) as level_1_marks,
        try_cast(level_2_full_marks as decimal(20, 6)) as level_2_marks,
        regexp_replace(coalesce(level_1, ''), '\s', '', 'g') as level_1_name,
        regexp_replace(coalesce(level_2, ''), '\s', '', 'g') as level_2_name,
        -- a scoring table ends with its total row, over however many pages it is broken
        coalesce(sum(case when row_kind = 'total' then 1 else 0 end) over (
            partition by report_id order by char_start, indicator_id rows between unbounded preceding and 1 preceding), 0) as totals_before
    from {{ ref('stg_indicators') }}
),

marked as (
    select
        *,
        row_kind = 'item' and level_1_name is distinct from lag(level_1_name) over (
            partition by report_id, totals_before, row_kind order by char_start, indicator_id) as starts_level_1,
        row_kind = 'item' and (level_1_name, level_2_name) is distinct from lag((level_1_name, level_2_name)) over (
            partition by report_id, totals_before, row_kind order by char_start, indicator_id) as starts_level_2
    from numbered
)

select
    *,
    cast(totals_before + 1 as integer) as score_table,
    sum(cast(starts_level_1 as integer)) over (partition by report_id, totals_before, row_kind order by char_start, indicator_id) as level_1_run,
    sum(cast(starts_level_2 as integer)) over (partition by report_id, totals_before, row_kind order by char_start, indicator_id) as level_2_run,
    -- the points of a merged cell count once, with its first row
    case when shared_group is not null and marks is null then
        row_number() over (partition by report_id, totals_before, shared_group order by char_start, indicator_id) = 1 else true end as is_first_of_shared,
    -- a number that slid into a column of words stands for the points that are missing
    coalesce(points, shifted) as counted_points,
    coalesce(level_3, level_2, level_1, '') as row_name
from marked
