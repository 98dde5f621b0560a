-- Every received file, whatever became of it.
select
    receipt_id, document_id, submission_id, left(document_id, 16) as report_id, root, relative_path, file_name, size_bytes, received_at, status,
    error_code, message_zh, message_en, duplicate_of, reader, encoding, pages, characters, title, department_name, region_code, region_name,
    fiscal_year, report_kind, form_family, extractor_version, coalesce(presence, 'here') as presence,
    -- a file that was replaced or taken away needs nobody any more, unless it is wanted back
    status = 'quarantined' and (coalesce(presence, 'here') = 'here' or error_code is not distinct from 'lake_damaged') as is_unresolved
from {{ ref('stg_documents') }}
