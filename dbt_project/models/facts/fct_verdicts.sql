-- One rule applied to one report at one place, with everything a reader needs to follow it.
{{ config(materialized=in_slices()) }}
-- depends_on: {{ ref('stg_reports') }}
-- Messages of a rule by outcome and reason, its name filled in; the narrowest template wins: reason before kind.
with asked as (
    select distinct rule_id, outcome, reason from {{ ref('int_verdicts') }}
),

chosen as (
    select
        a.rule_id, a.outcome, a.reason, cast(r.rule_version as integer) as rule_version,
        replace(t.message_zh, '{rule}', r.label_zh) as message_zh,
        replace(t.message_en, '{rule}', r.label_en) as message_en,
        row_number() over (partition by a.rule_id, a.outcome, a.reason order by t.reason = '*', t.kind = '*') as rank
    from asked as a
    inner join {{ ref('stg_rules') }} as r on a.rule_id = r.rule_id
    inner join {{ ref('rule_messages') }} as t
        on t.outcome = a.outcome and t.kind in (r.kind, '*') and t.reason in (a.reason, '*')
),

filled as (
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
    inner join chosen as c on v.rule_id = c.rule_id and v.outcome = c.outcome and v.reason is not distinct from c.reason and c.rank = 1
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
