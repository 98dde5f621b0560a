-- What every row of a scoring table should have: one verdict per rule and table, naming the rows that lack it.
{% set threshold = "'^(≥|≤|≧|≦|>|<|＞|＜|不低于|不少于|不高于|不超过|大于|小于)'" %}
with read_rows as (
    select
        *,
        try_cast(target_value as decimal(20, 6)) as target,
        try_cast(actual_value as decimal(20, 6)) as actual,
        nullif(trim(coalesce(actual_text, '')), '') as result,
        coalesce(target_operator, case when target_unit = '%' and try_cast(target_value as decimal(20, 6)) = 100 then '>=' end) as comparison,
        coalesce(regexp_extract(actual_text, '^-?[0-9.]+\s*(.*)$', 1), '') as actual_unit,
        count(actual_text) over tables > 0 as has_results,
        -- ①…1分；②…0.5分: every enumerated requirement ends with its points, and nothing is deducted
        case when criterion like '%①%' and criterion not like '%扣%' then
            list_transform(list_filter(regexp_split_to_array(criterion, '[①②③④⑤⑥⑦⑧⑨⑩]'), lambda x: trim(x) <> ''),
                lambda x: try_cast(nullif(regexp_extract(x, '(\d+(?:\.\d+)?)\s*分[；;。，,\s]*$', 1), '') as decimal(12, 2))) end as sub_maxima
    from {{ ref('int_score_rows') }}
    where row_kind = 'item'
    window tables as (partition by report_id, score_table)
),

limits as (
    select
        max(cast(value as decimal(12, 6))) filter (rule_id = 'J07' and name = 'far_above') as far_above,
        max(cast(value as decimal(12, 6))) filter (rule_id = 'M05' and name = 'full_percent') as full_percent,
        max(cast(value as decimal(12, 6))) filter (rule_id = 'M05' and name = 'min_items') as min_items
    from {{ ref('rule_parameters') }}
),

tests as (
    select
        t.report_id, t.score_table, t.indicator_id, t.row_name, t.char_start, t.counted_points, t.marks, u.kind as kind, u.applies as applies, u.fails as fails
    from read_rows as t
    cross join limits as l,
    unnest([
        struct_pack(kind := 'reason_given', applies := t.points is not null and t.marks is not null, fails := t.points < t.marks and nullif(trim(coalesce(t.reason, '')), '') is null),
        struct_pack(kind := 'result_given', applies := t.has_results and t.counted_points is not null, fails := t.result is null),
        struct_pack(kind := 'target_answered', applies := t.has_results and t.target is not null, fails := t.result is null or not regexp_matches(t.result, '[0-9０-９零一二三四五六七八九十百千]')),
        struct_pack(kind := 'result_measured', applies := t.result is not null, fails := regexp_matches(coalesce(t.result, ''), {{ threshold }})),
        struct_pack(kind := 'target_met',
            applies := t.target is not null and t.actual is not null and t.comparison is not null and t.marks > 0 and t.counted_points is not null
                and coalesce(t.target_unit, '') = t.actual_unit,
            fails := t.counted_points >= t.marks and not case t.comparison
                when '>=' then t.actual >= t.target when '<=' then t.actual <= t.target when '>' then t.actual > t.target when '<' then t.actual < t.target
                else t.actual = t.target end),
        struct_pack(kind := 'far_above_target',
            applies := t.target > 0 and t.actual is not null and t.comparison in ('>=', '>') and coalesce(t.target_unit, '') = t.actual_unit,
            fails := t.actual > try_cast(t.target * l.far_above as decimal(20, 6))),
        struct_pack(kind := 'sub_maxima', applies := t.marks is not null and array_length(t.sub_maxima) > 1 and not list_contains(list_transform(t.sub_maxima, lambda x: x is null), true),
            fails := list_sum(t.sub_maxima) <> t.marks),
        struct_pack(kind := 'mostly_full', applies := t.marks > 0 and t.counted_points is not null, fails := t.counted_points >= t.marks)
    ]) as unnested (u)
),

counted as (
    select
        report_id, score_table, kind,
        count(*) as rows_tested, count(*) filter (fails) as rows_failing,
        list_sort(list(struct_pack(char_start := char_start, operand := {{ operand("'row'", 'cast(null as varchar)', 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'indicator_id') }}))) as all_rows,
        list_sort(list(struct_pack(char_start := char_start, operand := {{ operand("'row'", 'cast(null as varchar)', 'row_name', 'cast(counted_points as varchar)', 'counted_points', 'indicator_id') }})) filter (fails)) as rows_that_fail
    from tests
    where applies
    group by report_id, score_table, kind
),

judged as (
    select
        c.*, array_to_string(list_transform(c.rows_that_fail, lambda x: x.operand.label), '、') as names, r.rule_id, r.above,
        case when c.kind = 'mostly_full' then c.rows_tested >= l.min_items and c.rows_failing * 100 >= l.full_percent * c.rows_tested else c.rows_failing > 0 end as is_found,
        c.kind = 'mostly_full' and c.rows_tested < l.min_items as too_few
    from counted as c
    cross join limits as l
    inner join {{ ref('stg_rules') }} as r on c.kind = r.kind
)

select
    report_id, rule_id, case when score_table = 1 then 'score_table' else 'score_table_' || score_table end as instance,
    case when too_few then 'not_run' when is_found then above else 'pass' end as outcome, cast(null as varchar) as severity,
    case when too_few then 'too_few_rows' when is_found then kind else 'all_rows' end as reason,
    try_cast(rows_tested as decimal(20, 6)) as expected, try_cast(rows_failing as decimal(20, 6)) as actual, cast(null as decimal(20, 6)) as difference,
    cast(null as decimal(20, 6)) as tolerance, 'count' as base_unit, cast([] as varchar[]) as missing, cast(null as decimal(20, 6)) as implied,
    case when is_found then names end as detail,
    -- rows that lack something are all named; otherwise the first few that were looked at
    list_transform(case when is_found and kind <> 'mostly_full' then rows_that_fail else list_slice(all_rows, 1, 3) end, lambda x: x.operand) as operands
from judged
