select
    statement_id, report_id, document_id, kind, text, topic, page, char_start, char_end, table_no, row_no, column_no, paragraph_no, paragraph_words, extractor_version
from {{ ref('stg_statements') }}
