-- What the messages are filled with: operands in words, by role, with their quotes and places.
with opened as (
    select verdict_id, base_unit, unnest(operands) as o, generate_subscripts(operands, 1) as position
    from {{ ref('int_verdicts') }}
),

-- A label from the dictionary, else the words printed there; a bare number of a table gets its unit back.
named as (
    select
        p.verdict_id, p.position, p.o.role as role,
        coalesce(c.label_zh, nullif(p.o.label, ''), p.o.concept) as label_zh,
        coalesce(c.label_en, nullif(p.o.label, ''), p.o.concept) as label_en,
        case when regexp_full_match(p.o.printed, '[-0-9.,]+') and coalesce(s.base_unit, p.base_unit) in ('yuan', 'persons', 'points') and p.o.value_base is not null
             then {{ shown('p.o.value_base', 'coalesce(s.base_unit, p.base_unit)', 'zh') }} else coalesce(p.o.printed, '') end as number_zh,
        s.stage, s.measure,
        -- comparisons across stages name the stage of each number
        min(s.stage) over (partition by p.verdict_id) <> max(s.stage) over (partition by p.verdict_id) as stages_differ,
        s.quote, s.place_zh, s.place_en,
        case when s.source_id is not null then
            struct_pack(page := s.page, char_start := s.char_start, char_end := s.char_end, "table" := s.table_no, "row" := s.row_no, "column" := s.column_no)
        end as locator
    from opened as p
    left join {{ ref('concepts') }} as c on p.o.concept = c.id and c.id <> 'activity_count'
    left join {{ ref('int_sources') }} as s on p.o.figure_id = s.source_id
),

worded as (
    select
        *,
        concat(case when stages_differ then case stage when 'initial_budget' then '年初预算' when 'adjusted_budget' then '调整预算' when 'final_account' then '决算' end end,
               label_zh, case measure when 'share' then '占比' when 'completion_rate' then '完成率' when 'change' then '增减' when 'change_rate' then '增减率' end, number_zh) as text_zh,
        concat(case when stages_differ then case stage when 'initial_budget' then 'initial budget ' when 'adjusted_budget' then 'adjusted budget ' when 'final_account' then 'final ' end end,
               label_en, case measure when 'share' then ' share' when 'completion_rate' then ' completion' when 'change' then ' change' when 'change_rate' then ' change rate' end, ' ', number_zh) as text_en
    from named
),

gathered as (
    select
        verdict_id,
        {%- for language, plus, comma in [('zh', ' ＋ ', '，'), ('en', ' + ', ', ')] %}
        string_agg(text_{{ language }}, '{{ comma }}' order by position) as all_{{ language }},
        {%- for role in ['part', 'whole', 'stated'] %}
        string_agg(text_{{ language }}, '{{ plus if role == 'part' else comma }}' order by position) filter (role = '{{ role }}') as {{ role }}s_{{ language }},
        {%- endfor %}
        list(place_{{ language }} order by position) filter (place_{{ language }} is not null) as all_places_{{ language }},
        {%- endfor %}
        list(quote order by position) filter (quote is not null) as quotes,
        list(locator order by position) filter (locator is not null) as locators
    from worded
    group by verdict_id
)

select
    * exclude (all_places_zh, all_places_en),
    {%- for language, comma in [('zh', '、'), ('en', '; ')] %}
    -- each place once, in reading order, and not more than a reader looks up
    array_to_string(list_slice({{ distinct_in_order('all_places_' ~ language) }}, 1, 8), '{{ comma }}')
        || case when array_length(list_distinct(all_places_{{ language }})) > 8 then '{{ '等' if language == 'zh' else ' and others' }}' else '' end as places_{{ language }}{{ ',' if not loop.last }}
    {%- endfor %}
from gathered
