-- Blocks of a scoring table: rows that repeat other rows one for one, and the weights of the first level against the known schemes.
with items as (
    select
        *, md5(concat_ws('|', coalesce(level_3, ''), coalesce(target_text, ''), coalesce(actual_text, ''), coalesce(full_marks, ''), coalesce(cast(counted_points as varchar), ''))) as content,
        row_number() over (partition by report_id, score_table order by char_start, indicator_id) as position
    from {{ ref('int_score_rows') }}
    where row_kind = 'item' and coalesce(level_3, '') <> ''
),

twins as (
    select
        a.report_id, a.score_table, a.position, b.position - a.position as gap, a.indicator_id, b.indicator_id as twin_id, a.row_name, a.counted_points, b.level_1 as twin_group,
        a.position - row_number() over (partition by a.report_id, a.score_table, b.position - a.position order by a.position) as run
    from items as a
    inner join items as b on a.report_id = b.report_id and a.score_table = b.score_table and a.content = b.content and a.position < b.position
),

least as (
    select max(cast(value as integer)) as least_rows from {{ ref('rule_parameters') }} where name = 'min_block_rows'
),

blocks as (
    select
        report_id, score_table, gap, run, count(*) as length, min(twin_group) as twin_group,
        list_concat(
            list({{ operand("'row'", 'cast(null as varchar)', 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'indicator_id') }} order by position),
            list({{ operand("'row'", 'cast(null as varchar)', 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'twin_id') }} order by position)) as operands
    from twins
    group by report_id, score_table, gap, run
    -- a block stands beside its copy, it does not overlap it
    having count(*) >= (select least_rows from least) and count(*) <= gap
),

groups as (
    select report_id, score_table, level_1_name,
        coalesce(max(level_1_marks), sum(marks)) as weight,
        list_slice(list({{ operand("'row'", 'cast(null as varchar)', 'level_1_name', 'cast(coalesce(level_1_marks, marks) as varchar)', 'coalesce(level_1_marks, marks)', 'indicator_id') }} order by char_start), 1, 1) as operands,
        min(char_start) as char_start
    from {{ ref('int_score_rows') }}
    where row_kind <> 'total' and level_1_name <> ''
    group by report_id, score_table, level_1_name
),

named_groups as (
    select g.*, s.scheme_id, s.part, s.points, s.parts
    from groups as g
    inner join (select *, count(*) over (partition by scheme_id) as parts from {{ ref('weight_schemes') }}) as s on contains(g.level_1_name, s.name_contains)
),

fitted as (
    select
        report_id, score_table, scheme_id, count(distinct part) = any_value(parts) as is_complete,
        bool_and(weight = points) as fits,
        flatten(list(operands order by char_start)) as operands
    from named_groups
    group by report_id, score_table, scheme_id
    having bool_and(weight is not null)
),

schemes as (
    select report_id, score_table, bool_or(fits) as fits, arg_max(operands, (fits, scheme_id)) as operands
    from fitted where is_complete group by report_id, score_table
)

select
    b.report_id, r.rule_id, 'block_' || row_number() over (partition by b.report_id, r.rule_id order by b.score_table, b.gap, b.run) as instance,
    'contradiction' as outcome, cast(null as varchar) as severity, 'repeated' as reason,
    cast(null as decimal(20, 6)) as expected, try_cast(b.length as decimal(20, 6)) as actual, cast(null as decimal(20, 6)) as difference, cast(null as decimal(20, 6)) as tolerance,
    'count' as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied, b.twin_group as detail, b.operands
from blocks as b
cross join ({{ rules_of(['block_repeated']) }}) as r

union all

select
    i.report_id, r.rule_id, 'score_table', 'pass', null, 'none_found', null, try_cast(count(*) as decimal(20, 6)), null, null, 'count', [], null, null,
    list_slice(list({{ operand("'row'", 'cast(null as varchar)', 'i.row_name', 'cast(i.counted_points as varchar)', 'i.counted_points', 'i.indicator_id') }} order by i.char_start), 1, 3)
from items as i
cross join ({{ rules_of(['block_repeated']) }}) as r
where not exists (select 1 from blocks as b where b.report_id = i.report_id)
group by i.report_id, r.rule_id
having count(*) >= 2 * (select least_rows from least)

union all

select
    s.report_id, r.rule_id, case when s.score_table = 1 then 'score_table' else 'score_table_' || s.score_table end,
    case when s.fits then 'pass' else r.above end, null, case when s.fits then 'equal' else 'other_weights' end, null, null, null, null, 'points', [], null, null, s.operands
from schemes as s
cross join ({{ rules_of(['weight_scheme']) }}) as r
