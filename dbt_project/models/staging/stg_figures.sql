select
    f.* exclude (fiscal_year),
    coalesce(f.fiscal_year, r.fiscal_year) as fiscal_year,
    f.fiscal_year is null or f.fiscal_year = r.fiscal_year as is_report_year,
    r.report_id
from {{ lake('figures') }} as f
inner join {{ ref('stg_reports') }} as r
    on f.document_id = r.document_id and f.extractor_version = r.extractor_version
