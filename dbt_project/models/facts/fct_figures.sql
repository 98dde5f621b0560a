select
    figure_id, report_id, document_id, concept, measure, stage, fiscal_year, org_scope, fund_scope, function_code, economic_code, expenditure_scope,
    label, base_concept, base_stage, value, unit, decimals, value_base, base_unit, approximate, confidence, note_zh, note_en, printed, quote, source_kind,
    sentence_no, page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words, extractor_version,
    correction_id
from {{ ref('stg_figures') }}
left join (select figure_id, correction_id from {{ ref('int_corrections') }} where state = 'applied') using (figure_id)
