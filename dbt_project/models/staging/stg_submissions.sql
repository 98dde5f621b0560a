{{ config(tags=['whole']) }}
select s.*
from {{ lake('submissions') }} as s
where s.submission_id in (select d.submission_id from {{ ref('stg_documents') }} as d)
