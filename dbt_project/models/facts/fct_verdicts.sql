-- One rule applied to one report at one place, with everything a reader needs to follow it.
{{ config(materialized=in_slices()) }}
-- depends_on: {{ ref('stg_reports') }}
with filled as (
    select
        v.*, u.same_cause_as, c.rule_version, x.quotes, x.locators,
        {%- for language in ['zh', 'en'] %}
        case when not contains(c.message_{{ language }}, '{') then c.message_{{ language }} else
            {{ filled_in('c.message_' ~ language, [
                ('all', 'x.all_' ~ language), ('parts', 'x.parts_' ~ language), ('whole', 'x.wholes_' ~ language),
                ('stated', 'x.stateds_' ~ language), ('places', 'x.places_' ~ language), ('missing', 'm.missing_' ~ language),
                ('group', "translate(v.detail, '“”', '‘’')"), ('expected_text', 'v.detail'),
                ('expected', shown('v.expected', 'v.base_unit', language)), ('actual', shown('v.actual', 'v.base_unit', language)),
                ('difference', shown('abs(v.difference)', 'v.base_unit', language))]) }} end as filled_{{ language }},
        {%- endfor %}
        {{ shown('v.implied', 'v.base_unit', 'zh') }} as implied_zh,
        {{ shown('v.implied', 'v.base_unit', 'en') }} as implied_en
    from {{ ref('int_verdicts') }} as v
    inner join {{ ref('int_messages') }} as c on v.rule_id = c.rule_id and v.outcome = c.outcome and v.reason is not distinct from c.reason
    left join {{ ref('int_causes') }} as u on v.verdict_id = u.verdict_id
    left join (select * from {{ ref('int_verdict_texts') }} where {{ slice_of('report_id') }}) as x on v.verdict_id = x.verdict_id
    left join {{ ref('int_missing_texts') }} as m on v.missing = m.missing
    where {{ slice_of('v.report_id') }}
)

select
    verdict_id,
    report_id,
    rule_id,
    rule_version,
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
    cast('[' || coalesce(locators, '') || ']' as json) as locators,
    same_cause_as
from filled
