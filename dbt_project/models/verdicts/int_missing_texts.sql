-- Names of missing operands in both languages, in the order of the rule: one row per list of them, for most reports lack the same.
{{ config(tags=['whole']) }}
with lists as (
    select distinct missing from {{ ref('int_verdicts') }} where array_length(missing) > 0
),

opened as (
    select missing, unnest(missing) as concept, generate_subscripts(missing, 1) as position
    from lists
),

once as (
    select missing, concept, min(position) as position
    from opened
    group by missing, concept
)

select
    m.missing,
    {%- for language, unnamed, comma, stages in [
        ('zh', {'base_concept': '占比的分母', 'prior_year': '上年数', 'peers': '同年其他部门的数据'}, '、', {'initial_budget': '年初预算', 'adjusted_budget': '调整预算', 'final_account': '决算', 'unknown': '预算'}),
        ('en', {'base_concept': 'the base of the share', 'prior_year': 'the number of the year before', 'peers': 'other departments of the year'}, ', ', {'initial_budget': 'initial budget of ', 'adjusted_budget': 'adjusted budget of ', 'final_account': 'final ', 'unknown': 'budget of '})] %}
    string_agg(concat(
        case split_part(m.concept, '/', 2) {%- for stage, words in stages.items() %} when '{{ stage }}' then '{{ words }}' {%- endfor %} end,
        coalesce(c.label_{{ language }}, i.label_{{ language }}, case m.concept {%- for name, words in unnamed.items() %} when '{{ name }}' then '{{ words }}' {%- endfor %} else m.concept end)
    ), '{{ comma }}' order by m.position) as missing_{{ language }}{{ ',' if not loop.last }}
    {%- endfor %}
from once as m
left join {{ ref('concepts') }} as c on split_part(m.concept, '/', 1) = c.id
left join {{ ref('rule_presence') }} as i on m.concept = i.rule_id || ':' || i.item
group by m.missing
