select
    t.*,
    r.report_id
from {{ lake('observations') }} as t
inner join {{ ref('stg_reports') }} as r
    on t.document_id = r.document_id and t.extractor_version = r.extractor_version
