-- Rows of scoring tables that a ratio stands behind, with the points that the report's own figures give under the matching rubric.
{% set readings = ['begun', 'completed', 'pro_rata'] %}
with scored as (
    select *, regexp_replace(row_name, '[\s“”"]', '', 'g') as plain_name, regexp_replace(coalesce(criterion, ''), '\s', '', 'g') as criterion_text
    from {{ ref('int_score_rows') }} where row_kind <> 'total'
),

-- Patterns that stand in a table are compiled for every comparison: each name and each criterion is compared once.
known_names as (
    select s.plain_name, n.measure
    from (select distinct plain_name from scored) as s
    inner join {{ ref('indicator_names') }} as n on regexp_matches(s.plain_name, n.name_pattern)
    qualify row_number() over (partition by s.plain_name order by length(n.name_pattern) desc, n.name_pattern) = 1
),

named as (
    select s.*, n.measure
    from scored as s
    left join known_names as n on s.plain_name = n.plain_name
),

asked as (
    select distinct plain_name, measure, marks, criterion_text from named
),

items as (
    select *, regexp_replace(level_3, '[\s“”"]', '', 'g') as plain_name from {{ ref('rubric_items') }} where criterion_pattern is not null
),

-- An item that belongs to no ratio is found by its name.
fitting as (
    select a.plain_name, a.marks, a.criterion_text, i.rubric_id, i.item_no, i.rule_type, i.threshold, i.direction, i.step, i.points_per_step
    from asked as a
    inner join items as i on a.marks = i.full_marks and a.measure = i.measure and regexp_matches(a.criterion_text, i.criterion_pattern)
    union all
    select a.plain_name, a.marks, a.criterion_text, i.rubric_id, i.item_no, i.rule_type, i.threshold, i.direction, i.step, i.points_per_step
    from asked as a
    inner join items as i on a.marks = i.full_marks and i.measure is null and a.plain_name = i.plain_name and regexp_matches(a.criterion_text, i.criterion_pattern)
),

matched as (
    select n.*, i.rubric_id, i.item_no, i.rule_type, i.threshold, i.direction, i.step, i.points_per_step
    from named as n
    inner join {{ ref('stg_reports') }} as p on n.report_id = p.report_id
    left join fitting as i on n.plain_name = i.plain_name and n.marks = i.marks and n.criterion_text = i.criterion_text
    left join {{ ref('rubrics') }} as r on i.rubric_id = r.rubric_id
    where n.measure is not null or i.rubric_id is not null
    -- the place's own rubric first, where several print the same rule
    qualify row_number() over (partition by n.report_id, n.indicator_id order by starts_with(coalesce(p.region_code, ''), coalesce(r.region_prefix, '-')) desc, i.rubric_id, i.item_no) = 1
),

measured as (
    select
        t.*, m.state, m.ratio, m.operands, m.numerator, m.denominator,
        -- more than nothing of an unknown base: some share above zero
        case when m.state = 'missing' and t.rule_type = 'bands' and m.numerator > 0 then 0.01 else m.ratio_low end as ratio_low,
        case when m.state = 'missing' and t.rule_type = 'bands' and m.numerator > 0 then 1000000 else m.ratio_high end as ratio_high
    from matched as t
    left join {{ ref('int_measures') }} as m on t.report_id = m.report_id and t.measure = m.measure
),

excess as (
    select *,
        -- greatest() takes no notice of nulls: an unknown ratio must stay unknown
        case when ratio_low is null then null when direction = 'above' then greatest(ratio_low - threshold, 0) when direction = 'below' then greatest(threshold - ratio_high, 0) end
            as least_excess,
        case when ratio_low is null then null when direction = 'above' then greatest(ratio_high - threshold, 0) when direction = 'below' then greatest(threshold - ratio_low, 0) end
            as most_excess
    from measured
),

banded as (
    select e.report_id, e.indicator_id, min(b.points) as lowest, max(b.points) as highest
    from excess as e
    inner join {{ ref('rubric_bands') }} as b on e.rubric_id = b.rubric_id and e.item_no = b.item_no
        -- a band is touched when it and the interval of the ratio have a point in common
        and (b.low is null or e.ratio_high > b.low or (b.low_inside and e.ratio_high = b.low))
        and (b.high is null or e.ratio_low < b.high or (b.high_inside and e.ratio_low = b.high))
    where e.rule_type = 'bands' and e.ratio_low is not null
    group by e.report_id, e.indicator_id
),

pointed as (
    select
        e.*,
        {%- for name, low, high in [('begun', 'ceil(most_excess / step)', 'ceil(least_excess / step)'), ('completed', 'floor(most_excess / step)', 'floor(least_excess / step)'),
                                    ('pro_rata', 'most_excess / step', 'least_excess / step')] %}
        case when ratio_low is null then null
            when e.rule_type = 'deduction' then greatest(cast(marks - try_cast({{ low }} as decimal(12, 4)) * points_per_step as decimal(18, 4)), 0)
            when e.rule_type = 'proportional' then try_cast(least(greatest(ratio_low, 0), threshold) * marks / threshold as decimal(18, 4)) else b.lowest end as {{ name }}_low,
        case when ratio_low is null then null
            when e.rule_type = 'deduction' then greatest(cast(marks - try_cast({{ high }} as decimal(12, 4)) * points_per_step as decimal(18, 4)), 0)
            when e.rule_type = 'proportional' then try_cast(least(greatest(ratio_high, 0), threshold) * marks / threshold as decimal(18, 4)) else b.highest end as {{ name }}_high,
        {%- endfor %}
        -- rules that no figure decides leave only steps: points lost come in multiples of one deduction
        case when rule_type in ('breaches', 'sub_maxima') then counted_points = 0 or (marks - counted_points) % points_per_step = 0
             -- bonus points come in multiples of one award, up to the cap
             when rule_type = 'bonus' then counted_points between 0 and marks and (counted_points = marks or counted_points % points_per_step = 0)
             when rule_type = 'boolean' then counted_points in (0, marks) end as is_step
    from excess as e
    left join banded as b on e.report_id = b.report_id and e.indicator_id = b.indicator_id
)

select
    report_id, score_table, indicator_id, row_kind, level_1, level_2, row_name, char_start, measure, criterion, reason, marks, counted_points, rubric_id, item_no, rule_type,
    state, ratio, ratio_low, ratio_high, operands, numerator, denominator, is_step,
    try_cast(least({% for r in readings %}{{ r }}_low{{ ', ' if not loop.last }}{% endfor %}) as decimal(18, 2)) as points_low,
    try_cast(greatest({% for r in readings %}{{ r }}_high{{ ', ' if not loop.last }}{% endfor %}) as decimal(18, 2)) as points_high,
    -- a stated score is wrong only when it fits no reading
    {% for r in readings %}coalesce(counted_points between {{ r }}_low - 0.05 and {{ r }}_high + 0.05, false){{ ' or ' if not loop.last }}{% endfor %} as fits,
    {{ operand("'row'", 'cast(null as varchar)', 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'indicator_id') }} as row_operand
from pointed
