-- What the messages are filled with: operands in words, by role, with their quotes and places.
with opened as (
    select verdict_id, base_unit, unnest(operands) as o, generate_subscripts(operands, 1) as position
    from {{ ref('int_verdicts') }}
),

-- Both languages at once: a label from the dictionary, else the words printed there.
named as (
    select
        p.verdict_id, p.position, p.o.role as role, p.o.sign as sign, p.o.printed as printed, p.o.figure_id as figure_id,
        coalesce(c.label_zh, nullif(p.o.label, ''), p.o.concept) || coalesce(p.o.printed, '') as text_zh,
        coalesce(c.label_en, nullif(p.o.label, ''), p.o.concept) || ' ' || coalesce(p.o.printed, '') as text_en,
        s.quote, s.place_zh, s.place_en,
        case when s.source_id is not null then
            struct_pack(page := s.page, char_start := s.char_start, char_end := s.char_end, "table" := s.table_no, "row" := s.row_no, "column" := s.column_no)
        end as locator
    from opened as p
    left join {{ ref('concepts') }} as c on p.o.concept = c.id and c.id <> 'activity_count'
    left join {{ ref('int_sources') }} as s on p.o.figure_id = s.source_id
)

select
    verdict_id,
    {%- for language, plus, minus, comma in [('zh', ' ＋ ', ' － ', '，'), ('en', ' + ', ' - ', ', ')] %}
    string_agg(text_{{ language }}, '{{ comma }}' order by position) as all_{{ language }},
    {%- for role in ['part', 'whole', 'stated'] %}
    string_agg(text_{{ language }}, '{{ plus if role == 'part' else comma }}' order by position) filter (role = '{{ role }}') as {{ role }}s_{{ language }},
    {%- endfor %}
    array_to_string(list_slice(list_distinct(list(place_{{ language }} order by position) filter (place_{{ language }} is not null)), 1, 8), '{{ '、' if language == 'zh' else '; ' }}')
        as places_{{ language }},
    {%- endfor %}
    coalesce(list(quote order by position) filter (quote is not null), []) as quotes,
    coalesce(list(locator order by position) filter (locator is not null), []) as locators
from named
group by verdict_id
