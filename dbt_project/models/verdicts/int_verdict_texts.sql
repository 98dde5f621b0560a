-- What the messages are filled with: operands in words, by role, with their quotes and places.
{%- set stages = {'zh': {'initial_budget': '年初预算', 'adjusted_budget': '调整预算', 'final_account': '决算'},
    'en': {'initial_budget': 'initial budget ', 'adjusted_budget': 'adjusted budget ', 'final_account': 'final '}} %}
{%- set years = {'zh': '年', 'en': ' '} %}
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

worded as (
    select
        *,
        concat(label_zh, case measure when 'share' then '占比' when 'completion_rate' then '完成率' when 'change' then '增减' when 'change_rate' then '增减率' end, number_zh) as text_zh,
        concat(label_en, case measure when 'share' then ' share' when 'completion_rate' then ' completion' when 'change' then ' change' when 'change_rate' then ' change rate' end,
               ' ', {{ units_in_english('number_zh') }}) as text_en
    from named
),

-- One list, sorted afterwards: ordered aggregates take ten times as long over so many small groups.
gathered as (
    select
        verdict_id,
        min(report_id) as report_id,
        min(stage) <> max(stage) as stages_differ,
        min(fiscal_year) <> max(fiscal_year) as years_differ,
        list_sort(list(struct_pack(position := position, role := role, stage := stage, fiscal_year := fiscal_year, text_zh := text_zh, text_en := text_en,
            place_zh := place_zh, place_en := place_en, quote := quote, locator := locator))) as operands
    from worded
    group by verdict_id
),

told as (
    select
        verdict_id, report_id, operands,
        {%- for language in ['zh', 'en'] %}
        -- comparisons across years or stages name the year or the stage of each number
        case when stages_differ or years_differ then list_transform(operands, lambda o: struct_pack(role := o.role, text := concat(
                case when years_differ then cast(o.fiscal_year as varchar) || '{{ years[language] }}' end,
                case when stages_differ then case o.stage {%- for stage, words in stages[language].items() %} when '{{ stage }}' then '{{ words }}' {%- endfor %} end end, o.text_{{ language }})))
             else list_transform(operands, lambda o: struct_pack(role := o.role, text := o.text_{{ language }})) end as texts_{{ language }},
        list_transform(list_filter(operands, lambda o: o.place_{{ language }} is not null), lambda o: o.place_{{ language }}) as all_places_{{ language }}{{ ',' if not loop.last }}
        {%- endfor %}
    from gathered
)

select
    verdict_id,
    report_id,
    {%- for language, plus, comma, further in [('zh', ' ＋ ', '，', ['、', '等']), ('en', ' + ', ', ', ['; ', ' and others'])] %}
    array_to_string(list_transform(texts_{{ language }}, lambda o: o.text), '{{ comma }}') as all_{{ language }},
    {%- for role in ['part', 'whole', 'stated'] %}
    array_to_string(list_transform(list_filter(texts_{{ language }}, lambda o: o.role = '{{ role }}'), lambda o: o.text), '{{ plus if role == 'part' else comma }}') as {{ role }}s_{{ language }},
    {%- endfor %}
    -- each place once, in reading order, and not more than a reader looks up
    array_to_string(list_slice({{ distinct_in_order('all_places_' ~ language) }}, 1, 8), '{{ further[0] }}')
        || case when array_length(list_distinct(all_places_{{ language }})) > 8 then '{{ further[1] }}' else '' end as places_{{ language }},
    {%- endfor %}
    list_transform(list_filter(operands, lambda o: o.quote is not null), lambda o: o.quote) as quotes,
    array_to_string(list_transform(list_filter(operands, lambda o: o.locator is not null), lambda o: o.locator), ',') as locators
from told
