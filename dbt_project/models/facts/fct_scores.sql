-- Totals of each kind of score, and the points of each first level of the scoring table.
with stated as (
    select report_id, concept, value_base as stated, agrees, statement_count,
        case concept when 'review_score' then 'review' else 'self_evaluation' end as score_kind
    from {{ ref('int_values') }}
    where concept in ('self_evaluation_score', 'review_score') and place = 'all' and org_scope = 'department'
    qualify row_number() over (partition by report_id, concept order by is_report_year desc, statement_count desc) = 1
),

tables as (
    select report_id, sum(counted_points) as recomputed
    from {{ ref('int_score_rows') }}
    where row_kind <> 'total' and score_table = 1
    group by report_id
),

grades as (
    select report_id, min(value) as grade
    from {{ ref('stg_figures') }}
    where concept = 'grade'
    group by report_id
    having count(distinct value) = 1
),

totals as (
    select
        coalesce(s.report_id, t.report_id) as report_id,
        coalesce(s.score_kind, 'self_evaluation') as score_kind,
        s.stated, s.agrees, s.statement_count,
        t.recomputed
    from stated as s
    full outer join tables as t on s.report_id = t.report_id and s.score_kind = 'self_evaluation'
),

groups as (
    select report_id, level_1_name, min(char_start) as char_start, max(level_1_marks) as full_marks, sum(counted_points) as points
    from {{ ref('int_score_rows') }}
    where row_kind = 'item' and level_1_name <> '' and score_table = 1
    group by report_id, level_1_name
)

select
    concat_ws('/', t.report_id, t.score_kind, 'total') as score_id,
    t.report_id, t.score_kind, 'total' as level,
    cast(null as decimal(20, 6)) as full_marks_points,
    case when t.agrees then t.stated end as stated_points,
    coalesce(t.statement_count, 0) as statement_count,
    coalesce(t.agrees, true) as statements_agree,
    try_cast(t.recomputed as decimal(20, 6)) as recomputed_points,
    try_cast(case when t.agrees then t.stated - t.recomputed end as decimal(20, 6)) as difference_points,
    g.grade, b.grade as band
from totals as t
left join grades as g on t.report_id = g.report_id
left join {{ ref('grade_bands') }} as b
    on b.scheme = 'national' and t.agrees and t.stated >= coalesce(b.low, -1) and t.stated < coalesce(b.high, 1000000)

union all

select
    concat_ws('/', report_id, 'self_evaluation', level_1_name), report_id, 'self_evaluation', level_1_name,
    full_marks, null, 0, true, try_cast(points as decimal(20, 6)), null, null, null
from groups
