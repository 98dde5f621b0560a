-- One rule applied to one report at one place, with everything a reader needs to follow it.
with chosen as (
    select
        v.verdict_id, t.message_zh, t.message_en,
        -- the narrowest template wins: reason before kind
        row_number() over (partition by v.verdict_id order by t.reason = '*', t.kind = '*') as rank
    from {{ ref('int_verdicts') }} as v
    inner join {{ ref('stg_rules') }} as r on v.rule_id = r.rule_id
    inner join {{ ref('rule_messages') }} as t
        on t.outcome = v.outcome and t.kind in (r.kind, '*') and t.reason in (v.reason, '*')
),

filled as (
    select
        v.*, r.rule_version, x.quotes, x.locators,
        {%- for language in ['zh', 'en'] %}
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            c.message_{{ language }},
            '{rule}', r.label_{{ language }}),
            '{all}', coalesce(x.all_{{ language }}, '')),
            '{parts}', coalesce(x.parts_{{ language }}, '')),
            '{whole}', coalesce(x.wholes_{{ language }}, '')),
            '{stated}', coalesce(x.stateds_{{ language }}, '')),
            '{places}', coalesce(x.places_{{ language }}, '')),
            '{missing}', coalesce(m.missing_{{ language }}, '')),
            '{group}', coalesce(v.detail, '')),
            '{expected_text}', coalesce(v.detail, '')),
            '{expected}', coalesce({{ shown('v.expected', 'v.base_unit', language) }}, '')),
            '{actual}', coalesce({{ shown('v.actual', 'v.base_unit', language) }}, '')),
            '{difference}', coalesce({{ shown('abs(v.difference)', 'v.base_unit', language) }}, '')) as filled_{{ language }},
        {%- endfor %}
        {{ shown('v.implied', 'v.base_unit', 'zh') }} as implied_zh,
        {{ shown('v.implied', 'v.base_unit', 'en') }} as implied_en
    from {{ ref('int_verdicts') }} as v
    inner join {{ ref('stg_rules') }} as r on v.rule_id = r.rule_id
    inner join chosen as c on v.verdict_id = c.verdict_id and c.rank = 1
    left join {{ ref('int_verdict_texts') }} as x on v.verdict_id = x.verdict_id
    left join {{ ref('int_missing_texts') }} as m on v.verdict_id = m.verdict_id
)

select
    verdict_id,
    report_id,
    rule_id,
    cast(rule_version as integer) as rule_version,
    instance,
    outcome,
    severity,
    reason,
    to_json(operands) as operands,
    expected,
    actual,
    difference,
    tolerance,
    base_unit,
    missing,
    implied,
    replace(filled_zh, '{implied}', coalesce('按其余数字推算为' || implied_zh || '。', '')) as message_zh,
    replace(filled_en, '{implied}', coalesce('The other numbers imply ' || implied_en || '. ', '')) as message_en,
    coalesce(quotes, []) as quotes,
    to_json(coalesce(locators, [])) as locators,
    same_cause_as
from filled
