select
    i.indicator_id, i.report_id, i.document_id, i.row_kind, s.score_table, i.level_1, i.level_2, i.level_3,
    s.level_1_marks as level_1_full_marks_points, s.level_2_marks as level_2_full_marks_points, i.criterion, i.target_text, i.target_operator,
    try_cast(i.target_value as decimal(20, 6)) as target_value, i.target_unit, i.actual_text, try_cast(i.actual_value as decimal(20, 6)) as actual_value,
    s.marks as full_marks_points, s.shared_marks as shared_full_marks_points, i.shared_group, s.points as score_points, s.shifted as shifted_points,
    i.reason, i.page, i.char_start, i.char_end, i.table_no, i.row_no, i.column_no, i.paragraph_no, i.paragraph_words, i.extractor_version
from {{ ref('stg_indicators') }} as i
inner join {{ ref('int_score_rows') }} as s on i.indicator_id = s.indicator_id
