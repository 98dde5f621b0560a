-- Points within a group of a scoring table against the points printed beside the name of the group.
{% set levels = [(1, 'level_1_name', 'level_1_run', 'level_1_marks'), (2, 'level_2_name', 'level_2_run', 'level_2_marks')] %}
with tables as (
    select report_id, score_table, bool_or(row_kind = 'total') as has_total, max(char_start) filter (row_kind = 'item') as last_row
    from {{ ref('int_score_rows') }} group by all
),

members as (
    {%- for number, name, run, printed in levels %}
    select {{ number }} as level, {{ name }} as group_name, {{ run }} as run, {{ printed }} as group_marks, *
    from {{ ref('int_score_rows') }} where row_kind = 'item' and {{ name }} <> ''
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

sums as (
    select
        report_id, score_table, level, run,
        any_value(group_name) as group_name,
        min(char_start) as char_start,
        max(char_start) as last_row,
        max(group_marks) as group_marks,
        min(group_marks) <> max(group_marks) as ambiguous,
        sum(case when is_first_of_shared then coalesce(marks, shared_marks) end) as marks_sum,
        -- rows whose points cannot be told: neither their own cell nor a merged one
        count(*) filter (marks is null and shared_marks is null and counted_points is not null) as without_marks,
        sum(counted_points) as points_sum,
        count(counted_points) as pointed,
        list({{ operand("'part'", "cast(null as varchar)", 'row_name', "cast(coalesce(marks, shared_marks, counted_points) as varchar)",
                        'coalesce(marks, shared_marks, counted_points)', 'indicator_id') }} order by char_start)
            filter (is_first_of_shared and coalesce(marks, shared_marks, counted_points) is not null) as operands
    from members
    group by report_id, score_table, level, run
    having max(group_marks) is not null
),

reasoned as (
    select
        s.*,
        row_number() over (partition by s.report_id, s.level, s.group_name order by s.char_start) as nth,
        case
            -- the table breaks off within the group: its other rows are not in the file
            when marks_sum < group_marks and not t.has_total and s.last_row = t.last_row then 'cut_off'
            when ambiguous then 'conflict'
            when without_marks = 0 and marks_sum = group_marks then 'equal'
            when without_marks = 0 and marks_sum is not null then 'differs'
            -- points without maxima: more points than the group has is impossible either way
            when points_sum > group_marks then 'points_above'
            else 'missing'
        end as reason
    from sums as s
    inner join tables as t on s.report_id = t.report_id and s.score_table = t.score_table
)

select
    r.report_id, rule.rule_id,
    {{ instance_name(["'level_' || r.level", 'r.group_name', 'case when r.nth > 1 then r.nth end']) }} as instance,
    case r.reason when 'equal' then 'pass' when 'differs' then 'contradiction' when 'points_above' then 'contradiction' else 'not_run' end as outcome,
    cast(null as varchar) as severity, r.reason,
    r.group_marks as expected,
    try_cast(case when r.reason = 'points_above' then r.points_sum else r.marks_sum end as decimal(20, 6)) as actual,
    try_cast(case when r.reason = 'points_above' then r.points_sum else r.marks_sum end - r.group_marks as decimal(20, 6)) as difference,
    cast(0 as decimal(20, 6)) as tolerance, 'points' as base_unit,
    case when r.reason = 'missing' then ['indicator_weight'] else [] end as missing,
    cast(null as decimal(20, 6)) as implied, r.group_name as detail, coalesce(r.operands, {{ no_operands() }}) as operands
from reasoned as r
cross join ({{ rules_of(['group_marks']) }}) as rule
