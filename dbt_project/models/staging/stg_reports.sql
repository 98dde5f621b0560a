-- Documents that were read as reports. Their figures and only theirs go on.
select *
from {{ ref('stg_documents') }}
where status = 'extracted'
