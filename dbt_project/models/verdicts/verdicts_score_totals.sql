-- Item scores against the total, and the points of the items against the full marks.
with tables as (
    select
        report_id, score_table,
        count(*) filter (row_kind <> 'total') as items,
        sum(counted_points) filter (row_kind <> 'total') as score_sum,
        count(counted_points) filter (row_kind <> 'total') as scored,
        sum(case when is_first_of_shared then coalesce(marks, shared_marks) end) filter (row_kind <> 'total') as marks_sum,
        count(*) filter (row_kind <> 'total' and (counted_points is not null) and marks is null and shared_marks is null) as without_marks,
        max(counted_points) filter (row_kind = 'total') as total_score,
        max(marks) filter (row_kind = 'total') as total_marks,
        list({{ operand("'part'", "cast(null as varchar)", 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'indicator_id') }} order by char_start)
            filter (row_kind <> 'total' and counted_points is not null) as score_operands,
        list({{ operand("'part'", "cast(null as varchar)", 'row_name', 'cast(coalesce(marks, shared_marks) as varchar)', 'coalesce(marks, shared_marks)', 'indicator_id') }} order by char_start)
            filter (row_kind <> 'total' and is_first_of_shared and coalesce(marks, shared_marks) is not null) as marks_operands,
        list({{ operand("'whole'", "cast(null as varchar)", "'总分'", 'cast(coalesce(counted_points, marks) as varchar)', 'coalesce(counted_points, marks)', 'indicator_id') }} order by char_start)
            filter (row_kind = 'total') as total_operands,
        count(*) over (partition by report_id) as table_count
    from {{ ref('int_score_rows') }}
    group by report_id, score_table
    having items > 0
),

checks as (
    select t.*, r.rule_id, r.kind,
        case r.kind when 'score_total' then t.score_sum else t.marks_sum end as total,
        case r.kind when 'score_total' then t.total_score else t.total_marks end as stated,
        case r.kind when 'score_total' then t.scored > 0 else t.without_marks = 0 and t.marks_sum is not null end as is_complete
    from tables as t
    cross join ({{ rules_of(['score_total', 'marks_total']) }}) as r
),

reasoned as (
    select *, case when not is_complete or stated is null then 'missing' when total = stated then 'equal' else 'differs' end as reason
    from checks
)

select
    report_id, rule_id,
    case when table_count = 1 then 'score_table' else 'score_table_' || score_table end as instance,
    case reason when 'equal' then 'pass' when 'differs' then 'contradiction' else 'not_run' end as outcome,
    cast(null as varchar) as severity, reason,
    try_cast(total as decimal(20, 6)) as expected, stated as actual, try_cast(stated - total as decimal(20, 6)) as difference, cast(0 as decimal(20, 6)) as tolerance,
    'points' as base_unit,
    case when reason = 'missing' then list_filter([case when not is_complete then case kind when 'score_total' then 'indicator_score' else 'indicator_weight' end end,
        case when stated is null then case kind when 'score_total' then 'self_evaluation_score' else 'score_maximum' end end], lambda x: x is not null) else [] end as missing,
    cast(null as decimal(20, 6)) as implied, cast(null as varchar) as detail,
    list_concat(coalesce(total_operands, {{ no_operands() }}), coalesce(case kind when 'score_total' then score_operands else marks_operands end, {{ no_operands() }})) as operands
from reasoned
