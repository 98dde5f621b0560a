-- What the report's own figures say about its points: each item that they decide, and the report as a whole.
with items as (
    select
        s.report_id, s.row_name, s.level_1, s.level_2, s.rubric_id, s.measure, s.rule_type, s.ratio, s.marks, s.counted_points, s.points_low, s.points_high, s.fits, s.state,
        s.operands, s.char_start, s.score_table,
        row_number() over (partition by s.report_id, s.row_name order by s.char_start) as nth
    from {{ ref('int_rescored') }} as s
    where s.points_low is not null and s.points_high is not null and s.state in ('known', 'missing') and s.counted_points is not null and s.row_kind <> 'total'
),

tables as (
    select report_id, sum(counted_points) filter (row_kind <> 'total') as points, max(marks) filter (row_kind = 'total') as full_marks
    from {{ ref('int_score_rows') }}
    where score_table = 1
    group by report_id
),

stated as (
    select report_id, min(lowest) as lowest, max(highest) as highest,
        list({{ operand("'stated'", 'concept', 'label', 'printed', 'value_base', 'figure_id') }} order by concept desc) as operands
    from {{ ref('int_values') }}
    where concept in ('self_evaluation_score', 'review_score') and place = 'all' and org_scope = 'department' and is_report_year
    group by report_id
),

lost as (
    select report_id, sum(marks - points_high) as points, count(*) as items
    from items where score_table = 1
    group by report_id
),

-- Without a table the execution rate is the one item that every form has: ten points in proportion.
execution as (
    select v.report_id, v.expected as highest, v.operands
    from {{ ref('verdicts_high_score') }} as v
    where v.outcome <> 'not_run'
    qualify row_number() over (partition by v.report_id order by v.rule_id) = 1
),

totals as (
    select
        coalesce(s.report_id, t.report_id) as report_id, s.lowest, s.highest, t.points,
        case when t.report_id is not null then coalesce(t.full_marks, 100) - coalesce(l.points, 0) else e.highest end as supported,
        case when t.report_id is not null then 'score_table' when e.report_id is not null then 'execution_rate' end as basis,
        coalesce(s.operands, {{ no_operands() }}) || case when t.report_id is null then coalesce(e.operands, {{ no_operands() }}) else [] end as operands
    from stated as s
    full outer join tables as t on s.report_id = t.report_id
    left join lost as l on l.report_id = coalesce(s.report_id, t.report_id)
    left join execution as e on e.report_id = coalesce(s.report_id, t.report_id)
),

all_rows as (
    select
        concat_ws('/', report_id, 'item', row_name, case when nth > 1 then nth end) as rescoring_id, report_id, 'item' as level, row_name as item, rubric_id, measure, rule_type,
        ratio as ratio_pct, marks as full_marks_points, counted_points as stated_low_points, counted_points as stated_high_points, points_low as recomputed_low_points,
        points_high as recomputed_high_points, cast(null as decimal(20, 6)) as items_points,
        -- zero where the stated points fit a reading of the rule, else the distance to the nearest
        case when fits then 0 when counted_points > points_high then counted_points - points_high when counted_points < points_low then counted_points - points_low else 0 end as gap_points,
        fits, operands
    from items

    union all

    select
        concat_ws('/', report_id, 'report') as rescoring_id, report_id, 'report' as level, cast(null as varchar) as item, cast(null as varchar) as rubric_id,
        cast(null as varchar) as measure, basis as rule_type, null as ratio_pct, 100 as full_marks_points, lowest as stated_low_points, highest as stated_high_points,
        null as recomputed_low_points, supported as recomputed_high_points, points as items_points,
        greatest(coalesce(highest - supported, 0), 0) as gap_points,
        coalesce(highest <= supported, true) and coalesce(lowest = highest, true) and coalesce(points = highest, true) as fits, operands
    from totals
),

opened as (
    select rescoring_id, unnest(operands) as o
    from all_rows
),

sourced as (
    select p.rescoring_id, list({figure_id: p.o.figure_id, concept: p.o.concept, label: p.o.label, printed: p.o.printed, value_base: p.o.value_base, quote: s.quote}
        order by s.char_start, p.o.figure_id) as inputs
    from opened as p
    left join {{ ref('int_sources') }} as s on p.o.figure_id = s.source_id
    group by p.rescoring_id
)

select
    a.rescoring_id, a.report_id, a.level, a.item, a.rubric_id, a.measure, a.rule_type,
    try_cast(a.ratio_pct as decimal(18, 2)) as ratio_pct,
    try_cast(a.full_marks_points as decimal(18, 2)) as full_marks_points,
    try_cast(a.stated_low_points as decimal(18, 2)) as stated_low_points,
    try_cast(a.stated_high_points as decimal(18, 2)) as stated_high_points,
    try_cast(a.items_points as decimal(18, 2)) as items_points,
    try_cast(a.recomputed_low_points as decimal(18, 2)) as recomputed_low_points,
    try_cast(a.recomputed_high_points as decimal(18, 2)) as recomputed_high_points,
    try_cast(a.gap_points as decimal(18, 2)) as gap_points,
    a.fits,
    to_json(coalesce(s.inputs, [])) as inputs
from all_rows as a
left join sourced as s on a.rescoring_id = s.rescoring_id
