-- Received files of this run's folder, with the short key that every report carries.
select
    *,
    left(document_id, 16) as report_id
from {{ lake('documents') }}
where {{ of_this_root('root') }} and {{ in_scope('document_id') }}
