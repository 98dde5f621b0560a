-- What is said of a rule's verdicts, by outcome and reason, its name filled in; the narrowest template wins: reason before kind.
{{ config(tags=['whole']) }}
with asked as (
    select distinct rule_id, outcome, reason from {{ ref('int_verdicts') }}
)

select
    a.rule_id, a.outcome, a.reason, cast(r.rule_version as integer) as rule_version,
    replace(t.message_zh, '{rule}', r.label_zh) as message_zh,
    replace(t.message_en, '{rule}', r.label_en) as message_en
from asked as a
inner join {{ ref('stg_rules') }} as r on a.rule_id = r.rule_id
inner join {{ ref('rule_messages') }} as t
    on t.outcome = a.outcome and t.kind in (r.kind, '*') and t.reason in (a.reason, '*')
qualify row_number() over (partition by a.rule_id, a.outcome, a.reason order by t.reason = '*', t.kind = '*') = 1
