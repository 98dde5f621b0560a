-- No placeholder is left unfilled in what users read.
select verdict_id, message_zh, message_en
from {{ ref('fct_verdicts') }}
where regexp_matches(message_zh || message_en, '\{[a-z_]+\}')
