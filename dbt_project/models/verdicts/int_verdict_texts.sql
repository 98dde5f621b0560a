-- What the messages are filled with, where they ask for it: operands in words, by role, and their places; and the quotes and
-- locators of all operands. Most verdicts agree and their message asks for little: what it does not ask for is not made.
{%- set stages = {'zh': {'initial_budget': '年初预算', 'adjusted_budget': '调整预算', 'final_account': '决算'},
    'en': {'initial_budget': 'initial budget ', 'adjusted_budget': 'adjusted budget ', 'final_account': 'final '}} %}
{{ config(materialized=in_slices()) }}
-- depends_on: {{ ref('stg_reports') }}
with opened as (
    select verdict_id, report_id, base_unit, unnest(operands) as o, generate_subscripts(operands, 1) as position
    from {{ ref('int_verdicts') }}
    where {{ slice_of('report_id') }}
),

-- A label from the dictionary, else the words printed there; a class of expenditure goes by its printed name alone.
-- A bare number of a table gets its unit back.
named as (
    select
        p.verdict_id, p.report_id, p.position, p.o.role as role, s.stage, s.fiscal_year, s.measure,
        coalesce(case when s.is_class then nullif(p.o.label, '') end, c.label_zh, nullif(p.o.label, ''), p.o.concept) as label_zh,
        coalesce(case when s.is_class then nullif(p.o.label, '') end, c.label_en, nullif(p.o.label, ''), p.o.concept) as label_en,
        case when regexp_full_match(p.o.printed, '[-0-9.,]+') and coalesce(s.base_unit, p.base_unit) in ('yuan', 'persons', 'points') and p.o.value_base is not null
             then {{ shown('p.o.value_base', 'coalesce(s.base_unit, p.base_unit)', 'zh') }} else coalesce(p.o.printed, '') end as number_zh,
        s.quote, s.place_zh, s.place_en, s.locator
    from opened as p
    left join {{ ref('concepts') }} as c on p.o.concept = c.id and c.id <> 'activity_count'
    left join {{ ref('int_sources') }} as s on p.o.figure_id = s.source_id
),

-- Comparisons across years or stages: each number is named with its own.
across as (
    select verdict_id, min(stage) <> max(stage) as stages_differ, min(fiscal_year) <> max(fiscal_year) as years_differ
    from named
    group by verdict_id
    having min(stage) <> max(stage) or min(fiscal_year) <> max(fiscal_year)
),

worded as (
    select
        n.*,
        {%- for language, year in [('zh', '年'), ('en', ' ')] %}
        concat(case when a.years_differ then cast(n.fiscal_year as varchar) || '{{ year }}' end,
               case when a.stages_differ then case n.stage {%- for stage, words in stages[language].items() %} when '{{ stage }}' then '{{ words }}' {%- endfor %} end end) as which_{{ language }},
        {%- endfor %}
        concat(n.label_zh, case n.measure when 'share' then '占比' when 'completion_rate' then '完成率' when 'change' then '增减' when 'change_rate' then '增减率' end, n.number_zh) as text_zh,
        concat(n.label_en, case n.measure when 'share' then ' share' when 'completion_rate' then ' completion' when 'change' then ' change' when 'change_rate' then ' change rate' end,
               ' ', {{ units_in_english('n.number_zh') }}) as text_en
    from named as n
    left join across as a on n.verdict_id = a.verdict_id
),

-- One list, sorted afterwards: ordered aggregates take ten times as long over so many small groups.
gathered as (
    select
        verdict_id,
        min(report_id) as report_id,
        list_sort(list(struct_pack(position := position, role := role, text_zh := which_zh || text_zh, text_en := which_en || text_en, quote := quote, locator := locator))) as operands
    from worded
    group by verdict_id
),

asked as (
    select v.verdict_id, c.message_zh, c.message_en
    from {{ ref('int_verdicts') }} as v
    inner join {{ ref('int_messages') }} as c on v.rule_id = c.rule_id and v.outcome = c.outcome and v.reason is not distinct from c.reason
    where {{ slice_of('v.report_id') }}
),

placed as (
    select
        n.verdict_id,
        {%- for language in ['zh', 'en'] %}
        list_transform(list_sort(list(struct_pack(position := n.position, place := n.place_{{ language }}))), lambda o: o.place) as places_{{ language }}{{ ',' if not loop.last }}
        {%- endfor %}
    from named as n
    inner join asked as c on n.verdict_id = c.verdict_id and contains(c.message_zh || c.message_en, '{places}')
    where n.place_zh is not null
    group by n.verdict_id
)

select
    g.verdict_id,
    g.report_id,
    {%- for language, plus, comma, further in [('zh', ' ＋ ', '，', ['、', '等']), ('en', ' + ', ', ', ['; ', ' and others'])] %}
    case when contains(c.message_{{ language }}, '{all}')
         then array_to_string(list_transform(g.operands, lambda o: o.text_{{ language }}), '{{ comma }}') end as all_{{ language }},
    {%- for role, name in [('part', 'parts'), ('whole', 'whole'), ('stated', 'stated')] %}
    case when contains(c.message_{{ language }}, '{{ '{' ~ name ~ '}' }}')
         then array_to_string(list_transform(list_filter(g.operands, lambda o: o.role = '{{ role }}'), lambda o: o.text_{{ language }}), '{{ plus if role == 'part' else comma }}') end as {{ role }}s_{{ language }},
    {%- endfor %}
    -- each place once, in reading order, and not more than a reader looks up
    array_to_string(list_slice({{ distinct_in_order('p.places_' ~ language) }}, 1, 8), '{{ further[0] }}')
        || case when array_length(list_distinct(p.places_{{ language }})) > 8 then '{{ further[1] }}' else '' end as places_{{ language }},
    {%- endfor %}
    list_filter(list_transform(g.operands, lambda o: o.quote), lambda quote: quote is not null) as quotes,
    array_to_string(list_filter(list_transform(g.operands, lambda o: o.locator), lambda locator: locator is not null), ',') as locators
from gathered as g
inner join asked as c on g.verdict_id = c.verdict_id
left join placed as p on g.verdict_id = p.verdict_id
